#include "vm_internal.h"

#include <string.h>

const StrView *vm_take_values(YarnVm *vm, uint32_t count)
{
    StrView *first = &vm->values[vm->value_count];
    vm->stack_count -= count;
    for (uint32_t i = 0; i < count; i++) {
        if (!vm_show(vm, vm->stack[vm->stack_count + i], &first[i])) {
            return NULL;
        }
    }
    vm->value_count += count;
    return first;
}

/* The text with its values; the program's own text where nothing changes. */
static bool make_text(YarnVm *vm, StrView text, const StrView *values, uint32_t count, StrView *result)
{
    if (count == 0 && (text.len == 0 || !memchr(text.data, '\\', text.len))) {
        *result = text;
        return true;
    }
    strbuf_clear(&vm->scratch);
    yarn_expand(&vm->scratch, text, values, count);
    if (vm->scratch.failed) {
        return vm_fault(vm, "out of memory");
    }
    char *copy = vm_take_text(vm, vm->scratch.len);
    if (!copy) {
        return false;
    }
    memcpy(copy, vm->scratch.data, vm->scratch.len);
    *result = (StrView){ copy, vm->scratch.len };
    return true;
}

bool vm_make_line(YarnVm *vm, uint32_t index, YarnLine *line)
{
    const YarnLineInfo *info = &vm->program->lines[index];
    const StrView *values = vm_take_values(vm, info->value_count);
    if (!values) {
        return false;
    }
    *line = (YarnLine){ .info = info, .values = values };
    return make_text(vm, info->text, values, info->value_count, &line->text);
}

bool vm_keep_line(YarnVm *vm, uint32_t line, const StrView *values)
{
    vm->last_line = line;
    strbuf_clear(&vm->last_values);
    for (uint32_t i = 0; i < vm->program->lines[line].value_count; i++) {
        strbuf_append(&vm->last_values, values[i]);
        vm->last_lengths[i] = (uint32_t)values[i].len;
    }
    return !vm->last_values.failed;
}

bool vm_give_line(YarnVm *vm, uint32_t index, YarnEvent *event)
{
    *event = (YarnEvent){ .kind = YARN_EVENT_LINE, .place = vm->program->lines[index].place };
    return vm_make_line(vm, index, &event->line) &&
           (vm_keep_line(vm, index, event->line.values) || vm_fault(vm, "out of memory"));
}

/* Values of a command are put in as they are: it holds no markup. */
bool vm_give_command(YarnVm *vm, uint32_t index, YarnEvent *event)
{
    const YarnCommandInfo *info = &vm->program->commands[index];
    uint32_t count = vm->program->command_values[index];
    const StrView *values = vm_take_values(vm, count);
    if (!values) {
        return false;
    }
    *event = (YarnEvent){ .kind = YARN_EVENT_COMMAND, .text = info->text, .place = info->place };
    if (count == 0) {
        return true;
    }
    StrBuf *out = &vm->scratch;
    strbuf_clear(out);
    uint32_t next = 0;
    for (size_t i = 0; i < info->text.len; i++) {
        /* The only braces in a command's text are those of its values, in order. */
        if (info->text.data[i] == '{' && next < count) {
            strbuf_append(out, values[next++]);
            while (info->text.data[i] != '}') {
                i++;
            }
        } else {
            strbuf_char(out, info->text.data[i]);
        }
    }
    char *copy = out->failed ? NULL : vm_take_text(vm, out->len);
    if (!copy) {
        return vm_fault(vm, "out of memory");
    }
    memcpy(copy, out->data, out->len);
    event->text = (StrView){ copy, out->len };
    return true;
}

void vm_give_options(YarnVm *vm, YarnEvent *event)
{
    *event = (YarnEvent){ .kind = YARN_EVENT_OPTIONS,
                          .options = vm->options,
                          .option_count = vm->choice_count,
                          .place = vm->options[0].line.info->place };
    vm->state = VM_WAITING;
}

void vm_begin_texts(YarnVm *vm)
{
    if (vm->temp_bytes) {
        arena_reset(&vm->temp);
        vm->temp_bytes = 0;
    }
    vm->value_count = 0;
}

bool vm_keep_options(YarnVm *vm)
{
    for (uint32_t i = 0; i < vm->value_count; i++) {
        char *copy = vm_take_text(vm, vm->values[i].len);
        if (!copy) {
            return false;
        }
        if (vm->values[i].len) {
            memcpy(copy, vm->values[i].data, vm->values[i].len);
        }
        vm->values[i].data = copy;
    }
    for (uint32_t i = 0; i < vm->choice_count; i++) {
        YarnLine *line = &vm->options[i].line;
        if (!make_text(vm, line->info->text, line->values, line->info->value_count, &line->text)) {
            return false;
        }
    }
    return true;
}

/* The texts of options that wait stay. */
bool vm_give_again(YarnVm *vm, YarnEvent *event)
{
    if (!vm->gives_line_again) {
        vm->gives_options_again = false;
        vm_give_options(vm, event);
        return true;
    }
    vm->gives_line_again = false;
    if (vm->state != VM_WAITING) {
        vm_begin_texts(vm);
    }
    const YarnLineInfo *info = &vm->program->lines[vm->last_line];
    StrView *values = &vm->values[vm->value_count]; /* there is room for those of a line */
    StrView rest = strbuf_view(&vm->last_values);
    for (uint32_t i = 0; i < info->value_count; i++) {
        values[i] = strview_slice(rest, 0, vm->last_lengths[i]);
        rest = strview_slice(rest, vm->last_lengths[i], rest.len);
    }
    *event = (YarnEvent){ .kind = YARN_EVENT_LINE,
                          .line = { .info = info, .values = values },
                          .place = info->place };
    return make_text(vm, info->text, values, info->value_count, &event->line.text) ||
           vm_give_fault(vm, event);
}
