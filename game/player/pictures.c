#include "pictures_internal.h"

#include "sango/base/log.h"
#include "sango/base/strbuf.h"
#include "sango/ui/tween.h"
#include "sango/player/widgets.h"

#include <math.h>

/* Rows of pictures, wherever they stand. */
enum { POP_MS = 300, STEP_MS = 220, SIGN_CANVAS = 192, MOVES_MS = 20000 };
static const float GAP = 0.16f, PHOTO_WIDE = 1.3f, PHOTO_TALL = 0.8667f; /* shares of the height */
static const float FACE_SCALE = 0.54f, FACE_DOWN = 264, FACE_SIDE = 260; /* an actor's head in a window of FACE_SIDE units */
static const float OWN_TALL = 620;                                        /* a figure that is all head is shown whole */

static bool has(const App *app, const char *prefix, StrView name)
{
    Platform *platform = app->parts.platform;
    StrBuf sprite;
    strbuf_init(&sprite, app->parts.alloc);
    strbuf_printf(&sprite, "%s%.*s", prefix, SV_ARG(name));
    bool is_there = sprite.failed || !platform->ops->has_picture || platform->ops->has_picture(platform, strbuf_view(&sprite));
    strbuf_release(&sprite);
    return is_there;
}

/* An actor's name first: nothing else is called like one of the cast, and where nothing is drawn every sign is there. */
static bool take(const App *app, Arena *arena, StrView name, Picture *picture)
{
    StrView actor, expression;
    level_show_face(name, &actor, &expression);
    *picture = (Picture){ .name = arena_copy(arena, name) };
    if (stage_art_has(app->parts.art, actor, expression)) {
        picture->kind = PICTURE_FACE;
        picture->actor = arena_copy(arena, actor);
        picture->expression = arena_copy(arena, expression);
        return true;
    }
    if (has(app, "show/", name)) {
        picture->kind = PICTURE_SIGN;
        return true;
    }
    picture->kind = PICTURE_PHOTO;
    return has(app, "phone/picture/", name);
}

void pictures_take(const App *app, Arena *arena, const YarnLineInfo *line, PictureRow *row)
{
    StrView names[SHOW_MAX];
    size_t count = level_show(line, names);
    StrView icon = yarn_line_tag_value(line, SV("icon"));
    if (count == 0 && icon.len) {
        names[0] = icon;
        count = 1;
    }
    *row = (PictureRow){ .is_thought = yarn_line_has_tag(line, SV("think")) };
    for (size_t i = 0; i < count && i < SHOW_MAX; i++) {
        if (take(app, arena, names[i], &row->list[row->count])) {
            row->count++;
        } else {
            log_line(LOG_WARNING, "%.*s:%u:%u: there is no icon, picture or face '%.*s'", SV_ARG(line->place.file), (unsigned)line->place.line,
                     (unsigned)line->place.column, SV_ARG(names[i]));
        }
    }
}

static float width_of(const Picture *picture)
{
    return picture->kind == PICTURE_PHOTO ? PHOTO_WIDE : 1;
}

/* For a height of 1. */
static float row_width(const PictureRow *row)
{
    float width = row->count ? GAP * (float)(row->count - 1) : 0;
    for (size_t i = 0; i < row->count; i++) {
        width += width_of(&row->list[i]);
    }
    return width;
}

void pictures_named(const App *app, Arena *arena, StrView text, PictureRow *row)
{
    StrView names[SHOW_MAX];
    size_t count = level_show_names(text, names);
    *row = (PictureRow){ 0 };
    for (size_t i = 0; i < count && i < SHOW_MAX; i++) {
        row->count += take(app, arena, names[i], &row->list[row->count]);
    }
}

void screen_pictures(const App *app, UiFrame *frame, StrView names, Rect box, uint64_t since_ms, Rgba around)
{
    PictureRow row;
    pictures_named(app, frame->arena, names, &row);
    pictures_draw(app, frame, &row, box, since_ms, around);
}

float pictures_width(const PictureRow *row, float height)
{
    return row_width(row) * height;
}

static void draw_face(const App *app, UiFrame *frame, const Picture *picture, Rect box, Rgba around)
{
    bool is_own = strview_equal(picture->actor, SV("sango"));
    float grown = box.w / FACE_SIDE;
    screen_window_begin(frame, box, SV(""), SV(""), 0, frame->theme->tint_two);
    stage_draw_actor(app->parts.art, frame, picture->actor, picture->expression, box.x + box.w / 2,
                     box.y + (is_own ? box.h * 0.97f : box.h * 0.5f + FACE_DOWN * grown), is_own ? box.h / OWN_TALL : FACE_SCALE * grown, 0);
    screen_window_end(frame, box, around);
}

/* An arrow points to where one reads on. While it comes (`is_live`), its size is another one in each frame and not kept. */
static void draw_sign(UiFrame *frame, StrView name, Rect box, bool is_live)
{
    StrView sprite = frame_join(frame, "show/", name);
    bool is_turned = frame->mirrored && strview_equal(name, SV("arrow"));
    float scale = box.w / SIGN_CANVAS;
    DrawPose pose = { .x = box.x + box.w / 2 - SIGN_CANVAS / 2.0f, .y = box.y + box.h / 2 - SIGN_CANVAS / 2.0f, .scale_x = is_turned ? -scale : scale,
                      .scale_y = scale, .pivot_x = SIGN_CANVAS / 2.0f, .pivot_y = SIGN_CANVAS / 2.0f };
    if (is_live) {
        draw_sprite_live(frame->draw, sprite, pose, 0xFFFFFFFFu);
    } else if (is_turned) {
        draw_sprite(frame->draw, sprite, pose, 0xFFFFFFFFu);
    } else {
        draw_nine(frame->draw, sprite, box, 0xFFFFFFFFu);
    }
}

static void draw_one(const App *app, UiFrame *frame, const Picture *picture, Rect box, Rgba around, bool is_live)
{
    switch (picture->kind) {
    case PICTURE_SIGN:
        draw_sign(frame, picture->name, box, is_live);
        break;
    case PICTURE_PHOTO:
        draw_nine(frame->draw, frame_join(frame, "phone/picture/", picture->name),
                  (Rect){ box.x, box.y + box.h * (1 - PHOTO_TALL) / 2, box.w, box.h * PHOTO_TALL }, 0xFFFFFFFFu);
        break;
    case PICTURE_FACE:
        draw_face(app, frame, picture, box, around);
        break;
    }
}

/* 0..1 and a little over: how far the index-th has come. */
static float grown_of(const UiFrame *frame, uint64_t since_ms, size_t index)
{
    if (since_ms == 0 || frame->reduced_motion) {
        return 1;
    }
    return ease_out_back(tween_share(frame->now_ms, since_ms + index * STEP_MS, POP_MS));
}

/* Below each other where that makes them larger. */
typedef struct Lines {
    float size; /* height of one */
    bool is_column;
} Lines;

static Lines fit(const PictureRow *row, Rect box)
{
    float widest = 1, tall = (1 + GAP * 0.6f) * (float)row->count - GAP * 0.6f;
    for (size_t i = 0; i < row->count; i++) {
        widest = width_of(&row->list[i]) > widest ? width_of(&row->list[i]) : widest;
    }
    float beside = fminf(box.h, box.w / row_width(row)), below = fminf(box.w / widest, box.h / tall);
    return below > beside ? (Lines){ below, true } : (Lines){ beside, false };
}

void pictures_draw(const App *app, UiFrame *frame, const PictureRow *row, Rect box, uint64_t since_ms, Rgba around)
{
    if (row->count == 0) {
        return;
    }
    Lines lines = fit(row, box);
    float size = lines.size, gap = lines.is_column ? GAP * 0.6f * size : GAP * size, count = (float)row->count;
    bool turns = frame->mirrored && !lines.is_column;
    float x = box.x + (box.w - row_width(row) * size) / 2;
    float y = box.y + (box.h - (lines.is_column ? size * count + gap * (count - 1) : size)) / 2;
    bool moves = since_ms != 0 && !frame->reduced_motion && frame->now_ms - since_ms < MOVES_MS;
    for (size_t i = 0; i < row->count; i++) {
        size_t order = turns ? row->count - 1 - i : i;
        const Picture *picture = &row->list[order];
        float width = width_of(picture) * size, grown = grown_of(frame, since_ms, order);
        float bob = moves ? sinf((float)(frame->now_ms - since_ms) * 0.003f + (float)order) * size * 0.018f : 0;
        float left = lines.is_column ? box.x + (box.w - width) / 2 : x;
        Rect place = { left + width * (1 - grown) / 2, y + size * (1 - grown) / 2 + bob, width * grown, size * grown };
        if (grown > 0.05f) {
            draw_one(app, frame, picture, place, around, grown != 1);
        }
        x += lines.is_column ? 0 : width + gap;
        y += lines.is_column ? size + gap : 0;
    }
}
