#include "kiosk_internal.h"

/* Languages by their own names: no flags, which are of countries. */
static const struct {
    const char *code, *name;
} own_names[] = { { "ar", "العربية" }, { "zh", "中文" }, { "en", "English" }, { "fr", "Français" }, { "ru", "Русский" }, { "es", "Español" } };

StrView kiosk_language_name(StrView code)
{
    for (size_t i = 0; i < sizeof own_names / sizeof own_names[0]; i++) {
        if (strview_equal(code, strview_from_cstr(own_names[i].code))) {
            return strview_from_cstr(own_names[i].name);
        }
    }
    return code;
}
