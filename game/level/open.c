#include "level_internal.h"
#include "sango/base/file.h"

#include <string.h>

/* A script with its name; both are freed when the program is compiled. */
typedef struct Script {
    StrBuf name;
    StrView text;
} Script;

static Status read_script(const Allocator *alloc, const LevelPack *pack, const LevelEntry *level,
                          StrView file, DiagSink *diags, Script *script)
{
    strbuf_init(&script->name, alloc);
    strbuf_append(&script->name, pack->folder);
    strbuf_char(&script->name, '/');
    strbuf_append(&script->name, file);
    if (script->name.failed) {
        return STATUS_NOMEM;
    }
    Status status = file_read(alloc, script->name.data, PACK_FILE_BYTES_MAX, &script->text);
    if (status != STATUS_OK && status != STATUS_NOMEM) {
        diag_report(diags, DIAG_ERROR, (SourcePos){ .file = strbuf_view(&script->name) }, 0, "pack-file",
                    "a file of the level '%.*s': %s", SV_ARG(level->id),
                    status == STATUS_LIMIT ? "larger than 1 MiB" : status_text(status));
    }
    return status;
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
    Script scripts[PACK_LEVEL_FILES_MAX];
    YarnSource sources[PACK_LEVEL_FILES_MAX];
    size_t count = 0;
    Status status = STATUS_OK;
    *program = NULL;
    while (status == STATUS_OK && count < level->file_count) {
        scripts[count] = (Script){ 0 };
        status = read_script(alloc, pack, level, level->files[count], sink, &scripts[count]);
        sources[count] = (YarnSource){ strbuf_view(&scripts[count].name), scripts[count].text };
        count++;
    }
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
        status = yarn_compile(&options, sources, count, program);
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
    for (size_t i = 0; i < count; i++) {
        file_free(alloc, &scripts[i].text);
        strbuf_release(&scripts[i].name);
    }
    return status;
}

Status level_open(const Allocator *alloc, const LevelPack *pack, const LevelEntry *level, DiagSink *diags,
                  YarnProgram **program)
{
    return level_open_advised(alloc, pack, level, 0, diags, program);
}
