#include "sango/level/command.h"
#include "verbs.h"

#include <stdio.h>

int lint_ysls(int count, char **words)
{
    if (count > 0) {
        return verb_refuse(words[0]);
    }
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    command_write_ysls(&text);
    bool is_written = !text.failed && fwrite(text.data, 1, text.len, stdout) == text.len;
    strbuf_release(&text);
    return is_written ? EXIT_CLEAN : EXIT_MISTAKES;
}
