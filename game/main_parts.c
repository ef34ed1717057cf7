#include "main_parts.h"

#include "main_notices.h"
#include "sango/base/file.h"
#include "sango/base/log.h"
#include "sango/platform/sdl.h"
#include "sango/store/sqlite.h"

enum { ACTORS_BYTES_MAX = 1 << 20, THEME_BYTES_MAX = 64 * 1024 };

static void warn(StrView pattern, StrView file, Status status)
{
    const TextValue values[] = { { SV("file"), file }, { SV("why"), strview_from_cstr(status_text(status)) } };
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    text_format(&text, pattern, values, 2);
    log_line(LOG_WARNING, "%s", text.data);
    strbuf_release(&text);
}

static Store *open_file(const char *folder, const Catalogue *texts)
{
    Store *store = NULL;
    bool was_broken = false;
    StrBuf path;
    strbuf_init(&path, alloc_heap());
    strbuf_printf(&path, "%s/progress.db", folder);
    Status status = path.failed ? STATUS_NOMEM : file_make_folders(folder);
    if (status == STATUS_OK) {
        status = store_sqlite_open(alloc_heap(), path.data, &store, &was_broken);
    }
    StrView file = strbuf_view(&path);
    if (status == STATUS_UNSUPPORTED) {
        warn(TR(texts, "notice.store_newer",
                "{file}: saved by a newer version of the game. It stays as it is; the game plays, but nothing new will be kept."),
             file, status);
    } else if (status != STATUS_OK) {
        warn(TR(texts, "notice.store_closed", "{file}: cannot be used ({why}). The game plays, but nothing will be kept."), file,
             status);
    } else if (was_broken) {
        warn(TR(texts, "notice.store_broken", "{file}: damaged. It is kept beside it as .broken, and a new one was begun."), file,
             status);
    }
    strbuf_release(&path);
    return store;
}

Store *main_open_store(const MainOptions *options, const Catalogue *catalogue)
{
    Store *store = NULL;
    if (options->keeps && options->store_folder.len == 0) {
        warn(TR(catalogue, "notice.no_home", "HOME names no folder to keep progress in. The game plays, but nothing will be kept."),
             SV(""), STATUS_NOT_FOUND);
    } else if (options->keeps) {
        store = open_file(options->store_folder.data, catalogue);
    }
    if (!store && store_memory_open(alloc_heap(), &store) != STATUS_OK) {
        store = NULL;
    }
    return store;
}

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
