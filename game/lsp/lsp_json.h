#ifndef SANGO_LSP_JSON_H
#define SANGO_LSP_JSON_H

#include "sango/base/strbuf.h"

/* The messages that come in. lsp_json.c is the only file here that knows the JSON
 * library. All look-ups take NULL and give NULL or an empty view for what is not there,
 * so that chains of them need no checks. What goes out is written with strbuf_json(). */
typedef struct LspJson LspJson;

LspJson *lsp_json_parse(StrView text); /* NULL when it is not JSON, or out of memory */
void lsp_json_free(LspJson *json);     /* NULL is allowed */

bool lsp_json_is_object(const LspJson *json);
const LspJson *lsp_json_get(const LspJson *object, const char *key);
const LspJson *lsp_json_first(const LspJson *array); /* NULL when empty or no array */
const LspJson *lsp_json_next(const LspJson *item);
StrView lsp_json_text(const LspJson *json);                /* data is NULL when it is no string */
bool lsp_json_whole(const LspJson *json, int64_t *number); /* false for fractions and other things */
bool lsp_json_is_true(const LspJson *json);

#endif
