/* What the operating system is asked for: the user's folders as XDG has them, random bytes, room on a disk. */
#define _DEFAULT_SOURCE 1
#include "sango/base/file.h"
#include "sango/base/system.h"

#include "test.h"

#include <stdlib.h>
#include <string.h>

static bool is_folder_now(void (*ask)(StrBuf *folder), const char *expected)
{
    StrBuf folder;
    strbuf_init(&folder, alloc_heap());
    ask(&folder);
    bool is = strcmp(folder.data, expected) == 0;
    strbuf_release(&folder);
    return is;
}

static void test_folders(void)
{
    setenv("HOME", "/home/kim", 1);
    unsetenv("XDG_DATA_HOME");
    EXPECT(is_folder_now(system_user_folder, "/home/kim/.local/share/sango"));
    setenv("XDG_DATA_HOME", "relative", 1); /* the standard says: as if it were not set */
    EXPECT(is_folder_now(system_user_folder, "/home/kim/.local/share/sango"));
    setenv("XDG_DATA_HOME", "/data", 1);
    EXPECT(is_folder_now(system_user_folder, "/data/sango"));
    unsetenv("XDG_DATA_HOME");
    unsetenv("HOME");
    EXPECT(is_folder_now(system_user_folder, ""));
    EXPECT(is_folder_now(system_documents_folder, ""));
}

static void test_documents(void)
{
    StrBuf whole;
    strbuf_init(&whole, alloc_heap());
    EXPECT_EQ(system("rm -rf system-test"), 0);
    EXPECT_EQ(file_make_folders("system-test"), STATUS_OK);
    EXPECT_EQ(file_whole_path("system-test", &whole), STATUS_OK);
    setenv("HOME", "/home/kim", 1);
    setenv("XDG_CONFIG_HOME", whole.data, 1);
    EXPECT(is_folder_now(system_documents_folder, ""));
    EXPECT_EQ(file_write("system-test/user-dirs.dirs", SV("# XDG_DOCUMENTS_DIR=\"$HOME/No\"\nXDG_DOCUMENTS_DIR=\"$HOME/Dokumente \xC3\xA9\"\n")), STATUS_OK);
    EXPECT(is_folder_now(system_documents_folder, "/home/kim/Dokumente \xC3\xA9"));
    EXPECT_EQ(file_write("system-test/user-dirs.dirs", SV("XDG_DOCUMENTS_DIR=\"/srv/papers\"\n")), STATUS_OK);
    EXPECT(is_folder_now(system_documents_folder, "/srv/papers"));
    EXPECT_EQ(system("rm -rf system-test"), 0);
    strbuf_release(&whole);
}

static void test_rest(void)
{
    unsigned char one[16] = { 0 }, two[16] = { 0 };
    uint64_t bytes;
    StrBuf folder;
    strbuf_init(&folder, alloc_heap());
    system_program_folder(&folder);
    EXPECT(folder.len > 0 && file_is_folder(folder.data));
    strbuf_append(&folder, SV("/test_base_system"));
    EXPECT(file_is_there(folder.data));
    EXPECT(system_free_bytes(folder.data, &bytes) && bytes > 0);
    EXPECT(!system_free_bytes("(in memory)", &bytes) && bytes == 0);
    strbuf_release(&folder);
    EXPECT(system_random(one, sizeof one) && system_random(two, sizeof two));
    EXPECT(memcmp(one, two, sizeof one) != 0);
    system_wipe(one, sizeof one);
    memset(two, 0, sizeof two);
    EXPECT(memcmp(one, two, sizeof one) == 0);
}

int main(void)
{
    test_folders();
    test_documents();
    test_rest();
    return TEST_MAIN_END();
}
