/* The composition root: makes the real parts, joins them, runs the loop. */
#define _POSIX_C_SOURCE 200809L
#include "sango/base/file.h"
#include "sango/base/log.h"
#include "sango/platform/script.h"
#include "sango/platform/sdl.h"
#include "sango/player/scenes.h"
#include "sango/store/sqlite.h"

#include "main_options.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

typedef struct Messages {
    StrBuf text;
} Messages;

static void collect(void *user, const Diag *diag)
{
    Messages *messages = user;
    if (messages->text.len < 600) {
        diag_format(&messages->text, diag);
    }
}

/* The saved games, or a store in memory with a word to the grown-up. */
static Store *open_store(void *user, StrBuf *notice)
{
    const MainOptions *options = user;
    Store *store = NULL;
    bool was_broken = false;
    Status status = STATUS_NOT_FOUND;
    StrBuf path;
    strbuf_init(&path, alloc_heap());
    if (options->store_folder.len) {
        strbuf_append(&path, strbuf_view(&options->store_folder));
        status = file_make_folders(path.data);
        strbuf_append(&path, SV("/progress.db"));
        if (status == STATUS_OK) {
            status = store_sqlite_open(alloc_heap(), path.data, &store, &was_broken);
        }
        if (status != STATUS_OK) {
            strbuf_printf(notice, "For a grown-up: %s cannot be used (%s). The game plays, but nothing will be kept.", path.data,
                          status_text(status));
        } else if (was_broken) {
            strbuf_printf(notice, "For a grown-up: %s was damaged. It is kept beside it as .broken, and a new one was begun.", path.data);
        }
    }
    if (!store && store_memory_open(alloc_heap(), &store) != STATUS_OK) {
        log_line(LOG_ERROR, "no memory for the store");
        exit(1);
    }
    if (notice->len) {
        log_line(LOG_WARNING, "%s", notice->data);
    }
    strbuf_release(&path);
    return store;
}

/* What is drawn and heard: a window, a surface in memory, or nothing in a terminal. */
static Platform *open_screen(const MainOptions *options, bool is_offscreen)
{
    static const char *const title[] = { "place/title/dawn/0back", "sango/happy/body", "ui/button", NULL };
    Platform *platform = NULL;
    SdlOptions sdl = { .art_folder = options->art_folder.data,
                       .fonts_folder = options->fonts_folder.data,
                       .sound_folder = options->sound_folder.data,
                       .title = "Sango's Story",
                       .width = options->width,
                       .height = options->height,
                       .first_pictures = title,
                       .is_offscreen = is_offscreen,
                       .is_software = options->is_software };
    (void)sdl_platform_open(&sdl, &platform);
    return platform;
}

static StageArt *open_art(const MainOptions *options, Messages *messages)
{
    static const char *const sets[] = { "720", "1080" };
    DiagSink sink = { collect, messages, 0, 0 };
    StageArt *art = NULL;
    StrView text = { NULL, 0 };
    StrBuf path;
    strbuf_init(&path, alloc_heap());
    for (size_t i = 0; i < 2 && text.len == 0; i++) {
        strbuf_clear(&path);
        strbuf_printf(&path, "%s/%s/actors.txt", options->art_folder.data, sets[i]);
        (void)file_read(alloc_heap(), path.data, 1 << 20, &text);
    }
    if (text.len == 0) {
        strbuf_printf(&messages->text, "%s: there is no drawn art; the game plays without pictures.\n", options->art_folder.data);
    }
    if (stage_art_parse(alloc_heap(), text, &sink, &art) != STATUS_OK) {
        art = NULL;
    }
    file_free(alloc_heap(), &text);
    strbuf_release(&path);
    return art;
}

static Status play(const MainOptions *options, Platform *platform, const TextMeasure *measure)
{
    Messages messages;
    strbuf_init(&messages.text, alloc_heap());
    DiagSink sink = { collect, &messages, 0, 0 };
    Catalogue catalogue;
    catalogue_init(&catalogue, alloc_heap(), SV("en"));
    StageArt *art = open_art(options, &messages);
    LevelPack pack;
    Status pack_status = level_pack_load(alloc_heap(), options->pack_folder.data, &sink, &pack);
    AppParts parts = { .alloc = alloc_heap(),
                       .platform = platform,
                       .measure = measure,
                       .art = art,
                       .catalogue = &catalogue,
                       .pack = pack_status == STATUS_OK ? &pack : NULL,
                       .open_store = open_store,
                       .user = (void *)(uintptr_t)options,
                       .notice = strbuf_view(&messages.text),
                       .seed = options->is_headless ? 1 : (uint64_t)time(NULL) };
    static App app;
    Status status = art ? app_init(&app, &parts) : STATUS_NOMEM;
    if (status == STATUS_OK) {
        status = app_run(&app, title_scene_create(&app));
        app_release(&app);
    }
    if (pack_status == STATUS_OK) {
        level_pack_release(&pack);
    }
    stage_art_destroy(art);
    catalogue_release(&catalogue);
    strbuf_release(&messages.text);
    return status;
}

static int play_script(const MainOptions *options)
{
    StrView text = options->demo;
    Platform *inner = open_screen(options, true);
    Platform *platform = NULL;
    Status status = options->input ? file_read(alloc_heap(), options->input, 1 << 20, &text) : STATUS_OK;
    if (status != STATUS_OK) {
        log_line(LOG_ERROR, "%s: %s", options->input, status_text(status));
    }
    ScriptOptions script = { .inner = inner,
                             .text = text,
                             .name = options->input ? options->input : "demo",
                             .shots = options->shots,
                             .transcript = options->is_quiet ? NULL : stdout,
                             .seed = options->seed };
    if (status == STATUS_OK && options->shots) {
        status = file_make_folders(options->shots);
    }
    if (status == STATUS_OK) {
        status = script_platform_open(alloc_heap(), &script, &platform);
    }
    unsigned failures = 0;
    if (status == STATUS_OK) {
        status = play(options, platform, inner ? sdl_platform_measure(inner) : grid_measure());
        failures = script_platform_failures(platform);
    }
    script_platform_close(platform);
    sdl_platform_close(inner);
    if (options->input) {
        file_free(alloc_heap(), &text);
    }
    return status == STATUS_OK && failures == 0 ? 0 : 1;
}

static int play_terminal(const MainOptions *options)
{
    Platform *platform = NULL;
    Status status = terminal_platform_open(alloc_heap(), stdin, stdout, &platform);
    if (status == STATUS_OK) {
        status = play(options, platform, grid_measure());
    }
    terminal_platform_close(platform);
    return status == STATUS_OK ? 0 : 1;
}

int main(int argc, char **argv)
{
    MainOptions options;
    int code = main_options_read(&options, argc, argv);
    if (code >= 0) {
        main_options_release(&options);
        return code;
    }
    if (options.is_headless) {
        code = play_script(&options);
    } else if (options.is_text) {
        code = play_terminal(&options);
    } else {
        Platform *platform = open_screen(&options, false);
        if (platform) {
            code = play(&options, platform, sdl_platform_measure(platform)) == STATUS_OK ? 0 : 1;
            sdl_platform_close(platform);
        } else if (isatty(STDIN_FILENO)) {
            fprintf(stderr, "There is no display here: the game goes on in this terminal.\n");
            code = play_terminal(&options);
        } else {
            fprintf(stderr, "There is no display and no terminal here: the first level plays by itself; pictures are in %s.\n",
                    main_options_demo(&options));
            code = play_script(&options);
        }
    }
    main_options_release(&options);
    return code;
}
