#include "promises_internal.h"

#include "sango/yarn/markup.h"

bool promises_keep(App *app, const LevelSession *session, StrView level_key)
{
    StrView ids[SESSION_PROMISES_MAX];
    size_t count = level_session_promises(session, ids, SESSION_PROMISES_MAX);
    StrBuf text;
    if (count == 0) {
        return false;
    }
    strbuf_init(&text, app->parts.alloc);
    strbuf_append(&text, level_key);
    for (size_t i = 0; i < count; i++) {
        strbuf_char(&text, ' ');
        strbuf_append(&text, ids[i]);
    }
    app_put(app, SV("promise"), strbuf_view(&text));
    strbuf_release(&text);
    return true;
}

/* The words of a line without its markup; empty when it cannot be read. */
static StrView promise_text(App *app, Arena *arena, const YarnLineInfo *line)
{
    const Catalogue *catalogue = app->parts.catalogue;
    MarkupText marked;
    DiagSink unheard = { 0 };
    StrView text = catalogue_get(catalogue, line->id, line->text);
    bool is_plain = line->value_count == 0; /* the linter asks for it: what {0} was is not kept */
    return is_plain && yarn_markup_parse(arena, text, catalogue->language, line->place, &unheard, &marked) == STATUS_OK ? marked.text : SV("");
}

static size_t read_lines(App *app, Arena *arena, const YarnProgram *program, StrView ids, StrView *texts)
{
    size_t count = 0;
    StrView id;
    while (count < SESSION_PROMISES_MAX && strview_take(&ids, ' ', &id)) {
        YarnLineInfo line;
        if (yarn_program_find_line(program, id, &line) && line.is_option) {
            texts[count] = arena_copy(arena, promise_text(app, arena, &line));
            count += texts[count].len > 0;
        }
    }
    return count;
}

size_t promises_read(App *app, Arena *arena, StrView texts[SESSION_PROMISES_MAX])
{
    StrView stored = app_get(app, arena, SV("promise"));
    StrView key;
    const LevelPack *pack = NULL;
    DiagSink unheard = { 0 };
    YarnProgram *program = NULL;
    size_t count = 0;
    if (!strview_take(&stored, ' ', &key)) {
        return 0;
    }
    const LevelEntry *level = app_find_level(app, key, &pack);
    if (level && level_open(app->parts.alloc, pack, level, &unheard, &program) == STATUS_OK) {
        count = read_lines(app, arena, program, stored, texts);
    }
    yarn_program_destroy(program);
    return count;
}
