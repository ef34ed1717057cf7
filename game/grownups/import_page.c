#include "grownups_internal.h"
#include "sango/base/file.h"
#include "sango/classroom/shelf.h"
#include "sango/json/json.h"

#include <stdio.h>

/* Lessons that were held on another computer: from a file in the folder of papers. Into a browser's the page puts what is picked. */
enum { IMPORT_PICK = GROWN_FIRST_ID, IMPORT_FIRST, IMPORT_SHOWN_MAX = 500 };

static void fill_merged(GrownPage *page, App *app)
{
    page->title = TR(app->parts.catalogue, "import.screen", "Lessons from a file");
    grown_lines(page, page->key);
}

static void say_merged(StrBuf *out, const Catalogue *texts, Status status, const ShelfMerge *merge, const StrBuf *found)
{
    char added[16], renewed[16], known[16], refused[16];
    const TextValue values[] = { { SV("added"), { added, (size_t)snprintf(added, sizeof added, "%zu", merge->added) } },
                                 { SV("renewed"), { renewed, (size_t)snprintf(renewed, sizeof renewed, "%zu", merge->renewed) } },
                                 { SV("known"), { known, (size_t)snprintf(known, sizeof known, "%zu", merge->known) } },
                                 { SV("refused"), { refused, (size_t)snprintf(refused, sizeof refused, "%zu", merge->refused) } } };
    if (status == STATUS_OK) {
        text_format(out, TR(texts, "import.done", "New here: {added}. Newer than here: {renewed}. Known already: {known}. Not readable: {refused}."), values, 4);
    } else if (status == STATUS_UNSUPPORTED) {
        strbuf_append(out, TR(texts, "import.newer", "A newer version of the game wrote this file. Nothing here was changed."));
    } else if (status == STATUS_INVALID) {
        strbuf_append(out, TR(texts, "import.foreign", "This file has no lessons of this game. Nothing here was changed."));
    } else {
        strbuf_append(out, TR(texts, "import.failed", "Not everything could be kept. Is the disk full? What was here before is still there."));
    }
    strbuf_char(out, '\n');
    strbuf_append(out, strbuf_view(found));
}

/* What a message calls it: in a browser the folder says nothing. */
static StrView shown_name(const App *app, StrView path)
{
    StrView folder = app->parts.papers_folder;
    return app->parts.in_browser ? strview_slice(path, folder.len + 1, path.len) : path;
}

static void import_file(App *app, StrView path)
{
    static const GrownKind kind = { .fill = fill_merged };
    StrBuf found, said;
    StrView text = { NULL, 0 };
    ShelfMerge merge = { 0 };
    strbuf_init(&found, app->parts.alloc);
    strbuf_init(&said, app->parts.alloc);
    DiagSink diags = { .report = grown_note, .user = &found };
    Status status = file_read(app->parts.alloc, path.data, JSON_BYTES_MAX, &text);
    if (status != STATUS_OK) {
        diag_report(&diags, DIAG_ERROR, (SourcePos){ .file = shown_name(app, path) }, 0, "", "cannot be read: %s", status_text(status));
        status = STATUS_INVALID;
    } else {
        status = shelf_import(app_store(app), app->parts.alloc, shown_name(app, path), text, &diags, &merge);
        file_free(app->parts.alloc, &text);
    }
    say_merged(&said, app->parts.catalogue, status, &merge, &found);
    scene_stack_push(&app->scenes, grown_page_create(app, &kind, strbuf_view(&said), 0));
    strbuf_release(&found);
    strbuf_release(&said);
}

static void list_files(App *app, Arena *arena, StrView **names, size_t *count)
{
    *count = 0;
    if (app->parts.papers_folder.len && file_list(arena, app->parts.papers_folder.data, SV(""), SV(".json"), names, count) != STATUS_OK) {
        *count = 0;
    }
}

static void add_files(GrownPage *page, const StrView *names, size_t count)
{
    for (size_t i = 0; i < count && i < IMPORT_SHOWN_MAX; i++) {
        grown_row(page, IMPORT_FIRST + (uint32_t)i, names[i], SV(""));
    }
}

static void fill_import(GrownPage *page, App *app)
{
    const Catalogue *texts = app->parts.catalogue;
    TextValue folder = { SV("path"), grown_ltr(page, texts, app->parts.papers_folder) };
    StrView *names;
    size_t count;
    page->title = TR(texts, "import.choose", "From another computer");
    if (folder.value.len == 0) {
        grown_text(page, TR(texts, "paper.nowhere", "This game keeps nothing on this computer now, so there is no folder for papers."));
        return;
    }
    if (app->parts.in_browser) {
        grown_text(page, TR(texts, "import.how.browser", "On the other computer press \"Take all lessons along\". Bring the file here, on a USB stick for example. It stays in this browser."));
        grown_row(page, IMPORT_PICK, TR(texts, "import.pick", "Look for the file"), SV(""));
        list_files(app, &page->arena, &names, &count);
        add_files(page, names, count);
        return;
    }
    grown_say(page, TR(texts, "import.how", "On the other computer press \"Take all lessons along\". Bring the file here, on a USB stick for example, copy it into this folder, and choose it.\n{path}"), &folder, 1);
    list_files(app, &page->arena, &names, &count);
    add_files(page, names, count);
    if (count == 0) {
        grown_text(page, TR(texts, "import.none", "There is no such file in it yet."));
    }
}

static void import_chosen(GrownPage *page, App *app, uint32_t id)
{
    StrView *names;
    size_t count;
    StrBuf path;
    if (id == IMPORT_PICK) {
        const PlatformOps *ops = app->parts.platform->ops;
        (void)(ops->pick_file ? ops->pick_file(app->parts.platform, app->parts.papers_folder.data) : STATUS_UNSUPPORTED);
        return;
    }
    list_files(app, &page->arena, &names, &count);
    strbuf_init(&path, app->parts.alloc);
    if (id - IMPORT_FIRST < count) {
        strbuf_printf(&path, "%.*s/%.*s", SV_ARG(app->parts.papers_folder), SV_ARG(names[id - IMPORT_FIRST]));
        import_file(app, strbuf_view(&path));
    }
    strbuf_release(&path);
}

Scene *grown_import_create(App *app)
{
    static const GrownKind kind = { .fill = fill_import, .chosen = import_chosen, .is_live = true };
    return grown_page_create(app, &kind, SV(""), 0);
}
