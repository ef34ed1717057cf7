#include "stage_internal.h"

/* Who stands where: the commands of a level, and when something changes next. */
enum { SANGO_FEET = 788, CHILD_FEET = 1082 };

Status stage_create(const Allocator *alloc, const StageArt *art, Stage **stage)
{
    *stage = alloc_take(alloc, 1, sizeof **stage);
    if (!*stage) {
        return STATUS_NOMEM;
    }
    (*stage)->alloc = alloc;
    (*stage)->art = art;
    (*stage)->width = STAGE_W;
    (*stage)->height = STAGE_H;
    camera_reset(*stage);
    arena_init(&(*stage)->texts, alloc, 2048);
    return STATUS_OK;
}

void stage_destroy(Stage *stage)
{
    if (stage) {
        arena_release(&stage->texts);
        alloc_free(stage->alloc, stage, sizeof *stage);
    }
}

void stage_wake(Stage *stage)
{
    particles_wake(stage);
    stage->woken_ms = stage->now_ms;
}

bool stage_is_still(const Stage *stage)
{
    return stage->is_instant || stage->reduced_motion;
}

void stage_clear(Stage *stage)
{
    Stage kept = *stage;
    arena_reset(&kept.texts);
    *stage = (Stage){ .alloc = kept.alloc,
                      .art = kept.art,
                      .texts = kept.texts,
                      .now_ms = kept.now_ms,
                      .woken_ms = kept.now_ms,
                      .width = kept.width,
                      .height = kept.height,
                      .reduced_motion = kept.reduced_motion };
    camera_reset(stage);
}

void stage_set_reduced_motion(Stage *stage, bool on)
{
    stage->reduced_motion = on;
}

void stage_set_instant(Stage *stage, bool on)
{
    stage->is_instant = on;
}

void stage_place(Stage *stage, StrView name, StrView light, StrView change)
{
    change_begin(stage, change);
    stage->place = name_of(name);
    stage->light = name_of(light.len ? light : SV("day"));
    stage->actor_count = 0;
    stage_particles(stage, SV("off"));
    camera_reset(stage);
    stage_wake(stage);
}

bool spot_find(StrView word, Spot *spot)
{
    static const char *const spots[SPOT_COUNT] = { "far_left", "left", "centre", "right", "far_right" };
    for (size_t i = 0; i < SPOT_COUNT; i++) {
        if (strview_equal(word, strview_from_cstr(spots[i]))) {
            *spot = (Spot)i;
            return true;
        }
    }
    return false;
}

static Spot spot_of(StrView word)
{
    Spot spot = SPOT_CENTRE;
    (void)spot_find(word, &spot);
    return spot;
}

float stage_feet(const ArtActor *art)
{
    return strview_equal(art->name, SV("sango")) ? SANGO_FEET : CHILD_FEET;
}

static bool is_occupied(const Stage *stage, Spot spot)
{
    for (size_t i = 0; i < stage->actor_count; i++) {
        if (stage->actors[i].spot == spot && !stage->actors[i].is_leaving) {
            return true;
        }
    }
    return false;
}

bool stage_is_crowded(const Stage *stage)
{
    return is_occupied(stage, SPOT_CENTRE);
}

float stage_spot_x(const Stage *stage, Spot spot)
{
    static const float alone[SPOT_COUNT] = { 250, 350, 900, 1580, 1700 };
    static const float beside[SPOT_COUNT] = { 190, 520, 900, 1400, 1730 };
    static const float by_phone[SPOT_COUNT] = { 120, 340, 560, 1580, 1730 };
    bool is_left_pair = is_occupied(stage, SPOT_FAR_LEFT) && is_occupied(stage, SPOT_LEFT);
    bool is_right_pair = is_occupied(stage, SPOT_RIGHT) && is_occupied(stage, SPOT_FAR_RIGHT);
    bool is_upright = stage->height > stage->width; /* phone and answers stand above the heads there */
    bool is_middle_used = (stage->phone_is_open || stage->has_question) && !is_upright;
    if (is_middle_used && spot <= SPOT_CENTRE && (is_left_pair || stage_is_crowded(stage))) {
        return by_phone[spot];
    }
    bool is_pair = spot < SPOT_CENTRE ? is_left_pair : is_right_pair;
    return is_pair ? beside[spot] : alone[spot];
}

const StageActor *stage_get(const Stage *stage, StrView name)
{
    for (size_t i = 0; i < stage->actor_count; i++) {
        if (strview_equal(stage->actors[i].art->name, name)) {
            return &stage->actors[i];
        }
    }
    return NULL;
}

StageActor *stage_find(Stage *stage, StrView name)
{
    const StageActor *found = stage_get(stage, name);
    return found ? &stage->actors[found - stage->actors] : NULL;
}

bool stage_has_actor(const Stage *stage, StrView actor)
{
    return stage_actor_share(stage, actor) >= 0;
}

/* Further in at the left edge for what is held up there. */
static float stand_x(const Stage *stage, const StageActor *actor)
{
    const float room = 70;
    bool is_at_edge = actor->spot == SPOT_FAR_LEFT && !actor->is_facing_left;
    return stage_spot_x(stage, actor->spot) + (actor->art->is_holding && is_at_edge ? room : 0);
}

float stage_actor_share(const Stage *stage, StrView name)
{
    const StageActor *actor = stage_get(stage, name);
    return actor ? stand_x(stage, actor) / STAGE_W : -1;
}

bool stage_actor_is_holding(const Stage *stage, StrView name)
{
    const StageActor *actor = stage_get(stage, name);
    return actor && actor->art->is_holding && !actor->is_facing_left;
}

/* While the place changes, nobody walks yet. */
static void begin_move(Stage *stage, StageActor *actor, float from, float to, uint32_t length_ms)
{
    actor->from_x = from;
    actor->x = to;
    actor->moved_ms = change_shows_ms(stage);
    actor->move_length_ms = stage_is_still(stage) ? 0 : length_ms;
    actor->is_entering = false;
    actor->ease = EASE_SOFT;
    stage_wake(stage);
}

void stage_arrange(Stage *stage)
{
    for (size_t i = 0; i < stage->actor_count; i++) {
        StageActor *actor = &stage->actors[i];
        float x = stand_x(stage, actor);
        if (!actor->is_leaving && actor->x != x) {
            begin_move(stage, actor, actor_x(stage, actor), x, MOVE_MS);
        }
    }
    camera_follow(stage);
}

void stage_make_room(Stage *stage, bool on)
{
    if (stage->has_question != on) {
        stage->has_question = on;
        stage_arrange(stage);
    }
}

static void set_expression(StageActor *actor, StrView expression)
{
    actor->was = actor->expression;
    actor->expression = name_of(list_has(actor->art->expressions, expression) ? expression : SV("happy"));
}

void stage_enter(Stage *stage, StrView name, StrView spot, StrView expression, StrView facing)
{
    const ArtActor *art = art_actor(stage->art, name);
    StageActor *actor = stage_find(stage, name);
    if (!art || (!actor && stage->actor_count == ACTORS_MAX)) {
        return;
    }
    bool is_new = !actor;
    if (is_new) {
        actor = &stage->actors[stage->actor_count++];
        *actor = (StageActor){ .art = art, .seed = strview_hash(name) % 1000 };
    }
    float before = is_new ? 0 : actor_x(stage, actor);
    actor->spot = spot_of(spot);
    actor->is_leaving = false;
    actor->is_facing_left = strview_equal(facing, SV("left"));
    float x = stand_x(stage, actor);
    set_expression(actor, expression.len ? expression : SV("happy"));
    begin_move(stage, actor, is_new ? (x < STAGE_W / 2.0f ? x - 700 : x + 700) : before, x, ENTRANCE_MS);
    actor->is_entering = is_new;
    stage_arrange(stage);
}

void stage_pose(Stage *stage, StrView name, StrView expression)
{
    StageActor *actor = stage_find(stage, name);
    if (actor) {
        set_expression(actor, expression);
        actor->posed_ms = stage->now_ms;
        stage_wake(stage);
    }
}

void stage_show_tool(Stage *stage, StrView tool)
{
    const StageActor *sango = stage_get(stage, SV("sango"));
    StrView pose = strview_equal(tool, SV("headband")) ? SV("cover") : tool;
    if (sango && list_has(sango->art->expressions, pose)) {
        stage_pose(stage, SV("sango"), pose);
    }
}

void stage_move(Stage *stage, StrView name, StrView spot, float seconds, StrView easing)
{
    StageActor *actor = stage_find(stage, name);
    if (actor) {
        float before = actor_x(stage, actor);
        uint32_t length_ms = seconds < 0 ? MOVE_MS : (uint32_t)(seconds * 1000);
        actor->spot = spot_of(spot);
        begin_move(stage, actor, before, stand_x(stage, actor), length_ms);
        (void)ease_find(easing, &actor->ease);
        stage_arrange(stage);
    }
}

static void remove_actor(Stage *stage, size_t index)
{
    for (size_t i = index + 1; i < stage->actor_count; i++) {
        stage->actors[i - 1] = stage->actors[i];
    }
    stage->actor_count--;
}

void stage_leave(Stage *stage, StrView name)
{
    StageActor *actor = stage_find(stage, name);
    if (!actor) {
        return;
    }
    begin_move(stage, actor, actor_x(stage, actor), actor->x < STAGE_W / 2.0f ? -500 : STAGE_W + 500, LEAVE_MS);
    actor->is_leaving = true;
    if (actor->move_length_ms == 0) {
        remove_actor(stage, (size_t)(actor - stage->actors));
    }
    stage_arrange(stage);
}

void stage_shake(Stage *stage, StrView what)
{
    stage->shake_is_phone = strview_equal(what, SV("phone"));
    stage->shake_ms = stage_is_still(stage) ? 0 : stage->now_ms;
    stage_wake(stage);
}

void stage_update(Stage *stage, uint64_t now_ms)
{
    stage->now_ms = now_ms;
    for (size_t i = stage->actor_count; i-- > 0;) {
        const StageActor *actor = &stage->actors[i];
        if (actor->is_leaving && now_ms >= actor->moved_ms + actor->move_length_ms) {
            remove_actor(stage, i);
        }
    }
}

static bool is_shaking(const Stage *stage)
{
    return stage->shake_ms && stage->now_ms < stage->shake_ms + SHAKE_MS;
}

int stage_deadline_ms(const Stage *stage)
{
    if (stage->reduced_motion) {
        return -1;
    }
    if (particles_are_moving(stage) || phone_is_moving(stage) || is_shaking(stage) || change_is_on(stage) || camera_is_moving(stage)) {
        return MOVING_MS;
    }
    for (size_t i = 0; i < stage->actor_count; i++) {
        if (actor_is_moving(stage, &stage->actors[i])) {
            return MOVING_MS;
        }
    }
    return stage->actor_count == 0 || stage->now_ms > stage->woken_ms + REST_AFTER_MS ? -1 : FRAME_MS;
}
