/* From wherever playing can come to, help leads to all right; and a state is kept and found again. */
#include "sango/base/rng.h"

#include "examples.h"
#include "test.h"

#include <string.h>

enum { SEEDS = 30, MOVES = 25, HELP_MAX = 40 };

static void expect_help_ends(const ActivityData *data, const ActivityState *from)
{
    ActivityState state = *from;
    ActivityMove move;
    int count = 0;
    while (count <= HELP_MAX && activity_help(data, &state, &move)) {
        EXPECT(activity_move(data, &state, move.item, move.to));
        count++;
    }
    EXPECT(count <= HELP_MAX);
    EXPECT(activity_check(data, &state).is_right);
    EXPECT_EQ(activity_check(data, &state).wrong, 0);
    EXPECT(activity_is_ready(data, &state) || count == 0);
}

static void expect_kept(const ActivityData *data, const ActivityState *state)
{
    ActivityState again;
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    activity_write(data, state, &text);
    EXPECT_EQ(activity_restore(data, strbuf_view(&text), &again), STATUS_OK);
    EXPECT(memcmp(again.place, state->place, sizeof again.place) == 0);
    EXPECT(memcmp(again.shown, state->shown, sizeof again.shown) == 0);
    EXPECT_EQ(again.tries, state->tries);
    EXPECT_EQ(activity_grade(&again), activity_grade(state));
    EXPECT_EQ(again.was_moved, state->was_moved);
    for (size_t i = 0; i + 1 < text.len; i++) { /* any damage is noticed */
        char kept = text.data[i];
        text.data[i] = kept == '0' ? '1' : '0';
        EXPECT_EQ(activity_restore(data, strbuf_view(&text), &again), STATUS_INVALID);
        text.data[i] = kept;
    }
    strbuf_release(&text);
}

static void check_from_anywhere(void)
{
    for (size_t example = 0; example < EXAMPLE_COUNT; example++) {
        for (uint64_t seed = 0; seed < SEEDS; seed++) {
            ActivityData data;
            ActivityState state;
            Rng rng;
            rng_seed(&rng, seed);
            fill_example(&data, example, seed);
            activity_begin(&data, &state);
            for (int i = 0; i < MOVES; i++) {
                expect_help_ends(&data, &state);
                size_t item = rng_below(&rng, (uint32_t)data.item_count);
                (void)activity_move(&data, &state, item, (int)rng_below(&rng, 20) - 1);
                if (rng_below(&rng, 6) == 0) {
                    (void)activity_done(&data, &state);
                }
            }
            expect_kept(&data, &state);
        }
    }
}

/* A text with its right sum. */
static Status restore(const ActivityData *data, const char *places)
{
    ActivityState state, read;
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    activity_begin(data, &state);
    activity_write(data, &state, &text);
    size_t end = text.len;
    while (text.data[end - 1] != '#') {
        end--;
    }
    end--; /* the '#' */
    while (text.data[end - 2] != ' ') {
        end--;
    }
    strbuf_truncate(&text, end - 1);
    strbuf_append(&text, strview_from_cstr(places));
    strbuf_printf(&text, " #%x", (unsigned)strview_hash(strbuf_view(&text)));
    Status status = activity_restore(data, strbuf_view(&text), &read);
    strbuf_release(&text);
    return status;
}

/* Places that no playing comes to, each with a right sum. */
static void check_hostile(void)
{
    static const struct {
        size_t example;
        const char *places;
        bool is_good;
    } rows[] = {
        { 0, "-1,-1,-1,0,2,1,0", true },  { 0, "-1,-1,-1,0,2,1,3", false },  { 0, "0,-1,-1,0,2,1,0", false }, { 0, "-1,-1,-1,0,2,1", false },
        { 0, "-1,-1,-1,0,2,1,0,0", false }, { 1, "1,0,1,0,1", true },        { 1, "2,0,1,0,1", false },       { 1, "-1,0,1,0,1", false },
        { 3, "2,1,0", true },             { 3, "2,2,0", false },             { 3, "3,1,0", false },           { 3, "-1,1,0", false },
        { 4, "-1,0,1,2,-1,-1,-1", true }, { 4, "-1,0,1,3,-1,-1,-1", false }, { 4, "4,0,1,3,2,-1,-1", false }, { 4, "0,0,-1,-1,-1,-1,-1", false },
        { 5, "10,7,4,3", true },          { 5, "10,7,4,4", false },          { 5, "10,6,4,3", false },        { 5, "-1,7,4,3", false },
        { 6, "-1,0,-1,-1,-1,3,-1", true }, { 6, "-1,0,0,-1,-1,3,-1", false }, { 6, "-1,3,-1,-1,-1,-1,-1", false },
        { 7, "3,5,4,-1,-1,-1", true },    { 7, "3,3,4,-1,-1,-1", false },    { 7, "3,2,4,-1,-1,-1", false },  { 8, "4,4,4,4,-1,-1", true },
        { 8, "", false },                 { 8, "99999999999,4,4,4,-1,-1", false },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ActivityData data;
        fill_example(&data, rows[i].example, 1);
        Status status = restore(&data, rows[i].places);
        if ((status == STATUS_OK) != rows[i].is_good) {
            fprintf(stderr, "row %zu: %s\n", i, status_text(status));
        }
        EXPECT_EQ(status, rows[i].is_good ? STATUS_OK : STATUS_INVALID);
    }
}

/* A state belongs to its activity: not to one with other items; but to its translation. */
static void check_other_activity(void)
{
    static const char *const other[] = { "Stop #step", "Think #step", "Tell #step", "Play #step", NULL };
    static const char *const french[] = { "Arrêter #step", "Réfléchir #step", "Dire #step", NULL };
    ActivityData data;
    ActivityState state, again;
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    fill_example(&data, 3, 1);
    activity_begin(&data, &state);
    activity_write(&data, &state, &text);
    (void)fill(&data, ACTIVITY_ORDER, other, 1);
    EXPECT_EQ(activity_restore(&data, strbuf_view(&text), &again), STATUS_INVALID);
    (void)fill(&data, ACTIVITY_ORDER, french, 1);
    EXPECT_EQ(activity_restore(&data, strbuf_view(&text), &again), STATUS_OK);
    data.id = SV("other");
    EXPECT_EQ(activity_restore(&data, strbuf_view(&text), &again), STATUS_INVALID);
    strbuf_release(&text);
}

int main(void)
{
    check_from_anywhere();
    check_hostile();
    check_other_activity();
    return TEST_MAIN_END();
}
