#include "author_internal.h"

Status strings_table_create(const Allocator *alloc, StringsTable **table)
{
    *table = alloc_take(alloc, 1, sizeof **table);
    if (!*table) {
        return STATUS_NOMEM;
    }
    arena_init(&(*table)->arena, alloc, 16 * 1024);
    return STATUS_OK;
}

void strings_table_destroy(StringsTable *table)
{
    if (!table) {
        return;
    }
    const Allocator *alloc = table->arena.alloc;
    alloc_free(alloc, table->items, table->capacity * sizeof *table->items);
    arena_release(&table->arena);
    alloc_free(alloc, table, sizeof *table);
}

size_t strings_table_count(const StringsTable *table)
{
    return table->count;
}

StringsText strings_table_get(const StringsTable *table, size_t index)
{
    return table->items[index];
}

static bool keep(Arena *arena, StrView *text)
{
    *text = arena_copy(arena, *text);
    return text->data != NULL;
}

static void report(DiagSink *diags, DiagLevel level, YarnPlace place, StrView id, const char *text)
{
    if (diags) {
        diag_report(diags, level, (SourcePos){ place.file, place.line, place.column }, 0, "strings-id",
                    "'%.*s' %s", SV_ARG(id), text);
    }
}

Status strings_table_add(StringsTable *table, const StringsText *text, DiagSink *diags)
{
    uint32_t known = names_find(&table->ids, text->id);
    if (known != NAME_NONE) {
        report(diags, DIAG_ERROR, text->place, text->id, "is the id of two texts");
        report(diags, DIAG_NOTE, table->items[known].place, text->id, "is here first");
        return STATUS_OK;
    }
    StringsText *grown =
        table->count < table->capacity
            ? table->items
            : alloc_grow(table->arena.alloc, table->items, &table->capacity, table->count + 1, sizeof *grown);
    if (!grown) {
        return STATUS_NOMEM;
    }
    table->items = grown;
    StringsText *item = &grown[table->count];
    *item = *text;
    Arena *arena = &table->arena;
    if (!keep(arena, &item->id) || !keep(arena, &item->text) || !keep(arena, &item->node) ||
        !keep(arena, &item->speaker) || !keep(arena, &item->before) || !keep(arena, &item->place.file) ||
        names_add(&table->ids, arena, item->id, (uint32_t)table->count) == NAME_NONE) {
        return STATUS_NOMEM;
    }
    table->count++;
    return STATUS_OK;
}

Status strings_table_add_program(StringsTable *table, const YarnProgram *program, DiagSink *diags)
{
    Status status = STATUS_OK;
    YarnLineInfo before = { 0 };
    for (size_t i = 0; status == STATUS_OK && i < yarn_program_line_count(program); i++) {
        YarnLineInfo line = yarn_program_line(program, i);
        bool is_next = i > 0 && strview_equal(line.node, before.node) &&
                       strview_equal(line.place.file, before.place.file);
        if (line.has_explicit_id) {
            StringsText text = { .id = line.id,
                                 .text = line.text,
                                 .node = line.node,
                                 .speaker = line.speaker,
                                 .before = is_next ? before.text : SV(""),
                                 .place = line.place,
                                 .is_line = true,
                                 .is_option = line.is_option };
            status = strings_table_add(table, &text, diags);
        } else if (line.shadow.len == 0 && diags) {
            diag_report(diags, DIAG_WARNING,
                        (SourcePos){ line.place.file, line.place.line, line.place.column }, 0, "strings-id",
                        "this line has no #line: id, so it cannot be translated");
            diag_report(diags, DIAG_NOTE, (SourcePos){ line.place.file, line.place.line, line.place.column },
                        0, "", "sango-lint tag writes one");
        }
        before = line;
    }
    return status;
}
