#include "grownups_internal.h"

/* Where a paper is, or what went wrong. The page's number: how that went. */
enum { PAPER_SHOWN = -1, PAPER_FILE = -2, PAPER_NO_PROGRAM = -3 }; /* else the Status of writing it */

static void fill_paper(GrownPage *page, App *app)
{
    const Catalogue *texts = app->parts.catalogue;
    Status status = page->number < 0 ? STATUS_OK : (Status)page->number;
    TextValue values[] = { { SV("path"), grown_ltr(page, texts, page->key) }, { SV("why"), strview_from_cstr(status_text(status)) } };
    page->title = TR(texts, "paper.screen", "The paper");
    if (status == STATUS_UNSUPPORTED) {
        grown_text(page, TR(texts, "paper.nowhere", "This game keeps nothing on this computer now, so there is no folder for papers."));
        return;
    }
    if (status != STATUS_OK && status != STATUS_IO && status != STATUS_NOMEM) {
        grown_say(page, TR(texts, "paper.unmade", "The page could not be made ({why}): something that the game came with is missing or damaged. The log names it. Everything else goes on."), values, 2);
        return;
    }
    if (status != STATUS_OK) {
        grown_say(page, TR(texts, "paper.failed", "The file could not be written ({why}). Is the disk full? Everything that was there before is still there."), values, 2);
    } else if (app->parts.in_browser) {
        grown_text(page, page->number == PAPER_SHOWN ? TR(texts, "paper.shown.browser", "It opens in a new tab of this browser. Print it from there, on A4 or Letter. If no tab comes, a line at the top of the page offers it: save it, and open the file.")
                                                     : TR(texts, "paper.file.browser", "A line at the top of the page offers the file: choose it to save it. Nothing of it was sent anywhere."));
        return;
    } else if (page->number == PAPER_SHOWN) {
        grown_text(page, TR(texts, "paper.shown", "It opens now in the program that this computer has for such pages. Print it from there, on A4 or Letter. If no window comes, copy the file to another computer."));
    } else if (page->number == PAPER_FILE) {
        grown_text(page, TR(texts, "paper.file", "The file is written. Nothing of it was sent anywhere."));
    } else {
        grown_text(page, TR(texts, "paper.no_program", "There is no program to show it here. Copy the file to a computer with a web browser and a printer."));
    }
    grown_heading(page, TR(texts, "paper.where", "Where it is"));
    grown_text(page, grown_ltr(page, texts, page->key));
}

void grown_show_paper(App *app, Status status, StrView path, bool can_show)
{
    static const GrownKind kind = { .fill = fill_paper };
    int64_t number = status;
    if (status == STATUS_OK) {
        bool is_shown = (can_show || app->parts.in_browser) && papers_show(app, path); /* a browser gives what is taken along, too */
        number = !can_show ? PAPER_FILE : is_shown ? PAPER_SHOWN : PAPER_NO_PROGRAM;
    }
    app_sound(app, status == STATUS_OK ? SV("badge") : SV("page"));
    scene_stack_push(&app->scenes, grown_page_create(app, &kind, path, number));
}

void grown_give_page(App *app, Status status, StrView name, const StrBuf *page)
{
    status = status == STATUS_OK && page->failed ? STATUS_NOMEM : status;
    if (status == STATUS_OK) {
        grown_give_paper(app, name, strbuf_view(page), true);
    } else {
        grown_show_paper(app, status, SV(""), true);
    }
}

void grown_give_paper(App *app, StrView name, StrView content, bool can_show)
{
    Arena arena;
    StrView path;
    arena_init(&arena, app->parts.alloc, 512);
    Status status = papers_write(app, &arena, name, content, &path);
    grown_show_paper(app, status, path, can_show);
    arena_release(&arena);
}
