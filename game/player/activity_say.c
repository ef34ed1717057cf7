#include "activity_internal.h"

#include "play_internal.h"
#include "sango/player/widgets.h"

#include <math.h>

/* Say: one phrase of each row is chosen, and the child of the story says them in a large bubble. */
enum { FOOT = 122, ROW_GAP = 12, PIECE_GAP = 16, ROW_MAX = 150, ROW_LEAST = 98, ABOVE = 52, PIECE_LEAST = 104, PIECE_MOST = 150 };

static size_t pieces_of(const ActivityPage *page, size_t slot, size_t *pieces)
{
    size_t count = 0;
    for (size_t i = 0; i < page->data->item_count; i++) {
        size_t item = page->activity->state.shown[i];
        const ActivityItem *piece = &page->data->items[item];
        if (piece->role == ACTIVITY_PIECE && strview_equal(piece->key, page->data->items[slot].key)) {
            pieces[count++] = item;
        }
    }
    return count;
}

/* Who says it: somebody who is there beside the one that asks. */
static StrView who_says(const ActivityPage *page)
{
    StageFace faces[8];
    StrView asks = { page->play->asker, page->play->asker_len };
    size_t count = stage_faces(page->play->stage, faces, 8);
    for (size_t i = 0; i < count && i < 8; i++) {
        if (!strview_equal(faces[i].actor, asks)) {
            return faces[i].actor;
        }
    }
    return SV("");
}

static void draw_bubble(const ActivityPage *page, Rect rect)
{
    UiFrame *frame = page->frame;
    StrBuf phrase;
    strbuf_init(&phrase, page->app->parts.alloc);
    activity_phrase(page->data, &page->activity->state, &phrase);
    StrView said = phrase.len ? arena_copy(frame->arena, strbuf_view(&phrase)) : TR(frame->catalogue, "activity.say.dots", "…");
    strbuf_release(&phrase);
    StrView sprite = frame->mirrored ? SV("ui/bubble_out_rtl") : SV("ui/bubble_out");
    draw_nine(frame->draw, sprite, (Rect){ ui_mirror_x(frame, rect.x, rect.w), rect.y, rect.w, rect.h }, 0xFFFFFFFFu);
    float face = fminf(rect.h - 36, 110);
    StrView who = who_says(page);
    if (who.len) {
        Rect box = { ui_mirror_x(frame, rect.x + rect.w - face - 30, face), rect.y + (rect.h - face) / 2, face, face };
        draw_nine(frame->draw, frame_join(frame, "ui/avatar_", who), box, 0xFFFFFFFFu);
    }
    ui_text(frame, &(UiText){ .rect = { rect.x + 40, rect.y + 14, rect.w - 80 - (who.len ? face + 20 : 0), rect.h - 28 },
                              .text = said,
                              .face = TEXT_FACE_BOLD,
                              .size = 46,
                              .color = frame->theme->screen_ink,
                              .line_spacing = 1.0f,
                              .middle = true,
                              .fit_min = 0.3f,
                              .role = SPEAK_TEXT });
}

static void draw_heading(const ActivityPage *page, size_t slot, Rect rect)
{
    UiFrame *frame = page->frame;
    const ActivityItem *item = &page->data->items[slot];
    float side = fminf(rect.h - 20, 76);
    float icon = item->icon.len ? side + 12 : 0;
    (void)activity_picture(page, item, (Rect){ rect.x, rect.y + (rect.h - 8 - side) / 2, side, side });
    ui_text(frame, &(UiText){ .rect = { rect.x + icon, rect.y, rect.w - icon, rect.h - 8 },
                              .text = item->text,
                              .face = TEXT_FACE_TITLE,
                              .size = frame->theme->text_label,
                              .line_spacing = 0.95f,
                              .middle = true,
                              .fit_min = 0.3f,
                              .role = SPEAK_HEADING,
                              .line_id = item->id });
}

static void draw_piece(const ActivityPage *page, size_t item, size_t slot, Rect rect, float size)
{
    const PlayActivity *activity = page->activity;
    bool is_chosen = activity->state.place[item] == (int)slot;
    size_t said = activity_item_at(page->data, &activity->state, (int)slot);
    bool is_settled = said != SIZE_MAX && !activity_is_free(activity, said); /* the row is right: it stays */
    activity_tile(page, &(ActivityTile){ .item = item,
                                         .id = is_settled || activity->is_over ? 0 : ACTIVITY_ITEM + (uint32_t)item,
                                         .rect = rect,
                                         .size = size,
                                         .where = is_chosen ? TR(page->frame->catalogue, "activity.say.chosen", "Chosen.") : SV(""),
                                         .group = 1,
                                         .is_choice = true,
                                         .is_chosen = is_chosen,
                                         .leads = page->lead.item == item });
}

/* Of one of `count` of a slot: in a row beside its heading; on an upright screen in a row below it, or below each other
 * where there is room for that. */
static Rect piece_rect(const ActivityPage *page, Rect row, size_t count, size_t at)
{
    float n = (float)(count ? count : 1);
    float head = page->is_tall ? 0 : row.w * 0.19f;
    float above = page->is_tall ? ABOVE : 0;
    if (page->is_tall && (row.h - above) / n >= PIECE_LEAST) {
        float height = (row.h - above) / n;
        return (Rect){ row.x, row.y + above + (float)at * height, row.w, height - 8 };
    }
    float width = (row.w - head - PIECE_GAP * (n - 1)) / n;
    return (Rect){ row.x + head + (float)at * (width + PIECE_GAP), row.y + above, width, row.h - above };
}

static void draw_row(const ActivityPage *page, size_t slot, Rect rect, float size)
{
    size_t pieces[ACTIVITY_ITEMS_MAX];
    size_t count = pieces_of(page, slot, pieces);
    draw_heading(page, slot, page->is_tall ? (Rect){ rect.x, rect.y, rect.w, ABOVE + 8 } : (Rect){ rect.x, rect.y, rect.w * 0.19f - 20, rect.h });
    for (size_t i = 0; i < count; i++) {
        draw_piece(page, pieces[i], slot, piece_rect(page, rect, count, i), size);
    }
}

/* All words alike, as the narrowest piece lets them be. */
static float pieces_size(const ActivityPage *page, Rect row)
{
    size_t most = 1;
    size_t pieces[ACTIVITY_ITEMS_MAX];
    for (size_t i = 0; i < page->data->item_count; i++) {
        size_t count = page->data->items[i].role == ACTIVITY_SLOT ? pieces_of(page, i, pieces) : 0;
        most = count > most ? count : most;
    }
    return activity_words_size(page, ACTIVITY_PIECE, &(ActivityTile){ .rect = piece_rect(page, row, most, 0), .is_choice = true }, 42);
}

static void draw(const ActivityPage *page, Rect inside)
{
    float count = 0, all = 0;
    for (size_t i = 0; i < page->data->item_count; i++) {
        count += page->data->items[i].role == ACTIVITY_SLOT;
        all += page->data->items[i].role == ACTIVITY_PIECE;
    }
    Rect foot = { inside.x, inside.y + inside.h - FOOT, inside.w, FOOT };
    float room = foot.y - inside.y - 6;
    float least = page->is_tall ? ROW_LEAST + 70 : ROW_LEAST;
    float bubble = page->is_tall ? 140 : fminf(room * 0.3f, 190);
    float row = (room - bubble - ROW_GAP * count) / count;
    if (row < least) {
        bubble = fmaxf(bubble - (least - row) * count, 92);
        row = fmaxf((room - bubble - ROW_GAP * count) / count, least);
    }
    float piece = (room - bubble - (ROW_GAP + ABOVE) * count) / all;
    bool is_list = page->is_tall && piece >= PIECE_LEAST; /* each slot is as high as its pieces are many */
    row = fminf(row, page->is_tall ? 260 : ROW_MAX);
    piece = fminf(piece, PIECE_MOST);
    draw_bubble(page, (Rect){ inside.x, inside.y - 10, inside.w, bubble });
    Rect rect = { inside.x, inside.y - 10 + bubble + ROW_GAP + 4, inside.w, is_list ? ABOVE + 3 * piece : row };
    float size = pieces_size(page, rect);
    for (size_t i = 0; i < page->data->item_count; i++) {
        size_t pieces[ACTIVITY_ITEMS_MAX];
        if (page->data->items[i].role == ACTIVITY_SLOT) {
            rect.h = is_list ? ABOVE + piece * (float)pieces_of(page, i, pieces) : row;
            draw_row(page, i, rect, size);
            rect.y += rect.h + ROW_GAP;
        }
    }
    activity_draw_foot(page, foot);
}

static StrView task(const ActivityPage *page)
{
    return TR(page->frame->catalogue, "activity.say.task", "Which words tell it clearly? Choose one in each row.");
}

static void press(PlayScene *play, App *app, uint32_t id)
{
    PlayActivity *activity = &play->activity;
    size_t item = activity_item_of(id);
    for (size_t i = 0; item < activity->data->item_count && i < activity->data->item_count; i++) {
        const ActivityItem *slot = &activity->data->items[i];
        if (slot->role == ACTIVITY_SLOT && strview_equal(slot->key, activity->data->items[item].key)) {
            (void)activity_put(play, app, item, activity->state.place[item] == (int)i ? ACTIVITY_NOWHERE : (int)i);
            return;
        }
    }
}

const ActivityView activity_say_view = { .draw = draw, .press = press, .task = task };
