#ifndef SANGO_UI_COLOR_H
#define SANGO_UI_COLOR_H

#include "sango/ui/draw_list.h"

/* How well two colours are told apart. The alpha of a colour does not count here: give what is
 * seen after blending. */

/* Contrast ratio, 1 to 21 (WCAG 2.2). */
float color_contrast(Rgba a, Rgba b);

/* Ways of seeing: all cones, or without one of the three kinds. */
typedef enum ColorVision { VISION_FULL, VISION_PROTANOPIA, VISION_DEUTERANOPIA, VISION_TRITANOPIA, VISION_COUNT } ColorVision;
const char *color_vision_name(ColorVision vision);
/* The colour as somebody sees it who has no cones of one kind (Machado, Oliveira and Fernandes,
 * "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1). */
Rgba color_seen(Rgba color, ColorVision vision);

#endif
