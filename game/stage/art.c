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

static bool read_pair(StrView text, float *x, float *y)
{
    StrView first;
    return strview_take(&text, ',', &first) && strview_to_float(first, x) && strview_to_float(text, y);
}

static bool read_layers(ArtActor *actor, StrView list)
{
    StrView layer;
    while (strview_take(&list, ',', &layer)) {
        if (actor->layer_count == LAYERS_MAX) {
            return false;
        }
        actor->layers[actor->layer_count++] = layer;
    }
    return true;
}

/* One "key=value" of an actor's line; keys that are not known are for others. False
 * when the value cannot be used. */
static bool read_field(ArtActor *actor, StrView key, StrView value)
{
    if (strview_equal(key, SV("name"))) {
        actor->name = value;
    } else if (strview_equal(key, SV("w"))) {
        return strview_to_float(value, &actor->width);
    } else if (strview_equal(key, SV("h"))) {
        return strview_to_float(value, &actor->height);
    } else if (strview_equal(key, SV("baseline"))) {
        return strview_to_float(value, &actor->baseline);
    } else if (strview_equal(key, SV("hip"))) {
        return read_pair(value, &actor->hip_x, &actor->hip_y);
    } else if (strview_equal(key, SV("head"))) {
        return read_pair(value, &actor->head_x, &actor->head_y);
    } else if (strview_equal(key, SV("looks"))) {
        actor->has_looks = list_has(value, SV("eyes"));
    } else if (strview_equal(key, SV("closed"))) {
        actor->has_closed_mouth = list_has(value, SV("mouth"));
    } else if (strview_equal(key, SV("gait"))) {
        actor->is_on_wheels = strview_equal(value, SV("wheels"));
    } else if (strview_equal(key, SV("holds"))) {
        actor->is_holding = value.len > 0;
    } else if (strview_equal(key, SV("pill"))) {
        actor->pill = value;
    } else if (strview_equal(key, SV("layers"))) {
        return read_layers(actor, value);
    } else if (strview_equal(key, SV("headlayers"))) {
        actor->head_layers = value;
    } else if (strview_equal(key, SV("expressions"))) {
        actor->expressions = value;
    } else if (strview_equal(key, SV("pivots"))) {
        actor->pivots = value;
    } else if (strview_equal(key, SV("slides"))) {
        actor->slides = value;
    } else if (strview_equal(key, SV("moments"))) {
        actor->has_own_moments = strview_equal(value, SV("own"));
    }
    return true;
}

/* False after reporting why the line describes no actor. */
static bool read_actor(StrView line, uint32_t number, DiagSink *diags, ArtActor *actor)
{
    SourcePos pos = { SV("actors.txt"), number, 1 };
    StrView word;
    StrView key;
    *actor = (ArtActor){ 0 };
    if (!strview_starts_with(line, SV("actor "))) {
        diag_report(diags, DIAG_WARNING, pos, 0, "art-actor", "this line describes no actor; it begins with 'actor '");
        return false;
    }
    while (strview_take(&line, ' ', &word)) {
        if (strview_take(&word, '=', &key) && !read_field(actor, key, word)) {
            diag_report(diags, DIAG_WARNING, pos, 0, "art-actor", "'%.*s' cannot be '%.*s'", SV_ARG(key), SV_ARG(word));
            return false;
        }
    }
    if (actor->name.len == 0 || actor->layer_count == 0 || actor->width <= 0 || actor->height <= 0) {
        diag_report(diags, DIAG_WARNING, pos, 0, "art-actor", "an actor needs a name, w and h over 0, and layers");
        return false;
    }
    return true;
}

/* "sun" becomes "ui/pill_sun": the hues are the art's affair. False when out of memory. */
static bool name_pill(Arena *arena, ArtActor *actor)
{
    static const char folder[] = "ui/pill_";
    size_t len = sizeof folder - 1;
    char *name = arena_take(arena, len + actor->pill.len + 1, 1);
    if (name && actor->pill.len) {
        memcpy(name, folder, len);
        memcpy(name + len, actor->pill.data, actor->pill.len);
        actor->pill = (StrView){ name, len + actor->pill.len };
    }
    return name != NULL;
}

static Status add_actor(StageArt *art, ArtActor actor)
{
    ArtActor *grown = alloc_grow(art->alloc, art->actors, &art->capacity, art->actor_count + 1, sizeof *grown);
    if (!grown) {
        return STATUS_NOMEM;
    }
    art->actors = grown;
    if (!name_pill(&art->arena, &actor)) {
        return STATUS_NOMEM;
    }
    art->actors[art->actor_count++] = actor;
    return STATUS_OK;
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
    if (actors_txt.len && !rest.data) {
        stage_art_destroy(made);
        *art = NULL;
        return STATUS_NOMEM;
    }
    for (uint32_t number = 1; strview_take(&rest, '\n', &line); number++) {
        ArtActor actor;
        if (line.len == 0) {
            continue;
        }
        if (!read_actor(line, number, diags, &actor)) {
            made->is_partial = true;
            continue;
        }
        if (add_actor(made, actor) != STATUS_OK) {
            stage_art_destroy(made);
            *art = NULL;
            return STATUS_NOMEM;
        }
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

bool art_pivot(const ArtActor *actor, StrView layer, float *x, float *y)
{
    StrView rest = actor->pivots;
    StrView pair;
    StrView name;
    while (strview_take(&rest, ';', &pair)) {
        if (strview_take(&pair, ':', &name) && strview_equal(name, layer)) {
            return read_pair(pair, x, y);
        }
    }
    return false;
}

bool art_slide(const ArtActor *actor, StrView expression, StrView layer, float *x, float *y)
{
    StrView rest = actor->slides;
    StrView pair;
    StrView name;
    StrView of;
    while (strview_take(&rest, ';', &pair)) {
        if (strview_take(&pair, ':', &name) && strview_take(&name, '/', &of) && strview_equal(of, expression) &&
            strview_equal(name, layer)) {
            return read_pair(pair, x, y);
        }
    }
    return false;
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

bool stage_art_has(const StageArt *art, StrView actor, StrView expression)
{
    const ArtActor *known = art_actor(art, actor);
    return art->is_partial || art->actor_count == 0 ||
           (known && (expression.len == 0 || list_has(known->expressions, expression)));
}

StrView stage_art_pill(const StageArt *art, StrView actor)
{
    const ArtActor *known = art_actor(art, actor);
    return known && known->pill.len ? known->pill : SV("ui/pill_plum");
}
