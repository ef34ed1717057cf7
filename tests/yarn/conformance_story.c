#include "conformance.h"

#include <stdio.h>

typedef struct Run {
    YarnVm *vm;
    Arena arena; /* texts after markup */
    YarnEvent event;
    const Step *options; /* the first of those that are expected next */
    size_t option_count;
    StrView node;
    YarnSaliency saliency;
    bool assert_failed;
    bool started;
    bool ended;
    const char *wrong;
    StrBuf got; /* what came instead */
} Run;

static void report(void *user, const Diag *diag)
{
    StrBuf text;
    (void)user;
    if (diag->level == DIAG_ERROR) {
        strbuf_init(&text, alloc_heap());
        diag_format(&text, diag);
        printf("    %s", text.data);
        strbuf_release(&text);
    }
}

static StrView shown(Run *run, const YarnLine *line)
{
    MarkupText text;
    (void)yarn_markup_parse(&run->arena, line->text, SV("en"), line->info->place, NULL, &text);
    return text.text;
}

static void describe(Run *run)
{
    const YarnEvent *event = &run->event;
    strbuf_clear(&run->got);
    switch (event->kind) {
    case YARN_EVENT_LINE:
        strbuf_printf(&run->got, "line: `%.*s`", SV_ARG(shown(run, &event->line)));
        break;
    case YARN_EVENT_COMMAND:
        strbuf_printf(&run->got, "command: `%.*s`", SV_ARG(event->text));
        break;
    case YARN_EVENT_OPTIONS:
        for (size_t i = 0; i < event->option_count; i++) {
            strbuf_printf(&run->got, "%soption: `%.*s`%s", i ? ", " : "",
                          SV_ARG(shown(run, &event->options[i].line)),
                          event->options[i].enabled ? "" : " [disabled]");
        }
        break;
    case YARN_EVENT_END:
        strbuf_printf(&run->got, "stop");
        break;
    case YARN_EVENT_FAULT:
        strbuf_printf(&run->got, "%.*s:%u:%u: %.*s", SV_ARG(event->place.file), (unsigned)event->place.line,
                      (unsigned)event->place.column, SV_ARG(event->text));
        break;
    case YARN_EVENT_NODE_START:
    case YARN_EVENT_NODE_END:
        break;
    }
}

/* The next event that a plan can see. */
static bool next_visible(Run *run)
{
    if (!run->started) {
        run->started = true;
        yarn_vm_set_saliency(run->vm, run->saliency);
        if (yarn_vm_start(run->vm, run->node) != STATUS_OK) {
            run->wrong = "there is no such node";
            return false;
        }
    }
    while (yarn_vm_next(run->vm, &run->event)) {
        if (run->event.kind != YARN_EVENT_NODE_START && run->event.kind != YARN_EVENT_NODE_END) {
            run->ended = run->event.kind == YARN_EVENT_END || run->event.kind == YARN_EVENT_FAULT;
            describe(run);
            return true;
        }
    }
    run->wrong = "nothing follows any more";
    return false;
}

static void check_text(Run *run, YarnEventKind kind, const Step *step)
{
    if (run->option_count > 0) {
        run->wrong = "a 'select:' is missing behind the options";
    } else if (next_visible(run)) {
        StrView found = kind == YARN_EVENT_LINE && run->event.kind == kind ? shown(run, &run->event.line)
                                                                           : run->event.text;
        if (run->event.kind != kind || (!step->any && !strview_equal(found, step->text))) {
            run->wrong = "something else came";
        }
    }
}

static void check_options(Run *run, const Step *step)
{
    if (!next_visible(run)) {
        return;
    }
    bool same = run->event.kind == YARN_EVENT_OPTIONS && run->event.option_count == run->option_count;
    for (size_t i = 0; same && i < run->option_count; i++) {
        const YarnOption *option = &run->event.options[i];
        same = strview_equal(shown(run, &option->line), run->options[i].text) &&
               option->enabled != run->options[i].disabled;
    }
    run->option_count = 0;
    if (!same) {
        run->wrong = "other options came";
    } else if (yarn_vm_select(run->vm, step->choice) != STATUS_OK) {
        run->wrong = "this choice was refused";
    }
}

/* A plan ends as if "stop" stood there, in each of its runs. */
static void check_end(Run *run)
{
    if (run->option_count > 0) {
        run->wrong = "a 'select:' is missing behind the options";
    } else if (!run->ended && next_visible(run) && run->event.kind != YARN_EVENT_END) {
        run->wrong = "the story should have ended";
    }
}

static void begin_run(Run *run)
{
    run->started = run->ended = false;
    run->node = SV("Start");
}

static void play_step(Run *run, const Step *step)
{
    switch (step->kind) {
    case STEP_LINE:
        check_text(run, YARN_EVENT_LINE, step);
        break;
    case STEP_COMMAND:
        check_text(run, YARN_EVENT_COMMAND, step);
        break;
    case STEP_OPTION:
        run->options = run->option_count++ ? run->options : step;
        break;
    case STEP_SELECT:
        check_options(run, step);
        break;
    case STEP_STOP:
        check_end(run);
        break;
    case STEP_SET:
        if (yarn_vm_set_variable(run->vm, step->text, step->value) != STATUS_OK) {
            run->wrong = "there is no such variable, or it is of another type";
        }
        break;
    case STEP_SALIENCY:
        run->saliency = step->saliency;
        yarn_vm_set_saliency(run->vm, step->saliency);
        break;
    case STEP_NODE:
        run->node = step->text;
        run->started = run->ended = false;
        break;
    case STEP_RUN_END:
        check_end(run);
        begin_run(run);
        break;
    }
}

static void play(Tally *tally, const YarnProgram *program, const Plan *plan, const char *name)
{
    Run run = { .saliency = YARN_SALIENCY_BEST_LEAST_RECENTLY_SEEN };
    if (conformance_create_vm(program, &run.assert_failed, &run.vm) != STATUS_OK) {
        conformance_fail(tally, name, "no story can be started");
        return;
    }
    arena_init(&run.arena, alloc_heap(), 65536);
    strbuf_init(&run.got, alloc_heap());
    begin_run(&run);
    size_t i = 0;
    for (; i < plan->count; i++) {
        play_step(&run, &plan->steps[i]);
        run.wrong = run.assert_failed ? "an assertion of the script failed" : run.wrong;
        if (run.wrong) {
            break;
        }
    }
    if (run.wrong) {
        conformance_fail(tally, name, "plan line %u: %s: %.*s\n       got %s", (unsigned)plan->steps[i].line,
                         run.wrong, SV_ARG(plan->steps[i].source), run.got.len ? run.got.data : "nothing");
    } else {
        conformance_pass(tally);
    }
    strbuf_release(&run.got);
    arena_release(&run.arena);
    yarn_vm_destroy(run.vm);
}

void conformance_story(Tally *tally, const char *path, const char *plan_path, const char *name)
{
    StrView text;
    StrView plan_text;
    Plan plan;
    Arena arena;
    YarnProgram *program = NULL;
    DiagSink diags = { .report = report };
    if (!conformance_read(tally, path, name, &text)) {
        return;
    }
    if (conformance_read(tally, plan_path, name, &plan_text)) {
        arena_init(&arena, alloc_heap(), 16384);
        if (!conformance_read_plan(&arena, plan_text, strview_from_cstr(plan_path), &diags, &plan)) {
            conformance_fail(tally, name, "its plan has mistakes");
        } else if (conformance_compile(text, name, &diags, &program) != STATUS_OK) {
            conformance_fail(tally, name, "it does not compile");
        } else {
            play(tally, program, &plan, name);
        }
        yarn_program_destroy(program);
        arena_release(&arena);
        file_free(alloc_heap(), &plan_text);
    }
    file_free(alloc_heap(), &text);
}
