#include "text_room.h"

#include "sango/base/utf8.h"

enum { NAME_CELLS = 12 };

typedef struct CodeRange {
    uint32_t first, last;
} CodeRange;

static bool is_in(uint32_t codepoint, const CodeRange *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (codepoint >= ranges[i].first && codepoint <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

/* East Asian Wide and Fullwidth of UAX #11, by blocks. */
static bool is_wide(uint32_t codepoint)
{
    static const CodeRange wide[] = { { 0x1100, 0x115F }, { 0x2E80, 0x303E }, { 0x3041, 0xA4CF },  { 0xAC00, 0xD7A3 },
                                      { 0xF900, 0xFAFF }, { 0xFE30, 0xFE4F }, { 0xFF00, 0xFF60 },  { 0xFFE0, 0xFFE6 },
                                      { 0x1F300, 0x1FAFF }, { 0x20000, 0x3FFFD } };
    return is_in(codepoint, wide, sizeof wide / sizeof *wide);
}

/* Marks of Latin, Cyrillic and Arabic, joiners and marks of direction. */
static bool is_without_width(uint32_t codepoint)
{
    static const CodeRange marks[] = { { 0x300, 0x36F },   { 0x483, 0x487 },   { 0x610, 0x61A },   { 0x64B, 0x65F },  { 0x670, 0x670 },
                                       { 0x6D6, 0x6ED },   { 0x200B, 0x200F }, { 0x202A, 0x202E }, { 0x2060, 0x206F }, { 0xFE00, 0xFE0F } };
    return is_in(codepoint, marks, sizeof marks / sizeof *marks);
}

/* Behind the first ':' of any width. */
static StrView without_speaker(StrView shown)
{
    StrView rest = shown;
    uint32_t codepoint;
    while (utf8_take(&rest, &codepoint, NULL)) {
        if (codepoint == ':' || codepoint == 0xFF1A) {
            return strview_trim(rest);
        }
    }
    return shown;
}

unsigned text_room_cells(const StringsText *text, StrView shown)
{
    StrView rest = text->speaker.len ? without_speaker(shown) : shown;
    unsigned cells = 0;
    uint32_t codepoint, closing = 0;
    while (utf8_take(&rest, &codepoint, NULL)) {
        if (closing) {
            closing = codepoint == closing ? 0 : closing;
        } else if (text->is_line && (codepoint == '[' || codepoint == '{')) {
            closing = codepoint == '[' ? ']' : '}';
            cells += codepoint == '{' ? NAME_CELLS : 0;
        } else if (!is_without_width(codepoint)) {
            cells += is_wide(codepoint) ? 2 : 1;
        }
    }
    return cells;
}

static bool ends_with(StrView text, StrView end)
{
    return text.len >= end.len && strview_equal(strview_slice(text, text.len - end.len, text.len), end);
}

unsigned text_room_limit(const StringsText *text, bool is_notes)
{
    if (text->is_line) {
        return is_notes ? 0 : text->is_option ? ROOM_CHOICE : ROOM_LINE;
    }
    return ends_with(text->id, SV(".summary")) ? ROOM_SUMMARY : ROOM_TITLE;
}

unsigned text_room_usual(unsigned english_cells)
{
    static const struct {
        unsigned cells, percent;
    } steps[] = { { 10, 375 }, { 20, 250 }, { 30, 225 }, { 50, 200 }, { 70, 212 } };
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (english_cells <= steps[i].cells) {
            return english_cells * steps[i].percent / 100;
        }
    }
    return english_cells * 162 / 100;
}
