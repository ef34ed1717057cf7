/* In a browser no page of the area speaks of folders and files of the computer, and what is kept is counted all the same. */
#include "grownups/grownups_internal.h"
#include "grownups/saved.h"

#include "sango/platform/script.h"
#include "sango/store/kept.h"
#include "test.h"

#include <stdlib.h>

static size_t kept_len, shown, picked;

static Status keep(void *user, StrView text)
{
    (void)user;
    kept_len = text.len;
    return STATUS_OK;
}

static Store *open_store(void *user, StrBuf *notice)
{
    const StoreKeep how = { .write = keep };
    Store *store = NULL;
    bool was_broken;
    (void)user;
    (void)notice;
    EXPECT_EQ(store_kept_open(alloc_heap(), SV(""), &how, &store, &was_broken), STATUS_OK);
    return store;
}

static Status show(Platform *platform, const char *path)
{
    (void)platform;
    shown += strview_contains(strview_from_cstr(path), SV("browser-papers/"));
    return STATUS_OK;
}

static Status pick(Platform *platform, const char *folder)
{
    (void)platform;
    picked += strview_equal(strview_from_cstr(folder), SV("browser-papers"));
    return STATUS_OK;
}

/* How many of its words are none in a browser. */
static unsigned count_paths(App *app, Scene *scene)
{
    const StrView none[] = { SV("/data"), SV("browser-papers"), SV("browser-packs"), SV("folder"), SV("CREDITS.md"), SV("Nowhere") };
    GrownPage *page = (GrownPage *)scene;
    unsigned found = 0;
    grown_page_fill(page, app);
    EXPECT(page->count > 0);
    for (size_t i = 0; i < page->count; i++) {
        for (size_t k = 0; k < sizeof none / sizeof none[0]; k++) {
            found += strview_contains(page->items[i].text, none[k]) || strview_contains(page->items[i].description, none[k]);
        }
    }
    scene->ops->destroy(scene, app);
    return found;
}

static void test_pages(App *app)
{
    Scene *(*const pages[])(App *app) = { grown_import_create, grown_packs_create, grown_saved_create, grown_privacy_create, grown_about_create };
    unsigned on_computer = 0;
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        app->parts.in_browser = true;
        EXPECT_EQ(count_paths(app, pages[i](app)), 0);
        app->parts.in_browser = false;
        on_computer += count_paths(app, pages[i](app)) > 0;
    }
    EXPECT_EQ(on_computer, 4); /* import, packs, saved, about */
    app->parts.in_browser = true;
}

static void test_kept(App *app)
{
    Saved saved;
    Arena arena;
    arena_init(&arena, alloc_heap(), 512);
    EXPECT_EQ(app->store->ops->put(app->store, STORE_EVERYBODY, SV("set.look"), SV("calm")), STATUS_OK);
    saved_read(app, &arena, &saved);
    EXPECT(saved.is_kept && saved.file.len == 0);
    EXPECT(kept_len > 0 && saved.bytes == kept_len);
    arena_release(&arena);
}

/* A table is given by the page as well: nobody could get it out of the memory otherwise. No list of papers is kept. */
static void test_papers(App *app)
{
    Saved saved;
    Arena arena;
    arena_init(&arena, alloc_heap(), 512);
    shown = 0;
    grown_give_paper(app, SV("figures.csv"), SV("a,b\n"), false);
    EXPECT_EQ(shown, 1);
    EXPECT_EQ(count_paths(app, app->scenes.pending), 0);
    app->scenes.pending = NULL;
    grown_give_paper(app, SV("plan.html"), SV("<p>"), true);
    EXPECT_EQ(shown, 2);
    EXPECT_EQ(count_paths(app, app->scenes.pending), 0);
    app->scenes.pending = NULL;
    saved_read(app, &arena, &saved);
    EXPECT_EQ(saved.papers, 0);
    app->parts.in_browser = false;
    grown_give_paper(app, SV("figures.csv"), SV("a,b\n"), false); /* taken along from the folder */
    EXPECT_EQ(shown, 2);
    app->scenes.pending->ops->destroy(app->scenes.pending, app);
    app->scenes.pending = NULL;
    app->parts.in_browser = true;
    arena_release(&arena);
}

static void test_pick(App *app)
{
    Scene *page = grown_import_create(app);
    grown_page_fill((GrownPage *)page, app);
    page->ops->activate(page, app, GROWN_FIRST_ID);
    EXPECT_EQ(picked, 1);
    page->ops->destroy(page, app);
}

int main(void)
{
    Platform *platform = NULL;
    Catalogue english;
    ScriptOptions script = { .text = SV(""), .name = "browser" };
    static App app;
    EXPECT_EQ(system("rm -rf browser-papers"), 0);
    catalogue_init(&english, alloc_heap(), SV("en"));
    EXPECT_EQ(script_platform_open(alloc_heap(), &script, &platform), STATUS_OK);
    PlatformOps ops = *platform->ops;
    ops.open_file = show;
    ops.pick_file = pick;
    platform->ops = &ops;
    AppParts parts = { .alloc = alloc_heap(), .platform = platform, .measure = grid_measure(), .catalogue = &english, .open_store = open_store,
                       .papers_folder = SV("browser-papers"), .packs_folder = SV("browser-packs"), .in_browser = true, .seed = 5 };
    EXPECT_EQ(app_init(&app, &parts), STATUS_OK);
    app.store = open_store(NULL, NULL);
    test_pages(&app);
    test_kept(&app);
    test_papers(&app);
    test_pick(&app);
    app_release(&app);
    script_platform_close(platform);
    return TEST_MAIN_END();
}
