/* Every line and answer of the levels that ship, in the fonts that ship: in two lines of large
 * letters, and for readers who set larger ones still large. */
#include "player/play_internal.h"
#include "sango/level/pack.h"
#include "sango/platform/sdl.h"
#include "test.h"

/* What a screen gives the texts. */
typedef struct Reader {
    float width, height, text_scale;
    float least; /* of the story's size; what is cut off to leave the picture room */
    float most;  /* height of the words, units */
    float least_card;
} Reader;

static const Reader readers[] = {
    { 1920, 1080, 1, 1, 214, 0.94f },
    { 1920, 1080, 1.5f, 1, 520, 0.6f }, /* three answers as long as the longest one are more than any page has */
    { 1920, 1080, 2, 0.9f, 530, 0.5f },
    { 1920, 1440, 1, 1, 214, 1 },
    { 1200, 2133, 1, 1, 320, 1 },
    { 1200, 2133, 2, 1, 1120, 0.8f },
};

typedef struct Page {
    Arena arena;
    Ui ui;
    UiFrame frame;
} Page;

static unsigned line_count, option_count;

static void open_page(Page *page, const TextMeasure *measure, const Reader *reader)
{
    arena_reset(&page->arena);
    page->frame = (UiFrame){ .ui = &page->ui, .arena = &page->arena, .measure = measure, .theme = theme_day(),
                             .text_scale = reader->text_scale, .width = reader->width, .height = reader->height };
}

/* A line without "Kofi: " before it. */
static StrView spoken(const YarnLineInfo *line)
{
    size_t start = line->speaker.len ? line->speaker.len + 2 : 0;
    return strview_slice(line->text, start < line->text.len ? start : 0, line->text.len);
}

static void check_line(Page *page, const Reader *reader, StrView text, float share)
{
    PlayScene play = { .line = { .text = text } };
    UiText fitted = play_box_text(&play, &page->frame);
    float height = ui_text_height(&page->frame, &fitted);
    float least = theme_day()->text_story * reader->least * share;
    if (fitted.size < least - 0.01f || height > reader->most / share) {
        test_failures++;
        fprintf(stderr, "%.0fx%.0f at %.1f: size %.1f, height %.0f: '%.*s'\n", (double)reader->width, (double)reader->height,
                (double)reader->text_scale, (double)fitted.size, (double)height, SV_ARG(text));
    }
}

/* Three answers as long as this one, where the place for them is narrowest. */
static void check_option(Page *page, const Reader *reader, StrView text)
{
    PlayScene play = { .option_count = 3 };
    for (size_t i = 0; i < play.option_count; i++) {
        play.options[i].text = text;
    }
    float width = 745 * (reader->text_scale < 1.6f ? reader->text_scale : 1.6f);
    width = width < reader->width - 80 ? width : reader->width - 80;
    float box = reader->text_scale > 1 ? reader->height * 0.32f : 294;
    float size = play_card_size(&play, &page->frame, width, reader->height - box - 210);
    if (size < theme_day()->text_label * reader->least_card - 0.01f) {
        test_failures++;
        fprintf(stderr, "%.0fx%.0f at %.1f: card of %.1f: '%.*s'\n", (double)reader->width, (double)reader->height,
                (double)reader->text_scale, (double)size, SV_ARG(text));
    }
}

static void check_level(Page *page, const TextMeasure *measure, const LevelEntry *level, const YarnProgram *program)
{
    for (size_t i = 0; i < yarn_program_line_count(program); i++) {
        YarnLineInfo line = yarn_program_line(program, i);
        StrView text = spoken(&line);
        if (strview_equal(line.node, level->notes) || strview_equal(line.node, level->debrief)) {
            continue; /* not in the box */
        }
        line_count += !line.is_option;
        option_count += line.is_option;
        for (size_t k = 0; k < sizeof readers / sizeof readers[0]; k++) {
            open_page(page, measure, &readers[k]);
            if (line.is_option) {
                check_option(page, &readers[k], text);
            } else {
                check_line(page, &readers[k], text, 1);
            }
        }
    }
}

/* A translation two fifths longer than the longest line that the linter lets pass: 15 words. */
static void check_long(Page *page, const TextMeasure *measure)
{
    const StrView text = SV("[\xC3\x85lways telling somebody whom you really trust helps more than keeping such a worry "
                            "secret \xC3\xAB\xC3\xAB\xC3\xAB\xC3\xAB\xC3\xAB\xC3\xAB\xC3\xAB \xC3\xAB\xC3\xAB\xC3\xAB\xC3\xAB\xC3\xAB\xC3\xAB \xC3\xAB\xC3\xAB\xC3\xAB\xC3\xAB]");
    for (size_t k = 0; k < sizeof readers / sizeof readers[0]; k++) {
        open_page(page, measure, &readers[k]);
        check_line(page, &readers[k], text, 0.66f);
    }
}

int main(void)
{
    Platform *platform = NULL;
    SdlOptions options = { .art_folder = TEST_ROOT "/build/assets", .fonts_folder = TEST_ROOT "/assets/fonts",
                           .sound_folder = TEST_ROOT "/assets/sound", .title = "test", .width = 1280, .height = 720,
                           .is_offscreen = true };
    LevelPack pack;
    DiagSink diags = { 0 };
    Page page = { .ui = { .focus = 0 } };
    EXPECT_EQ(sdl_platform_open(&options, &platform), STATUS_OK);
    EXPECT_EQ(level_pack_load(alloc_heap(), TEST_ROOT "/levels/sango", &diags, &pack), STATUS_OK);
    arena_init(&page.arena, alloc_heap(), 16 * 1024);
    const TextMeasure *measure = sdl_platform_measure(platform);
    for (size_t i = 0; i < pack.level_count; i++) {
        YarnProgram *program = NULL;
        EXPECT_EQ(level_open(alloc_heap(), &pack, &pack.levels[i], &diags, &program), STATUS_OK);
        check_level(&page, measure, &pack.levels[i], program);
        yarn_program_destroy(program);
    }
    check_long(&page, measure);
    EXPECT(line_count > 300 && option_count > 30);
    arena_release(&page.arena);
    level_pack_release(&pack);
    sdl_platform_close(platform);
    return TEST_MAIN_END();
}
