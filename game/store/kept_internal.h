#ifndef SANGO_STORE_KEPT_INTERNAL_H
#define SANGO_STORE_KEPT_INTERNAL_H

#include "memory_internal.h"

#include "sango/base/strbuf.h"
#include "sango/store/kept.h"

enum { KEPT_VERSION = 1 };
#define KEPT_FORMAT "sango-progress"
#define KEPT_HEX    "hex"

static const int64_t KEPT_ID_MAX = INT64_C(1) << 52;        /* of a player who is read: there is always a next one */
static const uint64_t KEPT_NUMBER_MAX = UINT64_C(1) << 53; /* what lies beyond is written as a text */

/* The memory store and what it is written as. The text stands from one write to the next: a table that did not change, and
 * none before it did, is not written again. */
typedef struct KeptStore {
    MemoryStore memory; /* first */
    StoreOps ops;
    StoreKeep keep;
    StrBuf text;
    size_t starts[TABLE_COUNT]; /* where in the text each table begins; those up to `fresh` are known */
    int fresh;                  /* tables at the front of the text that are as in memory */
    bool is_due;                /* the last write failed */
} KeptStore;

/* kept_write.c: the text as it is now; empty without memory. */
StrView kept_text(KeptStore *store);

/* kept_read.c: fills an empty store. STATUS_INVALID: damaged; STATUS_UNSUPPORTED: newer; STATUS_NOMEM. It is then to be released. */
Status kept_read(MemoryStore *store, StrView text);

#endif
