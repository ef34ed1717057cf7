#define _GNU_SOURCE /* crypt.h shows the calls that keep their state with the caller */
#include "sango/kiosk/settings.h"

#include <crypt.h>
#include <string.h>

/* crypt(3) of libxcrypt, with the scheme that Debian uses for passwords. One home. */
static bool is_digits(StrView pin)
{
    for (size_t i = 0; i < pin.len; i++) {
        if (pin.data[i] < '0' || pin.data[i] > '9') {
            return false;
        }
    }
    return pin.len >= KIOSK_PIN_MIN && pin.len <= KIOSK_PIN_MAX;
}

/* NULL when the setting is none that crypt(3) takes. The state is wiped: it held the digits. */
static bool hash_with(StrView pin, const char *setting, StrBuf *out)
{
    char digits[KIOSK_PIN_MAX + 1];
    struct crypt_data *state = alloc_take(alloc_heap(), 1, sizeof *state);
    if (!state) {
        return false;
    }
    memcpy(digits, pin.data, pin.len);
    digits[pin.len] = '\0';
    const char *hash = crypt_rn(digits, setting, state, (int)sizeof *state);
    if (hash) {
        strbuf_append(out, strview_from_cstr(hash));
    }
    explicit_bzero(state, sizeof *state);
    explicit_bzero(digits, sizeof digits);
    alloc_free(alloc_heap(), state, sizeof *state);
    return hash != NULL && !out->failed;
}

Status kiosk_pin_hash(StrView pin, StrBuf *out)
{
    char setting[CRYPT_GENSALT_OUTPUT_SIZE];
    if (!is_digits(pin)) {
        return STATUS_INVALID;
    }
    if (!crypt_gensalt_rn("$y$", 0, NULL, 0, setting, (int)sizeof setting)) {
        return STATUS_UNSUPPORTED;
    }
    return hash_with(pin, setting, out) ? STATUS_OK : STATUS_NOMEM;
}

bool kiosk_pin_is_hash(StrView hash)
{
    enum { HASH_LEN = 43 };
    StrView rest = hash;
    if (!strview_starts_with(hash, SV("$y$")) || hash.len > 128) {
        return false;
    }
    for (size_t i = 0; i < hash.len; i++) {
        if (hash.data[i] <= ' ' || hash.data[i] >= 127 || strchr(":;*!\\", hash.data[i])) {
            return false;
        }
    }
    StrView part;
    unsigned parts = 0;
    while (strview_take(&rest, '$', &part)) {
        parts++;
    }
    return parts == 5 && part.len == HASH_LEN; /* "", "y", cost, salt, hash */
}

bool kiosk_pin_fits(StrView pin, StrView hash)
{
    StrBuf got, setting;
    if (!is_digits(pin) || !kiosk_pin_is_hash(hash)) {
        return false;
    }
    strbuf_init(&got, alloc_heap());
    strbuf_init(&setting, alloc_heap());
    strbuf_append(&setting, hash);
    bool fits = !setting.failed && hash_with(pin, setting.data, &got) && strview_equal(strbuf_view(&got), hash);
    strbuf_release(&got);
    strbuf_release(&setting);
    return fits;
}
