/* Templates and parts that are files, and those that are missing or broken. */
#include "sango/base/file.h"
#include "sango/print/file.h"
#include "test.h"

#include <string.h>

#define FOLDER TEST_FOLDER "/print_file"

static const PrintValue values[] = { { { "who", 3 }, { "<Yoko>", 6 } } };
static const PrintPage page = { .values = values, .value_count = 1 };

static void put(const char *path, StrView text)
{
    EXPECT_EQ(file_write(path, text), STATUS_OK);
}

/* `fault` NULL: it can be made, and is `want`. */
static void check(StrView name, Status status, const char *want, const char *fault)
{
    StrBuf out, said;
    strbuf_init(&out, alloc_heap());
    strbuf_init(&said, alloc_heap());
    strbuf_append(&out, SV("before "));
    EXPECT_EQ(print_fill_file(alloc_heap(), SV(FOLDER), name, &page, &out, &said), status);
    if (strcmp(out.data, want) != 0 || strncmp(said.data, fault, strlen(fault)) != 0 || (!*fault && said.len)) {
        fprintf(stderr, "%.*s: '%s', '%s'\n", SV_ARG(name), out.data, said.data);
        test_failures++;
    }
    strbuf_release(&out);
    strbuf_release(&said);
}

int main(void)
{
    EXPECT_EQ(file_make_folders(FOLDER "/parts"), STATUS_OK);
    put(FOLDER "/parts/a.svg", SV("<svg>{{who}}</svg>"));
    put(FOLDER "/good.html", SV("{{> a.svg}}{{who}}{{> a.svg}}</html>\n"));
    put(FOLDER "/broken.html", SV("{{who}}\n{{nobody}}</html>"));
    put(FOLDER "/lost.html", SV("{{who}}\n{{> b.svg}}</html>"));
    put(FOLDER "/out.html", SV("{{> ../good.html}}</html>"));
    put(FOLDER "/cut.html", SV("{{who}}<p>half a"));
    put(FOLDER "/empty.html", SV(""));
    check(SV("good.html"), STATUS_OK, "before <svg>{{who}}</svg>&lt;Yoko&gt;<svg>{{who}}</svg></html>\n", "");
    check(SV("broken.html"), STATUS_INVALID, "before ", FOLDER "/broken.html:2: ");
    check(SV("lost.html"), STATUS_NOT_FOUND, "before ", FOLDER "/parts/b.svg: ");
    check(SV("out.html"), STATUS_INVALID, "before ", FOLDER "/parts/../good.html: ");
    check(SV("cut.html"), STATUS_INVALID, "before ", FOLDER "/cut.html: the template is empty or cut");
    check(SV("empty.html"), STATUS_INVALID, "before ", FOLDER "/empty.html: the template is empty or cut");
    check(SV("none.html"), STATUS_NOT_FOUND, "before ", FOLDER "/none.html: the page cannot be made: not found");
    StrBuf out;
    strbuf_init(&out, alloc_heap());
    EXPECT_EQ(print_fill_file(alloc_heap(), SV(FOLDER), SV("none.html"), &page, &out, NULL), STATUS_NOT_FOUND);
    strbuf_release(&out);
    return TEST_MAIN_END();
}
