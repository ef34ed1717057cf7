#ifndef SANGO_YARN_AUTHOR_INTERNAL_H
#define SANGO_YARN_AUTHOR_INTERNAL_H

#include "../names.h"
#include "sango/yarn/strings.h"

struct StringsTable {
    Arena arena; /* holds the texts */
    StringsText *items;
    size_t count, capacity;
    NameMap ids; /* index in items */
};

struct Translation {
    Arena arena; /* holds the file's bytes and what was decoded */
    StrView name;
    StringsForm form;
    StrView language;
    StrView header, header_notes; /* of a PO: the text of its first entry; empty when none */
    bool has_header;
    TranslationEntry *entries;
    size_t count, capacity;
    NameMap ids;     /* index in entries, of those that are not obsolete */
    NameMap old_ids; /* of obsolete ones */
};

extern const StrView needs_update; /* "(NEEDS UPDATE) " */

/* What a reader of either form shares. */
typedef struct FileReader {
    Translation *translation;
    DiagSink *diags;
    StrView language, source_language; /* wanted, and that of the scripts */
    StrView text;     /* without a byte order mark */
    uint32_t errors;
    bool told_encoding;
    Status status; /* STATUS_OK, STATUS_NOMEM, STATUS_LIMIT */
} FileReader;

/* True when reading must end: out of memory, over a limit, too many mistakes. */
bool reader_is_over(const FileReader *reader);

/* Where the byte at `offset` of reader->text stands; `line_start` is where its line
 * begins. */
YarnPlace reader_place(const FileReader *reader, uint32_t line, size_t line_start, size_t offset);

void reader_error(FileReader *reader, YarnPlace place, const char *code, const char *fmt, ...)
    SANGO_PRINTF(4, 5);
void reader_limit(FileReader *reader, YarnPlace place, const char *code, const char *fmt, ...)
    SANGO_PRINTF(4, 5);

/* A copy in the translation's arena; empty when out of memory. */
StrView reader_keep(FileReader *reader, StrView text);

/* Puts the entry at the end and into the maps; reports an id that is there twice. */
void reader_add_entry(FileReader *reader, const TranslationEntry *entry);

/* False when a byte of the line is no text in UTF-8, which is reported. */
bool reader_check_line(FileReader *reader, uint32_t line, size_t start, size_t end);

void po_read(FileReader *reader);
void csv_read(FileReader *reader);

/* What stands between the columns of a CSV, as its first row shows: ',', ';' or a tab.
 * '\0' when the text does not begin as a CSV. */
char csv_separator(StrView text);
bool looks_like_po(StrView text);

/* The end of the line of `text` that begins at `start`: LF, CR, or the end of the text. */
size_t line_end(StrView text, size_t start);
/* Where the next line begins; CR LF is one break. */
size_t line_after(StrView text, size_t end);

/* ASCII case ignored, and "pt-BR" is "pt_BR". */
bool same_word(StrView a, StrView b);

RowLanguage row_language(const FileReader *reader, StrView said);

/* --- how a translation stands to a text of the scripts ------------------------- */

typedef struct TextMatch {
    const TranslationEntry *entry; /* NULL: the translation does not have it */
    StrView text;                  /* empty: not translated */
    bool is_changed;               /* the source is not what was translated */
    bool is_fuzzy;                 /* changed, or marked so */
} TextMatch;

/* `translation` may be NULL. */
TextMatch translation_match(const Translation *translation, const StringsText *text);

/* Of a CSV: the text is the script's own, or was the script's when the row was written. */
bool row_is_untouched(const TranslationEntry *entry, StrView source);

/* Nothing but blanks, also those that do not break. */
bool text_is_blank(StrView text);

/* No script has the entry. Headers and plurals are not asked for. */
bool entry_is_extra(const TranslationEntry *entry, const StringsTable *table);

/* --- what a translated text must keep ------------------------------------------ */

enum { PLURAL_CASE_COUNT = 6 };

typedef struct TextCheck {
    Arena arena; /* reset for each text */
    StrView language;
    unsigned cardinal, ordinal; /* bits 1 << PluralCase that the language needs; 0: not asked yet */
    DiagSink *diags;
    uint32_t errors;
    bool nomem;
} TextCheck;

void text_check_init(TextCheck *check, const Allocator *alloc, StrView language, DiagSink *diags);
void text_check_release(TextCheck *check);

/* Reports values, markers and plural cases of `translated` that do not fit `source`. */
void text_check(TextCheck *check, StrView source, StrView translated, YarnPlace place);

#endif
