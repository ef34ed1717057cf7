#include "sango/player/nickname.h"
#include "test.h"

int main(void)
{
    Rng rng;
    rng_seed(&rng, 7);
    Catalogue english;
    catalogue_init(&english, alloc_heap(), SV("en"));
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    for (int i = 0; i < 500; i++) {
        Nickname made = nickname_random(&rng);
        Nickname back = { 0 };
        strbuf_clear(&text);
        nickname_write(&made, &text);
        EXPECT(nickname_parse(strbuf_view(&text), &back));
        EXPECT(made.trait == back.trait && made.animal == back.animal && made.number == back.number);
    }
    Nickname otter;
    EXPECT(nickname_parse(SV("brave/otter/7"), &otter));
    strbuf_clear(&text);
    nickname_show(&otter, &english, &text);
    EXPECT(strview_equal(strbuf_view(&text), SV("Brave Otter 7")));
    static const char *const damaged[] = { "", "brave", "brave/otter", "brave/otter/0", "brave/otter/100", "brave/wolf/7",
                                           "rude/otter/7", "brave/otter/7x", "brave/otter/7/8" };
    for (size_t i = 0; i < sizeof damaged / sizeof damaged[0]; i++) {
        EXPECT(!nickname_parse(strview_from_cstr(damaged[i]), &otter));
    }
    strbuf_release(&text);
    return TEST_MAIN_END();
}
