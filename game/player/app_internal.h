#ifndef SANGO_APP_INTERNAL_H
#define SANGO_APP_INTERNAL_H

#include "sango/player/app.h"

/* Between app.c, what scenes ask of it, app_loop.c, the loop, and app_input.c, what that does with an event. */
void app_take_event(App *app, const InputEvent *event);
void app_stay_awake(App *app);  /* somebody is there, or something sounds: the sound device is wanted */
void app_start_sound(App *app); /* somebody has done something: the music begins */

#endif
