/* Contact sheets: sango_sheets art ROOT OUT, or sango_sheets screens OUT NAME FILE... */
#include "sango/base/strview.h"

#include <stdbool.h>
#include <stdio.h>

#include "sheets.h"

int main(int argc, char **argv)
{
    StrView verb = strview_from_cstr(argc > 1 ? argv[1] : "");
    if (argc == 4 && strview_equal(verb, SV("art"))) {
        return sheets_of_art(argv[2], argv[3]) ? 0 : 1;
    }
    if (argc > 4 && strview_equal(verb, SV("screens"))) {
        return sheets_of_screens(argv[2], argv[3], argv + 4, argc - 4) ? 0 : 1;
    }
    (void)fprintf(stderr, "sango_sheets art ROOT OUT\nsango_sheets screens OUT NAME FILE...\n");
    return 2;
}
