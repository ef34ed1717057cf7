#include "../speaker_internal.h"
#include "author_internal.h"

#include <stdio.h>

/* How one speaker is called in the translation. */
typedef struct SpeakerName {
    StrView name;
    StrView id; /* of the text where it was found */
} SpeakerName;

typedef struct Checker {
    const Translation *translation;
    DiagSink *diags;
    TextCheck text;
    Arena arena; /* holds what follows */
    NameMap speakers;
    SpeakerName *names; /* one for each text, at most */
    size_t total, open_count, missing_count;
    YarnPlace first_open;       /* not translated */
    const StringsText *missing; /* the first one */
    bool nomem;
} Checker;

static void report(Checker *checker, DiagLevel level, YarnPlace place, const char *code, const char *text)
{
    checker->text.errors += level == DIAG_ERROR;
    diag_report(checker->diags, level, (SourcePos){ place.file, place.line, place.column }, 0, code, "%s",
                text);
}

/* What a translation that was just begun has hundreds of: one line, behind the rest. */
static void report_open(Checker *checker)
{
    SourcePos whole = { .file = checker->translation->name };
    SourcePos first = { checker->first_open.file, checker->first_open.line, checker->first_open.column };
    if (checker->missing_count) {
        const StringsText *text = checker->missing;
        char line[16] = ""; /* not known of a world's title */
        if (text->place.line) {
            (void)snprintf(line, sizeof line, ":%u", (unsigned)text->place.line);
        }
        diag_report(checker->diags, DIAG_ERROR, whole, 0, "strings-missing", "'%.*s' is missing (%.*s%s)",
                    SV_ARG(text->id), SV_ARG(text->place.file), line);
    }
    if (checker->missing_count > 1) {
        diag_report(checker->diags, DIAG_NOTE, whole, 0, "",
                    "so are %zu more of the %zu texts; an update puts them in", checker->missing_count - 1,
                    checker->total);
    }
    if (checker->open_count == 1) {
        diag_report(checker->diags, DIAG_ERROR, first, 0, "strings-untranslated", "this is not translated");
    } else if (checker->open_count) {
        diag_report(checker->diags, DIAG_ERROR, first, 0, "strings-untranslated",
                    "this is the first of %zu texts that are not translated", checker->open_count);
    }
    checker->text.errors += (checker->missing_count > 0 ? 1u : 0u) + (checker->open_count > 0 ? 1u : 0u);
}

/* The same child has one name. Names may be translated ("Grandma"), but not twice. */
static void check_name(Checker *checker, const StringsText *text, StrView name, YarnPlace place)
{
    uint32_t next = checker->speakers.count;
    uint32_t found = names_add(&checker->speakers, &checker->arena, text->speaker, next);
    if (found == NAME_NONE) {
        checker->nomem = true;
    } else if (found == next) {
        checker->names[next] = (SpeakerName){ name, text->id };
    } else if (!strview_equal(checker->names[found].name, name)) {
        diag_report(checker->diags, DIAG_WARNING, (SourcePos){ place.file, place.line, place.column }, 0,
                    "strings-speaker", "'%.*s' is called '%.*s' here, but '%.*s' in '%.*s'",
                    SV_ARG(text->speaker), SV_ARG(name), SV_ARG(checker->names[found].name),
                    SV_ARG(checker->names[found].id));
    }
}

static void check_speaker(Checker *checker, const StringsText *text, StrView translated, YarnPlace place)
{
    SourcePos pos = { place.file, place.line, place.column };
    StrView name = speaker_name(translated);
    if (text->speaker.len && name.len) {
        check_name(checker, text, name, place);
    } else if (text->speaker.len) {
        diag_report(checker->diags, DIAG_WARNING, pos, 0, "strings-speaker",
                    "'%.*s:' does not stand in front, so nobody says this", SV_ARG(text->speaker));
    } else if (name.len) {
        diag_report(checker->diags, DIAG_WARNING, pos, 0, "strings-speaker",
                    "the ':' makes '%.*s' a speaker; write \\: to show one", SV_ARG(name));
    }
}

static void check_entry(Checker *checker, const StringsText *text)
{
    TextMatch match = translation_match(checker->translation, text);
    const TranslationEntry *entry = match.entry;
    uint32_t live = names_find(&checker->translation->ids, text->id);
    if (live != NAME_NONE && checker->translation->entries[live].is_plural) {
        report(checker, DIAG_ERROR, checker->translation->entries[live].place, "strings-plural",
               "a text of a script has no msgid_plural; write [plural] in it");
        return;
    }
    if (live == NAME_NONE) {
        checker->missing = checker->missing_count++ ? checker->missing : text;
        return;
    }
    if (entry->is_broken || text->text.len == 0) {
        return; /* was reported; nothing to translate */
    }
    if (text_is_blank(match.text) && !text_is_blank(text->text)) {
        checker->first_open = checker->open_count++ ? checker->first_open : entry->place;
        return;
    }
    if (match.is_changed) {
        report(checker, DIAG_ERROR, entry->place, "strings-stale",
               "the text of the script has changed since this was translated");
    } else if (match.is_fuzzy) {
        report(checker, DIAG_ERROR, entry->place, "strings-fuzzy",
               checker->translation->form == STRINGS_PO
                   ? "this is marked fuzzy: it is not shown until somebody looks at it"
                   : "this is marked (NEEDS UPDATE)");
    }
    if (text->is_line) {
        text_check(&checker->text, text->text, match.text, entry->text_place);
        check_speaker(checker, text, match.text, entry->text_place);
    }
}

void translation_report_extra(const Translation *translation, const StringsTable *table, DiagSink *diags)
{
    for (size_t i = 0; i < translation->count; i++) {
        const TranslationEntry *entry = &translation->entries[i];
        if (entry->is_obsolete || entry->is_broken || !entry_is_extra(entry, table)) {
            continue;
        }
        SourcePos pos = { entry->place.file, entry->place.line, entry->place.column };
        if (entry->has_id) {
            diag_report(diags, DIAG_WARNING, pos, 0, "strings-extra", "no script has the text '%.*s'",
                        SV_ARG(entry->id));
        } else {
            diag_report(diags, DIAG_WARNING, pos, 0, "strings-extra",
                        "this has no msgctxt, so it belongs to no script");
        }
    }
}

Status translation_check(const Translation *translation, const StringsTable *table, StrView language,
                         DiagSink *diags)
{
    const Allocator *alloc = translation->arena.alloc;
    Checker checker = { .translation = translation, .diags = diags, .total = table->count };
    text_check_init(&checker.text, alloc, language, diags);
    arena_init(&checker.arena, alloc, 4096);
    checker.names = ARENA_ARRAY(&checker.arena, SpeakerName, table->count + 1);
    checker.nomem = !checker.names;
    for (size_t i = 0; i < table->count && !checker.nomem; i++) {
        check_entry(&checker, &table->items[i]);
        checker.nomem = checker.nomem || checker.text.nomem;
    }
    report_open(&checker);
    bool is_wrong = checker.text.errors > 0;
    if (!checker.nomem) {
        translation_report_extra(translation, table, diags);
    }
    text_check_release(&checker.text);
    arena_release(&checker.arena);
    return checker.nomem ? STATUS_NOMEM : is_wrong ? STATUS_INVALID : STATUS_OK;
}
