#include "sango/level/pack.h"

#include "level_internal.h"
#include "manifest.h"
#include "sango/base/file.h"

enum { FORMAT_NEWEST = 1, TOPIC_MAX = 24, MINUTES_MAX = 90, MINUTES_USUAL = 10, PATH_BYTES_MAX = 200, NODE_BYTES_MAX = 100 };

static Power read_power(ManifestReader *reader, const JsonValue *item)
{
    static const char *const words[] = {
#define X(name, text) text,
        POWER_LIST(X)
#undef X
        NULL
    };
    Power power = POWER_RIGHTS;
    StrView name = manifest_string_of(reader, item, "power", FORM_ID, PACK_ID_BYTES_MAX);
    if (name.len && !level_find_power(name, &power)) {
        const char *nearest = strview_nearest(name, words);
        json_report(&reader->json, DIAG_ERROR, item, "there is no power '%.60s'%s%s%s", name.data,
                        nearest ? "; did you mean '" : "", nearest ? nearest : "", nearest ? "'?" : "");
    }
    return power;
}

static void read_worlds(ManifestReader *reader, LevelPack *pack)
{
    static const char *const keys[] = { "id", "title", "power", "open", NULL };
    const JsonValue *list = json_read_list(&reader->json, reader->json.root, "worlds", PACK_WORLDS_MAX, true);
    LevelWorld *worlds = list ? ARENA_ARRAY(&pack->arena, LevelWorld, list->count) : NULL;
    reader->is_out_of_memory |= list && !worlds;
    if (!worlds) {
        return;
    }
    pack->worlds = worlds;
    for (const JsonValue *item = list->first; item; item = item->next) {
        if (!json_is(item, JSON_OBJECT)) {
            json_report(&reader->json, DIAG_ERROR, item, "a world is an object in {braces}");
            continue;
        }
        json_check_keys(&reader->json, item, keys, DIAG_WARNING);
        LevelWorld *world = &worlds[pack->world_count];
        world->id = manifest_string(reader, item, "id", FORM_ID, PACK_ID_BYTES_MAX, true);
        world->title = manifest_string(reader, item, "title", FORM_TEXT, PACK_TITLE_BYTES_MAX, true);
        const JsonValue *power = json_member(item, "power");
        if (power) {
            world->power = read_power(reader, power);
        } else {
            json_report(&reader->json, DIAG_ERROR, item, "'power' is missing");
        }
        world->is_open = json_read_bool(&reader->json, item, "open", true);
        for (size_t i = 0; i < pack->world_count; i++) {
            if (world->id.len && strview_equal(worlds[i].id, world->id)) {
                json_report(&reader->json, DIAG_ERROR, item, "two worlds have the id '%s'", world->id.data);
            }
        }
        pack->world_count++;
    }
}

static unsigned read_bands(ManifestReader *reader, const JsonValue *object)
{
    const JsonValue *list = json_read_list(&reader->json, object, "band", 2, true);
    unsigned bands = 0;
    for (const JsonValue *item = list ? list->first : NULL; item; item = item->next) {
        StrView name = manifest_string_of(reader, item, "band", FORM_TEXT, PACK_ID_BYTES_MAX);
        if (strview_equal(name, SV("7-9"))) {
            bands |= BAND_YOUNGER;
        } else if (strview_equal(name, SV("10-13"))) {
            bands |= BAND_OLDER;
        } else if (name.len) {
            json_report(&reader->json, DIAG_ERROR, item, "the bands are \"7-9\" and \"10-13\"");
        }
    }
    return bands;
}

static void read_files(ManifestReader *reader, const JsonValue *object, LevelEntry *level)
{
    const JsonValue *list = json_read_list(&reader->json, object, "files", PACK_LEVEL_FILES_MAX, true);
    StrView *files = list ? ARENA_ARRAY(reader->arena, StrView, list->count) : NULL;
    reader->is_out_of_memory |= list && !files;
    if (!files) {
        return;
    }
    for (const JsonValue *item = list->first; item; item = item->next) {
        files[level->file_count++] = manifest_string_of(reader, item, "files", FORM_PATH, PATH_BYTES_MAX);
    }
    level->files = files;
}

static void read_subjects(ManifestReader *reader, const JsonValue *object, LevelEntry *level)
{
    const JsonValue *powers = json_read_list(&reader->json, object, "powers", POWER_COUNT, false);
    for (const JsonValue *item = powers ? powers->first : NULL; item; item = item->next) {
        level->powers |= 1u << read_power(reader, item);
    }
    const JsonValue *topics = json_read_list(&reader->json, object, "topics", TOPIC_MAX, false);
    for (const JsonValue *item = topics ? topics->first : NULL; item; item = item->next) {
        double topic = item->number;
        if (!json_is(item, JSON_NUMBER) || !(topic >= 1 && topic <= TOPIC_MAX) || topic != (double)(unsigned)topic) {
            json_report(&reader->json, DIAG_ERROR, item, "a topic is a whole number from 1 to %d", TOPIC_MAX);
        } else {
            level->topics |= UINT32_C(1) << (unsigned)topic;
        }
    }
}

static void check_level(ManifestReader *reader, const JsonValue *item, const LevelPack *pack, const LevelEntry *level)
{
    bool has_world = level->world.len == 0 || strview_equal(level->world, SV("home"));
    for (size_t i = 0; i < pack->world_count; i++) {
        has_world |= strview_equal(pack->worlds[i].id, level->world);
    }
    if (!has_world) {
        const JsonValue *world = json_member(item, "world");
        json_report(&reader->json, DIAG_ERROR, world, "there is no world '%s', and it is not \"home\"", level->world.data);
    }
    for (size_t i = 0; i < pack->level_count; i++) {
        if (level->id.len && strview_equal(pack->levels[i].id, level->id)) {
            json_report(&reader->json, DIAG_ERROR, item, "two levels have the id '%s'", level->id.data);
        }
    }
}

/* See LevelEntry.key. */
static StrView make_key(ManifestReader *reader, StrView pack_id, StrView id)
{
    if (strview_equal(pack_id, SV("sango"))) {
        return id;
    }
    StrBuf key;
    strbuf_init(&key, reader->arena->alloc);
    strbuf_printf(&key, "%.*s/%.*s", SV_ARG(pack_id), SV_ARG(id));
    StrView kept = key.failed ? (StrView){ NULL, 0 } : arena_copy(reader->arena, strbuf_view(&key));
    reader->is_out_of_memory |= !kept.data;
    strbuf_release(&key);
    return kept;
}

static void read_level(ManifestReader *reader, const JsonValue *item, const LevelPack *pack, LevelEntry *level)
{
    static const char *const keys[] = { "id",     "files",  "start",   "world",   "band",  "title", "summary",
                                        "powers", "topics", "minutes", "debrief", "notes", "face", "place", "show", "restricted", NULL };
    json_check_keys(&reader->json, item, keys, DIAG_WARNING);
    level->line = json_pos(&reader->json, item).line;
    level->id = manifest_string(reader, item, "id", FORM_ID, PACK_ID_BYTES_MAX, true);
    level->key = make_key(reader, pack->id, level->id);
    level->title = manifest_string(reader, item, "title", FORM_TEXT, PACK_TITLE_BYTES_MAX, true);
    level->summary = manifest_string(reader, item, "summary", FORM_TEXT, PACK_SUMMARY_BYTES_MAX, false);
    level->world = manifest_string(reader, item, "world", FORM_ID, PACK_ID_BYTES_MAX, true);
    read_files(reader, item, level);
    level->start = manifest_string(reader, item, "start", FORM_NODE, NODE_BYTES_MAX, true);
    level->debrief = manifest_string(reader, item, "debrief", FORM_NODE, NODE_BYTES_MAX, false);
    level->notes = manifest_string(reader, item, "notes", FORM_NODE, NODE_BYTES_MAX, false);
    level->face = manifest_string(reader, item, "face", FORM_ID, PACK_ID_BYTES_MAX, false);
    level->place = manifest_string(reader, item, "place", FORM_ID, PACK_ID_BYTES_MAX, false);
    level->show = manifest_string(reader, item, "show", FORM_TEXT, PACK_TITLE_BYTES_MAX, false);
    level->bands = read_bands(reader, item);
    level->is_restricted = json_read_bool(&reader->json, item, "restricted", false);
    level->minutes = json_read_number(&reader->json, item, "minutes", 1, MINUTES_MAX, MINUTES_USUAL);
    read_subjects(reader, item, level);
    check_level(reader, item, pack, level);
}

static void read_levels(ManifestReader *reader, LevelPack *pack)
{
    const JsonValue *list = json_read_list(&reader->json, reader->json.root, "levels", PACK_LEVELS_MAX, true);
    LevelEntry *levels = list ? ARENA_ARRAY(&pack->arena, LevelEntry, list->count) : NULL;
    reader->is_out_of_memory |= list && !levels;
    if (!levels) {
        return;
    }
    pack->levels = levels;
    for (const JsonValue *item = list->first; item; item = item->next) {
        if (json_is(item, JSON_OBJECT)) {
            read_level(reader, item, pack, &levels[pack->level_count]);
            pack->level_count++;
        } else {
            json_report(&reader->json, DIAG_ERROR, item, "a level is an object in {braces}");
        }
    }
}

static void read_covers(ManifestReader *reader, LevelPack *pack)
{
    const JsonValue *item = json_member(reader->json.root, "covers");
    StrView covers = item ? manifest_string_of(reader, item, "covers", FORM_ID, PACK_ID_BYTES_MAX) : SV("");
    pack->covers_all = strview_equal(covers, SV("all"));
    pack->covers_levels = pack->covers_all || strview_equal(covers, SV("levels"));
    pack->covers_line = item ? json_pos(&reader->json, item).line : 0;
    if (covers.len && !pack->covers_levels) {
        json_report(&reader->json, DIAG_ERROR, item, "a pack covers whole \"levels\", or \"all\" of the curriculum, or says nothing about it");
    }
}

/* The items of the before/after measure, for each band. */
static void read_measures(ManifestReader *reader, LevelPack *pack)
{
    enum { MEASURES_MAX = 2 };
    static const char *const keys[] = { "band", "files", "start", NULL };
    const JsonValue *list = json_read_list(&reader->json, reader->json.root, "measures", MEASURES_MAX, false);
    LevelEntry *measures = list ? ARENA_ARRAY(&pack->arena, LevelEntry, list->count) : NULL;
    reader->is_out_of_memory |= list && !measures;
    if (!measures) {
        return;
    }
    pack->measures = measures;
    for (const JsonValue *item = list->first; item; item = item->next) {
        if (!json_is(item, JSON_OBJECT)) {
            json_report(&reader->json, DIAG_ERROR, item, "a measure is an object in {braces}");
            continue;
        }
        LevelEntry *measure = &measures[pack->measure_count++];
        json_check_keys(&reader->json, item, keys, DIAG_WARNING);
        measure->line = json_pos(&reader->json, item).line;
        measure->id = measure->title = SV("measure");
        measure->key = make_key(reader, pack->id, measure->id);
        measure->world = SV("home");
        read_files(reader, item, measure);
        measure->start = manifest_string(reader, item, "start", FORM_NODE, NODE_BYTES_MAX, true);
        measure->bands = read_bands(reader, item);
    }
}

static void read_pack(ManifestReader *reader, LevelPack *pack)
{
    static const char *const keys[] = { "format", "id", "version", "licence", "language", "title", "covers", "pictures", "worlds", "levels", "measures", NULL };
    if (!json_is(reader->json.root, JSON_OBJECT)) {
        json_report(&reader->json, DIAG_ERROR, NULL, "a pack is an object in {braces}");
        return;
    }
    json_check_keys(&reader->json, reader->json.root, keys, DIAG_WARNING);
    if (!json_member(reader->json.root, "format")) {
        json_report(&reader->json, DIAG_ERROR, reader->json.root, "'format' is missing");
    }
    (void)json_read_number(&reader->json, reader->json.root, "format", FORMAT_NEWEST, FORMAT_NEWEST, FORMAT_NEWEST);
    pack->id = manifest_string(reader, reader->json.root, "id", FORM_ID, PACK_ID_BYTES_MAX, true);
    pack->title = manifest_string(reader, reader->json.root, "title", FORM_TEXT, PACK_TITLE_BYTES_MAX, true);
    pack->version = manifest_string(reader, reader->json.root, "version", FORM_TEXT, PACK_ID_BYTES_MAX, true);
    (void)manifest_string(reader, reader->json.root, "licence", FORM_TEXT, PACK_TITLE_BYTES_MAX, true);
    (void)manifest_string(reader, reader->json.root, "language", FORM_TEXT, PACK_ID_BYTES_MAX, true);
    pack->has_pictures = json_read_bool(&reader->json, reader->json.root, "pictures", false);
    read_covers(reader, pack);
    read_worlds(reader, pack);
    read_levels(reader, pack);
    read_measures(reader, pack);
}

/* The folder or zip, and the text of its pack.json. `path` is that file's name for messages. */
static Status load_text(const Allocator *alloc, LevelPack *pack, StrView path, DiagSink *diags, StrView *text)
{
    uint32_t errors_before = diags->errors;
    Status status = file_tree_open(alloc, pack->folder.data, diags, &pack->files);
    if (status == STATUS_OK) {
        status = file_tree_read(pack->files, alloc, SV("pack.json"), PACK_FILE_BYTES_MAX, text);
    }
    if (status != STATUS_OK && status != STATUS_NOMEM && diags->errors == errors_before) {
        diag_report(diags, DIAG_ERROR, (SourcePos){ .file = path }, 0, "pack-file", "%s",
                    status == STATUS_LIMIT ? "the file is larger than 1 MiB" : status_text(status));
    }
    return status;
}

static Status read_manifest(const Allocator *alloc, LevelPack *pack, StrView path, StrView text, DiagSink *diags)
{
    uint32_t errors_before = diags->errors;
    Arena scratch;
    arena_init(&scratch, alloc, 16 * 1024);
    ManifestReader reader = { .arena = &pack->arena };
    reader.json = (JsonReader){ .name = path, .text = text, .code = "pack-manifest", .diags = diags, .arena = &scratch };
    Status status = json_reader_open(&reader.json, JSON_STRICT);
    if (status == STATUS_OK) {
        read_pack(&reader, pack);
    }
    if (status != STATUS_NOMEM) {
        status = reader.is_out_of_memory ? STATUS_NOMEM : diags->errors > errors_before ? STATUS_INVALID : STATUS_OK;
    }
    arena_release(&scratch);
    return status;
}

Status level_pack_load(const Allocator *alloc, const char *folder, DiagSink *diags, LevelPack *pack)
{
    DiagSink counting = { 0 };
    DiagSink *sink = diags ? diags : &counting;
    StrView text = { NULL, 0 };
    StrBuf path;
    strbuf_init(&path, alloc);
    *pack = (LevelPack){ 0 };
    arena_init(&pack->arena, alloc, 8 * 1024);
    pack->folder = arena_copy(&pack->arena, strview_from_cstr(folder));
    strbuf_printf(&path, "%s/pack.json", folder);
    Status status = pack->folder.data && !path.failed ? load_text(alloc, pack, strbuf_view(&path), sink, &text) : STATUS_NOMEM;
    if (status == STATUS_OK) {
        status = read_manifest(alloc, pack, strbuf_view(&path), text, sink);
    }
    file_free(alloc, &text);
    strbuf_release(&path);
    if (status != STATUS_OK) {
        level_pack_release(pack);
    }
    return status;
}

void level_pack_release(LevelPack *pack)
{
    file_tree_close(pack->files);
    arena_release(&pack->arena);
    *pack = (LevelPack){ 0 };
}

const LevelEntry *level_pack_find(const LevelPack *pack, StrView id)
{
    for (size_t i = 0; i < pack->level_count; i++) {
        if (strview_equal(pack->levels[i].id, id)) {
            return &pack->levels[i];
        }
    }
    return NULL;
}

const LevelEntry *level_pack_measure(const LevelPack *pack, unsigned band)
{
    for (size_t i = 0; i < pack->measure_count; i++) {
        if (pack->measures[i].bands & band) {
            return &pack->measures[i];
        }
    }
    return NULL;
}
