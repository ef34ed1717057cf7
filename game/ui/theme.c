#include "sango/ui/theme.h"

#include "sango/json/json.h"

static const Theme day = {
#include "theme_day.inc" /* made from assets/themes/day.json by the build */
};

static const char *const color_names[] = {
#define X(name) #name,
    THEME_COLOR_LIST(X)
#undef X
    NULL
};

static const char *const size_names[] = {
#define X(name, least, most) #name,
    THEME_SIZE_LIST(X)
#undef X
    NULL
};

const Theme *theme_day(void)
{
    return &day;
}

Theme theme_on_screen(const Theme *theme)
{
    Theme screen = *theme;
    screen.white = screen.paper = screen.card = screen.field = theme->screen_paper;
    screen.ink = theme->screen_ink;
    screen.ink_soft = theme->screen_soft;
    screen.plum = theme->screen_bar;
    return screen;
}

const char *look_name(Look look)
{
    static const char *const names[LOOK_COUNT] = {
#define X(name, text) text,
        LOOK_LIST(X)
#undef X
    };
    return names[look];
}

static int hex_value(char digit)
{
    return digit >= '0' && digit <= '9'   ? digit - '0'
           : digit >= 'A' && digit <= 'F' ? digit - 'A' + 10
           : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10
                                          : -1;
}

/* "#RRGGBB" or "#RRGGBBAA". False for anything else. */
static bool read_hex(StrView text, Rgba *color)
{
    Rgba value = 0;
    if ((text.len != 7 && text.len != 9) || text.data[0] != '#') {
        return false;
    }
    for (size_t i = 1; i < text.len; i++) {
        int digit = hex_value(text.data[i]);
        if (digit < 0) {
            return false;
        }
        value = value << 4 | (Rgba)digit;
    }
    *color = text.len == 7 ? value << 8 | 0xFF : value;
    return true;
}

static Rgba read_color(JsonReader *reader, const JsonValue *colors, const char *key, Rgba otherwise)
{
    const JsonValue *value = json_member(colors, key);
    Rgba color = otherwise;
    if (value && !read_hex(json_text(value), &color)) {
        json_report(reader, DIAG_WARNING, value, "'%s' is a colour such as \"#2A2257\", or \"#2A2257F0\" with its opacity", key);
    }
    return color;
}

static void read_theme(JsonReader *reader, Theme *theme)
{
    static const char *const groups[] = { "colors", "sizes", NULL };
    const JsonValue *colors = json_member(reader->root, "colors");
    const JsonValue *sizes = json_member(reader->root, "sizes");
    json_check_keys(reader, reader->root, groups, DIAG_WARNING);
    json_check_keys(reader, colors, color_names, DIAG_WARNING);
    json_check_keys(reader, sizes, size_names, DIAG_WARNING);
#define X(name) theme->name = read_color(reader, colors, #name, day.name);
    THEME_COLOR_LIST(X)
#undef X
#define X(name, least, most) theme->name = (float)json_read_number(reader, sizes, #name, least, most, (unsigned)day.name);
    THEME_SIZE_LIST(X)
#undef X
}

Status theme_parse(const Allocator *alloc, StrView file, StrView text, DiagSink *diags, Theme *theme)
{
    Arena arena;
    arena_init(&arena, alloc, 4096);
    JsonReader reader = { .name = file, .text = text, .code = "theme", .diags = diags, .arena = &arena };
    *theme = day;
    Status status = json_reader_open(&reader, JSON_STRICT);
    if (status == STATUS_OK && !json_is(reader.root, JSON_OBJECT)) {
        json_report(&reader, DIAG_WARNING, reader.root, "a theme is an object with \"colors\" and \"sizes\"");
        status = STATUS_INVALID;
    }
    if (status == STATUS_OK) {
        read_theme(&reader, theme);
    }
    arena_release(&arena);
    return status == STATUS_LIMIT ? STATUS_INVALID : status;
}
