#ifndef SANGO_YARN_STRINGS_H
#define SANGO_YARN_STRINGS_H

#include "sango/base/strbuf.h"
#include "sango/yarn/program.h"

/* Texts of scripts for translators, as GNU gettext's PO (gettext manual, "The Format of
 * PO Files") or as the CSV that Yarn tools exchange (RFC 4180; columns language, id,
 * text, file, node, lineNumber, lock, comment). A text is known by its id: the line id,
 * which is msgctxt in a PO.
 *
 *     StringsTable *table = NULL;
 *     Translation *french = NULL;
 *     strings_table_create(alloc, &table);
 *     strings_table_add_program(table, program, &sink);
 *     translation_parse(&(TranslationInput){ ... .form = STRINGS_PO, .bytes = old }, &french);
 *     strings_write_po(table, french, &options, &out);     // the old one brought up to date
 *     translation_check(french, table, SV("fr"), &sink);   // what is wrong with it
 *
 * A table and a translation may be read from many threads. */
typedef struct StringsTable StringsTable;
typedef struct Translation Translation;

enum {
    STRINGS_FILE_MAX = 8 * 1024 * 1024, /* bytes of a PO or CSV */
    STRINGS_TEXT_MAX = 64 * 1024,       /* bytes of one text in it */
    STRINGS_ENTRIES_MAX = 64 * 1024,    /* entries or rows */
    STRINGS_ERRORS_MAX = 100            /* then reading stops */
};

/* --- what there is to translate ---------------------------------------------- */

typedef struct StringsText {
    StrView id;      /* "sp136", "level.prologue.title" */
    StrView text;    /* as YarnLineInfo has it */
    StrView node;    /* title; empty when it is not a line */
    StrView speaker; /* empty when none */
    StrView before;  /* the line before it in its node, with its speaker; empty when none */
    YarnPlace place; /* line 0: not known */
    bool is_line;    /* of a script: with values and markup */
    bool is_option;
} StringsText;

Status strings_table_create(const Allocator *alloc, StringsTable **table);
void strings_table_destroy(StringsTable *table); /* NULL is allowed */

/* Puts a copy at the end. An id that is there already is reported and left out. */
Status strings_table_add(StringsTable *table, const StringsText *text, DiagSink *diags);

/* All lines and options of a program in script order. A line without an id is reported
 * as a warning and left out; shadow lines take the text of the line that they name.
 * STATUS_NOMEM. */
Status strings_table_add_program(StringsTable *table, const YarnProgram *program, DiagSink *diags);

size_t strings_table_count(const StringsTable *table);
StringsText strings_table_get(const StringsTable *table, size_t index); /* views live as the table */

/* --- a file of translations --------------------------------------------------- */

typedef enum StringsForm { STRINGS_PO, STRINGS_CSV } StringsForm;

typedef struct TranslationInput {
    const Allocator *alloc; /* borrowed, outlives the translation */
    StringsForm form;
    StrView name;     /* as diagnostics print it */
    StrView bytes;    /* borrowed during the call */
    StrView language; /* BCP 47; of a CSV see RowLanguage. Empty: every row counts as WANTED */
    DiagSink *diags;
    StrView
        source_language; /* of the scripts, such as "en": what untranslated rows of a CSV say; may be empty */
} TranslationInput;

/* "fr", "pt-BR", "pt_BR": two or three letters, then parts of up to eight letters and digits. */
bool strings_language_is_valid(StrView language);

/* What the language of a CSV's row is to the wanted one. Of several rows with one id the
 * highest that has a text counts. */
typedef enum RowLanguage {
    ROW_OTHER,   /* its text is not taken */
    ROW_SOURCE,  /* that of the scripts: taken when somebody wrote another text into it */
    ROW_UNSAID,  /* none: the same */
    ROW_RELATED, /* "fr-FR" for "fr": the same */
    ROW_WANTED
} RowLanguage;

typedef struct TranslationEntry {
    StrView id;           /* msgctxt, or the id column without "line:"; see has_id */
    StrView source;       /* msgid; of a CSV empty */
    StrView text;         /* the translation; empty: none */
    StrView previous;     /* the msgid that a fuzzy entry was made for; see has_previous */
    StrView lock;         /* of a CSV: strings_lock() of the text that was translated, may be empty */
    StrView notes;        /* the translator's comments, whole lines */
    StrView flags;        /* without "fuzzy", commas between */
    StrView raw;          /* PO: the lines as they stand in the file */
    StrView language;     /* of a CSV, as the row says it; may be empty */
    RowLanguage row;      /* of a CSV */
    YarnPlace place;      /* of its first keyword, or its row */
    YarnPlace text_place; /* of its msgstr */
    bool has_id, has_previous;
    bool is_fuzzy;    /* of a CSV: the text began with "(NEEDS UPDATE) ", which is taken off */
    bool is_obsolete; /* #~ */
    bool is_plural;   /* msgid_plural: only `raw` counts */
    bool is_broken;   /* something in it was reported */
} TranslationEntry;

/* Reads a file. Mistakes are reported with place, many in one run, and reading goes on
 * behind them: after STATUS_INVALID and STATUS_LIMIT (a size limit, reported too)
 * *translation holds what could be read, or is NULL. STATUS_NOMEM: it is NULL. */
Status translation_parse(const TranslationInput *input, Translation **translation);
void translation_destroy(Translation *translation); /* NULL is allowed */

StrView translation_language(const Translation *translation); /* "Language:" of the header, or as given */
size_t translation_count(const Translation *translation);     /* in the order of the file */
TranslationEntry translation_get(const Translation *translation, size_t index);
/* The entry of that id that is not obsolete; false when there is none. */
bool translation_find(const Translation *translation, StrView id, TranslationEntry *entry);

/* What is wrong with it, in script order: missing, not translated, changed in the
 * source (stale), fuzzy; values, markup and plural cases that do not fit; then entries
 * that no script has. Places are those of the translation's file. `language` decides
 * on plural cases (CLDR; whole numbers up to 1,000, and "other"). What is not translated
 * or missing is counted in one line each behind the others. STATUS_INVALID after an error,
 * STATUS_NOMEM. */
Status translation_check(const Translation *translation, const StringsTable *table, StrView language,
                         DiagSink *diags);

/* Only the entries that no script has, as warnings. */
void translation_report_extra(const Translation *translation, const StringsTable *table, DiagSink *diags);

/* Of a CSV: a warning for each row whose text is not taken because of its language, and one
 * for all that were taken although they do not say the wanted one. Nothing of a PO. */
void translation_report_rows(const Translation *translation, const StringsTable *table, DiagSink *diags);

/* --- putting a CSV into a PO ---------------------------------------------------- */

typedef struct MergeCounts {
    size_t added;   /* texts that had no translation */
    size_t changed; /* that had another one; a note says which */
    size_t same;
    size_t own; /* of `added`, those whose text is the script's own */
    size_t refused; /* rows not taken, each with a warning */
    size_t absent;  /* translations of `base` that `rows` do not have: they stay */
    size_t open;    /* texts that neither has */
} MergeCounts;

/* Puts the translations of `rows`, a CSV, into `base`, a PO; header, notes and everything that
 * the rows do not have stay as they are. A finished translation does not give way to a row
 * that is marked or older than the script's text, nor to the script's own words. Rows that no
 * script has are not looked at: translation_report_extra(). STATUS_NOMEM and STATUS_LIMIT
 * (STRINGS_ENTRIES_MAX, reported): `base` is then to be thrown away. */
Status translation_merge(Translation *base, const Translation *rows, const StringsTable *table,
                         DiagSink *diags, MergeCounts *counts);

/* How many translations of `old` would be gone if a file with those of `next` (NULL: none, as in
 * a template) were written over it. *first is the id of one, which lives as `old`. */
size_t translation_count_lost(const Translation *old, const Translation *next, const StringsTable *table,
                              StrView *first);

/* --- writing ------------------------------------------------------------------ */

typedef struct StringsOptions {
    StrView project;         /* "sango 1.0.0", for a new header */
    StrView source_language; /* of the scripts, such as "en" */
    StrView language;        /* of the translation; empty for a template */
} StringsOptions;

/* A PO in script order; a template (.pot) when `translation` is NULL. Translations are
 * kept. Where the source changed they become fuzzy and the text that they were made for
 * stands at "#| msgid". Entries that the scripts no longer have become obsolete (#~), or
 * live again when their id is back; plural entries stay as they were. Check out->failed. */
void strings_write_po(const StringsTable *table, const Translation *translation,
                      const StringsOptions *options, StrBuf *out);

/* A CSV in script order, with CR LF. What is not translated has the source's language
 * and text; what is fuzzy or stale has "(NEEDS UPDATE) " in front, so a translation that
 * begins with these words itself is read back as fuzzy. Entries that the scripts do not
 * have are left out. Check out->failed. */
void strings_write_csv(const StringsTable *table, const Translation *translation,
                       const StringsOptions *options, StrBuf *out);

enum { STRINGS_LOCK_BYTES = 8 };

/* First 8 hexadecimal digits of the SHA-256 of a text, as Yarn tools make them. No NUL. */
void strings_lock(StrView text, char lock[STRINGS_LOCK_BYTES]);

#endif
