#include "asset_names.h"

#include "sango/base/file.h"
#include "sango/base/strbuf.h"

#include <dirent.h>
#include <string.h>

enum { INDEX_BYTES_MAX = 4 * 1024 * 1024, NAMES_MAX = 4096 };

typedef struct NameList {
    StrView *items;
    size_t count;
} NameList;

static bool add_name(Arena *arena, NameList *list, StrView name)
{
    for (size_t i = 0; i < list->count; i++) {
        if (strview_equal(list->items[i], name)) {
            return true;
        }
    }
    if (!list->items) {
        list->items = ARENA_ARRAY(arena, StrView, NAMES_MAX);
    }
    if (!list->items || list->count == NAMES_MAX) {
        return list->items != NULL;
    }
    list->items[list->count] = arena_copy(arena, name);
    return list->items[list->count++].data != NULL;
}

/* The value of "key=value" among blank-separated words. */
static StrView word_value(StrView line, StrView key)
{
    StrView word;
    while (strview_take(&line, ' ', &word)) {
        if (strview_starts_with(word, key)) {
            return strview_slice(word, key.len, word.len);
        }
    }
    return SV("");
}

static bool read_actor(Arena *arena, StrView line, NameList *actors, NameList *faces)
{
    StrView name = word_value(line, SV("name=")), all = word_value(line, SV("expressions=")), face;
    bool is_done = name.len == 0 || add_name(arena, actors, name);
    while (is_done && name.len && strview_take(&all, ',', &face)) {
        StrBuf pair;
        strbuf_init(&pair, arena->alloc);
        strbuf_printf(&pair, "%.*s/%.*s", SV_ARG(name), SV_ARG(face));
        is_done = !pair.failed && add_name(arena, faces, strbuf_view(&pair));
        strbuf_release(&pair);
    }
    return is_done;
}

/* "place/bedroom/evening/0back …", "icon/house …" and "phone/picture/cake …". */
static bool read_picture(Arena *arena, StrView line, NameList *places, NameList *icons, NameList *pictures)
{
    StrView sprite, kind, first, second;
    (void)strview_take(&line, ' ', &sprite);
    StrView rest = sprite;
    if (!strview_take(&rest, '/', &kind)) {
        return true;
    }
    if (strview_equal(kind, SV("icon"))) {
        return add_name(arena, icons, rest);
    }
    if (strview_starts_with(sprite, SV("phone/picture/")) && !strview_equal(sprite, SV("phone/picture/somewhat"))) { /* that is for missing ones */
        return add_name(arena, pictures, strview_slice(sprite, strlen("phone/picture/"), sprite.len));
    }
    if (!strview_equal(kind, SV("place"))) {
        return true;
    }
    StrView pair = rest;
    if (!strview_take(&rest, '/', &first) || !strview_take(&rest, '/', &second)) {
        return true;
    }
    return add_name(arena, places, strview_slice(pair, 0, first.len + 1 + second.len));
}

static bool read_index(Arena *arena, const char *folder, const char *scale, const char *file, StrView *text)
{
    StrBuf path;
    strbuf_init(&path, arena->alloc);
    strbuf_printf(&path, "%s/%s/%s", folder, scale, file);
    Status status = path.failed ? STATUS_NOMEM : file_read(arena->alloc, path.data, INDEX_BYTES_MAX, text);
    strbuf_release(&path);
    return status == STATUS_OK;
}

static bool read_art(AssetNames *assets, const char *folder, const char *scale)
{
    NameList actors = { 0 }, faces = { 0 }, places = { 0 }, icons = { 0 }, pictures = { 0 };
    StrView art = { NULL, 0 }, cast = { NULL, 0 }, line;
    Arena *arena = &assets->arena;
    bool is_done = true;
    if (read_index(arena, folder, scale, "art.txt", &art) &&
        read_index(arena, folder, scale, "actors.txt", &cast)) {
        StrView rest = art;
        while (is_done && strview_take(&rest, '\n', &line)) {
            is_done = read_picture(arena, line, &places, &icons, &pictures);
        }
        rest = cast;
        while (is_done && strview_take(&rest, '\n', &line)) {
            is_done = read_actor(arena, line, &actors, &faces);
        }
        assets->has_art = is_done;
    }
    file_free(arena->alloc, &art);
    file_free(arena->alloc, &cast);
    LintNames *names = &assets->names;
    names->actors = actors.items;
    names->actor_count = actors.count;
    names->expressions = faces.items;
    names->expression_count = faces.count;
    names->places = places.items;
    names->place_count = places.count;
    names->icons = icons.items;
    names->icon_count = icons.count;
    names->pictures = pictures.items;
    names->picture_count = pictures.count;
    return is_done;
}

static bool read_sounds(AssetNames *assets, const char *folder)
{
    NameList sounds = { 0 };
    bool is_done = true;
    DIR *directory = opendir(folder);
    if (!directory) {
        return true;
    }
    for (struct dirent *entry = readdir(directory); is_done && entry; entry = readdir(directory)) {
        StrView name = strview_from_cstr(entry->d_name);
        if (name.len > 4 && strview_equal(strview_slice(name, name.len - 4, 4), SV(".ogg"))) {
            is_done = add_name(&assets->arena, &sounds, strview_slice(name, 0, name.len - 4));
        }
    }
    (void)closedir(directory);
    assets->has_sound = sounds.count > 0;
    assets->names.sounds = assets->names.music = sounds.items; /* both live in one folder */
    assets->names.sound_count = assets->names.music_count = sounds.count;
    return is_done;
}

bool asset_names_load(AssetNames *assets, const char *art_folder, const char *sound_folder)
{
    static const char *const scales[] = { "720", "1080", "1440" };
    bool is_done = true;
    *assets = (AssetNames){ 0 };
    arena_init(&assets->arena, alloc_heap(), 64 * 1024);
    for (size_t i = 0; is_done && !assets->has_art && i < sizeof scales / sizeof scales[0]; i++) {
        is_done = read_art(assets, art_folder, scales[i]);
    }
    return is_done && read_sounds(assets, sound_folder);
}

void asset_names_release(AssetNames *assets)
{
    arena_release(&assets->arena);
}
