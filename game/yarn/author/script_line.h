#ifndef SANGO_YARN_AUTHOR_SCRIPT_LINE_H
#define SANGO_YARN_AUTHOR_SCRIPT_LINE_H

#include "sango/yarn/program.h"

/* Lines of a source that compiles, found again in its bytes. */
typedef struct ScriptCursor {
    StrView text;
    size_t at; /* where `line` begins */
    uint32_t line;
} ScriptCursor;

typedef struct ScriptLine {
    size_t end;       /* behind text, condition and tags, before blanks */
    bool has_comment; /* "//" stands right there, without a blank */
    bool is_shadow;   /* it has a #shadow: tag */
    bool is_cut;      /* the comment is the rest of a web address */
} ScriptLine;

void script_cursor_init(ScriptCursor *cursor, StrView text);

/* The line that begins at `place`. Places must come in the order of the file. */
ScriptLine script_cursor_find(ScriptCursor *cursor, YarnPlace place);

/* A tag's text without '#' at the front of `text`: up to a blank, '#', '$', '<', "//"
 * or the end of the line. */
StrView script_tag_text(StrView text);

#endif
