#include "save_internal.h"

#include <string.h>

/* Numbers are little-endian; a text is its length (32 bits) and its bytes. */
static void put(StrBuf *out, uint64_t number, unsigned bytes)
{
    for (unsigned i = 0; i < bytes; i++) {
        strbuf_char(out, (char)(unsigned char)(number >> 8 * i & 0xFF));
    }
}

static void put_text(StrBuf *out, StrView text)
{
    put(out, text.len, 4);
    strbuf_append(out, text);
}

/* A node by its title; a member of a group by its number in it. */
static void put_node(StrBuf *out, const YarnProgram *program, uint32_t index)
{
    StrView title = index == NAME_NONE ? SV("") : program->nodes[index].title;
    uint32_t member = 0;
    for (uint32_t i = 0; index != NAME_NONE && program->nodes[index].is_hidden && i <= index; i++) {
        member += program->nodes[i].is_hidden && program->nodes[i].hub == program->nodes[index].hub;
    }
    put_text(out, title);
    put(out, member, 4);
}

static void put_place(StrBuf *out, const YarnVm *vm)
{
    bool goes = vm->state == VM_ENTERING || vm->state == VM_LEAVING;
    put(out, vm->state, 1);
    put_node(out, vm->program, vm->node);
    put(out, vm->pc, 4);
    put_node(out, vm->program, goes ? vm->target : NAME_NONE);
}

static void put_frames(StrBuf *out, const YarnVm *vm)
{
    put(out, vm->frame_count, 4);
    for (uint32_t i = 0; i < vm->frame_count; i++) {
        put_node(out, vm->program, vm->frames[i].node);
        put(out, vm->frames[i].pc, 4);
        put(out, save_detour_number(vm->program, vm->frames[i].node, vm->frames[i].pc), 4);
    }
}

static void put_value(StrBuf *out, const YarnValue *value)
{
    uint32_t bits;
    put(out, value->type, 1);
    switch (value->type) {
    case YARN_TYPE_STRING:
        put_text(out, value->as.string);
        return;
    case YARN_TYPE_BOOL:
        put(out, value->as.boolean, 1);
        return;
    case YARN_TYPE_NUMBER:
    case YARN_TYPE_ANY:
        break;
    }
    memcpy(&bits, &value->as.number, sizeof bits);
    put(out, bits, 4);
}

static void put_variables(StrBuf *out, const YarnVm *vm)
{
    const YarnProgram *program = vm->program;
    uint32_t count = 0;
    for (uint32_t i = 1; i < program->variable_count; i++) {
        count += program->variables[i].smart_entry == NAME_NONE;
    }
    put(out, count, 4);
    for (uint32_t i = 1; i < program->variable_count; i++) {
        if (program->variables[i].smart_entry == NAME_NONE) {
            put_text(out, program->variables[i].name);
            put_value(out, &vm->variables[i].value);
        }
    }
}

static void put_counts(StrBuf *out, const YarnVm *vm)
{
    const YarnProgram *program = vm->program;
    uint32_t nodes = 0;
    uint32_t keys = 0;
    for (uint32_t i = 0; i < program->node_count; i++) {
        nodes += vm->visits[i] > 0;
    }
    for (uint32_t i = 0; i < program->once_count; i++) {
        keys += vm->views[i] > 0 || vm->seen[i];
    }
    put(out, nodes, 4);
    for (uint32_t i = 0; i < program->node_count; i++) {
        if (vm->visits[i] > 0) {
            put_node(out, program, i);
            put(out, vm->visits[i], 4);
        }
    }
    put(out, keys, 4);
    for (uint32_t i = 0; i < program->once_count; i++) {
        if (vm->views[i] > 0 || vm->seen[i]) {
            put_text(out, program->once_keys[i]);
            put(out, vm->views[i], 4);
            put(out, vm->seen[i], 1);
        }
    }
}

/* What stands on the screen: a line with the texts of its values. */
static void put_line(StrBuf *out, const YarnLineInfo *info, const StrView *values)
{
    put_text(out, info ? info->id : SV(""));
    put(out, info ? info->value_count : 0, 1);
    for (uint32_t i = 0; info && i < info->value_count; i++) {
        put_text(out, values[i]);
    }
}

static void put_screen(StrBuf *out, const YarnVm *vm)
{
    const YarnLineInfo *info = vm->last_line == NAME_NONE ? NULL : &vm->program->lines[vm->last_line];
    StrView values[YARN_VALUES_MAX];
    StrView rest = strbuf_view(&vm->last_values);
    for (uint32_t i = 0; info && i < info->value_count; i++) {
        values[i] = strview_slice(rest, 0, vm->last_lengths[i]);
        rest = strview_slice(rest, vm->last_lengths[i], rest.len);
    }
    put_line(out, info, values);
    uint32_t count = vm->state == VM_WAITING ? vm->choice_count : 0;
    put(out, count, 4);
    for (uint32_t i = 0; i < count; i++) {
        put_line(out, vm->options[i].line.info, vm->options[i].line.values);
        put(out, vm->options[i].enabled, 1);
        put(out, vm->choices[i].target, 4);
    }
}

void yarn_vm_save(const YarnVm *vm, StrBuf *out)
{
    size_t start = out->len;
    strbuf_append(out, SV(SAVE_MAGIC));
    put(out, vm->program->hash, 8);
    put(out, vm->rng.state, 8);
    put(out, vm->saliency, 1);
    put_place(out, vm);
    put_frames(out, vm);
    put_variables(out, vm);
    put_counts(out, vm);
    put_screen(out, vm);
    put(out, strview_hash(strview_slice(strbuf_view(out), start, out->len - start)), 4);
}
