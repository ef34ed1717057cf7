/* No flash: three times a second at most may the picture become much lighter and darker again (WCAG 2.2,
 * 2.3.1). Measured on the pixels of the game's own renderer while places change and particles fall. */
#include "platform/sdl/sdl_internal.h"
#include "stage/stage_internal.h"
#include "support.h"

#include <math.h>

enum { WIDTH = 320, HEIGHT = 180, FRAME = 16, FRAMES_MAX = 250 };

static double channel(Uint32 byte)
{
    double share = byte / 255.0;
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

/* Relative luminance, the mean over the picture. */
static double luminance(const SdlPlatform *sdl)
{
    static double table[256];
    double sum = 0;
    for (Uint32 i = 0; i < 256 && table[255] == 0; i++) {
        table[i] = channel(i);
    }
    for (int y = 0; y < HEIGHT; y++) {
        const void *line = (const char *)sdl->surface->pixels + (ptrdiff_t)y * sdl->surface->pitch;
        const Uint32 *row = line;
        for (int x = 0; x < WIDTH; x++) {
            sum += 0.2126 * table[row[x] >> 16 & 255] + 0.7152 * table[row[x] >> 8 & 255] + 0.0722 * table[row[x] & 255];
        }
    }
    return sum / (WIDTH * HEIGHT);
}

/* Changes of a tenth or more, to and fro, where the darker picture is under 0.8: two are one flash. */
static unsigned turns_in(const double *light, size_t count)
{
    double low = light[0], high = light[0];
    int way = 0;
    unsigned turns = 0;
    for (size_t i = 1; i < count; i++) {
        low = fmin(low, light[i]);
        high = fmax(high, light[i]);
        if (way <= 0 && light[i] - low >= 0.1 && low < 0.8) {
            turns++;
            way = 1;
            high = light[i];
        } else if (way >= 0 && high - light[i] >= 0.1 && light[i] < 0.8) {
            turns++;
            way = -1;
            low = light[i];
        }
    }
    return turns;
}

typedef struct Show {
    Scenery scenery;
    SdlPlatform *sdl;
    double light[FRAMES_MAX];
    size_t count;
} Show;

static void film(Show *show, uint64_t from, uint64_t to)
{
    for (uint64_t now = from; now < to && show->count < FRAMES_MAX; now += FRAME) {
        scenery_draw(&show->scenery, now, false, 0);
        stage_draw_over(show->scenery.stage, &show->scenery.frame);
        show->sdl->base.ops->present(&show->sdl->base, &show->scenery.draw);
        show->light[show->count++] = luminance(show->sdl);
    }
}

static unsigned flashes(const Show *show)
{
    unsigned most = 0;
    for (size_t i = 0; i + 1 < show->count; i++) {
        size_t second = show->count - i < 1000 / FRAME ? show->count - i : 1000 / FRAME;
        unsigned turns = turns_in(show->light + i, second);
        most = turns / 2 > most ? turns / 2 : most;
    }
    return most;
}

/* From the dark bedroom to the bright game and back as fast as somebody may click. */
static void test_change(Show *show, const char *name, uint64_t now)
{
    Stage *stage = show->scenery.stage;
    show->count = 0;
    stage_update(stage, now);
    stage_place(stage, SV("bedroom"), SV("evening"), SV("cut"));
    film(show, now, now + 200);
    for (uint64_t i = 0; i < 3; i++) {
        stage_place(stage, i % 2 ? SV("bedroom") : SV("game"), i % 2 ? SV("evening") : SV("day"), strview_from_cstr(name));
        film(show, now + 200 + i * 1000, now + 1200 + i * 1000);
    }
    double low = 1, high = 0;
    for (size_t i = 0; i < show->count; i++) {
        low = fmin(low, show->light[i]);
        high = fmax(high, show->light[i]);
    }
    EXPECT(high - low > 0.1); /* the pictures are there, and differ */
    EXPECT(flashes(show) <= 3);
}

static void test_particles(Show *show, const char *name, uint64_t now)
{
    Stage *stage = show->scenery.stage;
    show->count = 0;
    stage_update(stage, now);
    stage_place(stage, SV("bedroom"), SV("evening"), SV("cut"));
    stage_particles(stage, strview_from_cstr(name));
    film(show, now, now + 3000);
    EXPECT_EQ(flashes(show), 0);
}

static void test_measure(void)
{
    double light[60];
    for (size_t i = 0; i < 60; i++) {
        light[i] = i / 6 % 2 ? 0.5 : 0.2; /* ten changes a second */
    }
    EXPECT_EQ(turns_in(light, 60), 9);
}

int main(void)
{
    static Show show;
    Platform *platform = NULL;
    SdlOptions options = { .art_folder = TEST_ROOT "/build/assets", .fonts_folder = TEST_ROOT "/assets/fonts",
                           .sound_folder = TEST_ROOT "/assets/sound", .title = "test", .width = WIDTH, .height = HEIGHT,
                           .is_offscreen = true };
    test_measure();
    EXPECT_EQ(sdl_platform_open(&options, &platform), STATUS_OK);
    scenery_open(&show.scenery);
    show.sdl = (SdlPlatform *)platform;
    for (size_t i = CHANGE_CUT; platform && i < CHANGE_COUNT; i++) {
        test_change(&show, change_names[i], 5000 + 5000 * i);
    }
    for (size_t i = PARTICLES_CONFETTI; platform && i < PARTICLES_COUNT; i++) {
        test_particles(&show, particle_names[i], 50000 + 10000 * i);
    }
    scenery_close(&show.scenery);
    sdl_platform_close(platform);
    return TEST_MAIN_END();
}
