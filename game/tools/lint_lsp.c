#define _POSIX_C_SOURCE 200809L
#include "asset_names.h"
#include "data_folder.h"
#include "sango/lsp/server.h"
#include "script_set.h"
#include "verbs.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_BYTES = 64 * 1024, PACK_DEPTH = 4 }; /* a script may stand so many folders below its pack.json */

/* --- the scripts of the disk ----------------------------------------------------------------- */

static StrView parent_of(StrView path)
{
    size_t len = path.len;
    while (len > 0 && path.data[len - 1] != '/') {
        len--;
    }
    return strview_slice(path, 0, len > 1 ? len - 1 : len);
}

static bool is_pack_folder(StrView folder)
{
    StrBuf path;
    strbuf_init(&path, alloc_heap());
    strbuf_append(&path, folder);
    bool is_pack = !path.failed && script_set_is_pack(path.data);
    strbuf_release(&path);
    return is_pack;
}

/* The pack that a script stands in, else its folder. */
static StrView find_root(StrView path)
{
    StrView own = parent_of(path), folder = own;
    for (int i = 0; i < PACK_DEPTH && folder.len > 1; i++, folder = parent_of(folder)) {
        if (is_pack_folder(folder)) {
            return folder;
        }
    }
    return own;
}

static Status give_scripts(const ScriptSet *set, LspAddScript add, void *to)
{
    Status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < set->source_count; i++) {
        status = add(to, set->sources[i].name, set->sources[i].text);
    }
    return status;
}

/* The scripts of the pack's levels, or of the folder; and the one at `path`, which the pack may
 * not list yet. */
static Status load_scripts(void *user, StrView path, StrBuf *root, bool *is_pack, LspAddScript add, void *to)
{
    (void)user;
    DiagSink unheard = { 0 }; /* what cannot be read is left out */
    ScriptSet set;
    StrBuf file;
    struct stat found;
    strbuf_append(root, find_root(path));
    strbuf_init(&file, alloc_heap());
    strbuf_append(&file, path);
    Status status = root->failed || file.failed ? STATUS_NOMEM : STATUS_OK;
    if (status == STATUS_OK) {
        char *paths[] = { root->data, file.data };
        bool is_saved = stat(file.data, &found) == 0;
        *is_pack = script_set_is_pack(root->data);
        status = script_set_load(&set, is_saved ? 2 : 1, paths, &unheard);
        status = status == STATUS_NOMEM ? status : give_scripts(&set, add, to);
        script_set_release(&set);
    }
    strbuf_release(&file);
    return status;
}

/* --- the pipe ---------------------------------------------------------------------------------- */

static bool write_all(const StrBuf *out)
{
    return fwrite(out->data, 1, out->len, stdout) == out->len && fflush(stdout) == 0;
}

/* Until the editor says "exit" or closes the pipe. */
static int serve(LspServer *server)
{
    static char bytes[READ_BYTES];
    StrBuf out;
    int code = 1;
    strbuf_init(&out, alloc_heap());
    while (!lsp_server_is_over(server, &code)) {
        ssize_t count = read(STDIN_FILENO, bytes, sizeof bytes);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            code = 1;
            break;
        }
        if (lsp_server_feed(server, (StrView){ bytes, (size_t)count }, &out) != STATUS_OK) {
            fprintf(stderr, "sango-lint: %s\n", status_text(STATUS_NOMEM));
        }
        if (!write_all(&out)) {
            code = 1;
            break;
        }
        strbuf_clear(&out);
    }
    strbuf_release(&out);
    return code;
}

int lint_lsp(int count, char **words)
{
    AssetNames assets;
    LspServer *server = NULL;
    StrBuf root, art, sound;
    /* Editors often say how they want to talk; there is only this way. */
    if (count > 0 && strcmp(words[0], "--stdio") != 0) {
        return verb_refuse(words[0]);
    }
    strbuf_init(&root, alloc_heap());
    strbuf_init(&art, alloc_heap());
    strbuf_init(&sound, alloc_heap());
    data_folder_find(&root);
    data_folder_art(&art, strbuf_view(&root));
    strbuf_printf(&sound, "%s/assets/sound", root.data);
    bool is_loaded = asset_names_load(&assets, art.data, sound.data) && !art.failed && !sound.failed;
    LspOptions options = { .alloc = alloc_heap(),
                           .files = { load_scripts, NULL },
                           .names = &assets.names,
                           .version = SANGO_VERSION };
    int code = EXIT_MISTAKES;
    if (is_loaded && lsp_server_create(&options, &server) == STATUS_OK) {
        code = serve(server);
    } else {
        fprintf(stderr, "sango-lint: %s\n", status_text(STATUS_NOMEM));
    }
    lsp_server_destroy(server);
    asset_names_release(&assets);
    strbuf_release(&root);
    strbuf_release(&art);
    strbuf_release(&sound);
    return code;
}
