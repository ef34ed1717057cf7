#include "../markup_internal.h"
#include "../plural_internal.h"
#include "author_internal.h"
#include "sango/base/utf8.h"

#include <stdio.h>
#include <string.h>

enum { VALUES_MAX = 64, WHOLE_NUMBERS = 1000 };

static const char *const case_names[PLURAL_CASE_COUNT] = { "zero", "one", "two", "few", "many", "other" };

void text_check_init(TextCheck *check, const Allocator *alloc, StrView language, DiagSink *diags)
{
    *check = (TextCheck){ .language = language, .diags = diags };
    arena_init(&check->arena, alloc, 16 * 1024);
}

/* At the first plural: most files have none. */
static void find_cases(TextCheck *check)
{
    check->cardinal = check->ordinal = 1u << PLURAL_OTHER;
    for (unsigned n = 0; n <= WHOLE_NUMBERS; n++) {
        check->cardinal |= 1u << plural_case(PLURAL_CARDINAL, PLURAL_AS_CLDR, check->language, (float)n);
        check->ordinal |= 1u << plural_case(PLURAL_ORDINAL, PLURAL_AS_CLDR, check->language, (float)n);
    }
}

void text_check_release(TextCheck *check)
{
    arena_release(&check->arena);
}

static void complain(TextCheck *check, YarnPlace place, const char *code, const char *fmt, ...)
    SANGO_PRINTF(4, 5);

static void complain(TextCheck *check, YarnPlace place, const char *code, const char *fmt, ...)
{
    char message[512]; /* as diag_report() cuts it */
    va_list args;
    va_start(args, fmt);
    (void)vsnprintf(message, sizeof message, fmt, args);
    va_end(args);
    message[utf8_valid_prefix((StrView){ message, strlen(message) })] = '\0';
    check->errors++;
    diag_report(check->diags, DIAG_ERROR, (SourcePos){ place.file, place.line, place.column }, 0, code, "%s",
                message);
}

/* Bit n for "{n}"; *other is the first part that begins with '{' and is none of these. */
static uint64_t find_values(StrView text, StrView *other)
{
    uint64_t values = 0;
    *other = SV("");
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '\\') {
            i++;
            continue;
        }
        if (text.data[i] != '{') {
            continue;
        }
        size_t end = i + 1;
        unsigned number = 0;
        while (end < text.len && end < i + 6 && text.data[end] >= '0' && text.data[end] <= '9') {
            number = number * 10 + (unsigned)(text.data[end++] - '0');
        }
        bool is_value = end > i + 1 && end < text.len && text.data[end] == '}';
        if (is_value && number < VALUES_MAX) {
            values |= UINT64_C(1) << number;
        } else if (other->len == 0) {
            *other = strview_slice(text, i, end - i + is_value);
        }
    }
    return values;
}

static void check_values(TextCheck *check, StrView source, StrView translated, YarnPlace place)
{
    StrView other, ignored;
    uint64_t wanted = find_values(source, &ignored);
    uint64_t found = find_values(translated, &other);
    for (unsigned n = 0; n < VALUES_MAX; n++) {
        uint64_t bit = UINT64_C(1) << n;
        if (wanted & ~found & bit) {
            complain(check, place, "strings-value", "the value {%u} of the source is missing", n);
        } else if (found & ~wanted & bit) {
            complain(check, place, "strings-value", "the source has no value {%u}", n);
        }
    }
    if (other.len) {
        complain(check, place, "strings-value", "'%.*s' is no value of the source; write \\{ to show a brace",
                 SV_ARG(other));
    }
}

/* --- markup --------------------------------------------------------------------- */

typedef struct FoundMarker {
    StrView name;
    StrView form; /* "name" and its properties by name, for comparing */
    MarkerKind kind;
    bool is_open, is_paired;
} FoundMarker;

typedef struct MarkerList {
    FoundMarker *items;
    size_t count;
    const char *wrong; /* NULL, or what is wrong with the marker `wrong_name` */
    StrView wrong_name;
} MarkerList;

/* "select 1 2 value": the name, then the properties in order of their names. */
static StrView marker_form(Arena *arena, Marker *marker)
{
    for (uint32_t i = 1; i < marker->property_count; i++) {
        MarkupProperty moved = marker->properties[i];
        uint32_t at = i;
        while (at > 0 && strview_compare(moved.name, marker->properties[at - 1].name) < 0) {
            marker->properties[at] = marker->properties[at - 1];
            at--;
        }
        marker->properties[at] = moved;
    }
    StrBuf form;
    strbuf_init(&form, arena->alloc);
    strbuf_printf(&form, "%.*s", SV_ARG(marker->name));
    for (uint32_t i = 0; i < marker->property_count; i++) {
        strbuf_printf(&form, " %.*s", SV_ARG(marker->properties[i].name));
    }
    StrView kept = form.failed ? (StrView){ NULL, 0 } : arena_copy(arena, strbuf_view(&form));
    strbuf_release(&form);
    return kept;
}

static unsigned case_bit(StrView name)
{
    for (unsigned i = 0; i < PLURAL_CASE_COUNT; i++) {
        if (strview_equal(name, strview_from_cstr(case_names[i]))) {
            return 1u << i;
        }
    }
    return 0;
}

/* [plural] and [ordinal]: the cases that the language needs, and no words that are none. */
static void check_cases(TextCheck *check, const Marker *marker, YarnPlace place)
{
    if (!check->cardinal) {
        find_cases(check);
    }
    bool is_plural = strview_equal(marker->name, SV("plural"));
    unsigned missing = is_plural ? check->cardinal : check->ordinal;
    bool has_value = false;
    for (uint32_t i = 0; i < marker->property_count; i++) {
        StrView name = marker->properties[i].name;
        unsigned bit = case_bit(name);
        has_value = has_value || strview_equal(name, SV("value"));
        missing &= ~bit;
        if (!bit && !strview_equal(name, SV("value"))) {
            complain(check, place, "strings-plural",
                     "'%.*s' is no case; there are zero one two few many other", SV_ARG(name));
        }
    }
    if (!has_value) {
        complain(check, place, "strings-plural", "[%.*s] has no value=", SV_ARG(marker->name));
    }
    for (unsigned i = 0; i < PLURAL_CASE_COUNT; i++) {
        if (missing & 1u << i) {
            complain(check, place, "strings-plural", "[%.*s] needs the case '%s' in this language",
                     SV_ARG(marker->name), case_names[i]);
        }
    }
}

static void close_marker(MarkerList *list, const Marker *marker)
{
    for (size_t i = list->count; i-- > 0;) {
        FoundMarker *open = &list->items[i];
        bool is_it = marker->kind == MARKER_CLOSE_ALL || strview_equal(open->name, marker->name);
        if (open->is_open && is_it) {
            open->is_open = false;
            if (marker->kind == MARKER_CLOSE) {
                return;
            }
        }
    }
    if (marker->kind == MARKER_CLOSE) {
        list->wrong = "it is closed but not open";
        list->wrong_name = marker->name;
    }
}

/* Behind "[nomarkup]" everything up to its end is text. */
static size_t skip_verbatim(StrView text, size_t at)
{
    StrView end = SV("[/nomarkup]");
    while (at < text.len && !strview_starts_with(strview_slice(text, at, end.len), end)) {
        at++;
    }
    return at;
}

/* The marker at *at. Plurals are checked here where `place` is given, and not compared:
 * languages differ in where they need one. */
static void take_marker(TextCheck *check, StrView text, size_t *at, const YarnPlace *place, MarkerList *list)
{
    Marker marker;
    MarkerError error;
    if (!marker_read(&check->arena, text, at, &marker, &error)) {
        check->nomem = check->nomem || !error.what;
        list->wrong = error.what;
        list->wrong_name = marker.name;
        return;
    }
    if (marker.kind == MARKER_CLOSE || marker.kind == MARKER_CLOSE_ALL) {
        close_marker(list, &marker);
        return;
    }
    if (marker.kind == MARKER_SINGLE && marker_is_replaced(marker.name) &&
        !strview_equal(marker.name, SV("select"))) {
        if (place) {
            check_cases(check, &marker, *place);
        }
        return;
    }
    if (list->count == MARKUP_ATTRIBUTES_MAX) {
        list->wrong = "the line has too many markers";
        return;
    }
    FoundMarker *found = &list->items[list->count++];
    *found = (FoundMarker){ marker.name, marker_form(&check->arena, &marker), marker.kind,
                            marker.kind == MARKER_OPEN, false };
    check->nomem = check->nomem || !found->form.data;
    if (found->is_open && strview_equal(marker.name, SV("nomarkup"))) {
        *at = skip_verbatim(text, *at);
    }
}

static void find_markers(TextCheck *check, StrView text, const YarnPlace *place, MarkerList *list)
{
    *list = (MarkerList){ .items = ARENA_ARRAY(&check->arena, FoundMarker, MARKUP_ATTRIBUTES_MAX) };
    check->nomem = check->nomem || !list->items;
    for (size_t i = 0; i < text.len && !list->wrong && !check->nomem;) {
        if (text.data[i] == '\\') {
            i += 2;
        } else if (text.data[i] == '[') {
            take_marker(check, text, &i, place, list);
        } else {
            i++;
        }
    }
    for (size_t i = 0; i < list->count && !list->wrong; i++) {
        if (list->items[i].is_open) {
            list->wrong = "it is not closed";
            list->wrong_name = list->items[i].name;
        }
    }
}

/* Markers may change places, but each has its like. */
static void pair_markers(MarkerList *source, MarkerList *translated)
{
    for (size_t i = 0; i < source->count; i++) {
        FoundMarker *marker = &source->items[i];
        for (size_t k = 0; k < translated->count && !marker->is_paired; k++) {
            FoundMarker *other = &translated->items[k];
            if (!other->is_paired && other->kind == marker->kind &&
                strview_equal(other->form, marker->form)) {
                other->is_paired = marker->is_paired = true;
            }
        }
    }
}

static void check_markup(TextCheck *check, StrView source, StrView translated, YarnPlace place)
{
    MarkerList wanted, found;
    find_markers(check, source, NULL, &wanted);
    find_markers(check, translated, &place, &found);
    if (check->nomem || wanted.wrong) {
        return; /* the source's own mistake is for its author */
    }
    if (found.wrong) {
        complain(check, place, "strings-markup", "the marker [%.*s] is not right: %s",
                 SV_ARG(found.wrong_name), found.wrong);
        return;
    }
    pair_markers(&wanted, &found);
    for (size_t i = 0; i < wanted.count; i++) {
        if (!wanted.items[i].is_paired) {
            complain(check, place, "strings-markup", "the marker [%.*s%s] of the source is missing",
                     SV_ARG(wanted.items[i].form), wanted.items[i].kind == MARKER_SINGLE ? "/" : "");
        }
    }
    for (size_t i = 0; i < found.count; i++) {
        if (!found.items[i].is_paired) {
            complain(check, place, "strings-markup", "the source has no marker [%.*s%s]",
                     SV_ARG(found.items[i].form), found.items[i].kind == MARKER_SINGLE ? "/" : "");
        }
    }
}

void text_check(TextCheck *check, StrView source, StrView translated, YarnPlace place)
{
    arena_reset(&check->arena);
    check_values(check, source, translated, place);
    check_markup(check, source, translated, place);
}
