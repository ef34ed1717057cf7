/* The first bytes choose options, the rest is a script that is played. */
#include "sango/yarn/markup.h"
#include "sango/yarn/vm.h"

#include <stdlib.h>
#include <string.h>

enum { CHOICES = 8, EVENTS_MAX = 300 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A copy of a VM that waits stands at the same place. */
static void check_copy(const YarnVm *vm, YarnVm *copy)
{
    Status status = yarn_vm_copy(copy, vm);
    if (status != STATUS_OK || yarn_vm_state_hash(copy) != yarn_vm_state_hash(vm)) {
        abort();
    }
}

/* A save taken at any event stands exactly there in another VM. */
static void check_save(const YarnVm *vm, YarnVm *other)
{
    StrBuf save, again;
    YarnRestored how = YARN_RESTORED_STATE;
    strbuf_init(&save, alloc_heap());
    strbuf_init(&again, alloc_heap());
    yarn_vm_save(vm, &save);
    if (yarn_vm_restore(other, strbuf_view(&save), &how) != STATUS_OK || how != YARN_RESTORED_SAME) {
        abort();
    }
    yarn_vm_save(other, &again);
    if (!strview_equal(strbuf_view(&save), strbuf_view(&again))) {
        abort();
    }
    strbuf_release(&save);
    strbuf_release(&again);
}

static void play(const YarnProgram *program, const uint8_t *choices)
{
    YarnVm *vm = NULL;
    YarnVm *copy = NULL;
    YarnEvent event;
    Arena arena;
    if (yarn_vm_create(&(YarnVmOptions){ .program = program, .seed = choices[0] }, &vm) != STATUS_OK ||
        yarn_vm_create(&(YarnVmOptions){ .program = program }, &copy) != STATUS_OK) {
        abort();
    }
    arena_init(&arena, alloc_heap(), 4096);
    yarn_vm_set_saliency(vm, (YarnSaliency)(choices[1] % 4));
    (void)yarn_vm_start(vm, yarn_program_node(program, choices[2] % yarn_program_node_count(program)).title);
    for (int count = 0; count < EVENTS_MAX && yarn_vm_next(vm, &event); count++) {
        MarkupText text;
        check_save(vm, copy);
        if (event.kind == YARN_EVENT_LINE) {
            (void)yarn_markup_parse(&arena, event.line.text, SV("en"), event.place, NULL, &text);
        } else if (event.kind == YARN_EVENT_OPTIONS) {
            check_copy(vm, copy);
            size_t wanted = choices[count % CHOICES] % event.option_count;
            if (yarn_vm_select(vm, wanted) != STATUS_OK && yarn_vm_select(vm, SIZE_MAX) != STATUS_OK) {
                break;
            }
        }
    }
    YarnValue value;
    (void)yarn_vm_get_variable(vm, SV("$a"), &value);
    yarn_vm_destroy(vm);
    yarn_vm_destroy(copy);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < CHOICES) {
        return 0;
    }
    YarnSource source = { SV("fuzz.yarn"), { (const char *)data + CHOICES, size - CHOICES } };
    YarnProgram *program = NULL;
    YarnCompileOptions options = { .alloc = alloc_heap(), .infer_functions = true };
    if (yarn_compile(&options, &source, 1, &program) == STATUS_OK && yarn_program_node_count(program) > 0) {
        play(program, data);
    }
    yarn_program_destroy(program);
    return 0;
}
