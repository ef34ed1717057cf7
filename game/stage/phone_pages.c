#include "phone_internal.h"

/* Apps that are pages to read: a mail, and what was found. */
enum { MAIL_FACE = 84, RESULT_W = 186 };

/* True when the item before this one is of somebody else. */
static bool begins_mail(const PhoneScreen *screen, size_t index)
{
    StrView from = phone_item(screen, index)->from;
    while (from.len && index > 0) {
        const PhoneItem *before = phone_item(screen, --index);
        if (before->facts.part == PHONE_ITEM && before->from.len) {
            return !strview_equal(before->from, from);
        }
    }
    return from.len > 0;
}

/* The first line of a sender is the subject; what follows belongs to the letter. */
void phone_mail_block(PhonePen *pen, const PhoneBlock *block)
{
    const PhoneItem *item = phone_item(pen->screen, block->first);
    const Theme *theme = pen->frame->theme;
    if (pen_controls(pen, block)) {
        return;
    }
    PhonePen inside = pen_card(pen, block, pen->screen->look.card);
    if (begins_mail(pen->screen, block->first)) {
        pen_who(&inside, item, MAIL_FACE);
        pen_gap(&inside, 8);
        pen_signs(&inside, item);
        pen_gap(&inside, 4);
        pen_heading(&inside, item->text, theme->text_body * 1.08f, pen->screen->look.ink, item->id);
        pen_gap(&inside, 6);
    } else {
        pen_text(&inside, item->text, TEXT_FACE_BODY, theme->text_body, pen->screen->look.ink, item->id);
        pen_gap(&inside, 6);
        pen_signs(&inside, item);
    }
    if (item->facts.picture.len) {
        pen_picture(&inside, item->facts.picture, pen->screen->picture_most);
        pen_gap(&inside, 10);
    }
    pen_notes(&inside, block);
    pen_card_end(pen, &inside);
}

/* A result: where it is from, what it is called, what it says; one that was paid for says so first. */
void phone_search_block(PhonePen *pen, const PhoneBlock *block)
{
    const PhoneItem *item = phone_item(pen->screen, block->first);
    const Theme *theme = pen->frame->theme;
    if (pen_controls(pen, block)) {
        return;
    }
    bool is_advert = strview_equal(item->facts.badge, SV("ad"));
    Rgba card = is_advert ? phone_mix(theme->white, theme->sun, 0.25f) : pen->screen->look.card;
    PhonePen inside = pen_card(pen, block, card);
    float top = inside.y;
    float width = item->facts.picture.len ? pen_unit(pen, RESULT_W) : 0;
    float gap = width > 0 ? pen_unit(pen, 20) : 0;
    pen_signs(&inside, item);
    top = inside.y;
    if (width > 0 && pen->draws) {
        Rect box = { inside.x + inside.w - width, top, width, width * 2 / 3 };
        phone_picture(pen->frame, item->facts.picture, box, pen->alpha);
    }
    PhonePen words = pen_part(&inside, 0, inside.w - width - gap);
    if (item->from.len) {
        pen_name(&words, item->from, theme->text_small, pen->screen->look.soft);
    }
    pen_text(&words, item->text, TEXT_FACE_BOLD, theme->text_body, phone_mix(theme->plum, theme->ink, 0.45f),
             item->id);
    inside.y = words.y > top + width * 2 / 3 ? words.y : top + width * 2 / 3;
    pen_stars(&inside, item->facts.stars);
    pen_notes(&inside, block);
    pen_card_end(pen, &inside);
}
