#ifndef SANGO_TOOLS_ASSET_NAMES_H
#define SANGO_TOOLS_ASSET_NAMES_H

#include "sango/base/arena.h"
#include "sango/level/lint.h"

/* The names of the built pictures and of the sounds, for the linter. */
typedef struct AssetNames {
    Arena arena; /* holds everything below */
    LintNames names;
    bool has_art, has_sound;
} AssetNames;

/* Reads art.txt and actors.txt of any scale below `art_folder`, and the .ogg files of
 * `sound_folder`. What is not there is not checked. False when out of memory. */
bool asset_names_load(AssetNames *assets, const char *art_folder, const char *sound_folder);
void asset_names_release(AssetNames *assets);

#endif
