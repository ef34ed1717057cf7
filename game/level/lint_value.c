#include "lint_state.h"

/* What is known about all ways from a place, put together from the ways themselves. */

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

static unsigned most(unsigned a, unsigned b)
{
    return a > b ? a : b;
}

void value_add_cost(WayValue *value, const WalkCost *cost, unsigned pace)
{
    unsigned ms = (pace ? cost->words * (60 * 1000 / pace) : 0) + cost->pause_ms;
    value->shortest_words += cost->words;
    value->longest_words += cost->words;
    value->shortest_ms += ms;
    value->longest_ms += ms;
    value->fewest_lines += cost->lines;
}

void value_add_way(WayValue *sum, const WayValue *way, int gain, unsigned maximum)
{
    WayValue whole = *way;
    if (!way->is_known) {
        return;
    }
    whole.best += gain;
    whole.worst += gain;
    whole.least_lost += (int)maximum - gain;
    whole.maximum += maximum;
    if (!sum->is_known) {
        *sum = whole;
        return;
    }
    sum->paths += whole.paths;
    sum->best = whole.best > sum->best ? whole.best : sum->best;
    sum->worst = whole.worst < sum->worst ? whole.worst : sum->worst;
    sum->least_lost = whole.least_lost < sum->least_lost ? whole.least_lost : sum->least_lost;
    sum->maximum = most(sum->maximum, whole.maximum);
    sum->shortest_words = least(sum->shortest_words, whole.shortest_words);
    sum->longest_words = most(sum->longest_words, whole.longest_words);
    sum->shortest_ms = least(sum->shortest_ms, whole.shortest_ms);
    sum->longest_ms = most(sum->longest_ms, whole.longest_ms);
    sum->fewest_lines = least(sum->fewest_lines, whole.fewest_lines);
}

void value_note(LintWalk *counts, const WayValue *value, bool is_first)
{
    size_t paths = value->paths < 1e15 ? (size_t)value->paths : (size_t)1e15;
    unsigned best = value->best > 0 ? (unsigned)value->best : 0, worst = value->worst > 0 ? (unsigned)value->worst : 0;
    unsigned shortest_seconds = (value->shortest_ms + 500) / 1000;
    counts->paths = paths > counts->paths ? paths : counts->paths;
    counts->best_points = most(counts->best_points, best);
    counts->worst_points = is_first ? worst : least(counts->worst_points, worst);
    counts->maximum = most(counts->maximum, value->maximum);
    counts->longest_words = most(counts->longest_words, value->longest_words);
    counts->shortest_words = is_first ? value->shortest_words : least(counts->shortest_words, value->shortest_words);
    counts->longest_seconds = most(counts->longest_seconds, (value->longest_ms + 500) / 1000);
    counts->shortest_seconds = is_first ? shortest_seconds : least(counts->shortest_seconds, shortest_seconds);
    counts->fewest_lines = is_first ? value->fewest_lines : least(counts->fewest_lines, value->fewest_lines);
}
