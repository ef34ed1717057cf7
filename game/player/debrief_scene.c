#include "debrief_internal.h"
#include "lesson_internal.h"
#include "measure_internal.h"
#include "sango/player/widgets.h"

/* After a level: new badges, what happened in three pictures, then powers, what to
 * practise, a question to talk about and words to use. */
enum { DEBRIEF_GO_ON = 1, DEBRIEF_AGAIN = 2, DEBRIEF_CERTIFICATE = 3 };

typedef enum DebriefPage { PAGE_BADGES, PAGE_MOMENTS, PAGE_TALK } DebriefPage;

typedef struct DebriefScene {
    Scene base;
    DebriefContent *content; /* owned */
    DebriefPage page;
    unsigned badge; /* the Deed that is shown */
    Stage *stage;   /* for confetti */
    uint64_t shown_ms;
} DebriefScene;

DebriefContent *debrief_content_create(App *app)
{
    DebriefContent *content = scene_new(app, sizeof *content);
    if (content) {
        arena_init(&content->texts, app->parts.alloc, 2048);
    }
    return content;
}

void debrief_content_reset(DebriefContent *content)
{
    Arena texts = content->texts;
    arena_reset(&texts);
    *content = (DebriefContent){ .texts = texts };
}

void debrief_content_add_place(DebriefContent *content, StrView name, StrView light)
{
    size_t at = content->place_count < DEBRIEF_PLACES_MAX ? content->place_count++ : DEBRIEF_PLACES_MAX - 1;
    content->places[at] = (DebriefPlace){ arena_copy(&content->texts, name), arena_copy(&content->texts, light.len ? light : SV("day")) };
}

void debrief_content_destroy(App *app, DebriefContent *content)
{
    if (content) {
        arena_release(&content->texts);
        scene_free(app, content, sizeof *content);
    }
}

/* The next new badge after `from`; DEED_COUNT when there is none. */
static unsigned next_badge(const DebriefContent *content, unsigned from)
{
    while (from < DEED_COUNT && !(content->new_deeds & (1u << from))) {
        from++;
    }
    return from;
}

static void show_badge(DebriefScene *debrief, App *app, unsigned from)
{
    debrief->badge = next_badge(debrief->content, from);
    if (debrief->badge == DEED_COUNT) {
        debrief->page = PAGE_MOMENTS;
        app_sound(app, SV("fanfare"));
        return;
    }
    debrief->page = PAGE_BADGES;
    app_sound(app, SV("badge"));
    if (app_theme(app)->confetti > 0) {
        stage_confetti(debrief->stage);
    }
}

static void debrief_enter(Scene *scene, App *app)
{
    DebriefScene *debrief = (DebriefScene *)scene;
    app_music(app, SV("theme"));
    stage_set_reduced_motion(debrief->stage, app->settings.reduced_motion);
    stage_update(debrief->stage, app->now_ms);
    debrief->shown_ms = app->now_ms;
    if (debrief->content->lesson && debrief->content->lesson->wish != LESSON_WISH_NONE) {
        scene_stack_pop(&app->scenes, 1); /* the lesson carries it out */
    } else if (app->parts.pack->has_pictures) {
        debrief->page = PAGE_MOMENTS; /* the pages of words are not for it */
        app_sound(app, SV("fanfare"));
        if (app_theme(app)->confetti > 0) {
            stage_confetti(debrief->stage);
        }
    } else if (debrief->page == PAGE_BADGES) {
        show_badge(debrief, app, 0);
    }
}

static void debrief_destroy(Scene *scene, App *app)
{
    DebriefScene *debrief = (DebriefScene *)scene;
    debrief_content_destroy(app, debrief->content);
    stage_destroy(debrief->stage);
    scene_free(app, debrief, sizeof *debrief);
}

static void leave(const DebriefScene *debrief, App *app)
{
    const DebriefContent *content = debrief->content;
    AppOver *over = app->parts.over;
    if (over && over->end_page) {
        scene_stack_replace(&app->scenes, over->end_page(over, app, content->level, content->score.stars));
    } else if (content->has_measure) {
        scene_stack_replace(&app->scenes, measure_scene_create(app, content->level->world, content->measure_time, NULL));
    } else {
        scene_stack_pop(&app->scenes, 1);
    }
}

static void debrief_activate(Scene *scene, App *app, uint32_t id)
{
    DebriefScene *debrief = (DebriefScene *)scene;
    if (id == WIDGET_NOTICE_OK) {
        strbuf_clear(&app->notice);
    } else if (id == DEBRIEF_AGAIN) {
        scene_stack_replace(&app->scenes, play_scene_create(app, debrief->content->level));
    } else if (id == DEBRIEF_CERTIFICATE) {
        scene_stack_replace(&app->scenes, certificate_scene_create(app));
    } else if (debrief->page == PAGE_BADGES) {
        show_badge(debrief, app, debrief->badge + 1);
    } else if (debrief->page == PAGE_MOMENTS && !app->parts.pack->has_pictures) {
        debrief->page = PAGE_TALK;
        app_sound(app, SV("page"));
    } else {
        leave(debrief, app);
    }
}

static void debrief_back(Scene *scene, App *app)
{
    leave((const DebriefScene *)scene, app);
}

/* When three pictures have been looked at, in a pack with pictures, whose pages turn by themselves; 0: it waits. */
static uint64_t looked_at_ms(const DebriefScene *debrief, const App *app)
{
    enum { LOOK_MS = 20000 };
    return app->parts.pack->has_pictures && !debrief->content->lesson && !app->settings.reduced_motion ? debrief->shown_ms + LOOK_MS : 0;
}

static bool debrief_input(Scene *scene, App *app, const InputEvent *event)
{
    LessonRun *lesson = ((DebriefScene *)scene)->content->lesson;
    return lesson && lesson_run_input(lesson, app, event);
}

static void debrief_update(Scene *scene, App *app, uint64_t now_ms)
{
    DebriefScene *debrief = (DebriefScene *)scene;
    uint64_t over_ms = looked_at_ms(debrief, app);
    stage_update(debrief->stage, now_ms);
    if (over_ms && now_ms >= over_ms) {
        debrief->shown_ms = now_ms; /* once */
        leave(debrief, app);
    }
}

static int debrief_deadline_ms(const Scene *scene, const App *app)
{
    const DebriefScene *debrief = (const DebriefScene *)scene;
    uint64_t over_ms = looked_at_ms(debrief, app);
    int stage = stage_deadline_ms(debrief->stage);
    int own = over_ms == 0 ? -1 : over_ms > app->now_ms ? (int)(over_ms - app->now_ms) : 0;
    return stage < 0 || (own >= 0 && own < stage) ? own : stage;
}

static void draw_badge(const DebriefScene *debrief, App *app, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    Deed deed = (Deed)debrief->badge;
    float middle = frame->width / 2;
    float top = frame->height / 2 - 500;
    ui_begin(frame, frame_join(frame, "New badge ", strview_from_cstr(deed_name(deed))), DEBRIEF_GO_ON);
    frame->speak->is_untitled = true;
    draw_fill(frame->draw, (Rect){ 0, 0, frame->width, frame->height }, 0, frame->theme->shade_soft);
    stage_draw_over(debrief->stage, frame);
    if (frame->theme->rays > 0) {
        draw_sprite_at(frame->draw, SV("ui/ray"), middle - 450, top - 130, 0xFFFFFFFFu);
    }
    if (screen_is_tall(frame)) {
        float room = (frame->height - top - 1060) / 640; /* below the button, where there is some */
        stage_draw_actor(app->parts.art, frame, SV("sango"), SV("cheering"), middle, frame->height - 40, room < 1 ? room : 1, 0);
    } else {
        stage_draw_actor(app->parts.art, frame, SV("sango"), SV("cheering"), ui_mirror_x(frame, middle + 705, 0), top + 930, 1.1f, 0);
    }
    unsigned rank = debrief->content->badges.deeds[deed];
    float more = 90 * (frame->text_scale - 1); /* large letters take from the medal */
    float medal = 460 - more;
    StrView is_new = TR(texts, "debrief.new_badge", "New badge!");
    ui_image(frame, badge_picture(frame, deed_name(deed), rank), (Rect){ middle - medal * 0.457f, top + 50 - more * 0.2f, medal * 0.913f, medal },
             badge_rank_title(texts, rank));
    ui_panel(frame, (Rect){ middle - 440, top + 560 - more, 880, 300 + more });
    (void)ui_pill(frame, SV("ui/pill_coral"), is_new, middle - ui_pill_width(frame, is_new) / 2, top + 520 - more);
    ui_text(frame, &(UiText){ .rect = { middle - 400, top + 610 - more, 800, 90 + more * 0.3f },
                              .text = deed_title(texts, deed),
                              .face = TEXT_FACE_TITLE,
                              .size = 64,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_HEADING,
                              .fit_min = 0.4f,
                              .max_lines = 1 });
    ui_text(frame, &(UiText){ .rect = { middle - 400, top + 710 - more * 0.7f, 800, 130 + more * 0.7f },
                              .text = deed_text(texts, deed),
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_TEXT,
                              .line_spacing = 1.0f,
                              .fit_min = 0.4f });
    screen_button(frame, DEBRIEF_GO_ON, middle, top + 900, 520, TR(texts, "debrief.next", "Hooray!"), UI_BUTTON_PRIMARY);
}

/* The index-th of three cards: beside each other, or below each other on a tall screen. */
static Rect card_rect(const UiFrame *frame, size_t index)
{
    if (screen_is_tall(frame)) {
        float step = (frame->height - 330 - 190) / 3;
        return (Rect){ 60, 330 + (float)index * step, frame->width - 120, step - 30 };
    }
    float more = frame->height - 1080;
    return (Rect){ frame->width / 2 - 840 + (float)index * 570, 330 + more * 0.2f, 540, 540 + more * 0.5f };
}

/* The first moment is where the story began, the last where it ended. */
static DebriefPlace place_of(const DebriefContent *content, size_t index)
{
    size_t last = content->place_count ? content->place_count - 1 : 0;
    return content->place_count ? content->places[index * last / (DEBRIEF_MOMENTS - 1)] : (DebriefPlace){ 0 };
}

static void draw_moment(App *app, UiFrame *frame, const DebriefContent *content, size_t index)
{
    const DebriefMoment *moment = &content->moments[index];
    DebriefPlace place = place_of(content, index);
    const Rgba tints[] = { frame->theme->tint_one, frame->theme->tint_two, frame->theme->tint_three };
    bool is_tall = screen_is_tall(frame);
    Rect row_box = { 0, 0, 0, 0 };
    Rect card = card_rect(frame, index);
    Rect picture = { card.x + 24, card.y + 24, is_tall ? 400 : card.w - 48, is_tall ? card.h - 48 : card.h - 240 };
    Rect words = is_tall ? (Rect){ card.x + 450, card.y + 20, card.w - 480, card.h - 40 } : (Rect){ card.x + 34, card.y + card.h - 198, 472, 180 };
    if (moment->pictures.count) { /* they take the upper half of the words */
        Rect row = { ui_mirror_x(frame, words.x, words.w), words.y - (is_tall ? 0 : 10), words.w, words.h * 0.58f };
        words.y += words.h * 0.62f;
        words.h *= 0.38f;
        row_box = row;
    }
    bool is_sango = strview_equal(moment->actor, SV("sango"));
    float grown = is_tall ? 1 : picture.h / 300;
    ui_panel(frame, card);
    picture.x = ui_mirror_x(frame, picture.x, picture.w);
    screen_window_begin(frame, picture, place.name, place.light, 0.25f * (float)(index + 1), tints[index % 3]);
    stage_draw_actor(app->parts.art, frame, moment->actor, moment->expression, picture.x + picture.w / 2,
                     picture.y + (is_sango ? picture.h - 14 : picture.h * 0.5f + 264 * grown), is_sango ? picture.h / 620 : 0.54f * grown, 0);
    screen_window_end(frame, picture, frame->theme->paper);
    pictures_draw(app, frame, &moment->pictures, row_box, 0, frame->theme->paper);
    ui_text(frame, &(UiText){ .rect = words,
                              .text = moment->text,
                              .size = frame->theme->text_label,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_TEXT,
                              .middle = true,
                              .fit_min = 0.45f });
}

static void draw_moments(const DebriefScene *debrief, App *app, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    const DebriefContent *content = debrief->content;
    TextValue value = { SV("got"), frame_number(frame, content->score.stars) };
    bool is_last = app->parts.pack->has_pictures;
    StrView title = is_last ? TR(texts, "debrief.talk", "To take with you") : TR(texts, "debrief.screen", "What happened");
    ui_begin(frame, title, DEBRIEF_GO_ON);
    screen_heading(frame, title, false);
    ui_stars(frame, frame->width / 2 - 180, 186, 120, content->score.stars, 3,
             frame_format(frame, TR(texts, "map.stars", "{got} of 3 stars"), &value, 1));
    for (size_t i = 0; i < content->moment_count; i++) {
        draw_moment(app, frame, content, i);
    }
    StrView more = TR(texts, "debrief.more", "Go on");
    if (is_last) { /* as on the pages before, for who does not read */
        ui_button(frame, &(UiButton){ .id = DEBRIEF_GO_ON,
                                      .rect = { frame->width / 2 - 75, frame->height - 176, 150, 150 },
                                      .label = more,
                                      .icon = frame->mirrored ? SV("ui/btn_next_rtl") : SV("ui/btn_next"),
                                      .style = UI_BUTTON_ROUND });
        return;
    }
    screen_button(frame, DEBRIEF_GO_ON, frame->width / 2, frame->height - 160, 520, more, UI_BUTTON_PRIMARY);
}

static void draw_talk_card(UiFrame *frame, Rect rect, StrView icon, StrView heading, StrView text)
{
    ui_panel(frame, rect);
    ui_image(frame, icon, (Rect){ rect.x + 34, rect.y + 34, 110, 110 }, heading);
    ui_text(frame, &(UiText){ .rect = { rect.x + 170, rect.y + 34, rect.w - 200, 110 },
                              .text = heading,
                              .face = TEXT_FACE_TITLE,
                              .size = 46,
                              .role = SPEAK_HEADING,
                              .middle = true,
                              .line_spacing = 0.95f,
                              .fit_min = 0.4f });
    ui_text(frame, &(UiText){ .rect = { rect.x + 44, rect.y + 160, rect.w - 88, rect.h - 190 },
                              .text = text,
                              .size = 46,
                              .line_spacing = 1.0f,
                              .role = SPEAK_TEXT,
                              .fit_min = 0.45f });
}

static void draw_power(const DebriefContent *content, UiFrame *frame, unsigned power, Rect chip)
{
    unsigned maximum = content->score.power_maximum[power];
    unsigned stars = (content->score.power_points[power] * 3 + maximum / 2) / maximum;
    unsigned rank = content->badges.powers[power];
    StrView title = power_title(frame->catalogue, (Power)power);
    TextValue values[] = { { SV("power"), title }, { SV("got"), frame_number(frame, stars) } };
    float star = chip.h * 0.46f;
    float stars_w = star * 1.06f * 3;
    float medal = chip.h * 1.1f;
    Rect badge = { chip.x + 14, chip.y + (chip.h - medal * 1.095f) / 2, medal, medal * 1.095f };
    ui_bar(frame, chip, chip.h / 2);
    badge.x = ui_mirror_x(frame, badge.x, badge.w);
    draw_nine(frame->draw, badge_picture(frame, power_name((Power)power), rank), badge, rank ? 0xFFFFFFFFu : frame->theme->locked);
    ui_text(frame, &(UiText){ .rect = { chip.x + medal + 22, chip.y, chip.w - stars_w - medal - 58, chip.h },
                              .text = title,
                              .face = TEXT_FACE_BOLD,
                              .size = frame->theme->text_small,
                              .color = frame->theme->on_bar,
                              .role = SPEAK_TEXT,
                              .silent = true,
                              .middle = true,
                              .max_lines = 1,
                              .fit_min = 0.3f });
    ui_stars(frame, chip.x + chip.w - stars_w - 26, chip.y + (chip.h - star) / 2, star, stars, 3,
             frame_format(frame, TR(frame->catalogue, "debrief.power", "{power}: {got} of 3"), values, 2));
}

/* One row, or two low ones where they would be too narrow. */
static void draw_powers(const DebriefContent *content, UiFrame *frame)
{
    unsigned count = 0;
    for (unsigned i = 0; i < POWER_COUNT; i++) {
        count += content->score.power_maximum[i] != 0;
    }
    unsigned rows = screen_fit(frame, 1840) / (float)(count ? count : 1) < 440 ? 2 : 1;
    unsigned columns = (count + rows - 1) / rows;
    float cell = columns ? screen_fit(frame, 500.0f * (float)columns) / (float)columns : 0;
    float height = rows == 1 ? 100 : 64;
    float left = frame->width / 2 - cell * (float)columns / 2;
    unsigned at = 0;
    for (unsigned i = 0; i < POWER_COUNT; i++) {
        if (content->score.power_maximum[i] != 0) {
            Rect chip = { left + cell * (float)(at % columns) + 10, 200 + (float)(at / columns) * 72 - (rows == 2 ? 14 : 0), cell - 20, height };
            draw_power(content, frame, i, chip);
            at++;
        }
    }
}

static StrView join_words(const DebriefContent *content, UiFrame *frame)
{
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    for (size_t i = 0; i < content->word_count; i++) {
        strbuf_append(&text, i ? SV("\n") : SV(""));
        strbuf_append(&text, content->words[i]);
    }
    StrView copy = arena_copy(frame->arena, strbuf_view(&text));
    strbuf_release(&text);
    return copy;
}

/* For a class: one below the other, in letters that are read from far away. */
static void draw_talk_row(UiFrame *frame, size_t index, StrView icon, StrView heading, StrView text)
{
    bool is_tall = screen_is_tall(frame);
    float top = is_tall ? 430 : 316;
    static const float from[] = { 0, 0.28f, 0.7f, 1 }; /* two sentences for telling need more room */
    float room = frame->height - top - 170;
    Rect rect = { 60, top + room * from[index], frame->width - 120, room * (from[index + 1] - from[index]) - 20 };
    const float picture = 120;
    float head = is_tall ? 0 : 400;
    float start = rect.x + picture + 70;
    ui_panel(frame, rect);
    ui_image(frame, icon, (Rect){ rect.x + 34, rect.y + (rect.h - picture) / 2, picture, picture }, heading);
    ui_text(frame, &(UiText){ .rect = is_tall ? (Rect){ start, rect.y + 16, rect.w - picture - 110, 90 } : (Rect){ start, rect.y + 16, head, rect.h - 40 },
                              .text = heading,
                              .face = TEXT_FACE_TITLE,
                              .size = 42,
                              .role = SPEAK_HEADING,
                              .middle = true,
                              .line_spacing = 0.95f,
                              .fit_min = 0.4f });
    ui_text(frame, &(UiText){ .rect = is_tall ? (Rect){ start, rect.y + 110, rect.w - picture - 110, rect.h - 140 }
                                              : (Rect){ start + head + 40, rect.y + 12, rect.w - picture - head - 150, rect.h - 34 },
                              .text = text,
                              .size = 42,
                              .line_spacing = 0.92f,
                              .role = SPEAK_TEXT,
                              .middle = true,
                              .fit_min = 0.45f });
}

static void draw_talk_cards(const DebriefContent *content, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    const struct {
        StrView icon, heading, text;
    } cards[] = { { SV("icon/star"), TR(texts, "debrief.practise", "Practise next"), content->next },
                  { SV("icon/speech"), TR(texts, "debrief.words", "Words for telling"), join_words(content, frame) },
                  { SV("icon/question"), TR(texts, "debrief.ask", "Talk about it"), content->ask } };
    for (size_t i = 0; i < sizeof cards / sizeof cards[0]; i++) {
        if (content->lesson) {
            draw_talk_row(frame, i, cards[i].icon, cards[i].heading, cards[i].text);
        } else {
            draw_talk_card(frame, card_rect(frame, i), cards[i].icon, cards[i].heading, cards[i].text);
        }
    }
}

static void draw_talk(const DebriefScene *debrief, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    const DebriefContent *content = debrief->content;
    ui_begin(frame, TR(texts, "debrief.talk", "To take with you"), DEBRIEF_GO_ON);
    screen_heading(frame, TR(texts, "debrief.talk", "To take with you"), false);
    draw_powers(content, frame);
    draw_talk_cards(content, frame);
    float y = frame->height - 160;
    if (content->lesson) {
        screen_button(frame, DEBRIEF_GO_ON, frame->width / 2, y, 620, TR(texts, "debrief.more", "Go on"), UI_BUTTON_PRIMARY);
        return;
    }
    float button = (screen_fit(frame, 1120) - 80) / 2;
    screen_button(frame, DEBRIEF_GO_ON, frame->width / 2 - button / 2 - 40, y, button, TR(texts, "debrief.map", "To the map"), UI_BUTTON_PRIMARY);
    if (content->has_promises) {
        screen_button(frame, DEBRIEF_CERTIFICATE, frame->width / 2 + button / 2 + 40, y, button, TR(texts, "debrief.certificate", "My certificate"), UI_BUTTON_PLAIN);
    } else {
        screen_button(frame, DEBRIEF_AGAIN, frame->width / 2 + button / 2 + 40, y, button, TR(texts, "debrief.again", "Play it again"), UI_BUTTON_PLAIN);
    }
}

/* Confetti falls behind what is to be read. */
static void debrief_draw(Scene *scene, App *app, UiFrame *frame)
{
    const DebriefScene *debrief = (const DebriefScene *)scene;
    if (debrief->content->lesson && frame->text_scale < LESSON_TEXT_SCALE) {
        frame->text_scale = LESSON_TEXT_SCALE;
    }
    screen_background(frame, SV("title"), SV("dawn"));
    switch (debrief->page) {
    case PAGE_BADGES:
        draw_badge(debrief, app, frame);
        break;
    case PAGE_MOMENTS:
        stage_draw_over(debrief->stage, frame);
        draw_moments(debrief, app, frame);
        break;
    case PAGE_TALK:
        stage_draw_over(debrief->stage, frame);
        draw_talk(debrief, frame);
        break;
    }
    screen_notice(app, frame);
    ui_end(frame);
    if (debrief->content->lesson) {
        lesson_run_second(debrief->content->lesson, app, frame);
    }
}

Scene *debrief_scene_create(App *app, DebriefContent *content)
{
    static const SceneOps ops = {
        .name = "debrief",
        .opaque = true,
        .enter = debrief_enter,
        .destroy = debrief_destroy,
        .input = debrief_input,
        .activate = debrief_activate,
        .back = debrief_back,
        .update = debrief_update,
        .draw = debrief_draw,
        .deadline_ms = debrief_deadline_ms,
    };
    DebriefScene *debrief = scene_new(app, sizeof *debrief);
    if (!debrief) {
        return NULL;
    }
    if (stage_create(app->parts.alloc, app->parts.art, &debrief->stage) != STATUS_OK) {
        scene_free(app, debrief, sizeof *debrief);
        return NULL;
    }
    debrief->base.ops = &ops;
    debrief->content = content;
    return &debrief->base;
}
