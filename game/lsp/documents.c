/* Scripts that the editor has open, and the groups that they belong to. A group is read
 * from the disk when one of its scripts is opened, saved or closed; in between the open
 * texts are laid over what was read. */
#include "lsp_internal.h"

#include <string.h>

/* --- uri and path ------------------------------------------------------------------------- */

static int hex_value(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
}

static bool is_drive(StrView path)
{
    return path.len >= 3 && path.data[0] == '/' && path.data[2] == ':' &&
           ((path.data[1] >= 'a' && path.data[1] <= 'z') || (path.data[1] >= 'A' && path.data[1] <= 'Z'));
}

/* "file:///home/a%20b.yarn" gives "/home/a b.yarn", "file:///c%3A/x" gives "c:/x". False
 * when the uri names no file of this machine. */
static bool append_path(StrBuf *out, StrView uri)
{
    if (!strview_starts_with(uri, SV("file:///"))) {
        return false;
    }
    StrView rest = strview_slice(uri, 7, uri.len);
    for (size_t i = 0; i < rest.len; i++) {
        char c = rest.data[i];
        int high = c == '%' && i + 2 < rest.len ? hex_value(rest.data[i + 1]) : -1;
        int low = high >= 0 ? hex_value(rest.data[i + 2]) : -1;
        if (low >= 0) {
            c = (char)(high * 16 + low);
            i += 2;
        }
        if (c == '\0') {
            return false;
        }
        strbuf_char(out, c);
    }
    if (is_drive(strbuf_view(out))) {
        memmove(out->data, out->data + 1, out->len); /* with the NUL */
        out->len--;
    }
    return true;
}

void lsp_uri_append(StrBuf *out, StrView path)
{
    strbuf_append(out, path.len && path.data[0] == '/' ? SV("file://") : SV("file:///"));
    for (size_t i = 0; i < path.len; i++) {
        char c = path.data[i];
        bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                        (c != '\0' && strchr("/-_.~:", c));
        if (is_plain) {
            strbuf_char(out, c);
        } else {
            strbuf_printf(out, "%%%02X", (unsigned)(unsigned char)c);
        }
    }
}

/* --- groups --------------------------------------------------------------------------------- */

typedef struct GroupFiles {
    Arena arena;
    YarnSource *items;
    size_t count;
    LspFolder folder;
    bool failed;
} GroupFiles;

static Status add_script(void *to, StrView path, StrView text)
{
    GroupFiles *files = to;
    YarnSource *items = arena_grow(&files->arena, files->items, files->count, sizeof *items);
    if (!items) {
        files->failed = true;
        return STATUS_NOMEM;
    }
    files->items = items;
    YarnSource *made = &files->items[files->count];
    *made = (YarnSource){ arena_copy(&files->arena, path), arena_copy(&files->arena, text) };
    files->failed |= !made->name.data || !made->text.data;
    files->count += !files->failed;
    return files->failed ? STATUS_NOMEM : STATUS_OK;
}

static void release_files(GroupFiles *files)
{
    arena_release(&files->arena);
    yarn_project_release(&files->folder.project);
    strbuf_release(&files->folder.root);
}

/* Reads what belongs together with a document. False when out of memory; release in any case. */
static bool read_files(LspServer *server, const LspDocument *document, GroupFiles *files)
{
    StrBuf *root = &files->folder.root;
    const LspFiles *disk = &server->options.files;
    StrView path = strbuf_view(&document->path);
    *files = (GroupFiles){ 0 };
    arena_init(&files->arena, server->alloc, 16 * 1024);
    strbuf_init(root, server->alloc);
    bool is_file = !strview_equal(path, strbuf_view(&document->uri));
    if (disk->load && is_file) {
        files->failed |= disk->load(disk->user, path, &files->folder, add_script, files) == STATUS_NOMEM;
    }
    if (root->len == 0) {
        strbuf_append(root, path);
    }
    files->failed |= root->failed;
    server->failed |= files->failed;
    return !files->failed;
}

static void give_files(LspGroup *group, GroupFiles *files)
{
    arena_release(&group->files);
    yarn_project_release(&group->project);
    group->files = files->arena;
    group->project = files->folder.project;
    group->has_project = files->folder.has_project;
    files->arena.first = NULL; /* the group's now */
    files->folder.project = (YarnProject){ 0 };
    group->disk = files->items;
    group->disk_count = files->count;
    group->is_pack = files->folder.is_pack;
    group->is_stale = true;
}

static void free_group(LspServer *server, LspGroup *group)
{
    lsp_analysis_release(&group->analysis);
    arena_release(&group->files);
    yarn_project_release(&group->project);
    arena_release(&group->memory);
    strbuf_release(&group->root);
    alloc_free(server->alloc, group, sizeof *group);
}

static LspGroup *find_group(LspServer *server, StrView root)
{
    for (LspGroup *group = server->groups; group; group = group->next) {
        if (strview_equal(strbuf_view(&group->root), root)) {
            return group;
        }
    }
    return NULL;
}

static LspGroup *make_group(LspServer *server, StrView root)
{
    LspGroup *group = alloc_take(server->alloc, 1, sizeof *group);
    if (!group) {
        server->failed = true;
        return NULL;
    }
    strbuf_init(&group->root, server->alloc);
    arena_init(&group->files, server->alloc, 16 * 1024);
    arena_init(&group->memory, server->alloc, 1024);
    arena_init(&group->analysis.arena, server->alloc, 16 * 1024);
    strbuf_append(&group->root, root);
    server->failed |= group->root.failed;
    group->next = server->groups;
    server->groups = group;
    return group;
}

/* Finds or makes the document's group and reads it. */
static void join_group(LspServer *server, LspDocument *document)
{
    GroupFiles files;
    if (read_files(server, document, &files)) {
        StrView root = strbuf_view(&files.folder.root);
        LspGroup *group = find_group(server, root);
        group = group ? group : make_group(server, root);
        document->group = group;
        if (group) {
            group->document_count++;
            give_files(group, &files);
        }
    }
    release_files(&files);
}

static void read_again(LspServer *server, const LspDocument *document)
{
    GroupFiles files;
    if (read_files(server, document, &files)) {
        give_files(document->group, &files);
    }
    release_files(&files);
}

static void leave_group(LspServer *server, LspGroup *group)
{
    group->is_stale = true;
    if (--group->document_count > 0) {
        return;
    }
    lsp_group_unpublish(server, group);
    for (LspGroup **link = &server->groups; *link; link = &(*link)->next) {
        if (*link == group) {
            *link = group->next;
            break;
        }
    }
    free_group(server, group);
}

/* --- documents ------------------------------------------------------------------------------ */

LspDocument *lsp_document_find(const LspServer *server, StrView uri)
{
    for (LspDocument *document = server->documents; uri.data && document; document = document->next) {
        if (strview_equal(strbuf_view(&document->uri), uri)) {
            return document;
        }
    }
    return NULL;
}

static LspDocument *document_of(const LspServer *server, const JsonValue *params)
{
    return lsp_document_find(server, json_text(json_member(json_member(params, "textDocument"), "uri")));
}

static void free_document(LspServer *server, LspDocument *document)
{
    strbuf_release(&document->uri);
    strbuf_release(&document->path);
    strbuf_release(&document->text);
    alloc_free(server->alloc, document, sizeof *document);
}

/* Takes it out of the list first: a group is analysed without it. */
static void close_document(LspServer *server, LspDocument *document)
{
    lsp_document_unpublish(server, document);
    for (LspDocument **link = &server->documents; *link; link = &(*link)->next) {
        if (*link == document) {
            *link = document->next;
            break;
        }
    }
    server->document_count--;
    if (document->group) {
        leave_group(server, document->group);
    }
    free_document(server, document);
}

void lsp_document_open(LspServer *server, const JsonValue *params)
{
    const JsonValue *item = json_member(params, "textDocument");
    StrView uri = json_text(json_member(item, "uri")), text = json_text(json_member(item, "text"));
    LspDocument *known = lsp_document_find(server, uri);
    if (known) {
        close_document(server, known); /* an editor that opens twice means the second text */
    }
    if (!uri.data || !text.data || server->document_count >= LSP_DOCUMENTS_MAX) {
        return;
    }
    LspDocument *document = alloc_take(server->alloc, 1, sizeof *document);
    if (!document) {
        server->failed = true;
        return;
    }
    strbuf_init(&document->uri, server->alloc);
    strbuf_init(&document->path, server->alloc);
    strbuf_init(&document->text, server->alloc);
    strbuf_append(&document->uri, uri);
    strbuf_append(&document->text, text);
    if (!append_path(&document->path, uri)) {
        server->failed |= document->path.failed; /* which clearing forgets */
        strbuf_clear(&document->path);
        strbuf_append(&document->path, uri);
    }
    (void)json_whole(json_member(item, "version"), &document->version);
    server->failed |= document->uri.failed || document->path.failed || document->text.failed;
    document->next = server->documents;
    server->documents = document;
    server->document_count++;
    if (!server->failed) {
        join_group(server, document);
    }
}

/* One edit: a range with its new text, or all of the text. */
static void apply_change(LspServer *server, LspDocument *document, const JsonValue *change)
{
    StrView text = strbuf_view(&document->text), added = json_text(json_member(change, "text"));
    const JsonValue *range = json_member(change, "range");
    size_t from = 0, to = text.len;
    int64_t line, character;
    if (!added.data) {
        return;
    }
    if (lsp_position_read(json_member(range, "start"), &line, &character)) {
        from = lsp_offset_of(server, text, line, character);
        if (lsp_position_read(json_member(range, "end"), &line, &character)) {
            to = lsp_offset_of(server, text, line, character);
        }
    }
    StrBuf changed;
    strbuf_init(&changed, server->alloc);
    strbuf_append(&changed, strview_slice(text, 0, from));
    strbuf_append(&changed, added);
    strbuf_append(&changed, strview_slice(text, to > from ? to : from, text.len));
    server->failed |= changed.failed;
    strbuf_release(&document->text);
    document->text = changed;
}

void lsp_document_change(LspServer *server, const JsonValue *params)
{
    LspDocument *document = document_of(server, params);
    if (!document) {
        return;
    }
    (void)json_whole(json_member(json_member(params, "textDocument"), "version"), &document->version);
    const JsonValue *change = json_items(json_member(params, "contentChanges"));
    for (; change && !server->failed; change = change->next) {
        apply_change(server, document, change);
    }
    document->group->is_stale = true;
}

void lsp_document_save(LspServer *server, const JsonValue *params)
{
    LspDocument *document = document_of(server, params);
    if (document) {
        read_again(server, document);
    }
}

void lsp_document_close(LspServer *server, const JsonValue *params)
{
    LspDocument *document = document_of(server, params);
    if (document) {
        read_again(server, document);
        close_document(server, document);
    }
}

void lsp_documents_reload(LspServer *server)
{
    for (LspDocument *document = server->documents; document && !server->failed; document = document->next) {
        read_again(server, document);
    }
}

void lsp_documents_release(LspServer *server)
{
    while (server->documents) {
        LspDocument *next = server->documents->next;
        free_document(server, server->documents);
        server->documents = next;
    }
    while (server->groups) {
        LspGroup *next = server->groups->next;
        free_group(server, server->groups);
        server->groups = next;
    }
}
