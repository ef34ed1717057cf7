#include "phone_internal.h"

#include "sango/ui/tween.h"

#include <math.h>

/* Chat: bubbles of two sides, pictures in them, dots while somebody writes, and what the phone
 * itself says in the middle. */
enum { PAD_X = 34, PAD_Y = 16, SMALL_FACE = 68, CORNER_ROOM = 8, LEAST_BUBBLE = 92 };

typedef struct Bubble {
    const PhoneItem *item;
    Rect box;
    float words_w;
    float picture_h;
    bool has_face;
} Bubble;

/* The first of some messages of one sender names who it is. */
static bool begins_turn(const PhoneScreen *screen, size_t index)
{
    const PhoneItem *item = phone_item(screen, index);
    return item->from.len && (index == 0 || !strview_equal(item->from, phone_item(screen, index - 1)->from));
}

static float text_size(const PhonePen *pen)
{
    return pen->frame->theme->text_body * (pen->frame->text_scale > 1.25f ? 1.0f : 1.2f);
}

static UiText message_text(const PhonePen *pen, const PhoneItem *item, float width)
{
    return (UiText){ .rect = { 0, 0, width, 0 },
                     .text = item->text.len ? item->text : SV(" "),
                     .size = pen_size(pen, text_size(pen)),
                     .line_spacing = 0.98f,
                     .line_id = item->id,
                     .speaker = item->from,
                     .role = SPEAK_TEXT };
}

/* Width of the words as they break, for a bubble that is no wider than it must be. */
static float words_width(UiFrame *frame, const UiText *text)
{
    TextStyle style = { .size = text->size * frame->text_scale,
                        .line_spacing = text->line_spacing,
                        .direction = frame->mirrored ? TEXT_DIRECTION_RTL : TEXT_DIRECTION_AUTO };
    TextLayout layout;
    bool is_done =
        text_layout(frame->arena, frame->measure, text->text, &style, text->rect.w, &layout) == STATUS_OK;
    return is_done && layout.width < text->rect.w ? ceilf(layout.width) + 1 : text->rect.w;
}

static Bubble measure_bubble(const PhonePen *pen, const PhoneItem *item)
{
    bool has_face = pen->screen->is_group && !item->facts.is_mine;
    float aside = has_face ? pen_unit(pen, SMALL_FACE) + 12 : 0;
    float most = pen->w - 2 * CORNER_ROOM - (aside > 0 ? aside : 56);
    UiText text = message_text(pen, item, most - 2 * PAD_X);
    text.rect.w = words_width(pen->frame, &text);
    Bubble bubble = { .item = item, .words_w = text.rect.w, .has_face = has_face };
    float height = ui_text_height(pen->frame, &text) + 2 * PAD_Y;
    if (item->facts.state == PHONE_TYPING) {
        bubble.words_w = pen_size(pen, text_size(pen)) * 2.4f;
        height = LEAST_BUBBLE;
    } else if (item->facts.picture.len) {
        bubble.words_w = most - 2 * PAD_X;
        bubble.picture_h = (most - 2 * PAD_X) * 2 / 3;
        bubble.picture_h =
            bubble.picture_h < pen->screen->picture_most ? bubble.picture_h : pen->screen->picture_most;
        bubble.words_w = bubble.picture_h * 1.5f > text.rect.w ? bubble.picture_h * 1.5f : text.rect.w;
        height += bubble.picture_h + 12;
    }
    bubble.box = (Rect){ pen->x + CORNER_ROOM + aside, pen->y, bubble.words_w + 2 * PAD_X,
                         height > LEAST_BUBBLE ? height : LEAST_BUBBLE };
    bubble.box.w = bubble.box.w > LEAST_BUBBLE ? bubble.box.w : LEAST_BUBBLE;
    if (item->facts.is_mine) {
        bubble.box.x = pen->x + pen->w - CORNER_ROOM - bubble.box.w;
    }
    return bubble;
}

/* It swells out of its tail. */
static void draw_box(const PhonePen *pen, const Bubble *bubble)
{
    static const char *const art[2][2] = { { "ui/bubble_in", "ui/bubble_in_rtl" },
                                           { "ui/bubble_out", "ui/bubble_out_rtl" } };
    const Rect *box = &bubble->box;
    bool is_mine = bubble->item->facts.is_mine;
    float share = phone_share(pen->screen->stage, bubble->item->at_ms, PHONE_POP_MS);
    float scale = 0.7f + 0.3f * ease_out_back(share);
    Rect drawn = { is_mine ? box->x + box->w * (1 - scale) : box->x, box->y + box->h * (1 - scale),
                   box->w * scale, box->h * scale };
    phone_nine(pen->frame, art[is_mine][pen->frame->mirrored], drawn,
               rgba_with_alpha(0xFFFFFFFFu, share * 3 < 1 ? share * 3 : 1));
}

/* Three dots, one after another higher; still ones where nothing may move. */
static void draw_dots(const PhonePen *pen, const Bubble *bubble)
{
    UiFrame *frame = pen->frame;
    const Stage *stage = pen->screen->stage;
    float dot = bubble->box.h * 0.2f;
    float start = bubble->box.x + (bubble->box.w - dot * 4.6f) / 2;
    bool is_still = phone_share(stage, bubble->item->at_ms, PHONE_TYPING_MS) >= 1.0f;
    for (int i = 0; i < 3; i++) {
        float phase = (float)(stage->now_ms % 1200) / 1200.0f * 6.2832f - (float)i * 0.9f;
        float up = is_still ? 0 : sinf(phase) > 0 ? sinf(phase) * dot * 0.8f : 0;
        Rect at = { start + (float)i * dot * 1.8f, bubble->box.y + (bubble->box.h - dot) / 2 - up, dot, dot };
        phone_nine(frame, "phone/pill", at, rgba_with_alpha(frame->theme->plum, pen->alpha));
    }
    phone_tell(frame, SPEAK_TEXT, bubble->item->from.len ? bubble->item->from : SV("…"),
               phone_state_word(frame, PHONE_TYPING), bubble->box);
}

static void draw_words(const PhonePen *pen, const Bubble *bubble)
{
    const PhoneItem *item = bubble->item;
    UiText text = message_text(pen, item, bubble->words_w);
    float height = ui_text_height(pen->frame, &text);
    float top = bubble->box.y;
    if (bubble->picture_h > 0) {
        float width = bubble->picture_h * 1.5f;
        Rect box = { bubble->box.x + (bubble->box.w - width) / 2, top + PAD_Y + 6, width, bubble->picture_h };
        phone_picture(pen->frame, item->facts.picture, box, pen->alpha);
        top += bubble->picture_h + 12;
    }
    text.color = rgba_with_alpha(pen->frame->theme->ink, pen->alpha);
    text.rect.x = bubble->box.x + PAD_X;
    text.rect.y = top + (bubble->box.y + bubble->box.h - top - height) / 2 - 2;
    (void)ui_text(pen->frame, &text);
}

static void message(PhonePen *pen, size_t index)
{
    const PhoneItem *item = phone_item(pen->screen, index);
    bool begins = begins_turn(pen->screen, index);
    if (begins && pen->screen->is_group && !item->facts.is_mine) {
        PhonePen name = pen_part(pen, CORNER_ROOM + pen_unit(pen, SMALL_FACE) + 20,
                                 pen->w - 2 * CORNER_ROOM - pen_unit(pen, SMALL_FACE) - 30);
        pen_name(&name, item->from, pen->frame->theme->text_small, pen->screen->look.soft);
        pen->y = name.y;
    } else if (begins && pen->draws && item->facts.state != PHONE_TYPING &&
               (item->facts.is_mine || index > 0)) {
        phone_tell(pen->frame, SPEAK_TEXT, item->from, SV(""), (Rect){ pen->x, pen->y, 1, 1 });
    }
    Bubble bubble = measure_bubble(pen, item);
    if (bubble.picture_h > 0) {
        pen_note_picture(pen, pen->y, bubble.picture_h + PAD_Y);
    }
    pen->y += bubble.box.h;
    if (!pen->draws) {
        return;
    }
    pen->hit = bubble.box;
    draw_box(pen, &bubble);
    if (bubble.has_face) {
        float side = pen_unit(pen, SMALL_FACE);
        phone_face(pen->frame, item->from, pen->x + 2, bubble.box.y + bubble.box.h - side, side, pen->alpha);
    }
    if (item->facts.state == PHONE_TYPING) {
        draw_dots(pen, &bubble);
    } else {
        draw_words(pen, &bubble);
    }
}

/* What the phone says: who came, what was blocked. */
static void notice(PhonePen *pen, const PhoneBlock *block)
{
    const PhoneItem *item = phone_item(pen->screen, block->first);
    const Theme *theme = pen->frame->theme;
    bool is_blocked = item->facts.state == PHONE_BLOCKED;
    StrView sign = is_blocked ? SV("blocked") : item->facts.badge;
    PhonePen box = pen_part(pen, pen->w * 0.04f, pen->w * 0.92f);
    PhonePen inside =
        pen_card(&box, block, phone_mix(theme->white, is_blocked ? theme->coral : theme->plum, 0.22f));
    float side = sign.len ? pen_unit(pen, 62) : 0;
    float top = inside.y;
    if (sign.len && pen->draws) {
        phone_sign(pen->frame, "phone/sign/", sign, (Rect){ inside.x, inside.y, side, side }, SIGN_CANVAS,
                   pen->alpha);
    }
    PhonePen words = pen_part(&inside, side + (sign.len ? pen_unit(pen, 18) : 0),
                              inside.w - side - (sign.len ? pen_unit(pen, 18) : 0));
    pen_text(&words, item->text, TEXT_FACE_BOLD, theme->text_body * 0.92f, theme->ink, item->id);
    inside.y = words.y > top + side ? words.y : top + side;
    pen_card_end(pen, &inside);
}

void phone_chat_block(PhonePen *pen, const PhoneBlock *block)
{
    const PhoneItem *item = phone_item(pen->screen, block->first);
    if (pen_controls(pen, block)) {
        return;
    }
    if (item->from.len == 0 || item->facts.state == PHONE_BLOCKED) {
        notice(pen, block);
    } else {
        message(pen, block->first);
    }
}
