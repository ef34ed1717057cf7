#include "lesson_internal.h"

#include "sango/player/widgets.h"

/* The pause of a lesson. What is chosen is a wish, which the screen below carries out. */
enum { MENU_RESUME = 1, MENU_NOTES, MENU_QUESTION, MENU_STORY, MENU_STOP, MENU_END };

typedef struct LessonMenu {
    Scene base;
    LessonRun *run; /* borrowed */
} LessonMenu;

static void menu_destroy(Scene *scene, App *app)
{
    scene_free(app, scene, sizeof(LessonMenu));
}

static void menu_activate(Scene *scene, App *app, uint32_t id)
{
    LessonRun *run = ((LessonMenu *)scene)->run;
    static const LessonWish wishes[] = { [MENU_QUESTION] = LESSON_WISH_SKIP_QUESTION,
                                         [MENU_STORY] = LESSON_WISH_SKIP_STORY,
                                         [MENU_STOP] = LESSON_WISH_STOP,
                                         [MENU_END] = LESSON_WISH_END };
    if (id == MENU_NOTES) {
        scene_stack_replace(&app->scenes, lesson_notes_scene_create(app, run));
        return;
    }
    if (id >= MENU_QUESTION && id <= MENU_END) {
        run->wish = wishes[id];
    }
    scene_stack_pop(&app->scenes, 1);
}

static void menu_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

/* The key that opened it closes it: a presenter has one for both. */
static bool menu_input(Scene *scene, App *app, const InputEvent *event)
{
    LessonRun *run = ((LessonMenu *)scene)->run;
    if (event->kind == INPUT_MENU) {
        scene_stack_pop(&app->scenes, 1);
        return true;
    }
    if (event->kind == INPUT_DISPLAYS) {
        lesson_run_displays(run, app);
        return true;
    }
    return false;
}

static void menu_draw(Scene *scene, App *app, UiFrame *frame)
{
    LessonRun *run = ((LessonMenu *)scene)->run;
    const Catalogue *texts = frame->catalogue;
    bool in_story = run->play != NULL;
    draw_fill(frame->draw, (Rect){ 0, 0, frame->width, frame->height }, 0, frame->theme->shade);
    ui_begin(frame, TR(texts, "lesson.pause", "Pause of the lesson"), MENU_RESUME);
    const struct {
        uint32_t id;
        StrView label;
        bool is_shown;
    } rows[] = {
        { MENU_RESUME, TR(texts, "lesson.resume", "Go on"), true },
        { MENU_NOTES, TR(texts, "lesson.notes", "Notes for teachers"), true },
        { MENU_QUESTION, TR(texts, "lesson.skip_question", "Skip this question"), run->is_asking },
        { MENU_STORY, TR(texts, "lesson.skip_story", "Skip the rest of this story"), in_story },
        { MENU_STOP, TR(texts, "lesson.stop", "Stop here, go on another day"), true },
        { MENU_END, TR(texts, "lesson.finish", "End the lesson now"), run->step != LESSON_STEP_END },
    };
    float width = screen_fit(frame, 1000);
    float count = 0;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        count += rows[i].is_shown ? 1 : 0;
    }
    float height = 190 + count * 130;
    float y = (frame->height - height) / 2;
    ui_panel(frame, (Rect){ (frame->width - width) / 2, y, width, height });
    ui_text(frame, &(UiText){ .rect = { (frame->width - width) / 2 + 50, y + 40, width - 100, 90 },
                              .text = TR(texts, "pause.screen", "Pause"),
                              .face = TEXT_FACE_TITLE,
                              .size = 64,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_HEADING,
                              .max_lines = 1,
                              .fit_min = 0.4f });
    y += 150;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (rows[i].is_shown) {
            screen_button(frame, rows[i].id, frame->width / 2, y, width - 140, rows[i].label, i == 0 ? UI_BUTTON_PRIMARY : UI_BUTTON_PLAIN);
            y += 130;
        }
    }
    ui_end(frame);
    lesson_run_second(run, app, frame);
}

Scene *lesson_menu_scene_create(App *app, LessonRun *run)
{
    static const SceneOps ops = {
        .name = "lesson menu",
        .destroy = menu_destroy,
        .input = menu_input,
        .activate = menu_activate,
        .back = menu_back,
        .draw = menu_draw,
    };
    LessonMenu *menu = scene_new(app, sizeof *menu);
    (void)app_voice(app, SV(""));
    if (!menu) {
        return NULL;
    }
    menu->base.ops = &ops;
    menu->run = run;
    return &menu->base;
}
