#include "sango/print/template.h"
#include "test.h"

#include <string.h>

static const PrintValue values[] = { { { "who", 3 }, { "Cat & \"Co\" <b>", 14 } }, { { "none", 4 }, { "", 0 } } };
static const PrintValue first[] = { { { "item", 4 }, { "one", 3 } } };
static const PrintValue second[] = { { { "item", 4 }, { "<two>", 5 } }, { { "who", 3 }, { "me", 2 } } };
static const PrintRow rows[] = { { first, 1 }, { second, 2 } };
static const PrintList lists[] = { { { "list", 4 }, rows, 2 }, { { "empty", 5 }, NULL, 0 } };
static const PrintPage page = { values, 2, lists, 2 };

/* `want` NULL: it is wrong, in line `line`. */
static void check(const char *text, const char *want, uint32_t line)
{
    StrBuf out;
    uint32_t at = 0;
    strbuf_init(&out, alloc_heap());
    Status status = print_fill(strview_from_cstr(text), &page, &out, &at);
    EXPECT_EQ(status, want ? STATUS_OK : STATUS_INVALID);
    if (want && strcmp(out.data, want) != 0) {
        fprintf(stderr, "'%s' gives '%s', expected '%s'\n", text, out.data, want);
        test_failures++;
    }
    if (!want) {
        EXPECT_EQ(at, line);
    }
    strbuf_release(&out);
}

static void check_escape(StrView text, const char *want)
{
    StrBuf out;
    strbuf_init(&out, alloc_heap());
    print_escape(&out, text);
    EXPECT(strcmp(out.data, want) == 0);
    strbuf_release(&out);
}

int main(void)
{
    check("", "", 0);
    check("a { b } c }} d", "a { b } c }} d", 0);
    check("Hello {{who}}!", "Hello Cat &amp; &quot;Co&quot; &lt;b&gt;!", 0);
    check("{{none}}.", ".", 0);
    check("{{#list}}[{{item}} {{none}}]{{/list}}", "[one ][&lt;two&gt; ]", 0);
    check("{{#list}}{{who}};{{/list}}", "Cat &amp; &quot;Co&quot; &lt;b&gt;;me;", 0); /* a row's own value comes first */
    check("{{#empty}}x{{who}}{{/empty}}-{{^empty}}nothing{{/empty}}", "-nothing", 0);
    check("{{^list}}nothing{{/list}}", "", 0);
    check("a\nb {{nobody}}", NULL, 2);
    check("a\n\n{{who", NULL, 3);
    check("{{}}", NULL, 1);
    check("{{#list}}\n{{item}}", NULL, 1);
    check("{{#list}}\n{{nobody}}{{/list}}", NULL, 2);
    check("{{#list}}{{/empty}}", NULL, 1);
    check("\n{{/list}}", NULL, 2);
    check("{{#nobody}}{{/nobody}}", NULL, 1);
    check("{{#list}}{{#empty}}{{/empty}}{{/list}}", NULL, 1);
    check("{{item}}", NULL, 1); /* a row's value outside of its list */
    check_escape((StrView){ "a\0b\x1b\t\n", 6 }, "ab\t\n");
    check_escape(SV("it's \xff \xc2\x85 \xd9\x85"), "it&#39;s \xef\xbf\xbd  \xd9\x85");
    return TEST_MAIN_END();
}
