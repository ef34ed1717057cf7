#include "activity_internal.h"

#include "play_internal.h"
#include "sango/player/widgets.h"

#include <math.h>

/* Build: words become a key, and a gate shows how strong it is: four bars, a word, and how long guessing would take. */
enum { FOOT = 130, WORD_GAP = 16, WORD_H = 96, KEY_H = 136, GATE_W = 360, GATE_H = 330, BARS = ACTIVITY_STRENGTH_MAX };

static StrView strength_word(const Catalogue *texts, unsigned strength)
{
    switch (strength) {
    case 0:
        return TR(texts, "activity.build.s0", "Wide open");
    case 1:
        return TR(texts, "activity.build.s1", "Weak");
    case 2:
        return TR(texts, "activity.build.s2", "Getting there");
    case 3:
        return TR(texts, "activity.build.s3", "Strong");
    default:
        return TR(texts, "activity.build.s4", "Very strong");
    }
}

/* At one try a second: the levels are 10^3, 10^6, 10^8 and 10^10 guesses, which is 17 minutes, 12 days, 3 and 300 years. */
static StrView strength_time(const Catalogue *texts, unsigned strength)
{
    switch (strength) {
    case 0:
        return TR(texts, "activity.build.t0", "Guessed in a few minutes.");
    case 1:
        return TR(texts, "activity.build.t1", "Guessed in a few days.");
    case 2:
        return TR(texts, "activity.build.t2", "Guessed in some months.");
    case 3:
        return TR(texts, "activity.build.t3", "Guessing takes years and years.");
    default:
        return TR(texts, "activity.build.t4", "Guessing takes hundreds of years!");
    }
}

static void draw_gate(const ActivityPage *page, Rect rect)
{
    UiFrame *frame = page->frame;
    unsigned strength = page->activity->strength;
    float k = fminf(rect.w * 0.5f / GATE_W, rect.h / GATE_H);
    k = page->is_tall ? fminf(rect.w * 0.42f / GATE_W, rect.h / GATE_H) : k;
    Rect gate = { rect.x, rect.y + (rect.h - GATE_H * k) / 2, GATE_W * k, GATE_H * k };
    float x = ui_mirror_x(frame, gate.x, gate.w);
    draw_nine(frame->draw, SV("ui/gate"), (Rect){ x, gate.y, gate.w, gate.h }, 0xFFFFFFFFu);
    for (unsigned i = 0; i < BARS; i++) {
        Rgba tint = i < strength ? 0xFFFFFFFFu : 0xFFFFFF30u;
        float y = gate.y + (268 - 54 * (float)i) * k;
        draw_nine(frame->draw, SV("ui/gate_bar"), (Rect){ x + 55 * k, y, 250 * k, 50 * k }, tint);
    }
    if (strength >= ACTIVITY_STRONG) {
        draw_nine(frame->draw, SV("icon/lock"), (Rect){ x + gate.w / 2 - 62 * k, gate.y + 138 * k, 124 * k, 124 * k }, 0xFFFFFFFFu);
    }
    float start = gate.x + gate.w + 26;
    TextValue values[] = { { SV("n"), frame_number(frame, strength) }, { SV("of"), frame_number(frame, BARS) } };
    Rect words = { start, rect.y, rect.x + rect.w - start, rect.h };
    ui_text(frame, &(UiText){ .rect = { words.x, words.y + words.h * 0.08f, words.w, words.h * 0.4f },
                              .text = strength_word(frame->catalogue, strength),
                              .face = TEXT_FACE_TITLE,
                              .size = 52,
                              .line_spacing = 1.0f,
                              .middle = true,
                              .fit_min = 0.36f,
                              .silent = true });
    ui_text(frame, &(UiText){ .rect = { words.x, words.y + words.h * 0.48f, words.w, words.h * 0.46f },
                              .text = strength_time(frame->catalogue, strength),
                              .size = frame->theme->text_body,
                              .line_spacing = 1.0f,
                              .fit_min = 0.36f,
                              .silent = true });
    ui_area(frame, &(UiArea){ .rect = rect,
                              .role = SPEAK_METER,
                              .label = strength_word(frame->catalogue, strength),
                              .value = frame_format(frame, TR(frame->catalogue, "activity.build.bars", "{n} of {of} bars"), values, 2),
                              .description = strength_time(frame->catalogue, strength) });
}

/* The key: its bow, and the chosen words as its shaft. Empty places show that more words have room. */
static void draw_key(const ActivityPage *page, Rect rect)
{
    UiFrame *frame = page->frame;
    const ActivityState *state = &page->activity->state;
    size_t chosen = activity_chosen(page->data, state);
    float bow = rect.h;
    draw_nine(frame->draw, SV("ui/key"), (Rect){ ui_mirror_x(frame, rect.x, bow), rect.y, bow, bow }, 0xFFFFFFFFu);
    Rect shaft = { rect.x + bow - 16, rect.y + rect.h * 0.38f, rect.w - bow + 16, rect.h * 0.24f };
    draw_fill(frame->draw, (Rect){ ui_mirror_x(frame, shaft.x, shaft.w), shaft.y + 5, shaft.w, shaft.h }, shaft.h / 2, frame->theme->ring_lip);
    draw_fill(frame->draw, (Rect){ ui_mirror_x(frame, shaft.x, shaft.w), shaft.y, shaft.w, shaft.h }, shaft.h / 2, frame->theme->sun);
    float room = rect.w - bow - 10;
    float width = (room - 14 * (ACTIVITY_WORDS_MAX - 1)) / ACTIVITY_WORDS_MAX;
    for (size_t place = 0; place < ACTIVITY_WORDS_MAX; place++) {
        Rect box = { rect.x + bow + 4 + (float)place * (width + 14), rect.y + (rect.h - 104) / 2, width, 104 };
        size_t item = place < chosen ? activity_item_at(page->data, state, (int)place) : SIZE_MAX;
        if (item == SIZE_MAX) {
            activity_slot(page, 0, box, SV(""), false);
            continue;
        }
        StrView number = frame_number(frame, (unsigned)place + 1);
        activity_tile(page, &(ActivityTile){ .item = item,
                                             .id = activity_is_free(page->activity, item) ? ACTIVITY_ITEM + (uint32_t)item : 0,
                                             .rect = box,
                                             .where = activity_with(page, TR(frame->catalogue, "activity.build.in", "Word {n} of the key."), "n", number),
                                             .leads = page->lead.item == item && page->lead.to == ACTIVITY_NOWHERE });
    }
}

static void draw_words(const ActivityPage *page, Rect rect)
{
    size_t count = 0;
    for (size_t i = 0; i < page->data->item_count; i++) {
        count += page->data->items[i].role == ACTIVITY_WORD;
    }
    size_t columns = page->is_tall || count <= 6 ? 3 : count == 9 || count == 10 ? 5 : 4;
    float rows = ceilf((float)count / (float)columns);
    float width = (rect.w - WORD_GAP * (float)(columns - 1)) / (float)columns;
    float height = (rect.h - WORD_GAP * (rows - 1)) / rows;
    height = height < 150 ? height : 150;
    height = height > WORD_H ? height : WORD_H;
    size_t at = 0;
    float size = activity_words_size(page, ACTIVITY_WORD, &(ActivityTile){ .rect = { 0, 0, width, height } }, 48);
    for (size_t i = 0; i < page->data->item_count; i++) {
        size_t item = page->activity->state.shown[i];
        Rect box = { rect.x + (float)(at % columns) * (width + WORD_GAP), rect.y + (float)(at / columns) * (height + WORD_GAP), width, height };
        if (page->data->items[item].role != ACTIVITY_WORD) {
            continue;
        }
        at++;
        if (activity_is_placed(page->activity, item)) {
            activity_slot(page, 0, box, SV(""), false); /* it is in the key */
            continue;
        }
        bool has_room = activity_chosen(page->data, &page->activity->state) < ACTIVITY_WORDS_MAX && activity_is_free(page->activity, item);
        activity_tile(page, &(ActivityTile){ .item = item,
                                             .id = has_room ? ACTIVITY_ITEM + (uint32_t)item : 0,
                                             .rect = box,
                                             .size = size,
                                             .group = 1,
                                             .leads = page->lead.item == item && page->lead.to != ACTIVITY_NOWHERE });
    }
}

static void draw(const ActivityPage *page, Rect inside)
{
    Rect foot = { inside.x, inside.y + inside.h - FOOT, inside.w, FOOT };
    draw_key(page, (Rect){ inside.x, inside.y, inside.w, KEY_H });
    float y = inside.y + KEY_H + 20;
    float height = foot.y - 14 - y;
    if (page->is_tall) {
        float gate = height * 0.42f;
        draw_gate(page, (Rect){ inside.x + 30, y, inside.w - 60, gate });
        draw_words(page, (Rect){ inside.x, y + gate + 20, inside.w, height - gate - 20 });
    } else {
        float gate = 640;
        draw_words(page, (Rect){ inside.x, y, inside.w - gate - 40, height });
        draw_gate(page, (Rect){ inside.x + inside.w - gate, y - 6, gate, height + 6 });
    }
    activity_draw_foot(page, foot);
}

static StrView task(const ActivityPage *page)
{
    return TR(page->frame->catalogue, "activity.build.task", "Choose three or four words that nobody would guess.");
}

static void press(PlayScene *play, App *app, uint32_t id)
{
    PlayActivity *activity = &play->activity;
    size_t item = activity_item_of(id);
    if (item < activity->data->item_count) {
        int to = activity_is_placed(activity, item) ? ACTIVITY_NOWHERE : (int)activity_chosen(activity->data, &activity->state);
        (void)activity_put(play, app, item, to);
    }
}

/* On a word of the key: before it. Elsewhere: in, or out. */
static bool drop(PlayScene *play, App *app, size_t item, uint32_t onto)
{
    const PlayActivity *activity = &play->activity;
    size_t other = activity_item_of(onto);
    int to = activity_is_placed(activity, item) ? ACTIVITY_NOWHERE : (int)activity_chosen(activity->data, &activity->state);
    if (other < activity->data->item_count && activity_is_placed(activity, other)) {
        to = activity->state.place[other];
    }
    return activity_put(play, app, item, to);
}

const ActivityView activity_build_view = { .draw = draw, .press = press, .drop = drop, .task = task };
