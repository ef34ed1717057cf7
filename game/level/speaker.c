#include "sango/level/command.h"

StrView level_actor_of(StrView speaker, char *out, size_t size)
{
    size_t len = 0;
    for (size_t i = 0; i < speaker.len && len < size; i++) {
        char c = speaker.data[i];
        if (c != ' ' && c != '.') {
            out[len++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
        }
    }
    return (StrView){ out, len };
}
