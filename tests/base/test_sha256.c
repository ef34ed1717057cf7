/* Messages and digests of the standard's examples (FIPS 180-4 and NIST's "SHA256" sheet),
 * and lengths around the block size, from sha256sum of coreutils. */
#include "sango/base/sha256.h"
#include "test.h"

#include <string.h>

static void expect_digest(StrView text, const char *want)
{
    uint8_t digest[SHA256_BYTES];
    char got[2 * SHA256_BYTES + 1];
    sha256(text, digest);
    for (size_t i = 0; i < SHA256_BYTES; i++) {
        (void)snprintf(got + 2 * i, 3, "%02x", digest[i]);
    }
    EXPECT(strcmp(got, want) == 0);
}

int main(void)
{
    static char many[1000000];
    memset(many, 'a', sizeof many);
    expect_digest(SV(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect_digest(SV("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect_digest(SV("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
                  "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    expect_digest(SV("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
                     "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"),
                  "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
    expect_digest((StrView){ many, sizeof many },
                  "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    expect_digest((StrView){ many, 55 }, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
    expect_digest((StrView){ many, 56 }, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
    expect_digest((StrView){ many, 63 }, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34");
    expect_digest((StrView){ many, 64 }, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
    expect_digest((StrView){ many, 65 }, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0");
    expect_digest((StrView){ many, 119 }, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb");
    expect_digest((StrView){ many, 120 }, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c");
    return TEST_MAIN_END();
}
