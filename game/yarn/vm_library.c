#include "library.h"
#include "sango/base/utf8.h"
#include "vm_internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static YarnValue from_number(float number)
{
    return (YarnValue){ .type = YARN_TYPE_NUMBER, .as.number = number };
}

static YarnValue from_bool(bool boolean)
{
    return (YarnValue){ .type = YARN_TYPE_BOOL, .as.boolean = boolean };
}

static uint32_t visits_of(const YarnVm *vm, StrView name)
{
    uint32_t node = program_find_node(vm->program, name);
    return node == NAME_NONE ? 0 : vm->visits[node];
}

static bool has_content(YarnVm *vm, StrView name, YarnValue *result)
{
    uint32_t node = program_find_node(vm->program, name);
    bool any = node != NAME_NONE;
    if (any && node >= vm->program->public_count && !vm_query_group(vm, node, &any)) {
        return false;
    }
    *result = from_bool(any);
    return true;
}

static bool random_between(YarnVm *vm, float least, float most, YarnValue *result)
{
    least = ceilf(least);
    most = floorf(most);
    if (most < least || most - least >= 4294967040.0f) {
        return vm_fault(vm, "a random number needs a range, its smaller end first");
    }
    uint32_t count = (uint32_t)(most - least) + 1;
    *result = from_number(least + (float)rng_below(&vm->rng, count));
    return true;
}

static float round_to(float number, float places)
{
    double factor = pow(10.0, fmin(fmax((double)places, 0), 15));
    return (float)(nearbyint((double)number * factor) / factor);
}

static bool extreme(const YarnValue *args, uint32_t count, bool largest, YarnValue *result)
{
    *result = args[0];
    for (uint32_t i = 1; i < count; i++) {
        if (largest ? args[i].as.number > result->as.number : args[i].as.number < result->as.number) {
            *result = args[i];
        }
    }
    return true;
}

static bool to_number(YarnVm *vm, YarnValue value, YarnValue *result)
{
    float number = 0;
    if (value.type == YARN_TYPE_BOOL) {
        number = value.as.boolean ? 1 : 0;
    } else if (value.type == YARN_TYPE_NUMBER) {
        number = value.as.number;
    } else if (!strview_to_float(strview_trim(value.as.string), &number)) {
        return vm_fault(vm, "'%.*s' is not a number", SV_ARG(strview_slice(value.as.string, 0, 60)));
    }
    *result = from_number(number);
    return true;
}

static bool to_bool(YarnVm *vm, YarnValue value, YarnValue *result)
{
    if (value.type == YARN_TYPE_NUMBER) {
        *result = from_bool(value.as.number != 0);
    } else if (value.type == YARN_TYPE_BOOL) {
        *result = value;
    } else {
        StrView text = strview_trim(value.as.string);
        bool yes = strview_equal(text, SV("true")) || strview_equal(text, SV("True"));
        if (!yes && !strview_equal(text, SV("false")) && !strview_equal(text, SV("False"))) {
            return vm_fault(vm, "'%.*s' is neither true nor false", SV_ARG(strview_slice(text, 0, 60)));
        }
        *result = from_bool(yes);
    }
    return true;
}

static bool to_string(YarnVm *vm, YarnValue value, YarnValue *result)
{
    StrView text;
    if (!vm_show(vm, value, &text)) {
        return false;
    }
    *result = (YarnValue){ .type = YARN_TYPE_STRING, .as.string = text };
    return true;
}

/* What stands between { and }: "0", "0:F2", "0,8", "0,-8:F2". */
static bool append_placeholder(YarnVm *vm, StrBuf *out, StrView inner, const YarnValue *value)
{
    StrView rest = inner;
    StrView head = SV("");
    StrView number = SV("");
    int32_t width = 0;
    int32_t index = -1;
    (void)strview_take(&rest, ':', &head);
    StrView spec = rest;
    (void)strview_take(&head, ',', &number);
    bool is_valid = number.len > 0 && strview_to_int(strview_trim(number), &index) && index == 0;
    is_valid = is_valid && (head.len == 0 ||
                            (strview_to_int(strview_trim(head), &width) && width >= -1000 && width <= 1000));
    size_t start = out->len;
    if (is_valid && spec.len && value->type == YARN_TYPE_NUMBER) {
        is_valid = number_format(out, value->as.number, spec);
    } else if (is_valid) {
        StrView text;
        if (!vm_show(vm, *value, &text)) {
            return false;
        }
        strbuf_append(out, text);
    }
    if (!is_valid) {
        return vm_fault(vm, "format() does not understand '{%.*s}'", SV_ARG(strview_slice(inner, 0, 60)));
    }
    StrView shown = strview_slice(strbuf_view(out), start, out->len - start);
    size_t wanted = (size_t)(width < 0 ? -width : width);
    size_t letters = utf8_count(shown);
    size_t blanks = wanted > letters ? wanted - letters : 0;
    for (size_t i = 0; i < blanks; i++) {
        strbuf_char(out, ' ');
    }
    if (width > 0 && blanks && !out->failed) {
        memmove(out->data + start + blanks, out->data + start, out->len - start - blanks);
        memset(out->data + start, ' ', blanks);
    }
    return true;
}

/* The first argument with "{0}" and the like replaced by the second; "{{" is a brace. */
static bool format(YarnVm *vm, const YarnValue *args, YarnValue *result)
{
    StrView pattern = args[0].as.string;
    StrBuf *out = &vm->scratch;
    strbuf_clear(out);
    for (size_t i = 0; i < pattern.len && out->len <= YARN_STRING_MAX; i++) {
        char c = pattern.data[i];
        bool is_double = i + 1 < pattern.len && pattern.data[i + 1] == c;
        const char *close = c == '{' && !is_double ? memchr(pattern.data + i, '}', pattern.len - i) : NULL;
        if (!close) {
            strbuf_char(out, c);
            i += is_double && (c == '{' || c == '}');
            continue;
        }
        size_t end = (size_t)(close - pattern.data);
        if (!append_placeholder(vm, out, strview_slice(pattern, i + 1, end - i - 1), &args[1])) {
            return false;
        }
        i = end;
    }
    if (out->failed || out->len > YARN_STRING_MAX) {
        return vm_fault(vm, out->failed ? "out of memory" : "a string is longer than 65536 bytes");
    }
    char *copy = vm_take_text(vm, out->len);
    if (!copy) {
        return false;
    }
    memcpy(copy, out->data, out->len);
    *result = (YarnValue){ .type = YARN_TYPE_STRING, .as.string = { copy, out->len } };
    return true;
}

static float calculate(BuiltinId id, float number)
{
    switch ((int)id) {
    case BUILTIN_round:
        return nearbyintf(number);
    case BUILTIN_floor:
        return floorf(number);
    case BUILTIN_ceil:
        return ceilf(number);
    case BUILTIN_inc:
        return truncf(number) == number ? number + 1 : ceilf(number);
    case BUILTIN_dec:
        return truncf(number) == number ? number - 1 : floorf(number);
    case BUILTIN_decimal:
        return number - truncf(number);
    default:
        return truncf(number);
    }
}

bool vm_builtin(YarnVm *vm, uint32_t id, uint32_t count)
{
    vm->stack_count -= count;
    const YarnValue *args = &vm->stack[vm->stack_count];
    YarnValue result = from_bool(false);
    bool done = true;
    switch ((BuiltinId)id) {
    case BUILTIN_visited:
        result = from_bool(visits_of(vm, args[0].as.string) > 0);
        break;
    case BUILTIN_visited_count:
        result = from_number((float)visits_of(vm, args[0].as.string));
        break;
    case BUILTIN_has_any_content:
        done = has_content(vm, args[0].as.string, &result);
        break;
    case BUILTIN_random:
        result = from_number(rng_unit(&vm->rng));
        break;
    case BUILTIN_random_range:
        done = random_between(vm, args[0].as.number, args[1].as.number, &result);
        break;
    case BUILTIN_random_range_float:
        result =
            from_number(args[0].as.number + rng_unit(&vm->rng) * (args[1].as.number - args[0].as.number));
        break;
    case BUILTIN_dice:
        done = random_between(vm, 1, args[0].as.number, &result);
        break;
    case BUILTIN_min:
    case BUILTIN_max:
        done = extreme(args, count, id == BUILTIN_max, &result);
        break;
    case BUILTIN_round_places:
        result = from_number(round_to(args[0].as.number, args[1].as.number));
        break;
    case BUILTIN_string:
        done = to_string(vm, args[0], &result);
        break;
    case BUILTIN_number:
        done = to_number(vm, args[0], &result);
        break;
    case BUILTIN_bool:
        done = to_bool(vm, args[0], &result);
        break;
    case BUILTIN_format:
        done = format(vm, args, &result);
        break;
    case BUILTIN_format_invariant:
        done = to_string(vm, args[0], &result);
        break;
    case BUILTIN_round:
    case BUILTIN_floor:
    case BUILTIN_ceil:
    case BUILTIN_inc:
    case BUILTIN_dec:
    case BUILTIN_decimal:
    case BUILTIN_int:
    case BUILTIN_COUNT:
        result = from_number(calculate((BuiltinId)id, args[0].as.number));
        break;
    }
    return done && vm_push(vm, result);
}
