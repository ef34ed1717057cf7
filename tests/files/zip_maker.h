#ifndef SANGO_TESTS_ZIP_MAKER_H
#define SANGO_TESTS_ZIP_MAKER_H

#include "sango/base/strbuf.h"

#include <stdint.h>

/* Writes zips for tests, entries stored without compression, so that each field can lie. */
typedef struct ZipEntry {
    const char *name;
    StrView bytes;
    uint32_t claimed; /* size that the directory claims; 0: the true one */
    uint16_t method;  /* 0 stored */
    uint16_t flags;   /* 1: encrypted */
    uint32_t mode;    /* Unix mode, such as 0120777 of a symbolic link; 0: none */
    const char *deflated; /* method 8: these bytes stand in the zip */
    uint32_t deflated_len;
} ZipEntry;

void zip_make(StrBuf *out, const ZipEntry *entries, uint32_t count);

#endif
