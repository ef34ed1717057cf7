#include "sdl_internal.h"

#include "sango/base/file.h"
#include "sango/base/log.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INDEX_BYTES_MAX = 4 * 1024 * 1024 };

/* The next words of an index line as numbers; false when one is none, or out of all bounds. */
static bool take_numbers(StrView *line, float *numbers, size_t count)
{
    const float most = 32768;
    for (size_t i = 0; i < count; i++) {
        StrView word;
        if (!strview_take(line, ' ', &word) || !strview_to_float(word, &numbers[i]) || !(numbers[i] >= -most && numbers[i] <= most)) {
            return false;
        }
    }
    return true;
}

static size_t find_sheet(Art *art, StrView file)
{
    for (size_t i = 0; i < art->sheet_count; i++) {
        if (strview_equal(art->sheets[i].file, file)) {
            return i;
        }
    }
    if (art->sheet_count == SHEETS_MAX) {
        return SHEETS_MAX;
    }
    art->sheets[art->sheet_count].file = arena_copy(&art->arena, file);
    return art->sheet_count++;
}

/* "name file", its place in units, its source in pixels. False when the line is not so. */
static bool add_sprite(Art *art, StrView line)
{
    StrView name;
    StrView file;
    float place[4];
    float source[4];
    if (!strview_take(&line, ' ', &name) || !strview_take(&line, ' ', &file) || !take_numbers(&line, place, 4) ||
        !take_numbers(&line, source, 4) || place[2] <= 0 || place[3] <= 0 || source[0] < 0 || source[1] < 0 || source[2] < 1 || source[3] < 1 || art->sprite_count == SPRITES_MAX) {
        return false;
    }
    size_t sheet = find_sheet(art, file);
    if (sheet == SHEETS_MAX) {
        return false;
    }
    art->sprites[art->sprite_count++] = (Sprite){
        .name = arena_copy(&art->arena, name),
        .sheet = (uint16_t)sheet,
        .place = { place[0], place[1], place[2], place[3] },
        .source = { (int)source[0], (int)source[1], (int)source[2], (int)source[3] },
    };
    return true;
}

static bool add_nine(Art *art, StrView line)
{
    StrView name;
    float sizes[2];
    if (!strview_take(&line, ' ', &name) || !take_numbers(&line, sizes, 2) || art->nine_count == NINES_MAX) {
        return false;
    }
    art->nines[art->nine_count++] = (Nine){ .name = arena_copy(&art->arena, name), .corner = sizes[0], .pad = sizes[1] };
    return true;
}

/* Lines that describe no picture are left out; the first of them is told. */
static void read_index(Art *art, const char *file, bool (*add)(Art *art, StrView line))
{
    char path[600];
    (void)snprintf(path, sizeof path, "%s/%s", art->folder, file);
    StrView text;
    Status status = file_read(alloc_heap(), path, INDEX_BYTES_MAX, &text);
    if (status != STATUS_OK) {
        log_line(LOG_WARNING, "%s: %s; pictures are missing", path, status_text(status));
        art->is_partial = true;
        return;
    }
    StrView rest = text;
    StrView line;
    unsigned number = 0;
    bool is_whole = true;
    while (strview_take(&rest, '\n', &line)) {
        number++;
        bool is_added = line.len == 0 || add(art, line);
        if (!is_added && is_whole) {
            log_line(LOG_WARNING, "%s:%u: this line describes no picture; pictures are missing", path, number);
        }
        is_whole = is_whole && is_added;
    }
    art->is_partial = art->is_partial || !is_whole || text.len == 0;
    if (text.len == 0) {
        log_line(LOG_WARNING, "%s: the file is empty; pictures are missing", path);
    }
    file_free(alloc_heap(), &text);
}

static int by_name(const void *a, const void *b)
{
    return strview_compare(((const Sprite *)a)->name, ((const Sprite *)b)->name);
}

int art_choose_set(const char *folder, float height_px)
{
    static const int sets[] = { 720, 1080, 1440 };
    size_t at = 0;
    while (at < 2 && (float)sets[at] + 0.5f < height_px) {
        at++;
    }
    for (; at > 0; at--) {
        char path[600];
        (void)snprintf(path, sizeof path, "%s/%d/art.txt", folder, sets[at]);
        SDL_RWops *file = SDL_RWFromFile(path, "rb");
        if (file) {
            (void)SDL_RWclose(file);
            break;
        }
    }
    return sets[at];
}

void art_open(Art *art, const char *folder, int set)
{
    *art = (Art){ .set = set };
    arena_init(&art->arena, alloc_heap(), 64 * 1024);
    sheets_open(art);
    (void)snprintf(art->folder, sizeof art->folder, "%s/%d", folder, set);
    read_index(art, "art.txt", add_sprite);
    read_index(art, "ui.txt", add_nine);
    qsort(art->sprites, art->sprite_count, sizeof art->sprites[0], by_name);
}

void art_close(Art *art)
{
    sheets_close(art);
    arena_release(&art->arena);
    *art = (Art){ 0 };
}

static const Sprite *find_exactly(const Art *art, StrView name)
{
    Sprite key = { .name = name };
    return art->sprite_count ? bsearch(&key, art->sprites, art->sprite_count, sizeof key, by_name) : NULL;
}

const Sprite *art_find(const Art *art, StrView name)
{
    char own[128];
    const Sprite *sprite = NULL;
    if (art->look[0] && strview_starts_with(name, SV("ui/"))) {
        int len = snprintf(own, sizeof own, "look/%s/%.*s", art->look, SV_ARG(name));
        sprite = len > 0 && (size_t)len < sizeof own ? find_exactly(art, (StrView){ own, (size_t)len }) : NULL;
    }
    return sprite ? sprite : find_exactly(art, name);
}

const Nine *art_find_nine(const Art *art, StrView name)
{
    for (size_t i = 0; i < art->nine_count; i++) {
        if (strview_equal(art->nines[i].name, name)) {
            return &art->nines[i];
        }
    }
    return NULL;
}

/* True for the pictures that only the present look uses. */
static bool is_of_look(const Art *art, const Sprite *sprite)
{
    char prefix[LOOK_NAME_MAX + 8];
    (void)snprintf(prefix, sizeof prefix, "look/%s/", art->look);
    return art->look[0] && strview_starts_with(sprite->name, strview_from_cstr(prefix));
}

bool art_set_look(Art *art, StrView look)
{
    bool had_own = art->look[0];
    for (size_t i = 0; i < art->sprite_count; i++) {
        if (is_of_look(art, &art->sprites[i])) {
            sheet_let_go(art, &art->sheets[art->sprites[i].sheet]);
        }
    }
    (void)snprintf(art->look, sizeof art->look, "%.*s", SV_ARG(look));
    size_t at = 0;
    while (at < art->sprite_count && !is_of_look(art, &art->sprites[at])) {
        at++;
    }
    if (at == art->sprite_count) {
        art->look[0] = '\0'; /* it has none: nothing to look for */
    } else {
        art_read_ahead(art, (const StrView[]){ SV("ui/panel") }, 1);
    }
    return had_own || art->look[0];
}

static bool look_at_middle(SDL_Texture *texture, const Sprite *sprite, const Nine *nine)
{
    int corner = (int)(nine->corner * (float)sprite->source.w / sprite->place.w + 0.999f);
    SDL_Rect middle = { sprite->source.x + corner, sprite->source.y + corner, sprite->source.w - 2 * corner, sprite->source.h - 2 * corner };
    void *pixels;
    int pitch;
    if (middle.w < 1 || middle.h < 1 || SDL_LockTexture(texture, &middle, &pixels, &pitch) != 0) {
        return false;
    }
    bool is_opaque = true;
    for (int y = 0; y < middle.h; y++) {
        const void *line = (const char *)pixels + (ptrdiff_t)y * pitch;
        for (int x = 0; x < middle.w; x++) {
            is_opaque = is_opaque && ((const Uint32 *)line)[x] >> 24 == 255;
        }
    }
    SDL_UnlockTexture(texture);
    return is_opaque;
}

bool art_is_middle_opaque(Art *art, SDL_Renderer *renderer, StrView name)
{
    Nine *nine = NULL;
    for (size_t i = 0; i < art->nine_count && !nine; i++) {
        nine = strview_equal(art->nines[i].name, name) ? &art->nines[i] : NULL;
    }
    if (nine && !nine->is_known) {
        const Sprite *sprite = art_find(art, name);
        SDL_Texture *texture = sprite ? art_texture(art, renderer, sprite) : NULL;
        nine->is_known = true;
        nine->is_opaque = texture && look_at_middle(texture, sprite, nine);
    }
    return nine && nine->is_opaque;
}
