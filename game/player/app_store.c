#include "sango/player/app.h"

#include "sango/base/log.h"
#include "sango/score/score.h"

/* What the scenes keep, and what becomes of the game when nothing can be kept. */

Store *app_store(App *app)
{
    return app->store;
}

void app_store_notice(App *app, Status status, const char *what)
{
    log_line(LOG_WARNING, "%s: %s (%s); the game goes on", app->store->file, what, status_text(status));
    app_touch(app);
}

const LevelEntry *app_find_level(const App *app, StrView name, const LevelPack **pack)
{
    const LevelPack *found = app->parts.pack;
    const LevelEntry *level = NULL;
    if (app->parts.library) {
        level = level_library_find(app->parts.library, name, &found);
    } else if (found) {
        level = level_pack_find(found, name);
    }
    if (pack) {
        *pack = found;
    }
    return level;
}

StrView app_get(App *app, Arena *arena, StrView key)
{
    StrView value = { NULL, 0 };
    Status status = app->store->ops->get(app->store, app->player.id, key, arena, &value);
    if (status != STATUS_OK && status != STATUS_NOT_FOUND) {
        app_store_notice(app, status, "progress could not be read");
    }
    return status == STATUS_OK ? value : (StrView){ NULL, 0 };
}

void app_put(App *app, StrView key, StrView value)
{
    Status status = app->store->ops->put(app->store, app->player.id, key, value);
    if (status != STATUS_OK) {
        app_store_notice(app, status, "progress could not be saved");
    }
}

void app_results(App *app, Arena *arena, StoreResult **results, size_t *count)
{
    Status status = app->store->ops->results(app->store, app->player.id, arena, results, count);
    if (status != STATUS_OK) {
        *count = 0;
        app_store_notice(app, status, "the results so far could not be read");
    }
    for (size_t i = 0; i < *count; i++) {
        if ((*results)[i].best_stars > SCORE_STARS_MAX) {
            app_store_notice(app, STATUS_INVALID, "the stars of a level are damaged and are not shown");
            (*results)[i].best_stars = 0;
        }
    }
}

Status app_play_unkept(App *app)
{
    Store *memory = NULL;
    Status status = app->kept_store ? STATUS_LIMIT : store_memory_open(app->parts.alloc, &memory);
    if (status == STATUS_OK) {
        app->kept_store = app->store;
        app->store = memory;
    }
    return status;
}

void app_end_unkept(App *app)
{
    if (app->kept_store) {
        app->store->ops->close(app->store);
        app->store = app->kept_store;
        app->kept_store = NULL;
    }
}
