/* Texts that are no store, or not one of this version. */
#include "kept_disk.h"

#include <string.h>

/* Damaged: a new store is begun, nothing was written yet, and it can be used. */
static void expect_damaged(StrView saved)
{
    Disk disk;
    bool was_broken = false;
    Store *store = NULL;
    disk_init(&disk);
    EXPECT_EQ(disk_open_from(&disk, alloc_heap(), saved, &store, &was_broken), STATUS_OK);
    if (!was_broken || !store || disk.writes) {
        test_failures++;
        fprintf(stderr, "not taken for damaged: %.*s\n", SV_ARG(saved));
    }
    EXPECT_EQ(store->ops->put(store, 1, SV("stars"), SV("3")), STATUS_OK);
    Store *again = disk_open(&disk);
    expect_same(store, again);
    again->ops->close(again);
    store->ops->close(store);
    strbuf_release(&disk.text);
}

/* `text` with the first `old` in it replaced; it must be there. */
static void replaced(StrBuf *out, StrView text, const char *old, const char *by)
{
    const char *at = strstr(text.data, old);
    EXPECT(at != NULL);
    size_t before = at ? (size_t)(at - text.data) : 0;
    strbuf_clear(out);
    strbuf_append(out, strview_slice(text, 0, before));
    strbuf_append(out, strview_from_cstr(by));
    strbuf_append(out, strview_slice(text, before + strlen(old), text.len));
}

static void test_damaged(void)
{
    static const char *const changes[][2] = {
        { "sango-progress", "sango-lesson" },          /* foreign */
        { "\"format\":\"sango-progress\",", "" },
        { "\"version\":1", "\"version\":0" },
        { "\"version\":1", "\"version\":-1" },
        { "\"version\":1", "\"version\":1.5" },
        { "\"version\":1", "\"version\":\"1\"" },
        { "\"version\":1", "\"version\":1,\"more\":1" }, /* would be lost */
        { "\"last_id\":1", "\"last_id\":0" },           /* the next player would get an id again */
        { "\"last_id\":1", "\"last_id\":-1" },
        { "\"last_id\":1", "\"last_id\":9007199254740992" },
        { "\"last_id\":1", "\"last_id\":\"9223372036854775807\"" },
        { "\"last_id\":1", "\"last_id\":1,\"last_id\":1" },
        { "\"last_id\":1", "\"last_id\":1e999" },
        { "[1,\"brave/otter/7\"", "[0,\"brave/otter/7\"" },
        { "[1,\"brave/otter/7\"", "[-1,\"brave/otter/7\"" },
        { "[1,\"brave/otter/7\"", "[1.5,\"brave/otter/7\"" },
        { "[1,\"brave/otter/7\"", "[true,\"brave/otter/7\"" },
        { "[1,\"brave/otter/7\"", "[1,\"x\",\"x\",1],[1,\"brave/otter/7\"" }, /* an id twice */
        { "\"otter\",1]", "\"otter\",4294967296]" },
        { "\"otter\",1]", "\"otter\",\"-1\"]" },
        { "\"otter\",1]", "\"otter\",\"\"]" },
        { "\"otter\",1]", "\"otter\",\"0x1\"]" },
        { "\"otter\",1]", "\"otter\"]" },
        { "\"otter\",1]", "\"otter\",1,1]" },
        { "\"otter\",1]", "null,1]" },
        { "\"otter\",1]", "[[[]]],1]" },
        { "\"18446744073709551615\"", "\"18446744073709551616\"" },
        { "\"18446744073709551615\"", "-1" },
        { "\"18446744073709551615\"", "1e17" },
        { "{\"hex\":\"00ff\"}", "{\"hex\":\"00f\"}" },
        { "{\"hex\":\"00ff\"}", "{\"hex\":\"00fg\"}" },
        { "{\"hex\":\"00ff\"}", "{\"hex\":1}" },
        { "{\"hex\":\"00ff\"}", "{\"hax\":\"00\"}" },
        { "{\"hex\":\"00ff\"}", "{\"hex\":\"00\",\"hex\":\"00\"}" },
        { "{\"hex\":\"00ff\"}", "{}" },
        { "{\"hex\":\"00ff\"}", "\"a\\u0000b\"" },
        { "{\"hex\":\"00ff\"}", "\"\xFF\"" },
        { "[1,\"odd\"", "[1,\"even\"" }, /* a key twice */
        { "2,1,0]]", "2,2,0]]" },       /* no truth */
        { "[1,5]]", "[1,5],[1,4]]" },
        { "[1,5]]", "[1,5],7]" },
        { "\"deeds\":[[\"player\",\"deeds\"]", "\"deeds\":[[\"deeds\",\"player\"]" },
        { "\"deeds\":[[\"player\",\"deeds\"],[1,5]]", "\"deeds\":[]" },
        { "\"deeds\":[[\"player\",\"deeds\"],[1,5]]", "\"deeds\":{}" },
        { "\"deeds\":[[\"player\",\"deeds\"],[1,5]],", "" },
        { "[1,\"privacy\",1,2,1,2]", "[1,\"privacy\",1,2,1,2],[1,\"privacy\",1,2,1,0]" },
        { "[1,\"present\",1,", "[1,\"present\",9,9,9,9,9],[1,\"present\",1," },
    };
    Disk disk;
    StrBuf text;
    disk_init(&disk);
    strbuf_init(&text, alloc_heap());
    disk_fill(&disk);
    StrView whole = strbuf_view(&disk.text);
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        replaced(&text, whole, changes[i][0], changes[i][1]);
        expect_damaged(strbuf_view(&text));
    }
    for (size_t len = 1; len < whole.len; len++) {
        expect_damaged(strview_slice(whole, 0, len));
    }
    strbuf_clear(&text);
    strbuf_append(&text, whole);
    strbuf_append(&text, SV("}"));
    expect_damaged(strbuf_view(&text));
    expect_damaged(SV("this is not a store, it is a letter to grandma"));
    expect_damaged(SV("[]"));
    expect_damaged(SV("null"));
    expect_damaged((StrView){ "\0\0\0", 3 });
    strbuf_clear(&text);
    for (size_t i = 0; i < 100000; i++) {
        strbuf_char(&text, '[');
    }
    expect_damaged(strbuf_view(&text));
    strbuf_release(&text);
    strbuf_release(&disk.text);
}

static void test_newer(void)
{
    static const char *const versions[] = { "\"version\":2", "\"version\":9007199254740992", "\"version\":2,\"more\":{}" };
    Disk disk;
    StrBuf text;
    disk_init(&disk);
    strbuf_init(&text, alloc_heap());
    disk_fill(&disk);
    unsigned writes = disk.writes;
    for (size_t i = 0; i < 3; i++) {
        bool was_broken = true;
        Store *store = NULL;
        replaced(&text, strbuf_view(&disk.text), "\"version\":1", versions[i]);
        EXPECT_EQ(disk_open_from(&disk, alloc_heap(), strbuf_view(&text), &store, &was_broken), STATUS_UNSUPPORTED);
        EXPECT(!was_broken && !store);
    }
    EXPECT_EQ(disk.writes, writes);
    strbuf_release(&text);
    strbuf_release(&disk.text);
}

/* A million rows with few keys: sorted, not compared each with each. */
static void test_many_rows(void)
{
    StrBuf text;
    Disk disk;
    disk_init(&disk);
    strbuf_init(&text, alloc_heap());
    disk_fill(&disk);
    replaced(&text, strbuf_view(&disk.text), ",\"last_id\":1}", "");
    strbuf_truncate(&text, text.len - 1);
    while (text.len < 4 * 1024 * 1024) {
        strbuf_printf(&text, ",[%zu,\"\",\"\"]", text.len);
    }
    strbuf_append(&text, SV(",[1,\"even\",\"\"]],\"last_id\":1}"));
    expect_damaged(strbuf_view(&text));
    strbuf_release(&text);
    strbuf_release(&disk.text);
}

int main(void)
{
    test_damaged();
    test_newer();
    test_many_rows();
    return TEST_MAIN_END();
}
