#include "phone_internal.h"

/* Feed: posts with who, words, picture and hearts; and what somebody says below, which videos
 * have, too. */
enum { POST_FACE = 76, COMMENT_FACE = 60, COMMENT_ASIDE = 34 };

void phone_comment(PhonePen *pen, const PhoneBlock *block)
{
    const PhoneItem *item = phone_item(pen->screen, block->first);
    const PhoneLook *look = &pen->screen->look;
    PhonePen aside = pen_part(pen, pen_unit(pen, COMMENT_ASIDE), pen->w - pen_unit(pen, COMMENT_ASIDE));
    PhonePen inside = pen_card(&aside, block, phone_mix(look->card, look->wall, 0.45f));
    float face = pen_unit(pen, COMMENT_FACE);
    float gap = pen_unit(pen, 16);
    float top = inside.y;
    if (pen->draws) {
        phone_face(pen->frame, item->from, inside.x, inside.y, face, pen->alpha);
    }
    PhonePen words = pen_part(&inside, face + gap, inside.w - face - gap);
    pen_name(&words, item->from, pen->frame->theme->text_small, look->soft);
    pen_text(&words, item->text, TEXT_FACE_BODY, pen->frame->theme->text_body, look->ink, item->id);
    pen_signs(&words, item);
    pen_likes(&words, item);
    pen_notes(&words, block);
    inside.y = words.y > top + face ? words.y : top + face;
    pen_card_end(pen, &inside);
}

void phone_feed_block(PhonePen *pen, const PhoneBlock *block)
{
    const PhoneItem *item = phone_item(pen->screen, block->first);
    if (item->facts.part == PHONE_COMMENT) {
        phone_comment(pen, block);
        return;
    }
    if (pen_controls(pen, block)) {
        return;
    }
    PhonePen inside = pen_card(pen, block, pen->screen->look.card);
    if (item->from.len) {
        pen_who(&inside, item, POST_FACE);
        pen_gap(&inside, 10);
    }
    if (item->facts.picture.len) {
        pen_picture(&inside, item->facts.picture, pen->screen->picture_most);
        pen_gap(&inside, 12);
    }
    pen_text(&inside, item->text, TEXT_FACE_BODY, pen->frame->theme->text_body, pen->screen->look.ink,
             item->id);
    pen_gap(&inside, 8);
    pen_signs(&inside, item);
    pen_likes(&inside, item);
    pen_notes(&inside, block);
    pen_card_end(pen, &inside);
}
