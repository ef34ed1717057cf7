#include "phone_internal.h"

#include <string.h>

/* The upper bar: whose chat or which app it is. */
enum { RIM = 28, BAR_TOP = 24, BAR_H = 92, FACE = 84, FACE_CANVAS = 160, APP_CANVAS = 96 };

void phone_face(UiFrame *frame, StrView who, float x, float y, float side, float alpha)
{
    char name[64];
    size_t len = 0;
    for (size_t i = 0; i < who.len && len < sizeof name; i++) {
        char c = who.data[i];
        if (c != ' ') {
            name[len++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
        }
    }
    Rect box = { x, y, side, side };
    phone_sign(frame, "ui/avatar_", SV("somebody"), box, FACE_CANVAS,
               alpha); /* a sprite that is not there draws nothing over it */
    phone_sign(frame, "ui/avatar_", (StrView){ name, len }, box, FACE_CANVAS, alpha);
}

/* Words in the bar, in a field of their own where they are what is searched for. */
static void draw_title(const PhoneScreen *screen, UiFrame *frame, Rect box)
{
    const Stage *stage = screen->stage;
    StrView contact = contact_view(&stage->phone_contact);
    StrView title = stage->phone_title.text.len ? stage->phone_title.text
                    : contact.len               ? arena_copy(frame->arena, contact)
                                                : phone_app_title(frame, stage->phone_app);
    bool is_field = stage->phone_app == PHONE_SEARCH;
    if (is_field) {
        Rect field = { box.x - 6, box.y + 12, box.w + 6, box.h - 24 };
        phone_nine(frame, "phone/pill", field, frame->theme->white);
        box = (Rect){ box.x + 26, box.y, box.w - 46, box.h };
    }
    ui_text(frame, &(UiText){ .rect = box,
                              .text = title,
                              .face = is_field ? TEXT_FACE_BOLD : TEXT_FACE_TITLE,
                              .size = (is_field ? 40 : 46) * screen->bar_letters,
                              .color = is_field ? frame->theme->ink : screen->look.bar_ink,
                              .role = SPEAK_HEADING,
                              .line_id = stage->phone_title.id,
                              .middle = true,
                              .max_lines = 1,
                              .fit_min = 0.4f });
}

void phone_draw_bar(const PhoneScreen *screen, UiFrame *frame)
{
    const Stage *stage = screen->stage;
    const Rect *body = &screen->body;
    StrView contact = contact_view(&stage->phone_contact);
    float side = FACE;
    float start = body->x + RIM + 22;
    float top = body->y + BAR_TOP + (BAR_H - side) / 2.0f;
    StrView app = phone_app_title(frame, stage->phone_app);
    phone_nine(frame, "phone/bar",
               (Rect){ body->x + RIM - 3, body->y + BAR_TOP - 2, body->w - 2 * RIM + 6, BAR_H + 7 },
               screen->look.bar);
    if (stage->phone_app != PHONE_CHAT || screen->is_group) {
        Rect icon = { start, top + 4, side - 8, side - 8 };
        phone_sign(frame, "phone/app/", strview_from_cstr(phone_app_name(stage->phone_app)), icon, APP_CANVAS,
                   1);
        if (contact.len || stage->phone_title.text.len) {
            phone_tell(frame, SPEAK_IMAGE, app, SV(""), icon);
        }
        start += side + 14;
    } else if (contact.len) {
        phone_face(frame, contact, start, top, side, 1);
        start += side + 20;
    }
    draw_title(screen, frame,
               (Rect){ start, body->y + BAR_TOP, body->x + body->w - RIM - 24 - start, BAR_H });
}
