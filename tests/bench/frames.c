/* Plays a script on the real screen without waiting and tells what each picture cost, from
 * the end of the one before it: the scene, the draw list, the pixels and their way to the window.
 *
 *     frames ROOT SCRIPT [WxH] [PACK]
 *
 * ROOT holds levels/ and build/assets/; PACK is another pack than levels/sango. The clock is the script's, so each run draws the same
 * frames: whoever runs it several times may take the least of each, which is what it costs when nobody else is at work. */
#include "sango/base/file.h"
#include "sango/platform/script.h"
#include "sango/platform/sdl.h"
#include "sango/player/scenes.h"
#include "sango/store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "times.h"

typedef struct Timed {
    Platform base;
    Platform *inner;
    Times times;
    double end_ms; /* of the last picture; 0: something else lies between */
} Timed;

static Timed timed;

static void timed_present(Platform *platform, const DrawList *list)
{
    (void)platform;
    timed.inner->ops->present(timed.inner, list);
    double now = times_now_ms();
    if (timed.end_ms > 0) {
        times_add(&timed.times, now - timed.end_ms);
    }
    timed.end_ms = now;
}

static PlatformCanvas timed_canvas(Platform *platform)
{
    (void)platform;
    return timed.inner->ops->canvas(timed.inner);
}

static void timed_read_ahead(Platform *platform, const StrView *names, size_t count)
{
    (void)platform;
    timed.inner->ops->read_ahead(timed.inner, names, count);
}

/* A script's `shot` marks what is measured: from "begin" to "end". */
static Status timed_screenshot(Platform *platform, const char *path)
{
    (void)platform;
    if (strstr(path, "/end.png")) {
        for (int i = 0; i < timed.times.count; i++) {
            printf("frame_%d %.3f\n", i, timed.times.ms[i]);
        }
    }
    timed.times.count = 0;
    timed.end_ms = 0;
    return STATUS_OK;
}

static Store *open_memory(void *user, StrBuf *notice)
{
    (void)user;
    (void)notice;
    Store *store = NULL;
    (void)store_memory_open(alloc_heap(), &store);
    return store;
}

static void print_diag(void *user, const Diag *diag)
{
    (void)user;
    fprintf(stderr, "frames: %s\n", diag->message);
}

static StageArt *read_art(const char *root, DiagSink *sink)
{
    char path[700];
    StrView text = { NULL, 0 };
    StageArt *art = NULL;
    (void)snprintf(path, sizeof path, "%s/build/assets/720/actors.txt", root);
    if (file_read(alloc_heap(), path, 1 << 20, &text) != STATUS_OK ||
        stage_art_parse(alloc_heap(), text, sink, &art) != STATUS_OK) {
        fprintf(stderr, "frames: no art in %s\n", path);
        exit(1);
    }
    file_free(alloc_heap(), &text);
    return art;
}

static Platform *open_window(const char *root, int width, int height)
{
    static char art[600], fonts[600], sound[600];
    (void)snprintf(art, sizeof art, "%s/build/assets", root);
    (void)snprintf(fonts, sizeof fonts, "%s/assets/fonts", root);
    (void)snprintf(sound, sizeof sound, "%s/assets/sound", root);
    Platform *platform = NULL;
    (void)sdl_platform_open(&(SdlOptions){ .art_folder = art, .fonts_folder = fonts, .sound_folder = sound, .title = "frames",
                                           .width = width, .height = height, .is_software = true }, &platform);
    return platform;
}

static Status play(const char *root, const char *other_pack, Platform *script)
{
    char pack_folder[600];
    DiagSink sink = { print_diag, NULL, 0, 0 };
    Catalogue catalogue;
    LevelPack pack;
    catalogue_init(&catalogue, alloc_heap(), SV("en"));
    (void)snprintf(pack_folder, sizeof pack_folder, "%s%s", other_pack ? other_pack : root, other_pack ? "" : "/levels/sango");
    StageArt *art = read_art(root, &sink);
    Status status = level_pack_load(alloc_heap(), pack_folder, &sink, &pack);
    AppParts parts = { .alloc = alloc_heap(), .platform = script, .measure = sdl_platform_measure(timed.inner), .art = art,
                       .catalogue = &catalogue, .pack = status == STATUS_OK ? &pack : NULL, .open_store = open_memory, .seed = 1 };
    static App app;
    status = app_init(&app, &parts);
    if (status == STATUS_OK) {
        status = app_run(&app, title_scene_create(&app));
        app_release(&app);
    }
    if (parts.pack) {
        level_pack_release(&pack);
    }
    stage_art_destroy(art);
    catalogue_release(&catalogue);
    return status;
}

int main(int argc, char **argv)
{
    static const PlatformOps ops = { .present = timed_present, .canvas = timed_canvas, .screenshot = timed_screenshot,
                                     .read_ahead = timed_read_ahead };
    int width = 1280;
    int height = 720;
    StrView text = { NULL, 0 };
    if (argc < 3 || (argc > 3 && sscanf(argv[3], "%dx%d", &width, &height) != 2) ||
        file_read(alloc_heap(), argv[2], 1 << 20, &text) != STATUS_OK) {
        fprintf(stderr, "frames ROOT SCRIPT [WxH] [PACK]\n");
        return 1;
    }
    timed.base.ops = &ops;
    timed.inner = open_window(argv[1], width, height);
    Platform *script = NULL;
    ScriptOptions options = { .inner = &timed.base, .text = text, .name = argv[2], .shots = "." };
    if (!timed.inner || script_platform_open(alloc_heap(), &options, &script) != STATUS_OK) {
        fprintf(stderr, "frames: no window\n");
        return 1;
    }
    Status status = play(argv[1], argc > 4 ? argv[4] : NULL, script);
    unsigned failures = script_platform_failures(script);
    script_platform_close(script);
    sdl_platform_close(timed.inner);
    file_free(alloc_heap(), &text);
    return status == STATUS_OK && failures == 0 ? 0 : 1;
}
