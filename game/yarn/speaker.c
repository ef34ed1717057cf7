#include "speaker_internal.h"

#include <string.h>

size_t speaker_find_end(StrView line)
{
    bool in_marker = false;
    if (line.len == 0 || !memchr(line.data, ':', line.len)) {
        return 0; /* most lines */
    }
    for (size_t i = 0; i < line.len; i++) {
        char c = line.data[i];
        if (c == '\\') {
            i++;
        } else if (c == '[' || c == ']') {
            in_marker = c == '[';
        } else if (c == ':' && !in_marker) {
            return i + 1;
        }
    }
    return 0;
}

StrView speaker_name(StrView line)
{
    size_t end = speaker_find_end(line);
    return end ? strview_trim(strview_slice(line, 0, end - 1)) : SV("");
}
