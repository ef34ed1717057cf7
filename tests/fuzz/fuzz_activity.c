/* Any lines as an activity, any bytes as what was kept of it. The first byte is the kind and says whether the state gets a
 * right head and checksum; then lines "words #tag #tag" up to an empty one, then the state. An activity that passes its
 * check can be played to its end from any state that is taken; its bytes as moves end nowhere else. */
#include "sango/activity/activity.h"

#include <stdlib.h>
#include <string.h>

enum { TAGS_MAX = 6, LINES_MAX = 24, HELP_MAX = 60, BYTES_MAX = 800, WITH_HEAD = 16 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static StrView take_lines(StrView text, ActivityData *data, StrView (*tags)[TAGS_MAX])
{
    StrView rest = text, line, tag;
    for (size_t i = 0; i < LINES_MAX && strview_take(&rest, '\n', &line) && line.len; i++) {
        ActivityLine item = { .tags = tags[i] };
        item.id = line;
        (void)strview_take(&line, '#', &item.text);
        while (item.tag_count < TAGS_MAX && strview_take(&line, '#', &tag)) {
            tags[i][item.tag_count++] = strview_trim(tag);
        }
        if (activity_role(item.tags, item.tag_count) != ACTIVITY_NOTHING) {
            (void)activity_data_add(data, &item);
        }
    }
    return rest;
}

/* "act1 HASH" of this activity, the input, and its sum. */
static void complete(const ActivityData *data, StrView middle, StrBuf *out)
{
    ActivityState state;
    activity_begin(data, &state);
    activity_write(data, &state, out);
    size_t end = 5;
    while (out->data[end] != ' ') {
        end++;
    }
    strbuf_truncate(out, end + 1);
    strbuf_append(out, middle);
    strbuf_printf(out, " #%x", (unsigned)strview_hash(strbuf_view(out)));
}

static void expect_end(const ActivityData *data, const ActivityState *from)
{
    ActivityState state = *from;
    ActivityMove move;
    for (int i = 0; activity_help(data, &state, &move); i++) {
        if (i == HELP_MAX || !activity_move(data, &state, move.item, move.to)) {
            abort();
        }
    }
    if (!activity_done(data, &state).is_right) {
        abort();
    }
}

static void expect_kept(const ActivityData *data, const ActivityState *state)
{
    ActivityState again;
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    activity_write(data, state, &text);
    if (activity_restore(data, strbuf_view(&text), &again) != STATUS_OK || memcmp(again.place, state->place, sizeof again.place) != 0) {
        abort();
    }
    strbuf_release(&text);
}

static void play(const ActivityData *data, StrView input, bool is_complete)
{
    ActivityState state, begun;
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    activity_begin(data, &state);
    begun = state;
    if (is_complete) {
        complete(data, input, &text);
    } else {
        strbuf_append(&text, input);
    }
    Status status = activity_restore(data, strbuf_view(&text), &state);
    if (status != STATUS_OK && memcmp(&begun, &state, sizeof state) != 0) {
        abort();
    }
    for (size_t i = 0; i + 1 < input.len && i < 60; i += 2) {
        (void)activity_move(data, &state, (size_t)(input.data[i] & 31), (input.data[i + 1] & 31) - 1);
    }
    expect_kept(data, &state);
    expect_end(data, &state);
    strbuf_release(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static ActivityData data;
    static StrView tags[LINES_MAX][TAGS_MAX];
    if (size < 1 || size > BYTES_MAX) {
        return 0;
    }
    activity_data_begin(&data, (ActivityKind)((bytes[0] & 15) % ACTIVITY_KIND_COUNT), SV("fuzz"), bytes[0]);
    StrView rest = take_lines((StrView){ (const char *)bytes + 1, size - 1 }, &data, tags);
    if (activity_data_check(&data, NULL, NULL)) {
        play(&data, rest, bytes[0] & WITH_HEAD);
    }
    return 0;
}
