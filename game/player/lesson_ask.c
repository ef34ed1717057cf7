#include "lesson_internal.h"

/* A question to a class, and what each input does: talk with the neighbour, vote, see the result. A grown-up goes on; nothing
 * presses for time. */

void lesson_ask_begin(LessonAsk *ask, LessonAskKind kind)
{
    ask->kind = kind;
    ask->phase = kind == LESSON_ASK_HANDS ? LESSON_VOTE : ask->recap.len ? LESSON_RECAP : LESSON_TALK;
    ask->picked = SIZE_MAX;
    lesson_vote_init(&ask->vote, ask->option_count);
}

static bool is_counted(const LessonAsk *ask)
{
    size_t index;
    return lesson_vote_leader(&ask->vote, &index) != LESSON_NOBODY_LEADS;
}

/* With one answer that most hands are for, that is the one that is taken. */
static bool has_winner(const LessonAsk *ask, size_t *index)
{
    return lesson_vote_leader(&ask->vote, index) == LESSON_ONE_LEADS;
}

uint32_t lesson_ask_focus(const LessonAsk *ask)
{
    size_t winner;
    if (ask->phase == LESSON_VOTE) {
        return LESSON_CARD;
    }
    if (ask->phase == LESSON_LOOK) {
        return LESSON_CARD + (ask->picked == 0 ? 1u : 0u);
    }
    if (ask->phase != LESSON_RESULT || has_winner(ask, &winner)) {
        return LESSON_GO;
    }
    for (size_t i = 0; i < ask->option_count; i++) {
        if (lesson_vote_leads(&ask->vote, i)) {
            return LESSON_CARD + (uint32_t)i;
        }
    }
    return LESSON_CARD;
}

static void turn_to(LessonAsk *ask, App *app, LessonPhase phase)
{
    ask->phase = phase;
    if (phase == LESSON_TALK) {
        lesson_vote_init(&ask->vote, ask->option_count);
    }
    ask->result_ms = app->now_ms;
    app_sound(app, phase == LESSON_RESULT && is_counted(ask) ? SV("chime") : SV("page"));
    app_touch(app);
}

static bool press_card(LessonAsk *ask, App *app, size_t option)
{
    if (!ask->options[option].enabled) {
        return false;
    }
    if (ask->phase == LESSON_RESULT) {
        ask->picked = option;
        return true;
    }
    if (ask->phase == LESSON_TALK) {
        turn_to(ask, app, LESSON_VOTE); /* who counts has begun to vote */
    }
    if (ask->phase == LESSON_VOTE && lesson_vote_add(&ask->vote, option, 1)) {
        app_sound(app, SV("pop"));
    }
    return false;
}

static bool go_on(LessonAsk *ask, App *app)
{
    size_t winner;
    switch (ask->phase) {
    case LESSON_RECAP:
        turn_to(ask, app, LESSON_TALK);
        return false;
    case LESSON_TALK:
        turn_to(ask, app, LESSON_VOTE);
        return false;
    case LESSON_VOTE:
        if (ask->kind == LESSON_ASK_HANDS) {
            return true;
        }
        turn_to(ask, app, LESSON_RESULT);
        return false;
    case LESSON_RESULT:
        if (has_winner(ask, &winner)) {
            ask->picked = winner;
        }
        return ask->picked != SIZE_MAX;
    case LESSON_LOOK:
        return false;
    }
    return false;
}

bool lesson_ask_activate(LessonAsk *ask, App *app, uint32_t id)
{
    if (id >= LESSON_CARD && id < LESSON_CARD + ask->option_count) {
        return press_card(ask, app, id - LESSON_CARD);
    }
    if (ask->phase == LESSON_VOTE && id >= LESSON_LESS && id < LESSON_LESS + ask->option_count) {
        (void)lesson_vote_add(&ask->vote, id - LESSON_LESS, -1);
    } else if (ask->phase == LESSON_VOTE && id >= LESSON_MORE && id < LESSON_MORE + ask->option_count) {
        (void)lesson_vote_add(&ask->vote, id - LESSON_MORE, 1);
    } else if (id == LESSON_GO) {
        return go_on(ask, app);
    } else if (id == LESSON_SIDE && ask->phase == LESSON_RESULT) {
        turn_to(ask, app, LESSON_TALK);
    }
    return false;
}

/* The arrow towards the end of the line counts one more for the card that has the focus. */
static int count_by(const App *app, InputKind kind)
{
    InputKind more = app->parts.catalogue->rtl ? INPUT_LEFT : INPUT_RIGHT;
    return kind == more ? 1 : kind == INPUT_LEFT || kind == INPUT_RIGHT ? -1 : 0;
}

/* A step back by a key or a presenter: a hand that was counted, else to the talk. */
static bool step_back(LessonAsk *ask, App *app)
{
    if (ask->phase == LESSON_VOTE && lesson_vote_take_back(&ask->vote)) {
        return true;
    }
    if (ask->kind != LESSON_ASK_HANDS && (ask->phase == LESSON_VOTE || ask->phase == LESSON_RESULT)) {
        LessonVote kept = ask->vote;
        turn_to(ask, app, ask->phase == LESSON_RESULT ? LESSON_VOTE : LESSON_TALK);
        ask->vote = ask->phase == LESSON_VOTE ? kept : ask->vote;
        return true;
    }
    return false;
}

/* With two keys: back goes from card to card, and on takes the one that has the focus. */
void lesson_ask_step_card(const LessonAsk *ask, App *app)
{
    uint32_t at = app->ui.focus;
    bool is_card = at >= LESSON_CARD && at < LESSON_CARD + ask->option_count;
    size_t next = is_card ? at - LESSON_CARD : ask->option_count - 1;
    for (size_t i = 0; i < ask->option_count; i++) {
        next = (next + 1) % ask->option_count;
        if (ask->options[next].enabled) {
            break;
        }
    }
    app->ui.focus = LESSON_CARD + (uint32_t)next;
    app->ui.focus_visible = true;
}

/* Hands by a remote with two keys: back counts one more for the card that has the focus, on goes to the next card and behind
 * the last to the button, which it then takes. */
static void count_by_remote(LessonAsk *ask, App *app, bool is_on)
{
    uint32_t last = LESSON_CARD + (uint32_t)ask->option_count - 1;
    uint32_t *focus = &app->ui.focus;
    bool on_card = *focus >= LESSON_CARD && *focus <= last;
    if (!on_card) {
        *focus = LESSON_CARD;
    } else if (is_on) {
        *focus = *focus < last ? *focus + 1 : LESSON_GO;
    } else if (lesson_vote_add(&ask->vote, *focus - LESSON_CARD, 1)) {
        app_sound(app, SV("pop"));
    }
}

/* A hand by a number key; the next Enter then leads on, and is no hand that nobody showed. */
static bool take_digit(LessonAsk *ask, App *app, int digit)
{
    bool is_vote = ask->phase == LESSON_TALK || ask->phase == LESSON_VOTE;
    if (!is_vote || digit < 1 || (size_t)digit > ask->option_count) {
        return false;
    }
    (void)press_card(ask, app, (size_t)digit - 1);
    app->ui.focus = LESSON_GO;
    app->ui.focus_visible = true;
    return true;
}

bool lesson_ask_input(LessonAsk *ask, App *app, const InputEvent *event, bool *is_done)
{
    uint32_t focus = app->ui.focus;
    size_t winner;
    bool on_card = focus >= LESSON_CARD && focus < LESSON_CARD + ask->option_count;
    bool is_picking = ask->phase == LESSON_RESULT && !has_winner(ask, &winner);
    *is_done = false;
    if (event->kind == INPUT_DIGIT) {
        return take_digit(ask, app, (int)event->value);
    }
    if (event->kind == INPUT_UNDO) {
        return step_back(ask, app);
    }
    if (event->kind == INPUT_FORWARD || event->kind == INPUT_BACKWARD) {
        app->ui.focus_visible = true; /* a remote is a kind of keyboard */
    }
    if (ask->phase == LESSON_VOTE && (event->kind == INPUT_BACKWARD || (event->kind == INPUT_FORWARD && on_card))) {
        count_by_remote(ask, app, event->kind == INPUT_FORWARD);
        return true;
    }
    if (event->kind == INPUT_FORWARD) {
        *is_done = is_picking && on_card ? press_card(ask, app, focus - LESSON_CARD) : go_on(ask, app);
        return true;
    }
    if (event->kind == INPUT_BACKWARD) {
        if (is_picking) {
            lesson_ask_step_card(ask, app);
        }
        return is_picking || step_back(ask, app);
    }
    int by = count_by(app, event->kind);
    if (ask->phase == LESSON_VOTE && on_card && by != 0) {
        if (lesson_vote_add(&ask->vote, focus - LESSON_CARD, by)) {
            app_sound(app, SV("pop"));
        }
        app->ui.focus_visible = true;
        return true;
    }
    return false;
}

int lesson_ask_deadline_ms(const LessonAsk *ask, const App *app)
{
    bool is_growing = ask->phase == LESSON_RESULT && lesson_vote_has_spread(&ask->vote) && !app->settings.reduced_motion &&
                      app->now_ms < ask->result_ms + LESSON_BAR_MS;
    return is_growing ? 0 : -1;
}
