#include "stage_internal.h"

#include "sango/ui/tween.h"

#include <math.h>
#include <stdio.h>

enum { STAGE_W = 1920, STAGE_H = 1080, SANGO_FEET = 788, CHILD_FEET = 1082 };

Status stage_create(const Allocator *alloc, const StageArt *art, Stage **stage)
{
    *stage = alloc_take(alloc, 1, sizeof **stage);
    if (!*stage) {
        return STATUS_NOMEM;
    }
    (*stage)->alloc = alloc;
    (*stage)->art = art;
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

static void wake(Stage *stage)
{
    stage->woken_ms = stage->now_ms;
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
                      .reduced_motion = kept.reduced_motion };
}

void stage_set_reduced_motion(Stage *stage, bool on)
{
    stage->reduced_motion = on;
}

void stage_set_instant(Stage *stage, bool on)
{
    stage->is_instant = on;
}

void stage_place(Stage *stage, StrView name, StrView light)
{
    stage->place = name_of(name);
    stage->light = name_of(light.len ? light : SV("day"));
    stage->actor_count = 0;
    wake(stage);
}

static Spot spot_of(StrView word)
{
    static const char *const spots[SPOT_COUNT] = { "far_left", "left", "centre", "right", "far_right" };
    for (size_t i = 0; i < SPOT_COUNT; i++) {
        if (strview_equal(word, strview_from_cstr(spots[i]))) {
            return (Spot)i;
        }
    }
    return SPOT_CENTRE;
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

static float spot_x(const Stage *stage, Spot spot)
{
    static const float alone[SPOT_COUNT] = { 250, 350, 900, 1580, 1700 };
    static const float beside[SPOT_COUNT] = { 190, 520, 900, 1400, 1730 };
    static const float by_phone[SPOT_COUNT] = { 120, 340, 560, 1580, 1730 };
    bool is_left_pair = is_occupied(stage, SPOT_FAR_LEFT) && is_occupied(stage, SPOT_LEFT);
    bool is_right_pair = is_occupied(stage, SPOT_RIGHT) && is_occupied(stage, SPOT_FAR_RIGHT);
    bool is_middle_used = stage->phone_is_open || stage->has_question;
    if (is_middle_used && spot <= SPOT_CENTRE && (is_left_pair || stage_is_crowded(stage))) {
        return by_phone[spot];
    }
    bool is_pair = spot < SPOT_CENTRE ? is_left_pair : is_right_pair;
    return is_pair ? beside[spot] : alone[spot];
}

static StageActor *find_actor(Stage *stage, StrView name)
{
    for (size_t i = 0; i < stage->actor_count; i++) {
        if (strview_equal(stage->actors[i].art->name, name)) {
            return &stage->actors[i];
        }
    }
    return NULL;
}

bool stage_has_actor(const Stage *stage, StrView actor)
{
    return stage_actor_share(stage, actor) >= 0;
}

float stage_actor_share(const Stage *stage, StrView actor)
{
    for (size_t i = 0; i < stage->actor_count; i++) {
        if (strview_equal(stage->actors[i].art->name, actor)) {
            return spot_x(stage, stage->actors[i].spot) / STAGE_W;
        }
    }
    return -1;
}

static void begin_move(Stage *stage, StageActor *actor, float from, float to, uint32_t length_ms)
{
    actor->from_x = from;
    actor->x = to;
    actor->moved_ms = stage->now_ms;
    actor->move_length_ms = stage->is_instant || stage->reduced_motion ? 0 : length_ms;
    wake(stage);
}

void stage_arrange(Stage *stage)
{
    for (size_t i = 0; i < stage->actor_count; i++) {
        StageActor *actor = &stage->actors[i];
        float x = spot_x(stage, actor->spot);
        if (!actor->is_leaving && actor->x != x) {
            begin_move(stage, actor, actor->x, x, MOVE_MS);
        }
    }
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
    StageActor *actor = find_actor(stage, name);
    if (!art || (!actor && stage->actor_count == ACTORS_MAX)) {
        return;
    }
    bool is_new = !actor;
    if (is_new) {
        actor = &stage->actors[stage->actor_count++];
        *actor = (StageActor){ .art = art, .seed = strview_hash(name) % 1000 };
    }
    actor->spot = spot_of(spot);
    actor->is_leaving = false;
    float x = spot_x(stage, actor->spot);
    actor->is_facing_left = strview_equal(facing, SV("left"));
    set_expression(actor, expression.len ? expression : SV("happy"));
    begin_move(stage, actor, is_new ? (x < STAGE_W / 2.0f ? x - 700 : x + 700) : actor->x, x, ENTRANCE_MS);
    stage_arrange(stage);
}

void stage_pose(Stage *stage, StrView name, StrView expression)
{
    StageActor *actor = find_actor(stage, name);
    if (actor) {
        set_expression(actor, expression);
        actor->posed_ms = stage->now_ms;
        wake(stage);
    }
}

void stage_show_tool(Stage *stage, StrView tool)
{
    const StageActor *sango = find_actor(stage, SV("sango"));
    StrView pose = strview_equal(tool, SV("headband")) ? SV("cover") : tool;
    if (sango && list_has(sango->art->expressions, pose)) {
        stage_pose(stage, SV("sango"), pose);
    }
}

void stage_move(Stage *stage, StrView name, StrView spot)
{
    StageActor *actor = find_actor(stage, name);
    if (actor) {
        actor->spot = spot_of(spot);
        begin_move(stage, actor, actor->x, spot_x(stage, actor->spot), MOVE_MS);
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
    StageActor *actor = find_actor(stage, name);
    if (!actor) {
        return;
    }
    begin_move(stage, actor, actor->x, actor->x < STAGE_W / 2.0f ? -500 : STAGE_W + 500, LEAVE_MS);
    actor->is_leaving = true;
    if (actor->move_length_ms == 0) {
        remove_actor(stage, (size_t)(actor - stage->actors));
    }
    stage_arrange(stage);
}

void stage_speaker(Stage *stage, StrView actor, uint32_t talk_ms)
{
    stage->speaker = name_of(actor);
    stage->talk_until_ms = stage->is_instant || stage->reduced_motion ? 0 : stage->now_ms + talk_ms;
    wake(stage);
}

void stage_confetti(Stage *stage)
{
    static const Rgba colors[] = { 0xFF6F61FF, 0xFFC83DFF, 0x1FC8C0FF, 0x7B5CD6FF, 0x5CC96BFF, 0xFF8FB1FF };
    if (stage->reduced_motion || stage->is_instant) {
        return;
    }
    Rng rng;
    rng_seed(&rng, 3);
    for (size_t i = 0; i < CONFETTI_MAX; i++) {
        stage->confetti[i] = (Confetto){ .x = rng_unit(&rng) * STAGE_W,
                                         .y = -rng_unit(&rng) * 900,
                                         .fall = 260 + rng_unit(&rng) * 260,
                                         .swing = 20 + rng_unit(&rng) * 40,
                                         .phase = rng_unit(&rng) * 6.28f,
                                         .color = colors[rng_below(&rng, 6)] };
    }
    stage->confetti_ms = stage->now_ms ? stage->now_ms : 1;
    wake(stage);
}

void stage_shake(Stage *stage, StrView what)
{
    stage->shake_is_phone = strview_equal(what, SV("phone"));
    stage->shake_ms = stage->reduced_motion || stage->is_instant ? 0 : stage->now_ms;
    wake(stage);
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
    if (stage->confetti_ms && now_ms > stage->confetti_ms + 6000) {
        stage->confetti_ms = 0;
    }
}

int stage_deadline_ms(const Stage *stage)
{
    if (stage->confetti_ms || phone_is_moving(stage) || (stage->shake_ms && stage->now_ms < stage->shake_ms + SHAKE_MS)) {
        return 16;
    }
    for (size_t i = 0; i < stage->actor_count; i++) {
        const StageActor *actor = &stage->actors[i];
        if (stage->now_ms < actor->moved_ms + actor->move_length_ms) {
            return 16;
        }
    }
    if (stage->reduced_motion || stage->actor_count == 0 || stage->now_ms > stage->woken_ms + REST_AFTER_MS) {
        return -1;
    }
    return FRAME_MS;
}

/* --- drawing ---------------------------------------------------------------------- */

void stage_draw_place(UiFrame *frame, StrView place, StrView light, float shift)
{
    float scale = frame->width / STAGE_W;
    scale = frame->height / STAGE_H > scale ? frame->height / STAGE_H : scale;
    DrawPose pose = { .x = (frame->width - STAGE_W * scale) / 2 + shift,
                      .y = (frame->height - STAGE_H * scale) / 2,
                      .scale_x = scale,
                      .scale_y = scale };
    char name[96];
    int len = snprintf(name, sizeof name, "place/%.*s/%.*s/0back", SV_ARG(place), SV_ARG(light));
    draw_fill(frame->draw, (Rect){ 0, 0, frame->width, frame->height }, 0, 0x2B2A66FFu);
    if (len > 0 && (size_t)len < sizeof name) {
        draw_sprite(frame->draw, arena_copy(frame->arena, (StrView){ name, (size_t)len }), pose, 0xFFFFFFFFu);
    }
    if ((frame->theme->veil & 0xFF) != 0) {
        draw_fill(frame->draw, (Rect){ 0, 0, frame->width, frame->height }, 0, frame->theme->veil);
    }
}

static float actor_x(const Stage *stage, const StageActor *actor)
{
    float share = tween_share(stage->now_ms, actor->moved_ms, actor->move_length_ms);
    float eased = actor->is_leaving ? ease_in_out(share) : ease_out_back(share);
    return actor->from_x + (actor->x - actor->from_x) * eased;
}

/* Actors keep their size and stand at the bottom, spread over the width, so that none
 * is cut off on a canvas that is taller or wider than the place's picture. */
static void draw_one(const Stage *stage, UiFrame *frame, const StageActor *actor, float shift)
{
    float floor_y = frame->height - STAGE_H;
    bool is_sango = strview_equal(actor->art->name, SV("sango"));
    uint64_t since = stage->now_ms - actor->posed_ms;
    float hop = actor->posed_ms && since < 240 && !stage->reduced_motion ? -14.0f * sinf((float)since / 240.0f * 3.1416f) : 0;
    actor_draw(frame, &(ActorLook){ .art = actor->art,
                                    .expression = name_view(&actor->expression),
                                    .was = name_view(&actor->was),
                                    .x = shift + actor_x(stage, actor) * frame->width / STAGE_W,
                                    .feet_y = floor_y + (is_sango ? SANGO_FEET : CHILD_FEET) + hop,
                                    .scale = 1,
                                    .is_facing_left = actor->is_facing_left,
                                    .is_talking = strview_equal(name_view(&stage->speaker), actor->art->name) &&
                                                  stage->now_ms < stage->talk_until_ms,
                                    .is_still = stage->reduced_motion,
                                    .seed = actor->seed,
                                    .now_ms = stage->now_ms,
                                    .since_ms = stage->now_ms - (actor->posed_ms > actor->moved_ms ? actor->posed_ms : actor->moved_ms),
                                    .alpha = 1 });
}

float stage_shift(const Stage *stage, bool is_phone)
{
    uint64_t since = stage->now_ms - stage->shake_ms;
    if (stage->shake_ms == 0 || since >= SHAKE_MS || is_phone != stage->shake_is_phone) {
        return 0;
    }
    return sinf((float)since * 0.06f) * 12.0f * (1.0f - (float)since / SHAKE_MS);
}

void stage_draw(const Stage *stage, UiFrame *frame, float quiet_h)
{
    float shift = stage_shift(stage, false);
    stage_draw_place(frame, name_view(&stage->place), name_view(&stage->light), shift);
    for (size_t i = 0; i < stage->actor_count; i++) {
        draw_one(stage, frame, &stage->actors[i], shift);
    }
    if (stage->phone_is_open || phone_is_leaving(stage)) {
        phone_draw(stage, frame, quiet_h);
    }
}

void stage_draw_over(const Stage *stage, UiFrame *frame)
{
    if (!stage->confetti_ms) {
        return;
    }
    float t = (float)(stage->now_ms - stage->confetti_ms) / 1000.0f;
    for (size_t i = 0; i < CONFETTI_MAX; i++) {
        const Confetto *piece = &stage->confetti[i];
        float y = piece->y + piece->fall * t;
        float x = piece->x + sinf(t * 2 + piece->phase) * piece->swing;
        float h = 4 + 10 * fabsf(cosf(t * 6 + piece->phase));
        if (y > -20 && y < frame->height) {
            draw_fill(frame->draw, (Rect){ x * frame->width / STAGE_W, y, 16, h }, 0, piece->color);
        }
    }
}
