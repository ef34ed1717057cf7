#include "sango/kiosk/settings.h"

#include "sango/base/system.h"

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
    system_wipe(state, sizeof *state);
    system_wipe(digits, sizeof digits);
    alloc_free(alloc_heap(), state, sizeof *state);
    return hash != NULL && !out->failed;
}

Status kiosk_pin_hash(StrView pin, StrBuf *out)
{
    enum { SALT_BYTES = 16 };
    char setting[CRYPT_GENSALT_OUTPUT_SIZE];
    char salt[SALT_BYTES];
    if (!is_digits(pin)) {
        return STATUS_INVALID;
    }
    if (!system_random(salt, sizeof salt) || !crypt_gensalt_rn("$y$", 0, salt, SALT_BYTES, setting, (int)sizeof setting)) {
        return STATUS_UNSUPPORTED;
    }
    return hash_with(pin, setting, out) ? STATUS_OK : STATUS_NOMEM;
}

static bool is_code(StrView text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (!(c >= '.' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z')) { /* '.', '/' and digits stand in a row */
            return false;
        }
    }
    return true;
}

/* "j9T": scheme, memory in powers of two, size of a block. More than 64 MiB would let the stand stand still while it looks at a PIN. */
static bool is_cost(StrView cost)
{
    static const char sizes[] = "./0123456789AB";
    return cost.len == 3 && cost.data[0] == 'j' && strchr(sizes, cost.data[1]) && (cost.data[2] == 'T' || cost.data[2] == '5');
}

/* Three bytes are four letters, so one letter alone is none. */
static bool is_salt(StrView salt)
{
    return salt.len > 0 && salt.len <= 64 && salt.len % 4 != 1;
}

bool kiosk_pin_is_hash(StrView hash)
{
    enum { HASH_LEN = 43, PARTS = 5 };
    StrView parts[PARTS]; /* "", "y", cost, salt, hash */
    StrView rest = hash;
    size_t count = 0;
    while (count < PARTS && strview_take(&rest, '$', &parts[count])) {
        if (!is_code(parts[count])) {
            return false;
        }
        count++;
    }
    bool is_whole = count == PARTS && parts[PARTS - 1].data + HASH_LEN == hash.data + hash.len;
    return is_whole && parts[0].len == 0 && strview_equal(parts[1], SV("y")) && is_cost(parts[2]) && is_salt(parts[3]) &&
           parts[4].len == HASH_LEN;
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
