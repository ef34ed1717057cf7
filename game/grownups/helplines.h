#ifndef SANGO_GROWNUPS_HELPLINES_H
#define SANGO_GROWNUPS_HELPLINES_H

#include "sango/base/arena.h"
#include "sango/base/diag.h"
#include "sango/base/status.h"

/* Who helps children, by country: assets/helplines/helplines.json, and a file of the same form that a school puts beside its saved
 * games (assets/helplines/README.md has the form). Pure: text in, rows out. */
typedef struct Helpline {
    StrView country;      /* "GB"; empty: the school's own contact */
    StrView country_name; /* "United Kingdom" */
    StrView name, number;
    StrView hours, languages, who, web; /* may be empty; languages: "English, Welsh" */
    bool is_free;
    StrView source, source_date, checked; /* an address; of what stands there, may be empty; "2026-11-26" */
} Helpline;

enum { HELPLINES_BYTES_MAX = 256 * 1024, HELPLINES_MAX = 400 };

typedef enum HelplinesFrom {
    HELPLINES_OF_GAME,  /* source and date are required, there is no contact of a school's own */
    HELPLINES_OF_SCHOOL /* may have "own": true, which needs a name and a number only */
} HelplinesFrom;

/* Rows come from the arena. A row with a mistake is reported with file and line and left out. STATUS_OK as long as the file is one of
 * helplines at all; STATUS_INVALID, STATUS_UNSUPPORTED (a newer version), STATUS_NOMEM. */
Status helplines_parse(Arena *arena, StrView name, StrView text, HelplinesFrom from, DiagSink *diags, Helpline **lines, size_t *count);

/* Both files, the school's rows first; they take the place of the game's of the same country. A file that is not there has none.
 * `school_file` may be empty. STATUS_OK or STATUS_NOMEM: everything else is in `diags`. */
Status helplines_read(Arena *arena, StrView game_file, StrView school_file, DiagSink *diags, Helpline **lines, size_t *count);

#endif
