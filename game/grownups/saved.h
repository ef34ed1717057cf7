#ifndef SANGO_GROWNUPS_SAVED_H
#define SANGO_GROWNUPS_SAVED_H

#include "sango/player/app.h"

/* What this computer keeps of the game, in numbers. */
typedef struct Saved {
    bool is_kept;    /* false: everything is in memory and gone at the end */
    StrView file;    /* of the store; empty when it is in none */
    uint64_t bytes;  /* of that file, or of the text that a browser keeps */
    size_t players, results, lessons;
    uint64_t figures; /* what a kiosk has counted */
    size_t papers;    /* files that the game wrote and that are still there */
    size_t broken;    /* damaged stores that were put aside */
} Saved;

/* Texts from the arena. What cannot be read counts as none and is logged. */
void saved_read(App *app, Arena *arena, Saved *saved);

/* The folder of the store; empty when it is in memory. Lives as long as the store. */
StrView saved_folder(const App *app);

/* Files of the game beside the store: names with their folder, NUL-terminated, from the arena. */
typedef struct SavedFiles {
    StrView *paths;
    size_t count;
} SavedFiles;
void saved_papers(App *app, Arena *arena, SavedFiles *files); /* those in the list of written papers, there or not */
void saved_broken(App *app, Arena *arena, SavedFiles *files);

/* Deletes the players, results, lessons, figures and settings (the store is as new, nothing of them can be read back from its file),
 * damaged stores that were put aside, and the papers that the game wrote. *left (may be NULL): how many files could not be deleted.
 * Files first: when the store fails, it still knows which they were. The app is then as at its first start. Status of the store. */
Status saved_delete(App *app, size_t *left);

#endif
