#include "sango/player/scenes.h"
#include "widgets_internal.h"

/* The nickname maker: three parts to turn, an avatar that is the animal. Nothing is
 * typed, so nothing personal can get in. */
enum { NAME_TRAIT = 1, NAME_ANIMAL = 3, NAME_NUMBER = 5, NAME_DICE = 7, NAME_DONE = 8 };

typedef struct NicknameScene {
    Scene base;
    Nickname nickname;
} NicknameScene;

static void nickname_destroy(Scene *scene, App *app)
{
    scene_free(app, scene, sizeof(NicknameScene));
}

static unsigned turn(unsigned value, unsigned count, bool up)
{
    return (value + (up ? 1 : count - 1)) % count;
}

static void add_player(const NicknameScene *maker, App *app)
{
    Store *store = app_store(app);
    StrBuf stored;
    strbuf_init(&stored, app->parts.alloc);
    nickname_write(&maker->nickname, &stored);
    StorePlayer player = { .nickname = strbuf_view(&stored), .avatar = nickname_animal_id(maker->nickname.animal) };
    Status status = store->ops->add_player(store, &player, &player.id);
    if (status == STATUS_OK) {
        app_set_player(app, &player);
        scene_stack_replace(&app->scenes, band_scene_create(app));
    } else {
        app_notice(app, "The new player could not be saved: %s.", status_text(status));
    }
    strbuf_release(&stored);
}

static void nickname_activate(Scene *scene, App *app, uint32_t id)
{
    NicknameScene *maker = (NicknameScene *)scene;
    Nickname *name = &maker->nickname;
    switch (id) {
    case NAME_TRAIT:
    case NAME_TRAIT + 1:
        name->trait = turn(name->trait, NICKNAME_TRAITS, id == NAME_TRAIT + 1);
        break;
    case NAME_ANIMAL:
    case NAME_ANIMAL + 1:
        name->animal = turn(name->animal, NICKNAME_ANIMALS, id == NAME_ANIMAL + 1);
        break;
    case NAME_NUMBER:
    case NAME_NUMBER + 1:
        name->number = 1 + turn(name->number - 1, NICKNAME_NUMBER_MAX, id == NAME_NUMBER + 1);
        break;
    case NAME_DICE:
        *name = nickname_random(&app->rng);
        app_sound(app, SV("whoosh"));
        break;
    case NAME_DONE:
        add_player(maker, app);
        break;
    case WIDGET_BACK:
        scene_stack_pop(&app->scenes, 1);
        break;
    default:
        break;
    }
}

static void nickname_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

static void draw_part(UiFrame *frame, uint32_t id, float y, StrView label, StrView value)
{
    ui_stepper(frame, &(UiStepper){ .id = id, .rect = { frame->width / 2 - 60, y, 800, 120 }, .label = label, .value = value });
}

static void nickname_draw(Scene *scene, App *app, UiFrame *frame)
{
    const NicknameScene *maker = (const NicknameScene *)scene;
    const Nickname *name = &maker->nickname;
    const Catalogue *texts = frame->catalogue;
    (void)app;
    StrBuf whole;
    strbuf_init(&whole, alloc_heap());
    nickname_show(name, texts, &whole);
    StrView shown = arena_copy(frame->arena, strbuf_view(&whole));
    strbuf_release(&whole);

    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, TR(texts, "nickname.screen", "Make your player name"), NAME_DICE);
    screen_heading(frame, TR(texts, "nickname.screen", "Make your player name"), true);
    float left = frame->width / 2 - 800;
    ui_panel(frame, (Rect){ left, 220, 1600, 620 });
    screen_avatar(frame, nickname_animal_id(name->animal), (Rect){ left + 120, 270, 360, 360 },
                  nickname_animal_name(texts, name->animal));
    ui_text(frame, &(UiText){ .rect = { left + 40, 660, 520, 140 },
                              .text = shown,
                              .face = TEXT_FACE_TITLE,
                              .size = 56,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_TEXT,
                              .fit_min = 0.4f,
                              .max_lines = 2 });
    draw_part(frame, NAME_TRAIT, 262, TR(texts, "nickname.trait", "I am"), nickname_trait_name(texts, name->trait));
    draw_part(frame, NAME_ANIMAL, 402, TR(texts, "nickname.animal", "Animal"), nickname_animal_name(texts, name->animal));
    draw_part(frame, NAME_NUMBER, 542, TR(texts, "nickname.number", "Number"), frame_number(frame, name->number));
    ui_text(frame, &(UiText){ .rect = { frame->width / 2 - 60, 690, 800, 120 },
                              .text = TR(texts, "nickname.why", "A made-up name keeps your real one private."),
                              .size = frame->theme->text_small,
                              .color = frame->theme->ink_soft,
                              .role = SPEAK_TEXT,
                              .middle = true,
                              .fit_min = 0.5f });
    screen_button(frame, NAME_DICE, frame->width / 2 - 330, 880, 600, TR(texts, "nickname.dice", "Surprise me"), UI_BUTTON_PLAIN);
    screen_button(frame, NAME_DONE, frame->width / 2 + 330, 880, 600, TR(texts, "nickname.done", "That is me!"), UI_BUTTON_PRIMARY);
    ui_end(frame);
}

Scene *nickname_scene_create(App *app)
{
    static const SceneOps ops = {
        .name = "nickname",
        .opaque = true,
        .destroy = nickname_destroy,
        .activate = nickname_activate,
        .back = nickname_back,
        .draw = nickname_draw,
    };
    NicknameScene *maker = scene_new(app, sizeof *maker);
    if (!maker) {
        return NULL;
    }
    maker->base.ops = &ops;
    maker->nickname = nickname_random(&app->rng);
    return &maker->base;
}
