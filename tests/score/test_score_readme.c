/* The tables of game/score/README.md, row by row, tried on the code: neither can change without the other. */
#include "sango/base/file.h"
#include "sango/score/measure.h"
#include "sango/score/score.h"

#include "test.h"

#include <stdlib.h>
#include <string.h>

#define README "../game/score/README.md"

enum { CELLS_MAX = 9, README_BYTES_MAX = 64 * 1024 };

/* One row of a table: cells without blanks around them. */
typedef struct Row {
    StrView cells[CELLS_MAX];
    size_t count, line, number; /* number: 0 is the first below the heads */
} Row;

static bool is_text(StrView cell, const char *text)
{
    return strview_equal(cell, strview_from_cstr(text));
}

static void fail(const Row *row, const char *what)
{
    test_failures++;
    fprintf(stderr, README ":%zu: %s\n", row->line, what);
}

static void expect(const Row *row, size_t cell, long got)
{
    char text[32];
    (void)snprintf(text, sizeof text, "%ld", got);
    if (!is_text(row->cells[cell], text)) {
        fail(row, "the code says otherwise");
        fprintf(stderr, "    '%.*s' is %ld there\n", SV_ARG(row->cells[cell]), got);
    }
}

static unsigned number(const Row *row, size_t cell)
{
    char *end;
    unsigned long value = strtoul(row->cells[cell].data, &end, 10);
    if (row->cells[cell].len == 0 || end != row->cells[cell].data + row->cells[cell].len || value > 1000000) {
        fail(row, "a cell is no number");
        return 0;
    }
    return (unsigned)value;
}

/* --- decisions ------------------------------------------------------------------------ */

static ScoreTry read_try(const Row *row, size_t first, size_t afterwards)
{
    ScoreTry attempt = { .decided = true };
    StrView grade = row->cells[first], then = row->cells[afterwards];
    if (is_text(grade, "none")) {
        attempt.decided = false;
    } else if (is_text(grade, "okay")) {
        attempt.first = GRADE_OKAY;
    } else if (is_text(grade, "risky")) {
        attempt.first = GRADE_RISKY;
    } else if (!is_text(grade, "safe")) {
        fail(row, "this is no grade");
    }
    attempt.told = is_text(then, "told") || is_text(then, "stopped and told");
    attempt.recovered = is_text(then, "stopped") || is_text(then, "stopped and told");
    if (!attempt.told && !attempt.recovered && !is_text(then, "nothing more") && !is_text(then, "anything")) {
        fail(row, "this is nothing that may come afterwards");
    }
    return attempt;
}

static void check_decision(const Row *row)
{
    ScoreTry attempt = read_try(row, 0, 1);
    bool is_any = is_text(row->cells[1], "anything");
    for (unsigned bits = 0; bits < (is_any ? 4u : 1u); bits++) {
        attempt.told |= is_any && bits & 1;
        attempt.recovered |= is_any && bits & 2;
        expect(row, 2, score_try_points(&attempt));
    }
}

/* The tags of an activity's outcome: `#risky #tell`. */
static void check_outcome(const Row *row)
{
    StrView outcome = row->cells[2];
    ScoreTry attempt = { true, GRADE_OKAY, strview_contains(outcome, SV("#recover")), strview_contains(outcome, SV("#tell")) };
    if (strview_contains(outcome, SV("#safe"))) {
        attempt.first = GRADE_SAFE;
    } else if (strview_contains(outcome, SV("#risky"))) {
        attempt.first = GRADE_RISKY;
    } else if (!strview_contains(outcome, SV("#okay"))) {
        fail(row, "this is no grade");
    }
    expect(row, 3, score_try_points(&attempt));
}

/* Decisions of the wanted points in all, each with as much as fits. */
static void check_stars(const Row *row)
{
    ScoreDecision decisions[16];
    unsigned points = number(row, 0), count = number(row, 1) / SCORE_DECISION_MAX;
    LevelScore score;
    if (count > 16) {
        fail(row, "too many decisions");
        return;
    }
    for (unsigned i = 0; i < count; i++) {
        unsigned give = points < 3 ? points : 3;
        points -= give;
        ScoreTry attempt = { true, give == 3 ? GRADE_SAFE : give == 2 ? GRADE_OKAY : GRADE_RISKY, give == 1, false };
        decisions[i] = (ScoreDecision){ POWER_PRIVACY, attempt, attempt, 1 };
    }
    score_level(decisions, count, false, &score);
    expect(row, 0, score.points);
    expect(row, 1, score.maximum);
    expect(row, 2, score.stars);
}

static void check_tries(const Row *row)
{
    ScoreDecision decision = { POWER_HELP, read_try(row, 0, 1), read_try(row, 2, 3), 2 };
    LevelScore score;
    score_level(&decision, 1, true, &score);
    expect(row, 4, score.points);
    score_level(&decision, 1, false, &score);
    expect(row, 5, score.points);
}

static void check_rank(const Row *row)
{
    expect(row, 2, score_rank(number(row, 0), number(row, 1)));
}

static void check_deed_rank(const Row *row)
{
    expect(row, 1, score_deed_rank(number(row, 0)));
}

static Power read_power(const Row *row, size_t cell)
{
    for (unsigned power = 0; power < POWER_COUNT; power++) {
        if (is_text(row->cells[cell], power_name((Power)power))) {
            return (Power)power;
        }
    }
    if (!is_text(row->cells[cell], "none")) {
        fail(row, "this is no power");
    }
    return POWER_COUNT;
}

static void check_next(const Row *row)
{
    LevelScore score = { 0 };
    for (size_t at = 0; at < 6; at += 3) {
        Power power = read_power(row, at);
        if (power < POWER_COUNT) {
            score.power_points[power] = number(row, at + 1);
            score.power_maximum[power] = number(row, at + 2);
        }
    }
    EXPECT_EQ(score_practise_next(&score), read_power(row, 6));
    if (score_practise_next(&score) != read_power(row, 6)) {
        fail(row, "the code says otherwise");
    }
}

static void check_deed(const Row *row)
{
    if (row->number >= DEED_COUNT || !is_text(row->cells[0], deed_name((Deed)row->number))) {
        fail(row, "the deeds are others, or in another order");
    }
}

/* --- measure -------------------------------------------------------------------------- */

static void check_figure_name(const Row *row)
{
    if (row->number >= MEASURE_FIGURE_COUNT || !is_text(row->cells[0], measure_figure_name((MeasureFigure)row->number))) {
        fail(row, "the figures are others, or in another order");
    }
}

static void answer(const Row *row, MeasureAnswers *answers, unsigned item, char c)
{
    if (c >= '0' && c <= '2') {
        measure_answer(answers, MEASURE_TELLING, item, (unsigned)(c - '0'));
    } else if (c != '-') {
        fail(row, "an answer is 0, 1, 2 or -");
    }
}

static void check_figure(const Row *row)
{
    MeasureAnswers answers;
    measure_answers_init(&answers);
    answer(row, &answers, 0, row->cells[0].data[0]);
    answer(row, &answers, 1, row->cells[1].data[0]);
    MeasureShare share = measure_share(&answers, MEASURE_TELLING);
    expect(row, 2, share.points);
    expect(row, 3, share.maximum);
    if (is_text(row->cells[4], "none")) {
        EXPECT_EQ(measure_percent(&share), MEASURE_UNKNOWN);
    } else {
        expect(row, 4, measure_percent(&share));
    }
}

static MeasureAnswers read_pair(const Row *row, size_t cell)
{
    MeasureAnswers answers;
    measure_answers_init(&answers);
    if (row->cells[cell].len == 3) {
        answer(row, &answers, 0, row->cells[cell].data[0]);
        answer(row, &answers, 1, row->cells[cell].data[2]);
    } else {
        fail(row, "a child has two answers");
    }
    return answers;
}

static void check_change(const Row *row)
{
    MeasureClass group = { 0 };
    for (size_t child = 0; child < 3; child++) {
        MeasureAnswers before = read_pair(row, child * 2), after = read_pair(row, child * 2 + 1);
        measure_add(&group, &before, &after);
    }
    expect(row, 6, measure_percent(&group.before[MEASURE_TELLING]));
    expect(row, 7, measure_percent(&group.after[MEASURE_TELLING]));
    if (is_text(row->cells[8], "none")) {
        EXPECT_EQ(measure_change(&group, MEASURE_TELLING), MEASURE_UNKNOWN);
    } else {
        expect(row, 8, measure_change(&group, MEASURE_TELLING));
    }
    EXPECT_EQ(measure_change(&group, MEASURE_KNOWLEDGE), MEASURE_UNKNOWN); /* nobody was asked about it */
}

static void check_reported(const Row *row)
{
    MeasureClass group = { 0 };
    MeasureAnswers answers, silent;
    measure_answers_init(&answers);
    measure_answers_init(&silent);
    measure_answer(&answers, MEASURE_KNOWLEDGE, 0, 0);
    measure_add(&group, &silent, NULL); /* answered nothing: no child of the group */
    for (unsigned child = number(row, 0); child > 0; child--) {
        measure_add(&group, child % 2 ? &answers : NULL, child % 2 ? NULL : &answers);
    }
    if (measure_is_reported(&group) != is_text(row->cells[1], "yes")) {
        fail(row, "the code says otherwise");
    }
}

/* --- tables --------------------------------------------------------------------------- */

typedef struct Table {
    const char *heads; /* the first two, as written */
    size_t cell_count;
    void (*check)(const Row *row);
    size_t row_count; /* met */
    size_t least;     /* rows that there must be */
} Table;

static Table tables[] = {
    { "first answer|afterwards", 3, check_decision, 0, 10 },
    { "kind|right at the first *Done*", 4, check_outcome, 0, 8 },
    { "points|maximum", 3, NULL, 0, 8 }, /* stars or ranks: by the third head */
    { "first try|afterwards", 6, check_tries, 0, 5 },
    { "stories|rank", 2, check_deed_rank, 0, 7 },
    { "power|points", 7, check_next, 0, 6 },
    { "deed|earned by", 2, check_deed, 0, DEED_COUNT },
    { "figure|0", 4, check_figure_name, 0, MEASURE_FIGURE_COUNT },
    { "item 1|item 2", 5, check_figure, 0, 7 },
    { "child 1 before|child 1 after", 9, check_change, 0, 4 },
    { "children|is it reported?", 2, check_reported, 0, 4 },
};

static bool read_row(StrView line, Row *row)
{
    StrView cell;
    row->count = 0;
    if (line.len < 2 || line.data[0] != '|') {
        return false;
    }
    line = strview_slice(line, 1, line.len - 1);
    while (row->count < CELLS_MAX && strview_take(&line, '|', &cell)) {
        row->cells[row->count++] = strview_trim(cell);
    }
    return true;
}

static Table *find_table(const Row *heads)
{
    char text[100];
    (void)snprintf(text, sizeof text, "%.*s|%.*s", SV_ARG(heads->cells[0]), SV_ARG(heads->cells[1]));
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        if (strcmp(tables[i].heads, text) == 0 && tables[i].cell_count == heads->count) {
            return &tables[i];
        }
    }
    fail(heads, "no test knows this table");
    return NULL;
}

static void check_row(Table *table, const Row *row, bool is_stars)
{
    if (row->count != table->cell_count) {
        fail(row, "a row has too many cells or too few");
        return;
    }
    table->row_count++;
    if (table->check) {
        table->check(row);
    } else {
        (is_stars ? check_stars : check_rank)(row);
    }
}

static void check_readme(StrView text)
{
    StrView line;
    Row row = { .line = 0 };
    Table *table = NULL;
    size_t at = 0; /* lines of the table so far: heads, rule, rows */
    bool is_stars = false;
    while (strview_take(&text, '\n', &line)) {
        row.line++;
        if (!read_row(line, &row)) {
            at = 0;
        } else if (at++ == 0) {
            table = find_table(&row);
            is_stars = row.count > 2 && is_text(row.cells[2], "stars");
        } else if (at > 2 && table) {
            row.number = at - 3;
            check_row(table, &row, is_stars);
        }
    }
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        if (tables[i].row_count < tables[i].least) {
            test_failures++;
            fprintf(stderr, README ": the table '%s' has %zu rows; %zu were expected at least\n", tables[i].heads,
                    tables[i].row_count, tables[i].least);
        }
    }
}

int main(void)
{
    StrView text;
    EXPECT_EQ(file_read(alloc_heap(), README, README_BYTES_MAX, &text), STATUS_OK);
    check_readme(text);
    file_free(alloc_heap(), &text);
    return TEST_MAIN_END();
}
