#include "grownups_internal.h"
#include "helplines.h"
#include "saved.h"

#include <string.h>

/* Choose a country, see its card. Nobody dials from here. */
enum { HELP_FORM = GROWN_FIRST_ID, HELP_EXAMPLE, HELP_FIRST = 20 };

/* The school's file is beside what is saved; empty when nothing is. */
static StrView school_file(App *app, Arena *arena)
{
    StrBuf path;
    StrView folder = saved_folder(app);
    strbuf_init(&path, app->parts.alloc);
    strbuf_printf(&path, "%.*s/helplines.json", SV_ARG(folder));
    StrView copy = folder.len && !path.failed ? arena_copy(arena, strbuf_view(&path)) : SV("");
    strbuf_release(&path);
    return copy;
}

static void read_all(App *app, Arena *arena, StrBuf *mistakes, Helpline **lines, size_t *count)
{
    DiagSink diags = { .report = grown_note, .user = mistakes };
    if (helplines_read(arena, app->parts.helplines_file, school_file(app, arena), &diags, lines, count) != STATUS_OK) {
        *count = 0;
    }
}

/* --- the card ------------------------------------------------------------------------- */

static void add_part(GrownPage *page, StrView pattern, StrView text)
{
    TextValue value = { SV("text"), text };
    if (text.len) {
        grown_say(page, pattern, &value, 1);
    }
}

static void add_card(GrownPage *page, const Catalogue *texts, const Helpline *line)
{
    TextValue values[] = { { SV("name"), line->name }, { SV("number"), grown_ltr(page, texts, line->number) } };
    grown_heading(page, grown_format(page, TR(texts, "helplines.line", "{name}: {number}"), values, 2));
    if (line->is_free) {
        grown_text(page, TR(texts, "helplines.free", "The call is free."));
    }
    add_part(page, TR(texts, "helplines.hours", "When: {text}"), line->hours);
    add_part(page, TR(texts, "helplines.languages", "Languages: {text}"), line->languages);
    add_part(page, TR(texts, "helplines.who", "For: {text}"), line->who);
    add_part(page, TR(texts, "helplines.web", "On the web: {text}"), line->web);
    add_part(page, TR(texts, "helplines.source", "Source: {text}"), grown_ltr(page, texts, line->source));
    add_part(page, TR(texts, "helplines.source_date", "The source is from {text}."), line->source_date);
    add_part(page, TR(texts, "helplines.checked", "Compared with the source on {text}. Check it yourself before you put it on a wall."), line->checked);
}

static void fill_card(GrownPage *page, App *app)
{
    Helpline *lines;
    size_t count;
    StrBuf mistakes;
    strbuf_init(&mistakes, app->parts.alloc);
    read_all(app, &page->arena, &mistakes, &lines, &count);
    page->title = TR(app->parts.catalogue, "helplines.own", "Our school");
    for (size_t i = 0; i < count; i++) {
        if (strview_equal(lines[i].country, page->key)) {
            page->title = page->key.len ? lines[i].country_name : page->title;
            add_card(page, app->parts.catalogue, &lines[i]);
        }
    }
    strbuf_release(&mistakes);
}

/* --- the list -------------------------------------------------------------------------- */

static void add_lines(GrownPage *page, const Catalogue *texts, const Helpline *lines, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        TextValue values[] = { { SV("name"), lines[i].name }, { SV("number"), grown_ltr(page, texts, lines[i].number) } };
        bool is_more = i > 0 && strview_equal(lines[i].country, lines[i - 1].country); /* on the card of the one before */
        if (!is_more) {
            grown_row(page, HELP_FIRST + (uint32_t)i, lines[i].country.len ? lines[i].country_name : TR(texts, "helplines.own", "Our school"),
                      grown_format(page, TR(texts, "helplines.line", "{name}: {number}"), values, 2));
        }
    }
}

static void fill_list(GrownPage *page, App *app)
{
    const Catalogue *texts = app->parts.catalogue;
    Helpline *lines;
    size_t count;
    StrBuf mistakes;
    StrView file = school_file(app, &page->arena);
    strbuf_init(&mistakes, app->parts.alloc);
    read_all(app, &page->arena, &mistakes, &lines, &count);
    page->title = TR(texts, "helplines.screen", "Helplines");
    grown_text(page, TR(texts, "helplines.intro",
                        "Is a child in danger now? Call the emergency number of your country. Only numbers with a source are listed here. For other countries, see the members of Child Helpline International at childhelplineinternational.org."));
    if (mistakes.len) {
        grown_heading(page, TR(texts, "helplines.mistakes", "These helplines are left out:"));
        grown_text(page, arena_copy(&page->arena, strview_trim(strbuf_view(&mistakes))));
    }
    add_lines(page, texts, lines, count);
    grown_row(page, HELP_FORM, TR(texts, "helplines.form", "A sheet to print and fill in"),
              TR(texts, "helplines.form.line", "The helplines above, with room for those of your town and your school"));
    if (file.len) {
        TextValue value = { SV("path"), grown_ltr(page, texts, file) };
        grown_heading(page, TR(texts, "helplines.file", "Your own helplines on this computer"));
        grown_say(page, TR(texts, "helplines.file.text", "The game reads a file with this name when it is there. Its countries take the place of those above.\n{path}"), &value, 1);
        grown_row(page, HELP_EXAMPLE, TR(texts, "helplines.example", "Write an example of this file"), SV(""));
    }
    strbuf_release(&mistakes);
}

enum { SHEET_VALUES = 5, SHEET_BLANKS = 4 };

/* A row of the sheet for each helpline; NULL: no memory, or none. */
static PrintRow *sheet_rows(Arena *arena, const Helpline *lines, size_t count)
{
    PrintRow *rows = ARENA_ARRAY(arena, PrintRow, count);
    PrintValue *values = ARENA_ARRAY(arena, PrintValue, SHEET_VALUES * count);
    for (size_t i = 0; rows && values && i < count; i++) {
        const PrintValue all[SHEET_VALUES] = { { SV("country"), lines[i].country_name }, { SV("name"), lines[i].name },
                                               { SV("number"), lines[i].number },        { SV("hours"), lines[i].hours },
                                               { SV("checked"), lines[i].checked } };
        memcpy(values + SHEET_VALUES * i, all, sizeof all);
        rows[i] = (PrintRow){ .values = values + SHEET_VALUES * i, .value_count = SHEET_VALUES };
    }
    return values ? rows : NULL;
}

static Status fill_sheet(App *app, const PrintRow *rows, size_t count, StrBuf *out)
{
    const Catalogue *texts = app->parts.catalogue;
    const PrintRow blanks[SHEET_BLANKS] = { 0 };
    const PrintValue words[] = {
        { SV("language"), texts->language },
        { SV("direction"), texts->rtl ? SV("rtl") : SV("ltr") },
        { SV("title"), TR(texts, "helplines.sheet", "Somebody listens") },
        { SV("lead"), TR(texts, "helplines.sheet.lead", "You can always tell a grown-up you trust. These people help children, too.") },
        { SV("ours"), TR(texts, "helplines.sheet.ours", "Our helplines (fill in, and check them before you put this on a wall)") },
        { SV("listed"), TR(texts, "helplines.sheet.listed", "With a source") },
        { SV("country_word"), TR(texts, "helplines.sheet.country", "Country") },
        { SV("name_word"), TR(texts, "helplines.sheet.name", "Name") },
        { SV("number_word"), TR(texts, "helplines.sheet.number", "Number") },
        { SV("hours_word"), TR(texts, "helplines.sheet.hours", "When") },
        { SV("checked_word"), TR(texts, "helplines.sheet.checked", "Checked on") },
        { SV("school"), TR(texts, "helplines.sheet.school", "At our school you can talk to") },
        { SV("danger"), TR(texts, "helplines.sheet.danger", "In danger now? Call the emergency number of your country:") },
        { SV("credits"), TR(texts, "certificate.credits", "Made with Sango's Story. This is not an official product of ITU.") },
        { SV("index"), TR(texts, "helplines.sheet.index", "Child helplines in other countries: childhelplineinternational.org") },
    };
    const PrintList lists[] = { { SV("blanks"), blanks, SHEET_BLANKS }, { SV("lines"), rows, rows ? count : 0 } };
    const PrintPage page = { .values = words, .value_count = sizeof words / sizeof words[0], .lists = lists, .list_count = 2 };
    return papers_fill(app, "helplines.html", &page, out);
}

static void print_sheet(App *app)
{
    Helpline *lines;
    size_t count;
    Arena arena;
    StrBuf mistakes, out;
    arena_init(&arena, app->parts.alloc, 4096);
    strbuf_init(&mistakes, app->parts.alloc);
    strbuf_init(&out, app->parts.alloc);
    read_all(app, &arena, &mistakes, &lines, &count);
    grown_give_page(app, fill_sheet(app, sheet_rows(&arena, lines, count), count, &out), SV("helplines.html"), &out);
    strbuf_release(&out);
    strbuf_release(&mistakes);
    arena_release(&arena);
}

static void write_example(App *app)
{
    grown_give_paper(app, SV("helplines-example.json"),
                     SV("{\n  \"format\": \"sango-helplines\",\n  \"version\": 1,\n  \"helplines\": [\n"
                        "    // Our school: a name and a number are enough.\n"
                        "    { \"own\": true, \"name\": \"The teacher who is responsible for child protection\", \"number\": \"000 0000\", \"hours\": \"in the long break\" },\n"
                        "    // A country. All lines of a country in the game make way for yours.\n"
                        "    {\n      \"country\": \"XX\", \"country_name\": \"Our country\", \"name\": \"Its child helpline\", \"number\": \"000\",\n"
                        "      \"hours\": \"day and night\", \"languages\": [\"English\"], \"free\": true, \"web\": \"example.org\",\n"
                        "      \"source\": \"https://example.org\", \"checked\": \"2026-11-26\"\n    }\n  ]\n}\n"),
                     false);
}

static void list_chosen(GrownPage *page, App *app, uint32_t id)
{
    static const GrownKind card = { .fill = fill_card };
    Helpline *lines;
    size_t count;
    StrBuf mistakes;
    if (id == HELP_FORM) {
        print_sheet(app);
        return;
    }
    if (id == HELP_EXAMPLE) {
        write_example(app);
        return;
    }
    strbuf_init(&mistakes, app->parts.alloc);
    read_all(app, &page->arena, &mistakes, &lines, &count);
    if (id - HELP_FIRST < count) {
        scene_stack_push(&app->scenes, grown_page_create(app, &card, lines[id - HELP_FIRST].country, 0));
    }
    strbuf_release(&mistakes);
}

Scene *grown_helplines_create(App *app)
{
    static const GrownKind kind = { .fill = fill_list, .chosen = list_chosen };
    return grown_page_create(app, &kind, SV(""), 0);
}
