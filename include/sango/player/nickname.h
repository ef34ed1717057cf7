#ifndef SANGO_PLAYER_NICKNAME_H
#define SANGO_PLAYER_NICKNAME_H

#include "sango/base/rng.h"
#include "sango/base/strbuf.h"
#include "sango/i18n/catalogue.h"

/* Made-up names of a trait, an animal and a number: "Brave Otter 7". They are stored
 * as ids ("brave/otter/7"), so that they read right in every language. There is no
 * other way to name a player: nobody types. */
enum { NICKNAME_TRAITS = 8, NICKNAME_ANIMALS = 8, NICKNAME_NUMBER_MAX = 99 };

typedef struct Nickname {
    unsigned trait;  /* 0 .. NICKNAME_TRAITS - 1 */
    unsigned animal; /* 0 .. NICKNAME_ANIMALS - 1 */
    unsigned number; /* 1 .. NICKNAME_NUMBER_MAX */
} Nickname;

Nickname nickname_random(Rng *rng);
void nickname_write(const Nickname *nickname, StrBuf *out); /* as stored */
bool nickname_parse(StrView stored, Nickname *nickname);    /* false: damaged */
void nickname_show(const Nickname *nickname, const Catalogue *catalogue, StrBuf *out);

StrView nickname_trait_name(const Catalogue *catalogue, unsigned trait);
StrView nickname_animal_name(const Catalogue *catalogue, unsigned animal);
StrView nickname_animal_id(unsigned animal); /* "otter": also the avatar's */

#endif
