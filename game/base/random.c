#ifdef _WIN32
#define _CRT_RAND_S /* rand_s() is in stdlib.h only after this */
#endif
#include "sango/base/random.h"

#include <stdio.h>
#include <stdlib.h>

Status random_bytes(void *bytes, size_t count)
{
#ifdef _WIN32
    for (size_t i = 0; i < count; i++) {
        unsigned number;
        if (rand_s(&number) != 0) {
            return STATUS_IO;
        }
        ((unsigned char *)bytes)[i] = (unsigned char)(number & 0xFF);
    }
    return STATUS_OK;
#else
    FILE *file = fopen("/dev/urandom", "rb"); /* on Linux, BSD and macOS, and in a browser by Emscripten */
    if (!file) {
        return STATUS_IO;
    }
    size_t got = fread(bytes, 1, count, file);
    (void)fclose(file);
    return got == count ? STATUS_OK : STATUS_IO;
#endif
}
