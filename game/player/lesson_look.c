#include "lesson_internal.h"

#include "play_internal.h"

/* What would have happened with another answer. The main line stands in a journal meanwhile, so that nothing of the look stays. */

static void replay_from(PlayScene *play, App *app)
{
    stage_clear(play->stage);
    debrief_content_reset(play->debrief);
    play->past_count = 0;
    arena_reset(&play->past_arena);
    play->caption_until_ms = 0;
    play_go_on(play, app);
    if (play->mode != PLAY_MODE_OVER) {
        play_meter_settle(play);
    }
}

void lesson_look_end(PlayScene *play, App *app)
{
    LessonPlay *lesson = play->lesson;
    activity_close(play, app);
    if (level_session_restore(play->session, strbuf_view(&lesson->main_line)) != STATUS_OK) {
        app_notice(app, "The place in the story could not be found again; the story goes on from here.");
    }
    lesson->is_what_if = lesson->is_choosing = false;
    app_sound(app, SV("page"));
    replay_from(play, app);
}

void lesson_look_begin(PlayScene *play, App *app, size_t option)
{
    LessonPlay *lesson = play->lesson;
    if (!lesson->is_what_if) { /* else the last answer is that of the look before */
        strbuf_clear(&lesson->main_line);
        strbuf_append(&lesson->main_line, strbuf_view(&play->journal));
    }
    if (lesson->main_line.failed || level_session_rewind(play->session) != STATUS_OK) {
        return;
    }
    lesson->is_what_if = true;
    lesson->is_choosing = false;
    if (lesson->has_decision) {
        lesson->decision.looked_at = 1u << option;
        lesson_play_record(play);
    }
    replay_from(play, app);
    if (play->mode == PLAY_MODE_OPTIONS && option < play->option_count) {
        play_choose(play, app, option);
    }
    if (play->mode == PLAY_MODE_OPTIONS || play->mode == PLAY_MODE_ACTIVITY || play->mode == PLAY_MODE_OVER) {
        lesson_look_end(play, app); /* a script without a reason behind this answer */
    }
}

bool lesson_look_is_there(const PlayScene *play)
{
    size_t others = 0;
    for (size_t i = 0; i < play->option_count; i++) {
        others += i != play->lesson->taken && play->options[i].enabled;
    }
    return play->lesson->has_decision && !play->was_played && others > 0;
}

/* The answers again, to look at one that was not taken. */
void lesson_look_choose(PlayScene *play, App *app)
{
    LessonPlay *lesson = play->lesson;
    lesson->is_choosing = true;
    lesson->look = (LessonAsk){ .phase = LESSON_LOOK, .key = SV("look"), .question = TR(app->parts.catalogue, "lesson.what_if", "What would happen if…"),
                                .option_count = play->option_count, .picked = lesson->taken };
    lesson_vote_init(&lesson->look.vote, play->option_count);
    for (size_t i = 0; i < play->option_count; i++) {
        bool is_other = i != lesson->taken && play->options[i].enabled;
        lesson->look.options[i] = (LessonAskOption){ play->options[i].id, play->options[i].text, is_other };
    }
    app_sound(app, SV("page"));
}
