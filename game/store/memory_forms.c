#include "memory_internal.h"

#include <stdalign.h>

#define COLUMN(type, member, name, kind, is_key) { name, kind, is_key, offsetof(type, member) }
#define FORM(name, table, type, columns)         { name, offsetof(MemoryStore, table), sizeof(type), columns, sizeof(columns) / sizeof((columns)[0]) }

static const Column count_columns[] = {
    COLUMN(StoreCount, hour, "hour", COLUMN_TEXT, true),
    COLUMN(StoreCount, name, "name", COLUMN_TEXT, true),
    COLUMN(StoreCount, count, "count", COLUMN_UINT64, false),
};

static const Column mark_columns[] = {
    COLUMN(OwnedMark, player, "player", COLUMN_ID, true),
    COLUMN(OwnedMark, row.world, "world", COLUMN_TEXT, true),
    COLUMN(OwnedMark, row.time, "time", COLUMN_UINT32, true),
    COLUMN(OwnedMark, row.figure, "figure", COLUMN_UINT32, true),
    COLUMN(OwnedMark, row.item, "item", COLUMN_UINT32, true),
    COLUMN(OwnedMark, row.points, "points", COLUMN_UINT32, false),
};

static const Column result_columns[] = {
    COLUMN(OwnedResult, player, "player", COLUMN_ID, true),
    COLUMN(OwnedResult, row.level, "level", COLUMN_TEXT, true),
    COLUMN(OwnedResult, row.runs, "runs", COLUMN_UINT32, false),
    COLUMN(OwnedResult, row.best_stars, "best_stars", COLUMN_UINT32, false),
    COLUMN(OwnedResult, row.first_points, "first_points", COLUMN_UINT32, false),
    COLUMN(OwnedResult, row.last_points, "last_points", COLUMN_UINT32, false),
    COLUMN(OwnedResult, row.maximum, "maximum", COLUMN_UINT32, false),
};

static const Column deed_columns[] = {
    COLUMN(OwnedDeeds, player, "player", COLUMN_ID, true),
    COLUMN(OwnedDeeds, deeds, "deeds", COLUMN_UINT32, false),
};

static const Column player_columns[] = {
    COLUMN(StorePlayer, id, "id", COLUMN_ID, true),
    COLUMN(StorePlayer, nickname, "nickname", COLUMN_TEXT, false),
    COLUMN(StorePlayer, avatar, "avatar", COLUMN_TEXT, false),
    COLUMN(StorePlayer, band, "band", COLUMN_UINT32, false),
};

static const Column decision_columns[] = {
    COLUMN(OwnedDecision, player, "player", COLUMN_ID, false),
    COLUMN(OwnedDecision, row.level, "level", COLUMN_TEXT, false),
    COLUMN(OwnedDecision, row.decision, "decision", COLUMN_TEXT, false),
    COLUMN(OwnedDecision, row.run, "run", COLUMN_UINT32, false),
    COLUMN(OwnedDecision, row.attempt, "attempt", COLUMN_UINT32, false),
    COLUMN(OwnedDecision, row.grade, "grade", COLUMN_UINT32, false),
    COLUMN(OwnedDecision, row.tells, "tells", COLUMN_BOOL, false),
    COLUMN(OwnedDecision, row.recovers, "recovers", COLUMN_BOOL, false),
};

static const Column value_columns[] = {
    COLUMN(Pair, player, "player", COLUMN_ID, true),
    COLUMN(Pair, key, "key", COLUMN_TEXT, true),
    COLUMN(Pair, value, "value", COLUMN_TEXT, false),
};

const TableForm memory_forms[TABLE_COUNT] = {
    [TABLE_COUNTS] = FORM("counts", counts, StoreCount, count_columns),
    [TABLE_MARKS] = FORM("marks", marks, OwnedMark, mark_columns),
    [TABLE_RESULTS] = FORM("results", results, OwnedResult, result_columns),
    [TABLE_DEEDS] = FORM("deeds", deeds, OwnedDeeds, deed_columns),
    [TABLE_PLAYERS] = FORM("players", players, StorePlayer, player_columns),
    [TABLE_DECISIONS] = FORM("decisions", decisions, OwnedDecision, decision_columns),
    [TABLE_VALUES] = FORM("values", pairs, Pair, value_columns),
};

Table *memory_table(MemoryStore *store, TableId id)
{
    return (Table *)(void *)((char *)store + memory_forms[id].table);
}

StrView *memory_text(void *row, const Column *column)
{
    return (StrView *)(void *)((char *)row + column->offset);
}

bool memory_copy_texts(Arena *arena, const TableForm *form, void *row)
{
    for (size_t i = 0; i < form->column_count; i++) {
        if (form->columns[i].kind == COLUMN_TEXT) {
            StrView copy = arena_copy(arena, *memory_text(row, &form->columns[i]));
            if (!copy.data) {
                return false;
            }
            *memory_text(row, &form->columns[i]) = copy;
        }
    }
    return true;
}

/* What the texts of all rows take in an arena, and a little more. */
static size_t texts_bytes(MemoryStore *store)
{
    size_t bytes = 0;
    for (int id = 0; id < TABLE_COUNT; id++) {
        const TableForm *form = &memory_forms[id];
        const Table *table = memory_table(store, (TableId)id);
        for (size_t i = 0; i < table->count * form->column_count; i++) {
            const Column *column = &form->columns[i % form->column_count];
            if (column->kind == COLUMN_TEXT) {
                bytes += memory_text(memory_row(table, i / form->column_count), column)->len + 1 + alignof(max_align_t);
            }
        }
    }
    return bytes;
}

void memory_compact(MemoryStore *store)
{
    Arena fresh;
    size_t bytes = texts_bytes(store);
    arena_init(&fresh, store->alloc, bytes > TEXTS_BLOCK_BYTES ? bytes : TEXTS_BLOCK_BYTES);
    if (!arena_take(&fresh, 0, 1)) {
        return;
    }
    fresh.block_bytes = TEXTS_BLOCK_BYTES;
    for (int id = 0; id < TABLE_COUNT; id++) {
        const Table *table = memory_table(store, (TableId)id);
        for (size_t i = 0; i < table->count; i++) {
            (void)memory_copy_texts(&fresh, &memory_forms[id], memory_row(table, i)); /* there is room for all */
        }
    }
    arena_release(&store->texts);
    store->texts = fresh;
    store->texts_most = 4 * bytes > TEXTS_MOST_LEAST ? 4 * bytes : TEXTS_MOST_LEAST;
}
