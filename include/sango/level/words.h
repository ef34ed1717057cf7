#ifndef SANGO_LEVEL_WORDS_H
#define SANGO_LEVEL_WORDS_H

#include "sango/i18n/catalogue.h"
#include "sango/level/pack.h"

/* What powers, deeds, tools and topics are called, and a level's own title, in the catalogue's language: for the
 * screens and for paper. */
StrView power_title(const Catalogue *catalogue, Power power);
StrView power_text(const Catalogue *catalogue, Power power);
StrView deed_title(const Catalogue *catalogue, Deed deed);
StrView deed_text(const Catalogue *catalogue, Deed deed);

/* Sango's tools, by the names that `<<tool headband>>` has; empty for another name. */
enum { TOOL_COUNT = 7 };
StrView tool_id(size_t index); /* "headband" */
StrView tool_title(const Catalogue *catalogue, StrView tool);
StrView tool_text(const Catalogue *catalogue, StrView tool);

/* The 24 topics of the curriculum (levels/README.md); empty for another number. */
enum { TOPIC_COUNT = 24 };
StrView topic_title(const Catalogue *catalogue, unsigned topic); /* 1..TOPIC_COUNT */

/* The four kinds of risk, by the word that a decision has: "contact". Empty for another word. */
StrView risk_title(const Catalogue *catalogue, StrView risk);

StrView level_entry_title(const Catalogue *catalogue, const LevelEntry *level);
StrView level_entry_summary(const Catalogue *catalogue, const LevelEntry *level);

#endif
