#include "grownups_internal.h"
#include "saved.h"
#include "sango/base/log.h"
#include "sango/player/scenes.h"

enum { SAVED_DELETE = GROWN_FIRST_ID };

static void add_count(GrownPage *page, StrView pattern, uint64_t count)
{
    TextValue value = { SV("n"), grown_number(page, count) };
    grown_say(page, pattern, &value, 1);
}

static void add_where(GrownPage *page, App *app, const Saved *saved)
{
    const Catalogue *texts = app->parts.catalogue;
    TextValue values[] = { { SV("path"), grown_ltr(page, texts, saved->file) }, { SV("n"), grown_number(page, (saved->bytes + 1023) / 1024) } };
    grown_heading(page, TR(texts, "saved.where", "Where it is"));
    if (!saved->is_kept) {
        grown_text(page, TR(texts, "saved.memory", "Nowhere: everything is in memory now, and is gone when the game ends."));
    } else if (app->parts.in_browser) {
        grown_say(page, TR(texts, "saved.browser", "In this browser, on this computer ({n} kilobytes). Whoever deletes this website's data in the browser deletes it, too."), values, 2);
    } else {
        grown_say(page, TR(texts, "saved.file", "{path} ({n} kilobytes)"), values, 2);
    }
    if (app->parts.papers_folder.len && !app->parts.in_browser) {
        grown_text(page, grown_ltr(page, texts, app->parts.papers_folder));
    }
}

static void fill_saved(GrownPage *page, App *app)
{
    const Catalogue *texts = app->parts.catalogue;
    Saved saved;
    saved_read(app, &page->arena, &saved);
    bool in_browser = app->parts.in_browser;
    page->title = TR(texts, "saved.screen", "What is saved");
    add_count(page, TR(texts, "saved.players", "Children's games, under made-up names: {n}"), saved.players);
    add_count(page, TR(texts, "saved.results", "Stories that they have finished: {n}"), saved.results);
    add_count(page, TR(texts, "saved.lessons", "Lessons in front of a class: {n}"), saved.lessons);
    if (grown_kiosk_create || saved.figures) {
        add_count(page, TR(texts, "saved.figures", "What a kiosk has counted, nobody in it: {n}"), saved.figures);
    }
    if (!in_browser) {
        add_count(page, TR(texts, "saved.papers", "Papers that the game wrote and that are still in its folder: {n}"), saved.papers);
    }
    if (saved.broken) {
        add_count(page, TR(texts, "saved.broken", "Damaged files of earlier games that were put aside: {n}"), saved.broken);
    }
    add_where(page, app, &saved);
    grown_row(page, SAVED_DELETE, TR(texts, "saved.delete", "Delete everything"),
              in_browser ? TR(texts, "saved.delete.line.browser", "Games, results, lessons, settings. Not the papers and files that you saved elsewhere. It asks twice.")
                         : TR(texts, "saved.delete.line", "Games, results, lessons, figures, settings, papers. Not files that you added. It asks twice."));
}

static void delete_now(App *app, int64_t argument)
{
    const Catalogue *texts = app->parts.catalogue;
    size_t left = 0;
    (void)argument;
    Status status = saved_delete(app, &left);
    if (status != STATUS_OK) {
        app_store_notice(app, status, "not everything could be deleted");
        return;
    }
    strbuf_clear(&app->notice);
    strbuf_append(&app->notice, left ? TR(texts, "saved.left", "Everything in the game is deleted. Some papers could not be deleted: they are still in their folder.")
                                     : TR(texts, "saved.deleted", "Everything is deleted. The game is as new."));
    scene_stack_pop(&app->scenes, app->scenes.count > 2 ? app->scenes.count - 2 : 0); /* the question pops itself: the title is left */
}

static void ask_again(App *app, int64_t argument)
{
    const Catalogue *texts = app->parts.catalogue;
    const ConfirmText text = { TR(texts, "saved.sure", "The game cannot bring it back. Really delete everything?"),
                               TR(texts, "saved.sure.yes", "Delete for good"), TR(texts, "saved.sure.no", "No, keep it") };
    (void)argument;
    scene_stack_push(&app->scenes, confirm_scene_create(app, &text, delete_now, 0));
}

static void saved_chosen(GrownPage *page, App *app, uint32_t id)
{
    const Catalogue *texts = app->parts.catalogue;
    const ConfirmText text = { app->parts.in_browser ? TR(texts, "saved.ask.browser", "Delete all games, results, lessons and settings that this browser keeps?")
                                                     : TR(texts, "saved.ask", "Delete all games, results, lessons, figures, settings and papers of this computer?"),
                               TR(texts, "saved.ask.yes", "Delete"), TR(texts, "saved.ask.no", "No, keep everything") };
    (void)page;
    if (id == SAVED_DELETE) {
        scene_stack_push(&app->scenes, confirm_scene_create(app, &text, ask_again, 0));
    }
}

Scene *grown_saved_create(App *app)
{
    static const GrownKind kind = { .fill = fill_saved, .chosen = saved_chosen };
    return grown_page_create(app, &kind, SV(""), 0);
}
