#include "types.h"

#include <string.h>

/* The program's own copy of a source: its names and texts are views into it. */
static bool add_source(Compiler *compiler, uint32_t file)
{
    const YarnSource *source = &compiler->sources[file];
    YarnProgram *program = compiler->program;
    program->file_names[file] = arena_copy(&program->arena, source->name);
    compiler->texts[file] = SV("");
    if (source->text.len > YARN_FILE_MAX) {
        compile_limit(compiler, (Pos){ .file = file }, "yarn-file-size",
                      "this file has %zu bytes; a script may have %d", source->text.len, YARN_FILE_MAX);
        return true;
    }
    compiler->texts[file] = arena_copy(&program->arena, source->text);
    return program->file_names[file].data && compiler->texts[file].data;
}

static void add_function_names(Compiler *compiler)
{
    size_t count = BUILTIN_COUNT + compiler->options->function_count;
    for (uint32_t i = 0; i < count; i++) {
        const char *name = i < BUILTIN_COUNT ? library_builtin(i)->name
                                             : compiler->options->functions[i - BUILTIN_COUNT].name;
        if (names_add(&compiler->function_names, &compiler->work, strview_from_cstr(name), i) == NAME_NONE) {
            compile_set_nomem(compiler);
            return;
        }
    }
}

void compile_read(Compiler *compiler)
{
    YarnProgram *program = compiler->program;
    uint32_t count = compiler->source_count;
    compiler->texts = ARENA_ARRAY(&compiler->work, StrView, (size_t)count + 1);
    program->file_names = ARENA_ARRAY(&program->arena, StrView, (size_t)count + 1);
    if (!compiler->texts || !program->file_names) {
        compile_set_nomem(compiler);
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (!add_source(compiler, i)) {
            compile_set_nomem(compiler);
            return;
        }
    }
    add_function_names(compiler);
    for (uint32_t i = 0; i < count && !compile_is_over(compiler); i++) {
        parse_source(compiler, i);
    }
    if (!compile_is_over(compiler)) {
        compile_check_memory(compiler, (Pos){ 0 });
    }
    if (!compile_is_over(compiler)) {
        check_program(compiler);
    }
}

/* Eight bytes a step: byte by byte this was a tenth of a compilation. The shift brings
 * what a step did to the upper half to where the next multiplication spreads it. */
static void mix(uint64_t *hash, const void *bytes, size_t len)
{
    const unsigned char *at = bytes;
    for (; len >= sizeof(uint64_t); at += sizeof(uint64_t), len -= sizeof(uint64_t)) {
        uint64_t eight;
        memcpy(&eight, at, sizeof eight);
        *hash = (*hash ^ eight) * 0x9E3779B97F4A7C15u;
        *hash ^= *hash >> 32;
    }
    for (size_t i = 0; i < len; i++) {
        *hash = (*hash ^ at[i]) * 1099511628211u;
    }
}

static void mix_text(uint64_t *hash, StrView text)
{
    uint32_t len = (uint32_t)text.len;
    mix(hash, &len, sizeof len);
    mix(hash, text.data, text.len);
}

/* Over what decides how the program plays. */
static uint64_t hash_program(const YarnProgram *program)
{
    uint64_t hash = 14695981039346656037u;
    mix(&hash, program->code, program->code_count * sizeof *program->code);
    mix(&hash, program->numbers, program->number_count * sizeof *program->numbers);
    for (uint32_t i = 0; i < program->string_count; i++) {
        mix_text(&hash, program->strings[i]);
    }
    for (uint32_t i = 0; i < program->line_count; i++) {
        mix_text(&hash, program->lines[i].id);
        mix_text(&hash, program->lines[i].text);
        for (uint32_t tag = 0; tag < program->lines[i].tag_count; tag++) {
            mix_text(&hash, program->lines[i].tags[tag]);
        }
    }
    for (uint32_t i = 0; i < program->command_count; i++) {
        mix_text(&hash, program->commands[i].text);
    }
    for (uint32_t i = 0; i < program->node_count; i++) {
        mix_text(&hash, program->nodes[i].title);
    }
    for (uint32_t i = 0; i < program->variable_count; i++) {
        const VariableRecord *variable = &program->variables[i];
        mix_text(&hash, variable->name);
        uint32_t type = variable->initial.type;
        mix(&hash, &type, sizeof type);
        if (variable->initial.type == YARN_TYPE_STRING) {
            mix_text(&hash, variable->initial.as.string);
        } else if (variable->initial.type == YARN_TYPE_NUMBER) {
            mix(&hash, &variable->initial.as.number, sizeof(float));
        } else {
            mix(&hash, &variable->initial.as.boolean, sizeof(bool));
        }
    }
    return hash;
}

static YarnProgram *new_program(const YarnCompileOptions *options)
{
    YarnProgram *program = alloc_take(options->alloc, 1, sizeof *program);
    if (program) {
        program->alloc = options->alloc;
        program->functions = options->functions;
        program->function_count = options->function_count;
        arena_init(&program->arena, options->alloc, 16 * 1024);
    }
    return program;
}

static Status finish(Compiler *compiler, YarnProgram **program)
{
    Status status = compiler->status;
    if (status == STATUS_OK && compiler->errors > 0) {
        status = STATUS_INVALID;
    }
    if (status == STATUS_OK) {
        compiler->program->hash = hash_program(compiler->program);
        *program = compiler->program;
    } else {
        yarn_program_destroy(compiler->program);
    }
    return status;
}

static Status report_too_many(const YarnCompileOptions *options, const YarnSource *sources,
                              size_t source_count)
{
    SourcePos pos = { .file = source_count ? sources[0].name : SV("scripts") };
    if (options->diags && source_count > YARN_SOURCES_MAX) {
        diag_report(options->diags, DIAG_ERROR, pos, 0, "yarn-source-count",
                    "%zu scripts together; there may be %d", source_count, YARN_SOURCES_MAX);
    } else if (options->diags) {
        diag_report(options->diags, DIAG_ERROR, pos, 0, "yarn-function-count",
                    "%zu functions of the game; there may be %d", options->function_count,
                    YARN_FUNCTIONS_MAX);
    }
    return STATUS_LIMIT;
}

typedef struct CompileRun {
    Compiler compiler; /* first, so that one stands for the other */
    TypeTable types;
} CompileRun;

Status compile_open(const YarnCompileOptions *options, const YarnSource *sources, size_t source_count,
                    Compiler **opened)
{
    *opened = NULL;
    if (source_count > YARN_SOURCES_MAX || options->function_count > YARN_FUNCTIONS_MAX) {
        return report_too_many(options, sources, source_count);
    }
    CompileRun *run = alloc_take(options->alloc, 1, sizeof *run);
    YarnProgram *made = new_program(options);
    if (!run || !made) {
        alloc_free(options->alloc, run, sizeof *run);
        yarn_program_destroy(made);
        return STATUS_NOMEM;
    }
    Compiler *compiler = &run->compiler;
    compiler->options = options;
    compiler->diags = options->diags ? options->diags : &compiler->own_diags;
    compiler->alloc_scratch = options->alloc;
    compiler->program = made;
    compiler->sources = sources;
    compiler->source_count = (uint32_t)source_count;
    compiler->types = &run->types;
    compiler->nodes_tail = &compiler->nodes;
    compiler->lines_tail = &compiler->lines;
    compiler->declarations_tail = &compiler->declarations;
    compiler->enums_tail = &compiler->enums;
    compiler->file_tags_tail = &compiler->file_tags;
    arena_init(&compiler->work, options->alloc, 64 * 1024);
    arena_init(&compiler->line_nodes, options->alloc, 16 * 1024);
    *opened = compiler;
    return STATUS_OK;
}

void compile_close(Compiler *compiler)
{
    const Allocator *alloc = compiler->alloc_scratch;
    TypeTable *types = compiler->types;
    alloc_free(alloc, types->parents, types->capacity * sizeof *types->parents);
    alloc_free(alloc, compiler->variables, compiler->variable_capacity * sizeof *compiler->variables);
    alloc_free(alloc, compiler->inferred, compiler->inferred_capacity * sizeof *compiler->inferred);
    arena_release(&compiler->work);
    arena_release(&compiler->line_nodes);
    alloc_free(alloc, compiler, sizeof(CompileRun));
}

Status yarn_compile(const YarnCompileOptions *options, const YarnSource *sources, size_t source_count,
                    YarnProgram **program)
{
    Compiler *compiler;
    *program = NULL;
    Status status = compile_open(options, sources, source_count, &compiler);
    if (status != STATUS_OK) {
        return status;
    }
    compile_read(compiler);
    if (compiler->errors == 0 && compiler->status == STATUS_OK) {
        emit_program(compiler);
    }
    status = finish(compiler, program);
    compile_close(compiler);
    return status;
}
