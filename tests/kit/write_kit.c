/* write_kit TEMPLATES PICTURES FOLDER: pages of a made-up level, with words that would do harm; of one without notes; and what is said of
 * a template that is missing or broken. Exit status 1 when something is not as it must be. */
#include "meter.h"
#include "sango/base/file.h"
#include "sango/kit/kit.h"
#include "test.h"

#include <string.h>

#define EVIL "<script src=\"http://evil.example/x.js\">'\"</script> & {{title}}"

static const StrView lines[] = { { EVIL, sizeof EVIL - 1 }, { "Plain", 5 } };

static LevelKit evil_kit(KitDecision *decision)
{
    StrView evil = lines[0];
    *decision = (KitDecision){ .id = evil, .question = evil, .speaker = evil, .risk = evil, .topic = 3, .crc = 16, .option_count = 2 };
    decision->options[0] = (KitOption){ .text = evil, .reason = evil, .grade = GRADE_SAFE, .tells = true };
    decision->options[1] = (KitOption){ .text = evil, .reason = evil, .grade = GRADE_RISKY };
    LevelKit kit = { .language = SV("en"), .title = evil, .summary = evil, .face = SV("kofi"), .bands = BAND_OLDER, .minutes = 9, .powers = 2, .topics = 8,
                     .decisions = decision, .decision_count = 1, .moment_count = 1, .next = evil };
    for (size_t i = 0; i < KIT_NOTE_COUNT; i++) {
        kit.notes[i] = (KitTexts){ lines, 2 };
    }
    kit.asks = kit.words = (KitTexts){ lines, 2 };
    kit.moments[0] = (KitMoment){ .actor = SV("../kofi"), .expression = evil, .text = evil };
    return kit;
}

static void write(const KitPaper *paper, const LevelKit *kit, const char *folder, const char *name)
{
    for (unsigned i = 0; i < KIT_PAGE_COUNT; i++) {
        StrBuf out, path, fault;
        strbuf_init(&out, alloc_heap());
        strbuf_init(&path, alloc_heap());
        strbuf_init(&fault, alloc_heap());
        strbuf_printf(&path, "%s/%s-%s.html", folder, name, kit_page_name((KitPage)i));
        EXPECT_EQ(kit_page_write(paper, (KitPage)i, kit, &out, &fault), STATUS_OK);
        EXPECT_EQ(fault.len, 0);
        EXPECT_EQ(file_write(path.data, strbuf_view(&out)), STATUS_OK);
        strbuf_release(&out);
        strbuf_release(&path);
        strbuf_release(&fault);
    }
}

static void expect_fault(const KitPaper *paper, const LevelKit *kit, KitPage page, Status status, const char *part)
{
    StrBuf out, fault;
    strbuf_init(&out, alloc_heap());
    strbuf_init(&fault, alloc_heap());
    EXPECT_EQ(kit_page_write(paper, page, kit, &out, &fault), status);
    EXPECT(out.len == 0 && strstr(fault.data, part));
    strbuf_release(&out);
    strbuf_release(&fault);
}

static void test_memory(const KitPaper *paper, const LevelKit *kit)
{
    Meter counting = { .fail_at = 0 };
    Allocator all = { meter_resize, &counting };
    KitPaper metered = *paper;
    StrBuf out;
    strbuf_init(&out, alloc_heap());
    metered.alloc = &all;
    EXPECT_EQ(kit_page_write(&metered, KIT_PAGE_PLAN, kit, &out, NULL), STATUS_OK);
    EXPECT_EQ(counting.bytes, 0);
    for (size_t n = 1; n <= counting.calls; n++) {
        Meter failing = { .fail_at = n };
        Allocator alloc = { meter_resize, &failing };
        metered.alloc = &alloc;
        EXPECT_EQ(kit_page_write(&metered, KIT_PAGE_PLAN, kit, &out, NULL), STATUS_NOMEM);
        EXPECT_EQ(failing.bytes, 0);
    }
    strbuf_release(&out);
}

int main(int count, char **words)
{
    if (count != 4) {
        return 2;
    }
    Catalogue english, arabic;
    KitDecision decision;
    LevelKit evil = evil_kit(&decision), empty = { .language = SV("ar"), .title = SV("Nothing") };
    catalogue_init(&english, alloc_heap(), SV("en"));
    catalogue_init(&arabic, alloc_heap(), SV("ar"));
    KitPaper paper = { alloc_heap(), strview_from_cstr(words[1]), strview_from_cstr(words[2]), &english };
    write(&paper, &evil, words[3], "evil");
    test_memory(&paper, &evil);
    paper.catalogue = &arabic;
    paper.pictures_folder = SV("no/such/folder"); /* pages without drawings are pages, too */
    write(&paper, &empty, words[3], "empty");
    EXPECT_EQ(kit_page_write(&paper, KIT_PAGE_PLAN, NULL, &(StrBuf){ 0 }, NULL), STATUS_INVALID); /* a page of a level, and no level */
    paper.print_folder = strview_from_cstr(words[3]);
    expect_fault(&paper, &empty, KIT_PAGE_PLAN, STATUS_NOT_FOUND, "plan.html: ");
    StrBuf path;
    strbuf_init(&path, alloc_heap());
    strbuf_printf(&path, "%s/poster.html", words[3]);
    EXPECT_EQ(file_write(path.data, SV("{{title}}\n{{#tools}}\n{{wrong}}{{/tools}}</html>")), STATUS_OK);
    expect_fault(&paper, NULL, KIT_PAGE_POSTER, STATUS_INVALID, "poster.html:3: ");
    strbuf_release(&path);
    catalogue_release(&english);
    catalogue_release(&arabic);
    return TEST_MAIN_END();
}
