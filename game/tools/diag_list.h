#ifndef SANGO_TOOLS_DIAG_LIST_H
#define SANGO_TOOLS_DIAG_LIST_H

#include "sango/base/diag.h"

/* Diagnostics kept as text: lines for people, or the objects of a JSON array.
 *
 *     DiagList list;
 *     diag_list_init(&list, is_json);
 *     ... give &list.sink to whatever reports ...
 *     fputs(list.text.data, stdout);
 *     diag_list_release(&list); */
typedef struct DiagList {
    DiagSink sink; /* counts too */
    StrBuf text;   /* JSON: objects with commas between, without the brackets */
    bool is_json;
} DiagList;

void diag_list_init(DiagList *list, bool is_json); /* the list must not move afterwards */
void diag_list_release(DiagList *list);

#endif
