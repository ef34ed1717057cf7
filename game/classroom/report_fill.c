#include "report_fill.h"

#include "sango/base/utf8.h"

#include <assert.h>
#include <stdio.h>

FillList fill_list(Fill *fill, PrintList *list, const char *name, size_t room, size_t value_room, size_t list_room)
{
    FillList made = { list, ARENA_ARRAY(fill->arena, PrintRow, room + 1), room, value_room, list_room };
    fill->is_full = fill->is_full || !made.rows || !list;
    if (list) {
        *list = (PrintList){ .name = strview_from_cstr(name), .rows = made.rows };
    }
    return made;
}

FillRow fill_row(Fill *fill, FillList *list)
{
    FillRow made = { NULL, NULL, NULL };
    if (!fill->is_full) {
        assert(list->list->row_count < list->room);
        made = (FillRow){ &list->rows[list->list->row_count], ARENA_ARRAY(fill->arena, PrintValue, list->value_room + 1),
                          ARENA_ARRAY(fill->arena, PrintList, list->list_room + 1) };
        fill->is_full = !made.values || !made.lists;
        *made.row = (PrintRow){ .values = made.values, .lists = made.lists };
        list->list->row_count++;
    }
    return fill->is_full ? (FillRow){ NULL, NULL, NULL } : made;
}

void fill_value(Fill *fill, FillRow *row, const char *name, StrView text)
{
    fill->is_full = fill->is_full || !row->row || !text.data;
    if (!fill->is_full) {
        row->values[row->row->value_count++] = (PrintValue){ strview_from_cstr(name), text };
    }
}

void fill_number(Fill *fill, FillRow *row, const char *name, long number)
{
    fill_value(fill, row, name, fill_text(fill, number));
}

PrintList *fill_inner(FillRow *row)
{
    return row->row ? &row->lists[row->row->list_count++] : NULL;
}

void fill_if(Fill *fill, PrintList *list, const char *name, bool is_there)
{
    FillList made = fill_list(fill, list, name, 1, 0, 0);
    if (is_there) {
        (void)fill_row(fill, &made);
    }
}

StrView fill_copy(Fill *fill, StrView text)
{
    StrView copy = arena_copy(fill->arena, text);
    fill->is_full = fill->is_full || !copy.data;
    return copy;
}

StrView fill_text(Fill *fill, long number)
{
    char text[24];
    int len = snprintf(text, sizeof text, "%ld", number);
    return fill_copy(fill, (StrView){ text, (size_t)len });
}

StrView fill_format(Fill *fill, StrView pattern, const TextValue *values, size_t count)
{
    StrBuf text;
    strbuf_init(&text, fill->arena->alloc);
    text_format(&text, pattern, values, count);
    fill->is_full = fill->is_full || text.failed;
    StrView copy = fill_copy(fill, strbuf_view(&text));
    strbuf_release(&text);
    return copy;
}

StrView fill_percent(Fill *fill, long number)
{
    TextValue value = { SV("number"), fill_text(fill, number) };
    return fill_format(fill, TR(fill->words->catalogue, "report.percent", "{number} %"), &value, 1);
}

StrView fill_cut(Fill *fill, StrView text, size_t code_points)
{
    StrView rest = text;
    uint32_t c;
    for (size_t i = 0; i < code_points && utf8_take(&rest, &c, NULL); i++) {
    }
    if (rest.len == 0) {
        return text;
    }
    StrView head = strview_trim((StrView){ text.data, text.len - rest.len });
    return fill_format(fill, SV("{head}…"), &(TextValue){ SV("head"), head }, 1);
}
