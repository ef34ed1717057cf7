#ifndef YARN_TEST_H
#define YARN_TEST_H
/* A story from a string, its diagnostics as text, and its events one by one. */
#include "sango/yarn/vm.h"
#include "test.h"

#include <string.h>

typedef struct Story {
    StrBuf diags; /* one per line, as tools print them */
    DiagSink sink;
    Status status;
    YarnProgram *program;
    YarnVm *vm;
    YarnEvent event;
} Story;

static inline void story_report(void *user, const Diag *diag)
{
    diag_format(user, diag);
}

/* Any text, with options of which memory and diagnostics are set here; nothing is played. */
static inline void story_compile_with(Story *story, const char *text, YarnCompileOptions options)
{
    *story = (Story){ 0 };
    strbuf_init(&story->diags, alloc_heap());
    story->sink = (DiagSink){ .report = story_report, .user = &story->diags };
    YarnSource source = { SV("t.yarn"), strview_from_cstr(text) };
    options.alloc = alloc_heap();
    options.diags = &story->sink;
    story->status = yarn_compile(&options, &source, 1, &story->program);
}

static inline void story_compile(Story *story, const char *text, const YarnFunction *functions, size_t count)
{
    story_compile_with(story, text, (YarnCompileOptions){ .functions = functions, .function_count = count });
}

/* Compiles and begins at Start. */
static inline void story_open(Story *story, const char *text)
{
    story_compile(story, text, NULL, 0);
    EXPECT_EQ(story->status, STATUS_OK);
    if (story->status == STATUS_OK) {
        EXPECT_EQ(yarn_vm_create(&(YarnVmOptions){ .program = story->program, .seed = 7 }, &story->vm),
                  STATUS_OK);
        EXPECT_EQ(yarn_vm_start(story->vm, SV("Start")), STATUS_OK);
    } else {
        fputs(story->diags.data, stderr);
    }
}

static inline void story_close(Story *story)
{
    yarn_vm_destroy(story->vm);
    yarn_program_destroy(story->program);
    strbuf_release(&story->diags);
}

/* The next event that is not the begin or end of a node; NULL when there is none. */
static inline const YarnEvent *story_next(Story *story)
{
    while (story->vm && yarn_vm_next(story->vm, &story->event)) {
        if (story->event.kind != YARN_EVENT_NODE_START && story->event.kind != YARN_EVENT_NODE_END) {
            return &story->event;
        }
    }
    return NULL;
}

/* The text of the next line, command or fault, or what comes instead. */
static inline StrView story_text(Story *story)
{
    const YarnEvent *event = story_next(story);
    if (!event) {
        return SV("(nothing)");
    }
    switch (event->kind) {
    case YARN_EVENT_LINE:
        return event->line.text;
    case YARN_EVENT_OPTIONS:
        return SV("(options)");
    case YARN_EVENT_END:
        return SV("(end)");
    case YARN_EVENT_COMMAND:
    case YARN_EVENT_FAULT:
    case YARN_EVENT_NODE_START:
    case YARN_EVENT_NODE_END:
        break;
    }
    return event->text;
}

#define EXPECT_TEXT(got, want)                                                                               \
    do {                                                                                                     \
        StrView got_text_ = (got);                                                                           \
        if (!strview_equal(got_text_, strview_from_cstr(want))) {                                            \
            test_failures++;                                                                                 \
            fprintf(stderr, "%s:%d: %s is '%.*s', expected '%s'\n", __FILE__, __LINE__, #got,                \
                    SV_ARG(got_text_), want);                                                                \
        }                                                                                                    \
    } while (0)

/* The body of one node called Start. */
#define NODE(body) "title: Start\n---\n" body "\n===\n"

#endif
