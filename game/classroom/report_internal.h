#ifndef SANGO_REPORT_INTERNAL_H
#define SANGO_REPORT_INTERNAL_H

#include "sango/classroom/report.h"

Status report_add_measures(Arena *arena, ClassReport *report); /* report_measure.c */

/* report_words.c: names in the language of the report. */
StrView report_power_title(const Catalogue *catalogue, Power power);
StrView report_topic_title(const Catalogue *catalogue, unsigned topic); /* "" for 0 */
StrView report_figure_title(const Catalogue *catalogue, MeasureFigure figure);
StrView report_grade_title(const Catalogue *catalogue, Grade grade);
StrView report_ages(const Catalogue *catalogue, unsigned bands);
/* Of a pack: translated as the pack's screens are; the id or the English title where there is none. */
StrView report_world_title(Arena *arena, const ReportWords *words, StrView world);
StrView report_level_title(Arena *arena, const Catalogue *catalogue, const LevelEntry *level);

#endif
