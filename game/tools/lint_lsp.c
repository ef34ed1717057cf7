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

/* A script may stand so many folders below its pack.json or .yarnproject. */
enum { READ_BYTES = 64 * 1024, WHOLE_DEPTH = 4 };

/* --- the scripts of the disk ----------------------------------------------------------------- */

static StrView parent_of(StrView path)
{
    size_t len = path.len;
    while (len > 0 && path.data[len - 1] != '/') {
        len--;
    }
    return strview_slice(path, 0, len > 1 ? len - 1 : len);
}

/* Do the patterns of the project in `root` name the script? */
static bool is_listed(const ScriptSet *set, const char *root, StrView path)
{
    StrView rest = strview_slice(path, strlen(root) + 1, path.len);
    for (size_t i = 0; i < set->project.source_count; i++) {
        if (strview_equal(set->project.sources[i], rest)) {
            return true;
        }
    }
    return false;
}

/* Reads the pack or project in `root` if there is one that the script belongs to: a pack holds all
 * below it, a project what it lists and what lies beside it. The script itself may not be listed
 * yet, or not be on the disk. */
static Status load_whole(ScriptSet *set, char *root, char *file, bool is_beside, bool *is_found)
{
    DiagSink unheard = { 0 }; /* what cannot be read is left out */
    StrBuf project;
    struct stat found;
    Status status = STATUS_OK;
    bool is_pack = script_set_is_pack(root);
    strbuf_init(&project, alloc_heap());
    *is_found = is_pack || script_set_find_project(root, &project);
    if (project.failed) {
        status = STATUS_NOMEM;
    } else if (*is_found) {
        char *paths[] = { is_pack ? root : project.data, file };
        status = script_set_load(set, stat(file, &found) == 0 ? 2 : 1, paths, &unheard);
        bool belongs = is_pack || (is_beside ? set->project.source_count > 0
                                             : is_listed(set, root, strview_from_cstr(file)));
        if (status != STATUS_NOMEM && !belongs) {
            script_set_release(set);
            *is_found = false;
        }
    }
    strbuf_release(&project);
    return status;
}

/* The nearest pack or project from the script's folder upwards, else the scripts of its folder. */
static Status find_scripts(ScriptSet *set, char *file, StrBuf *root)
{
    DiagSink unheard = { 0 };
    StrView own = parent_of(strview_from_cstr(file)), folder = own;
    Status status = STATUS_OK;
    for (int i = 0; i < WHOLE_DEPTH && folder.len > 1; i++, folder = parent_of(folder)) {
        bool is_found = false;
        strbuf_clear(root);
        strbuf_append(root, folder);
        status = root->failed ? STATUS_NOMEM : load_whole(set, root->data, file, i == 0, &is_found);
        if (status == STATUS_NOMEM || is_found) {
            return status;
        }
    }
    strbuf_clear(root);
    strbuf_append(root, own);
    return root->failed ? STATUS_NOMEM : script_set_load_plain(set, root->data, &unheard);
}

static Status load_scripts(void *user, StrView path, LspFolder *folder, LspAddScript add, void *to)
{
    (void)user;
    ScriptSet set = { 0 };
    StrBuf file;
    strbuf_init(&file, alloc_heap());
    strbuf_append(&file, path);
    Status status = file.failed ? STATUS_NOMEM : find_scripts(&set, file.data, &folder->root);
    if (status != STATUS_NOMEM) {
        status = STATUS_OK;
        for (size_t i = 0; status == STATUS_OK && i < set.source_count; i++) {
            status = add(to, set.sources[i].name, set.sources[i].text);
        }
        folder->is_pack = script_set_is_pack(folder->root.data);
        folder->has_project = set.has_project;
        folder->project = set.project; /* the server's now */
        set.project = (YarnProject){ 0 };
    }
    script_set_release(&set);
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
