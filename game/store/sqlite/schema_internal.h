#ifndef SANGO_STORE_SQLITE_SCHEMA_INTERNAL_H
#define SANGO_STORE_SQLITE_SCHEMA_INTERNAL_H

#include "sango/base/status.h"

#include <sqlite3.h>

/* Sets the connection's pragmas and brings the tables to the present version.
 * STATUS_INVALID: not a database of ours or damaged. STATUS_UNSUPPORTED: written by a
 * newer version. STATUS_IO: cannot be written. */
Status schema_prepare(sqlite3 *db);

#endif
