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

/* Where a table stands in the text. */
typedef struct Written {
    size_t start, end; /* its heading; behind its last row */
    size_t rows;
} Written;

/* The memory store and what it is written as. The text stands from one write to the next: the tables before the first one that
 * changed are not written again, nor are the rows of a table that has more at its end. So what changes often comes last. */
typedef struct KeptStore {
    MemoryStore memory; /* first */
    StoreOps ops;
    StoreKeep keep;
    StrBuf text;
    Written written[TABLE_COUNT]; /* all up to `fresh` */
    int fresh;                    /* tables at the front of the text that are as in memory */
    bool has_only_grown;          /* of the table behind them, too, but for rows at its end */
    bool is_due;                  /* the last write failed */
} KeptStore;

/* kept_write.c: the text as it is now; empty without memory. */
StrView kept_text(KeptStore *store);

/* kept_read.c: fills an empty store. STATUS_INVALID: damaged; STATUS_UNSUPPORTED: newer; STATUS_NOMEM. It is then to be released. */
Status kept_read(MemoryStore *store, StrView text);

#endif
