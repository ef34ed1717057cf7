#include "conformance.h"
#include "sango/base/utf8.h"
#include "yarn/vm_internal.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <string.h>

/* One vector, as the file has it and as we have it. Positions of the file are UTF-16
 * code units from 0, ours code points. */
typedef struct Vector {
    const cJSON *json;
    StrView line;
    MarkupText found;
    Status status;
    uint32_t mistakes;
    uint32_t column;  /* of the first mistake */
    char reason[512]; /* why the vector fails; empty when it passes */
} Vector;

static void note(void *user, const Diag *diag)
{
    Vector *vector = user;
    if (vector->mistakes++ == 0) {
        vector->column = diag->pos.column;
    }
}

static StrView text_of(const cJSON *object, const char *key)
{
    return strview_from_cstr(cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key)));
}

static double number_of(const cJSON *object, const char *key)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    return cJSON_IsNumber(item) ? item->valuedouble : -1;
}

static size_t utf16_units(StrView text)
{
    uint32_t code;
    size_t count = 0;
    while (utf8_take(&text, &code, NULL)) {
        count += code >= 0x10000 ? 2 : 1;
    }
    return count;
}

/* The official one leaks a mark of its own that it put on markers it had to split. */
static bool is_internal(const cJSON *property)
{
    return strncmp(property->string, "_internal", 9) == 0;
}

static bool same_property(const MarkupAttribute *attribute, const cJSON *wanted)
{
    char digits[NUMBER_TEXT_MAX];
    StrView type = text_of(wanted, "type");
    StrView value = text_of(wanted, "value");
    for (uint32_t i = 0; i < attribute->property_count; i++) {
        const MarkupProperty *property = &attribute->properties[i];
        if (!strview_equal(property->name, strview_from_cstr(wanted->string))) {
            continue;
        }
        switch (property->value.type) {
        case YARN_TYPE_STRING:
            return strview_equal(type, SV("string")) && strview_equal(value, property->value.as.string);
        case YARN_TYPE_BOOL:
            return strview_equal(type, SV("bool")) &&
                   strview_equal(value, property->value.as.boolean ? SV("True") : SV("False"));
        case YARN_TYPE_NUMBER:
            return strview_equal(type, property->is_integer ? SV("integer") : SV("float")) &&
                   strview_equal(value, (StrView){ digits, number_write(property->value.as.number, digits) });
        case YARN_TYPE_ANY:
            return false;
        }
    }
    return false;
}

static bool same_properties(const MarkupAttribute *attribute, const cJSON *wanted)
{
    uint32_t count = 0;
    const cJSON *property;
    cJSON_ArrayForEach(property, wanted)
    {
        if (!is_internal(property)) {
            count++;
            if (!same_property(attribute, property)) {
                return false;
            }
        }
    }
    return count == attribute->property_count;
}

static void check_attributes(Vector *vector)
{
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(vector->json, "attributes");
    const MarkupText *found = &vector->found;
    if ((uint32_t)cJSON_GetArraySize(list) != found->attribute_count) {
        (void)snprintf(vector->reason, sizeof vector->reason, "%u attributes, expected %d",
                       (unsigned)found->attribute_count, cJSON_GetArraySize(list));
        return;
    }
    for (uint32_t i = 0; i < found->attribute_count; i++) {
        const MarkupAttribute *attribute = &found->attributes[i];
        const cJSON *wanted = cJSON_GetArrayItem(list, (int)i);
        StrView before = strview_slice(found->text, 0, attribute->start_bytes);
        StrView covered = strview_slice(found->text, attribute->start_bytes, attribute->length_bytes);
        bool same = strview_equal(attribute->name, text_of(wanted, "name")) &&
                    (double)utf16_units(before) == number_of(wanted, "pos") &&
                    (double)utf16_units(covered) == number_of(wanted, "len") &&
                    utf8_count(before) == attribute->start && utf8_count(covered) == attribute->length;
        bool properties = same_properties(attribute, cJSON_GetObjectItemCaseSensitive(wanted, "props"));
        if (!same || !properties) {
            (void)snprintf(vector->reason, sizeof vector->reason, "attribute %u is %.*s at %u+%u%s",
                           (unsigned)i, SV_ARG(attribute->name), (unsigned)attribute->start,
                           (unsigned)attribute->length, properties ? "" : " with other properties");
            return;
        }
    }
}

/* Whether there is one must agree, and its column where the file has one. */
static void check_diagnostics(Vector *vector)
{
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(vector->json, "diagnostics");
    bool wanted = cJSON_GetArraySize(list) > 0;
    double column = wanted ? number_of(cJSON_GetArrayItem(list, 0), "col") : -1;
    if (wanted != (vector->mistakes > 0) || wanted != (vector->status == STATUS_INVALID)) {
        (void)snprintf(vector->reason, sizeof vector->reason,
                       wanted ? "no mistake was found" : "a mistake was found");
        return;
    }
    StrView rest = vector->line;
    uint32_t code;
    for (uint32_t i = 1; i < vector->column && utf8_take(&rest, &code, NULL); i++) {
    }
    size_t found = utf16_units(strview_slice(vector->line, 0, vector->line.len - rest.len));
    if (column >= 0 && column != (double)found) {
        (void)snprintf(vector->reason, sizeof vector->reason, "the mistake is at %zu, expected at %.0f",
                       found, column);
    }
}

static void check(Vector *vector)
{
    StrView text = text_of(vector->json, "text");
    if (vector->status == STATUS_NOMEM) {
        (void)snprintf(vector->reason, sizeof vector->reason, "out of memory");
    } else if (cJSON_HasObjectItem(vector->json, "exception")) {
        /* It crashes the official one: here it must be a mistake, and still be shown. */
        if (vector->mistakes == 0 || vector->column == 0 || vector->found.text.len == 0) {
            (void)snprintf(vector->reason, sizeof vector->reason,
                           "no mistake was found, or nothing is shown");
        }
    } else if (!strview_equal(text, vector->found.text)) {
        (void)snprintf(vector->reason, sizeof vector->reason, "got '%.*s', expected '%.*s'",
                       SV_ARG(vector->found.text), SV_ARG(text));
    } else {
        check_diagnostics(vector);
        if (!vector->reason[0]) {
            check_attributes(vector);
        }
    }
}

static void run_vector(Tally *tally, const char *name, Arena *arena, const cJSON *json)
{
    Vector vector = { .json = json, .line = text_of(json, "in") };
    DiagSink diags = { .report = note, .user = &vector };
    MarkupOptions options = { .language = text_of(json, "locale"),
                              .place = { SV("line"), 1, 1 },
                              .diags = &diags,
                              .keeps_replaced =
                                  cJSON_IsFalse(cJSON_GetObjectItemCaseSensitive(json, "builtin")) };
    arena_reset(arena);
    vector.status = yarn_markup_parse_with(arena, vector.line, &options, &vector.found);
    check(&vector);
    if (vector.reason[0]) {
        conformance_fail(tally, name, "%.*s (%.*s): %s", SV_ARG(vector.line), SV_ARG(options.language),
                         vector.reason);
    } else {
        conformance_pass(tally);
        if (cJSON_HasObjectItem(json, "exception")) {
            printf("  %s: differs on purpose, a mistake in place of a crash: %.*s\n", name,
                   SV_ARG(vector.line));
        }
    }
}

void conformance_markup(Tally *tally, const char *path, const char *name)
{
    StrView text;
    Arena arena;
    if (!conformance_read(tally, path, name, &text)) {
        return;
    }
    cJSON *list = cJSON_ParseWithLength(text.data, text.len);
    if (!cJSON_IsArray(list)) {
        conformance_fail(tally, name, "it is not a JSON array");
    } else {
        const cJSON *item;
        arena_init(&arena, alloc_heap(), 4096);
        cJSON_ArrayForEach(item, list)
        {
            run_vector(tally, name, &arena, item);
        }
        arena_release(&arena);
    }
    cJSON_Delete(list);
    file_free(alloc_heap(), &text);
}
