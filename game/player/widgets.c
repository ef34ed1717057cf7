#include "sango/player/widgets.h"

#include <stdio.h>

void *scene_new(App *app, size_t bytes)
{
    return alloc_take(app->parts.alloc, 1, bytes);
}

void scene_free(App *app, void *scene, size_t bytes)
{
    alloc_free(app->parts.alloc, scene, bytes);
}

StrView frame_format(UiFrame *frame, StrView pattern, const TextValue *values, size_t count)
{
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    text_format(&text, pattern, values, count);
    StrView copy = arena_copy(frame->arena, strbuf_view(&text));
    strbuf_release(&text);
    return copy.data ? copy : pattern;
}

StrView frame_number(UiFrame *frame, unsigned number)
{
    char digits[16];
    int len = snprintf(digits, sizeof digits, "%u", number);
    return arena_copy(frame->arena, (StrView){ digits, (size_t)len });
}

StrView frame_join(UiFrame *frame, const char *prefix, StrView name)
{
    char joined[128];
    int len = snprintf(joined, sizeof joined, "%s%.*s", prefix, SV_ARG(name));
    size_t used = len < 0 ? 0 : (size_t)len < sizeof joined ? (size_t)len : sizeof joined - 1;
    return arena_copy(frame->arena, (StrView){ joined, used });
}

bool screen_is_tall(const UiFrame *frame)
{
    return frame->width < 1600;
}

float screen_fit(const UiFrame *frame, float width)
{
    return width < frame->width - 80 ? width : frame->width - 80;
}

void screen_background(UiFrame *frame, StrView place, StrView light)
{
    stage_draw_place(frame, place, light, 0);
}

StrView screen_light(const App *app)
{
    return app->settings.look == LOOK_EVENING ? SV("evening") : SV("day");
}

void screen_window_begin(UiFrame *frame, Rect window, StrView place, StrView light, float share, Rgba wall)
{
    const float near = 1.25f, width = 1920, height = 1080; /* of a place's picture */
    float across = window.w / width;
    float down = window.h / height;
    float scale = near * (across > down ? across : down);
    draw_clip(frame->draw, window);
    draw_fill(frame->draw, window, 0, wall);
    if (place.len == 0) {
        return;
    }
    char name[128];
    int len = snprintf(name, sizeof name, "place/%.*s/%.*s/0back", SV_ARG(place), SV_ARG(light));
    StrView sprite = arena_copy(frame->arena, (StrView){ name, len > 0 && (size_t)len < sizeof name ? (size_t)len : 0 });
    DrawPose pose = { .x = window.x + (window.w - width * scale) * share, .y = window.y + (window.h - height * scale) * 0.7f,
                      .scale_x = scale, .scale_y = scale };
    draw_sprite(frame->draw, sprite, pose, 0xFFFFFFFFu);
    draw_fill(frame->draw, window, 0, frame->theme->veil);
}

void screen_window_end(UiFrame *frame, Rect window, Rgba around)
{
    draw_clip_end(frame->draw);
    const float over = 3; /* the clip is on whole pixels, the edge need not be */
    Rect edge = { window.x - over, window.y - over, window.w + 2 * over, window.h + 2 * over };
    draw_nine(frame->draw, SV("ui/window"), edge, around);
}

void screen_heading(UiFrame *frame, StrView title, bool has_back)
{
    float start = has_back ? 230 : 90;
    float width = frame->width - 2 * start;
    ui_bar(frame, (Rect){ start - 30, 40, width + 60, 124 }, 62);
    ui_text(frame, &(UiText){ .rect = { start, 40, width, 124 },
                              .text = title,
                              .face = TEXT_FACE_TITLE,
                              .size = frame->theme->text_title,
                              .color = frame->theme->on_bar,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_HEADING,
                              .line_spacing = 0.95f,
                              .middle = true,
                              .fit_min = 0.25f,
                              .max_lines = 2 });
    if (has_back) {
        ui_button(frame, &(UiButton){ .id = WIDGET_BACK,
                                      .rect = { 60, 42, 120, 120 },
                                      .label = TR(frame->catalogue, "common.back", "Back"),
                                      .icon = frame->mirrored ? SV("ui/btn_back_rtl") : SV("ui/btn_back"),
                                      .style = UI_BUTTON_ROUND });
    }
}

void screen_button(UiFrame *frame, uint32_t id, float x, float y, float w, StrView label, UiButtonStyle style)
{
    ui_button(frame, &(UiButton){ .id = id, .rect = { x - w / 2, y, w, 112 }, .label = label, .style = style });
}

static float place_scale(const UiFrame *frame)
{
    float across = frame->width / 1920;
    float down = frame->height / 1080;
    return across > down ? across : down;
}

float screen_roof_y(const UiFrame *frame)
{
    return frame->height * 0.5f + 400 * place_scale(frame);
}

float screen_sango(App *app, UiFrame *frame, StrView expression)
{
    if (screen_is_tall(frame)) {
        return frame->width;
    }
    float aside = 500;
    stage_draw_actor(app->parts.art, frame, SV("sango"), expression, ui_mirror_x(frame, frame->width - aside / 2, 0),
                     screen_roof_y(frame), 1.0f, 0);
    return frame->width - aside;
}

void screen_sango_below(App *app, UiFrame *frame, StrView expression, float y)
{
    const float whole = 640; /* with some air above */
    float scale = (frame->height - 60 - y) / whole;
    if (screen_is_tall(frame) && scale > 0.5f) {
        stage_draw_actor(app->parts.art, frame, SV("sango"), expression, frame->width / 2, frame->height - 60,
                         scale < 1.25f ? scale : 1.25f, 0);
    }
}

void screen_notice(App *app, UiFrame *frame)
{
    if (app->notice.len == 0) {
        return;
    }
    UiText text = { .rect = { 140, 0, frame->width - 490, 0 },
                    .text = strbuf_view(&app->notice),
                    .size = frame->theme->text_small,
                    .role = SPEAK_TEXT };
    float height = ui_text_height(frame, &text);
    float box = (height > 100 ? height : 100) + 48;
    float top = frame->height - box - 30;
    ui_panel(frame, (Rect){ 90, top, frame->width - 180, box });
    text.rect.y = top + (box - height) / 2;
    ui_text(frame, &text);
    ui_button(frame, &(UiButton){ .id = WIDGET_NOTICE_OK,
                                  .rect = { frame->width - 320, top + (box - 100) / 2, 200, 100 },
                                  .label = TR(frame->catalogue, "notice.ok", "OK"),
                                  .style = UI_BUTTON_PLAIN });
}

void screen_avatar(UiFrame *frame, StrView animal, Rect rect, StrView label)
{
    ui_image(frame, frame_join(frame, "avatar/", animal), rect, label);
}

StrView level_picture(App *app, UiFrame *frame, const LevelEntry *level)
{
    const PlatformOps *ops = app->parts.platform->ops;
    StrView names[] = { frame_join(frame, "level/", level->key), frame_join(frame, "ui/avatar_", level->face), SV("ui/avatar_sango") };
    size_t found = level->face.len ? 1 : 2;
    if (!ops->has_picture || ops->has_picture(app->parts.platform, names[0])) {
        found = 0;
    } else if (found == 1 && !ops->has_picture(app->parts.platform, names[1])) {
        found = 2;
    }
    return names[found];
}

void screen_level_picture(App *app, UiFrame *frame, const LevelEntry *level, Rect rect)
{
    rect.x = ui_mirror_x(frame, rect.x, rect.w);
    draw_nine(frame->draw, level_picture(app, frame, level), rect, 0xFFFFFFFFu);
}

/* --- names ---------------------------------------------------------------------- */

StrView level_title(UiFrame *frame, const LevelEntry *level)
{
    return level_entry_title(frame->catalogue, level);
}

StrView level_summary(UiFrame *frame, const LevelEntry *level)
{
    return level_entry_summary(frame->catalogue, level);
}
