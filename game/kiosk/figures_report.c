#include "staff_internal.h"

#include "sango/base/file.h"
#include "sango/base/log.h"
#include "sango/level/kit.h"
#include "sango/player/papers.h"

#include <stdio.h>

/* The page about an event: what the figures say, with bars. assets/print/event.html has its looks. */
enum { ROW_VALUES = 6, PLOT_H = 100, SHARE_W = 100 };

typedef struct Page {
    App *app;
    const Kiosk *kiosk;
    Arena *arena;
    const FiguresSum *sum;
} Page;

static StrView number(Page *page, uint64_t value)
{
    char text[24];
    int len = snprintf(text, sizeof text, "%llu", (unsigned long long)value);
    return arena_copy(page->arena, (StrView){ text, (size_t)len });
}

static uint64_t percent(uint64_t part, uint64_t of)
{
    return of ? (part * 100 + of / 2) / of : 0;
}

/* With its sign where the language puts it. */
static StrView percent_text(Page *page, uint64_t share)
{
    StrBuf text;
    TextValue value = { SV("n"), number(page, share) };
    strbuf_init(&text, page->arena->alloc);
    text_format(&text, TR(page->app->parts.catalogue, "kiosk.percent", "{n} %"), &value, 1);
    StrView copy = arena_copy(page->arena, strbuf_view(&text));
    strbuf_release(&text);
    return copy;
}

/* A level's title, or its key where the pack has it no more. */
static StrView title_of(const Page *page, StrView key)
{
    const LevelPack *pack = page->kiosk->parts.pack;
    for (size_t i = 0; pack && i < pack->level_count; i++) {
        if (strview_equal(pack->levels[i].key, key)) {
            return pack->levels[i].title;
        }
    }
    return key;
}

static PrintRow *take_rows(Page *page, size_t count)
{
    return ARENA_ARRAY(page->arena, PrintRow, count ? count : 1);
}

static PrintValue *fill_row(Page *page, PrintRow *row)
{
    PrintValue *values = ARENA_ARRAY(page->arena, PrintValue, ROW_VALUES);
    *row = (PrintRow){ .values = values };
    return values;
}

static void add(PrintRow *row, PrintValue *values, StrView name, StrView text)
{
    if (row->value_count < ROW_VALUES) {
        values[row->value_count++] = (PrintValue){ name, text };
    }
}

/* Bars of the hours between the first and the last in which somebody played. */
static bool make_hours(Page *page, PrintList *list)
{
    const uint64_t *hours = page->sum->hours;
    unsigned first = 0;
    unsigned last = FIGURES_HOURS - 1;
    uint64_t most = 1;
    while (first < last && hours[first] == 0) {
        first++;
    }
    while (last > first && hours[last] == 0) {
        last--;
    }
    for (unsigned i = first; i <= last; i++) {
        most = hours[i] > most ? hours[i] : most;
    }
    PrintRow *rows = take_rows(page, last - first + 1);
    for (unsigned i = first; rows && i <= last; i++) {
        PrintRow *row = &rows[i - first];
        PrintValue *values = fill_row(page, row);
        if (!values) {
            return false;
        }
        uint64_t height = hours[i] * PLOT_H / most;
        add(row, values, SV("hour"), number(page, i));
        add(row, values, SV("count"), number(page, hours[i]));
        add(row, values, SV("height"), number(page, height));
    }
    *list = (PrintList){ SV("hours"), rows, page->sum->plays ? last - first + 1 : 0 };
    return rows != NULL;
}

static bool make_table(Page *page, const FigureTable *table, StrView name, StrView (*name_of)(const Page *, StrView), PrintList *list)
{
    PrintRow *rows = take_rows(page, table->count);
    uint64_t most = 1;
    for (size_t i = 0; i < table->count; i++) {
        most = table->rows[i].begun > most ? table->rows[i].begun : most;
    }
    for (size_t i = 0; rows && i < table->count; i++) {
        const FigureRow *from = &table->rows[i];
        PrintValue *values = fill_row(page, &rows[i]);
        if (!values) {
            return false;
        }
        add(&rows[i], values, SV("name"), name_of(page, from->name));
        add(&rows[i], values, SV("count"), number(page, from->begun));
        add(&rows[i], values, SV("finished"), number(page, from->finished));
        add(&rows[i], values, SV("width"), number(page, from->begun * SHARE_W / most));
        add(&rows[i], values, SV("finished_width"), number(page, from->finished * SHARE_W / most));
        add(&rows[i], values, SV("percent"), number(page, percent(from->finished, from->begun)));
    }
    *list = (PrintList){ name, rows, table->count };
    return rows != NULL;
}

/* True when the name ends so; `id` is what stands before. */
static bool has_end(StrView name, StrView end, StrView *id)
{
    bool has = name.len > end.len && strview_equal(strview_slice(name, name.len - end.len, end.len), end);
    *id = has ? strview_slice(name, 0, name.len - end.len) : name;
    return has;
}

/* The question as the story asks it; NULL where the pack has it no more. */
static const KitDecision *find_decision(const LevelKit *kit, StrView name)
{
    StrView id;
    bool is_back = has_end(name, SV(FIGURES_BACK), &id);
    bool is_telling = !is_back && has_end(name, SV(FIGURES_TELL), &id);
    const KitDecision *list = is_back ? kit->backs : kit->decisions;
    size_t count = is_back ? kit->back_count : kit->decision_count;
    for (size_t i = 0; i < count; i++) {
        if (list[i].is_telling == is_telling && strview_equal(list[i].id, id)) {
            return &list[i];
        }
    }
    return NULL;
}

static bool make_options(Page *page, const FigureSpread *spread, const KitDecision *decision, PrintRow *row)
{
    size_t count = decision && decision->option_count > spread->option_count ? decision->option_count : spread->option_count;
    PrintRow *rows = take_rows(page, count);
    PrintList *list = ARENA_NEW(page->arena, PrintList);
    for (unsigned i = 0; rows && list && i < count; i++) {
        PrintValue *values = fill_row(page, &rows[i]);
        if (!values) {
            return false;
        }
        uint64_t share = percent(i < FIGURES_OPTIONS_MAX ? spread->counts[i] : 0, spread->total);
        bool has_text = decision && i < decision->option_count;
        add(&rows[i], values, SV("option"), has_text ? arena_copy(page->arena, decision->options[i].text) : number(page, i + 1));
        add(&rows[i], values, SV("share"), percent_text(page, share));
        add(&rows[i], values, SV("width"), number(page, share));
    }
    if (!rows || !list) {
        return false;
    }
    *list = (PrintList){ SV("options"), rows, count };
    row->lists = list;
    row->list_count = 1;
    return true;
}

/* Reads the story of a spread; its question is NULL where there is none any more. level_kit_release() afterwards. */
static const KitDecision *read_question(const Kiosk *kiosk, App *app, const FigureSpread *spread, LevelKit *kit)
{
    const LevelPack *pack = kiosk->parts.pack;
    const LevelEntry *level = NULL;
    *kit = (LevelKit){ 0 };
    for (size_t i = 0; pack && i < pack->level_count; i++) {
        level = strview_equal(pack->levels[i].key, spread->level) ? &pack->levels[i] : level;
    }
    bool has_kit = level && level_kit_read(app->parts.alloc, pack, level, app->parts.catalogue, kit) == STATUS_OK;
    return has_kit ? find_decision(kit, spread->decision) : NULL;
}

StrView figures_question(const Kiosk *kiosk, App *app, Arena *arena, const FigureSpread *spread)
{
    LevelKit kit;
    const KitDecision *decision = read_question(kiosk, app, spread, &kit);
    StrView question = decision && decision->question.len ? arena_copy(arena, decision->question) : spread->decision;
    level_kit_release(&kit);
    return question;
}

static bool make_spread(Page *page, const FigureSpread *spread, PrintRow *row)
{
    LevelKit kit;
    const KitDecision *decision = read_question(page->kiosk, page->app, spread, &kit);
    PrintValue *values = fill_row(page, row);
    bool is_made = values && make_options(page, spread, decision, row);
    if (is_made) {
        add(row, values, SV("episode"), title_of(page, spread->level));
        add(row, values, SV("decision"), decision && decision->question.len ? arena_copy(page->arena, decision->question) : spread->decision);
        add(row, values, SV("total"), number(page, spread->total));
    }
    level_kit_release(&kit);
    return is_made;
}

static bool make_spreads(Page *page, PrintList *list)
{
    const FiguresSum *sum = page->sum;
    PrintRow *rows = take_rows(page, sum->spread_count);
    for (size_t i = 0; rows && i < sum->spread_count; i++) {
        if (!make_spread(page, &sum->spreads[i], &rows[i])) {
            return false;
        }
    }
    *list = (PrintList){ SV("spreads"), rows, sum->spread_count };
    return rows != NULL;
}

static StrView episode_name(const Page *page, StrView key)
{
    return title_of(page, key);
}

static StrView language_name(const Page *page, StrView code)
{
    (void)page;
    return kiosk_language_name(code);
}

static StrView plain_name(const Page *page, StrView name)
{
    (void)page;
    return name;
}

static StrView period_of(Page *page)
{
    const FigureTable *days = &page->sum->days;
    if (days->count == 0) {
        return SV("");
    }
    StrView first = days->rows[0].name;
    StrView last = days->rows[days->count - 1].name;
    char text[64];
    int len = days->count == 1 ? snprintf(text, sizeof text, "%.*s", SV_ARG(first)) : snprintf(text, sizeof text, "%.*s – %.*s", SV_ARG(first), SV_ARG(last));
    return arena_copy(page->arena, (StrView){ text, len > 0 && (size_t)len < sizeof text ? (size_t)len : 0 });
}

Status figures_report(Kiosk *kiosk, App *app, Arena *arena, const FiguresSum *sum, StrBuf *out)
{
    const Catalogue *texts = app->parts.catalogue;
    Page page = { app, kiosk, arena, sum };
    StrView event = kiosk->settings->event;
    const PrintValue values[] = {
        { SV("language"), texts->language },
        { SV("direction"), texts->rtl ? SV("rtl") : SV("ltr") },
        { SV("title"), event.len ? event : TR(texts, "event.title", "Sango's Story at this stand") },
        { SV("period"), period_of(&page) },
        { SV("plays"), number(&page, sum->plays) },
        { SV("finished"), percent_text(&page, percent(sum->finished, sum->plays)) },
        { SV("two"), percent_text(&page, percent(sum->two_players, sum->plays)) },
        { SV("days_count"), number(&page, sum->days.count) },
        { SV("plays_label"), TR(texts, "event.plays", "stories begun") },
        { SV("finished_label"), TR(texts, "event.finished", "of them played to the end") },
        { SV("two_label"), TR(texts, "event.two", "of them played by two") },
        { SV("days_label"), TR(texts, "event.days", "days") },
        { SV("hours_title"), TR(texts, "event.hours", "When they played: stories begun in each hour of the day") },
        { SV("episodes_title"), TR(texts, "event.episodes", "Which stories") },
        { SV("begun_label"), TR(texts, "event.begun", "begun") },
        { SV("ended_label"), TR(texts, "event.ended", "to the end") },
        { SV("languages_title"), TR(texts, "event.languages", "In which language") },
        { SV("spreads_title"), TR(texts, "event.spreads", "What they chose") },
        { SV("none"), TR(texts, "event.none", "Nobody has played yet.") },
        { SV("few"), TR(texts, "event.few", "Questions with fewer than five answers are not shown.") },
        { SV("note"), TR(texts, "event.note", "These are counts for each hour. There is no name, no age and no picture of a visitor in them.") },
        { SV("credits"), TR(texts, "certificate.credits", "Made with Sango's Story. This is not an official product of ITU.") },
    };
    PrintList lists[5];
    bool is_made = make_hours(&page, &lists[0]) && make_table(&page, &sum->episodes, SV("episodes"), episode_name, &lists[1]) &&
                   make_table(&page, &sum->languages, SV("languages"), language_name, &lists[2]) &&
                   make_table(&page, &sum->days, SV("days"), plain_name, &lists[3]) && make_spreads(&page, &lists[4]);
    PrintPage print = { .values = values, .value_count = sizeof values / sizeof values[0], .lists = lists, .list_count = 5 };
    return is_made ? papers_fill(app, "event.html", &print, out) : STATUS_NOMEM;
}

/* A folder that the settings name must be there: a stick that is not plugged in is no folder to be made. */
static Status write_file(Kiosk *kiosk, App *app, Arena *arena, StrView name, const StrBuf *text, StrView *path)
{
    StrView folder = kiosk->settings->figures_folder;
    StrBuf file;
    if (text->failed) {
        return STATUS_NOMEM;
    }
    if (folder.len == 0) {
        return papers_write(app, arena, name, strbuf_view(text), path);
    }
    strbuf_init(&file, app->parts.alloc);
    strbuf_printf(&file, "%.*s/%.*s", SV_ARG(folder), SV_ARG(name));
    *path = arena_copy(arena, strbuf_view(&file));
    Status status = file.failed ? STATUS_NOMEM : file_write(file.data, strbuf_view(text));
    if (status != STATUS_OK) {
        log_line(LOG_ERROR, "%s: could not be written: %s", file.data ? file.data : "?", status_text(status));
    }
    strbuf_release(&file);
    return status;
}

Status figures_export(Kiosk *kiosk, App *app, Arena *arena, StrView *path)
{
    StoreCount *counts;
    size_t count;
    FiguresSum sum;
    StrBuf csv, page, name;
    strbuf_init(&csv, app->parts.alloc);
    strbuf_init(&page, app->parts.alloc);
    strbuf_init(&name, app->parts.alloc);
    *path = SV("");
    StrView day = app_day(app, arena);
    Status status = figures_read(&kiosk->figures, kiosk_store(app), arena, &counts, &count);
    status = status == STATUS_OK ? figures_sum(arena, counts, count, SV(""), &sum) : status;
    if (status == STATUS_OK) {
        figures_csv(counts, count, &csv);
        strbuf_printf(&name, "sango-figures%s%.*s.csv", day.len ? "-" : "", SV_ARG(day));
        status = write_file(kiosk, app, arena, strbuf_view(&name), &csv, path);
    }
    status = status == STATUS_OK ? figures_report(kiosk, app, arena, &sum, &page) : status;
    if (status == STATUS_OK) {
        strbuf_clear(&name);
        strbuf_printf(&name, "sango-event%s%.*s.html", day.len ? "-" : "", SV_ARG(day));
        status = write_file(kiosk, app, arena, strbuf_view(&name), &page, path);
    }
    strbuf_release(&csv);
    strbuf_release(&page);
    strbuf_release(&name);
    return status;
}
