#include "sango/player/scenes.h"
#include "sango/player/widgets.h"

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
    if (status != STATUS_OK) {
        app_store_notice(app, status, "a new player could not be saved and plays without");
        status = app_play_unkept(app);
        store = app_store(app);
        status = status == STATUS_OK ? store->ops->add_player(store, &player, &player.id) : status;
    }
    if (status == STATUS_OK) {
        app_set_player(app, &player);
        scene_stack_replace(&app->scenes, band_scene_create(app));
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

/* The picture and the name stand beside what they are made of, or above it. */
typedef struct MakerPlaces {
    Rect panel, picture, name, why;
    float parts_x, parts_y, buttons_y;
} MakerPlaces;

static MakerPlaces place_maker(const UiFrame *frame)
{
    float middle = frame->width / 2;
    if (screen_is_tall(frame)) {
        return (MakerPlaces){ .panel = { middle - 560, 220, 1120, 1010 }, .picture = { middle - 160, 256, 320, 320 },
                              .name = { middle - 500, 580, 1000, 90 }, .why = { middle - 400, 1100, 800, 100 },
                              .parts_x = middle - 400, .parts_y = 680, .buttons_y = 1270 };
    }
    return (MakerPlaces){ .panel = { middle - 800, 220, 1600, 620 }, .picture = { middle - 680, 270, 360, 360 },
                          .name = { middle - 760, 660, 520, 140 }, .why = { middle - 60, 690, 800, 120 },
                          .parts_x = middle - 60, .parts_y = 262, .buttons_y = 880 };
}

static void draw_part(UiFrame *frame, const MakerPlaces *places, unsigned row, uint32_t id, StrView label, StrView value)
{
    ui_stepper(frame, &(UiStepper){ .id = id, .rect = { places->parts_x, places->parts_y + 140 * (float)row, 800, 120 }, .label = label,
                                    .value = value, .is_round = true });
}

static void nickname_draw(Scene *scene, App *app, UiFrame *frame)
{
    const NicknameScene *maker = (const NicknameScene *)scene;
    const Nickname *name = &maker->nickname;
    const Catalogue *texts = frame->catalogue;
    StrBuf whole;
    strbuf_init(&whole, alloc_heap());
    nickname_show(name, texts, &whole);
    StrView shown = arena_copy(frame->arena, strbuf_view(&whole));
    strbuf_release(&whole);

    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, TR(texts, "nickname.screen", "Make your player name"), NAME_DICE);
    screen_heading(frame, TR(texts, "nickname.screen", "Make your player name"), true);
    MakerPlaces places = place_maker(frame);
    screen_sango_below(app, frame, SV("nickname"), places.buttons_y + 112);
    ui_panel(frame, places.panel);
    screen_avatar(frame, nickname_animal_id(name->animal), places.picture, nickname_animal_name(texts, name->animal));
    ui_text(frame, &(UiText){ .rect = places.name,
                              .text = shown,
                              .face = TEXT_FACE_TITLE,
                              .size = 56,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_TEXT,
                              .fit_min = 0.4f,
                              .max_lines = 2 });
    draw_part(frame, &places, 0, NAME_TRAIT, TR(texts, "nickname.trait", "I am"), nickname_trait_name(texts, name->trait));
    draw_part(frame, &places, 1, NAME_ANIMAL, TR(texts, "nickname.animal", "Animal"), nickname_animal_name(texts, name->animal));
    draw_part(frame, &places, 2, NAME_NUMBER, TR(texts, "nickname.number", "Number"), frame_number(frame, name->number));
    ui_text(frame, &(UiText){ .rect = places.why,
                              .text = TR(texts, "nickname.why", "A made-up name keeps your real one private."),
                              .size = frame->theme->text_small,
                              .color = frame->theme->ink_soft,
                              .role = SPEAK_TEXT,
                              .middle = true,
                              .fit_min = 0.5f });
    float button = (screen_fit(frame, 1260) - 60) / 2;
    float aside = button / 2 + 30;
    screen_button(frame, NAME_DICE, frame->width / 2 - aside, places.buttons_y, button, TR(texts, "nickname.dice", "Surprise me"), UI_BUTTON_PLAIN);
    screen_button(frame, NAME_DONE, frame->width / 2 + aside, places.buttons_y, button, TR(texts, "nickname.done", "That is me!"), UI_BUTTON_PRIMARY);
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
