#ifndef SANGO_MAIN_NOTICES_H
#define SANGO_MAIN_NOTICES_H

#include "sango/base/diag.h"
#include "sango/player/app.h"

enum { NOTICES_SEEN_MAX = 64 };

/* What is broken is said twice: in the log, and on the screen for the grown-up. While this
 * is open every warning of the log is also in the notice of the app: each line once, and no
 * more of them than a screen holds. Errors are not: a scene or the script says those itself.
 * One thread. */
typedef struct Notices {
    const Catalogue *catalogue; /* borrowed */
    App *app;                   /* borrowed; NULL until there is one */
    StrBuf early;               /* what was said before */
    uint32_t seen[NOTICES_SEEN_MAX];
    size_t seen_count;
    unsigned shown; /* lines on the screen */
} Notices;

void notices_open(Notices *notices, const Catalogue *catalogue); /* takes over the log */
void notices_close(Notices *notices);                            /* gives the log back */
/* From here on the notice of `app` is written. NULL: the app is over. */
void notices_join(Notices *notices, App *app);
/* A level's, pack's or picture index's mistakes become warnings. */
DiagSink notices_diags(void);

#endif
