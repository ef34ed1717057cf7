/* JSON: what is refused and where, places of values, mistakes of people, limits. */
#include "sango/json/json.h"
#include "meter.h"
#include "test.h"

#include <math.h>
#include <string.h>

static void append_diag(void *user, const Diag *diag)
{
    diag_format(user, diag);
}

typedef struct Refusal {
    JsonForm form;
    const char *text;
    const char *diags; /* "" when it is taken */
} Refusal;

static const Refusal refusals[] = {
    { JSON_STRICT, "{}", "" },
    { JSON_STRICT, " [1, -2.5e3, \"a\\nb\", true, false, null] \n", "" },
    { JSON_STRICT, "\xEF\xBB\xBF{\"a\":1}", "" },
    { JSON_STRICT, "", "f:1:1: error: this is not JSON; often a comma or a quote is missing before [c]\n" },
    { JSON_STRICT, "[1 2]",
      "f:1:4: error: this is not JSON; often a comma or a quote is missing before [c]\n" },
    { JSON_STRICT, "[1,]",
      "f:1:4: error: this is not JSON; often a comma or a quote is missing before [c]\n" },
    { JSON_STRICT, "{\n// no\n}",
      "f:2:1: error: a comment cannot stand in this file [c]\n" },
    { JSON_STRICT, "1 2", "f:1:2: error: there is more text behind the end [c]\n" },
    { JSON_STRICT, "[01]", "f:1:2: error: this is not a number as JSON writes one [c]\n" },
    { JSON_STRICT, "[0, -]",
      "f:1:5: error: this is not JSON; often a comma or a quote is missing before [c]\n" },
    { JSON_STRICT, "[1., 2]", "f:1:2: error: this is not a number as JSON writes one [c]\n" },
    { JSON_STRICT, "[1e999]", "f:1:2: error: this number is too large [c]\n" },
    { JSON_STRICT, "\"\xC3\xA4\xFF\"", "f:1:3: error: this is not UTF-8 [c]\n" },
    { JSON_STRICT, "[\"a\nb\"]", "f:1:4: error: this text has no closing \" on its line [c]\n" },
    { JSON_STRICT, "[\"\\u0000\"]", "f:1:3: error: a text may not hold \\u0000 [c]\n" },
    { JSON_RELAXED, "[1,] // and\n", "" },
    { JSON_RELAXED, "{\"a\": [1, /* , */ 2 /**/ , ], // x\n }", "" },
    { JSON_RELAXED, "[\"// no comment\", \"/* none */\"]", "" },
    { JSON_RELAXED, "[,]",
      "f:1:2: error: this is not JSON; often a comma or a quote is missing before [c]\n" },
    { JSON_RELAXED, "[1,,]",
      "f:1:4: error: this is not JSON; often a comma or a quote is missing before [c]\n" },
    { JSON_RELAXED, "[1]\n /* x", "f:2:2: error: this comment has no end [c]\n" },
    { JSON_RELAXED, "[1] /*",
      "f:1:5: error: this comment has no end [c]\n" },
};

static void check_refusals(void)
{
    for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++) {
        StrBuf out;
        Arena arena;
        strbuf_init(&out, alloc_heap());
        arena_init(&arena, alloc_heap(), 256);
        DiagSink sink = { append_diag, &out, 0, 0 };
        JsonReader reader = { SV("f"), strview_from_cstr(refusals[i].text), "c", &sink, &arena, NULL, 0 };
        Status status = json_reader_open(&reader, refusals[i].form);
        EXPECT_EQ(status, refusals[i].diags[0] ? STATUS_INVALID : STATUS_OK);
        EXPECT((reader.root != NULL) == (status == STATUS_OK));
        if (strcmp(out.data, refusals[i].diags) != 0) {
            test_failures++;
            fprintf(stderr, "%s\n  gives  %s  wanted %s\n", refusals[i].text, out.data, refusals[i].diags);
        }
        arena_release(&arena);
        strbuf_release(&out);
    }
}

static void check_values(void)
{
    static const char text[] = "{\n  \"\\u00e4\": [1, {\"n\": -0.5}, \"x\\\"y\"], // note\n  \"t\": true,\n  "
                               "\"s\": \"\xF0\x9F\x90\x88 a\",\n  \"z\": null, \"e\": [], }";
    Arena arena;
    arena_init(&arena, alloc_heap(), 256);
    DiagSink sink = { 0 };
    JsonReader reader = { SV("f"), strview_from_cstr(text), "c", &sink, &arena, NULL, 0 };
    EXPECT_EQ(json_reader_open(&reader, JSON_RELAXED), STATUS_OK);
    const JsonValue *list = json_member(reader.root, "\xC3\xA4");
    EXPECT(json_is(list, JSON_ARRAY) && list->count == 3);
    EXPECT_EQ(reader.root->count, 5);
    const JsonValue *second = json_items(list)->next;
    EXPECT(json_get_number(second, "n", 7) == -0.5);
    EXPECT(json_get_number(second, "m", 7) == 7);
    EXPECT(json_get_number(list, "n", 7) == 7);
    EXPECT(json_get_bool(reader.root, "t", false));
    EXPECT(strview_equal(second->next->string, SV("x\"y")));
    EXPECT(strview_equal(json_get_string(reader.root, "s", SV("")), SV("\xF0\x9F\x90\x88 a")));
    EXPECT(strview_equal(json_get_string(reader.root, "t", SV("none")), SV("none")));
    EXPECT(json_is(json_member(reader.root, "z"), JSON_NULL));
    EXPECT(json_items(json_member(reader.root, "e")) == NULL);
    EXPECT(json_member(NULL, "a") == NULL && json_items(NULL) == NULL && !json_is(NULL, JSON_NULL));
    SourcePos pos = json_pos(&reader, json_member(second, "n"));
    EXPECT_EQ(pos.line, 2);
    EXPECT_EQ(pos.column, 23);
    pos = json_pos(&reader, json_member(reader.root, "e"));
    EXPECT_EQ(pos.line, 5);
    EXPECT_EQ(pos.column, 19);
    arena_release(&arena);
}

static void check_people(void)
{
    static const char text[] = "{ \"title\": \"A\",\n  \"titel\": 1,\n  \"title\": \"B\",\n  \"on\": 1,\n  "
                               "\"n\": 2.5,\n  \"one\": 2,\n  \"list\": [1, 2, 3],\n"
                               "  \"empty\": \"\", \"long\": \"abcd\", \"none\": [], \"word\": 1 }";
    static const char *const keys[] = { "title", "on",   "n",    "one",  "list",
                                        "empty", "long", "none", "word", NULL };
    static const char want[] = "f:2:12: warning: 'titel' is not used here; did you mean 'title'? [c]\n"
                               "f:3:12: error: 'title' stands here twice [c]\n"
                               "f:4:9: error: 'on' is true or false [c]\n"
                               "f:5:8: error: 'n' is a whole number from 1 to 9 [c]\n"
                               "f:6:10: error: 'one' is 1; no other is known here [c]\n"
                               "f:7:11: error: 'list' has 3 items; it may have 0 to 2 [c]\n"
                               "f:8:40: error: 'none' has 0 items; it may have 1 to 2 [c]\n"
                               "f:8:52: error: 'word' is a list in [brackets] [c]\n"
                               "f:1:1: error: 'other' is missing [c]\n"
                               "f:8:12: error: 'empty' is empty [c]\n"
                               "f:8:24: error: 'long' is 4 bytes long; the limit is 3 [c]\n"
                               "f:8:52: error: 'word' is a text in \"quotes\" [c]\n"
                               "f:1:1: error: 'other' is missing [c]\n";
    Arena arena;
    StrBuf out;
    arena_init(&arena, alloc_heap(), 256);
    strbuf_init(&out, alloc_heap());
    DiagSink sink = { append_diag, &out, 0, 0 };
    JsonReader reader = { SV("f"), strview_from_cstr(text), "c", &sink, &arena, NULL, 0 };
    EXPECT_EQ(json_reader_open(&reader, JSON_STRICT), STATUS_OK);
    json_check_keys(&reader, reader.root, keys, DIAG_WARNING);
    EXPECT(json_read_bool(&reader, reader.root, "on", true));
    EXPECT(!json_read_bool(&reader, reader.root, "off", false));
    EXPECT_EQ(json_read_number(&reader, reader.root, "n", 1, 9, 5), 5);
    EXPECT_EQ(json_read_number(&reader, reader.root, "one", 1, 1, 1), 1);
    EXPECT(json_read_list(&reader, reader.root, "list", 2, false) == NULL);
    EXPECT(json_read_list(&reader, reader.root, "none", 2, false) != NULL);
    EXPECT(json_read_list(&reader, reader.root, "none", 2, true) == NULL);
    EXPECT(json_read_list(&reader, reader.root, "word", 2, true) == NULL);
    EXPECT(json_read_list(&reader, reader.root, "other", 2, true) == NULL);
    EXPECT_EQ(json_read_string(&reader, reader.root, "empty", 3, false).len, 0);
    EXPECT_EQ(json_read_string(&reader, reader.root, "long", 3, false).len, 0);
    EXPECT_EQ(json_read_string(&reader, reader.root, "long", 4, false).len, 4);
    EXPECT_EQ(json_read_string(&reader, reader.root, "word", 4, false).len, 0);
    EXPECT_EQ(json_read_string(&reader, reader.root, "other", 4, true).len, 0);
    if (strcmp(out.data, want) != 0) {
        test_failures++;
        fprintf(stderr, "gives\n%swanted\n%s", out.data, want);
    }
    arena_release(&arena);
    strbuf_release(&out);
}

/* Messages between programs: any value may stand where another is awaited. */
static void check_messages(void)
{
    static const struct {
        const char *text;
        bool is_whole;
        int64_t number;
    } numbers[] = {
        { "7", true, 7 },
        { "-0", true, 0 },
        { "-12.0", true, -12 },
        { "9007199254740992", true, INT64_C(9007199254740992) },
        { "9007199254740994", false, 0 },
        { "-9007199254740994", false, 0 },
        { "1e300", false, 0 },
        { "0.5", false, 0 },
        { "\"7\"", false, 0 },
        { "true", false, 0 },
    };
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        Arena arena;
        const JsonValue *root;
        JsonError error;
        int64_t number = 0;
        arena_init(&arena, alloc_heap(), 256);
        EXPECT_EQ(json_parse(&arena, strview_from_cstr(numbers[i].text), JSON_STRICT, &root, &error),
                  STATUS_OK);
        EXPECT_EQ(json_whole(root, &number), numbers[i].is_whole);
        EXPECT_EQ(number, numbers[i].number);
        EXPECT_EQ(json_text(root).data != NULL, numbers[i].text[0] == '"');
        arena_release(&arena);
    }
    int64_t number;
    EXPECT(!json_whole(NULL, &number) && !json_text(NULL).data);
}

static void append_times(StrBuf *out, const char *text, size_t times)
{
    for (size_t i = 0; i < times; i++) {
        strbuf_append(out, strview_from_cstr(text));
    }
}

static void check_limits(void)
{
    Arena arena;
    StrBuf text;
    const JsonValue *root;
    JsonError error;
    strbuf_init(&text, alloc_heap());
    for (size_t depth = JSON_DEPTH_MAX; depth <= JSON_DEPTH_MAX + 1; depth++) {
        arena_init(&arena, alloc_heap(), 256);
        strbuf_clear(&text);
        append_times(&text, "[", depth);
        append_times(&text, "]", depth);
        EXPECT_EQ(json_parse(&arena, strbuf_view(&text), JSON_STRICT, &root, &error),
                  depth > JSON_DEPTH_MAX ? STATUS_LIMIT : STATUS_OK);
        EXPECT_EQ(error.offset, depth > JSON_DEPTH_MAX ? JSON_DEPTH_MAX : 0);
        arena_release(&arena);
    }
    for (size_t extra = 0; extra < 2; extra++) {
        arena_init(&arena, alloc_heap(), 256);
        strbuf_clear(&text);
        append_times(&text, "1               ", JSON_BYTES_MAX / 16 > 0);
        append_times(&text, "                ", JSON_BYTES_MAX / 16 - 1);
        append_times(&text, " ", extra);
        EXPECT_EQ(text.len, JSON_BYTES_MAX + extra);
        EXPECT_EQ(json_parse(&arena, strbuf_view(&text), JSON_STRICT, &root, &error),
                  extra ? STATUS_LIMIT : STATUS_OK);
        arena_release(&arena);
    }
    for (size_t extra = 0; extra < 2; extra++) { /* unknown keys: each is reported, up to the limit */
        static const char *const keys[] = { "a", NULL };
        DiagSink sink = { 0 };
        arena_init(&arena, alloc_heap(), 256);
        strbuf_clear(&text);
        append_times(&text, "{\"a\":1", 1);
        append_times(&text, ",\"b\":1", JSON_REPORTS_MAX + extra * 1000);
        append_times(&text, "}", 1);
        JsonReader reader = { SV("f"), strbuf_view(&text), "c", &sink, &arena, NULL, 0 };
        EXPECT_EQ(json_reader_open(&reader, JSON_STRICT), STATUS_OK);
        json_check_keys(&reader, reader.root, keys, DIAG_WARNING);
        EXPECT_EQ(sink.warnings, JSON_REPORTS_MAX);
        json_report(&reader, DIAG_ERROR, NULL, "not shown, but counted");
        EXPECT_EQ(sink.errors, 1);
        arena_release(&arena);
    }
    strbuf_release(&text);
}

static void check_out_of_memory(void)
{
    Meter meter = { 0 };
    Allocator alloc = { meter_resize, &meter };
    StrView text = SV(
        "{\"a\": [1, \"some text that is longer than one block of the arena would be\", {\"b\": null}], }");
    for (size_t at = 1;; at++) {
        Arena arena;
        const JsonValue *root;
        JsonError error;
        meter = (Meter){ .fail_at = at };
        arena_init(&arena, &alloc, 16);
        Status status = json_parse(&arena, text, JSON_RELAXED, &root, &error);
        EXPECT((root != NULL) == (status == STATUS_OK));
        arena_release(&arena);
        EXPECT_EQ(meter.bytes, 0);
        if (status == STATUS_OK) {
            EXPECT(at > 5);
            break;
        }
        EXPECT_EQ(status, STATUS_NOMEM);
    }
}

int main(void)
{
    check_refusals();
    check_values();
    check_people();
    check_messages();
    check_limits();
    check_out_of_memory();
    return TEST_MAIN_END();
}
