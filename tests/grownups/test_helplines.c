/* Helplines: the file that is shipped has a source and a day in each row; mistakes have their place and leave only their row out. */
#include "grownups/helplines.h"

#include "sango/base/file.h"
#include "test.h"

typedef struct Found {
    DiagSink diags;
    StrBuf text;
    Arena arena;
    Helpline *lines;
    size_t count;
} Found;

static void note(void *user, const Diag *diag)
{
    diag_format(user, diag);
}

static void begin(Found *found)
{
    *found = (Found){ 0 };
    arena_init(&found->arena, alloc_heap(), 4096);
    strbuf_init(&found->text, alloc_heap());
    found->diags = (DiagSink){ .report = note, .user = &found->text };
}

static void end(Found *found)
{
    strbuf_release(&found->text);
    arena_release(&found->arena);
}

static Status parse(Found *found, const char *text, HelplinesFrom from)
{
    begin(found);
    return helplines_parse(&found->arena, SV("h.json"), strview_from_cstr(text), from, &found->diags, &found->lines, &found->count);
}

static bool says(const Found *found, const char *part)
{
    return strview_contains(strbuf_view(&found->text), strview_from_cstr(part));
}

#define HEAD "{\"format\":\"sango-helplines\",\"version\":1,\"helplines\":["
#define GOOD "{\"country\":\"KE\",\"country_name\":\"Kenya\",\"name\":\"Line\",\"number\":\"+254 (1) 16-1\",\"source\":\"https://a\",\"checked\":\"2026-11-26\"}"

static void test_shipped(void)
{
    Found found;
    begin(&found);
    EXPECT_EQ(helplines_read(&found.arena, SV(TEST_ROOT "/assets/helplines/helplines.json"), SV(""), &found.diags, &found.lines, &found.count), STATUS_OK);
    EXPECT_EQ(found.diags.errors + found.diags.warnings, 0);
    EXPECT(found.count >= 4);
    for (size_t i = 0; i < found.count; i++) {
        EXPECT(found.lines[i].source.len && found.lines[i].checked.len == 10 && found.lines[i].country.len == 2);
        EXPECT(i == 0 || strview_compare(found.lines[i - 1].country, found.lines[i].country) <= 0); /* countries in order */
    }
    end(&found);
}

static void test_mistakes(void)
{
    static const struct {
        const char *row, *says;
    } cases[] = {
        { "{\"country\":\"ke\",\"country_name\":\"K\",\"name\":\"L\",\"number\":\"116\",\"source\":\"https://a\",\"checked\":\"2026-11-26\"}", "\"country\" must be two capital letters" },
        { "{\"country\":\"KE\",\"country_name\":\"K\",\"name\":\"L\",\"number\":\"call us\",\"source\":\"https://a\",\"checked\":\"2026-11-26\"}", "\"number\" must be digits" },
        { "{\"country\":\"KE\",\"country_name\":\"K\",\"name\":\"L\",\"number\":\"116\",\"checked\":\"2026-11-26\"}", "source" },
        { "{\"country\":\"KE\",\"country_name\":\"K\",\"name\":\"L\",\"number\":\"116\",\"source\":\"https://a\"}", "checked" },
        { "{\"country\":\"KE\",\"country_name\":\"K\",\"name\":\"L\",\"number\":\"116\",\"source\":\"a\",\"checked\":\"2026-11-26\"}", "\"source\" must be an address" },
        { "{\"country\":\"KE\",\"country_name\":\"K\",\"name\":\"L\",\"number\":\"116\",\"source\":\"https://a\",\"checked\":\"26.11.2026\"}", "\"checked\" must be a day" },
        { "{\"country\":\"KE\",\"country_name\":\"K\",\"name\":\"L\",\"number\":\"116\",\"source\":\"https://a\",\"checked\":\"2026-13-01\"}", "\"checked\" must be a day" },
        { "{\"own\":true,\"name\":\"L\",\"number\":\"116\"}", "only a school's own file" },
        { "{\"nmae\":\"L\"}", "nmae" },
        { "7", "a helpline must be an object" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Found found;
        StrBuf text;
        strbuf_init(&text, alloc_heap());
        strbuf_printf(&text, HEAD "\n%s,\n" GOOD "]}", cases[i].row);
        EXPECT_EQ(parse(&found, text.data, HELPLINES_OF_GAME), STATUS_OK);
        EXPECT(says(&found, cases[i].says) && says(&found, "h.json:2:"));
        EXPECT(found.count == 1 && strview_equal(found.lines[0].country, SV("KE"))); /* the good row stays */
        end(&found);
        strbuf_release(&text);
    }
}

static void test_files(void)
{
    Found found;
    EXPECT_EQ(parse(&found, "{\"format\":\"sango-lesson\"}", HELPLINES_OF_SCHOOL), STATUS_INVALID);
    EXPECT(says(&found, "h.json:1:"));
    end(&found);
    EXPECT_EQ(parse(&found, "{\"format\":", HELPLINES_OF_SCHOOL), STATUS_INVALID);
    EXPECT(says(&found, "h.json:1:"));
    end(&found);
    EXPECT_EQ(parse(&found, "{\"format\":\"sango-helplines\",\"version\":2,\"helplines\":[]}", HELPLINES_OF_SCHOOL), STATUS_UNSUPPORTED);
    end(&found);
}

static void test_school(void)
{
    const char *path = "helplines-test.json";
    Found found;
    begin(&found);
    EXPECT_EQ(file_write(path, SV(HEAD "// ours\n{\"own\":true,\"name\":\"Ms Diallo\",\"number\":\"12 34\"},\n"
                                       "{\"country\":\"GB\",\"country_name\":\"Here\",\"name\":\"Ours\",\"number\":\"999\",\"source\":\"https://a\",\"checked\":\"2026-11-26\"},]}")),
              STATUS_OK);
    EXPECT_EQ(helplines_read(&found.arena, SV(TEST_ROOT "/assets/helplines/helplines.json"), strview_from_cstr(path), &found.diags, &found.lines, &found.count), STATUS_OK);
    EXPECT_EQ(found.diags.errors, 0);
    EXPECT(found.count >= 5 && found.lines[0].country.len == 0 && strview_equal(found.lines[0].name, SV("Ms Diallo")));
    size_t british = 0;
    for (size_t i = 0; i < found.count; i++) {
        british += strview_equal(found.lines[i].country, SV("GB"));
    }
    EXPECT(british == 1 && strview_equal(found.lines[1].name, SV("Ours"))); /* in the place of the game's */
    end(&found);
    EXPECT_EQ(file_remove(path), STATUS_OK);
}

int main(void)
{
    test_shipped();
    test_mistakes();
    test_files();
    test_school();
    return TEST_MAIN_END();
}
