/* Paragraphs in several scripts on a grid of equal advances. */
#include "test.h"
#include "grid_measure.h"

#include "sango/base/rng.h"
#include "sango/base/strbuf.h"
#include "sango/text/layout.h"

#include <string.h>

static GridMeasure grid;
static Arena arena;

static TextLayout lay_out(StrView text, float width, uint16_t max_lines)
{
    TextStyle style = { .face = TEXT_FACE_BODY, .size = 10, .max_lines = max_lines };
    TextLayout layout = { 0 };
    EXPECT_EQ(text_layout(&arena, &grid.measure, text, &style, width, &layout), STATUS_OK);
    return layout;
}

/* What a reader sees, left to right: the runs of right-to-left text in braces, since
 * their letters are turned when they are drawn; lines with a bar between. */
static void expect_lines(StrView text, float width, const char *want)
{
    TextLayout layout = lay_out(text, width, 0);
    StrBuf seen;
    strbuf_init(&seen, alloc_heap());
    for (size_t i = 0; i < layout.atom_count; i++) {
        const TextAtom *atom = &layout.atoms[i];
        if (i > 0) {
            strbuf_append(&seen, atom->line != layout.atoms[i - 1].line ? SV(" | ") : SV(" "));
        }
        strbuf_printf(&seen, atom->run.rtl ? "{%.*s}" : "%.*s", SV_ARG(atom->run.text));
    }
    if (!strview_equal(strbuf_view(&seen), strview_from_cstr(want))) {
        fprintf(stderr, "seen:   %s\nwanted: %s\n", seen.data, want);
    }
    EXPECT(strview_equal(strbuf_view(&seen), strview_from_cstr(want)));
    strbuf_release(&seen);
}

static void check_scripts(void)
{
    expect_lines(SV("Stop and think first."), 100, "Stop and | think | first.");
    expect_lines(SV("one\ntwo"), 0, "one | two");
    expect_lines(SV(""), 100, "");
    /* The helpline stands as it is dialled, in the middle of Arabic. */
    expect_lines(SV("\xD8\xA7\xD8\xAA\xD8\xB5\xD9\x84 116111 \xD8\xA7\xD9\x84\xD8\xA2\xD9\x86"), 0,
                 "{\xD8\xA7\xD9\x84\xD8\xA2\xD9\x86} 116111 {\xD8\xA7\xD8\xAA\xD8\xB5\xD9\x84}");
    TextLayout arabic = lay_out(SV("\xD8\xA7\xD8\xAA\xD8\xB5\xD9\x84 116111"), 0, 0);
    EXPECT(arabic.rtl);
}

/* No line of Chinese begins with a comma or a full stop, at any width. */
static void check_chinese(void)
{
    StrView text = SV("\xE5\x88\xAB\xE6\x80\x95\xEF\xBC\x8C\xE5\x91\x8A\xE8\xAF\x89\xE5\xA4\xA7\xE4\xBA\xBA\xE3\x80\x82"
                      "\xE4\xBD\xA0\xE6\xB2\xA1\xE6\x9C\x89\xE9\x94\x99\xEF\xBC\x8C\xE7\x9C\x9F\xE7\x9A\x84\xE3\x80\x82");
    for (float width = 60; width < 400; width += 7) {
        TextLayout layout = lay_out(text, width, 0);
        for (size_t i = 1; i < layout.atom_count; i++) {
            const TextAtom *atom = &layout.atoms[i];
            bool begins_line = atom->line != layout.atoms[i - 1].line;
            EXPECT(!begins_line || (memcmp(atom->run.text.data, "\xEF\xBC\x8C", 3) != 0 &&
                                    memcmp(atom->run.text.data, "\xE3\x80\x82", 3) != 0));
        }
        EXPECT(layout.width <= width);
    }
}

static void check_limits(void)
{
    TextLayout cut = lay_out(SV("a long text that does not fit into two lines"), 100, 2);
    EXPECT_EQ(cut.line_count, 2);
    EXPECT(cut.truncated && cut.width <= 100);
    TextLayout whole = lay_out(SV("short"), 100, 2);
    EXPECT(!whole.truncated);
    TextLayout wide = lay_out(SV("Incomprehensibilities"), 100, 0);
    EXPECT(wide.line_count > 1 && wide.width <= 100);
    TextStyle style = { .face = TEXT_FACE_BODY, .size = 10 };
    TextLayout none;
    static char huge[TEXT_BYTES_MAX + 1];
    memset(huge, 'a', sizeof huge);
    EXPECT_EQ(text_layout(&arena, &grid.measure, (StrView){ huge, sizeof huge }, &style, 100, &none), STATUS_LIMIT);
    EXPECT_EQ(none.atom_count, 0);
}

/* Any bytes: nothing is lost, nothing is drawn twice, lines are as wide as asked. */
static void check_any_bytes(void)
{
    Rng rng;
    rng_seed(&rng, 5);
    for (int round = 0; round < 3000; round++) {
        char bytes[48];
        size_t len = rng_below(&rng, sizeof bytes);
        unsigned char drawn[sizeof bytes] = { 0 };
        for (size_t i = 0; i < len; i++) {
            static const char usual[] = "ab c,.\xD8\xA7\xE4\xBD\xA0(1)\n-";
            bytes[i] = rng_below(&rng, 3) ? usual[rng_below(&rng, sizeof usual - 1)] : (char)rng_below(&rng, 256);
        }
        TextLayout layout = lay_out((StrView){ bytes, len }, 80, 0);
        for (size_t i = 0; i < layout.atom_count; i++) {
            const TextAtom *atom = &layout.atoms[i];
            EXPECT(atom->byte_start + atom->byte_length <= len);
            for (uint32_t k = 0; k < atom->byte_length && atom->byte_start + k < len; k++) {
                EXPECT_EQ(drawn[atom->byte_start + k]++, 0);
            }
        }
        for (size_t i = 0; i < len; i++) {
            bool is_letter = (bytes[i] >= 'a' && bytes[i] <= 'c') || bytes[i] == '1';
            EXPECT(!is_letter || drawn[i] == 1);
        }
        arena_reset(&arena);
    }
}

int main(void)
{
    grid_init(&grid, false);
    arena_init(&arena, alloc_heap(), 64 * 1024);
    check_scripts();
    check_chinese();
    check_limits();
    check_any_bytes();
    arena_release(&arena);
    return TEST_MAIN_END();
}
