/* Any bytes as a line: the text and the attributes must fit together. */
#include "sango/base/utf8.h"
#include "sango/yarn/markup.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena;
    MarkupText text;
    DiagSink diags = { 0 };
    arena_init(&arena, alloc_heap(), 4096);
    StrView line = { (const char *)data, size };
    Status status = yarn_markup_parse(&arena, line, SV("en"), (YarnPlace){ SV("f"), 1, 1 }, &diags, &text);
    if (status == STATUS_NOMEM || (status == STATUS_OK) != (diags.errors == 0)) {
        abort();
    }
    bool whole = utf8_valid_prefix(line) == size;
    for (uint32_t i = 0; i < text.attribute_count; i++) {
        const MarkupAttribute *a = &text.attributes[i];
        if ((size_t)a->start_bytes + a->length_bytes > text.text.len) {
            abort();
        }
        StrView before = strview_slice(text.text, 0, a->start_bytes);
        StrView covered = strview_slice(text.text, a->start_bytes, a->length_bytes);
        if (whole && (utf8_count(before) != a->start || utf8_count(covered) != a->length)) {
            abort();
        }
    }
    (void)markup_without_speaker(&text);
    arena_release(&arena);
    return 0;
}
