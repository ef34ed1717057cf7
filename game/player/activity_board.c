#include "activity_internal.h"

#include "play_internal.h"
#include "sango/ui/tween.h"
#include "sango/player/widgets.h"

#include <math.h>

/* The page of an activity: the question in a bubble, a board that is played on, and over its upper edge look who asks and whom the
 * story is about. */
enum { SIDE = 40, INSET = 40, BELOW = 80, FOOT_H = 124, DONE_W = 330, TOP = 338 };

/* --- who looks over the board --------------------------------------------------------------- */

/* The face of whoever asks: busy with the child's work, and glad at its end. */
static StrView mood(const ActivityPage *page, StrView actor)
{
    const PlayActivity *activity = page->activity;
    bool is_sango = strview_equal(actor, SV("sango"));
    if (activity->is_over) {
        return is_sango ? SV("cheering") : SV("happy");
    }
    if (page->frame->now_ms < activity->heard_ms) {
        return SV("talking");
    }
    if (activity->state.tries > 0 && activity->checked_ms >= activity->moved_ms) {
        return is_sango ? SV("wink") : SV("talking");
    }
    return SV("thinking");
}

static void draw_face(const ActivityPage *page, StrView actor, StrView expression, float x, float edge, float room)
{
    UiFrame *frame = page->frame;
    const PlayActivity *activity = page->activity;
    bool is_sango = strview_equal(actor, SV("sango"));
    const float sango_h = 320, sango_below = 236, head_h = 350, head_below = 350; /* units of a figure that are seen, and that the board hides */
    float scale = is_sango ? (room + 50) / sango_h : room / head_h;
    float feet = edge + (is_sango ? sango_below : head_below) * scale;
    if (activity->is_over && !frame->reduced_motion) {
        float share = tween_share(frame->now_ms, activity->over_ms, ACTIVITY_WOBBLE_MS);
        feet -= 34 * tween_arc(share * 2 < 1 ? share * 2 : share * 2 - 1); /* two hops */
    }
    stage_draw_actor(page->app->parts.art, frame, actor, expression, ui_mirror_x(frame, x, 0), feet, scale, frame->now_ms);
}

static void draw_faces(const ActivityPage *page, float edge, float room)
{
    StageFace faces[8];
    size_t count = stage_faces(page->play->stage, faces, 8);
    StrView asks = { page->play->asker, page->play->asker_len };
    if (asks.len == 0 || !stage_art_has(page->app->parts.art, asks, SV(""))) {
        asks = SV("sango");
    }
    draw_face(page, asks, mood(page, asks), 230, edge, room);
    for (size_t i = 0; i < count && i < 8; i++) {
        if (!strview_equal(faces[i].actor, asks)) {
            StrView face = page->activity->is_over ? SV("happy") : faces[i].expression;
            draw_face(page, faces[i].actor, face, page->frame->width - 230, edge, room);
            return;
        }
    }
}

/* --- the question and the foot -------------------------------------------------------------------- */

void activity_draw_question(const ActivityPage *page, Rect rect)
{
    UiFrame *frame = page->frame;
    const float hear = 104;
    Rect words = { rect.x + 44, rect.y + 22, rect.w - 44 - hear - 56, rect.h - 44 };
    StrView question = page->data->question.len ? page->data->question : page->play->line.text;
    Rect bubble = { ui_mirror_x(frame, rect.x, rect.w), rect.y, rect.w, rect.h };
    draw_nine(frame->draw, frame->mirrored ? SV("ui/bubble_in_rtl") : SV("ui/bubble_in"), bubble, 0xFFFFFFFFu);
    ui_text(frame, &(UiText){ .rect = words,
                              .text = question,
                              .face = TEXT_FACE_BOLD,
                              .size = 48,
                              .color = frame->theme->screen_ink,
                              .line_spacing = 1.0f,
                              .middle = true,
                              .fit_min = 0.36f,
                              .role = SPEAK_HEADING,
                              .line_id = page->data->question_id });
    ui_button(frame, &(UiButton){ .id = ACTIVITY_HEAR,
                                  .rect = { rect.x + rect.w - hear - 30, rect.y + (rect.h - hear) / 2, hear, hear },
                                  .label = TR(frame->catalogue, "activity.hear", "Hear the question again"),
                                  .icon = SV("ui/btn_hear"),
                                  .style = UI_BUTTON_ROUND });
}

/* A mark at the beginning of the words: help or a hint has a lamp, good news a tick. */
static float draw_sign(const ActivityPage *page, Rect rect)
{
    const PlayActivity *activity = page->activity;
    bool is_lamp = activity->wrong != 0 || activity_has_help(&activity->state);
    if (!activity->is_over && !is_lamp) {
        return 0;
    }
    const float size = 84;
    StrView sprite = activity->is_over ? SV("ui/mark_right") : SV("ui/mark_hint");
    draw_nine(page->frame->draw, sprite, (Rect){ ui_mirror_x(page->frame, rect.x, size), rect.y + (rect.h - size) / 2, size, size * 92 / 88 }, 0xFFFFFFFFu);
    return size + 22;
}

void activity_draw_foot(const ActivityPage *page, Rect rect)
{
    UiFrame *frame = page->frame;
    const PlayActivity *activity = page->activity;
    const float button_h = 112;
    bool is_narrow = rect.h > 2 * button_h && rect.w < 760; /* the words stand above the button there */
    bool is_ready = activity->is_over || activity_is_ready(page->data, &activity->state);
    float wide = is_narrow ? rect.w : fminf(DONE_W, rect.w * 0.38f);
    Rect words = is_narrow ? (Rect){ rect.x, rect.y, rect.w, rect.h - button_h - 10 } : (Rect){ rect.x, rect.y, rect.w - wide - 30, rect.h };
    Rect button = { rect.x + rect.w - wide, is_narrow ? rect.y + rect.h - button_h : rect.y + (rect.h - button_h) / 2, wide, button_h };
    float sign = draw_sign(page, words);
    StrView message = activity_message(page);
    if (message.len) {
        ui_text(frame, &(UiText){ .rect = { words.x + sign, words.y, words.w - sign, words.h },
                                  .text = message,
                                  .face = activity->is_over ? TEXT_FACE_TITLE : TEXT_FACE_BODY,
                                  .size = activity->is_over ? 50 : frame->theme->text_body,
                                  .line_spacing = 1.0f,
                                  .middle = true,
                                  .fit_min = 0.36f,
                                  .role = SPEAK_TEXT });
    }
    ui_button(frame, &(UiButton){ .id = ACTIVITY_DONE,
                                  .rect = button,
                                  .label = activity->is_over ? TR(frame->catalogue, "activity.go_on", "Go on") : TR(frame->catalogue, "activity.done", "Done"),
                                  .style = UI_BUTTON_PRIMARY,
                                  .disabled = !is_ready,
                                  .leads = page->lead.item == SIZE_MAX });
}

/* --- the page ------------------------------------------------------------------------------------- */

/* Units above the board. */
static float board_edge(const UiFrame *frame)
{
    float tall = frame->height * 0.29f > 430 ? frame->height * 0.29f : 430;
    return screen_is_tall(frame) ? tall : TOP;
}

float activity_caption_x(const UiFrame *frame, float width)
{
    return screen_is_tall(frame) ? (frame->width - width) / 2 : frame->width * 0.28f;
}

float activity_caption_y(const UiFrame *frame, float height)
{
    return screen_is_tall(frame) ? board_edge(frame) - height - 12 : 42;
}

static void draw_board(const ActivityPage *page, const ActivityView *view)
{
    UiFrame *frame = page->frame;
    bool is_tall = page->is_tall;
    float share = frame->reduced_motion ? 1 : tween_share(frame->now_ms, page->activity->began_ms, ACTIVITY_RISE_MS);
    float edge = board_edge(frame);
    float bubble_y = 142; /* below the meter and the buttons */
    float bubble_h = is_tall ? (edge - 142) * 0.52f : edge - bubble_y - 24;
    float bubble_x = is_tall ? SIDE : 440;
    float bubble_w = is_tall ? frame->width - 2 * SIDE : frame->width - 440 - 420;
    float rise = (1 - ease_out_back(share)) * 260;
    draw_faces(page, edge + rise, is_tall ? (edge - 142) * 0.46f : edge - 138);
    ui_panel(frame, (Rect){ SIDE, edge + rise, frame->width - 2 * SIDE, frame->height - edge + BELOW });
    activity_draw_question(page, (Rect){ bubble_x, bubble_y, bubble_w, bubble_h });
    Rect inside = { SIDE + INSET, edge + 34 + rise, frame->width - 2 * (SIDE + INSET), frame->height - edge - 34 - 26 };
    view->draw(page, inside);
}

void activity_draw(PlayScene *play, App *app, UiFrame *frame)
{
    const PlayActivity *activity = &play->activity;
    const ActivityView *view = activity_view(activity->data->kind);
    ActivityCarried carried = { .count = 0 };
    ActivityPage page = { .play = play,
                          .app = app,
                          .frame = frame,
                          .data = activity->data,
                          .activity = activity,
                          .lead = activity->lead,
                          .is_tall = screen_is_tall(frame),
                          .carried = &carried };
    if (view->draw_page) {
        view->draw_page(&page);
    } else {
        stage_draw_empty(play->stage, frame);
        draw_board(&page, view);
    }
    activity_draw_carried(&page);
    play->activity.scroll_last = carried.scroll_last;
}

/* What comes first, or next when the widget that had the focus is gone. */
uint32_t activity_first_focus(const PlayScene *play)
{
    const PlayActivity *activity = &play->activity;
    const ActivityData *data = activity->data;
    bool is_put = data->kind == ACTIVITY_SORT || data->kind == ACTIVITY_MATCH; /* widgets go when things have found a place */
    if (activity->is_over || (is_put && activity_is_ready(data, &activity->state))) {
        return ACTIVITY_DONE;
    }
    for (size_t i = 0; i < data->item_count; i++) {
        size_t item = activity->state.shown[i];
        const ActivityItem *shown = &data->items[item];
        bool is_first = data->kind == ACTIVITY_SORT ? shown->role == ACTIVITY_BASKET : activity_is_thing(shown->role);
        bool is_later = data->kind == ACTIVITY_SAY ? !strview_equal(shown->key, data->items[0].key) /* of another row than the first slot's */
                                                   : data->kind == ACTIVITY_MATCH && activity_is_placed(activity, item);
        if (is_first && !is_later && !(shown->role == ACTIVITY_PART && shown->low == shown->high)) {
            return (shown->role == ACTIVITY_PART ? ACTIVITY_LESS : ACTIVITY_ITEM) + (uint32_t)item;
        }
    }
    return ACTIVITY_DONE;
}
