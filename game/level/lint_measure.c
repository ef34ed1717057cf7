#include "lint_internal.h"
#include "sango/score/measure.h"

#include <string.h>

enum { ITEMS_MAX = 32, MARKS = MEASURE_ITEM_MAX + 1, ANSWERS = 3 };

/* An item: its command, and the answers between it and the next one. */
typedef struct Item {
    YarnPlace place;
    StrView id, figure;
    unsigned marks[MARKS], answers;
} Item;

static bool is_before(YarnPlace a, YarnPlace b)
{
    return strview_equal(a.file, b.file) && (a.line < b.line || (a.line == b.line && a.column <= b.column));
}

static size_t collect_items(Lint *lint, Item items[ITEMS_MAX])
{
    size_t count = 0;
    DiagSink unheard = { 0 };
    for (size_t i = 0; i < yarn_program_command_count(lint->program); i++) {
        YarnCommandInfo info = yarn_program_command(lint->program, i);
        Command command;
        if (memchr(info.text.data, '{', info.text.len) || !command_parse(info.text, info.place, &unheard, &command)) {
            continue;
        }
        if (command.kind == COMMAND_DECISION || command.kind == COMMAND_RECOVERY || command.kind == COMMAND_TELLING || command.kind == COMMAND_DEED) {
            lint_say(lint, DIAG_ERROR, "level-measure", info.place, "a measure has no decisions and no deeds");
        } else if (command.kind == COMMAND_MEASURE && count < ITEMS_MAX) {
            items[count++] = (Item){ .place = info.place, .id = command.args[0], .figure = command.args[1] };
        }
    }
    return count;
}

/* The last item before a place; NULL when there is none. */
static Item *item_before(Item *items, size_t count, YarnPlace place)
{
    Item *found = NULL;
    for (size_t i = 0; i < count; i++) {
        if (is_before(items[i].place, place) && (!found || is_before(found->place, items[i].place))) {
            found = &items[i];
        }
    }
    return found;
}

static void take_answer(Lint *lint, Item *items, size_t count, const YarnLineInfo *line)
{
    int32_t mark;
    StrView value = yarn_line_tag_value(line, SV("mark"));
    Item *item = item_before(items, count, line->place);
    AnswerTags tags = answer_tags(line);
    if (tags.grade_count || tags.tells || tags.recovers) {
        lint_say(lint, DIAG_ERROR, "level-measure", line->place, "an answer of a measure has no grade, and tells or mends nothing");
    }
    if (!item) {
        lint_say(lint, DIAG_ERROR, "level-measure", line->place, "no <<measure>> comes before this answer");
    } else if (!strview_to_int(value, &mark) || mark < 0 || mark > MEASURE_ITEM_MAX) {
        lint_say(lint, DIAG_ERROR, "level-measure", line->place, "this answer needs #mark:0, #mark:1 or #mark:2");
    } else {
        item->marks[mark]++;
    }
    if (item) {
        item->answers++;
    }
}

static void check_items(Lint *lint, const Item *items, size_t count)
{
    unsigned figures[MEASURE_FIGURE_COUNT] = { 0 };
    for (size_t i = 0; i < count; i++) {
        const Item *item = &items[i];
        for (unsigned k = 0; k < MEASURE_FIGURE_COUNT; k++) {
            figures[k] += strview_equal(item->figure, strview_from_cstr(measure_figure_name((MeasureFigure)k)));
        }
        for (size_t k = 0; k < i; k++) {
            if (strview_equal(items[k].id, item->id)) {
                lint_say(lint, DIAG_ERROR, "level-measure", item->place, "two items are called '%.*s'", SV_ARG(item->id));
            }
        }
        if (item->answers != ANSWERS || item->marks[0] != 1 || item->marks[1] != 1 || item->marks[2] != 1) {
            lint_say(lint, DIAG_ERROR, "level-measure", item->place, "the item '%.*s' has not three answers with one #mark each: 0, 1 and 2", SV_ARG(item->id));
        }
    }
    for (unsigned k = 0; k < MEASURE_FIGURE_COUNT; k++) {
        if (figures[k] != MEASURE_ITEMS_PER_FIGURE) {
            lint_say(lint, DIAG_ERROR, "level-measure", lint_node_place(lint, lint->level->start), "the figure '%s' has %u items; it needs 2",
                     measure_figure_name((MeasureFigure)k), figures[k]);
        }
    }
}

void lint_check_no_measure(Lint *lint)
{
    for (size_t i = 0; i < yarn_program_command_count(lint->program); i++) {
        YarnCommandInfo info = yarn_program_command(lint->program, i);
        if (strview_starts_with(info.text, SV("measure "))) {
            lint_say(lint, DIAG_ERROR, "level-measure", info.place, "items are asked in a measure (\"measures\" in pack.json), not in a level");
        }
    }
}

Status lint_measure(const Allocator *alloc, const LevelPack *pack, const LevelEntry *measure, const LintNames *names, DiagSink *diags)
{
    static const LintNames unknown = { 0 };
    uint32_t errors_before = diags->errors;
    YarnProgram *program = NULL;
    Status status = level_open_advised(alloc, pack, measure, YARN_ADVICE_UNUSED, diags, &program);
    if (status != STATUS_OK) {
        return status;
    }
    Lint lint = { .alloc = alloc, .pack = pack, .level = measure, .names = names ? names : &unknown, .program = program, .diags = diags };
    status = level_scripts_read(&lint.scripts, alloc, pack, measure, diags);
    if (status == STATUS_OK) {
        Item items[ITEMS_MAX];
        lint_check_text(&lint);
        lint_check_tags(&lint);
        lint_check_speakers(&lint);
        lint_check_names(&lint);
        size_t count = collect_items(&lint, items);
        for (size_t i = 0; i < yarn_program_line_count(program); i++) {
            YarnLineInfo line = yarn_program_line(program, i);
            if (line.is_option) {
                take_answer(&lint, items, count, &line);
            }
        }
        check_items(&lint, items, count);
    }
    level_scripts_release(&lint.scripts);
    alloc_free(alloc, lint.reported, lint.reported_capacity * sizeof *lint.reported);
    yarn_program_destroy(program);
    if (status == STATUS_NOMEM || lint.is_out_of_memory) {
        return STATUS_NOMEM;
    }
    return diags->errors > errors_before ? STATUS_INVALID : STATUS_OK;
}
