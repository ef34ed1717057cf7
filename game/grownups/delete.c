#include "saved.h"

#include "sango/base/file.h"
#include "sango/base/log.h"
#include "sango/player/papers.h"

/* Those that could not be deleted are left in the list. */
static void remove_files(SavedFiles *files)
{
    size_t left = 0;
    for (size_t i = 0; i < files->count; i++) {
        Status status = file_remove(files->paths[i].data);
        if (status != STATUS_OK && status != STATUS_NOT_FOUND) {
            log_line(LOG_ERROR, "%s: could not be deleted: %s", files->paths[i].data, status_text(status));
            files->paths[left++] = files->paths[i];
        }
    }
    files->count = left;
}

/* Papers that are still there are still known, so that deleting again takes them. */
static void note_left(App *app, const SavedFiles *papers)
{
    StrBuf key;
    strbuf_init(&key, app->parts.alloc);
    for (size_t i = 0; i < papers->count; i++) {
        StrView path = papers->paths[i];
        strbuf_clear(&key);
        strbuf_printf(&key, PAPERS_KEY "%.*s", SV_ARG(strview_slice(path, app->parts.papers_folder.len + 1, path.len)));
        Status status = key.failed ? STATUS_NOMEM : app->store->ops->put(app->store, STORE_EVERYBODY, strbuf_view(&key), SV("1"));
        if (status != STATUS_OK) {
            app_store_notice(app, status, "the list of written papers could not be saved");
        }
    }
    strbuf_release(&key);
}

/* As at the first start: nobody plays, nothing is set, the game's own stories are on. */
static void begin_anew(App *app)
{
    const StorePlayer nobody = { 0 };
    app->settings = app->parts.settings ? *app->parts.settings : settings_default();
    app->has_measured = false;
    if (app->parts.library && app->parts.library->count) {
        app->parts.pack = &app->parts.library->packs[0];
    }
    app_set_player(app, &nobody);
}

Status saved_delete(App *app, size_t *left)
{
    SavedFiles papers, broken;
    Arena arena;
    app_end_unkept(app);
    arena_init(&arena, app->parts.alloc, 4096);
    saved_papers(app, &arena, &papers);
    saved_broken(app, &arena, &broken);
    remove_files(&papers);
    remove_files(&broken);
    Status status = app->store->ops->delete_everything(app->store);
    if (status == STATUS_OK) {
        begin_anew(app);
        note_left(app, &papers);
    }
    if (left) {
        *left = papers.count + broken.count;
    }
    arena_release(&arena);
    return status;
}
