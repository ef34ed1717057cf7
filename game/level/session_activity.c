#include "session_internal.h"

/* An activity: its items are lines that are collected, and its outcomes are options. */

bool session_begin_activity(LevelSession *session, const Command *command)
{
    ActivityKind kind = ACTIVITY_SORT;
    arena_reset(&session->of_activity);
    (void)activity_kind_find(command->args[1], &kind); /* command_parse() knows these words only */
    StrView id = arena_copy(&session->of_activity, command->args[0]);
    activity_data_begin(&session->activity, kind, id, session->seed ^ strview_hash_more(STRVIEW_HASH_BEGIN, id));
    return id.data != NULL;
}

/* The last line that is said before the items. */
static bool keep_question(LevelSession *session, const SessionLine *line)
{
    ActivityData *activity = &session->activity;
    if (activity->item_count || yarn_line_has_tag(line->info, SV("bubble"))) {
        return true;
    }
    activity->question = arena_copy(&session->of_activity, line->text);
    activity->question_id = line->id;
    return activity->question.data != NULL;
}

bool session_collect(LevelSession *session, const SessionLine *line, bool *is_kept)
{
    ActivityRole role = activity_role(line->info->tags, line->info->tag_count);
    *is_kept = false;
    if (session->frame_role != OPTIONS_ACTIVITY) {
        return true;
    }
    if (role == ACTIVITY_NOTHING) {
        return keep_question(session, line);
    }
    ActivityLine item = { line->id, arena_copy(&session->of_activity, line->text), line->info->tags, line->info->tag_count };
    (void)activity_data_add(&session->activity, &item); /* what has no place is found when it is checked */
    *is_kept = role == ACTIVITY_HINT || session->activity.kind != ACTIVITY_SPOT || !yarn_line_has_tag(line->info, SV("bubble"));
    return item.text.data != NULL;
}

/* --- can it be played? ------------------------------------------------------------------------------ */

typedef struct FirstMistake {
    Arena *arena;
    StrView message;
    size_t item;
} FirstMistake;

static void keep_first(void *user, ActivityMistakeKind kind, size_t item, const char *message)
{
    FirstMistake *first = user;
    (void)kind;
    if (!first->message.data) {
        first->message = arena_copy(first->arena, strview_from_cstr(message));
        first->item = item;
    }
}

static bool has_outcomes(const LevelSession *session)
{
    unsigned met = 0;
    for (size_t i = 0; i < session->option_count; i++) {
        met |= session->options[i].enabled ? 1u << session->options[i].grade : 0;
    }
    return session->option_count == 3 && met == (1u << GRADE_SAFE | 1u << GRADE_OKAY | 1u << GRADE_RISKY);
}

const char *session_find_activity_mistake(LevelSession *session, YarnPlace *place)
{
    FirstMistake first = { &session->of_event, { NULL, 0 }, SIZE_MAX };
    YarnLineInfo line;
    *place = session->options[0].line.info->place;
    if (!activity_data_check(&session->activity, keep_first, &first)) {
        bool has_line = first.item != SIZE_MAX &&
                        yarn_program_find_line(session->program, session->activity.items[first.item].id, &line);
        *place = has_line ? line.place : *place;
        return first.message.data ? first.message.data : "this activity cannot be played";
    }
    return has_outcomes(session) ? NULL : "an activity has three outcomes: one #safe, one #okay and one #risky";
}

size_t level_session_outcome(const LevelSession *session, Grade grade)
{
    for (size_t i = 0; session->is_waiting && session->frame_role == OPTIONS_ACTIVITY && i < session->option_count; i++) {
        if (session->options[i].grade == grade) {
            return i;
        }
    }
    return SIZE_MAX;
}
