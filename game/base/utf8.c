#include "sango/base/utf8.h"

#include <string.h>

/* Length of the sequence that `lead` begins and the smallest value it may hold;
 * 0 for a byte that begins none. */
static size_t sequence_len(unsigned char lead, uint32_t *least)
{
    if (lead < 0x80) {
        *least = 0;
        return 1;
    }
    if (lead >= 0xC2 && lead < 0xE0) {
        *least = 0x80;
        return 2;
    }
    if (lead >= 0xE0 && lead < 0xF0) {
        *least = 0x800;
        return 3;
    }
    if (lead >= 0xF0 && lead < 0xF5) {
        *least = 0x10000;
        return 4;
    }
    return 0;
}

/* Bytes of the valid sequence at the front; 0 when there is none. */
static size_t decode(StrView text, uint32_t *codepoint)
{
    uint32_t least = 0;
    unsigned char lead = (unsigned char)text.data[0];
    size_t len = sequence_len(lead, &least);
    if (len == 0 || len > text.len) {
        return 0;
    }
    uint32_t value = len == 1 ? lead : lead & (0x7Fu >> len);
    for (size_t i = 1; i < len; i++) {
        unsigned char next = (unsigned char)text.data[i];
        if ((next & 0xC0) != 0x80) {
            return 0;
        }
        value = value << 6 | (next & 0x3F);
    }
    if (value < least || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) {
        return 0;
    }
    *codepoint = value;
    return len;
}

/* Bytes of ASCII at the front, in steps of eight: most text is nothing else. */
static size_t ascii_prefix(StrView text)
{
    size_t len = 0;
    uint64_t eight;
    while (text.len - len >= sizeof eight) {
        memcpy(&eight, text.data + len, sizeof eight);
        if (eight & 0x8080808080808080u) {
            break;
        }
        len += sizeof eight;
    }
    return len;
}

bool utf8_take(StrView *rest, uint32_t *codepoint, bool *valid)
{
    if (rest->len == 0) {
        return false;
    }
    size_t len = decode(*rest, codepoint);
    if (valid) {
        *valid = len != 0;
    }
    if (len == 0) {
        *codepoint = UTF8_REPLACEMENT;
        len = 1;
    }
    rest->data += len;
    rest->len -= len;
    return true;
}

size_t utf8_valid_prefix(StrView text)
{
    StrView rest = text;
    uint32_t codepoint;
    while (rest.len) {
        size_t len = ascii_prefix(rest);
        if (len == 0) {
            len = decode(rest, &codepoint);
        }
        if (len == 0) {
            break;
        }
        rest.data += len;
        rest.len -= len;
    }
    return text.len - rest.len;
}

size_t utf8_count(StrView text)
{
    size_t count = 0;
    uint32_t codepoint;
    while (utf8_take(&text, &codepoint, NULL)) {
        count++;
    }
    return count;
}

size_t utf8_write(uint32_t codepoint, char out[4])
{
    if (codepoint > 0x10FFFF || (codepoint >= 0xD800 && codepoint < 0xE000)) {
        codepoint = UTF8_REPLACEMENT;
    }
    if (codepoint < 0x80) {
        out[0] = (char)codepoint;
        return 1;
    }
    if (codepoint < 0x800) {
        out[0] = (char)(0xC0 | codepoint >> 6);
        out[1] = (char)(0x80 | (codepoint & 0x3F));
        return 2;
    }
    if (codepoint < 0x10000) {
        out[0] = (char)(0xE0 | codepoint >> 12);
        out[1] = (char)(0x80 | (codepoint >> 6 & 0x3F));
        out[2] = (char)(0x80 | (codepoint & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | codepoint >> 18);
    out[1] = (char)(0x80 | (codepoint >> 12 & 0x3F));
    out[2] = (char)(0x80 | (codepoint >> 6 & 0x3F));
    out[3] = (char)(0x80 | (codepoint & 0x3F));
    return 4;
}
