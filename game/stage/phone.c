#include "stage_internal.h"

/* The phone screen: a chat drawn from what the level says, never a picture of text. */
enum { PHONE_W = 760, PHONE_H = 820, HEADER_H = 110, BUBBLE_W = 540 };

void stage_phone(Stage *stage, StrView app, StrView contact)
{
    if (strview_equal(app, SV("off"))) {
        stage->phone_is_open = false;
        return;
    }
    if (!stage->phone_is_open || !strview_equal(contact, name_view(&stage->phone_contact))) {
        stage->message_count = 0;
        arena_reset(&stage->texts);
    }
    stage->phone_is_open = true;
    stage->phone_app = name_of(app);
    stage->phone_contact = name_of(contact);
    stage->woken_ms = stage->now_ms;
}

void stage_phone_message(Stage *stage, StrView from, StrView text, bool is_mine)
{
    stage->phone_is_open = true;
    if (stage->message_count == MESSAGES_MAX) {
        for (size_t i = 1; i < MESSAGES_MAX; i++) {
            stage->messages[i - 1] = stage->messages[i];
        }
        stage->message_count--;
    }
    stage->messages[stage->message_count++] =
        (Message){ arena_copy(&stage->texts, from), arena_copy(&stage->texts, text), is_mine, stage->now_ms };
    stage->woken_ms = stage->now_ms;
}

bool stage_phone_is_open(const Stage *stage)
{
    return stage->phone_is_open;
}

static UiText bubble_text(const UiFrame *frame, const Message *message)
{
    return (UiText){ .rect = { 0, 0, BUBBLE_W - 64, 0 },
                     .text = message->text.len ? message->text : SV(" "),
                     .size = frame->theme->text_label,
                     .color = message->is_mine ? frame->theme->white : frame->theme->ink,
                     .role = SPEAK_TEXT };
}

/* The newest message stands at the bottom; older ones go up and out of the screen. */
static void draw_messages(const Stage *stage, UiFrame *frame, Rect screen)
{
    float bottom = screen.y + screen.h - 24;
    size_t first = stage->message_count;
    float y = bottom;
    while (first > 0) {
        UiText text = bubble_text(frame, &stage->messages[first - 1]);
        float height = ui_text_height(frame, &text) + 52;
        if (y - height < screen.y && first < stage->message_count) {
            break;
        }
        y -= height + 20;
        first--;
    }
    y = y + 20 < screen.y + 20 ? y + 20 : screen.y + 20;
    for (size_t i = first; i < stage->message_count; i++) {
        const Message *message = &stage->messages[i];
        UiText text = bubble_text(frame, message);
        float height = ui_text_height(frame, &text) + 52;
        float x = message->is_mine ? screen.x + screen.w - BUBBLE_W - 24 : screen.x + 24;
        draw_fill(frame->draw, (Rect){ ui_mirror_x(frame, x, BUBBLE_W), y, BUBBLE_W, height }, 36,
                  message->is_mine ? 0x5A3FB0FFu : 0xFFFFFFFFu);
        text.rect.x = x + 32;
        text.rect.y = y + 24;
        (void)ui_text(frame, &text);
        y += height + 20;
    }
}

void phone_draw(const Stage *stage, UiFrame *frame, float quiet_h)
{
    const Theme *theme = frame->theme;
    float room = frame->height - quiet_h;
    float height = room - 180 < PHONE_H ? room - 180 : PHONE_H;
    height = height > 420 ? height : 420;
    float left = frame->width / 2 - PHONE_W / 2.0f;
    float top = 130;
    Rect screen = { left + 28, top + 28 + HEADER_H, PHONE_W - 56, height - 56 - HEADER_H };
    draw_fill(frame->draw, (Rect){ left, top, PHONE_W, height }, 72, 0x1D1745FFu);
    draw_fill(frame->draw, (Rect){ left + 24, top + 24, PHONE_W - 48, height - 48 }, 52, 0xE4F4F6FFu);
    draw_fill(frame->draw, (Rect){ left + 24, top + 24, PHONE_W - 48, HEADER_H }, 52, 0x0E9FA6FFu);
    StrView contact = stage->phone_contact.len ? name_view(&stage->phone_contact) : SV("Chat");
    ui_text(frame, &(UiText){ .rect = { left + 70, top + 24, PHONE_W - 140, HEADER_H },
                              .text = arena_copy(frame->arena, contact),
                              .face = TEXT_FACE_TITLE,
                              .size = 46,
                              .color = theme->white,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_HEADING,
                              .middle = true,
                              .max_lines = 1,
                              .fit_min = 0.4f });
    draw_clip(frame->draw, screen);
    draw_messages(stage, frame, screen);
    draw_clip_end(frame->draw);
}
