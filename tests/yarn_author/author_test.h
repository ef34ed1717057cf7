#ifndef AUTHOR_TEST_H
#define AUTHOR_TEST_H
/* Scripts and translations from strings, and what is said about them as text. */
#include "sango/base/rng.h"
#include "sango/yarn/strings.h"
#include "sango/yarn/tag.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

/* What was reported, a line each, as tools print it. */
typedef struct Heard {
    StrBuf text;
    DiagSink sink;
} Heard;

static inline void heard_take(void *user, const Diag *diag)
{
    diag_format(user, diag);
}

static inline void heard_init(Heard *heard)
{
    strbuf_init(&heard->text, alloc_heap());
    heard->sink = (DiagSink){ heard_take, &heard->text, 0, 0 };
}

#define EXPECT_SAME(got, want)                                                                               \
    do {                                                                                                     \
        StrView got_text_ = (got), want_text_ = (want);                                                      \
        if (!strview_equal(got_text_, want_text_)) {                                                         \
            test_failures++;                                                                                 \
            fprintf(stderr, "%s:%d: got\n%.*s\n--- expected\n%.*s\n", __FILE__, __LINE__, SV_ARG(got_text_), \
                    SV_ARG(want_text_));                                                                     \
        }                                                                                                    \
    } while (0)

/* One script compiled; NULL after a mistake, which is printed. */
static inline YarnProgram *compile_text(const Allocator *alloc, YarnSource source)
{
    Heard heard;
    YarnProgram *program = NULL;
    heard_init(&heard);
    (void)yarn_compile(&(YarnCompileOptions){ .alloc = alloc, .diags = &heard.sink }, &source, 1, &program);
    if (heard.sink.errors) {
        fprintf(stderr, "%s--- in\n%.*s\n", heard.text.data, SV_ARG(source.text));
    }
    strbuf_release(&heard.text);
    return program;
}

/* The texts of one script. */
static inline StringsTable *table_of(const char *text, DiagSink *diags)
{
    YarnSource source = { SV("t.yarn"), strview_from_cstr(text) };
    YarnProgram *program = compile_text(alloc_heap(), source);
    StringsTable *table = NULL;
    EXPECT(program != NULL);
    EXPECT_EQ(strings_table_create(alloc_heap(), &table), STATUS_OK);
    if (program) {
        EXPECT_EQ(strings_table_add_program(table, program, diags), STATUS_OK);
    }
    yarn_program_destroy(program);
    return table;
}

static inline Translation *read_text(StringsForm form, StrView bytes, DiagSink *diags, Status want)
{
    Translation *translation = NULL;
    TranslationInput input = { .alloc = alloc_heap(),
                               .form = form,
                               .name = form == STRINGS_PO ? SV("fr.po") : SV("fr.csv"),
                               .bytes = bytes,
                               .language = SV("fr"),
                               .diags = diags,
                               .source_language = SV("en") };
    EXPECT_EQ(translation_parse(&input, &translation), want);
    return translation;
}

#endif
