/* The documentation that the server shows has a row for everything that it is about. */
#include "lsp/lsp_internal.h"
#include "sango/base/file.h"
#include "sango/phone/phone.h"
#include "test.h"

static const char *const scripts[] = { "../levels/sango/prologue.yarn",
                                       "../levels/sango/younger/surprise_present.yarn" };

static void expect_tag(StrView tag)
{
    StrView rest = tag, head;
    (void)strview_take(&rest, ':', &head);
    head.len += rest.len > 0;
    if (!lsp_word_find(lsp_tags, head) && !phone_tag_find(tag)) { /* those of the phone's items are documented there */
        test_failures++;
        fprintf(stderr, "the tag #%.*s is used, but neither in lsp_tags nor in phone_tags\n", SV_ARG(tag));
    }
}

int main(void)
{
    YarnSource sources[2];
    YarnOutline *outline = NULL;
    for (size_t i = 0; i < 2; i++) {
        sources[i].name = strview_from_cstr(scripts[i]);
        EXPECT_EQ(file_read(alloc_heap(), scripts[i], 1 << 20, &sources[i].text), STATUS_OK);
    }
    EXPECT_EQ(yarn_outline_create(&(YarnCompileOptions){ .alloc = alloc_heap() }, sources, 2, &outline),
              STATUS_OK);
    EXPECT(outline->line_count > 100 && outline->function_count > 20);
    for (size_t i = 0; i < outline->line_count; i++) {
        for (size_t j = 0; j < outline->lines[i].tag_count; j++) {
            expect_tag(outline->lines[i].tags[j]);
        }
    }
    for (size_t i = 0; i < outline->function_count; i++) {
        StrView name = outline->functions[i].name;
        if (!lsp_word_find(lsp_functions, name)) {
            test_failures++;
            fprintf(stderr, "%.*s() is not in lsp_functions\n", SV_ARG(name));
        }
    }
    yarn_outline_destroy(outline);
    file_free(alloc_heap(), &sources[0].text);
    file_free(alloc_heap(), &sources[1].text);
    return TEST_MAIN_END();
}
