#include "play_internal.h"

#include "sango/ui/tween.h"
#include "sango/player/widgets.h"

/* How a question to two children looks. */
enum { SIDE = 36, BETWEEN = 36, GAP = 18, CARD_H = 290, TALL_CARD_H = 330, CARD_LABEL = 60, BAND_PAD = 18, TOKEN = 104, ASKED = 118 };

static StrView token_of(size_t child)
{
    return child == 0 ? SV("show/star") : SV("show/moon");
}

static Rgba hue_of(const UiFrame *frame, size_t child)
{
    return child == 0 ? frame->theme->sun : frame->theme->plum;
}

static StrView label_of(UiFrame *frame, size_t child, StrView option)
{
    TextValue value = { SV("choice"), option };
    StrView pattern = child == 0 ? TR(frame->catalogue, "pair.star", "Star: {choice}") : TR(frame->catalogue, "pair.moon", "Moon: {choice}");
    return frame_format(frame, pattern, &value, 1);
}

/* A disc in the child's colour with its sign; the ring keeps it apart from any ground. */
static void draw_token(UiFrame *frame, size_t child, float x, float y, float size)
{
    float ring = size * 0.06f;
    draw_fill(frame->draw, (Rect){ x, y, size, size }, size / 2, frame->theme->ink);
    draw_fill(frame->draw, (Rect){ x + ring, y + ring, size - 2 * ring, size - 2 * ring }, size / 2, frame->theme->white);
    draw_fill(frame->draw, (Rect){ x + 2 * ring, y + 2 * ring, size - 4 * ring, size - 4 * ring }, size / 2, rgba_with_alpha(hue_of(frame, child), 0.45f));
    draw_nine(frame->draw, token_of(child), (Rect){ x + size * 0.17f, y + size * 0.17f, size * 0.66f, size * 0.66f }, 0xFFFFFFFFu);
}

/* Units at the lower end of a card for its words. */
static float label_height(const UiFrame *frame)
{
    return CARD_LABEL * (frame->text_scale < 1.7f ? frame->text_scale : 1.7f);
}

/* The child's part of the screen: a half, or a row where the canvas stands upright. As on a left-to-right screen. */
static Rect band_of(const PlayScene *play, const UiFrame *frame, size_t child)
{
    if (screen_is_tall(frame)) {
        float height = TALL_CARD_H + label_height(frame) - CARD_LABEL + 2 * BAND_PAD;
        float step = height + BETWEEN + TOKEN * 0.4f;
        return (Rect){ SIDE, play_cards_above(play, frame, step + height) + 20 + (float)child * step, frame->width - 2 * SIDE, height };
    }
    float height = CARD_H + label_height(frame) - CARD_LABEL + 2 * BAND_PAD;
    float width = (frame->width - 2 * SIDE - BETWEEN) / 2;
    return (Rect){ SIDE + (float)child * (width + BETWEEN), frame->height - height - 16, width, height };
}

static void draw_band(const PlayScene *play, const App *app, UiFrame *frame, size_t child)
{
    const PlayPair *pair = &play->pair;
    Rect band = band_of(play, frame, child), seen = band;
    float width = (band.w - 2 * BAND_PAD - GAP * (float)(play->option_count - 1)) / (float)play->option_count;
    float hop = frame->reduced_motion || pair->step != PAIR_AGREE ? 0 : tween_arc(tween_share(frame->now_ms, pair->since_ms, 600));
    seen.x = ui_mirror_x(frame, band.x, band.w);
    draw_fill(frame->draw, (Rect){ seen.x - 4, seen.y - 4, seen.w + 8, seen.h + 8 }, 54, frame->theme->ink);
    draw_fill(frame->draw, seen, 50, hue_of(frame, child));
    draw_token(frame, child, seen.x + seen.w / 2 - TOKEN / 2.0f, seen.y - TOKEN * 0.72f - hop * 40, TOKEN);
    for (size_t i = 0; i < play->option_count; i++) {
        Rect card = { band.x + BAND_PAD + (float)i * (width + GAP), band.y + BAND_PAD + 8, width, band.h - 2 * BAND_PAD - 8 };
        bool is_his = pair->chosen[child] == i;
        play_draw_picture_card(play, app, frame, i,
                               &(UiButton){ .id = PAIR_OPTION + (uint32_t)(child * PAIR_STRIDE + i),
                                            .rect = card,
                                            .label = label_of(frame, child, play->options[i].text),
                                            .disabled = !play->options[i].enabled || (pair->chosen[child] != SIZE_MAX && !is_his),
                                            .checked = is_his,
                                            .group = (uint8_t)(child + 1) },
                               label_height(frame));
        float x = ui_mirror_x(frame, card.x, card.w);
        if (is_his) {
            draw_token(frame, child, x + card.w - 92, card.y - 22 - hop * 30, 108);
        } else if (pair->at[child] == i && pair->chosen[child] == SIZE_MAX) {
            draw_token(frame, child, x + card.w / 2 - 36, card.y + card.h - 40, 72); /* a gamepad points here */
        }
    }
}

/* One child's idea in a bubble of its own, with its token below. */
static void draw_idea(const PlayScene *play, const App *app, UiFrame *frame, size_t child, Rect box)
{
    float x = ui_mirror_x(frame, box.x, box.w), side = box.h - 150;
    Rect bubble = { x, box.y, box.w, side };
    Rgba field = frame->theme->field;
    DrawPose tail = { .x = x + box.w / 2 - 50, .y = box.y + side - 12, .scale_x = 0.8f, .scale_y = 0.6f, .pivot_x = 50 };
    draw_fill(frame->draw, (Rect){ bubble.x - 8, bubble.y - 8, bubble.w + 16, bubble.h + 16 }, 68, hue_of(frame, child));
    draw_sprite(frame->draw, SV("ui/talk_tail"), tail, field);
    draw_fill(frame->draw, bubble, 60, field);
    pictures_draw(app, frame, &play->options[play->pair.chosen[child]].pictures, (Rect){ bubble.x + 34, bubble.y + 34, bubble.w - 68, bubble.h - 68 },
                  play->pair.since_ms, field);
    draw_token(frame, child, x + box.w / 2 - 60, box.y + side + 40, 120);
}

static StrView words_of(const PlayPair *pair, const Catalogue *texts)
{
    if (pair->step == PAIR_TALK) {
        return TR(texts, "pair.talk", "Two ideas! Tell each other why. Then choose again.");
    }
    return pair->turn == 0 ? TR(texts, "pair.star_first", "We try the star's idea now. Next time the moon's!")
                           : TR(texts, "pair.moon_first", "We try the moon's idea now. Next time the star's!");
}

/* The idea that waits for its turn stands in the shade. */
static void draw_both(const PlayScene *play, App *app, UiFrame *frame)
{
    const PlayPair *pair = &play->pair;
    bool is_tall = screen_is_tall(frame), is_talk = pair->step == PAIR_TALK;
    float width = screen_fit(frame, is_tall ? 1120 : 1560), height = is_tall ? 1160 : 760, top = (frame->height - height - 130) / 2, left = (frame->width - width) / 2;
    float words = 96 * (0.5f + 0.5f * frame->text_scale);
    draw_fill(frame->draw, (Rect){ 0, 0, frame->width, frame->height }, 0, frame->theme->shade);
    ui_panel(frame, (Rect){ left, top, width, height });
    float half = (width - 3 * 60) / 2, ideas = height - 150 - words;
    for (size_t child = 0; child < PAIR_SIZE; child++) {
        bool is_now = is_talk || child == pair->turn;
        float grown = is_now ? 1 : 0.62f, w = half * grown, h = ideas * grown;
        draw_idea(play, app, frame, child, (Rect){ left + 60 + (float)child * (half + 60) + (half - w) / 2, top + 60 + (ideas - h), w, h });
    }
    if (is_talk) { /* speaking, and listening */
        float side = is_tall ? 130 : 160;
        draw_nine(frame->draw, SV("show/ear"), (Rect){ frame->width / 2 - side / 2, top + height - 110 - words - side, side, side }, 0xFFFFFFFFu);
        draw_nine(frame->draw, SV("show/speech"), (Rect){ frame->width / 2 - side / 2, top + 40, side, side }, 0xFFFFFFFFu);
    }
    ui_text(frame, &(UiText){ .rect = { left + 60, top + height - 76 - words, width - 120, words },
                              .text = words_of(pair, frame->catalogue),
                              .face = TEXT_FACE_BOLD,
                              .size = frame->theme->text_label,
                              .line_spacing = 1.0f,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_TEXT,
                              .middle = true,
                              .fit_min = 0.4f });
    ui_button(frame, &(UiButton){ .id = PLAY_NEXT,
                                  .rect = { frame->width / 2 - 75, top + height - 20, 150, 150 },
                                  .label = TR(frame->catalogue, "play.next", "Next"),
                                  .icon = frame->mirrored ? SV("ui/btn_next_rtl") : SV("ui/btn_next"),
                                  .style = UI_BUTTON_ROUND });
}

/* The words of the question between the faces: below them is no room. */
static void draw_question(const PlayScene *play, UiFrame *frame)
{
    float width = 740, height = 84, top = band_of(play, frame, 0).y - height - 26;
    Rect bar = { (frame->width - width) / 2, top, width, height };
    ui_bar(frame, bar, height / 2);
    ui_text(frame, &(UiText){ .rect = { bar.x + 40, top, width - 80, height },
                              .text = play->line.text,
                              .face = TEXT_FACE_BOLD,
                              .size = frame->theme->text_label,
                              .color = frame->theme->on_bar,
                              .line_spacing = 0.92f,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_TEXT,
                              .line_id = play->line.id,
                              .middle = true,
                              .fit_min = 0.3f });
}

void play_draw_pair(const PlayScene *play, App *app, UiFrame *frame)
{
    if (play->pair.step == PAIR_TALK || play->pair.step == PAIR_TURN) {
        draw_both(play, app, frame);
        return;
    }
    play_draw_bubble(play, app, frame, ASKED, screen_is_tall(frame) ? band_of(play, frame, 0).y - 60 : 560);
    if (!screen_is_tall(frame) && play->line.text.len) {
        draw_question(play, frame);
    }
    for (size_t child = 0; child < PAIR_SIZE; child++) {
        draw_band(play, app, frame, child);
    }
}
