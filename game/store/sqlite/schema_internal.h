#ifndef SANGO_STORE_SQLITE_SCHEMA_INTERNAL_H
#define SANGO_STORE_SQLITE_SCHEMA_INTERNAL_H

#include "sango/base/status.h"

#include <sqlite3.h>
#include <stdbool.h>

/* Sets the connection's pragmas and brings the tables to the present version. A file
 * that `was_empty` before it was opened is not a new one: something emptied it.
 * STATUS_INVALID: not a database of ours or damaged. STATUS_UNSUPPORTED: written by a
 * newer version. STATUS_BUSY: another game has it. STATUS_IO: cannot be written. */
Status schema_prepare(sqlite3 *db, bool was_empty);

/* What a result code means for the whole file. */
Status schema_status(int code);

#endif
