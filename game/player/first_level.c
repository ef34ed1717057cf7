#include "sango/player/scenes.h"

/* A level without the way to it: for who shows it to a class, writes it or measures it. A guest plays, and
 * nothing is kept. */

static Status add_guest(App *app, const LevelEntry *level)
{
    Store *store = app_store(app);
    Nickname name = nickname_random(&app->rng);
    StrBuf stored;
    strbuf_init(&stored, app->parts.alloc);
    nickname_write(&name, &stored);
    StorePlayer guest = { .nickname = strbuf_view(&stored),
                          .avatar = nickname_animal_id(name.animal),
                          .band = level->bands & BAND_YOUNGER ? BAND_YOUNGER : BAND_OLDER };
    Status status = stored.failed ? STATUS_NOMEM : store->ops->add_player(store, &guest, &guest.id);
    if (status == STATUS_OK) {
        app_set_player(app, &guest);
    }
    strbuf_release(&stored);
    return status;
}

Scene *first_level_create(App *app, StrView id)
{
    const LevelPack *pack;
    const LevelEntry *level = app_find_level(app, id, &pack);
    if (!level) {
        app_notice(app, "There is no level '%.*s' in the folder of levels.", SV_ARG(id));
        return NULL;
    }
    app->parts.pack = pack;
    Status status = app_play_unkept(app);
    if (status == STATUS_OK) {
        status = add_guest(app, level);
    }
    return status == STATUS_OK ? play_scene_create(app, level) : NULL;
}
