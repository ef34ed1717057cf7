#ifndef SANGO_TOOLS_FONT_COVER_H
#define SANGO_TOOLS_FONT_COVER_H

#include "sango/base/diag.h"
#include "sango/yarn/program.h"

#include <stdbool.h>

/* Which characters the fonts that ship can show, in plain and in bold. */
typedef struct FontCover {
    void *characters; /* HarfBuzz's set of code points */
    bool has_fonts;   /* false: no font was found, so nothing is known */
} FontCover;

/* Reads the fonts in `folder`. False when out of memory. Release in any case. */
bool font_cover_load(FontCover *cover, const char *folder);
void font_cover_release(FontCover *cover);

/* False for what a child would see as an empty box. True for what has no shape of its own (joiners, marks of
 * direction, blanks), and when nothing is known. */
bool font_cover_has(const FontCover *cover, uint32_t codepoint);

enum { MISSING_GLYPHS_MAX = 64 };

/* The characters that no font has, each with the first place and how often. Begin with { .count = 0 }. */
typedef struct MissingGlyphs {
    struct {
        uint32_t codepoint;
        YarnPlace place;
        size_t times;
    } items[MISSING_GLYPHS_MAX];
    size_t count;
} MissingGlyphs;

/* `place.file` is borrowed until they are reported. */
void missing_glyphs_note(MissingGlyphs *missing, const FontCover *cover, StrView text, YarnPlace place);
void missing_glyphs_report(const MissingGlyphs *missing, DiagSink *diags);

#endif
