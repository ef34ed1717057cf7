#include "shelf_internal.h"

static Status append_lesson(Store *store, const Allocator *alloc, StrView id, StrBuf *out)
{
    Lesson lesson;
    Status status = shelf_get(store, alloc, id, NULL, &lesson);
    if (status == STATUS_OK) {
        lesson_write_item(&lesson, out);
        lesson_release(&lesson);
    }
    return status;
}

static Status append_all(Store *store, const Allocator *alloc, StrBuf *out)
{
    Arena arena;
    StrView *keys;
    size_t count = 0;
    arena_init(&arena, alloc, 4096);
    Status status = store->ops->keys(store, STORE_EVERYBODY, SHELF_PREFIX, &arena, &keys, &count);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        Status read = append_lesson(store, alloc, shelf_id(keys[i]), out);
        bool is_damaged = read == STATUS_INVALID || read == STATUS_UNSUPPORTED || read == STATUS_NOT_FOUND;
        status = is_damaged ? STATUS_OK : read;
    }
    arena_release(&arena);
    return status;
}

Status shelf_export(Store *store, const Allocator *alloc, StrView id, StrBuf *out)
{
    lesson_begin_list(out);
    Status status = id.len ? append_lesson(store, alloc, id, out) : append_all(store, alloc, out);
    lesson_end_list(out);
    return status == STATUS_OK && out->failed ? STATUS_NOMEM : status;
}

/* > 0: the other is newer than the one here; 0: the same. As it leaves a computer, so that all computers find the same. */
static int compare_copies(const Allocator *alloc, const Lesson *other, const Lesson *here, Status *status)
{
    if (other->revision != here->revision) {
        return other->revision > here->revision ? 1 : -1;
    }
    StrBuf theirs, ours;
    strbuf_init(&theirs, alloc);
    strbuf_init(&ours, alloc);
    lesson_write_form(other, false, &theirs);
    lesson_write_form(here, false, &ours);
    *status = theirs.failed || ours.failed ? STATUS_NOMEM : STATUS_OK;
    int order = strview_compare(strbuf_view(&theirs), strbuf_view(&ours));
    strbuf_release(&theirs);
    strbuf_release(&ours);
    return order;
}

/* The place where this computer left a story is nowhere else: it stays while the story is not over. */
static Status keep_journals(Lesson *lesson, const Lesson *here)
{
    Status status = STATUS_OK;
    for (size_t i = 0; i < lesson->story_count && status == STATUS_OK; i++) {
        LessonStory *story = lesson->stories[i];
        StrView journal = SV("");
        for (size_t j = 0; here && !story->is_finished && j < here->story_count; j++) {
            if (strview_equal(here->stories[j]->key, story->key)) {
                journal = here->stories[j]->journal;
            }
        }
        status = lesson_set_journal(lesson, story, journal); /* none of another computer */
    }
    return status;
}

static Status merge_lesson(Store *store, const Allocator *alloc, Lesson *lesson, ShelfMerge *merge)
{
    Lesson here;
    Status found = shelf_get(store, alloc, lesson->id, NULL, &here);
    if (found == STATUS_UNSUPPORTED) {
        merge->known++; /* a newer game's: it is left alone */
        return STATUS_OK;
    }
    if (found != STATUS_OK && found != STATUS_NOT_FOUND && found != STATUS_INVALID) {
        return found;
    }
    Status status = STATUS_OK;
    bool is_newer = found != STATUS_OK || compare_copies(alloc, lesson, &here, &status) > 0;
    if (status == STATUS_OK && is_newer) {
        status = keep_journals(lesson, found == STATUS_OK ? &here : NULL);
        status = status == STATUS_OK ? shelf_put(store, alloc, lesson) : status;
    }
    if (status == STATUS_OK) {
        size_t *number = !is_newer ? &merge->known : found == STATUS_NOT_FOUND ? &merge->added : &merge->renewed;
        ++*number;
    }
    if (found == STATUS_OK) {
        lesson_release(&here);
    }
    return status;
}

static Status merge_all(Store *store, const Allocator *alloc, JsonReader *reader, ShelfMerge *merge)
{
    static const char *const keys[] = { "format", "version", "lessons", NULL };
    Status status = lesson_check_format(reader, reader->root, "sango-lessons");
    if (status != STATUS_OK) {
        return status;
    }
    json_check_keys(reader, reader->root, keys, DIAG_NOTE);
    const JsonValue *list = json_member(reader->root, "lessons");
    if (!json_is(list, JSON_ARRAY) || list->count > SHELF_IMPORT_MAX) {
        json_report(reader, DIAG_ERROR, list ? list : reader->root, "'lessons' is a list of at most %d lessons", SHELF_IMPORT_MAX);
        return STATUS_INVALID;
    }
    for (const JsonValue *item = json_items(list); item && status == STATUS_OK; item = item->next) {
        Lesson lesson;
        Status read = lesson_read(alloc, reader, item, &lesson);
        if (read == STATUS_OK) {
            status = merge_lesson(store, alloc, &lesson, merge);
            lesson_release(&lesson);
        } else if (read == STATUS_NOMEM) {
            status = read;
        } else {
            merge->refused++;
        }
    }
    return status;
}

Status shelf_import(Store *store, const Allocator *alloc, StrView name, StrView text, DiagSink *diags, ShelfMerge *merge)
{
    DiagSink none = { 0 };
    Arena arena;
    *merge = (ShelfMerge){ 0 };
    arena_init(&arena, alloc, 64 * 1024);
    JsonReader reader = { .name = name, .text = text, .code = "lesson", .diags = diags ? diags : &none, .arena = &arena };
    Status status = json_reader_open(&reader, JSON_STRICT);
    status = status == STATUS_OK ? merge_all(store, alloc, &reader, merge) : status;
    arena_release(&arena);
    return status == STATUS_LIMIT ? STATUS_INVALID : status;
}
