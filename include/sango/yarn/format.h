#ifndef SANGO_YARN_FORMAT_H
#define SANGO_YARN_FORMAT_H

#include "sango/base/strbuf.h"
#include "sango/yarn/program.h"

/* Writes a script in one shape. Only blanks between the parts of a line, indentation, empty lines,
 * line ends and a byte order mark change; text, comments and tags stay byte for byte, and so does
 * the compiled program:
 *
 *     StrBuf out;
 *     strbuf_init(&out, alloc);
 *     if (yarn_format(alloc, text, &out) == STATUS_OK) …
 *
 * What is below an option or an item is indented by 4 more than it; what is in a block such as
 * <<if>> as much as its <<if>>, or 4 more where the block's first line was indented. An empty line
 * in an option's body is removed, or keeps its blanks where it ends a group of options. Formatting
 * twice is the same as formatting once.
 *
 * Meant for a script that compiles; for any other text the result is as good as can be.
 * STATUS_INVALID when the text cannot be read line by line (bytes that are no text, lines or
 * nesting over the limits); `out` is then of no use. STATUS_NOMEM. */
Status yarn_format(const Allocator *alloc, StrView text, StrBuf *out);

/* True when two programs are the same but for the places in their sources: what they play, all
 * texts, ids, tags, commands, titles and headers. The proof of yarn_format(). */
bool yarn_program_same(const YarnProgram *a, const YarnProgram *b);

#endif
