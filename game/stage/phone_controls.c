#include "phone_internal.h"

#include "sango/ui/tween.h"

#include <math.h>

/* What the child of the story presses: switches and buttons; and the small words below an item. */

enum { LEAST_TARGET = 76 };

/* --- switches --------------------------------------------------------------------------- */

bool phone_is_switch(const PhoneItem *item)
{
    return item->facts.state == PHONE_ON || item->facts.state == PHONE_OFF;
}

/* How far to the on side the knob is just now: it waits a moment, so that the press is seen. */
static float switch_share(const PhonePen *pen, const PhoneItem *item)
{
    float is_on = item->facts.state == PHONE_ON ? 1.0f : 0.0f;
    float was_on = item->state_before == PHONE_ON ? 1.0f : 0.0f;
    float share = phone_share(pen->screen->stage, item->changed_ms, PHONE_COUNT_MS);
    return was_on + (is_on - was_on) * ease_in_out((share - 0.4f) * 2.5f);
}

static void draw_switch(PhonePen *pen, const PhoneItem *item, Rect track)
{
    UiFrame *frame = pen->frame;
    float share = switch_share(pen, item);
    float knob = track.h - 12;
    Rgba on = 0x0E8A91FFu, off = 0x8A82A8FFu;
    phone_nine(frame, "phone/pill", track, rgba_with_alpha(phone_mix(off, on, share), pen->alpha));
    Rect place = { track.x + 6 + (track.w - 12 - knob) * share, track.y + 6, knob, knob };
    phone_nine(frame, "phone/pill", place, rgba_with_alpha(frame->theme->white, pen->alpha));
    float sign = knob * 0.6f; /* not told by the place and colour alone */
    Rect at = { place.x + (knob - sign) / 2, place.y + (knob - sign) / 2, sign, sign };
    phone_sign(frame, "phone/sign/", share > 0.5f ? SV("on") : SV("off"), at, SIGN_CANVAS, pen->alpha);
    if (item->facts.is_tapped) {
        float side = track.h * 1.1f;
        phone_sign(frame, "phone/sign/", SV("tap"),
                   (Rect){ place.x + knob * 0.62f, track.y + track.h * 0.6f, side, side }, SIGN_CANVAS,
                   pen->alpha);
    }
}

void pen_switch_row(PhonePen *pen, const PhoneItem *item)
{
    const Theme *theme = pen->frame->theme;
    float height = pen_unit(pen, 64);
    float width = height * 1.9f;
    float top = pen->y;
    PhonePen words = pen_part(pen, 0, pen->w - width - pen_unit(pen, 18));
    if (item->facts.badge.len) {
        float side = pen_unit(pen, 60);
        if (pen->draws) {
            phone_sign(pen->frame, "phone/sign/", item->facts.badge, (Rect){ pen->x, pen->y, side, side },
                       SIGN_CANVAS, pen->alpha);
        }
        words = pen_part(&words, side + pen_unit(pen, 16), words.w - side - pen_unit(pen, 16));
    }
    PhonePen measured = words;
    measured.draws = false;
    pen_text(&measured, item->text, TEXT_FACE_BOLD, theme->text_body, pen->screen->look.ink, item->id);
    float used = measured.y - top;
    words.y += used < height ? (height - used) / 2 : 0;
    float bottom = top + (used > height ? used : height);
    if (pen->draws) {
        UiText text = { .rect = { words.x, words.y, words.w, 0 },
                        .text = item->text,
                        .face = TEXT_FACE_BOLD,
                        .size = pen_size(pen, theme->text_body),
                        .color = rgba_with_alpha(pen->screen->look.ink, pen->alpha),
                        .line_spacing = 0.95f,
                        .silent = true };
        (void)ui_text(pen->frame, &text);
        Rect track = { pen->x + pen->w - width, top + (bottom - top - height) / 2, width, height };
        draw_switch(pen, item, track);
        SpeakItem said = { .role = SPEAK_SWITCH,
                           .flags = item->facts.state == PHONE_ON ? SPEAK_CHECKED : 0u,
                           .label = item->text,
                           .value = phone_state_word(pen->frame, item->facts.state),
                           .line_id = item->id,
                           .rect = { ui_mirror_x(pen->frame, pen->x, pen->w), top, pen->w, bottom - top } };
        speak_list_add(pen->frame->speak, &said);
    }
    pen->y = bottom;
}

/* --- notes and buttons ------------------------------------------------------------------- */

/* One that has a sign stands beside it. */
static void pen_note(PhonePen *pen, const PhoneItem *item)
{
    PhonePen words = *pen;
    float side = phone_chip_height(pen);
    float top = pen->y;
    if (item->facts.badge.len) {
        if (pen->draws) {
            phone_sign(pen->frame, "phone/sign/", item->facts.badge, (Rect){ pen->x, pen->y, side, side },
                       SIGN_CANVAS, pen->alpha);
        }
        words = pen_part(pen, side + pen_unit(pen, 14), pen->w - side - pen_unit(pen, 14));
        words.y += pen_unit(pen, 4);
    }
    pen_text(&words, item->text, TEXT_FACE_BODY, pen->frame->theme->text_small, pen->screen->look.soft,
             item->id);
    bool is_less = item->facts.badge.len && words.y < top + side;
    pen->y = is_less ? top + side : words.y;
    pen_gap(pen, 6);
}

void pen_notes(PhonePen *pen, const PhoneBlock *block)
{
    for (size_t i = block->first + 1; i < block->first + block->count; i++) {
        const PhoneItem *item = phone_item(pen->screen, i);
        if (item->facts.part == PHONE_NOTE) {
            pen_gap(pen, 6);
            pen_note(pen, item);
        }
    }
}

static float button_width(const PhonePen *pen, const PhoneItem *item)
{
    float words =
        ui_line_width(pen->frame, item->text, TEXT_FACE_BOLD, pen_size(pen, pen->frame->theme->text_body));
    float sides = item->facts.badge.len ? 130 : 76;
    return words + pen_unit(pen, sides + (item->facts.is_tapped ? 40.0f : 0.0f));
}

static float button_height(const PhonePen *pen)
{
    float words = phone_line_height(pen, pen->frame->theme->text_body) + pen_unit(pen, 24);
    float least = pen_unit(pen, LEAST_TARGET);
    return words > least ? words : least;
}

/* Units that a button is down just now. */
static float press_depth(const PhonePen *pen, const PhoneItem *item)
{
    return item->facts.is_tapped
               ? 6 * sinf(phone_share(pen->screen->stage, item->changed_ms, PHONE_COUNT_MS) * 3.1416f)
               : 0;
}

static void draw_button(PhonePen *pen, const PhoneItem *item, Rect box)
{
    UiFrame *frame = pen->frame;
    const Theme *theme = frame->theme;
    bool is_tapped = item->facts.is_tapped;
    float down = press_depth(pen, item);
    Rect drawn = { box.x, box.y + down, box.w, box.h - 8 };
    float pad = pen_unit(pen, 26);
    float sign = item->facts.badge.len ? pen_unit(pen, 44) : 0;
    float hand = pen_unit(pen, is_tapped ? 74 : 0);
    phone_nine(
        frame, "phone/button", drawn,
        rgba_with_alpha(is_tapped ? theme->coral : phone_mix(theme->white, theme->plum, 0.22f), pen->alpha));
    if (item->facts.badge.len) {
        phone_sign(frame, "phone/sign/", item->facts.badge,
                   (Rect){ drawn.x + pad, drawn.y + (drawn.h - sign) / 2, sign, sign }, SIGN_CANVAS,
                   pen->alpha);
        sign += pen_unit(pen, 10);
    }
    ui_text(frame, &(UiText){ .rect = { drawn.x + pad + sign, drawn.y, drawn.w - 2 * pad - sign - hand * 0.5f,
                                        drawn.h },
                              .text = item->text,
                              .face = TEXT_FACE_BOLD,
                              .size = pen_size(pen, theme->text_body),
                              .color = rgba_with_alpha(theme->ink, pen->alpha),
                              .align = TEXT_ALIGN_CENTRE,
                              .silent = true,
                              .middle = true,
                              .line_spacing = 0.9f,
                              .fit_min = 0.4f });
    SpeakItem said = { .role = SPEAK_BUTTON,
                       .label = item->text,
                       .line_id = item->id,
                       .value = is_tapped ? TR(frame->catalogue, "phone.pressed", "pressed") : SV(""),
                       .rect = { ui_mirror_x(frame, box.x, box.w), box.y, box.w, box.h } };
    speak_list_add(frame->speak, &said);
}

/* Side by side where they have room, else below each other. */
void pen_buttons(PhonePen *pen, const PhoneBlock *block)
{
    float gap = pen_unit(pen, 16);
    float height = button_height(pen);
    float widest = 0;
    for (size_t i = 0; i < block->count; i++) {
        float width = button_width(pen, phone_item(pen->screen, block->first + i));
        widest = width > widest ? width : widest;
    }
    size_t columns = block->count == 2 && 2 * widest + gap <= pen->w ? 2 : 1;
    float width = (pen->w - gap * (float)(columns - 1)) / (float)columns;
    for (size_t i = 0; i < block->count; i++) {
        Rect box = { pen->x + (float)(i % columns) * (width + gap),
                     pen->y + (float)(i / columns) * (height + 8), width, height };
        if (pen->draws) {
            draw_button(pen, phone_item(pen->screen, block->first + i), box);
        }
    }
    for (size_t i = 0; pen->draws && i < block->count; i++) { /* over the button below */
        const PhoneItem *item = phone_item(pen->screen, block->first + i);
        float hand = pen_unit(pen, 74);
        float end = pen->x + (float)(i % columns) * (width + gap) + width;
        Rect at = { end - hand,
                    pen->y + (float)(i / columns) * (height + 8) + height * 0.45f + press_depth(pen, item),
                    hand, hand };
        if (item->facts.is_tapped) {
            phone_sign(pen->frame, "phone/sign/", SV("tap"), at, SIGN_CANVAS, pen->alpha);
        }
    }
    size_t rows = (block->count + columns - 1) / columns;
    pen->y += (float)rows * (height + 8);
}

bool pen_controls(PhonePen *pen, const PhoneBlock *block)
{
    const PhoneItem *item = phone_item(pen->screen, block->first);
    if (item->facts.part == PHONE_BUTTON) {
        pen_buttons(pen, block);
        return true;
    }
    if (phone_is_switch(item)) {
        PhonePen inside = pen_card(pen, block, pen->screen->look.card);
        pen_switch_row(&inside, item);
        pen_notes(&inside, block);
        pen_card_end(pen, &inside);
        return true;
    }
    return false;
}
