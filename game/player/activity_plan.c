#include "activity_internal.h"

#include "play_internal.h"
#include "sango/player/widgets.h"

#include <math.h>

/* Plan: what there is to give out is shared among parts, with less and more at each. A day is a dial of 24 hours; of anything else there are
 * coins, which lie in jars. */
enum { FOOT = 126, ROW_GAP = 10, ROW_MAX = 130, STEP = 100, HOURS = 24, DIAL = 600, HUES = 6 };

static const char *const pills[HUES] = { "ui/pill_ice", "ui/pill_sun", "ui/pill_leaf", "ui/pill_coral", "ui/pill_mint", "ui/pill_lilac" };

static bool is_fixed(const ActivityItem *part)
{
    return part->low == part->high;
}

static bool is_day(const ActivityPage *page)
{
    return activity_total(page->data) == HOURS;
}

/* Colours of the dial; its icons and the edges between parts say the same without colour. */
static Rgba part_color(const Theme *theme, size_t part)
{
    const Rgba colors[HUES] = { theme->tint_one, theme->sun, theme->leaf, theme->coral, theme->bubble_out, theme->field_edge };
    return colors[part % HUES];
}

static StrView amount_word(const ActivityPage *page, int amount)
{
    StrView number = frame_number(page->frame, (unsigned)(amount < 0 ? 0 : amount));
    const Catalogue *texts = page->frame->catalogue;
    if (is_day(page)) {
        return activity_with(page, amount == 1 ? TR(texts, "activity.plan.hour", "{n} hour") : TR(texts, "activity.plan.hours", "{n} hours"), "n", number);
    }
    return activity_with(page, amount == 1 ? TR(texts, "activity.plan.coin", "{n} coin") : TR(texts, "activity.plan.coins", "{n} coins"), "n", number);
}

static StrView left_word(const ActivityPage *page)
{
    StrView amount = amount_word(page, activity_left(page->data, &page->activity->state));
    return activity_with(page, TR(page->frame->catalogue, "activity.plan.left", "{what} left"), "what", amount);
}

/* --- the dial ------------------------------------------------------------------------------------ */

static void draw_piece(const ActivityPage *page, const char *name, int hour, Rect dial, Rgba color)
{
    float k = dial.w / DIAL;
    StrView sprite = frame_join(page->frame, name, frame_number(page->frame, (unsigned)hour));
    draw_sprite(page->frame->draw, sprite, (DrawPose){ .x = ui_mirror_x(page->frame, dial.x, dial.w), .y = dial.y, .scale_x = k, .scale_y = k }, color);
}

/* A part's picture in the middle of its hours, when they have room for it. */
static void draw_sector_icon(const ActivityPage *page, const ActivityItem *item, Rect dial, float from, int hours)
{
    float turn = (from + (float)hours / 2) / HOURS * 6.2831853f;
    float radius = dial.w * 0.373f;
    float side = dial.w * (hours > 1 ? 0.15f : 0.1f);
    float x = dial.x + dial.w / 2 + sinf(turn) * radius;
    float y = dial.y + dial.h / 2 - cosf(turn) * radius;
    if (page->frame->mirrored) { /* a clock goes the same way round everywhere */
        x = 2 * (dial.x + dial.w / 2) - x;
    }
    if (hours > 0) {
        (void)activity_picture(page, item, (Rect){ x - side / 2, y - side / 2, side, side });
    }
}

static void draw_middle(const ActivityPage *page, Rect dial)
{
    UiFrame *frame = page->frame;
    float side = dial.w * 0.46f;
    Rect box = { dial.x + (dial.w - side) / 2, dial.y + (dial.h - side) / 2, side, side };
    int left = activity_left(page->data, &page->activity->state);
    draw_fill(frame->draw, (Rect){ ui_mirror_x(frame, box.x, side), box.y, side, side }, side / 2, frame->theme->card);
    ui_text(frame, &(UiText){ .rect = { box.x + side * 0.1f, box.y + side * 0.14f, side * 0.8f, side * 0.44f },
                              .text = frame_number(frame, (unsigned)(left < 0 ? 0 : left)),
                              .face = TEXT_FACE_TITLE,
                              .size = 96,
                              .align = TEXT_ALIGN_CENTRE,
                              .middle = true,
                              .max_lines = 1,
                              .fit_min = 0.3f,
                              .silent = true });
    ui_text(frame, &(UiText){ .rect = { box.x + side * 0.12f, box.y + side * 0.56f, side * 0.76f, side * 0.28f },
                              .text = left_word(page),
                              .size = frame->theme->text_small,
                              .align = TEXT_ALIGN_CENTRE,
                              .line_spacing = 0.9f,
                              .middle = true,
                              .fit_min = 0.3f,
                              .silent = true });
    ui_area(frame, &(UiArea){ .rect = box, .role = SPEAK_METER, .label = left_word(page) });
}

static void draw_dial(const ActivityPage *page, Rect rect)
{
    UiFrame *frame = page->frame;
    float side = fminf(rect.w, rect.h);
    Rect dial = { rect.x + (rect.w - side) / 2, rect.y + (rect.h - side) / 2, side, side };
    float rim = side * 0.975f;
    draw_fill(frame->draw, (Rect){ ui_mirror_x(frame, dial.x + (side - rim) / 2, rim), dial.y + (side - rim) / 2, rim, rim }, rim / 2, frame->theme->edge);
    int hour = 0;
    for (size_t i = 0; i < page->data->item_count; i++) {
        for (int k = 0; k < page->activity->state.place[i] && hour < HOURS; k++) {
            draw_piece(page, "ui/hour_", hour++, dial, part_color(frame->theme, i));
        }
    }
    for (int rest = hour; rest < HOURS; rest++) {
        draw_piece(page, "ui/hour_", rest, dial, frame->theme->paper);
    }
    hour = 0;
    for (size_t i = 0; i < page->data->item_count; i++) {
        int hours = page->activity->state.place[i];
        if (hours > 0) {
            draw_piece(page, "ui/hour_edge_", hour % HOURS, dial, frame->theme->ink);
        }
        draw_sector_icon(page, &page->data->items[i], dial, (float)hour, hours);
        hour += hours;
    }
    if (hour > 0 && hour < HOURS) {
        draw_piece(page, "ui/hour_edge_", hour, dial, frame->theme->ink);
    }
    draw_middle(page, dial);
}

/* --- jars ---------------------------------------------------------------------------------------- */

static void draw_coins(const ActivityPage *page, Rect well, int count)
{
    enum { SHOWN_MAX = 24 };
    int shown = count < SHOWN_MAX ? count : SHOWN_MAX;
    int columns = 4;
    float size = well.w / ((float)columns + 0.3f);
    float rise = fminf(size * 0.72f, (well.h - size) / 5.0f);
    for (int i = 0; i < shown; i++) {
        float row = (float)(i / columns);
        float x = well.x + ((float)(i % columns) + (i / columns % 2 ? 0.25f : 0)) * size;
        float y = well.y + well.h - size - row * rise;
        draw_nine(page->frame->draw, SV("ui/coin"), (Rect){ ui_mirror_x(page->frame, x, size), y, size, size }, 0xFFFFFFFFu);
    }
}

static void draw_jar(const ActivityPage *page, Rect rect)
{
    UiFrame *frame = page->frame;
    float k = fminf(rect.w / 200, rect.h * 0.76f / 240);
    Rect jar = { rect.x + (rect.w - 200 * k) / 2, rect.y, 200 * k, 240 * k };
    int left = activity_left(page->data, &page->activity->state);
    draw_nine(frame->draw, SV("ui/jar"), (Rect){ ui_mirror_x(frame, jar.x, jar.w), jar.y, jar.w, jar.h }, 0xFFFFFFFFu);
    draw_coins(page, (Rect){ jar.x + 26 * k, jar.y + 74 * k, 148 * k, 150 * k }, left);
    ui_text(frame, &(UiText){ .rect = { rect.x, jar.y + jar.h + 6, rect.w, rect.y + rect.h - jar.y - jar.h - 6 },
                              .text = left_word(page),
                              .face = TEXT_FACE_TITLE,
                              .size = 48,
                              .align = TEXT_ALIGN_CENTRE,
                              .line_spacing = 0.95f,
                              .fit_min = 0.36f,
                              .role = SPEAK_METER });
}

/* --- the parts -------------------------------------------------------------------------------------- */

static void draw_sign(const ActivityPage *page, Rect rect, bool is_plus, bool disabled)
{
    UiFrame *frame = page->frame;
    const float length = 42, width = 12;
    float x = ui_mirror_x(frame, rect.x, rect.w) + rect.w / 2;
    float y = rect.y + rect.h / 2 - 3;
    Rgba ink = rgba_with_alpha(frame->theme->on_button, disabled ? 0.6f : 1);
    draw_fill(frame->draw, (Rect){ x - length / 2, y - width / 2, length, width }, width / 2, ink);
    if (is_plus) {
        draw_fill(frame->draw, (Rect){ x - width / 2, y - length / 2, width, length }, width / 2, ink);
    }
}

static bool leads_to(const ActivityPage *page, size_t item, int by)
{
    int now = page->activity->state.place[item];
    return page->lead.item == item && (page->lead.to > now ? by > 0 : page->lead.to < now && by < 0);
}

/* False when it cannot be pressed. */
static bool draw_step(const ActivityPage *page, size_t item, Rect rect, int by)
{
    UiFrame *frame = page->frame;
    const ActivityItem *part = &page->data->items[item];
    bool disabled = page->activity->is_over || !activity_can_move(page->data, &page->activity->state, item, page->activity->state.place[item] + by);
    TextValue values[] = { { SV("what"), part->text } };
    ui_button(frame, &(UiButton){ .id = (by < 0 ? ACTIVITY_LESS : ACTIVITY_MORE) + (uint32_t)item,
                                  .rect = rect,
                                  .label = by < 0 ? frame_format(frame, TR(frame->catalogue, "activity.plan.less", "Less: {what}"), values, 1)
                                                  : frame_format(frame, TR(frame->catalogue, "activity.plan.more", "More: {what}"), values, 1),
                                  .icon = SV("ui/disc"),
                                  .style = UI_BUTTON_ROUND,
                                  .group = by > 0 ? 1 : 2,
                                  .leads = leads_to(page, item, by),
                                  .disabled = disabled });
    draw_sign(page, rect, by > 0, disabled);
    return !disabled;
}

static void draw_part(const ActivityPage *page, size_t item, Rect rect)
{
    UiFrame *frame = page->frame;
    const ActivityItem *part = &page->data->items[item];
    int amount = page->activity->state.place[item];
    rect.x += activity_wobble(page, item);
    draw_nine(frame->draw, SV("ui/card"), (Rect){ ui_mirror_x(frame, rect.x, rect.w), rect.y, rect.w, rect.h - 8 }, 0xFFFFFFFFu);
    float dot = fminf(rect.h - 34, 84);
    Rect disc = { rect.x + 18, rect.y + (rect.h - 8 - dot) / 2, dot, dot };
    draw_nine(frame->draw, strview_from_cstr(pills[item % HUES]), (Rect){ ui_mirror_x(frame, disc.x, dot), disc.y, dot, dot }, 0xFFFFFFFFu);
    (void)activity_picture(page, part, (Rect){ disc.x + dot * 0.14f, disc.y + dot * 0.1f, dot * 0.72f, dot * 0.72f });
    const float value_w = 190;
    float steps = is_fixed(part) ? 0 : STEP;
    float end = rect.x + rect.w - 16;
    Rect value = { end - steps - value_w, rect.y, value_w, rect.h - 12 };
    float start = disc.x + dot + 16;
    ui_text(frame, &(UiText){ .rect = { start, rect.y + 4, value.x - steps - 8 - start, rect.h - 16 },
                              .text = part->text,
                              .face = TEXT_FACE_BOLD,
                              .size = frame->theme->text_label,
                              .line_spacing = 0.92f,
                              .middle = true,
                              .fit_min = 0.3f,
                              .silent = true });
    ui_text(frame, &(UiText){ .rect = value,
                              .text = amount_word(page, amount),
                              .face = TEXT_FACE_TITLE,
                              .size = 42,
                              .align = TEXT_ALIGN_CENTRE,
                              .middle = true,
                              .line_spacing = 0.92f,
                              .fit_min = 0.3f,
                              .silent = true });
    StrView fixed = is_fixed(part) ? TR(frame->catalogue, "activity.plan.fixed", "Always so.") : SV("");
    ui_area(frame, &(UiArea){ .rect = rect,
                              .role = SPEAK_SLIDER,
                              .label = part->text,
                              .value = activity_state_said(page, item, amount_word(page, amount)),
                              .description = fixed.len ? fixed : activity_hint(page, item),
                              .line_id = part->id });
    if (is_fixed(part)) {
        float lock = 66;
        draw_nine(frame->draw, SV("icon/lock"), (Rect){ ui_mirror_x(frame, value.x - lock - 8, lock), rect.y + (rect.h - 8 - lock) / 2, lock, lock }, 0xFFFFFFFFu);
    } else {
        float y = rect.y + (rect.h - 8 - STEP) / 2 + 2;
        bool has_less = draw_step(page, item, (Rect){ value.x - STEP, y, STEP, STEP }, -1);
        bool has_more = draw_step(page, item, (Rect){ end - STEP, y, STEP, STEP }, 1);
        uint32_t less = ACTIVITY_LESS + (uint32_t)item, more = ACTIVITY_MORE + (uint32_t)item;
        if (has_less != has_more) {
            ui_hand_focus(frame, has_less ? more : less, has_less ? less : more);
        }
    }
    activity_mark(page, item, rect);
}

static void draw_parts(const ActivityPage *page, Rect rect)
{
    float count = (float)page->data->item_count;
    float row = (rect.h - ROW_GAP * (count - 1)) / count;
    row = row < ROW_MAX ? row : ROW_MAX;
    float top = rect.y + (rect.h - row * count - ROW_GAP * (count - 1)) / 2;
    for (size_t i = 0; i < page->data->item_count; i++) {
        draw_part(page, i, (Rect){ rect.x, top + (float)i * (row + ROW_GAP), rect.w, row });
    }
}

static void draw(const ActivityPage *page, Rect inside)
{
    bool is_tall = page->is_tall; /* picture, parts and foot below each other; else parts are beside the rest */
    float left = is_tall ? inside.w : inside.w * 0.46f;
    Rect foot = { inside.x, inside.y + inside.h - FOOT, left, FOOT };
    float height = foot.y - inside.y - 8;
    Rect picture = { inside.x, inside.y - 6, left, is_tall ? height * 0.4f : height + 6 };
    Rect parts = is_tall ? (Rect){ inside.x, inside.y + height * 0.4f + 10, inside.w, height * 0.6f - 10 }
                         : (Rect){ inside.x + left + 36, inside.y, inside.w - left - 36, inside.h };
    if (is_day(page)) {
        draw_dial(page, picture);
    } else {
        draw_jar(page, picture);
    }
    draw_parts(page, parts);
    activity_draw_foot(page, foot);
}

static StrView task(const ActivityPage *page)
{
    return is_day(page) ? TR(page->frame->catalogue, "activity.plan.task", "Share out the hours of the day.")
                        : TR(page->frame->catalogue, "activity.plan.task_coins", "Share out the coins.");
}

static void press(PlayScene *play, App *app, uint32_t id)
{
    PlayActivity *activity = &play->activity;
    bool is_more = id >= ACTIVITY_MORE;
    size_t item = id - (is_more ? ACTIVITY_MORE : ACTIVITY_LESS);
    if (item < activity->data->item_count) {
        (void)activity_put(play, app, item, activity->state.place[item] + (is_more ? 1 : -1));
    }
}

const ActivityView activity_plan_view = { .draw = draw, .press = press, .task = task };
