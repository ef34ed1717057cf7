#ifndef SANGO_YARN_FORMAT_INTERNAL_H
#define SANGO_YARN_FORMAT_INTERNAL_H

#include "parse_internal.h"
#include "sango/yarn/format.h"

enum { FORMAT_INDENT = 4, FORMAT_BLOCKS_MAX = YARN_NESTING_MAX + 8 };

/* An <<if>>, <<once>> or <<enum>> that is open. */
typedef struct FormatBlock {
    uint32_t level; /* option bodies around it */
    uint32_t outer; /* columns of its first line */
    uint32_t inner; /* of what is in it */
} FormatBlock;

typedef enum FormatZone { FORMAT_TOP, FORMAT_HEADERS, FORMAT_BODY } FormatZone;

typedef struct Formatter {
    Parser parser;
    Compiler compiler; /* only what the lexer needs */
    StrBuf *out;
    FormatZone zone;
    uint32_t bases[LEX_INDENTS_MAX + 1]; /* columns of the text in an option's body, by level */
    uint32_t level;
    uint32_t arrow_indent; /* columns of the last option */
    FormatBlock blocks[FORMAT_BLOCKS_MAX];
    uint32_t block_count;
    uint32_t line_blocks;   /* of them were open where the line began */
    uint32_t line_indent;   /* columns of the line being written */
    uint32_t source_indent; /* and as it was */
    /* Empty lines since the last other one. */
    bool has_blank;       /* one outside of options */
    bool has_group_blank; /* one in an option's body that ends a group of options */
    uint32_t group_blank_level;
    uint32_t group_blank_below; /* level of the line below it: there the group ends */
    bool at_body_start;         /* nothing but empty lines since the "---" */
    bool ended_node;            /* the line has "===" */
    bool is_too_deep;
} Formatter;

/* Write what is left of the lexer's line, from a first byte that is no blank. */
void format_body_line(Formatter *formatter);
void format_header_line(Formatter *formatter);
void format_verbatim(Formatter *formatter); /* without blanks at its end */

/* A block begins or ends on the line being written. */
void format_open_block(Formatter *formatter);
void format_close_block(Formatter *formatter);
/* More stands on the line: what is in a block that began on it is not indented. */
void format_flatten_blocks(Formatter *formatter);

#endif
