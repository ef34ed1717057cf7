/* Visitors on a virtual clock, and what is left of them: figures, and nothing else. */
#include "sango/kiosk/kiosk.h"

#include "kiosk/kiosk_internal.h"
#include "sango/base/file.h"
#include "sango/platform/script.h"

#include "test.h"

#include <string.h>

typedef struct Stand {
    LevelLibrary library;
    KioskSettings settings;
    Catalogue english;
    StageArt *art;
    Store *disk;
    Kiosk *kiosk;
    App app;
} Stand;

static Store *open_store(void *user, StrBuf *notice)
{
    Stand *stand = user;
    (void)notice;
    return stand->disk;
}

/* The smallest catalogue: a header and the call. */
static void write_catalogue(const char *path)
{
    static const char original[] = "\0kiosk.touch\4Touch to start!", translated[] = "Language: fr\n\0Touche ici !";
    unsigned char file[256] = { 0xDE, 0x12, 0x04, 0x95 };
    const unsigned header[] = { 0, 2, 28, 44, 0, 0 };
    const unsigned tables[] = { 0, 60, 27, 61, 13, 90, 12, 104 };
    size_t at = 4;
    for (size_t i = 0; i < 6; i++, at += 4) {
        file[at] = (unsigned char)header[i];
    }
    for (size_t i = 0; i < 8; i++, at += 4) {
        file[at] = (unsigned char)tables[i];
    }
    memcpy(file + 60, original, sizeof original);
    memcpy(file + 90, translated, sizeof translated);
    EXPECT(file_make_folders(TEST_FOLDER) == STATUS_OK);
    EXPECT(file_write(path, (StrView){ (const char *)file, 120 }) == STATUS_OK);
}

static void open_stand(Stand *stand, const char *settings)
{
    DiagSink diags = { NULL, NULL, 0, 0 };
    *stand = (Stand){ .art = NULL };
    catalogue_init(&stand->english, alloc_heap(), SV("en"));
    EXPECT(level_library_open(alloc_heap(), "../levels/sango", NULL, &diags, &stand->library) == STATUS_OK);
    EXPECT(stage_art_parse(alloc_heap(), SV(""), &diags, &stand->art) == STATUS_OK);
    EXPECT(store_memory_open(alloc_heap(), &stand->disk) == STATUS_OK);
    EXPECT(kiosk_settings_read(alloc_heap(), SV("k.json"), strview_from_cstr(settings), NULL, &stand->settings) == STATUS_OK);
    KioskParts parts = { .alloc = alloc_heap(),
                         .settings = &stand->settings,
                         .pack = &stand->library.packs[0],
                         .catalogue = &stand->english,
                         .texts_folder = SV(TEST_FOLDER),
                         .version = SV("test") };
    EXPECT(kiosk_create(&parts, &stand->kiosk) == STATUS_OK);
}

/* Plays the script; `look` sees the app before it is released. */
static void play(Stand *stand, const char *script, void (*look)(Stand *stand))
{
    Platform *platform = NULL;
    ScriptOptions options = { .text = strview_from_cstr(script), .name = "visit" };
    EXPECT(script_platform_open(alloc_heap(), &options, &platform) == STATUS_OK);
    AppParts parts = { .alloc = alloc_heap(),
                       .platform = platform,
                       .measure = grid_measure(),
                       .art = stand->art,
                       .catalogue = &stand->english,
                       .library = &stand->library,
                       .pack = &stand->library.packs[0],
                       .open_store = open_store,
                       .user = stand,
                       .over = kiosk_over(stand->kiosk),
                       .seed = 1 };
    EXPECT(app_init(&stand->app, &parts) == STATUS_OK);
    EXPECT(app_run(&stand->app, kiosk_first_scene(stand->kiosk, &stand->app)) == STATUS_OK);
    EXPECT_EQ(script_platform_failures(platform), 0);
    look(stand);
    app_release(&stand->app);
    script_platform_close(platform);
}

static void close_stand(Stand *stand)
{
    kiosk_destroy(stand->kiosk);
    kiosk_settings_release(&stand->settings);
    stage_art_destroy(stand->art);
    level_library_release(&stand->library);
    catalogue_release(&stand->english);
}

static void expect_empty(Store *store)
{
    Arena arena;
    StorePlayer *players;
    StrView *keys;
    size_t count;
    arena_init(&arena, alloc_heap(), 1024);
    EXPECT(store->ops->players(store, &arena, &players, &count) == STATUS_OK);
    EXPECT_EQ(count, 0);
    EXPECT(store->ops->keys(store, STORE_EVERYBODY, SV(""), &arena, &keys, &count) == STATUS_OK);
    EXPECT_EQ(count, 0);
    EXPECT(store->ops->keys(store, 1, SV(""), &arena, &keys, &count) == STATUS_OK);
    EXPECT_EQ(count, 0);
    arena_release(&arena);
}

static uint64_t figure(Store *store, StrView name)
{
    Arena arena;
    StoreCount *counts;
    size_t count;
    uint64_t total = 0;
    arena_init(&arena, alloc_heap(), 1024);
    EXPECT(store->ops->counts(store, &arena, &counts, &count) == STATUS_OK);
    for (size_t i = 0; i < count; i++) {
        EXPECT(strview_starts_with(counts[i].hour, SV("2026-11-26T09")));
        total += strview_equal(counts[i].name, name) ? counts[i].count : 0;
    }
    arena_release(&arena);
    return total;
}

static void expect_nobody(Stand *stand)
{
    const App *app = &stand->app;
    Settings usual = settings_default();
    EXPECT_EQ(app->scenes.count, 1);
    EXPECT_EQ(app->player.id, 0);
    EXPECT_EQ(app->player.nickname.len, 0);
    EXPECT(app->parts.catalogue == &stand->english);
    EXPECT_EQ(app->settings.text_percent, usual.text_percent);
    EXPECT_EQ(app->settings.music, usual.music);
    EXPECT_EQ(app->settings.effects, usual.effects);
    EXPECT_EQ(app->settings.look, usual.look);
    EXPECT_EQ(app->ui.focus_visible, false);
    EXPECT_EQ(app->music.len, 0);
    EXPECT_EQ(app->notice.len, 0);
    EXPECT(stand->kiosk->visit.episode == NULL && stand->kiosk->visit.players == 0 && stand->kiosk->visit.language.len == 0);
    EXPECT(app->kept_store == stand->disk && app->store != stand->disk);
    expect_empty(app->store);
    expect_empty(stand->disk);
}

/* Two answers of the first visit are in the figures, nobody of it anywhere. */
static void look_at_wiped(Stand *stand)
{
    expect_nobody(stand);
    EXPECT_EQ(figure(stand->disk, SV("play")), 1);
    EXPECT_EQ(figure(stand->disk, SV("language/fr")), 1);
    EXPECT_EQ(figure(stand->disk, SV("players/2")), 1);
    EXPECT_EQ(figure(stand->disk, SV("episode/prologue/begun")), 1);
    EXPECT_EQ(figure(stand->disk, SV("episode/prologue/finished")), 0);
    EXPECT_EQ(figure(stand->disk, SV("idle/play")), 1);
}

static void test_wiped(void)
{
    Stand stand;
    write_catalogue(TEST_FOLDER "/fr.mo");
    open_stand(&stand, "{ \"languages\": [\"en\", \"fr\", \"es\"], \"episodes\": [\"prologue\"], \"idle_seconds\": 20, \"countdown_seconds\": 5 }");
    EXPECT_EQ(stand.kiosk->language_count, 2); /* there is no es.mo */
    play(&stand,
         "wait 500\nexpect Touch to start!\nwait 3000\nexpect Touche ici !\npress confirm\nwait 100\nchoose Français\nwait 50\nchoose The Ninja\nwait 50\nchoose Two\n"
         "wait 500\npress menu\nwait 50\nchoose More\nwait 50\ncontains 125 %\nchoose Go on\npress confirm\nwait 300\npress confirm\nwait 300\nwait 26000\nlacks Hello\n",
         look_at_wiped);
    close_stand(&stand);
}

static void look_at_playing(Stand *stand)
{
    const App *app = &stand->app;
    EXPECT(app->player.id != 0); /* somebody is there: in memory */
    expect_empty(stand->disk);
    EXPECT_EQ(figure(stand->disk, SV("play")), 1);
    EXPECT(figure(stand->disk, SV("choice/prologue/pr-camera/1")) + figure(stand->disk, SV("choice/prologue/pr-camera/2")) +
               figure(stand->disk, SV("choice/prologue/pr-camera/3")) > 0);
}

/* In the middle of a story nothing of the child is on the disk, and each answer is there as a count. */
static void test_playing(void)
{
    Stand stand;
    open_stand(&stand, "{ \"languages\": [\"en\"], \"episodes\": [\"prologue\"], \"players\": 1 }");
    play(&stand, "wait 500\npress confirm\nwait 100\nchoose The Ninja\nwait 500\nauto 600\nwait 100\n", look_at_playing);
    close_stand(&stand);
}

static void look_at_volume(Stand *stand)
{
    AppOver *over = kiosk_over(stand->kiosk);
    int percent = (int)(over->volume(over) * 100 + 0.5f);
    EXPECT_EQ(percent, 20);
}

static void look_at_silence(Stand *stand)
{
    AppOver *over = kiosk_over(stand->kiosk);
    EXPECT(over->volume(over) <= 0);
}

static void test_volume(void)
{
    Stand stand;
    const char *settings = "{ \"volume\": { \"cap\": 80, \"schedule\": [{ \"hours\": \"22:00-07:00\", \"cap\": 20 }] }, \"open\": { \"thursday\": [\"08:00-23:00\"] } }";
    open_stand(&stand, settings);
    play(&stand, "wait 500\ndate 2026-11-26 22:30\nwait 2000\n", look_at_volume);
    close_stand(&stand);
    open_stand(&stand, settings);
    play(&stand, "wait 500\ndate 2026-11-26 23:30\nwait 22000\n", look_at_silence);
    close_stand(&stand);
}

/* Stories that need a grown-up are never on a stand, not even when they are named. */
static void test_restricted(void)
{
    Stand stand;
    open_stand(&stand, "{ \"episodes\": [\"not-your-fault\", \"nowhere\", \"my-turn\"] }");
    EXPECT_EQ(stand.kiosk->episode_count, 1);
    EXPECT(strview_equal(stand.kiosk->episodes[0]->id, SV("my-turn")));
    EXPECT_EQ(stand.kiosk->mistake_count, 3);
    stand.disk->ops->close(stand.disk);
    close_stand(&stand);
    open_stand(&stand, "{}");
    for (size_t i = 0; i < stand.kiosk->episode_count; i++) {
        EXPECT(!stand.kiosk->episodes[i]->is_restricted);
    }
    EXPECT_EQ(stand.kiosk->episode_count, KIOSK_EPISODES_MAX);
    stand.disk->ops->close(stand.disk);
    close_stand(&stand);
}

static void look_at_ghosts(Stand *stand)
{
    expect_nobody(stand);
    EXPECT_EQ(stand->kiosk->ghost.counts.held, 1);
    EXPECT_EQ(figure(stand->disk, SV("ghost")), 1);
}

/* A bag lies on the screen: it starts a visit, and keeps nobody awake. */
static void test_ghosts(void)
{
    Stand stand;
    open_stand(&stand, "{ \"languages\": [\"en\"] }");
    play(&stand, "wait 500\nlay 500 500\nwait 120000\n", look_at_ghosts);
    close_stand(&stand);
}

int main(void)
{
    test_wiped();
    test_playing();
    test_volume();
    test_restricted();
    test_ghosts();
    return TEST_MAIN_END();
}
