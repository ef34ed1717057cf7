#include "activity_internal.h"

#include <inttypes.h>

/* "act1 HASH TRIES RIGHT OF FIRST MOVED PLACE,PLACE… #SUM": HASH and SUM hexadecimal, FIRST and MOVED 0 or 1. */
#define ACTIVITY_FORMAT "act1"

/* Of all that a state depends on but the words, which another language changes. */
static uint32_t hash_of(const ActivityData *data)
{
    uint64_t hash = strview_hash_more(STRVIEW_HASH_BEGIN, data->id);
    for (size_t i = 0; i < data->item_count; i++) {
        const ActivityItem *item = &data->items[i];
        const char numbers[] = { (char)item->role, (char)item->low, (char)item->high, (char)item->start };
        hash = strview_hash_more(hash, (StrView){ numbers, sizeof numbers });
        hash = strview_hash_more(hash, item->id);
        hash = strview_hash_more(hash, SV("\n"));
        hash = strview_hash_more(hash, item->key);
    }
    return (uint32_t)(hash ^ hash >> 32);
}

void activity_write(const ActivityData *data, const ActivityState *state, StrBuf *out)
{
    StrBuf text;
    strbuf_init(&text, out->alloc);
    strbuf_printf(&text, ACTIVITY_FORMAT " %" PRIx32 " %u %u %u %u %u ", hash_of(data), (unsigned)state->tries,
                  (unsigned)state->first_right, (unsigned)state->first_of, (unsigned)state->is_first_right,
                  (unsigned)state->was_moved);
    for (size_t i = 0; i < data->item_count; i++) {
        strbuf_printf(&text, i ? ",%d" : "%d", state->place[i]);
    }
    strbuf_printf(&text, " #%" PRIx32, strview_hash(strbuf_view(&text)));
    strbuf_append(out, strbuf_view(&text));
    out->failed |= text.failed;
    strbuf_release(&text);
}

/* --- reading ---------------------------------------------------------------------------------------- */

static bool take_number(StrView *rest, char end, int high, int *number)
{
    StrView word;
    int32_t value;
    if (!strview_take(rest, end, &word) || !strview_to_int(word, &value) || value < ACTIVITY_NOWHERE || value > high) {
        return false;
    }
    *number = value;
    return true;
}

static bool take_hex(StrView word, uint32_t *value)
{
    *value = 0;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.data[i];
        bool is_digit = c >= '0' && c <= '9', is_letter = c >= 'a' && c <= 'f';
        if (!is_digit && !is_letter) {
            return false;
        }
        *value = *value << 4 | (uint32_t)(is_digit ? c - '0' : c - 'a' + 10);
    }
    return word.len > 0 && word.len <= 8;
}

static bool take_places(const ActivityData *data, StrView rest, ActivityState *state)
{
    for (size_t i = 0; i < data->item_count; i++) {
        int place;
        if (!take_number(&rest, ',', INT16_MAX, &place)) {
            return false;
        }
        state->place[i] = (int16_t)place;
    }
    return rest.len == 0;
}

static bool take_state(const ActivityData *data, StrView rest, ActivityState *state)
{
    int tries, right, of, is_first, was_moved;
    uint32_t hash;
    StrView word;
    if (!strview_take(&rest, ' ', &word) || !strview_equal(word, SV(ACTIVITY_FORMAT)) || !strview_take(&rest, ' ', &word) ||
        !take_hex(word, &hash) || hash != hash_of(data) || !take_number(&rest, ' ', UINT8_MAX, &tries) ||
        !take_number(&rest, ' ', ACTIVITY_ITEMS_MAX, &right) || !take_number(&rest, ' ', ACTIVITY_ITEMS_MAX, &of) ||
        !take_number(&rest, ' ', 1, &is_first) || !take_number(&rest, ' ', 1, &was_moved)) {
        return false;
    }
    bool is_done = tries > 0;
    if (tries < 0 || right < 0 || is_first < 0 || was_moved < 0 || right > of || (of > 0) != is_done || (is_first && (!is_done || right != of))) {
        return false;
    }
    state->tries = (uint8_t)tries;
    state->first_right = (uint8_t)right;
    state->first_of = (uint8_t)of;
    state->is_first_right = is_first;
    state->was_moved = was_moved;
    return take_places(data, rest, state);
}

/* --- is it a state that playing can come to? ----------------------------------------------------------- */

/* Two things at one place, where only one may be. */
static bool has_clash(const ActivityData *data, const ActivityState *state)
{
    bool is_pair = data->kind == ACTIVITY_MATCH && data->counts[ACTIVITY_LEFT] == data->counts[ACTIVITY_RIGHT];
    if (!is_pair && data->kind != ACTIVITY_ORDER && data->kind != ACTIVITY_BUILD && data->kind != ACTIVITY_SAY) {
        return false;
    }
    for (size_t i = 0; i < data->item_count; i++) {
        for (size_t j = 0; j < i; j++) {
            if (state->place[i] != ACTIVITY_NOWHERE && state->place[i] == state->place[j]) {
                return true;
            }
        }
    }
    return false;
}

/* Places are counted, so without a clash they are without a gap when none is too high. */
static bool is_place(const ActivityData *data, const ActivityState *state, size_t item)
{
    const ActivityItem *thing = &data->items[item];
    int place = state->place[item];
    if (!activity_is_thing(thing->role)) {
        return place == ACTIVITY_NOWHERE;
    }
    if (data->kind == ACTIVITY_BUILD) {
        size_t chosen = activity_chosen(data, state);
        return place < (int)chosen && chosen <= ACTIVITY_WORDS_MAX;
    }
    if (data->kind == ACTIVITY_PLAN) {
        return place >= 0 && (!activity_is_fixed(thing) || place == thing->start);
    }
    return activity_can_move(data, state, item, place);
}

Status activity_restore(const ActivityData *data, StrView text, ActivityState *state)
{
    ActivityState read;
    StrView rest = strview_trim(text);
    uint32_t sum;
    size_t mark = rest.len;
    while (mark > 0 && rest.data[mark - 1] != '#') {
        mark--;
    }
    if (mark < 2 || rest.data[mark - 2] != ' ' || !take_hex(strview_slice(rest, mark, rest.len), &sum)) {
        return STATUS_INVALID;
    }
    rest = strview_slice(rest, 0, mark - 2);
    activity_begin(data, &read);
    if (strview_hash(rest) != sum || !take_state(data, rest, &read) || has_clash(data, &read) || activity_left(data, &read) < 0) {
        return STATUS_INVALID;
    }
    for (size_t i = 0; i < data->item_count; i++) {
        if (!is_place(data, &read, i)) {
            return STATUS_INVALID;
        }
    }
    if (data->kind == ACTIVITY_ORDER) {
        activity_show_steps(data, &read);
    }
    *state = read;
    return STATUS_OK;
}
