#include "support.h"

static bool parse(const char *text, Command *command, StrBuf *diags)
{
    strbuf_clear(diags);
    DiagSink sink = { collect_text, diags, 0, 0 };
    YarnPlace place = { SV("a.yarn"), 7, 5 };
    bool is_parsed = command_parse(strview_from_cstr(text), place, &sink, command);
    EXPECT_EQ(is_parsed, sink.errors == 0);
    return is_parsed;
}

static void check_good(StrBuf *diags)
{
    Command command;
    EXPECT(parse("enter kofi left worried right", &command, diags));
    EXPECT_EQ(command.kind, COMMAND_ENTER);
    EXPECT_EQ(command.arg_count, 4);
    EXPECT_TEXT(command.args[2], "worried");
    EXPECT_EQ(command.place.line, 7);
    EXPECT(parse("  place\tbedroom  ", &command, diags));
    EXPECT_EQ(command.arg_count, 1);
    EXPECT_EQ(command.args[1].len, 0);
    EXPECT(parse("phone chat \"Star Fox, the second\"", &command, diags));
    EXPECT_TEXT(command.args[1], "Star Fox, the second");
    EXPECT(parse("phone chat \"Star\xC2\xA0" "Fox\"", &command, diags));
    EXPECT(parse("phone off", &command, diags));
    EXPECT(parse("decision sp-address privacy 3 16 contact", &command, diags));
    EXPECT_EQ((int)command.number, 3);
    EXPECT_EQ((int)command.number2, 16);
    EXPECT(parse("wait 0.5", &command, diags));
    EXPECT(command.number > 0.49f && command.number < 0.51f);
    EXPECT(parse("wait 0", &command, diags));
    EXPECT(parse("wait 30", &command, diags));
    EXPECT(parse("confetti", &command, diags));
    EXPECT(parse("deed changed_mind", &command, diags));
    EXPECT(parse("place bedroom evening iris", &command, diags));
    EXPECT(parse("act kofi joy", &command, diags));
    EXPECT(parse("particles off", &command, diags));
}

static void check_motion(StrBuf *diags)
{
    Command command;
    EXPECT(parse("move kofi centre 1.5 spring", &command, diags));
    EXPECT(command.number > 1.49f && command.number < 1.51f);
    EXPECT(parse("camera kofi 1.4 0", &command, diags));
    EXPECT(command.number2 > 1.39f && command.number2 < 1.41f);
    EXPECT(command.number == 0.0f && command.arg_count == 3);
    EXPECT(command_names_actor(&command));
    EXPECT(parse("camera wide", &command, diags));
    EXPECT(!command_names_actor(&command));
    EXPECT(parse("camera far_left", &command, diags));
    EXPECT(!command_names_actor(&command));
    EXPECT(parse("camera kofi 1", &command, diags));
    EXPECT(parse("camera kofi 2", &command, diags));
}

static void check_mistakes(StrBuf *diags)
{
    static const struct {
        const char *text, *wanted;
    } rows[] = {
        { "", "a.yarn:7:5: error: this command is empty" },
        { "entr kofi left", "a.yarn:7:7: error: there is no command 'entr'" },
        { "entr kofi left", "note: did you mean 'enter'?" },
        { "enter kofi middle", "a.yarn:7:18: error: 'middle' is not a spot" },
        { "enter kofi", "a.yarn:7:5: error: 'enter' needs a spot" },
        { "enter", "'enter' needs an actor" },
        { "enter Kofi left", "'Kofi' cannot name an actor" },
        { "leave kofi now", "'leave' has no use for 'now'" },
        { "phone chat Star Fox", "need \"quotes\"" },
        { "phone chat \"Star Fox", "a.yarn:7:18: error: the text that begins with this quote has no closing quote" },
        { "wait soon", "'soon' is not a number of seconds from 0 to 30" },
        { "wait 31", "'31' is not a number of seconds" },
        { "wait -1", "'-1' is not a number of seconds" },
        { "wait nan", "'nan' is not a number of seconds" },
        { "decision a privacy 0 16 contact", "'0' is not a topic from 1 to 24" },
        { "decision a privacy 25 16 contact", "'25' is not a topic from 1 to 24" },
        { "decision a privacy 3.5 16 contact", "'3.5' is not a topic" },
        { "decision a privacy 3 55 contact", "'55' is not a CRC article from 1 to 54" },
        { "decision a privat 3 16 contact", "did you mean 'privacy'?" },
        { "decision a privacy 3 16 contac", "did you mean 'contact'?" },
        { "decision a privacy 3 16", "'decision' needs a 4C class" },
        { "tool hedband", "did you mean 'headband'?" },
        { "leave Kofi", "note: did you mean 'kofi'?" },
        { "enter kofi yoko", "a.yarn:7:18: note: what there is: far_left, left, centre, right, far_right" },
        { "sound\xC2\xA0giggle", "a.yarn:7:12: error: this is not a plain blank" },
        { "sound \xE2\x80\x89giggle", "a.yarn:7:13: error: this is not a plain blank" },
        { "place living room day", "a.yarn:7:13: note: the name of a place is one word; did you mean 'place livingroom day'?" },
        { "place bedroom day fad", "did you mean 'fade'?" },
        { "move kofi left fast", "'fast' is not a number of seconds" },
        { "move kofi left 1 fast", "note: what there is: soft, quick, spring, steady" },
        { "camera kofi 2.1", "'2.1' is not a zoom from 1 to 2" },
        { "camera kofi 0.9", "'0.9' is not a zoom from 1 to 2" },
        { "camera", "'camera' needs something to look at" },
        { "act kofi jump", "'jump' is not an act" },
        { "act kofi hip", "did you mean 'hop'?" },
        { "particles sparkle", "did you mean 'sparkles'?" },
        { "pose kofi", "'pose' needs a face" },
        { "deed winner", "'winner' is not a deed" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Command command;
        EXPECT(!parse(rows[i].text, &command, diags));
        if (!has_text(strbuf_view(diags), rows[i].wanted)) {
            test_failures++;
            fprintf(stderr, "<<%s>>: wanted '%s', got %s", rows[i].text, rows[i].wanted, diags->data);
        }
    }
}

/* The file for editors that ships is the one this table makes. */
static void check_ysls(void)
{
    StrView stored;
    StrBuf made;
    strbuf_init(&made, alloc_heap());
    command_write_ysls(&made);
    EXPECT(file_read(alloc_heap(), "../levels/sango/sango.ysls.json", 1 << 20, &stored) == STATUS_OK);
    EXPECT(strview_equal(stored, strbuf_view(&made))); /* else: sango-lint ysls > levels/sango/sango.ysls.json */
    for (int i = 0; i < COMMAND_COUNT; i++) {
        EXPECT(has_text(stored, command_spec((CommandKind)i)->name));
        EXPECT(command_spec((CommandKind)i)->doc[0] != '\0');
    }
    file_free(alloc_heap(), &stored);
    strbuf_release(&made);
}

static void check_actor_of(void)
{
    char text[8];
    EXPECT_TEXT(level_actor_of(SV("Ms Diallo"), text, sizeof text), "msdiallo");
    EXPECT_TEXT(level_actor_of(SV("Mr. Oh"), text, sizeof text), "mroh");
    EXPECT_TEXT(level_actor_of(SV("Kofi"), text, sizeof text), "kofi");
    EXPECT_TEXT(level_actor_of(SV("Zo\xC3\xA9"), text, sizeof text), "zo\xC3\xA9");
    EXPECT_TEXT(level_actor_of(SV("Grandmother"), text, sizeof text), "grandmot"); /* no more than there is room for */
    EXPECT_EQ(level_actor_of(SV(""), text, sizeof text).len, 0);
}

int main(void)
{
    StrBuf diags;
    strbuf_init(&diags, alloc_heap());
    check_actor_of();
    check_good(&diags);
    check_motion(&diags);
    check_mistakes(&diags);
    check_ysls();
    strbuf_release(&diags);
    return TEST_MAIN_END();
}
