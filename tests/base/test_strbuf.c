#include "sango/base/diag.h"
#include "test.h"

#include <string.h>

static void keep(void *user, const Diag *diag)
{
    diag_format(user, diag);
}

int main(void)
{
    StrBuf buf;
    strbuf_init(&buf, alloc_heap());
    EXPECT_EQ(strcmp(buf.data, ""), 0);
    for (int i = 0; i < 1000; i++) {
        strbuf_printf(&buf, "%d,", i);
    }
    EXPECT_EQ(buf.len, 3890);
    EXPECT_EQ(strncmp(buf.data + buf.len - 4, "999,", 5), 0);
    strbuf_clear(&buf);
    strbuf_json(&buf, SV("a\"b\\\n\x01\xC3\xA9\xFF"));
    EXPECT(strview_equal(strbuf_view(&buf), SV("\"a\\\"b\\\\\\n\\u0001\xC3\xA9\xEF\xBF\xBD\"")));

    strbuf_clear(&buf);
    strbuf_csv(&buf, SV("a, \"b\""));
    strbuf_csv(&buf, SV("=1"));
    strbuf_csv(&buf, SV(" -1"));
    strbuf_csv(&buf, SV("1-1"));
    strbuf_csv(&buf, SV(""));
    EXPECT(strview_equal(strbuf_view(&buf), SV("\"a, \"\"b\"\"\"\"'=1\"\"' -1\"\"1-1\"\"\"")));

    strbuf_clear(&buf);
    DiagSink sink = { keep, &buf, 0, 0 };
    diag_report(&sink, DIAG_ERROR, (SourcePos){ SV("walk.yarn"), 3, 7 }, 4, "YS0001", "unknown actor '%s'", "Koif");
    diag_report(&sink, DIAG_NOTE, (SourcePos){ SV("walk.yarn"), 0, 0 }, 0, "", "did you mean 'Kofi'?");
    EXPECT(strview_equal(strbuf_view(&buf), SV("walk.yarn:3:7: error: unknown actor 'Koif' [YS0001]\n"
                                               "walk.yarn: note: did you mean 'Kofi'?\n")));
    EXPECT_EQ(sink.errors, 1);
    strbuf_release(&buf);
    return TEST_MAIN_END();
}
