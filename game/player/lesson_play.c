#include "lesson_internal.h"

#include "play_internal.h"
#include "sango/level/command.h"
#include "sango/level/words.h"
#include "sango/player/widgets.h"

/* A story that a class plays: the playing screen stops at each question until the class has voted, and lets it see what another
 * answer would have led to (lesson_look.c). */
enum { RECAP_LINES = 3 };

void lesson_play_destroy(App *app, LessonPlay *lesson)
{
    if (lesson) {
        lesson->run->play = NULL;
        lesson->run->is_asking = false;
        strbuf_release(&lesson->main_line);
        strbuf_release(&lesson->recap);
        scene_free(app, lesson, sizeof *lesson);
    }
}

/* --- what was decided -------------------------------------------------------------------------------------- */

void lesson_play_note(PlayScene *play, size_t index)
{
    LessonPlay *lesson = play->lesson;
    bool is_skipped = lesson->run->wish == LESSON_WISH_SKIP_QUESTION;
    lesson->is_skipping = lesson->has_summary = false;
    strbuf_clear(&lesson->recap);
    if (lesson->is_what_if) {
        lesson->run->is_asking = false;
        return;
    }
    lesson->has_decision = play->options_role != OPTIONS_PLAIN && !is_skipped;
    if (lesson->has_decision) {
        lesson_record_fill(play, &lesson->decision);
        lesson->decision.picked = index;
        lesson->taken = index;
        lesson_play_record(play);
    }
    lesson->run->is_asking = false;
}

/* --- questions ----------------------------------------------------------------------------------------------- */

static StrView prompt_of(OptionsRole role, const Catalogue *texts)
{
    if (role == OPTIONS_RECOVERY) {
        return TR(texts, "lesson.prompt_back", "Talk together. What helps now?");
    }
    return role == OPTIONS_TELLING ? TR(texts, "lesson.prompt_tell", "Talk together. Who could help?")
                                   : TR(texts, "lesson.prompt", "Talk with your neighbour. Why?");
}

void lesson_play_ask(PlayScene *play, App *app)
{
    LessonPlay *lesson = play->lesson;
    LessonRun *run = lesson->run;
    run->is_asking = play->options_role != OPTIONS_PLAIN && play->options_role != OPTIONS_ACTIVITY && !lesson->is_what_if;
    lesson->is_choosing = false;
    if (!run->is_asking) {
        return;
    }
    run->ask = (LessonAsk){ .key = play->decision,
                            .question = play->line.text,
                            .question_id = play->line.id,
                            .prompt = prompt_of(play->options_role, app->parts.catalogue),
                            .recap = lesson->is_skipping ? strbuf_view(&lesson->recap) : SV(""),
                            .option_count = play->option_count };
    for (size_t i = 0; i < play->option_count; i++) {
        run->ask.options[i] = (LessonAskOption){ play->options[i].id, play->options[i].text, play->options[i].enabled };
    }
    lesson_ask_begin(&run->ask, LESSON_ASK_STORY);
}

/* Where the n-th line of a text begins; its length when it has fewer. */
static size_t line_start(StrView text, size_t line)
{
    size_t at = 0;
    for (; at < text.len && line > 0; at++) {
        line -= text.data[at] == '\n';
    }
    return at;
}

/* Keeps the last lines of what passes unseen, and the summary above them. */
static void recap_line(LessonPlay *lesson, const SessionLine *line)
{
    StrBuf *recap = &lesson->recap;
    StrView text = strbuf_view(recap);
    size_t first = lesson->has_summary ? 1 : 0;
    if (line_start(text, first + RECAP_LINES - 1) < text.len) { /* all lines are there: the oldest goes */
        size_t from = line_start(text, first), to = line_start(text, first + 1);
        StrBuf rest;
        strbuf_init(&rest, alloc_heap());
        strbuf_append(&rest, strview_slice(text, 0, from));
        strbuf_append(&rest, strview_slice(text, to, text.len - to));
        strbuf_clear(recap);
        strbuf_append(recap, strbuf_view(&rest));
        strbuf_release(&rest);
    }
    strbuf_append(recap, recap->len ? SV("\n") : SV(""));
    if (line->speaker.len && !strview_equal(line->speaker, SV("Narrator"))) {
        strbuf_append(recap, line->speaker);
        strbuf_append(recap, SV(": "));
    }
    strbuf_append(recap, line->text);
}

bool lesson_play_passes(PlayScene *play, const SessionEvent *event)
{
    LessonPlay *lesson = play->lesson;
    lesson->page_from = lesson->page_len = 0;
    if (!lesson->is_skipping || event->role == LINE_REASON) {
        return false;
    }
    if (event->role <= LINE_BUBBLE && !yarn_line_has_tag(event->line.info, SV("lastline"))) {
        recap_line(lesson, &event->line);
    }
    return true;
}

/* --- input ----------------------------------------------------------------------------------------------------------- */

/* The rest of a line that is too long for one page comes first. */
static bool turn_page(PlayScene *play)
{
    LessonPlay *lesson = play->lesson;
    if (play->mode != PLAY_MODE_LINE || lesson->page_from + lesson->page_len >= play->line.text.len || lesson->page_len == 0) {
        return false;
    }
    lesson->page_from += lesson->page_len;
    return true;
}

static void go_on(PlayScene *play, App *app)
{
    LessonPlay *lesson = play->lesson;
    if (lesson->is_choosing) {
        lesson->is_choosing = false;
        return;
    }
    if (turn_page(play)) {
        return;
    }
    if (lesson->is_what_if && play->mode == PLAY_MODE_REASON) {
        lesson_look_end(play, app);
        return;
    }
    if (play->mode == PLAY_MODE_REASON) {
        lesson->is_skipping = lesson_run_is_short(lesson->run);
        strbuf_clear(&lesson->recap);
    }
    play_go_on(play, app);
    if (lesson->is_what_if && (play->mode == PLAY_MODE_OPTIONS || play->mode == PLAY_MODE_ACTIVITY)) {
        lesson_look_end(play, app);
    }
}

static void answer(PlayScene *play, App *app, size_t option)
{
    play_choose(play, app, option);
}

/* True when it is the lesson's own. */
bool lesson_play_activate(PlayScene *play, App *app, uint32_t id)
{
    LessonPlay *lesson = play->lesson;
    LessonRun *run = lesson->run;
    if (id == LESSON_NOTES) {
        (void)lesson_run_input(run, app, &(InputEvent){ .kind = INPUT_NOTES });
    } else if (id == WIDGET_MENU) {
        scene_stack_push(&app->scenes, lesson_menu_scene_create(app, run));
    } else if (lesson->is_choosing && id >= LESSON_CARD && id < LESSON_CARD + play->option_count) {
        lesson_look_begin(play, app, id - LESSON_CARD);
    } else if (run->is_asking && play->mode == PLAY_MODE_OPTIONS && id >= LESSON_GO && id < LESSON_MORE + LESSON_OPTIONS_MAX) {
        if (lesson_ask_activate(&run->ask, app, id)) {
            answer(play, app, run->ask.picked);
        }
    } else if (id == LESSON_WHAT_IF && play->mode == PLAY_MODE_REASON && lesson_look_is_there(play)) {
        lesson_look_choose(play, app);
    } else if (lesson->is_choosing && id == LESSON_SIDE) {
        lesson->is_choosing = false;
    } else if (id == PLAY_NEXT) {
        go_on(play, app);
    } else if (id == PLAY_REWIND && (lesson->is_what_if || lesson->is_choosing)) {
        lesson_look_end(play, app);
    } else {
        return false;
    }
    return true;
}

/* A presenter's remote goes on with whatever leads on. */
static bool go_forward(PlayScene *play, App *app)
{
    bool leads_on = play->mode == PLAY_MODE_LINE || play->mode == PLAY_MODE_WAIT || play->mode == PLAY_MODE_REASON;
    if (play->lesson->is_choosing) {
        uint32_t at = app->ui.focus;
        return at >= LESSON_CARD && at < LESSON_CARD + play->option_count && lesson_play_activate(play, app, at);
    }
    if (leads_on) {
        go_on(play, app);
    }
    return leads_on;
}

static bool go_backward(PlayScene *play, App *app)
{
    LessonPlay *lesson = play->lesson;
    if (lesson->is_choosing) {
        lesson_ask_step_card(&lesson->look, app);
    } else if (lesson->is_what_if) {
        lesson_look_end(play, app);
    } else if (play->mode == PLAY_MODE_REASON && lesson_look_is_there(play)) {
        lesson_look_choose(play, app);
    } else {
        play_rewind(play, app);
    }
    return true;
}

bool lesson_play_input(PlayScene *play, App *app, const InputEvent *event)
{
    LessonRun *run = play->lesson->run;
    bool is_done = false;
    if (lesson_run_input(run, app, event)) {
        return true;
    }
    if (run->is_asking && play->mode == PLAY_MODE_OPTIONS && lesson_ask_input(&run->ask, app, event, &is_done)) {
        if (is_done) {
            answer(play, app, run->ask.picked);
        }
        return true;
    }
    if (event->kind == INPUT_FORWARD) {
        return go_forward(play, app);
    }
    if (event->kind == INPUT_BACKWARD || (event->kind == INPUT_UNDO && (play->lesson->is_what_if || play->lesson->is_choosing))) {
        return go_backward(play, app);
    }
    return false;
}

/* --- wishes of the pause, and the end ------------------------------------------------------------------------------------- */

/* The story takes a safe answer and goes on; it is in no record. */
static void skip_question(PlayScene *play, App *app)
{
    size_t safe = 0;
    for (size_t i = play->option_count; i-- > 0;) {
        safe = play->options[i].grade == GRADE_SAFE && play->options[i].enabled ? i : safe;
    }
    play_choose(play, app, safe);
    play->lesson->run->wish = LESSON_WISH_NONE;
}

void lesson_play_enter(PlayScene *play, App *app)
{
    LessonRun *run = play->lesson->run;
    if (run->wish == LESSON_WISH_SKIP_QUESTION) {
        if (run->is_asking) {
            skip_question(play, app);
        }
        run->wish = LESSON_WISH_NONE;
    } else if (run->wish != LESSON_WISH_NONE) {
        if (play->lesson->is_what_if) {
            lesson_look_end(play, app);
        }
        lesson_record_points(play->lesson->run->story);
        play->mode = PLAY_MODE_OVER;
        scene_stack_pop(&app->scenes, 1);
    }
}

void lesson_play_save(PlayScene *play, App *app)
{
    LessonPlay *lesson = play->lesson;
    if (play->journal_is_stored || lesson->is_what_if || play->mode == PLAY_MODE_OVER) {
        return;
    }
    lesson_record_points(play->lesson->run->story);
    if (lesson_set_journal(&lesson->run->lesson, lesson->run->story, strbuf_view(&play->journal)) == STATUS_OK) {
        lesson_run_keep(lesson->run, app);
    }
    play->journal_is_stored = true;
}

void lesson_play_finish(PlayScene *play, App *app)
{
    LessonRun *run = play->lesson->run;
    DebriefContent *debrief = play->debrief;
    play->mode = PLAY_MODE_OVER;
    lesson_record_points(play->lesson->run->story);
    level_session_score(play->session, false, &debrief->score);
    for (unsigned i = 0; i < POWER_COUNT; i++) { /* the class's, without what was passed over */
        debrief->score.power_points[i] = run->story->points[i];
        debrief->score.power_maximum[i] = run->story->maximum[i];
        debrief->badges.powers[i] = (uint8_t)score_rank(run->story->points[i], run->story->maximum[i]);
    }
    debrief->level = play->level;
    debrief->lesson = run;
    run->story->is_finished = true;
    (void)lesson_set_journal(&run->lesson, run->story, SV(""));
    debrief_content_destroy(app, run->debrief);
    run->debrief = debrief;
    play->debrief = NULL;
    lesson_run_keep(run, app);
    scene_stack_pop(&app->scenes, 1);
}

int lesson_play_deadline_ms(const PlayScene *play, const App *app)
{
    return play->lesson->run->is_asking ? lesson_ask_deadline_ms(&play->lesson->run->ask, app) : -1;
}

Scene *lesson_play_create(App *app, LessonRun *run)
{
    PlayScene *play = play_make(app, run->level);
    LessonPlay *lesson = play ? scene_new(app, sizeof *lesson) : NULL;
    if (!lesson) {
        if (play) {
            play->base.ops->destroy(&play->base, app);
        }
        return NULL;
    }
    strbuf_init(&lesson->main_line, app->parts.alloc);
    strbuf_init(&lesson->recap, app->parts.alloc);
    lesson->run = run;
    lesson->is_skipping = lesson_run_is_short(run) && run->story->journal.len == 0;
    play->lesson = lesson;
    run->play = play;
    if (lesson->is_skipping) {
        strbuf_append(&lesson->recap, level_entry_summary(app->parts.catalogue, run->level));
        lesson->has_summary = true;
    }
    return play_open_scene(play, app);
}
