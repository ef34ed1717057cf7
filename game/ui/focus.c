#include "ui_internal.h"

/* Where an arrow leads. A target counts when its middle lies past the middle of the
 * focused one; what lies straight ahead costs its distance, what lies beside costs
 * more. The own group goes first, so that cards are walked through before the
 * buttons around them are reached. */
enum { SIDEWAYS_COST = 3 };

typedef struct Span {
    float from, to;
} Span;

static float middle(Span span)
{
    return (span.from + span.to) * 0.5f;
}

static float gap_between(Span a, Span b)
{
    if (b.from > a.to)
        return b.from - a.to;
    if (a.from > b.to)
        return a.from - b.to;
    return 0.0f;
}

/* Spans along the direction of the arrow (growing the way it points) and across it. */
static void split_rect(Rect rect, InputKind arrow, Span *along, Span *across)
{
    Span x = { rect.x, rect.x + rect.w }, y = { rect.y, rect.y + rect.h };
    bool is_vertical = arrow == INPUT_UP || arrow == INPUT_DOWN;
    *along = is_vertical ? y : x;
    *across = is_vertical ? x : y;
    if (arrow == INPUT_UP || arrow == INPUT_LEFT)
        *along = (Span){ -along->to, -along->from };
}

/* Negative when `to` is not in that direction. */
static float way_cost(Rect from, Rect to, InputKind arrow)
{
    Span along_from, across_from, along_to, across_to;
    split_rect(from, arrow, &along_from, &across_from);
    split_rect(to, arrow, &along_to, &across_to);
    if (middle(along_to) <= middle(along_from) + 1.0f)
        return -1.0f;
    float ahead = gap_between(along_from, along_to);
    float beside = gap_between(across_from, across_to);
    float skew = middle(across_to) - middle(across_from);
    if (ahead <= 0.0f && beside > 0.0f)
        return -1.0f; /* rather beside than ahead */
    return ahead + SIDEWAYS_COST * beside + 0.1f * (skew < 0.0f ? -skew : skew);
}

static const UiTarget *nearest_of(const Ui *ui, const UiTarget *from, InputKind arrow, bool same_group)
{
    const UiTarget *best = NULL;
    float best_cost = 0.0f;
    for (size_t i = 0; i < ui->target_count; i++) {
        const UiTarget *target = &ui->targets[i];
        if (target->id == from->id || target->disabled || (same_group && target->group != from->group))
            continue;
        float cost = way_cost(from->rect, target->rect, arrow);
        if (cost < 0.0f || (best && cost >= best_cost))
            continue;
        best = target;
        best_cost = cost;
    }
    return best;
}

const UiTarget *ui_nearest(const Ui *ui, const UiTarget *from, InputKind arrow)
{
    const UiTarget *target = NULL;
    if (from->group != 0)
        target = nearest_of(ui, from, arrow, true);
    return target ? target : nearest_of(ui, from, arrow, false);
}
