#include "tools_internal.h"

static bool has_word(StrView words, StrView wanted)
{
    StrView word;
    while (strview_take(&words, ' ', &word)) {
        if (strview_equal(word, wanted)) {
            return true;
        }
    }
    return false;
}

static StrView key_of(StrBuf *key, const char *prefix, StrView tool)
{
    strbuf_clear(key);
    strbuf_append(key, strview_from_cstr(prefix));
    strbuf_append(key, tool);
    return strbuf_view(key);
}

void tools_meet(App *app, StrView tool, StrView level_key)
{
    Arena arena;
    StrBuf more, key;
    arena_init(&arena, app->parts.alloc, 512);
    strbuf_init(&more, app->parts.alloc);
    strbuf_init(&key, app->parts.alloc);
    StrView tools = app_get(app, &arena, SV("tools"));
    if (!has_word(tools, tool)) {
        strbuf_append(&more, tools);
        strbuf_append(&more, tools.len ? SV(" ") : SV(""));
        strbuf_append(&more, tool);
        app_put(app, SV("tools"), strbuf_view(&more));
        app_put(app, key_of(&key, "tool.", tool), level_key);
    }
    strbuf_release(&more);
    strbuf_release(&key);
    arena_release(&arena);
}

static unsigned read_chosen(App *app, Arena *arena, StrBuf *key, StrView tool)
{
    int32_t count = 0;
    StrView stored = app_get(app, arena, key_of(key, "chosen.", tool));
    return strview_to_int(stored, &count) && count > 0 ? (unsigned)count : 0; /* a damaged one begins anew */
}

void tools_choose(App *app, StrView icon)
{
    static const struct {
        const char *icon, *tool;
    } meant[] = { { "eye_cover", "headband" }, { "headband", "headband" }, { "timer", "timer" },        { "nickname", "nickname" },
                  { "alert", "alert" },        { "standby", "standby" },   { "shield_block", "block" }, { "block", "block" },
                  { "hug", "callgrownup" },    { "callgrownup", "callgrownup" } };
    for (size_t i = 0; i < sizeof meant / sizeof meant[0]; i++) {
        if (!strview_equal(icon, strview_from_cstr(meant[i].icon))) {
            continue;
        }
        StrView tool = strview_from_cstr(meant[i].tool);
        Arena arena;
        StrBuf key, count;
        arena_init(&arena, app->parts.alloc, 256);
        strbuf_init(&key, app->parts.alloc);
        strbuf_init(&count, app->parts.alloc);
        strbuf_printf(&count, "%u", read_chosen(app, &arena, &key, tool) % 1000000 + 1);
        app_put(app, key_of(&key, "chosen.", tool), strbuf_view(&count));
        strbuf_release(&key);
        strbuf_release(&count);
        arena_release(&arena);
    }
}

void tools_read(App *app, Arena *arena, ToolRecord records[TOOL_COUNT])
{
    StrBuf key;
    StrView met = app_get(app, arena, SV("tools"));
    strbuf_init(&key, app->parts.alloc);
    for (size_t i = 0; i < TOOL_COUNT; i++) {
        StrView id = tool_id(i);
        records[i] = (ToolRecord){ .id = id, .is_met = has_word(met, id) };
        records[i].level = records[i].is_met ? app_get(app, arena, key_of(&key, "tool.", id)) : SV("");
        records[i].chosen = read_chosen(app, arena, &key, id);
    }
    strbuf_release(&key);
}
