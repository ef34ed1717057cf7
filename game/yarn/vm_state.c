#include "vm_internal.h"

#include <string.h>

Status yarn_vm_copy(YarnVm *to, const YarnVm *from)
{
    const YarnProgram *program = from->program;
    if (to->program != program || (from->state != VM_WAITING && from->state != VM_ENTERING)) {
        return STATUS_INVALID; /* between events there may be text on the stack */
    }
    for (uint32_t i = 0; i < program->variable_count; i++) {
        if (!vm_store(to, &to->variables[i], from->variables[i].value)) {
            to->faulted = false;
            return STATUS_NOMEM;
        }
    }
    strbuf_clear(&to->last_values);
    strbuf_append(&to->last_values, strbuf_view(&from->last_values));
    if (to->last_values.failed) {
        return STATUS_NOMEM;
    }
    to->last_line = from->last_line;
    memcpy(to->last_lengths, from->last_lengths, sizeof to->last_lengths);
    to->gives_line_again = from->gives_line_again;
    to->gives_options_again = from->gives_options_again;
    to->user = from->user;
    to->rng = from->rng;
    to->saliency = from->saliency;
    to->state = from->state;
    to->pc = from->pc;
    to->node = from->node;
    to->target = from->target;
    to->steps = from->steps;
    to->nesting = 0;
    to->faulted = false;
    to->stack_count = 0;
    to->value_count = 0;
    to->frame_count = from->frame_count;
    memcpy(to->frames, from->frames, from->frame_count * sizeof *to->frames);
    memcpy(to->visits, from->visits, program->node_count * sizeof *to->visits);
    memcpy(to->views, from->views, program->once_count * sizeof *to->views);
    memcpy(to->seen, from->seen, program->once_count * sizeof *to->seen);
    to->choice_count = from->choice_count;
    memcpy(to->choices, from->choices, from->choice_count * sizeof *to->choices);
    memcpy(to->options, from->options, from->choice_count * sizeof *to->options);
    return STATUS_OK;
}

static uint64_t mix(uint64_t hash, const void *bytes, size_t len)
{
    return strview_hash_more(hash, (StrView){ bytes, len });
}

static uint64_t mix_value(uint64_t hash, const YarnValue *value)
{
    unsigned char type = (unsigned char)value->type;
    hash = mix(hash, &type, 1);
    switch (value->type) {
    case YARN_TYPE_STRING:
        hash = mix(hash, &value->as.string.len, sizeof value->as.string.len);
        return mix(hash, value->as.string.data, value->as.string.len);
    case YARN_TYPE_BOOL:
        type = value->as.boolean;
        return mix(hash, &type, 1);
    case YARN_TYPE_NUMBER:
    case YARN_TYPE_ANY:
        break;
    }
    return mix(hash, &value->as.number, sizeof value->as.number);
}

uint64_t yarn_vm_state_hash(const YarnVm *vm)
{
    const YarnProgram *program = vm->program;
    uint64_t hash = STRVIEW_HASH_BEGIN;
    uint32_t place[] = {
        (uint32_t)vm->state, vm->pc, vm->node, vm->target, vm->frame_count, vm->choice_count
    };
    hash = mix(hash, place, sizeof place);
    hash = mix(hash, &vm->rng.state, sizeof vm->rng.state);
    for (uint32_t i = 0; i < vm->frame_count; i++) {
        uint32_t frame[] = { vm->frames[i].node, vm->frames[i].pc };
        hash = mix(hash, frame, sizeof frame);
    }
    for (uint32_t i = 0; i < program->variable_count; i++) {
        hash = mix_value(hash, &vm->variables[i].value);
    }
    hash = mix(hash, vm->visits, program->node_count * sizeof *vm->visits);
    hash = mix(hash, vm->views, program->once_count * sizeof *vm->views);
    hash = mix(hash, vm->seen, program->once_count * sizeof *vm->seen);
    for (uint32_t i = 0; i < vm->choice_count; i++) {
        unsigned char enabled = vm->options[i].enabled;
        hash = mix(mix(hash, &vm->choices[i].target, sizeof vm->choices[i].target), &enabled, 1);
    }
    return hash;
}
