/* bench_yarn [FILE [ROUNDS]]: compiles a story and plays it, and prints how fast. Without
 * a file it makes one of 10,000 lines: nodes of lines with values, a condition, a
 * command, a choice of three and markup. Options are chosen by a fixed sequence, so
 * that counts of two engines can be compared. */
#define _POSIX_C_SOURCE 200809L
#include "sango/base/file.h"
#include "sango/yarn/markup.h"
#include "sango/yarn/vm.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { NODES = 500, ROUNDS = 20 };

static double now_ms(void)
{
    struct timespec time;
    (void)clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 16;
}

static void add_text(StrBuf *out, uint32_t *state, uint32_t words)
{
    static const char *const list[] = { "message",  "friend",  "online", "photo",  "password",
                                        "share",    "private", "trust",  "grown",  "teacher",
                                        "game",     "account", "click",  "link",   "prize",
                                        "stranger", "school",  "phone",  "tablet", "safe" };
    for (uint32_t i = 0; i < words; i++) {
        strbuf_printf(out, "%s%s", i ? " " : "", list[next_random(state) % (sizeof list / sizeof *list)]);
    }
    strbuf_char(out, '.');
}

static void add_line(StrBuf *out, uint32_t *state, const char *before, unsigned node, char key)
{
    strbuf_append(out, strview_from_cstr(before));
    add_text(out, state, 8);
    strbuf_printf(out, " #line:n%05u%c\n", node, key);
}

static void add_node(StrBuf *out, uint32_t *state, unsigned node)
{
    strbuf_printf(out, "title: N%u\ntags: generated\n---\n", node);
    add_line(out, state, "Amina: ", node, '0');
    strbuf_printf(out, "Leo: Scene %u, score {$score}, trust {$trust}. #line:n%05u1\n", node, node);
    strbuf_append(out, SV("<<set $score += 1>>\n<<if $score % 2 == 0>>\n"));
    add_line(out, state, "    Sango: ", node, '2');
    strbuf_append(out, SV("<<elseif $score % 3 == 0>>\n"));
    add_line(out, state, "    Mia: ", node, '3');
    strbuf_append(out, SV("<<else>>\n"));
    add_line(out, state, "    Mia: ", node, '4');
    strbuf_printf(out,
                  "<<endif>>\n<<show_message chat %u>>\n-> Yes, if I may <<if $trust > 0>> #line:n%05ua\n",
                  node, node);
    add_line(out, state, "    Leo: ", node, '5');
    strbuf_printf(out, "    <<set $score += 2>>\n-> No, thank you #line:n%05ub\n", node);
    add_line(out, state, "    Leo: ", node, '6');
    strbuf_printf(out, "    <<set $trust -= 1>>\n-> I ask somebody #line:n%05uc\n", node);
    add_line(out, state, "    Leo: ", node, '7');
    strbuf_append(out, SV("    <<set $trust += 1>>\n"));
    add_line(out, state, "Sango: Remember, [b]trust[/b] matters. ", node, '8');
    strbuf_printf(out, "<<jump N%u>>\n===\n", node + 1);
}

static StrView make_story(StrBuf *out)
{
    uint32_t state = 1;
    strbuf_append(out, SV("title: Start\n---\n<<declare $score = 0>>\n<<declare $trust = 5>>\n"
                          "<<declare $round = 0>>\n<<jump N0>>\n===\n"));
    for (unsigned i = 0; i < NODES; i++) {
        add_node(out, &state, i);
    }
    strbuf_printf(out,
                  "title: N%d\n---\n<<set $round += 1>>\n<<if $round < %d>>\n<<jump N0>>\n<<endif>>\n===\n",
                  NODES, ROUNDS);
    return strbuf_view(out);
}

typedef struct Counts {
    uint64_t lines, options, commands, bytes;
} Counts;

static size_t choose(const YarnEvent *event, uint32_t *state)
{
    uint32_t enabled = 0;
    for (size_t i = 0; i < event->option_count; i++) {
        enabled += event->options[i].enabled;
    }
    uint32_t pick = enabled ? next_random(state) % enabled : 0;
    for (size_t i = 0; i < event->option_count; i++) {
        if (event->options[i].enabled && pick-- == 0) {
            return i;
        }
    }
    return SIZE_MAX;
}

static void show(Arena *arena, const YarnEvent *event, Counts *counts)
{
    MarkupText text;
    arena_reset(arena);
    if (yarn_markup_parse(arena, event->line.text, SV("en"), event->place, NULL, &text) == STATUS_OK) {
        counts->bytes += text.text.len;
    }
}

static double play(const YarnProgram *program, bool with_markup, Counts *counts)
{
    YarnVm *vm = NULL;
    Arena arena;
    uint32_t state = 42;
    YarnEvent event;
    arena_init(&arena, alloc_heap(), 8192);
    if (yarn_vm_create(&(YarnVmOptions){ .program = program }, &vm) != STATUS_OK ||
        yarn_vm_start(vm, SV("Start")) != STATUS_OK) {
        yarn_vm_destroy(vm);
        return 0;
    }
    double start = now_ms();
    while (yarn_vm_next(vm, &event)) {
        if (event.kind == YARN_EVENT_LINE) {
            counts->lines++;
            if (with_markup) {
                show(&arena, &event, counts);
            } else {
                counts->bytes += event.line.text.len;
            }
        } else if (event.kind == YARN_EVENT_OPTIONS) {
            counts->options++;
            (void)yarn_vm_select(vm, choose(&event, &state));
        } else if (event.kind == YARN_EVENT_COMMAND) {
            counts->commands++;
        } else if (event.kind == YARN_EVENT_FAULT) {
            printf("fault: %.*s\n", SV_ARG(event.text));
        }
    }
    double spent = now_ms() - start;
    yarn_vm_destroy(vm);
    arena_release(&arena);
    return spent;
}

int main(int argc, char **argv)
{
    StrBuf made;
    StrView text = SV("");
    strbuf_init(&made, alloc_heap());
    if (argc > 1 && file_read(alloc_heap(), argv[1], 64 << 20, &text) != STATUS_OK) {
        fprintf(stderr, "usage: bench_yarn [FILE]\n");
        return 2;
    }
    YarnSource source = { SV("story.yarn"), argc > 1 ? text : make_story(&made) };
    YarnProgram *program = NULL;
    double best = 1e9;
    for (int i = 0; i < 5; i++) {
        yarn_program_destroy(program);
        double start = now_ms();
        if (yarn_compile(&(YarnCompileOptions){ .alloc = alloc_heap() }, &source, 1, &program) != STATUS_OK) {
            fprintf(stderr, "the story does not compile\n");
            return 1;
        }
        double spent = now_ms() - start;
        best = spent < best ? spent : best;
    }
    size_t lines = 0;
    for (size_t i = 0; i < source.text.len; i++) {
        lines += source.text.data[i] == '\n';
    }
    printf("source_lines %zu\ncompile_ms %.2f\n", lines, best);
    for (int with_markup = 0; with_markup < 2; with_markup++) {
        Counts counts = { 0 };
        double spent = play(program, with_markup != 0, &counts);
        const char *name = with_markup ? "markup" : "play";
        printf("%s_lines %.0f\n%s_delivered %llu\n", name, (double)counts.lines / spent * 1e3, name,
               (unsigned long long)counts.lines);
    }
    yarn_program_destroy(program);
    strbuf_release(&made);
    if (argc > 1) {
        file_free(alloc_heap(), &text);
    }
    return 0;
}
