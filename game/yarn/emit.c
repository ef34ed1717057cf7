#include "emit_internal.h"

#include <string.h>

/* has_any_content() in a condition works out other conditions inside it, so deep at most. */
enum { GROUP_LEVELS = 16 };

void emit_word(Emitter *emitter, uint32_t word)
{
    uint32_t *grown = alloc_grow(emitter->compiler->alloc_scratch, emitter->code, &emitter->code_capacity,
                                 emitter->code_count + 1, sizeof *grown);
    if (!grown) {
        compile_set_nomem(emitter->compiler);
        return;
    }
    emitter->code = grown;
    grown[emitter->code_count++] = word;
}

uint32_t emit_op(Emitter *emitter, Opcode op, uint32_t arg)
{
    uint32_t at = (uint32_t)emitter->code_count;
    if (at >= YARN_ARG_MAX || arg > YARN_ARG_MAX) {
        if (emitter->compiler->status == STATUS_OK) {
            compile_limit(emitter->compiler, (Pos){ 0 }, "yarn-program-size",
                          "the scripts are too large together");
        }
        return at;
    }
    emit_word(emitter, (uint32_t)op | arg << 8);
    return at;
}

void emit_effect(Emitter *emitter, int pushed)
{
    emitter->depth = (uint32_t)((int)emitter->depth + pushed);
    emitter->depth_max = emitter->depth > emitter->depth_max ? emitter->depth : emitter->depth_max;
}

void emit_at(Emitter *emitter, Pos pos)
{
    /* What left no code needs no mark: the one before is then replaced. */
    if (emitter->mark_count && emitter->marks[emitter->mark_count - 1].code == emitter->code_count) {
        emitter->mark_count--;
    }
    PlaceMark *grown = alloc_grow(emitter->compiler->alloc_scratch, emitter->marks, &emitter->mark_capacity,
                                  emitter->mark_count + 1, sizeof *grown);
    if (!grown) {
        compile_set_nomem(emitter->compiler);
        return;
    }
    emitter->marks = grown;
    YarnPlace place = compile_place(emitter->compiler, pos);
    grown[emitter->mark_count++] =
        (PlaceMark){ (uint32_t)emitter->code_count, place.line, place.column, pos.file };
}

uint32_t emit_string(Emitter *emitter, StrView text)
{
    Compiler *compiler = emitter->compiler;
    StrView key = text.data ? text : SV("");
    uint32_t index = names_add(&emitter->string_map, &compiler->work, key, (uint32_t)emitter->string_count);
    if (index != emitter->string_count) {
        if (index == NAME_NONE) {
            compile_set_nomem(compiler);
            return 0;
        }
        return index;
    }
    StrView *grown = alloc_grow(compiler->alloc_scratch, emitter->strings, &emitter->string_capacity,
                                emitter->string_count + 1, sizeof *grown);
    if (!grown) {
        compile_set_nomem(compiler);
        return 0;
    }
    emitter->strings = grown;
    grown[emitter->string_count++] = key;
    return index;
}

uint32_t emit_once_key(Emitter *emitter, StrView key)
{
    Compiler *compiler = emitter->compiler;
    uint32_t index = names_add(&emitter->program->once_names, &emitter->program->arena, key,
                               (uint32_t)emitter->once_count);
    if (index != emitter->once_count) {
        if (index == NAME_NONE) {
            compile_set_nomem(compiler);
            return 0;
        }
        return index;
    }
    StrView *grown = alloc_grow(compiler->alloc_scratch, emitter->once_keys, &emitter->once_capacity,
                                emitter->once_count + 1, sizeof *grown);
    if (!grown) {
        compile_set_nomem(compiler);
        return 0;
    }
    emitter->once_keys = grown;
    grown[emitter->once_count++] = key;
    return index;
}

static void *keep(Emitter *emitter, const void *items, size_t count, size_t size)
{
    void *kept = arena_take(&emitter->program->arena, count ? count : 1, size);
    if (!kept) {
        compile_set_nomem(emitter->compiler);
    } else if (count) {
        memcpy(kept, items, count * size);
    }
    return kept;
}

static void keep_all(Emitter *emitter)
{
    YarnProgram *program = emitter->program;
    program->code = keep(emitter, emitter->code, emitter->code_count, sizeof *emitter->code);
    program->code_count = (uint32_t)emitter->code_count;
    program->marks = keep(emitter, emitter->marks, emitter->mark_count, sizeof *emitter->marks);
    program->mark_count = (uint32_t)emitter->mark_count;
    program->numbers = keep(emitter, emitter->numbers, emitter->number_count, sizeof *emitter->numbers);
    program->number_count = (uint32_t)emitter->number_count;
    program->strings = keep(emitter, emitter->strings, emitter->string_count, sizeof *emitter->strings);
    program->string_count = (uint32_t)emitter->string_count;
    program->commands = keep(emitter, emitter->commands, emitter->command_count, sizeof *emitter->commands);
    program->command_values = keep(emitter, emitter->command_values, emitter->command_count, 1);
    program->command_count = (uint32_t)emitter->command_count;
    program->once_keys = keep(emitter, emitter->once_keys, emitter->once_count, sizeof *emitter->once_keys);
    program->once_count = (uint32_t)emitter->once_count;
    program->smart_levels = emitter->compiler->smart_levels;
    program->stack_max = (emitter->depth_max + 1) * (program->smart_levels + GROUP_LEVELS);
}

static void release(Emitter *emitter)
{
    const Allocator *alloc = emitter->compiler->alloc_scratch;
    alloc_free(alloc, emitter->code, emitter->code_capacity * sizeof *emitter->code);
    alloc_free(alloc, emitter->marks, emitter->mark_capacity * sizeof *emitter->marks);
    alloc_free(alloc, emitter->numbers, emitter->number_capacity * sizeof *emitter->numbers);
    alloc_free(alloc, emitter->strings, emitter->string_capacity * sizeof *emitter->strings);
    alloc_free(alloc, emitter->commands, emitter->command_capacity * sizeof *emitter->commands);
    alloc_free(alloc, emitter->command_values, emitter->command_values_capacity);
    alloc_free(alloc, emitter->once_keys, emitter->once_capacity * sizeof *emitter->once_keys);
}

void emit_program(Compiler *compiler)
{
    Emitter emitter = { .compiler = compiler, .program = compiler->program };
    emit_word(&emitter, OP_STOP); /* position 0 ends lists of jumps */
    emit_tables(&emitter);
    if (!compile_is_over(compiler)) {
        emit_node_bodies(&emitter);
        emit_hubs(&emitter);
        emit_smart_variables(&emitter);
    }
    if (!compile_is_over(compiler) && compiler->status == STATUS_OK) {
        keep_all(&emitter);
    }
    release(&emitter);
}
