#ifndef SANGO_REPORT_INTERNAL_H
#define SANGO_REPORT_INTERNAL_H

#include "sango/classroom/report.h"

Status report_add_measures(Arena *arena, ClassReport *report); /* report_measure.c */

/* report_words.c: names in the language of the report; those of powers, topics and levels are in level/words.h. */
StrView report_figure_title(const Catalogue *catalogue, MeasureFigure figure);
StrView report_grade_title(const Catalogue *catalogue, Grade grade);
StrView report_ages(const Catalogue *catalogue, unsigned bands);
/* Translated as the pack's screens are; the id where there is none. data NULL without memory. */
StrView report_world_title(Arena *arena, const ReportWords *words, StrView world);

#endif
