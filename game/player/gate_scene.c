#include "sango/player/scenes.h"
#include "sango/player/widgets.h"

/* A gate that a child does not pass by accident: two times four numbers are written in words, and one of eight cards has them in
 * this order. It takes reading and nothing else: no sum, no hold, no haste, nothing to remember; it can be heard as well. After three
 * wrong cards it goes back to where it came from, without a word. It is no lock: who can read passes. */
enum { GATE_CARD = 10, CARDS = 8, DIGITS = 4, ROUNDS = 2, TRIES = 3, SAME_FIRST = 3 };
/* A press counts when nobody has pressed for so long: nobody reads faster, and who hammers on the keys gets nowhere. */
enum { STILL_MS = 600 };

typedef struct GateScene {
    Scene base;
    Arena texts;
    StrView what;
    void (*yes)(App *app, int64_t argument);
    int64_t argument;
    Rng rng; /* its own: the numbers of the n-th gate of a run do not hang on what was played before */
    unsigned round, mistakes;
    unsigned right; /* which card */
    uint8_t cards[CARDS][DIGITS];
    unsigned typed;    /* how many of the right card's numbers were typed */
    bool is_named;     /* the next activation came by name: from a screen reader or the terminal */
    uint64_t still_ms; /* since when nobody has pressed */
} GateScene;

static void gate_destroy(Scene *scene, App *app)
{
    GateScene *gate = (GateScene *)scene;
    arena_release(&gate->texts);
    scene_free(app, gate, sizeof *gate);
}

static void shuffle(uint8_t *digits, unsigned count, Rng *rng)
{
    for (unsigned i = count; i > 1; i--) {
        unsigned other = rng_below(rng, i);
        uint8_t digit = digits[i - 1];
        digits[i - 1] = digits[other];
        digits[other] = digit;
    }
}

static bool is_same(const uint8_t *a, const uint8_t *b, bool backwards)
{
    for (unsigned i = 0; i < DIGITS; i++) {
        if (a[i] != b[backwards ? DIGITS - 1 - i : i]) {
            return false;
        }
    }
    return true;
}

/* Not there yet, and not the right one read from its other end: on a right-to-left page either way of reading is then good. */
static bool is_new(const GateScene *gate, const uint8_t *right, const uint8_t *card, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        if (is_same(gate->cards[i], card, false)) {
            return false;
        }
    }
    return !is_same(right, card, false) && !is_same(right, card, true);
}

/* The same four numbers on each card, in other orders; some begin like the right one, so that the first word does not give it away. */
static void deal(GateScene *gate, App *app)
{
    uint8_t pool[9] = { 1, 2, 3, 4, 5, 6, 7, 8, 9 };
    unsigned same_first = 0, others = 0;
    shuffle(pool, 9, &gate->rng);
    for (unsigned count = 0; count < CARDS - 1;) {
        uint8_t *card = gate->cards[count];
        for (unsigned i = 0; i < DIGITS; i++) {
            card[i] = pool[i];
        }
        shuffle(card, DIGITS, &gate->rng);
        unsigned *kind = card[0] == pool[0] ? &same_first : &others;
        if (is_new(gate, pool, card, count) && *kind < (kind == &same_first ? SAME_FIRST : CARDS - 1 - SAME_FIRST)) {
            *kind += 1;
            count++;
        }
    }
    gate->right = rng_below(&gate->rng, CARDS);
    for (unsigned i = 0; i < DIGITS; i++) {
        gate->cards[CARDS - 1][i] = gate->cards[gate->right][i];
        gate->cards[gate->right][i] = pool[i];
    }
    gate->typed = 0;
    gate->still_ms = app->now_ms;
    app_touch(app);
}

static void answer(GateScene *gate, App *app, bool is_right)
{
    gate->round = is_right ? gate->round + 1 : 0;
    gate->mistakes += !is_right;
    if (gate->round == ROUNDS) {
        scene_stack_pop(&app->scenes, 1);
        gate->yes(app, gate->argument);
    } else if (gate->mistakes == TRIES) {
        scene_stack_pop(&app->scenes, 1);
    } else {
        app_sound(app, SV("page"));
        deal(gate, app);
    }
}

static void gate_activate(Scene *scene, App *app, uint32_t id)
{
    GateScene *gate = (GateScene *)scene;
    bool is_in_time = gate->is_named || app->now_ms >= gate->still_ms + STILL_MS;
    gate->is_named = false;
    gate->still_ms = app->now_ms;
    if (id == WIDGET_BACK) {
        scene_stack_pop(&app->scenes, 1);
    } else if (id >= GATE_CARD && id < GATE_CARD + CARDS && is_in_time) {
        answer(gate, app, id - GATE_CARD == gate->right);
    }
}

static void gate_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

/* The numbers may be typed as well. */
static bool gate_input(Scene *scene, App *app, const InputEvent *event)
{
    GateScene *gate = (GateScene *)scene;
    gate->is_named = event->kind == INPUT_ACTIVATE;
    if (event->kind != INPUT_DIGIT) {
        return false;
    }
    if (event->value != gate->cards[gate->right][gate->typed]) {
        answer(gate, app, false);
    } else if (++gate->typed == DIGITS) {
        answer(gate, app, true);
    }
    return true;
}

static StrView digit_word(const Catalogue *texts, unsigned digit)
{
    switch (digit) {
    case 1:
        return TR(texts, "gate.one", "one");
    case 2:
        return TR(texts, "gate.two", "two");
    case 3:
        return TR(texts, "gate.three", "three");
    case 4:
        return TR(texts, "gate.four", "four");
    case 5:
        return TR(texts, "gate.five", "five");
    case 6:
        return TR(texts, "gate.six", "six");
    case 7:
        return TR(texts, "gate.seven", "seven");
    case 8:
        return TR(texts, "gate.eight", "eight");
    default:
        return TR(texts, "gate.nine", "nine");
    }
}

static StrView right_words(const GateScene *gate, UiFrame *frame)
{
    const uint8_t *card = gate->cards[gate->right];
    const Catalogue *texts = frame->catalogue;
    TextValue values[] = { { SV("a"), digit_word(texts, card[0]) },
                           { SV("b"), digit_word(texts, card[1]) },
                           { SV("c"), digit_word(texts, card[2]) },
                           { SV("d"), digit_word(texts, card[3]) } };
    return frame_format(frame, TR(texts, "gate.words", "{a}, {b}, {c}, {d}"), values, DIGITS);
}

/* With gaps, so that voices say one number after the other. */
static StrView card_label(const uint8_t *card, UiFrame *frame)
{
    char label[2 * DIGITS];
    for (unsigned i = 0; i < DIGITS; i++) {
        label[2 * i] = (char)('0' + card[i]);
        label[2 * i + 1] = ' ';
    }
    return arena_copy(frame->arena, (StrView){ label, 2 * DIGITS - 1 });
}

static void draw_question(const GateScene *gate, UiFrame *frame, Rect box)
{
    const Catalogue *texts = frame->catalogue;
    float press = gate->round ? 0.04f : 0.42f, numbers = gate->round ? 0.5f : 0.7f; /* what it is about was read the first time */
    ui_text(frame, &(UiText){ .rect = { box.x, box.y, box.w, box.h * press - 8 },
                              .text = gate->round ? SV("") : gate->what,
                              .size = frame->theme->text_small,
                              .line_spacing = 1.1f,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_TEXT,
                              .middle = true,
                              .fit_min = 0.3f });
    ui_text(frame, &(UiText){ .rect = { box.x, box.y + box.h * press, box.w, box.h * (numbers - press) },
                              .text = gate->round ? TR(texts, "gate.again", "And once more: press the card with these numbers, in this order.")
                                                  : TR(texts, "gate.press", "Press the card with these numbers, in this order."),
                              .size = frame->theme->text_body,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_TEXT,
                              .middle = true,
                              .fit_min = 0.3f });
    ui_text(frame, &(UiText){ .rect = { box.x, box.y + box.h * numbers, box.w, box.h * (1 - numbers) },
                              .text = right_words(gate, frame),
                              .face = TEXT_FACE_BOLD,
                              .size = frame->theme->text_title,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_HEADING,
                              .middle = true,
                              .fit_min = 0.3f });
}

static void draw_cards(const GateScene *gate, UiFrame *frame, Rect box)
{
    const float gap = 30;
    unsigned columns = screen_is_tall(frame) ? 2 : 4;
    unsigned rows = CARDS / columns;
    float width = (box.w - gap * (float)(columns - 1)) / (float)columns;
    float height = (box.h - gap * (float)(rows - 1)) / (float)rows;
    for (unsigned i = 0; i < CARDS; i++) {
        Rect card = { box.x + (float)(i % columns) * (width + gap), box.y + (float)(i / columns) * (height + gap), width, height };
        ui_button(frame, &(UiButton){ .id = GATE_CARD + i, .rect = card, .label = card_label(gate->cards[i], frame), .style = UI_BUTTON_QUIET });
    }
}

static void gate_draw(Scene *scene, App *app, UiFrame *frame)
{
    const GateScene *gate = (const GateScene *)scene;
    StrView title = TR(frame->catalogue, "gate.screen", "For grown-ups");
    (void)app;
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, title, GATE_CARD);
    screen_heading(frame, title, true);
    bool is_tall = screen_is_tall(frame);
    float width = screen_fit(frame, 1500);
    float cards = is_tall ? 4 * 140 + 3 * 30 : 2 * 140 + 30;
    float words = (is_tall ? 560.0f : 400.0f) + (frame->text_scale > 1.4f ? 60.0f : 0.0f);
    Rect panel = { (frame->width - width) / 2, 190 + (frame->height - 1080) * (is_tall ? 0.1f : 0.4f), width, words + cards + 120 };
    ui_panel(frame, panel);
    draw_question(gate, frame, (Rect){ panel.x + 60, panel.y + 36, panel.w - 120, words });
    draw_cards(gate, frame, (Rect){ panel.x + 60, panel.y + words + 60, panel.w - 120, cards });
    ui_end(frame);
}

Scene *gate_scene_create(App *app, StrView what, void (*yes)(App *app, int64_t argument), int64_t argument)
{
    static const SceneOps ops = {
        .name = "gate",
        .opaque = true,
        .destroy = gate_destroy,
        .input = gate_input,
        .activate = gate_activate,
        .back = gate_back,
        .draw = gate_draw,
    };
    GateScene *gate = scene_new(app, sizeof *gate);
    if (!gate) {
        return NULL;
    }
    gate->base.ops = &ops;
    gate->yes = yes;
    gate->argument = argument;
    rng_seed(&gate->rng, app->parts.seed + 1000003u * ++app->gate_count);
    arena_init(&gate->texts, app->parts.alloc, 512);
    gate->what = arena_copy(&gate->texts, what);
    deal(gate, app);
    return &gate->base;
}
