/* Every allocation fails once: compiling, playing and markup must then say so, and
 * nothing may be lost or left half done. */
#include "sango/yarn/markup.h"
#include "meter.h"
#include "yarn_test.h"

#include <stdlib.h>

static const char story_text_all[] =
    "title: Start\ntags: a\n---\n<<declare $n = 1>>\n<<declare $s = \"x\">>\n<<declare $smart = $n > 0 && $n "
    "< 5>>\n"
    "<<enum E>>\n<<case A>>\n<<case B>>\n<<endenum>>\n<<declare $e = .B>>\n"
    "Kofi: Hi {$s + \"y\" + string($n)} [b]you[/b] \\[x\\] #line:a #t1 #t2 #t3 #t4 #t5\n"
    "<<if $smart and $e == E.B>>\n<<set $s += \"long enough to need room\">>\n<<else>>\nno\n<<endif>>\n"
    "-> One {$s} <<once if $n == 1>>\n    <<set $n += 1>>\n    <<detour G>>\n-> Two\n    <<jump "
    "{\"Start\"}>>\n"
    "=> a <<if $n > 1>>\n=> b\n<<once>>\nonce\n<<endonce>>\n<<say {format(\"{0:F1}\", 2)} {$s}>>\n<<jump "
    "End>>\n===\n"
    "title: G\nwhen: $n > 0\nsubtitle: x\n---\ng {visited(\"G.x\")}\n===\n"
    "title: G\nwhen: once\n---\nh {has_any_content(\"G\")}\n===\ntitle: End\n---\n{$s}\n===\n";

/* The VM stands where it stood, and gives its options once more. */
static Status save_and_restore(const Allocator *alloc, YarnVm *vm, YarnEvent *event)
{
    StrBuf save;
    strbuf_init(&save, alloc);
    yarn_vm_save(vm, &save);
    Status status = save.failed ? STATUS_NOMEM : yarn_vm_restore(vm, strbuf_view(&save), NULL);
    strbuf_release(&save);
    while (status == STATUS_OK && yarn_vm_next(vm, event) && event->kind != YARN_EVENT_OPTIONS) {
        status = event->kind == YARN_EVENT_FAULT ? STATUS_NOMEM : STATUS_OK;
    }
    return status;
}

/* Gives the worst status of all steps. */
static Status play_all(const Allocator *alloc, size_t *events)
{
    YarnSource source = { SV("m.yarn"), strview_from_cstr(story_text_all) };
    YarnProgram *program = NULL;
    YarnVm *vm = NULL;
    Arena arena;
    Status status = yarn_compile(&(YarnCompileOptions){ .alloc = alloc }, &source, 1, &program);
    arena_init(&arena, alloc, 256);
    if (status == STATUS_OK) {
        status = yarn_vm_create(&(YarnVmOptions){ .program = program }, &vm);
    }
    if (status == STATUS_OK) {
        status = yarn_vm_start(vm, SV("Start"));
    }
    YarnEvent event;
    while (status == STATUS_OK && yarn_vm_next(vm, &event) && ++*events < 1000) {
        MarkupText text;
        if (event.kind == YARN_EVENT_OPTIONS) {
            status = save_and_restore(alloc, vm, &event);
            (void)yarn_vm_select(vm, status == STATUS_OK && event.options[0].enabled ? 0 : 1);
        } else if (event.kind == YARN_EVENT_LINE) {
            status = yarn_markup_parse(&arena, event.line.text, SV("en"), event.place, NULL, &text);
        } else if (event.kind == YARN_EVENT_FAULT) {
            EXPECT_TEXT(event.text, "out of memory");
            status = STATUS_NOMEM;
        }
    }
    yarn_vm_destroy(vm);
    yarn_program_destroy(program);
    arena_release(&arena);
    return status;
}

int main(void)
{
    Meter meter = { 0 };
    Allocator alloc = { meter_resize, &meter };
    size_t all_events = 0;
    EXPECT_EQ(play_all(&alloc, &all_events), STATUS_OK);
    EXPECT_EQ(meter.bytes, 0);
    EXPECT(all_events > 10 && meter.calls > 50);
    size_t calls = meter.calls;
    for (size_t n = 1; n <= calls; n++) {
        size_t events = 0;
        meter = (Meter){ .fail_at = n };
        EXPECT_EQ(play_all(&alloc, &events), STATUS_NOMEM);
        EXPECT_EQ(meter.bytes, 0);
    }
    return TEST_MAIN_END();
}
