#include "lesson_internal.h"

#include "play_internal.h"
#include "sango/player/widgets.h"

#include <math.h>

/* How the playing screen looks from eight metres away. */
enum { BUTTON = 104, BUTTON_STEP = 120 };

static void draw_round(UiFrame *frame, uint32_t id, float x, StrView label, StrView icon, bool disabled)
{
    ui_button(frame, &(UiButton){ .id = id, .rect = { x, 26, BUTTON, BUTTON }, .label = label, .icon = icon, .style = UI_BUTTON_ROUND, .disabled = disabled });
}

void lesson_play_draw_top(const PlayScene *play, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    const LessonPlay *lesson = play->lesson;
    float x = frame->width - 136;
    bool is_asking = lesson->run->is_asking || lesson->is_choosing;
    if (lesson->is_what_if) {
        (void)ui_pill(frame, SV("ui/pill_coral"), TR(texts, "lesson.look", "What if"), 40, 40);
    } else if (!is_asking) {
        play_draw_meter(play, frame);
    }
    draw_round(frame, WIDGET_MENU, x, TR(texts, "play.pause", "Pause"), SV("ui/btn_menu"), false);
    if (!lesson->run->had_second) {
        x -= BUTTON_STEP;
        draw_round(frame, LESSON_NOTES, x, TR(texts, "lesson.notes", "Notes for teachers"), SV("ui/btn_notes"), false);
    }
    if (!is_asking) {
        x -= BUTTON_STEP;
        bool can_rewind = lesson->is_what_if || level_session_can_rewind(play->session);
        draw_round(frame, PLAY_REWIND, x, TR(texts, "play.rewind", "Back one choice"), frame->mirrored ? SV("ui/btn_rewind_rtl") : SV("ui/btn_rewind"), !can_rewind);
    }
}

/* --- a line in pages ----------------------------------------------------------------------------------------- */

/* The longest beginning of the text, to the end of a word, that is no higher than `most`. */
static size_t page_length(UiFrame *frame, UiText text, float most)
{
    StrView whole = text.text;
    size_t fits = 0;
    text.spans = NULL;
    text.span_count = 0;
    for (size_t i = 1; i <= whole.len; i++) {
        if (i < whole.len && whole.data[i] != ' ') {
            continue;
        }
        text.text = strview_slice(whole, 0, i);
        if (fits && ui_text_height(frame, &text) > most) {
            return fits + 1; /* with its blank */
        }
        fits = i;
    }
    return whole.len;
}

void lesson_play_page(PlayScene *play, UiFrame *frame, UiText *text, float most)
{
    LessonPlay *lesson = play->lesson;
    const float least = (float)LESSON_EM_LEAST / frame->text_scale;
    size_t from = lesson->page_from < play->line.text.len ? lesson->page_from : 0;
    text->text = strview_slice(play->line.text, from, play->line.text.len - from);
    text->fit_min = 0;
    if (from > 0) { /* bold words are marked in the whole line */
        text->spans = NULL;
        text->span_count = 0;
    }
    while (text->size > least && ui_text_height(frame, text) > most) {
        text->size = fmaxf(text->size * 0.96f, least);
    }
    size_t length = page_length(frame, *text, most);
    if (length < text->text.len) {
        text->spans = NULL;
        text->span_count = 0;
    }
    text->text = strview_slice(text->text, 0, length);
    lesson->page_from = from;
    lesson->page_len = length;
}

/* --- the reason ------------------------------------------------------------------------------------------------ */

void lesson_play_draw_reason_buttons(const PlayScene *play, UiFrame *frame, float y)
{
    const Catalogue *texts = frame->catalogue;
    bool is_what_if = play->lesson->is_what_if;
    bool is_tall = screen_is_tall(frame);
    const struct {
        uint32_t id;
        float width;
        StrView label;
        UiButtonStyle style;
        bool is_shown;
    } buttons[] = {
        { PLAY_NEXT, 620, is_what_if ? TR(texts, "lesson.main_line", "Back to our story") : TR(texts, "reason.next", "Go on"), UI_BUTTON_PRIMARY, true },
        { LESSON_WHAT_IF, 780, is_what_if ? TR(texts, "lesson.other", "Another answer") : TR(texts, "lesson.what_if", "What would happen if…"), UI_BUTTON_PLAIN,
          lesson_look_is_there(play) },
        { PLAY_WHY, 320, TR(texts, "reason.why", "Why?"), UI_BUTTON_QUIET, play->why.text.len && !play->why_is_open },
    };
    const float gap = 24;
    const size_t count = sizeof buttons / sizeof buttons[0];
    float total = -gap;
    for (size_t i = 0; i < count; i++) {
        total += buttons[i].is_shown ? buttons[i].width + gap : 0;
    }
    float share = fminf(1, (frame->width - 80) / total);
    float x = (frame->width - total * share) / 2;
    for (size_t i = 0; i < count; i++) {
        if (!buttons[i].is_shown) {
            continue;
        }
        float width = is_tall ? frame->width - 160 : buttons[i].width * share;
        ui_button(frame, &(UiButton){ .id = buttons[i].id, .rect = { is_tall ? 80 : x, y, width, 116 }, .label = buttons[i].label, .style = buttons[i].style,
                                      .leads = i == 0 });
        x += width + gap * share;
        y += is_tall ? 134 : 0;
    }
}

/* --- the pages of its own ------------------------------------------------------------------------------------------ */

static void draw_ask(PlayScene *play, App *app, UiFrame *frame, const LessonAsk *ask)
{
    ui_begin(frame, lesson_ask_title(ask, frame), lesson_ask_focus(ask));
    stage_draw(play->stage, frame, 0);
    lesson_ask_draw(ask, frame);
    lesson_play_draw_top(play, frame);
    screen_notice(app, frame);
    ui_end(frame);
}

bool lesson_play_draw(PlayScene *play, App *app, UiFrame *frame)
{
    const LessonPlay *lesson = play->lesson;
    if (lesson->is_choosing) {
        draw_ask(play, app, frame, &lesson->look);
        return true;
    }
    if (lesson->run->is_asking && play->mode == PLAY_MODE_OPTIONS) {
        draw_ask(play, app, frame, &lesson->run->ask);
        return true;
    }
    return false;
}
