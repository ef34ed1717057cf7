#include "sheet.h"

#include "sango/base/utf8.h"
#include "sango/print/picture.h"

static void put(Sheet *sheet, PrintRow *row, const char *name, StrView text)
{
    PrintValue *values = arena_grow(&sheet->arena, (void *)(uintptr_t)row->values, row->value_count, sizeof *values);
    StrView kept = arena_copy(&sheet->arena, text);
    sheet->failed |= !values || !kept.data;
    if (values) {
        values[row->value_count++] = (PrintValue){ strview_from_cstr(name), kept };
        row->values = values;
    }
}

/* A text ends somewhere in a line, and the rest of the line is lost. */
static size_t count_letters(StrView text)
{
    enum { LOST = 16, WIDE = 0x2E80 }; /* from here on mostly Chinese, Japanese and Korean */
    size_t letters = LOST;
    uint32_t c;
    while (utf8_take(&text, &c, NULL)) {
        letters += c >= WIDE ? 2 : 1;
    }
    return letters;
}

void sheet_put(Sheet *sheet, PrintRow *row, const char *name, StrView text)
{
    sheet->letters += count_letters(text);
    put(sheet, row, name, text);
}

StrView sheet_number(Sheet *sheet, unsigned number)
{
    StrBuf text;
    strbuf_init(&text, sheet->paper->alloc);
    strbuf_printf(&text, "%u", number);
    StrView kept = arena_copy(&sheet->arena, strbuf_view(&text));
    sheet->failed |= text.failed || !kept.data;
    strbuf_release(&text);
    return kept;
}

void sheet_put_number(Sheet *sheet, PrintRow *row, const char *name, unsigned number)
{
    put(sheet, row, name, sheet_number(sheet, number));
}

/* The list of that name, made when it is not there; NULL when out of memory. */
static PrintList *list_of(Sheet *sheet, PrintRow *row, const char *name)
{
    PrintList *lists = (PrintList *)(uintptr_t)row->lists;
    for (size_t i = 0; i < row->list_count; i++) {
        if (strview_equal(lists[i].name, strview_from_cstr(name))) {
            return &lists[i];
        }
    }
    lists = arena_grow(&sheet->arena, lists, row->list_count, sizeof *lists);
    sheet->failed |= !lists;
    if (!lists) {
        return NULL;
    }
    row->lists = lists;
    lists[row->list_count] = (PrintList){ .name = strview_from_cstr(name) };
    return &lists[row->list_count++];
}

void sheet_need(Sheet *sheet, PrintRow *row, const char *list)
{
    (void)list_of(sheet, row, list);
}

PrintRow *sheet_add(Sheet *sheet, PrintRow *row, const char *name)
{
    static PrintRow lost; /* takes what cannot be kept; the page fails */
    PrintList *list = list_of(sheet, row, name);
    PrintRow *rows = list ? arena_grow(&sheet->arena, (void *)(uintptr_t)list->rows, list->row_count, sizeof *rows) : NULL;
    sheet->failed |= !rows;
    if (!rows) {
        lost = (PrintRow){ 0 };
        return &lost;
    }
    list->rows = rows;
    rows[list->row_count] = (PrintRow){ 0 };
    return &rows[list->row_count++];
}

void sheet_put_texts(Sheet *sheet, PrintRow *row, const char *list, const KitTexts *texts)
{
    StrView part = sheet_joined(sheet, strview_from_cstr(list), "_part", SV(""));
    sheet_put_flag(sheet, row, part.data ? part.data : list, texts->count > 0);
    sheet_need(sheet, row, list);
    for (size_t i = 0; i < texts->count; i++) {
        sheet_put(sheet, sheet_add(sheet, row, list), "text", texts->items[i]);
    }
}

void sheet_put_flag(Sheet *sheet, PrintRow *row, const char *list, bool is_there)
{
    sheet_need(sheet, row, list);
    if (is_there) {
        (void)sheet_add(sheet, row, list);
    }
}

void sheet_put_picture(Sheet *sheet, PrintRow *row, const char *list, StrView name)
{
    StrBuf source;
    strbuf_init(&source, sheet->paper->alloc);
    Status status = print_picture(sheet->paper->alloc, sheet->paper->pictures_folder, name, &source);
    sheet->failed |= status == STATUS_NOMEM;
    sheet_need(sheet, row, list);
    if (status == STATUS_OK) {
        put(sheet, sheet_add(sheet, row, list), "src", strbuf_view(&source));
    }
    strbuf_release(&source);
}

StrView sheet_format(Sheet *sheet, StrView pattern, const TextValue *values, size_t count)
{
    StrBuf text;
    strbuf_init(&text, sheet->paper->alloc);
    text_format(&text, pattern, values, count);
    StrView kept = arena_copy(&sheet->arena, strbuf_view(&text));
    sheet->failed |= text.failed || !kept.data;
    strbuf_release(&text);
    return kept;
}

StrView sheet_joined(Sheet *sheet, StrView a, const char *between, StrView b)
{
    StrBuf text;
    strbuf_init(&text, sheet->paper->alloc);
    strbuf_printf(&text, "%.*s%s%.*s", SV_ARG(a), between, SV_ARG(b));
    StrView kept = arena_copy(&sheet->arena, strbuf_view(&text));
    sheet->failed |= text.failed || !kept.data;
    strbuf_release(&text);
    return kept;
}

void sheet_put_room(Sheet *sheet, const char *name, size_t much, size_t most, size_t tiny)
{
    size_t letters = sheet->letters;
    sheet_put(sheet, &sheet->page, name, letters > tiny ? SV("most tiny") : letters > most ? SV("most") : letters > much ? SV("much") : SV("plain"));
    sheet->letters = 0;
}
