/* A lesson is played by a script. After each look at another answer the story stands as it stood before: place, points, deeds. At its
 * end the store has the lesson and nothing of a child. */
#include "player/lesson_internal.h"
#include "player/play_internal.h"
#include "sango/classroom/shelf.h"
#include "sango/platform/script.h"
#include "test.h"

#include <string.h>

enum { QUESTIONS = 5 };

typedef struct Watch {
    AppOver over;
    StrBuf before, after; /* journals */
    LevelScore score;
    unsigned deeds;
    bool is_looking;
    unsigned looks, returns;
} Watch;

static const PlayScene *playing(const App *app)
{
    const Scene *top = scene_stack_top(&app->scenes);
    return top && strcmp(top->ops->name, "play") == 0 ? (const PlayScene *)top : NULL;
}

static void note(const PlayScene *play, StrBuf *journal, LevelScore *score, unsigned *deeds)
{
    strbuf_clear(journal);
    level_session_write(play->session, journal);
    level_session_score(play->session, false, score);
    *deeds = level_session_deeds(play->session);
}

static void watch_update(AppOver *over, App *app, uint64_t now_ms)
{
    Watch *watch = (Watch *)over;
    const PlayScene *play = playing(app);
    (void)now_ms;
    if (!play || play->mode != PLAY_MODE_REASON) {
        return;
    }
    if (play->lesson->is_what_if) {
        watch->looks += !watch->is_looking;
        watch->is_looking = true;
        return;
    }
    if (watch->is_looking) {
        LevelScore score;
        unsigned deeds;
        note(play, &watch->after, &score, &deeds);
        EXPECT(strview_equal(strbuf_view(&watch->before), strbuf_view(&watch->after)));
        EXPECT(memcmp(&score, &watch->score, sizeof score) == 0);
        EXPECT_EQ(deeds, watch->deeds);
        for (unsigned i = 0; i < POWER_COUNT; i++) { /* the record has them as a child's score would */
            EXPECT_EQ(play->lesson->run->story->points[i], score.power_points[i]);
            EXPECT_EQ(play->lesson->run->story->maximum[i], score.power_maximum[i]);
        }
        watch->is_looking = false;
        watch->returns++;
    }
    note(play, &watch->before, &watch->score, &watch->deeds);
}

/* A disk that is full takes no lesson. */
static Status put_nothing(Store *store, int64_t player, StrView key, StrView value)
{
    (void)store;
    (void)player;
    (void)key;
    (void)value;
    return STATUS_IO;
}

static StoreOps full_ops;

static Store *open_store(void *user, StrBuf *notice)
{
    const bool *is_full = user;
    Store *store = NULL;
    (void)notice;
    EXPECT_EQ(store_memory_open(alloc_heap(), &store), STATUS_OK);
    if (*is_full) {
        full_ops = *store->ops;
        full_ops.put = put_nothing;
        store->ops = &full_ops;
    }
    return store;
}

/* Each question: two hands for its first card, its reason, a look at another answer, and back. */
static void write_script(StrBuf *script)
{
    strbuf_append(script, SV("wait 100\nchoose 7 to 9\nchoose Private\nchoose Start\nwait 100\nchoose Now we vote\nchoose Pick without\nchoose It's a deal\nwait 400\n"));
    for (int i = 0; i < QUESTIONS; i++) {
        strbuf_append(script, SV("until Talk 80\npress confirm\ndigit 1\ndigit 1\nchoose Show\nlacks hands\npress confirm\nwait 400\nuntil Why? 40\n"
                                 "choose What would happen if\nwait 20\npress confirm\nwait 400\nuntil Another 40\ncontains Back to our story\n"
                                 "choose Back to our story\nwait 100\nlacks Back to our story\nchoose Go on\nwait 100\n"));
    }
    strbuf_append(script, SV("press menu\nwait 20\nchoose End the lesson\nwait 20\nexpect Well done\nchoose Done\n"));
}

static void expect_no_child(Store *store, Arena *arena)
{
    StorePlayer *players;
    StrView *keys;
    size_t count = 9;
    EXPECT_EQ(store->ops->players(store, arena, &players, &count), STATUS_OK);
    EXPECT_EQ(count, 0);
    EXPECT_EQ(store->ops->keys(store, STORE_EVERYBODY, SV(""), arena, &keys, &count), STATUS_OK);
    EXPECT_EQ(count, 1);
    for (size_t i = 0; i < count; i++) {
        EXPECT(strview_starts_with(keys[i], SV("lesson.")));
    }
}

static void expect_record(Store *store, Arena *arena)
{
    ShelfLesson *lessons;
    Lesson lesson;
    DiagSink diags = { 0 };
    size_t count = 0;
    EXPECT_EQ(shelf_list(store, arena, &diags, &lessons, &count), STATUS_OK);
    EXPECT_EQ(count, 1);
    if (count != 1 || shelf_get(store, alloc_heap(), lessons[0].id, &diags, &lesson) != STATUS_OK) {
        test_failures++;
        return;
    }
    EXPECT(lesson.is_over);
    EXPECT_EQ(lesson.story_count, 1);
    const LessonStory *story = lesson.stories[0];
    EXPECT_EQ(story->decision_count, QUESTIONS);
    for (size_t i = 0; i < story->decision_count; i++) {
        EXPECT_EQ(story->decisions[i].picked, 0);
        EXPECT_EQ(story->decisions[i].looked_at, 2); /* the second answer */
        EXPECT(!story->decisions[i].has_spread);     /* two hands */
    }
    EXPECT(strview_equal(story->decisions[0].id, SV("sp-address")));
    EXPECT(strview_equal(story->decisions[1].id, SV("sp-address/back")));
    lesson_release(&lesson);
}

/* Plays the script; `check` looks at the store at the end. */
static void play(const StrBuf *script, bool is_full, AppOver *over, void (*check)(Store *store, Arena *arena))
{
    static App app;
    LevelPack pack;
    StageArt *art = NULL;
    Catalogue catalogue;
    Platform *platform = NULL;
    Arena arena;
    DiagSink diags = { 0 };
    arena_init(&arena, alloc_heap(), 4096);
    catalogue_init(&catalogue, alloc_heap(), SV("en"));
    ScriptOptions options = { .text = strbuf_view(script), .name = "lesson" };
    EXPECT_EQ(level_pack_load(alloc_heap(), TEST_ROOT "/levels/sango", &diags, &pack), STATUS_OK);
    EXPECT_EQ(stage_art_parse(alloc_heap(), SV(""), &diags, &art), STATUS_OK);
    EXPECT_EQ(script_platform_open(alloc_heap(), &options, &platform), STATUS_OK);
    AppParts parts = { .alloc = alloc_heap(), .platform = platform, .measure = grid_measure(), .art = art, .catalogue = &catalogue, .pack = &pack,
                       .open_store = open_store, .user = &is_full, .opens_lesson = true, .over = over, .seed = 1 };
    EXPECT_EQ(app_init(&app, &parts), STATUS_OK);
    EXPECT_EQ(app_run(&app, title_scene_create(&app)), STATUS_OK);
    EXPECT_EQ(script_platform_failures(platform), 0);
    check(app.store, &arena);
    app_release(&app);
    script_platform_close(platform);
    stage_art_destroy(art);
    level_pack_release(&pack);
    catalogue_release(&catalogue);
    arena_release(&arena);
}

static void check_kept(Store *store, Arena *arena)
{
    expect_no_child(store, arena);
    expect_record(store, arena);
}

static void test_looks_leave_no_trace(void)
{
    StrBuf script;
    Watch watch = { .over = { .update = watch_update } };
    strbuf_init(&watch.before, alloc_heap());
    strbuf_init(&watch.after, alloc_heap());
    strbuf_init(&script, alloc_heap());
    write_script(&script);
    play(&script, false, &watch.over, check_kept);
    EXPECT_EQ(watch.looks, QUESTIONS);
    EXPECT_EQ(watch.returns, QUESTIONS);
    strbuf_release(&script);
    strbuf_release(&watch.before);
    strbuf_release(&watch.after);
}

static void check_nothing_kept(Store *store, Arena *arena)
{
    StrView *keys;
    size_t count = 9;
    EXPECT_EQ(store->ops->keys(store, STORE_EVERYBODY, SV(""), arena, &keys, &count), STATUS_OK);
    EXPECT_EQ(count, 0);
}

/* One sentence, once; the lesson goes on to its end. */
static void test_a_full_disk_ends_no_lesson(void)
{
    StrBuf script;
    AppOver none = { 0 };
    strbuf_init(&script, alloc_heap());
    strbuf_append(&script, SV("wait 100\nchoose Start\nwait 100\nchoose Now we vote\nchoose Pick without\nchoose It's a deal\nwait 400\n"
                              "contains The lesson could not be saved\nchoose OK\nlacks could not be saved\nuntil Talk 80\nlacks could not be saved\n"
                              "press menu\nwait 20\nchoose End the lesson\nwait 20\nexpect Well done\nchoose Done\n"));
    play(&script, true, &none, check_nothing_kept);
    strbuf_release(&script);
}

int main(void)
{
    test_looks_leave_no_trace();
    test_a_full_disk_ends_no_lesson();
    return TEST_MAIN_END();
}
