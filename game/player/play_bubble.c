#include "play_internal.h"

#include "sango/player/widgets.h"
#include "sango/ui/tween.h"

#include <math.h>

/* The bubble of picture speech: where it has room beside the faces, and its tail to who speaks. All on the screen, for
 * the stage is not mirrored. */
enum { HEADS_MAX = 8, POP_MS = 260 };
enum { EDGE = 6, PAD = 34, ROUND = 76, TAIL_W = 100, TAIL_H = 120, MARGIN = 26, TOP = 34, TRY_STEP = 34, TOP_ROW_H = 150 };
static const float SIZES[] = { 1, 0.9f, 0.8f, 0.7f, 0.6f };

typedef struct Room {
    Rect taken[HEADS_MAX + 3]; /* faces, meter, buttons, phone */
    size_t count;
    Rect speaker; /* its head, or where its voice comes from */
    float top, bottom; /* nothing goes above or below */
} Room;

static bool overlaps(Rect a, Rect b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static bool is_free(const Room *room, Rect box)
{
    for (size_t i = 0; i < room->count; i++) {
        if (overlaps(room->taken[i], box)) {
            return false;
        }
    }
    return true;
}

static float within(float value, float low, float high)
{
    return value < low ? low : value > high ? high : value;
}

/* How far the head is from the nearest point of the box, and a little for standing off the middle. */
static float cost_of(const Room *room, Rect box, float middle)
{
    float x = room->speaker.x + room->speaker.w / 2, y = room->speaker.y + room->speaker.h * 0.35f;
    float aside = x - within(x, box.x, box.x + box.w), down = y - within(y, box.y, box.y + box.h);
    return sqrtf(aside * aside + down * down) + 0.12f * fabsf(box.x + box.w / 2 - middle);
}

/* The place with room that is nearest to the speaker, as large as there is one. */
static Rect find_place(const UiFrame *frame, const Room *room, float width, float height)
{
    Rect best = { (frame->width - width * 0.6f) / 2, room->top, width * 0.6f, height * 0.6f };
    float least = 1e9f;
    for (size_t i = 0; i < sizeof SIZES / sizeof SIZES[0] && least > 1e8f; i++) {
        Rect box = { 0, 0, width * SIZES[i], height * SIZES[i] };
        for (box.y = room->top; box.y + box.h < room->bottom; box.y += TRY_STEP) {
            for (box.x = MARGIN; box.x + box.w <= frame->width - MARGIN; box.x += TRY_STEP) {
                float cost = cost_of(room, box, frame->width / 2);
                if (cost < least && is_free(room, box)) {
                    least = cost;
                    best = box;
                }
            }
        }
    }
    return best;
}

/* Whoever is unseen speaks from below the picture's edge; the phone from its own middle. */
static void take_room(const PlayScene *play, const UiFrame *frame, float bottom, Room *room)
{
    Rect phone;
    char name[32];
    bool has_phone = stage_phone_body(play->stage, frame, &phone);
    room->count = stage_heads(play->stage, room->taken, HEADS_MAX);
    room->top = TOP;
    room->bottom = bottom;
    room->taken[room->count++] = (Rect){ frame->mirrored ? frame->width - 400 : 0, 0, 400, TOP_ROW_H };
    room->taken[room->count++] = (Rect){ frame->mirrored ? 0 : frame->width - 300, 0, 300, TOP_ROW_H };
    if (play->is_bubble && has_phone) {
        room->speaker = phone;
        room->count = 0; /* on the phone, below its words */
        return;
    }
    if (has_phone) {
        room->taken[room->count++] = phone;
    }
    if (!stage_head(play->stage, level_actor_of(play->line.speaker, name, sizeof name), &room->speaker)) {
        room->speaker = (Rect){ frame->width / 2 - 1, bottom + 200, 2, 2 };
    }
}

static void draw_body(UiFrame *frame, Rect box, Rgba color)
{
    draw_fill(frame->draw, box, ROUND < box.h / 2 ? ROUND : box.h / 2, color);
}

/* A tail from the nearest edge, or the small circles of a thought. */
static void draw_tail(UiFrame *frame, Rect box, const Rect *speaker, bool is_thought, float more, Rgba color)
{
    float to_x = speaker->x + speaker->w / 2, to_y = speaker->y + speaker->h * 0.42f;
    float x = within(to_x, box.x + ROUND, box.x + box.w - ROUND), y = within(to_y, box.y + ROUND, box.y + box.h - ROUND);
    bool is_beside = to_y < box.y + box.h && to_y > box.y;
    float root_x = is_beside ? (to_x < x ? box.x + 12 : box.x + box.w - 12) : x, root_y = is_beside ? y : box.y + box.h - 12;
    float way_x = to_x - root_x, way_y = to_y - root_y, length = sqrtf(way_x * way_x + way_y * way_y);
    float reach = within(length - speaker->w * 0.56f, 56, 130); /* up to the hair, not over the face */
    if (length < 1) {
        return;
    }
    if (!is_thought) {
        DrawPose pose = { .x = root_x - TAIL_W / 2.0f, .y = root_y, .scale_x = 0.72f + more / TAIL_W * 2, .scale_y = (reach + 12 + more) / TAIL_H,
                          .pivot_x = TAIL_W / 2.0f, .turn_deg = atan2f(-way_x, way_y) * 57.29578f };
        draw_sprite_live(frame->draw, SV("ui/talk_tail"), pose, color);
        return;
    }
    for (int i = 0; i < 3; i++) {
        float at = 30 + (reach - 20) * (float)(i + 1) / 3, radius = 30 - 8 * (float)i + more;
        float dot_x = root_x + way_x / length * at, dot_y = root_y + way_y / length * at;
        draw_fill(frame->draw, (Rect){ dot_x - radius, dot_y - radius, 2 * radius, 2 * radius }, radius, color);
    }
}

static void draw_bubble(const App *app, UiFrame *frame, const PictureRow *row, const Room *room, Rect box, float pad, uint64_t since_ms)
{
    float grown = frame->reduced_motion ? 1 : ease_out_back(tween_share(frame->now_ms, since_ms, POP_MS));
    Rect seen = { box.x + box.w * (1 - grown) / 2, box.y + box.h * (1 - grown) / 2, box.w * grown, box.h * grown };
    Rgba edge = frame->theme->field_edge, field = frame->theme->field;
    draw_fill(frame->draw, (Rect){ seen.x - EDGE, seen.y - EDGE + 10, seen.w + 2 * EDGE, seen.h + 2 * EDGE }, ROUND, frame->theme->shadow);
    if (grown > 0.9f) {
        draw_tail(frame, box, &room->speaker, row->is_thought, EDGE, edge);
    }
    draw_body(frame, (Rect){ seen.x - EDGE, seen.y - EDGE, seen.w + 2 * EDGE, seen.h + 2 * EDGE }, edge);
    if (grown > 0.9f) {
        draw_tail(frame, box, &room->speaker, row->is_thought, 0, field);
    }
    draw_body(frame, seen, field);
    pictures_draw(app, frame, row, (Rect){ box.x + pad, box.y + pad, box.w - 2 * pad, box.h - 2 * pad }, since_ms, field);
}

void play_draw_bubble(const PlayScene *play, const App *app, UiFrame *frame, float size, float bottom)
{
    Room room = { 0 };
    const PictureRow *row = &play->line.pictures;
    if (row->count == 0) {
        return;
    }
    take_room(play, frame, bottom, &room);
    Rect box = find_place(frame, &room, pictures_width(row, size) + 2 * PAD, size + 2 * PAD);
    if (play->is_bubble) {
        float more = frame->text_scale > 1 ? frame->text_scale - 1 : 0; /* words on the phone that are large need more of it */
        box.w *= 1 - 0.18f * more;
        box.h *= 1 - 0.18f * more;
        box.x = room.speaker.x + (room.speaker.w - box.w) / 2;
        box.y = within(room.speaker.y + room.speaker.h - box.h - 60, TOP, bottom - box.h);
    }
    draw_bubble(app, frame, row, &room, box, PAD * box.h / (size + 2 * PAD), play->shown_ms);
}

void screen_bubble(const App *app, UiFrame *frame, const ScreenBubble *bubble)
{
    Room room = { .top = bubble->top, .bottom = bubble->bottom };
    PictureRow row;
    pictures_named(app, frame->arena, bubble->names, &row);
    if (row.count == 0 || !stage_head(bubble->stage, bubble->actor, &room.speaker)) {
        return;
    }
    room.count = stage_heads(bubble->stage, room.taken, HEADS_MAX);
    Rect box = find_place(frame, &room, pictures_width(&row, bubble->size) + 2 * PAD, bubble->size + 2 * PAD);
    draw_bubble(app, frame, &row, &room, box, PAD * box.h / (bubble->size + 2 * PAD), bubble->since_ms);
}
