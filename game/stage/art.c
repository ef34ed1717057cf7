#include "stage_internal.h"

#include "sango/base/utf8.h"

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

/* Larger than any canvas: what is counted from it stays a number that pixels can have. */
static bool read_units(StrView text, float *number)
{
    const float most = 32768;
    float read;
    bool is_read = strview_to_float(text, &read) && read >= -most && read <= most;
    *number = is_read ? read : *number;
    return is_read;
}

static bool read_pair(StrView text, float *x, float *y)
{
    StrView first;
    return strview_take(&text, ',', &first) && read_units(first, x) && read_units(text, y);
}

/* A name that stage and picture names have room for. */
static bool is_name(StrView text)
{
    return text.len > 0 && text.len <= NAME_MAX_BYTES;
}

static bool are_names(StrView list)
{
    StrView one;
    while (strview_take(&list, ',', &one)) {
        if (!is_name(one)) {
            return false;
        }
    }
    return true;
}

static bool read_names(StrView value, StrView *names)
{
    *names = value;
    return are_names(value);
}

static bool read_layers(ArtActor *actor, StrView list)
{
    StrView layer;
    while (strview_take(&list, ',', &layer)) {
        if (actor->layer_count == LAYERS_MAX || !is_name(layer)) {
            return false;
        }
        actor->layers[actor->layer_count++] = layer;
    }
    return true;
}

/* "layer:x,y;layer:x,y"; with a '/' in each name for slides. */
static bool read_points(StrView value, bool has_expression, StrView *points)
{
    StrView rest = value;
    StrView one;
    StrView name;
    StrView expression;
    float x = 0;
    float y = 0;
    while (strview_take(&rest, ';', &one)) {
        if (!strview_take(&one, ':', &name) || (has_expression && (!strview_take(&name, '/', &expression) || !is_name(expression))) ||
            !is_name(name) || !read_pair(one, &x, &y)) {
            return false;
        }
    }
    *points = value;
    return true;
}

/* The one word that a key can have. */
static bool read_flag(StrView value, StrView word, bool *flag)
{
    *flag = strview_equal(value, word);
    return *flag;
}

/* One "key=value" of an actor's line; keys that are not known are for others. False
 * when the value cannot be used. */
static bool read_field(ArtActor *actor, StrView key, StrView value)
{
    if (strview_equal(key, SV("name"))) {
        actor->name = value;
        return is_name(value);
    } else if (strview_equal(key, SV("w"))) {
        return read_units(value, &actor->width);
    } else if (strview_equal(key, SV("h"))) {
        return read_units(value, &actor->height);
    } else if (strview_equal(key, SV("baseline"))) {
        return read_units(value, &actor->baseline);
    } else if (strview_equal(key, SV("hip"))) {
        return read_pair(value, &actor->hip_x, &actor->hip_y);
    } else if (strview_equal(key, SV("head"))) {
        return read_pair(value, &actor->head_x, &actor->head_y);
    } else if (strview_equal(key, SV("looks"))) {
        return read_flag(value, SV("eyes"), &actor->has_looks);
    } else if (strview_equal(key, SV("closed"))) {
        return read_flag(value, SV("mouth"), &actor->has_closed_mouth);
    } else if (strview_equal(key, SV("gait"))) {
        return read_flag(value, SV("wheels"), &actor->is_on_wheels);
    } else if (strview_equal(key, SV("holds"))) {
        actor->is_holding = value.len > 0;
    } else if (strview_equal(key, SV("pill"))) {
        return read_names(value, &actor->pill);
    } else if (strview_equal(key, SV("layers"))) {
        return read_layers(actor, value);
    } else if (strview_equal(key, SV("headlayers"))) {
        return read_names(value, &actor->head_layers);
    } else if (strview_equal(key, SV("expressions"))) {
        return read_names(value, &actor->expressions);
    } else if (strview_equal(key, SV("pivots"))) {
        return read_points(value, false, &actor->pivots);
    } else if (strview_equal(key, SV("slides"))) {
        return read_points(value, true, &actor->slides);
    } else if (strview_equal(key, SV("moments"))) {
        return read_flag(value, SV("own"), &actor->has_own_moments);
    }
    return true;
}

/* Long values are cut: a message is for people. */
static void say_value(DiagSink *diags, SourcePos pos, StrView key, StrView value)
{
    enum { SHOWN = 60 };
    size_t shown = value.len > SHOWN ? utf8_valid_prefix(strview_slice(value, 0, SHOWN)) : value.len;
    diag_report(diags, DIAG_WARNING, pos, (uint32_t)utf8_count(value), "art-actor", "'%.*s' cannot be '%.*s'%s", SV_ARG(key), (int)shown,
                value.data, shown < value.len ? " and so on" : "");
}

/* False after reporting why the line describes no actor. */
static bool read_actor(StrView line, uint32_t number, DiagSink *diags, ArtActor *actor)
{
    SourcePos pos = { SV("actors.txt"), number, 1 };
    const StrView whole = line;
    StrView word;
    StrView key;
    *actor = (ArtActor){ 0 };
    if (!strview_starts_with(line, SV("actor "))) {
        diag_report(diags, DIAG_WARNING, pos, 0, "art-actor", "this line describes no actor; it begins with 'actor '");
        return false;
    }
    while (strview_take(&line, ' ', &word)) {
        if (strview_take(&word, '=', &key) && !read_field(actor, key, word)) {
            pos.column = 1 + (uint32_t)utf8_count((StrView){ whole.data, (size_t)(word.data - whole.data) });
            say_value(diags, pos, key, word);
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
