#include "lesson_internal.h"

/* The measure, to be asked by show of hands. A session is walked through once: its questions, its answers and what each counts. */

static void take_question(Arena *arena, const SessionEvent *event, LessonItem *item)
{
    item->id = arena_copy(arena, event->line.id);
    item->question = arena_copy(arena, event->line.text);
}

/* False when it is none of the measure's. */
static bool take_options(LevelSession *session, Arena *arena, const SessionEvent *event, LessonItem *item)
{
    SessionMark marks[SESSION_MARKS_MAX];
    item->option_count = event->option_count;
    for (size_t i = 0; i < event->option_count; i++) {
        int32_t points = -1;
        if (!strview_to_int(yarn_line_tag_value(event->options[i].line.info, SV("mark")), &points) || points < 0 || points > MEASURE_ITEM_MAX) {
            return false;
        }
        item->options[i] = arena_copy(arena, event->options[i].line.text);
        item->points[i] = (unsigned)points;
    }
    size_t before = level_session_marks(session, marks, SESSION_MARKS_MAX);
    if (level_session_choose(session, 0) != STATUS_OK || level_session_marks(session, marks, SESSION_MARKS_MAX) != before + 1 ||
        before + 1 > SESSION_MARKS_MAX) {
        return false;
    }
    item->figure = marks[before].figure;
    item->item = marks[before].item;
    return true;
}

static size_t walk(LevelSession *session, Arena *arena, LessonItem items[LESSON_ITEMS_MAX])
{
    SessionEvent event;
    size_t count = 0;
    LessonItem item = { 0 };
    while (count < LESSON_ITEMS_MAX && level_session_next(session, &event)) {
        if (event.kind == SESSION_LINE) {
            take_question(arena, &event, &item);
        } else if (event.kind == SESSION_OPTIONS) {
            if (!take_options(session, arena, &event, &item)) {
                break;
            }
            items[count++] = item;
        }
    }
    return count;
}

size_t lesson_items_read(App *app, Arena *arena, unsigned band, LessonItem items[LESSON_ITEMS_MAX])
{
    const LevelEntry *measure = app->parts.pack ? level_pack_measure(app->parts.pack, band) : NULL;
    YarnProgram *program = NULL;
    LevelSession *session = NULL;
    DiagSink quiet = { 0 };
    size_t count = 0;
    if (!measure || level_open(app->parts.alloc, app->parts.pack, measure, &quiet, &program) != STATUS_OK) {
        return 0;
    }
    SessionOptions options = { .alloc = app->parts.alloc,
                               .program = program,
                               .level = measure,
                               .catalogue = app->parts.catalogue,
                               .nickname = TR(app->parts.catalogue, "lesson.team", "Team Sango"),
                               .band = band };
    if (level_session_create(&options, &session) == STATUS_OK) {
        count = walk(session, arena, items);
    }
    level_session_destroy(session);
    yarn_program_destroy(program);
    return count;
}
