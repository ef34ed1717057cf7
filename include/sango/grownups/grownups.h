#ifndef SANGO_GROWNUPS_GROWNUPS_H
#define SANGO_GROWNUPS_GROWNUPS_H

#include "sango/player/app.h"

/* The grown-ups' area, behind the gate of the title: lessons, papers, helplines, what is kept. For AppParts.grown_ups; NULL when out
 * of memory. The gate stays open until this scene leaves. */
Scene *grown_ups_create(App *app);

#endif
