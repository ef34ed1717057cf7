#include "conformance.h"

#include <string.h>

typedef struct PlanReader {
    Arena *arena;
    StrView name;
    DiagSink *diags;
    uint32_t line;
    Plan *plan;
    size_t capacity;
    bool valid;
} PlanReader;

static void mistake(PlanReader *reader, const char *what)
{
    SourcePos pos = { reader->name, reader->line, 1 };
    reader->valid = false;
    diag_report(reader->diags, DIAG_ERROR, pos, 0, "plan", "%s", what);
}

static Step *add_step(PlanReader *reader)
{
    Plan *plan = reader->plan;
    if (plan->count == reader->capacity) {
        size_t capacity = reader->capacity ? reader->capacity * 2 : 64;
        Step *steps = ARENA_ARRAY(reader->arena, Step, capacity);
        if (!steps) {
            mistake(reader, "out of memory");
            return NULL;
        }
        if (plan->count) {
            memcpy(steps, plan->steps, plan->count * sizeof *steps);
        }
        plan->steps = steps;
        reader->capacity = capacity;
    }
    return &plan->steps[plan->count++];
}

/* Behind the last step only "#tags" may stand, which upstream does not check. */
static void expect_end(PlanReader *reader, StrView rest)
{
    rest = strview_trim(rest);
    if (rest.len > 0 && rest.data[0] != '#') {
        mistake(reader, "something stands behind this step");
    }
}

/* The text between a back quote and the next one, off the front of *rest. */
static bool take_quoted(PlanReader *reader, StrView *rest, StrView *text)
{
    StrView inside = strview_slice(*rest, 1, rest->len);
    const char *end = inside.len ? memchr(inside.data, '`', inside.len) : NULL;
    if (rest->len == 0 || rest->data[0] != '`' || !end) {
        mistake(reader, "a text between two ` is missing");
        return false;
    }
    *text = strview_slice(inside, 0, (size_t)(end - inside.data));
    *rest = strview_slice(inside, text->len + 1, inside.len);
    return true;
}

static void read_expected(PlanReader *reader, Step *step, StrView rest)
{
    static const char disabled[] = "[disabled]";
    if (step->kind == STEP_LINE && rest.len > 0 && rest.data[0] == '*') {
        step->any = true;
        expect_end(reader, strview_slice(rest, 1, rest.len));
        return;
    }
    if (!take_quoted(reader, &rest, &step->text)) {
        return;
    }
    size_t len = sizeof disabled - 1;
    if (step->kind == STEP_OPTION && rest.len >= len &&
        memcmp(rest.data + rest.len - len, disabled, len) == 0) {
        step->disabled = true;
        rest.len -= len;
    }
    expect_end(reader, rest);
}

static void read_select(PlanReader *reader, Step *step, StrView rest)
{
    int32_t number;
    if (!strview_to_int(rest, &number) || number < 0) {
        mistake(reader, "'select:' needs the number of an option, or 0 for none");
        return;
    }
    step->choice = number == 0 ? SIZE_MAX : (size_t)number - 1;
}

/* true, false, a number, or a text between `…` or "…". */
static void read_set(PlanReader *reader, Step *step, StrView rest)
{
    StrView name;
    float number;
    bool assigned = memchr(rest.data, '=', rest.len) != NULL;
    (void)strview_take(&rest, '=', &name);
    step->text = strview_trim(name);
    rest = strview_trim(rest);
    if (!assigned || step->text.len < 2 || step->text.data[0] != '$') {
        mistake(reader, "'set:' needs a $variable, = and a value");
    } else if (strview_equal(rest, SV("true")) || strview_equal(rest, SV("false"))) {
        step->value = (YarnValue){ .type = YARN_TYPE_BOOL, .as.boolean = strview_equal(rest, SV("true")) };
    } else if (strview_to_float(rest, &number)) {
        step->value = (YarnValue){ .type = YARN_TYPE_NUMBER, .as.number = number };
    } else if (rest.len >= 2 && (rest.data[0] == '`' || rest.data[0] == '"') &&
               rest.data[rest.len - 1] == rest.data[0]) {
        step->value =
            (YarnValue){ .type = YARN_TYPE_STRING, .as.string = strview_slice(rest, 1, rest.len - 2) };
    } else {
        mistake(reader, "a value is true, false, a number, or a text between ` or \"");
    }
}

static void read_saliency(PlanReader *reader, Step *step, StrView rest)
{
    static const struct {
        const char *name;
        YarnSaliency saliency;
    } modes[] = {
        { "first", YARN_SALIENCY_FIRST },
        { "best", YARN_SALIENCY_BEST },
        { "best_least_recently_seen", YARN_SALIENCY_BEST_LEAST_RECENTLY_SEEN },
        { "random_best_least_recently_seen", YARN_SALIENCY_RANDOM_BEST_LEAST_RECENTLY_SEEN },
    };
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        if (strview_equal(rest, strview_from_cstr(modes[i].name))) {
            step->saliency = modes[i].saliency;
            return;
        }
    }
    mistake(reader, "this way to choose is not known");
}

static void read_step(PlanReader *reader, StrView source)
{
    static const struct {
        const char *key;
        StepKind kind;
    } keys[] = { { "line", STEP_LINE },     { "command", STEP_COMMAND }, { "option", STEP_OPTION },
                 { "select", STEP_SELECT }, { "set", STEP_SET },         { "saliency", STEP_SALIENCY },
                 { "node", STEP_NODE } };
    Step *step = add_step(reader);
    if (!step) {
        return;
    }
    StrView rest = source;
    StrView key;
    *step = (Step){ .kind = STEP_RUN_END, .line = reader->line, .source = source };
    if (strview_equal(source, SV("---"))) {
        return;
    }
    if (strview_equal(source, SV("stop"))) {
        step->kind = STEP_STOP;
        return;
    }
    (void)strview_take(&rest, ':', &key);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (strview_equal(strview_trim(key), strview_from_cstr(keys[i].key)) && key.len < source.len) {
            step->kind = keys[i].kind;
        }
    }
    rest = strview_trim(rest);
    switch (step->kind) {
    case STEP_LINE:
    case STEP_COMMAND:
    case STEP_OPTION:
        read_expected(reader, step, rest);
        break;
    case STEP_SELECT:
        read_select(reader, step, rest);
        break;
    case STEP_SET:
        read_set(reader, step, rest);
        break;
    case STEP_SALIENCY:
        read_saliency(reader, step, rest);
        break;
    case STEP_NODE:
        step->text = rest;
        if (rest.len == 0) {
            mistake(reader, "'node:' needs a title");
        }
        break;
    case STEP_STOP:
    case STEP_RUN_END:
        mistake(reader, "this step is not known");
        break;
    }
}

bool conformance_read_plan(Arena *arena, StrView text, StrView name, DiagSink *diags, Plan *plan)
{
    PlanReader reader = { .arena = arena, .name = name, .diags = diags, .plan = plan, .valid = true };
    StrView source;
    *plan = (Plan){ NULL, 0 };
    if (strview_starts_with(text, SV("\xEF\xBB\xBF"))) {
        text = strview_slice(text, 3, text.len);
    }
    while (strview_take(&text, '\n', &source)) {
        source = strview_trim(source);
        reader.line++;
        if (source.len > 0 && source.data[0] != '#') {
            read_step(&reader, source);
        }
    }
    reader.line++;
    Step *end = add_step(&reader);
    if (end) {
        *end = (Step){ .kind = STEP_RUN_END, .line = reader.line, .source = SV("the end of the plan") };
    }
    return reader.valid;
}
