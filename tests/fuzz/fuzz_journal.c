/* Any bytes as a saved game: they are refused and the session stays as it was, or the
 * story can be played on from there and saved again.
 *
 * The first byte says what is done to the rest before it is read: bit 0 puts the format,
 * the hash of the program and a seed in front, bit 1 a right checksum behind. Without
 * them nearly everything would be refused at the first field. */
#include "sango/level/session.h"

#include <inttypes.h>
#include <stdlib.h>

enum { WITH_HEAD = 1, WITH_SUM = 2, EVENTS_MAX = 60, BYTES_MAX = 600 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char story[] = "title: Start\n---\n"
                            "<<declare $clue = false>>\n"
                            "Kofi: Hello! #line:s1\n"
                            "<<decision d1 privacy 3 16 contact>>\n"
                            "-> No address. #safe #line:s2\n"
                            "    Sango: Good. #reason #line:s3\n"
                            "-> Just the street. #risky #line:s4\n"
                            "    <<set $clue = true>>\n"
                            "    <<recovery d1>>\n"
                            "    -> Delete it. #okay #recover #line:s5\n"
                            "    -> Tell Mama. #safe #tell #line:s6\n"
                            "        <<tool block>>\n"
                            "-> Hidden. <<if $clue>> #safe #line:s7\n"
                            "<<if random_range(1, 2) == 1>>\n<<jump Start>>\n<<endif>>\n"
                            "-> Again. #line:s8\n    <<jump Start>>\n"
                            "-> Without an id.\n    <<deed helped>>\n"
                            "===\n";

static const LevelEntry entry = { .id = { "t", 1 }, .start = { "Start", 5 }, .bands = BAND_YOUNGER };

static const YarnProgram *get_program(void)
{
    static YarnProgram *program;
    YarnSource source = { SV("story.yarn"), { story, sizeof story - 1 } };
    size_t count;
    const YarnFunction *functions = level_functions(&count);
    if (!program && yarn_compile(&(YarnCompileOptions){ .alloc = alloc_heap(), .functions = functions, .function_count = count }, &source, 1,
                                 &program) != STATUS_OK) {
        abort();
    }
    return program;
}

static LevelSession *open_session(void)
{
    LevelSession *session = NULL;
    SessionOptions options = { .alloc = alloc_heap(),
                               .program = get_program(),
                               .level = &entry,
                               .nickname = SV("Otter"),
                               .band = BAND_YOUNGER,
                               .seed = 5 };
    if (level_session_create(&options, &session) != STATUS_OK) {
        abort();
    }
    return session;
}

static void make_journal(const uint8_t *data, size_t size, StrBuf *out)
{
    StrView rest = { (const char *)data + 1, size - 1 };
    strbuf_clear(out);
    if (data[0] & WITH_HEAD) {
        strbuf_printf(out, "sango1 %" PRIx64 " 5 ", yarn_program_hash(get_program()));
    }
    strbuf_append(out, rest);
    if (data[0] & WITH_SUM) {
        StrView text = strview_trim(strbuf_view(out));
        strbuf_printf(
            out, " #%08" PRIx32,
            strview_hash(strview_slice(strbuf_view(out), 0, (size_t)(text.data - out->data) + text.len)));
    }
}

static void write_journal(const LevelSession *session, StrBuf *out)
{
    strbuf_clear(out);
    level_session_write(session, out);
}

/* What was just written is read by a fresh session, which then writes the same. */
static void check_round_trip(const LevelSession *session)
{
    StrBuf first, second;
    LevelSession *fresh = open_session();
    strbuf_init(&first, alloc_heap());
    strbuf_init(&second, alloc_heap());
    write_journal(session, &first);
    if (level_session_restore(fresh, strbuf_view(&first)) != STATUS_OK) {
        abort();
    }
    write_journal(fresh, &second);
    if (!strview_equal(strbuf_view(&first), strbuf_view(&second))) {
        abort();
    }
    LevelScore one, other;
    level_session_score(session, true, &one);
    level_session_score(fresh, true, &other);
    level_session_destroy(fresh);
    strbuf_release(&first);
    strbuf_release(&second);
}

static void play_on(LevelSession *session, const uint8_t *data, size_t size)
{
    SessionEvent event;
    for (size_t i = 0; i < EVENTS_MAX && level_session_next(session, &event); i++) {
        if (event.kind == SESSION_FAULT) {
            abort(); /* this story has no mistakes */
        }
        if (event.kind == SESSION_OPTIONS) {
            size_t wanted = data[i % size] % event.option_count;
            if (level_session_choose(session, wanted) != STATUS_OK &&
                level_session_choose(session, 0) != STATUS_OK) {
                abort();
            }
        }
    }
    if (level_session_can_rewind(session) && level_session_rewind(session) != STATUS_OK) {
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2 || size > BYTES_MAX) {
        return 0;
    }
    StrBuf journal, before, after;
    strbuf_init(&journal, alloc_heap());
    strbuf_init(&before, alloc_heap());
    strbuf_init(&after, alloc_heap());
    LevelSession *session = open_session();
    make_journal(data, size, &journal);
    write_journal(session, &before);
    Status status = level_session_restore(session, strbuf_view(&journal));
    write_journal(session, &after);
    if (status == STATUS_INVALID ? !strview_equal(strbuf_view(&before), strbuf_view(&after))
                                 : status != STATUS_OK) {
        abort();
    }
    check_round_trip(session);
    play_on(session, data, size);
    check_round_trip(session);
    level_session_destroy(session);
    strbuf_release(&journal);
    strbuf_release(&before);
    strbuf_release(&after);
    return 0;
}
