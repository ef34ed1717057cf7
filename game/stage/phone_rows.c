#include "phone_internal.h"

/* Apps that are lists of rows: the players of a game, switches, and apps to get. */
enum { ROW_FACE = 92, APP_W = 168 };

/* What a row without a switch says: a heading over those that follow. */
void phone_settings_block(PhonePen *pen, const PhoneBlock *block)
{
    const PhoneItem *item = phone_item(pen->screen, block->first);
    if (pen_controls(pen, block)) {
        return;
    }
    PhonePen inside = pen_part(pen, pen_unit(pen, 14), pen->w - pen_unit(pen, 28));
    pen_gap(&inside, 8);
    pen_heading(&inside, item->text, pen->frame->theme->text_body, pen->screen->look.ink, item->id);
    pen_signs(&inside, item);
    pen_notes(&inside, block);
    pen->y = inside.y;
}

/* A player: face, name, words and how they stand. Nobody's face for one whom nobody knows. */
void phone_game_block(PhonePen *pen, const PhoneBlock *block)
{
    const PhoneItem *item = phone_item(pen->screen, block->first);
    if (pen_controls(pen, block)) {
        return;
    }
    const PhoneLook *look = &pen->screen->look;
    PhonePen inside = pen_card(pen, block, look->card);
    float face = item->from.len ? pen_unit(pen, ROW_FACE) : 0;
    float gap = item->from.len ? pen_unit(pen, 20) : 0;
    float top = inside.y;
    if (pen->draws && item->from.len) {
        phone_face(pen->frame, item->from, inside.x, inside.y, face, pen->alpha);
    }
    if (pen->draws && item->from.len && item->facts.state == PHONE_UNKNOWN) {
        float side = face * 0.5f;
        phone_sign(pen->frame, "phone/sign/", SV("unknown"),
                   (Rect){ inside.x + face * 0.6f, inside.y + face * 0.56f, side, side }, SIGN_CANVAS,
                   pen->alpha);
    }
    PhonePen words = pen_part(&inside, face + gap, inside.w - face - gap);
    pen_name(&words, item->from, pen->frame->theme->text_body, look->ink);
    pen_text(&words, item->text, TEXT_FACE_BODY, pen->frame->theme->text_body, look->soft, item->id);
    if (item->facts.picture.len) {
        pen_gap(&words, 8);
        pen_picture(&words, item->facts.picture, pen->screen->picture_most);
    }
    pen_gap(&words, 8);
    pen_signs(&words, item);
    pen_notes(&words, block);
    inside.y = words.y > top + face ? words.y : top + face;
    pen_card_end(pen, &inside);
}

/* An app: its picture, name, who made it, stars, age, price; what it may use stands below. */
void phone_store_block(PhonePen *pen, const PhoneBlock *block)
{
    const PhoneItem *item = phone_item(pen->screen, block->first);
    if (pen_controls(pen, block)) {
        return;
    }
    const Theme *theme = pen->frame->theme;
    PhonePen inside = pen_card(pen, block, pen->screen->look.card);
    float width = pen_unit(pen, APP_W);
    float height = width * 2 / 3;
    float gap = pen_unit(pen, 22);
    float top = inside.y;
    if (pen->draws) {
        phone_picture(pen->frame, item->facts.picture, (Rect){ inside.x, inside.y, width, height },
                      pen->alpha);
    }
    PhonePen words = pen_part(&inside, width + gap, inside.w - width - gap);
    pen_text(&words, item->text, TEXT_FACE_BOLD, theme->text_body, pen->screen->look.ink, item->id);
    if (item->from.len) {
        pen_name(&words, item->from, theme->text_small, pen->screen->look.soft);
    }
    pen_stars(&words, item->facts.stars);
    inside.y = words.y > top + height ? words.y : top + height;
    pen_gap(&inside, 10);
    pen_signs(&inside, item);
    pen_notes(&inside, block);
    pen_card_end(pen, &inside);
}
