#include "session_internal.h"

Status session_restart(LevelSession *session)
{
    yarn_vm_reset(session->vm, session->seed);
    session_forget_way(session);
    strbuf_clear(&session->answer);
    session->has_answer = false;
    session->has_pending = session->is_waiting = session->is_over = session->has_finished = false;
    session->cursor = 0;
    session->place = session->target_place = 0;
    session->unseen_count = 0;
    session->option_count = 0;
    return yarn_vm_start(session->vm, session->level->start);
}

Status level_session_create(const SessionOptions *options, LevelSession **result)
{
    *result = NULL;
    LevelSession *session = alloc_take(options->alloc, 1, sizeof *session);
    if (!session) {
        return STATUS_NOMEM;
    }
    session->alloc = options->alloc;
    session->program = options->program;
    session->level = options->level;
    session->catalogue = options->catalogue;
    session->seed = options->seed;
    arena_init(&session->kept, options->alloc, 1024);
    arena_init(&session->of_event, options->alloc, 4096);
    arena_init(&session->of_activity, options->alloc, 1024);
    strbuf_init(&session->answer, options->alloc);
    session->user.band = options->band;
    session->user.nickname = arena_copy(&session->kept, options->nickname);
    Status status = session->user.nickname.data ? STATUS_OK : STATUS_NOMEM;
    if (status == STATUS_OK) {
        YarnVmOptions vm = {
            .program = session->program, .alloc = options->alloc, .user = &session->user, .seed = session->seed
        };
        status = yarn_vm_create(&vm, &session->vm);
    }
    if (status == STATUS_OK) {
        status = session_restart(session);
    }
    if (status != STATUS_OK) {
        level_session_destroy(session);
        return status;
    }
    *result = session;
    return STATUS_OK;
}

void level_session_destroy(LevelSession *session)
{
    if (!session) {
        return;
    }
    const Allocator *alloc = session->alloc;
    yarn_vm_destroy(session->vm);
    strbuf_release(&session->answer);
    arena_release(&session->kept);
    arena_release(&session->of_event);
    arena_release(&session->of_activity);
    alloc_free(alloc, session->actions, session->action_capacity * sizeof *session->actions);
    alloc_free(alloc, session->answers, session->answer_capacity * sizeof *session->answers);
    alloc_free(alloc, session->decisions, session->decision_capacity * sizeof *session->decisions);
    alloc_free(alloc, session->scores, session->score_capacity * sizeof *session->scores);
    alloc_free(alloc, session->taken, session->taken_capacity * sizeof *session->taken);
    alloc_free(alloc, session, sizeof *session);
}

/* --- from the script's events to those of a screen ---------------------------------- */

/* The next event that is not about nodes. What the event before pointed at is lost,
 * unless it was copied. */
static bool pull(LevelSession *session, YarnEvent *event)
{
    if (session->has_pending) {
        session->has_pending = false;
        *event = session->pending;
        return true;
    }
    do {
        if (!yarn_vm_next(session->vm, event)) {
            return false;
        }
    } while (event->kind == YARN_EVENT_NODE_START || event->kind == YARN_EVENT_NODE_END);
    return true;
}

static void set_fault(LevelSession *session, SessionEvent *event, YarnPlace place, StrView text)
{
    StrBuf message;
    strbuf_init(&message, session->alloc);
    if (place.line) {
        strbuf_printf(&message, "%.*s:%u:%u: ", SV_ARG(place.file), (unsigned)place.line, (unsigned)place.column);
    }
    strbuf_append(&message, text);
    StrView kept = arena_copy(&session->of_event, strbuf_view(&message));
    event->kind = SESSION_FAULT;
    event->message = kept.data ? kept : SV("the story needs more memory than there is");
    session->is_over = true;
    strbuf_release(&message);
}

static void set_out_of_memory(LevelSession *session, SessionEvent *event)
{
    *event = (SessionEvent){ .kind = SESSION_FAULT, .message = SV("the story needs more memory than there is") };
    session->is_over = session->is_out_of_memory = true;
}

/* A reason takes the longer "why" that follows it along. */
static void take_why(LevelSession *session, SessionEvent *event)
{
    event->grade = session->last_grade;
    session->has_pending = pull(session, &session->pending);
    if (session->has_pending && session->pending.kind == YARN_EVENT_LINE &&
        yarn_line_has_tag(session->pending.line.info, SV("why"))) {
        session->has_pending = false;
        if (!session_make_line(session, &session->pending.line, &event->why)) {
            set_out_of_memory(session, event);
        }
    }
}

/* True when the line is part of an activity and the story goes on by itself. */
static bool take_line(LevelSession *session, const YarnLine *line, SessionEvent *event)
{
    bool is_kept;
    event->kind = SESSION_LINE;
    if (!session_make_line(session, line, &event->line) || !session_collect(session, &event->line, &is_kept)) {
        set_out_of_memory(session, event);
        return false;
    }
    if (is_kept && ++session->unseen_count > SESSION_UNSEEN_MAX) {
        set_fault(session, event, line->info->place, SV("this activity has items without end"));
        return false;
    }
    if (is_kept) {
        return true;
    }
    session_set_role(event);
    if (event->role == LINE_REASON) {
        take_why(session, event);
    }
    return false;
}

typedef struct FirstDiag {
    Arena *arena;
    StrView message;
} FirstDiag;

static void keep_first(void *user, const Diag *diag)
{
    FirstDiag *first = user;
    if (!first->message.data) {
        first->message = arena_copy(first->arena, strview_from_cstr(diag->message));
    }
}

static void take_command(LevelSession *session, const YarnEvent *raw, SessionEvent *event)
{
    FirstDiag first = { &session->of_event, { NULL, 0 } };
    DiagSink sink = { .report = keep_first, .user = &first };
    event->kind = SESSION_COMMAND;
    if (!command_parse(raw->text, raw->place, &sink, &event->command)) {
        set_fault(session, event, raw->place, first.message);
    } else if (!session_note_command(session, &event->command)) {
        set_out_of_memory(session, event);
    }
}

static bool make_options(LevelSession *session, const YarnEvent *raw)
{
    SessionOption *options = ARENA_ARRAY(&session->of_event, SessionOption, raw->option_count);
    for (size_t i = 0; options && i < raw->option_count; i++) {
        const YarnLineInfo *info = raw->options[i].line.info;
        AnswerTags tags = answer_tags(info);
        options[i].grade = tags.grade;
        options[i].tells = tags.tells;
        options[i].recovers = tags.recovers;
        options[i].enabled = raw->options[i].enabled;
        options[i].icon = yarn_line_tag_value(info, SV("icon"));
        options[i].was_taken = session_was_taken(session, info->id);
        if (!session_make_line(session, &raw->options[i].line, &options[i].line)) {
            return false;
        }
    }
    session->options = options;
    session->option_count = raw->option_count;
    return options != NULL;
}

/* Where an author wrote a group that cannot be shown, and why; NULL when it can. */
static const char *find_mistake(const LevelSession *session, const YarnEvent *raw, YarnPlace *place)
{
    _Static_assert(SESSION_OPTIONS_MAX == 6, "the message names it");
    if (raw->option_count > SESSION_OPTIONS_MAX) {
        *place = raw->options[SESSION_OPTIONS_MAX].line.info->place;
        return "more than 6 choices in one group";
    }
    for (size_t i = 0; i < session->option_count; i++) {
        if (strview_trim(session->options[i].line.text).len == 0) {
            *place = raw->options[i].line.info->place;
            return "this choice has no words";
        }
    }
    return NULL;
}

/* Gives the script an answer and remembers its words for the next event. */
static Status give_answer(LevelSession *session, size_t index, bool is_new)
{
    const SessionOption *option = &session->options[index];
    const YarnLineInfo *info = option->line.info;
    strbuf_clear(&session->answer);
    strbuf_append(&session->answer, option->line.text);
    session->has_answer = true;
    Status status = yarn_vm_select(session->vm, index);
    if (status == STATUS_OK && (session->answer.failed || !session_note_answer(session, info, is_new))) {
        session->is_out_of_memory = session->is_over = true;
        status = STATUS_NOMEM;
    }
    session->cursor++;
    session->place = 0;
    return status;
}

/* True when the options were answered before and the story goes on by itself. */
static bool take_options(LevelSession *session, const YarnEvent *raw, SessionEvent *event)
{
    bool has_enabled = false;
    for (size_t i = 0; i < raw->option_count; i++) {
        has_enabled |= raw->options[i].enabled;
    }
    if (!has_enabled) {
        (void)yarn_vm_select(session->vm, SIZE_MAX);
        return true;
    }
    if (!make_options(session, raw)) {
        set_out_of_memory(session, event);
        return false;
    }
    YarnPlace place;
    const char *mistake = find_mistake(session, raw, &place);
    if (mistake) {
        set_fault(session, event, place, strview_from_cstr(mistake));
        return false;
    }
    if (session->cursor < session->answer_count) {
        size_t index = session->answers[session->cursor].index;
        if (index < session->option_count && give_answer(session, index, false) == STATUS_OK) {
            return true;
        }
        session->answer_count = session->cursor; /* it no longer fits */
        session->target_place = 0;
    }
    bool is_activity = session->frame_role == OPTIONS_ACTIVITY;
    mistake = is_activity ? session_find_activity_mistake(session, &place) : NULL;
    if (mistake) {
        set_fault(session, event, place, strview_from_cstr(mistake));
        return false;
    }
    event->kind = SESSION_OPTIONS;
    event->options = session->options;
    event->option_count = session->option_count;
    event->options_role = session->frame_role;
    event->activity = is_activity ? &session->activity : NULL;
    event->decision = session->frame_decision >= 0 ? session->decisions[session->frame_decision].id : SV("");
    session->is_waiting = true;
    return false;
}

static void take_next(LevelSession *session, SessionEvent *event)
{
    YarnEvent raw;
    bool goes_on = true;
    while (goes_on) {
        goes_on = false;
        *event = (SessionEvent){ 0 };
        if (!pull(session, &raw)) {
            set_fault(session, event, (YarnPlace){ 0 }, SV("the story stopped without an end"));
            return;
        }
        switch (raw.kind) {
        case YARN_EVENT_LINE:
            goes_on = take_line(session, &raw.line, event);
            break;
        case YARN_EVENT_OPTIONS:
            goes_on = take_options(session, &raw, event);
            break;
        case YARN_EVENT_COMMAND:
            take_command(session, &raw, event);
            break;
        case YARN_EVENT_END:
            event->kind = SESSION_END;
            session->is_over = session->has_finished = true;
            break;
        case YARN_EVENT_FAULT:
            set_fault(session, event, raw.place, raw.text);
            break;
        case YARN_EVENT_NODE_START:
        case YARN_EVENT_NODE_END:
            break;
        }
    }
}

/* The player goes on by itself: lines of the debrief, items of the phone that come with the next one. */
static bool is_line_passed(const SessionEvent *event)
{
    return event->kind == SESSION_LINE &&
           (event->role >= LINE_MOMENT || (event->role == LINE_BUBBLE && yarn_line_has_tag(event->line.info, SV("along"))));
}

/* A loop of commands would never let the reader act again. */
static void limit_unseen(LevelSession *session, SessionEvent *event)
{
    bool is_command = event->kind == SESSION_COMMAND;
    if (!is_command && !is_line_passed(event)) {
        session->unseen_count = 0;
    } else if (++session->unseen_count > SESSION_UNSEEN_MAX) {
        _Static_assert(SESSION_UNSEEN_MAX == 1000, "the message names it");
        set_fault(session, event, is_command ? event->command.place : event->line.info->place,
                  SV("1000 commands without a line or a choice that waits: this never ends"));
    }
}

bool level_session_next(LevelSession *session, SessionEvent *event)
{
    if (session->is_over || session->is_waiting) {
        return false;
    }
    arena_reset(&session->of_event);
    take_next(session, event);
    limit_unseen(session, event);
    bool is_shown = event->kind == SESSION_LINE || event->kind == SESSION_COMMAND;
    bool is_behind = session->cursor < session->answer_count || session->place < session->target_place;
    event->replayed = is_shown && is_behind;
    session->place++;
    if (session->has_answer) {
        event->answer = arena_copy(&session->of_event, strbuf_view(&session->answer));
        session->has_answer = false;
    }
    return true;
}

Status level_session_choose(LevelSession *session, size_t index)
{
    if (!session->is_waiting || index >= session->option_count || !session->options[index].enabled) {
        return STATUS_INVALID;
    }
    if (session->action_count >= SESSION_ACTIONS_MAX) {
        return STATUS_LIMIT;
    }
    SessionAction *actions =
        alloc_grow(session->alloc, session->actions, &session->action_capacity, session->action_count + 1, sizeof *actions);
    session->actions = actions ? actions : session->actions;
    SessionAnswer *answers =
        alloc_grow(session->alloc, session->answers, &session->answer_capacity, session->answer_count + 1, sizeof *answers);
    session->answers = answers ? answers : session->answers;
    if (!actions || !answers) {
        return STATUS_NOMEM;
    }
    actions[session->action_count++] = (SessionAction){ false, (uint32_t)index, session->options[index].line.id };
    answers[session->answer_count++] = (SessionAnswer){ (uint32_t)index, session->place, session->frame_decision };
    session->target_place = 0;
    session->is_waiting = false;
    return give_answer(session, index, true);
}
