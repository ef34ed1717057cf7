#include "figures.h"

/* The rows of a store, added up. */
static FigureRow *find_row(Arena *arena, FigureTable *table, StrView name)
{
    for (size_t i = 0; i < table->count; i++) {
        if (strview_equal(table->rows[i].name, name)) {
            return &table->rows[i];
        }
    }
    FigureRow *rows = arena_grow(arena, table->rows, table->count, sizeof *rows);
    if (!rows) {
        return NULL;
    }
    table->rows = rows;
    rows[table->count] = (FigureRow){ .name = name };
    return &rows[table->count++];
}

static Status add_row(Arena *arena, FigureTable *table, StrView name, uint64_t begun, uint64_t finished)
{
    FigureRow *row = find_row(arena, table, name);
    if (row) {
        row->begun += begun;
        row->finished += finished;
    }
    return row ? STATUS_OK : STATUS_NOMEM;
}

static FigureSpread *find_spread(Arena *arena, FiguresSum *sum, StrView level, StrView decision)
{
    for (size_t i = 0; i < sum->spread_count; i++) {
        if (strview_equal(sum->spreads[i].level, level) && strview_equal(sum->spreads[i].decision, decision)) {
            return &sum->spreads[i];
        }
    }
    FigureSpread *spreads = arena_grow(arena, sum->spreads, sum->spread_count, sizeof *spreads);
    if (!spreads) {
        return NULL;
    }
    sum->spreads = spreads;
    spreads[sum->spread_count] = (FigureSpread){ .level = level, .decision = decision };
    return &spreads[sum->spread_count++];
}

/* Off the end of `rest`, behind its last slash: a level's key may have one inside. */
static StrView take_last(StrView *rest)
{
    size_t at = rest->len;
    while (at > 0 && rest->data[at - 1] != '/') {
        at--;
    }
    StrView last = strview_slice(*rest, at, rest->len - at);
    rest->len = at > 0 ? at - 1 : 0;
    return last;
}

/* "<level>/<decision>/<option>". */
static Status add_choice(Arena *arena, FiguresSum *sum, StrView rest, uint64_t count)
{
    int32_t option;
    StrView number = take_last(&rest);
    StrView decision = take_last(&rest);
    if (!strview_to_int(number, &option) || option < 1 || option > FIGURES_OPTIONS_MAX || rest.len == 0) {
        return STATUS_OK; /* none of ours */
    }
    FigureSpread *spread = find_spread(arena, sum, rest, decision);
    if (spread) {
        spread->counts[option - 1] += count;
        spread->total += count;
        spread->option_count = (unsigned)option > spread->option_count ? (unsigned)option : spread->option_count;
    }
    return spread ? STATUS_OK : STATUS_NOMEM;
}

static Status add_play(Arena *arena, FiguresSum *sum, StrView hour, uint64_t count)
{
    enum { DAY_LEN = 10, HOUR_AT = 11 };
    int32_t of_day;
    sum->plays += count;
    if (hour.len == HOUR_AT + 2 && strview_to_int(strview_slice(hour, HOUR_AT, 2), &of_day) && of_day >= 0 && of_day < FIGURES_HOURS) {
        sum->hours[of_day] += count;
    }
    StrView day = strview_slice(hour, 0, DAY_LEN);
    return day.len == DAY_LEN ? add_row(arena, &sum->days, day, count, 0) : STATUS_OK;
}

static Status add_episode(Arena *arena, FiguresSum *sum, StrView rest, uint64_t count)
{
    bool is_finished = strview_equal(take_last(&rest), SV("finished"));
    sum->finished += is_finished ? count : 0;
    return add_row(arena, &sum->episodes, rest, is_finished ? 0 : count, is_finished ? count : 0);
}

static Status add_count(Arena *arena, FiguresSum *sum, const StoreCount *count)
{
    StrView rest = count->name;
    StrView kind;
    if (!strview_take(&rest, '/', &kind)) {
        return STATUS_OK;
    }
    if (strview_equal(kind, SV("play"))) {
        return add_play(arena, sum, count->hour, count->count);
    }
    if (strview_equal(kind, SV("episode"))) {
        return add_episode(arena, sum, rest, count->count);
    }
    if (strview_equal(kind, SV("choice"))) {
        return add_choice(arena, sum, rest, count->count);
    }
    if (strview_equal(kind, SV("language"))) {
        return add_row(arena, &sum->languages, rest, count->count, 0);
    }
    if (strview_equal(kind, SV("idle"))) {
        return add_row(arena, &sum->aways, rest, count->count, 0);
    }
    sum->two_players += strview_equal(count->name, SV("players/2")) ? count->count : 0;
    sum->ghosts += strview_equal(kind, SV("ghost")) ? count->count : 0;
    return STATUS_OK;
}

Status figures_sum(Arena *arena, const StoreCount *counts, size_t count, StrView day, FiguresSum *sum)
{
    Status status = STATUS_OK;
    *sum = (FiguresSum){ 0 };
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        if (day.len == 0 || strview_starts_with(counts[i].hour, day)) {
            status = add_count(arena, sum, &counts[i]);
        }
    }
    size_t kept = 0;
    for (size_t i = 0; i < sum->spread_count; i++) {
        if (sum->spreads[i].total >= FIGURES_SPREAD_MIN) {
            sum->spreads[kept++] = sum->spreads[i];
        }
    }
    sum->spread_count = kept;
    return status;
}

void figures_csv(const StoreCount *counts, size_t count, StrBuf *out)
{
    strbuf_append(out, SV("hour,name,count\r\n"));
    for (size_t i = 0; i < count; i++) {
        strbuf_csv(out, counts[i].hour);
        strbuf_char(out, ',');
        strbuf_csv(out, counts[i].name);
        strbuf_printf(out, ",%llu\r\n", (unsigned long long)counts[i].count);
    }
}
