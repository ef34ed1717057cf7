/* A folder or a zip, and what a stranger's zip can try. */
#include "sango/files/files.h"

#include "sango/base/file.h"
#include "test.h"
#include "zip_maker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { READ_MAX = 1024 * 1024 };

static void collect(void *user, const Diag *diag)
{
    diag_format(user, diag);
}

typedef struct Opened {
    StrBuf said;
    FileTree *tree;
    Status status;
} Opened;

static Opened open_bytes(const StrBuf *bytes, const char *path)
{
    Opened opened = { .tree = NULL };
    strbuf_init(&opened.said, alloc_heap());
    DiagSink sink = { collect, &opened.said, 0, 0 };
    EXPECT_EQ(file_write(path, strbuf_view(bytes)), STATUS_OK);
    opened.status = file_tree_open(alloc_heap(), path, &sink, &opened.tree);
    EXPECT((opened.status == STATUS_OK) == (opened.tree != NULL));
    return opened;
}

static Opened open_entries(const ZipEntry *entries, uint32_t count)
{
    StrBuf bytes;
    strbuf_init(&bytes, alloc_heap());
    zip_make(&bytes, entries, count);
    Opened opened = open_bytes(&bytes, TEST_FOLDER "/files-test.zip");
    strbuf_release(&bytes);
    return opened;
}

static void done(Opened *opened)
{
    file_tree_close(opened->tree);
    strbuf_release(&opened->said);
    (void)remove(TEST_FOLDER "/files-test.zip");
}

static void check_read(const Opened *opened, StrView name, Status status, StrView expected)
{
    StrView text;
    EXPECT_EQ(opened->tree ? file_tree_read(opened->tree, alloc_heap(), name, READ_MAX, &text) : STATUS_IO, status);
    if (opened->tree && status == STATUS_OK) {
        EXPECT(strview_equal(text, expected));
        file_free(alloc_heap(), &text);
    }
}

static void check_names(void)
{
    static const char *const inside[] = { "a", "a/b.yarn", "..a/b..", "a.b/c" };
    static const char *const outside[] = { "", "..", "../a", "a/../../b", "/a", "a//b", "a/", "./a", "a/.", "a\\b", "C:/a", "a\nb" };
    for (size_t i = 0; i < sizeof inside / sizeof *inside; i++) {
        EXPECT(file_tree_is_inside(strview_from_cstr(inside[i])));
    }
    for (size_t i = 0; i < sizeof outside / sizeof *outside; i++) {
        EXPECT(!file_tree_is_inside(strview_from_cstr(outside[i])));
    }
    char longest[FILE_TREE_NAME_BYTES_MAX + 2];
    memset(longest, 'a', sizeof longest);
    EXPECT(file_tree_is_inside((StrView){ longest, FILE_TREE_NAME_BYTES_MAX }));
    EXPECT(!file_tree_is_inside((StrView){ longest, FILE_TREE_NAME_BYTES_MAX + 1 }));
}

static void check_folder(void)
{
    FileTree *tree;
    StrView text;
    EXPECT_EQ(file_tree_open(alloc_heap(), "../levels/sango", NULL, &tree), STATUS_OK);
    EXPECT(!file_tree_is_zip(tree));
    EXPECT_EQ(file_tree_read(tree, alloc_heap(), SV("pack.json"), READ_MAX, &text), STATUS_OK);
    EXPECT(text.len > 100);
    file_free(alloc_heap(), &text);
    EXPECT_EQ(file_tree_read(tree, alloc_heap(), SV("pack.json"), 10, &text), STATUS_LIMIT);
    EXPECT_EQ(file_tree_read(tree, alloc_heap(), SV("../README.md"), READ_MAX, &text), STATUS_INVALID);
    EXPECT_EQ(file_tree_read(tree, alloc_heap(), SV("none"), READ_MAX, &text), STATUS_NOT_FOUND);
    file_tree_close(tree);
    EXPECT_EQ(file_tree_open(alloc_heap(), "no-such-place", NULL, &tree), STATUS_NOT_FOUND);
    EXPECT_EQ(file_tree_open(alloc_heap(), "/dev/null", NULL, &tree), STATUS_IO);
}

static void check_zip(void)
{
    const ZipEntry flat[] = { { .name = "pack.json", .bytes = SV("{}") }, { .name = "older/one.yarn", .bytes = SV("title: A") } };
    Opened opened = open_entries(flat, 2);
    EXPECT_EQ(opened.status, STATUS_OK);
    EXPECT(opened.tree && file_tree_is_zip(opened.tree));
    check_read(&opened, SV("pack.json"), STATUS_OK, SV("{}"));
    check_read(&opened, SV("older/one.yarn"), STATUS_OK, SV("title: A"));
    check_read(&opened, SV("older"), STATUS_IO, SV(""));
    check_read(&opened, SV("none.yarn"), STATUS_NOT_FOUND, SV(""));
    check_read(&opened, SV("../../../../etc/passwd"), STATUS_INVALID, SV(""));
    done(&opened);

    const ZipEntry nested[] = { { .name = "ducks/pack.json", .bytes = SV("[]") }, { .name = "ducks/one.yarn", .bytes = SV("x") } };
    opened = open_entries(nested, 2);
    check_read(&opened, SV("pack.json"), STATUS_OK, SV("[]"));
    done(&opened);
}

/* Two at once, and one after the other: PhysicsFS has one search path. */
static void check_two(void)
{
    const ZipEntry one[] = { { .name = "a", .bytes = SV("first") } };
    const ZipEntry two[] = { { .name = "a", .bytes = SV("second") } };
    StrBuf bytes;
    strbuf_init(&bytes, alloc_heap());
    zip_make(&bytes, two, 1);
    Opened first = open_entries(one, 1);
    Opened second = open_bytes(&bytes, TEST_FOLDER "/files-test-two.zip");
    check_read(&first, SV("a"), STATUS_OK, SV("first"));
    check_read(&second, SV("a"), STATUS_OK, SV("second"));
    done(&first);
    check_read(&second, SV("a"), STATUS_OK, SV("second"));
    done(&second);
    (void)remove(TEST_FOLDER "/files-test-two.zip");
    strbuf_release(&bytes);
}

static void check_outside(void)
{
    static const char *const names[] = { "../evil.yarn", "a/../../evil.yarn", "..\\evil", "C:\\evil", "/etc/evil" };
    enum { REFUSED = 4 }; /* the last one stays inside: PhysicsFS reads it as etc/evil */
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const ZipEntry entries[] = { { .name = "pack.json", .bytes = SV("{}") }, { .name = names[i], .bytes = SV("x") } };
        Opened opened = open_entries(entries, 2);
        EXPECT_EQ(opened.status, i < REFUSED ? STATUS_INVALID : STATUS_OK);
        EXPECT(strview_contains(strbuf_view(&opened.said), SV("leads out of the zip")) == (i < REFUSED));
        if (i >= REFUSED) {
            check_read(&opened, strview_from_cstr(names[i]), STATUS_INVALID, SV(""));
        }
        done(&opened);
    }
    const ZipEntry link[] = { { .name = "pack.json", .bytes = SV("/etc/passwd"), .mode = 0120777 } };
    Opened opened = open_entries(link, 1);
    StrView text;
    if (opened.tree && file_tree_read(opened.tree, alloc_heap(), SV("pack.json"), READ_MAX, &text) == STATUS_OK) {
        EXPECT(!strview_contains(text, SV("root:"))); /* not where it points to */
        file_free(alloc_heap(), &text);
    }
    done(&opened);
}

/* Bits of a deflate stream, lowest first; codes of Huffman highest first. */
typedef struct Bits {
    StrBuf *out;
    unsigned byte, used;
} Bits;

static void put_code(Bits *bits, unsigned code, unsigned count)
{
    while (count-- > 0) {
        bits->byte |= (code >> count & 1) << bits->used;
        if (++bits->used == 8) {
            strbuf_append(bits->out, (StrView){ (const char[]){ (char)bits->byte }, 1 });
            bits->byte = bits->used = 0;
        }
    }
}

/* 10 MiB of zeros in some kilobytes: one block of fixed codes (RFC 1951), a zero and copies of it. */
static void make_bomb(StrBuf *out)
{
    Bits bits = { out, 0, 0 };
    put_code(&bits, 6, 3);    /* the last block; fixed codes */
    put_code(&bits, 0x30, 8); /* a zero */
    for (size_t left = 10 * 1024 * 1024 - 1; left >= 258; left -= 258) {
        put_code(&bits, 0xC5, 8); /* 258 bytes */
        put_code(&bits, 0, 5);    /* from one byte before */
    }
    put_code(&bits, 0, 7); /* the end */
    put_code(&bits, 0, 8);
}

static void check_bomb(void)
{
    StrBuf deflated;
    StrView text;
    strbuf_init(&deflated, alloc_heap());
    make_bomb(&deflated);
    /* What it claims to be: very large, and small. */
    static const uint32_t claims[] = { 0xFFFFFFF0u, 10 * 1024 * 1024, 100 };
    for (size_t i = 0; i < sizeof claims / sizeof *claims; i++) {
        const ZipEntry entries[] = { { .name = "pack.json", .bytes = SV(""), .method = 8, .claimed = claims[i],
                                       .deflated = deflated.data, .deflated_len = (uint32_t)deflated.len } };
        Opened opened = open_entries(entries, 1);
        Status status = opened.tree ? file_tree_read(opened.tree, alloc_heap(), SV("pack.json"), READ_MAX, &text) : STATUS_INVALID;
        EXPECT(status != STATUS_NOMEM);
        if (status == STATUS_OK) {
            EXPECT(text.len <= 100); /* no more than it claims */
            file_free(alloc_heap(), &text);
        } else {
            EXPECT(status == STATUS_LIMIT || status == STATUS_IO || status == STATUS_INVALID);
        }
        done(&opened);
    }
    strbuf_release(&deflated);
}

static void check_damaged(void)
{
    StrBuf bytes, cut;
    strbuf_init(&bytes, alloc_heap());
    strbuf_init(&cut, alloc_heap());
    const ZipEntry entries[] = { { .name = "pack.json", .bytes = SV("{ \"format\": 1 }") }, { .name = "b", .bytes = SV("x"), .flags = 1 } };
    zip_make(&bytes, entries, 2);
    for (size_t len = 0; len < bytes.len; len++) { /* cut short anywhere */
        strbuf_clear(&cut);
        strbuf_append(&cut, strview_slice(strbuf_view(&bytes), 0, len));
        Opened opened = open_bytes(&cut, TEST_FOLDER "/files-test.zip");
        EXPECT(opened.status != STATUS_OK);
        EXPECT(strview_contains(strbuf_view(&opened.said), SV("[pack-zip]")));
        done(&opened);
    }
    for (size_t at = 0; at < bytes.len; at++) { /* one byte wrong anywhere: never a crash */
        StrView text;
        strbuf_clear(&cut);
        strbuf_append(&cut, strbuf_view(&bytes));
        cut.data[at] = (char)~cut.data[at];
        Opened opened = open_bytes(&cut, TEST_FOLDER "/files-test.zip");
        if (opened.tree && file_tree_read(opened.tree, alloc_heap(), SV("pack.json"), READ_MAX, &text) == STATUS_OK) {
            EXPECT(text.len <= READ_MAX);
            file_free(alloc_heap(), &text);
        }
        done(&opened);
    }
    Opened opened = open_bytes(&bytes, TEST_FOLDER "/files-test.zip");
    StrView text;
    EXPECT(opened.tree && file_tree_read(opened.tree, alloc_heap(), SV("b"), READ_MAX, &text) != STATUS_OK); /* encrypted */
    done(&opened);
    strbuf_release(&bytes);
    strbuf_release(&cut);
}

static void check_many(void)
{
    enum { MANY = FILE_TREE_ENTRIES_MAX + 1 };
    StrBuf bytes;
    strbuf_init(&bytes, alloc_heap());
    ZipEntry *entries = calloc(MANY, sizeof *entries);
    char (*names)[16] = calloc(MANY, sizeof *names);
    for (int i = 0; entries && names && i < MANY; i++) {
        (void)snprintf(names[i], sizeof names[i], "f%d", i);
        entries[i] = (ZipEntry){ .name = names[i], .bytes = SV("x") };
    }
    zip_make(&bytes, entries, MANY);
    Opened opened = open_bytes(&bytes, TEST_FOLDER "/files-test.zip");
    EXPECT_EQ(opened.status, STATUS_LIMIT);
    EXPECT(strview_contains(strbuf_view(&opened.said), SV("more than 4096")));
    done(&opened);
    free(entries);
    free(names);
    strbuf_release(&bytes);
}

int main(void)
{
    check_names();
    check_folder();
    check_zip();
    check_two();
    check_outside();
    check_bomb();
    check_damaged();
    check_many();
    return TEST_MAIN_END();
}
