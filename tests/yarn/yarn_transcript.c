/* yarn_transcript FILE [N...]: prints diagnostics, or the events of the story that
 * begins at "Start" (or its first node), choosing the Nth option (from 1; 0: none) of each choice in turn. */
#include "sango/base/file.h"
#include "sango/yarn/markup.h"
#include "sango/yarn/vm.h"

#include <stdio.h>
#include <string.h>

enum { EVENTS_MAX = 2000 };

static void print_diag(void *user, const Diag *diag)
{
    (void)user;
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    diag_format(&text, diag);
    fputs(text.data, stdout);
    strbuf_release(&text);
}

static YarnValue nickname(void *user, const YarnValue *args, size_t arg_count)
{
    (void)arg_count;
    (void)user;
    (void)args;
    return (YarnValue){ .type = YARN_TYPE_STRING, .as.string = SV("Sky[b]Fox: 9") };
}

static YarnValue band(void *user, const YarnValue *args, size_t arg_count)
{
    (void)arg_count;
    (void)user;
    (void)args;
    return (YarnValue){ .type = YARN_TYPE_NUMBER, .as.number = 1 };
}

static const YarnFunction functions[] = {
    { .name = "nickname", .result = YARN_TYPE_STRING, .doc = "The player's name.", .call = nickname },
    { .name = "band", .result = YARN_TYPE_NUMBER, .doc = "1 or 2.", .call = band },
};

/* The text after markup, its attributes behind it. */
static void print_line(const YarnLine *line, DiagSink *diags)
{
    Arena arena;
    arena_init(&arena, alloc_heap(), 4096);
    MarkupText text;
    (void)yarn_markup_parse(&arena, line->text, SV("en"), line->info->place, diags, &text);
    printf("%.*s", SV_ARG(text.text));
    for (uint32_t i = 0; i < text.attribute_count; i++) {
        const MarkupAttribute *a = &text.attributes[i];
        printf(" [%.*s %u+%u]", SV_ARG(a->name), (unsigned)a->start, (unsigned)a->length);
    }
    for (uint32_t i = 0; i < line->info->tag_count; i++) {
        printf(" #%.*s", SV_ARG(line->info->tags[i]));
    }
    printf("\n");
    arena_release(&arena);
}

static void print_event(const YarnEvent *event, DiagSink *diags)
{
    switch (event->kind) {
    case YARN_EVENT_LINE:
        printf("line: ");
        print_line(&event->line, diags);
        break;
    case YARN_EVENT_OPTIONS:
        for (size_t i = 0; i < event->option_count; i++) {
            printf("option%s: ", event->options[i].enabled ? "" : " (off)");
            print_line(&event->options[i].line, diags);
        }
        break;
    case YARN_EVENT_COMMAND:
        printf("command: %.*s\n", SV_ARG(event->text));
        break;
    case YARN_EVENT_NODE_START:
    case YARN_EVENT_NODE_END:
        break;
    case YARN_EVENT_END:
        printf("end\n");
        break;
    case YARN_EVENT_FAULT:
        printf("%.*s:%u:%u: fault: %.*s\n", SV_ARG(event->place.file), (unsigned)event->place.line,
               (unsigned)event->place.column, SV_ARG(event->text));
        break;
    }
}

/* The next answer of the command line; without one the first option that is enabled. */
static size_t answer(const YarnEvent *event, int *next, int argc, char **argv)
{
    int32_t number;
    if (*next < argc && strview_to_int(strview_from_cstr(argv[(*next)++]), &number)) {
        printf("> %d\n", (int)number);
        return number == 0 ? SIZE_MAX : (size_t)number - 1;
    }
    for (size_t i = 0; i < event->option_count; i++) {
        if (event->options[i].enabled) {
            printf("> %zu\n", i + 1);
            return i;
        }
    }
    printf("> 0\n");
    return SIZE_MAX;
}

static void play(const YarnProgram *program, int argc, char **argv, DiagSink *diags)
{
    YarnVm *vm = NULL;
    int next = 2;
    StrView start = SV("Start");
    if (!yarn_program_has_node(program, start) && yarn_program_node_count(program) > 0) {
        start = yarn_program_node(program, 0).title;
    }
    if (yarn_vm_create(&(YarnVmOptions){ .program = program, .seed = 1 }, &vm) != STATUS_OK ||
        yarn_vm_start(vm, start) != STATUS_OK) {
        printf("no node Start\n");
        yarn_vm_destroy(vm);
        return;
    }
    YarnEvent event;
    for (int count = 0; count < EVENTS_MAX && yarn_vm_next(vm, &event);) {
        count += event.kind != YARN_EVENT_NODE_START && event.kind != YARN_EVENT_NODE_END;
        print_event(&event, diags);
        if (event.kind == YARN_EVENT_OPTIONS &&
            yarn_vm_select(vm, answer(&event, &next, argc, argv)) != STATUS_OK) {
            printf("refused\n");
            break;
        }
    }
    yarn_vm_destroy(vm);
}

int main(int argc, char **argv)
{
    StrView text;
    if (argc < 2 || file_read(alloc_heap(), argv[1], 16 << 20, &text) != STATUS_OK) {
        fprintf(stderr, "usage: yarn_transcript FILE [N...]\n");
        return 2;
    }
    const char *base = strrchr(argv[1], '/');
    YarnSource source = { strview_from_cstr(base ? base + 1 : argv[1]), text };
    DiagSink diags = { .report = print_diag };
    YarnCompileOptions options = { .alloc = alloc_heap(),
                                   .diags = &diags,
                                   .functions = functions,
                                   .function_count = sizeof functions / sizeof *functions };
    YarnProgram *program = NULL;
    Status status = yarn_compile(&options, &source, 1, &program);
    if (status == STATUS_OK) {
        play(program, argc, argv, &diags);
    } else {
        printf("%s\n", status_text(status));
    }
    yarn_program_destroy(program);
    file_free(alloc_heap(), &text);
    return status == STATUS_OK ? 0 : 1;
}
