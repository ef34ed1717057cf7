#include "main_play.h"

#include "main_kiosk.h"
#include "main_parts.h"
#include "sango/grownups/grownups.h"
#include "sango/base/log.h"
#include "sango/base/system.h"

#include <stdlib.h>
#include <time.h>

/* The app asks for it after its first picture. */
static Store *open_store(void *user, StrBuf *notice)
{
    const Game *game = user;
    (void)notice; /* the log tells it, see main_notices.h */
    Store *store = main_open_store(&game->options, &game->catalogue);
    if (!store) {
        log_line(LOG_ERROR, "no memory for the store");
        exit(1);
    }
    return store;
}

/* Of made-up names, and of the ids by which lessons of two computers are told apart. */
static uint64_t find_seed(const Game *game)
{
    uint64_t seed = 1;
    if (!game->options.is_headless && !system_random(&seed, sizeof seed)) {
        seed = (uint64_t)time(NULL);
    }
    return seed;
}

/* What is played, and by whom: the parts that come from files are there already. */
static AppParts join_parts(Game *game, Platform *platform, const TextMeasure *measure)
{
    const MainOptions *options = &game->options;
    return (AppParts){ .alloc = alloc_heap(),
                       .platform = platform,
                       .measure = measure,
                       .art = game->art,
                       .catalogue = &game->catalogue,
                       .themes = game->themes,
                       .library = &game->library,
                       .pack = game->library.count ? &game->library.packs[0] : NULL,
                       .open_store = open_store,
                       .user = game,
                       .level = options->level ? strview_from_cstr(options->level) : SV(""),
                       .in_browser = game->in_browser,
                       .opens_lesson = options->opens_lesson,
                       .print_folder = strbuf_view(&options->print_folder),
                       .pictures_folder = strbuf_view(&options->pictures_folder),
                       .papers_folder = strbuf_view(&options->papers_folder),
                       .players = options->players,
                       .settings = &options->settings,
                       .packs_folder = strbuf_view(&options->packs_folder),
                       .helplines_file = strbuf_view(&options->helplines_file),
                       .grown_ups = grown_ups_create,
                       .watched = options->watched,
                       .over = main_kiosk_over(game->kiosk),
                       .notice = options->is_kiosk ? SV("") : strbuf_view(&game->notices.early),
                       .seed = find_seed(game) };
}

Status main_play_begin(Game *game, Platform *platform, const TextMeasure *measure)
{
    const MainOptions *options = &game->options;
    DiagSink diags = notices_diags();
    bool is_kiosk = options->is_kiosk; /* a stand has only its own stories, and no grown-up in front of it */
    const char *others = !is_kiosk && options->packs_folder.len ? options->packs_folder.data : NULL;
    game->art = main_open_art(options);
    main_read_themes(options, game->themes);
    Status status = level_library_open(alloc_heap(), options->pack_folder.data, others, &diags, &game->library);
    status = game->art && status == STATUS_OK ? main_kiosk_open(options, &game->catalogue, &game->library, &game->kiosk) : STATUS_NOMEM;
    if (status == STATUS_OK) {
        AppParts parts = join_parts(game, platform, measure);
        status = app_init(&game->app, &parts);
    }
    if (status == STATUS_OK) {
        game->is_app_open = true;
        notices_join(&game->notices, is_kiosk ? NULL : &game->app);
        status = app_begin(&game->app, main_kiosk_first_scene(game->kiosk, &game->app));
    }
    return status;
}

void main_play_end(Game *game)
{
    if (game->is_app_open) {
        notices_join(&game->notices, NULL);
        app_release(&game->app);
    }
    game->is_app_open = false;
    main_kiosk_close(game->kiosk);
    level_library_release(&game->library);
    stage_art_destroy(game->art);
    game->kiosk = NULL;
    game->art = NULL;
}

Status main_play(Game *game, Platform *platform, const TextMeasure *measure)
{
    Status status = main_play_begin(game, platform, measure);
    while (status == STATUS_OK && app_turn(&game->app) != APP_TURN_OVER) {
    }
    main_play_end(game);
    return status;
}
