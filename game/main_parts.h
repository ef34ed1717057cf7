#ifndef SANGO_MAIN_PARTS_H
#define SANGO_MAIN_PARTS_H

#include "main_options.h"
#include "sango/i18n/catalogue.h"
#include "sango/platform/platform.h"
#include "sango/stage/stage.h"
#include "sango/store/store.h"

/* Parts of the game that come from files. What is broken is logged as a warning. */

/* The texts in the language of --language. False after the complaint. */
bool main_open_catalogue(const MainOptions *options, Catalogue *catalogue);
/* The saved games, or a store in memory that keeps nothing. NULL when out of memory. main_store_*.c: the build takes one. */
Store *main_open_store(const MainOptions *options, const Catalogue *catalogue);
/* What the drawn figures are made of; empty when there are none. NULL when out of memory. */
StageArt *main_open_art(const MainOptions *options);
/* The looks, LOOK_COUNT; one whose file is missing or broken is like day. */
void main_read_themes(const MainOptions *options, Theme *themes);
/* What is drawn and heard: a window, or a surface in memory. NULL where there is no display. */
Platform *main_open_screen(const MainOptions *options, bool is_offscreen);
/* The folder for pictures; a demo does without them where they cannot be kept. */
Status main_make_shots_folder(MainOptions *options);

#endif
