#include "play_internal.h"

#include "sango/base/log.h"
#include "sango/base/utf8.h"
#include "widgets_internal.h"

enum { TALK_MS_PER_CHAR = 55, TALK_MS_MAX = 4500, ENTRANCE_MS = 700 };

/* --- keeping what an event says --------------------------------------------------- */

static void keep_line(Arena *arena, const SessionLine *from, PlayLine *to)
{
    *to = (PlayLine){ .id = arena_copy(arena, from->id),
                      .speaker = arena_copy(arena, from->speaker),
                      .text = arena_copy(arena, from->text) };
    if (strview_equal(to->speaker, SV("Narrator"))) {
        to->speaker = SV("");
    }
    for (uint32_t i = 0; i < from->attribute_count && to->span_count < PLAY_SPANS_MAX; i++) {
        const MarkupAttribute *attribute = &from->attributes[i];
        if (strview_equal(attribute->name, SV("b")) && attribute->length_bytes > 0) {
            to->spans[to->span_count++] =
                (TextSpan){ attribute->start_bytes, attribute->length_bytes, TEXT_FACE_BOLD };
        }
    }
}

static void remember(PlayScene *play, StrView speaker, StrView text)
{
    if (play->past_count == PLAY_HISTORY_MAX) {
        for (size_t i = 1; i < PLAY_HISTORY_MAX; i++) {
            play->past[i - 1] = play->past[i];
        }
        play->past_count--;
    }
    play->past[play->past_count++] =
        (PlayPast){ arena_copy(&play->past_arena, speaker), arena_copy(&play->past_arena, text) };
}

/* "Kofi" speaks for the actor "kofi". */
static StrView actor_of(StrView speaker, char *out, size_t size)
{
    size_t len = speaker.len < size ? speaker.len : size;
    for (size_t i = 0; i < len; i++) {
        char c = speaker.data[i];
        out[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    return (StrView){ out, len };
}

static void let_speak(PlayScene *play, StrView speaker, StrView text)
{
    char name[32];
    uint32_t length = (uint32_t)utf8_count(text) * TALK_MS_PER_CHAR;
    stage_speaker(play->stage, actor_of(speaker, name, sizeof name), length < TALK_MS_MAX ? length : TALK_MS_MAX);
}

/* --- events ----------------------------------------------------------------------- */

static void show_tool(PlayScene *play, App *app, StrView tool)
{
    Arena arena;
    arena_init(&arena, app->parts.alloc, 512);
    StrView tools = app_get(app, &arena, SV("tools"));
    StrView rest = tools;
    StrView one;
    bool known = false;
    while (strview_take(&rest, ' ', &one)) {
        known = known || strview_equal(one, tool);
    }
    if (!known) {
        StrBuf more;
        strbuf_init(&more, app->parts.alloc);
        strbuf_append(&more, tools);
        strbuf_append(&more, tools.len ? SV(" ") : SV(""));
        strbuf_append(&more, tool);
        app_put(app, SV("tools"), strbuf_view(&more));
        strbuf_release(&more);
        app_sound(app, SV("chime"));
    }
    arena_release(&arena);
    (void)play;
}

static void take_command(PlayScene *play, App *app, const SessionEvent *event)
{
    const Command *command = &event->command;
    const StrView *args = command->args;
    switch (command->kind) {
    case COMMAND_PLACE:
        stage_place(play->stage, args[0], args[1]);
        break;
    case COMMAND_ENTER:
        stage_enter(play->stage, args[0], args[1], args[2], args[3]);
        break;
    case COMMAND_POSE:
        stage_pose(play->stage, args[0], args[1]);
        break;
    case COMMAND_MOVE:
        stage_move(play->stage, args[0], args[1]);
        break;
    case COMMAND_LEAVE:
        stage_leave(play->stage, args[0]);
        break;
    case COMMAND_SOUND:
        if (!event->replayed) {
            app_sound(app, args[0]);
        }
        break;
    case COMMAND_MUSIC:
        app_music(app, strview_equal(args[0], SV("off")) ? SV("") : args[0]);
        break;
    case COMMAND_PHONE:
        stage_phone(play->stage, args[0], args[1]);
        break;
    case COMMAND_TOOL:
        if (!event->replayed) {
            show_tool(play, app, args[0]);
        }
        break;
    case COMMAND_CONFETTI:
        stage_confetti(play->stage);
        break;
    case COMMAND_SHAKE:
        stage_shake(play->stage, args[0]);
        break;
    case COMMAND_WAIT: /* timed by the caller */
    case COMMAND_DECISION:
    case COMMAND_RECOVERY:
    case COMMAND_TELLING:
    case COMMAND_DEED: /* the session keeps the score */
    case COMMAND_COUNT:
        break;
    }
}

static void take_debrief_line(PlayScene *play, const SessionEvent *event)
{
    DebriefContent *debrief = play->debrief;
    StrView text = arena_copy(&debrief->texts, event->line.text);
    switch (event->role) {
    case LINE_MOMENT:
        if (debrief->moment_count < DEBRIEF_MOMENTS) {
            debrief->moments[debrief->moment_count++] =
                (DebriefMoment){ arena_copy(&debrief->texts, event->moment_actor),
                                 arena_copy(&debrief->texts, event->moment_expression), text };
        }
        break;
    case LINE_NEXT:
        debrief->next = text;
        break;
    case LINE_ASK:
        debrief->ask = text;
        break;
    case LINE_WORDS:
        if (debrief->word_count < DEBRIEF_WORDS_MAX) {
            debrief->words[debrief->word_count++] = text;
        }
        break;
    case LINE_SPEECH:
    case LINE_BUBBLE:
    case LINE_REASON:
    case LINE_HINT:
        break;
    }
}

/* True when the line waits for the reader. */
static bool take_line(PlayScene *play, const SessionEvent *event)
{
    if (event->role >= LINE_MOMENT) {
        take_debrief_line(play, event);
        return false;
    }
    remember(play, event->line.speaker, event->line.text);
    if (event->role == LINE_REASON) {
        Arena *arena = &play->line_arena;
        keep_line(arena, &event->line, &play->reason);
        keep_line(arena, &event->why, &play->why);
        play->grade = event->grade;
        play->why_is_open = false;
        play->mode = PLAY_MODE_REASON;
        stage_speaker(play->stage, SV(""), 0);
        return true;
    }
    arena_reset(&play->line_arena);
    keep_line(&play->line_arena, &event->line, &play->line);
    play->is_bubble = event->role == LINE_BUBBLE;
    if (play->is_bubble) {
        stage_phone_message(play->stage, event->line.speaker, event->line.text, event->is_mine);
    }
    let_speak(play, event->line.speaker, event->line.text);
    play->mode = PLAY_MODE_LINE;
    return true;
}

static void take_options(PlayScene *play, const SessionEvent *event)
{
    arena_reset(&play->option_arena);
    play->option_count = 0;
    for (size_t i = 0; i < event->option_count && i < PLAY_OPTIONS_MAX; i++) {
        const SessionOption *option = &event->options[i];
        play->options[play->option_count++] = (PlayOption){
            .id = arena_copy(&play->option_arena, option->line.id),
            .text = arena_copy(&play->option_arena, option->line.text),
            .icon = arena_copy(&play->option_arena, option->icon),
            .enabled = option->enabled,
            .was_taken = option->was_taken,
        };
    }
    play->options_role = event->options_role;
    play->decision = arena_copy(&play->option_arena, event->decision);
    play->mode = PLAY_MODE_OPTIONS;
}

/* --- end of a level --------------------------------------------------------------- */

static StrView key_of(StrBuf *key, const char *prefix, StrView level)
{
    strbuf_clear(key);
    strbuf_append(key, strview_from_cstr(prefix));
    strbuf_append(key, level);
    return strbuf_view(key);
}

static void forget_save(PlayScene *play, App *app)
{
    StrBuf key;
    strbuf_init(&key, app->parts.alloc);
    Store *store = app_store(app);
    if (store->ops->remove(store, app->player.id, key_of(&key, "save.", play->level->id)) != STATUS_OK ||
        store->ops->remove(store, STORE_EVERYBODY, SV("last")) != STATUS_OK) {
        log_line(LOG_WARNING, "a finished save could not be removed");
    }
    strbuf_release(&key);
}

static void finish_level(PlayScene *play, App *app)
{
    Store *store = app_store(app);
    LevelScore first;
    uint32_t before = 0;
    unsigned deeds = level_session_deeds(play->session);
    DebriefContent *debrief = play->debrief;
    play->mode = PLAY_MODE_OVER;
    level_session_score(play->session, true, &first);
    level_session_score(play->session, false, &debrief->score);
    StoreResult result = { .level = play->level->id,
                           .best_stars = debrief->score.stars,
                           .first_points = first.points,
                           .last_points = debrief->score.points,
                           .maximum = debrief->score.maximum };
    Status status = store->ops->deeds(store, app->player.id, &before);
    if (status == STATUS_OK) {
        status = store->ops->finish_level(store, app->player.id, &result);
    }
    if (status == STATUS_OK) {
        status = store->ops->add_deeds(store, app->player.id, deeds);
    }
    if (status != STATUS_OK) {
        app_notice(app, "The stars could not be saved: %s.", status_text(status));
    }
    forget_save(play, app);
    debrief->level = play->level;
    debrief->new_deeds = deeds & ~before;
    Scene *scene = debrief_scene_create(app, debrief);
    if (scene) {
        play->debrief = NULL;
        scene_stack_replace(&app->scenes, scene);
    } else {
        scene_stack_pop(&app->scenes, 1);
    }
}

static void show_fault(App *app, StrView message)
{
    log_line(LOG_ERROR, "%.*s", SV_ARG(message));
    scene_stack_replace(&app->scenes, fault_scene_create(app, message));
}

/* --- going on --------------------------------------------------------------------- */

static void save(PlayScene *play, App *app)
{
    if (play->journal_is_stored) {
        return;
    }
    StrBuf text;
    strbuf_init(&text, app->parts.alloc);
    app_put(app, key_of(&text, "save.", play->level->id), strbuf_view(&play->journal));
    strbuf_clear(&text);
    strbuf_printf(&text, "%lld/%.*s", (long long)app->player.id, SV_ARG(play->level->id));
    Store *store = app_store(app);
    if (store->ops->put(store, STORE_EVERYBODY, SV("last"), strbuf_view(&text)) != STATUS_OK) {
        log_line(LOG_WARNING, "the last game could not be noted");
    }
    strbuf_release(&text);
    play->journal_is_stored = true;
}

/* Pulls events until one waits for the reader. */
static void go_on(PlayScene *play, App *app)
{
    SessionEvent event;
    for (;;) {
        strbuf_clear(&play->journal);
        level_session_write(play->session, &play->journal);
        play->journal_is_stored = false;
        if (!level_session_next(play->session, &event)) {
            return;
        }
        stage_set_instant(play->stage, event.replayed);
        play->shown_ms = app->now_ms;
        switch (event.kind) {
        case SESSION_COMMAND:
            take_command(play, app, &event);
            if (event.command.kind == COMMAND_WAIT && !event.replayed && !app->settings.reduced_motion) {
                play->mode = PLAY_MODE_WAIT;
                play->wait_until_ms = app->now_ms + (uint64_t)(event.command.number * 1000.0f);
                return;
            }
            break;
        case SESSION_LINE:
            if (take_line(play, &event) && !event.replayed) {
                return;
            }
            break;
        case SESSION_OPTIONS:
            take_options(play, &event);
            return;
        case SESSION_END:
            finish_level(play, app);
            return;
        case SESSION_FAULT:
            play->mode = PLAY_MODE_OVER;
            show_fault(app, event.message);
            return;
        }
    }
}

static void note_decision(PlayScene *play, App *app)
{
    size_t count = level_session_decision_count(play->session);
    for (size_t i = 0; i < count; i++) {
        SessionDecision decision = level_session_decision(play->session, i);
        if (!strview_equal(decision.id, play->decision)) {
            continue;
        }
        const ScoreTry *last = &decision.score.last;
        StoreDecision row = { .level = play->level->id,
                              .decision = decision.id,
                              .run = play->run,
                              .attempt = decision.score.tries,
                              .grade = (uint32_t)last->first,
                              .tells = last->told,
                              .recovers = last->recovered };
        Store *store = app_store(app);
        if (store->ops->add_decision(store, app->player.id, &row) != STATUS_OK) {
            app_notice(app, "The answer could not be saved. The game goes on.");
        }
    }
}

static void choose(PlayScene *play, App *app, size_t index)
{
    remember(play, TR(app->parts.catalogue, "history.you", "You"), play->options[index].text);
    if (level_session_choose(play->session, index) != STATUS_OK) {
        return;
    }
    if (play->options_role != OPTIONS_PLAIN) {
        note_decision(play, app);
    }
    go_on(play, app);
    if (play->mode == PLAY_MODE_REASON) {
        static const char *const sounds[] = { "safe", "chime", "risky" };
        app_sound(app, strview_from_cstr(sounds[play->grade]));
    }
}

static void rewind_choice(PlayScene *play, App *app)
{
    if (level_session_rewind(play->session) != STATUS_OK) {
        return;
    }
    app_sound(app, SV("page"));
    stage_clear(play->stage);
    debrief_content_reset(play->debrief);
    play->past_count = 0;
    arena_reset(&play->past_arena);
    go_on(play, app);
}

/* --- scene ------------------------------------------------------------------------ */

static void play_enter(Scene *scene, App *app)
{
    PlayScene *play = (PlayScene *)scene;
    stage_set_reduced_motion(play->stage, app->settings.reduced_motion);
    stage_update(play->stage, app->now_ms);
}

static void play_destroy(Scene *scene, App *app)
{
    PlayScene *play = (PlayScene *)scene;
    level_session_destroy(play->session);
    yarn_program_destroy(play->program);
    stage_destroy(play->stage);
    debrief_content_destroy(app, play->debrief);
    strbuf_release(&play->journal);
    arena_release(&play->line_arena);
    arena_release(&play->option_arena);
    arena_release(&play->past_arena);
    scene_free(app, play, sizeof *play);
}

static void play_activate(Scene *scene, App *app, uint32_t id)
{
    PlayScene *play = (PlayScene *)scene;
    if (play->mode == PLAY_MODE_OVER) {
        return;
    }
    if (id == PLAY_NEXT) {
        go_on(play, app);
    } else if (id == PLAY_WHY) {
        play->why_is_open = true;
        remember(play, play->why.speaker, play->why.text);
    } else if (id == PLAY_ANOTHER || id == PLAY_REWIND) {
        rewind_choice(play, app);
    } else if (id == PLAY_HISTORY) {
        scene_stack_push(&app->scenes, history_scene_create(app, play));
    } else if (id == WIDGET_MENU) {
        scene_stack_push(&app->scenes, pause_scene_create(app));
    } else if (id == WIDGET_NOTICE_OK) {
        strbuf_clear(&app->notice);
    } else if (id >= PLAY_OPTION && id - PLAY_OPTION < play->option_count && play->mode == PLAY_MODE_OPTIONS) {
        choose(play, app, id - PLAY_OPTION);
    }
}

static void play_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_push(&app->scenes, pause_scene_create(app));
}

static bool is_on_target(const Ui *ui, float x, float y)
{
    for (size_t i = 0; i < ui->target_count; i++) {
        if (rect_contains(ui->targets[i].rect, x, y)) {
            return true;
        }
    }
    return false;
}

/* A tap beside everything turns the page; some keys act whatever has the focus. */
static bool play_input(Scene *scene, App *app, const InputEvent *event)
{
    PlayScene *play = (PlayScene *)scene;
    bool is_free = event->kind == INPUT_POINT_UP && !app->ui.pressed && !is_on_target(&app->ui, event->x, event->y);
    if (play->mode == PLAY_MODE_WAIT && (is_free || event->kind == INPUT_CONFIRM)) {
        go_on(play, app);
        return true;
    }
    if (is_free && play->mode == PLAY_MODE_LINE) {
        app_sound(app, SV("page"));
        go_on(play, app);
        return true;
    }
    if (event->kind == INPUT_UNDO) {
        rewind_choice(play, app);
    } else if (event->kind == INPUT_HISTORY) {
        scene_stack_push(&app->scenes, history_scene_create(app, play));
    } else if (event->kind == INPUT_MENU) {
        scene_stack_push(&app->scenes, pause_scene_create(app));
    } else {
        return false;
    }
    return true;
}

static void play_update(Scene *scene, App *app, uint64_t now_ms)
{
    PlayScene *play = (PlayScene *)scene;
    if (play->mode == PLAY_MODE_OVER) {
        return;
    }
    stage_update(play->stage, now_ms);
    if (play->mode == PLAY_MODE_WAIT && now_ms >= play->wait_until_ms) {
        go_on(play, app);
        app_touch(app);
    }
}

/* Saved after the picture, so that a page turns at once. */
static void play_shown(Scene *scene, App *app)
{
    PlayScene *play = (PlayScene *)scene;
    if (play->mode != PLAY_MODE_OVER) {
        save(play, app);
    }
}

static int play_deadline_ms(const Scene *scene, const App *app)
{
    const PlayScene *play = (const PlayScene *)scene;
    int stage = stage_deadline_ms(play->stage);
    int own = -1;
    if (play->mode == PLAY_MODE_WAIT) {
        own = play->wait_until_ms > app->now_ms ? (int)(play->wait_until_ms - app->now_ms) : 0;
    } else if (app->now_ms < play->shown_ms + ENTRANCE_MS && !app->settings.reduced_motion) {
        own = 0; /* cards are still coming in */
    }
    return stage < 0 || (own >= 0 && own < stage) ? own : stage;
}

static size_t count_decisions(const YarnProgram *program)
{
    size_t total = 0;
    for (size_t i = 0; i < yarn_program_command_count(program); i++) {
        total += strview_starts_with(yarn_program_command(program, i).text, SV("decision "));
    }
    return total;
}

/* Which playthrough of the level this is: one more than those finished. */
static unsigned find_run(App *app, const LevelEntry *level)
{
    Arena arena;
    arena_init(&arena, app->parts.alloc, 512);
    StoreResult *results;
    size_t count = 0;
    unsigned run = 1;
    Store *store = app_store(app);
    if (store->ops->results(store, app->player.id, &arena, &results, &count) == STATUS_OK) {
        for (size_t i = 0; i < count; i++) {
            if (strview_equal(results[i].level, level->id)) {
                run = results[i].runs + 1;
            }
        }
    }
    arena_release(&arena);
    return run;
}

typedef struct Messages {
    StrBuf text;
    unsigned count;
} Messages;

/* The first few mistakes of a broken level, for the grown-up. */
static void collect_diag(void *user, const Diag *diag)
{
    Messages *messages = user;
    if (diag->level == DIAG_ERROR && messages->count++ < 4) {
        diag_format(&messages->text, diag);
    }
}

static Status open_session(PlayScene *play, App *app)
{
    Arena arena;
    arena_init(&arena, app->parts.alloc, 1024);
    SessionOptions options = { .alloc = app->parts.alloc,
                               .program = play->program,
                               .level = play->level,
                               .catalogue = app->parts.catalogue,
                               .nickname = app_nickname(app, &arena),
                               .band = app->player.band,
                               .seed = (uint64_t)app->player.id * 1000003u + play->run };
    Status status = level_session_create(&options, &play->session);
    StrBuf key;
    strbuf_init(&key, app->parts.alloc);
    StrView journal = app_get(app, &arena, key_of(&key, "save.", play->level->id));
    if (status == STATUS_OK && journal.len && level_session_restore(play->session, journal) != STATUS_OK) {
        app_notice(app, "The saved place in this story could not be read. The story begins again.");
        level_session_destroy(play->session);
        status = level_session_create(&options, &play->session);
    }
    strbuf_release(&key);
    arena_release(&arena);
    return status;
}

static Status open_level(PlayScene *play, App *app, Messages *messages)
{
    DiagSink sink = { collect_diag, messages, 0, 0 };
    Status status = level_open(app->parts.alloc, app->parts.pack, play->level, &sink, &play->program);
    if (status == STATUS_OK) {
        status = stage_create(app->parts.alloc, app->parts.art, &play->stage);
    }
    if (status == STATUS_OK) {
        play->debrief = debrief_content_create(app);
        status = play->debrief ? open_session(play, app) : STATUS_NOMEM;
    }
    if (status != STATUS_OK && messages->count == 0) {
        strbuf_printf(&messages->text, "The level '%.*s' cannot be played: %s.", SV_ARG(play->level->id), status_text(status));
    }
    return status;
}

Scene *play_scene_create(App *app, const LevelEntry *level)
{
    static const SceneOps ops = {
        .name = "play",
        .opaque = true,
        .enter = play_enter,
        .destroy = play_destroy,
        .input = play_input,
        .activate = play_activate,
        .back = play_back,
        .update = play_update,
        .draw = play_draw,
        .shown = play_shown,
        .deadline_ms = play_deadline_ms,
    };
    PlayScene *play = scene_new(app, sizeof *play);
    if (!play) {
        return NULL;
    }
    play->base.ops = &ops;
    play->level = level;
    arena_init(&play->line_arena, app->parts.alloc, 1024);
    arena_init(&play->option_arena, app->parts.alloc, 1024);
    arena_init(&play->past_arena, app->parts.alloc, 8192);
    strbuf_init(&play->journal, app->parts.alloc);
    play->run = find_run(app, level);
    Messages messages = { .count = 0 };
    strbuf_init(&messages.text, app->parts.alloc);
    Scene *scene = &play->base;
    if (open_level(play, app, &messages) == STATUS_OK) {
        play->decision_total = count_decisions(play->program);
        stage_update(play->stage, app->now_ms);
        stage_set_reduced_motion(play->stage, app->settings.reduced_motion);
        go_on(play, app);
    } else {
        log_line(LOG_ERROR, "%s", messages.text.data);
        scene = fault_scene_create(app, strbuf_view(&messages.text));
        play_destroy(&play->base, app);
    }
    strbuf_release(&messages.text);
    return scene;
}
