/* Any bytes as a PO (first byte even) or a CSV: every mistake has a place; what is read
 * without one can be checked and written, and what was written is read again as it is.
 * A CSV goes into a PO without taking anything away that is not counted. */
#include "sango/yarn/strings.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char script[] =
    "title: A\n---\n<<declare $n = 1>>\nKofi: Hi {$n}! #line:a\n[b]Stop[/b] [wave a=1/] #line:b\n"
    "[plural value={$n} one=\"% duck\" other=\"% ducks\"/] #line:c\n-> Go, \\[now\\] #line:d\n"
    "[select value={$n} 1=\"x\" 2=\"y\"/] #line:e\n===\n";

static void take(void *user, const Diag *diag)
{
    bool is_whole_file = diag->pos.line == 0 && (diag->level == DIAG_NOTE || *(bool *)user);
    if (!is_whole_file && (diag->pos.line == 0 || diag->pos.column == 0)) {
        abort();
    }
}

static const StringsTable *get_table(void)
{
    static StringsTable *table;
    if (!table) {
        YarnSource source = { SV("a.yarn"), { script, sizeof script - 1 } };
        YarnProgram *program = NULL;
        if (yarn_compile(&(YarnCompileOptions){ .alloc = alloc_heap() }, &source, 1, &program) != STATUS_OK ||
            strings_table_create(alloc_heap(), &table) != STATUS_OK ||
            strings_table_add_program(table, program, NULL) != STATUS_OK) {
            abort();
        }
        yarn_program_destroy(program);
    }
    return table;
}

static Translation *read_bytes(StringsForm form, StrView bytes, Status *status)
{
    bool is_check = false;
    DiagSink sink = { take, &is_check, 0, 0 };
    Translation *translation = NULL;
    TranslationInput input = { alloc_heap(), form, SV("fuzz"), bytes, SV("fr"), &sink, SV("en") };
    *status = translation_parse(&input, &translation);
    if ((*status == STATUS_OK) != (sink.errors == 0)) {
        abort();
    }
    return translation;
}

static void write_again(const Translation *translation, StringsForm form)
{
    static const StringsOptions options = { { "f", 1 }, { "en", 2 }, { "fr", 2 } };
    void (*write)(const StringsTable *, const Translation *, const StringsOptions *, StrBuf *) =
        form == STRINGS_PO ? strings_write_po : strings_write_csv;
    StrBuf first, second;
    Status status;
    strbuf_init(&first, alloc_heap());
    strbuf_init(&second, alloc_heap());
    write(get_table(), translation, &options, &first);
    Translation *again = read_bytes(form, strbuf_view(&first), &status);
    if (status != STATUS_OK) {
        abort();
    }
    write(get_table(), again, &options, &second);
    if (!strview_equal(strbuf_view(&first), strbuf_view(&second))) {
        abort();
    }
    translation_destroy(again);
    strbuf_release(&first);
    strbuf_release(&second);
}

/* Rows put into a translation: each of its texts is still there, or counted as changed. */
static void merge_into(const Translation *rows)
{
    static const char po[] =
        "# by me\nmsgid \"\"\nmsgstr \"Language: fr\\n\"\n\n# note\nmsgctxt \"a\"\nmsgid \"Kofi: Hi "
        "{0}!\"\nmsgstr \"Kofi: Salut {0} !\"\n\n#, fuzzy\nmsgctxt \"b\"\nmsgid \"old\"\nmsgstr "
        "\"vieux\"\n\nmsgctxt \"c\"\nmsgid \"x\"\nmsgid_plural \"xs\"\nmsgstr[0] \"y\"\n\n#~ msgctxt "
        "\"d\"\n#~ msgid \"gone\"\n#~ msgstr \"parti\"\n#~ msgctxt \"z\"\n#~ msgid \"o\"\n#~ msgstr "
        "\"p\"\n";
    Status first, second;
    MergeCounts counts;
    StrView lost;
    bool is_check = false;
    DiagSink sink = { take, &is_check, 0, 0 };
    Translation *before = read_bytes(STRINGS_PO, (StrView){ po, sizeof po - 1 }, &first);
    Translation *base = read_bytes(STRINGS_PO, (StrView){ po, sizeof po - 1 }, &second);
    translation_report_rows(rows, get_table(), &sink);
    if (first != STATUS_OK || second != STATUS_OK ||
        translation_merge(base, rows, get_table(), &sink, &counts) != STATUS_OK ||
        translation_count_lost(before, base, get_table(), &lost) > counts.changed ||
        counts.added + counts.changed + counts.same + counts.refused + counts.absent + counts.open !=
            strings_table_count(get_table())) {
        abort();
    }
    write_again(base, STRINGS_PO);
    translation_destroy(before);
    translation_destroy(base);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const languages[] = { "fr", "ru", "ar", "ja" };
    if (size == 0) {
        return 0;
    }
    bool is_check = true;
    DiagSink sink = { take, &is_check, 0, 0 };
    Status status;
    StringsForm form = data[0] % 2 ? STRINGS_CSV : STRINGS_PO;
    StrView language = strview_from_cstr(languages[data[0] / 2 % 4]);
    Translation *translation = read_bytes(form, (StrView){ (const char *)data + 1, size - 1 }, &status);
    (void)translation_check(translation, get_table(), language, &sink);
    if (status == STATUS_OK) {
        write_again(translation, STRINGS_PO);
        write_again(translation, STRINGS_CSV);
        if (form == STRINGS_CSV) {
            merge_into(translation);
        }
    }
    translation_destroy(translation);
    return 0;
}
