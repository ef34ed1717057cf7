#ifndef SANGO_STORE_SQLITE_H
#define SANGO_STORE_SQLITE_H

#include "sango/base/alloc.h"
#include "sango/base/status.h"
#include "sango/store/store.h"

/* Opens or creates the database file at `path` (its folder must be there): WAL,
 * synchronous=FULL, one connection, so that an acknowledged answer survives a kill
 * or a power cut. A damaged or foreign file is renamed to "path.broken" (then
 * ".broken-2" …), never deleted, and a new one is begun: *was_broken is then true.
 * A file written by a newer version is left alone: STATUS_UNSUPPORTED. STATUS_BUSY while
 * another game has it open; STATUS_IO when the
 * place cannot be written. End it with store->ops->close(). One thread. */
Status store_sqlite_open(const Allocator *alloc, const char *path, Store **store, bool *was_broken);

#endif
