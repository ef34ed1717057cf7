/* What a grown-up needs of a level: read from a small one, whole; from each that is shipped, complete. */
#include "meter.h"
#include "sango/level/kit.h"
#include "sango/level/marks.h"
#include "sango/level/words.h"
#include "support.h"

static const char story[] = "title: Start\n---\n"
                            "<<declare $clue = false>>\n"
                            "<<place bedroom evening>>\n"
                            "Kofi: {nickname()}, what do I write? #line:k1\n"
                            "<<decision d1 privacy 3 16 contact>>\n"
                            "-> Just the street. #risky #icon:house #line:k2\n"
                            "    <<set $clue = true>>\n"
                            "    Sango: A clue, {nickname()}. #reason #line:k3\n"
                            "    <<recovery d1>>\n"
                            "    -> Nothing. #line:k4\n"
                            "    -> Delete it. #recover #line:k5\n"
                            "        <<decision d3 shield 13 16 contract>>\n"
                            "        Sango: And the [b]copy[/b]? #line:k6\n"
                            "        -> Delete that, too. #safe #line:k7\n"
                            "            Sango: Both. #reason #line:k8\n"
                            "        -> Keep it. #okay #line:k9\n"
                            "            Sango: One. #reason #line:k10\n"
                            "-> No address. #safe #icon:lock #line:k11\n"
                            "    Sango: Good. #reason #line:k12\n"
                            "    Sango: Because & so. #why #line:k13\n"
                            "<<place park day>>\n"
                            "<<telling d1>>\n"
                            "Sango: It's time. {nickname()}, which words? Now, {nickname()}! #line:k14\n"
                            "-> Mama, <look>. #safe #tell #line:k15\n"
                            "    Sango: Clear. #reason #line:k16\n"
                            "-> Hm. #okay #line:k17\n"
                            "    Sango: Nearly. #reason #line:k18\n"
                            "<<tool headband>>\n"
                            "<<activity d2 order truth 16 17 content>>\n"
                            "Sango: What comes first? #line:k19\n"
                            "One #step #line:k20\n"
                            "Two #step #line:k21\n"
                            "Three #step #line:k22\n"
                            "-> At once. #safe #line:k23\n"
                            "    Sango: Quick. #reason #line:k24\n"
                            "-> Nearly. #okay #line:k25\n"
                            "    Sango: Fine. #reason #line:k26\n"
                            "-> At last. #risky #recover #line:k27\n"
                            "    Sango: Done. #reason #line:k28\n"
                            "Which colour? #line:k29\n"
                            "-> Red. #line:k30\n"
                            "-> Blue. #line:k31\n"
                            "<<place title dawn>>\n"
                            "<<jump End>>\n===\n"
                            "title: End\n---\n"
                            "Begun. #moment:kofi-thinking #line:k40\n"
                            "<<if $clue>>\nA clue. #moment:kofi-sad #line:k41\n<<else>>\nNo clue. #moment:kofi-happy #line:k42\n<<endif>>\n"
                            "Over. #moment:sango-cheering #line:k43\n"
                            "<<if $clue>>\nLook for clues. #next #line:k44\n<<else>>\nGo on. #next #line:k45\n<<endif>>\n"
                            "<<if $clue>>\nWho saw it? #ask #line:k46\n<<else>>\nWho would ask? #ask #line:k47\n<<endif>>\n"
                            "Help me. #words #line:k48\n"
                            "===\n"
                            "title: Notes\n---\n"
                            "Pupils [b]learn[/b]. #aim #line:k50\n"
                            "Rules. #before #line:k51\n"
                            "<<if $clue>>\nMore rules. #before #line:k52\n<<endif>>\n"
                            "Stay calm. #disclosure #line:k53\n"
                            "===\n";

static const char golden[] = "aim: Pupils learn.\n"
                             "before: Rules.\n"
                             "before: More rules.\n"
                             "disclosure: Stay calm.\n"
                             "d1 privacy 3 16 contact: Kofi: Everyone, what do I write?\n"
                             "  2 house Just the street. | A clue, everyone. | \n"
                             "  0 lock No address. | Good. | Because & so.\n"
                             "d1 privacy 3 16 contact telling: Sango: It's time. Everyone, which words? Now, everyone!\n"
                             "  0T  Mama, <look>. | Clear. | \n"
                             "  1  Hm. | Nearly. | \n"
                             "d2 truth 16 17 content order: Sango: What comes first?\n"
                             "  0  At once. | Quick. | \n"
                             "  1  Nearly. | Fine. | \n"
                             "  2R  At last. | Done. | \n"
                             "d3 shield 13 16 contract aside: Sango: And the copy?\n"
                             "  0  Delete that, too. | Both. | \n"
                             "  1  Keep it. | One. | \n"
                             "moment kofi-thinking bedroom/evening: Begun.\n"
                             "moment kofi-happy park/day: No clue.\n"
                             "moment sango-cheering title/dawn: Over.\n"
                             "next: Go on.\n"
                             "ask: Who saw it?\n"
                             "ask: Who would ask?\n"
                             "words: Help me.\n"
                             "tool: headband\n"
                             "powers 46 topics 12008\n";

static const LevelEntry entry = { .id = { "t", 1 }, .key = { "t", 1 }, .title = { "Title", 5 }, .start = { "Start", 5 },
                                  .debrief = { "End", 3 }, .notes = { "Notes", 5 }, .bands = BAND_YOUNGER };

static void say_texts(StrBuf *out, const char *name, const KitTexts *texts)
{
    for (size_t i = 0; i < texts->count; i++) {
        strbuf_printf(out, "%s: %.*s\n", name, SV_ARG(texts->items[i]));
    }
}

static void say(StrBuf *out, const LevelKit *kit)
{
    for (size_t i = 0; i < KIT_NOTE_COUNT; i++) {
        say_texts(out, level_kit_tag((KitNote)i), &kit->notes[i]);
    }
    for (size_t i = 0; i < kit->decision_count; i++) {
        const KitDecision *decision = &kit->decisions[i];
        strbuf_printf(out, "%.*s %s %u %u %.*s%s%s%s%s: %.*s: %.*s\n", SV_ARG(decision->id), power_name(decision->power), decision->topic,
                      decision->crc, SV_ARG(decision->risk), decision->is_activity ? " " : "",
                      decision->is_activity ? activity_kind_name(decision->activity) : "", decision->is_telling ? " telling" : "",
                      decision->is_aside ? " aside" : "", SV_ARG(decision->speaker), SV_ARG(decision->question));
        for (size_t k = 0; k < decision->option_count; k++) {
            const KitOption *option = &decision->options[k];
            strbuf_printf(out, "  %d%s%s %.*s %.*s | %.*s | %.*s\n", (int)option->grade, option->tells ? "T" : "", option->recovers ? "R" : "",
                          SV_ARG(option->icon), SV_ARG(option->text), SV_ARG(option->reason), SV_ARG(option->why));
        }
    }
    for (size_t i = 0; i < kit->moment_count; i++) {
        const KitMoment *moment = &kit->moments[i];
        strbuf_printf(out, "moment %.*s-%.*s %.*s/%.*s: %.*s\n", SV_ARG(moment->actor), SV_ARG(moment->expression), SV_ARG(moment->place),
                      SV_ARG(moment->light), SV_ARG(moment->text));
    }
    strbuf_printf(out, "next: %.*s\n", SV_ARG(kit->next));
    say_texts(out, "ask", &kit->asks);
    say_texts(out, "words", &kit->words);
    say_texts(out, "tool", &kit->tools);
    strbuf_printf(out, "powers %x topics %x\n", kit->powers, (unsigned)kit->topics);
}

static YarnProgram *compile(const char *text)
{
    StrBuf diags;
    strbuf_init(&diags, alloc_heap());
    YarnProgram *program = compile_text(text, &diags);
    strbuf_release(&diags);
    return program;
}

static void test_small(void)
{
    YarnProgram *program = compile(story);
    LevelKit kit;
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    EXPECT_EQ(level_kit_read_program(alloc_heap(), program, &entry, NULL, &kit), STATUS_OK);
    yarn_program_destroy(program); /* nothing of the kit is in it */
    say(&text, &kit);
    if (strcmp(text.data, golden) != 0) {
        test_failures++;
        fprintf(stderr, "got\n%s", text.data);
    }
    EXPECT_TEXT(kit.title, "Title");
    EXPECT_TEXT(kit.language, "en");
    level_kit_release(&kit);
    strbuf_release(&text);
}

/* Without notes, without debrief: empty lists. Without an end: not at all. */
static void test_lacking(void)
{
    LevelKit kit;
    YarnProgram *program = compile("title: Start\n---\nHello. #line:l1\n===\n");
    EXPECT_EQ(level_kit_read_program(alloc_heap(), program, &entry, NULL, &kit), STATUS_OK);
    EXPECT(kit.decision_count == 0 && kit.moment_count == 0 && kit.notes[KIT_AIM].count == 0 && kit.words.count == 0 && kit.next.len == 0);
    level_kit_release(&kit);
    yarn_program_destroy(program);
    program = compile("title: Start\n---\nRound. #line:l1\n<<jump Start>>\n===\n");
    EXPECT_EQ(level_kit_read_program(alloc_heap(), program, &entry, NULL, &kit), STATUS_INVALID);
    yarn_program_destroy(program);
    program = compile("title: Start\n---\nRound. #line:l1\n-> No way. <<if false>> #line:l2\n<<nosuch command>>\n===\n");
    EXPECT_EQ(level_kit_read_program(alloc_heap(), program, &entry, NULL, &kit), STATUS_INVALID);
    yarn_program_destroy(program);
}

/* Every allocation fails once. */
static void test_memory(void)
{
    YarnProgram *program = compile(story);
    LevelKit kit;
    Meter counting = { .fail_at = 0 };
    Allocator all = { meter_resize, &counting };
    EXPECT_EQ(level_kit_read_program(&all, program, &entry, NULL, &kit), STATUS_OK);
    level_kit_release(&kit);
    EXPECT_EQ(counting.bytes, 0);
    for (size_t n = 1; n <= counting.calls; n++) {
        Meter failing = { .fail_at = n };
        Allocator alloc = { meter_resize, &failing };
        EXPECT_EQ(level_kit_read_program(&alloc, program, &entry, NULL, &kit), STATUS_NOMEM);
        EXPECT_EQ(failing.bytes, 0);
    }
    yarn_program_destroy(program);
}

static void expect_full(const LevelEntry *level, const char *what, bool is_full)
{
    if (!is_full) {
        test_failures++;
        fprintf(stderr, "%.*s: %s\n", SV_ARG(level->id), what);
    }
}

/* A teacher misses nothing of any level that is shipped. */
static void test_shipped(void)
{
    LevelPack pack;
    EXPECT_EQ(level_pack_load(alloc_heap(), "../levels/sango", NULL, &pack), STATUS_OK);
    EXPECT(pack.level_count >= 26);
    for (size_t i = 0; i < pack.level_count; i++) {
        const LevelEntry *level = &pack.levels[i];
        LevelKit kit;
        Status status = level_kit_read(alloc_heap(), &pack, level, NULL, &kit);
        expect_full(level, "cannot be read", status == STATUS_OK);
        if (status != STATUS_OK) {
            continue;
        }
        for (size_t k = 0; k < KIT_NOTE_COUNT; k++) {
            expect_full(level, level_kit_tag((KitNote)k), kit.notes[k].count > 0);
        }
        expect_full(level, "title, summary, minutes, powers, topics", kit.title.len && kit.summary.len && kit.minutes && kit.powers && kit.topics);
        expect_full(level, "decisions", kit.decision_count >= 4);
        expect_full(level, "moments", kit.moment_count == KIT_MOMENTS && kit.moments[0].place.len && kit.moments[2].text.len);
        expect_full(level, "next, ask, words", kit.next.len && kit.asks.count && kit.words.count);
        for (size_t k = 0; k < kit.decision_count; k++) {
            const KitDecision *decision = &kit.decisions[k];
            expect_full(level, "a question", decision->question.len && decision->topic && decision->crc && decision->risk.len);
            for (size_t n = 0; n < decision->option_count; n++) {
                expect_full(level, "an answer", decision->options[n].text.len && decision->options[n].reason.len);
            }
        }
        level_kit_release(&kit);
    }
    level_pack_release(&pack);
}

static void test_words(void)
{
    Catalogue catalogue;
    catalogue_init(&catalogue, alloc_heap(), SV("en"));
    for (unsigned i = 1; i <= TOPIC_COUNT; i++) {
        EXPECT(topic_title(&catalogue, i).len > 0);
    }
    EXPECT_TEXT(topic_title(&catalogue, 3), "Personal information");
    EXPECT(topic_title(&catalogue, 0).len == 0 && topic_title(&catalogue, 25).len == 0);
    EXPECT(risk_title(&catalogue, SV("conduct")).len > 0 && risk_title(&catalogue, SV("other")).len == 0);
    EXPECT_TEXT(tool_title(&catalogue, tool_id(0)), "@ headband");
    EXPECT(tool_title(&catalogue, SV("hammer")).len == 0);
    catalogue_release(&catalogue);
}

/* Part of WCAG 2.2's contrast: how light a colour is. */
static double luminance(uint32_t colour)
{
    double sum = 0;
    static const double weights[] = { 0.2126, 0.7152, 0.0722 };
    for (int i = 0; i < 3; i++) {
        double part = (double)(colour >> (16 - 8 * i) & 255) / 255;
        double squared = part * part;
        sum += weights[i] * (part <= 0.04045 ? part / 12.92 : squared * (0.305306 * part + 0.682171) + 0.012523 * part); /* the usual fit of the sRGB curve */
    }
    return sum;
}

static void test_marks(void)
{
    Catalogue catalogue;
    catalogue_init(&catalogue, alloc_heap(), SV("en"));
    for (unsigned i = 0; i < VOTE_MARK_COUNT; i++) {
        VoteMark mark = (VoteMark)i;
        double light = luminance(vote_mark_colour(mark));
        EXPECT(1.05 / (light + 0.05) >= 4.5); /* white on it */
        EXPECT(vote_mark_title(&catalogue, mark).len && vote_mark_name(mark).len);
        EXPECT_EQ(vote_mark_letter(mark).data[0], (int)('A' + i));
    }
    EXPECT_TEXT(vote_mark_title(&catalogue, VOTE_DIAMOND), "Purple diamond");
    catalogue_release(&catalogue);
}

int main(void)
{
    test_small();
    test_lacking();
    test_memory();
    test_shipped();
    test_words();
    test_marks();
    return TEST_MAIN_END();
}
