#ifndef SANGO_YARN_TAG_H
#define SANGO_YARN_TAG_H

#include "sango/base/strbuf.h"
#include "sango/yarn/program.h"

/* Gives every line and option a name of its own, "#line:sp136": voices, translations
 * and saved games find the line by it. Bytes are only put in, at ends of lines, before
 * a comment; everything else stays as it was.
 *
 *     YarnTagged *tagged = ...one for each source...;
 *     Status status = yarn_tag(alloc, &request, tagged);
 *     ... tagged[i].text is the new file when tagged[i].added > 0 ...
 *     yarn_tagged_release(tagged, source_count);
 *
 * Ids continue the file's own: the key that most of its ids have and the highest number
 * of that key anywhere in the set. A file without ids takes `prefix`, else letters of
 * its name. An id that is written anywhere, in a #shadow: or in a comment too, is not
 * used again. Shadow lines get none, and neither do lines of which "//" in a web address makes
 * a comment: an id would stand in the middle of the address. */
typedef struct YarnTagRequest {
    const YarnProgram *program; /* compiled from the sources: they have no mistakes */
    const YarnSource *sources;
    size_t source_count;
    StrView prefix;     /* letters, digits, '_' and '-'; may be empty */
    DiagSink *untagged; /* each line that has no id is reported here as an error; may be NULL */
    DiagSink *left;     /* each that gets none because a web address cuts it, as a warning; may be NULL */
} YarnTagRequest;

typedef struct YarnTagged {
    StrBuf text; /* the whole file with its new ids */
    size_t added;
} YarnTagged;

/* `tagged` has source_count items, which need no initialisation; release them in any
 * case. STATUS_NOMEM. Does no I/O. */
Status yarn_tag(const Allocator *alloc, const YarnTagRequest *request, YarnTagged *tagged);
void yarn_tagged_release(YarnTagged *tagged, size_t count);

#endif
