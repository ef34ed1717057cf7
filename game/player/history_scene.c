#include "play_internal.h"
#include "sango/player/widgets.h"

/* The lines so far, newest at the bottom, a page at a time. */
enum { HISTORY_CLOSE = 1, HISTORY_UP = 2, HISTORY_DOWN = 3 };

typedef struct HistoryScene {
    Scene base;
    const PlayScene *play; /* below on the stack, so it outlives this scene */
    size_t last;           /* one past the newest line shown */
    size_t shown;          /* how many fitted at the last drawing */
} HistoryScene;

static void history_destroy(Scene *scene, App *app)
{
    scene_free(app, scene, sizeof(HistoryScene));
}

static void scroll(HistoryScene *history, bool up)
{
    size_t step = history->shown ? history->shown : 1;
    size_t count = history->play->past_count;
    if (up) {
        history->last = history->last > step + step ? history->last - step : (step < count ? step : count);
    } else {
        history->last = history->last + step < count ? history->last + step : count;
    }
}

static void history_activate(Scene *scene, App *app, uint32_t id)
{
    HistoryScene *history = (HistoryScene *)scene;
    if (id == HISTORY_UP || id == HISTORY_DOWN) {
        scroll(history, id == HISTORY_UP);
    } else {
        scene_stack_pop(&app->scenes, 1);
    }
}

static void history_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

static bool history_input(Scene *scene, App *app, const InputEvent *event)
{
    HistoryScene *history = (HistoryScene *)scene;
    (void)app;
    if (event->kind != INPUT_WHEEL) {
        return false;
    }
    scroll(history, event->value > 0);
    return true;
}

static UiText past_text(UiFrame *frame, const PlayPast *past, float left, float width)
{
    StrView text = past->text;
    TextSpan *name = ARENA_ARRAY(frame->arena, TextSpan, 1);
    if (past->speaker.len) {
        TextValue values[] = { { SV("name"), past->speaker }, { SV("text"), past->text } };
        text = frame_format(frame, TR(frame->catalogue, "history.line", "{name}: {text}"), values, 2);
    }
    UiText line = { .rect = { left, 0, width, 0 }, .text = text, .line_spacing = 0.95f, .role = SPEAK_TEXT };
    if (name && past->speaker.len && strview_starts_with(text, past->speaker)) {
        *name = (TextSpan){ .start = 0, .length = (uint32_t)past->speaker.len, .face = TEXT_FACE_BOLD };
        line.spans = name;
        line.span_count = 1;
    }
    return line;
}

/* Fills the space from the bottom up; gives the index of the first line that fits. */
static size_t first_that_fits(HistoryScene *history, UiFrame *frame, float left, float width, float space)
{
    size_t first = history->last;
    while (first > 0) {
        UiText text = past_text(frame, &history->play->past[first - 1], left, width);
        space -= ui_text_height(frame, &text) + 20;
        if (space < 0 && first < history->last) {
            break;
        }
        first--;
    }
    history->shown = history->last - first;
    return first;
}

static void history_draw(Scene *scene, App *app, UiFrame *frame)
{
    HistoryScene *history = (HistoryScene *)scene;
    const Catalogue *texts = frame->catalogue;
    float width = screen_fit(frame, 1520);
    float left = (frame->width - width) / 2;
    float top = 190;
    float bottom = frame->height - 200;
    (void)app;
    draw_fill(frame->draw, (Rect){ 0, 0, frame->width, frame->height }, 0, frame->theme->shade);
    ui_begin(frame, TR(texts, "history.screen", "The story so far"), HISTORY_CLOSE);
    screen_heading(frame, TR(texts, "history.screen", "The story so far"), true);
    ui_panel(frame, (Rect){ left, top, width, bottom - top });
    size_t first = first_that_fits(history, frame, left + 60, width - 120, bottom - top - 60);
    float y = top + 40;
    draw_clip(frame->draw, (Rect){ left, top + 20, width, bottom - top - 40 });
    for (size_t i = first; i < history->last; i++) {
        UiText text = past_text(frame, &history->play->past[i], left + 60, width - 120);
        text.rect.y = y;
        y += ui_text(frame, &text) + 20;
    }
    draw_clip_end(frame->draw);
    float buttons = frame->height - 160;
    float button = (screen_fit(frame, 1280) - 80) / 3;
    ui_button(frame, &(UiButton){ .id = HISTORY_UP,
                                  .rect = { frame->width / 2 - button * 1.5f - 40, buttons, button, 112 },
                                  .label = TR(texts, "history.up", "Earlier"),
                                  .style = UI_BUTTON_PLAIN,
                                  .disabled = first == 0 });
    screen_button(frame, HISTORY_CLOSE, frame->width / 2, buttons, button, TR(texts, "history.close", "Close"), UI_BUTTON_PRIMARY);
    ui_button(frame, &(UiButton){ .id = HISTORY_DOWN,
                                  .rect = { frame->width / 2 + button / 2 + 40, buttons, button, 112 },
                                  .label = TR(texts, "history.down", "Later"),
                                  .style = UI_BUTTON_PLAIN,
                                  .disabled = history->last >= history->play->past_count });
    ui_end(frame);
}

Scene *history_scene_create(App *app, const PlayScene *play)
{
    static const SceneOps ops = {
        .name = "history",
        .destroy = history_destroy,
        .input = history_input,
        .activate = history_activate,
        .back = history_back,
        .draw = history_draw,
    };
    HistoryScene *history = scene_new(app, sizeof *history);
    if (!history) {
        return NULL;
    }
    history->base.ops = &ops;
    history->play = play;
    history->last = play->past_count;
    return &history->base;
}
