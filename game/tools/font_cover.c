#include "font_cover.h"

#include "sango/base/strbuf.h"
#include "sango/base/utf8.h"
#include "sango/text/fonts.h"

#include <hb.h>

/* Adds the characters of one font. A file that is not there adds none. */
static bool add_font(hb_set_t *characters, const char *folder, uint8_t font, bool *is_found)
{
    StrBuf path;
    strbuf_init(&path, alloc_heap());
    strbuf_printf(&path, "%s/%s", folder, text_font_file(font));
    bool is_done = !path.failed;
    hb_blob_t *blob = is_done ? hb_blob_create_from_file_or_fail(path.data) : NULL;
    if (blob) {
        hb_face_t *face = hb_face_create(blob, 0);
        hb_face_collect_unicodes(face, characters);
        *is_found = true;
        hb_face_destroy(face);
        hb_blob_destroy(blob);
    }
    strbuf_release(&path);
    return is_done && hb_set_allocation_successful(characters);
}

static bool add_face(hb_set_t *characters, const char *folder, TextFace face, bool *is_found)
{
    uint8_t count;
    const uint8_t *chain = text_font_chain(face, &count);
    bool is_done = true;
    for (uint8_t i = 0; is_done && i < count; i++) {
        is_done = add_font(characters, folder, chain[i], is_found);
    }
    return is_done;
}

bool font_cover_load(FontCover *cover, const char *folder)
{
    hb_set_t *bold = hb_set_create();
    cover->characters = hb_set_create();
    cover->has_fonts = false;
    bool is_done = add_face(cover->characters, folder, TEXT_FACE_BODY, &cover->has_fonts) &&
                   add_face(bold, folder, TEXT_FACE_BOLD, &cover->has_fonts);
    hb_set_intersect(cover->characters, bold);
    is_done = is_done && hb_set_allocation_successful(cover->characters);
    hb_set_destroy(bold);
    return is_done;
}

void font_cover_release(FontCover *cover)
{
    hb_set_destroy(cover->characters);
    cover->characters = NULL;
}

/* Nothing to see by nature. */
static bool is_shapeless(uint32_t c)
{
    return c <= ' ' || (c >= 0x7F && c <= 0xA0) || c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x2000 && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3000 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

bool font_cover_has(const FontCover *cover, uint32_t codepoint)
{
    return !cover->has_fonts || is_shapeless(codepoint) || hb_set_has(cover->characters, codepoint);
}

static void note_one(MissingGlyphs *missing, uint32_t codepoint, YarnPlace place)
{
    size_t at = 0;
    while (at < missing->count && missing->items[at].codepoint != codepoint) {
        at++;
    }
    if (at == MISSING_GLYPHS_MAX) {
        return; /* a whole script is missing, and that many say it */
    }
    if (at == missing->count) {
        missing->count++;
        missing->items[at].codepoint = codepoint;
        missing->items[at].place = place;
        missing->items[at].times = 0;
    }
    missing->items[at].times++;
}

void missing_glyphs_note(MissingGlyphs *missing, const FontCover *cover, StrView text, YarnPlace place)
{
    uint32_t codepoint;
    while (utf8_take(&text, &codepoint, NULL)) {
        if (!font_cover_has(cover, codepoint)) {
            note_one(missing, codepoint, place);
        }
    }
}

void missing_glyphs_report(const MissingGlyphs *missing, DiagSink *diags)
{
    for (size_t i = 0; i < missing->count; i++) {
        YarnPlace place = missing->items[i].place;
        char shown[5] = "";
        shown[utf8_write(missing->items[i].codepoint, shown)] = '\0';
        diag_report(diags, DIAG_WARNING, (SourcePos){ place.file, place.line, place.column }, 0, "pack-glyph",
                    "no font of the game has '%s' (U+%04X), so an empty box is shown; here is the first of %zu", shown,
                    (unsigned)missing->items[i].codepoint, missing->items[i].times);
    }
}
