#include "activity_internal.h"

#include "play_internal.h"
#include "sango/player/widgets.h"

#include <math.h>

/* Match: lefts and rights in two columns. A pair has the same number and the same hue at both ends, and a string of beads between
 * them. */
enum { FOOT = 136, ROW_GAP = 14, ROW_MAX = 150, TALL_ROW_MAX = 230, END = 64, BEAD = 15, AT_END = 30, PAIRS_MAX = 5 };

static const char *const pills[PAIRS_MAX] = { "ui/pill_sun", "ui/pill_sky", "ui/pill_pink", "ui/pill_leaf", "ui/pill_orange" };

typedef struct Column {
    size_t items[ACTIVITY_ITEMS_MAX];
    size_t count;
} Column;

static Column column_of(const ActivityPage *page, ActivityRole role)
{
    Column column = { .count = 0 };
    for (size_t i = 0; i < page->data->item_count; i++) {
        size_t item = page->activity->state.shown[i];
        if (page->data->items[item].role == role) {
            column.items[column.count++] = item;
        }
    }
    return column;
}

static Rect row_rect(Rect room, size_t row, size_t count)
{
    float most = room.h > 800 ? TALL_ROW_MAX : ROW_MAX;
    float n = (float)count;
    float height = (room.h - ROW_GAP * (n - 1)) / n;
    height = height < most ? height : most;
    float top = room.y + (room.h - height * n - ROW_GAP * (n - 1)) / 2;
    return (Rect){ room.x, top + (float)row * (height + ROW_GAP), room.w, height };
}

/* A left's own number, whatever it goes with. */
static size_t row_of(const Column *column, size_t item)
{
    for (size_t i = 0; i < column->count; i++) {
        if (column->items[i] == item) {
            return i;
        }
    }
    return 0;
}

static void draw_end(const ActivityPage *page, float x, float y, size_t row)
{
    UiFrame *frame = page->frame;
    Rect box = { ui_mirror_x(frame, x - END / 2.0f, END), y - END / 2.0f, END, END };
    draw_nine(frame->draw, strview_from_cstr(pills[row % PAIRS_MAX]), box, 0xFFFFFFFFu);
    ui_text(frame, &(UiText){ .rect = { x - END / 2.0f, y - END / 2.0f, END, END - 6 },
                              .text = frame_number(frame, (unsigned)row + 1),
                              .face = TEXT_FACE_TITLE,
                              .size = 36,
                              .color = frame->theme->on_pill,
                              .align = TEXT_ALIGN_CENTRE,
                              .middle = true,
                              .fit_min = 0.4f,
                              .max_lines = 1,
                              .silent = true });
}

static Rgba bead_color(const Theme *theme, size_t row)
{
    const Rgba colors[PAIRS_MAX] = { theme->sun, theme->field_edge, theme->coral, theme->leaf, theme->ink_soft };
    return colors[row % PAIRS_MAX];
}

/* A soft curve of beads between two ends. */
static void draw_string(const ActivityPage *page, float x0, float y0, float x1, float y1, size_t row)
{
    UiFrame *frame = page->frame;
    int beads = (int)(hypotf(x1 - x0, y1 - y0) / 26);
    Rgba color = bead_color(frame->theme, row);
    for (int i = 1; i < beads; i++) {
        float t = (float)i / (float)beads;
        float eased = t * t * (3 - 2 * t);
        float x = x0 + (x1 - x0) * t;
        float y = y0 + (y1 - y0) * eased;
        draw_fill(frame->draw, (Rect){ ui_mirror_x(frame, x - BEAD / 2.0f, BEAD), y - BEAD / 2.0f, BEAD, BEAD }, BEAD / 2.0f, color);
    }
}

/* The lefts that go with a right one, in words. */
static StrView partners(const ActivityPage *page, size_t right)
{
    StrBuf names;
    strbuf_init(&names, page->app->parts.alloc);
    for (size_t i = 0; i < page->data->item_count; i++) {
        if (page->data->items[i].role == ACTIVITY_LEFT && page->activity->state.place[i] == (int)right) {
            strbuf_append(&names, names.len ? SV(", ") : SV(""));
            strbuf_append(&names, page->data->items[i].text);
        }
    }
    StrView said = names.len ? activity_with(page, TR(page->frame->catalogue, "activity.match.with", "Goes with: {what}."), "what", strbuf_view(&names)) : SV("");
    strbuf_release(&names);
    return said;
}

static StrView partner(const ActivityPage *page, size_t left)
{
    int right = page->activity->state.place[left];
    return right < 0 ? TR(page->frame->catalogue, "activity.match.alone", "No partner yet.")
                     : activity_with(page, TR(page->frame->catalogue, "activity.match.with", "Goes with: {what}."), "what", page->data->items[right].text);
}

static void draw_lefts(const ActivityPage *page, const Column *lefts, Rect room, float size)
{
    const PlayActivity *activity = page->activity;
    for (size_t i = 0; i < lefts->count; i++) {
        size_t item = lefts->items[i];
        activity_tile(page, &(ActivityTile){ .item = item,
                                             .id = activity_is_free(activity, item) ? ACTIVITY_ITEM + (uint32_t)item : 0,
                                             .rect = row_rect(room, i, lefts->count),
                                             .size = size,
                                             .behind = AT_END,
                                             .where = partner(page, item),
                                             .group = activity->picked == SIZE_MAX ? 1 : 0,
                                             .is_picked = activity->picked == item,
                                             .leads = activity->picked == SIZE_MAX ? page->lead.item == item : activity->picked == item && page->lead.item != item });
    }
}

static void draw_rights(const ActivityPage *page, const Column *rights, Rect room, float size)
{
    const PlayActivity *activity = page->activity;
    bool is_open = activity->picked != SIZE_MAX || activity->held != SIZE_MAX;
    for (size_t i = 0; i < rights->count; i++) {
        size_t item = rights->items[i];
        activity_tile(page, &(ActivityTile){ .item = item,
                                             .id = is_open ? ACTIVITY_ITEM + (uint32_t)item : 0,
                                             .rect = row_rect(room, i, rights->count),
                                             .size = size,
                                             .before = AT_END,
                                             .where = partners(page, item),
                                             .group = is_open ? 1 : 0,
                                             .leads = is_open && activity->picked == page->lead.item && page->lead.to == (int)item });
    }
}

/* Ends and strings over both columns. Several lefts may go with one right: their ends there stand below each other. */
static void draw_pairs(const ActivityPage *page, const Column *lefts, const Column *rights, Rect left, Rect right)
{
    size_t used[ACTIVITY_ITEMS_MAX] = { 0 };
    for (size_t i = 0; i < lefts->count; i++) {
        size_t item = lefts->items[i];
        int to = page->activity->state.place[item];
        Rect from = row_rect(left, i, lefts->count);
        float x0 = from.x + from.w;
        float y0 = from.y + (from.h - 8) / 2 - (page->activity->right & 1u << item ? -6 : 0);
        if (to >= 0 && page->activity->held != item) {
            Rect goal = row_rect(right, row_of(rights, (size_t)to), rights->count);
            size_t sharing = 0;
            for (size_t k = 0; k < lefts->count; k++) {
                sharing += page->activity->state.place[lefts->items[k]] == to;
            }
            float step = sharing > 1 ? fminf(END + 2, (goal.h - 20) / (float)sharing) : 0;
            float y1 = goal.y + (goal.h - 8) / 2 + step * ((float)used[to]++ - (float)(sharing - 1) / 2);
            draw_string(page, x0, y0, goal.x, y1, i);
            draw_end(page, goal.x, y1, i);
        }
        draw_end(page, x0, y0, i);
    }
}

static void draw(const ActivityPage *page, Rect inside)
{
    Column lefts = column_of(page, ACTIVITY_LEFT);
    Column rights = column_of(page, ACTIVITY_RIGHT);
    float height = inside.h - FOOT - 10;
    float between = inside.w * (page->is_tall ? 0.14f : 0.16f);
    float width = (inside.w - between) / 2;
    Rect left = { inside.x, inside.y, width, height };
    Rect right = { inside.x + width + between, inside.y, width, height };
    float size = activity_words_size(page, ACTIVITY_LEFT, &(ActivityTile){ .rect = row_rect(left, 0, lefts.count), .behind = AT_END }, 46);
    size = activity_words_size(page, ACTIVITY_RIGHT, &(ActivityTile){ .rect = row_rect(right, 0, rights.count), .before = AT_END }, size);
    draw_lefts(page, &lefts, left, size);
    draw_rights(page, &rights, right, size);
    draw_pairs(page, &lefts, &rights, left, right);
    activity_draw_foot(page, (Rect){ inside.x, inside.y + inside.h - FOOT, inside.w, FOOT });
}

static StrView task(const ActivityPage *page)
{
    return page->activity->picked == SIZE_MAX ? TR(page->frame->catalogue, "activity.match.task", "What goes together? Choose a card on the first side.")
                                              : TR(page->frame->catalogue, "activity.match.to", "Now choose its partner on the other side.");
}

static void press(PlayScene *play, App *app, uint32_t id)
{
    PlayActivity *activity = &play->activity;
    size_t item = activity_item_of(id);
    if (item >= activity->data->item_count) {
        return;
    }
    if (activity->data->items[item].role == ACTIVITY_LEFT) {
        activity_pick(play, app, item);
    } else if (activity->picked != SIZE_MAX) {
        (void)activity_put(play, app, activity->picked, (int)item);
    }
}

static bool drop(PlayScene *play, App *app, size_t item, uint32_t onto)
{
    size_t other = activity_item_of(onto);
    const ActivityData *data = play->activity.data;
    return other < data->item_count && data->items[other].role == ACTIVITY_RIGHT && activity_put(play, app, item, (int)other);
}

const ActivityView activity_match_view = { .draw = draw, .press = press, .drop = drop, .task = task };
