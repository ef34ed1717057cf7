/* The page while files are fetched: what it says, a connection that is away, asking again, and what takes its place. */
#include "sango/player/loading.h"
#include "sango/player/scenes.h"
#include "sango/player/widgets.h"

#include "sango/platform/script.h"
#include "test.h"

enum { AGAIN = 1 };

/* What the pretended platform says is there, and what it was asked for. */
static float share;
static unsigned asked;
static StrView asked_for;
static unsigned made;
static Scene dummy;

static float pretend_fetch(Platform *platform, StrView group)
{
    (void)platform;
    asked++;
    asked_for = group;
    return share;
}

static Scene *make(App *app, StrView name)
{
    (void)app;
    EXPECT(strview_equal(name, SV("prologue")));
    made++;
    return &dummy;
}

static void draw(App *app, Scene *scene)
{
    UiFrame frame = { .ui = &app->ui, .draw = &app->draw, .speak = &app->speak, .arena = &app->frame_arena, .measure = app->parts.measure,
                      .catalogue = app->parts.catalogue, .theme = theme_day(), .text_scale = 1, .width = 1920, .height = 1080 };
    arena_reset(&app->frame_arena);
    draw_list_begin(&app->draw, &app->frame_arena, frame.width, frame.height);
    speak_list_begin(&app->speak, &app->frame_arena, SV("loading"));
    scene->ops->draw(scene, app, &frame);
}

/* The item whose label begins so; NULL: there is none. */
static const SpeakItem *find(const App *app, StrView label)
{
    for (size_t i = 0; i < app->speak.count; i++) {
        if (strview_starts_with(app->speak.items[i].label, label)) {
            return &app->speak.items[i];
        }
    }
    return NULL;
}

static Scene *begin(App *app)
{
    app->scenes.pending_pops = 0;
    app->scenes.pending = NULL;
    asked = made = 0;
    return scene_when_fetched(app, SV("level/prologue"), make, SV("prologue"));
}

static void test_there(App *app)
{
    share = 1;
    EXPECT(begin(app) == &dummy); /* no page in between */
    EXPECT_EQ(made, 1);
    EXPECT(strview_equal(asked_for, SV("level/prologue")));
}

static void test_comes(App *app)
{
    share = 0;
    Scene *page = begin(app);
    EXPECT(page != &dummy && made == 0);
    draw(app, page);
    EXPECT(find(app, SV("One moment!")) && find(app, SV("Back")) && !find(app, SV("Try again")));
    EXPECT(strview_equal(find(app, SV("Fetched"))->value, SV("0 %")));
    EXPECT(page->ops->deadline_ms(page, app) > 0); /* it looks again by itself */
    share = 0.5F;
    app->dirty = false;
    page->ops->update(page, app, 500);
    EXPECT(app->dirty && made == 0 && !app->scenes.pending);
    draw(app, page);
    EXPECT(strview_equal(find(app, SV("Fetched"))->value, SV("50 %")));
    share = 1;
    page->ops->update(page, app, 1000);
    EXPECT_EQ(made, 1);
    EXPECT_EQ(app->scenes.pending_pops, 1);
    EXPECT(app->scenes.pending == &dummy); /* in the page's place */
    page->ops->destroy(page, app);
}

static void test_away(App *app)
{
    share = 0.25F;
    Scene *page = begin(app);
    share = -1;
    page->ops->update(page, app, 100);
    draw(app, page);
    EXPECT(find(app, SV("It did not come")) && find(app, SV("Try again")) && !find(app, SV("Fetched")));
    EXPECT_EQ(page->ops->deadline_ms(page, app), -1); /* a page that waits for somebody costs nothing */
    unsigned before = asked;
    page->ops->update(page, app, 200);
    EXPECT_EQ(asked, before); /* and nobody is asked behind its back */
    page->ops->activate(page, app, AGAIN);
    EXPECT_EQ(asked, before + 1);
    draw(app, page);
    EXPECT(find(app, SV("One moment!")) != NULL); /* that it tries is said at once */
    page->ops->update(page, app, 300);
    draw(app, page);
    EXPECT(find(app, SV("Try again")) != NULL); /* still away */
    share = 0.75F;
    page->ops->activate(page, app, AGAIN);
    draw(app, page);
    EXPECT(find(app, SV("One moment!")) != NULL);
    EXPECT(strview_equal(find(app, SV("Fetched"))->value, SV("75 %")));
    page->ops->destroy(page, app);
}

static void test_back(App *app)
{
    share = 0.5F;
    Scene *page = begin(app);
    page->ops->activate(page, app, WIDGET_BACK);
    EXPECT_EQ(app->scenes.pending_pops, 1);
    EXPECT(app->scenes.pending == NULL && made == 0);
    app->scenes.pending_pops = 0;
    page->ops->back(page, app);
    EXPECT_EQ(app->scenes.pending_pops, 1);
    page->ops->destroy(page, app);
}

int main(void)
{
    Platform *platform = NULL;
    Catalogue english;
    ScriptOptions script = { .text = SV(""), .name = "loading" };
    static App app;
    catalogue_init(&english, alloc_heap(), SV("en"));
    EXPECT_EQ(script_platform_open(alloc_heap(), &script, &platform), STATUS_OK);
    PlatformOps ops = *platform->ops;
    ops.fetch = pretend_fetch;
    platform->ops = &ops;
    AppParts parts = { .alloc = alloc_heap(), .platform = platform, .measure = grid_measure(), .catalogue = &english, .seed = 5 };
    EXPECT_EQ(app_init(&app, &parts), STATUS_OK);
    test_there(&app);
    test_comes(&app);
    test_away(&app);
    test_back(&app);
    app.scenes.pending = NULL;
    app.scenes.pending_pops = 0;
    app_release(&app);
    script_platform_close(platform);
    return TEST_MAIN_END();
}
