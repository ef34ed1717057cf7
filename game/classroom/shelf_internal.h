#ifndef SANGO_SHELF_INTERNAL_H
#define SANGO_SHELF_INTERNAL_H

#include "lesson_internal.h"
#include "sango/classroom/shelf.h"

#define SHELF_PREFIX SV("lesson.")
enum { SHELF_KEY_BYTES = 7 + LESSON_ID_LEN, SHELF_IMPORT_MAX = 10000 /* lessons in a file */ };

StrView shelf_key(StrView id, char key[SHELF_KEY_BYTES]); /* "lesson.<id>"; not NUL-terminated */
StrView shelf_id(StrView key);                             /* "" when it is no lesson's key */
Status shelf_put(Store *store, const Allocator *alloc, const Lesson *lesson); /* with the revision that it has */

#endif
