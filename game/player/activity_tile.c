#include "activity_internal.h"

#include "play_internal.h"
#include "sango/ui/tween.h"
#include "sango/player/widgets.h"

#include <math.h>

/* One thing of an activity that can be taken: words, a picture, a mark. It glides from where it was, follows the pointer, and
 * sways when it is not right yet. */
enum { PAD = 22, DISC = 64, ICON = 76, MARK = 76, SMALL_MARK = 58, RING = 52, PICTURE_W = 480, PICTURE_H = 320 };

float activity_wobble(const ActivityPage *page, size_t item)
{
    const PlayActivity *activity = page->activity;
    if (page->frame->reduced_motion || activity->checked_ms == 0 || !(activity->wrong & 1u << item)) {
        return 0;
    }
    return tween_swing(tween_share(page->frame->now_ms, activity->checked_ms, ACTIVITY_WOBBLE_MS), 3) * 16;
}

/* Where it is seen just now, as on a left-to-right screen. */
static Rect seen_rect(const ActivityPage *page, size_t item, Rect rect)
{
    const PlayActivity *activity = page->activity;
    const UiFrame *frame = page->frame;
    if (activity->held == item) {
        rect.x = ui_mirror_x(frame, frame->ui->pointer_x - rect.w / 2, rect.w);
        rect.y = frame->ui->pointer_y - rect.h / 2;
        return rect;
    }
    Rect from = activity->before[item];
    float share = frame->reduced_motion || !activity->moved_ms ? 1 : tween_share(frame->now_ms, activity->moved_ms, ACTIVITY_FLY_MS);
    if (share < 1 && from.w > 0) {
        float eased = ease_in_out(share);
        float x = ui_mirror_x(frame, from.x, from.w) + from.w / 2 - rect.w / 2;
        float y = from.y + from.h / 2 - rect.h / 2;
        rect.x = x + (rect.x - x) * eased;
        rect.y = y + (rect.y - y) * eased - (fabsf(rect.y - y) > 60 ? 40 * tween_arc(share) : 0);
    }
    rect.x += activity_wobble(page, item);
    return rect;
}

void activity_mark(const ActivityPage *page, size_t item, Rect rect)
{
    bool is_right = (page->activity->right & 1u << item) != 0;
    if (!is_right && !(page->activity->wrong & 1u << item)) {
        return;
    }
    UiFrame *frame = page->frame;
    float size = rect.h < 110 ? SMALL_MARK : MARK;
    float x = ui_mirror_x(frame, rect.x + rect.w - size * 0.62f, size);
    draw_nine(frame->draw, is_right ? SV("ui/mark_right") : SV("ui/mark_hint"), (Rect){ x, rect.y - size * 0.3f, size, size * 92 / 88 }, 0xFFFFFFFFu);
}

float activity_picture(const ActivityPage *page, const ActivityItem *item, Rect rect)
{
    UiFrame *frame = page->frame;
    Rect box = rect;
    if (item->picture.len) {
        float scale = fminf(rect.w / PICTURE_W, rect.h / PICTURE_H);
        box = (Rect){ rect.x, rect.y + (rect.h - PICTURE_H * scale) / 2, PICTURE_W * scale, PICTURE_H * scale };
        StrView name = frame_join(frame, "phone/picture/", item->picture);
        box.x += rect.w > rect.h * 2 ? 0 : (rect.w - box.w) / 2;
        draw_nine(frame->draw, name, (Rect){ ui_mirror_x(frame, box.x, box.w), box.y, box.w, box.h }, 0xFFFFFFFFu);
    } else if (item->icon.len) {
        float side = fminf(rect.w, rect.h);
        box = (Rect){ rect.x + (rect.w > 2 * side ? 0 : (rect.w - side) / 2), rect.y + (rect.h - side) / 2, side, side };
        draw_nine(frame->draw, frame_join(frame, "icon/", item->icon), (Rect){ ui_mirror_x(frame, box.x, side), box.y, side, side }, 0xFFFFFFFFu);
    } else {
        return 0;
    }
    return box.x + box.w - rect.x;
}

static void draw_disc(const ActivityPage *page, const ActivityTile *tile, Rect disc)
{
    UiFrame *frame = page->frame;
    StrView sprite = tile->pill.len ? tile->pill : SV("ui/disc");
    Rgba ink = tile->pill.len ? frame->theme->on_pill : frame->theme->on_button;
    draw_nine(frame->draw, sprite, (Rect){ ui_mirror_x(frame, disc.x, disc.w), disc.y, disc.w, disc.h }, 0xFFFFFFFFu);
    ui_text(frame, &(UiText){ .rect = { disc.x, disc.y, disc.w, disc.h - 4 },
                              .text = frame_number(frame, tile->number),
                              .face = TEXT_FACE_TITLE,
                              .size = 36,
                              .color = ink,
                              .align = TEXT_ALIGN_CENTRE,
                              .middle = true,
                              .max_lines = 1,
                              .fit_min = 0.4f,
                              .silent = true });
}

/* Empty, or with a tick: one of a row is chosen. */
static void draw_ring(const ActivityPage *page, const ActivityTile *tile, Rect rect)
{
    UiFrame *frame = page->frame;
    const float line = 5;
    float x = ui_mirror_x(frame, rect.x + PAD - 4, RING);
    float y = rect.y + (rect.h - 8 - RING) / 2;
    draw_fill(frame->draw, (Rect){ x, y, RING, RING }, RING / 2.0f, tile->is_chosen ? frame->theme->button_lip : frame->theme->field_edge);
    draw_fill(frame->draw, (Rect){ x + line, y + line, RING - 2 * line, RING - 2 * line }, RING / 2.0f - line,
              tile->is_chosen ? frame->theme->button : frame->theme->field);
    if (tile->is_chosen) {
        draw_nine(frame->draw, SV("ui/tick"), (Rect){ x + 9, y + 9, RING - 18, RING - 18 }, frame->theme->on_button);
    }
}

/* In a low tile a sign, in a high one a picture. */
static float icon_side(Rect rect)
{
    float most = rect.h > 150 ? 116 : ICON;
    return rect.h - 36 < most ? rect.h - 36 : most;
}

/* Units that the picture of a tile takes across; 0 where words would have too little room beside it. */
static float picture_width(const ActivityPage *page, const ActivityItem *item, Rect rect)
{
    float large = page->frame->text_scale > 1.3f ? 300 : 230;
    float wide = item->picture.len ? fminf(rect.w * 0.3f, (rect.h - 30) * 1.5f) : item->icon.len ? icon_side(rect) : 0;
    return rect.w < large ? 0 : wide;
}

/* Where the words stand in a tile with these parts. */
static Rect words_rect(const ActivityPage *page, const ActivityItem *item, const ActivityTile *tile, Rect rect)
{
    bool has_number = tile->number != 0;
    bool has_picture = item->icon.len || item->picture.len;
    float before = tile->before + (tile->is_choice ? RING + 8 : 0);
    rect.x += before;
    rect.w -= before + tile->behind;
    if (tile->is_upright) {
        float above = has_picture ? fminf(rect.h * 0.42f, 190) + (has_number ? 34 : 0) : has_number ? DISC : 0;
        return (Rect){ rect.x + PAD, rect.y + PAD + above, rect.w - 2 * PAD, rect.h - above - 2 * PAD - 8 };
    }
    float start = PAD + (has_number ? DISC + 14 : 0);
    float wide = picture_width(page, item, rect);
    float end = wide > 0 ? wide + 14 : 0;
    return (Rect){ rect.x + start, rect.y + 6, rect.w - start - end - PAD, rect.h - 20 };
}

/* True when no word of a text with blanks is broken, and all lines have room. */
static bool words_fit(const ActivityPage *page, StrView text, float size, Rect box)
{
    UiFrame *frame = page->frame;
    TextStyle style = { .face = TEXT_FACE_BOLD, .size = size * frame->text_scale, .line_spacing = 0.95f };
    TextLayout layout;
    StrView word;
    if (text_layout(frame->arena, frame->measure, text, &style, box.w, &layout) != STATUS_OK) {
        return true;
    }
    bool fits = layout.height <= box.h && layout.width <= box.w;
    while (fits && layout.line_count > 1 && strview_take(&text, ' ', &word)) {
        bool is_spelled = word.len && (unsigned char)word.data[0] < 0xE0; /* scripts without blanks break anywhere */
        TextLayout alone;
        style.max_lines = 1;
        fits = !is_spelled || text_layout(frame->arena, frame->measure, word, &style, 0, &alone) != STATUS_OK || alone.width <= box.w;
    }
    return fits;
}

static float fitted_size(const ActivityPage *page, StrView text, Rect box, float size)
{
    float least = size * 0.3f;
    while (size > least && !words_fit(page, text, size, box)) {
        size *= 0.92f;
    }
    return size;
}

float activity_words_size(const ActivityPage *page, ActivityRole role, const ActivityTile *like, float size)
{
    for (size_t i = 0; i < page->data->item_count; i++) {
        const ActivityItem *item = &page->data->items[i];
        if (item->role == role) {
            size = fitted_size(page, item->text, words_rect(page, item, like, like->rect), size);
        }
    }
    return size;
}

static void draw_tile(const ActivityPage *page, const ActivityTile *tile, Rect rect)
{
    UiFrame *frame = page->frame;
    const ActivityItem *item = &page->data->items[tile->item];
    bool is_pressed = tile->id && frame->ui->pressed == tile->id;
    bool is_raised = tile->is_picked || page->activity->held == tile->item;
    Rect box = { ui_mirror_x(frame, rect.x, rect.w), rect.y + (is_pressed ? 5 : 0), rect.w, rect.h };
    draw_nine(frame->draw, is_raised ? SV("ui/choice_focus") : SV("ui/choice"), box, 0xFFFFFFFFu);
    rect.y = box.y;
    if (tile->is_choice) {
        draw_ring(page, tile, rect);
    }
    if (tile->is_upright) {
        float high = fminf(rect.h * 0.42f, 190);
        float top = rect.y + PAD + (tile->number ? 34 : 0);
        (void)activity_picture(page, item, (Rect){ rect.x + PAD, top, rect.w - 2 * PAD, high - 14 });
        if (tile->number) {
            draw_disc(page, tile, (Rect){ rect.x + 14, rect.y + 12, DISC, DISC });
        }
    } else {
        float wide = picture_width(page, item, rect);
        float high = item->picture.len ? rect.h - 30 : wide;
        (void)(wide > 0 && activity_picture(page, item, (Rect){ rect.x + rect.w - PAD - tile->behind - wide, rect.y + (rect.h - 8 - high) / 2, wide, high }));
        if (tile->number) {
            draw_disc(page, tile, (Rect){ rect.x + PAD - 6, rect.y + (rect.h - 10 - DISC) / 2, DISC, DISC });
        }
    }
    Rect words = words_rect(page, item, tile, rect);
    ui_text(frame, &(UiText){ .rect = words,
                              .text = item->text,
                              .face = TEXT_FACE_BOLD,
                              .size = fitted_size(page, item->text, words, tile->size > 0 ? tile->size : frame->theme->text_label),
                              .align = tile->is_upright ? TEXT_ALIGN_CENTRE : TEXT_ALIGN_START,
                              .line_spacing = 0.95f,
                              .middle = true,
                              .fit_min = 0.8f,
                              .silent = true });
    activity_mark(page, tile->item, rect);
}

/* In the hand, or on its way. */
static bool is_carried(const ActivityPage *page, size_t item, const Rect *rect, const Rect *seen)
{
    return page->activity->held == item || fabsf(seen->y - rect->y) > 4 || fabsf(seen->x - rect->x) > 20;
}

void activity_tile(const ActivityPage *page, const ActivityTile *tile)
{
    UiFrame *frame = page->frame;
    const ActivityItem *item = &page->data->items[tile->item];
    Rect rect = seen_rect(page, tile->item, tile->rect);
    if (page->carried->count < ACTIVITY_ITEMS_MAX && !page->carried->is_drawn && is_carried(page, tile->item, &tile->rect, &rect)) {
        page->carried->tiles[page->carried->count++] = *tile;
        return;
    }
    uint32_t first = (uint32_t)frame->draw->count;
    draw_tile(page, tile, rect);
    ui_area(frame, &(UiArea){ .id = tile->id,
                              .rect = rect,
                              .role = tile->id ? SPEAK_OPTION : SPEAK_TEXT,
                              .flags = (tile->is_picked || tile->is_chosen ? SPEAK_CHECKED : 0u) | (tile->leads ? SPEAK_LEADS : 0u),
                              .label = item->text,
                              .value = activity_state_said(page, tile->item, tile->where),
                              .description = activity_hint(page, tile->item),
                              .line_id = item->id,
                              .group = tile->group,
                              .first_cmd = first,
                              .focus_art = SV("ui/choice_focus") });
}

void activity_draw_carried(const ActivityPage *page)
{
    page->carried->is_drawn = true;
    for (size_t i = 0; i < page->carried->count; i++) {
        activity_tile(page, &page->carried->tiles[i]);
    }
}

void activity_slot(const ActivityPage *page, uint32_t id, Rect rect, StrView label, bool leads)
{
    UiFrame *frame = page->frame;
    uint32_t first = (uint32_t)frame->draw->count;
    draw_nine(frame->draw, SV("ui/slot"), (Rect){ ui_mirror_x(frame, rect.x, rect.w), rect.y, rect.w, rect.h - 8 }, 0xFFFFFFFFu);
    if (label.len) {
        ui_area(frame, &(UiArea){ .id = id, .rect = rect, .role = id ? SPEAK_OPTION : SPEAK_TEXT, .flags = leads ? SPEAK_LEADS : 0u, .label = label, .first_cmd = first });
    }
}
