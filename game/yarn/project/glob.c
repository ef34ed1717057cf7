#include "project_internal.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static size_t step(StrView text, size_t at)
{
    for (at++; at < text.len && ((unsigned char)text.data[at] & 0xC0) == 0x80; at++) {
        /* the rest of a code point */
    }
    return at;
}

/* One name. Only the last '*' is ever tried again, so the time is at most the product of both lengths. */
static bool matches_name(StrView pattern, StrView name)
{
    size_t p = 0, n = 0, star = SIZE_MAX, star_name = 0;
    while (n < name.len) {
        if (p < pattern.len && pattern.data[p] == '*') {
            star = p++;
            star_name = n;
        } else if (p < pattern.len && pattern.data[p] == '?') {
            p++;
            n = step(name, n);
        } else if (p < pattern.len && lower(pattern.data[p]) == lower(name.data[n])) {
            p++;
            n++;
        } else if (star != SIZE_MAX) {
            p = star + 1;
            n = star_name = step(name, star_name);
        } else {
            return false;
        }
    }
    while (p < pattern.len && pattern.data[p] == '*') {
        p++;
    }
    return p == pattern.len;
}

/* The same over whole names: "**" is to folders what '*' is to letters. */
bool yarn_glob_matches(StrView pattern, StrView path)
{
    StrView rest = pattern, names = path, head, name;
    StrView star = { NULL, 0 }, star_names = { NULL, 0 };
    bool has_star = false;
    while (names.len) {
        StrView next = rest, next_names = names;
        bool has_head = strview_take(&next, '/', &head);
        if (has_head && strview_equal(head, SV("**"))) {
            has_star = true;
            star = rest = next;
            star_names = names;
            if (next.len == 0) {
                return true; /* everything below, as with "folder/" */
            }
            continue;
        }
        if (has_head && strview_equal(head, SV("."))) {
            rest = next;
            continue;
        }
        (void)strview_take(&next_names, '/', &name);
        if (has_head && matches_name(head, name)) {
            bool is_folder = pattern.len && pattern.data[pattern.len - 1] == '/' && next.len == 0;
            rest = next;
            names = next_names;
            if (is_folder && names.len) {
                return true;
            }
        } else if (has_star) {
            (void)strview_take(&star_names, '/', &name);
            rest = star;
            names = star_names;
        } else {
            return false;
        }
    }
    return rest.len == 0 && pattern.len && pattern.data[pattern.len - 1] != '/';
}

bool glob_is_plain(StrView pattern)
{
    for (size_t i = 0; i < pattern.len; i++) {
        if (pattern.data[i] == '*' || pattern.data[i] == '?') {
            return false;
        }
    }
    return pattern.len && pattern.data[pattern.len - 1] != '/';
}
