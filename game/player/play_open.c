#include "lesson_internal.h"
#include "play_internal.h"

/* How a level begins: its program, its session, its stage, or what is wrong with them. */

/* Which playthrough of the level this is: one more than those finished. */
static unsigned find_run(App *app, const LevelEntry *level)
{
    Arena arena;
    arena_init(&arena, app->parts.alloc, 512);
    StoreResult *results;
    size_t count;
    unsigned run = 1;
    app_results(app, &arena, &results, &count);
    for (size_t i = 0; i < count; i++) {
        if (strview_equal(results[i].level, level->key)) {
            run = results[i].runs + 1;
        }
    }
    arena_release(&arena);
    return run;
}

/* An activity is one, too. */
static size_t count_decisions(const YarnProgram *program)
{
    size_t total = 0;
    for (size_t i = 0; i < yarn_program_command_count(program); i++) {
        StrView command = yarn_program_command(program, i).text;
        total += strview_starts_with(command, SV("decision ")) || strview_starts_with(command, SV("activity "));
    }
    return total;
}

typedef struct Mistakes {
    StrBuf *text;
    unsigned count;
} Mistakes;

/* The first few mistakes of a broken level, for the grown-up. */
static void collect_diag(void *user, const Diag *diag)
{
    Mistakes *mistakes = user;
    if (diag->level == DIAG_ERROR && mistakes->count++ < 4) {
        diag_format(mistakes->text, diag);
    }
}

static Status open_session(PlayScene *play, App *app)
{
    Arena arena;
    arena_init(&arena, app->parts.alloc, 1024);
    const LessonPlay *lesson = play->lesson;
    SessionOptions options = { .alloc = app->parts.alloc,
                               .program = play->program,
                               .level = play->level,
                               .catalogue = app->parts.catalogue,
                               .nickname = lesson ? TR(app->parts.catalogue, "lesson.team", "Team Sango") : app_nickname(app, &arena),
                               .band = lesson ? lesson->run->lesson.band : app->player.band,
                               .seed = (uint64_t)app->player.id * 1000003u + play->run };
    Status status = level_session_create(&options, &play->session);
    StrBuf key;
    strbuf_init(&key, app->parts.alloc);
    StrView journal = lesson ? lesson->run->story->journal : app_get(app, &arena, play_key(&key, "save.", play->level->key));
    if (status == STATUS_OK && journal.len && level_session_restore(play->session, journal) != STATUS_OK) {
        app_notice(app, "%s: the saved place in the story '%.*s' could not be read. The story begins again.",
                   app_store(app)->file, SV_ARG(play->level->id));
        level_session_destroy(play->session);
        status = level_session_create(&options, &play->session);
    }
    strbuf_release(&key);
    arena_release(&arena);
    return status;
}

Status play_open(PlayScene *play, App *app, StrBuf *text)
{
    Mistakes mistakes = { text, 0 };
    DiagSink sink = { collect_diag, &mistakes, 0, 0 };
    play->run = play->lesson ? 1 : find_run(app, play->level);
    play->has_pictures = app->parts.pack->has_pictures;
    Status status = level_open(app->parts.alloc, app->parts.pack, play->level, &sink, &play->program);
    if (status == STATUS_OK && play->lesson) {
        lesson_notes_read(play->program, play->level, app->parts.catalogue, &play->lesson->run->texts, &play->lesson->run->notes);
    }
    if (status == STATUS_OK) {
        play->decision_total = count_decisions(play->program);
        play_read_ahead(play, app);
        status = stage_create(app->parts.alloc, app->parts.art, &play->stage);
    }
    if (status == STATUS_OK) {
        play->debrief = debrief_content_create(app);
        status = play->debrief ? open_session(play, app) : STATUS_NOMEM;
    }
    if (status != STATUS_OK && mistakes.count == 0) {
        strbuf_printf(text, "The level '%.*s' cannot be played: %s.", SV_ARG(play->level->id), status_text(status));
    }
    return status;
}
