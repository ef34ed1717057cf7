/* How many cells a text takes, and how many its place has. */
#include "tools/text_room.h"

#include "test.h"

static void check_cells(void)
{
    static const struct {
        const char *speaker, *shown;
        unsigned cells;
        bool is_line;
    } rows[] = {
        { "", "Keep it.", 8, true },
        { "Yoko", "Yoko: Come over!", 10, true },
        { "Yoko", "Йоко: Ёж!", 3, true },
        { "Yoko", "洋子：來吧！", 6, true },           /* the wide colon and mark, too */
        { "", "مُعَلِّم", 4, true },                      /* four letters, four marks */
        { "", "e\xCC\x81te\xCC\x81", 3, true },         /* combining accents */
        { "", "[b]Bold[/b] words", 10, true },
        { "", "Hello {0}!", 19, true },
        { "", "[A title] {0}", 13, false },             /* no markup in titles */
        { "", "", 0, true },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        StringsText text = { .speaker = strview_from_cstr(rows[i].speaker), .is_line = rows[i].is_line };
        EXPECT_EQ(text_room_cells(&text, strview_from_cstr(rows[i].shown)), rows[i].cells);
    }
}

static void check_limits(void)
{
    EXPECT_EQ(text_room_limit(&(StringsText){ .is_line = true }, false), ROOM_LINE);
    EXPECT_EQ(text_room_limit(&(StringsText){ .is_line = true, .is_option = true }, false), ROOM_CHOICE);
    EXPECT_EQ(text_room_limit(&(StringsText){ .is_line = true }, true), 0);
    EXPECT_EQ(text_room_limit(&(StringsText){ .id = SV("level.key.title") }, false), ROOM_TITLE);
    EXPECT_EQ(text_room_limit(&(StringsText){ .id = SV("world.rights") }, false), ROOM_TITLE);
    EXPECT_EQ(text_room_limit(&(StringsText){ .id = SV("level.key.summary") }, false), ROOM_SUMMARY);
}

static void check_usual(void)
{
    EXPECT_EQ(text_room_usual(0), 0);
    EXPECT_EQ(text_room_usual(10), 37);
    EXPECT_EQ(text_room_usual(20), 50);
    EXPECT_EQ(text_room_usual(50), 100);
    EXPECT_EQ(text_room_usual(100), 162);
}

int main(void)
{
    check_cells();
    check_limits();
    check_usual();
    return TEST_MAIN_END();
}
