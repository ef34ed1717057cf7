#include "activity_internal.h"

#include "play_internal.h"
#include "sango/player/widgets.h"

/* What an activity says in words: how it stands, for those who read and those who listen. */

StrView activity_with(const ActivityPage *page, StrView pattern, const char *name, StrView text)
{
    return frame_format(page->frame, pattern, &(TextValue){ strview_from_cstr(name), text }, 1);
}

StrView activity_hint(const ActivityPage *page, size_t item)
{
    bool is_wrong = item < page->data->item_count && (page->activity->wrong & 1u << item) != 0;
    return is_wrong ? page->data->items[item].hint : SV("");
}

static StrView joined(const ActivityPage *page, StrView first, StrView second)
{
    if (first.len == 0 || second.len == 0) {
        return first.len ? first : second;
    }
    TextValue values[] = { { SV("first"), first }, { SV("second"), second } };
    return frame_format(page->frame, TR(page->frame->catalogue, "activity.joined", "{first} {second}"), values, 2);
}

StrView activity_state_said(const ActivityPage *page, size_t item, StrView where)
{
    const Catalogue *texts = page->frame->catalogue;
    const PlayActivity *activity = page->activity;
    StrView state = SV("");
    if (activity->right & 1u << item) {
        state = TR(texts, "activity.right", "Right!");
    } else if (activity->wrong & 1u << item) {
        state = TR(texts, "activity.not_yet", "Not yet right.");
    } else if (activity->picked == item) {
        state = TR(texts, "activity.in_hand", "In your hand.");
    }
    return joined(page, where, state);
}

/* The wrong item whose hint is shown: the one in the hand, the focused one, or the first. */
static size_t hinted_item(const ActivityPage *page)
{
    const PlayActivity *activity = page->activity;
    size_t focused = activity_item_of(page->frame->ui->focus);
    if (activity->picked != SIZE_MAX) {
        return activity->wrong & 1u << activity->picked ? activity->picked : SIZE_MAX;
    }
    if (focused < page->data->item_count && activity->wrong & 1u << focused) {
        return focused;
    }
    for (size_t i = 0; i < page->data->item_count; i++) {
        size_t item = activity->state.shown[i];
        if (activity->wrong & 1u << item && page->data->items[item].hint.len) {
            return item;
        }
    }
    return SIZE_MAX;
}

/* Where the item of a role is that has this index as its place: a basket, a right one, a slot. */
static StrView goal_of(const ActivityPage *page, const ActivityMove *move)
{
    const ActivityItem *item = &page->data->items[move->item];
    const Catalogue *texts = page->frame->catalogue;
    bool is_item = move->to >= 0 && (size_t)move->to < page->data->item_count;
    switch (item->role) {
    case ACTIVITY_CARD:
    case ACTIVITY_LEFT:
        return is_item ? page->data->items[move->to].text : SV("");
    case ACTIVITY_STEP:
        return activity_with(page, TR(texts, "activity.help.position", "place {n}"), "n", frame_number(page->frame, (unsigned)move->to + 1));
    case ACTIVITY_PART:
        return frame_number(page->frame, (unsigned)move->to);
    case ACTIVITY_PIECE:
    case ACTIVITY_WORD:
        return move->to == ACTIVITY_NOWHERE ? TR(texts, "activity.help.away", "better not") : TR(texts, "activity.help.take", "take this");
    case ACTIVITY_CLUE:
    case ACTIVITY_FINE:
        return move->to ? TR(texts, "activity.help.mark", "look here") : TR(texts, "activity.help.fine", "this is fine");
    case ACTIVITY_NOTHING:
    case ACTIVITY_HINT:
    case ACTIVITY_BASKET:
    case ACTIVITY_SLOT:
    case ACTIVITY_RIGHT:
    case ACTIVITY_ROLE_COUNT:
        break;
    }
    return SV("");
}

/* Words before a colon. */
static StrView without_stop(StrView text)
{
    return text.len && text.data[text.len - 1] == '.' ? strview_slice(text, 0, text.len - 1) : text;
}

static StrView help_words(const ActivityPage *page)
{
    TextValue values[] = { { SV("what"), without_stop(page->data->items[page->lead.item].text) }, { SV("where"), goal_of(page, &page->lead) } };
    return frame_format(page->frame, TR(page->frame->catalogue, "activity.help", "Sango helps: {what} – {where}."), values, 2);
}

StrView activity_message(const ActivityPage *page)
{
    const Catalogue *texts = page->frame->catalogue;
    const PlayActivity *activity = page->activity;
    if (activity->is_over) {
        return activity_grade(&activity->state) == GRADE_SAFE ? TR(texts, "activity.over.first", "All right at the first go. Hooray!")
                                                              : TR(texts, "activity.over", "Now all is right. Hooray!");
    }
    if (activity_has_help(&activity->state) && page->lead.item != SIZE_MAX) {
        return help_words(page);
    }
    size_t item = hinted_item(page);
    if (item != SIZE_MAX && page->data->items[item].hint.len) {
        const ActivityItem *hinted = &page->data->items[item];
        TextValue values[] = { { SV("what"), without_stop(hinted->text) }, { SV("hint"), hinted->hint } };
        return frame_format(page->frame, TR(texts, "activity.hint", "{what}: {hint}"), values, 2);
    }
    if (page->data->kind == ACTIVITY_SPOT && activity->state.tries > 0 && activity->checked_ms >= activity->moved_ms) {
        return TR(texts, "activity.spot.more", "There is more to find. Look closely!");
    }
    if (activity->state.tries > 0 && activity->checked_ms >= activity->moved_ms) {
        TextValue values[] = { { SV("right"), frame_number(page->frame, activity->right_count) },
                               { SV("of"), frame_number(page->frame, activity->right_of) } };
        return frame_format(page->frame, TR(texts, "activity.so_far", "{right} of {of} are right. What can change?"), values, 2);
    }
    if (activity_is_ready(page->data, &activity->state)) {
        return TR(texts, "activity.ready", "All set? Then press Done.");
    }
    return activity_view(page->data->kind)->task(page);
}
