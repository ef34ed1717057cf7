#include "saved.h"

#include "sango/base/file.h"
#include "sango/base/log.h"
#include "sango/player/papers.h"

#define LESSON_KEY "lesson."

/* The one on disk, also while a guest plays in memory. */
static Store *kept(const App *app)
{
    return app->kept_store ? app->kept_store : app->store;
}

static size_t last_slash(StrView path)
{
    size_t at = path.len;
    while (at > 0 && path.data[at - 1] != '/') {
        at--;
    }
    return at; /* behind it; 0: none */
}

StrView saved_folder(const App *app)
{
    StrView file = strview_from_cstr(kept(app)->file);
    size_t at = last_slash(file);
    return at > 1 ? strview_slice(file, 0, at - 1) : SV("");
}

static void count_keys(App *app, Arena *arena, StrView prefix, size_t *count)
{
    StrView *keys;
    Store *store = kept(app);
    Status status = store->ops->keys(store, STORE_EVERYBODY, prefix, arena, &keys, count);
    if (status != STATUS_OK) {
        *count = 0;
        app_store_notice(app, status, "what is kept could not be read");
    }
}

static void count_players(App *app, Arena *arena, Saved *saved)
{
    Store *store = kept(app);
    StorePlayer *players;
    StoreResult *results;
    size_t count;
    Status status = store->ops->players(store, arena, &players, &saved->players);
    for (size_t i = 0; status == STATUS_OK && i < saved->players; i++) {
        status = store->ops->results(store, players[i].id, arena, &results, &count);
        saved->results += status == STATUS_OK ? count : 0;
    }
    if (status != STATUS_OK) {
        app_store_notice(app, status, "what is kept could not be read");
    }
}

static void count_figures(App *app, Arena *arena, Saved *saved)
{
    Store *store = kept(app);
    StoreCount *counts;
    size_t count;
    Status status = store->ops->counts(store, arena, &counts, &count);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        saved->figures += counts[i].count;
    }
}

static StrView join(Arena *arena, StrView folder, StrView name)
{
    StrBuf path;
    strbuf_init(&path, arena->alloc);
    strbuf_printf(&path, "%.*s/%.*s", SV_ARG(folder), SV_ARG(name));
    StrView copy = path.failed ? SV("") : arena_copy(arena, strbuf_view(&path));
    strbuf_release(&path);
    return copy;
}

static void join_all(Arena *arena, StrView folder, const StrView *names, size_t count, size_t skip, SavedFiles *files)
{
    files->paths = ARENA_ARRAY(arena, StrView, count + 1);
    for (size_t i = 0; files->paths && i < count; i++) {
        StrView path = join(arena, folder, strview_slice(names[i], skip, names[i].len));
        if (path.len) {
            files->paths[files->count++] = path;
        }
    }
}

void saved_papers(App *app, Arena *arena, SavedFiles *files)
{
    Store *store = kept(app);
    StrView *keys;
    size_t count;
    *files = (SavedFiles){ 0 };
    if (app->parts.papers_folder.len && store->ops->keys(store, STORE_EVERYBODY, SV(PAPERS_KEY), arena, &keys, &count) == STATUS_OK) {
        size_t kept_count = 0;
        for (size_t i = 0; i < count; i++) { /* a store that was tampered with must not lead to files elsewhere */
            if (papers_is_name(strview_slice(keys[i], sizeof PAPERS_KEY - 1, keys[i].len))) {
                keys[kept_count++] = keys[i];
            }
        }
        join_all(arena, app->parts.papers_folder, keys, kept_count, sizeof PAPERS_KEY - 1, files);
    }
}

/* "progress.db.broken", "progress.db.broken-2", and what SQLite had put beside them. */
void saved_broken(App *app, Arena *arena, SavedFiles *files)
{
    StrView file = strview_from_cstr(kept(app)->file);
    StrView folder = arena_copy(arena, saved_folder(app));
    StrView *names;
    size_t count;
    StrBuf begin;
    *files = (SavedFiles){ 0 };
    strbuf_init(&begin, app->parts.alloc);
    strbuf_printf(&begin, "%.*s.broken", SV_ARG(strview_slice(file, last_slash(file), file.len)));
    if (folder.len && !begin.failed && file_list(arena, folder.data, strbuf_view(&begin), SV(""), &names, &count) == STATUS_OK) {
        join_all(arena, folder, names, count, 0, files);
    }
    strbuf_release(&begin);
}

void saved_read(App *app, Arena *arena, Saved *saved)
{
    SavedFiles papers, broken;
    uint64_t bytes;
    *saved = (Saved){ .bytes = kept(app)->text_len };
    saved->file = saved_folder(app).len ? strview_from_cstr(kept(app)->file) : SV("");
    saved->is_kept = saved->file.len > 0 || kept(app)->is_text;
    count_players(app, arena, saved);
    count_keys(app, arena, SV(LESSON_KEY), &saved->lessons);
    count_figures(app, arena, saved);
    if (saved->file.len) {
        (void)file_size(kept(app)->file, &saved->bytes);
    }
    saved_papers(app, arena, &papers);
    for (size_t i = 0; i < papers.count; i++) {
        saved->papers += file_size(papers.paths[i].data, &bytes) == STATUS_OK;
    }
    saved_broken(app, arena, &broken);
    saved->broken = broken.count;
}
