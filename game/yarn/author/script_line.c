#include "script_line.h"

#include "sango/base/utf8.h"

#include <string.h>

void script_cursor_init(ScriptCursor *cursor, StrView text)
{
    *cursor = (ScriptCursor){ .text = text, .line = 1 };
    if (strview_starts_with(text, SV("\xEF\xBB\xBF"))) {
        cursor->at = 3; /* a byte order mark takes no column */
    }
}

static bool is_break(char c)
{
    return c == '\n' || c == '\r';
}

/* LF, CR or CR LF, as the lexer counts lines. */
static void step_line(ScriptCursor *cursor)
{
    StrView text = cursor->text;
    while (cursor->at < text.len && !is_break(text.data[cursor->at])) {
        cursor->at++;
    }
    bool is_pair =
        cursor->at + 1 < text.len && text.data[cursor->at] == '\r' && text.data[cursor->at + 1] == '\n';
    cursor->at += is_pair ? 2 : 1;
    cursor->line++;
}

/* Behind an expression and what closes it; strings in it may hold that too. */
static size_t skip_expression(StrView line, size_t at, StrView close)
{
    bool in_string = false;
    for (; at < line.len; at++) {
        if (in_string && line.data[at] == '\\') {
            at++;
        } else if (line.data[at] == '"') {
            in_string = !in_string;
        } else if (!in_string && strview_starts_with(strview_slice(line, at, close.len), close)) {
            return at + close.len;
        }
    }
    return line.len;
}

StrView script_tag_text(StrView text)
{
    size_t len = 0;
    while (len < text.len && !strchr(" \t#$<\r\n", text.data[len]) &&
           !strview_starts_with(strview_slice(text, len, 2), SV("//"))) {
        len++;
    }
    return strview_slice(text, 0, len);
}

/* `line` from where its text begins. Offsets of the result are in `line`. */
static ScriptLine scan_line(StrView line)
{
    ScriptLine found = { 0 };
    size_t at = 0;
    while (at < line.len) {
        char c = line.data[at];
        StrView rest = strview_slice(line, at, line.len);
        if (strview_starts_with(rest, SV("//"))) {
            found.has_comment = found.end == at;
            found.is_cut = at > 0 && line.data[at - 1] == ':';
            break;
        }
        if (c == '\\') {
            at += 2;
        } else if (c == '{') {
            at = skip_expression(line, at + 1, SV("}"));
        } else if (strview_starts_with(rest, SV("<<"))) {
            at = skip_expression(line, at + 2, SV(">>"));
        } else if (c == '#') {
            StrView tag = script_tag_text(strview_slice(line, at + 1, line.len));
            found.is_shadow = found.is_shadow || strview_starts_with(tag, SV("shadow:"));
            at += 1 + tag.len;
        } else {
            at++;
        }
        if (c != ' ' && c != '\t') {
            found.end = at < line.len ? at : line.len;
        }
    }
    return found;
}

ScriptLine script_cursor_find(ScriptCursor *cursor, YarnPlace place)
{
    while (cursor->line < place.line && cursor->at < cursor->text.len) {
        step_line(cursor);
    }
    size_t end = cursor->at;
    while (end < cursor->text.len && !is_break(cursor->text.data[end])) {
        end++;
    }
    StrView rest = strview_slice(cursor->text, cursor->at, end - cursor->at);
    for (uint32_t column = 1; column < place.column && utf8_take(&rest, &(uint32_t){ 0 }, NULL);) {
        column++;
    }
    size_t start = end - rest.len;
    ScriptLine found = scan_line(rest);
    found.end += start;
    return found;
}
