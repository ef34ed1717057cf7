#include "kit_internal.h"

#include "sango/level/words.h"

static const char *const tags[KIT_NOTE_COUNT] = { "aim", "crc", "before", "during", "askclass", "disclosure", "home" };

const char *level_kit_tag(KitNote note)
{
    return tags[note];
}

bool kit_copy(LevelKit *kit, StrView *copy, StrView text)
{
    *copy = arena_copy(&kit->arena, text);
    return copy->data != NULL;
}

bool kit_add(LevelKit *kit, KitTexts *texts, StrView text)
{
    StrView *items = arena_grow(&kit->arena, (void *)(uintptr_t)texts->items, texts->count, sizeof *items);
    if (!items || !kit_copy(kit, &items[texts->count], text)) {
        return false;
    }
    texts->items = items;
    texts->count++;
    return true;
}

/* A line that stands outside of the story, as it is read: translated, without markup and speaker. */
static bool translate(LevelKit *kit, const Catalogue *catalogue, const YarnLineInfo *info, StrView *text)
{
    StrView words = catalogue ? catalogue_get(catalogue, info->id, info->text) : info->text;
    MarkupText marked;
    DiagSink unheard = { 0 }; /* the linter has said it */
    if (yarn_markup_parse(&kit->arena, words, kit->language, info->place, &unheard, &marked) == STATUS_NOMEM) {
        return false;
    }
    *text = info->speaker.len ? markup_without_speaker(&marked) : marked.text;
    return true;
}

/* The lines of a page that have a tag, whatever conditions stand around them. */
static bool read_tagged(LevelKit *kit, const Catalogue *catalogue, const YarnProgram *program, StrView node, const char *tag, KitTexts *texts)
{
    for (size_t i = 0; i < yarn_program_line_count(program); i++) {
        YarnLineInfo info = yarn_program_line(program, i);
        StrView text;
        if (!strview_equal(info.node, node) || !yarn_line_has_tag(&info, strview_from_cstr(tag))) {
            continue;
        }
        if (!translate(kit, catalogue, &info, &text) || !kit_add(kit, texts, text)) {
            return false;
        }
    }
    return true;
}

static Status read_notes(LevelKit *kit, const Catalogue *catalogue, const YarnProgram *program, const LevelEntry *level)
{
    bool is_read = true;
    for (size_t i = 0; i < KIT_NOTE_COUNT; i++) {
        is_read = is_read && read_tagged(kit, catalogue, program, level->notes, tags[i], &kit->notes[i]);
    }
    is_read = is_read && read_tagged(kit, catalogue, program, level->debrief, "ask", &kit->asks);
    is_read = is_read && read_tagged(kit, catalogue, program, level->debrief, "words", &kit->words);
    return is_read ? STATUS_OK : STATUS_NOMEM;
}

static Status read_entry(LevelKit *kit, const Catalogue *catalogue, const LevelEntry *level)
{
    kit->bands = level->bands;
    kit->minutes = level->minutes;
    kit->powers = level->powers;
    kit->topics = level->topics;
    kit->is_restricted = level->is_restricted;
    kit->is_rtl = catalogue && catalogue->rtl;
    bool is_read = kit_copy(kit, &kit->language, catalogue ? catalogue->language : SV("en")) && kit_copy(kit, &kit->key, level->key) &&
                   kit_copy(kit, &kit->face, level->face) &&
                   kit_copy(kit, &kit->title, catalogue ? level_entry_title(catalogue, level) : level->title) &&
                   kit_copy(kit, &kit->summary, catalogue ? level_entry_summary(catalogue, level) : level->summary);
    return is_read ? STATUS_OK : STATUS_NOMEM;
}

/* What pack.json does not say the decisions do. */
static void add_topics(LevelKit *kit)
{
    bool has_powers = kit->powers != 0;
    bool has_topics = kit->topics != 0;
    for (size_t i = 0; i < kit->decision_count; i++) {
        kit->powers |= has_powers ? 0 : 1u << kit->decisions[i].power;
        kit->topics |= has_topics ? 0 : 1u << kit->decisions[i].topic;
    }
}

Status level_kit_read_program(const Allocator *alloc, const YarnProgram *program, const LevelEntry *level, const Catalogue *catalogue, LevelKit *kit)
{
    *kit = (LevelKit){ 0 };
    arena_init(&kit->arena, alloc, 16 * 1024);
    Status status = read_entry(kit, catalogue, level);
    status = status == STATUS_OK ? read_notes(kit, catalogue, program, level) : status;
    status = status == STATUS_OK ? kit_walk(alloc, program, level, catalogue, kit) : status;
    if (status != STATUS_OK) {
        level_kit_release(kit);
        return status;
    }
    add_topics(kit);
    return STATUS_OK;
}

Status level_kit_read(const Allocator *alloc, const LevelPack *pack, const LevelEntry *level, const Catalogue *catalogue, LevelKit *kit)
{
    DiagSink unheard = { 0 };
    YarnProgram *program = NULL;
    *kit = (LevelKit){ 0 };
    Status status = level_open(alloc, pack, level, &unheard, &program);
    if (status == STATUS_OK) {
        status = level_kit_read_program(alloc, program, level, catalogue, kit);
        yarn_program_destroy(program);
    }
    return status;
}

void level_kit_release(LevelKit *kit)
{
    arena_release(&kit->arena);
    *kit = (LevelKit){ 0 };
}
