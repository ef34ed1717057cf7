#ifndef SANGO_LESSON_INTERNAL_H
#define SANGO_LESSON_INTERNAL_H

#include "sango/classroom/lesson.h"
#include "sango/json/json.h"

enum { LESSON_VERSION = 1 };

/* Names in the files; NULL for none. power_name() and measure_figure_name() are the others. */
const char *lesson_grade_name(Grade grade);      /* "safe" */
const char *lesson_time_name(MeasureTime time);  /* "before" */
bool lesson_is_key(StrView key);                 /* 1..LESSON_KEY_BYTES bytes, no control characters */
bool lesson_is_language(StrView tag);            /* letters, digits and - */

/* A copy in the lesson's arena, at most LESSON_TEXT_BYTES, control characters as blanks; data NULL without memory. */
StrView lesson_copy_text(Lesson *lesson, StrView text);

/* `has_journals` false: as it leaves the computer. */
void lesson_write_form(const Lesson *lesson, bool has_journals, StrBuf *out);

/* A file of lessons, as it leaves the computer: begin, one item for each, end. */
void lesson_begin_list(StrBuf *out);
void lesson_write_item(const Lesson *lesson, StrBuf *out);
void lesson_end_list(StrBuf *out);

/* A lesson that stands somewhere in a file that is already open. As lesson_parse(). */
Status lesson_read(const Allocator *alloc, JsonReader *reader, const JsonValue *object, Lesson *lesson);
/* "format" and "version" of a file: STATUS_OK, STATUS_INVALID or STATUS_UNSUPPORTED, reported. */
Status lesson_check_format(JsonReader *reader, const JsonValue *object, const char *format);

#endif
