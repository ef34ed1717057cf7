/* What a class reads from eight metres, in the fonts that ship: every line of every level is in letters of at least LESSON_EM_LEAST, in as
 * few pages as it needs and without losing a letter; and every question with its answers. */
#include "player/lesson_internal.h"
#include "player/play_internal.h"
#include "sango/level/marks.h"
#include "sango/platform/sdl.h"
#include "sango/ui/color.h"
#include "test.h"

typedef struct Canvas {
    float width, height;
} Canvas;

static const Canvas canvases[] = { { 1920, 1080 }, { 1920, 1440 } }; /* a projector's: 16:9 and 4:3 */

typedef struct Page {
    Arena arena;
    Ui ui;
    UiFrame frame;
    DrawList draw;
    SpeakList speak;
    Catalogue catalogue;
} Page;

static unsigned line_count, question_count, longest;
static float least_line = 1000, least_ask = 1000, least_result = 1000;

static void open_page(Page *page, const TextMeasure *measure, const Canvas *canvas)
{
    arena_reset(&page->arena);
    draw_list_begin(&page->draw, &page->arena, canvas->width, canvas->height);
    speak_list_begin(&page->speak, &page->arena, SV("test"));
    page->frame = (UiFrame){ .ui = &page->ui, .draw = &page->draw, .speak = &page->speak, .arena = &page->arena, .measure = measure,
                             .catalogue = &page->catalogue, .theme = theme_day(), .text_scale = LESSON_TEXT_SCALE, .reduced_motion = true,
                             .width = canvas->width, .height = canvas->height };
}

/* All pages of a line, as a teacher turns them. */
static void check_line(Page *page, StrView text)
{
    LessonPlay lesson = { 0 };
    PlayScene play = { .lesson = &lesson, .line = { .text = text } };
    size_t shown = 0;
    unsigned pages = 0;
    while (shown < text.len && pages < 20) {
        lesson.page_from = shown;
        UiText fitted = play_box_text(&play, &page->frame);
        float size = fitted.size * page->frame.text_scale;
        least_line = size < least_line ? size : least_line;
        EXPECT(size >= LESSON_EM_LEAST - 0.01f);
        EXPECT(ui_text_height(&page->frame, &fitted) <= page->frame.height * 0.36f);
        EXPECT(fitted.text.data == text.data + shown && lesson.page_len > 0);
        shown += lesson.page_len;
        pages++;
    }
    EXPECT_EQ(shown, text.len);
    longest = pages > longest ? pages : longest;
}

/* The smallest letters of what is drawn. */
static float smallest(const DrawList *list, StrView *text)
{
    float least = 1000;
    for (size_t i = 0; i < list->count; i++) {
        if (list->cmds[i].kind == DRAW_GLYPHS && list->cmds[i].glyphs.size < least) {
            least = list->cmds[i].glyphs.size;
            *text = list->cmds[i].glyphs.text;
        }
    }
    return least;
}

static void check_ask(Page *page, const TextMeasure *measure, LessonAsk *ask)
{
    static const LessonPhase phases[] = { LESSON_TALK, LESSON_VOTE, LESSON_RESULT };
    for (size_t c = 0; c < sizeof canvases / sizeof canvases[0]; c++) {
        for (size_t i = 0; i < sizeof phases / sizeof phases[0]; i++) {
            lesson_ask_begin(ask, LESSON_ASK_STORY);
            ask->phase = phases[i];
            (void)lesson_vote_add(&ask->vote, 0, i == 2 ? 17 : 0);
            open_page(page, measure, &canvases[c]);
            ui_begin(&page->frame, SV("ask"), LESSON_GO);
            lesson_ask_draw(ask, &page->frame);
            ui_end(&page->frame);
            StrView text = SV("");
            float size = smallest(&page->draw, &text);
            float *least = phases[i] == LESSON_RESULT ? &least_result : &least_ask;
            if (size < *least) {
                *least = size;
                fprintf(stderr, "%.0fx%.0f, phase %u: letters of %.0f: '%.*s'\n", (double)canvases[c].width, (double)canvases[c].height, (unsigned)phases[i],
                        (double)size, SV_ARG(text));
            }
        }
    }
}

static StrView spoken(const YarnLineInfo *line)
{
    size_t start = line->speaker.len ? line->speaker.len + 2 : 0;
    return strview_slice(line->text, start < line->text.len ? start : 0, line->text.len);
}

/* Options follow the line that asks; those between are inside of one. */
static void check_level(Page *page, const TextMeasure *measure, const LevelEntry *level, const YarnProgram *program)
{
    LessonAsk ask = { .prompt = SV("Talk with your neighbour. Why?"), .key = SV("test") };
    for (size_t i = 0; i < yarn_program_line_count(program); i++) {
        YarnLineInfo line = yarn_program_line(program, i);
        if (strview_equal(line.node, level->notes) || strview_equal(line.node, level->debrief)) {
            continue;
        }
        if (line.is_option && ask.question.len && ask.option_count < 3) {
            ask.options[ask.option_count++] = (LessonAskOption){ line.id, spoken(&line), true };
        }
        if (line.is_option) {
            continue;
        }
        line_count++;
        for (size_t c = 0; c < sizeof canvases / sizeof canvases[0]; c++) {
            open_page(page, measure, &canvases[c]);
            check_line(page, spoken(&line));
        }
        if (line.is_last_before_options) {
            if (ask.option_count >= 2) {
                question_count++;
                check_ask(page, measure, &ask);
            }
            ask.question = spoken(&line);
            ask.option_count = 0;
        }
    }
}

/* The letters in the signs, which are also on the printed cards. */
static void check_signs(void)
{
    for (unsigned mark = 0; mark < VOTE_MARK_COUNT; mark++) {
        for (unsigned vision = 0; vision < VISION_COUNT; vision++) {
            Rgba seen = color_seen(vote_mark_colour((VoteMark)mark) << 8 | 0xFFu, (ColorVision)vision);
            EXPECT(color_contrast(0xFFFFFFFFu, seen) >= 4.5f);
        }
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
    arena_init(&page.arena, alloc_heap(), 65536);
    catalogue_init(&page.catalogue, alloc_heap(), SV("en"));
    EXPECT_EQ(sdl_platform_open(&options, &platform), STATUS_OK);
    EXPECT_EQ(level_pack_load(alloc_heap(), TEST_ROOT "/levels/sango", &diags, &pack), STATUS_OK);
    const TextMeasure *measure = sdl_platform_measure(platform);
    for (size_t i = 0; i < pack.level_count; i++) {
        YarnProgram *program = NULL;
        EXPECT_EQ(level_open(alloc_heap(), &pack, &pack.levels[i], &diags, &program), STATUS_OK);
        check_level(&page, measure, &pack.levels[i], program);
        yarn_program_destroy(program);
    }
    check_signs();
    open_page(&page, measure, &canvases[0]);
    check_line(&page, SV("A line that is much longer than any of the levels has it comes in pages, each of them with whole words and in large letters, so that "
                         "the class in the last row can read it to its end, whatever language it was translated into and however many words that needs."));
    EXPECT(longest >= 2);
    EXPECT(line_count > 2000 && question_count > 100);
    EXPECT(least_ask >= 56); /* with the words of buttons */
    EXPECT(least_result >= 45); /* of the question, which was read before; answers are larger */
    printf("%u lines from %.0f units on, %u questions from %.0f on, their results from %.0f on\n", line_count, (double)least_line, question_count,
           (double)least_ask, (double)least_result);
    level_pack_release(&pack);
    sdl_platform_close(platform);
    catalogue_release(&page.catalogue);
    arena_release(&page.arena);
    return TEST_MAIN_END();
}
