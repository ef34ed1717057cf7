#include "report_fill.h"

#include "sango/level/marks.h"

#include <stdint.h>
#include <stdio.h>

enum {
    SHOWN_OF_ONE = 8,   /* so that a lesson is on one page, */
    SHOWN_BESIDE = 6,   /* with a measure, too */
    SHOWN_OF_MANY = 14,
    MARKED = 3,         /* the hardest ones, if they are hard */
    HARD_BELOW = 75,    /* per cent of the hands for a safe answer */
    OPTION_LETTERS = 90,
    QUESTION_LETTERS = 120
};

/* Outlines of the signs that the class votes with, in a box of 100 by 100. */
static const char *const outlines[VOTE_MARK_COUNT] = {
    [VOTE_CIRCLE] = "M50 8 A42 42 0 1 0 50 92 A42 42 0 1 0 50 8Z",
    [VOTE_TRIANGLE] = "M50 6 L96 90 L4 90Z",
    [VOTE_SQUARE] = "M10 10 H90 V90 H10Z",
    [VOTE_DIAMOND] = "M50 2 L98 50 L50 98 L2 50Z",
    [VOTE_STAR] = "M50 4 L62 38 L97 38 L69 59 L79 94 L50 73 L21 94 L31 59 L3 38 L38 38Z",
    [VOTE_HEART] = "M50 92 C8 62 2 40 12 25 C22 10 42 14 50 32 C58 14 78 10 88 25 C98 40 92 62 50 92Z",
};
_Static_assert((int)VOTE_MARK_COUNT == (int)LESSON_OPTIONS_MAX, "each option has a sign");

static void add_sign(Fill *fill, FillRow *row, VoteMark mark)
{
    char colour[8];
    (void)snprintf(colour, sizeof colour, "#%06x", (unsigned)(vote_mark_colour(mark) & 0xFFFFFF));
    fill_value(fill, row, "letter", vote_mark_letter(mark));
    fill_value(fill, row, "shape", strview_from_cstr(outlines[mark]));
    fill_value(fill, row, "colour", fill_copy(fill, strview_from_cstr(colour)));
}

static void add_tag(Fill *fill, FillList *tags, StrView word)
{
    FillRow row = fill_row(fill, tags);
    fill_value(fill, &row, "tag", word);
}

static void add_tags(Fill *fill, PrintList *list, const ReportDecision *question, size_t index)
{
    const Catalogue *texts = fill->words->catalogue;
    const LessonOption *option = &question->newest->options[index];
    bool is_one = fill->report->lesson_count == 1;
    FillList tags = fill_list(fill, list, "tags", 4, 1, 0);
    add_tag(fill, &tags, report_grade_title(texts, option->grade));
    if (is_one && question->newest->picked == index) {
        add_tag(fill, &tags, TR(texts, "report.taken", "taken"));
    }
    if (question->looked_at >> index & 1) {
        add_tag(fill, &tags, TR(texts, "report.what_if", "tried as “what if”"));
    }
    if (question->tempting == index) {
        add_tag(fill, &tags, TR(texts, "report.tempting", "most tempting"));
    }
}

static void add_options(Fill *fill, PrintList *list, const ReportDecision *question)
{
    static const char *const grades[] = { "safe", "okay", "risky" };
    FillList options = fill_list(fill, list, "options", LESSON_OPTIONS_MAX, 6, 2);
    for (size_t i = 0; i < question->newest->option_count; i++) {
        const LessonOption *option = &question->newest->options[i];
        FillRow row = fill_row(fill, &options);
        add_sign(fill, &row, (VoteMark)i);
        fill_value(fill, &row, "words", fill_cut(fill, option->text, OPTION_LETTERS));
        fill_value(fill, &row, "grade", strview_from_cstr(grades[option->grade]));
        add_tags(fill, fill_inner(&row), question, i);
        FillList spread = fill_list(fill, fill_inner(&row), "spread", 1, 2, 0);
        if (question->hands) {
            FillRow bar = fill_row(fill, &spread);
            fill_number(fill, &bar, "votes", (long)question->votes[i]);
            fill_number(fill, &bar, "width", (long)(question->votes[i] * 100 / question->hands));
        }
    }
}

static void add_question(Fill *fill, FillList *questions, const ReportDecision *question, bool is_marked)
{
    const Catalogue *texts = fill->words->catalogue;
    FillRow row = fill_row(fill, questions);
    TextValue values[] = { { SV("story"), fill_cut(fill, question->title, 50) }, { SV("number"), fill_text(fill, (long)question->number) } };
    fill_value(fill, &row, "question", fill_format(fill, TR(texts, "report.question", "{story}, question {number}"), values, 2));
    TextValue safe[] = { { SV("share"), fill_percent(fill, question->safe_percent) }, { SV("hands"), fill_text(fill, (long)question->hands) } };
    StrView pattern = TRN(texts, "report.share", "{share} of {hands} hand for a safe answer", "{share} of {hands} hands for a safe answer",
                                       question->hands);
    StrView share = question->hands ? fill_format(fill, pattern, safe, 2)
                                    : TR(texts, "report.no_counts", "no counts");
    fill_value(fill, &row, "share", share);
    fill_value(fill, &row, "asked", fill_cut(fill, question->newest->question, QUESTION_LETTERS));
    fill_value(fill, &row, "mark", is_marked ? SV("hard") : SV("plain"));
    add_options(fill, fill_inner(&row), question);
}

static bool is_among_hardest(const ClassReport *report, size_t place)
{
    for (size_t i = 0; i < report->hardest_count; i++) {
        if (report->hardest[i] == place) {
            return true;
        }
    }
    return false;
}

/* The hardest first. Of one lesson the others follow in the order of the story: what the class took and tried there counts, too. */
void report_fill_questions(Fill *fill, PrintList *list)
{
    const ClassReport *report = fill->report;
    bool is_one = report->lesson_count == 1;
    size_t room = !is_one ? SHOWN_OF_MANY : report->measure_count ? SHOWN_BESIDE : SHOWN_OF_ONE;
    size_t shown = report->hardest_count < room ? report->hardest_count : room;
    FillList questions = fill_list(fill, list, "questions", room, 4, 1);
    for (size_t i = 0; i < shown; i++) {
        const ReportDecision *question = &report->decisions[report->hardest[i]];
        add_question(fill, &questions, question, i < MARKED && question->safe_percent < HARD_BELOW);
    }
    for (size_t i = 0; is_one && i < report->decision_count && shown < room; i++) {
        if (!is_among_hardest(report, i)) {
            add_question(fill, &questions, &report->decisions[i], false);
            shown++;
        }
    }
}
