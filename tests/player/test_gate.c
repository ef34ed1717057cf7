/* The gate: who reads passes with two presses; who presses at random hardly ever, and who hammers never. */
#include "sango/platform/script.h"
#include "sango/player/scenes.h"
#include "test.h"

#include <string.h>

enum { CARD = 10, CARDS = 8, VISITS = 6000 };

static unsigned passed;

static void pass(App *app, int64_t argument)
{
    (void)app;
    (void)argument;
    passed++;
}

static Scene *begin(App *app)
{
    Scene *gate = gate_scene_create(app, SV("what"), pass, 0);
    EXPECT(gate != NULL);
    app->scenes.pending_pops = 0;
    return gate;
}

static bool is_over(const App *app)
{
    return app->scenes.pending_pops > 0;
}

/* Presses cards at random until the gate leaves; `still_ms` between presses. */
static void press_at_random(App *app, Rng *rng, unsigned presses, uint64_t still_ms)
{
    Scene *gate = begin(app);
    for (unsigned i = 0; i < presses && !is_over(app); i++) {
        app->now_ms += still_ms;
        gate->ops->activate(gate, app, CARD + rng_below(rng, CARDS));
    }
    gate->ops->destroy(gate, app);
    app->scenes.pending_pops = 0;
}

static unsigned chances(App *app, unsigned presses, uint64_t still_ms)
{
    Rng rng;
    rng_seed(&rng, 7);
    passed = 0;
    for (unsigned i = 0; i < VISITS; i++) {
        press_at_random(app, &rng, presses, still_ms);
    }
    return passed;
}

/* What the screen says is enough: the words, then the card. */
static unsigned read_and_press(App *app, Scene *gate)
{
    static const char *const words[] = { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine" };
    char label[8] = { 0 };
    UiFrame frame = { .ui = &app->ui, .draw = &app->draw, .speak = &app->speak, .arena = &app->frame_arena, .measure = app->parts.measure,
                      .catalogue = app->parts.catalogue, .theme = theme_day(), .text_scale = 1, .width = 1920, .height = 1080 };
    arena_reset(&app->frame_arena);
    draw_list_begin(&app->draw, &app->frame_arena, 1920, 1080);
    speak_list_begin(&app->speak, &app->frame_arena, SV("gate"));
    gate->ops->draw(gate, app, &frame);
    for (size_t i = 0; i < app->speak.count; i++) {
        StrView rest = app->speak.items[i].label;
        StrView word;
        size_t len = 0;
        for (size_t k = 0; len < 8 && strview_take(&rest, ',', &word); k = 0) {
            while (k < 9 && !strview_equal(strview_trim(word), strview_from_cstr(words[k]))) {
                k++;
            }
            if (k == 9) {
                break;
            }
            label[len++] = (char)('1' + k);
            label[len++] = ' ';
        }
        if (len == 8) {
            break;
        }
    }
    for (size_t i = 0; i < app->speak.count; i++) {
        if (strview_equal(app->speak.items[i].label, (StrView){ label, 7 })) {
            return app->speak.items[i].id;
        }
    }
    return 0;
}

static void test_reading(App *app)
{
    passed = 0;
    for (unsigned i = 0; i < 200; i++) {
        Scene *gate = begin(app);
        for (unsigned press = 0; press < 2; press++) {
            app->now_ms += 700;
            gate->ops->activate(gate, app, read_and_press(app, gate));
            EXPECT_EQ(is_over(app), press == 1);
        }
        gate->ops->destroy(gate, app);
    }
    EXPECT_EQ(passed, 200);
}

int main(void)
{
    Platform *platform = NULL;
    Catalogue english;
    ScriptOptions script = { .text = SV(""), .name = "gate" };
    static App app;
    catalogue_init(&english, alloc_heap(), SV("en"));
    EXPECT_EQ(script_platform_open(alloc_heap(), &script, &platform), STATUS_OK);
    AppParts parts = { .alloc = alloc_heap(), .platform = platform, .measure = grid_measure(), .catalogue = &english, .seed = 5 };
    EXPECT_EQ(app_init(&app, &parts), STATUS_OK);
    unsigned guessed = chances(&app, 100, 1000);
    EXPECT(guessed > VISITS / 100 && guessed < VISITS * 6 / 100); /* 1 - (63/64)^3 is 4.6 % */
    EXPECT_EQ(chances(&app, 100, 300), 0);
    test_reading(&app);
    app_release(&app);
    script_platform_close(platform);
    return TEST_MAIN_END();
}
