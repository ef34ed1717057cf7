#ifndef SANGO_DATA_FOLDER_H
#define SANGO_DATA_FOLDER_H

#include "sango/base/strbuf.h"

/* Where the program's files are: a folder with levels/ and assets/. Looked for from the
 * program's own place, so that an installed tree can be moved: first as it is installed,
 * then upwards, as in a build tree inside the sources. "." when there is none. */
void data_folder_find(StrBuf *root);

/* The folder with the drawn art (720/, 1080/) of such a folder: assets/built of an
 * installed tree, build/assets of the sources. */
void data_folder_art(StrBuf *art, StrView root);

#endif
