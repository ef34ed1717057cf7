/* How fast our compiler and VM are, and what memory they take.
 *
 *     bench_yarn speed FILE TIMES    compiles and plays so many times; the best of each
 *     bench_yarn memory FILE         once each, in a process that did nothing else
 *     bench_yarn case FILE           once each: what became of it, and the first message
 *
 * Prints `name value` lines. Fails when the story does not compile, except for a case,
 * which may end with a diagnostic. */
#include "sango/base/file.h"
#include "sango/yarn/markup.h"
#include "sango/yarn/vm.h"

#include "story_host.h"
#include "times.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Bench {
    YarnSource source;
    Allocator alloc;
    Meter meter;
    DiagSink sink;
    StrBuf message; /* the first error, or the fault */
    YarnProgram *program;
} Bench;

static void report(void *user, const Diag *diag)
{
    Bench *bench = user;
    if (diag->level == DIAG_ERROR && bench->message.len == 0) {
        diag_format(&bench->message, diag);
    }
}

static Status compile(Bench *bench, double *spent)
{
    YarnCompileOptions options = { .alloc = &bench->alloc, .diags = &bench->sink };
    yarn_program_destroy(bench->program);
    double start = times_now_ms();
    Status status = yarn_compile(&options, &bench->source, 1, &bench->program);
    *spent = times_now_ms() - start;
    return status;
}

static size_t choose(const YarnEvent *event, Counts *counts)
{
    uint32_t enabled = 0;
    for (size_t i = 0; i < event->option_count; i++) {
        const YarnOption *option = &event->options[i];
        enabled += option->enabled;
        if (option->enabled) {
            counts_text(counts, COUNTS_OPTION, option->line.text.data, option->line.text.len);
        }
    }
    uint32_t pick = counts_pick(counts, enabled);
    for (size_t i = 0; i < event->option_count; i++) {
        if (event->options[i].enabled && pick-- == 0) {
            return i;
        }
    }
    return SIZE_MAX;
}

static void show_line(Arena *arena, const YarnEvent *event, Counts *counts)
{
    StrView shown = event->line.text;
    if (arena) {
        MarkupText text;
        arena_reset(arena);
        if (yarn_markup_parse(arena, shown, SV("en"), event->place, NULL, &text) == STATUS_OK) {
            shown = text.text;
        }
    }
    counts_text(counts, COUNTS_LINE, shown.data, shown.len);
}

/* To the end; false after a fault. `arena` is for markup, NULL: lines are taken as they come. */
static bool play(Bench *bench, YarnVm *vm, Arena *arena, Counts *counts)
{
    YarnEvent event;
    bool ended = false;
    while (yarn_vm_next(vm, &event)) {
        switch (event.kind) {
        case YARN_EVENT_LINE:
            show_line(arena, &event, counts);
            break;
        case YARN_EVENT_OPTIONS:
            (void)yarn_vm_select(vm, choose(&event, counts));
            break;
        case YARN_EVENT_COMMAND:
            counts_text(counts, COUNTS_COMMAND, event.text.data, event.text.len);
            break;
        case YARN_EVENT_FAULT:
            strbuf_append(&bench->message, event.text);
            break;
        case YARN_EVENT_END:
            ended = true;
            break;
        case YARN_EVENT_NODE_START:
        case YARN_EVENT_NODE_END:
            break;
        }
    }
    return ended;
}

/* A new VM from the beginning to the end. */
static bool play_story(Bench *bench, bool with_markup, Counts *counts, double *spent)
{
    YarnVm *vm = NULL;
    Arena arena;
    arena_init(&arena, &bench->alloc, 8192);
    double start = times_now_ms();
    bool ended = yarn_vm_create(&(YarnVmOptions){ .program = bench->program }, &vm) == STATUS_OK &&
                 yarn_vm_start(vm, SV("Start")) == STATUS_OK &&
                 play(bench, vm, with_markup ? &arena : NULL, counts);
    *spent = times_now_ms() - start;
    yarn_vm_destroy(vm);
    arena_release(&arena);
    return ended;
}

static double lines_per_second(const Counts *counts, double ms)
{
    return (double)counts->lines / ms * 1e3;
}

static int measure_speed(Bench *bench, long times)
{
    static Times compiles, plays[2];
    double spent;
    for (long i = 0; i < times; i++) {
        if (compile(bench, &spent) != STATUS_OK) {
            return 1;
        }
        times_add(&compiles, spent);
    }
    Counts counts;
    counts_init(&counts, true);
    bool ended = play_story(bench, false, &counts, &spent);
    counts_print(&counts);
    for (long i = 0; i < 2 * times && ended; i++) {
        counts_init(&counts, false);
        ended = play_story(bench, i % 2 != 0, &counts, &spent);
        times_add(&plays[i % 2], spent);
    }
    printf("compile_ms %.3f\nplay_rate %.0f\nmarkup_rate %.0f\n", times_at(&compiles, 0),
           lines_per_second(&counts, times_at(&plays[0], 0)),
           lines_per_second(&counts, times_at(&plays[1], 0)));
    return ended ? 0 : 1;
}

static int measure_memory(Bench *bench)
{
    double spent;
    Counts counts;
    size_t before = host_resident();
    if (compile(bench, &spent) != STATUS_OK) {
        return 1;
    }
    printf("compile_peak %zu\n", bench->meter.peak);
    bench->meter.peak = bench->meter.held;
    printf("program_bytes %zu\n", bench->meter.held);
    counts_init(&counts, false);
    bool ended = play_story(bench, true, &counts, &spent);
    printf("play_peak %zu\nresident_more %zu\n", bench->meter.peak, host_resident_peak() - before);
    return ended ? 0 : 1;
}

static int try_case(Bench *bench)
{
    double spent;
    double played = 0;
    Counts counts;
    counts_init(&counts, false);
    Status status = compile(bench, &spent);
    printf("compile_ms %.3f\n", spent);
    const char *result = status_text(status);
    if (status == STATUS_OK && !play_story(bench, false, &counts, &played)) {
        result = "fault";
    }
    printf("play_ms %.3f\npeak %zu\nresult %s\n", played, bench->meter.peak, result);
    counts_print(&counts);
    if (bench->message.len) {
        printf("message %s\n", bench->message.data);
    }
    return 0;
}

int main(int argc, char **argv)
{
    Bench bench = { .source.name = SV("story.yarn"), .alloc = { meter_resize, &bench.meter } };
    StrView text = SV("");
    int failed = 2;
    bench.sink = (DiagSink){ .report = report, .user = &bench };
    strbuf_init(&bench.message, alloc_heap());
    if (argc < 3 || file_read(alloc_heap(), argv[2], 64 << 20, &text) != STATUS_OK) {
        fprintf(stderr, "usage: bench_yarn speed FILE TIMES | memory FILE | case FILE\n");
        return 2;
    }
    bench.source.text = text;
    if (strcmp(argv[1], "speed") == 0 && argc == 4) {
        failed = measure_speed(&bench, strtol(argv[3], NULL, 10));
    } else if (strcmp(argv[1], "memory") == 0) {
        failed = measure_memory(&bench);
    } else if (strcmp(argv[1], "case") == 0) {
        failed = try_case(&bench);
    }
    if (failed) {
        fprintf(stderr, "bench_yarn: %s\n", bench.message.data);
    }
    yarn_program_destroy(bench.program);
    strbuf_release(&bench.message);
    file_free(alloc_heap(), &text);
    return failed;
}
