/* The contrast of words is measured from pixels: what lies behind the letters counts, and nothing else. */
#include "platform/sdl/sdl_internal.h"
#include "sango/base/file.h"
#include "sango/ui/color.h"
#include "test.h"

#include <math.h>
#include <stdlib.h>

static Platform *platform;
static Arena arena;
static DrawList list;

static void begin(Rgba ground)
{
    arena_reset(&arena);
    PlatformCanvas canvas = platform->ops->canvas(platform);
    draw_list_begin(&list, &arena, canvas.width, canvas.height);
    draw_fill(&list, (Rect){ 0, 0, canvas.width, canvas.height }, 0, ground);
}

static void write_words(const char *text, float y, Rgba color)
{
    draw_glyphs(&list, &(DrawGlyphs){ .text = strview_from_cstr(text), .x = 100, .baseline = y, .size = 90, .script = "Latn" }, color);
}

static TextContrast measure(void)
{
    TextContrast worst;
    platform->ops->present(platform, &list);
    EXPECT_EQ(platform->ops->text_contrast(platform, &worst), STATUS_OK);
    return worst;
}

static bool is_about(float got, float want)
{
    bool is = fabsf(got - want) < 0.06f;
    if (!is) {
        (void)fprintf(stderr, "%.3f, not %.3f\n", (double)got, (double)want);
    }
    return is;
}

static void words_on_one_colour(void)
{
    begin(0xFFFFFFFF);
    EXPECT(is_about(measure().ratio, 21)); /* no words */
    write_words("Grey on white", 300, 0x777777FF);
    EXPECT(is_about(measure().ratio, color_contrast(0x777777FF, 0xFFFFFFFF)));
    write_words("Black on white", 600, 0x000000FF);
    TextContrast worst = measure();
    EXPECT(is_about(worst.ratio, color_contrast(0x777777FF, 0xFFFFFFFF)));
    EXPECT(strview_equal(worst.text, SV("Grey on white")));
    begin(0xFFFFFFFF);
    write_words("Half there", 300, 0x00000080);
    EXPECT(is_about(measure().ratio, color_contrast(0x7F7F7FFF, 0xFFFFFFFF)));
}

static void what_is_behind_counts_and_not_what_is_beside(void)
{
    begin(0x333333FF);
    draw_fill(&list, (Rect){ 0, 0, list.width, 420 }, 0, 0xFFFFFFFF);
    write_words("above the edge", 300, 0x000000FF);
    EXPECT(is_about(measure().ratio, 21));
    begin(0x333333FF);
    draw_fill(&list, (Rect){ 0, 0, 400, list.height }, 0, 0xFFFFFFFF);
    write_words("half of these words are over the edge", 300, 0x000000FF);
    EXPECT(is_about(measure().ratio, color_contrast(0x000000FF, 0x333333FF)));
}

static void words_that_are_covered_or_rest_do_not_count(void)
{
    begin(0xFFFFFFFF);
    write_words("covered", 300, 0xDDDDDDFF);
    draw_fill(&list, (Rect){ 0, 100, list.width, 400 }, 0, 0x00FF00FF);
    write_words("seen", 800, 0x000000FF);
    EXPECT(is_about(measure().ratio, 21));
    begin(0xFFFFFFFF);
    write_words("below a dialog", 300, 0xDDDDDDFF);
    draw_fill(&list, (Rect){ 0, 0, list.width, list.height }, 0, 0x00000080);
    draw_fill(&list, (Rect){ 0, 600, list.width, 300 }, 0, 0xFFFFFFFF);
    write_words("in the dialog", 800, 0x000000FF);
    EXPECT(is_about(measure().ratio, 21));
}

static void words_that_are_scrolled_away_do_not_count(void)
{
    begin(0xFFFFFFFF);
    draw_clip(&list, (Rect){ 0, 285, list.width, 600 });
    write_words("only their feet", 300, 0xDDDDDDFF);
    draw_clip_end(&list);
    EXPECT(is_about(measure().ratio, 21));
    begin(0xFFFFFFFF);
    draw_clip(&list, (Rect){ 0, 230, list.width, 600 });
    write_words("all but the tops", 300, 0xDDDDDDFF);
    draw_clip_end(&list);
    EXPECT(is_about(measure().ratio, color_contrast(0xDDDDDDFF, 0xFFFFFFFF)));
}

static void each_way_of_seeing_counts(void)
{
    const Rgba ink = 0xFF0000FF;
    const Rgba ground = 0x000000FF;
    begin(ground);
    write_words("red on black", 300, ink);
    TextContrast worst = measure();
    EXPECT_EQ(worst.vision, VISION_PROTANOPIA);
    EXPECT(is_about(worst.ratio, color_contrast(color_seen(ink, VISION_PROTANOPIA), ground)));
}

static void measuring_leaves_the_picture(void)
{
    StrView before;
    StrView after;
    begin(0xFFF6E6FF);
    write_words("stays", 300, 0x2A2257FF);
    platform->ops->present(platform, &list);
    EXPECT_EQ(platform->ops->screenshot(platform, "legible-1.png"), STATUS_OK);
    (void)measure();
    EXPECT_EQ(platform->ops->screenshot(platform, "legible-2.png"), STATUS_OK);
    EXPECT_EQ(file_read(alloc_heap(), "legible-1.png", 1 << 24, &before), STATUS_OK);
    EXPECT_EQ(file_read(alloc_heap(), "legible-2.png", 1 << 24, &after), STATUS_OK);
    EXPECT(strview_equal(before, after));
    file_free(alloc_heap(), &before);
    file_free(alloc_heap(), &after);
    (void)remove("legible-1.png");
    (void)remove("legible-2.png");
}

int main(void)
{
    SdlOptions options = { .art_folder = TEST_ROOT "/build/assets", .fonts_folder = TEST_ROOT "/assets/fonts",
                           .sound_folder = TEST_ROOT "/assets/sound", .title = "test", .width = 640, .height = 360,
                           .is_offscreen = true };
    TextContrast worst;
    EXPECT_EQ(sdl_platform_open(&options, &platform), STATUS_OK);
    if (!platform) {
        exit(1); /* nothing below would run */
    }
    arena_init(&arena, alloc_heap(), 16 * 1024);
    EXPECT_EQ(platform->ops->text_contrast(platform, &worst), STATUS_UNSUPPORTED); /* nothing was shown yet */
    words_on_one_colour();
    what_is_behind_counts_and_not_what_is_beside();
    words_that_are_covered_or_rest_do_not_count();
    words_that_are_scrolled_away_do_not_count();
    each_way_of_seeing_counts();
    measuring_leaves_the_picture();
    arena_release(&arena);
    sdl_platform_close(platform);
    return TEST_MAIN_END();
}
