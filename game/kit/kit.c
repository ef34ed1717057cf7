#include "sango/kit/kit.h"

#include "sango/print/file.h"
#include "sheet.h"

typedef struct Page {
    const char *name, *file;
    bool is_of_level;
    void (*fill)(Sheet *sheet);
} Page;

static const Page pages[KIT_PAGE_COUNT] = {
    { "plan", "plan.html", true, kit_fill_plan },
    { "takehome", "takehome.html", true, kit_fill_takehome },
    { "certificate", "class_certificate.html", true, kit_fill_certificate },
    { "cards", "cards.html", false, kit_fill_cards },
    { "poster", "poster.html", false, kit_fill_poster },
    { "guide", "guide.html", false, kit_fill_guide },
};

const char *kit_page_name(KitPage page)
{
    return pages[page].name;
}

bool kit_page_is_of_level(KitPage page)
{
    return pages[page].is_of_level;
}

/* What every page has. */
static void fill_common(Sheet *sheet)
{
    const Catalogue *texts = sheet->paper->catalogue;
    sheet_put(sheet, &sheet->page, "language", texts->language);
    sheet_put(sheet, &sheet->page, "direction", texts->rtl ? SV("rtl") : SV("ltr"));
    sheet_put(sheet, &sheet->page, "credits", TR(texts, "kit.credits", "Made with Sango's Story, free to copy. This is not an official product of ITU."));
}

Status kit_page_write(const KitPaper *paper, KitPage page, const LevelKit *kit, StrBuf *out, StrBuf *fault)
{
    Sheet sheet = { .paper = paper, .kit = kit };
    if (pages[page].is_of_level && !kit) {
        return STATUS_INVALID;
    }
    arena_init(&sheet.arena, paper->alloc, 64 * 1024);
    fill_common(&sheet);
    pages[page].fill(&sheet);
    PrintPage filled = { .values = sheet.page.values, .value_count = sheet.page.value_count, .lists = sheet.page.lists, .list_count = sheet.page.list_count };
    Status status = sheet.failed ? STATUS_NOMEM : print_fill_file(paper->alloc, paper->print_folder, strview_from_cstr(pages[page].file), &filled, out, fault);
    arena_release(&sheet.arena);
    return status;
}
