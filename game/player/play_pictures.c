#include "play_internal.h"

#include "sango/ui/tween.h"
#include "sango/player/widgets.h"

/* How a level of a pack with "pictures" looks: the words are small and below, the story is told above them. */
enum { SIDE = 40, WORDS_H = 138, NEXT = 112, WORDS_PAD = 26, BUBBLE = 200, ASKED = 118, CARD_W = 350, CARD_H = 560, CARD_LABEL = 96, CARD_STEP = 24, HEADS_MAX = 8 };
enum { PAGE_MS = 3000, PICTURE_MS = 1000, REASON_MS = 8000, VOICE_REST_MS = 900 };

/* --- a page turns by itself ------------------------------------------------------------- */

/* When the page that stands has been looked at; 0: it waits for somebody. */
static uint64_t page_is_over_ms(const PlayScene *play, const App *app)
{
    uint64_t looked = 0;
    if (!play->has_pictures || app->settings.reduced_motion) {
        return 0;
    }
    if (play->mode == PLAY_MODE_LINE) {
        looked = PAGE_MS + PICTURE_MS * play->line.pictures.count;
    } else if (play->mode == PLAY_MODE_REASON && !play->why_is_open) {
        looked = REASON_MS;
    } else {
        return 0;
    }
    uint64_t said = play->voice_ms ? play->voice_ms + VOICE_REST_MS : 0;
    return play->page_ms + (said > looked ? said : looked);
}

bool play_page_is_over(const PlayScene *play, const App *app)
{
    uint64_t over_ms = page_is_over_ms(play, app);
    return over_ms && app->now_ms >= over_ms;
}

int play_page_deadline_ms(const PlayScene *play, const App *app)
{
    uint64_t over_ms = page_is_over_ms(play, app);
    return over_ms == 0 ? -1 : over_ms > app->now_ms ? (int)(over_ms - app->now_ms) : 0;
}

/* --- words ------------------------------------------------------------------------------ */

static UiText words_of(const PlayScene *play, UiFrame *frame)
{
    const PlayLine *line = &play->line;
    UiText text = { .rect = { SIDE + 54, 0, frame->width - 2 * SIDE - 108 - NEXT - 20, 0 },
                    .text = line->text,
                    .size = frame->theme->text_label,
                    .line_spacing = 0.95f,
                    .middle = true,
                    .fit_min = 0.5f,
                    .role = SPEAK_TEXT,
                    .line_id = line->id,
                    .spans = line->spans,
                    .span_count = line->span_count };
    float most = frame->height * 0.3f;
    for (float least = text.size * 0.4f; text.size > least && ui_text_height(frame, &text) > most;) {
        text.size *= 0.94f;
    }
    return text;
}

static float words_height(const PlayScene *play, UiFrame *frame)
{
    UiText text = words_of(play, frame);
    float height = ui_text_height(frame, &text) + 2 * WORDS_PAD;
    return play->is_bubble || play->line.text.len == 0 ? 0 : height > WORDS_H ? height : WORDS_H;
}

static void draw_words(const PlayScene *play, App *app, UiFrame *frame, float height)
{
    UiText text = words_of(play, frame);
    float top = frame->height - height;
    if (height == 0) {
        return;
    }
    ui_panel(frame, (Rect){ SIDE, top, frame->width - 2 * SIDE, height + 80 });
    if (play->line.speaker.len) {
        play_draw_speaker(play, app, frame, top - 44);
    }
    text.rect.y = top + WORDS_PAD - 4;
    text.rect.h = height - 2 * WORDS_PAD;
    (void)ui_text(frame, &text);
}

static void draw_next(UiFrame *frame)
{
    ui_button(frame, &(UiButton){ .id = PLAY_NEXT,
                                  .rect = { frame->width - SIDE - NEXT - 26, frame->height - NEXT - 16, NEXT, NEXT },
                                  .label = TR(frame->catalogue, "play.next", "Next"),
                                  .icon = frame->mirrored ? SV("ui/btn_next_rtl") : SV("ui/btn_next"),
                                  .style = UI_BUTTON_ROUND });
}

/* --- the question ----------------------------------------------------------------------- */

/* A colour as a picture with the tint `by` shows it. */
static Rgba times(Rgba color, Rgba by)
{
    Rgba product = 0;
    for (unsigned shift = 0; shift < 32; shift += 8) {
        product |= ((color >> shift & 0xFF) * (by >> shift & 0xFF) / 255) << shift;
    }
    return product;
}

void play_draw_picture_card(const PlayScene *play, const App *app, UiFrame *frame, size_t index, const UiButton *button, float label)
{
    const PlayOption *option = &play->options[index];
    const Rect card = button->rect;
    uint32_t first = (uint32_t)frame->draw->count;
    Rect box = { ui_mirror_x(frame, card.x, card.w), card.y, card.w, card.h };
    bool is_pressed = frame->ui->pressed == button->id && !button->disabled;
    bool is_lit = frame->ui->focus == button->id && frame->ui->focus_visible;
    Rect drawn = { box.x, box.y + (is_pressed ? 6 : 0), box.w, box.h };
    draw_nine(frame->draw, SV("ui/choice"), drawn, button->disabled ? frame->theme->disabled : 0xFFFFFFFFu);
    ui_area(frame, &(UiArea){ .id = button->id,
                              .rect = card,
                              .role = SPEAK_OPTION,
                              .flags = (button->disabled ? SPEAK_DISABLED : 0u) | (button->checked ? SPEAK_CHECKED : 0u),
                              .label = button->label,
                              .description = button->description,
                              .line_id = option->id,
                              .group = button->group,
                              .first_cmd = first,
                              .focus_art = SV("ui/choice_focus") });
    Rect picture = { drawn.x + 20, drawn.y + 18, drawn.w - 40, drawn.h - label - 40 };
    Rgba field = is_lit ? frame->theme->field_lit : frame->theme->field;
    pictures_draw(app, frame, &option->pictures, picture, 0, button->disabled ? times(field, frame->theme->disabled) : field);
    ui_text(frame, &(UiText){ .rect = { card.x + 22, drawn.y + drawn.h - label - 22, card.w - 44, label },
                              .text = option->text,
                              .face = TEXT_FACE_BOLD,
                              .size = frame->theme->text_small,
                              .line_spacing = 0.92f,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_TEXT,
                              .silent = true,
                              .middle = true,
                              .fit_min = 0.4f });
}

float play_cards_above(const PlayScene *play, const UiFrame *frame, float height)
{
    Rect heads[HEADS_MAX];
    float faces = frame->height * 0.62f, least = TOP_OF_CARDS + 40;
    size_t count = stage_heads(play->stage, heads, HEADS_MAX);
    for (size_t i = 0; i < count; i++) {
        faces = heads[i].y < faces ? heads[i].y : faces;
    }
    return faces - 70 - height > least ? faces - 70 - height : least;
}

static float letters_of(const UiFrame *frame)
{
    return CARD_LABEL * (frame->text_scale < 1.6f ? frame->text_scale : 1.6f);
}

static Rect cards_of(const PlayScene *play, const UiFrame *frame, float bottom)
{
    float most = CARD_H + letters_of(frame) - CARD_LABEL, room = bottom - TOP_OF_CARDS;
    float height = most < room - 40 ? most : room - 40;
    float y = screen_is_tall(frame) ? play_cards_above(play, frame, height) : TOP_OF_CARDS + (room - height) / 2;
    return (Rect){ 0, y, frame->width, height };
}

/* Between the faces as far as there is room; where the canvas stands upright right above them, for who is small. */
static void draw_cards(const PlayScene *play, App *app, UiFrame *frame, Rect place)
{
    bool is_tall = screen_is_tall(frame), is_crowded = stage_is_crowded(play->stage) && !is_tall;
    float room = is_tall ? frame->width - 2 * SIDE : is_crowded ? 745 : 970, count = (float)play->option_count;
    float width = (room - CARD_STEP * (count - 1)) / count;
    width = width < CARD_W ? width : CARD_W;
    float all = width * count + CARD_STEP * (count - 1);
    float start = is_crowded ? ui_mirror_x(frame, frame->width / 2 - 240 + (745 - all) / 2, all) : (frame->width - all) / 2; /* the stage does not mirror */
    for (size_t i = 0; i < play->option_count; i++) {
        float share = frame->reduced_motion ? 1 : ease_out_back(tween_share(frame->now_ms, play->shown_ms + i * 120, 320));
        float x = start + (float)i * (width + CARD_STEP);
        play_draw_picture_card(play, app, frame, i,
                               &(UiButton){ .id = PLAY_OPTION + (uint32_t)i,
                                            .rect = { x, place.y + (1 - share) * 60, width, place.h },
                                            .label = play->options[i].text,
                                            .description = play->options[i].was_taken ? TR(frame->catalogue, "play.tried", "You tried this before") : SV(""),
                                            .disabled = !play->options[i].enabled,
                                            .checked = play->options[i].was_taken,
                                            .group = 1 },
                               letters_of(frame));
    }
}

/* --- the reason ------------------------------------------------------------------------- */

static const char *reaction_of(const PlayScene *play)
{
    static const char *const faces[] = { "happy", "thinking", "worried" };
    return faces[play->grade];
}

static void draw_reason_buttons(const PlayScene *play, UiFrame *frame, float y)
{
    const Catalogue *texts = frame->catalogue;
    bool can_retry = play->grade != GRADE_SAFE && level_session_can_rewind(play->session);
    bool has_why = play->why.text.len && !play->why_is_open;
    float x = frame->width / 2 - 75;
    ui_button(frame, &(UiButton){ .id = PLAY_NEXT,
                                  .rect = { x, y, 150, 150 },
                                  .label = TR(texts, "reason.next", "Go on"),
                                  .icon = frame->mirrored ? SV("ui/btn_next_rtl") : SV("ui/btn_next"),
                                  .style = UI_BUTTON_ROUND });
    if (can_retry) {
        ui_button(frame, &(UiButton){ .id = PLAY_ANOTHER,
                                      .rect = { x - 200, y + 23, 112, 112 },
                                      .label = TR(texts, "reason.another", "Try another way"),
                                      .icon = frame->mirrored ? SV("ui/btn_rewind_rtl") : SV("ui/btn_rewind"),
                                      .style = UI_BUTTON_ROUND });
    }
    if (has_why) {
        ui_button(frame, &(UiButton){ .id = PLAY_WHY,
                                      .rect = { x + 220, y + 19, 300, 112 },
                                      .label = TR(texts, "reason.why", "Why?"),
                                      .style = UI_BUTTON_QUIET });
    }
}

static float draw_reason_words(const PlayScene *play, UiFrame *frame, Rect rect)
{
    UiText text = { .rect = rect, .text = play->reason.text, .face = TEXT_FACE_BOLD, .size = frame->theme->text_label, .line_spacing = 1.0f,
                    .align = TEXT_ALIGN_CENTRE, .role = SPEAK_TEXT, .line_id = play->reason.id, .middle = true, .fit_min = 0.4f };
    if (!play->why_is_open) {
        return ui_text(frame, &text);
    }
    text.rect.h = rect.h * 0.42f;
    (void)ui_text(frame, &text);
    text.rect = (Rect){ rect.x, rect.y + rect.h * 0.46f, rect.w, rect.h * 0.54f };
    text.text = play->why.text;
    text.line_id = play->why.id;
    text.face = TEXT_FACE_BODY;
    return ui_text(frame, &text);
}

static void draw_reaction(const PlayScene *play, const App *app, UiFrame *frame, Rect box)
{
    PictureRow face = { .count = 1 };
    StrView actor = play->level->face.len ? play->level->face : SV("sango");
    face.list[0] = (Picture){ PICTURE_FACE, SV(""), actor, strview_from_cstr(reaction_of(play)) };
    box.x = ui_mirror_x(frame, box.x, box.w);
    pictures_draw(app, frame, &face, box, play->shown_ms, frame->theme->paper);
}

/* A large sign of how it went, how the child of the story feels about it, and why, in pictures. */
static void draw_reason(const PlayScene *play, App *app, UiFrame *frame)
{
    static const char *const signs[] = { "ui/grade_safe", "ui/grade_okay", "ui/grade_risky" };
    bool is_tall = screen_is_tall(frame);
    float width = screen_fit(frame, is_tall ? 1120 : 1500), words = (play->why_is_open ? 270 : 150) * (0.6f + 0.4f * frame->text_scale);
    float feelings = is_tall ? 330 : 300, told = is_tall ? 260 : 0;
    float height = 60 + feelings + told + words + 70;
    float top = (frame->height - height - 180) / 2, left = (frame->width - width) / 2;
    draw_fill(frame->draw, (Rect){ 0, 0, frame->width, frame->height }, 0, frame->theme->shade);
    ui_panel(frame, (Rect){ left, top, width, height });
    float side = feelings - 20;
    ui_image(frame, strview_from_cstr(signs[play->grade]), (Rect){ left + (is_tall ? 110 : 60), top + 60, side, side }, play_grade_word(play, frame->catalogue));
    draw_reaction(play, app, frame, (Rect){ left + width - side - (is_tall ? 110 : 60), top + 60, side, side });
    Rect row = is_tall ? (Rect){ left + 60, top + 60 + feelings, width - 120, told - 30 }
                       : (Rect){ left + side + 110, top + 90, width - 2 * side - 220, side - 60 };
    pictures_draw(app, frame, &play->reason.pictures, row, play->shown_ms + 300, frame->theme->paper);
    (void)draw_reason_words(play, frame, (Rect){ left + 60, top + 66 + feelings + told, width - 120, words });
    draw_reason_buttons(play, frame, top + height + 22);
}

/* --- all of it -------------------------------------------------------------------------- */

void play_draw_told(PlayScene *play, App *app, UiFrame *frame)
{
    bool is_asked = play->mode == PLAY_MODE_OPTIONS, waits = play->mode == PLAY_MODE_WAIT;
    float words = waits || play->mode == PLAY_MODE_REASON ? 0 : words_height(play, frame);
    float bottom = frame->height - (words > 0 ? words + 44 : 30), letter = screen_is_tall(frame) ? 1.15f : 1;
    ui_begin(frame, frame_join(frame, "play ", play->mode == PLAY_MODE_LINE ? SV("line") : play->line.id), is_asked ? PLAY_OPTION : PLAY_NEXT);
    frame->speak->is_untitled = true;
    stage_draw(play->stage, frame, words);
    if (play->mode == PLAY_MODE_REASON) {
        draw_reason(play, app, frame);
        play_draw_above(play, app, frame, 40);
        ui_end(frame);
        return;
    }
    bool is_pair = is_asked && play_pair_is_on(play, app);
    if (!is_pair || screen_is_tall(frame)) {
        draw_words(play, app, frame, words);
    }
    if (is_pair) {
        play_draw_pair(play, app, frame);
    } else if (is_asked) {
        Rect cards = cards_of(play, frame, bottom);
        play_draw_bubble(play, app, frame, ASKED * letter, screen_is_tall(frame) ? cards.y - 40 : TOP_OF_CARDS);
        draw_cards(play, app, frame, cards);
    } else {
        if (!waits) {
            play_draw_bubble(play, app, frame, BUBBLE * letter, bottom);
        }
        draw_next(frame);
    }
    play_draw_top(play, frame);
    play_draw_above(play, app, frame, (is_pair && !screen_is_tall(frame)) || words == 0 ? 150 : bottom - 120);
    ui_end(frame);
}
