#include "grownups_internal.h"
#include "sango/level/words.h"
#include "sango/player/kit.h"
#include "sango/player/widgets.h"

/* Pages to print: of a story, or for every lesson. */
enum { PRINT_YOUNGER = GROWN_FIRST_ID, PRINT_OLDER, PRINT_KINDS = 20, PRINT_STORIES = 40 };

static void write_page(App *app, KitPage kind, StrView key)
{
    const LevelPack *pack = NULL;
    const LevelEntry *level = key.len ? app_find_level(app, key, &pack) : NULL;
    Arena arena;
    StrView path = SV("");
    arena_init(&arena, app->parts.alloc, 512);
    Status status = lesson_paper(app, pack, level, kind, &arena, &path);
    grown_show_paper(app, status, path, true);
    arena_release(&arena);
}

static void add_kind(GrownPage *page, KitPage kind, StrView title, StrView line)
{
    grown_row(page, PRINT_KINDS + (uint32_t)kind, title, line);
}

/* --- one story ---------------------------------------------------------------------------- */

static void fill_story(GrownPage *page, App *app)
{
    const Catalogue *texts = app->parts.catalogue;
    const LevelEntry *level = app_find_level(app, page->key, NULL);
    page->title = level ? level_entry_title(texts, level) : page->key;
    add_kind(page, KIT_PAGE_PLAN, TR(texts, "print.plan", "Lesson plan"), TR(texts, "print.plan.line", "Aim, before, during, after, if a child tells something"));
    add_kind(page, KIT_PAGE_TAKEHOME, TR(texts, "print.takehome", "Sheet for home"), TR(texts, "print.takehome.line", "What we talked about, for those at home"));
    add_kind(page, KIT_PAGE_CERTIFICATE, TR(texts, "print.certificate", "Certificate"), TR(texts, "print.certificate.line", "With an empty line for a name, to fill in by hand"));
}

static void story_chosen(GrownPage *page, App *app, uint32_t id)
{
    write_page(app, (KitPage)(id - PRINT_KINDS), page->key);
}

/* --- the stories of an age -------------------------------------------------------------- */

static bool is_listed(const App *app, const LevelEntry *level, int64_t band)
{
    return (level->bands & (unsigned)band) && (!level->is_restricted || app->settings.restricted);
}

static void fill_band(GrownPage *page, App *app)
{
    const Catalogue *texts = app->parts.catalogue;
    const LevelPack *pack = app->parts.pack;
    page->title = page->number == BAND_YOUNGER ? TR(texts, "print.younger", "Stories for 7 to 9") : TR(texts, "print.older", "Stories for 10 to 13");
    for (size_t i = 0; pack && i < pack->level_count; i++) {
        if (is_listed(app, &pack->levels[i], page->number)) {
            grown_row(page, PRINT_STORIES + (uint32_t)i, level_entry_title(texts, &pack->levels[i]), SV(""));
        }
    }
}

static void band_chosen(GrownPage *page, App *app, uint32_t id)
{
    static const GrownKind kind = { .fill = fill_story, .chosen = story_chosen };
    (void)page;
    if (id >= PRINT_STORIES && id - PRINT_STORIES < app->parts.pack->level_count) {
        scene_stack_push(&app->scenes, grown_page_create(app, &kind, app->parts.pack->levels[id - PRINT_STORIES].key, 0));
    }
}

/* --- the first page ----------------------------------------------------------------------- */

static void fill_print(GrownPage *page, App *app)
{
    const Catalogue *texts = app->parts.catalogue;
    page->title = TR(texts, "print.screen", "Print");
    grown_text(page, TR(texts, "print.intro", "Each page is written as a file for a web browser and shown there: print it on A4 or Letter, in colour or grey."));
    grown_row(page, PRINT_YOUNGER, TR(texts, "print.younger", "Stories for 7 to 9"), TR(texts, "print.story.line", "Lesson plan, sheet for home, certificate"));
    grown_row(page, PRINT_OLDER, TR(texts, "print.older", "Stories for 10 to 13"), TR(texts, "print.story.line", "Lesson plan, sheet for home, certificate"));
    add_kind(page, KIT_PAGE_CARDS, TR(texts, "print.cards", "Cards to vote with"), TR(texts, "print.cards.line", "Six signs, told apart by shape as well as colour"));
    add_kind(page, KIT_PAGE_POSTER, TR(texts, "print.poster", "Poster"), TR(texts, "print.poster.line", "Sango's seven tools"));
    add_kind(page, KIT_PAGE_GUIDE, TR(texts, "print.guide", "How to hold a lesson"), TR(texts, "print.guide.line", "With one computer and a projector"));
}

static void print_chosen(GrownPage *page, App *app, uint32_t id)
{
    static const GrownKind kind = { .fill = fill_band, .chosen = band_chosen };
    (void)page;
    if (id == PRINT_YOUNGER || id == PRINT_OLDER) {
        scene_stack_push(&app->scenes, grown_page_create(app, &kind, SV(""), id == PRINT_YOUNGER ? BAND_YOUNGER : BAND_OLDER));
    } else {
        write_page(app, (KitPage)(id - PRINT_KINDS), SV(""));
    }
}

Scene *grown_print_create(App *app)
{
    static const GrownKind kind = { .fill = fill_print, .chosen = print_chosen };
    return grown_page_create(app, &kind, SV(""), 0);
}
