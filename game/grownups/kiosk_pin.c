#include "kiosk_pin.h"

#include "sango/json/json.h"
#include "sango/kiosk/settings.h"

/* Where the string that begins at `at` ends: behind its quote. */
static size_t end_of_string(StrView text, size_t at)
{
    for (size_t i = at + 1; i < text.len; i++) {
        if (text.data[i] == '\\') {
            i++;
        } else if (text.data[i] == '"') {
            return i + 1;
        }
    }
    return text.len;
}

static void put_json(StrBuf *out, StrView before, const char *key, StrView hash, const char *end, StrView behind)
{
    strbuf_append(out, before);
    strbuf_append(out, strview_from_cstr(key));
    strbuf_json(out, hash);
    strbuf_append(out, strview_from_cstr(end));
    strbuf_append(out, behind);
}

static void put(StrView text, const JsonValue *root, StrView hash, StrBuf *out)
{
    const JsonValue *exit = json_member(root, "exit");
    const JsonValue *pin = json_member(exit, "pin");
    if (json_is(pin, JSON_STRING)) {
        put_json(out, strview_slice(text, 0, pin->offset), "", hash, "", strview_slice(text, end_of_string(text, pin->offset), text.len));
        return;
    }
    size_t at = (json_is(exit, JSON_OBJECT) ? exit->offset : root->offset) + 1; /* behind the brace; a comma before an end is fine */
    bool has_exit = json_is(exit, JSON_OBJECT);
    put_json(out, strview_slice(text, 0, at), has_exit ? "\n    \"pin\": " : "\n  \"exit\": { \"pin\": ", hash, has_exit ? "," : " },",
             strview_slice(text, at, text.len));
}

static unsigned mistakes_of(const Allocator *alloc, StrView text, StrView hash, bool *says_it)
{
    KioskSettings settings;
    if (kiosk_settings_read(alloc, SV("kiosk.json"), text, NULL, &settings) != STATUS_OK) {
        *says_it = false;
        return 0;
    }
    unsigned count = settings.mistake_count;
    *says_it = strview_equal(settings.pin, hash);
    kiosk_settings_release(&settings);
    return count;
}

Status kiosk_pin_put(const Allocator *alloc, StrView text, StrView hash, StrBuf *out)
{
    const JsonValue *root;
    JsonError error;
    Arena arena;
    StrBuf made;
    bool says_it;
    arena_init(&arena, alloc, 4096);
    strbuf_init(&made, alloc);
    Status status = json_parse(&arena, text, JSON_RELAXED, &root, &error);
    status = status == STATUS_OK && !json_is(root, JSON_OBJECT) ? STATUS_INVALID : status == STATUS_LIMIT ? STATUS_INVALID : status;
    if (status == STATUS_OK) {
        put(text, root, hash, &made);
        unsigned before = mistakes_of(alloc, text, hash, &says_it);
        unsigned behind = mistakes_of(alloc, strbuf_view(&made), hash, &says_it);
        status = made.failed ? STATUS_NOMEM : says_it && behind <= before ? STATUS_OK : STATUS_INVALID;
    }
    if (status == STATUS_OK) {
        strbuf_append(out, strbuf_view(&made));
        status = out->failed ? STATUS_NOMEM : STATUS_OK;
    }
    strbuf_release(&made);
    arena_release(&arena);
    return status;
}
