#include "lesson_internal.h"
#include "play_internal.h"

#include "sango/level/command.h"
#include "sango/ui/tween.h"
#include "sango/player/widgets.h"

/* The speech box stands on the lower edge of the screen, so that no feet show under it. */
enum { BOX_MIN_H = 294, BOX_SIDE = 56, BOX_BELOW = 80, BOX_TOP_PAD = 50, BOX_BOTTOM_PAD = 30 };
enum { CARD_GAP = 26, CARD_PAD = 52, CARD_ASIDE = 280, CARD_MIN_H = 116, CARDS_TOP = 150 };
enum { REASON_PAD = 30 };

/* 0..1: how far the i-th card has come in. */
static float entrance(const PlayScene *play, const UiFrame *frame, size_t index)
{
    uint32_t length = frame->reduced_motion ? 0 : 300;
    uint64_t delay = frame->reduced_motion ? 0 : index * 100;
    return ease_out_cubic(tween_share(frame->now_ms, play->shown_ms + delay, length));
}

/* --- the meter and buttons at the top ---------------------------------------------- */

static void draw_round(UiFrame *frame, uint32_t id, float x, StrView label, StrView icon, bool disabled)
{
    ui_button(frame, &(UiButton){ .id = id,
                                  .rect = { x, 26, 104, 104 },
                                  .label = label,
                                  .icon = icon,
                                  .style = UI_BUTTON_ROUND,
                                  .disabled = disabled });
}

void play_draw_top(const PlayScene *play, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    if (play->lesson) {
        lesson_play_draw_top(play, frame);
        return;
    }
    play_draw_meter(play, frame);
    float end = frame->width;
    draw_round(frame, PLAY_REWIND, end - (play->has_pictures ? 256 : 376), TR(texts, "play.rewind", "Back one choice"),
               frame->mirrored ? SV("ui/btn_rewind_rtl") : SV("ui/btn_rewind"),
               !level_session_can_rewind(play->session));
    if (!play->has_pictures) { /* a page of words */
        draw_round(frame, PLAY_HISTORY, end - 256, TR(texts, "play.history", "The story so far"), SV("ui/btn_history"), false);
    }
    draw_round(frame, WIDGET_MENU, end - 136, TR(texts, "play.pause", "Pause"), SV("ui/btn_menu"), false);
}

/* --- the speech box ------------------------------------------------------------------ */

UiText play_box_text(PlayScene *play, UiFrame *frame)
{
    const PlayLine *line = &play->line;
    float most = frame->height * (play->mode == PLAY_MODE_OPTIONS ? 0.32f : 0.56f) - BOX_TOP_PAD - BOX_BOTTOM_PAD;
    UiText text = { .rect = { BOX_SIDE + 62, 0, frame->width - 2 * BOX_SIDE - 240, 0 },
                     .text = line->text,
                     .size = frame->theme->text_story,
                     .line_spacing = 0.95f,
                     .middle = true,
                     .fit_min = 0.5f,
                     .role = SPEAK_TEXT,
                     .line_id = line->id,
                     .speaker = line->speaker,
                     .spans = line->spans,
                     .span_count = line->span_count };
    if (play->lesson) {
        lesson_play_page(play, frame, &text, frame->height * 0.36f - BOX_TOP_PAD - BOX_BOTTOM_PAD);
        return text;
    }
    for (float least = text.size * 0.4f; text.size > least && ui_text_height(frame, &text) > most;) {
        text.size *= 0.94f;
    }
    return text;
}

/* Units that the box covers at the bottom of the canvas. */
static float box_height(PlayScene *play, UiFrame *frame)
{
    UiText text = play_box_text(play, frame);
    float height = ui_text_height(frame, &text) + BOX_TOP_PAD + BOX_BOTTOM_PAD;
    return height > BOX_MIN_H ? height : BOX_MIN_H;
}

/* Below who speaks: at the left of the feet, which are Sango's to be seen; right below who holds something up at the left. */
void play_draw_speaker(const PlayScene *play, App *app, UiFrame *frame, float y)
{
    StrView speaker = play->line.speaker;
    char name[32];
    StrView actor = level_actor_of(speaker, name, sizeof name);
    float width = ui_pill_width(frame, speaker);
    float room = strview_equal(actor, SV("sango")) ? width + 170 : stage_actor_is_holding(play->stage, actor) ? width * 0.4f : 230;
    float x = stage_actor_share(play->stage, actor) * frame->width - room; /* somebody unseen speaks from the left edge */
    float most = frame->width - BOX_SIDE - 50 - width;
    x = x < BOX_SIDE + 50 ? BOX_SIDE + 50 : x > most ? most : x;
    (void)ui_pill(frame, stage_art_pill(app->parts.art, actor), speaker, ui_mirror_x(frame, x, width), y); /* the stage is not mirrored */
}

static void draw_box(PlayScene *play, App *app, UiFrame *frame, float height)
{
    const PlayLine *line = &play->line;
    float top = frame->height - height;
    ui_panel(frame, (Rect){ BOX_SIDE, top, frame->width - 2 * BOX_SIDE, height + BOX_BELOW });
    if (line->speaker.len) {
        play_draw_speaker(play, app, frame, top - 40);
    }
    UiText text = play_box_text(play, frame);
    text.rect.y = top + BOX_TOP_PAD;
    text.rect.h = height - BOX_TOP_PAD - BOX_BOTTOM_PAD;
    (void)ui_text(frame, &text);
}

static void draw_next(const PlayScene *play, UiFrame *frame)
{
    (void)play;
    ui_button(frame, &(UiButton){ .id = PLAY_NEXT,
                                  .rect = { frame->width - BOX_SIDE - 140, frame->height - 140, 104, 104 },
                                  .label = TR(frame->catalogue, "play.next", "Next"),
                                  .icon = frame->mirrored ? SV("ui/btn_next_rtl") : SV("ui/btn_next"),
                                  .style = UI_BUTTON_ROUND });
}

/* --- the question -------------------------------------------------------------------- */

/* Between the faces, of which there are more when somebody came to the middle. They stand
 * at the same side in every language, so the place is not mirrored. */
static Rect card_column(const PlayScene *play, const UiFrame *frame)
{
    bool is_crowded = stage_is_crowded(play->stage);
    float width = is_crowded ? 745 : 945;
    float x = frame->width / 2 - (is_crowded ? 240.0f : 452.0f);
    float wide = screen_fit(frame, width * (frame->text_scale < 1.6f ? frame->text_scale : 1.6f));
    if (wide > width || width > frame->width - 80) { /* large letters need the room of the faces */
        x = (frame->width - wide) / 2;
        width = wide;
    }
    return (Rect){ ui_mirror_x(frame, x, width), 0, width, 0 };
}

static float card_height(UiFrame *frame, StrView text, float width, float size)
{
    UiText measured = { .rect = { 0, 0, width - CARD_ASIDE, 0 }, .text = text, .face = TEXT_FACE_BOLD, .size = size, .line_spacing = 0.95f };
    float height = ui_text_height(frame, &measured) + CARD_PAD;
    return height > CARD_MIN_H ? height : CARD_MIN_H;
}

static float cards_height(const PlayScene *play, UiFrame *frame, float width, float size)
{
    float total = 0;
    for (size_t i = 0; i < play->option_count; i++) {
        total += card_height(frame, play->options[i].text, width, size) + CARD_GAP;
    }
    return total - CARD_GAP;
}

float play_card_size(const PlayScene *play, UiFrame *frame, float width, float room)
{
    float size = frame->theme->text_label;
    float least = size * 0.4f;
    while (size > least && cards_height(play, frame, width, size) > room) {
        size *= 0.94f;
    }
    return size;
}

static void draw_options(const PlayScene *play, UiFrame *frame, float free_height)
{
    Rect column = card_column(play, frame);
    float room = free_height - CARDS_TOP - 60; /* the speaker's name stands out of the box */
    float size = play_card_size(play, frame, column.w, room);
    float y = CARDS_TOP + 10 + (room - cards_height(play, frame, column.w, size)) / 2;
    y = y > CARDS_TOP - 10 ? y : CARDS_TOP - 10;
    for (size_t i = 0; i < play->option_count; i++) {
        const PlayOption *option = &play->options[i];
        float height = card_height(frame, option->text, column.w, size);
        StrView tried = option->was_taken ? TR(frame->catalogue, "play.tried", "You tried this before") : SV("");
        ui_button(frame, &(UiButton){ .id = PLAY_OPTION + (uint32_t)i,
                                      .rect = { column.x, y, column.w, height },
                                      .label = option->text,
                                      .description = tried,
                                      .icon = option->icon.len ? frame_join(frame, "icon/", option->icon) : SV(""),
                                      .line_id = option->id,
                                      .style = UI_BUTTON_CARD,
                                      .role = SPEAK_OPTION,
                                      .number = (unsigned)i + 1,
                                      .size = size,
                                      .disabled = !option->enabled,
                                      .checked = option->was_taken,
                                      .group = 1,
                                      .appear = entrance(play, frame, i) });
        y += height + CARD_GAP;
    }
}

/* --- the reason ---------------------------------------------------------------------- */

StrView play_grade_word(const PlayScene *play, const Catalogue *texts)
{
    Grade grade = play->grade;
    if (play->was_played && grade != GRADE_SAFE) { /* what had to move has moved */
        return grade == GRADE_OKAY ? TR(texts, "played.okay", "Well done!") : TR(texts, "played.risky", "You found out how!");
    }
    switch (grade) {
    case GRADE_SAFE:
        return TR(texts, "grade.safe", "Safe and smart!");
    case GRADE_OKAY:
        return TR(texts, "grade.okay", "Good start!");
    case GRADE_RISKY:
        return TR(texts, "grade.risky", "Hmm, that is risky");
    }
    return SV("");
}

static void draw_reason_buttons(const PlayScene *play, UiFrame *frame, float y)
{
    if (play->lesson) {
        lesson_play_draw_reason_buttons(play, frame, y);
        return;
    }
    const Catalogue *texts = frame->catalogue;
    bool has_why = play->why.text.len && !play->why_is_open;
    bool can_retry = play->grade != GRADE_SAFE && level_session_can_rewind(play->session);
    bool is_tall = screen_is_tall(frame); /* below each other there */
    float step_x = is_tall ? 0 : 520;
    float step_y = is_tall ? 134 : 0;
    float x = frame->width / 2 - 250 - (has_why ? step_x / 2 : 0) - (can_retry ? step_x / 2 : 0);
    ui_button(frame, &(UiButton){ .id = PLAY_NEXT,
                                  .rect = { x, y, 500, 112 },
                                  .label = TR(texts, "reason.next", "Go on"),
                                  .style = UI_BUTTON_PRIMARY });
    x += step_x;
    y += step_y;
    if (can_retry) {
        ui_button(frame, &(UiButton){ .id = PLAY_ANOTHER,
                                      .rect = { x, y, 500, 112 },
                                      .label = TR(texts, "reason.another", "Try another way"),
                                      .style = UI_BUTTON_PLAIN });
        x += step_x;
        y += step_y;
    }
    if (has_why) {
        ui_button(frame, &(UiButton){ .id = PLAY_WHY,
                                      .rect = { x, y, 500, 112 },
                                      .label = TR(texts, "reason.why", "Why?"),
                                      .style = UI_BUTTON_QUIET });
    }
}

/* Above the reason, so that it is never the smaller one. */
static float heading_height(const UiFrame *frame)
{
    return 20 + 60 * frame->text_scale;
}

/* Shrinks both texts alike until card and buttons have room; gives the height of the card. */
static float fit_reason(const PlayScene *play, UiFrame *frame, UiText *reason, UiText *why)
{
    float buttons = screen_is_tall(frame) ? 3 * 134 : 134;
    for (float share = 1;; share *= 0.94f) {
        reason->size = 48 * share;
        why->size = frame->theme->text_body * share;
        float words = ui_text_height(frame, reason) + REASON_PAD + heading_height(frame) + (play->why_is_open ? ui_text_height(frame, why) + 24 : 0);
        float height = (words > 300 ? words : 300) + 100;
        if (height + buttons + 90 <= frame->height || share < 0.4f) {
            return height;
        }
    }
}

static void draw_reason(const PlayScene *play, UiFrame *frame)
{
    static const char *const faces[] = { "ui/grade_safe", "ui/grade_okay", "ui/grade_risky" };
    float width = screen_fit(frame, 1520);
    float face = screen_is_tall(frame) ? 220 : 280;
    float aside = face + 140; /* where the words begin */
    UiText reason = { .rect = { 0, 0, width - aside - 80, 0 },
                      .text = play->reason.text,
                      .face = TEXT_FACE_BOLD,
                      .line_spacing = 1.0f,
                      .role = SPEAK_TEXT,
                      .line_id = play->reason.id };
    UiText why = { .rect = reason.rect, .text = play->why.text, .line_spacing = 1.0f, .role = SPEAK_TEXT, .line_id = play->why.id };
    float height = fit_reason(play, frame, &reason, &why);
    float shown = entrance(play, frame, 0);
    float top = (frame->height - height - 150) / 2 + (1 - shown) * 80;
    float left = (frame->width - width) / 2;
    draw_fill(frame->draw, (Rect){ 0, 0, frame->width, frame->height }, 0, frame->theme->shade); /* at once: a slow shade costs each frame a whole screen */
    ui_panel(frame, (Rect){ left, top, width, height });
    Grade shown_grade = play->was_played && play->grade == GRADE_RISKY ? GRADE_OKAY : play->grade;
    draw_nine(frame->draw, strview_from_cstr(faces[shown_grade]), /* the heading says it */
              (Rect){ ui_mirror_x(frame, left + 60, face), top + (height - face) / 2, face, face }, 0xFFFFFFFFu);
    ui_text(frame, &(UiText){ .rect = { left + aside, top + 44, width - aside - 80, heading_height(frame) },
                              .text = play_grade_word(play, frame->catalogue),
                              .face = TEXT_FACE_TITLE,
                              .size = 54,
                              .role = SPEAK_HEADING,
                              .fit_min = 0.5f,
                              .max_lines = 1 });
    reason.rect.x = why.rect.x = left + aside;
    reason.rect.y = top + 54 + heading_height(frame);
    float used = ui_text(frame, &reason);
    if (play->why_is_open) {
        why.rect.y = reason.rect.y + used + 24;
        (void)ui_text(frame, &why);
    }
    draw_reason_buttons(play, frame, top + height + 34);
}

/* What lies over every mode. */
void play_draw_above(const PlayScene *play, App *app, UiFrame *frame, float caption_y)
{
    play_draw_caption(play, frame, caption_y);
    play_draw_star(play, frame);
    stage_draw_over(play->stage, frame);
    screen_notice(app, frame);
}

static void draw_played(PlayScene *play, App *app, UiFrame *frame)
{
    ui_begin(frame, frame_join(frame, "play activity ", play->activity.data->id), activity_first_focus(play));
    frame->speak->is_untitled = true;
    activity_draw(play, app, frame);
    play_draw_top(play, frame);
    play_draw_above(play, app, frame, play->mode == PLAY_MODE_REASON ? 40 : 138);
    ui_end(frame);
}

static void draw_page(PlayScene *play, App *app, UiFrame *frame)
{
    if (play->lesson && lesson_play_draw(play, app, frame)) {
        return;
    }
    if (play->mode == PLAY_MODE_ACTIVITY) {
        draw_played(play, app, frame);
        return;
    }
    if (play->has_pictures) {
        play_draw_told(play, app, frame);
        return;
    }
    /* A wait is a moment to look: no words stand before the picture. */
    bool has_box = play->line.text.len && (!play->is_bubble || play->lesson) && play->mode != PLAY_MODE_WAIT;
    float height = has_box ? box_height(play, frame) : 0;
    float quiet = has_box ? height : 0;
    uint32_t focus = play->mode == PLAY_MODE_OPTIONS ? PLAY_OPTION : PLAY_NEXT;
    ui_begin(frame, frame_join(frame, "play ", play->mode == PLAY_MODE_LINE ? SV("line") : play->line.id), focus);
    frame->speak->is_untitled = true;
    stage_draw(play->stage, frame, quiet);
    if (play->mode == PLAY_MODE_REASON) {
        draw_reason(play, frame);
        if (play->lesson) {
            play_draw_top(play, frame);
        }
    } else {
        if (has_box) {
            draw_box(play, app, frame, height);
        }
        if (play->mode == PLAY_MODE_LINE) {
            play_draw_bubble(play, app, frame, 180, frame->height - height - 40);
        }
        if (play->mode == PLAY_MODE_OPTIONS) {
            draw_options(play, frame, frame->height - quiet);
        } else if (play->mode == PLAY_MODE_LINE || play->mode == PLAY_MODE_WAIT) {
            draw_next(play, frame);
        }
        play_draw_top(play, frame);
    }
    bool is_reason = play->mode == PLAY_MODE_REASON;
    play_draw_above(play, app, frame, !is_reason ? 138 : play->lesson ? frame->height - 132 : 40); /* a class has its own buttons above the reason */
    ui_end(frame);
}

void play_draw(Scene *scene, App *app, UiFrame *frame)
{
    PlayScene *play = (PlayScene *)scene;
    if (play->lesson && frame->text_scale < LESSON_TEXT_SCALE) {
        frame->text_scale = LESSON_TEXT_SCALE;
    }
    draw_page(play, app, frame);
    if (play->lesson) {
        lesson_run_second(play->lesson->run, app, frame);
    }
}
