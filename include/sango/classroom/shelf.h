#ifndef SANGO_CLASSROOM_SHELF_H
#define SANGO_CLASSROOM_SHELF_H

#include "sango/classroom/lesson.h"
#include "sango/store/store.h"

/* Lessons kept on this computer, in the store under "lesson.<id>" of STORE_EVERYBODY. Status: as the store says. */

/* Counts the revision up and keeps the lesson; on the disk when it returns STATUS_OK. */
Status shelf_keep(Store *store, const Allocator *alloc, Lesson *lesson);

typedef struct ShelfLesson { /* for lists */
    StrView id, day, title; /* title: of the first story */
    unsigned band;
    size_t story_count, finished_count;
    bool is_over;
} ShelfLesson;
/* Newest day first; a damaged one is left out and reported to `diags` under its id. From the arena. */
Status shelf_list(Store *store, Arena *arena, DiagSink *diags, ShelfLesson **lessons, size_t *count);
/* STATUS_NOT_FOUND, STATUS_INVALID (damaged). Release after STATUS_OK. */
Status shelf_get(Store *store, const Allocator *alloc, StrView id, DiagSink *diags, Lesson *lesson);
Status shelf_remove(Store *store, StrView id);

/* All lessons (or the one of `id`, if not empty) as {"format":"sango-lessons","version":1,"lessons":[…]}. Journals stay here. */
Status shelf_export(Store *store, const Allocator *alloc, StrView id, StrBuf *out);
typedef struct ShelfMerge {
    size_t added, renewed, known, refused; /* refused: not readable; reported */
} ShelfMerge;
/* Takes an export of another computer: of two copies of a lesson the higher revision stays, so that importing again changes nothing.
 * A broken part is reported and refused; the rest is taken. STATUS_INVALID when the file is no export at all. */
Status shelf_import(Store *store, const Allocator *alloc, StrView name, StrView text, DiagSink *diags, ShelfMerge *merge);

#endif
