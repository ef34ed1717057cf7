/* All that levels can say, with every word of the commands' table: the stage knows the words, and with
 * reduced motion, or when a story is restored, everything is there at once. */
#include "sango/level/command.h"
#include "stage/stage_internal.h"
#include "support.h"

#include <string.h>

typedef void (*Say)(Stage *stage, StrView word);

static void say_change(Stage *stage, StrView word)
{
    stage_place(stage, strview_equal(name_view(&stage->place), SV("game")) ? SV("bedroom") : SV("game"), SV("day"), word);
    stage_enter(stage, SV("kofi"), SV("left"), SV("happy"), SV(""));
    stage_enter(stage, SV("sango"), SV("right"), SV("happy"), SV(""));
}

static void say_easing(Stage *stage, StrView word)
{
    const StageActor *kofi = stage_get(stage, SV("kofi"));
    stage_move(stage, SV("kofi"), kofi && kofi->spot == SPOT_LEFT ? SV("centre") : SV("left"), 1, word);
}

static void say_spot(Stage *stage, StrView word)
{
    stage_move(stage, SV("kofi"), word, -1, SV(""));
}

static void say_act(Stage *stage, StrView word)
{
    stage_act(stage, SV("kofi"), word);
    stage_act(stage, SV("sango"), word);
}

static void say_target(Stage *stage, StrView word)
{
    stage_camera(stage, SV("kofi"), 1.5f, 1);
    stage_camera(stage, word, 1.5f, 1);
}

static void say_particles(Stage *stage, StrView word)
{
    stage_particles(stage, word);
}

static void say_app(Stage *stage, StrView word)
{
    stage_phone(stage, word, SV("StarFox"));
    send_line(stage, "StarFox", "Hello", "");
    stage_phone(stage, SV("off"), SV(""));
}

static void say_shaken(Stage *stage, StrView word)
{
    stage_shake(stage, word);
}

static const struct {
    ParamKind kind;
    Say say;
} words[] = { { PARAM_CHANGE, say_change }, { PARAM_EASING, say_easing },       { PARAM_SPOT, say_spot }, { PARAM_ACT, say_act },
              { PARAM_TARGET, say_target }, { PARAM_PARTICLES, say_particles }, { PARAM_APP, say_app },   { PARAM_SHAKEN, say_shaken } };

static bool has_word(const char *const *list, const char *word)
{
    for (; *list; list++) {
        if (strcmp(*list, word) == 0) {
            return true;
        }
    }
    return false;
}

static void same_words(ParamKind kind, const char *const *mine)
{
    const char *const *theirs = command_param_words(kind);
    for (size_t i = 0; theirs[i]; i++) {
        EXPECT(has_word(mine, theirs[i]));
    }
    for (size_t i = 0; mine[i]; i++) {
        EXPECT(mine[i][0] == '\0' || has_word(theirs, mine[i]));
    }
}

static void print(Scenery *scenery, uint64_t now, StrBuf *out)
{
    strbuf_clear(out);
    scenery_draw(scenery, now, false, 0);
    stage_draw_over(scenery->stage, &scenery->frame);
    draw_list_print(&scenery->draw, out);
}

/* Nobody is drawn between two places. */
static void all_stand(const Scenery *scenery)
{
    for (size_t i = 0; i < scenery->stage->actor_count; i++) {
        const StageActor *actor = &scenery->stage->actors[i];
        EXPECT(actor_x(scenery->stage, actor) == stage_spot_x(scenery->stage, actor->spot));
    }
}

static void test_reduced_motion(void)
{
    Scenery scenery;
    StrBuf now_text;
    StrBuf later_text;
    uint64_t now = 5000;
    scenery_open(&scenery);
    strbuf_init(&now_text, alloc_heap());
    strbuf_init(&later_text, alloc_heap());
    stage_set_reduced_motion(scenery.stage, true);
    say_change(scenery.stage, SV("fade"));
    for (size_t k = 0; k < sizeof words / sizeof words[0]; k++) {
        for (const char *const *word = command_param_words(words[k].kind); *word; word++, now += 1000) {
            stage_update(scenery.stage, now);
            words[k].say(scenery.stage, strview_from_cstr(*word));
            stage_speaker(scenery.stage, SV("kofi"), SV("Hello there."), 0);
            EXPECT_EQ(stage_deadline_ms(scenery.stage), -1);
            print(&scenery, now, &now_text);
            print(&scenery, now + 200, &later_text);
            if (!strview_equal(strbuf_view(&now_text), strbuf_view(&later_text))) {
                fprintf(stderr, "still moves after %s:\n%s-- then\n%s", *word, now_text.data, later_text.data);
                test_failures++;
            }
            all_stand(&scenery);
        }
    }
    strbuf_release(&now_text);
    strbuf_release(&later_text);
    scenery_close(&scenery);
}

/* Motion that is turned off in the middle of it stops. */
static void test_turned_off(void)
{
    for (size_t k = 0; k < sizeof words / sizeof words[0]; k++) {
        for (const char *const *word = command_param_words(words[k].kind); *word; word++) {
            Scenery scenery;
            scenery_open(&scenery);
            say_change(scenery.stage, SV("cut"));
            stage_update(scenery.stage, 5000);
            words[k].say(scenery.stage, strview_from_cstr(*word));
            stage_set_reduced_motion(scenery.stage, true);
            EXPECT_EQ(stage_deadline_ms(scenery.stage), -1);
            scenery_close(&scenery);
        }
    }
}

/* A story that is restored stands where it stood: commands seen at once give what commands seen in time gave. */
static void test_restored(void)
{
    static const char *const story[] = { "slide", "rain" };
    StrBuf texts[2];
    for (int at_once = 0; at_once < 2; at_once++) {
        Scenery scenery;
        scenery_open(&scenery);
        stage_set_instant(scenery.stage, at_once);
        say_change(scenery.stage, strview_from_cstr(story[0]));
        stage_update(scenery.stage, at_once ? 1000 : 4000);
        stage_particles(scenery.stage, strview_from_cstr(story[1]));
        stage_camera(scenery.stage, SV("kofi"), 1.2f, -1);
        stage_act(scenery.stage, SV("kofi"), SV("joy"));
        stage_update(scenery.stage, at_once ? 1000 : 8000);
        EXPECT(!at_once || (!camera_is_moving(scenery.stage) && !actor_is_moving(scenery.stage, &scenery.stage->actors[0])));
        stage_set_instant(scenery.stage, false);
        strbuf_init(&texts[at_once], alloc_heap());
        print(&scenery, 9000, &texts[at_once]);
        scenery_close(&scenery);
    }
    EXPECT(strview_equal(strbuf_view(&texts[0]), strbuf_view(&texts[1])));
    strbuf_release(&texts[0]);
    strbuf_release(&texts[1]);
}

int main(void)
{
    same_words(PARAM_CHANGE, change_names);
    same_words(PARAM_EASING, ease_names);
    same_words(PARAM_ACT, act_names);
    same_words(PARAM_PARTICLES, particle_names);
    test_reduced_motion();
    test_turned_off();
    test_restored();
    return TEST_MAIN_END();
}
