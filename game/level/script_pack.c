#include "level_internal.h"
#include "sango/base/file.h"
#include "sango/yarn/outline.h"

enum { FOLDERS_UP_MAX = 4, MINUTES_USUAL = 10 };

/* Where the last part of text[0..end) begins. */
static size_t last_part(StrView text, size_t end)
{
    while (end > 0 && text.data[end - 1] != '/') {
        end--;
    }
    return end;
}

/* "a/b/c.yarn" with the file from 4 on is in "a/b". */
static StrView folder_before(StrView path, size_t file)
{
    return file == 0 ? SV(".") : strview_slice(path, 0, file == 1 ? 1 : file - 1);
}

static const LevelEntry *find_in(const LevelEntry *levels, size_t count, StrView file)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < levels[i].file_count; k++) {
            if (strview_equal(levels[i].files[k], file)) {
                return &levels[i];
            }
        }
    }
    return NULL;
}

static const LevelEntry *find_listing(const LevelPack *pack, StrView file)
{
    const LevelEntry *level = find_in(pack->levels, pack->level_count, file);
    return level ? level : find_in(pack->measures, pack->measure_count, file);
}

static bool has_manifest(const Allocator *alloc, const char *folder)
{
    FileTree *tree = NULL;
    StrView text = { NULL, 0 };
    bool is_there = file_tree_open(alloc, folder, NULL, &tree) == STATUS_OK &&
                    file_tree_read(tree, alloc, SV("pack.json"), PACK_FILE_BYTES_MAX, &text) == STATUS_OK;
    file_free(alloc, &text);
    file_tree_close(tree);
    return is_there;
}

/* The pack of one folder, when it lists the script; STATUS_NOT_FOUND when not. */
static Status try_folder(const Allocator *alloc, StrView script, size_t file, DiagSink *diags, LevelPack *pack, const LevelEntry **level)
{
    StrBuf folder;
    strbuf_init(&folder, alloc);
    strbuf_append(&folder, folder_before(script, file));
    Status status = folder.failed ? STATUS_NOMEM : has_manifest(alloc, folder.data) ? STATUS_OK : STATUS_NOT_FOUND;
    if (status == STATUS_OK) {
        status = level_pack_load(alloc, folder.data, diags, pack);
    }
    strbuf_release(&folder);
    if (status != STATUS_OK) {
        return status;
    }
    *level = find_listing(pack, strview_slice(script, file, script.len - file));
    if (!*level) {
        level_pack_release(pack);
    }
    return *level ? STATUS_OK : STATUS_NOT_FOUND;
}

/* STATUS_NOT_FOUND: no pack above lists it. A manifest with mistakes is reported and ends the search. */
static Status find_pack(const Allocator *alloc, StrView script, DiagSink *diags, LevelPack *pack, const LevelEntry **level)
{
    size_t file = last_part(script, script.len);
    Status status = try_folder(alloc, script, file, diags, pack, level);
    for (int i = 1; status == STATUS_NOT_FOUND && i < FOLDERS_UP_MAX && file > 1; i++) {
        file = last_part(script, file - 1);
        status = try_folder(alloc, script, file, diags, pack, level);
    }
    return status;
}

static bool has_tag(const YarnOutlineNode *node, StrView tag)
{
    for (size_t i = 0; i < node->tag_count; i++) {
        if (strview_equal(node->tags[i], tag)) {
            return true;
        }
    }
    return false;
}

static unsigned bands_of(const YarnOutlineNode *node)
{
    unsigned bands = 0;
    for (size_t i = 0; i < node->header_count; i++) {
        if (strview_equal(node->headers[i].key, SV("band"))) {
            bands |= strview_contains(node->headers[i].value, SV("7-9")) ? BAND_YOUNGER : 0;
            bands |= strview_contains(node->headers[i].value, SV("10-13")) ? BAND_OLDER : 0;
        }
    }
    return bands ? bands : BAND_YOUNGER | BAND_OLDER;
}

/* What the script says of itself. Its mistakes are told when it is opened. */
static Status read_pages(const Allocator *alloc, LevelPack *pack, LevelEntry *level)
{
    StrView text;
    YarnOutline *outline = NULL;
    DiagSink unheard = { 0 };
    Status status = file_tree_read(pack->files, alloc, level->files[0], PACK_FILE_BYTES_MAX, &text);
    if (status != STATUS_OK) {
        return status;
    }
    YarnSource source = { level->files[0], text };
    status = yarn_outline_create(&(YarnCompileOptions){ .alloc = alloc, .diags = &unheard }, &source, 1, &outline);
    for (size_t i = 0; status == STATUS_OK && i < outline->node_count; i++) {
        const YarnOutlineNode *node = &outline->nodes[i];
        StrView *page = has_tag(node, SV("debrief")) ? &level->debrief : has_tag(node, SV("notes")) ? &level->notes : &level->start;
        if (page->len == 0 || (page == &level->start && has_tag(node, SV("start")))) {
            *page = arena_copy(&pack->arena, node->title);
            status = page->data ? STATUS_OK : STATUS_NOMEM;
        }
        if (page == &level->start && has_tag(node, SV("start"))) {
            level->bands = bands_of(node);
        }
    }
    yarn_outline_destroy(outline);
    file_free(alloc, &text);
    return status;
}

static Status make_pack(const Allocator *alloc, StrView script, LevelPack *pack, const LevelEntry **level)
{
    size_t file = last_part(script, script.len);
    *pack = (LevelPack){ .id = SV("draft"), .title = SV("Draft"), .version = SV("0") };
    arena_init(&pack->arena, alloc, 1024);
    pack->folder = arena_copy(&pack->arena, folder_before(script, file));
    LevelEntry *made = ARENA_NEW(&pack->arena, LevelEntry);
    StrView *files = ARENA_NEW(&pack->arena, StrView);
    StrView name = arena_copy(&pack->arena, strview_slice(script, file, script.len - file));
    if (!pack->folder.data || !made || !files || !name.data) {
        return STATUS_NOMEM;
    }
    files[0] = name;
    *made = (LevelEntry){ .id = name, .key = name, .title = name, .world = SV("home"), .files = files, .file_count = 1,
                          .bands = BAND_YOUNGER | BAND_OLDER, .minutes = MINUTES_USUAL, .line = 1 };
    pack->levels = *level = made;
    pack->level_count = 1;
    Status status = file_tree_open(alloc, pack->folder.data, NULL, &pack->files);
    return status == STATUS_OK ? read_pages(alloc, pack, made) : status;
}

Status level_pack_of_script(const Allocator *alloc, const char *script, DiagSink *diags, LevelPack *pack, const LevelEntry **level)
{
    DiagSink counting = { 0 };
    DiagSink *sink = diags ? diags : &counting;
    StrView path = strview_from_cstr(script);
    *level = NULL;
    Status status = find_pack(alloc, path, sink, pack, level);
    if (status != STATUS_NOT_FOUND) {
        return status;
    }
    status = make_pack(alloc, path, pack, level);
    if (status != STATUS_OK) {
        if (status != STATUS_NOMEM) {
            diag_report(sink, DIAG_ERROR, (SourcePos){ .file = path }, 0, "pack-file", "%s", status_text(status));
        }
        level_pack_release(pack);
        *level = NULL;
    }
    return status;
}
