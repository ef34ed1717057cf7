/* Lists, sizes and removals of files. */
#include "sango/base/file.h"

#include "test.h"

#include <stdlib.h>

static void test_list(void)
{
    Arena arena;
    StrView *names;
    size_t count;
    arena_init(&arena, alloc_heap(), 256);
    EXPECT_EQ(file_list(&arena, "file-test", SV(""), SV(""), &names, &count), STATUS_OK);
    EXPECT_EQ(count, 4);
    EXPECT(strview_equal(names[0], SV("B.json")) && strview_equal(names[3], SV("b.txt"))); /* bytes: capitals first */
    EXPECT_EQ(file_list(&arena, "file-test", SV(""), SV(".json"), &names, &count), STATUS_OK);
    EXPECT(count == 2 && strview_equal(names[1], SV("a.json"))); /* not the folder of that name */
    EXPECT_EQ(file_list(&arena, "file-test", SV("a."), SV(""), &names, &count), STATUS_OK);
    EXPECT_EQ(count, 2);
    EXPECT_EQ(file_list(&arena, "file-test", SV("a.json"), SV("json.json"), &names, &count), STATUS_OK);
    EXPECT_EQ(count, 0);
    EXPECT_EQ(file_list(&arena, "file-test/nowhere", SV(""), SV(""), &names, &count), STATUS_OK);
    EXPECT(count == 0 && names == NULL);
    EXPECT_EQ(file_list(&arena, "file-test/a.txt", SV(""), SV(""), &names, &count), STATUS_OK); /* no folder */
    EXPECT_EQ(count, 0);
    arena_release(&arena);
}

static void test_everything_in(void)
{
    Arena arena;
    StrView *names;
    size_t count;
    arena_init(&arena, alloc_heap(), 256);
    EXPECT_EQ(file_write("file-test/.hidden", SV("")), STATUS_OK);
    EXPECT_EQ(file_list_all(&arena, "file-test", &names, &count), STATUS_OK);
    EXPECT_EQ(count, 5);
    EXPECT(strview_equal(names[0], SV("B.json")) && strview_equal(names[4], SV("folder.json")));
    EXPECT_EQ(file_list_all(&arena, "file-test/nowhere", &names, &count), STATUS_OK);
    EXPECT_EQ(count, 0);
    arena_release(&arena);
    EXPECT(file_is_folder("file-test") && !file_is_folder("file-test/a.txt") && !file_is_folder("file-test/nothing"));
    EXPECT(file_is_there("file-test/a.txt") && file_is_there("file-test") && !file_is_there("file-test/nothing"));
}

/* A new name, in the place of what had it; the stamp is another one after each change, the whole path begins at the root. */
static void test_rename(void)
{
    StrView text;
    StrBuf whole;
    EXPECT_EQ(file_write("file-test/old \xC3\xA9", SV("one")), STATUS_OK);
    EXPECT_EQ(file_write("file-test/new", SV("two, longer")), STATUS_OK);
    uint64_t before = file_stamp("file-test/new");
    EXPECT_EQ(file_rename("file-test/old \xC3\xA9", "file-test/new"), STATUS_OK);
    EXPECT(before != 0 && file_stamp("file-test/new") != before && file_stamp("file-test/new") == file_stamp("file-test/new"));
    EXPECT_EQ(file_stamp("file-test/old \xC3\xA9"), 0);
    EXPECT_EQ(file_read(alloc_heap(), "file-test/new", 100, &text), STATUS_OK);
    EXPECT(strview_equal(text, SV("one")));
    file_free(alloc_heap(), &text);
    EXPECT_EQ(file_rename("file-test/nothing", "file-test/new"), STATUS_IO);
    strbuf_init(&whole, alloc_heap());
    EXPECT_EQ(file_whole_path("file-test/new", &whole), STATUS_OK);
    EXPECT(whole.data[0] == '/' && file_is_there(whole.data));
    EXPECT_EQ(file_whole_path("file-test/nothing", &whole), STATUS_NOT_FOUND);
    strbuf_release(&whole);
    EXPECT_EQ(file_remove("file-test/new"), STATUS_OK);
}

static void test_one(void)
{
    uint64_t bytes = 0;
    EXPECT_EQ(file_size("file-test/a.txt", &bytes), STATUS_OK);
    EXPECT_EQ(bytes, 5);
    EXPECT_EQ(file_size("file-test/folder.json", &bytes), STATUS_IO);
    EXPECT_EQ(file_size("file-test/nothing", &bytes), STATUS_NOT_FOUND);
    EXPECT_EQ(file_remove("file-test/nothing"), STATUS_NOT_FOUND);
    EXPECT_EQ(file_remove("file-test/folder.json"), STATUS_IO);
    EXPECT_EQ(file_remove("file-test/a.txt"), STATUS_OK);
    EXPECT_EQ(file_size("file-test/a.txt", &bytes), STATUS_NOT_FOUND);
}

/* What lies where the new bytes go first is neither written through nor in the way. */
static void test_beside(void)
{
    StrView text;
    EXPECT_EQ(system("echo theirs > file-test/theirs && ln -s theirs file-test/c.txt.new"), 0);
    EXPECT_EQ(file_write("file-test/c.txt", SV("ours")), STATUS_OK);
    EXPECT_EQ(file_read(alloc_heap(), "file-test/theirs", 100, &text), STATUS_OK);
    EXPECT(strview_equal(text, SV("theirs\n")));
    file_free(alloc_heap(), &text);
    EXPECT_EQ(system("echo half > file-test/c.txt.new"), 0);
    EXPECT_EQ(file_write("file-test/c.txt", SV("ours again")), STATUS_OK);
    EXPECT_EQ(file_read(alloc_heap(), "file-test/c.txt", 100, &text), STATUS_OK);
    EXPECT(strview_equal(text, SV("ours again")));
    file_free(alloc_heap(), &text);
}

int main(void)
{
    EXPECT_EQ(system("rm -rf file-test"), 0);
    EXPECT_EQ(file_make_folders("file-test/folder.json"), STATUS_OK);
    EXPECT_EQ(file_write("file-test/a.txt", SV("hello")), STATUS_OK);
    EXPECT_EQ(file_write("file-test/b.txt", SV("")), STATUS_OK);
    EXPECT_EQ(file_write("file-test/a.json", SV("{}")), STATUS_OK);
    EXPECT_EQ(file_write("file-test/B.json", SV("{}")), STATUS_OK);
    test_list();
    test_everything_in();
    test_rename();
    test_one();
    test_beside();
    EXPECT_EQ(system("rm -rf file-test"), 0);
    return TEST_MAIN_END();
}
