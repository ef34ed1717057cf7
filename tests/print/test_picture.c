/* Drawings inside of a page. */
#include "sango/base/file.h"
#include "sango/print/picture.h"
#include "test.h"

#include <string.h>

static void check_base64(StrView bytes, const char *want)
{
    StrBuf out;
    strbuf_init(&out, alloc_heap());
    print_base64(&out, bytes);
    EXPECT(strcmp(out.data, want) == 0);
    strbuf_release(&out);
}

static void check_picture(StrView name, Status status, const char *want)
{
    StrBuf out;
    strbuf_init(&out, alloc_heap());
    EXPECT_EQ(print_picture(alloc_heap(), SV(TEST_FOLDER), name, &out), status);
    EXPECT(strcmp(out.data, want) == 0);
    strbuf_release(&out);
}

int main(void)
{
    check_base64(SV(""), ""); /* the examples of RFC 4648 */
    check_base64(SV("f"), "Zg==");
    check_base64(SV("fo"), "Zm8=");
    check_base64(SV("foo"), "Zm9v");
    check_base64(SV("foob"), "Zm9vYg==");
    check_base64(SV("fooba"), "Zm9vYmE=");
    check_base64(SV("foobar"), "Zm9vYmFy");
    check_base64((StrView){ "\xff\xfe\x00\x3e", 4 }, "//4APg==");
    EXPECT_EQ(file_write(TEST_FOLDER "/a-picture_2.svg", SV("<svg/>")), STATUS_OK);
    check_picture(SV("a-picture_2"), STATUS_OK, "data:image/svg+xml;base64,PHN2Zy8+");
    check_picture(SV("none"), STATUS_NOT_FOUND, "");
    check_picture(SV("../a-picture_2"), STATUS_INVALID, "");
    check_picture(SV(""), STATUS_INVALID, "");
    return TEST_MAIN_END();
}
