#include "progress_internal.h"

void progress_read(App *app, Arena *arena, Progress *progress)
{
    *progress = (Progress){ NULL, 0 };
    app_results(app, arena, &progress->results, &progress->count);
}

const StoreResult *progress_find(const Progress *progress, StrView level_key)
{
    for (size_t i = 0; i < progress->count; i++) {
        if (strview_equal(progress->results[i].level, level_key)) {
            return &progress->results[i];
        }
    }
    return NULL;
}

static bool is_open(const LevelPack *pack, StrView world)
{
    for (size_t i = 0; i < pack->world_count; i++) {
        if (strview_equal(pack->worlds[i].id, world)) {
            return pack->worlds[i].is_open;
        }
    }
    return strview_equal(world, SV("home"));
}

bool progress_is_offered(const App *app, const LevelPack *pack, const LevelEntry *level)
{
    return (level->bands & app->player.band) != 0 && (!level->is_restricted || app->settings.restricted) && is_open(pack, level->world);
}

WorldProgress progress_world(const App *app, const Progress *progress, const LevelPack *pack, StrView world)
{
    enum { STARS_OF_LEVEL = 3 };
    WorldProgress sum = { 0 };
    for (size_t i = 0; i < pack->level_count; i++) {
        const LevelEntry *level = &pack->levels[i];
        if (!strview_equal(level->world, world) || !progress_is_offered(app, pack, level)) {
            continue;
        }
        const StoreResult *result = progress_find(progress, level->key);
        sum.levels++;
        sum.stars_most += STARS_OF_LEVEL;
        sum.done += result != NULL;
        sum.stars += result ? result->best_stars : 0;
    }
    return sum;
}

const LevelEntry *progress_next(const App *app, const Progress *progress, const LevelPack *pack)
{
    for (size_t i = 0; i < pack->level_count; i++) {
        const LevelEntry *level = &pack->levels[i];
        if (progress_is_offered(app, pack, level) && !progress_find(progress, level->key)) {
            return level;
        }
    }
    return NULL;
}

static bool is_finished(const Progress *progress, const LevelPack *pack, StrView world, unsigned band)
{
    unsigned levels = 0;
    for (size_t i = 0; i < pack->level_count; i++) {
        const LevelEntry *level = &pack->levels[i];
        if (strview_equal(level->world, world) && level->bands & band && !level->is_restricted) {
            levels++;
            if (!progress_find(progress, level->key)) {
                return false;
            }
        }
    }
    return levels > 0;
}

unsigned progress_worlds_finished(const App *app, const Progress *progress)
{
    unsigned finished = 0;
    for (size_t i = 0; i < progress_pack_count(app); i++) {
        const LevelPack *pack = progress_pack(app, i);
        for (size_t k = 0; k < pack->world_count; k++) {
            StrView world = pack->worlds[k].id;
            finished += is_finished(progress, pack, world, BAND_YOUNGER) || is_finished(progress, pack, world, BAND_OLDER);
        }
    }
    return finished;
}

size_t progress_pack_count(const App *app)
{
    return app->parts.library ? app->parts.library->count : app->parts.pack ? 1 : 0;
}

const LevelPack *progress_pack(const App *app, size_t index)
{
    return app->parts.library ? &app->parts.library->packs[index] : app->parts.pack;
}
