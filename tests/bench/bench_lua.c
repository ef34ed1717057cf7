/* The measure of bench_yarn: the same story as a program of raw Lua coroutines, driven from C
 * as an embedded Lua is. story_make.py says what it yields.
 *
 *     bench_lua speed FILE TIMES | memory FILE */
#include "story_host.h"
#include "times.h"

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { YIELD_LINE = 1, YIELD_COMMAND = 2, YIELD_OPTIONS = 3 };

/* Loads the file into `lua` and leaves the story's function on its stack. */
static bool load_story(lua_State *lua, const char *text, size_t len)
{
    return luaL_loadbuffer(lua, text, len, "story") == LUA_OK && lua_pcall(lua, 0, 1, 0) == LUA_OK;
}

static const char *text_at(lua_State *lua, int index, size_t *len)
{
    const char *text = lua_tolstring(lua, index, len);
    return text ? text : "";
}

/* Of "text, enabled, text, enabled, ..." from `base` on: the number taken, from 1. */
static lua_Integer choose(lua_State *thread, int base, int count, Counts *counts)
{
    uint32_t enabled = 0;
    size_t len;
    for (int i = 0; i < count; i += 2) {
        if (lua_toboolean(thread, base + i + 1)) {
            const char *text = text_at(thread, base + i, &len);
            enabled++;
            counts_text(counts, COUNTS_OPTION, text, len);
        }
    }
    uint32_t pick = counts_pick(counts, enabled);
    for (int i = 0; i < count; i += 2) {
        if (lua_toboolean(thread, base + i + 1) && pick-- == 0) {
            return i / 2 + 1;
        }
    }
    return 0;
}

/* Takes the function from the stack of `lua` and runs it to its end. */
static bool play(lua_State *lua, Counts *counts)
{
    lua_State *thread = lua_newthread(lua);
    lua_insert(lua, -2);
    lua_xmove(lua, thread, 1);
    int args = 0;
    int count = 0;
    int status;
    while ((status = lua_resume(thread, lua, args, &count)) == LUA_YIELD) {
        int base = lua_gettop(thread) - count + 1;
        lua_Integer kind = lua_tointeger(thread, base);
        lua_Integer chosen = 0;
        size_t len;
        if (kind == YIELD_OPTIONS) {
            chosen = choose(thread, base + 1, count - 1, counts);
        } else {
            const char *text = text_at(thread, base + 1, &len);
            counts_text(counts, kind == YIELD_LINE ? COUNTS_LINE : COUNTS_COMMAND, text, len);
        }
        lua_pop(thread, count);
        args = chosen != 0;
        if (args) {
            lua_pushinteger(thread, chosen);
        }
    }
    if (status != LUA_OK) {
        fprintf(stderr, "bench_lua: %s\n", lua_tostring(thread, -1));
    }
    lua_pop(lua, 1);
    return status == LUA_OK;
}

/* Loads and plays once in a state of its own. */
static bool run_once(Meter *meter, const char *text, size_t len, Counts *counts, double *load_ms,
                     double *play_ms)
{
    lua_State *lua = lua_newstate(meter_resize, meter);
    if (!lua) {
        return false;
    }
    luaL_openlibs(lua);
    double start = times_now_ms();
    bool loaded = load_story(lua, text, len);
    *load_ms = times_now_ms() - start;
    if (!loaded) {
        fprintf(stderr, "bench_lua: %s\n", lua_tostring(lua, -1));
    }
    start = times_now_ms();
    bool ended = loaded && play(lua, counts);
    *play_ms = times_now_ms() - start;
    lua_close(lua);
    return ended;
}

static int measure_speed(const char *text, size_t len, long times)
{
    static Times loads, plays;
    Counts counts;
    Meter meter = { 0 };
    double load_ms, play_ms;
    counts_init(&counts, true);
    bool ended = run_once(&meter, text, len, &counts, &load_ms, &play_ms);
    counts_print(&counts);
    for (long i = 0; i < times && ended; i++) {
        counts_init(&counts, false);
        ended = run_once(&meter, text, len, &counts, &load_ms, &play_ms);
        times_add(&loads, load_ms);
        times_add(&plays, play_ms);
    }
    printf("compile_ms %.3f\nplay_rate %.0f\n", times_at(&loads, 0),
           (double)counts.lines / times_at(&plays, 0) * 1e3);
    return ended ? 0 : 1;
}

static int measure_memory(const char *text, size_t len)
{
    Counts counts;
    Meter meter = { 0 };
    double load_ms, play_ms;
    counts_init(&counts, false);
    size_t before = host_resident();
    bool ended = run_once(&meter, text, len, &counts, &load_ms, &play_ms);
    printf("peak %zu\nresident_more %zu\n", meter.peak, host_resident_peak() - before);
    return ended ? 0 : 1;
}

static char *read_all(const char *path, size_t *len)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    if (file && fseek(file, 0, SEEK_END) == 0) {
        long size = ftell(file);
        rewind(file);
        text = size > 0 ? malloc((size_t)size) : NULL;
        *len = text ? fread(text, 1, (size_t)size, file) : 0;
    }
    if (file) {
        (void)fclose(file);
    }
    return text;
}

int main(int argc, char **argv)
{
    size_t len = 0;
    char *text = argc > 2 ? read_all(argv[2], &len) : NULL;
    int failed = 2;
    if (text && argc == 4 && strcmp(argv[1], "speed") == 0) {
        failed = measure_speed(text, len, strtol(argv[3], NULL, 10));
    } else if (text && strcmp(argv[1], "memory") == 0) {
        failed = measure_memory(text, len);
    } else {
        fprintf(stderr, "usage: bench_lua speed FILE TIMES | memory FILE\n");
    }
    free(text);
    return failed;
}
