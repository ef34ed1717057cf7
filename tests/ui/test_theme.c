/* The looks: what their files give, and that nothing in them is too faint to be read or found.
 * Pills, which the art build mixes, are measured in tests/assets/test_looks.py. */
#include "sango/base/file.h"
#include "sango/ui/color.h"
#include "sango/ui/theme.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

typedef struct Said {
    char lines[8][200];
    size_t count;
} Said;

static void keep(void *user, const Diag *diag)
{
    Said *said = user;
    if (said->count < 8) {
        (void)snprintf(said->lines[said->count++], sizeof said->lines[0], "%u:%u %s", diag->pos.line, diag->pos.column, diag->message);
    }
}

static Status parse(const char *text, Theme *theme, Said *said)
{
    *said = (Said){ 0 };
    DiagSink sink = { .report = keep, .user = said };
    return theme_parse(alloc_heap(), SV("look.json"), strview_from_cstr(text), &sink, theme);
}

static bool says(const Said *said, size_t at, const char *begin)
{
    return at < said->count && strncmp(said->lines[at], begin, strlen(begin)) == 0;
}

static void test_values(void)
{
    Theme theme;
    Said said;
    EXPECT_EQ(parse("{ \"colors\": { \"ink\": \"#102030\", \"bar\": \"#aabbcc80\" }, \"sizes\": { \"border\": 12 } }", &theme, &said), STATUS_OK);
    EXPECT_EQ(said.count, 0);
    EXPECT_EQ(theme.ink, 0x102030FF);
    EXPECT_EQ(theme.bar, 0xAABBCC80);
    EXPECT(theme.border == 12);
    /* What is left out is day's. */
    EXPECT_EQ(theme.paper, theme_day()->paper);
    EXPECT(theme.text_story == theme_day()->text_story);
    EXPECT_EQ(parse("{}", &theme, &said), STATUS_OK);
    EXPECT(memcmp(&theme, theme_day(), sizeof theme) == 0);
}

static void test_mistakes(void)
{
    static const struct {
        const char *text;
        const char *says;
    } cases[] = {
        { "{ \"colors\": { \"inck\": \"#000000\" } }", "1:23 'inck' is not used here; did you mean 'ink'?" },
        { "{\n \"colors\": { \"ink\": \"#00000\" } }", "2:21 'ink' is a colour" },
        { "{ \"colors\": { \"ink\": \"#00000G\" } }", "1:22 'ink' is a colour" },
        { "{ \"colors\": { \"ink\": \"102030ff\" } }", "1:22 'ink' is a colour" },
        { "{ \"colors\": { \"ink\": 7 } }", "1:22 'ink' is a colour" },
        { "{ \"sizes\": { \"border\": 13 } }", "1:24 'border' is a whole number from 0 to 12" },
        { "{ \"sizes\": { \"target\": 95 } }", "1:24 'target' is a whole number from 96 to 120" },
        { "{ \"sizes\": { \"border\": -1 } }", "1:24 'border' is a whole number from 0 to 12" },
        { "{ \"colours\": {} }", "1:14 'colours' is not used here; did you mean 'colors'?" },
    };
    Theme theme;
    Said said;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        EXPECT_EQ(parse(cases[i].text, &theme, &said), STATUS_OK);
        EXPECT_EQ(said.count, 1);
        EXPECT(says(&said, 0, cases[i].says));
        EXPECT(memcmp(&theme, theme_day(), sizeof theme) == 0);
    }
    static const char *const broken[] = { "", "{", "[]", "7", "{ \"colors\": { \"ink\": \"#102030\" }" };
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        EXPECT_EQ(parse(broken[i], &theme, &said), STATUS_INVALID);
        EXPECT_EQ(said.count, 1);
        EXPECT(memcmp(&theme, theme_day(), sizeof theme) == 0);
    }
}

/* --- the files ------------------------------------------------------------------------ */

static void read_look(Look look, Theme *theme)
{
    char path[512];
    StrView text;
    Said said = { 0 };
    DiagSink sink = { .report = keep, .user = &said };
    (void)snprintf(path, sizeof path, "%s/assets/themes/%s.json", TEST_ROOT, look_name(look));
    *theme = *theme_day();
    EXPECT_EQ(file_read(alloc_heap(), path, 1 << 16, &text), STATUS_OK);
    EXPECT_EQ(theme_parse(alloc_heap(), strview_from_cstr(path), text, &sink, theme), STATUS_OK);
    EXPECT_EQ(said.count, 0);
    file_free(alloc_heap(), &text);
}

static void expect_contrast(Look look, const char *what, Rgba a, Rgba b, float least)
{
    float ratio = color_contrast(a, b);
    if (ratio < least) {
        fprintf(stderr, "%s: %s is %.2f:1, not %.1f:1\n", look_name(look), what, (double)ratio, (double)least);
    }
    EXPECT(ratio >= least);
}

/* What lies below a ground that lets something through: black and white are the worst. */
static Rgba over(Rgba color, Rgba below)
{
    Rgba mixed = 0xFF;
    for (unsigned shift = 8; shift < 32; shift += 8) {
        unsigned top = color >> shift & 0xFF;
        unsigned bottom = below >> shift & 0xFF;
        mixed |= (Rgba)((top * (color & 0xFF) + bottom * (255 - (color & 0xFF))) / 255) << shift;
    }
    return mixed;
}

/* 4.5:1 for everything that carries words (WCAG 1.4.3). */
static void test_words(Look look, const Theme *t)
{
#define WORDS(word, ground) expect_contrast(look, #word " on " #ground, t->word, t->ground, 4.5f)
    WORDS(ink, paper);
    WORDS(ink, card);
    WORDS(ink, field);
    WORDS(ink, field_lit);
    WORDS(ink, tint_one);
    WORDS(ink, tint_two);
    WORDS(ink, tint_three);
    WORDS(ink_soft, paper);
    WORDS(ink_soft, card);
    WORDS(ink_soft, field);
    WORDS(screen_ink, screen_paper);
    WORDS(screen_soft, screen_paper);
    WORDS(screen_ink, bubble_in);
    WORDS(screen_ink, bubble_out);
    WORDS(screen_soft, bubble_in);
    WORDS(screen_paper, screen_bar);
    WORDS(on_button, button);
    WORDS(on_go, go);
#undef WORDS
    static const Rgba worst[] = { 0x000000FF, 0xFFFFFFFF };
    for (size_t i = 0; i < 2; i++) {
        expect_contrast(look, "on_bar on bar", t->on_bar, over(t->bar, worst[i]), 4.5f);
        expect_contrast(look, "bar_soft on bar", t->bar_soft, over(t->bar, worst[i]), 4.5f);
        expect_contrast(look, "white on shade", t->white, over(t->shade, worst[i]), 4.5f);
    }
}

static void expect_either(Look look, const char *what, Rgba a, Rgba b, Rgba ground, float least)
{
    bool is_a = color_contrast(a, ground) > color_contrast(b, ground);
    expect_contrast(look, what, is_a ? a : b, ground, least);
}

/* 3:1 for what shows where a control is, and which has the focus (WCAG 1.4.11, 2.4.13). */
static void test_edges(Look look, const Theme *t)
{
    expect_contrast(look, "field_edge on paper", t->field_edge, t->paper, 3);
    expect_contrast(look, "field_edge on field", t->field_edge, t->field, 3);
    expect_contrast(look, "track_on on field", t->track_on, t->field, 3);
    expect_contrast(look, "track_off on field", t->track_off, t->field, 3);
    expect_contrast(look, "knob on track_on", t->knob, t->track_on, 3);
    expect_contrast(look, "knob on track_off", t->knob, t->track_off, 3);
    expect_either(look, "button on paper", t->button, t->button_lip, t->paper, 3);
    expect_either(look, "go on paper", t->go, t->go_lip, t->paper, 3);
    expect_contrast(look, "ring_out on ring_in", t->ring_out, t->ring_in, 3);
    const Rgba grounds[] = { t->paper, t->card, t->field, t->button, t->go, t->shade | 0xFF, t->bar | 0xFF, 0x000000FF, 0xFFFFFFFF };
    for (size_t i = 0; i < sizeof grounds / sizeof grounds[0]; i++) {
        expect_either(look, "the focus ring", t->ring_out, t->ring_in, grounds[i], 3);
    }
}

static void test_looks(void)
{
    Theme themes[LOOK_COUNT];
    for (unsigned i = 0; i < LOOK_COUNT; i++) {
        read_look((Look)i, &themes[i]);
        test_words((Look)i, &themes[i]);
        test_edges((Look)i, &themes[i]);
    }
    EXPECT(memcmp(&themes[LOOK_DAY], theme_day(), sizeof themes[0]) == 0); /* the built-in one is the file's */
    const Theme *contrast = &themes[LOOK_CONTRAST];
    EXPECT(contrast->border >= 4);
    EXPECT((contrast->bar & 0xFF) == 0xFF && (contrast->shadow & 0xFF) == 0); /* no ground of words lets through what is below */
    expect_contrast(LOOK_CONTRAST, "ink on paper", contrast->ink, contrast->paper, 7);
    EXPECT(themes[LOOK_CALM].rays == 0 && themes[LOOK_CALM].confetti == 0);
}

int main(void)
{
    test_values();
    test_mistakes();
    test_looks();
    return TEST_MAIN_END();
}
