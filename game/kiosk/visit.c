#include "kiosk_internal.h"

#include "sango/base/log.h"

#include <stdio.h>

/* Once: the window of a stand. */
static void set_window(Kiosk *kiosk, App *app)
{
    const PlatformOps *ops = app->parts.platform->ops;
    const KioskLocks *locks = &kiosk->settings->locks;
    if (!kiosk->has_window && ops->set_kiosk && locks->grab) {
        ops->set_kiosk(app->parts.platform, true, locks->hide_pointer);
    }
    kiosk->has_window = true;
}

/* A visit begins in a store in memory, and all of it goes with that store. */
void kiosk_wipe(Kiosk *kiosk, App *app)
{
    if (!app->store) {
        return; /* before the first picture */
    }
    set_window(kiosk, app);
    kiosk->state = KIOSK_ATTRACT;
    kiosk->visit = (KioskVisit){ 0 };
    kiosk->is_asking = kiosk->is_leaving = kiosk->swallows_up = false;
    kiosk->taps_done = kiosk->keys_done = 0;
    app_end_unkept(app);
    Status status = app_play_unkept(app);
    if (status != STATUS_OK) {
        log_line(LOG_ERROR, "no place in memory for the next visitor: %s", status_text(status));
    }
    app->settings = settings_default();
    app->settings.fullscreen = kiosk->settings->locks.full_screen;
    app_set_player(app, &(StorePlayer){ 0 });
    app->settings.fullscreen = kiosk->settings->locks.full_screen;
    app_set_players(app, 1);
    app->has_measured = false;
    app->ui = (Ui){ .layouts = app->layouts };
    app_set_catalogue(app, kiosk->catalogue);
    strbuf_clear(&app->notice); /* the log has it; visitors are no grown-ups of this computer */
    app_music(app, SV(""));
    (void)app_voice(app, SV(""));
    kiosk_apply_volume(kiosk, app);
}

void kiosk_leave(Kiosk *kiosk)
{
    kiosk->is_asking = false;
    kiosk->is_leaving = true;
}

bool kiosk_begin_visit(Kiosk *kiosk, App *app)
{
    if (kiosk->state != KIOSK_ATTRACT || !app->kept_store || kiosk->episode_count == 0) {
        return false;
    }
    kiosk->state = KIOSK_VISIT;
    kiosk->active_ms = app->now_ms;
    kiosk->visit = (KioskVisit){ .players = 1 };
    if (kiosk->language_count == 1) {
        kiosk->visit.language = kiosk->languages[0].code;
    }
    kiosk_apply_volume(kiosk, app);
    return true;
}

static Status add_guest(Kiosk *kiosk, App *app)
{
    Store *store = app->store;
    Nickname name = nickname_random(&app->rng);
    StrBuf stored;
    strbuf_init(&stored, app->parts.alloc);
    nickname_write(&name, &stored);
    StorePlayer guest = { .nickname = strbuf_view(&stored),
                          .avatar = nickname_animal_id(name.animal),
                          .band = kiosk->visit.episode->bands & BAND_YOUNGER ? BAND_YOUNGER : BAND_OLDER };
    Status status = stored.failed ? STATUS_NOMEM : store->ops->add_player(store, &guest, &guest.id);
    if (status == STATUS_OK) {
        Settings settings = app->settings; /* letters that were made large stay so */
        app_set_player(app, &guest);
        app->settings = settings;
        app_apply_settings(app);
    }
    strbuf_release(&stored);
    return status;
}

Scene *kiosk_play(Kiosk *kiosk, App *app)
{
    char language[32];
    char players[32];
    int language_len = snprintf(language, sizeof language, "language/%.*s", SV_ARG(kiosk->visit.language));
    int players_len = snprintf(players, sizeof players, "players/%u", kiosk->visit.players);
    StrView names[] = { SV("play"), { language, (size_t)language_len }, { players, (size_t)players_len } };
    if (!app->kept_store || add_guest(kiosk, app) != STATUS_OK) {
        kiosk_leave(kiosk);
        return NULL;
    }
    app_set_players(app, kiosk->visit.players);
    kiosk_count(kiosk, app, names, sizeof names / sizeof names[0]);
    return play_scene_create(app, kiosk->visit.episode);
}
