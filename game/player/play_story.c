#include "lesson_internal.h"
#include "play_internal.h"
#include "tools_internal.h"

#include "sango/base/log.h"
#include "sango/level/command.h"

/* What the session's events do: to the stage, to what stands on screen, to the debrief. */
static void keep_line(const App *app, Arena *arena, const SessionLine *from, PlayLine *to)
{
    *to = (PlayLine){ .id = arena_copy(arena, from->id),
                      .speaker = arena_copy(arena, from->speaker),
                      .text = arena_copy(arena, from->text) };
    if (from->info) {
        pictures_take(app, arena, from->info, &to->pictures);
    }
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

void play_remember(PlayScene *play, StrView speaker, StrView text)
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

/* `voice_ms`: how long the recording takes; 0: there is none, and the mouth moves about as long as the line is read. */
static void let_speak(PlayScene *play, const SessionLine *line, uint32_t voice_ms)
{
    play->voice_ms = voice_ms;
    char name[32];
    stage_speaker(play->stage, level_actor_of(line->speaker, name, sizeof name), line->text, voice_ms);
}

static void take_command(PlayScene *play, App *app, const SessionEvent *event)
{
    const Command *command = &event->command;
    const StrView *args = command->args;
    play_check_command(app, command);
    switch (command->kind) {
    case COMMAND_PLACE:
        stage_place(play->stage, args[0], args[1], args[2]);
        debrief_content_add_place(play->debrief, args[0], args[1]);
        play_read_next_place(play, app, command);
        break;
    case COMMAND_ENTER:
        stage_enter(play->stage, args[0], args[1], args[2], args[3]);
        break;
    case COMMAND_POSE:
        stage_pose(play->stage, args[0], args[1]);
        break;
    case COMMAND_MOVE:
        stage_move(play->stage, args[0], args[1], command->arg_count > 2 ? command->number : -1, args[3]);
        break;
    case COMMAND_LEAVE:
        stage_leave(play->stage, args[0]);
        break;
    case COMMAND_SOUND:
        if (!event->replayed) {
            play_sound(play, app, args[0]);
        }
        break;
    case COMMAND_MUSIC:
        app_music(app, strview_equal(args[0], SV("off")) ? SV("") : args[0]);
        break;
    case COMMAND_PHONE:
        stage_phone(play->stage, args[0], args[1]);
        break;
    case COMMAND_TOOL:
        stage_show_tool(play->stage, args[0]);
        if (!event->replayed && !play->lesson) {
            tools_meet(app, args[0], play->level->key);
        }
        if (!event->replayed) {
            play_sound(play, app, args[0]); /* each has its own */
        }
        break;
    case COMMAND_CONFETTI:
        if (app_theme(app)->confetti > 0) {
            stage_confetti(play->stage);
        }
        if (!event->replayed) {
            play_sound(play, app, SV("confetti"));
        }
        break;
    case COMMAND_SHAKE:
        stage_shake(play->stage, args[0]);
        break;
    case COMMAND_CAMERA:
        stage_camera(play->stage, args[0], command->number2, command->arg_count > 2 ? command->number : -1);
        break;
    case COMMAND_ACT:
        stage_act(play->stage, args[0], args[1]);
        break;
    case COMMAND_PARTICLES:
        stage_particles(play->stage, args[0]);
        break;
    case COMMAND_DECISION:
    case COMMAND_ACTIVITY:
    case COMMAND_RECOVERY:
    case COMMAND_TELLING:
        play->was_played = command->kind == COMMAND_ACTIVITY;
        play->asks = true;
        break;
    case COMMAND_WAIT: /* timed by the caller */
    case COMMAND_DEED: /* the session keeps the score */
    case COMMAND_MEASURE:
    case COMMAND_COUNT:
        break;
    }
}

static void take_debrief_line(PlayScene *play, const App *app, const SessionEvent *event)
{
    DebriefContent *debrief = play->debrief;
    StrView text = arena_copy(&debrief->texts, event->line.text);
    switch (event->role) {
    case LINE_MOMENT:
        play_check_face(app, event->line.info->place, event->moment_actor, event->moment_expression);
        if (debrief->moment_count < DEBRIEF_MOMENTS) {
            debrief->moments[debrief->moment_count++] =
                (DebriefMoment){ .actor = arena_copy(&debrief->texts, event->moment_actor),
                                 .expression = arena_copy(&debrief->texts, event->moment_expression),
                                 .text = text };
            pictures_take(app, &debrief->texts, event->line.info, &debrief->moments[debrief->moment_count - 1].pictures);
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
static bool take_line(PlayScene *play, App *app, const SessionEvent *event)
{
    if (event->role >= LINE_MOMENT) {
        take_debrief_line(play, app, event);
        return false;
    }
    play_remember(play, event->line.speaker, event->line.text);
    if (event->role == LINE_REASON) {
        play->voice_ms = app_voice(app, event->replayed ? SV("") : event->line.id);
        Arena *arena = &play->line_arena;
        keep_line(app, arena, &event->line, &play->reason);
        keep_line(app, arena, &event->why, &play->why);
        play->grade = event->grade;
        play->why_is_open = false;
        play->mode = PLAY_MODE_REASON;
        stage_speaker(play->stage, SV(""), SV(""), 0);
        return true;
    }
    arena_reset(&play->line_arena);
    keep_line(app, &play->line_arena, &event->line, &play->line);
    play->is_bubble = event->role == LINE_BUBBLE;
    if (!play->is_bubble) {
        StrView actor = level_actor_of(event->line.speaker, play->asker, sizeof play->asker);
        play->asker_len = actor.len;
    }
    if (play->is_bubble) {
        const YarnLineInfo *info = event->line.info;
        stage_phone_line(play->stage, &(PhoneLine){ .id = event->line.id,
                                                    .from = event->line.speaker,
                                                    .text = event->line.text,
                                                    .tags = info->tags,
                                                    .tag_count = info->tag_count });
    }
    let_speak(play, &event->line, event->replayed ? 0 : app_voice(app, event->line.id));
    play->mode = PLAY_MODE_LINE;
    return !play->is_bubble || !yarn_line_has_tag(event->line.info, SV("along"));
}

/* In a pack with pictures the line behind <<decision>> and its like stands with its cards at once: it is a question mark. */
static bool is_asking(PlayScene *play, const SessionEvent *event)
{
    bool asks = play->has_pictures && play->asks && event->role == LINE_SPEECH;
    play->asks = false;
    return asks;
}

static void take_options(PlayScene *play, App *app, const SessionEvent *event)
{
    arena_reset(&play->option_arena);
    play->option_count = 0;
    for (size_t i = 0; i < event->option_count; i++) {
        const SessionOption *option = &event->options[i];
        if (!play->has_pictures) { /* else pictures_take() tells it */
            play_check_icon(app, option->line.info->place, option->icon);
        }
        play->options[play->option_count++] = (PlayOption){
            .id = arena_copy(&play->option_arena, option->line.id),
            .text = arena_copy(&play->option_arena, option->line.text),
            .icon = arena_copy(&play->option_arena, option->icon),
            .enabled = option->enabled,
            .grade = option->grade,
            .was_taken = option->was_taken,
            .tells = option->tells,
            .recovers = option->recovers,
        };
        if (play->has_pictures) {
            pictures_take(app, &play->option_arena, option->line.info, &play->options[i].pictures);
        }
    }
    play->options_role = event->options_role;
    play->decision = arena_copy(&play->option_arena, event->decision);
    if (event->options_role == OPTIONS_ACTIVITY) {
        play->mode = PLAY_MODE_ACTIVITY;
        activity_open(play, app, event->activity);
    } else {
        play->mode = PLAY_MODE_OPTIONS;
        play_pair_ask(play);
        stage_make_room(play->stage, true);
    }
    if (play->lesson) {
        lesson_play_ask(play, app);
    }
}

static void show_fault(App *app, StrView message)
{
    log_line(LOG_ERROR, "%.*s", SV_ARG(message));
    scene_stack_replace(&app->scenes, fault_scene_create(app, message));
}

/* Pulls events until one waits for the reader. */
void play_go_on(PlayScene *play, App *app)
{
    SessionEvent event;
    stage_make_room(play->stage, false);
    (void)app_voice(app, SV(""));
    for (;;) {
        strbuf_clear(&play->journal);
        level_session_write(play->session, &play->journal);
        play->journal_is_stored = false;
        if (!level_session_next(play->session, &event)) {
            return;
        }
        bool is_quick = event.replayed || (play->lesson && play->lesson->is_skipping);
        stage_set_instant(play->stage, is_quick);
        play->shown_ms = play->page_ms = app->now_ms;
        switch (event.kind) {
        case SESSION_COMMAND:
            take_command(play, app, &event);
            if (event.command.kind == COMMAND_WAIT && !is_quick && !app->settings.reduced_motion) {
                play->mode = PLAY_MODE_WAIT;
                play->wait_until_ms = app->now_ms + (uint64_t)(event.command.number * 1000.0f);
                return;
            }
            break;
        case SESSION_LINE:
            if (take_line(play, app, &event) && !event.replayed && !is_asking(play, &event) &&
                !(play->lesson && lesson_play_passes(play, &event))) {
                return;
            }
            break;
        case SESSION_OPTIONS:
            take_options(play, app, &event);
            return;
        case SESSION_END:
            play_finish(play, app);
            return;
        case SESSION_FAULT:
            play->mode = PLAY_MODE_OVER;
            show_fault(app, event.message);
            return;
        }
    }
}

void play_choose(PlayScene *play, App *app, size_t index)
{
    play_remember(play, TR(app->parts.catalogue, "history.you", "You"), play->options[index].text);
    if (level_session_choose(play->session, index) != STATUS_OK) {
        return;
    }
    if (play->lesson) {
        lesson_play_note(play, index);
    } else {
        tools_choose(app, play->options[index].icon);
    }
    if (play->options_role != OPTIONS_PLAIN && !play->lesson) {
        play_note_decision(play, app);
        app_note(app, &(AppNote){ .kind = APP_NOTE_ANSWERED,
                                  .level = play->level->key,
                                  .decision = play->decision,
                                  .option = (uint32_t)index,
                                  .grade = play->options[index].grade,
                                  .question = play->options_role == OPTIONS_TELLING    ? APP_NOTE_TELLING
                                              : play->options_role == OPTIONS_RECOVERY ? APP_NOTE_RECOVERY
                                                                                       : APP_NOTE_DECISION });
    }
    play_go_on(play, app);
    if (play->mode == PLAY_MODE_REASON) {
        static const char *const sounds[] = { "safe", "chime", "risky" };
        static const char *const played[] = { "safe", "chime", "chime" }; /* by then all is right */
        play_sound(play, app, strview_from_cstr((play->was_played ? played : sounds)[play->grade]));
    }
}

void play_rewind(PlayScene *play, App *app)
{
    if (level_session_rewind(play->session) != STATUS_OK) {
        return;
    }
    activity_close(play, app);
    play_sound(play, app, SV("page"));
    play->caption_until_ms = 0;
    stage_clear(play->stage);
    debrief_content_reset(play->debrief);
    play->past_count = 0;
    arena_reset(&play->past_arena);
    play_go_on(play, app);
    if (play->mode != PLAY_MODE_OVER) {
        play_meter_settle(play);
    }
}
