#ifndef SANGO_MAIN_PLAY_H
#define SANGO_MAIN_PLAY_H

#include "main_notices.h"
#include "main_options.h"

/* What every kind of run has. */
typedef struct Game {
    MainOptions options;
    Catalogue catalogue;
    Notices notices;
    Theme themes[LOOK_COUNT];
    App app;
} Game;

/* Joins the modules and runs the loop, under whatever platform. */
Status main_play(Game *game, Platform *platform, const TextMeasure *measure);

#endif
