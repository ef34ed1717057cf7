#include "report_fill.h"

#include "sango/level/words.h"


static StrView lead(Fill *fill)
{
    const ClassReport *report = fill->report;
    const Catalogue *texts = fill->words->catalogue;
    TextValue values[] = { { SV("count"), fill_text(fill, (long)report->lesson_count) },
                           { SV("from"), report->first_day },
                           { SV("to"), report->last_day },
                           { SV("ages"), report_ages(texts, report->bands) },
                           { SV("minutes"), fill_text(fill, report->lesson_count ? (long)report->lessons[0]->minutes : 0) } };
    bool has_day = report->first_day.len > 0;
    uint32_t lessons = (uint32_t)report->lesson_count;
    uint32_t minutes = lessons ? report->lessons[0]->minutes : 0;
    StrView one = has_day ? TRN(texts, "report.lead", "{from} · {ages} · {minutes} minute", "{from} · {ages} · {minutes} minutes", minutes)
                          : TRN(texts, "report.lead_no_day", "{ages} · {minutes} minute", "{ages} · {minutes} minutes", minutes);
    StrView many = has_day ? TRN(texts, "report.lead_many", "{count} lesson · {from} to {to} · {ages}",
                                              "{count} lessons · {from} to {to} · {ages}", lessons)
                           : TRN(texts, "report.lead_many_no_day", "{count} lesson · {ages}", "{count} lessons · {ages}", lessons);
    return report->lesson_count ? fill_format(fill, report->lesson_count == 1 ? one : many, values, 5)
                                : TR(texts, "report.none", "There are no lessons yet.");
}

static StrView stories(Fill *fill)
{
    const ClassReport *report = fill->report;
    StrView all = SV("");
    for (size_t i = 0; report->lesson_count == 1 && i < report->lessons[0]->story_count; i++) {
        TextValue values[] = { { SV("before"), all }, { SV("title"), report->lessons[0]->stories[i]->title } };
        all = i ? fill_format(fill, TR(fill->words->catalogue, "report.titles", "{before}, {title}"), values, 2) : values[1].value;
    }
    return fill_cut(fill, all, 160);
}

static void add_note(Fill *fill, FillList *notes, StrView pattern, size_t count)
{
    TextValue value = { SV("count"), fill_text(fill, (long)count) };
    if (count) {
        FillRow row = fill_row(fill, notes);
        fill_value(fill, &row, "note", fill_format(fill, pattern, &value, 1));
    }
}

/* What is not shown. */
static void fill_notes(Fill *fill, PrintList *list, size_t shown)
{
    const Catalogue *texts = fill->words->catalogue;
    const ClassReport *report = fill->report;
    FillList notes = fill_list(fill, list, "notes", 2, 1, 0);
    size_t all = report->lesson_count == 1 ? report->decision_count : report->hardest_count;
    add_note(fill, &notes, TR(texts, "report.more", "More questions, in the table of this report (CSV): {count}."), all - shown);
    add_note(fill, &notes, TR(texts, "report.small", "Questions without counts, because fewer than five hands were up or the class just picked: {count}."),
             report->small_count);
}

static void fill_powers(Fill *fill, PrintList *list)
{
    const Catalogue *texts = fill->words->catalogue;
    FillList powers = fill_list(fill, list, "powers", POWER_COUNT, 3, 0);
    for (size_t i = 0; i < POWER_COUNT; i++) {
        const ReportPower *power = &fill->report->powers[i];
        if (power->maximum) {
            TextValue values[] = { { SV("points"), fill_text(fill, (long)power->points) }, { SV("maximum"), fill_text(fill, (long)power->maximum) } };
            FillRow row = fill_row(fill, &powers);
            fill_value(fill, &row, "power", power_title(texts, (Power)i));
            fill_number(fill, &row, "width", power->percent);
            fill_value(fill, &row, "got", fill_format(fill, TR(texts, "report.of", "{points} of {maximum}"), values, 2));
        }
    }
}

/* What the template says; each word once. */
static void fill_words(Fill *fill, FillRow *row)
{
    const Catalogue *texts = fill->words->catalogue;
    bool is_one = fill->report->lesson_count == 1;
    fill_value(fill, row, "language", texts->language);
    fill_value(fill, row, "direction", texts->rtl ? SV("rtl") : SV("ltr"));
    fill_value(fill, row, "size", is_one ? SV("one") : SV("many"));
    fill_value(fill, row, "title", TR(texts, "report.title", "Class report"));
    fill_value(fill, row, "lead", lead(fill));
    fill_value(fill, row, "stories_played", stories(fill));
    fill_value(fill, row, "powers_title", TR(texts, "report.powers", "Powers of the class"));
    fill_value(fill, row, "questions_title", TR(texts, "report.questions", "Questions, the hardest first"));
    fill_value(fill, row, "hardest_word", TR(texts, "report.talk", "talk again"));
    fill_value(fill, row, "measures_title", TR(texts, "report.measures", "Before and after, by show of hands"));
    fill_value(fill, row, "before_word", TR(texts, "report.before", "before"));
    fill_value(fill, row, "after_word", TR(texts, "report.after", "after"));
    fill_value(fill, row, "later_word", TR(texts, "report.later", "later"));
    fill_value(fill, row, "practise_title", TR(texts, "report.practise", "Practise next"));
    fill_value(fill, row, "practise_none", TR(texts, "report.practise_none", "Every power that was met is full. Play a new story together!"));
    fill_value(fill, row, "topics_title", TR(texts, "report.topics", "Talk again about"));
    fill_value(fill, row, "times_title", TR(texts, "report.times", "Over time"));
    fill_value(fill, row, "lessons_title", TR(texts, "report.lessons", "Lessons"));
    fill_value(fill, row, "day_word", TR(texts, "report.day", "Day"));
    fill_value(fill, row, "stories_word", TR(texts, "report.stories", "Stories"));
    fill_value(fill, row, "ages_word", TR(texts, "report.ages", "Ages"));
    fill_value(fill, row, "points_word", TR(texts, "report.points_word", "Points"));
    fill_value(fill, row, "private", TR(texts, "report.private", "No child is named in this report. The class showed hands. If fewer than five hands were up at a question, their numbers are not kept. The figures help to choose what to talk about. They are not marks. Do not use them to compare classes."));
    fill_value(fill, row, "credits", TR(texts, "certificate.credits", "Made with Sango's Story. This is not an official product of ITU."));
}

Status report_page(Arena *arena, const ClassReport *report, const ReportWords *words, PrintPage *page)
{
    Fill fill = { arena, report, words, false };
    PrintList whole;
    FillList pages = fill_list(&fill, &whole, "page", 1, 24, 15);
    FillRow row = fill_row(&fill, &pages);
    fill_words(&fill, &row);
    fill_powers(&fill, fill_inner(&row));
    report_fill_questions(&fill, fill_inner(&row));
    report_fill_measures(&fill, fill_inner(&row));
    report_fill_practise(&fill, fill_inner(&row));
    report_fill_topics(&fill, fill_inner(&row));
    report_fill_times(&fill, fill_inner(&row));
    report_fill_lessons(&fill, fill_inner(&row));
    if (!fill.is_full) {
        fill_if(&fill, fill_inner(&row), "has_powers", row.lists[0].row_count > 0);
        fill_if(&fill, fill_inner(&row), "has_questions", row.lists[1].row_count > 0);
        fill_if(&fill, fill_inner(&row), "has_measures", row.lists[2].row_count > 0);
        fill_if(&fill, fill_inner(&row), "has_topics", row.lists[4].row_count > 0);
        fill_if(&fill, fill_inner(&row), "has_times", row.lists[5].row_count > 0);
        fill_if(&fill, fill_inner(&row), "has_lessons", row.lists[6].row_count > 0);
        fill_notes(&fill, fill_inner(&row), row.lists[1].row_count);
        fill_if(&fill, fill_inner(&row), "has_practise", report->decision_count > 0);
    }
    if (fill.is_full) {
        return STATUS_NOMEM;
    }
    *page = (PrintPage){ .values = row.values, .value_count = row.row->value_count, .lists = row.lists, .list_count = row.row->list_count };
    return STATUS_OK;
}
