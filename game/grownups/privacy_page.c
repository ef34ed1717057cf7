#include "grownups_internal.h"
#include "privacy.h"

enum { PRIVACY_LONG = GROWN_FIRST_ID, PRIVACY_PRINT };

static void fill_long(GrownPage *page, App *app)
{
    PrivacyLine lines[PRIVACY_LONG_MAX];
    size_t count = privacy_long(app->parts.catalogue, app->parts.in_browser, lines);
    page->title = TR(app->parts.catalogue, "privacy.long", "Privacy in full");
    for (size_t i = 0; i < count; i++) {
        if (lines[i].is_heading) {
            grown_heading(page, lines[i].text);
        } else {
            grown_text(page, lines[i].text);
        }
    }
}

static void fill_privacy(GrownPage *page, App *app)
{
    const Catalogue *texts = app->parts.catalogue;
    StrView lines[PRIVACY_SHORT];
    privacy_short(texts, app->parts.in_browser, lines);
    page->title = TR(texts, "privacy.screen", "Privacy");
    for (size_t i = 0; i < PRIVACY_SHORT; i++) {
        grown_text(page, lines[i]);
    }
    grown_row(page, PRIVACY_LONG, TR(texts, "privacy.long", "Privacy in full"),
              TR(texts, "privacy.long.line", "For those who are responsible for data: what, where, why, how long, rights"));
    grown_row(page, PRIVACY_PRINT, TR(texts, "privacy.print", "Print both"), SV(""));
}

static void print_both(App *app)
{
    const Catalogue *texts = app->parts.catalogue;
    StrView few[PRIVACY_SHORT];
    PrivacyLine many[PRIVACY_LONG_MAX];
    PrintValue few_values[PRIVACY_SHORT], many_values[PRIVACY_LONG_MAX][2];
    PrintRow few_rows[PRIVACY_SHORT], many_rows[PRIVACY_LONG_MAX];
    StrBuf out;
    privacy_short(texts, app->parts.in_browser, few);
    size_t count = privacy_long(texts, app->parts.in_browser, many);
    for (size_t i = 0; i < PRIVACY_SHORT; i++) {
        few_values[i] = (PrintValue){ SV("text"), few[i] };
        few_rows[i] = (PrintRow){ .values = &few_values[i], .value_count = 1 };
    }
    for (size_t i = 0; i < count; i++) {
        many_values[i][0] = (PrintValue){ SV("kind"), many[i].is_heading ? SV("head") : SV("text") };
        many_values[i][1] = (PrintValue){ SV("text"), many[i].text };
        many_rows[i] = (PrintRow){ .values = many_values[i], .value_count = 2 };
    }
    const PrintValue words[] = { { SV("language"), texts->language },
                                 { SV("direction"), texts->rtl ? SV("rtl") : SV("ltr") },
                                 { SV("title"), TR(texts, "privacy.sheet", "Sango's Story: privacy") },
                                 { SV("short_title"), TR(texts, "privacy.sheet.short", "In short") },
                                 { SV("long_title"), TR(texts, "privacy.sheet.long", "In full") } };
    const PrintList lists[] = { { SV("few"), few_rows, PRIVACY_SHORT }, { SV("many"), many_rows, count } };
    const PrintPage page = { .values = words, .value_count = sizeof words / sizeof words[0], .lists = lists, .list_count = 2 };
    strbuf_init(&out, app->parts.alloc);
    grown_give_page(app, papers_fill(app, "privacy.html", &page, &out), SV("privacy.html"), &out);
    strbuf_release(&out);
}

static void privacy_chosen(GrownPage *page, App *app, uint32_t id)
{
    static const GrownKind kind = { .fill = fill_long };
    (void)page;
    if (id == PRIVACY_PRINT) {
        print_both(app);
    } else {
        scene_stack_push(&app->scenes, grown_page_create(app, &kind, SV(""), 0));
    }
}

Scene *grown_privacy_create(App *app)
{
    static const GrownKind kind = { .fill = fill_privacy, .chosen = privacy_chosen };
    return grown_page_create(app, &kind, SV(""), 0);
}
