#include "badges_internal.h"
#include "lesson_internal.h"
#include "measure_internal.h"
#include "play_internal.h"
#include "promises_internal.h"

/* What is kept of a level: the place in it after each line, answers, results. */

StrView play_key(StrBuf *key, const char *prefix, StrView level)
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
    Status status = store->ops->remove(store, app->player.id, play_key(&key, "save.", play->level->key));
    if (status == STATUS_OK) {
        status = store->ops->remove(store, STORE_EVERYBODY, SV("last"));
    }
    if (status != STATUS_OK) {
        app_store_notice(app, status, "the place in a finished story could not be removed");
    }
    strbuf_release(&key);
}

void play_save(PlayScene *play, App *app)
{
    if (play->lesson) {
        lesson_play_save(play, app);
        return;
    }
    if (play->journal_is_stored || play->is_measure) {
        return;
    }
    StrBuf text;
    strbuf_init(&text, app->parts.alloc);
    app_put(app, play_key(&text, "save.", play->level->key), strbuf_view(&play->journal));
    strbuf_clear(&text);
    strbuf_printf(&text, "%lld/%.*s", (long long)app->player.id, SV_ARG(play->level->key));
    Store *store = app_store(app);
    Status status = store->ops->put(store, STORE_EVERYBODY, SV("last"), strbuf_view(&text));
    if (status != STATUS_OK) {
        app_store_notice(app, status, "progress could not be saved");
    }
    strbuf_release(&text);
    play->journal_is_stored = true;
}

void play_note_decision(PlayScene *play, App *app)
{
    size_t count = level_session_decision_count(play->session);
    for (size_t i = 0; i < count; i++) {
        SessionDecision decision = level_session_decision(play->session, i);
        if (!strview_equal(decision.id, play->decision)) {
            continue;
        }
        const ScoreTry *last = &decision.score.last;
        StoreDecision row = { .level = play->level->key,
                              .decision = decision.id,
                              .run = play->run,
                              .attempt = decision.score.tries,
                              .grade = (uint32_t)last->first,
                              .tells = last->told,
                              .recovers = last->recovered };
        Store *store = app_store(app);
        Status status = store->ops->add_decision(store, app->player.id, &row);
        if (status != STATUS_OK) {
            app_store_notice(app, status, "progress could not be saved");
        }
    }
}

/* A warm thank-you was the script's; no child is told a mark. */
static void finish_measure(PlayScene *play, App *app)
{
    Arena arena;
    arena_init(&arena, app->parts.alloc, 256);
    play->mode = PLAY_MODE_OVER;
    StrView world = measure_world(&arena, app->parts.pack, play->measure_world);
    Status status = measure_keep(app_store(app), app->player.id, world, play->measure_time, play->session);
    if (status != STATUS_OK) {
        app_store_notice(app, status, "the answers could not be saved");
    }
    arena_release(&arena);
    if (play->measure_next) {
        scene_stack_replace(&app->scenes, play_scene_create(app, play->measure_next));
    } else {
        scene_stack_pop(&app->scenes, 1);
    }
}

void play_finish(PlayScene *play, App *app)
{
    if (play->lesson) {
        lesson_play_finish(play, app);
        return;
    }
    if (play->is_measure) {
        finish_measure(play, app);
        return;
    }
    Store *store = app_store(app);
    LevelScore first;
    Badges before;
    Badges after;
    unsigned deeds = level_session_deeds(play->session);
    DebriefContent *debrief = play->debrief;
    play->mode = PLAY_MODE_OVER;
    level_session_score(play->session, true, &first);
    level_session_score(play->session, false, &debrief->score);
    StoreResult result = { .level = play->level->key,
                           .best_stars = debrief->score.stars,
                           .first_points = first.points,
                           .last_points = debrief->score.points,
                           .maximum = debrief->score.maximum };
    app_note(app, &(AppNote){ .kind = APP_NOTE_FINISHED, .level = play->level->key });
    badges_read(app, &before);
    Status status = store->ops->finish_level(store, app->player.id, &result);
    if (status != STATUS_OK) {
        app_store_notice(app, status, "the stars could not be saved");
    }
    badges_add(app, play->level->key, &debrief->score, deeds);
    badges_read(app, &after);
    debrief->has_promises = promises_keep(app, play->session, play->level->key);
    forget_save(play, app);
    debrief->level = play->level;
    debrief->has_measure = measure_is_due_after(app, play->level->world, &debrief->measure_time);
    debrief->badges = after;
    for (unsigned i = 0; i < DEED_COUNT; i++) {
        debrief->new_deeds |= after.deeds[i] > before.deeds[i] ? 1u << i : 0;
    }
    AppOver *over = app->parts.over;
    bool has_end = over && over->end_page && !play->has_pictures; /* pictures of what happened come first */
    Scene *scene = has_end ? over->end_page(over, app, play->level, debrief->score.stars) : NULL;
    bool is_debrief = scene == NULL;
    scene = scene ? scene : debrief_scene_create(app, debrief);
    if (scene) {
        play->debrief = is_debrief ? NULL : debrief;
        scene_stack_replace(&app->scenes, scene);
    } else {
        scene_stack_pop(&app->scenes, 1);
    }
}
