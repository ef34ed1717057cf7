#include "compile_internal.h"
#include "sango/base/utf8.h"

#include <stdio.h>
#include <string.h>

void compile_set_nomem(Compiler *compiler)
{
    compiler->status = STATUS_NOMEM;
}

bool compile_is_over(const Compiler *compiler)
{
    return compiler->status == STATUS_NOMEM || compiler->errors >= YARN_ERRORS_MAX || compiler->is_full;
}

void compile_check_memory(Compiler *compiler, Pos pos)
{
    size_t most = compiler->options->memory_max ? compiler->options->memory_max : (size_t)YARN_MEMORY_MAX;
    size_t taken =
        compiler->work.total_bytes + compiler->line_nodes.total_bytes + compiler->program->arena.total_bytes;
    if (taken > most && !compile_is_over(compiler)) {
        compile_limit(compiler, pos, "yarn-memory", "the scripts need more than %zu bytes of memory", most);
        compiler->is_full = true;
    }
}

static void *take_from(Compiler *compiler, Arena *arena, size_t size)
{
    void *taken = arena_take(arena, 1, size);
    if (!taken) {
        compile_set_nomem(compiler);
        taken = memset(compiler->spare, 0, sizeof compiler->spare);
    }
    return taken;
}

void *compile_take(Compiler *compiler, size_t size)
{
    return take_from(compiler, &compiler->work, size);
}

LineNode *compile_take_line(Compiler *compiler)
{
    return take_from(compiler, &compiler->line_nodes, sizeof(LineNode));
}

StrView compile_format(Compiler *compiler, const char *fmt, ...)
{
    StrBuf text;
    strbuf_init(&text, compiler->alloc_scratch);
    va_list args;
    va_start(args, fmt);
    strbuf_vprintf(&text, fmt, args);
    va_end(args);
    StrView kept = arena_copy(&compiler->program->arena, strbuf_view(&text));
    if (text.failed || !kept.data) {
        compile_set_nomem(compiler);
        kept = SV("");
    }
    strbuf_release(&text);
    return kept;
}

static size_t line_start(StrView text, size_t offset)
{
    while (offset > 0 && text.data[offset - 1] != '\n' && text.data[offset - 1] != '\r') {
        offset--;
    }
    return offset;
}

YarnPlace compile_place(const Compiler *compiler, Pos pos)
{
    StrView text = compiler->texts[pos.file];
    size_t offset = pos.offset < text.len ? pos.offset : text.len;
    size_t start = line_start(text, offset);
    if (start == 0 && strview_starts_with(text, SV("\xEF\xBB\xBF")) && offset >= 3) {
        start = 3; /* a byte order mark takes no column */
    }
    size_t column = utf8_count(strview_slice(text, start, offset - start)) + 1;
    return (YarnPlace){ compiler->program->file_names[pos.file], pos.line, (uint32_t)column };
}

static void report(Compiler *compiler, DiagLevel level, Pos pos, const char *code, const char *message)
{
    SourcePos place = { compiler->sources[pos.file].name, 0, 0 };
    uint32_t length = 0;
    if (pos.line) {
        YarnPlace exact = compile_place(compiler, pos);
        place.line = exact.line;
        place.column = exact.column;
        length = (uint32_t)utf8_count(strview_slice(compiler->texts[pos.file], pos.offset, pos.length));
        length = length ? length : 1; /* what is missing is shown as one letter wide */
    }
    diag_report(compiler->diags, level, place, length, code, "%s", message);
}

#define FORMAT_MESSAGE(message, fmt)                                                                         \
    char message[512];                                                                                       \
    va_list args;                                                                                            \
    va_start(args, fmt);                                                                                     \
    int written = vsnprintf(message, sizeof message, fmt, args);                                             \
    va_end(args);                                                                                            \
    if (written >= (int)sizeof message) {                                                                    \
        message[utf8_valid_prefix((StrView){ message, strlen(message) })] = '\0';                            \
    }

void compile_error(Compiler *compiler, Pos pos, const char *code, const char *fmt, ...)
{
    if (compile_is_over(compiler)) {
        return;
    }
    FORMAT_MESSAGE(message, fmt)
    compiler->is_muted = false;
    report(compiler, DIAG_ERROR, pos, code, message);
    if (++compiler->errors == YARN_ERRORS_MAX) {
        report(compiler, DIAG_NOTE, (Pos){ .file = pos.file }, "yarn-many-errors",
               "too many mistakes; the rest is not shown");
    }
}

void compile_limit(Compiler *compiler, Pos pos, const char *code, const char *fmt, ...)
{
    if (compile_is_over(compiler)) {
        return;
    }
    FORMAT_MESSAGE(message, fmt)
    report(compiler, DIAG_ERROR, pos, code, message);
    compiler->errors++;
    compiler->status = STATUS_LIMIT;
}

void compile_warning(Compiler *compiler, Pos pos, const char *code, const char *fmt, ...)
{
    if (compile_is_over(compiler)) {
        return;
    }
    compiler->is_muted = compiler->warnings >= YARN_WARNINGS_MAX;
    if (compiler->is_muted) {
        if (compiler->warnings++ == YARN_WARNINGS_MAX) {
            report(compiler, DIAG_NOTE, (Pos){ .file = pos.file }, "yarn-many-warnings",
                   "too many warnings; the rest is not shown");
        }
        return;
    }
    FORMAT_MESSAGE(message, fmt)
    report(compiler, DIAG_WARNING, pos, code, message);
    compiler->warnings++;
}

void compile_note(Compiler *compiler, Pos pos, const char *fmt, ...)
{
    if (compile_is_over(compiler) || compiler->is_muted) {
        return;
    }
    FORMAT_MESSAGE(message, fmt)
    report(compiler, DIAG_NOTE, pos, "", message);
}

void compile_suggest(Compiler *compiler, Pos pos, const NameMap *map, StrView name)
{
    bool is_heard = compiler->diags->report && !compiler->is_muted && !compile_is_over(compiler);
    if (!is_heard || compiler->suggestions++ >= YARN_ERRORS_MAX) {
        return; /* looking among all names takes its time */
    }
    StrView near = names_nearest(map, name);
    if (near.len) {
        compile_note(compiler, pos, "did you mean '%.*s'?", SV_ARG(near));
    }
}
