/* From hashtags to items, and what is wrong with an activity. */
#include "examples.h"
#include "test.h"

#include <string.h>

static void check_names(void)
{
    ActivityKind kind;
    for (size_t i = 0; i < ACTIVITY_KIND_COUNT; i++) {
        EXPECT(activity_kind_find(strview_from_cstr(activity_kind_name((ActivityKind)i)), &kind) && kind == (ActivityKind)i);
    }
    EXPECT(!activity_kind_find(SV("Sort"), &kind));
    static const struct {
        const char *tag;
        ActivityRole role;
    } rows[] = { { "basket:a", ACTIVITY_BASKET }, { "clue", ACTIVITY_CLUE }, { "clues", ACTIVITY_NOTHING }, { "hint", ACTIVITY_HINT },
                 { "words", ACTIVITY_NOTHING },   { "word", ACTIVITY_WORD }, { "or:a", ACTIVITY_NOTHING },  { "part:1-2", ACTIVITY_PART } };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        StrView tags[] = { SV("line:x"), strview_from_cstr(rows[i].tag) };
        EXPECT_EQ(activity_role(tags, 2), rows[i].role);
    }
}

static void check_items(void)
{
    ActivityData data;
    fill_example(&data, 0, 1);
    EXPECT_EQ(data.item_count, 7);
    EXPECT_EQ(data.counts[ACTIVITY_CARD], 4);
    EXPECT(strview_equal(data.items[0].icon, SV("star")) && strview_equal(data.items[3].picture, SV("duck")));
    EXPECT(strview_equal(data.items[4].hint, SV("A street leads to a door.")) && strview_equal(data.items[4].hint_id, SV("i5")));
    EXPECT(strview_equal(data.items[5].key, SV("ask")) && strview_equal(data.items[5].or_key, SV("private")));
    fill_example(&data, 5, 1);
    EXPECT_EQ(data.items[0].low, 9);
    EXPECT_EQ(data.items[0].high, 11);
    EXPECT_EQ(data.items[0].start, 6);
    EXPECT_EQ(activity_total(&data), 24);
    static const char *const lonely[] = { "Think first. #hint", "Stop #step", NULL };
    EXPECT(!fill(&data, ACTIVITY_ORDER, lonely, 1));
    EXPECT_EQ(data.item_count, 1);
}

/* --- mistakes ------------------------------------------------------------------------------------------ */

typedef struct Said {
    unsigned count;
    ActivityMistakeKind kind;
    size_t item;
    char message[200];
} Said;

static void take_mistake(void *user, ActivityMistakeKind kind, size_t item, const char *message)
{
    Said *said = user;
    if (said->count++ == 0) {
        said->kind = kind;
        said->item = item;
        (void)snprintf(said->message, sizeof said->message, "%s", message);
    }
}

static void check_good(void)
{
    for (size_t i = 0; i < EXAMPLE_COUNT; i++) {
        ActivityData data;
        Said said = { 0 };
        fill_example(&data, i, 1);
        EXPECT(activity_data_check(&data, take_mistake, &said));
        EXPECT(activity_data_check(&data, NULL, NULL));
        if (said.count) {
            fprintf(stderr, "example %zu: %s\n", i, said.message);
        }
        EXPECT_EQ(said.count, 0);
    }
}

#define BASKETS "A #basket:a", "B #basket:b"
#define CARDS "1 #card:a", "2 #card:a", "3 #card:b", "4 #card:b"
#define WHOLE SIZE_MAX

static const struct {
    ActivityKind kind;
    const char *lines[22];
    ActivityMistakeKind mistake;
    size_t item;
    bool is_playable;
    const char *message;
} bad[] = {
    { ACTIVITY_SORT, { NULL }, ACTIVITY_MISTAKE_COUNT, WHOLE, false, "needs 2 to 3 lines with '#basket:'; this one has 0" },
    { ACTIVITY_SORT, { "A #basket:a", "1 #card:a", "2 #card:a", "3 #card:a", "4 #card:a", NULL }, ACTIVITY_MISTAKE_COUNT, WHOLE, false, "has 1" },
    { ACTIVITY_SORT, { BASKETS, "C #basket:c", "D #basket:d", CARDS, NULL }, ACTIVITY_MISTAKE_COUNT, WHOLE, false, "has 4" },
    { ACTIVITY_SORT, { BASKETS, "1 #card:a", "2 #card:a", "3 #card:b", NULL }, ACTIVITY_MISTAKE_COUNT, WHOLE, false, "'#card:'; this one has 3" },
    { ACTIVITY_SORT, { BASKETS, CARDS, CARDS, "9 #card:a", NULL }, ACTIVITY_MISTAKE_COUNT, WHOLE, false, "has 9" },
    { ACTIVITY_SORT, { BASKETS, CARDS, CARDS, CARDS, CARDS, NULL }, ACTIVITY_MISTAKE_COUNT, WHOLE, false, "has 16" }, /* more than have a place */
    { ACTIVITY_SORT, { BASKETS, CARDS, "5 #card:c", NULL }, ACTIVITY_MISTAKE_KEY, 6, false, "'#basket:c'" },
    { ACTIVITY_SORT, { BASKETS, CARDS, "5 #card:a #or:c", NULL }, ACTIVITY_MISTAKE_KEY, 6, false, "'#basket:c'" },
    { ACTIVITY_SORT, { BASKETS, CARDS, "5 #card:a #or:a", NULL }, ACTIVITY_MISTAKE_KEY, 6, true, "same basket" },
    { ACTIVITY_SORT, { "A #basket:a", "B #basket:a", "1 #card:a", "2 #card:a", "3 #card:a", "4 #card:a", NULL }, ACTIVITY_MISTAKE_KEY, 1, false, "same name" },
    { ACTIVITY_SORT, { BASKETS, CARDS, "5 #card:", NULL }, ACTIVITY_MISTAKE_ITEM, 6, false, "without a name" },
    { ACTIVITY_SORT, { BASKETS, CARDS, "5 #card:a #known", NULL }, ACTIVITY_MISTAKE_ITEM, 6, false, "does not belong to it" },
    { ACTIVITY_SORT, { BASKETS, CARDS, "5 #card:a #basket:c", NULL }, ACTIVITY_MISTAKE_ITEM, 6, false, "does not belong to it" },
    { ACTIVITY_SORT, { BASKETS, CARDS, "#card:a", NULL }, ACTIVITY_MISTAKE_ITEM, 6, false, "no words" },
    { ACTIVITY_SORT, { BASKETS, CARDS, "5 #step", NULL }, ACTIVITY_MISTAKE_ITEM, 6, false, "'#step' belongs to 'order', and this is 'sort'" },
    { ACTIVITY_SPOT, { "1 #clue", "2 #fine", NULL }, ACTIVITY_MISTAKE_COUNT, WHOLE, false, "2 to 5 lines with '#clue'" },
    { ACTIVITY_SPOT, { "1 #clue", "2 #clue", NULL }, ACTIVITY_MISTAKE_COUNT, WHOLE, false, "1 to 6 lines with '#fine'" },
    { ACTIVITY_ORDER, { "1 #step", "2 #step", NULL }, ACTIVITY_MISTAKE_COUNT, WHOLE, false, "3 to 6" },
    { ACTIVITY_ORDER, { "1 #step", "2 #step", "1 #step", NULL }, ACTIVITY_MISTAKE_ORDER, 2, true, "same words" },
    { ACTIVITY_BUILD, { "one #word", "two #word", "cat #word", "dog #word", "sun #word", NULL }, ACTIVITY_MISTAKE_COUNT, WHOLE, false, "6 to 12" },
    { ACTIVITY_BUILD, { "the #word", "cat #word", "dog #word", "sun #word", "you #word", "and #word", NULL }, ACTIVITY_MISTAKE_BUILD, WHOLE, true, "strong" },
    { ACTIVITY_BUILD, { "pickle #word", "teapot #word", "a #word #known", "b #word #known", "c #word #known", "d #word #known", NULL },
      ACTIVITY_MISTAKE_BUILD, WHOLE, false, "fewer words" },
    { ACTIVITY_BUILD, { "red pickle #word", "teapot #word", "rocket #word", "volcano #word", "noodle #word", "sock #word", NULL },
      ACTIVITY_MISTAKE_ITEM, 0, true, "without a blank" },
    { ACTIVITY_PLAN, { "1 #part:1-2 #start:4", "2 #part:1-2 #start:4", NULL }, ACTIVITY_MISTAKE_COUNT, WHOLE, false, "3 to 6" },
    { ACTIVITY_PLAN, { "1 #part:1-2 #start:4", "2 #part:1-2 #start:4", "3 #part:1-2 #start:0", NULL }, ACTIVITY_MISTAKE_PLAN, WHOLE, false, "have 8 together" },
    { ACTIVITY_PLAN, { "1 #part:4-9 #start:1", "2 #part:4-9 #start:1", "3 #part:4-9 #start:9", NULL }, ACTIVITY_MISTAKE_PLAN, WHOLE, false, "allow 12 to 27" },
    { ACTIVITY_PLAN, { "1 #part:1-2 #start:1", "2 #part:1-2 #start:2", "3 #part:1-2 #start:1", NULL }, ACTIVITY_MISTAKE_PLAN, WHOLE, true, "from the start" },
    { ACTIVITY_PLAN, { "1 #part:1-1 #start:1", "2 #part:1-1 #start:1", "3 #part:1-3 #start:2", NULL }, ACTIVITY_MISTAKE_PLAN, WHOLE, false, "fewer than two" },
    { ACTIVITY_PLAN, { "1 #part:3-2 #start:1", "2 #part:1-2 #start:2", "3 #part:1-2 #start:1", NULL }, ACTIVITY_MISTAKE_ITEM, 0, false, "whole numbers" },
    { ACTIVITY_PLAN, { "1 #part:1-2", "2 #part:1-2 #start:2", "3 #part:1-2 #start:1", NULL }, ACTIVITY_MISTAKE_ITEM, 0, false, "whole numbers" },
    { ACTIVITY_PLAN, { "1 #part:1-100 #start:1", "2 #part:1-2 #start:2", "3 #part:1-2 #start:1", NULL }, ACTIVITY_MISTAKE_ITEM, 0, false, "from 0 to 99" },
    { ACTIVITY_SAY, { "A #slot:a", "x #piece:a #clear", "y #piece:a", NULL }, ACTIVITY_MISTAKE_COUNT, WHOLE, false, "2 to 4 lines with '#slot:'" },
    { ACTIVITY_SAY, { "A #slot:a", "x #piece:a #clear", "y #piece:a", "B #slot:b", "z #piece:b #clear", NULL }, ACTIVITY_MISTAKE_COUNT, 3, false, "this one has 1" },
    { ACTIVITY_SAY, { "A #slot:a", "x #piece:a #clear", "y #piece:a", "B #slot:b", "z #piece:b", "u #piece:b", NULL }, ACTIVITY_MISTAKE_SAY, 3, false, "'#clear'" },
    { ACTIVITY_SAY, { "A #slot:a", "x #piece:a #clear", "y #piece:c", "B #slot:b", "z #piece:b #clear", "u #piece:b", NULL }, ACTIVITY_MISTAKE_KEY, 2, false, "'#slot:c'" },
    { ACTIVITY_MATCH, { "1 #left:a", "2 #left:b", "A #right:a", "B #right:b", NULL }, ACTIVITY_MISTAKE_COUNT, WHOLE, false, "3 to 5 lines with '#left:'" },
    { ACTIVITY_MATCH, { "1 #left:a", "2 #left:b", "3 #left:b", "A #right:a", "B #right:b", "C #right:c", NULL }, ACTIVITY_MISTAKE_KEY, 5, false, "no '#left:' line" },
    { ACTIVITY_MATCH, { "1 #left:a", "2 #left:b", "3 #left:b", "A #right:a", "B #right:b", "C #right:c", "D #right:d", NULL },
      ACTIVITY_MISTAKE_COUNT, WHOLE, false, "more '#right:'" },
};

static void check_bad(void)
{
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        ActivityData data;
        Said said = { 0 };
        (void)fill(&data, bad[i].kind, bad[i].lines, 1);
        bool is_playable = activity_data_check(&data, take_mistake, &said);
        bool is_said = said.count && said.kind == bad[i].mistake && said.item == bad[i].item && strstr(said.message, bad[i].message);
        if (!is_said || is_playable != bad[i].is_playable) {
            fprintf(stderr, "row %zu: kind %d, item %zu, playable %d: %s\n", i, (int)said.kind, said.item, is_playable, said.message);
        }
        EXPECT(is_said);
        EXPECT_EQ(is_playable, bad[i].is_playable);
    }
}

int main(void)
{
    check_names();
    check_items();
    check_good();
    check_bad();
    return TEST_MAIN_END();
}
