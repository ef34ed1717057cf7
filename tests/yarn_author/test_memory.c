/* Every allocation fails once: that is said, and nothing is lost or left half done. */
#include "author_test.h"
#include "meter.h"

static const char script[] = "title: A\n---\n<<declare $n = 1>>\nKofi: Hi {$n} [b]x[/b] #line:a1\n"
                             "-> Go #line:a2\ntwo\nthree\nHi #line:zz #x\nHi #shadow:zz\n===\n";
static const YarnSource source = { { "m.yarn", 6 }, { script, sizeof script - 1 } };

static const char po[] =
    "msgid \"\"\nmsgstr \"Language: fr\\n\"\n\n# note\n#, no-wrap\n#| msgid \"old\"\nmsgctxt \"a1\"\n"
    "msgid \"Kofi: Hi {0} [b]x[/b]\"\nmsgstr \"Kofi: {0} [b]x[/b] [wave a=\\\"1\\\"/]\"\n"
    "\nmsgctxt \"gone\"\nmsgid \"x\"\nmsgstr \"y\"\n#~ msgid \"o\"\n#~ msgstr \"p\"\n";
static const char csv[] = "language,id,text,lock\nfr,line:a1,\"Kofi: \"\"x\"\"\",00000000\nfr,a2,Va,\n";

/* Tags the script. */
static Status tag(const Allocator *alloc, const YarnProgram *program)
{
    YarnTagged tagged;
    Status status = yarn_tag(alloc, &(YarnTagRequest){ program, &source, 1, SV(""), NULL, NULL }, &tagged);
    yarn_tagged_release(&tagged, 1);
    return status;
}

static Status translate(const Allocator *alloc, const StringsTable *table, StringsForm form,
                        const char *bytes)
{
    static const StringsOptions options = { { "m", 1 }, { "en", 2 }, { "fr", 2 } };
    Translation *translation = NULL;
    StrBuf out;
    DiagSink sink = { 0 };
    TranslationInput input = { .alloc = alloc,
                               .form = form,
                               .name = SV("m"),
                               .bytes = strview_from_cstr(bytes),
                               .language = SV(""),
                               .diags = &sink };
    strbuf_init(&out, alloc);
    Status status = translation_parse(&input, &translation);
    EXPECT_EQ(translation == NULL, status != STATUS_OK);
    if (status == STATUS_OK) {
        status = translation_check(translation, table, SV("fr"), &sink);
        status = status == STATUS_INVALID ? STATUS_OK : status;
    }
    if (status == STATUS_OK) {
        strings_write_po(table, translation, &options, &out);
        strings_write_csv(table, translation, &options, &out);
        status = out.failed ? STATUS_NOMEM : STATUS_OK;
    }
    translation_destroy(translation);
    strbuf_release(&out);
    return status;
}

/* The CSV into the PO. */
static Status merge(const Allocator *alloc, const StringsTable *table)
{
    Translation *base = NULL, *rows = NULL;
    MergeCounts counts;
    TranslationInput input = { .alloc = alloc,
                               .form = STRINGS_PO,
                               .name = SV("m"),
                               .bytes = strview_from_cstr(po),
                               .language = SV("") };
    Status status = translation_parse(&input, &base);
    input.form = STRINGS_CSV;
    input.bytes = strview_from_cstr(csv);
    status = status == STATUS_OK ? translation_parse(&input, &rows) : status;
    status = status == STATUS_OK ? translation_merge(base, rows, table, NULL, &counts) : status;
    EXPECT(status != STATUS_OK || counts.added == 1);
    translation_destroy(base);
    translation_destroy(rows);
    return status;
}

static Status do_all(const Allocator *alloc, const YarnProgram *program)
{
    StringsTable *table = NULL;
    Status status = tag(alloc, program);
    if (status == STATUS_OK) {
        status = strings_table_create(alloc, &table);
    }
    if (status == STATUS_OK) {
        status = strings_table_add_program(table, program, NULL);
    }
    if (status == STATUS_OK) {
        status = translate(alloc, table, STRINGS_PO, po);
    }
    if (status == STATUS_OK) {
        status = translate(alloc, table, STRINGS_CSV, csv);
    }
    if (status == STATUS_OK) {
        status = merge(alloc, table);
    }
    strings_table_destroy(table);
    return status;
}

int main(void)
{
    Meter meter = { 0 };
    Allocator alloc = { meter_resize, &meter };
    YarnProgram *program = compile_text(alloc_heap(), source);
    EXPECT(program != NULL);
    EXPECT_EQ(do_all(&alloc, program), STATUS_OK);
    EXPECT_EQ(meter.bytes, 0);
    size_t calls = meter.calls;
    EXPECT(calls > 40);
    for (size_t n = 1; n <= calls; n++) {
        meter = (Meter){ .fail_at = n };
        EXPECT_EQ(do_all(&alloc, program), STATUS_NOMEM);
        EXPECT_EQ(meter.bytes, 0);
    }
    yarn_program_destroy(program);
    return TEST_MAIN_END();
}
