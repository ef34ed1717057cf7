/* Saves: at every place of a story the rest is the same after save and restore; in a
 * changed program it goes on at the line that was on the screen; any bytes are safe. */
#include "sango/base/rng.h"
#include "yarn_test.h"

#include <stdlib.h>

static const char long_story[] =
    "title: Start\n---\n<<declare $n = 1>>\n<<declare $s = \"x\">>\n<<declare $big = $n > 3>>\n"
    "Kofi: Hi {$s} {$n} \\[x\\] #line:hello\nWhat now? #line:ask\n"
    "-> One {$n} {$s} #line:one\n    Good one. #line:good\n    <<detour Aside>>\n    After {$n}. "
    "#line:after\n"
    "-> Two <<if $n > 2>> #line:two\n    Second. #line:second\n"
    "-> Stop <<once>> #line:stop\n    <<once>>\n        Once only. #line:once\n    <<endonce>>\n"
    "<<set $n += 1>>\n<<set $s += \"y\">>\n<<sound chime {$n}>>\n=> a {random_range(1, 100)}\n=> b "
    "{dice(6)}\n"
    "<<if $big>>\n    <<jump End>>\n<<endif>>\n<<jump Start>>\n===\n"
    "title: Aside\n---\nAside {visited_count(\"Aside\")}. #line:aside\n<<detour Group>>\n"
    "-> In here #line:in\n    <<detour Group>>\n    Still aside. #line:still\n-> Out #line:out\n    "
    "<<return>>\n"
    "Behind. #line:behind\n===\n"
    "title: Group\nwhen: $n > 2\n---\nBig {$n}. #line:big\n===\n"
    "title: Group\nwhen: always\n---\nSmall. #line:small\n===\n"
    "title: Group\nwhen: once\nsubtitle: first\n---\nFirst. #line:first\n===\n"
    "title: End\n---\nBye {$s}. #line:bye\n===\n";

static void write_event(StrBuf *out, const YarnEvent *event)
{
    strbuf_printf(out, "%d %.*s", (int)event->kind, SV_ARG(event->text));
    if (event->kind == YARN_EVENT_LINE) {
        strbuf_printf(out, "%.*s (%.*s)", SV_ARG(event->line.text), SV_ARG(event->line.info->id));
    }
    for (size_t i = 0; event->kind == YARN_EVENT_OPTIONS && i < event->option_count; i++) {
        strbuf_printf(out, " [%d %.*s]", event->options[i].enabled, SV_ARG(event->options[i].line.text));
    }
    strbuf_char(out, '\n');
}

/* Plays on to the end, answering by `rng`; what comes is written down. */
static void play_on(YarnVm *vm, Rng rng, StrBuf *out)
{
    YarnEvent event;
    for (int i = 0; i < 400 && yarn_vm_next(vm, &event); i++) {
        write_event(out, &event);
        if (event.kind == YARN_EVENT_OPTIONS) {
            size_t choice = rng_below(&rng, (uint32_t)event.option_count);
            while (yarn_vm_select(vm, choice) != STATUS_OK) {
                choice = (choice + 1) % event.option_count;
            }
        }
    }
}

static YarnVm *new_vm(const YarnProgram *program, uint64_t seed)
{
    YarnVm *vm = NULL;
    EXPECT_EQ(yarn_vm_create(&(YarnVmOptions){ .program = program, .seed = seed }, &vm), STATUS_OK);
    return vm;
}

/* What stood on the screen comes first: drop it from the front of a transcript. */
static StrView without_again(StrView text, StrView line, bool waits)
{
    StrView head;
    StrView rest = text;
    if (line.len && strview_starts_with(rest, line)) {
        rest = strview_slice(rest, line.len, rest.len);
    }
    if (waits) {
        (void)strview_take(&rest, '\n', &head);
    }
    return rest;
}

/* Saves behind the event of that number, and compares both ways to go on. */
static bool check_place(const YarnProgram *program, uint64_t seed, int place)
{
    StrBuf save, want, got, line;
    YarnEvent event = { .kind = YARN_EVENT_END };
    YarnVm *vm = new_vm(program, seed);
    YarnVm *other = new_vm(program, 99);
    Rng rng;
    rng_seed(&rng, seed);
    strbuf_init(&save, alloc_heap());
    strbuf_init(&want, alloc_heap());
    strbuf_init(&got, alloc_heap());
    strbuf_init(&line, alloc_heap());
    EXPECT_EQ(yarn_vm_start(vm, SV("Start")), STATUS_OK);
    bool there = true;
    for (int i = 0; i < place && there; i++) {
        if (event.kind == YARN_EVENT_OPTIONS) {
            size_t choice = rng_below(&rng, (uint32_t)event.option_count);
            while (yarn_vm_select(vm, choice) != STATUS_OK) {
                choice = (choice + 1) % event.option_count;
            }
        }
        there = yarn_vm_next(vm, &event);
        if (there && event.kind == YARN_EVENT_LINE) {
            strbuf_clear(&line);
            write_event(&line, &event);
        }
    }
    yarn_vm_save(vm, &save);
    YarnRestored how;
    EXPECT_EQ(yarn_vm_restore(other, strbuf_view(&save), &how), STATUS_OK);
    EXPECT_EQ(how, YARN_RESTORED_SAME);
    StrBuf again;
    strbuf_init(&again, alloc_heap());
    yarn_vm_save(other, &again);
    EXPECT(strview_equal(strbuf_view(&save), strbuf_view(&again)));
    bool waits = there && event.kind == YARN_EVENT_OPTIONS;
    if (waits) {
        size_t choice = rng_below(&rng, (uint32_t)event.option_count);
        YarnEvent same;
        while (yarn_vm_next(other, &same) && same.kind != YARN_EVENT_OPTIONS) {
            write_event(&got, &same);
        }
        write_event(&want, &event);
        strbuf_clear(&got);
        write_event(&got, &same);
        EXPECT(strview_equal(strbuf_view(&want), strbuf_view(&got)));
        while (yarn_vm_select(vm, choice) != STATUS_OK) {
            choice = (choice + 1) % event.option_count;
        }
        EXPECT_EQ(yarn_vm_select(other, choice), STATUS_OK);
        strbuf_clear(&want);
        strbuf_clear(&got);
    }
    play_on(vm, rng, &want);
    play_on(other, rng, &got);
    StrView rest = waits ? strbuf_view(&got) : without_again(strbuf_view(&got), strbuf_view(&line), false);
    if (!strview_equal(rest, strbuf_view(&want))) {
        test_failures++;
        fprintf(stderr, "seed %d, place %d:\n--- wanted\n%s--- got\n%.*s", (int)seed, place, want.data,
                SV_ARG(rest));
    }
    strbuf_release(&again);
    strbuf_release(&save);
    strbuf_release(&want);
    strbuf_release(&got);
    strbuf_release(&line);
    yarn_vm_destroy(vm);
    yarn_vm_destroy(other);
    return there;
}

static void test_every_place_goes_on_the_same(void)
{
    Story story;
    story_compile(&story, long_story, NULL, 0);
    EXPECT_EQ(story.status, STATUS_OK);
    int places = 0;
    for (uint64_t seed = 1; seed <= 6; seed++) {
        for (int place = 0; place < 200 && check_place(story.program, seed, place) && test_failures == 0;
             place++) {
            places++;
        }
    }
    EXPECT(places > 100);
    story_close(&story);
}

/* Plays `before` up to the line, saves, and restores into `after`. */
static void reload(const char *before, const char *until, const char *after, YarnRestored want,
                   const char *next)
{
    Story old, new;
    StrBuf save;
    strbuf_init(&save, alloc_heap());
    story_open(&old, before);
    for (int i = 0; i < 60 && !strview_equal(story_text(&old), strview_from_cstr(until)); i++) {
        if (old.event.kind == YARN_EVENT_OPTIONS) {
            EXPECT_EQ(yarn_vm_select(old.vm, 0), STATUS_OK);
        }
    }
    yarn_vm_save(old.vm, &save);
    story_open(&new, after);
    YarnRestored how;
    EXPECT_EQ(yarn_vm_restore(new.vm, strbuf_view(&save), &how), STATUS_OK);
    EXPECT_EQ(how, want);
    EXPECT_TEXT(story_text(&new), next);
    strbuf_release(&save);
    story_close(&old);
    story_close(&new);
}

#define DETOURS(aside, behind)                                                                               \
    "title: Start\n---\n<<declare $n = 1>>\nOne. #line:1\n" behind "Two. #line:2\n===\n"                     \
    "title: Aside\n---\n" aside "===\n"

static void test_a_changed_program_goes_on_at_the_line(void)
{
    static const char before[] =
        NODE("<<declare $n = 1>>\n<<set $n = 5>>\nOne. #line:1\nTwo {$n}. #line:2\nThree. #line:3");
    reload(before, "Two 5.",
           NODE("New first. #line:0\n<<declare $n = 1>>\nTwo is {$n} now. #line:2\nOne. #line:1"),
           YARN_RESTORED_LINE, "Two is 5 now.");
    reload(before, "Two 5.", "title: Other\n---\nMoved {$n}. #line:2\n===\n" NODE("<<declare $n = 1>>"),
           YARN_RESTORED_LINE, "Moved 5.");
    reload(before, "Two 5.", NODE("<<declare $n = 1>>\nAgain {$n}. #line:9"), YARN_RESTORED_NODE, "Again 5.");
    reload(before, "Two 5.", NODE("<<declare $n = \"text\">>\nAgain {$n}. #line:9"), YARN_RESTORED_NODE,
           "Again text.");
    reload(NODE("<<jump Here>>") "title: Here\n---\nHi. #line:1\n===\n", "Hi.", NODE("Gone. #line:2"),
           YARN_RESTORED_STATE, "(nothing)");
}

static void test_a_changed_choice_is_asked_again(void)
{
    static const char before[] = NODE("What? #line:q\n-> A #line:a\n-> B #line:b\nBehind. #line:z");
    reload(before, "(options)", NODE("Which one? #line:q\n-> New #line:n\n-> A #line:a"), YARN_RESTORED_LINE,
           "Which one?");
    reload(before, "(options)", NODE("<<wait>>\n-> New #line:n\n-> A #line:a"), YARN_RESTORED_LINE,
           "(options)");
    reload(before, "(options)", NODE("Elsewhere. #line:e"), YARN_RESTORED_NODE, "Elsewhere.");
}

static void test_a_changed_detour_comes_back(void)
{
    static const char before[] = DETOURS("In. #line:in\n", "<<detour Aside>>\n");
    Story old, new;
    StrBuf save;
    YarnRestored how;
    strbuf_init(&save, alloc_heap());
    story_open(&old, before);
    EXPECT_TEXT(story_text(&old), "One.");
    EXPECT_TEXT(story_text(&old), "In.");
    yarn_vm_save(old.vm, &save);
    story_open(&new, DETOURS("Before. #line:x\nInside. #line:in\n", "More. #line:m\n<<detour Aside>>\n"));
    EXPECT_EQ(yarn_vm_restore(new.vm, strbuf_view(&save), &how), STATUS_OK);
    EXPECT_EQ(how, YARN_RESTORED_LINE);
    EXPECT_TEXT(story_text(&new), "Inside.");
    EXPECT_TEXT(story_text(&new), "Two.");
    EXPECT_EQ(yarn_vm_visit_count(new.vm, SV("Aside")), 1);
    story_close(&new);
    story_open(&new, DETOURS("In. #line:in\n", "")); /* nothing detours there any more */
    EXPECT_EQ(yarn_vm_restore(new.vm, strbuf_view(&save), &how), STATUS_OK);
    EXPECT_EQ(how, YARN_RESTORED_NODE);
    EXPECT_TEXT(story_text(&new), "One.");
    strbuf_release(&save);
    story_close(&old);
    story_close(&new);
}

static void test_nothing_played_is_a_save_too(void)
{
    Story story;
    StrBuf save;
    YarnRestored how;
    strbuf_init(&save, alloc_heap());
    story_compile(&story, NODE("<<declare $n = 1>>\nHi."), NULL, 0);
    story.vm = new_vm(story.program, 1);
    EXPECT_EQ(
        yarn_vm_set_variable(story.vm, SV("$n"), (YarnValue){ .type = YARN_TYPE_NUMBER, .as.number = 3 }),
        STATUS_OK);
    yarn_vm_save(story.vm, &save);
    yarn_vm_reset(story.vm, 1);
    EXPECT_EQ(yarn_vm_restore(story.vm, strbuf_view(&save), &how), STATUS_OK);
    YarnValue value = { 0 };
    EXPECT(yarn_vm_get_variable(story.vm, SV("$n"), &value) && value.as.number == 3);
    EXPECT(!yarn_vm_next(story.vm, &story.event));
    strbuf_release(&save);
    story_close(&story);
}

/* Gives the bytes the checksum that they must have. */
static void sign(StrBuf *bytes)
{
    uint32_t sum = strview_hash(strview_slice(strbuf_view(bytes), 0, bytes->len - 4));
    for (unsigned i = 0; i < 4; i++) {
        bytes->data[bytes->len - 4 + i] = (char)(unsigned char)(sum >> 8 * i & 0xFF);
    }
}

static void test_damaged_saves(void)
{
    Story story;
    StrBuf save, bad, out;
    strbuf_init(&save, alloc_heap());
    strbuf_init(&bad, alloc_heap());
    strbuf_init(&out, alloc_heap());
    story_open(&story, long_story);
    while (!strview_equal(story_text(&story), SV("Still aside."))) {
        if (story.event.kind == YARN_EVENT_OPTIONS) {
            EXPECT_EQ(yarn_vm_select(story.vm, 0), STATUS_OK);
        }
    }
    yarn_vm_save(story.vm, &save);
    for (size_t len = 0; len < save.len; len++) {
        EXPECT_EQ(yarn_vm_restore(story.vm, strview_slice(strbuf_view(&save), 0, len), NULL), STATUS_INVALID);
    }
    for (size_t i = 0; i < save.len; i++) {
        strbuf_clear(&bad);
        strbuf_append(&bad, strbuf_view(&save));
        bad.data[i] = (char)(bad.data[i] ^ 0x20);
        EXPECT_EQ(yarn_vm_restore(story.vm, strbuf_view(&bad), NULL), STATUS_INVALID);
    }
    Rng rng; /* well signed, and wrong inside: it may be taken, but nothing may break */
    rng_seed(&rng, 5);
    for (int i = 0; i < 6000; i++) {
        strbuf_clear(&bad);
        strbuf_append(&bad, strbuf_view(&save));
        for (uint32_t n = 1 + rng_below(&rng, 3); n > 0; n--) {
            size_t at = 8 + rng_below(&rng, (uint32_t)bad.len - 12);
            uint32_t byte = (unsigned char)bad.data[at];
            bad.data[at] = (char)(unsigned char)((rng_below(&rng, 3) ? rng_next(&rng) : byte + 1) & 0xFF);
        }
        sign(&bad);
        strbuf_clear(&out);
        if (yarn_vm_restore(story.vm, strbuf_view(&bad), NULL) == STATUS_OK) {
            play_on(story.vm, rng, &out);
        }
    }
    EXPECT_EQ(yarn_vm_restore(story.vm, strbuf_view(&save), NULL), STATUS_OK);
    EXPECT_TEXT(story_text(&story), "Still aside.");
    strbuf_release(&save);
    strbuf_release(&bad);
    strbuf_release(&out);
    story_close(&story);
}

int main(void)
{
    test_every_place_goes_on_the_same();
    test_a_changed_program_goes_on_at_the_line();
    test_a_changed_choice_is_asked_again();
    test_a_changed_detour_comes_back();
    test_nothing_played_is_a_save_too();
    test_damaged_saves();
    return TEST_MAIN_END();
}
