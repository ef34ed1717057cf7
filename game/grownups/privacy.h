#ifndef SANGO_GROWNUPS_PRIVACY_H
#define SANGO_GROWNUPS_PRIVACY_H

#include "sango/i18n/catalogue.h"

/* What the game keeps, in two lengths: for everybody, and for whoever answers for data at a school or an event. */
typedef struct PrivacyLine {
    bool is_heading;
    StrView text;
} PrivacyLine;

enum { PRIVACY_SHORT = 5, PRIVACY_LONG_MAX = 48 };

void privacy_short(const Catalogue *texts, StrView *lines); /* PRIVACY_SHORT of them */
size_t privacy_long(const Catalogue *texts, PrivacyLine *lines); /* at most PRIVACY_LONG_MAX; gives how many */

#endif
