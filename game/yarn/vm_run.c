#include "vm_internal.h"

#include <string.h>

static bool add_option(YarnVm *vm, uint32_t index, uint32_t target)
{
    YarnOption *option = &vm->options[vm->choice_count];
    option->enabled = vm->stack[--vm->stack_count].as.boolean;
    if (!vm_make_line(vm, index, &option->line)) {
        return false;
    }
    vm->choices[vm->choice_count++] = (VmChoice){ .target = target };
    return true;
}

static bool is_better(const YarnVm *vm, const VmChoice *a, const VmChoice *b)
{
    if (vm->saliency != YARN_SALIENCY_BEST && vm->views[a->key] != vm->views[b->key]) {
        return vm->views[a->key] < vm->views[b->key];
    }
    return a->complexity > b->complexity;
}

bool vm_choose(YarnVm *vm, uint32_t *target)
{
    uint32_t best = 0;
    uint32_t ties = 1;
    if (vm->choice_count == 0) {
        return false;
    }
    for (uint32_t i = 1; i < vm->choice_count && vm->saliency != YARN_SALIENCY_FIRST; i++) {
        if (is_better(vm, &vm->choices[i], &vm->choices[best])) {
            best = i;
            ties = 1;
        } else if (vm->saliency == YARN_SALIENCY_RANDOM_BEST_LEAST_RECENTLY_SEEN &&
                   !is_better(vm, &vm->choices[best], &vm->choices[i]) && rng_below(&vm->rng, ++ties) == 0) {
            best = i;
        }
    }
    vm->views[vm->choices[best].key]++;
    *target = vm->choices[best].target;
    vm->choice_count = 0;
    return true;
}

static bool find_target(YarnVm *vm, StrView title, uint32_t *node)
{
    *node = program_find_node(vm->program, title);
    if (*node != NAME_NONE) {
        return true;
    }
    StrView near = names_nearest(&vm->program->node_names, title);
    title = strview_slice(title, 0, 100);
    return near.len
               ? vm_fault(vm, "no node is called '%.*s'; did you mean '%.*s'?", SV_ARG(title), SV_ARG(near))
               : vm_fault(vm, "no node is called '%.*s'", SV_ARG(title));
}

static bool leave_for(YarnVm *vm, uint32_t target)
{
    vm->state = VM_LEAVING;
    vm->target = target;
    return true;
}

static bool detour_to(YarnVm *vm, uint32_t target)
{
    if (vm->frame_count >= YARN_DEPTH_MAX) {
        return vm_fault(vm, "more than %d detours inside each other", YARN_DEPTH_MAX);
    }
    vm->frames[vm->frame_count++] = (VmFrame){ vm->node, vm->pc };
    vm->state = VM_ENTERING;
    vm->target = target;
    return true;
}

static void count_visit(YarnVm *vm, uint32_t index)
{
    const NodeRecord *node = &vm->program->nodes[index];
    if (index < vm->program->public_count && node->tracked) {
        vm->visits[index]++;
        if (node->is_hidden) {
            vm->visits[node->hub]++;
        }
    }
}

static void give_node(const YarnVm *vm, uint32_t index, YarnEventKind kind, YarnEvent *event)
{
    const NodeRecord *node = &vm->program->nodes[index];
    *event = (YarnEvent){ .kind = kind, .text = node->title, .place = node->place };
}

/* One node is left; who detoured to it goes on, unless all are being left. */
static void leave_node(YarnVm *vm, YarnEvent *event)
{
    count_visit(vm, vm->node);
    give_node(vm, vm->node, YARN_EVENT_NODE_END, event);
    vm->node = NAME_NONE;
    if (vm->frame_count > 0) {
        VmFrame frame = vm->frames[--vm->frame_count];
        vm->node = frame.node;
        vm->pc = frame.pc;
    }
}

/* Instructions that change where the story is. `given`: *event was filled. */
static bool run_flow(YarnVm *vm, uint32_t word, YarnEvent *event, bool *given)
{
    const uint32_t *code = vm->program->code;
    uint32_t arg = word >> 8;
    uint32_t target = 0;
    switch ((int)(word & 0xFF)) {
    case OP_JUMP_NODE:
        return leave_for(vm, arg);
    case OP_JUMP_VALUE:
        return find_target(vm, vm->stack[--vm->stack_count].as.string, &target) && leave_for(vm, target);
    case OP_DETOUR_NODE:
        return detour_to(vm, arg);
    case OP_DETOUR_VALUE:
        return find_target(vm, vm->stack[--vm->stack_count].as.string, &target) && detour_to(vm, target);
    case OP_ENTER:
        vm->node = arg;
        vm->pc = vm->program->nodes[arg].entry;
        return true;
    case OP_RETURN:
        if (vm->frame_count == 0) {
            return leave_for(vm, NAME_NONE);
        }
        leave_node(vm, event);
        *given = true;
        return true;
    case OP_STOP:
        return leave_for(vm, NAME_NONE);
    case OP_CANDIDATE:
        if (vm->stack[--vm->stack_count].as.boolean) {
            vm->choices[vm->choice_count++] = (VmChoice){ code[vm->pc + 1] >> 8, arg, code[vm->pc] };
        }
        vm->pc += 2;
        return true;
    default: /* OP_PICK */
        if (vm_choose(vm, &target)) {
            vm->pc = target;
        }
        return true;
    }
}

/* Instructions that deliver. */
static bool run_delivery(YarnVm *vm, uint32_t word, YarnEvent *event, bool *given)
{
    uint32_t arg = word >> 8;
    *given = true;
    vm->steps = 0;
    switch ((int)(word & 0xFF)) {
    case OP_LINE:
        return vm_give_line(vm, arg, event);
    case OP_COMMAND:
        return vm_give_command(vm, arg, event);
    default: /* OP_SHOW_OPTIONS */
        vm_give_options(vm, event);
        return true;
    }
}

/* One instruction; false after a fault. */
static bool run_one(YarnVm *vm, YarnEvent *event, bool *given)
{
    uint32_t word = vm->program->code[vm->pc++];
    uint32_t arg = word >> 8;
    switch ((int)(word & 0xFF)) {
    case OP_STORE:
        return vm_store(vm, &vm->variables[arg], vm->stack[--vm->stack_count]);
    case OP_DROP:
        vm->stack_count--;
        return true;
    case OP_GOTO:
        vm->pc = arg;
        return true;
    case OP_GOTO_IF_FALSE:
        vm->pc = vm->stack[--vm->stack_count].as.boolean ? vm->pc : arg;
        return true;
    case OP_ONCE_MARK:
        vm->seen[arg] = true;
        return true;
    case OP_OPTION:
        return add_option(vm, arg, vm->program->code[vm->pc++] >> 8);
    case OP_LINE:
    case OP_COMMAND:
    case OP_SHOW_OPTIONS:
        return run_delivery(vm, word, event, given);
    case OP_CANDIDATE:
    case OP_PICK:
    case OP_JUMP_NODE:
    case OP_JUMP_VALUE:
    case OP_DETOUR_NODE:
    case OP_DETOUR_VALUE:
    case OP_ENTER:
    case OP_RETURN:
    case OP_STOP:
        return run_flow(vm, word, event, given);
    default:
        return vm_run_value(vm, word);
    }
}

static void enter_node(YarnVm *vm, YarnEvent *event)
{
    vm->node = vm->target;
    vm->pc = vm->program->nodes[vm->node].entry;
    vm->state = VM_RUNNING;
    give_node(vm, vm->node, YARN_EVENT_NODE_START, event);
}

/* One node left, or what comes when all are left. */
static void run_leaving(YarnVm *vm, YarnEvent *event)
{
    if (vm->node != NAME_NONE) {
        leave_node(vm, event);
    } else if (vm->target != NAME_NONE) {
        enter_node(vm, event);
    } else {
        *event = (YarnEvent){ .kind = YARN_EVENT_END };
        vm->state = VM_IDLE;
    }
}

bool vm_give_fault(YarnVm *vm, YarnEvent *event)
{
    uint32_t code = vm->pc > 0 ? vm->pc - 1 : 0;
    *event = (YarnEvent){ .kind = YARN_EVENT_FAULT,
                          .text = strview_from_cstr(vm->fault),
                          .place = program_place(vm->program, code) };
    vm->state = VM_IDLE;
    vm->node = NAME_NONE;
    return true;
}

bool yarn_vm_next(YarnVm *vm, YarnEvent *event)
{
    if (vm->gives_line_again || vm->gives_options_again) {
        return vm_give_again(vm, event);
    }
    if (vm->state == VM_IDLE || vm->state == VM_WAITING) {
        return false;
    }
    vm_begin_texts(vm);
    if (vm->state == VM_ENTERING) {
        enter_node(vm, event);
        return true;
    }
    bool given = false;
    while (vm->state == VM_RUNNING && !given) {
        if (++vm->steps > YARN_STEPS_MAX) {
            (void)vm_fault(vm, "%d steps without a line, a choice or a command: this never ends",
                           YARN_STEPS_MAX);
        }
        if (vm->faulted || !run_one(vm, event, &given)) {
            return vm_give_fault(vm, event);
        }
    }
    if (given) {
        return true;
    }
    if (vm->state == VM_ENTERING) {
        enter_node(vm, event);
    } else {
        run_leaving(vm, event);
    }
    return true;
}
