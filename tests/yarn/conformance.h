#ifndef CONFORMANCE_H
#define CONFORMANCE_H
/* yarn_conformance FOLDER, in files: conformance.c (folders), conformance_compile.c (scripts
 * and the functions they call), conformance_plan.c (reading a test plan),
 * conformance_story.c (playing it), conformance_refused.c (scripts with mistakes),
 * conformance_markup.c and conformance_plurals.c (tables). */
#include "sango/base/file.h"
#include "sango/yarn/markup.h"
#include "sango/yarn/vm.h"

/* How many cases passed, over one part and over all. */
typedef struct Tally {
    unsigned passed, failed;
} Tally;

/* Each adds what it found and prints the cases that failed. `path` is the file, `name`
 * how it is printed. */
void conformance_story(Tally *tally, const char *path, const char *plan_path, const char *name);
void conformance_refused(Tally *tally, const char *path, const char *name);
void conformance_markup(Tally *tally, const char *path, const char *name);
void conformance_plurals(Tally *tally, const char *path, const char *name);

/* One case more. A failed one is printed: printf(format, ...) behind "  FAIL name: ". */
void conformance_pass(Tally *tally);
void conformance_fail(Tally *tally, const char *name, const char *format, ...) SANGO_PRINTF(3, 4);

/* The whole file, to be freed with file_free(); false (and a failed case) when it
 * cannot be read. */
bool conformance_read(Tally *tally, const char *path, const char *name, StrView *text);

/* Compiles one script with the harness's functions. *program is NULL after a mistake. */
Status conformance_compile(StrView text, const char *name, DiagSink *diags, YarnProgram **program);
/* A VM whose assert() sets *assert_failed. */
Status conformance_create_vm(const YarnProgram *program, bool *assert_failed, YarnVm **vm);

/* --- test plans --------------------------------------------------------------- */

typedef enum StepKind {
    STEP_LINE,
    STEP_COMMAND,
    STEP_OPTION,
    STEP_SELECT,
    STEP_STOP,
    STEP_SET,
    STEP_SALIENCY,
    STEP_NODE,
    STEP_RUN_END /* "---", and the end of the plan */
} StepKind;

typedef struct Step {
    StepKind kind;
    uint32_t line;   /* of the plan */
    StrView source;  /* as written */
    StrView text;    /* LINE, COMMAND, OPTION: what is expected; NODE: title; SET: variable */
    bool any;        /* LINE: "*" */
    bool disabled;   /* OPTION */
    size_t choice;   /* SELECT: from 0; SIZE_MAX takes none */
    YarnValue value; /* SET */
    YarnSaliency saliency;
} Step;

typedef struct Plan {
    Step *steps; /* the last is STEP_RUN_END */
    size_t count;
} Plan;

/* Steps are taken from the arena and borrow from `text`. Mistakes are reported with
 * their line; false when there was one. */
bool conformance_read_plan(Arena *arena, StrView text, StrView name, DiagSink *diags, Plan *plan);

#endif
