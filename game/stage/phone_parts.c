#include "phone_internal.h"

#include "sango/ui/tween.h"

#include <math.h>
#include <stdio.h>

/* What several apps have: pictures, signs, stars, hearts, faces with names. */

enum { PICTURE_W = 480, PICTURE_H = 320, CHIP_GAP = 12 };

/* --- pictures -------------------------------------------------------------------------- */

/* Whole pictures with their own round corners; below one that is not there is a friendly one. */
void phone_picture(UiFrame *frame, StrView picture, Rect box, float alpha)
{
    phone_sign(frame, "phone/picture/", SV("somewhat"), box, PICTURE_W, alpha);
    phone_sign(frame, "phone/picture/", picture, box, PICTURE_W, alpha);
    phone_tell(frame, SPEAK_IMAGE,
               phone_with_text(frame, TR(frame->catalogue, "phone.picture.of", "Picture: {what}"),
                               phone_picture_word(frame, picture)),
               SV(""), box);
}

/* A block may be cut there when it is scrolled, as words may not. */
void pen_note_picture(PhonePen *pen, float top, float height)
{
    if (pen->picture) {
        pen->picture[0] = top;
        pen->picture[1] = top + height;
    }
}

void pen_picture(PhonePen *pen, StrView picture, float most)
{
    float width = pen->w;
    float height = width * PICTURE_H / PICTURE_W;
    if (height > most) {
        height = most;
        width = height * PICTURE_W / PICTURE_H;
    }
    if (pen->draws) {
        phone_picture(pen->frame, picture, (Rect){ pen->x + (pen->w - width) / 2, pen->y, width, height },
                      pen->alpha);
    }
    pen_note_picture(pen, pen->y, height);
    pen->y += height;
}

/* --- signs ----------------------------------------------------------------------------- */

float phone_chip_height(const PhonePen *pen)
{
    return phone_line_height(pen, pen->frame->theme->text_small) + 4;
}

float phone_chip_width(const PhonePen *pen, StrView sign, StrView word)
{
    float height = phone_chip_height(pen);
    float words = word.len ? ui_line_width(pen->frame, word, TEXT_FACE_BOLD,
                                           pen_size(pen, pen->frame->theme->text_small))
                           : 0;
    return (sign.len ? height : height * 0.4f) + words + height * 0.45f;
}

void phone_chip(PhonePen *pen, StrView sign, StrView word, Rect box, Rgba tint)
{
    float side = box.h * 0.74f;
    float start = sign.len ? box.h : box.h * 0.4f;
    phone_nine(pen->frame, "phone/pill", box, rgba_with_alpha(tint, pen->alpha));
    if (sign.len) {
        phone_sign(pen->frame, "phone/sign/", sign,
                   (Rect){ box.x + (box.h - side) / 2 + 2, box.y + (box.h - side) / 2, side, side },
                   SIGN_CANVAS, pen->alpha);
    }
    ui_text(pen->frame, &(UiText){ .rect = { box.x + start, box.y, box.w - start - box.h * 0.3f, box.h },
                                   .text = word,
                                   .face = TEXT_FACE_BOLD,
                                   .size = pen_size(pen, pen->frame->theme->text_small),
                                   .color = rgba_with_alpha(pen->frame->theme->ink, pen->alpha),
                                   .role = SPEAK_TEXT,
                                   .line_spacing = 0.9f,
                                   .middle = true,
                                   .max_lines = 1,
                                   .fit_min = 0.4f });
}

typedef struct ChipFlow {
    float x; /* where the next one stands, from the pen's */
    bool is_any;
} ChipFlow;

/* Beside the one before, or below it where there is no room. */
static void flow_chip(PhonePen *pen, ChipFlow *flow, StrView sign, StrView word, Rgba tint)
{
    if (word.len == 0) {
        return;
    }
    float width = phone_chip_width(pen, sign, word);
    float height = phone_chip_height(pen);
    width = width < pen->w ? width : pen->w;
    if (flow->is_any && flow->x + width > pen->w) {
        flow->x = 0;
        pen->y += height + CHIP_GAP;
    }
    if (pen->draws) {
        phone_chip(pen, sign, word, (Rect){ pen->x + flow->x, pen->y, width, height }, tint);
    }
    flow->x += width + CHIP_GAP;
    flow->is_any = true;
}

/* How a sign looks: careful, good, or only said. */
static Rgba chip_tint(const Theme *theme, StrView badge)
{
    static const char *const careful[] = {
        "ad", "unknown", "place", "school", "face", "name", "link", "file"
    };
    static const char *const good[] = { "checked", "friend", "lock" };
    for (size_t i = 0; i < sizeof careful / sizeof careful[0]; i++) {
        if (strview_equal(badge, strview_from_cstr(careful[i]))) {
            return phone_mix(theme->white, theme->sun, 0.75f);
        }
    }
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        if (strview_equal(badge, strview_from_cstr(good[i]))) {
            return phone_mix(theme->white, theme->leaf, 0.5f);
        }
    }
    return phone_mix(theme->white, theme->plum, 0.22f);
}

/* The states that are a sign beside others; a switch or a cover is drawn by whoever has it. */
static void flow_state(PhonePen *pen, ChipFlow *flow, PhoneState state)
{
    static const struct {
        PhoneState state;
        const char *sign, *badge; /* the second has the colour */
    } signs[] = { { PHONE_READY, "checked", "checked" },
                  { PHONE_INSTALLED, "checked", "checked" },
                  { PHONE_WAITING, "waiting", "waiting" },
                  { PHONE_UNKNOWN, "unknown", "unknown" },
                  { PHONE_NEW, "new", "new" } };
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (signs[i].state == state) {
            flow_chip(pen, flow, strview_from_cstr(signs[i].sign), phone_state_word(pen->frame, state),
                      chip_tint(pen->frame->theme, strview_from_cstr(signs[i].badge)));
        }
    }
}

void pen_signs(PhonePen *pen, const PhoneItem *item)
{
    const PhoneFacts *facts = &item->facts;
    const Catalogue *texts = pen->frame->catalogue;
    const Theme *theme = pen->frame->theme;
    Rgba plain = phone_mix(theme->white, theme->plum, 0.22f);
    ChipFlow flow = { 0 };
    flow_chip(pen, &flow, facts->badge, phone_badge_word(pen->frame, facts->badge),
              chip_tint(theme, facts->badge));
    flow_state(pen, &flow, facts->state);
    if (facts->age >= 0) {
        flow_chip(pen, &flow, SV("age"),
                  phone_with_number(pen->frame, TR(texts, "phone.age", "From age {n}"), facts->age), plain);
    }
    if (facts->price == 0) {
        flow_chip(pen, &flow, SV("coin"), TR(texts, "phone.free", "Free"), plain);
    } else if (facts->price > 0) {
        flow_chip(pen, &flow, SV("coin"),
                  phone_with_number(pen->frame, TR(texts, "phone.price", "{n} coins"), facts->price), plain);
    }
    if (facts->minutes >= 0) {
        flow_chip(pen, &flow, SV("clock"),
                  phone_with_number(pen->frame, TR(texts, "phone.minutes", "{n} min"), facts->minutes),
                  plain);
    }
    if (flow.is_any) {
        pen->y += phone_chip_height(pen);
        pen_gap(pen, 8);
    }
}

void pen_stars(PhonePen *pen, int stars)
{
    if (stars < 0) {
        return;
    }
    float side = phone_chip_height(pen) * 0.8f;
    if (pen->draws) {
        StrView label =
            phone_with_number(pen->frame, TR(pen->frame->catalogue, "phone.stars", "{n} of 5 stars"), stars);
        ui_stars(pen->frame, pen->x, pen->y, side, (unsigned)stars, 5, label);
    }
    pen->y += side;
    pen_gap(pen, 6);
}

/* Counts up from what it was; the heart beats once. */
void pen_likes(PhonePen *pen, const PhoneItem *item)
{
    if (item->facts.likes < 0) {
        return;
    }
    UiFrame *frame = pen->frame;
    float height = phone_chip_height(pen);
    float share = ease_out_cubic(phone_share(pen->screen->stage, item->changed_ms, PHONE_COUNT_MS));
    int shown = item->likes_before + (int)lroundf((float)(item->facts.likes - item->likes_before) * share);
    if (pen->draws) {
        float side = height * (1.0f + 0.3f * sinf(share * 3.1416f));
        Rect heart = { pen->x + (height - side) / 2, pen->y + (height - side) / 2, side, side };
        phone_sign(frame, "phone/sign/", SV("heart"), heart, SIGN_CANVAS, pen->alpha);
        ui_text(frame, &(UiText){ .rect = { pen->x + height + 12, pen->y, pen->w - height - 12, height },
                                  .text = phone_with_number(frame, SV("{n}"), shown),
                                  .face = TEXT_FACE_BOLD,
                                  .size = pen_size(pen, frame->theme->text_small),
                                  .color = rgba_with_alpha(pen->screen->look.ink, pen->alpha),
                                  .silent = true,
                                  .middle = true,
                                  .line_spacing = 0.9f,
                                  .fit_min = 0.4f });
        phone_tell(
            frame, SPEAK_TEXT,
            phone_with_number(frame, TR(frame->catalogue, "phone.likes", "Hearts: {n}"), item->facts.likes),
            SV(""), heart);
    }
    pen->y += height;
    pen_gap(pen, 6);
}

/* --- who ------------------------------------------------------------------------------- */

void pen_who(PhonePen *pen, const PhoneItem *item, float face)
{
    float side = pen_unit(pen, face);
    float top = pen->y;
    PhonePen words = pen_part(pen, side + pen_unit(pen, 18), pen->w - side - pen_unit(pen, 18));
    if (pen->draws) {
        phone_face(pen->frame, item->from, pen->x, pen->y, side, pen->alpha);
    }
    float line = phone_line_height(pen, pen->frame->theme->text_body);
    words.y += line < side ? (side - line) / 2 : 0;
    pen_name(&words, item->from, pen->frame->theme->text_body, pen->screen->look.ink);
    pen->y = words.y > top + side ? words.y : top + side;
}
