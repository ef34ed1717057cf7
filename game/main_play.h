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
    StageArt *art;
    LevelLibrary library;
    struct MainKiosk *kiosk;
    App app;
    bool is_app_open;
    bool in_browser; /* as in AppParts; set before main_play_begin() */
} Game;

/* Joins the modules and runs the loop, under whatever platform. */
Status main_play(Game *game, Platform *platform, const TextMeasure *measure);

/* The same in pieces, around app_turn(). The end is needed in any case. */
Status main_play_begin(Game *game, Platform *platform, const TextMeasure *measure);
void main_play_end(Game *game);

#endif
