#include "main_parts.h"

#include "main_notices.h"
#include "sango/base/file.h"
#include "sango/base/log.h"
#include "sango/platform/sdl.h"

enum { ACTORS_BYTES_MAX = 1 << 20, THEME_BYTES_MAX = 64 * 1024 };

/* Where there is no picture index either, the platform has said so. */
static void warn_of_actors(const MainOptions *options)
{
    StrBuf path;
    strbuf_init(&path, alloc_heap());
    strbuf_printf(&path, "%s/720/art.txt", options->art_folder.data);
    if (file_is_there(path.data)) {
        log_line(LOG_WARNING, "%s/720/actors.txt: there is none; the game plays without its figures", options->art_folder.data);
    }
    strbuf_release(&path);
}

StageArt *main_open_art(const MainOptions *options)
{
    static const char *const sets[] = { "720", "1080" };
    DiagSink sink = notices_diags();
    StageArt *art = NULL;
    StrView text = { NULL, 0 };
    StrBuf path;
    strbuf_init(&path, alloc_heap());
    for (size_t i = 0; i < 2 && text.len == 0; i++) {
        strbuf_clear(&path);
        strbuf_printf(&path, "%s/%s/actors.txt", options->art_folder.data, sets[i]);
        file_free(alloc_heap(), &text); /* an empty one is none */
        (void)file_read(alloc_heap(), path.data, ACTORS_BYTES_MAX, &text);
    }
    if (text.len == 0) {
        warn_of_actors(options);
    }
    if (stage_art_parse(alloc_heap(), text, &sink, &art) != STATUS_OK) {
        art = NULL;
    }
    file_free(alloc_heap(), &text);
    strbuf_release(&path);
    return art;
}

void main_read_themes(const MainOptions *options, Theme *themes)
{
    DiagSink sink = notices_diags();
    StrBuf path;
    strbuf_init(&path, alloc_heap());
    for (size_t i = 0; i < LOOK_COUNT; i++) {
        StrView text;
        themes[i] = *theme_day();
        strbuf_clear(&path);
        strbuf_printf(&path, "%s/%s.json", options->themes_folder.data, look_name((Look)i));
        Status status = file_read(alloc_heap(), path.data, THEME_BYTES_MAX, &text);
        if (status == STATUS_OK) {
            (void)theme_parse(alloc_heap(), strbuf_view(&path), text, &sink, &themes[i]);
            file_free(alloc_heap(), &text);
        } else {
            log_line(LOG_WARNING, "%s: %s; this look is like day", path.data, status_text(status));
        }
    }
    strbuf_release(&path);
}

Platform *main_open_screen(const MainOptions *options, bool is_offscreen)
{
    const StrView title[] = { SV("place/title/dawn/0back"), SV("sango/happy/body"), SV("ui/button") };
    const StrView level[] = { SV("ui/button"), SV("icon/star") };
    Platform *platform = NULL;
    SdlOptions sdl = { .art_folder = options->art_folder.data,
                       .fonts_folder = options->fonts_folder.data,
                       .sound_folder = options->sound_folder.data,
                       .title = "Sango's Story",
                       .width = options->width,
                       .height = options->height,
                       .first_pictures = options->level ? level : title,
                       .first_count = options->level ? 2 : 3,
                       .is_offscreen = is_offscreen,
                       .is_software = options->is_software };
    (void)sdl_platform_open(&sdl, &platform);
    return platform;
}

Status main_make_shots_folder(MainOptions *options)
{
    Status status = options->shots ? file_make_folders(options->shots) : STATUS_OK;
    if (status != STATUS_OK) {
        log_line(LOG_ERROR, "%s: no folder for pictures can be made: %s", options->shots, status_text(status));
        options->shots = NULL;
    }
    return options->input ? status : STATUS_OK;
}
