#include "author_internal.h"

#include <string.h>

/* RFC 4180: quotes where commas, quotes, breaks or blanks at an end would be lost. */
static void append_field(StrBuf *out, StrView text)
{
    bool is_plain = text.len == 0 || !strchr(" \t", text.data[0]);
    is_plain = is_plain && (text.len == 0 || !strchr(" \t", text.data[text.len - 1]));
    for (size_t i = 0; is_plain && i < text.len; i++) {
        is_plain = text.data[i] == '\0' || !strchr(",\"\r\n", text.data[i]);
    }
    if (is_plain) {
        strbuf_append(out, text);
        return;
    }
    strbuf_char(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '"') {
            strbuf_char(out, '"');
        }
        strbuf_char(out, text.data[i]);
    }
    strbuf_char(out, '"');
}

/* What helps to translate: "a choice; speaker: Kofi; before it: …". */
static void append_comment(StrBuf *out, const StringsText *text, StrBuf *scratch)
{
    strbuf_clear(scratch);
    if (text->is_option) {
        strbuf_append(scratch, SV("a choice"));
    }
    if (text->speaker.len) {
        strbuf_printf(scratch, "%sspeaker: %.*s", scratch->len ? "; " : "", SV_ARG(text->speaker));
    }
    if (text->before.len) {
        strbuf_printf(scratch, "%sbefore it: %.*s", scratch->len ? "; " : "", SV_ARG(text->before));
    }
    out->failed = out->failed || scratch->failed;
    append_field(out, strbuf_view(scratch));
}

static void append_row(StrBuf *out, const StringsText *text, const TextMatch *match,
                       const StringsOptions *options, StrBuf *scratch)
{
    char lock[STRINGS_LOCK_BYTES];
    bool is_done = match->text.len > 0;
    strings_lock(text->text, lock);
    append_field(out, is_done ? options->language : options->source_language);
    strbuf_clear(scratch);
    strbuf_printf(scratch, "%s%.*s", text->is_line ? "line:" : "", SV_ARG(text->id));
    strbuf_char(out, ',');
    append_field(out, strbuf_view(scratch));
    strbuf_clear(scratch);
    strbuf_append(scratch, match->is_fuzzy ? needs_update : SV(""));
    strbuf_append(scratch, is_done ? match->text : text->text);
    strbuf_char(out, ',');
    append_field(out, strbuf_view(scratch));
    strbuf_char(out, ',');
    append_field(out, text->place.file);
    strbuf_char(out, ',');
    append_field(out, text->node);
    strbuf_printf(out, ",%u,%.*s,", (unsigned)text->place.line, STRINGS_LOCK_BYTES, lock);
    append_comment(out, text, scratch);
    strbuf_append(out, SV("\r\n"));
}

void strings_write_csv(const StringsTable *table, const Translation *translation,
                       const StringsOptions *options, StrBuf *out)
{
    StrBuf scratch;
    strbuf_init(&scratch, out->alloc);
    strbuf_append(out, SV("language,id,text,file,node,lineNumber,lock,comment\r\n"));
    for (size_t i = 0; i < table->count; i++) {
        TextMatch match = translation_match(translation, &table->items[i]);
        append_row(out, &table->items[i], &match, options, &scratch);
        out->failed = out->failed || scratch.failed;
    }
    strbuf_release(&scratch);
}
