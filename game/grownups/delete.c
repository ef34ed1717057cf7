#include "saved.h"

#include "sango/base/file.h"
#include "sango/base/log.h"

static size_t remove_files(const SavedFiles *files)
{
    size_t left = 0;
    for (size_t i = 0; i < files->count; i++) {
        Status status = file_remove(files->paths[i].data);
        if (status != STATUS_OK && status != STATUS_NOT_FOUND) {
            log_line(LOG_ERROR, "%s: could not be deleted: %s", files->paths[i].data, status_text(status));
            left++;
        }
    }
    return left;
}

/* As at the first start: nobody plays, nothing is set, the game's own stories are on. */
static void begin_anew(App *app)
{
    const StorePlayer nobody = { 0 };
    app->settings = settings_default();
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
    size_t failed = remove_files(&papers) + remove_files(&broken);
    Status status = app->store->ops->delete_everything(app->store);
    arena_release(&arena);
    if (left) {
        *left = failed;
    }
    if (status == STATUS_OK) {
        begin_anew(app);
    }
    return status;
}
