/* Moves, how it stands, and the grade by the first Done; the rows are those of the table in the header. */
#include "sango/base/rng.h"

#include "examples.h"
#include "test.h"

#include <string.h>

enum { SORT, SPOT, ORDER, ORDER_SHORT, BUILD, PLAN, SAY, MATCH, MATCH_SHARED };

/* Items of an example stand at the places of their lines, less the hints before them. */
typedef struct Row {
    int example;
    ActivityMove moves[8]; /* ended by {0, 99} */
    unsigned right, of;
    bool is_ready;
    uint32_t wrong;
    Grade grade;
} Row;
#define END { 0, 99 }
#define BIT(i) (1u << (i))

static const Row rows[] = {
    /* baskets 0..2: share, ask, private; cards 3..6: share, private, ask or private, share */
    { SORT, { END }, 0, 4, false, BIT(3) | BIT(4) | BIT(5) | BIT(6), GRADE_RISKY },
    { SORT, { { 3, 0 }, { 4, 2 }, { 5, 1 }, { 6, 0 }, END }, 4, 4, true, 0, GRADE_SAFE },
    { SORT, { { 3, 0 }, { 4, 2 }, { 5, 2 }, { 6, 0 }, END }, 4, 4, true, 0, GRADE_SAFE },
    { SORT, { { 3, 0 }, { 4, 0 }, { 5, 0 }, { 6, 0 }, END }, 2, 4, true, BIT(4) | BIT(5), GRADE_OKAY },
    { SORT, { { 3, 2 }, { 4, 0 }, { 5, 1 }, { 6, 1 }, END }, 1, 4, true, BIT(3) | BIT(4) | BIT(6), GRADE_RISKY },
    { SORT, { { 3, 0 }, { 4, 2 }, { 5, 2 }, { 6, 0 }, { 6, -1 }, END }, 3, 4, false, BIT(6), GRADE_OKAY },
    /* clue, fine, clue, fine, clue */
    { SPOT, { END }, 0, 3, false, BIT(0) | BIT(2) | BIT(4), GRADE_RISKY },
    { SPOT, { { 0, 1 }, { 2, 1 }, { 4, 1 }, END }, 3, 3, true, 0, GRADE_SAFE },
    { SPOT, { { 0, 1 }, { 2, 1 }, { 4, 1 }, { 1, 1 }, END }, 2, 3, true, BIT(1), GRADE_OKAY },
    { SPOT, { { 0, 1 }, { 2, 1 }, { 4, 1 }, { 1, 1 }, { 3, 1 }, END }, 1, 3, true, BIT(1) | BIT(3), GRADE_RISKY },
    { SPOT, { { 0, 1 }, { 1, 1 }, { 3, 1 }, { 0, 0 }, END }, 0, 3, true, BIT(0) | BIT(1) | BIT(2) | BIT(3) | BIT(4), GRADE_RISKY },
    /* pickle 1, rocket 2, teapot 3, noodle 5, volcano 6; known: 0 and 4 */
    { BUILD, { { 5, 0 }, { 6, 1 }, END }, 2, 3, false, 0, GRADE_OKAY },
    { BUILD, { { 5, 0 }, { 6, 1 }, { 3, 2 }, END }, 3, 3, true, 0, GRADE_SAFE },
    { BUILD, { { 5, 0 }, { 6, 1 }, { 3, 2 }, { 0, 3 }, END }, 2, 3, true, BIT(0), GRADE_OKAY },
    { BUILD, { { 0, 0 }, { 4, 1 }, { 1, 2 }, END }, 1, 3, true, BIT(0) | BIT(4), GRADE_RISKY },
    /* sleep 9-11, school 7, outside 2-6, screens 0-3 of 24 */
    { PLAN, { END }, 1, 3, false, BIT(0) | BIT(3), GRADE_RISKY },
    { PLAN, { { 3, 3 }, { 0, 10 }, { 2, 4 }, END }, 3, 3, true, 0, GRADE_SAFE },
    { PLAN, { { 3, 3 }, { 0, 10 }, END }, 3, 3, false, 0, GRADE_OKAY }, /* two hours are left */
    { PLAN, { { 3, 4 }, { 0, 11 }, END }, 2, 3, true, BIT(3), GRADE_OKAY },
    { PLAN, { { 3, 8 }, { 2, 3 }, END }, 1, 3, true, BIT(0) | BIT(3), GRADE_RISKY },
    /* slots 0 and 3; clear: 1, 5, 6 */
    { SAY, { END }, 0, 2, false, BIT(0) | BIT(3), GRADE_RISKY },
    { SAY, { { 1, 0 }, { 6, 3 }, END }, 2, 2, true, 0, GRADE_SAFE },
    { SAY, { { 1, 0 }, { 4, 3 }, END }, 1, 2, true, BIT(4), GRADE_OKAY },
    { SAY, { { 1, 0 }, { 2, 0 }, { 4, 3 }, END }, 0, 2, true, BIT(2) | BIT(4), GRADE_RISKY },
    /* lefts 0..2, rights 3..5 in the same order */
    { MATCH, { { 0, 3 }, { 1, 4 }, { 2, 5 }, END }, 3, 3, true, 0, GRADE_SAFE },
    { MATCH, { { 0, 3 }, { 1, 5 }, { 2, 4 }, END }, 1, 3, true, BIT(1) | BIT(2), GRADE_RISKY },
    { MATCH, { { 0, 3 }, { 1, 4 }, { 2, 4 }, END }, 1, 3, false, BIT(1) | BIT(2), GRADE_RISKY }, /* 1 was parted */
    /* want, right, right, want; rights 4: right, 5: want */
    { MATCH_SHARED, { { 0, 5 }, { 1, 4 }, { 2, 4 }, { 3, 5 }, END }, 4, 4, true, 0, GRADE_SAFE },
    { MATCH_SHARED, { { 0, 5 }, { 1, 5 }, { 2, 4 }, { 3, 4 }, END }, 2, 4, true, BIT(1) | BIT(3), GRADE_OKAY },
};

static void check_rows(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ActivityData data;
        ActivityState state;
        fill_example(&data, (size_t)rows[i].example, 7);
        activity_begin(&data, &state);
        EXPECT(!activity_check(&data, &state).is_right);
        for (const ActivityMove *move = rows[i].moves; move->to != 99; move++) {
            EXPECT(activity_move(&data, &state, move->item, move->to));
        }
        EXPECT_EQ(activity_is_ready(&data, &state), rows[i].is_ready);
        ActivityCheck check = activity_done(&data, &state);
        bool is_right = rows[i].grade == GRADE_SAFE;
        if (check.right != rows[i].right || check.wrong != rows[i].wrong) {
            fprintf(stderr, "row %zu: %u of %u, wrong %x\n", i, check.right, check.of, (unsigned)check.wrong);
        }
        EXPECT_EQ(check.right, rows[i].right);
        EXPECT_EQ(check.of, rows[i].of);
        EXPECT_EQ(check.wrong, rows[i].wrong);
        EXPECT_EQ(check.is_right, is_right);
        EXPECT_EQ(activity_grade(&state), rows[i].grade);
    }
}

/* Puts the steps into an order, given as digits. */
static void put_order(const ActivityData *data, ActivityState *state, const char *order)
{
    for (int i = 0; order[i]; i++) {
        EXPECT(activity_move(data, state, (size_t)(order[i] - '0'), i));
    }
}

static void check_orders(void)
{
    static const struct {
        int example;
        const char *order;
        unsigned right;
        const char *wrong;
        Grade grade;
    } orders[] = {
        { ORDER, "01234", 4, "", GRADE_SAFE },      { ORDER, "12340", 3, "0", GRADE_OKAY },  { ORDER, "41230", 2, "04", GRADE_OKAY },
        { ORDER, "10234", 3, "0", GRADE_OKAY },     { ORDER, "20341", 2, "01", GRADE_OKAY },
        { ORDER, "43210", 0, "1234", GRADE_RISKY }, { ORDER, "43012", 2, "34", GRADE_OKAY }, { ORDER_SHORT, "012", 2, "", GRADE_SAFE },
        { ORDER_SHORT, "120", 1, "0", GRADE_OKAY }, { ORDER_SHORT, "210", 0, "12", GRADE_RISKY },
    };
    for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++) {
        ActivityData data;
        ActivityState state;
        uint32_t wrong = 0;
        fill_example(&data, (size_t)orders[i].example, 3);
        activity_begin(&data, &state);
        EXPECT(!activity_is_ready(&data, &state));
        put_order(&data, &state, orders[i].order);
        for (const char *digit = orders[i].wrong; *digit; digit++) {
            wrong |= BIT(*digit - '0');
        }
        for (int place = 0; orders[i].order[place]; place++) {
            EXPECT_EQ(activity_item_at(&data, &state, place), orders[i].order[place] - '0');
        }
        ActivityCheck check = activity_done(&data, &state);
        EXPECT_EQ(check.right, orders[i].right);
        EXPECT_EQ(check.of, data.item_count - 1);
        EXPECT_EQ(check.wrong, wrong);
        EXPECT_EQ(activity_grade(&state), orders[i].grade);
    }
}

static void check_refused(void)
{
    static const struct {
        int example;
        size_t item;
        int to;
    } refused[] = {
        { SORT, 3, 4 },  { SORT, 0, 1 },  { SORT, 3, 7 },   { SORT, 99, 0 },  { SORT, 3, -2 }, { SPOT, 0, 2 },  { SPOT, 0, -1 },
        { ORDER, 0, 5 }, { ORDER, 0, -1 }, { BUILD, 0, 1 }, { BUILD, 0, -2 }, { PLAN, 0, 7 },  { PLAN, 1, 6 },  { PLAN, 0, -1 },
        { SAY, 1, 3 },   { SAY, 0, 0 },   { SAY, 1, 2 },    { MATCH, 0, 1 },  { MATCH, 3, 0 }, { MATCH, 0, 6 },
    };
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        ActivityData data;
        ActivityState state, before;
        fill_example(&data, (size_t)refused[i].example, 1);
        activity_begin(&data, &state);
        memcpy(&before, &state, sizeof state);
        EXPECT(!activity_move(&data, &state, refused[i].item, refused[i].to));
        EXPECT(memcmp(&before, &state, sizeof state) == 0);
    }
}

/* Words move up when one goes, and aside when one comes between; a fifth has no place. */
static void check_words(void)
{
    ActivityData data;
    ActivityState state;
    StrBuf phrase;
    strbuf_init(&phrase, alloc_heap());
    fill_example(&data, BUILD, 1);
    activity_begin(&data, &state);
    EXPECT_EQ(activity_strength(&data, &state), 0);
    EXPECT(activity_move(&data, &state, 1, 0) && activity_move(&data, &state, 2, 1) && activity_move(&data, &state, 3, 0));
    EXPECT(activity_move(&data, &state, 5, 3) && !activity_move(&data, &state, 6, 2));
    activity_phrase(&data, &state, &phrase);
    EXPECT(strview_equal(strbuf_view(&phrase), SV("teapot pickle rocket noodle")));
    EXPECT(activity_move(&data, &state, 1, -1) && activity_move(&data, &state, 5, 0));
    strbuf_clear(&phrase);
    activity_phrase(&data, &state, &phrase);
    EXPECT(strview_equal(strbuf_view(&phrase), SV("noodle teapot rocket")));
    fill_example(&data, SAY, 1);
    activity_begin(&data, &state);
    EXPECT(activity_move(&data, &state, 6, 3) && activity_move(&data, &state, 1, 0));
    strbuf_clear(&phrase);
    activity_phrase(&data, &state, &phrase);
    EXPECT(strview_equal(strbuf_view(&phrase), SV("Somebody asked for my address. Stay with me.")));
    strbuf_release(&phrase);
}

/* A translation's words that zxcvbn finds weak: three that others do not know are right all the same. */
static void check_weak_words(void)
{
    static const char *const lines[] = { "the #word", "cat #word", "dog #word", "sun #word", "you #word", "me #word #known", NULL };
    ActivityData data;
    ActivityState state;
    (void)fill(&data, ACTIVITY_BUILD, lines, 1);
    EXPECT(activity_data_check(&data, NULL, NULL));
    activity_begin(&data, &state);
    EXPECT(activity_move(&data, &state, 0, 0) && activity_move(&data, &state, 1, 1));
    EXPECT(!activity_check(&data, &state).is_right);
    EXPECT(activity_move(&data, &state, 5, 2) && !activity_check(&data, &state).is_right);
    EXPECT(activity_move(&data, &state, 5, -1) && activity_move(&data, &state, 2, 2) && activity_check(&data, &state).is_right);
}

/* The first Done counts; what comes later does not change the grade. */
static void check_first_done(void)
{
    ActivityData data;
    ActivityState state;
    fill_example(&data, SPOT, 1);
    activity_begin(&data, &state);
    EXPECT_EQ(activity_grade(&state), GRADE_RISKY);
    EXPECT(activity_move(&data, &state, 0, 1) && activity_move(&data, &state, 2, 1));
    EXPECT(!activity_has_help(&state) && !activity_done(&data, &state).is_right);
    EXPECT(!activity_has_help(&state) && !activity_done(&data, &state).is_right);
    EXPECT(activity_has_help(&state));
    EXPECT(activity_move(&data, &state, 4, 1) && activity_done(&data, &state).is_right);
    EXPECT_EQ(activity_grade(&state), GRADE_OKAY);
    EXPECT_EQ(state.tries, 3);
    for (int i = 0; i < 300; i++) {
        (void)activity_done(&data, &state);
    }
    EXPECT_EQ(state.tries, 255);
}

/* All items are shown once; the same seed shuffles the same, and other seeds otherwise. */
static void check_shuffling(void)
{
    for (size_t example = 0; example < EXAMPLE_COUNT; example++) {
        bool differs = false;
        for (uint64_t seed = 0; seed < 40; seed++) {
            ActivityData data;
            ActivityState state, again, next;
            uint32_t shown = 0;
            fill_example(&data, example, seed);
            activity_begin(&data, &state);
            activity_begin(&data, &again);
            EXPECT(memcmp(&state, &again, sizeof state) == 0);
            for (size_t i = 0; i < data.item_count; i++) {
                const ActivityItem *there = &data.items[state.shown[i]], *here = &data.items[i];
                shown |= BIT(state.shown[i]);
                EXPECT(there->role == here->role); /* a basket stays where baskets are */
            }
            EXPECT_EQ(shown, BIT(data.item_count) - 1);
            EXPECT(!activity_check(&data, &state).is_right && !activity_is_ready(&data, &state));
            data.seed = seed + 1;
            activity_begin(&data, &next);
            differs |= memcmp(&state, &next, sizeof state) != 0;
        }
        bool is_shuffled = examples[example].kind != ACTIVITY_SPOT && examples[example].kind != ACTIVITY_PLAN;
        EXPECT_EQ(differs, is_shuffled);
    }
}

int main(void)
{
    check_rows();
    check_orders();
    check_refused();
    check_words();
    check_weak_words();
    check_first_done();
    check_shuffling();
    return TEST_MAIN_END();
}
