#include "grownups_internal.h"
#include "sango/base/file.h"
#include "sango/json/json.h"

enum { PACKS_RESTRICTED = GROWN_FIRST_ID, PACKS_CHECK };

static size_t pack_count(const App *app)
{
    return app->parts.library ? app->parts.library->count : app->parts.pack ? 1 : 0;
}

static const LevelPack *pack_at(const App *app, size_t index)
{
    return app->parts.library ? &app->parts.library->packs[index] : app->parts.pack;
}

/* --- mistakes ------------------------------------------------------------------------- */

static void check_levels(const App *app, const LevelPack *pack, DiagSink *diags)
{
    for (size_t i = 0; i < pack->level_count; i++) {
        YarnProgram *program;
        if (level_open(app->parts.alloc, pack, &pack->levels[i], diags, &program) == STATUS_OK) {
            yarn_program_destroy(program);
        }
    }
}

/* All packs are read anew, so that those that were left out at the start are named as well. */
static void fill_mistakes(GrownPage *page, App *app)
{
    const Catalogue *texts = app->parts.catalogue;
    StrBuf found;
    LevelLibrary library;
    strbuf_init(&found, app->parts.alloc);
    DiagSink diags = { .report = grown_note, .user = &found };
    StrView own = pack_count(app) ? pack_at(app, 0)->folder : SV("");
    StrView own_path = arena_copy(&page->arena, own);
    const char *others = app->parts.packs_folder.len ? app->parts.packs_folder.data : NULL;
    page->title = TR(texts, "packs.mistakes", "Mistakes in the packs");
    if (own_path.len && level_library_open(app->parts.alloc, own_path.data, others, &diags, &library) == STATUS_OK) {
        for (size_t i = 0; i < library.count; i++) {
            check_levels(app, &library.packs[i], &diags);
        }
        level_library_release(&library);
    }
    grown_lines(page, strbuf_view(&found));
    if (found.len == 0) {
        grown_text(page, TR(texts, "packs.no_mistakes", "No mistakes were found: every story of every pack can be read."));
    }
    strbuf_release(&found);
}

/* --- the list --------------------------------------------------------------------------- */

static StrView licence_of(GrownPage *page, const LevelPack *pack)
{
    StrView text;
    StrView licence = SV("");
    const JsonValue *root;
    JsonError error;
    if (file_tree_read(pack->files, page->arena.alloc, SV("pack.json"), PACK_FILE_BYTES_MAX, &text) == STATUS_OK) {
        if (json_parse(&page->arena, text, JSON_RELAXED, &root, &error) == STATUS_OK) {
            licence = json_get_string(root, "licence", SV(""));
        }
        file_free(page->arena.alloc, &text);
    }
    return licence;
}

static void add_pack(GrownPage *page, const App *app, const LevelPack *pack)
{
    const Catalogue *texts = app->parts.catalogue;
    StrView licence = licence_of(page, pack);
    TextValue values[] = { { SV("version"), pack->version.len ? pack->version : SV("?") },
                           { SV("licence"), licence.len ? licence : TR(texts, "packs.no_licence", "not said") },
                           { SV("n"), grown_number(page, pack->level_count) } };
    grown_heading(page, pack->title);
    grown_say(page, TR(texts, "packs.line", "Version {version}. Licence: {licence}. Stories: {n}."), values, 3);
    if (!app->parts.in_browser) {
        grown_text(page, grown_ltr(page, texts, pack->folder));
    }
}

static void fill_packs(GrownPage *page, App *app)
{
    const Catalogue *texts = app->parts.catalogue;
    TextValue folder = { SV("path"), grown_ltr(page, texts, app->parts.packs_folder) };
    page->title = TR(texts, "packs.area", "Stories and packs");
    grown_switch(page, PACKS_RESTRICTED, TR(texts, "settings.restricted", "Story about body pictures and threats"), app->settings.restricted);
    grown_text(page, TR(texts, "settings.restricted.text",
                        "For ages 10 to 13, on this computer. A child is pressed to send a picture of the body, and gets help. Nothing of it is shown or described. Read the teacher's notes of the story before: they say how to prepare, and what to do when a child tells you something. It never plays in a kiosk."));
    for (size_t i = 0; i < pack_count(app); i++) {
        add_pack(page, app, pack_at(app, i));
    }
    if (app->parts.in_browser) {
        return; /* nobody adds packs there, or mends them */
    }
    if (folder.value.len) {
        grown_heading(page, TR(texts, "packs.add", "To add a pack"));
        grown_say(page, TR(texts, "packs.add.text", "Put its folder or its zip into this folder, and start the game anew.\n{path}"), &folder, 1);
    }
    grown_row(page, PACKS_CHECK, TR(texts, "packs.check", "Look for mistakes"), TR(texts, "packs.check.line", "Reads every story, and says what is wrong with file and line"));
}

static void packs_chosen(GrownPage *page, App *app, uint32_t id)
{
    static const GrownKind mistakes = { .fill = fill_mistakes };
    (void)page;
    if (id == PACKS_RESTRICTED) {
        app->settings.restricted = !app->settings.restricted;
        app_settings_changed(app);
    } else {
        scene_stack_push(&app->scenes, grown_page_create(app, &mistakes, SV(""), 0));
    }
}

Scene *grown_packs_create(App *app)
{
    static const GrownKind kind = { .fill = fill_packs, .chosen = packs_chosen };
    return grown_page_create(app, &kind, SV(""), 0);
}
