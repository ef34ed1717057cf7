#ifndef SANGO_FILES_ZIP_H
#define SANGO_FILES_ZIP_H

#include "sango/files/files.h"

/* A zip under PhysicsFS, which has one search path for the whole program: each zip gets a
 * folder of its own there. */
typedef struct Zip {
    char root[24];                               /* where it is mounted: "/zip1" */
    char below[FILE_TREE_NAME_BYTES_MAX + 2];    /* "/folder", when all its files are in one; else "" */
} Zip;

/* As file_tree_open() says. */
Status zip_open(const char *path, DiagSink *diags, Zip *zip);
void zip_close(Zip *zip, const char *path);
Status zip_read(const Zip *zip, const Allocator *alloc, StrView name, size_t max_bytes, StrView *text);

#endif
