#include "watch.h"

#include "sango/base/file.h"
#include "sango/player/scenes.h"

enum { LOOK_MS = 250 }; /* between two looks at the files */

/* --- what the files are like ---------------------------------------------------------- */

static uint64_t add_number(uint64_t hash, uint64_t number)
{
    return (hash ^ number) * UINT64_C(1099511628211);
}

static uint64_t add_file(uint64_t hash, const char *path)
{
    return add_number(hash, file_stamp(path));
}

static const LevelEntry *level_of(const Watch *watch)
{
    return watch->is_loaded[watch->current] ? level_pack_find(&watch->packs[watch->current], watch->level_id) : NULL;
}

/* Changes when a file of the level changes, or the pack's list. */
static uint64_t stamp_files(const Watch *watch)
{
    uint64_t hash = add_file(UINT64_C(14695981039346656037), watch->path.data);
    const LevelEntry *level = level_of(watch);
    StrBuf path;
    strbuf_init(&path, alloc_heap());
    for (size_t i = 0; level && i <= level->file_count; i++) {
        strbuf_clear(&path);
        strbuf_printf(&path, "%.*s/%.*s", SV_ARG(watch->packs[watch->current].folder),
                      SV_ARG(i < level->file_count ? level->files[i] : SV("pack.json")));
        hash = path.failed ? hash : add_file(hash, path.data);
    }
    strbuf_release(&path);
    return hash;
}

/* --- reading ------------------------------------------------------------------------------ */

static void collect(void *user, const Diag *diag)
{
    StrBuf *text = user;
    enum { ENOUGH = 400 };
    if (diag->level == DIAG_ERROR && text->len < ENOUGH) {
        diag_format(text, diag);
    }
}

/* Into the pack that no scene looks at. After mistakes, which are in `said`, the old one stays. */
static Status reload(Watch *watch, App *app, StrBuf *said)
{
    unsigned next = 1 - watch->current;
    LevelPack *pack = &watch->packs[next];
    const LevelEntry *level;
    YarnProgram *program = NULL;
    DiagSink sink = { collect, said, 0, 0 };
    if (watch->is_loaded[next]) {
        level_pack_release(pack);
        watch->is_loaded[next] = false;
    }
    Status status = level_pack_of_script(app->parts.alloc, watch->path.data, &sink, pack, &level);
    if (status != STATUS_OK) {
        return status;
    }
    status = level_open(app->parts.alloc, pack, level, &sink, &program);
    yarn_program_destroy(program);
    if (status != STATUS_OK) {
        level_pack_release(pack);
        return status;
    }
    watch->is_loaded[next] = true;
    watch->current = next;
    watch->level_id = level->id;
    app->parts.library = NULL;
    app->parts.pack = pack;
    return STATUS_OK;
}

/* --- showing -------------------------------------------------------------------------------- */

/* All screens above the first one make room for the level: it goes on at the place that was saved. */
static void show(Watch *watch, App *app)
{
    const LevelEntry *level = level_of(watch);
    uint32_t above = app->scenes.count > 0 ? app->scenes.count - 1 : 0;
    Scene *scene = app->player.id ? play_scene_create(app, level) : first_level_create(app, level->id);
    if (scene) {
        strbuf_clear(&app->notice);
        scene_stack_pop(&app->scenes, above);
        scene_stack_push(&app->scenes, scene);
        app_touch(app);
    }
}

static void look(Watch *watch, App *app)
{
    StrBuf said;
    strbuf_init(&said, app->parts.alloc);
    Status status = reload(watch, app, &said);
    watch->stamp = stamp_files(watch);
    if (status == STATUS_OK) {
        show(watch, app);
    } else {
        app_notice(app, "%s", said.len ? said.data : status_text(status));
    }
    strbuf_release(&said);
}

Status watch_begin(Watch **result, App *app, const char *path)
{
    Watch *watch = alloc_take(app->parts.alloc, 1, sizeof *watch);
    *result = watch;
    if (!watch) {
        return STATUS_NOMEM;
    }
    strbuf_init(&watch->path, app->parts.alloc);
    if (file_whole_path(path, &watch->path) == STATUS_NOT_FOUND) {
        strbuf_append(&watch->path, strview_from_cstr(path)); /* it may come */
    }
    if (watch->path.failed) {
        return STATUS_NOMEM;
    }
    look(watch, app);
    return STATUS_OK;
}

void watch_end(Watch *watch, App *app)
{
    if (!watch) {
        return;
    }
    for (int i = 0; i < 2; i++) {
        if (watch->is_loaded[i]) {
            level_pack_release(&watch->packs[i]);
        }
    }
    strbuf_release(&watch->path);
    alloc_free(app->parts.alloc, watch, sizeof *watch);
}

void watch_update(Watch *watch, App *app)
{
    if (!watch || app->now_ms < watch->next_ms) {
        return;
    }
    watch->next_ms = app->now_ms + LOOK_MS;
    if (stamp_files(watch) != watch->stamp) {
        look(watch, app);
    }
}

int watch_deadline_ms(const Watch *watch, const App *app)
{
    if (!watch) {
        return -1;
    }
    return watch->next_ms > app->now_ms ? (int)(watch->next_ms - app->now_ms) : 0;
}
