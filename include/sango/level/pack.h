#ifndef SANGO_LEVEL_PACK_H
#define SANGO_LEVEL_PACK_H

#include "sango/base/arena.h"
#include "sango/base/diag.h"
#include "sango/base/status.h"
#include "sango/files/files.h"
#include "sango/score/score.h"
#include "sango/yarn/program.h"

enum {
    PACK_FILE_BYTES_MAX = 1024 * 1024, /* of pack.json, and of each script */
    PACK_WORLDS_MAX = 32,
    PACK_LEVELS_MAX = 256,
    PACK_LEVEL_FILES_MAX = 16,
    PACK_ID_BYTES_MAX = 40,
    PACK_TITLE_BYTES_MAX = 120,
    PACK_SUMMARY_BYTES_MAX = 400
};

/* A pack: a folder or a zip with pack.json, scripts and translations (levels/README.md has
 * the format). Loading reads the manifest only; a level's scripts are read and
 * compiled when it is opened. */
typedef struct LevelWorld {
    StrView id;    /* "privacy" */
    StrView title; /* English; translated under "world.<id>" */
    Power power;
    bool is_open;
} LevelWorld;

enum { BAND_YOUNGER = 1, BAND_OLDER = 2 }; /* bits: ages 7-9, 10-13 */

typedef struct LevelEntry {
    StrView id;  /* of no other level of the pack */
    StrView key; /* of no other level of all packs: what is stored is found by it. The id, in other packs than "sango" with the pack's before it: "ducks/first-day" */
    StrView title, summary; /* translated under "level.<key>.title", ".summary" */
    StrView world;          /* id of a LevelWorld, or "home" */
    const StrView *files;   /* relative to the pack */
    size_t file_count;
    StrView start, debrief, notes; /* node titles */
    StrView face;                  /* an actor, for the level's card where there is no picture "level/<key>"; may be empty */
    StrView place, show;           /* a place, and names as in #show: ("kite+gift"), for a card that is chosen by its picture; may be empty */
    unsigned bands;                /* BAND_ bits */
    bool is_restricted;            /* hidden until a grown-up switches it on; never in the kiosk */
    unsigned minutes;
    unsigned powers;               /* bits 1 << Power that it practises; 0 when not said */
    uint32_t topics;               /* bits 1 << topic (1..24); 0 when not said */
    uint32_t line;                 /* of pack.json where it begins */
} LevelEntry;

typedef struct LevelPack {
    Arena arena; /* holds everything below */
    FileTree *files; /* owned */
    StrView folder, id, title, version;
    bool has_pictures;    /* "pictures": its levels are understood without words: see levels/README.md */
    bool covers_levels;   /* "covers": "levels" or "all": each level claims to be a whole one */
    bool covers_all;      /* "all": the pack claims to be a whole game for both ages, too */
    uint32_t covers_line; /* of pack.json */
    const LevelWorld *worlds;
    size_t world_count;
    const LevelEntry *levels; /* in the order in which they are suggested */
    size_t level_count;
    const LevelEntry *measures; /* one for each band: asked before and after a world; they have files, start and bands only */
    size_t measure_count;
} LevelPack;

/* Reads pack.json of a folder or zip. Mistakes go to `diags` with file and line; STATUS_INVALID
 * after any, STATUS_NOT_FOUND, STATUS_IO, STATUS_NOMEM. level_pack_release() is
 * needed only after STATUS_OK. */
Status level_pack_load(const Allocator *alloc, const char *folder, DiagSink *diags, LevelPack *pack);
void level_pack_release(LevelPack *pack);
const LevelEntry *level_pack_measure(const LevelPack *pack, unsigned band); /* NULL when there is none */
const LevelEntry *level_pack_find(const LevelPack *pack, StrView id); /* NULL when there is none */

/* The pack around a script: the nearest one above it that lists the file, else one of this level alone, whose pages are
 * found by their tags (start, debrief, notes; without a start the first page begins). *level is the level. Status and
 * release as of level_pack_load(). */
Status level_pack_of_script(const Allocator *alloc, const char *script, DiagSink *diags, LevelPack *pack, const LevelEntry **level);

/* Reads and compiles one level's scripts and checks its commands, as far as they are
 * fixed. Diagnostics name "folder/file". Files are those inside the pack only: a path
 * with "..", a root or a drive does not pass level_pack_load(). The program is owned
 * by caller. STATUS_INVALID after mistakes in the scripts, a missing start node
 * included; STATUS_NOT_FOUND, STATUS_IO and STATUS_LIMIT for a script, reported too;
 * STATUS_NOMEM. */
Status level_open(const Allocator *alloc, const LevelPack *pack, const LevelEntry *level, DiagSink *diags,
                  YarnProgram **program);

#endif
