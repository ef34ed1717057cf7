#include "phone_internal.h"

#include "sango/ui/tween.h"

#include <stdio.h>

/* Apps with a picture above their items: what the camera sees, a map with pins, a video. */
enum {
    PLACE_W = 1920,
    PLACE_H = 1080,
    MAP_W = 960,
    PIN_CANVAS = 120,
    CORNER = 64,
    BAND_W = 640,
    BAND_H = 170
};

bool phone_is_current_video(const PhoneScreen *screen, size_t index)
{
    const Stage *stage = screen->stage;
    size_t current = stage->phone_count;
    for (size_t i = 0; i < stage->phone_count; i++) { /* the last one that plays, else the first one */
        const PhoneFacts *facts = &stage->phone_items[i].facts;
        bool plays = facts->state == PHONE_PLAYING || facts->state == PHONE_PAUSED;
        bool is_video = facts->part == PHONE_ITEM && facts->picture.len;
        current = is_video && (plays || current == stage->phone_count) ? i : current;
    }
    return index == current;
}

bool phone_scene_takes(const PhoneScreen *screen, size_t index)
{
    const PhoneFacts *facts = &phone_item(screen, index)->facts;
    if (screen->stage->phone_app == PHONE_CAMERA && facts->part == PHONE_ITEM) {
        return facts->sees.len || facts->picture.len || facts->state == PHONE_COVERED ||
               (facts->badge.len && facts->x >= 0);
    }
    return false;
}

static void clip_to(const PhoneScreen *screen, UiFrame *frame, Rect box)
{
    (void)screen;
    draw_clip(frame->draw, (Rect){ ui_mirror_x(frame, box.x, box.w), box.y, box.w, box.h });
}

/* --- camera ------------------------------------------------------------------------------ */

/* A place fills the picture; an actor stands before a soft wall, head and shoulders. */
static void draw_sight(const PhoneScreen *screen, UiFrame *frame, Rect box, StrView sees)
{
    StrView rest = sees, name = sees;
    (void)strview_take(&rest, '-', &name);
    float left = ui_mirror_x(frame, box.x, box.w);
    if (stage_art_has(screen->stage->art, name, SV(""))) {
        float scale = box.h / 620;
        draw_fill(frame->draw, (Rect){ left, box.y, box.w, box.h }, 0, 0x8CC8FFFFu);
        draw_fill(frame->draw, (Rect){ left, box.y + box.h * 0.72f, box.w, box.h * 0.28f }, 0, 0x94E29AFFu);
        stage_draw_actor(screen->stage->art, frame, name, rest, left + box.w / 2, box.y + box.h * 1.22f,
                         scale, 0);
        return;
    }
    float scale = box.w / PLACE_W > box.h / PLACE_H ? box.w / PLACE_W : box.h / PLACE_H;
    char sprite[96];
    int len =
        snprintf(sprite, sizeof sprite, "%.*s/%.*s/0back", SV_ARG(name), SV_ARG(rest.len ? rest : SV("day")));
    Rect whole = { box.x + (box.w - PLACE_W * scale) / 2, box.y + (box.h - PLACE_H * scale) / 2,
                   PLACE_W * scale, PLACE_H * scale };
    phone_sign(frame, "place/", (StrView){ sprite, len > 0 && (size_t)len < sizeof sprite ? (size_t)len : 0 },
               whole, PLACE_W, 1);
}

/* Four corners, as finders have them. */
static void draw_finder(UiFrame *frame, Rect box)
{
    for (int i = 0; i < 4; i++) {
        float x = i % 2 ? box.x + box.w - CORNER - 24 : box.x + 24;
        float y = i / 2 ? box.y + box.h - CORNER - 24 : box.y + 24;
        Rect across = { x, i / 2 ? y + CORNER - 8 : y, CORNER, 8 };
        Rect down = { i % 2 ? x + CORNER - 8 : x, y, 8, CORNER };
        draw_fill(frame->draw, (Rect){ ui_mirror_x(frame, across.x, across.w), across.y, across.w, across.h },
                  4, frame->theme->white);
        draw_fill(frame->draw, (Rect){ ui_mirror_x(frame, down.x, down.w), down.y, down.w, down.h }, 4,
                  frame->theme->white);
    }
}

/* A sign on the picture: what gives away more than it seems. It stays inside. */
static void draw_tag(const PhoneScreen *screen, UiFrame *frame, Rect box, const PhoneItem *item)
{
    PhonePen pen = { .frame = frame,
                     .screen = screen,
                     .draws = true,
                     .alpha = ease_out_cubic(phone_share(screen->stage, item->at_ms, PHONE_POP_MS)) };
    StrView word = item->text;
    float width = phone_chip_width(&pen, item->facts.badge, word);
    float height = phone_chip_height(&pen);
    width = width < box.w - 24 ? width : box.w - 24;
    float x = box.x + box.w * (float)item->facts.x / 100 - width / 2;
    float y = box.y + box.h * (float)item->facts.y / 100 - height / 2;
    x = x < box.x + 12 ? box.x + 12 : x > box.x + box.w - width - 12 ? box.x + box.w - width - 12 : x;
    y = y < box.y + 12 ? box.y + 12 : y > box.y + box.h - height - 12 ? box.y + box.h - height - 12 : y;
    phone_tell(frame, SPEAK_IMAGE, phone_badge_word(frame, item->facts.badge), SV(""),
               (Rect){ x, y, width, height });
    phone_chip(&pen, item->facts.badge, word, (Rect){ x, y, width, height },
               phone_mix(frame->theme->white, frame->theme->sun, 0.75f));
    phone_pick(screen, frame, item, (Rect){ x, y, width, height });
}

/* The @ headband slides down over it. */
static void draw_cover(const PhoneScreen *screen, UiFrame *frame, Rect box, const PhoneItem *item)
{
    float share = ease_out_cubic(phone_share(screen->stage, item->changed_ms, PHONE_COUNT_MS));
    float width = box.w * 1.1f;
    float height = width * BAND_H / BAND_W;
    Rect band = { box.x - box.w * 0.05f, box.y - height + (box.h / 2 + height / 2) * share, width, height };
    draw_fill(frame->draw, (Rect){ ui_mirror_x(frame, box.x, box.w), box.y, box.w, box.h }, 0,
              rgba_with_alpha(0x1D1745FFu, share));
    phone_sign(frame, "phone/", SV("headband"), band, BAND_W, 1);
    phone_tell(frame, SPEAK_IMAGE, phone_state_word(frame, PHONE_COVERED), SV(""), box);
}

void phone_camera_scene(const PhoneScreen *screen, UiFrame *frame, Rect box)
{
    const Stage *stage = screen->stage;
    const PhoneItem *seen = NULL, *cover = NULL;
    for (size_t i = 0; i < stage->phone_count; i++) {
        const PhoneItem *item = &stage->phone_items[i];
        seen = item->facts.sees.len || item->facts.picture.len ? item : seen;
        cover = item->facts.state == PHONE_COVERED ? item : item->facts.state == PHONE_OPEN ? NULL : cover;
    }
    clip_to(screen, frame, box);
    draw_fill(frame->draw, (Rect){ ui_mirror_x(frame, box.x, box.w), box.y, box.w, box.h }, 0,
              screen->look.card);
    if (seen && seen->facts.sees.len) {
        draw_sight(screen, frame, box, seen->facts.sees);
    } else if (seen) {
        phone_picture(frame, seen->facts.picture,
                      (Rect){ box.x, box.y + (box.h - box.w * 2 / 3) / 2, box.w, box.w * 2 / 3 }, 1);
    }
    if (seen) {
        phone_tell(frame, SPEAK_IMAGE, seen->text.len ? seen->text : phone_app_title(frame, PHONE_CAMERA),
                   SV(""), box);
    }
    if (cover) {
        draw_cover(screen, frame, box, cover);
    }
    draw_finder(frame, box);
    for (size_t i = 0; i < stage->phone_count && !cover; i++) {
        const PhoneItem *item = &stage->phone_items[i];
        if (item->facts.badge.len && item->facts.x >= 0) {
            draw_tag(screen, frame, box, item);
        }
    }
    draw_clip_end(frame->draw);
}

void phone_camera_block(PhonePen *pen, const PhoneBlock *block)
{
    const PhoneItem *item = phone_item(pen->screen, block->first);
    if (pen_controls(pen, block)) {
        return;
    }
    PhonePen inside = pen_card(pen, block, pen->screen->look.card);
    pen_text(&inside, item->text, TEXT_FACE_BODY, pen->frame->theme->text_body, pen->screen->look.ink,
             item->id);
    pen_signs(&inside, item);
    pen_notes(&inside, block);
    pen_card_end(pen, &inside);
}

/* --- map --------------------------------------------------------------------------------- */

/* `map` is the whole picture, `box` what is seen of it. */
static void draw_pin(const PhoneScreen *screen, UiFrame *frame, Rect box, Rect map, const PhoneItem *item)
{
    float share = ease_out_back(phone_share(screen->stage, item->at_ms, PHONE_POP_MS));
    float side = box.h * 0.34f < screen->unit * 130 ? box.h * 0.34f : screen->unit * 130;
    float x = map.x + map.w * (float)item->facts.x / 100;
    float y = map.y + map.h * (float)item->facts.y / 100;
    x = x < box.x + side / 2 ? box.x + side / 2 : x > box.x + box.w - side / 2 ? box.x + box.w - side / 2 : x;
    y = y < box.y + side ? box.y + side : y > box.y + box.h - 8 ? box.y + box.h - 8 : y;
    Rect pin = { x - side / 2, y - side - (1 - share) * side * 0.8f, side,
                 side }; /* its point is at the place */
    bool is_hidden = item->facts.state == PHONE_OFF;
    phone_sign(frame, "phone/", is_hidden ? SV("pin_off") : SV("pin"), pin, PIN_CANVAS, 1);
    float face = side * 0.6f;
    if (item->from.len && !is_hidden) {
        phone_face(frame, item->from, pin.x + (side - face) / 2, pin.y + side * 0.07f, face, 1);
    } else if (item->facts.badge.len || is_hidden) {
        phone_sign(
            frame, "phone/sign/", is_hidden ? SV("off") : item->facts.badge,
            (Rect){ pin.x + (side - face) / 2 + face * 0.1f, pin.y + side * 0.12f, face * 0.8f, face * 0.8f },
            SIGN_CANVAS, 1);
    }
}

void phone_map_scene(const PhoneScreen *screen, UiFrame *frame, Rect box)
{
    float wide = box.h * 1.5f > box.w ? box.h * 1.5f : box.w; /* the map is 3 to 2 */
    Rect map = { box.x + (box.w - wide) / 2, box.y + (box.h - wide * 2 / 3) / 2, wide, wide * 2 / 3 };
    clip_to(screen, frame, box);
    draw_fill(frame->draw, (Rect){ ui_mirror_x(frame, box.x, box.w), box.y, box.w, box.h }, 0, 0xCFEBC8FFu);
    phone_sign(frame, "phone/", SV("map"), map, MAP_W, 1);
    for (size_t i = 0; i < screen->stage->phone_count; i++) {
        const PhoneItem *item = &screen->stage->phone_items[i];
        if (item->facts.x >= 0 && item->facts.part == PHONE_ITEM) {
            draw_pin(screen, frame, box, map, item);
        }
    }
    draw_clip_end(frame->draw);
}

/* The words to a pin; a switch says who is seen. */
void phone_map_block(PhonePen *pen, const PhoneBlock *block)
{
    const PhoneItem *item = phone_item(pen->screen, block->first);
    if ((item->facts.part == PHONE_BUTTON || item->from.len == 0) && pen_controls(pen, block)) {
        return;
    }
    PhonePen inside = pen_card(pen, block, pen->screen->look.card);
    float face = item->from.len ? pen_unit(pen, 80) : item->facts.badge.len ? pen_unit(pen, 60) : 0;
    float gap = face > 0 ? pen_unit(pen, 18) : 0;
    float top = inside.y;
    if (pen->draws && item->from.len) {
        phone_face(pen->frame, item->from, inside.x, inside.y, face, pen->alpha);
    } else if (pen->draws && face > 0) {
        phone_sign(pen->frame, "phone/sign/", item->facts.badge, (Rect){ inside.x, inside.y, face, face },
                   SIGN_CANVAS, pen->alpha);
    }
    PhonePen words = pen_part(&inside, face + gap, inside.w - face - gap);
    pen_name(&words, item->from, pen->frame->theme->text_small, pen->screen->look.soft);
    if (phone_is_switch(item)) {
        pen_switch_row(&words, item);
    } else {
        pen_text(&words, item->text, TEXT_FACE_BOLD, pen->frame->theme->text_body, pen->screen->look.ink,
                 item->id);
    }
    pen_notes(&words, block);
    inside.y = words.y > top + face ? words.y : top + face;
    pen_card_end(pen, &inside);
}

/* --- video ------------------------------------------------------------------------------- */

static void draw_progress(const PhoneScreen *screen, UiFrame *frame, Rect box, const PhoneItem *item)
{
    float share = ease_out_cubic(phone_share(screen->stage, item->changed_ms, PHONE_COUNT_MS));
    float part = item->facts.progress > 0 ? (float)item->facts.progress / 100 * share : 0;
    Rect bar = { box.x + 20, box.y + box.h - 30, box.w - 40, 14 };
    phone_nine(frame, "phone/pill", (Rect){ bar.x, bar.y, bar.w, bar.h }, 0xFFFFFF99u);
    if (part > 0) {
        phone_nine(frame, "phone/pill", (Rect){ bar.x, bar.y, bar.w * part > 14 ? bar.w * part : 14, bar.h },
                   frame->theme->coral);
    }
    float knob = 30;
    phone_nine(frame, "phone/pill",
               (Rect){ bar.x + (bar.w - knob) * part, bar.y + (bar.h - knob) / 2, knob, knob },
               frame->theme->coral);
    if (item->facts.progress >= 0) {
        StrView label = phone_with_number(frame, TR(frame->catalogue, "phone.progress", "{n} percent seen"),
                                          item->facts.progress);
        phone_tell(frame, SPEAK_METER, label, SV(""), bar);
    }
}

void phone_video_scene(const PhoneScreen *screen, UiFrame *frame, Rect box)
{
    clip_to(screen, frame, box);
    draw_fill(frame->draw, (Rect){ ui_mirror_x(frame, box.x, box.w), box.y, box.w, box.h }, 0, 0x120E30FFu);
    for (size_t i = 0; i < screen->stage->phone_count; i++) {
        const PhoneItem *item = &screen->stage->phone_items[i];
        if (!phone_is_current_video(screen, i)) {
            continue;
        }
        float width =
            (box.h * 1.5f > box.w ? box.h * 1.5f : box.w) * 1.04f; /* its round corners are outside */
        Rect still = { box.x + (box.w - width) / 2, box.y + (box.h - width * 2 / 3) / 2, width,
                       width * 2 / 3 };
        phone_picture(frame, item->facts.picture, still, 1);
        float side = box.h * 0.3f;
        bool plays = item->facts.state == PHONE_PLAYING;
        phone_sign(frame, "phone/sign/", plays ? SV("pause") : SV("play"),
                   (Rect){ box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side }, SIGN_CANVAS,
                   1);
        phone_tell(frame, SPEAK_TEXT, phone_state_word(frame, plays ? PHONE_PLAYING : PHONE_PAUSED), SV(""),
                   still);
        draw_progress(screen, frame, box, item);
    }
    draw_clip_end(frame->draw);
}

/* The one that plays: its name, who made it, hearts. Others: small pictures with their names. */
void phone_video_block(PhonePen *pen, const PhoneBlock *block)
{
    const PhoneItem *item = phone_item(pen->screen, block->first);
    const Theme *theme = pen->frame->theme;
    if (item->facts.part == PHONE_COMMENT) {
        phone_comment(pen, block);
        return;
    }
    if (pen_controls(pen, block)) {
        return;
    }
    bool is_current = phone_is_current_video(pen->screen, block->first);
    float width = is_current || item->facts.picture.len == 0 ? 0 : pen_unit(pen, 190);
    float gap = width > 0 ? pen_unit(pen, 20) : 0;
    PhonePen inside = pen_card(pen, block, is_current ? pen->screen->look.wall : pen->screen->look.card);
    float top = inside.y;
    if (width > 0 && pen->draws) {
        phone_picture(pen->frame, item->facts.picture, (Rect){ inside.x, inside.y, width, width * 2 / 3 },
                      pen->alpha);
    }
    PhonePen words = pen_part(&inside, width + gap, inside.w - width - gap);
    pen_text(&words, item->text, TEXT_FACE_BOLD, theme->text_body, pen->screen->look.ink, item->id);
    pen_name(&words, item->from, theme->text_small, pen->screen->look.soft);
    pen_signs(&words, item);
    pen_likes(&words, item);
    pen_notes(&words, block);
    inside.y = words.y > top + width * 2 / 3 ? words.y : top + width * 2 / 3;
    pen_card_end(pen, &inside);
}
