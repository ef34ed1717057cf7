#include "staff_internal.h"

#include <stdio.h>

/* The figures, today's or all of them, and their way out: a table and a page for the event. */
enum { FIGURES_SPAN = 1, FIGURES_EXPORT = 2 };

typedef struct FiguresScene {
    StaffScene staff; /* the first member */
    Arena arena;
    Status status;
    FiguresSum sum;
    StrView *questions; /* of its spreads; NULL: their ids are shown */
    bool is_all; /* else today */
    bool has_exported;
    Status exported;
    StrView path;
} FiguresScene;

static void read(FiguresScene *figures, App *app)
{
    StoreCount *counts;
    size_t count;
    arena_reset(&figures->arena);
    figures->has_exported = false;
    figures->status = figures_read(&figures->staff.kiosk->figures, kiosk_store(app), &figures->arena, &counts, &count);
    StrView day = figures->is_all ? SV("") : app_day(app, &figures->arena);
    if (figures_sum(&figures->arena, counts, count, day, &figures->sum) != STATUS_OK) {
        figures->status = STATUS_NOMEM;
    }
    size_t spreads = figures->sum.spread_count;
    figures->questions = spreads ? ARENA_ARRAY(&figures->arena, StrView, spreads) : NULL;
    for (size_t i = 0; figures->questions && i < spreads; i++) {
        figures->questions[i] = figures_question(figures->staff.kiosk, app, &figures->arena, &figures->sum.spreads[i]);
    }
}

static void figures_enter(Scene *scene, App *app)
{
    read((FiguresScene *)scene, app);
}

static void figures_destroy(Scene *scene, App *app)
{
    FiguresScene *figures = (FiguresScene *)scene;
    arena_release(&figures->arena);
    scene_free(app, figures, sizeof *figures);
}

static void figures_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

static void figures_activate(Scene *scene, App *app, uint32_t id)
{
    FiguresScene *figures = (FiguresScene *)scene;
    if (id == FIGURES_SPAN) {
        figures->is_all = !figures->is_all;
        read(figures, app);
    } else if (id == FIGURES_EXPORT) {
        figures->exported = figures_export(figures->staff.kiosk, app, &figures->arena, &figures->path);
        figures->has_exported = true;
    } else {
        figures_back(scene, app);
    }
}

static StrView number(UiFrame *frame, uint64_t value)
{
    return frame_number(frame, value < 0xFFFFFFFFu ? (unsigned)value : 0xFFFFFFFFu);
}

typedef struct Column {
    Rect rect;
    float y;
} Column;

static void draw_row(UiFrame *frame, Column *column, StrView name, StrView value, bool is_title)
{
    const float height = 62;
    if (column->y + height > column->rect.y + column->rect.h) {
        return; /* the exported table has all of them */
    }
    Rect rect = { column->rect.x, column->y, column->rect.w, height };
    ui_text(frame, &(UiText){ .rect = { rect.x, rect.y, rect.w * (value.len ? 0.66f : 1.0f), rect.h },
                              .text = name,
                              .face = is_title ? TEXT_FACE_BOLD : TEXT_FACE_BODY,
                              .size = 40,
                              .role = is_title ? SPEAK_HEADING : SPEAK_TEXT,
                              .middle = true,
                              .max_lines = 1,
                              .fit_min = 0.4f });
    if (value.len) {
        ui_text(frame, &(UiText){ .rect = { rect.x + rect.w * 0.68f, rect.y, rect.w * 0.32f, rect.h },
                                  .text = value,
                                  .face = TEXT_FACE_BOLD,
                                  .size = 40,
                                  .align = TEXT_ALIGN_END,
                                  .role = SPEAK_TEXT,
                                  .middle = true,
                                  .max_lines = 1,
                                  .fit_min = 0.4f });
    }
    column->y += height;
}

static StrView two(UiFrame *frame, uint64_t a, uint64_t b)
{
    char text[64];
    int len = snprintf(text, sizeof text, "%llu / %llu", (unsigned long long)a, (unsigned long long)b);
    return arena_copy(frame->arena, (StrView){ text, (size_t)len });
}

static void draw_counts(const FiguresScene *figures, UiFrame *frame, Column *column)
{
    const Catalogue *texts = frame->catalogue;
    const FiguresSum *sum = &figures->sum;
    draw_row(frame, column, TR(texts, "kiosk.fig_plays", "Stories begun"), number(frame, sum->plays), false);
    draw_row(frame, column, TR(texts, "kiosk.fig_finished", "To the end"), number(frame, sum->finished), false);
    draw_row(frame, column, TR(texts, "kiosk.fig_two", "Played by two"), number(frame, sum->two_players), false);
    for (size_t i = 0; i < sum->languages.count; i++) {
        draw_row(frame, column, kiosk_language_name(sum->languages.rows[i].name), number(frame, sum->languages.rows[i].begun), false);
    }
    uint64_t aways = 0;
    for (size_t i = 0; i < sum->aways.count; i++) {
        aways += sum->aways.rows[i].begun;
    }
    draw_row(frame, column, TR(texts, "kiosk.fig_away", "Went away before the end"), number(frame, aways), false);
    draw_row(frame, column, TR(texts, "kiosk.fig_ghosts", "Touches that were ignored"), number(frame, sum->ghosts), false);
}

static StrView spread_text(UiFrame *frame, const FigureSpread *spread)
{
    char text[96];
    int len = 0;
    for (unsigned i = 0; i < spread->option_count && len >= 0 && (size_t)len < sizeof text; i++) {
        uint64_t share = (spread->counts[i] * 100 + spread->total / 2) / spread->total;
        int more = snprintf(text + len, sizeof text - (size_t)len, "%s%llu %%", i ? "  " : "", (unsigned long long)share);
        len += more > 0 ? more : 0;
    }
    return arena_copy(frame->arena, (StrView){ text, (size_t)len < sizeof text ? (size_t)len : sizeof text - 1 });
}

static StrView episode_title(const FiguresScene *figures, UiFrame *frame, StrView key)
{
    const Kiosk *kiosk = figures->staff.kiosk;
    for (size_t i = 0; i < kiosk->episode_count; i++) {
        if (strview_equal(kiosk->episodes[i]->key, key)) {
            return level_title(frame, kiosk->episodes[i]);
        }
    }
    return key;
}

static void draw_episodes(const FiguresScene *figures, UiFrame *frame, Column *column)
{
    const Catalogue *texts = frame->catalogue;
    const FiguresSum *sum = &figures->sum;
    draw_row(frame, column, TR(texts, "kiosk.fig_episodes", "Stories: begun / to the end"), SV(""), true);
    for (size_t i = 0; i < sum->episodes.count; i++) {
        const FigureRow *row = &sum->episodes.rows[i];
        draw_row(frame, column, episode_title(figures, frame, row->name), two(frame, row->begun, row->finished), false);
    }
    draw_row(frame, column, TR(texts, "kiosk.fig_spreads", "Answers (of five and more)"), SV(""), true);
    for (size_t i = 0; i < sum->spread_count; i++) {
        StrView question = figures->questions ? figures->questions[i] : sum->spreads[i].decision;
        draw_row(frame, column, question, spread_text(frame, &sum->spreads[i]), false);
    }
}

static StrView message(const FiguresScene *figures, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    TextValue values[] = { { SV("file"), figures->path }, { SV("why"), strview_from_cstr(status_text(figures->exported)) } };
    if (figures->status != STATUS_OK) {
        return TR(texts, "kiosk.fig_unread", "The figures cannot be read from the disk; these are those in memory.");
    }
    if (!figures->has_exported) {
        return TR(texts, "kiosk.fig_note", "Counts for each hour. No visitor is named.");
    }
    return frame_format(frame, figures->exported == STATUS_OK ? TR(texts, "kiosk.fig_written", "Written, with a table beside it: {file}")
                                                              : TR(texts, "kiosk.fig_unwritten", "Nothing was written to {file} ({why}). The figures are still here."),
                        values, 2);
}

static void figures_draw(Scene *scene, App *app, UiFrame *frame)
{
    const FiguresScene *figures = (const FiguresScene *)scene;
    const Catalogue *texts = frame->catalogue;
    bool is_tall = screen_is_tall(frame);
    (void)app;
    staff_begin(frame, figures->is_all ? TR(texts, "kiosk.fig_all", "Figures: all days") : TR(texts, "kiosk.fig_today", "Figures: today"), FIGURES_SPAN);
    float width = screen_fit(frame, 1760);
    float bottom = frame->height - 170;
    Rect panel = { (frame->width - width) / 2, 190, width, bottom - 190 - 120 };
    float half = is_tall ? panel.w - 100 : (panel.w - 160) / 2;
    float half_h = is_tall ? (panel.h - 80) / 2 : panel.h - 70;
    Column counts = { { panel.x + 50, panel.y + 30, half, half_h }, panel.y + 30 };
    float right = is_tall ? panel.x + 50 : panel.x + 110 + half;
    float right_y = is_tall ? panel.y + 40 + half_h : panel.y + 30;
    Column episodes = { { right, right_y, half, half_h }, right_y };
    ui_panel(frame, panel);
    draw_counts(figures, frame, &counts);
    draw_episodes(figures, frame, &episodes);
    Rect bar = { panel.x, bottom - 104, panel.w, 84 };
    ui_bar(frame, bar, 42);
    ui_text(frame, &(UiText){ .rect = { bar.x + 40, bar.y, bar.w - 80, bar.h },
                              .text = message(figures, frame),
                              .size = 38,
                              .color = frame->theme->on_bar,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_TEXT,
                              .middle = true,
                              .max_lines = 2,
                              .fit_min = 0.4f });
    float button = (screen_fit(frame, 1240) - 40) / 2;
    screen_button(frame, FIGURES_SPAN, frame->width / 2 - button / 2 - 20, bottom + 10, button,
                  figures->is_all ? TR(texts, "kiosk.show_today", "Today") : TR(texts, "kiosk.show_all", "All days"), UI_BUTTON_PLAIN);
    screen_button(frame, FIGURES_EXPORT, frame->width / 2 + button / 2 + 20, bottom + 10, button, TR(texts, "kiosk.export", "Write table and report"), UI_BUTTON_PRIMARY);
    ui_end(frame);
}

Scene *figures_scene_create(Kiosk *kiosk, App *app)
{
    static const SceneOps ops = {
        .name = "figures",
        .opaque = true,
        .enter = figures_enter,
        .destroy = figures_destroy,
        .activate = figures_activate,
        .back = figures_back,
        .draw = figures_draw,
    };
    FiguresScene *figures = scene_new(app, sizeof *figures);
    if (!figures) {
        return NULL;
    }
    figures->staff = (StaffScene){ { &ops }, kiosk };
    arena_init(&figures->arena, app->parts.alloc, 4096);
    return &figures->staff.base;
}
