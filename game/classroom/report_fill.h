#ifndef SANGO_REPORT_FILL_H
#define SANGO_REPORT_FILL_H

#include "report_internal.h"

/* Rows for a template, from an arena. After `is_full` nothing more is made, and the page is not given. */
typedef struct Fill {
    Arena *arena;
    const ClassReport *report;
    const ReportWords *words;
    bool is_full; /* out of memory */
} Fill;

/* A list of at most `room` rows, with room for so many values and lists in each. */
typedef struct FillList {
    PrintList *list;
    PrintRow *rows;
    size_t room, value_room, list_room;
} FillList;

typedef struct FillRow {
    PrintRow *row; /* NULL when out of memory: the functions below then do nothing */
    PrintValue *values;
    PrintList *lists;
} FillRow;

FillList fill_list(Fill *fill, PrintList *list, const char *name, size_t room, size_t value_room, size_t list_room);
FillRow fill_row(Fill *fill, FillList *list);
void fill_value(Fill *fill, FillRow *row, const char *name, StrView text); /* borrowed */
void fill_number(Fill *fill, FillRow *row, const char *name, long number);
PrintList *fill_inner(FillRow *row); /* the next list of a row; NULL when out of memory */
/* A list for what is there or not: one row without values, or none. */
void fill_if(Fill *fill, PrintList *list, const char *name, bool is_there);

StrView fill_copy(Fill *fill, StrView text);
StrView fill_text(Fill *fill, long number);
StrView fill_percent(Fill *fill, long number); /* "62 %" */
StrView fill_format(Fill *fill, StrView pattern, const TextValue *values, size_t count);
StrView fill_cut(Fill *fill, StrView text, size_t code_points); /* with … where it was cut */

/* Sections of the page. */
void report_fill_questions(Fill *fill, PrintList *list);
void report_fill_measures(Fill *fill, PrintList *list);
void report_fill_practise(Fill *fill, PrintList *list);
void report_fill_topics(Fill *fill, PrintList *list);
void report_fill_times(Fill *fill, PrintList *list); /* lines over time, of lessons more than one */
void report_fill_lessons(Fill *fill, PrintList *list);

#endif
