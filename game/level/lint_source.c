#include "lint_internal.h"
#include "sango/base/utf8.h"

#include <string.h>

/* The text of a place's line; empty when it cannot be found. */
static StrView line_at(const Lint *lint, YarnPlace place)
{
    for (size_t i = 0; i < lint->scripts.count; i++) {
        StrView rest = lint->scripts.sources[i].text, line = SV("");
        if (!strview_equal(lint->scripts.sources[i].name, place.file)) {
            continue;
        }
        for (uint32_t number = 1; strview_take(&rest, '\n', &line); number++) {
            if (number == place.line) {
                return line;
            }
        }
    }
    return SV("");
}

/* Bytes of the first `count` code points. */
static size_t bytes_of(StrView text, uint32_t count)
{
    size_t at = 0;
    while (at < text.len && count) {
        at++;
        count -= at == text.len || ((unsigned char)text.data[at] & 0xC0) != 0x80;
    }
    return at;
}

YarnPlace lint_place_of(const Lint *lint, YarnPlace place, StrView word)
{
    StrView line = line_at(lint, place);
    size_t from = place.column ? bytes_of(line, place.column - 1) : 0;
    for (size_t at = from; word.len && at + word.len <= line.len; at++) {
        if (memcmp(line.data + at, word.data, word.len) == 0) {
            place.column = 1 + (uint32_t)utf8_count(strview_slice(line, 0, at));
            return place;
        }
    }
    return place;
}
