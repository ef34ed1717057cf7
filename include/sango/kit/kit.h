#ifndef SANGO_KIT_KIT_H
#define SANGO_KIT_KIT_H

#include "sango/level/kit.h"

/* The lesson kit on paper: pages for teachers, children and parents, made of a level's own text (LevelKit) and of the
 * templates in assets/print. Each is one HTML file that needs nothing beside it. */
#define KIT_PAGE_LIST(X)                                                                                     \
    X(PLAN, "plan")                 /* lesson plan of a level, at most two pages */                          \
    X(TAKEHOME, "takehome")         /* for those at home, after a level; one page, as are all others */      \
    X(CERTIFICATE, "certificate")   /* of a level, with an empty line for a name */                          \
    X(CARDS, "cards")               /* the six signs to vote with */                                         \
    X(POSTER, "poster")             /* Sango's tools */                                                      \
    X(GUIDE, "guide")               /* how to run a lesson with a projector only */

typedef enum KitPage {
#define X(name, text) KIT_PAGE_##name,
    KIT_PAGE_LIST(X)
#undef X
    KIT_PAGE_COUNT
} KitPage;

const char *kit_page_name(KitPage page);    /* "plan" */
bool kit_page_is_of_level(KitPage page);    /* the first three; the others take no level */

typedef struct KitPaper {
    const Allocator *alloc;
    StrView print_folder;    /* assets/print */
    StrView pictures_folder; /* the drawings: build/assets/paper. Those that are not there are left out of a page */
    const Catalogue *catalogue;
} KitPaper;

/* Appends the page. `kit` is the level, NULL for pages of none. On failure `fault` (may be NULL) says file, line and
 * why; status as of print_fill_file(). */
Status kit_page_write(const KitPaper *paper, KitPage page, const LevelKit *kit, StrBuf *out, StrBuf *fault);

#endif
