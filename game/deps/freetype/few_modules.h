/* Read before each file of FreeType: the modules that it starts with are ours. */
#define FT_CONFIG_MODULES_H <few_modules_list.h>
