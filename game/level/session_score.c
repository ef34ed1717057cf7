#include "session_internal.h"

static int32_t find_decision(const LevelSession *session, StrView id)
{
    for (size_t i = 0; i < session->decision_count; i++) {
        if (strview_equal(session->decisions[i].id, id)) {
            return (int32_t)i;
        }
    }
    return -1;
}

static bool reserve_decision(LevelSession *session)
{
    size_t need = session->decision_count + 1;
    SessionDecisionState *states =
        alloc_grow(session->alloc, session->decisions, &session->decision_capacity, need, sizeof *states);
    if (!states) {
        return false;
    }
    session->decisions = states;
    ScoreDecision *scores = alloc_grow(session->alloc, session->scores, &session->score_capacity, need, sizeof *scores);
    if (!scores) {
        return false;
    }
    session->scores = scores;
    return true;
}

static bool note_decision(LevelSession *session, const Command *command)
{
    session->frame_role = command->kind == COMMAND_ACTIVITY ? OPTIONS_ACTIVITY : OPTIONS_DECISION;
    session->frame_decision = find_decision(session, command->args[0]);
    if (session->frame_decision >= 0) {
        return true;
    }
    StrView id = arena_copy(&session->kept, command->args[0]);
    StrView class_4c = arena_copy(&session->kept, command_class(command));
    if (!id.data || !class_4c.data || !reserve_decision(session)) {
        return false;
    }
    session->decisions[session->decision_count] = (SessionDecisionState){
        .id = id, .class_4c = class_4c, .topic = (unsigned)command->number, .crc = (unsigned)command->number2
    };
    session->scores[session->decision_count] = (ScoreDecision){ 0 };
    (void)level_find_power(command_power(command), &session->scores[session->decision_count].power);
    session->frame_decision = (int32_t)session->decision_count++;
    return true;
}

static void note_tool(LevelSession *session, StrView name)
{
    const ParamInfo *info = param_info(PARAM_TOOL);
    for (size_t i = 0; i < session->tool_count; i++) {
        if (strview_equal(name, strview_from_cstr(session->tools[i]))) {
            return;
        }
    }
    for (size_t i = 0; info->words[i] && session->tool_count < SESSION_TOOLS_MAX; i++) {
        if (strview_equal(name, strview_from_cstr(info->words[i]))) {
            session->tools[session->tool_count++] = info->words[i];
        }
    }
}

/* Items are told apart by their order in their figure. */
static void begin_item(LevelSession *session, StrView name)
{
    for (unsigned i = 0; i < MEASURE_FIGURE_COUNT; i++) {
        if (strview_equal(name, strview_from_cstr(measure_figure_name((MeasureFigure)i)))) {
            session->measure_figure = (MeasureFigure)i;
            session->is_measuring = session->measure_items[i] < MEASURE_ITEMS_PER_FIGURE; /* the linter says that there are more */
            session->measure_items[i] += session->is_measuring;
        }
    }
}

static void note_mark(LevelSession *session, const YarnLineInfo *option)
{
    int32_t points;
    StrView mark = yarn_line_tag_value(option, SV("mark"));
    if (session->is_measuring && session->mark_count < SESSION_MARKS_MAX && strview_to_int(mark, &points) && points >= 0 &&
        points <= MEASURE_ITEM_MAX) {
        session->marks[session->mark_count++] =
            (SessionMark){ session->measure_figure, session->measure_items[session->measure_figure] - 1, (unsigned)points };
    }
    session->is_measuring = false;
}

bool session_note_command(LevelSession *session, const Command *command)
{
    Deed deed;
    if (command_is_decision(command)) {
        return note_decision(session, command) && (command->kind != COMMAND_ACTIVITY || session_begin_activity(session, command));
    }
    if (command->kind == COMMAND_RECOVERY || command->kind == COMMAND_TELLING) {
        session->frame_role = command->kind == COMMAND_RECOVERY ? OPTIONS_RECOVERY : OPTIONS_TELLING;
        session->frame_decision = find_decision(session, command->args[0]);
    } else if (command->kind == COMMAND_TOOL) {
        note_tool(session, command->args[0]);
    } else if (command->kind == COMMAND_MEASURE) {
        begin_item(session, command->args[1]);
    } else if (command->kind == COMMAND_DEED && level_find_deed(command->args[0], &deed)) {
        session->story_deeds |= 1u << deed;
    }
    return true;
}

bool session_was_taken(const LevelSession *session, StrView id)
{
    for (size_t i = 0; i < session->taken_count; i++) {
        if (strview_equal(session->taken[i], id)) {
            return true;
        }
    }
    return false;
}

static bool note_taken(LevelSession *session, StrView id)
{
    if (session_was_taken(session, id)) {
        return true;
    }
    StrView *grown =
        alloc_grow(session->alloc, session->taken, &session->taken_capacity, session->taken_count + 1, sizeof *grown);
    if (!grown) {
        return false;
    }
    session->taken = grown;
    grown[session->taken_count++] = id;
    return true;
}

/* The try ends here: another answer will begin the next. */
static void close_try(LevelSession *session, int32_t decision)
{
    if (session->scores[decision].last.decided) {
        session->decisions[decision].before = session->scores[decision].last;
    }
    session->decisions[decision].is_first_kept = true;
}

static void take_first_answer(LevelSession *session, int32_t decision, const AnswerTags *tags, StrView id, bool is_new)
{
    SessionDecisionState *state = &session->decisions[decision];
    ScoreDecision *score = &session->scores[decision];
    if (is_new && score->last.decided) {
        close_try(session, decision); /* the story itself asked again */
    }
    score->last = (ScoreTry){ true, tags->grade, tags->recovers, tags->tells };
    if (!is_new) {
        return;
    }
    if (score->tries > 0) {
        bool is_better = tags->grade < state->before.first;
        session->earned_deeds |= is_better ? 1u << DEED_CHANGED_MIND : 0;
        session->earned_deeds |= session_was_taken(session, id) ? 0 : 1u << DEED_ANOTHER_WAY;
    }
    score->tries++;
    state->is_reopened = false;
}

static void take_later_answer(LevelSession *session, int32_t decision, const AnswerTags *tags, bool is_new)
{
    SessionDecisionState *state = &session->decisions[decision];
    ScoreDecision *score = &session->scores[decision];
    score->last.recovered |= tags->recovers;
    score->last.told |= tags->tells;
    if (score->last.first == GRADE_RISKY && (tags->recovers || tags->tells)) {
        session->earned_deeds |= 1u << DEED_CHANGED_MIND;
    }
    if (is_new && state->is_reopened) {
        score->tries++;
        state->is_reopened = false;
    }
}

static void note_promise(LevelSession *session, const YarnLineInfo *option)
{
    if (yarn_line_has_tag(option, SV("promise")) && session->promise_count < SESSION_PROMISES_MAX) {
        session->promises[session->promise_count++] = option->id;
    }
}

bool session_note_answer(LevelSession *session, const YarnLineInfo *option, bool is_new)
{
    AnswerTags tags = answer_tags(option);
    int32_t decision = session->frame_decision;
    note_promise(session, option);
    note_mark(session, option);
    if (tags.tells) {
        session->earned_deeds |= 1u << DEED_TOLD;
    }
    if (session->frame_role != OPTIONS_PLAIN) {
        session->last_grade = tags.grade;
    }
    if (decision >= 0) {
        if (session->frame_role == OPTIONS_DECISION || session->frame_role == OPTIONS_ACTIVITY) {
            take_first_answer(session, decision, &tags, option->id, is_new);
        } else if (session->scores[decision].last.decided) {
            take_later_answer(session, decision, &tags, is_new);
        }
        if (!session->decisions[decision].is_first_kept) {
            session->scores[decision].first = session->scores[decision].last;
        }
    }
    session->frame_role = OPTIONS_PLAIN;
    session->frame_decision = -1;
    return !is_new || note_taken(session, option->id);
}

void session_note_rewind(LevelSession *session, int32_t decision)
{
    if (decision >= 0) {
        close_try(session, decision);
        session->decisions[decision].is_reopened = true;
    }
}

void session_forget_way(LevelSession *session)
{
    for (size_t i = 0; i < session->decision_count; i++) {
        if (session->scores[i].last.decided) {
            session->decisions[i].before = session->scores[i].last;
        }
        session->scores[i].last = (ScoreTry){ 0 };
    }
    session->story_deeds = 0;
    session->tool_count = 0;
    session->promise_count = session->mark_count = 0;
    session->is_measuring = false;
    for (unsigned i = 0; i < MEASURE_FIGURE_COUNT; i++) {
        session->measure_items[i] = 0;
    }
    session->frame_role = OPTIONS_PLAIN;
    session->frame_decision = -1;
    session->last_grade = GRADE_OKAY;
}

/* --- what callers may ask ------------------------------------------------------------- */

size_t level_session_decision_count(const LevelSession *session)
{
    return session->decision_count;
}

SessionDecision level_session_decision(const LevelSession *session, size_t index)
{
    const SessionDecisionState *state = &session->decisions[index];
    return (SessionDecision){ state->id, state->class_4c, state->topic, state->crc, session->scores[index] };
}

void level_session_score(const LevelSession *session, bool by_first_try, LevelScore *score)
{
    score_level(session->scores, session->decision_count, by_first_try, score);
}

unsigned level_session_deeds(const LevelSession *session)
{
    unsigned deeds = (session->earned_deeds | session->story_deeds) & ~(1u << DEED_FINISHED | 1u << DEED_WORLD); /* a story knows no worlds */
    return deeds | (session->has_finished ? 1u << DEED_FINISHED : 0);
}

size_t level_session_tools(const LevelSession *session, StrView *tools, size_t max)
{
    for (size_t i = 0; i < session->tool_count && i < max; i++) {
        tools[i] = strview_from_cstr(session->tools[i]);
    }
    return session->tool_count;
}

size_t level_session_promises(const LevelSession *session, StrView *ids, size_t max)
{
    for (size_t i = 0; i < session->promise_count && i < max; i++) {
        ids[i] = session->promises[i];
    }
    return session->promise_count;
}

size_t level_session_marks(const LevelSession *session, SessionMark *marks, size_t max)
{
    for (size_t i = 0; i < session->mark_count && i < max; i++) {
        marks[i] = session->marks[i];
    }
    return session->mark_count;
}
