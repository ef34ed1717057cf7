#include "level_internal.h"
#include "sango/base/file.h"

#include <string.h>

/* Its name and text are released with the others. */
static Status read_script(LevelScripts *scripts, const LevelPack *pack, const LevelEntry *level, StrView file,
                          DiagSink *diags)
{
    StrBuf *name = &scripts->names[scripts->count];
    YarnSource *source = &scripts->sources[scripts->count++];
    *source = (YarnSource){ { NULL, 0 }, { NULL, 0 } };
    strbuf_init(name, scripts->alloc);
    strbuf_append(name, pack->folder);
    strbuf_char(name, '/');
    strbuf_append(name, file);
    if (name->failed) {
        return STATUS_NOMEM;
    }
    source->name = strbuf_view(name);
    Status status = file_tree_read(pack->files, scripts->alloc, file, PACK_FILE_BYTES_MAX, &source->text);
    if (status != STATUS_OK && status != STATUS_NOMEM) {
        diag_report(diags, DIAG_ERROR, (SourcePos){ .file = source->name }, 0, "pack-file",
                    "a file of the level '%.*s': %s", SV_ARG(level->id),
                    status == STATUS_LIMIT     ? "larger than 1 MiB"
                    : status == STATUS_INVALID ? "its name leads out of the pack"
                                               : status_text(status));
    }
    return status;
}

Status level_scripts_read(LevelScripts *scripts, const Allocator *alloc, const LevelPack *pack,
                          const LevelEntry *level, DiagSink *diags)
{
    Status status = STATUS_OK;
    scripts->alloc = alloc;
    scripts->count = 0;
    for (size_t i = 0; status == STATUS_OK && i < level->file_count; i++) {
        status = read_script(scripts, pack, level, level->files[i], diags);
    }
    return status;
}

void level_scripts_release(LevelScripts *scripts)
{
    for (size_t i = 0; i < scripts->count; i++) {
        file_free(scripts->alloc, &scripts->sources[i].text);
        strbuf_release(&scripts->names[i]);
    }
    scripts->count = 0;
}

/* Commands with {expressions} are known only when they are met. */
static void check_commands(const YarnProgram *program, DiagSink *diags)
{
    for (size_t i = 0; i < yarn_program_command_count(program); i++) {
        YarnCommandInfo info = yarn_program_command(program, i);
        Command command;
        if (!memchr(info.text.data, '{', info.text.len)) {
            (void)command_parse(info.text, info.place, diags, &command);
        }
    }
}

static void check_node(const YarnProgram *program, const LevelPack *pack, const LevelEntry *level,
                       const char *key, StrView node, DiagSink *diags)
{
    if (node.len == 0 || yarn_program_has_node(program, node)) {
        return;
    }
    StrBuf file;
    strbuf_init(&file, pack->arena.alloc);
    strbuf_append(&file, pack->folder);
    strbuf_append(&file, SV("/pack.json"));
    diag_report(diags, DIAG_ERROR, (SourcePos){ strbuf_view(&file), level->line, 1 }, 0, "pack-node",
                "the %s node '%.*s' of the level '%.*s' is not in its files", key, SV_ARG(node),
                SV_ARG(level->id));
    strbuf_release(&file);
}

Status level_open_advised(const Allocator *alloc, const LevelPack *pack, const LevelEntry *level,
                          unsigned advice, DiagSink *diags, YarnProgram **program)
{
    const StrView entries[] = { level->start, level->debrief, level->notes };
    DiagSink counting = { 0 };
    DiagSink *sink = diags ? diags : &counting;
    uint32_t errors_before = sink->errors;
    LevelScripts scripts;
    *program = NULL;
    Status status = level_scripts_read(&scripts, alloc, pack, level, sink);
    if (status == STATUS_OK) {
        size_t function_count;
        const YarnFunction *functions = level_functions(&function_count);
        YarnCompileOptions options = { .alloc = alloc,
                                       .diags = sink,
                                       .functions = functions,
                                       .function_count = function_count,
                                       .advice = advice,
                                       .entries = entries,
                                       .entry_count = sizeof entries / sizeof *entries };
        status = yarn_compile(&options, scripts.sources, scripts.count, program);
    }
    if (status == STATUS_OK) {
        check_commands(*program, sink);
        check_node(*program, pack, level, "start", level->start, sink);
        check_node(*program, pack, level, "debrief", level->debrief, sink);
        check_node(*program, pack, level, "notes", level->notes, sink);
        status = sink->errors > errors_before ? STATUS_INVALID : STATUS_OK;
    }
    if (status != STATUS_OK) {
        yarn_program_destroy(*program);
        *program = NULL;
    }
    level_scripts_release(&scripts);
    return status;
}

Status level_open(const Allocator *alloc, const LevelPack *pack, const LevelEntry *level, DiagSink *diags,
                  YarnProgram **program)
{
    return level_open_advised(alloc, pack, level, 0, diags, program);
}
