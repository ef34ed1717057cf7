#ifndef SANGO_KIT_SHEET_H
#define SANGO_KIT_SHEET_H

#include "sango/kit/kit.h"
#include "sango/print/template.h"

/* A page while it is put together: values and rows grow in an arena. Names are literals. Nothing here fails at once:
 * `failed` says at the end that memory ran out. */
typedef struct Sheet {
    const KitPaper *paper;
    const LevelKit *kit; /* NULL: a page of no level */
    Arena arena;
    PrintRow page; /* the page's own values and lists */
    size_t letters; /* of what was put so far, wide ones twice, and some for the end of each text */
    bool failed;
} Sheet;

void sheet_put(Sheet *sheet, PrintRow *row, const char *name, StrView text);
StrView sheet_number(Sheet *sheet, unsigned number); /* in the arena */
void sheet_put_number(Sheet *sheet, PrintRow *row, const char *name, unsigned number);
/* One more row of a list of `row`. Valid until the next one of the same list is added. Never NULL. */
PrintRow *sheet_add(Sheet *sheet, PrintRow *row, const char *list);
/* The list is there, and has no row yet: for `{{^list}}`, and for rows that may not come. */
void sheet_need(Sheet *sheet, PrintRow *row, const char *list);
/* A list with a row for each text, under the name "text"; and "list_part", for the heading of a list that has any. */
void sheet_put_texts(Sheet *sheet, PrintRow *row, const char *list, const KitTexts *texts);
/* A list of one row, for what stands there or not. */
void sheet_put_flag(Sheet *sheet, PrintRow *row, const char *list, bool is_there);
/* The drawing "kofi-happy" as a list of one row with "src"; of no row where there is none. */
void sheet_put_picture(Sheet *sheet, PrintRow *row, const char *list, StrView name);
/* A text with {names} filled in, in the arena. */
StrView sheet_format(Sheet *sheet, StrView pattern, const TextValue *values, size_t count);
StrView sheet_joined(Sheet *sheet, StrView a, const char *between, StrView b);
/* Says how large the letters may be, for a page has no script that could find out: "much" when more than `much` letters were put since
 * the last time, "most" for more than `most`, "most tiny" for more than `tiny`. */
void sheet_put_room(Sheet *sheet, const char *name, size_t much, size_t most, size_t tiny);

/* The pages: plan.c, home.c, class.c */
void kit_fill_plan(Sheet *sheet);
void kit_fill_takehome(Sheet *sheet);
void kit_fill_certificate(Sheet *sheet);
void kit_fill_cards(Sheet *sheet);
void kit_fill_poster(Sheet *sheet);
void kit_fill_guide(Sheet *sheet);

#endif
