#include "stage_internal.h"

#include <string.h>

Name name_of(StrView text)
{
    Name name = { .len = (uint8_t)(text.len < NAME_MAX_BYTES ? text.len : NAME_MAX_BYTES) };
    if (name.len) {
        memcpy(name.text, text.data, name.len);
    }
    return name;
}

bool list_has(StrView list, StrView word)
{
    StrView one;
    while (strview_take(&list, ',', &one)) {
        if (strview_equal(one, word)) {
            return true;
        }
    }
    return false;
}

static void read_pair(StrView text, float *x, float *y)
{
    StrView first;
    if (strview_take(&text, ',', &first)) {
        (void)strview_to_float(first, x);
        (void)strview_to_float(text, y);
    }
}

static void read_layers(ArtActor *actor, StrView list)
{
    StrView layer;
    while (actor->layer_count < LAYERS_MAX && strview_take(&list, ',', &layer)) {
        actor->layers[actor->layer_count++] = layer;
    }
}

/* One "key=value" of an actor's line; keys that are not known are for others. */
static void read_field(ArtActor *actor, StrView key, StrView value)
{
    if (strview_equal(key, SV("name"))) {
        actor->name = value;
    } else if (strview_equal(key, SV("w"))) {
        (void)strview_to_float(value, &actor->width);
    } else if (strview_equal(key, SV("h"))) {
        (void)strview_to_float(value, &actor->height);
    } else if (strview_equal(key, SV("baseline"))) {
        (void)strview_to_float(value, &actor->baseline);
    } else if (strview_equal(key, SV("hip"))) {
        read_pair(value, &actor->hip_x, &actor->hip_y);
    } else if (strview_equal(key, SV("pill"))) {
        actor->pill = value;
    } else if (strview_equal(key, SV("layers"))) {
        read_layers(actor, value);
    } else if (strview_equal(key, SV("headlayers"))) {
        actor->head_layers = value;
    } else if (strview_equal(key, SV("expressions"))) {
        actor->expressions = value;
    }
}

static bool read_actor(StrView line, ArtActor *actor)
{
    StrView word;
    StrView key;
    *actor = (ArtActor){ 0 };
    while (strview_take(&line, ' ', &word)) {
        if (strview_take(&word, '=', &key)) {
            read_field(actor, key, word);
        }
    }
    return actor->name.len && actor->layer_count && actor->width > 0 && actor->height > 0;
}

Status stage_art_parse(const Allocator *alloc, StrView actors_txt, DiagSink *diags, StageArt **art)
{
    *art = alloc_take(alloc, 1, sizeof **art);
    if (!*art) {
        return STATUS_NOMEM;
    }
    StageArt *made = *art;
    made->alloc = alloc;
    arena_init(&made->arena, alloc, 8192);
    StrView rest = arena_copy(&made->arena, actors_txt);
    StrView line;
    for (uint32_t number = 1; strview_take(&rest, '\n', &line); number++) {
        ArtActor actor;
        if (line.len == 0) {
            continue;
        }
        if (!strview_starts_with(line, SV("actor ")) || !read_actor(line, &actor)) {
            diag_report(diags, DIAG_WARNING, (SourcePos){ SV("actors.txt"), number, 1 }, 0, "art-actor", "this line describes no actor");
            continue;
        }
        ArtActor *grown = alloc_grow(alloc, made->actors, &made->capacity, made->actor_count + 1, sizeof *grown);
        if (!grown) {
            stage_art_destroy(made);
            *art = NULL;
            return STATUS_NOMEM;
        }
        made->actors = grown;
        made->actors[made->actor_count++] = actor;
    }
    return STATUS_OK;
}

void stage_art_destroy(StageArt *art)
{
    if (art) {
        arena_release(&art->arena);
        alloc_free(art->alloc, art->actors, art->capacity * sizeof *art->actors);
        alloc_free(art->alloc, art, sizeof *art);
    }
}

const ArtActor *art_actor(const StageArt *art, StrView name)
{
    for (size_t i = 0; i < art->actor_count; i++) {
        if (strview_equal(art->actors[i].name, name)) {
            return &art->actors[i];
        }
    }
    return NULL;
}

StrView stage_art_pill(const StageArt *art, StrView actor)
{
    static const struct {
        const char *hue;
        const char *sprite;
    } pills[] = {
        { "coral", "ui/pill_coral" }, { "sun", "ui/pill_sun" },   { "teal", "ui/pill_teal" }, { "leaf", "ui/pill_leaf" },
        { "pink", "ui/pill_pink" },   { "sky", "ui/pill_sky" },   { "steel", "ui/pill_steel" }, { "mint", "ui/pill_mint" },
        { "berry", "ui/pill_berry" },
    };
    const ArtActor *known = art_actor(art, actor);
    for (size_t i = 0; known && i < sizeof pills / sizeof pills[0]; i++) {
        if (strview_equal(known->pill, strview_from_cstr(pills[i].hue))) {
            return strview_from_cstr(pills[i].sprite);
        }
    }
    return SV("ui/pill_plum");
}
