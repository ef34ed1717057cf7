#include "shelf_internal.h"

#include <stdlib.h>
#include <string.h>

StrView shelf_key(StrView id, char key[SHELF_KEY_BYTES])
{
    StrView start = SHELF_PREFIX;
    size_t len = id.len < LESSON_ID_LEN ? id.len : LESSON_ID_LEN; /* what is longer is nobody's id, and not found */
    memcpy(key, start.data, start.len);
    if (len) {
        memcpy(key + start.len, id.data, len);
    }
    return (StrView){ key, start.len + len };
}

StrView shelf_id(StrView key)
{
    StrView id = strview_slice(key, SHELF_PREFIX.len, key.len);
    return lesson_is_id(id) ? id : SV("");
}

Status shelf_put(Store *store, const Allocator *alloc, const Lesson *lesson)
{
    char key[SHELF_KEY_BYTES];
    StrBuf text;
    strbuf_init(&text, alloc);
    lesson_write(lesson, &text);
    Status status =
        text.failed ? STATUS_NOMEM : store->ops->put(store, STORE_EVERYBODY, shelf_key(lesson->id, key), strbuf_view(&text));
    strbuf_release(&text);
    return status;
}

Status shelf_keep(Store *store, const Allocator *alloc, Lesson *lesson)
{
    uint32_t revision = lesson->revision;
    lesson->revision += revision < LESSON_REVISION_MAX;
    Status status = shelf_put(store, alloc, lesson);
    if (status != STATUS_OK) {
        lesson->revision = revision;
    }
    return status;
}

/* Under `key`; one whose id is another than its key says is damaged. */
static Status read_lesson(Store *store, const Allocator *alloc, StrView key, DiagSink *diags, Lesson *lesson)
{
    Arena arena;
    StrView text;
    arena_init(&arena, alloc, 4096);
    Status status = store->ops->get(store, STORE_EVERYBODY, key, &arena, &text);
    if (status == STATUS_OK) {
        status = lesson_parse(alloc, key, text, diags, lesson);
    }
    if (status == STATUS_OK && !strview_equal(lesson->id, shelf_id(key))) {
        if (diags) {
            diag_report(diags, DIAG_ERROR, (SourcePos){ key, 1, 1 }, 0, "lesson", "this lesson is kept under the id of another");
        }
        lesson_release(lesson);
        status = STATUS_INVALID;
    }
    arena_release(&arena);
    return status;
}

Status shelf_get(Store *store, const Allocator *alloc, StrView id, DiagSink *diags, Lesson *lesson)
{
    char key[SHELF_KEY_BYTES];
    return lesson_is_id(id) ? read_lesson(store, alloc, shelf_key(id, key), diags, lesson) : STATUS_NOT_FOUND;
}

Status shelf_remove(Store *store, StrView id)
{
    char key[SHELF_KEY_BYTES];
    Status status = store->ops->remove(store, STORE_EVERYBODY, shelf_key(id, key));
    return status == STATUS_OK ? store->ops->scrub(store) : status;
}

static bool describe(const Lesson *lesson, Arena *arena, ShelfLesson *shown)
{
    *shown = (ShelfLesson){ .id = arena_copy(arena, lesson->id),
                            .day = arena_copy(arena, lesson->day),
                            .title = arena_copy(arena, lesson->story_count ? lesson->stories[0]->title : SV("")),
                            .band = lesson->band,
                            .story_count = lesson->story_count,
                            .is_over = lesson->is_over };
    for (size_t i = 0; i < lesson->story_count; i++) {
        shown->finished_count += lesson->stories[i]->is_finished;
    }
    return shown->id.data && shown->day.data && shown->title.data;
}

static int compare_lessons(const void *a, const void *b)
{
    const ShelfLesson *x = a;
    const ShelfLesson *y = b;
    int days = strview_compare(y->day, x->day); /* "" is before all, so it comes last */
    if (days) {
        return days;
    }
    return x->is_over != y->is_over ? (x->is_over ? 1 : -1) : strview_compare(x->id, y->id);
}

static bool is_damage(Status status)
{
    return status == STATUS_INVALID || status == STATUS_UNSUPPORTED;
}

Status shelf_list(Store *store, Arena *arena, DiagSink *diags, ShelfLesson **lessons, size_t *count)
{
    StrView *keys;
    size_t key_count;
    *count = 0;
    *lessons = NULL;
    Status status = store->ops->keys(store, STORE_EVERYBODY, SHELF_PREFIX, arena, &keys, &key_count);
    if (status != STATUS_OK) {
        return status;
    }
    *lessons = ARENA_ARRAY(arena, ShelfLesson, key_count + 1);
    status = *lessons ? STATUS_OK : STATUS_NOMEM;
    for (size_t i = 0; status == STATUS_OK && i < key_count; i++) {
        if (!shelf_id(keys[i]).len) {
            continue; /* a setting of somebody's */
        }
        Lesson lesson;
        Status read = read_lesson(store, arena->alloc, keys[i], diags, &lesson);
        if (read == STATUS_OK) {
            status = describe(&lesson, arena, &(*lessons)[*count]) ? STATUS_OK : STATUS_NOMEM;
            *count += status == STATUS_OK;
            lesson_release(&lesson);
        } else if (!is_damage(read)) {
            status = read;
        }
    }
    if (status == STATUS_OK && *count) {
        qsort(*lessons, *count, sizeof **lessons, compare_lessons);
    }
    return status;
}

Status shelf_list_damaged(Store *store, Arena *arena, StrView **ids, size_t *count)
{
    StrView *keys;
    size_t key_count;
    *count = 0;
    *ids = NULL;
    Status status = store->ops->keys(store, STORE_EVERYBODY, SHELF_PREFIX, arena, &keys, &key_count);
    for (size_t i = 0; status == STATUS_OK && i < key_count; i++) {
        StrView id = shelf_id(keys[i]);
        Lesson lesson;
        Status read = id.len ? read_lesson(store, arena->alloc, keys[i], NULL, &lesson) : STATUS_NOT_FOUND;
        if (read == STATUS_OK) {
            lesson_release(&lesson);
        } else if (is_damage(read)) {
            StrView *grown = arena_grow(arena, *ids, *count, sizeof **ids);
            status = grown ? STATUS_OK : STATUS_NOMEM;
            *ids = grown ? grown : *ids;
            if (grown) {
                grown[(*count)++] = id;
            }
        }
    }
    return status;
}

Status shelf_get_all(Store *store, Arena *arena, DiagSink *diags, Lesson ***lessons, size_t *count)
{
    ShelfLesson *listed;
    size_t listed_count;
    *count = 0;
    *lessons = NULL;
    Status status = shelf_list(store, arena, diags, &listed, &listed_count);
    if (status == STATUS_OK) {
        *lessons = ARENA_ARRAY(arena, Lesson *, listed_count + 1);
        status = *lessons ? STATUS_OK : STATUS_NOMEM;
    }
    for (size_t i = 0; status == STATUS_OK && i < listed_count; i++) {
        Lesson *lesson = ARENA_NEW(arena, Lesson);
        status = lesson ? shelf_get(store, arena->alloc, listed[i].id, NULL, lesson) : STATUS_NOMEM;
        if (status == STATUS_OK) {
            (*lessons)[(*count)++] = lesson;
        }
    }
    return status;
}

void shelf_release_all(Lesson **lessons, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        lesson_release(lessons[i]);
    }
}
