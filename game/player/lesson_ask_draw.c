#include "lesson_internal.h"

#include "sango/player/widgets.h"
#include "sango/ui/tween.h"

#include <math.h>

/* How a question to a class looks: the question large, below it a card for each answer with its sign, so that it can be held up
 * as a printed card; below these what to do now. Sizes are those of the theme, and LESSON_TEXT_SCALE makes them large. */
enum { SIDE = 46, TOP = 150, QUESTION_H = 216, RESULT_H = 136, GAP = 22, FOOT_H = 162, MARK = 136, STEP = 104, COUNT_W = 150, BAR_H = 34, GO_W = 600, GO_ALONE_W = 860 };

typedef struct AskPage {
    const LessonAsk *ask;
    UiFrame *frame;
    float share;     /* of the bars: 0 begin, 1 stand */
    unsigned most;   /* hands for one answer */
    bool has_spread;
} AskPage;

/* --- words ------------------------------------------------------------------------------------------- */

static StrView phase_title(const LessonAsk *ask, const Catalogue *texts)
{
    switch (ask->phase) {
    case LESSON_RECAP:
        return TR(texts, "lesson.recap", "The story so far");
    case LESSON_TALK:
        return ask->kind == LESSON_ASK_DEAL ? TR(texts, "lesson.deal", "Our deal") : TR(texts, "lesson.talk", "Talk");
    case LESSON_VOTE:
        return ask->kind == LESSON_ASK_HANDS ? TR(texts, "lesson.hands", "Hands up") : TR(texts, "lesson.vote", "Vote");
    case LESSON_RESULT:
        return TR(texts, "lesson.result", "Result");
    case LESSON_LOOK:
        return TR(texts, "lesson.look", "What if");
    }
    return SV("");
}

/* As it stands on the printed card. */
static StrView mark_title(UiFrame *frame, size_t option)
{
    TextValue values[] = { { SV("letter"), vote_mark_letter((VoteMark)option) }, { SV("name"), vote_mark_title(frame->catalogue, (VoteMark)option) } };
    return frame_format(frame, SV("{letter} · {name}"), values, 2);
}

static StrView result_text(const LessonAsk *ask, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    size_t winner = 0;
    switch (lesson_vote_leader(&ask->vote, &winner)) {
    case LESSON_SOME_LEAD:
        return TR(texts, "lesson.split", "The class is split! Talk again?");
    case LESSON_NOBODY_LEADS:
        return TR(texts, "lesson.pick", "Which one shall we take?");
    case LESSON_ONE_LEADS:
        break;
    }
    TextValue value = { SV("card"), mark_title(frame, winner) };
    return frame_format(frame, TR(texts, "lesson.picked", "The class picked: {card}"), &value, 1);
}

static StrView head_text(const LessonAsk *ask, UiFrame *frame)
{
    switch (ask->phase) {
    case LESSON_TALK:
        return ask->prompt;
    case LESSON_VOTE:
        return ask->kind == LESSON_ASK_HANDS ? TR(frame->catalogue, "lesson.hands_up", "What do you think?")
                                             : TR(frame->catalogue, "lesson.cards_up", "Hold up your card!");
    case LESSON_RESULT:
        return result_text(ask, frame);
    case LESSON_LOOK:
        return TR(frame->catalogue, "lesson.which", "Which answer shall we look at?");
    case LESSON_RECAP:
        break;
    }
    return SV("");
}

static StrView go_label(const LessonAsk *ask, const Catalogue *texts)
{
    switch (ask->phase) {
    case LESSON_RECAP:
        return TR(texts, "lesson.to_question", "To the question");
    case LESSON_TALK:
        return TR(texts, "lesson.to_vote", "Now we vote");
    case LESSON_VOTE:
        return ask->kind == LESSON_ASK_HANDS        ? TR(texts, "lesson.next_question", "Next question")
               : lesson_vote_total(&ask->vote) == 0 ? TR(texts, "lesson.without", "Pick without counting")
                                                    : TR(texts, "lesson.show", "Show the result");
    case LESSON_RESULT:
        return ask->kind == LESSON_ASK_DEAL ? TR(texts, "reason.next", "Go on") : TR(texts, "lesson.see", "See what happens");
    case LESSON_LOOK:
        break;
    }
    return SV("");
}

StrView lesson_mark_picture(UiFrame *frame, size_t option)
{
    return frame_join(frame, "ui/mark_", vote_mark_name((VoteMark)option));
}

/* As on the printed cards: the shape, and its letter in white where the shape is widest. */
static void draw_mark(UiFrame *frame, size_t option, Rect box)
{
    static const struct {
        float size, down; /* of the shape's height: letters; how far below its middle they stand */
    } letters[VOTE_MARK_COUNT] = {
        [VOTE_CIRCLE] = { 0.56f, 0 },  [VOTE_TRIANGLE] = { 0.46f, 0.11f }, [VOTE_SQUARE] = { 0.56f, 0 },
        [VOTE_DIAMOND] = { 0.5f, 0 },  [VOTE_STAR] = { 0.44f, 0.04f },      [VOTE_HEART] = { 0.5f, -0.05f },
    };
    Rect shape = { ui_mirror_x(frame, box.x, box.w), box.y, box.w, box.h };
    draw_nine(frame->draw, lesson_mark_picture(frame, option), shape, 0xFFFFFFFFu);
    ui_text(frame, &(UiText){ .rect = { box.x, box.y + box.h * letters[option].down, box.w, box.h },
                              .text = vote_mark_letter((VoteMark)option),
                              .face = TEXT_FACE_TITLE,
                              .size = box.h * letters[option].size / frame->text_scale,
                              .color = frame->theme->white,
                              .align = TEXT_ALIGN_CENTRE,
                              .line_spacing = 1,
                              .role = SPEAK_TEXT,
                              .silent = true,
                              .middle = true });
}

/* --- a card ---------------------------------------------------------------------------------------------- */

/* Hands of an answer: what is said, and with a spread what is shown behind its bar. */
static StrView hands_said(const AskPage *page, size_t option)
{
    UiFrame *frame = page->frame;
    bool is_shown = page->ask->phase == LESSON_VOTE || (page->ask->phase == LESSON_RESULT && page->has_spread);
    unsigned count = page->ask->vote.counts[option];
    TextValue value = { SV("count"), frame_number(frame, count) };
    StrView pattern = TRN(frame->catalogue, "lesson.hands_count", "{count} hand", "{count} hands", count);
    return is_shown ? frame_format(frame, pattern, &value, 1) : SV("");
}

static void draw_steps(const AskPage *page, size_t option, Rect card)
{
    UiFrame *frame = page->frame;
    unsigned count = page->ask->vote.counts[option];
    float y = card.y + (card.h - STEP) / 2 - 6;
    float end = card.x + card.w - 26;
    UiButton step = { .rect = { end - STEP, y, STEP, STEP }, .icon = SV("ui/disc"), .style = UI_BUTTON_ROUND, .description = page->ask->options[option].text };
    const float length = 44, width = 12;
    for (int sign = -1; sign <= 1; sign += 2) {
        bool is_more = sign > 0;
        step.id = (is_more ? LESSON_MORE : LESSON_LESS) + (uint32_t)option;
        step.rect.x = is_more ? end - STEP : end - 2 * STEP - COUNT_W;
        step.label = is_more ? TR(frame->catalogue, "stepper.more", "More") : TR(frame->catalogue, "stepper.less", "Less");
        step.disabled = is_more ? count == LESSON_VOTES_MAX : count == 0;
        ui_button(frame, &step);
        float x = ui_mirror_x(frame, step.rect.x, STEP) + STEP / 2.0f;
        float middle = y + STEP / 2.0f;
        draw_fill(frame->draw, (Rect){ x - length / 2, middle - width / 2, length, width }, width / 2, frame->theme->on_button);
        if (is_more) {
            draw_fill(frame->draw, (Rect){ x - width / 2, middle - length / 2, width, length }, width / 2, frame->theme->on_button);
        }
    }
    ui_text(frame, &(UiText){ .rect = { end - STEP - COUNT_W, card.y, COUNT_W, card.h - 12 },
                              .text = frame_number(frame, count),
                              .face = TEXT_FACE_TITLE,
                              .size = 52,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_TEXT,
                              .silent = true,
                              .middle = true });
}

/* A bar as long as its share of the most; nothing moves behind the words. */
static void draw_bar(const AskPage *page, size_t option, Rect card, float start)
{
    UiFrame *frame = page->frame;
    unsigned count = page->ask->vote.counts[option];
    Rect track = { card.x + start, card.y + card.h - BAR_H - 34, card.w - start - 40 - COUNT_W, BAR_H };
    float length = page->most ? track.w * (float)count / (float)page->most * page->share : 0;
    draw_fill(frame->draw, (Rect){ ui_mirror_x(frame, track.x, track.w), track.y, track.w, track.h }, BAR_H / 2.0f, rgba_with_alpha(frame->theme->ink, 0.14f));
    if (length >= 1) {
        length = length > BAR_H ? length : BAR_H;
        draw_fill(frame->draw, (Rect){ ui_mirror_x(frame, track.x, length), track.y, length, track.h }, BAR_H / 2.0f, vote_mark_colour((VoteMark)option) << 8 | 0xFFu);
    }
    ui_text(frame, &(UiText){ .rect = { track.x + track.w + 14, card.y, COUNT_W, card.h - 12 },
                              .text = frame_number(frame, count),
                              .face = TEXT_FACE_TITLE,
                              .size = 56,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_TEXT,
                              .silent = true,
                              .middle = true });
}

/* Units at the end of a card that are not for its words. */
static float card_aside(const AskPage *page)
{
    if (page->ask->phase == LESSON_VOTE) {
        return 2 * STEP + COUNT_W + 40;
    }
    return page->ask->phase == LESSON_RESULT && page->has_spread ? COUNT_W + 54 : 40;
}

static UiText card_words(const AskPage *page, size_t option, Rect card)
{
    bool has_bar = page->ask->phase == LESSON_RESULT && page->has_spread;
    float start = MARK + 44;
    return (UiText){ .rect = { card.x + start, card.y + 8, card.w - start - card_aside(page), card.h - 26 - (has_bar ? BAR_H + 22 : 0) },
                     .text = page->ask->options[option].text,
                     .face = TEXT_FACE_BOLD,
                     .size = page->frame->theme->text_label + 2,
                     .line_spacing = 0.92f,
                     .role = SPEAK_TEXT,
                     .silent = true,
                     .middle = true,
                     .fit_min = 0.4f };
}

static void draw_card(const AskPage *page, size_t option, Rect card, float size)
{
    UiFrame *frame = page->frame;
    const LessonAsk *ask = page->ask;
    bool is_result = ask->phase == LESSON_RESULT;
    bool is_first = is_result && lesson_vote_leads(&ask->vote, option);
    uint32_t first_cmd = (uint32_t)frame->draw->count;
    Rect box = { ui_mirror_x(frame, card.x, card.w), card.y, card.w, card.h };
    draw_nine(frame->draw, SV("ui/choice"), box, 0xFFFFFFFFu);
    const float side = fminf(MARK, card.h - 16);
    Rect mark = { card.x + 24 + (MARK - side) / 2, card.y + (card.h - side) / 2 - 5, side, side };
    draw_mark(frame, option, mark);
    UiText words = card_words(page, option, card);
    words.size = size;
    (void)ui_text(frame, &words);
    ui_area(frame, &(UiArea){ .id = LESSON_CARD + (uint32_t)option,
                              .rect = card,
                              .role = SPEAK_OPTION,
                              .flags = (ask->options[option].enabled ? 0u : SPEAK_DISABLED) | (is_first ? SPEAK_CHECKED : 0u),
                              .label = ask->options[option].text,
                              .value = hands_said(page, option),
                              .description = mark_title(frame, option),
                              .line_id = ask->options[option].id,
                              .group = 1,
                              .first_cmd = first_cmd,
                              .focus_art = SV("ui/choice_focus") });
    bool is_taken = ask->phase == LESSON_LOOK && option == ask->picked;
    if (is_first || is_taken) { /* most hands: a second sign beside the length of the bar */
        const float tick = 64;
        Rect disc = { ui_mirror_x(frame, mark.x - 16, tick), mark.y + side - 52, tick, tick };
        draw_nine(frame->draw, SV("ui/mark_right"), disc, 0xFFFFFFFFu);
    }
    if (is_result && page->has_spread) {
        draw_bar(page, option, card, MARK + 44);
    }
}

/* --- the page -------------------------------------------------------------------------------------------- */

/* Words of all cards in one size, so that none looks more important. */
static float card_size(const AskPage *page, Rect card)
{
    float size = card_words(page, 0, card).size;
    for (size_t i = 0; i < page->ask->option_count; i++) {
        UiText words = card_words(page, i, card);
        words.size = size;
        for (float least = size * 0.5f; words.size > least && ui_text_height(page->frame, &words) > words.rect.h;) {
            words.size *= 0.96f;
        }
        size = words.size;
    }
    return size;
}

static void draw_cards(const AskPage *page, float top, float bottom)
{
    UiFrame *frame = page->frame;
    size_t count = page->ask->option_count;
    size_t columns = count > 3 && !screen_is_tall(frame) && page->ask->phase != LESSON_VOTE ? 2 : count > 4 && !screen_is_tall(frame) ? 2 : 1;
    size_t rows = (count + columns - 1) / columns;
    float width = (frame->width - 2 * SIDE - GAP * (float)(columns - 1)) / (float)columns;
    float height = fminf((bottom - top + GAP) / (float)rows - GAP, 230);
    float y = top + (bottom - top - (height + GAP) * (float)rows + GAP) / 2;
    Rect first = { SIDE, y, width, height };
    float size = card_size(page, first);
    for (size_t i = 0; i < count; i++) {
        Rect card = { SIDE + (width + GAP) * (float)(i % columns), y + (height + GAP) * (float)(i / columns), width, height };
        draw_card(page, i, card, size);
    }
    for (size_t i = 0; i < count && page->ask->phase == LESSON_VOTE; i++) { /* behind all cards: one switch, and who hears a list, comes from answer to answer */
        draw_steps(page, i, (Rect){ SIDE + (width + GAP) * (float)(i % columns), y + (height + GAP) * (float)(i / columns), width, height });
    }
}

/* Which step it is, and what everybody does now; the round buttons stand at the end. */
static void draw_head(const AskPage *page)
{
    UiFrame *frame = page->frame;
    StrView title = phase_title(page->ask, frame->catalogue);
    StrView text = head_text(page->ask, frame);
    const float buttons = 290;
    float x = SIDE + ui_pill(frame, SV("ui/pill_coral"), title, SIDE, 42) + 24;
    float width = frame->width - buttons - x;
    if (text.len == 0) {
        return;
    }
    ui_text(frame, &(UiText){ .rect = { x, 24, width, 112 },
                              .text = text,
                              .face = TEXT_FACE_BOLD,
                              .size = frame->theme->text_label,
                              .color = frame->theme->white,
                              .line_spacing = 0.9f,
                              .role = SPEAK_TEXT,
                              .middle = true,
                              .fit_min = 0.4f });
}

static void draw_foot(const AskPage *page)
{
    UiFrame *frame = page->frame;
    const LessonAsk *ask = page->ask;
    size_t winner;
    bool is_result = ask->phase == LESSON_RESULT;
    bool is_look = ask->phase == LESSON_LOOK;
    bool can_go = !is_look && (!is_result || lesson_vote_leader(&ask->vote, &winner) == LESSON_ONE_LEADS);
    bool has_side = is_result || is_look;
    StrView side_label = is_look ? TR(frame->catalogue, "lesson.look_back", "Back") : TR(frame->catalogue, "lesson.again", "Talk again");
    float y = frame->height - FOOT_H + 22;
    float row = frame->width - 2 * SIDE - GAP;
    float go = has_side ? fminf(GO_W, row * 0.56f) : fminf(GO_ALONE_W, row);
    float side = fminf(go, row - go);
    float x = frame->width - SIDE;
    if (can_go) {
        x -= go;
        ui_button(frame, &(UiButton){ .id = LESSON_GO, .rect = { x, y, go, 124 }, .label = go_label(ask, frame->catalogue), .style = UI_BUTTON_PRIMARY, .leads = true });
        x -= GAP;
    }
    if (has_side) {
        ui_button(frame, &(UiButton){ .id = LESSON_SIDE, .rect = { x - side, y, side, 124 }, .label = side_label, .style = UI_BUTTON_PLAIN });
    }
}

/* As high as the question needs in letters that are read from far away. A result needs the room for its bars; the question was read. */
static float question_height(const AskPage *page)
{
    UiFrame *frame = page->frame;
    bool is_result = page->has_spread && page->ask->phase == LESSON_RESULT;
    UiText words = { .rect = { 0, 0, frame->width - 2 * SIDE - 100, 0 }, .text = page->ask->question, .face = TEXT_FACE_BOLD,
                     .size = (float)LESSON_EM_LEAST / frame->text_scale, .line_spacing = 0.95f };
    float least = (is_result ? RESULT_H : QUESTION_H) + (frame->height - 1080) * 0.25f;
    float needed = is_result ? 0 : ui_text_height(frame, &words) + 50;
    return fminf(fmaxf(least, needed), 420);
}

static void draw_question(const AskPage *page, float height)
{
    UiFrame *frame = page->frame;
    const LessonAsk *ask = page->ask;
    bool is_recap = ask->phase == LESSON_RECAP;
    ui_panel(frame, (Rect){ SIDE, TOP, frame->width - 2 * SIDE, height });
    ui_text(frame, &(UiText){ .rect = { SIDE + 50, TOP + 18, frame->width - 2 * SIDE - 100, height - 44 },
                              .text = is_recap ? ask->recap : ask->question,
                              .face = is_recap ? TEXT_FACE_BODY : TEXT_FACE_BOLD,
                              .size = 48,
                              .line_spacing = is_recap ? 1.05f : 0.95f,
                              .align = is_recap ? TEXT_ALIGN_START : TEXT_ALIGN_CENTRE,
                              .role = SPEAK_HEADING,
                              .line_id = is_recap ? SV("") : ask->question_id,
                              .middle = true,
                              .fit_min = 0.4f });
}

StrView lesson_ask_title(const LessonAsk *ask, UiFrame *frame)
{
    TextValue values[] = { { SV("phase"), phase_title(ask, frame->catalogue) }, { SV("key"), ask->key } };
    return frame_format(frame, SV("{phase} {key}"), values, 2);
}

void lesson_ask_draw(const LessonAsk *ask, UiFrame *frame)
{
    AskPage page = { .ask = ask, .frame = frame, .has_spread = lesson_vote_has_spread(&ask->vote) };
    for (size_t i = 0; i < ask->option_count; i++) {
        page.most = ask->vote.counts[i] > page.most ? ask->vote.counts[i] : page.most;
    }
    page.share = frame->reduced_motion ? 1 : ease_out_cubic(tween_share(frame->now_ms, ask->result_ms, LESSON_BAR_MS));
    for (int i = 0; i < 2; i++) { /* no words of the phone behind it can be read */
        draw_fill(frame->draw, (Rect){ 0, 0, frame->width, frame->height }, 0, frame->theme->shade);
    }
    draw_head(&page);
    if (ask->phase == LESSON_RECAP) {
        draw_question(&page, frame->height - TOP - FOOT_H - 10);
    } else {
        float question = question_height(&page);
        draw_question(&page, question);
        draw_cards(&page, TOP + question + GAP, frame->height - FOOT_H);
    }
    draw_foot(&page);
}
