#include "activity_internal.h"

#include "play_internal.h"
#include "sango/base/log.h"

/* What the child does in an activity, and that nothing of it is lost: how it stands is kept beside the journal
 * after each move. */

const ActivityView *activity_view(ActivityKind kind)
{
    static const ActivityView *const views[ACTIVITY_KIND_COUNT] = {
        [ACTIVITY_SORT] = &activity_sort_view,   [ACTIVITY_SPOT] = &activity_spot_view, [ACTIVITY_ORDER] = &activity_order_view,
        [ACTIVITY_BUILD] = &activity_build_view, [ACTIVITY_PLAN] = &activity_plan_view, [ACTIVITY_SAY] = &activity_say_view,
        [ACTIVITY_MATCH] = &activity_match_view,
    };
    return views[kind];
}

size_t activity_item_of(uint32_t id)
{
    return id >= ACTIVITY_ITEM && id < ACTIVITY_ITEM + ACTIVITY_ITEMS_MAX ? id - ACTIVITY_ITEM : SIZE_MAX;
}

bool activity_is_placed(const PlayActivity *activity, size_t item)
{
    return activity->state.place[item] != ACTIVITY_NOWHERE;
}

bool activity_is_free(const PlayActivity *activity, size_t item)
{
    return !activity->is_over && !(activity->right & 1u << item);
}

/* What costs more than a frame has time for is found out once a move. */
static void settle(PlayActivity *activity)
{
    if (activity->is_over || !activity_help(activity->data, &activity->state, &activity->lead)) {
        activity->lead = (ActivityMove){ SIZE_MAX, 0 };
    }
    activity->strength = activity->data->kind == ACTIVITY_BUILD ? activity_strength(activity->data, &activity->state) : 0;
}

/* --- kept ------------------------------------------------------------------------------- */

/* Of a class nothing is kept: it begins an activity again. */
static void keep(const PlayScene *play, App *app, StrView text)
{
    if (play->lesson) {
        return;
    }
    StrBuf key;
    strbuf_init(&key, app->parts.alloc);
    app_put(app, play_key(&key, "activity.", play->level->id), text);
    strbuf_release(&key);
}

static void keep_state(const PlayScene *play, App *app)
{
    StrBuf text;
    strbuf_init(&text, app->parts.alloc);
    activity_write(play->activity.data, &play->activity.state, &text);
    keep(play, app, strbuf_view(&text));
    strbuf_release(&text);
}

/* What Done has found; items whose words cannot move any more are those of kinds where each has one place. */
static void note_check(PlayActivity *activity, const ActivityCheck *check)
{
    const ActivityData *data = activity->data;
    bool is_each = data->kind == ACTIVITY_SORT || data->kind == ACTIVITY_MATCH || data->kind == ACTIVITY_SAY || data->kind == ACTIVITY_SPOT;
    activity->right = 0;
    activity->wrong = check->wrong;
    activity->right_count = check->right;
    activity->right_of = check->of;
    activity->is_over = check->is_right;
    for (size_t i = 0; i < data->item_count && data->kind == ACTIVITY_SPOT; i++) {
        if (activity->state.place[i] != 1) {
            activity->wrong &= ~(1u << i); /* what is not found yet is not told */
        }
    }
    for (size_t i = 0; i < data->item_count && is_each; i++) {
        bool is_chosen = data->kind == ACTIVITY_SPOT ? activity->state.place[i] == 1 : activity_is_placed(activity, i);
        bool is_right = activity_is_thing(data->items[i].role) && is_chosen && !(check->wrong & 1u << i);
        activity->right |= is_right ? 1u << i : 0;
    }
}

/* Goes on with one that was left half done. */
static void restore(PlayScene *play, App *app)
{
    PlayActivity *activity = &play->activity;
    Arena arena;
    StrBuf key;
    arena_init(&arena, app->parts.alloc, 512);
    strbuf_init(&key, app->parts.alloc);
    StrView kept = app_get(app, &arena, play_key(&key, "activity.", play->level->id));
    if (kept.len && activity_restore(activity->data, kept, &activity->state) != STATUS_OK) {
        log_line(LOG_WARNING, "what was kept of an activity in '%.*s' could not be read; it begins again", SV_ARG(play->level->id));
    } else if (kept.len && activity->state.tries > 0) {
        ActivityCheck check = activity_check(activity->data, &activity->state);
        note_check(activity, &check);
        activity->is_over = false; /* nobody knows whether Done was pressed since: it is pressed again */
    }
    strbuf_release(&key);
    arena_release(&arena);
}

void activity_open(PlayScene *play, App *app, const ActivityData *data)
{
    PlayActivity *activity = &play->activity;
    *activity = (PlayActivity){ .data = data, .picked = SIZE_MAX, .held = SIZE_MAX, .pressed = SIZE_MAX, .began_ms = app->now_ms };
    activity_begin(data, &activity->state);
    restore(play, app);
    settle(activity);
}

void activity_close(PlayScene *play, App *app)
{
    if (play->activity.data) {
        play->activity.data = NULL;
        keep(play, app, SV(""));
    }
}

/* --- moves ---------------------------------------------------------------------------------- */

void activity_note_places(PlayActivity *activity, const App *app)
{
    for (size_t i = 0; i < app->ui.target_count; i++) {
        size_t item = activity_item_of(app->ui.targets[i].id);
        if (item != SIZE_MAX) {
            activity->before[item] = app->ui.targets[i].rect;
        }
    }
}

bool activity_put(PlayScene *play, App *app, size_t item, int to)
{
    PlayActivity *activity = &play->activity;
    if (!activity_is_free(activity, item) || !activity_move(activity->data, &activity->state, item, to)) {
        return false;
    }
    activity_note_places(activity, app);
    activity->moved_ms = app->now_ms;
    activity->picked = SIZE_MAX;
    activity->wrong &= ~(1u << item);
    settle(activity);
    app_sound(app, SV("pop"));
    keep_state(play, app);
    return true;
}

void activity_pick(PlayScene *play, App *app, size_t item)
{
    PlayActivity *activity = &play->activity;
    activity_note_places(activity, app);
    activity->moved_ms = app->now_ms;
    activity->picked = activity->picked == item || !activity_is_free(activity, item) ? SIZE_MAX : item;
    activity->checked_ms = 0;
}

static void finish(PlayScene *play, App *app)
{
    PlayActivity *activity = &play->activity;
    activity->over_ms = app->now_ms;
    if (app_theme(app)->confetti > 0) {
        stage_confetti(play->stage);
    }
    StageFace faces[8];
    size_t count = stage_faces(play->stage, faces, 8);
    for (size_t i = 0; i < count; i++) {
        stage_act(play->stage, faces[i].actor, SV("joy"));
    }
    play_sound(play, app, SV("safe"));
    app_sound(app, SV("sparkle"));
}

static void done(PlayScene *play, App *app)
{
    PlayActivity *activity = &play->activity;
    ActivityCheck check = activity_done(activity->data, &activity->state);
    note_check(activity, &check);
    activity->picked = SIZE_MAX;
    activity->checked_ms = app->now_ms;
    settle(activity);
    keep_state(play, app);
    if (activity->is_over) {
        finish(play, app);
    } else {
        play_sound(play, app, SV("idea"));
    }
}

/* The story goes on as it went. */
static void go_on(PlayScene *play, App *app)
{
    size_t outcome = level_session_outcome(play->session, activity_grade(&play->activity.state));
    if (outcome < play->option_count) {
        activity_close(play, app);
        play_choose(play, app, outcome);
    }
}

void activity_hear(PlayScene *play, App *app)
{
    const ActivityData *data = play->activity.data;
    uint32_t voice_ms = app_voice(app, data->question_id);
    stage_speaker(play->stage, (StrView){ play->asker, play->asker_len }, data->question, voice_ms);
    play->activity.heard_ms = app->now_ms + (voice_ms ? voice_ms : ACTIVITY_SAY_MS);
}

bool activity_activate(PlayScene *play, App *app, uint32_t id)
{
    PlayActivity *activity = &play->activity;
    if (play->mode != PLAY_MODE_ACTIVITY || !activity->data) {
        return false;
    }
    if (id == ACTIVITY_HEAR) {
        activity_hear(play, app);
    } else if (id == ACTIVITY_DONE && activity->is_over) {
        go_on(play, app);
    } else if (id == ACTIVITY_DONE && activity_is_ready(activity->data, &activity->state)) {
        done(play, app);
    } else if (id >= ACTIVITY_BACK && id < 1000 && id != ACTIVITY_DONE) {
        activity_view(activity->data->kind)->press(play, app, id);
    } else {
        return false;
    }
    return true;
}

int activity_deadline_ms(const PlayScene *play, uint64_t now_ms)
{
    const PlayActivity *activity = &play->activity;
    bool is_moving = (activity->moved_ms && now_ms < activity->moved_ms + ACTIVITY_FLY_MS) ||
                     (activity->checked_ms && now_ms < activity->checked_ms + ACTIVITY_WOBBLE_MS) ||
                     (activity->over_ms && now_ms < activity->over_ms + ACTIVITY_WOBBLE_MS) || now_ms < activity->began_ms + ACTIVITY_RISE_MS;
    if (play->mode != PLAY_MODE_ACTIVITY || is_moving) {
        return is_moving && play->mode == PLAY_MODE_ACTIVITY ? 0 : -1;
    }
    return activity->heard_ms > now_ms ? (int)(activity->heard_ms - now_ms) : -1;
}
