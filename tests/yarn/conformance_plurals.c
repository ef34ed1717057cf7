#include "conformance.h"
#include "yarn/plural_internal.h"

#include <stdio.h>

/* "-" stands where the file says nothing. */
static bool is_case(StrView text, PluralCase found)
{
    static const char *const names[] = { "Zero", "One", "Two", "Few", "Many", "Other" };
    return strview_equal(text, SV("-")) || strview_equal(text, strview_from_cstr(names[found]));
}

static void check_row(Tally *tally, const char *name, StrView row)
{
    StrView rest = row;
    StrView fields[4];
    float number;
    size_t count = 0;
    while (count < 4 && strview_take(&rest, '\t', &fields[count])) {
        count++;
    }
    if (count < 4 || !strview_to_float(fields[1], &number)) {
        conformance_fail(tally, name, "this row cannot be read: %.*s", SV_ARG(row));
        return;
    }
    PluralCase cardinal = plural_case(PLURAL_CARDINAL, PLURAL_AS_OFFICIAL, fields[0], number);
    PluralCase ordinal = plural_case(PLURAL_ORDINAL, PLURAL_AS_OFFICIAL, fields[0], number);
    if (is_case(fields[2], cardinal) && is_case(fields[3], ordinal)) {
        conformance_pass(tally);
    } else {
        conformance_fail(tally, name, "%.*s: got case %d and %d", SV_ARG(row), (int)cardinal, (int)ordinal);
    }
}

void conformance_plurals(Tally *tally, const char *path, const char *name)
{
    StrView text;
    StrView row;
    if (!conformance_read(tally, path, name, &text)) {
        return;
    }
    StrView rest = text;
    while (strview_take(&rest, '\n', &row)) {
        row = strview_trim(row);
        if (row.len > 0 && row.data[0] != '#') {
            check_row(tally, name, row);
        }
    }
    file_free(alloc_heap(), &text);
}
