/* The estimator of builds without zxcvbn, held against zxcvbn: every passphrase that a child can build in the shipped levels. */
#define strength_bits plain_bits /* the library has zxcvbn's */
#include "activity/strength_plain.c"
#undef strength_bits
double strength_bits(const StrengthWords *words);

#include "play.h"
#include "test.h"

typedef struct Tally {
    ActivityData data;
    size_t activities, phrases, other_level, other_half;
} Tally;

static bool is_right(const ActivityData *data, const size_t *items, size_t count, unsigned level)
{
    bool has_known = false;
    for (size_t i = 0; i < count; i++) {
        has_known = has_known || data->items[items[i]].is_known;
    }
    return level >= ACTIVITY_STRONG && count >= ACTIVITY_WORDS_MIN && !has_known;
}

static void compare(Tally *tally, const size_t *items, size_t count)
{
    StrView words[ACTIVITY_WORDS_MAX], known[ACTIVITY_ITEMS_MAX];
    StrengthWords read;
    size_t known_count = 0;
    for (size_t i = 0; i < count; i++) {
        words[i] = tally->data.items[items[i]].text;
    }
    for (size_t i = 0; i < tally->data.item_count; i++) {
        if (tally->data.items[i].is_known) {
            known[known_count++] = tally->data.items[i].text;
        }
    }
    strength_read(&read, words, count, known, known_count);
    unsigned theirs = strength_level(strength_bits(&read)), ours = strength_level(plain_bits(&read));
    EXPECT_EQ(activity_strength_of(words, count, known, known_count), theirs);
    EXPECT_EQ(is_right(&tally->data, items, count, ours), is_right(&tally->data, items, count, theirs));
    EXPECT(ours <= theirs + 1 && theirs <= ours + 1);
    tally->phrases++;
    tally->other_level += ours != theirs;
    tally->other_half += count >= ACTIVITY_WORDS_MIN && (ours >= 2) != (theirs >= 2); /* from level 2 on at least half okay */
}

/* Every order of words; recursion is at most ACTIVITY_WORDS_MAX deep. */
static void walk(Tally *tally, size_t *items, size_t count)
{
    if (count) {
        compare(tally, items, count);
    }
    for (size_t i = 0; count < ACTIVITY_WORDS_MAX && i < tally->data.item_count; i++) {
        bool is_taken = false;
        for (size_t k = 0; k < count; k++) {
            is_taken = is_taken || items[k] == i;
        }
        if (!is_taken) {
            items[count] = i;
            walk(tally, items, count + 1);
        }
    }
}

static void end_activity(Tally *tally)
{
    size_t items[ACTIVITY_WORDS_MAX];
    if (tally->data.item_count) {
        tally->activities++;
        walk(tally, items, 0);
    }
    activity_data_begin(&tally->data, ACTIVITY_BUILD, SV(""), 0);
}

static void check_level(const PlayLevel *level, void *user)
{
    Tally *tally = user;
    for (size_t i = 0; i < yarn_program_line_count(level->program); i++) {
        YarnLineInfo line = yarn_program_line(level->program, i);
        ActivityRole role = activity_role(line.tags, line.tag_count);
        ActivityLine item = { line.id, line.text, line.tags, line.tag_count };
        if (role == ACTIVITY_WORD) {
            EXPECT(activity_data_add(&tally->data, &item));
        } else if (role != ACTIVITY_HINT) {
            end_activity(tally);
        }
    }
    end_activity(tally);
}

/* What no shipped level has, but a translation or another pack may. */
static void check_cheap(void)
{
    static const struct {
        const char *words[4];
        bool is_strong;
    } cases[] = {
        { { "1234", "abcd", "aaaa", NULL }, false },     { { "2015", "1999", "2020", NULL }, false },  { { "harbour", "harbour", "harbour", NULL }, false },
        { { "the", "cat", "dog", "sun" }, false },       { { "dragon", "monkey", "qwerty", NULL }, false }, { { "", "", "", NULL }, false },
        { { "Kokosnuss", "Laterne", "Murmel", NULL }, true }, { { "مظلة", "فانوس", "ليمون", NULL }, true },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        StrView words[4];
        StrengthWords read;
        size_t count = 0;
        while (count < 4 && cases[i].words[count]) {
            words[count] = strview_from_cstr(cases[i].words[count]);
            count++;
        }
        strength_read(&read, words, count, NULL, 0);
        EXPECT_EQ(strength_level(plain_bits(&read)) >= ACTIVITY_STRONG, cases[i].is_strong);
    }
}

int main(void)
{
    Tally tally = { .activities = 0 };
    activity_data_begin(&tally.data, ACTIVITY_BUILD, SV(""), 0);
    play_levels(check_level, &tally);
    printf("%zu activities, %zu passphrases: another level in %zu, another half in %zu\n", tally.activities, tally.phrases, tally.other_level, tally.other_half);
    EXPECT(tally.activities >= 3);
    EXPECT(tally.other_half * 100 < tally.phrases * 3); /* the first Done may be okay by one and risky by the other */
    check_cheap();
    return TEST_MAIN_END();
}
