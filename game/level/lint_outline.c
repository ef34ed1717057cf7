#include "lint_state.h"

/* What the compiled program does not say: where jumps stand, and what is left to chance. */

Status lint_outline(const Lint *lint, YarnOutline **outline)
{
    DiagSink unheard = { 0 };
    size_t count;
    YarnCompileOptions options = { .alloc = lint->alloc, .diags = &unheard };
    options.functions = level_functions(&count);
    options.function_count = count;
    return yarn_outline_create(&options, lint->scripts.sources, lint->scripts.count, outline);
}

static YarnPlace place_of(const YarnOutline *outline, YarnSpan span)
{
    return (YarnPlace){ outline->files[span.source], span.line, span.column };
}

static bool is_chance(StrView function)
{
    static const char *const names[] = { "random", "random_range", "random_range_float", "dice" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strview_equal(function, strview_from_cstr(names[i]))) {
            return true;
        }
    }
    return false;
}

bool lint_find_chance(const YarnOutline *outline, YarnPlace *place)
{
    for (size_t i = 0; i < outline->use_count; i++) {
        const YarnOutlineUse *use = &outline->uses[i];
        if (use->kind == YARN_SYMBOL_FUNCTION && is_chance(outline->functions[use->index].name)) {
            *place = place_of(outline, use->span);
            return true;
        }
    }
    return false;
}

bool lint_find_jump(const YarnOutline *outline, StrView from, StrView to, StrView option, YarnPlace *place)
{
    bool is_found = false;
    for (size_t i = 0; i < outline->jump_count; i++) {
        const YarnOutlineJump *jump = &outline->jumps[i];
        if (!strview_equal(outline->nodes[jump->from].title, from) || !strview_equal(jump->target, to)) {
            continue;
        }
        bool is_below = option.len > 0 && strview_equal(jump->option, option);
        if (!is_found || is_below) {
            *place = place_of(outline, jump->span);
            is_found = true;
        }
        if (is_below) {
            break;
        }
    }
    return is_found;
}
