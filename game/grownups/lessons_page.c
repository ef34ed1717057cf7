#include "grownups_internal.h"
#include "sango/classroom/shelf.h"
#include "sango/player/lessons.h"
#include "sango/player/scenes.h"

/* The lessons of this computer: go on with one, take reports along, bring lessons from another computer. */
enum { LESSONS_REPORT = GROWN_FIRST_ID, LESSONS_TAKE, LESSONS_IMPORT, LESSONS_FIRST = 20, LESSONS_SHOWN_MAX = 500, DAMAGED_SHOWN_MAX = 100 };
enum { LESSON_ON = GROWN_FIRST_ID, LESSON_REPORT, LESSON_CSV, LESSON_JSON, LESSON_DELETE };

static StrView band_words(const Catalogue *texts, unsigned band)
{
    return band == BAND_YOUNGER ? TR(texts, "lessons.younger", "7 to 9") : TR(texts, "lessons.older", "10 to 13");
}

static StrView day_words(const Catalogue *texts, StrView day)
{
    return day.len ? day : TR(texts, "lessons.no_day", "no date");
}

/* --- one lesson ------------------------------------------------------------------------- */

static void add_stories(GrownPage *page, const Catalogue *texts, const Lesson *lesson)
{
    for (size_t i = 0; i < lesson->story_count; i++) {
        const LessonStory *story = lesson->stories[i];
        TextValue values[] = { { SV("title"), arena_copy(&page->arena, story->title) }, { SV("n"), grown_number(page, story->decision_count) } };
        uint32_t n = (uint32_t)story->decision_count;
        StrView done = TRN(texts, "lessons.story_done", "{title}: to its end, {n} question", "{title}: to its end, {n} questions", n);
        StrView open = TRN(texts, "lessons.story_open", "{title}: not over yet, {n} question so far",
                                        "{title}: not over yet, {n} questions so far", n);
        grown_say(page, story->is_finished ? done : open, values, 2);
    }
}

static void fill_lesson(GrownPage *page, App *app)
{
    const Catalogue *texts = app->parts.catalogue;
    Lesson lesson;
    StrBuf found;
    strbuf_init(&found, app->parts.alloc);
    DiagSink diags = { .report = grown_note, .user = &found };
    Status status = shelf_get(app_store(app), app->parts.alloc, page->key, &diags, &lesson);
    page->title = TR(texts, "lessons.one", "A lesson");
    if (status == STATUS_OK) {
        TextValue values[] = { { SV("day"), day_words(texts, arena_copy(&page->arena, lesson.day)) }, { SV("ages"), band_words(texts, lesson.band) } };
        page->title = grown_format(page, TR(texts, "lessons.title", "Lesson of {day}, ages {ages}"), values, 2);
        add_stories(page, texts, &lesson);
        if (!lesson.is_over) {
            grown_row(page, LESSON_ON, TR(texts, "lessons.go_on", "Go on with it"), TR(texts, "lessons.go_on.line", "On the big screen, where the class stopped"));
        }
        grown_row(page, LESSON_REPORT, TR(texts, "lessons.report", "Report to print"), TR(texts, "lessons.report.line", "Powers, hardest questions, what to practise next"));
        grown_row(page, LESSON_CSV, TR(texts, "lessons.csv", "Figures for a spreadsheet"), TR(texts, "lessons.csv.line", "A CSV file: no child is in it"));
        grown_row(page, LESSON_JSON, TR(texts, "lessons.json", "Take it to another computer"), TR(texts, "lessons.json.line", "A JSON file that the game reads there"));
        grown_row(page, LESSON_DELETE, TR(texts, "lessons.delete", "Delete this lesson"), TR(texts, "lessons.delete.line", "Its papers stay where they are"));
        lesson_release(&lesson);
    } else {
        grown_text(page, TR(texts, "lessons.broken", "This lesson cannot be read. It stays on this computer as it is."));
        grown_lines(page, strbuf_view(&found));
        grown_row(page, LESSON_DELETE, TR(texts, "lessons.delete", "Delete this lesson"), TR(texts, "lessons.delete.line", "Its papers stay where they are"));
    }
    strbuf_release(&found);
}

static void give_one(App *app, StrView id, uint32_t what)
{
    Lesson lesson;
    StrBuf name;
    Status status = shelf_get(app_store(app), app->parts.alloc, id, NULL, &lesson);
    if (status != STATUS_OK) {
        app_store_notice(app, status, "the lesson could not be read");
        return;
    }
    const Lesson *lessons[] = { &lesson };
    strbuf_init(&name, app->parts.alloc);
    lesson_paper_name(&lesson, what == LESSON_REPORT ? "report" : "lesson", what == LESSON_REPORT ? ".html" : what == LESSON_CSV ? ".csv" : ".json", &name);
    grown_give_lessons(app, lessons, 1, what == LESSON_REPORT ? GROWN_REPORT : what == LESSON_CSV ? GROWN_CSV : GROWN_JSON, strbuf_view(&name));
    strbuf_release(&name);
    lesson_release(&lesson);
}

/* The question has left: the lesson's page is on top again, and leaves too. */
static void delete_lesson(App *app, int64_t argument)
{
    const GrownPage *page = (const GrownPage *)(intptr_t)argument;
    Status status = shelf_remove(app_store(app), page->key);
    if (status != STATUS_OK) {
        app_store_notice(app, status, "the lesson could not be deleted");
    } else {
        scene_stack_pop(&app->scenes, 1);
    }
}

static void lesson_chosen(GrownPage *page, App *app, uint32_t id)
{
    const Catalogue *texts = app->parts.catalogue;
    if (id == LESSON_ON) {
        scene_stack_push(&app->scenes, lesson_resume_create(app, page->key));
    } else if (id == LESSON_DELETE) {
        const ConfirmText text = { TR(texts, "lessons.delete.ask", "Delete this lesson and its figures?"), TR(texts, "lessons.delete.yes", "Delete"),
                                   TR(texts, "lessons.delete.no", "No, keep it") };
        scene_stack_push(&app->scenes, confirm_scene_create(app, &text, delete_lesson, (int64_t)(intptr_t)page));
    } else {
        give_one(app, page->key, id);
    }
}

/* --- all of them ----------------------------------------------------------------------- */

static void add_lesson(GrownPage *page, const Catalogue *texts, const ShelfLesson *lesson, uint32_t id)
{
    TextValue values[] = { { SV("day"), day_words(texts, lesson->day) },
                           { SV("title"), lesson->title },
                           { SV("ages"), band_words(texts, lesson->band) },
                           { SV("done"), grown_number(page, lesson->finished_count) },
                           { SV("n"), grown_number(page, lesson->story_count) } };
    StrView line = lesson->is_over ? TR(texts, "lessons.over", "Ages {ages}. Stories: {done} of {n}. Over")
                                   : TR(texts, "lessons.open", "Ages {ages}. Stories: {done} of {n}. It can go on");
    grown_row(page, id, grown_format(page, TR(texts, "lessons.row", "{day}: {title}"), values, 5), grown_format(page, line, values, 5));
}

/* What the rows are, in their order: LESSONS_FIRST is the id of the first. */
typedef struct Shelf {
    ShelfLesson *lessons;
    StrView *damaged;
    size_t count, damaged_count, shown;
} Shelf;

static Status read_shelf(App *app, Arena *arena, Shelf *shelf)
{
    *shelf = (Shelf){ 0 };
    Status status = shelf_list(app_store(app), arena, NULL, &shelf->lessons, &shelf->count);
    status = status == STATUS_OK ? shelf_list_damaged(app_store(app), arena, &shelf->damaged, &shelf->damaged_count) : status;
    if (status != STATUS_OK) {
        *shelf = (Shelf){ 0 };
    }
    shelf->shown = shelf->count < LESSONS_SHOWN_MAX ? shelf->count : LESSONS_SHOWN_MAX;
    return status;
}

static StrView shelf_row(const Shelf *shelf, size_t row)
{
    if (row < shelf->shown) {
        return shelf->lessons[row].id;
    }
    row -= shelf->shown;
    return row < shelf->damaged_count ? shelf->damaged[row] : SV("");
}

static void add_damaged(GrownPage *page, const Catalogue *texts, const Shelf *shelf)
{
    for (size_t i = 0; i < shelf->damaged_count && i < DAMAGED_SHOWN_MAX; i++) {
        grown_row(page, (uint32_t)(LESSONS_FIRST + shelf->shown + i), TR(texts, "lessons.damaged", "A lesson that cannot be read"),
                  TR(texts, "lessons.damaged.line", "See why, or delete it. All others are as they were"));
    }
}

static void fill_lessons(GrownPage *page, App *app)
{
    const Catalogue *texts = app->parts.catalogue;
    Shelf shelf;
    Status status = read_shelf(app, &page->arena, &shelf);
    page->title = TR(texts, "lessons.screen", "Lessons on this computer");
    if (status != STATUS_OK) {
        app_store_notice(app, status, "the lessons could not be read");
    }
    if (shelf.count == 0) {
        grown_text(page, TR(texts, "lessons.none", "There is none yet. \"Big screen\" begins one: it is kept by itself, with the day and the figures, without any child."));
    }
    if (shelf.shown < shelf.count) {
        TextValue shown = { SV("n"), grown_number(page, shelf.shown) };
        grown_say(page, TR(texts, "lessons.newest", "Only the newest {n} are listed here. The report and the file have all of them."), &shown, 1);
    }
    for (size_t i = 0; i < shelf.shown; i++) {
        add_lesson(page, texts, &shelf.lessons[i], LESSONS_FIRST + (uint32_t)i);
    }
    add_damaged(page, texts, &shelf);
    if (shelf.count) {
        grown_row(page, LESSONS_REPORT, TR(texts, "lessons.all", "Report of all lessons"), SV(""));
        grown_row(page, LESSONS_TAKE, TR(texts, "lessons.take", "Take all lessons along"), SV(""));
    }
    grown_row(page, LESSONS_IMPORT, TR(texts, "lessons.import", "From another computer"), SV(""));
}

static void give_all(App *app, bool is_report)
{
    Arena arena;
    Lesson **lessons;
    size_t count = 0;
    arena_init(&arena, app->parts.alloc, 1024);
    Status status = shelf_get_all(app_store(app), &arena, NULL, &lessons, &count);
    if (status == STATUS_OK) {
        grown_give_lessons(app, (const Lesson *const *)lessons, count, is_report ? GROWN_REPORT : GROWN_JSON, is_report ? SV("report-all.html") : SV("lessons.json"));
    } else {
        app_store_notice(app, status, "the lessons could not be read");
    }
    shelf_release_all(lessons, count);
    arena_release(&arena);
}

static void lessons_chosen(GrownPage *page, App *app, uint32_t id)
{
    static const GrownKind one = { .fill = fill_lesson, .chosen = lesson_chosen };
    Shelf shelf;
    if (id == LESSONS_IMPORT) {
        scene_stack_push(&app->scenes, grown_import_create(app));
    } else if (id < LESSONS_FIRST) {
        give_all(app, id == LESSONS_REPORT);
    } else if (read_shelf(app, &page->arena, &shelf) == STATUS_OK && shelf_row(&shelf, id - LESSONS_FIRST).len) {
        scene_stack_push(&app->scenes, grown_page_create(app, &one, shelf_row(&shelf, id - LESSONS_FIRST), 0));
    }
}

Scene *grown_lessons_create(App *app)
{
    static const GrownKind kind = { .fill = fill_lessons, .chosen = lessons_chosen };
    return grown_page_create(app, &kind, SV(""), 0);
}
