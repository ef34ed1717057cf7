/* The hash of a PIN comes into a settings file without touching anything else of it. */
#include "grownups/kiosk_pin.h"

#include "test.h"

#include <string.h>

#define HASH "$y$j9T$l0rjxQDP3VC6zmz7T38dU1$/vfws3haBZ0TSsQ186FpPe75nZbAxBqSKmyG8L2DLJ0"

static void expect_put(const char *text, const char *wanted)
{
    StrBuf out;
    strbuf_init(&out, alloc_heap());
    EXPECT_EQ(kiosk_pin_put(alloc_heap(), strview_from_cstr(text), SV(HASH), &out), STATUS_OK);
    EXPECT(strcmp(out.data, wanted) == 0);
    strbuf_release(&out);
}

static void expect_refused(const char *text)
{
    StrBuf out;
    strbuf_init(&out, alloc_heap());
    EXPECT_EQ(kiosk_pin_put(alloc_heap(), strview_from_cstr(text), SV(HASH), &out), STATUS_INVALID);
    EXPECT_EQ(out.len, 0);
    strbuf_release(&out);
}

int main(void)
{
    expect_put("{\n  // ours\n  \"players\": 1,\n}\n", "{\n  \"exit\": { \"pin\": \"" HASH "\" },\n  // ours\n  \"players\": 1,\n}\n");
    expect_put("{ \"exit\": { \"seconds\": 9 } // end\n}", "{ \"exit\": {\n    \"pin\": \"" HASH "\", \"seconds\": 9 } // end\n}");
    expect_put("{ \"exit\": {} }", "{ \"exit\": {\n    \"pin\": \"" HASH "\",} }");
    expect_put("{ \"exit\": { \"pin\": \"$y$old\\\"\", \"keys\": true } }", "{ \"exit\": { \"pin\": \"" HASH "\", \"keys\": true } }");
    expect_put("{ \"exit\": { \"pin\": \"" HASH "\" } }", "{ \"exit\": { \"pin\": \"" HASH "\" } }");
    expect_refused("");
    expect_refused("[]");
    expect_refused("{ \"exit\": ");
    expect_refused("{ \"exit\": { \"pin\": 7 } }");  /* it would stand there twice */
    expect_refused("{ \"exit\": 7 }");
    return TEST_MAIN_END();
}
