#include "vm_internal.h"

#include <string.h>

enum { TEMP_BLOCK = 4096 };

static void forget(YarnVm *vm)
{
    const YarnProgram *program = vm->program;
    for (uint32_t i = 0; i < program->variable_count; i++) {
        vm->variables[i].value = program->variables[i].initial;
    }
    memset(vm->visits, 0, program->node_count * sizeof *vm->visits);
    memset(vm->views, 0, program->once_count * sizeof *vm->views);
    memset(vm->seen, 0, program->once_count * sizeof *vm->seen);
    vm->saliency = YARN_SALIENCY_BEST_LEAST_RECENTLY_SEEN;
    vm->state = VM_IDLE;
    vm->node = NAME_NONE;
}

/* Sizes that yarn_vm_destroy() needs too. */
static size_t count_values(const YarnProgram *program)
{
    return (size_t)program->option_values_max + 65; /* a line or command has at most 64 */
}

static void find_functions(YarnVm *vm, const YarnVmOptions *options)
{
    for (uint32_t i = 0; i < vm->program->inferred_count; i++) {
        for (size_t j = 0; j < options->function_count; j++) {
            if (strview_equal(vm->program->inferred[i].name, strview_from_cstr(options->functions[j].name))) {
                vm->inferred[i] = &options->functions[j];
            }
        }
    }
}

Status yarn_vm_create(const YarnVmOptions *options, YarnVm **vm)
{
    const YarnProgram *program = options->program;
    const Allocator *alloc = options->alloc ? options->alloc : program->alloc;
    *vm = NULL;
    YarnVm *made = alloc_take(alloc, 1, sizeof *made);
    if (!made) {
        return STATUS_NOMEM;
    }
    made->program = program;
    made->alloc = alloc;
    made->user = options->user;
    made->stack_capacity = program->stack_max + 1;
    strbuf_init(&made->scratch, alloc);
    strbuf_init(&made->last_values, alloc);
    arena_init(&made->temp, alloc, TEMP_BLOCK);
    made->stack = alloc_take(alloc, made->stack_capacity, sizeof *made->stack);
    made->variables = alloc_take(alloc, program->variable_count, sizeof *made->variables);
    made->visits = alloc_take(alloc, program->node_count + 1, sizeof *made->visits);
    made->views = alloc_take(alloc, program->once_count + 1, sizeof *made->views);
    made->seen = alloc_take(alloc, program->once_count + 1, sizeof *made->seen);
    made->choices = alloc_take(alloc, program->options_max + 1, sizeof *made->choices);
    made->options = alloc_take(alloc, program->options_max + 1, sizeof *made->options);
    made->values = alloc_take(alloc, count_values(program), sizeof *made->values);
    made->inferred = alloc_take(alloc, program->inferred_count + 1, sizeof *made->inferred);
    if (!made->inferred || !made->stack || !made->variables || !made->visits || !made->views || !made->seen ||
        !made->choices || !made->options || !made->values) {
        yarn_vm_destroy(made);
        return STATUS_NOMEM;
    }
    find_functions(made, options);
    yarn_vm_reset(made, options->seed);
    *vm = made;
    return STATUS_OK;
}

void yarn_vm_destroy(YarnVm *vm)
{
    if (!vm) {
        return;
    }
    const YarnProgram *program = vm->program;
    for (uint32_t i = 0; vm->variables && i < program->variable_count; i++) {
        alloc_free(vm->alloc, vm->variables[i].text, vm->variables[i].capacity);
    }
    alloc_free(vm->alloc, vm->stack, vm->stack_capacity * sizeof *vm->stack);
    alloc_free(vm->alloc, vm->variables, program->variable_count * sizeof *vm->variables);
    alloc_free(vm->alloc, vm->visits, (program->node_count + 1) * sizeof *vm->visits);
    alloc_free(vm->alloc, vm->views, (program->once_count + 1) * sizeof *vm->views);
    alloc_free(vm->alloc, vm->seen, (program->once_count + 1) * sizeof *vm->seen);
    alloc_free(vm->alloc, vm->choices, (program->options_max + 1) * sizeof *vm->choices);
    alloc_free(vm->alloc, vm->options, (program->options_max + 1) * sizeof *vm->options);
    alloc_free(vm->alloc, vm->values, count_values(program) * sizeof *vm->values);
    alloc_free(vm->alloc, vm->inferred, (program->inferred_count + 1) * sizeof *vm->inferred);
    strbuf_release(&vm->scratch);
    strbuf_release(&vm->last_values);
    arena_release(&vm->temp);
    alloc_free(vm->alloc, vm, sizeof *vm);
}

static void begin(YarnVm *vm)
{
    vm->stack_count = 0;
    vm->frame_count = 0;
    vm->choice_count = 0;
    vm->value_count = 0;
    vm->nesting = 0;
    vm->steps = 0;
    vm->faulted = false;
    vm->last_line = NAME_NONE;
    vm->gives_line_again = vm->gives_options_again = false;
}

Status yarn_vm_start(YarnVm *vm, StrView node)
{
    uint32_t index = program_find_node(vm->program, node);
    if (index == NAME_NONE) {
        return STATUS_NOT_FOUND;
    }
    begin(vm);
    vm->node = NAME_NONE;
    vm->target = index;
    vm->state = VM_ENTERING;
    return STATUS_OK;
}

void yarn_vm_reset(YarnVm *vm, uint64_t seed)
{
    begin(vm);
    forget(vm);
    rng_seed(&vm->rng, seed);
}

void yarn_vm_set_saliency(YarnVm *vm, YarnSaliency saliency)
{
    vm->saliency = saliency;
}

Status yarn_vm_select(YarnVm *vm, size_t index)
{
    if (vm->state != VM_WAITING) {
        return STATUS_INVALID;
    }
    if (index == SIZE_MAX) {
        for (uint32_t i = 0; i < vm->choice_count; i++) {
            if (vm->options[i].enabled) {
                return STATUS_INVALID;
            }
        }
    } else if (index >= vm->choice_count || !vm->options[index].enabled) {
        return STATUS_INVALID;
    } else {
        vm->pc = vm->choices[index].target;
    }
    vm->choice_count = 0;
    vm->gives_line_again = vm->gives_options_again = false;
    vm->state = VM_RUNNING;
    return STATUS_OK;
}

bool yarn_vm_get_variable(YarnVm *vm, StrView name, YarnValue *value)
{
    uint32_t index = names_find(&vm->program->variable_names, name);
    if (index == NAME_NONE || index == 0) {
        return false;
    }
    if (vm->program->variables[index].smart_entry == NAME_NONE) {
        *value = vm->variables[index].value;
        return true;
    }
    /* What goes wrong here is no fault of the dialogue. */
    uint32_t steps = vm->steps;
    uint32_t depth = vm->stack_count;
    uint32_t nesting = vm->nesting;
    uint32_t pc = vm->pc;
    bool faulted = vm->faulted;
    bool done = vm_run_smart(vm, vm->program->variables[index].smart_entry);
    if (done) {
        *value = vm->stack[--vm->stack_count];
    }
    vm->steps = steps;
    vm->stack_count = depth;
    vm->nesting = nesting;
    vm->pc = pc;
    vm->faulted = faulted;
    return done;
}

Status yarn_vm_set_variable(YarnVm *vm, StrView name, YarnValue value)
{
    uint32_t index = names_find(&vm->program->variable_names, name);
    if (index == NAME_NONE || index == 0) {
        return STATUS_NOT_FOUND;
    }
    VmVariable *variable = &vm->variables[index];
    bool smart = vm->program->variables[index].smart_entry != NAME_NONE;
    bool long_text = value.type == YARN_TYPE_STRING && value.as.string.len > YARN_STRING_MAX;
    if (smart || long_text || value.type != variable->value.type) {
        return STATUS_INVALID;
    }
    bool faulted = vm->faulted;
    bool stored = vm_store(vm, variable, value);
    vm->faulted = faulted;
    return stored ? STATUS_OK : STATUS_NOMEM;
}

uint32_t yarn_vm_visit_count(const YarnVm *vm, StrView node)
{
    uint32_t index = program_find_node(vm->program, node);
    return index == NAME_NONE ? 0 : vm->visits[index];
}
