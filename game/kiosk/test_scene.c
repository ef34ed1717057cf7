#include "staff_internal.h"

#include "sango/base/system.h"

#include <stdio.h>

/* The self-test: a grid that turns where it is touched, a sound, and what the computer says of itself. */
enum { TEST_SOUND = 1, TEST_CLEAR = 2, GRID_COLUMNS = 16, GRID_ROWS = 9, PADS_MAX = 8, FPS_WINDOW = 30 };

typedef struct TestScene {
    StaffScene staff; /* the first member */
    bool cells[GRID_ROWS][GRID_COLUMNS];
    bool is_down;
    unsigned pads;          /* bits of those that have moved */
    uint64_t frames[FPS_WINDOW]; /* when they were shown, ms */
    size_t frame_count;
    Status store;
    uint64_t disk_bytes;
    bool has_disk;
} TestScene;

/* Nothing that a visitor has; a key is written, read and taken away again. */
static Status check_store(Store *store)
{
    Arena arena;
    StrView value;
    arena_init(&arena, alloc_heap(), 256);
    Status status = store->ops->put(store, STORE_EVERYBODY, SV("kiosk.test"), SV("1"));
    status = status == STATUS_OK ? store->ops->get(store, STORE_EVERYBODY, SV("kiosk.test"), &arena, &value) : status;
    status = status == STATUS_OK ? store->ops->remove(store, STORE_EVERYBODY, SV("kiosk.test")) : status;
    arena_release(&arena);
    return status;
}

static void test_enter(Scene *scene, App *app)
{
    TestScene *test = (TestScene *)scene;
    test->store = check_store(kiosk_store(app));
    test->has_disk = system_free_bytes(kiosk_store(app)->file, &test->disk_bytes);
}

static void test_destroy(Scene *scene, App *app)
{
    scene_free(app, scene, sizeof(TestScene));
}

static void test_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

static void test_activate(Scene *scene, App *app, uint32_t id)
{
    TestScene *test = (TestScene *)scene;
    if (id == TEST_SOUND) {
        app_sound(app, SV("fanfare"));
    } else if (id == TEST_CLEAR) {
        for (size_t i = 0; i < (size_t)GRID_ROWS * GRID_COLUMNS; i++) {
            test->cells[i / GRID_COLUMNS][i % GRID_COLUMNS] = false;
        }
    } else {
        test_back(scene, app);
    }
}

static bool test_input(Scene *scene, App *app, const InputEvent *event)
{
    TestScene *test = (TestScene *)scene;
    bool is_point = event->kind == INPUT_POINT_DOWN || event->kind == INPUT_POINT_MOVE;
    test->is_down = event->kind == INPUT_POINT_DOWN || (test->is_down && event->kind != INPUT_POINT_UP);
    if (is_point && test->is_down && event->x >= 0 && event->y >= 0 && event->x < app->draw.width && event->y < app->draw.height) {
        test->cells[(size_t)(event->y / app->draw.height * GRID_ROWS)][(size_t)(event->x / app->draw.width * GRID_COLUMNS)] = true;
        app_touch(app);
    }
    if (!is_point && event->kind != INPUT_POINT_UP && event->device >= 1 && event->device <= PADS_MAX) {
        test->pads |= 1u << (event->device - 1);
        app_touch(app);
    }
    return false;
}

static void test_shown(Scene *scene, App *app)
{
    TestScene *test = (TestScene *)scene;
    test->frames[test->frame_count++ % FPS_WINDOW] = app->parts.platform->ops->now_ms(app->parts.platform);
}

static unsigned frames_per_second(const TestScene *test)
{
    if (test->frame_count < FPS_WINDOW) {
        return 0;
    }
    uint64_t last = test->frames[(test->frame_count - 1) % FPS_WINDOW];
    uint64_t first = test->frames[test->frame_count % FPS_WINDOW];
    return last > first ? (unsigned)((FPS_WINDOW - 1) * 1000 / (last - first)) : 0;
}

static int test_deadline_ms(const Scene *scene, const App *app)
{
    (void)scene;
    (void)app;
    return 0; /* as fast as it can: the rate is what is measured */
}

static void draw_grid(const TestScene *test, UiFrame *frame)
{
    float w = frame->width / GRID_COLUMNS;
    float h = frame->height / GRID_ROWS;
    for (size_t row = 0; row < GRID_ROWS; row++) {
        for (size_t column = 0; column < GRID_COLUMNS; column++) {
            Rgba color = test->cells[row][column] ? frame->theme->leaf : 0x2A2257C0u;
            draw_fill(frame->draw, (Rect){ (float)column * w + 3, (float)row * h + 3, w - 6, h - 6 }, 12, color);
        }
    }
}

static void add_line(StrBuf *out, StrView name, const char *fmt, ...) SANGO_PRINTF(3, 4);
static void add_line(StrBuf *out, StrView name, const char *fmt, ...)
{
    va_list args;
    strbuf_printf(out, "%s%.*s: ", out->len ? "\n" : "", SV_ARG(name));
    va_start(args, fmt);
    strbuf_vprintf(out, fmt, args);
    va_end(args);
}

static StrView describe(const TestScene *test, App *app, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    const Kiosk *kiosk = test->staff.kiosk;
    const PlatformOps *ops = app->parts.platform->ops;
    const GhostCounts *ghosts = &kiosk->ghost.counts;
    const PlatformDate *date = kiosk_date(kiosk);
    PlatformCanvas canvas = ops->canvas(app->parts.platform);
    PlatformCanvas second;
    StrView yes = TR(texts, "kiosk.test_yes", "yes");
    StrView no = TR(texts, "kiosk.test_no", "no");
    bool has_second = ops->has_second && ops->has_second(app->parts.platform, &second);
    StrBuf out;
    strbuf_init(&out, app->parts.alloc);
    add_line(&out, TR(texts, "kiosk.test_version", "Version"), "%.*s", SV_ARG(kiosk->parts.version));
    add_line(&out, TR(texts, "kiosk.test_screen", "Screen"), "%d x %d", canvas.width_px, canvas.height_px);
    add_line(&out, TR(texts, "kiosk.test_fps", "Pictures a second"), "%u", frames_per_second(test));
    add_line(&out, TR(texts, "kiosk.test_second", "Second display"), "%.*s", SV_ARG(has_second ? yes : no));
    if (date) {
        add_line(&out, TR(texts, "kiosk.test_clock", "Clock"), "%04d-%02d-%02d %02d:%02d", date->year, date->month, date->day, date->hour, date->minute);
    } else {
        add_line(&out, TR(texts, "kiosk.test_clock", "Clock"), "%.*s", SV_ARG(no));
    }
    bool is_kept = kiosk_is_kept(app) && test->store == STATUS_OK && !kiosk->figures.is_stuck;
    add_line(&out, TR(texts, "kiosk.test_store", "Figures are saved"), kiosk_is_kept(app) ? "%.*s (%s)" : "%.*s %s", SV_ARG(is_kept ? yes : no), kiosk_store(app)->file);
    if (test->has_disk) {
        add_line(&out, TR(texts, "kiosk.test_disk", "Free on the disk"), "%llu MB", (unsigned long long)(test->disk_bytes / (1024 * 1024)));
    }
    strbuf_printf(&out, "\n%.*s:", SV_ARG(TR(texts, "kiosk.test_pads", "Gamepads that were pressed")));
    for (unsigned i = 0; i < PADS_MAX; i++) {
        strbuf_printf(&out, test->pads & (1u << i) ? " %u" : "", i + 1);
    }
    add_line(&out, TR(texts, "kiosk.test_ghosts", "Ignored touches: held, rapid, unseen, keys"), "%u, %u, %u, %u", ghosts->held, ghosts->rapid, ghosts->unseen, ghosts->keys);
    StrView text = arena_copy(frame->arena, strbuf_view(&out));
    strbuf_release(&out);
    return text;
}

static void test_draw(Scene *scene, App *app, UiFrame *frame)
{
    const TestScene *test = (const TestScene *)scene;
    const Catalogue *texts = frame->catalogue;
    draw_fill(frame->draw, (Rect){ 0, 0, frame->width, frame->height }, 0, 0x0D0B20FFu);
    draw_grid(test, frame);
    ui_begin(frame, TR(texts, "kiosk.test", "Self-test"), TEST_SOUND);
    screen_heading(frame, TR(texts, "kiosk.test_title", "Self-test: wipe over the whole screen"), true);
    float width = screen_fit(frame, 1160);
    Rect panel = { (frame->width - width) / 2, frame->height / 2 - 330, width, 640 };
    ui_panel(frame, panel);
    ui_text(frame, &(UiText){ .rect = { panel.x + 50, panel.y + 34, panel.w - 100, panel.h - 90 },
                              .text = describe(test, app, frame),
                              .size = 36,
                              .role = SPEAK_TEXT,
                              .line_spacing = 1.3f,
                              .fit_min = 0.5f });
    float button = (width - 40) / 2;
    screen_button(frame, TEST_SOUND, frame->width / 2 - button / 2 - 20, panel.y + panel.h + 30, button, TR(texts, "kiosk.test_sound", "Play a sound"), UI_BUTTON_PRIMARY);
    screen_button(frame, TEST_CLEAR, frame->width / 2 + button / 2 + 20, panel.y + panel.h + 30, button, TR(texts, "kiosk.test_clear", "Clear the grid"), UI_BUTTON_PLAIN);
    ui_end(frame);
}

Scene *test_scene_create(Kiosk *kiosk, App *app)
{
    static const SceneOps ops = {
        .name = "test",
        .opaque = true,
        .enter = test_enter,
        .destroy = test_destroy,
        .input = test_input,
        .activate = test_activate,
        .back = test_back,
        .draw = test_draw,
        .shown = test_shown,
        .deadline_ms = test_deadline_ms,
    };
    TestScene *test = scene_new(app, sizeof *test);
    if (test) {
        test->staff = (StaffScene){ { &ops }, kiosk };
    }
    return test ? &test->staff.base : NULL;
}
