#ifndef SANGO_TESTS_SHEETS_H
#define SANGO_TESTS_SHEETS_H

/* Each writes its sheets into `out`, PNG. False after saying why not. */
bool sheets_of_art(const char *root, const char *out);
bool sheets_of_screens(const char *out, const char *name, char **files, int count);

#endif
