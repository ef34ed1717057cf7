#ifndef TESTS_UI_SUPPORT_H
#define TESTS_UI_SUPPORT_H

/* One frame after another of a page that a test draws; letters are equally wide. */
#include "sango/ui/tween.h"
#include "test.h"
#include "text/grid_measure.h"
#include "ui/ui_internal.h"

#include <string.h>

typedef struct Page {
    Arena arena;
    DrawList draw;
    SpeakList speak;
    Ui ui;
    Catalogue catalogue;
    GridMeasure grid;
    UiFrame frame;
    float text_scale;
    bool mirrored;
} Page;

/* Of a usual face: half an em a letter, an em a hanzi, lines 1.2 em apart. */
static float usual_width(void *user, const TextRun *run)
{
    return grid_width(user, run) / 2;
}

static void usual_metrics(void *user, uint8_t font, float size, float *ascent, float *descent, float *skip)
{
    (void)user;
    (void)font;
    *ascent = size * 0.8f;
    *descent = size * 0.2f;
    *skip = size * 1.2f;
}

static inline void page_open(Page *page)
{
    *page = (Page){ .text_scale = 1 };
    arena_init(&page->arena, alloc_heap(), 64 * 1024);
    catalogue_init(&page->catalogue, alloc_heap(), SV("en"));
    grid_init(&page->grid, false);
    page->grid.measure.width = usual_width;
    page->grid.measure.metrics = usual_metrics;
}

static inline void page_close(Page *page)
{
    catalogue_release(&page->catalogue);
    arena_release(&page->arena);
}

static inline UiFrame *page_begin(Page *page, StrView title, uint32_t first_focus)
{
    arena_reset(&page->arena);
    draw_list_begin(&page->draw, &page->arena, 1920, 1080);
    page->frame = (UiFrame){ .ui = &page->ui, .draw = &page->draw, .speak = &page->speak, .arena = &page->arena,
                             .measure = &page->grid.measure, .catalogue = &page->catalogue, .theme = theme_day(),
                             .text_scale = page->text_scale, .mirrored = page->mirrored, .width = 1920, .height = 1080 };
    ui_begin(&page->frame, title, first_focus);
    return &page->frame;
}

static inline uint32_t page_event(Page *page, InputKind kind, float x, float y, int32_t value)
{
    return ui_input(&page->ui, &(InputEvent){ .kind = kind, .x = x, .y = y, .value = value }, NULL);
}

static inline const SpeakItem *page_says(const Page *page, StrView label)
{
    for (size_t i = 0; i < page->speak.count; i++) {
        if (strview_equal(page->speak.items[i].label, label)) {
            return &page->speak.items[i];
        }
    }
    return NULL;
}

/* The `nth` command of that kind from 0; with a name when `name` is not empty. NULL when there is none. */
static inline const DrawCmd *page_cmd(const Page *page, DrawKind kind, StrView name, size_t nth)
{
    for (size_t i = 0; i < page->draw.count; i++) {
        const DrawCmd *cmd = &page->draw.cmds[i];
        if (cmd->kind == kind && (name.len == 0 || strview_equal(cmd->name, name)) && nth-- == 0) {
            return cmd;
        }
    }
    return NULL;
}

#endif
