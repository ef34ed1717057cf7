#include "sango/print/template.h"
#include "test.h"

#include <string.h>

static const PrintValue values[] = { { { "who", 3 }, { "Cat & \"Co\" <b>", 14 } }, { { "none", 4 }, { "", 0 } } };
static const PrintValue first[] = { { { "item", 4 }, { "one", 3 } } };
static const PrintValue second[] = { { { "item", 4 }, { "<two>", 5 } }, { { "who", 3 }, { "me", 2 } } };
static const PrintRow rows[] = { { .values = first, .value_count = 1 }, { .values = second, .value_count = 2 } };

/* Rows within rows: an inner list is found from below, its name hides that of the page. */
static const PrintValue leaf_values[] = { { { "leaf", 4 }, { "o", 1 } } };
static const PrintRow leaves[] = { { .values = leaf_values, .value_count = 1 }, { .values = leaf_values, .value_count = 1 } };
static const PrintList of_twig[] = { { { "leaves", 6 }, leaves, 2 } };
static const PrintRow twigs[] = { { .lists = of_twig, .list_count = 1 } };
static const PrintList of_branch[] = { { { "twigs", 5 }, twigs, 1 }, { { "empty", 5 }, leaves, 1 } };
static const PrintValue branch_values[] = { { { "branch", 6 }, { "B", 1 } } };
static const PrintRow branches[] = { { branch_values, 1, of_branch, 2 }, { .values = branch_values, .value_count = 1 } };

static const PrintList lists[] = { { { "list", 4 }, rows, 2 }, { { "empty", 5 }, NULL, 0 }, { { "branches", 8 }, branches, 1 }, { { "both", 4 }, branches, 2 } };
static const PrintValue parts[] = { { { "drawing", 7 }, { "<svg>{{x}}</svg>", 16 } } };
static const PrintPage page = { values, 2, lists, 4, parts, 1 };

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

static void check_parts(void)
{
    StrView text = SV("{{who}}{{> drawing}} {{#list}}{{>other}}{{/list}} {{> unclosed"), name;
    size_t place = 0;
    EXPECT(print_next_part(text, &place, &name) && strview_equal(name, SV("drawing")));
    EXPECT(print_next_part(text, &place, &name) && strview_equal(name, SV("other")));
    EXPECT(!print_next_part(text, &place, &name));
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
    check("{{#list}}{{#empty}}x{{/empty}}{{^empty}}[{{item}}]{{/empty}}{{/list}}", "[one][&lt;two&gt;]", 0);
    check("{{#branches}}{{#twigs}}{{#leaves}}{{branch}}{{leaf}}{{#list}}{{item}}{{/list}} {{/leaves}}{{/twigs}}{{/branches}}", "Boone&lt;two&gt; Boone&lt;two&gt; ", 0);
    check("{{#branches}}{{#empty}}mine{{/empty}}{{/branches}}{{#empty}}the page's{{/empty}}", "mine", 0);
    check("{{#empty}}{{#what}}{{ever}}{{/what}}{{/empty}}{{^list}}{{x}}{{/list}}.", ".", 0); /* what is not shown need not be there */
    check("{{#list}}{{#list}}{{#list}}{{#list}}{{who}}{{^list}}{{/list}}", NULL, 1);         /* five deep */
    check("\n{{#list}}\n{{#list}}\n{{#list}}\n{{#list}}\n{{#list}}{{/list}}{{/list}}{{/list}}{{/list}}{{/list}}", NULL, 6);
    check("{{#list}}{{#list}}{{#list}}{{#list}}.{{/list}}{{/list}}{{/list}}{{/list}}", "................", 0);
    check("{{#list}}\n{{#empty}}\n{{/list}}\n{{/empty}}", NULL, 2); /* crosswise */
    check("{{#empty}}\n{{#list}}\n{{/empty}}", NULL, 2);            /* not shown, and still wrong */
    check("{{#both}}\n{{#twigs}}.{{/twigs}}{{/both}}", NULL, 2);     /* the second row has no such list */
    check("{{#branches}}\n{{#twigs}}\n{{#leaves}}\n{{gone}}{{/leaves}}{{/twigs}}{{/branches}}", NULL, 4);
    check("<a {{> drawing}}{{#list}}{{>drawing}}{{/list}}>", "<a <svg>{{x}}</svg><svg>{{x}}</svg><svg>{{x}}</svg>>", 0);
    check("\n{{> who}}", NULL, 2);  /* a value is no part: it would not be escaped */
    check("\n{{drawing}}", NULL, 2); /* and a part no value */
    check_parts();
    check("{{item}}", NULL, 1); /* a row's value outside of its list */
    check_escape((StrView){ "a\0b\x1b\t\n", 6 }, "ab\t\n");
    check_escape(SV("it's \xff \xc2\x85 \xd9\x85"), "it&#39;s \xef\xbf\xbd  \xd9\x85");
    return TEST_MAIN_END();
}
