/* Lessons in a store: keeping, listing, taking from and giving to other computers. */
#include "meter.h"
#include "some_lessons.h"

#include "sango/base/rng.h"
#include "sango/classroom/shelf.h"

static Store *new_store(void)
{
    Store *store = NULL;
    EXPECT_EQ(store_memory_open(alloc_heap(), &store), STATUS_OK);
    return store;
}

static void export_all(Store *store, StrBuf *out)
{
    strbuf_init(out, alloc_heap());
    EXPECT_EQ(shelf_export(store, alloc_heap(), SV(""), out), STATUS_OK);
}

static ShelfMerge import(Store *store, StrView text)
{
    ShelfMerge merge;
    EXPECT_EQ(shelf_import(store, alloc_heap(), SV("f"), text, NULL, &merge), STATUS_OK);
    return merge;
}

static void expect_merge(int line, ShelfMerge got, size_t added, size_t renewed, size_t known, size_t refused)
{
    if (got.added != added || got.renewed != renewed || got.known != known || got.refused != refused) {
        test_failures++;
        fprintf(stderr, "line %d: added %zu renewed %zu known %zu refused %zu\n", line, got.added, got.renewed, got.known, got.refused);
    }
}
#define EXPECT_MERGE(got, ...) expect_merge(__LINE__, got, __VA_ARGS__)

/* A lesson with one story and its journal, kept `times` times. */
static void keep(Store *store, StrView id, StrView day, unsigned hands, int times, bool is_over)
{
    Lesson lesson;
    EXPECT_EQ(some_lesson(&lesson, alloc_heap(), id, day), STATUS_OK);
    LessonStory *story = lesson_add_story(&lesson, SV("present"), SV("The Present"));
    LessonDecision decision = some_decision(SV("address"), hands, 0, 0);
    EXPECT_EQ(lesson_note_decision(&lesson, story, &decision), STATUS_OK);
    EXPECT_EQ(lesson_set_journal(&lesson, story, SV("the way so far")), STATUS_OK);
    lesson.is_over = is_over;
    for (int i = 0; i < times; i++) {
        EXPECT_EQ(shelf_keep(store, alloc_heap(), &lesson), STATUS_OK);
    }
    EXPECT_EQ(lesson.revision, times);
    lesson_release(&lesson);
}

static void test_list(void)
{
    static const char *const order[] = { "00000000000000000000000000000004", "00000000000000000000000000000003",
                                         "00000000000000000000000000000001", "00000000000000000000000000000002",
                                         "00000000000000000000000000000005" };
    Store *store = new_store();
    Arena arena;
    ShelfLesson *lessons;
    size_t count = 9;
    StrBuf out;
    arena_init(&arena, alloc_heap(), 1024);
    strbuf_init(&out, alloc_heap());
    DiagSink sink = { collect_diag, &out, 0, 0 };
    EXPECT_EQ(shelf_list(store, &arena, &sink, &lessons, &count), STATUS_OK);
    EXPECT_EQ(count, 0);
    keep(store, strview_from_cstr(order[4]), SV("no day"), 7, 1, false);
    keep(store, strview_from_cstr(order[2]), SV("2026-11-25"), 7, 1, true);
    keep(store, strview_from_cstr(order[1]), SV("2026-11-25"), 7, 2, false);
    keep(store, strview_from_cstr(order[3]), SV("2026-11-25"), 7, 1, true);
    keep(store, strview_from_cstr(order[0]), SV("2026-12-01"), 7, 1, false);
    (void)store->ops->put(store, STORE_EVERYBODY, SV("lesson.minutes"), SV("40"));
    (void)store->ops->put(store, STORE_EVERYBODY, SV("lesson." ID_A), SV("{\"format\":"));
    EXPECT_EQ(shelf_list(store, &arena, &sink, &lessons, &count), STATUS_OK);
    EXPECT_EQ(count, 5);
    for (size_t i = 0; i < count; i++) {
        EXPECT_TEXT(lessons[i].id, order[i]);
    }
    EXPECT_TEXT(lessons[1].title, "The Present");
    EXPECT_EQ(lessons[1].story_count, 1);
    EXPECT_EQ(lessons[1].finished_count, 0);
    EXPECT_TEXT(strbuf_view(&out),
                "lesson." ID_A ":1:10: error: this is not JSON; often a comma or a quote is missing before [lesson]\n");
    StrView *damaged;
    EXPECT_EQ(shelf_list_damaged(store, &arena, &damaged, &count), STATUS_OK);
    EXPECT_EQ(count, 1);
    EXPECT_TEXT(damaged[0], ID_A);
    Lesson lesson;
    EXPECT_EQ(shelf_get(store, alloc_heap(), SV(ID_A), NULL, &lesson), STATUS_INVALID);
    EXPECT_EQ(shelf_get(store, alloc_heap(), SV(ID_B), NULL, &lesson), STATUS_NOT_FOUND);
    EXPECT_EQ(shelf_get(store, alloc_heap(), SV("minutes"), NULL, &lesson), STATUS_NOT_FOUND);
    EXPECT_EQ(shelf_get(store, alloc_heap(), strview_from_cstr(order[1]), NULL, &lesson), STATUS_OK);
    EXPECT_EQ(lesson.revision, 2);
    EXPECT_TEXT(lesson.stories[0]->journal, "the way so far");
    strbuf_clear(&out); /* under another id it is a damaged one */
    lesson_write(&lesson, &out);
    (void)store->ops->put(store, STORE_EVERYBODY, SV("lesson." ID_B), strbuf_view(&out));
    lesson_release(&lesson);
    EXPECT_EQ(shelf_get(store, alloc_heap(), SV(ID_B), NULL, &lesson), STATUS_INVALID);
    EXPECT_EQ(shelf_remove(store, strview_from_cstr(order[1])), STATUS_OK);
    EXPECT_EQ(shelf_remove(store, strview_from_cstr(order[1])), STATUS_OK);
    EXPECT_EQ(shelf_get(store, alloc_heap(), strview_from_cstr(order[1]), NULL, &lesson), STATUS_NOT_FOUND);
    strbuf_release(&out);
    arena_release(&arena);
    store->ops->close(store);
}

static void test_export(void)
{
    Store *store = new_store();
    StrBuf out;
    export_all(store, &out);
    EXPECT_TEXT(strbuf_view(&out), "{\"format\":\"sango-lessons\",\"version\":1,\"lessons\":[\n]}\n");
    EXPECT_MERGE(import(store, strbuf_view(&out)), 0, 0, 0, 0);
    strbuf_clear(&out);
    EXPECT_EQ(shelf_export(store, alloc_heap(), SV(ID_A), &out), STATUS_NOT_FOUND);
    keep(store, SV(ID_B), SV("2026-11-25"), 7, 1, false);
    keep(store, SV(ID_A), SV("2026-11-25"), 7, 1, false);
    (void)store->ops->put(store, STORE_EVERYBODY, SV("lesson.00000000000000000000000000000000"), SV("broken"));
    strbuf_clear(&out);
    EXPECT_EQ(shelf_export(store, alloc_heap(), SV(""), &out), STATUS_OK);
    EXPECT(!strstr(out.data, "the way so far"));
    char *a = strstr(out.data, ID_A), *b = strstr(out.data, ID_B);
    EXPECT(a && b && a < b);
    strbuf_clear(&out);
    EXPECT_EQ(shelf_export(store, alloc_heap(), SV(ID_B), &out), STATUS_OK);
    EXPECT(!strstr(out.data, ID_A) && strstr(out.data, ID_B));
    strbuf_release(&out);
    store->ops->close(store);
}

/* Two computers went on with the same lesson, and each has one of its own. */
static void test_merge(void)
{
    Store *one = new_store(), *two = new_store();
    StrBuf first, second, out, again;
    keep(one, SV(ID_A), SV("2026-11-25"), 7, 2, false);
    keep(two, SV(ID_A), SV("2026-11-25"), 8, 3, false);
    keep(one, SV(ID_B), SV("2026-11-25"), 7, 2, false); /* as often changed, but not the same */
    keep(two, SV(ID_B), SV("2026-11-25"), 9, 2, false);
    keep(one, SV("00000000000000000000000000000001"), SV("2026-11-25"), 7, 1, false);
    keep(two, SV("00000000000000000000000000000002"), SV("2026-11-25"), 7, 1, false);
    export_all(one, &first);
    export_all(two, &second);
    EXPECT_MERGE(import(one, strbuf_view(&second)), 1, 2, 0, 0);
    EXPECT_MERGE(import(two, strbuf_view(&first)), 1, 0, 2, 0);
    export_all(one, &out);
    export_all(two, &again);
    EXPECT_TEXT(strbuf_view(&out), again.data);
    EXPECT_MERGE(import(one, strbuf_view(&second)), 0, 0, 3, 0); /* again: nothing changes */
    EXPECT_MERGE(import(one, strbuf_view(&first)), 0, 0, 3, 0);
    EXPECT_MERGE(import(one, strbuf_view(&out)), 0, 0, 4, 0);
    strbuf_release(&again);
    export_all(one, &again);
    EXPECT_TEXT(strbuf_view(&again), out.data);
    Lesson lesson; /* the newer copy came without a journal: the class goes on where this computer left it */
    EXPECT_EQ(shelf_get(one, alloc_heap(), SV(ID_A), NULL, &lesson), STATUS_OK);
    EXPECT_EQ(lesson.stories[0]->decisions[0].options[0].votes, 8);
    EXPECT_TEXT(lesson.stories[0]->journal, "the way so far");
    lesson_release(&lesson);
    one->ops->close(one);
    two->ops->close(two);
    strbuf_release(&first);
    strbuf_release(&second);
    strbuf_release(&out);
    strbuf_release(&again);
}

/* Three computers with lessons at random: whatever the order, and however often, all have the same in the end. */
static void test_merge_any(void)
{
    static const char *const ids[] = { ID_A, ID_B, "00000000000000000000000000000001" };
    Rng rng;
    rng_seed(&rng, 3);
    for (int round = 0; round < 60; round++) {
        StrBuf files[3], first, out;
        for (int i = 0; i < 3; i++) {
            Store *store = new_store();
            for (int j = 0; j < 3; j++) {
                if (rng_below(&rng, 4)) {
                    keep(store, strview_from_cstr(ids[j]), SV("2026-11-25"), 5 + rng_below(&rng, 3), 1 + (int)rng_below(&rng, 3), false);
                }
            }
            export_all(store, &files[i]);
            store->ops->close(store);
        }
        for (int order = 0; order < 6; order++) {
            static const int orders[6][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };
            Store *store = new_store();
            for (int i = 0; i < 3; i++) {
                for (uint32_t times = 1 + rng_below(&rng, 2); times-- > 0;) {
                    (void)import(store, strbuf_view(&files[orders[order][i]]));
                }
            }
            export_all(store, order ? &out : &first);
            if (order) {
                EXPECT_TEXT(strbuf_view(&out), first.data);
                strbuf_release(&out);
            }
            store->ops->close(store);
        }
        strbuf_release(&first);
        for (int i = 0; i < 3; i++) {
            strbuf_release(&files[i]);
        }
    }
}

#define GOOD(id) "{\"format\":\"sango-lesson\",\"version\":1,\"id\":\"" id "\",\"revision\":1,\"day\":\"\",\"language\":\"en\",\"band\":1," \
                 "\"minutes\":20,\"over\":true,\"story\":0,\"stories\":[],\"measures\":[]}"

static void test_broken_parts(void)
{
    static const char file[] = "{\"format\":\"sango-lessons\",\"version\":1,\"extra\":0,\"lessons\":[\n" GOOD(ID_A) ",\n"
                               "{\"format\":\"sango-lesson\",\"version\":2},\n"
                               "7,\n"
                               "{\"format\":\"sango-lesson\",\"version\":1,\"id\":\"x\",\"day\":\"\",\"language\":\"en\",\"band\":1,\"minutes\":20},\n" GOOD(ID_B) "]}";
    static const char *const none[] = { "", "[]", "{}", "hello", "{\"format\":\"sango-lesson\",\"version\":1}",
                                        "{\"format\":\"sango-lessons\",\"version\":1}",
                                        "{\"format\":\"sango-lessons\",\"version\":1,\"lessons\":{}}" };
    Store *store = new_store();
    StrBuf out;
    ShelfMerge merge;
    strbuf_init(&out, alloc_heap());
    DiagSink sink = { collect_diag, &out, 0, 0 };
    EXPECT_EQ(shelf_import(store, alloc_heap(), SV("stick.json"), strview_from_cstr(file), &sink, &merge), STATUS_OK);
    EXPECT_MERGE(merge, 2, 0, 0, 3);
    EXPECT_TEXT(strbuf_view(&out),
                "stick.json:1:47: note: 'extra' is not used here [lesson]\n"
                "stick.json:3:36: error: a newer version of the game wrote this; it can be read when the game on this computer is renewed,"
                " too [lesson]\n"
                "stick.json:4:1: error: this is no \"sango-lesson\" with a version [lesson]\n"
                "stick.json:5:43: error: an id is 32 digits of 0 to 9 and a to f [lesson]\n");
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        EXPECT_EQ(shelf_import(store, alloc_heap(), SV("f"), strview_from_cstr(none[i]), NULL, &merge), STATUS_INVALID);
        EXPECT_MERGE(merge, 0, 0, 0, 0);
    }
    EXPECT_EQ(shelf_import(store, alloc_heap(), SV("f"), SV("{\"format\":\"sango-lessons\",\"version\":2,\"lessons\":[]}"), NULL, &merge),
              STATUS_UNSUPPORTED);
    /* A damaged copy here gives way, a newer game's does not. */
    (void)store->ops->put(store, STORE_EVERYBODY, SV("lesson." ID_A), SV("damaged"));
    (void)store->ops->put(store, STORE_EVERYBODY, SV("lesson." ID_B), SV("{\"format\":\"sango-lesson\",\"version\":2}"));
    EXPECT_MERGE(import(store, strview_from_cstr(file)), 0, 1, 1, 3);
    Lesson lesson;
    EXPECT_EQ(shelf_get(store, alloc_heap(), SV(ID_A), NULL, &lesson), STATUS_OK);
    lesson_release(&lesson);
    EXPECT_EQ(shelf_get(store, alloc_heap(), SV(ID_B), NULL, &lesson), STATUS_UNSUPPORTED);
    strbuf_release(&out);
    store->ops->close(store);
}

/* A disk that fails at its N-th write: what came before is there, and importing again brings the rest. */
static int writes_left;
static Status (*real_put)(Store *store, int64_t player, StrView key, StrView value);
static Status failing_put(Store *store, int64_t player, StrView key, StrView value)
{
    return writes_left-- > 0 ? real_put(store, player, key, value) : STATUS_IO;
}

static void test_full_disk(void)
{
    static const char file[] = "{\"format\":\"sango-lessons\",\"version\":1,\"lessons\":[" GOOD(ID_A) "," GOOD(ID_B) "]}";
    Store *store = new_store();
    const StoreOps *ops = store->ops;
    StoreOps failing = *ops;
    ShelfMerge merge;
    real_put = ops->put;
    failing.put = failing_put;
    store->ops = &failing;
    writes_left = 1;
    EXPECT_EQ(shelf_import(store, alloc_heap(), SV("f"), strview_from_cstr(file), NULL, &merge), STATUS_IO);
    EXPECT_MERGE(merge, 1, 0, 0, 0);
    Lesson lesson;
    EXPECT_EQ(shelf_get(store, alloc_heap(), SV(ID_A), NULL, &lesson), STATUS_OK);
    EXPECT_EQ(shelf_keep(store, alloc_heap(), &lesson), STATUS_IO);
    EXPECT_EQ(lesson.revision, 1); /* as it was */
    lesson_release(&lesson);
    writes_left = 9;
    EXPECT_MERGE(import(store, strview_from_cstr(file)), 1, 0, 1, 0);
    store->ops = ops;
    store->ops->close(store);
}

static void test_memory(void)
{
    static const char file[] = "{\"format\":\"sango-lessons\",\"version\":1,\"lessons\":[" GOOD(ID_A) "," GOOD(ID_B) "]}";
    Meter count = { 0 };
    Allocator counting = { meter_resize, &count };
    ShelfMerge merge;
    for (size_t n = 0; n <= count.calls; n++) { /* the first run counts */
        Meter meter = { .fail_at = n };
        Allocator alloc = { meter_resize, n ? &meter : &count };
        Store *store = new_store();
        Arena arena;
        ShelfLesson *lessons;
        size_t listed = 0;
        StrBuf out;
        strbuf_init(&out, &alloc);
        arena_init(&arena, &alloc, 256);
        Status status = shelf_import(store, n ? &alloc : &counting, SV("f"), strview_from_cstr(file), NULL, &merge);
        status = status == STATUS_OK ? shelf_import(store, n ? &alloc : &counting, SV("f"), strview_from_cstr(file), NULL, &merge) : status;
        status = status == STATUS_OK ? shelf_export(store, n ? &alloc : &counting, SV(""), &out) : status;
        status = status == STATUS_OK ? shelf_list(store, &arena, NULL, &lessons, &listed) : status;
        EXPECT_EQ(status, n ? STATUS_NOMEM : STATUS_OK);
        arena_release(&arena);
        strbuf_release(&out);
        EXPECT_EQ(n ? meter.bytes : count.bytes, 0);
        store->ops->close(store);
    }
}

int main(void)
{
    test_list();
    test_export();
    test_merge();
    test_merge_any();
    test_broken_parts();
    test_full_disk();
    test_memory();
    return TEST_MAIN_END();
}
