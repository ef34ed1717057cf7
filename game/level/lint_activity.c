#include "lint_state.h"

#include "sango/phone/phone.h"

/* Activities on each way: the lines of their items between the command and the outcomes. What holds for the data
 * itself is asked of the activity module, which the game asks, too. */

enum { ITEM_WORDS_MAX = 6, OUTCOMES = 3 };

void way_begin_activity(Walk *walk, const Command *command)
{
    ActivityKind kind = ACTIVITY_SORT;
    (void)activity_kind_find(command->args[1], &kind);
    walk->activity_place = command->place;
    activity_data_begin(&walk->activity, kind, SV(""), 0);
}

/* --- items ------------------------------------------------------------------------------------------ */

/* A spot's items are what the phone shows; the other kinds lie beside it. */
static void check_on_phone(Walk *walk, const WayState *state, const YarnLineInfo *line)
{
    bool is_bubble = yarn_line_has_tag(line, SV("bubble")), is_spot = walk->activity.kind == ACTIVITY_SPOT;
    PhoneApp camera = PHONE_CAMERA;
    if (is_bubble != is_spot) {
        lint_say(walk->lint, DIAG_ERROR, "activity-phone", line->place,
                 is_spot ? "an item of 'spot' is on the phone: it needs #bubble" : "only the items of 'spot' are on the phone: no #bubble here");
    } else if (is_spot && !state->phone_is_open) {
        lint_say(walk->lint, DIAG_ERROR, "activity-phone", line->place, "on some way the phone is not open here; <<phone …>> comes before the items");
    } else if (is_spot && state->phone_app == camera + 1 && yarn_line_tag_value(line, SV("at")).len == 0) {
        lint_say(walk->lint, DIAG_ERROR, "activity-phone", line->place, "in the camera an item needs its place: #at:x,y");
    }
}

static void check_item_words(Walk *walk, const YarnLineInfo *line)
{
    bool is_bubble = yarn_line_has_tag(line, SV("bubble"));
    unsigned words = lint_word_count(lint_spoken(line));
    if (!is_bubble && line->speaker.len) {
        lint_say(walk->lint, DIAG_ERROR, "activity-item", line->place,
                 "an item has no speaker, and '%.*s:' looks like one; write it without the colon", SV_ARG(line->speaker));
    }
    if (!is_bubble && words > ITEM_WORDS_MAX) {
        lint_say(walk->lint, DIAG_WARNING, "activity-words", line->place, "this item has %u words; the limit is %d", words, ITEM_WORDS_MAX);
    }
}

/* Tags that say more about an item, on a line that is none. True when there are some. */
static bool has_lone_tag(Walk *walk, const YarnLineInfo *line)
{
    static const char *const words[] = { "known", "clear", NULL };
    static const char *const values[] = { "or", "start", NULL };
    const char *found = NULL;
    for (size_t i = 0; words[i]; i++) {
        found = yarn_line_has_tag(line, strview_from_cstr(words[i])) ? words[i] : found;
    }
    for (size_t i = 0; values[i]; i++) {
        found = yarn_line_tag_value(line, strview_from_cstr(values[i])).len ? values[i] : found;
    }
    if (found) {
        lint_say(walk->lint, DIAG_ERROR, "activity-item", line->place, "'#%s' says something about an item, and this line is none", found);
    }
    return found != NULL;
}

static void check_ordinary(Walk *walk, const YarnLineInfo *line)
{
    if (walk->activity.item_count && !yarn_line_has_tag(line, SV("bubble"))) {
        lint_say(walk->lint, DIAG_ERROR, "activity-item", line->place,
                 "this line stands among the items and is none; what is said comes before the first item");
    }
}

bool way_take_item(Walk *walk, const WayState *state, const YarnLineInfo *line)
{
    ActivityRole role = activity_role(line->tags, line->tag_count);
    if (role == ACTIVITY_NOTHING && has_lone_tag(walk, line)) {
        return false;
    }
    if (state->frame_role != OPTIONS_ACTIVITY) {
        if (role != ACTIVITY_NOTHING) {
            lint_say(walk->lint, DIAG_ERROR, role == ACTIVITY_HINT ? "activity-hint" : "activity-item", line->place,
                     "no <<activity>> comes before this %s", role == ACTIVITY_HINT ? "hint" : "item");
        }
        return false;
    }
    if (role == ACTIVITY_NOTHING) {
        check_ordinary(walk, line);
        return false;
    }
    if (role == ACTIVITY_HINT && walk->activity.item_count == 0) {
        lint_say(walk->lint, DIAG_ERROR, "activity-hint", line->place, "this hint has no item before it that it could be about");
    } else if (role != ACTIVITY_HINT) {
        check_on_phone(walk, state, line);
        check_item_words(walk, line);
    }
    ActivityLine item = { line->id, lint_spoken(line), line->tags, line->tag_count };
    (void)activity_data_add(&walk->activity, &item);
    return true;
}

/* --- at the outcomes ----------------------------------------------------------------------------------- */

static void take_mistake(void *user, ActivityMistakeKind kind, size_t item, const char *message)
{
    static const char *const rules[ACTIVITY_MISTAKE_KIND_COUNT] = {
        [ACTIVITY_MISTAKE_ITEM] = "activity-item",   [ACTIVITY_MISTAKE_COUNT] = "activity-count",
        [ACTIVITY_MISTAKE_KEY] = "activity-key",     [ACTIVITY_MISTAKE_ORDER] = "activity-order",
        [ACTIVITY_MISTAKE_PLAN] = "activity-plan",   [ACTIVITY_MISTAKE_BUILD] = "activity-build",
        [ACTIVITY_MISTAKE_SAY] = "activity-say",
    };
    Walk *walk = user;
    YarnLineInfo line;
    bool has_line = item != SIZE_MAX && yarn_program_find_line(walk->lint->program, walk->activity.items[item].id, &line);
    lint_say(walk->lint, DIAG_ERROR, rules[kind], has_line ? line.place : walk->activity_place, "%s", message);
}

static void check_outcome(Walk *walk, const YarnLineInfo *outcome, unsigned *met)
{
    static const char *const names[] = { "safe", "okay", "risky" };
    AnswerTags tags = answer_tags(outcome);
    bool is_say = walk->activity.kind == ACTIVITY_SAY;
    if (tags.grade_count == 1 && *met & 1u << tags.grade) {
        lint_say(walk->lint, DIAG_ERROR, "activity-outcomes", outcome->place, "another outcome before this one is #%s, too", names[tags.grade]);
    }
    *met |= tags.grade_count == 1 ? 1u << tags.grade : 0;
    if (is_say && !tags.tells) {
        lint_say(walk->lint, DIAG_ERROR, "activity-outcomes", outcome->place, "each outcome of 'say' tells a grown-up: #tell");
    } else if (tags.grade == GRADE_RISKY && !tags.recovers && !tags.tells) {
        lint_say(walk->lint, DIAG_ERROR, "activity-outcomes", outcome->place, "by then the child has mended it: this outcome needs #recover");
    }
}

static void check_outcomes(Walk *walk, const YarnEvent *event)
{
    unsigned met = 0;
    size_t enabled = 0;
    for (size_t i = 0; i < event->option_count; i++) {
        enabled += event->options[i].enabled;
        check_outcome(walk, event->options[i].line.info, &met);
    }
    if (event->option_count != OUTCOMES || enabled != OUTCOMES) {
        lint_say(walk->lint, DIAG_ERROR, "activity-outcomes", event->options[0].line.info->place,
                 "an activity has three outcomes, one #safe, one #okay and one #risky, without a condition; here %s %zu", enabled == 1 ? "is" : "are",
                 enabled);
    }
}

void way_check_activity(Walk *walk, const YarnEvent *event)
{
    (void)activity_data_check(&walk->activity, take_mistake, walk);
    check_outcomes(walk, event);
}
