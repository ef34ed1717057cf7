/* What is saved is counted; "delete everything" leaves no byte of it on the disk, and a game as at its first start. */
#include "grownups/saved.h"

#include "sango/base/file.h"
#include "sango/platform/script.h"
#include "sango/player/papers.h"
#include "sango/store/sqlite.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

/* Texts that are in the files before and must be nowhere behind it. */
static const char *const secrets[] = { "brave/otter/7", "SECRETJOURNAL", "SECRETLESSON", "choice/secret/1", "SECRETPAPER", "SECRETBROKEN", "secret-level" };
enum { SECRETS = sizeof secrets / sizeof secrets[0] };

static bool has_bytes(StrView text, const char *part)
{
    return strview_contains(text, strview_from_cstr(part));
}

/* How many of the secrets some file of the folder has. */
static unsigned count_secrets(const char *folder)
{
    Arena arena;
    StrView *names;
    size_t count;
    unsigned found = 0;
    bool seen[SECRETS] = { false };
    arena_init(&arena, alloc_heap(), 1024);
    EXPECT_EQ(file_list(&arena, folder, SV(""), SV(""), &names, &count), STATUS_OK);
    for (size_t i = 0; i < count; i++) {
        StrBuf path;
        StrView text;
        strbuf_init(&path, alloc_heap());
        strbuf_printf(&path, "%s/%.*s", folder, SV_ARG(names[i]));
        EXPECT_EQ(file_read(alloc_heap(), path.data, 16 << 20, &text), STATUS_OK);
        for (size_t k = 0; k < SECRETS; k++) {
            seen[k] = seen[k] || has_bytes(text, secrets[k]);
        }
        file_free(alloc_heap(), &text);
        strbuf_release(&path);
    }
    for (size_t k = 0; k < SECRETS; k++) {
        found += seen[k];
    }
    arena_release(&arena);
    return found;
}

static void fill(App *app)
{
    const StoreOps *ops = app->store->ops;
    StorePlayer player = { .nickname = SV("brave/otter/7"), .avatar = SV("otter"), .band = BAND_OLDER };
    StoreResult result = { .level = SV("secret-level"), .best_stars = 2, .maximum = 9 };
    const StoreCount figure = { SV("2026-11-26T09"), SV("choice/secret/1"), 3 };
    Arena arena;
    StrView path;
    arena_init(&arena, alloc_heap(), 512);
    EXPECT_EQ(ops->add_player(app->store, &player, &player.id), STATUS_OK);
    EXPECT_EQ(ops->finish_level(app->store, player.id, &result), STATUS_OK);
    EXPECT_EQ(ops->put(app->store, player.id, SV("save.secret-level"), SV("SECRETJOURNAL")), STATUS_OK);
    EXPECT_EQ(ops->put(app->store, STORE_EVERYBODY, SV("lesson.00"), SV("SECRETLESSON")), STATUS_OK);
    EXPECT_EQ(ops->count_up(app->store, &figure, 1), STATUS_OK);
    EXPECT_EQ(papers_write(app, &arena, SV("certificate-x.html"), SV("SECRETPAPER"), &path), STATUS_OK);
    app_set_player(app, &player);
    app->settings.restricted = true;
    app_settings_changed(app);
    arena_release(&arena);
}

static void test_counts(App *app)
{
    Saved saved;
    Arena arena;
    arena_init(&arena, alloc_heap(), 1024);
    saved_read(app, &arena, &saved);
    EXPECT(saved.is_kept && saved.file.len && saved.bytes > 1000);
    EXPECT_EQ(saved.players, 1);
    EXPECT_EQ(saved.results, 1);
    EXPECT_EQ(saved.lessons, 1);
    EXPECT_EQ(saved.figures, 3);
    EXPECT_EQ(saved.papers, 1);
    EXPECT_EQ(saved.broken, 2);
    arena_release(&arena);
}

static void test_empty(App *app)
{
    Saved saved;
    Arena arena;
    arena_init(&arena, alloc_heap(), 1024);
    saved_read(app, &arena, &saved);
    EXPECT_EQ(saved.players + saved.results + saved.lessons + saved.papers + saved.broken + (size_t)saved.figures, 0);
    EXPECT(app->player.id == 0 && !app->settings.restricted && app->settings.captions);
    arena_release(&arena);
}

static void test_delete(App *app)
{
    size_t left = 9;
    uint64_t bytes;
    EXPECT_EQ(file_write("saved-test/progress.db.broken", SV("SECRETBROKEN")), STATUS_OK);
    EXPECT_EQ(file_write("saved-test/progress.db.broken-2", SV("SECRETBROKEN")), STATUS_OK);
    EXPECT_EQ(file_write("saved-test/papers/of-somebody.html", SV("not ours")), STATUS_OK);
    fill(app);
    test_counts(app);
    EXPECT_EQ(count_secrets("saved-test") + count_secrets("saved-test/papers"), SECRETS);
    EXPECT_EQ(saved_delete(app, &left), STATUS_OK);
    EXPECT_EQ(left, 0);
    EXPECT_EQ(count_secrets("saved-test") + count_secrets("saved-test/papers"), 0);
    EXPECT_EQ(file_size("saved-test/papers/certificate-x.html", &bytes), STATUS_NOT_FOUND);
    EXPECT_EQ(file_size("saved-test/papers/of-somebody.html", &bytes), STATUS_OK); /* only what the game wrote goes */
    EXPECT_EQ(file_size("saved-test/progress.db.broken", &bytes), STATUS_NOT_FOUND);
    test_empty(app);
    fill(app); /* and it goes on */
    EXPECT_EQ(saved_delete(app, NULL), STATUS_OK);
}

/* Somebody put a folder in a paper's place, a link in another's, and names elsewhere into the store. */
static void test_stubborn(App *app)
{
    uint64_t bytes;
    size_t left = 9;
    Saved saved;
    Arena arena;
    arena_init(&arena, alloc_heap(), 1024);
    fill(app);
    EXPECT_EQ(system("rm saved-test/papers/certificate-x.html && mkdir saved-test/papers/certificate-x.html && "
                     "echo theirs > saved-test/theirs && ln -s ../theirs saved-test/papers/linked.html"), 0);
    EXPECT_EQ(app->store->ops->put(app->store, STORE_EVERYBODY, SV(PAPERS_KEY "linked.html"), SV("1")), STATUS_OK);
    EXPECT_EQ(app->store->ops->put(app->store, STORE_EVERYBODY, SV(PAPERS_KEY "../theirs"), SV("1")), STATUS_OK);
    EXPECT_EQ(saved_delete(app, &left), STATUS_OK);
    EXPECT_EQ(left, 1);
    EXPECT_EQ(file_size("saved-test/theirs", &bytes), STATUS_OK);
    EXPECT_EQ(file_size("saved-test/papers/linked.html", &bytes), STATUS_NOT_FOUND);
    EXPECT_EQ(system("rmdir saved-test/papers/certificate-x.html && echo again > saved-test/papers/certificate-x.html"), 0);
    saved_read(app, &arena, &saved);
    EXPECT_EQ(saved.papers, 1);
    EXPECT_EQ(saved_delete(app, &left), STATUS_OK);
    EXPECT_EQ(left, 0);
    EXPECT_EQ(file_size("saved-test/papers/certificate-x.html", &bytes), STATUS_NOT_FOUND);
    arena_release(&arena);
}

int main(void)
{
    Platform *platform = NULL;
    ScriptOptions script = { .text = SV(""), .name = "saved" };
    App app;
    bool was_broken = true;
    EXPECT_EQ(system("rm -rf saved-test"), 0);
    EXPECT_EQ(file_make_folders("saved-test/papers"), STATUS_OK);
    EXPECT_EQ(script_platform_open(alloc_heap(), &script, &platform), STATUS_OK);
    AppParts parts = { .alloc = alloc_heap(), .platform = platform, .papers_folder = SV("saved-test/papers"), .seed = 1 };
    EXPECT_EQ(app_init(&app, &parts), STATUS_OK);
    EXPECT_EQ(store_sqlite_open(alloc_heap(), "saved-test/progress.db", &app.store, &was_broken), STATUS_OK);
    test_delete(&app);
    test_stubborn(&app);
    app_release(&app);
    EXPECT_EQ(count_secrets("saved-test") + count_secrets("saved-test/papers"), 0);
    script_platform_close(platform);
    EXPECT_EQ(system("rm -rf saved-test"), 0);
    return TEST_MAIN_END();
}
