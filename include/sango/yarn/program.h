#ifndef SANGO_YARN_PROGRAM_H
#define SANGO_YARN_PROGRAM_H

#include "sango/base/alloc.h"
#include "sango/base/diag.h"
#include "sango/base/status.h"
#include "sango/base/strview.h"

/* Scripts in the Yarn language (compatible with Yarn Spinner 3), compiled from
 * source into a program that never changes and is played by a YarnVm (vm.h).
 *
 *     YarnSource source = { SV("walk.yarn"), text };
 *     YarnProgram *program = NULL;
 *     Status status = yarn_compile(&(YarnCompileOptions){ .alloc = alloc_heap(), .diags = &sink },
 *                                  &source, 1, &program);
 *     ...
 *     yarn_program_destroy(program);
 *
 * A program may be read from many threads. */
typedef struct YarnProgram YarnProgram;

typedef enum YarnType { YARN_TYPE_ANY, YARN_TYPE_NUMBER, YARN_TYPE_STRING, YARN_TYPE_BOOL } YarnType;

/* A value of the language; numbers are 32-bit floats, as in the official one. */
typedef struct YarnValue {
    YarnType type; /* never YARN_TYPE_ANY */
    union {
        float number;
        bool boolean;
        StrView string; /* borrowed */
    } as;
} YarnValue;

/* One source file. Both are borrowed during yarn_compile only. */
typedef struct YarnSource {
    StrView name; /* as diagnostics print it */
    StrView text;
} YarnSource;

enum { YARN_FUNCTION_PARAMS_MAX = 8 };

/* A function that scripts may call beside the built-in ones. */
typedef struct YarnFunction {
    const char *name;
    YarnType result;
    YarnType params[YARN_FUNCTION_PARAMS_MAX];
    uint8_t param_count;
    const char *doc; /* one sentence, for editors */
    /* `args` has arg_count values of the declared types. A string result must stay
     * valid until the next call. May be NULL where programs are only compiled. */
    YarnValue (*call)(void *user, const YarnValue *args, size_t arg_count);
    uint8_t optional_count; /* so many of the last parameters may be left out */
    bool is_variadic;       /* the last parameter may stand any number of times, also never */
} YarnFunction;

/* Advice: warnings about what is no mistake of the language. Bits. */
enum {
    YARN_ADVICE_UNREACHABLE = 1, /* YS0008, YS0009: statements and nodes that no way leads to */
    YARN_ADVICE_UNUSED = 2,      /* YS0010: variables that nothing uses, or only sets */
    YARN_ADVICE_LINE_IDS = 4     /* yarn-no-line-id: lines without #line: */
};

typedef struct YarnCompileOptions {
    const Allocator *alloc;        /* borrowed, outlives the program */
    DiagSink *diags;               /* borrowed; may be NULL */
    const YarnFunction *functions; /* borrowed, outlives the program; may be NULL */
    size_t function_count;
    /* A function of an unknown name gets its types from how it is used and is looked
     * up by name when a VM is created; else it is an error. */
    bool infer_functions;
    /* A jump to a node that is not there is a warning, and a fault when it is met; else
     * an error. For scripts whose other files are not at hand. */
    bool allow_missing_nodes;
    size_t memory_max;         /* bytes that the tree and the program may take; 0: 256 MiB */
    bool require_declarations; /* an undeclared variable is an error, else a warning (YS0003) */
    unsigned advice;           /* YARN_ADVICE_ bits */
    /* Titles of nodes that the game starts by itself, for YARN_ADVICE_UNREACHABLE.
     * NULL: "Start", or else the first node. Borrowed. */
    const StrView *entries;
    size_t entry_count;
} YarnCompileOptions;

/* Compiles all sources together. Mistakes are reported with place and code, many in
 * one run; after any error the result is STATUS_INVALID and *program is NULL.
 * STATUS_LIMIT (a size limit, reported too), STATUS_NOMEM. Does no I/O. */
Status yarn_compile(const YarnCompileOptions *options, const YarnSource *sources, size_t source_count,
                    YarnProgram **program);
void yarn_program_destroy(YarnProgram *program); /* NULL is allowed */

/* A hash of the compiled program: equal programs play the same. */
uint64_t yarn_program_hash(const YarnProgram *program);

/* --- what is in it: for the linter, the level loader, tools ------------------- */

typedef struct YarnPlace {
    StrView file;
    uint32_t line, column; /* from 1; column in code points */
} YarnPlace;

typedef struct YarnNodeInfo {
    StrView title;
    YarnPlace place;
} YarnNodeInfo;

/* A line or an option's text as written. Views live as long as the program. */
typedef struct YarnLineInfo {
    StrView id;      /* with its "line:" prefix removed; made from place if implicit */
    StrView text;    /* source text with {0}, {1}… where expressions stand; markup kept; speaker kept */
    StrView speaker; /* "Kofi" of "Kofi: Hi"; empty when none */
    StrView node;    /* title */
    YarnPlace place;
    const StrView *tags; /* without '#', the line id not among them */
    StrView shadow;      /* id of the line that this one repeats (#shadow:), else empty */
    uint16_t tag_count;
    bool has_explicit_id;
    bool is_option;
    bool is_last_before_options; /* the next statement offers options; also the tag "lastline" */
    uint8_t value_count;         /* number of {expressions} */
} YarnLineInfo;

size_t yarn_program_node_count(const YarnProgram *program);
YarnNodeInfo yarn_program_node(const YarnProgram *program, size_t index);
bool yarn_program_has_node(const YarnProgram *program, StrView title);
/* The value of a node's header; empty when there is none. */
StrView yarn_program_header(const YarnProgram *program, StrView title, StrView key);

size_t yarn_program_line_count(const YarnProgram *program);
YarnLineInfo yarn_program_line(const YarnProgram *program, size_t index); /* in script order */
/* By id without "line:"; false when there is none. */
bool yarn_program_find_line(const YarnProgram *program, StrView id, YarnLineInfo *line);

/* Every command with its place, in script order (static text; {expressions} appear as "{0}"…). */
typedef struct YarnCommandInfo {
    StrView text;
    StrView node;
    YarnPlace place;
} YarnCommandInfo;
size_t yarn_program_command_count(const YarnProgram *program);
YarnCommandInfo yarn_program_command(const YarnProgram *program, size_t index);

/* Variables, declared or not, with their '$'. */
size_t yarn_program_variable_count(const YarnProgram *program);
StrView yarn_program_variable(const YarnProgram *program, size_t index);

/* Functions that were inferred (infer_functions), for who wants to offer them to a VM. */
typedef struct YarnInferred {
    StrView name;
    YarnType result;
    uint32_t param_count;
} YarnInferred;
size_t yarn_program_inferred_count(const YarnProgram *program);
YarnInferred yarn_program_inferred(const YarnProgram *program, size_t index);

/* Tags of whole files, "#tag" above the first node, in script order. */
typedef struct YarnFileTag {
    StrView file;
    StrView tag; /* without '#' */
} YarnFileTag;
size_t yarn_program_file_tag_count(const YarnProgram *program);
YarnFileTag yarn_program_file_tag(const YarnProgram *program, size_t index);

/* True when the line carries the tag, given without '#'. */
bool yarn_line_has_tag(const YarnLineInfo *line, StrView tag);
/* The part after "prefix:" of a tag such as "icon:house"; empty when there is none. */
StrView yarn_line_tag_value(const YarnLineInfo *line, StrView prefix);

#endif
