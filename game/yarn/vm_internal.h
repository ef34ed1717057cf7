#ifndef SANGO_YARN_VM_INTERNAL_H
#define SANGO_YARN_VM_INTERNAL_H

#include "program_internal.h"
#include "sango/base/rng.h"
#include "sango/yarn/vm.h"

typedef enum VmState {
    VM_IDLE,     /* nothing to give */
    VM_ENTERING, /* `target` begins next */
    VM_RUNNING,
    VM_WAITING, /* for the answer to options */
    VM_LEAVING  /* nodes are left one by one, then `target` begins or all ends */
} VmState;

typedef struct VmVariable {
    YarnValue value;
    char *text; /* the string's bytes; NULL while it is the program's */
    size_t capacity;
} VmVariable;

typedef struct VmFrame {
    uint32_t node;
    uint32_t pc;
} VmFrame;

/* One thing that may be chosen: an option, or content of a group. */
typedef struct VmChoice {
    uint32_t target; /* instruction */
    uint32_t key;
    uint32_t complexity;
} VmChoice;

struct YarnVm {
    const YarnProgram *program;
    const Allocator *alloc;
    void *user;
    const YarnFunction **inferred; /* by number behind the program's own; NULL: missing */
    Rng rng;
    YarnSaliency saliency;
    VmState state;
    uint32_t pc;
    uint32_t node;
    uint32_t target;
    uint32_t steps;
    uint32_t nesting; /* of values that are worked out inside others */
    bool faulted;
    /* What stands on the screen: the line given last, with the texts of its values. */
    uint32_t last_line; /* NAME_NONE: none */
    StrBuf last_values;
    uint32_t last_lengths[YARN_VALUES_MAX];
    bool gives_line_again, gives_options_again; /* after a restore */
    VmFrame frames[YARN_DEPTH_MAX];
    uint32_t frame_count;
    YarnValue *stack;
    uint32_t stack_count, stack_capacity;
    VmVariable *variables;
    uint32_t *visits;  /* by node */
    uint32_t *views;   /* by once key: how often chosen from a group */
    bool *seen;        /* by once key */
    VmChoice *choices; /* options or candidates of the group at hand */
    YarnOption *options;
    uint32_t choice_count;
    StrView *values; /* of the line, or of all options at hand */
    uint32_t value_count, value_capacity;
    StrBuf scratch;
    Arena temp; /* text that lives until the next call */
    size_t temp_bytes;
    char fault[512];
};

/* Ends the dialogue with a message; gives false. */
bool vm_fault(YarnVm *vm, const char *fmt, ...) SANGO_PRINTF(2, 3);
bool vm_push(YarnVm *vm, YarnValue value);
/* Bytes that live until the next event; NULL (and a fault) at a limit. */
char *vm_take_text(YarnVm *vm, size_t bytes);
/* How a value is shown. false after a fault. */
bool vm_show(YarnVm *vm, YarnValue value, StrView *text);

/* Runs one instruction that only works on values. `word` was taken from the code. */
bool vm_run_value(YarnVm *vm, uint32_t word);
/* Runs the code from `entry` on until it has left one value. */
bool vm_run_smart(YarnVm *vm, uint32_t entry);
/* Can any node of the group be shown? */
bool vm_query_group(YarnVm *vm, uint32_t hub, bool *any);
bool vm_builtin(YarnVm *vm, uint32_t id, uint32_t count);
/* Takes the values of a text off the stack into vm->values; NULL after a fault. */
const StrView *vm_take_values(YarnVm *vm, uint32_t count);
/* The line of that number with its text; its values are on the stack. */
bool vm_make_line(YarnVm *vm, uint32_t index, YarnLine *line);
/* Events. False after a fault. */
bool vm_give_line(YarnVm *vm, uint32_t index, YarnEvent *event);
bool vm_give_command(YarnVm *vm, uint32_t index, YarnEvent *event);
void vm_give_options(YarnVm *vm, YarnEvent *event);
/* What a restored VM gives first: what stood on the screen. */
bool vm_give_again(YarnVm *vm, YarnEvent *event);
/* Ends the dialogue with the fault that was noted; always true. */
bool vm_give_fault(YarnVm *vm, YarnEvent *event);
/* Remembers what stands on the screen; false when out of memory. */
bool vm_keep_line(YarnVm *vm, uint32_t line, const StrView *values);
/* Makes the texts of options whose values point into a save. */
bool vm_keep_options(YarnVm *vm);
/* Forgets the texts of the last event. */
void vm_begin_texts(YarnVm *vm);
bool vm_choose(YarnVm *vm, uint32_t *target);
bool vm_store(YarnVm *vm, VmVariable *variable, YarnValue value);

/* Shortest text that reads back as the same float, without an exponent below 1e15. */
enum { NUMBER_TEXT_MAX = 80 };
size_t number_write(float number, char out[NUMBER_TEXT_MAX]);
/* Appends the number in one of .NET's formats: "F2", "N0", "P1", "E3", "G", or a pattern
 * such as "#,##0.0#". False, and nothing appended, for any other. */
bool number_format(StrBuf *out, float number, StrView spec);

#endif
