#include "markup_internal.h"

#include <string.h>

bool markup_is_ascii(StrView text)
{
    uint64_t high = 0;
    size_t i = 0;
    for (; i + sizeof high <= text.len; i += sizeof high) {
        uint64_t eight;
        memcpy(&eight, text.data + i, sizeof eight);
        high |= eight;
    }
    for (; i < text.len; i++) {
        high |= (unsigned char)text.data[i];
    }
    return (high & 0x8080808080808080u) == 0;
}

bool markup_same_name(StrView a, StrView b)
{
    if (a.len != b.len) {
        return false;
    }
    for (size_t i = 0; i < a.len; i++) {
        char x = a.data[i];
        char y = b.data[i];
        x = x >= 'A' && x <= 'Z' ? (char)(x - 'A' + 'a') : x;
        y = y >= 'A' && y <= 'Z' ? (char)(y - 'A' + 'a') : y;
        if (x != y) {
            return false;
        }
    }
    return true;
}

const MarkupAttribute *markup_find(const MarkupText *text, StrView name)
{
    for (uint32_t i = 0; i < text->attribute_count; i++) {
        if (markup_same_name(text->attributes[i].name, name)) {
            return &text->attributes[i];
        }
    }
    return NULL;
}

const YarnValue *markup_property(const MarkupAttribute *attribute, StrView name)
{
    for (uint32_t i = 0; i < attribute->property_count; i++) {
        if (markup_same_name(attribute->properties[i].name, name)) {
            return &attribute->properties[i].value;
        }
    }
    return NULL;
}

StrView markup_without_speaker(const MarkupText *text)
{
    const MarkupAttribute *character = markup_find(text, SV("character"));
    if (!character || character->start != 0) {
        return text->text;
    }
    return strview_slice(text->text, character->length_bytes, SIZE_MAX);
}
