/* Read before each file of FreeType: the modules that it starts with, and its options, are ours. */
#define FT_CONFIG_MODULES_H <few_modules_list.h>
#define FT_CONFIG_OPTIONS_H <few_options.h>
