/* Pages of the lesson kit as the game writes them, and what a grown-up is told when it cannot. */
#include "sango/base/file.h"
#include "sango/base/log.h"
#include "sango/player/kit.h"
#include "test.h"

#include <string.h>

static char errors[2000];

static void keep_error(void *user, LogLevel level, const char *line)
{
    (void)user;
    if (level == LOG_ERROR) {
        (void)snprintf(errors, sizeof errors, "%s", line);
    }
}

static LevelPack pack;
static Catalogue english;

static App app_with(const char *print, const char *papers)
{
    errors[0] = '\0';
    return (App){ .parts = { .alloc = alloc_heap(),
                             .pack = &pack,
                             .catalogue = &english,
                             .print_folder = strview_from_cstr(print),
                             .pictures_folder = SV(TEST_ROOT "/build/assets/paper"),
                             .papers_folder = strview_from_cstr(papers) } };
}

static void check(App *app, const char *level, KitPage page, Status status, const char *path, const char *error)
{
    Arena arena;
    StrView written;
    arena_init(&arena, alloc_heap(), 256);
    const LevelEntry *entry = level ? level_pack_find(&pack, strview_from_cstr(level)) : NULL;
    EXPECT_EQ(lesson_paper(app, entry ? &pack : NULL, entry, page, &arena, &written), status);
    EXPECT(strview_equal(written, strview_from_cstr(path)));
    if (!strstr(errors, error)) {
        test_failures++;
        fprintf(stderr, "'%s' is not said: '%s'\n", error, errors);
    }
    arena_release(&arena);
}

static void expect_written(const char *path, const char *part)
{
    StrView text;
    EXPECT_EQ(file_read(alloc_heap(), path, 1 << 22, &text), STATUS_OK);
    EXPECT(text.data && strstr(text.data, part));
    file_free(alloc_heap(), &text);
}

int main(void)
{
    log_set_sink(keep_error, NULL);
    catalogue_init(&english, alloc_heap(), SV("en"));
    EXPECT_EQ(level_pack_load(alloc_heap(), TEST_ROOT "/levels/sango", NULL, &pack), STATUS_OK);
    App app = app_with(TEST_ROOT "/assets/print", TEST_FOLDER "/papers");
    check(&app, "surprise-present", KIT_PAGE_PLAN, STATUS_OK, TEST_FOLDER "/papers/plan-surprise-present.html", "");
    expect_written(TEST_FOLDER "/papers/plan-surprise-present.html", "The Surprise Present");
    check(&app, "surprise-present", KIT_PAGE_TAKEHOME, STATUS_OK, TEST_FOLDER "/papers/takehome-surprise-present.html", "");
    check(&app, NULL, KIT_PAGE_CARDS, STATUS_OK, TEST_FOLDER "/papers/cards.html", "");
    check(&app, "surprise-present", KIT_PAGE_POSTER, STATUS_OK, TEST_FOLDER "/papers/poster.html", "");
    expect_written(TEST_FOLDER "/papers/poster.html", "Call a grown-up");
    check(&app, NULL, KIT_PAGE_PLAN, STATUS_INVALID, TEST_FOLDER "/papers", "");

    app = app_with(TEST_ROOT "/assets/print", "");
    check(&app, NULL, KIT_PAGE_CARDS, STATUS_UNSUPPORTED, "", "");
    app = app_with(TEST_ROOT "/assets/print", "/dev/full/papers"); /* no place to write */
    check(&app, NULL, KIT_PAGE_CARDS, STATUS_IO, "/dev/full/papers/cards.html", "/dev/full/papers/cards.html: could not be written");
    app = app_with(TEST_FOLDER "/nothing", TEST_FOLDER "/papers");
    check(&app, NULL, KIT_PAGE_CARDS, STATUS_NOT_FOUND, TEST_FOLDER "/papers", "/nothing/cards.html: the page cannot be made: not found");
    LevelEntry lost = *level_pack_find(&pack, SV("prologue"));
    static const StrView files[] = { { "gone.yarn", 9 } };
    Arena arena;
    StrView written;
    arena_init(&arena, alloc_heap(), 256);
    lost.files = files;
    lost.file_count = 1;
    app = app_with(TEST_ROOT "/assets/print", TEST_FOLDER "/papers");
    EXPECT_EQ(lesson_paper(&app, &pack, &lost, KIT_PAGE_PLAN, &arena, &written), STATUS_NOT_FOUND);
    EXPECT(strstr(errors, "the level 'prologue' cannot be put on paper"));
    arena_release(&arena);
    level_pack_release(&pack);
    catalogue_release(&english);
    return TEST_MAIN_END();
}
