#ifndef SANGO_YARN_VM_H
#define SANGO_YARN_VM_H

#include "sango/base/strbuf.h"
#include "sango/yarn/program.h"

/* Plays a program. It never calls out for content: it is asked for the next event
 * and told what was chosen. It does no I/O and reads no clock; its random numbers
 * come from the seed, so the same program, seed and choices give the same events.
 *
 *     YarnVm *vm = NULL;
 *     if (yarn_vm_create(&(YarnVmOptions){ .program = program, .seed = 1 }, &vm) != STATUS_OK) …
 *     yarn_vm_start(vm, SV("Start"));
 *     YarnEvent event;
 *     while (yarn_vm_next(vm, &event)) {
 *         switch (event.kind) {
 *         case YARN_EVENT_LINE: … event.line.text …
 *         case YARN_EVENT_OPTIONS: yarn_vm_select(vm, 0); break;
 *         …
 *         }
 *     }
 *
 * One thread at a time per VM. */
typedef struct YarnVm YarnVm;

typedef enum YarnEventKind {
    YARN_EVENT_LINE,
    YARN_EVENT_OPTIONS, /* then yarn_vm_select() before the next yarn_vm_next() */
    YARN_EVENT_COMMAND,
    YARN_EVENT_NODE_START,
    YARN_EVENT_NODE_END,
    YARN_EVENT_END,  /* the dialogue is complete */
    YARN_EVENT_FAULT /* a run-time mistake of the script; the dialogue has ended */
} YarnEventKind;

/* A line ready to show. All views are valid until the next call on the VM. */
typedef struct YarnLine {
    StrView text; /* after substitution, markup still in it; see markup.h */
    const YarnLineInfo *info;
    const StrView *values; /* info->value_count texts of the {expressions}, for translations */
} YarnLine;

typedef struct YarnOption {
    YarnLine line;
    bool enabled;
} YarnOption;

typedef struct YarnEvent {
    YarnEventKind kind;
    YarnLine line;             /* LINE */
    const YarnOption *options; /* OPTIONS */
    size_t option_count;       /* OPTIONS */
    StrView text;              /* COMMAND: its text; NODE_*: the title; FAULT: what is wrong */
    YarnPlace place;           /* where it stands in the source */
} YarnEvent;

typedef struct YarnVmOptions {
    const YarnProgram *program; /* borrowed, outlives the VM */
    const Allocator *alloc;     /* NULL: the program's */
    void *user;                 /* given to YarnFunction.call */
    uint64_t seed;
    /* Called in place of functions that the compiler inferred (infer_functions), by
     * name. Borrowed, outlive the VM. A call of one that is missing, or takes another
     * number of arguments, is a fault. */
    const YarnFunction *functions;
    size_t function_count;
} YarnVmOptions;

enum {
    YARN_STEPS_MAX = 100000,     /* instructions between two lines, options or commands */
    YARN_DEPTH_MAX = 256,        /* detours inside detours */
    YARN_STRING_MAX = 64 * 1024, /* bytes of one string value */
    YARN_TEXT_MAX = 4 << 20      /* bytes of all text made between two events */
};

/* How one is chosen among the items of a line group or the nodes of a node group
 * that may be shown. BEST: the most conditions. */
typedef enum YarnSaliency {
    YARN_SALIENCY_BEST_LEAST_RECENTLY_SEEN, /* seen least often, then BEST */
    YARN_SALIENCY_BEST,
    YARN_SALIENCY_FIRST,
    YARN_SALIENCY_RANDOM_BEST_LEAST_RECENTLY_SEEN /* the same, ties by lot */
} YarnSaliency;

Status yarn_vm_create(const YarnVmOptions *options, YarnVm **vm);
void yarn_vm_destroy(YarnVm *vm); /* NULL is allowed */

/* Begins at a node; variables and visit counts are kept. STATUS_NOT_FOUND. */
Status yarn_vm_start(YarnVm *vm, StrView node);

/* Forgets variables, visits and the place, and seeds again. */
void yarn_vm_reset(YarnVm *vm, uint64_t seed);

/* Gives the next event. False (and *event untouched) only before yarn_vm_start,
 * after END or FAULT has been given, or while options wait for an answer. */
bool yarn_vm_next(YarnVm *vm, YarnEvent *event);

/* Answers the options; SIZE_MAX takes none of them, which falls through and is
 * allowed only when none is enabled. STATUS_INVALID (nothing changes) when no
 * options wait, the index is out of range or the option is disabled. */
Status yarn_vm_select(YarnVm *vm, size_t index);

/* At the start and after a reset: BEST_LEAST_RECENTLY_SEEN. */
void yarn_vm_set_saliency(YarnVm *vm, YarnSaliency saliency);

/* Variables by name with the '$'. get gives false when there is none of that name. */
bool yarn_vm_get_variable(YarnVm *vm, StrView name, YarnValue *value);
/* STATUS_NOT_FOUND, STATUS_INVALID when the type differs, STATUS_NOMEM. Strings are copied. */
Status yarn_vm_set_variable(YarnVm *vm, StrView name, YarnValue value);

/* How often a node was left; 0 for an unknown one. */
uint32_t yarn_vm_visit_count(const YarnVm *vm, StrView node);

/* --- saves ------------------------------------------------------------------------
 *
 *     StrBuf save;
 *     yarn_vm_save(vm, &save);
 *     ... the program ends, or its scripts are changed and compiled again ...
 *     YarnRestored how;
 *     if (yarn_vm_restore(vm, strbuf_view(&save), &how) == STATUS_OK && how != YARN_RESTORED_STATE) {
 *         while (yarn_vm_next(vm, &event)) …
 *     }
 *
 * A save holds variables, visits, what was seen once, chance and the place, all by
 * name, so that it also fits a changed program: for hot reload, save the old VM and
 * restore into one of the new program. */
typedef enum YarnRestored {
    YARN_RESTORED_SAME, /* the same program: exactly there. The line on the screen comes
                           again, and the options when they wait; then the story goes on */
    YARN_RESTORED_LINE, /* another program: it goes on at the line, or the choice, of that id */
    YARN_RESTORED_NODE, /* that line is gone: its node begins again */
    YARN_RESTORED_STATE /* nothing was being played, or the node is gone: only what is
                           remembered is there, and yarn_vm_start() must follow */
} YarnRestored;

/* Appends the state as bytes; at any time between two calls on the VM. Check out->failed. */
void yarn_vm_save(const YarnVm *vm, StrBuf *out);

/* Any bytes are safe. STATUS_INVALID when they are no save or damaged, STATUS_NOMEM; after
 * a failure the VM is as it was, or reset where the damage is found late. Variables that
 * are gone or have another type now keep their initial values. `how` may be NULL. */
Status yarn_vm_restore(YarnVm *vm, StrView bytes, YarnRestored *how);

/* For tools that walk every way through a story. Makes `to` (of the same program) stand
 * where `from` does, which waits for an answer or was just started; the texts of its
 * options stay with `from`. STATUS_INVALID at any other place, STATUS_NOMEM. */
Status yarn_vm_copy(YarnVm *to, const YarnVm *from);
/* A hash of all that decides how the story goes on from such a place. */
uint64_t yarn_vm_state_hash(const YarnVm *vm);

/* Appends a text with {0}, {1}… replaced, as the VM does it; for a translation of
 * a line, with YarnLine.values. One pass: what looks like {1} or like markup in a
 * value is shown as it is. A number without a value stays. */
void yarn_expand(StrBuf *out, StrView text, const StrView *values, size_t value_count);

#endif
