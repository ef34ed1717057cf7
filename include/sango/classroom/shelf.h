#ifndef SANGO_CLASSROOM_SHELF_H
#define SANGO_CLASSROOM_SHELF_H

#include "sango/classroom/lesson.h"
#include "sango/store/store.h"

/* Lessons kept on this computer, in the store under "lesson.<id>" of STORE_EVERYBODY. Status: as the store says. */

/* Counts the revision up and keeps the lesson; on the disk when it returns STATUS_OK. After a failure the lesson is as it was. */
Status shelf_keep(Store *store, const Allocator *alloc, Lesson *lesson);

typedef struct ShelfLesson { /* for lists */
    StrView id, day, title; /* title: of the first story */
    unsigned band;
    size_t story_count, finished_count;
    bool is_over;
} ShelfLesson;
/* Newest day first, of one day those that are not over first, then by id; those without a day last. A damaged one is left out and
 * reported to `diags` (may be NULL) under its key. From the arena. */
Status shelf_list(Store *store, Arena *arena, DiagSink *diags, ShelfLesson **lessons, size_t *count);
/* Ids of those that shelf_list() leaves out, in the order of their ids. From the arena. */
Status shelf_list_damaged(Store *store, Arena *arena, StrView **ids, size_t *count);
/* STATUS_NOT_FOUND, STATUS_INVALID (damaged). Release after STATUS_OK. */
Status shelf_get(Store *store, const Allocator *alloc, StrView id, DiagSink *diags, Lesson *lesson);
/* All lessons, in the order of shelf_list(), the damaged ones reported and left out: for a report of all of them. The list is from the
 * arena; the lessons are freed by shelf_release_all(), also after a failure. */
Status shelf_get_all(Store *store, Arena *arena, DiagSink *diags, Lesson ***lessons, size_t *count);
void shelf_release_all(Lesson **lessons, size_t count);
/* Nothing of it can be read back from the file. STATUS_OK, too, when there is none. After a failure it may be gone from the list while
 * its bytes are still in the file (a full disk); removing it again finishes. */
Status shelf_remove(Store *store, StrView id);

/* All lessons (or the one of `id`, if not empty) as {"format":"sango-lessons","version":1,"lessons":[…]}. Journals stay here, damaged
 * lessons too. STATUS_NOT_FOUND when there is no lesson of that id. */
Status shelf_export(Store *store, const Allocator *alloc, StrView id, StrBuf *out);
typedef struct ShelfMerge {
    size_t added, renewed, known, refused; /* refused: not readable; reported */
} ShelfMerge;
/* Takes an export of another computer: of two copies of a lesson the higher revision stays (of equal ones the one whose text is greater,
 * so that every computer keeps the same), and importing again changes nothing. A story that is not over can still go on where this
 * computer left it. A broken lesson is reported and refused; the rest is taken. STATUS_INVALID when the file is no export at all,
 * STATUS_UNSUPPORTED when a newer game wrote it; what the store says when it fails: *merge then has what was taken before. */
Status shelf_import(Store *store, const Allocator *alloc, StrView name, StrView text, DiagSink *diags, ShelfMerge *merge);

#endif
