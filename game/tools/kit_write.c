#include "kit_write.h"

#include "sango/base/file.h"
#include "sango/level/words.h"
#include "sango/print/file.h"

#include <stdio.h>

enum { ROWS_MAX = PACK_LEVELS_MAX * 3 + 8, PAGES_OF_LEVEL = 3 };

typedef struct Writer {
    const KitPaper *paper;
    const LevelPack *pack;
    const char *out;
    Arena texts;
    PrintRow *rows[2]; /* of the index: younger, older */
    size_t row_count[2];
    bool is_broken[KIT_PAGE_COUNT]; /* its template; said once */
    bool is_wrong;
} Writer;

static const char *const bands[] = { "younger", "older" };

static bool write_file(Writer *writer, const char *path, const StrBuf *text)
{
    Status status = text->failed ? STATUS_NOMEM : file_write(path, strbuf_view(text));
    if (status != STATUS_OK) {
        fprintf(stderr, "sango-kit: %s: could not be written: %s\n", path, status_text(status));
        writer->is_wrong = true;
    }
    return status == STATUS_OK;
}

/* Writes "out/younger/01-prologue-plan.html"; false, and said, when it cannot be. */
static bool write_page(Writer *writer, size_t band, KitPage page, const LevelKit *kit, const char *name)
{
    StrBuf text, path, fault;
    strbuf_init(&text, alloc_heap());
    strbuf_init(&path, alloc_heap());
    strbuf_init(&fault, alloc_heap());
    strbuf_printf(&path, "%s/%s/%s", writer->out, bands[band], name);
    Status status = writer->is_broken[page] ? STATUS_INVALID : kit_page_write(writer->paper, page, kit, &text, &fault);
    bool is_written = status == STATUS_OK;
    if (!is_written && !writer->is_broken[page]) {
        fprintf(stderr, "sango-kit: %s\n", fault.len ? fault.data : status_text(status));
        writer->is_wrong = writer->is_broken[page] = true;
    } else if (is_written) {
        is_written = write_file(writer, path.data, &text);
    }
    strbuf_release(&text);
    strbuf_release(&path);
    strbuf_release(&fault);
    return is_written;
}

static StrView copy(Writer *writer, StrView text)
{
    StrView kept = arena_copy(&writer->texts, text);
    writer->is_wrong |= !kept.data;
    return kept;
}

static StrView page_title(const Catalogue *texts, KitPage page)
{
    switch (page) {
    case KIT_PAGE_PLAN:
        return TR(texts, "kit.plan", "Lesson plan");
    case KIT_PAGE_TAKEHOME:
        return TR(texts, "kit.home", "For those at home");
    case KIT_PAGE_CERTIFICATE:
        return TR(texts, "certificate.title", "Certificate");
    case KIT_PAGE_CARDS:
        return TR(texts, "kit.cards", "Vote cards");
    case KIT_PAGE_POSTER:
        return TR(texts, "kit.poster", "Sango's tools");
    case KIT_PAGE_GUIDE:
    case KIT_PAGE_COUNT:
        break;
    }
    return TR(texts, "kit.guide", "A lesson with Sango");
}

/* A row of the index, with its links: `pages` of them. */
static void add_row(Writer *writer, size_t band, StrView title, const KitPage *pages, const StrView *files, size_t count)
{
    PrintRow *links = ARENA_ARRAY(&writer->texts, PrintRow, count);
    PrintList *list = ARENA_NEW(&writer->texts, PrintList);
    PrintValue *name = ARENA_NEW(&writer->texts, PrintValue);
    if (!links || !list || !name || writer->row_count[band] == ROWS_MAX) {
        writer->is_wrong = true;
        return;
    }
    for (size_t i = 0; i < count; i++) {
        PrintValue *values = ARENA_ARRAY(&writer->texts, PrintValue, 2);
        StrBuf path;
        if (!values) {
            writer->is_wrong = true;
            return;
        }
        strbuf_init(&path, alloc_heap());
        strbuf_printf(&path, "%s/%.*s", bands[band], SV_ARG(files[i]));
        values[0] = (PrintValue){ SV("file"), copy(writer, strbuf_view(&path)) };
        values[1] = (PrintValue){ SV("text"), page_title(writer->paper->catalogue, pages[i]) };
        links[i] = (PrintRow){ .values = values, .value_count = 2 };
        strbuf_release(&path);
    }
    *name = (PrintValue){ SV("title"), copy(writer, title) };
    *list = (PrintList){ SV("links"), links, count };
    writer->rows[band][writer->row_count[band]++] = (PrintRow){ .values = name, .value_count = 1, .lists = list, .list_count = 1 };
}

static void write_level(Writer *writer, size_t band, const LevelEntry *level, unsigned number)
{
    static const KitPage pages[PAGES_OF_LEVEL] = { KIT_PAGE_PLAN, KIT_PAGE_TAKEHOME, KIT_PAGE_CERTIFICATE };
    LevelKit kit;
    StrView files[PAGES_OF_LEVEL];
    Status status = level_kit_read(alloc_heap(), writer->pack, level, writer->paper->catalogue, &kit);
    if (status != STATUS_OK) {
        fprintf(stderr, "sango-kit: the level '%.*s' cannot be read: %s; sango-lint check says why\n", SV_ARG(level->id), status_text(status));
        writer->is_wrong = true;
        return;
    }
    for (size_t i = 0; i < PAGES_OF_LEVEL; i++) {
        StrBuf name;
        strbuf_init(&name, alloc_heap());
        strbuf_printf(&name, "%02u-%.*s-%s.html", number, SV_ARG(level->id), kit_page_name(pages[i]));
        files[i] = copy(writer, strbuf_view(&name));
        (void)write_page(writer, band, pages[i], &kit, name.data);
        strbuf_release(&name);
    }
    add_row(writer, band, kit.title, pages, files, PAGES_OF_LEVEL);
    level_kit_release(&kit);
}

static void write_shared(Writer *writer, size_t band, KitPage page, const char *name)
{
    StrView file = strview_from_cstr(name);
    if (write_page(writer, band, page, NULL, name)) {
        add_row(writer, band, page_title(writer->paper->catalogue, page), &page, &file, 1);
    }
}

static void write_band(Writer *writer, size_t band)
{
    StrBuf folder;
    unsigned number = 0;
    strbuf_init(&folder, alloc_heap());
    strbuf_printf(&folder, "%s/%s", writer->out, bands[band]);
    if (folder.failed || file_make_folders(folder.data) != STATUS_OK) {
        fprintf(stderr, "sango-kit: %s: the folder cannot be made\n", folder.data);
        writer->is_wrong = true;
    } else {
        write_shared(writer, band, KIT_PAGE_GUIDE, "00-guide.html");
        for (size_t i = 0; i < writer->pack->level_count; i++) {
            if (writer->pack->levels[i].bands & (1u << band)) {
                write_level(writer, band, &writer->pack->levels[i], ++number);
            }
        }
        write_shared(writer, band, KIT_PAGE_CARDS, "98-cards.html");
        write_shared(writer, band, KIT_PAGE_POSTER, "99-poster.html");
    }
    strbuf_release(&folder);
}

static void write_index(Writer *writer)
{
    const Catalogue *texts = writer->paper->catalogue;
    const PrintValue values[] = {
        { SV("language"), texts->language },
        { SV("direction"), texts->rtl ? SV("rtl") : SV("ltr") },
        { SV("title"), TR(texts, "kit.index", "Lesson kit") },
        { SV("lead"), TR(texts, "kit.index.lead", "Open a page and print it, on A4 or Letter, in colour or not.") },
        { SV("younger_title"), TR(texts, "kit.ages.younger", "Ages 7 to 9") },
        { SV("older_title"), TR(texts, "kit.ages.older", "Ages 10 to 13") },
    };
    const PrintList lists[] = { { SV("younger"), writer->rows[0], writer->row_count[0] }, { SV("older"), writer->rows[1], writer->row_count[1] } };
    const PrintPage page = { .values = values, .value_count = sizeof values / sizeof values[0], .lists = lists, .list_count = 2 };
    StrBuf text, path, fault;
    strbuf_init(&text, alloc_heap());
    strbuf_init(&path, alloc_heap());
    strbuf_init(&fault, alloc_heap());
    strbuf_printf(&path, "%s/index.html", writer->out);
    if (print_fill_file(alloc_heap(), writer->paper->print_folder, SV("kit_index.html"), &page, &text, &fault) != STATUS_OK) {
        fprintf(stderr, "sango-kit: %s\n", fault.data);
        writer->is_wrong = true;
    } else {
        (void)write_file(writer, path.data, &text);
    }
    strbuf_release(&text);
    strbuf_release(&path);
    strbuf_release(&fault);
}

bool kit_write(const KitPaper *paper, const LevelPack *pack, const char *out)
{
    _Static_assert(BAND_YOUNGER == 1 && BAND_OLDER == 2, "the bits are the places in `bands`");
    Writer writer = { .paper = paper, .pack = pack, .out = out };
    arena_init(&writer.texts, alloc_heap(), 16 * 1024);
    for (size_t i = 0; i < 2; i++) {
        writer.rows[i] = ARENA_ARRAY(&writer.texts, PrintRow, ROWS_MAX);
        writer.is_wrong |= !writer.rows[i];
    }
    bool has_memory = !writer.is_wrong;
    for (size_t i = 0; i < 2 && has_memory; i++) {
        write_band(&writer, i);
    }
    write_index(&writer);
    arena_release(&writer.texts);
    return !writer.is_wrong;
}
