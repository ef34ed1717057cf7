#include "play_internal.h"

#include "sango/player/widgets.h"

/* What two children do at a question: see pair_internal.h. Touch, mouse, keys, one switch in turns and two gamepads. */
enum { AGREE_MS = 1100, TALK_MS = 9000, TURN_MS = 6000, MOON_DIGIT = 7 }; /* keys 1 2 3 are the star's, 7 8 9 the moon's */

bool play_pair_is_on(const PlayScene *play, const App *app)
{
    return play->has_pictures && app->players == PAIR_SIZE && play->mode == PLAY_MODE_OPTIONS;
}

static void ask_again(PlayPair *pair)
{
    for (size_t i = 0; i < PAIR_SIZE; i++) {
        pair->chosen[i] = SIZE_MAX;
        pair->at[i] = SIZE_MAX;
    }
    pair->step = PAIR_CHOOSE;
}

void play_pair_ask(PlayScene *play)
{
    play->pair.talks = 0;
    ask_again(&play->pair);
}

static void go_to(PlayScene *play, App *app, PairStep step, const char *sound)
{
    play->pair.step = step;
    play->pair.since_ms = app->now_ms;
    play_sound(play, app, strview_from_cstr(sound));
}

static void choose(PlayScene *play, App *app, size_t child, size_t option)
{
    PlayPair *pair = &play->pair;
    if (pair->step != PAIR_CHOOSE || pair->chosen[child] != SIZE_MAX || option >= play->option_count || !play->options[option].enabled) {
        return;
    }
    pair->chosen[child] = option;
    if (pair->chosen[1 - child] == SIZE_MAX) {
        play_sound(play, app, SV("pop"));
    } else if (pair->chosen[0] == pair->chosen[1]) {
        go_to(play, app, PAIR_AGREE, "sparkle");
    } else if (pair->talks == 0) {
        go_to(play, app, PAIR_TALK, "idea");
    } else {
        go_to(play, app, PAIR_TURN, "chime");
    }
}

/* The step that stands is over: by itself, or somebody went on. */
static void go_on(PlayScene *play, App *app)
{
    PlayPair *pair = &play->pair;
    if (pair->step == PAIR_TALK) {
        pair->talks++;
        ask_again(pair);
        app_touch(app);
        return;
    }
    size_t option = pair->chosen[pair->step == PAIR_TURN ? pair->turn : 0];
    if (pair->step == PAIR_TURN) {
        pair->turn = 1 - pair->turn;
    }
    pair->step = PAIR_CHOOSE;
    play_choose(play, app, option);
}

static uint64_t step_ms(const PlayPair *pair)
{
    static const uint32_t lengths[] = { [PAIR_CHOOSE] = 0, [PAIR_AGREE] = AGREE_MS, [PAIR_TALK] = TALK_MS, [PAIR_TURN] = TURN_MS };
    return lengths[pair->step];
}

/* Without motion nothing goes by itself, but what needs no reading. */
static bool goes_by_itself(const PlayScene *play, const App *app)
{
    return play_pair_is_on(play, app) && (play->pair.step == PAIR_AGREE || (play->pair.step != PAIR_CHOOSE && !app->settings.reduced_motion));
}

void play_pair_update(PlayScene *play, App *app)
{
    if (goes_by_itself(play, app) && app->now_ms >= play->pair.since_ms + step_ms(&play->pair)) {
        go_on(play, app);
        app_touch(app);
    }
}

int play_pair_deadline_ms(const PlayScene *play, const App *app)
{
    uint64_t over_ms = play->pair.since_ms + step_ms(&play->pair);
    if (!goes_by_itself(play, app)) {
        return -1;
    }
    return over_ms > app->now_ms ? (int)(over_ms - app->now_ms) : 0;
}

bool play_pair_activate(PlayScene *play, App *app, uint32_t id)
{
    if (!play_pair_is_on(play, app)) {
        return false;
    }
    if (id == PLAY_NEXT) {
        if (play->pair.step != PAIR_CHOOSE) {
            go_on(play, app);
        }
        return true;
    }
    if (id >= PAIR_OPTION && id < PAIR_OPTION + PAIR_SIZE * PAIR_STRIDE) {
        choose(play, app, (id - PAIR_OPTION) / PAIR_STRIDE, (id - PAIR_OPTION) % PAIR_STRIDE);
        return true;
    }
    return false;
}

/* --- gamepads --------------------------------------------------------------------------- */

/* The first pad is the star's and the second the moon's; one alone goes on for whoever has not chosen yet. */
static size_t child_of(PlayPair *pair, uint32_t device)
{
    for (size_t i = 0; i < PAIR_SIZE; i++) {
        if (pair->pads[i] == 0) {
            pair->pads[i] = device;
            pair->at[i] = SIZE_MAX;
        }
        if (pair->pads[i] == device) {
            bool is_alone = pair->pads[1] == 0;
            return is_alone && pair->chosen[0] != SIZE_MAX ? 1 : i;
        }
    }
    return 0; /* a third pad helps the star */
}

static bool is_pad(const InputEvent *event)
{
    return event->device != 0 && (event->kind == INPUT_LEFT || event->kind == INPUT_RIGHT || event->kind == INPUT_UP || event->kind == INPUT_DOWN ||
                                  event->kind == INPUT_NEXT || event->kind == INPUT_PREV || event->kind == INPUT_CONFIRM);
}

/* A first press only shows where the child is. Whoever takes over the pad of the other must move first: pressing on and on chooses
 * for nobody else. */
static void take_pad(PlayScene *play, App *app, const InputEvent *event)
{
    PlayPair *pair = &play->pair;
    size_t child = child_of(pair, event->device), count = play->option_count;
    bool goes_back = event->kind == INPUT_LEFT || event->kind == INPUT_UP || event->kind == INPUT_PREV;
    if (pair->step != PAIR_CHOOSE) {
        if (event->kind == INPUT_CONFIRM && pair->step != PAIR_AGREE) {
            go_on(play, app);
        }
    } else if (pair->at[child] == SIZE_MAX) {
        bool is_taken_over = pair->pads[child] != event->device;
        pair->at[child] = is_taken_over && event->kind == INPUT_CONFIRM ? SIZE_MAX : 0;
    } else if (event->kind == INPUT_CONFIRM) {
        choose(play, app, child, pair->at[child]);
    } else if (pair->chosen[child] == SIZE_MAX) {
        pair->at[child] = (pair->at[child] + (goes_back ? count - 1 : 1)) % count;
    }
}

/* --- pointer and keys ------------------------------------------------------------------- */

/* Two fingers may come down together, so a card is taken by the press and not by letting go. */
static bool take_press(PlayScene *play, App *app, const InputEvent *event)
{
    for (size_t i = 0; i < app->ui.target_count; i++) {
        const UiTarget *target = &app->ui.targets[i];
        if (target->id >= PAIR_OPTION && target->id < PAIR_OPTION + PAIR_SIZE * PAIR_STRIDE && rect_contains(target->rect, event->x, event->y)) {
            (void)play_pair_activate(play, app, target->id);
            app->ui.pressed = 0;
            return true;
        }
    }
    return false;
}

static bool take_digit(PlayScene *play, App *app, int32_t digit)
{
    if (digit >= 1 && (size_t)digit <= play->option_count) {
        choose(play, app, 0, (size_t)digit - 1);
    } else if (digit >= MOON_DIGIT) {
        choose(play, app, 1, (size_t)(digit - MOON_DIGIT));
    }
    return true;
}

bool play_pair_input(PlayScene *play, App *app, const InputEvent *event)
{
    if (!play_pair_is_on(play, app)) {
        return false;
    }
    if (is_pad(event)) {
        take_pad(play, app, event);
        return true;
    }
    if (event->kind == INPUT_POINT_DOWN) {
        return take_press(play, app, event);
    }
    return event->kind == INPUT_DIGIT && take_digit(play, app, event->value);
}
