/* Each example of an activity in levels/README.md is played: nothing is wrong with it, and it ends all right. */
#include "support.h"

static const LevelEntry entry = { .id = { "t", 1 }, .start = { "Start", 5 }, .bands = BAND_YOUNGER };

static void print_mistake(void *user, ActivityMistakeKind kind, size_t item, const char *message)
{
    (void)user;
    (void)kind;
    (void)item;
    fprintf(stderr, "levels/README.md: %s\n", message);
    test_failures++;
}

/* Every choice that is shown on a screen fits there, so do the words of these items. */
static void check_words(const ActivityData *data)
{
    for (size_t i = 0; i < data->item_count; i++) {
        size_t words = 1;
        for (size_t at = 0; at < data->items[i].text.len; at++) {
            words += data->items[i].text.data[at] == ' ';
        }
        EXPECT(words <= 6);
    }
}

static void play_example(StrView example, unsigned *met)
{
    StrBuf script, diags;
    SessionEvent event = { 0 };
    ActivityState state;
    ActivityMove move;
    strbuf_init(&script, alloc_heap());
    strbuf_init(&diags, alloc_heap());
    strbuf_printf(&script, "title: Start\n---\n%.*s===\n", SV_ARG(example));
    YarnProgram *program = compile_text(script.data, &diags);
    LevelSession *session = NULL;
    SessionOptions options = { .alloc = alloc_heap(), .program = program, .level = &entry, .band = BAND_YOUNGER, .seed = 3 };
    EXPECT(program != NULL);
    EXPECT(program && level_session_create(&options, &session) == STATUS_OK);
    while (session && level_session_next(session, &event) && event.kind != SESSION_FAULT) {
    }
    if (event.kind == SESSION_FAULT) {
        fprintf(stderr, "%.*s\n", SV_ARG(event.message));
    }
    EXPECT(event.options_role == OPTIONS_ACTIVITY && event.activity);
    if (event.activity) {
        *met |= 1u << event.activity->kind;
        (void)activity_data_check(event.activity, print_mistake, NULL);
        check_words(event.activity);
        activity_begin(event.activity, &state);
        while (activity_help(event.activity, &state, &move) && activity_move(event.activity, &state, move.item, move.to)) {
        }
        EXPECT(activity_done(event.activity, &state).is_right);
        EXPECT_EQ(level_session_choose(session, level_session_outcome(session, activity_grade(&state))), STATUS_OK);
    }
    level_session_destroy(session);
    yarn_program_destroy(program);
    strbuf_release(&script);
    strbuf_release(&diags);
}

/* The fenced blocks that begin with <<activity. */
static void play_all(StrView text)
{
    unsigned met = 0, count = 0;
    while (text.len) {
        StrView line, block = { NULL, 0 };
        if (strview_take(&text, '\n', &line) && strview_equal(line, SV("```")) && strview_starts_with(text, SV("<<activity"))) {
            block.data = text.data;
            while (strview_take(&text, '\n', &line) && !strview_equal(line, SV("```"))) {
                block.len = (size_t)(line.data - block.data) + line.len + 1;
            }
            play_example(block, &met);
            count++;
        }
    }
    EXPECT_EQ(met, (1u << ACTIVITY_KIND_COUNT) - 1);
    EXPECT(count >= ACTIVITY_KIND_COUNT);
}

int main(void)
{
    StrView text;
    Status status = file_read(alloc_heap(), "../levels/README.md", 1 << 20, &text);
    EXPECT_EQ(status, STATUS_OK);
    if (status == STATUS_OK) {
        play_all(text);
        file_free(alloc_heap(), &text);
    }
    return TEST_MAIN_END();
}
