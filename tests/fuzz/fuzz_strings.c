/* Any bytes as a PO (first byte even) or a CSV: every mistake has a place; what is read
 * without one can be checked and written, and what was written is read again as it is. */
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
    }
    translation_destroy(translation);
    return 0;
}
