#ifndef SANGO_GROWNUPS_PRIVACY_H
#define SANGO_GROWNUPS_PRIVACY_H

#include "sango/i18n/catalogue.h"

/* What the game keeps, in two lengths: for everybody, and for whoever answers for data at a school or an event. `in_browser`: as in
 * AppParts, where the game is a page of a website. */
typedef struct PrivacyLine {
    bool is_heading;
    StrView text;
} PrivacyLine;

enum { PRIVACY_SHORT = 5, PRIVACY_LONG_MAX = 48 };

void privacy_short(const Catalogue *texts, bool in_browser, StrView *lines); /* PRIVACY_SHORT of them */
size_t privacy_long(const Catalogue *texts, bool in_browser, PrivacyLine *lines); /* at most PRIVACY_LONG_MAX; gives how many */

#endif
