#include "phone_internal.h"

#include <math.h>

/* Items of the phone that a child may mark. */
enum { LEAST = 100, RING = 54, LENS = 116, MARK_SIZE = 64 };

static const PhonePick *find_pick(const PhoneScreen *screen, const PhoneItem *item)
{
    const PhonePicks *picks = screen->picks;
    for (size_t i = 0; picks && i < picks->count; i++) {
        if (strview_equal(picks->list[i].id, item->id)) {
            return &picks->list[i];
        }
    }
    return NULL;
}

/* At the upper end an empty ring or a lens; at the start what Done has found. */
static void draw_corner(const PhonePick *pick, UiFrame *frame, Rect rect)
{
    const float line = 6;
    if (pick->is_marked) {
        float x = fminf(rect.x + rect.w - LENS * 0.16f, frame->width - LENS); /* beside the words */
        phone_nine(frame, "ui/lens", (Rect){ x, rect.y - LENS * 0.36f, LENS, LENS }, 0xFFFFFFFFu);
    } else if (pick->widget) {
        float x = ui_mirror_x(frame, rect.x + rect.w - RING * 0.3f, RING);
        float y = rect.y - RING * 0.3f;
        draw_fill(frame->draw, (Rect){ x, y, RING, RING }, RING / 2.0f, frame->theme->plum);
        draw_fill(frame->draw, (Rect){ x + line, y + line, RING - 2 * line, RING - 2 * line }, RING / 2.0f - line, frame->theme->screen_paper);
    }
    if (pick->is_right || pick->is_wrong) {
        Rect mark = { rect.x - MARK_SIZE * 0.48f, rect.y - MARK_SIZE * 0.5f, MARK_SIZE, MARK_SIZE };
        phone_nine(frame, pick->is_right ? "ui/mark_right" : "ui/mark_hint", mark, 0xFFFFFFFFu);
    }
}

void phone_pick(const PhoneScreen *screen, UiFrame *frame, const PhoneItem *item, Rect rect)
{
    const PhonePick *pick = find_pick(screen, item);
    if (!pick) {
        return;
    }
    float top = fmaxf(rect.y, screen->view.y - 10);
    float bottom = fminf(rect.y + rect.h, screen->view.y + screen->view.h + 30);
    float seen = bottom - top;
    if (seen < LEAST && seen < rect.h * 0.7f) {
        return; /* it comes when the page is moved on */
    }
    Rect area = { rect.x, top, fmaxf(rect.w, LEAST), fmaxf(seen, LEAST) };
    area.x -= (area.w - rect.w) / 2;
    area.y -= seen < LEAST ? (LEAST - seen) / 2 : 0;
    uint32_t first = (uint32_t)frame->draw->count;
    draw_corner(pick, frame, rect);
    ui_area(frame, &(UiArea){ .id = pick->widget,
                              .rect = area,
                              .role = pick->widget ? SPEAK_OPTION : SPEAK_TEXT,
                              .flags = (pick->is_marked ? SPEAK_CHECKED : 0u) | (pick->leads ? SPEAK_LEADS : 0u),
                              .label = item->text.len ? item->text : phone_badge_word(frame, item->facts.badge),
                              .value = pick->value,
                              .description = pick->description,
                              .group = 1,
                              .first_cmd = first });
}

/* The picks of a block, one below the other when it has several. */
void phone_pick_block(const PhoneScreen *screen, UiFrame *frame, const PhoneBlock *block, Rect rect)
{
    size_t count = 0;
    for (size_t i = block->first; i < block->first + block->count; i++) {
        count += find_pick(screen, phone_item(screen, i)) != NULL;
    }
    float part = count ? rect.h / (float)count : 0;
    size_t at = 0;
    for (size_t i = block->first; i < block->first + block->count; i++) {
        if (find_pick(screen, phone_item(screen, i))) {
            phone_pick(screen, frame, phone_item(screen, i), (Rect){ rect.x, rect.y + part * (float)at++, rect.w, part });
        }
    }
}

float phone_pick_scroll(const PhoneScreen *screen, float gap)
{
    PhonePicks *picks = screen->picks;
    float most = fmaxf(screen->total - screen->list.h + gap, 0);
    picks->last = 0;
    while (picks->last + 1 < screen->block_count && screen->blocks[picks->last].top < most) {
        picks->last++;
    }
    float top = screen->blocks[picks->first < picks->last ? picks->first : picks->last].top;
    float scroll = top < most ? top : most;
    picks->has_more_above = scroll > 1;
    picks->has_more_below = scroll < most - 1;
    return scroll;
}
