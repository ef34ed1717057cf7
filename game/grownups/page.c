#include "grownups_internal.h"
#include "sango/player/widgets.h"

#include <stdio.h>

enum { TOP = 184, GAP = 20, TEXT_GAP = 12, PAD = 40, SIDE = 56, BUTTONS = 150, END = 36 };

static void page_enter(Scene *scene, App *app)
{
    grown_page_fill((GrownPage *)scene, app);
}

static void page_destroy(Scene *scene, App *app)
{
    GrownPage *page = (GrownPage *)scene;
    arena_release(&page->arena);
    arena_release(&page->keep);
    scene_free(app, page, sizeof *page);
}

static void turn(GrownPage *page, bool is_on)
{
    if (is_on && page->first + page->shown < page->count) {
        page->first += page->shown;
    } else if (!is_on) {
        page->first = page->first > page->shown ? page->first - page->shown : 0;
    }
}

static void page_activate(Scene *scene, App *app, uint32_t id)
{
    GrownPage *page = (GrownPage *)scene;
    if (id == GROWN_MORE || id == GROWN_BEFORE) {
        turn(page, id == GROWN_MORE);
        app_sound(app, SV("page"));
    } else if (id == WIDGET_NOTICE_OK) {
        strbuf_clear(&app->notice);
    } else if (id >= GROWN_FIRST_ID && id < WIDGET_BACK) {
        uint32_t pops = app->scenes.pending_pops;
        page->kind->chosen(page, app, id);
        if (app->scenes.pending_pops == pops) {
            grown_page_fill(page, app);
        }
    } else {
        scene_stack_pop(&app->scenes, 1);
    }
}

static void page_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

static bool page_input(Scene *scene, App *app, const InputEvent *event)
{
    (void)app;
    if (event->kind != INPUT_WHEEL) {
        return false;
    }
    turn((GrownPage *)scene, event->value < 0);
    return true;
}

static void page_update(Scene *scene, App *app, uint64_t now_ms)
{
    GrownPage *page = (GrownPage *)scene;
    (void)now_ms;
    if (page->kind->is_live) {
        grown_page_fill(page, app);
    }
}

static UiText text_of(const UiFrame *frame, const GrownItem *item, Rect rect)
{
    bool is_heading = item->kind == GROWN_HEADING;
    return (UiText){ .rect = rect,
                     .text = item->text,
                     .face = is_heading ? TEXT_FACE_BOLD : TEXT_FACE_BODY,
                     .size = is_heading ? frame->theme->text_label : frame->theme->text_small,
                     .line_spacing = 1.05f,
                     .role = is_heading ? SPEAK_HEADING : SPEAK_TEXT };
}

/* Rows grow a little with the letters: twice their size, they stand in two lines. */
static float item_height(UiFrame *frame, const GrownItem *item, float width, float most)
{
    float larger = 1 + 0.45f * (frame->text_scale - 1);
    UiText text = text_of(frame, item, (Rect){ 0, 0, width, 0 });
    float height = 112 * larger;
    if (item->kind == GROWN_TEXT || item->kind == GROWN_HEADING) {
        height = ui_text_height(frame, &text);
    } else if (item->kind == GROWN_ROW && item->description.len) {
        height = 140 * larger;
    }
    return height < most ? height : most;
}

static void draw_item(UiFrame *frame, const GrownItem *item, Rect rect)
{
    if (item->kind == GROWN_SWITCH) {
        ui_switch(frame, &(UiSwitch){ item->id, rect, item->text, item->is_on });
    } else if (item->kind == GROWN_ROW && item->description.len) {
        grown_tile(frame, &(GrownTile){ .title = item->text, .line = item->description }, item->id, rect);
    } else if (item->kind == GROWN_ROW) {
        ui_button(frame, &(UiButton){ .id = item->id,
                                      .rect = rect,
                                      .label = item->text,
                                      .style = UI_BUTTON_QUIET });
    } else {
        UiText text = text_of(frame, item, rect);
        text.fit_min = 0.4f;
        (void)ui_text(frame, &text);
    }
}

/* On a wide screen two rows of a kind stand side by side. */
static size_t side_by_side(const GrownPage *page, const UiFrame *frame, size_t at)
{
    const GrownItem *item = &page->items[at];
    bool is_pair = !screen_is_tall(frame) && item->kind == GROWN_ROW && at + 1 < page->count && item[1].kind == GROWN_ROW &&
                   (item->description.len > 0) == (item[1].description.len > 0);
    return is_pair ? 2 : 1;
}

static float gap_before(const GrownPage *page, size_t at)
{
    if (at == page->first) {
        return 0;
    }
    return page->items[at].kind == GROWN_TEXT && page->items[at - 1].kind != GROWN_ROW ? TEXT_GAP : GAP;
}

/* How many items from `first` on stand within `room`; *height is what they take. At least one line of them. */
static size_t fitting(const GrownPage *page, UiFrame *frame, float width, float room, float *height)
{
    size_t at = page->first;
    *height = 0;
    while (at < page->count) {
        float next = item_height(frame, &page->items[at], width, room) + gap_before(page, at);
        if (at > page->first && *height + next > room + 0.5f) {
            break;
        }
        *height += next;
        at += side_by_side(page, frame, at);
    }
    /* A heading belongs to what follows it. */
    while (at < page->count && at > page->first + 1 && page->items[at - 1].kind == GROWN_HEADING) {
        at--;
        *height -= item_height(frame, &page->items[at], width, room) + gap_before(page, at);
    }
    return at - page->first;
}

static void draw_items(const GrownPage *page, UiFrame *frame, Rect box, float room)
{
    float y = box.y;
    for (size_t i = page->first; i < page->first + page->shown;) {
        size_t beside = side_by_side(page, frame, i);
        float width = beside == 2 ? (box.w - GAP) / 2 : box.w;
        y += gap_before(page, i);
        Rect rect = { box.x, y, width, item_height(frame, &page->items[i], box.w, room) };
        for (size_t k = 0; k < beside; k++) {
            draw_item(frame, &page->items[i + k], rect);
            rect.x += width + GAP;
        }
        y += rect.h;
        i += beside;
    }
}

static bool has_more(const GrownPage *page)
{
    return page->first + page->shown < page->count;
}

static void draw_turning(const GrownPage *page, UiFrame *frame)
{
    float width = (screen_fit(frame, 1000) - 40) / 2;
    float y = frame->height - 136;
    if (page->first) {
        screen_button(frame, GROWN_BEFORE, frame->width / 2 - width / 2 - 20, y, width, TR(frame->catalogue, "grown.before", "Page back"), UI_BUTTON_PLAIN);
    }
    if (has_more(page)) {
        screen_button(frame, GROWN_MORE, frame->width / 2 + width / 2 + 20, y, width, TR(frame->catalogue, "grown.more", "More"), UI_BUTTON_PLAIN);
    }
}

/* What can be pressed on the page; without it what leads to the next one. */
static uint32_t first_target(const GrownPage *page)
{
    for (size_t i = page->first; i < page->first + page->shown; i++) {
        if (page->items[i].id) {
            return page->items[i].id;
        }
    }
    return page->is_whole ? WIDGET_BACK : has_more(page) ? GROWN_MORE : GROWN_BEFORE;
}

static void page_draw(Scene *scene, App *app, UiFrame *frame)
{
    GrownPage *page = (GrownPage *)scene;
    float width = screen_fit(frame, 1680);
    float left = (frame->width - width) / 2;
    float room = frame->height - TOP - END - 2 * PAD;
    float height;
    page->first = page->first < page->count ? page->first : 0;
    page->shown = fitting(page, frame, width - 2 * SIDE, room, &height);
    page->is_whole = page->first == 0 && page->shown == page->count;
    if (!page->is_whole) {
        room -= BUTTONS - END;
        page->shown = fitting(page, frame, width - 2 * SIDE, room, &height);
    }
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, page->title, first_target(page));
    screen_heading(frame, page->title, true);
    ui_panel(frame, (Rect){ left, TOP, width, height + 2 * PAD });
    draw_items(page, frame, (Rect){ left + SIDE, TOP + PAD - 6, width - 2 * SIDE, height }, room);
    if (!page->is_whole) {
        draw_turning(page, frame);
    }
    screen_notice(app, frame);
    ui_end(frame);
}

/* --- one tile ---------------------------------------------------------------------------- */

void grown_tile(UiFrame *frame, const GrownTile *tile, uint32_t id, Rect rect)
{
    uint32_t first = (uint32_t)frame->draw->count;
    float side = rect.h * 0.46f < 110 ? rect.h * 0.46f : 110;
    float start = tile->icon.len ? side + 60 : 40;
    Rect box = { ui_mirror_x(frame, rect.x, rect.w), rect.y, rect.w, rect.h };
    Rect icon = { ui_mirror_x(frame, rect.x + 34, side), rect.y + (rect.h - side) / 2 - 6, side, side };
    Rgba ink = tile->leads ? frame->theme->on_go : frame->theme->ink;
    draw_nine(frame->draw, tile->leads ? SV("ui/button_go") : SV("ui/choice"), box, 0xFFFFFFFFu);
    if (tile->icon.len) {
        draw_nine(frame->draw, tile->icon, icon, 0xFFFFFFFFu);
    }
    ui_text(frame, &(UiText){ .rect = { rect.x + start, rect.y + 14, rect.w - start - 30, rect.h * 0.46f - 14 },
                              .text = tile->title,
                              .face = TEXT_FACE_BOLD,
                              .size = frame->theme->text_label,
                              .color = ink,
                              .line_spacing = 0.95f,
                              .silent = true,
                              .middle = true,
                              .fit_min = 0.3f });
    ui_text(frame, &(UiText){ .rect = { rect.x + start, rect.y + rect.h * 0.46f, rect.w - start - 30, rect.h * 0.54f - 24 },
                              .text = tile->line,
                              .size = frame->theme->text_small,
                              .color = tile->leads ? ink : frame->theme->ink_soft,
                              .line_spacing = 0.95f,
                              .silent = true,
                              .middle = true,
                              .fit_min = 0.4f });
    ui_area(frame, &(UiArea){ .id = id,
                              .rect = rect,
                              .role = SPEAK_BUTTON,
                              .label = tile->title,
                              .description = tile->line,
                              .first_cmd = first,
                              .focus_art = tile->leads ? SV("ui/button_go_focus") : SV("ui/choice_focus") });
}

/* --- what stands on it ------------------------------------------------------------------ */

static void add(GrownPage *page, const GrownItem *item)
{
    GrownItem *grown = item->text.len ? arena_grow(&page->arena, page->items, page->count, sizeof *grown) : NULL;
    if (grown) {
        page->items = grown;
        grown[page->count++] = *item;
    }
}

void grown_text(GrownPage *page, StrView text)
{
    add(page, &(GrownItem){ .kind = GROWN_TEXT, .text = text });
}

void grown_heading(GrownPage *page, StrView text)
{
    add(page, &(GrownItem){ .kind = GROWN_HEADING, .text = text });
}

void grown_row(GrownPage *page, uint32_t id, StrView text, StrView description)
{
    add(page, &(GrownItem){ .kind = GROWN_ROW, .id = id, .text = text, .description = description });
}

void grown_switch(GrownPage *page, uint32_t id, StrView text, bool is_on)
{
    add(page, &(GrownItem){ .kind = GROWN_SWITCH, .id = id, .text = text, .is_on = is_on });
}

StrView grown_format(GrownPage *page, StrView pattern, const TextValue *values, size_t count)
{
    StrBuf text;
    strbuf_init(&text, page->arena.alloc);
    text_format(&text, pattern, values, count);
    StrView copy = arena_copy(&page->arena, strbuf_view(&text));
    strbuf_release(&text);
    return copy.data ? copy : pattern;
}

StrView grown_number(GrownPage *page, uint64_t number)
{
    char digits[24];
    int len = snprintf(digits, sizeof digits, "%llu", (unsigned long long)number);
    return arena_copy(&page->arena, (StrView){ digits, (size_t)len });
}

StrView grown_ltr(GrownPage *page, const Catalogue *texts, StrView text)
{
    const TextValue value = { SV("text"), text };
    return texts->rtl && text.len ? grown_format(page, SV("\xe2\x81\xa6{text}\xe2\x81\xa9"), &value, 1) : text; /* U+2066, U+2069 */
}

void grown_say(GrownPage *page, StrView pattern, const TextValue *values, size_t count)
{
    grown_text(page, grown_format(page, pattern, values, count));
}

void grown_lines(GrownPage *page, StrView text)
{
    StrView rest = text;
    StrView line;
    while (strview_take(&rest, '\n', &line)) {
        grown_text(page, arena_copy(&page->arena, line));
    }
}

void grown_note(void *user, const Diag *diag)
{
    diag_format(user, diag);
}

void grown_page_fill(GrownPage *page, App *app)
{
    arena_reset(&page->arena);
    page->items = NULL;
    page->count = 0;
    page->kind->fill(page, app);
    app_touch(app);
}

Scene *grown_page_create(App *app, const GrownKind *kind, StrView key, int64_t number)
{
    static const SceneOps ops = {
        .name = "grown_page",
        .opaque = true,
        .enter = page_enter,
        .destroy = page_destroy,
        .update = page_update,
        .input = page_input,
        .activate = page_activate,
        .back = page_back,
        .draw = page_draw,
    };
    GrownPage *page = scene_new(app, sizeof *page);
    if (!page) {
        return NULL;
    }
    page->base.ops = &ops;
    page->kind = kind;
    page->number = number;
    arena_init(&page->keep, app->parts.alloc, 256);
    arena_init(&page->arena, app->parts.alloc, 4096);
    page->key = arena_copy(&page->keep, key);
    return &page->base;
}
