#include "lsp_json.h"

#include <cjson/cJSON.h>

static const cJSON *as_node(const LspJson *json)
{
    return (const cJSON *)(const void *)json;
}

static const LspJson *as_json(const cJSON *node)
{
    return (const LspJson *)(const void *)node;
}

LspJson *lsp_json_parse(StrView text)
{
    const char *end = text.data;
    cJSON *root = cJSON_ParseWithLengthOpts(text.data, text.len, &end, false);
    if (root && strview_trim(strview_slice(text, (size_t)(end - text.data), text.len)).len) {
        cJSON_Delete(root);
        root = NULL;
    }
    return (LspJson *)(void *)root;
}

void lsp_json_free(LspJson *json)
{
    cJSON_Delete((cJSON *)(void *)json);
}

bool lsp_json_is_object(const LspJson *json)
{
    return cJSON_IsObject(as_node(json));
}

const LspJson *lsp_json_get(const LspJson *object, const char *key)
{
    return as_json(cJSON_GetObjectItemCaseSensitive(as_node(object), key));
}

const LspJson *lsp_json_first(const LspJson *array)
{
    return cJSON_IsArray(as_node(array)) ? as_json(as_node(array)->child) : NULL;
}

const LspJson *lsp_json_next(const LspJson *item)
{
    return as_json(as_node(item)->next);
}

StrView lsp_json_text(const LspJson *json)
{
    const char *text = cJSON_GetStringValue(as_node(json));
    return text ? strview_from_cstr(text) : (StrView){ NULL, 0 };
}

bool lsp_json_whole(const LspJson *json, int64_t *number)
{
    const double most = 9007199254740992.0; /* 2^53: up to here a double holds every whole number */
    if (!cJSON_IsNumber(as_node(json))) {
        return false;
    }
    double value = as_node(json)->valuedouble;
    if (!(value >= -most && value <= most) || value != (double)(int64_t)value) {
        return false;
    }
    *number = (int64_t)value;
    return true;
}

bool lsp_json_is_true(const LspJson *json)
{
    return cJSON_IsTrue(as_node(json));
}
