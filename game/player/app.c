#include "sango/player/app.h"

#include "sango/base/log.h"
#include "app_internal.h"
#include "watch.h"

#include <stdio.h>

enum { FRAME_BLOCK_BYTES = 256 * 1024 };

Status app_init(App *app, const AppParts *parts)
{
    *app = (App){ .parts = *parts, .settings = parts->settings ? *parts->settings : settings_default(), .dirty = true, .focused = true };
    arena_init(&app->player_texts, parts->alloc, 256);
    arena_init(&app->frame_arena, parts->alloc, FRAME_BLOCK_BYTES);
    arena_init(&app->below_arena, parts->alloc, FRAME_BLOCK_BYTES);
    strbuf_init(&app->notice, parts->alloc);
    strbuf_init(&app->music, parts->alloc);
    strbuf_append(&app->notice, parts->notice);
    rng_seed(&app->rng, parts->seed);
    app_set_players(app, parts->players);
    if (app->notice.failed || ui_layouts_create(parts->alloc, &app->layouts) != STATUS_OK) {
        app_release(app);
        return STATUS_NOMEM;
    }
    app->ui.layouts = app->layouts;
    return STATUS_OK;
}

void app_release(App *app)
{
    scene_stack_clear(&app->scenes, app);
    watch_end(app->watch, app);
    app_end_unkept(app);
    if (app->store) {
        app->store->ops->close(app->store);
    }
    ui_layouts_destroy(app->layouts);
    strbuf_release(&app->notice);
    strbuf_release(&app->music);
    arena_release(&app->player_texts);
    arena_release(&app->frame_arena);
    arena_release(&app->below_arena);
}

void app_set_players(App *app, unsigned players)
{
    app->players = players == 2 ? 2 : 1;
}

void app_touch(App *app)
{
    app->dirty = true;
}

void app_notice(App *app, const char *fmt, ...)
{
    StrBuf text;
    strbuf_init(&text, app->parts.alloc);
    va_list args;
    va_start(args, fmt);
    strbuf_vprintf(&text, fmt, args);
    va_end(args);
    log_line(LOG_WARNING, "%s", text.data);
    strbuf_clear(&app->notice);
    strbuf_append(&app->notice, strbuf_view(&text));
    strbuf_release(&text);
    app_touch(app);
}

void app_note(App *app, const AppNote *note)
{
    if (app->parts.over && app->parts.over->noted) {
        app->parts.over->noted(app->parts.over, app, note);
    }
}

static StrView date_text(App *app, Arena *arena, bool has_hour)
{
    const PlatformOps *ops = app->parts.platform->ops;
    PlatformDate date;
    char text[16];
    if (!ops->date || !ops->date(app->parts.platform, &date) || date.year > 9999) {
        return SV("");
    }
    int len = snprintf(text, sizeof text, has_hour ? "%04d-%02d-%02dT%02d" : "%04d-%02d-%02d", date.year, date.month, date.day, date.hour);
    return len > 0 && (size_t)len < sizeof text ? arena_copy(arena, (StrView){ text, (size_t)len }) : SV("");
}

StrView app_day(App *app, Arena *arena)
{
    return date_text(app, arena, false);
}

StrView app_hour(App *app, Arena *arena)
{
    return date_text(app, arena, true);
}

/* --- sound ------------------------------------------------------------------------- */

void app_stay_awake(App *app)
{
    app->active_ms = app->now_ms;
    if (app->is_sound_resting) {
        app->is_sound_resting = false;
        app->parts.platform->ops->rest_sound(app->parts.platform, false);
    }
}

void app_sound(App *app, StrView name)
{
    if (app->settings.effects > 0) {
        app_stay_awake(app);
        app->parts.platform->ops->play_sound(app->parts.platform, name);
    }
}

uint32_t app_voice(App *app, StrView line_id)
{
    const PlatformOps *ops = app->parts.platform->ops;
    StrView id = line_id;
    char name[96];
    StrView prefix;
    if (!ops->play_voice || !app->is_sound_started) {
        return 0;
    }
    if (!strview_take(&id, ':', &prefix) || id.len == 0) {
        id = line_id; /* "line:0ab12cd" without its first word: no file name has a colon */
    }
    int len = snprintf(name, sizeof name, "%.*s/%.*s", SV_ARG(app->parts.catalogue->language), SV_ARG(id));
    bool is_named = id.len && len > 0 && (size_t)len < sizeof name && !strview_contains(id, SV("/")) && !strview_contains(id, SV("\\")); /* inside the folder */
    uint32_t length_ms = ops->play_voice(app->parts.platform, is_named ? (StrView){ name, (size_t)len } : SV(""));
    if (length_ms) {
        app_stay_awake(app);
    }
    return length_ms;
}

void app_music(App *app, StrView name)
{
    if (strview_equal(strbuf_view(&app->music), name)) {
        return;
    }
    strbuf_clear(&app->music);
    strbuf_append(&app->music, name);
    if (app->is_sound_started) {
        app_stay_awake(app);
        app->parts.platform->ops->play_music(app->parts.platform, name);
    }
}

/* --- settings and the player --------------------------------------------------------- */

void app_apply_settings(App *app)
{
    Platform *platform = app->parts.platform;
    const AppOver *over = app->parts.over;
    float share = over && over->volume ? over->volume(over) : 1.0f;
    PlatformVolumes volumes = {
        .music = share * (float)app->settings.music / SETTINGS_VOLUME_MAX,
        .effects = share * (float)app->settings.effects / SETTINGS_VOLUME_MAX,
        .voice = share,
        .mono = app->settings.mono,
    };
    platform->ops->set_volumes(platform, &volumes);
    platform->ops->set_fullscreen(platform, app->settings.fullscreen);
    if (platform->ops->set_look) {
        platform->ops->set_look(platform, strview_from_cstr(look_name((Look)app->settings.look)));
    }
    ui_layouts_clear(app->layouts); /* the window may have another size, the letters too */
    app_touch(app);
}

void app_set_catalogue(App *app, const Catalogue *catalogue)
{
    app->parts.catalogue = catalogue;
    ui_layouts_clear(app->layouts);
    app_touch(app);
}

void app_settings_changed(App *app)
{
    app_apply_settings(app);
    Status status = settings_save(&app->settings, app->store, app->player.id);
    if (status != STATUS_OK) {
        app_store_notice(app, status, "the settings could not be saved");
    }
}

void app_set_player(App *app, const StorePlayer *player)
{
    Arena texts;
    arena_init(&texts, app->parts.alloc, 256);
    StorePlayer kept = *player;
    if (kept.band > BAND_OLDER) {
        app_store_notice(app, STATUS_INVALID, "the band of a player is damaged and is asked again");
        kept.band = 0;
    }
    kept.nickname = arena_copy(&texts, player->nickname);
    kept.avatar = arena_copy(&texts, player->avatar);
    arena_release(&app->player_texts);
    app->player_texts = texts;
    app->player = kept;
    if (!nickname_parse(kept.nickname, &app->nickname)) {
        app->nickname = (Nickname){ .number = 1 };
    }
    settings_load(&app->settings, app->store, kept.id);
    app_apply_settings(app);
}

StrView app_nickname(App *app, Arena *arena)
{
    if (app->player.id == 0) {
        return SV("");
    }
    StrBuf name;
    strbuf_init(&name, app->parts.alloc);
    nickname_show(&app->nickname, app->parts.catalogue, &name);
    StrView copy = arena_copy(arena, strbuf_view(&name));
    strbuf_release(&name);
    return copy;
}

const Theme *app_theme(const App *app)
{
    return app->parts.themes ? &app->parts.themes[app->settings.look] : theme_day();
}

void app_start_sound(App *app)
{
    if (!app->is_sound_started) {
        app->is_sound_started = true;
        app->parts.platform->ops->play_music(app->parts.platform, strbuf_view(&app->music));
    }
}
