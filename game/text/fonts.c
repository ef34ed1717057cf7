#include "sango/text/fonts.h"

#include <assert.h>

static const char *const files[TEXT_FONT_COUNT] = {
    "Andika-Regular.ttf", "Andika-Bold.ttf", "Fredoka-SemiBold.ttf", "NotoSansArabic-Regular.ttf", "NotoSansSC-subset.ttf",
};
static const uint8_t body_chain[] = { 0, 3, 4 };
static const uint8_t bold_chain[] = { 1, 3, 4 };
static const uint8_t title_chain[] = { 2, 1, 3, 4 };

static const struct {
    const uint8_t *fonts;
    uint8_t count;
} chains[TEXT_FACE_COUNT] = {
    [TEXT_FACE_BODY] = { body_chain, sizeof body_chain },
    [TEXT_FACE_BOLD] = { bold_chain, sizeof bold_chain },
    [TEXT_FACE_TITLE] = { title_chain, sizeof title_chain },
};

const char *text_font_file(uint8_t font)
{
    assert(font < TEXT_FONT_COUNT);
    return files[font];
}

const uint8_t *text_font_chain(TextFace face, uint8_t *count)
{
    assert(face < TEXT_FACE_COUNT);
    *count = chains[face].count;
    return chains[face].fonts;
}
