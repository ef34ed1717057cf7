/* Any bytes as a .mo file: refused, or every look-up stays inside the file. */
#include "sango/i18n/catalogue.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t touch(StrView text)
{
    size_t sum = text.len;
    for (size_t i = 0; i < text.len; i++) {
        sum += (unsigned char)text.data[i];
    }
    return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const uint32_t numbers[] = { 0, 1, 2, 3, 5, 11, 21, 100, 111, 1000000, UINT32_MAX };
    char *bytes = alloc_take(alloc_heap(), size + 1, 1);
    Catalogue catalogue;
    catalogue_init(&catalogue, alloc_heap(), SV("ar"));
    if (size) {
        memcpy(bytes, data, size);
    }
    bytes[size] = '\0';
    Status status = catalogue_load(&catalogue, (StrView){ bytes, size });
    if (status != STATUS_OK && status != STATUS_INVALID) {
        abort();
    }
    size_t sum = touch(TR(&catalogue, "title.play", "Play"));
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        sum +=
            touch(catalogue_plural(&catalogue, SV("map.stars"), SV("{n} star"), SV("{n} stars"), numbers[i]));
    }
    if (status != STATUS_OK) {
        alloc_free(alloc_heap(), bytes, size + 1);
    }
    catalogue_release(&catalogue);
    return sum == 0 ? 1 : 0; /* used, so that the reads stay */
}
