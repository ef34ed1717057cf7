/* The composition root of a browser's program: it is called for each picture, and never waits. */
#include "sango/base/log.h"
#include "sango/platform/sdl.h"

#include "main_kiosk.h"
#include "main_page.h"
#include "main_parts.h"
#include "main_play.h"

#include <emscripten.h>

enum {
    PADS_LOOK_MS = 33, /* a browser tells of gamepads only when it is asked */
    TURNS_MAX = 64     /* in one go: whatever comes, the page stays alive between them */
};

static struct {
    Game game;
    Platform *platform;
    const Catalogue *spoken; /* what the page was told of */
    bool is_playing;
} web;

static void end(int code)
{
    web.is_playing = false;
    main_play_end(&web.game);
    sdl_platform_close(web.platform);
    web.platform = NULL;
    page_ended(code);
}

/* The page's own words are in the same language. */
static void tell_language(void)
{
    const Catalogue *catalogue = web.game.app.parts.catalogue;
    if (catalogue != web.spoken) {
        web.spoken = catalogue;
        page_set_language(catalogue->tag, catalogue->rtl);
    }
}

EMSCRIPTEN_KEEPALIVE int sango_turn(void)
{
    AppTurn turn = APP_TURN_EVENT;
    for (int i = 0; i < TURNS_MAX && web.is_playing && turn == APP_TURN_EVENT; i++) {
        turn = app_turn(&web.game.app);
    }
    if (!web.is_playing) {
        return -1;
    }
    if (turn == APP_TURN_OVER) {
        end(0);
        return -1;
    }
    tell_language();
    int wait_ms = turn == APP_TURN_EVENT ? 0 : app_wait_ms(&web.game.app);
    bool looks_at_pads = sdl_platform_has_pads(web.platform);
    return looks_at_pads && (wait_ms < 0 || wait_ms > PADS_LOOK_MS) ? PADS_LOOK_MS : wait_ms;
}

int main(int argc, char **argv)
{
    page_write_files();
    int code = main_options_read(&web.game.options, argc, argv);
    code = code < 0 ? main_kiosk_tool(&web.game.options) : code;
    if (code >= 0) {
        page_ended(code);
        return code;
    }
    if (!main_open_catalogue(&web.game.options, &web.game.catalogue)) {
        catalogue_init(&web.game.catalogue, alloc_heap(), SV("en")); /* rather in English than not at all */
    }
    web.game.in_browser = true;
    notices_open(&web.game.notices, &web.game.catalogue);
    web.platform = main_open_screen(&web.game.options, false);
    Status status = web.platform ? main_play_begin(&web.game, web.platform, sdl_platform_measure(web.platform)) : STATUS_UNSUPPORTED;
    web.is_playing = status == STATUS_OK;
    if (!web.is_playing) {
        log_line(LOG_ERROR, "the game cannot begin: %s", status_text(status));
        end(1);
    } else {
        page_begun();
    }
    return 0;
}
