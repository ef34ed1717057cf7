#ifndef SANGO_I18N_PLURAL_INTERNAL_H
#define SANGO_I18N_PLURAL_INTERNAL_H

#include "sango/base/strview.h"

/* "nplurals=N; plural=EXPRESSION;" (gettext manual, "Plural forms"). The expression is
 * checked here, so that evaluating it cannot fail. False: damaged or too long. */
bool plural_header_read(StrView text, uint32_t *count, char *rule, size_t rule_size);

/* The form for n; 0 or 1 as in English when the rule is empty. */
uint32_t plural_rule_evaluate(const char *rule, uint32_t n);

#endif
