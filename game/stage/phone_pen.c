#include "phone_internal.h"

#include "sango/ui/tween.h"

#include <stdio.h>

/* Writing and drawing down a column: the same calls measure and draw. */

enum { CARD_PAD = 26, CARD_CORNER_ROOM = 4 };

const PhoneItem *phone_item(const PhoneScreen *screen, size_t index)
{
    return &screen->stage->phone_items[index];
}

void phone_nine(UiFrame *frame, const char *name, Rect rect, Rgba tint)
{
    rect.x = ui_mirror_x(frame, rect.x, rect.w);
    draw_nine(frame->draw, strview_from_cstr(name), rect, tint);
}

void phone_sign(UiFrame *frame, const char *folder, StrView name, Rect rect, float canvas, float alpha)
{
    char sprite[96];
    int len = snprintf(sprite, sizeof sprite, "%s%.*s", folder, SV_ARG(name));
    float scale = rect.w / canvas;
    DrawPose pose = {
        .x = ui_mirror_x(frame, rect.x, rect.w), .y = rect.y, .scale_x = scale, .scale_y = scale
    };
    if (len > 0 && (size_t)len < sizeof sprite) {
        draw_sprite(frame->draw, arena_copy(frame->arena, (StrView){ sprite, (size_t)len }), pose,
                    rgba_with_alpha(0xFFFFFFFFu, alpha));
    }
}

void phone_tell(UiFrame *frame, SpeakRole role, StrView label, StrView value, Rect rect)
{
    if (label.len) {
        rect.x = ui_mirror_x(frame, rect.x, rect.w);
        speak_list_add(frame->speak,
                       &(SpeakItem){ .role = role, .label = label, .value = value, .rect = rect });
    }
}

float pen_size(const PhonePen *pen, float size)
{
    return size * pen->screen->letters;
}

float pen_unit(const PhonePen *pen, float units)
{
    return units * pen->screen->unit;
}

static void write(PhonePen *pen, UiText *text)
{
    if (text->text.len == 0) {
        return;
    }
    text->rect = (Rect){ pen->x, pen->y, pen->w, text->rect.h };
    text->color = rgba_with_alpha(text->color, pen->alpha);
    float height = pen->draws ? ui_text(pen->frame, text) : ui_text_height(pen->frame, text);
    pen->y += text->rect.h > 0 ? text->rect.h : height;
}

void pen_text(PhonePen *pen, StrView text, TextFace face, float size, Rgba color, StrView line_id)
{
    write(pen, &(UiText){ .text = text,
                          .face = face,
                          .size = pen_size(pen, size),
                          .color = color,
                          .line_spacing = 0.95f,
                          .role = SPEAK_TEXT,
                          .line_id = line_id });
}

void pen_heading(PhonePen *pen, StrView text, float size, Rgba color, StrView line_id)
{
    write(pen, &(UiText){ .text = text,
                          .face = TEXT_FACE_TITLE,
                          .size = pen_size(pen, size),
                          .color = color,
                          .line_spacing = 0.95f,
                          .role = SPEAK_HEADING,
                          .line_id = line_id });
}

float phone_line_height(const PhonePen *pen, float size)
{
    UiText line = { .rect = { .w = 10000 },
                    .text = SV("X"),
                    .face = TEXT_FACE_BOLD,
                    .size = pen_size(pen, size),
                    .line_spacing = 0.9f };
    return ui_text_height(pen->frame, &line) + 2;
}

void pen_name(PhonePen *pen, StrView text, float size, Rgba color)
{
    float height = phone_line_height(pen, size);
    write(pen, &(UiText){ .rect = { .h = height },
                          .text = text,
                          .face = TEXT_FACE_BOLD,
                          .size = pen_size(pen, size),
                          .color = color,
                          .role = SPEAK_TEXT,
                          .line_spacing = 0.9f,
                          .middle = true,
                          .max_lines = 1,
                          .fit_min = 0.4f });
}

void pen_gap(PhonePen *pen, float units)
{
    pen->y += pen_unit(pen, units);
}

PhonePen pen_part(const PhonePen *pen, float from, float width)
{
    PhonePen part = *pen;
    part.x += from;
    part.w = width;
    return part;
}

PhonePen pen_card(PhonePen *pen, const PhoneBlock *block, Rgba color)
{
    float pad = pen_unit(pen, CARD_PAD);
    PhonePen inside = *pen;
    if (pen->draws) {
        phone_nine(pen->frame, "phone/card", (Rect){ pen->x, pen->y, pen->w, block->height },
                   rgba_with_alpha(color, pen->alpha));
    }
    inside.x += pad;
    inside.w -= 2 * pad;
    inside.y += pad * 0.75f;
    return inside;
}

void pen_card_end(PhonePen *pen, const PhonePen *inside)
{
    pen->y = inside->y + pen_unit(pen, CARD_PAD) * 0.75f + CARD_CORNER_ROOM;
}
