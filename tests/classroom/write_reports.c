/* write_reports TEMPLATES FOLDER PACK: reports of many kinds as HTML, CSV and JSON, for check_reports.py, and to look at. */
#include "some_lessons.h"

#include "sango/base/file.h"
#include "sango/base/rng.h"
#include "sango/classroom/report.h"
#include "sango/print/file.h"

enum { MOST = 20 };

static Catalogue english, arabic;
static int failures;

static void write(const char *folder, const char *name, const char *end, StrView text)
{
    char path[400];
    (void)snprintf(path, sizeof path, "%s/%s.%s", folder, name, end);
    failures += file_write(path, text) != STATUS_OK;
}

static void report(const char *templates, const char *folder, const char *name, const Lesson *const *lessons, size_t count, const Catalogue *texts,
                   const LevelPack *pack)
{
    Arena arena;
    StrBuf out, fault;
    ClassReport whole;
    PrintPage page;
    arena_init(&arena, alloc_heap(), 4096);
    strbuf_init(&out, alloc_heap());
    strbuf_init(&fault, alloc_heap());
    Status status = report_of_lessons(&arena, lessons, count, &whole);
    status = status == STATUS_OK ? report_page(&arena, &whole, &(ReportWords){ texts, pack }, &page) : status;
    status = status == STATUS_OK ? print_fill_file(alloc_heap(), strview_from_cstr(templates), SV(REPORT_TEMPLATE), &page, &out, &fault) : status;
    if (status != STATUS_OK) {
        fprintf(stderr, "%s: %s %s\n", name, status_text(status), fault.data);
        failures++;
    }
    write(folder, name, "html", strbuf_view(&out));
    strbuf_clear(&out);
    report_csv(lessons, count, &out);
    write(folder, name, "csv", strbuf_view(&out));
    strbuf_clear(&out);
    report_json(lessons, count, &out);
    write(folder, name, "json", strbuf_view(&out));
    strbuf_release(&out);
    strbuf_release(&fault);
    arena_release(&arena);
}

/* A lesson as a class would make it: `hands` children of whom more and more take the safe way. */
static void make_lesson(Lesson *lesson, Rng *rng, unsigned index, unsigned hands)
{
    static const char *const keys[] = { "surprise-present", "my-turn", "prologue" };
    static const char *const titles[] = { "The Surprise Present", "My Turn, Your Turn", "The Ninja Phone" };
    static const char *const safe[] = { "“I don't tell anyone where I live. But thanks!”", "Ask Papa first", "Close it and tell Ms Diallo" };
    static const char *const okay[] = { "Wait and see what happens", "Say nothing at all" };
    static const char *const risky[] = { "Send it quickly, before StarFox changes his mind", "Click it. It is free!" };
    char id[LESSON_ID_LEN + 1], text[40];
    (void)snprintf(id, sizeof id, "%032x", index);
    (void)snprintf(text, sizeof text, "2026-%02u-%02u", 9 + index / 28 % 4, 1 + index % 28);
    failures += some_lesson(lesson, alloc_heap(), strview_from_cstr(id), strview_from_cstr(text)) != STATUS_OK;
    for (unsigned i = 0; i < 2; i++) {
        unsigned which = (index + i) % 3;
        LessonStory *story = lesson_add_story(lesson, strview_from_cstr(keys[which]), strview_from_cstr(titles[which]));
        story->is_finished = true;
        for (unsigned j = 0; j < 4; j++) {
            unsigned good = hands * (35 + 3 * (index % 15)) / 100 + rng_below(rng, hands / 3 + 1);
            good = good > hands ? hands : good;
            unsigned middle = (hands - good) / 2;
            LessonDecision decision = { .topic = 3 + (which * 4 + j) % 20, .power = (Power)((which * 3 + j) % POWER_COUNT), .has_spread = true, .option_count = 3 };
            (void)snprintf(text, sizeof text, "question-%u", j);
            decision.id = strview_from_cstr(text);
            decision.options[0] = (LessonOption){ strview_from_cstr(safe[j % 3]), GRADE_SAFE, true, false, good };
            decision.options[1] = (LessonOption){ strview_from_cstr(okay[j % 2]), GRADE_OKAY, false, false, middle };
            decision.options[2] = (LessonOption){ strview_from_cstr(risky[j % 2]), GRADE_RISKY, false, true, hands - good - middle };
            decision.question = SV("StarFox wants to know where we live. Team Sango, what shall we tell Kofi?");
            decision.picked = rng_below(rng, 3);
            decision.looked_at = rng_below(rng, 8) & ~(1u << decision.picked);
            failures += lesson_note_decision(lesson, story, &decision) != STATUS_OK;
            story->maximum[decision.power] += 3;
            story->points[decision.power] += decision.picked == 0 ? 3 : rng_below(rng, 3);
        }
    }
}

static void add_measures(Lesson *lesson, unsigned hands)
{
    LessonMeasure measure = some_measure(SV("privacy"), MEASURE_BEFORE, hands / 2, hands / 3, hands / 6 + 1);
    failures += lesson_note_measure(lesson, &measure) != STATUS_OK;
    measure = some_measure(SV("privacy"), MEASURE_AFTER, hands / 6 + 1, hands / 3, hands / 2);
    measure.counts[MEASURE_CONFIDENCE][0][0] = hands / 3;
    failures += lesson_note_measure(lesson, &measure) != STATUS_OK;
    measure = some_measure(SV("privacy"), MEASURE_LATER, hands / 4, hands / 3, hands / 2);
    measure.counts[MEASURE_TELLING][1][2] = hands / 5;
    failures += lesson_note_measure(lesson, &measure) != STATUS_OK;
}

/* Words that would leave their place: HTML, formulas, marks of templates. */
static void make_hostile(Lesson *lesson)
{
    static const char *const words[] = { "=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "  =1+1", "\t=1" };
    failures += some_lesson(lesson, alloc_heap(), SV(ID_B), SV("2026-11-26")) != STATUS_OK;
    LessonStory *story = lesson_add_story(lesson, SV("<script>alert('1')</script>"), SV("=cmd|' /C calc'!A0</title><img src=x>{{title}}"));
    LessonDecision decision = { .id = SV("-2+3\",\"x"), .question = SV("=1+<b>\"x\""), .power = POWER_HELP, .has_spread = true, .option_count = LESSON_OPTIONS_MAX };
    for (size_t i = 0; i < LESSON_OPTIONS_MAX; i++) {
        decision.options[i] = (LessonOption){ strview_from_cstr(words[i]), i ? GRADE_RISKY : GRADE_SAFE, false, false, 2 };
    }
    failures += lesson_note_decision(lesson, story, &decision) != STATUS_OK;
    decision.id = SV("small");
    for (size_t i = 0; i < LESSON_OPTIONS_MAX; i++) {
        decision.options[i] = (LessonOption){ SV("small-words"), GRADE_RISKY, false, false, i == 0 ? 4 : 0 };
    }
    failures += lesson_note_decision(lesson, story, &decision) != STATUS_OK;
    LessonMeasure measure = some_measure(SV("=world"), MEASURE_BEFORE, 1, 1, 2); /* four hands */
    measure.counts[MEASURE_TELLING][0][0] = 77;
    failures += lesson_note_measure(lesson, &measure) != STATUS_OK;
}

int main(int argc, char **argv)
{
    Lesson lessons[MOST], hostile, empty;
    const Lesson *list[MOST];
    DiagSink quiet = { 0 };
    LevelPack pack;
    Rng rng;
    if (argc != 4 || level_pack_load(alloc_heap(), argv[3], &quiet, &pack) != STATUS_OK) {
        return 2;
    }
    rng_seed(&rng, 5);
    catalogue_init(&english, alloc_heap(), SV("en"));
    catalogue_init(&arabic, alloc_heap(), SV("ar"));
    for (unsigned i = 0; i < MOST; i++) {
        make_lesson(&lessons[i], &rng, i, 24);
        if (i % 5 == 0) {
            add_measures(&lessons[i], 24);
        }
        list[MOST - 1 - i] = &lessons[i]; /* the order does not matter */
    }
    make_hostile(&hostile);
    failures += some_lesson(&empty, alloc_heap(), SV(ID_A), SV("")) != STATUS_OK;
    report(argv[1], argv[2], "one", &list[MOST - 1], 1, &english, &pack);
    report(argv[1], argv[2], "arabic", &list[MOST - 1], 1, &arabic, &pack);
    report(argv[1], argv[2], "many", list, MOST, &english, &pack);
    report(argv[1], argv[2], "hostile", (const Lesson *const[]){ &hostile }, 1, &english, NULL);
    report(argv[1], argv[2], "empty", (const Lesson *const[]){ &empty }, 1, &english, &pack);
    report(argv[1], argv[2], "none", NULL, 0, &english, &pack);
    for (unsigned i = 0; i < MOST; i++) {
        lesson_release(&lessons[i]);
    }
    lesson_release(&hostile);
    lesson_release(&empty);
    level_pack_release(&pack);
    catalogue_release(&english);
    catalogue_release(&arabic);
    return failures != 0;
}
