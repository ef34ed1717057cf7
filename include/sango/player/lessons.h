#ifndef SANGO_PLAYER_LESSONS_H
#define SANGO_PLAYER_LESSONS_H

#include "sango/classroom/lesson.h"
#include "sango/player/app.h"

/* Papers about lessons: at the end of one, and from the list of all. */

/* Appends the report of one lesson or of several, in the game's language. Status as of report_of_lessons(), report_page() and
 * papers_fill(), which logs its own; STATUS_NOMEM when `out` could not grow. */
Status lesson_report_fill(App *app, const Lesson *const *lessons, size_t count, StrBuf *out);

/* Appends a file's name for papers_write(): "report-2026-11-26-1a2b3c4d.html" of kind "report" and ending ".html". The day, and the
 * beginning of the lesson's id; without a day, when the clock was wrong, only that. */
void lesson_paper_name(const Lesson *lesson, const char *kind, const char *ending, StrBuf *name);

#endif
