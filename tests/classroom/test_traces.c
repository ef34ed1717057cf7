/* A lesson that was deleted cannot be found in the files of the database, not even by who looks at their bytes. */
#define _DEFAULT_SOURCE
#include "some_lessons.h"

#include "sango/base/file.h"
#include "sango/classroom/shelf.h"
#include "sango/store/sqlite.h"

#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/sango-traces-XXXXXX";
static char path[256];

static size_t find_in(const char *suffix, StrView needle)
{
    char name[300];
    StrView bytes;
    size_t found = 0;
    (void)snprintf(name, sizeof name, "%s%s", path, suffix);
    if (file_read(alloc_heap(), name, 100000000, &bytes) != STATUS_OK) {
        return 0;
    }
    for (size_t i = 0; i + needle.len <= bytes.len; i++) {
        found += memcmp(bytes.data + i, needle.data, needle.len) == 0;
    }
    file_free(alloc_heap(), &bytes);
    return found;
}

static size_t find_all(StrView needle)
{
    return find_in("", needle) + find_in("-wal", needle) + find_in("-shm", needle) + find_in("-journal", needle);
}

/* Every text of lesson `index` has its number in it. */
static void keep_one(Store *store, unsigned index, unsigned decisions)
{
    Lesson lesson;
    char id[LESSON_ID_LEN + 1], text[60];
    (void)snprintf(id, sizeof id, "%032x", index * 7919u);
    EXPECT_EQ(some_lesson(&lesson, alloc_heap(), strview_from_cstr(id), SV("2026-11-26")), STATUS_OK);
    (void)snprintf(text, sizeof text, "Trace-%u-here", index);
    LessonStory *story = lesson_add_story(&lesson, SV("present"), strview_from_cstr(text));
    for (unsigned i = 0; i < decisions; i++) {
        (void)snprintf(text, sizeof text, "Trace-%u-here-%u", index, i);
        LessonDecision decision = some_decision(strview_from_cstr(text), 5, 5, 5);
        EXPECT_EQ(lesson_note_decision(&lesson, story, &decision), STATUS_OK);
        EXPECT_EQ(shelf_keep(store, alloc_heap(), &lesson), STATUS_OK); /* as in a lesson: after each answer */
    }
    lesson_release(&lesson);
}

static void test_remove(Store *store)
{
    char id[LESSON_ID_LEN + 1], needle[40];
    for (unsigned i = 0; i < 40; i++) {
        keep_one(store, i, 1 + i % 20); /* some are longer than a page */
    }
    for (unsigned i = 3; i < 40; i += 5) {
        (void)snprintf(id, sizeof id, "%032x", i * 7919u);
        (void)snprintf(needle, sizeof needle, "Trace-%u-here", i);
        EXPECT(find_all(strview_from_cstr(needle)) > 0); /* the search finds what is there */
        EXPECT_EQ(shelf_remove(store, strview_from_cstr(id)), STATUS_OK);
        EXPECT_EQ(find_all(strview_from_cstr(needle)), 0);
        EXPECT_EQ(find_all(strview_from_cstr(id)), 0);
        (void)snprintf(needle, sizeof needle, "Trace-%u-here", i + 1);
        EXPECT(i + 1 >= 40 || find_all(strview_from_cstr(needle)) > 0); /* the next one is still there */
    }
}

static void test_everything(Store *store)
{
    StoreCount figure = { SV("2026-11-26T09"), SV("play/trace-of-a-figure"), 3 };
    int64_t id = 0;
    StorePlayer player = { .nickname = SV("trace/otter/7"), .avatar = SV("otter"), .band = 1 };
    EXPECT_EQ(store->ops->count_up(store, &figure, 1), STATUS_OK);
    EXPECT_EQ(store->ops->add_player(store, &player, &id), STATUS_OK);
    EXPECT(find_all(SV("trace/otter/7")) > 0 && find_all(SV("trace-of-a-figure")) > 0 && find_all(SV("Trace-")) > 0);
    EXPECT_EQ(store->ops->delete_everything(store), STATUS_OK);
    EXPECT_EQ(find_all(SV("trace/otter/7")), 0);
    EXPECT_EQ(find_all(SV("trace-of-a-figure")), 0);
    EXPECT_EQ(find_all(SV("Trace-")), 0);
    EXPECT_EQ(find_all(SV("sango-lesson")), 0);
}

static void test_player(Store *store)
{
    int64_t id = 0;
    StorePlayer player = { .nickname = SV("trace/owl/7"), .avatar = SV("owl"), .band = 1 };
    EXPECT_EQ(store->ops->add_player(store, &player, &id), STATUS_OK);
    EXPECT_EQ(store->ops->put(store, id, SV("save"), SV("trace-of-a-save")), STATUS_OK);
    EXPECT(find_all(SV("trace/owl/7")) > 0 && find_all(SV("trace-of-a-save")) > 0);
    EXPECT_EQ(store->ops->delete_player(store, id), STATUS_OK);
    EXPECT_EQ(find_all(SV("trace/owl/7")), 0);
    EXPECT_EQ(find_all(SV("trace-of-a-save")), 0);
}

int main(void)
{
    static const char *const suffixes[] = { "", "-wal", "-shm" };
    char name[300];
    bool was_broken = true;
    Store *store = NULL;
    if (!mkdtemp(folder)) {
        return 1;
    }
    (void)snprintf(path, sizeof path, "%s/progress.db", folder);
    EXPECT_EQ(store_sqlite_open(alloc_heap(), path, &store, &was_broken), STATUS_OK);
    if (store) {
        test_remove(store);
        test_everything(store);
        test_player(store);
        store->ops->close(store);
    }
    for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++) {
        (void)snprintf(name, sizeof name, "%s%s", path, suffixes[i]);
        (void)unlink(name);
    }
    (void)rmdir(folder);
    return TEST_MAIN_END();
}
