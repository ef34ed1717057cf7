/* Any bytes as a look's JSON: refused, and the theme is day's; or every size lies in its range. Each mistake has a place in the file. */
#include "sango/ui/theme.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_place(void *user, const Diag *diag)
{
    (void)user;
    if (diag->pos.line == 0 || diag->pos.column == 0 || !strview_equal(diag->pos.file, SV("look.json"))) {
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    DiagSink sink = { .report = check_place };
    Theme theme;
    Status status = theme_parse(alloc_heap(), SV("look.json"), (StrView){ (const char *)data, size }, &sink, &theme);
    bool is_day = memcmp(&theme, theme_day(), sizeof theme) == 0;
    if ((status != STATUS_OK && status != STATUS_INVALID) || (status != STATUS_OK && (!is_day || sink.warnings + sink.errors == 0))) {
        abort();
    }
#define X(name, least, most)                                        \
    if (!(theme.name >= (float)(least) && theme.name <= (float)(most))) { \
        abort();                                                    \
    }
    THEME_SIZE_LIST(X)
#undef X
    return 0;
}
