#include "lesson_internal.h"

#include "badges_internal.h"
#include "sango/player/loading.h"
#include "sango/player/widgets.h"

/* What a lesson shall have, on one page. All is chosen already, and "Start" has the focus: one press begins. */
enum { SETUP_START = 1, SETUP_RESUME, SETUP_OTHER, SETUP_BAND = 10, SETUP_MINUTES = 20, SETUP_WORLD = 30 };
/* From here on letters are so large that words stand without the pictures beside them. */
static const float LARGE = 1.4f;
enum { SIDE = 50, GAP = 16, ROW_H = 104, ROW_LARGE_H = 150, LABEL_H = 54, WORLDS_MAX = 8 };

static const unsigned bands[] = { BAND_YOUNGER, BAND_OLDER };
static const unsigned lengths[] = { LESSON_MINUTES_SHORT, LESSON_MINUTES_STORY, LESSON_MINUTES_LONG };

typedef struct SetupScene {
    Scene base;
    LessonPlan plan;
    unsigned skipped; /* suggestions that were passed over */
    Arena texts;
    StrView unfinished, unfinished_day; /* id of a lesson that can go on; empty: none */
    bool has_read;
} SetupScene;

static void suggest(SetupScene *setup, App *app)
{
    lesson_plan_suggest(app, &setup->plan, setup->skipped);
}

/* Also after a lesson: what was played is not suggested again. */
static void setup_enter(Scene *scene, App *app)
{
    SetupScene *setup = (SetupScene *)scene;
    if (!app_store(app)) {
        return;
    }
    arena_reset(&setup->texts);
    setup->unfinished = SV("");
    if (!setup->has_read) {
        setup->has_read = true;
        lesson_plan_usual(app, &setup->plan);
    }
    (void)lesson_plan_unfinished(app, &setup->texts, &setup->unfinished, &setup->unfinished_day);
    setup->skipped = 0;
    suggest(setup, app);
    app_touch(app);
}

static void setup_destroy(Scene *scene, App *app)
{
    SetupScene *setup = (SetupScene *)scene;
    arena_release(&setup->texts);
    scene_free(app, setup, sizeof *setup);
}

static void setup_activate(Scene *scene, App *app, uint32_t id)
{
    SetupScene *setup = (SetupScene *)scene;
    LessonPlan *plan = &setup->plan;
    if (id == WIDGET_NOTICE_OK) {
        strbuf_clear(&app->notice);
        return;
    }
    if (id == WIDGET_BACK) {
        scene_stack_pop(&app->scenes, 1);
        return;
    }
    if (id == SETUP_START) {
        if (plan->level_count) {
            scene_stack_push(&app->scenes, lesson_scene_create(app, lesson_run_create(app, plan)));
        }
        return;
    }
    if (id == SETUP_RESUME) {
        scene_stack_push(&app->scenes, lesson_resume_create(app, setup->unfinished));
        return;
    }
    if (id == SETUP_OTHER) {
        setup->skipped++;
    } else {
        setup->skipped = 0;
    }
    if (id >= SETUP_BAND && id < SETUP_BAND + 2) {
        plan->band = bands[id - SETUP_BAND];
    } else if (id >= SETUP_MINUTES && id < SETUP_MINUTES + 3) {
        plan->minutes = lengths[id - SETUP_MINUTES];
    } else if (id >= SETUP_WORLD && id < SETUP_WORLD + WORLDS_MAX) {
        plan->worlds ^= 1u << (id - SETUP_WORLD);
    }
    suggest(setup, app);
}

static void setup_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

/* --- how it looks -------------------------------------------------------------------------------------------------- */

static void draw_label(UiFrame *frame, float x, float y, float width, StrView text)
{
    ui_bar(frame, (Rect){ x, y, width, LABEL_H }, LABEL_H / 2.0f);
    ui_text(frame, &(UiText){ .rect = { x + 30, y, width - 60, LABEL_H },
                              .text = text,
                              .face = TEXT_FACE_BOLD,
                              .size = frame->theme->text_small,
                              .color = frame->theme->on_bar,
                              .role = SPEAK_HEADING,
                              .middle = true,
                              .max_lines = 1,
                              .fit_min = 0.3f });
}

/* Units of a row: large letters stand in two lines, where there is room. */
static float row_height(const UiFrame *frame)
{
    bool is_tall = screen_is_tall(frame);
    float rows = is_tall ? 6 : 4, others = is_tall ? 480 : 0; /* the card of the story */
    float room = (frame->height - 184 - 170 - others - 3 * (LABEL_H + 8)) / rows - GAP;
    float wanted = frame->text_scale > LARGE ? ROW_LARGE_H : ROW_H;
    return room > ROW_H && wanted > room ? room : wanted;
}

/* The index-th of some that share a row. */
static void draw_choice(UiFrame *frame, uint32_t id, Rect row, unsigned index, unsigned count, StrView label, bool is_chosen)
{
    float width = (row.w - GAP * (float)(count - 1)) / (float)count;
    ui_button(frame, &(UiButton){ .id = id,
                                  .rect = { row.x + (width + GAP) * (float)index, row.y, width, row.h },
                                  .label = label,
                                  .style = UI_BUTTON_QUIET,
                                  .checked = is_chosen });
}

static StrView world_title(UiFrame *frame, const LevelWorld *world)
{
    StrBuf id;
    strbuf_init(&id, alloc_heap());
    strbuf_printf(&id, "world.%.*s", SV_ARG(world->id));
    StrView text = catalogue_get(frame->catalogue, strbuf_view(&id), world->title);
    strbuf_release(&id);
    return text;
}

static void draw_worlds(const SetupScene *setup, const LevelPack *pack, UiFrame *frame, Rect area)
{
    size_t count = pack->world_count < WORLDS_MAX ? pack->world_count : WORLDS_MAX;
    unsigned columns = screen_is_tall(frame) ? 2 : 4;
    bool is_large = frame->text_scale > LARGE;
    float row_h = row_height(frame);
    for (size_t i = 0; i < count; i++) {
        float width = (area.w - GAP * (float)(columns - 1)) / (float)columns;
        Rect rect = { area.x + (width + GAP) * (float)(i % columns), area.y + (row_h + GAP) * (float)(i / columns), width, row_h };
        ui_button(frame, &(UiButton){ .id = SETUP_WORLD + (uint32_t)i,
                                      .rect = rect,
                                      .label = world_title(frame, &pack->worlds[i]),
                                      .icon = is_large ? SV("") : badge_picture(frame, power_name(pack->worlds[i].power), 3),
                                      .style = UI_BUTTON_QUIET,
                                      .checked = (setup->plan.worlds & 1u << i) != 0 });
    }
}

static StrView minutes_text(unsigned minutes, const Catalogue *texts)
{
    if (minutes <= LESSON_MINUTES_SHORT) {
        return TR(texts, "setup.short", "One story, from question to question");
    }
    return minutes < LESSON_MINUTES_LONG ? TR(texts, "setup.story", "One whole story with talk and votes")
                                         : TR(texts, "setup.long", "A story, with six questions before and after");
}

static float draw_choices(const SetupScene *setup, const LevelPack *pack, UiFrame *frame, float width)
{
    const Catalogue *texts = frame->catalogue;
    const LessonPlan *plan = &setup->plan;
    float y = 184, row_h = row_height(frame);
    unsigned world_rows = screen_is_tall(frame) ? 4 : 2;
    draw_label(frame, SIDE, y, width, TR(texts, "setup.age", "How old is the class?"));
    Rect row = { SIDE, y + LABEL_H + 8, width, row_h };
    draw_choice(frame, SETUP_BAND, row, 0, 2, TR(texts, "band.younger", "7 to 9 years"), plan->band == BAND_YOUNGER);
    draw_choice(frame, SETUP_BAND + 1, row, 1, 2, TR(texts, "band.older", "10 to 13 years"), plan->band == BAND_OLDER);
    y = row.y + row_h + GAP;
    draw_label(frame, SIDE, y, width, TR(texts, "setup.worlds", "Which worlds? Choose none for all."));
    draw_worlds(setup, pack, frame, (Rect){ SIDE, y + LABEL_H + 8, width, 0 });
    y += LABEL_H + 8 + (row_h + GAP) * (float)world_rows;
    draw_label(frame, SIDE, y, width, TR(texts, "setup.minutes", "How many minutes?"));
    row.y = y + LABEL_H + 8;
    for (unsigned i = 0; i < 3; i++) {
        TextValue value = { SV("count"), frame_number(frame, lengths[i]) };
        StrView pattern = TRN(texts, "setup.count", "{count} minute", "{count} minutes", lengths[i]);
        draw_choice(frame, SETUP_MINUTES + i, row, i, 3, frame_format(frame, pattern, &value, 1), plan->minutes == lengths[i]);
    }
    return row.y + row_h + GAP;
}

static void draw_story(const SetupScene *setup, App *app, UiFrame *frame, Rect card)
{
    const Catalogue *texts = frame->catalogue;
    const LevelEntry *level = setup->plan.level_count ? setup->plan.levels[0] : NULL;
    ui_panel(frame, card);
    if (!level) {
        ui_text(frame, &(UiText){ .rect = { card.x + 40, card.y + 30, card.w - 80, card.h - 60 }, .text = TR(texts, "setup.none", "No story fits. Choose fewer worlds."),
                                  .role = SPEAK_TEXT, .middle = true, .align = TEXT_ALIGN_CENTRE, .fit_min = 0.4f });
        return;
    }
    bool is_flat = card.h < card.w; /* picture beside the words */
    bool is_large = frame->text_scale > LARGE;
    float picture = is_flat ? (card.h - 80) * (is_large ? 0.6f : 1) : card.h * (is_large ? 0.2f : 0.34f);
    float words_x = card.x + (is_flat ? picture + 70 : 36);
    float words_w = card.w - (words_x - card.x) - 36;
    float y = card.y + (is_flat ? 24 : picture + 44);
    float button = 104;
    float left = card.y + card.h - 34 - button - y;
    screen_level_picture(app, frame, level, (Rect){ is_flat ? card.x + 36 : card.x + (card.w - picture) / 2, card.y + 32, picture, picture });
    ui_text(frame, &(UiText){ .rect = { words_x, y, words_w, left * 0.3f }, .text = level_title(frame, level), .face = TEXT_FACE_TITLE, .size = 46,
                              .align = TEXT_ALIGN_CENTRE, .role = SPEAK_HEADING, .line_spacing = 0.95f, .middle = true, .fit_min = 0.4f });
    ui_text(frame, &(UiText){ .rect = { words_x, y + left * 0.31f, words_w, left * 0.41f }, .text = level_summary(frame, level), .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_TEXT, .line_spacing = 0.95f, .middle = true, .fit_min = 0.4f });
    ui_text(frame, &(UiText){ .rect = { words_x, y + left * 0.73f, words_w, left * 0.25f }, .text = minutes_text(setup->plan.minutes, texts), .color = frame->theme->ink_soft,
                              .size = frame->theme->text_small, .align = TEXT_ALIGN_CENTRE, .role = SPEAK_TEXT, .line_spacing = 0.95f, .middle = true, .fit_min = 0.3f });
    ui_button(frame, &(UiButton){ .id = SETUP_OTHER, .rect = { words_x, card.y + card.h - 26 - button, words_w, button },
                                  .label = TR(texts, "setup.other", "Another story"), .style = UI_BUTTON_PLAIN });
}

static void draw_start(const SetupScene *setup, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    float y = frame->height - 142;
    float wide = screen_is_tall(frame) ? 480 : 560;
    bool has_two = setup->unfinished.len != 0;
    float middle = frame->width / 2;
    ui_button(frame, &(UiButton){ .id = SETUP_START, .rect = { has_two ? middle - wide - 14 : middle - wide / 2, y, wide, 116 }, .label = TR(texts, "setup.start", "Start"),
                                  .style = UI_BUTTON_PRIMARY, .disabled = setup->plan.level_count == 0, .leads = true });
    if (has_two) {
        TextValue value = { SV("day"), setup->unfinished_day };
        StrView label = setup->unfinished_day.len ? frame_format(frame, TR(texts, "setup.resume", "Go on with {day}"), &value, 1)
                                                  : TR(texts, "setup.resume_last", "Go on with the last lesson");
        ui_button(frame, &(UiButton){ .id = SETUP_RESUME, .rect = { middle + 14, y, wide, 116 }, .label = label, .style = UI_BUTTON_PLAIN });
    }
}

static void setup_draw(Scene *scene, App *app, UiFrame *frame)
{
    const SetupScene *setup = (const SetupScene *)scene;
    StrView title = TR(frame->catalogue, "setup.screen", "A lesson on the big screen");
    bool is_tall = screen_is_tall(frame);
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, title, SETUP_START);
    screen_heading(frame, title, true);
    if (app->parts.pack) {
        float aside = is_tall ? 0 : 560;
        float end = draw_choices(setup, app->parts.pack, frame, frame->width - 2 * SIDE - (is_tall ? 0.0f : aside + 30));
        Rect card = is_tall ? (Rect){ SIDE, end, frame->width - 2 * SIDE, frame->height - end - 170 }
                            : (Rect){ frame->width - SIDE - aside, 184, aside, frame->height - 184 - 170 };
        draw_story(setup, app, frame, card);
    }
    draw_start(setup, frame);
    screen_notice(app, frame);
    ui_end(frame);
}

Scene *lesson_setup_create(App *app)
{
    static const SceneOps ops = {
        .name = "lesson setup",
        .opaque = true,
        .enter = setup_enter,
        .destroy = setup_destroy,
        .activate = setup_activate,
        .back = setup_back,
        .draw = setup_draw,
    };
    (void)app_fetch(app, SV("paper")); /* for the papers at the lesson's end */
    SetupScene *setup = scene_new(app, sizeof *setup);
    if (!setup) {
        return NULL;
    }
    setup->base.ops = &ops;
    setup->plan = (LessonPlan){ .band = BAND_YOUNGER, .minutes = LESSON_MINUTES_STORY };
    arena_init(&setup->texts, app->parts.alloc, 1024);
    return &setup->base;
}
