#include "markup_internal.h"
#include "plural_internal.h"
#include "vm_internal.h"

#include <stdio.h>

bool marker_is_replaced(StrView name)
{
    return strview_equal(name, SV("select")) || strview_equal(name, SV("plural")) ||
           strview_equal(name, SV("ordinal"));
}

static StrView property_text(const MarkupProperty *property, char digits[NUMBER_TEXT_MAX])
{
    const YarnValue *value = &property->value;
    if (value->type == YARN_TYPE_STRING) {
        return value->as.string;
    }
    if (value->type == YARN_TYPE_BOOL) {
        return value->as.boolean ? SV("True") : SV("False");
    }
    if (property->is_integer) { /* all its digits, which a float may not have */
        return (StrView){ digits, (size_t)snprintf(digits, NUMBER_TEXT_MAX, "%d", (int)property->integer) };
    }
    return (StrView){ digits, number_write(value->as.number, digits) };
}

static const MarkupProperty *find(const MarkupAttribute *marker, StrView name)
{
    for (uint32_t i = 0; i < marker->property_count; i++) {
        if (markup_same_name(marker->properties[i].name, name)) {
            return &marker->properties[i];
        }
    }
    return NULL;
}

/* The text of the number's case. Where the official reading asks for a case that is
 * not there, CLDR's own may be: a French script with "one" and "other" works. */
static const MarkupProperty *find_case(const MarkupAttribute *marker, StrView language, float number)
{
    static const char *const names[] = { "zero", "one", "two", "few", "many", "other" };
    PluralKind kind = strview_equal(marker->name, SV("plural")) ? PLURAL_CARDINAL : PLURAL_ORDINAL;
    PluralCase official = plural_case(kind, PLURAL_AS_OFFICIAL, language, number);
    const MarkupProperty *found = find(marker, strview_from_cstr(names[official]));
    return found
               ? found
               : find(marker, strview_from_cstr(names[plural_case(kind, PLURAL_AS_CLDR, language, number)]));
}

static const char *append_with_value(StrBuf *out, StrView text, StrView shown)
{
    for (size_t i = 0; i < text.len; i++) {
        StrView piece = text.data[i] == '%' ? shown : strview_slice(text, i, 1);
        if (out->len + piece.len > MARKUP_TEXT_MAX) {
            return "the text would become too long";
        }
        strbuf_append(out, piece);
    }
    return NULL;
}

const char *marker_replace(const MarkupAttribute *marker, StrView language, StrBuf *out)
{
    char digits[NUMBER_TEXT_MAX];
    char case_digits[NUMBER_TEXT_MAX];
    const MarkupProperty *value = find(marker, SV("value"));
    const MarkupProperty *chosen;
    if (!value) {
        return "it needs a value";
    }
    StrView shown = property_text(value, digits);
    if (strview_equal(marker->name, SV("select"))) {
        chosen = find(marker, shown);
        if (!chosen || chosen == value) {
            return "it has no text for this value";
        }
    } else {
        if (value->value.type != YARN_TYPE_NUMBER) {
            return "its value is not a number";
        }
        chosen = find_case(marker, language, value->value.as.number);
        if (!chosen) {
            return "it has no text for this value's plural case";
        }
        if (chosen->value.type != YARN_TYPE_STRING) {
            return "the text of a plural case must stand in quotes";
        }
    }
    return append_with_value(out, property_text(chosen, case_digits), shown);
}
