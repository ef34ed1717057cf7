/* Saves of a story that was being played: any bytes, rightly signed or not, may be
 * restored, and what then plays must be safe. */
#include "sango/yarn/vm.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char story[] =
    "title: Start\n---\n<<declare $n = 1>>\n<<declare $s = \"x\">>\n<<declare $big = $n > 3>>\n"
    "Kofi: Hi {$s} {$n} #line:hello\n-> One {$n} #line:one\n    <<detour Aside>>\n    After {$s}. "
    "#line:after\n"
    "-> Two <<if $n > 2>> #line:two\n-> Stop <<once>> #line:stop\n    <<once>>\n        Once. #line:once\n"
    "    <<endonce>>\n<<set $n += 1>>\n<<set $s += \"y\">>\n<<sound {$n}>>\n=> a {dice(6)}\n=> b\n"
    "<<if $big>>\n<<jump End>>\n<<endif>>\n<<jump Start>>\n===\n"
    "title: Aside\n---\nAside. #line:aside\n<<detour Group>>\n-> In #line:in\n    <<detour Group>>\n-> Out "
    "#line:out\n"
    "    <<return>>\n===\ntitle: Group\nwhen: $n > 2\n---\nBig {$n}. #line:big\n===\n"
    "title: Group\nwhen: always\n---\nSmall. #line:small\n===\ntitle: End\n---\nBye {$s}. #line:bye\n===\n";

static const YarnProgram *program_of(void)
{
    static YarnProgram *program;
    YarnSource source = { SV("f.yarn"), strview_from_cstr(story) };
    if (!program &&
        yarn_compile(&(YarnCompileOptions){ .alloc = alloc_heap() }, &source, 1, &program) != STATUS_OK) {
        abort();
    }
    return program;
}

static void play(YarnVm *vm)
{
    YarnEvent event;
    for (int i = 0; i < 200 && yarn_vm_next(vm, &event); i++) {
        for (size_t option = 0; event.kind == YARN_EVENT_OPTIONS && option < event.option_count; option++) {
            if (event.options[option].line.text.len == SIZE_MAX || !event.options[option].line.info) {
                abort();
            }
        }
        if (event.kind == YARN_EVENT_OPTIONS) {
            size_t choice = (size_t)i % event.option_count;
            for (size_t tries = 0; yarn_vm_select(vm, choice) != STATUS_OK && tries < event.option_count;
                 tries++) {
                choice = (choice + 1) % event.option_count;
            }
        }
    }
}

/* A program of another hash reads the same save by name. */
static void restore(StrView bytes)
{
    YarnVm *vm = NULL;
    if (yarn_vm_create(&(YarnVmOptions){ .program = program_of() }, &vm) == STATUS_OK &&
        yarn_vm_restore(vm, bytes, NULL) == STATUS_OK) {
        StrBuf again;
        strbuf_init(&again, alloc_heap());
        yarn_vm_save(vm, &again);
        if (yarn_vm_restore(vm, strbuf_view(&again), NULL) != STATUS_OK) {
            abort(); /* what was taken can be saved and taken again */
        }
        strbuf_release(&again);
        play(vm);
    }
    yarn_vm_destroy(vm);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    StrBuf bytes;
    strbuf_init(&bytes, alloc_heap());
    strbuf_append(&bytes, (StrView){ (const char *)data, size });
    restore(strbuf_view(&bytes));
    uint32_t sum = strview_hash(strbuf_view(&bytes));
    for (unsigned i = 0; i < 4; i++) {
        strbuf_char(&bytes, (char)(unsigned char)(sum >> 8 * i & 0xFF));
    }
    restore(strbuf_view(&bytes));
    strbuf_release(&bytes);
    return 0;
}
