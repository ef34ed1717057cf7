/* Packs from strangers: each that cannot be used says why, with file and line, and the others are played. */
#include "files/zip_maker.h"
#include "sango/base/file.h"
#include "sango/level/library.h"
#include "support.h"

#include <stdio.h>

static const char folder[] = TEST_FOLDER "/packs";

static void write_file(const char *name, StrView bytes)
{
    StrBuf path;
    strbuf_init(&path, alloc_heap());
    strbuf_printf(&path, "%s/%s", folder, name);
    size_t end = path.len;
    while (end > 0 && path.data[end - 1] != '/') {
        end--;
    }
    path.data[end - 1] = '\0';
    EXPECT_EQ(file_make_folders(path.data), STATUS_OK);
    path.data[end - 1] = '/';
    EXPECT_EQ(file_write(path.data, bytes), STATUS_OK);
    strbuf_release(&path);
}

static void write_manifest(StrBuf *out, const char *id, const char *file)
{
    strbuf_clear(out);
    strbuf_printf(out,
                  "{ \"format\": 1, \"id\": \"%s\", \"version\": \"1\", \"licence\": \"x\", \"language\": \"en\", \"title\": \"T\",\n"
                  "  \"worlds\": [ { \"id\": \"w\", \"title\": \"W\", \"power\": \"help\" } ],\n"
                  "  \"levels\": [ { \"id\": \"one\", \"files\": [\"%s\"], \"start\": \"A\", \"world\": \"w\", \"band\": [\"7-9\"], \"title\": \"One\" } ] }\n",
                  id, file);
}

static void write_zip(const char *name, const ZipEntry *entries, uint32_t count)
{
    StrBuf bytes;
    strbuf_init(&bytes, alloc_heap());
    zip_make(&bytes, entries, count);
    write_file(name, strbuf_view(&bytes));
    strbuf_release(&bytes);
}

/* In the order in which they are read: by name. */
static void write_packs(void)
{
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    write_file("a-json/pack.json", SV("{ \"format\": 1,\n  \"id\": oops }"));
    write_file("b-utf8/pack.json", SV("{ \"format\": 1,\n  \"id\": \"\xC3\x28\" }"));
    write_manifest(&text, "leaves", "../../secret.yarn");
    write_file("c-leaves/pack.json", strbuf_view(&text));
    const ZipEntry outside[] = { { .name = "pack.json", .bytes = SV("{}") }, { .name = "../evil.yarn", .bytes = SV("x") } };
    write_zip("d-outside.zip", outside, 2);
    write_file("e-no-zip.zip", SV("this is text"));
    write_file("f-empty/readme.txt", SV("no pack"));
    write_manifest(&text, "good", "one.yarn");
    write_file("g-good/pack.json", strbuf_view(&text));
    write_file("g-good/one.yarn", SV("title: A\n---\nHello. #line:a1\n===\n"));
    const ZipEntry same[] = { { .name = "pack.json", .bytes = strbuf_view(&text) } };
    write_zip("h-same-id.zip", same, 1);
    StrBuf other;
    strbuf_init(&other, alloc_heap());
    write_manifest(&other, "zipped", "one.yarn");
    const ZipEntry zipped[] = { { .name = "stories/pack.json", .bytes = strbuf_view(&other) },
                                { .name = "stories/one.yarn", .bytes = SV("title: A\n---\nZipped. #line:a1\n===\n") } };
    write_zip("i-zipped.zip", zipped, 2);
    write_manifest(&other, "missing", "gone.yarn");
    write_file("j-missing/pack.json", strbuf_view(&other));
    write_file("note.txt", SV("not a pack, and no mistake"));
    strbuf_release(&other);
    strbuf_release(&text);
}

static void check_messages(StrView said)
{
    static const char *const parts[] = { "a-json/pack.json:2:", "b-utf8/pack.json:2:", "c-leaves/pack.json:3:", "d-outside.zip: error: ",
                                         "e-no-zip.zip: error: this is no zip", "f-empty/pack.json: error: not found",
                                         "h-same-id.zip: error: left out: there is another pack with the id good" };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        EXPECT(has_text(said, parts[i]));
        if (!has_text(said, parts[i])) {
            fprintf(stderr, "missing: %s\n", parts[i]);
        }
    }
    EXPECT(!has_text(said, "note.txt"));
}

static void check_level(const LevelLibrary *library, const char *key, Status expected)
{
    const LevelPack *pack;
    YarnProgram *program = NULL;
    StrBuf said;
    strbuf_init(&said, alloc_heap());
    DiagSink sink = { collect_text, &said, 0, 0 };
    const LevelEntry *level = level_library_find(library, strview_from_cstr(key), &pack);
    EXPECT(level != NULL);
    if (level) {
        EXPECT(strview_equal(level->key, strview_from_cstr(key)));
        EXPECT_EQ(level_open(alloc_heap(), pack, level, &sink, &program), expected);
        EXPECT(expected == STATUS_OK || has_text(strbuf_view(&said), "gone.yarn: error: a file of the level 'one': not found"));
        yarn_program_destroy(program);
    }
    strbuf_release(&said);
}

int main(void)
{
    LevelLibrary library;
    StrBuf said;
    const LevelPack *pack;
    strbuf_init(&said, alloc_heap());
    DiagSink sink = { collect_text, &said, 0, 0 };
    write_packs();
    EXPECT_EQ(level_library_open(alloc_heap(), "../levels/sango", folder, &sink, &library), STATUS_OK);
    EXPECT(library.has_own);
    EXPECT_EQ(library.count, 4); /* sango, good, zipped, missing */
    check_messages(strbuf_view(&said));
    check_level(&library, "good/one", STATUS_OK);
    check_level(&library, "zipped/one", STATUS_OK);
    check_level(&library, "missing/one", STATUS_NOT_FOUND);
    EXPECT(level_library_find(&library, SV("surprise-present"), &pack) && pack == &library.packs[0]);
    EXPECT(!level_library_find(&library, SV("leaves/one"), &pack));
    level_library_release(&library);

    strbuf_clear(&said); /* the game's own is broken: the others are played */
    EXPECT_EQ(level_library_open(alloc_heap(), TEST_FOLDER "/packs/a-json", folder, &sink, &library), STATUS_OK);
    EXPECT(!library.has_own);
    EXPECT_EQ(library.count, 3);
    level_library_release(&library);
    EXPECT_EQ(level_library_open(alloc_heap(), "../levels/sango", "no-such-folder", &sink, &library), STATUS_OK);
    EXPECT_EQ(library.count, 1);
    level_library_release(&library);
    strbuf_release(&said);
    return TEST_MAIN_END();
}
