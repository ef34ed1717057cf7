#include "session_internal.h"

#include <inttypes.h>

/* "sango1 HASH SEED PLACE COUNT ACTION… #SUM": numbers hexadecimal, an action "<"
 * (rewind) or "2=sp012" (the third option, whose line has this id). */
#define JOURNAL_FORMAT "sango1"

enum { JOURNAL_ID_MAX = 80 };

/* --- rewind --------------------------------------------------------------------- */

bool level_session_can_rewind(const LevelSession *session)
{
    return session->answer_count > 0 && session->rewind_count < SESSION_REWINDS_MAX &&
           session->action_count < SESSION_ACTIONS_MAX && !session->is_out_of_memory;
}

/* Plays on, unseen, until options wait. False at the end of the story, and in one that
 * was changed into lines without end. */
static bool run_to_options(LevelSession *session)
{
    enum { EVENTS_MAX = 100000 };
    SessionEvent event;
    for (unsigned i = 0; i < EVENTS_MAX && level_session_next(session, &event); i++) {
        if (event.kind == SESSION_OPTIONS) {
            return true;
        }
    }
    return session->is_waiting;
}

/* Takes the last answer back; the caller restarts the script. */
static Status take_back(LevelSession *session, SessionAnswer *answer)
{
    SessionAction *actions =
        alloc_grow(session->alloc, session->actions, &session->action_capacity, session->action_count + 1, sizeof *actions);
    if (!actions) {
        return STATUS_NOMEM;
    }
    session->actions = actions;
    actions[session->action_count++] = (SessionAction){ .is_rewind = true };
    session->rewind_count++;
    *answer = session->answers[--session->answer_count];
    session_note_rewind(session, answer->decision);
    return STATUS_OK;
}

Status level_session_rewind(LevelSession *session)
{
    SessionAnswer answer;
    if (session->answer_count == 0) {
        return STATUS_NOT_FOUND;
    }
    if (!level_session_can_rewind(session)) {
        return STATUS_LIMIT;
    }
    if (session->cursor < session->answer_count && !run_to_options(session)) {
        return session->is_out_of_memory ? STATUS_NOMEM : STATUS_NOT_FOUND;
    }
    Status status = take_back(session, &answer);
    if (status == STATUS_OK) {
        status = session_restart(session);
        session->target_place = answer.place;
    }
    return status;
}

/* --- write ---------------------------------------------------------------------- */

static bool is_plain_id(StrView id)
{
    for (size_t i = 0; i < id.len; i++) {
        unsigned char c = (unsigned char)id.data[i];
        if (c <= ' ' || c == '#' || c == 0x7F) {
            return false;
        }
    }
    return id.len <= JOURNAL_ID_MAX;
}

void level_session_write(const LevelSession *session, StrBuf *out)
{
    size_t start = out->len;
    bool is_behind = session->cursor < session->answer_count || session->place < session->target_place;
    strbuf_printf(out, JOURNAL_FORMAT " %" PRIx64 " %" PRIx64 " %" PRIx32 " %zx", yarn_program_hash(session->program),
                  session->seed, is_behind ? session->target_place : session->place, session->action_count);
    for (size_t i = 0; i < session->action_count; i++) {
        const SessionAction *action = &session->actions[i];
        if (action->is_rewind) {
            strbuf_append(out, SV(" <"));
        } else {
            strbuf_printf(out, " %" PRIx32 "=", action->index);
            strbuf_append(out, is_plain_id(action->id) ? action->id : SV(""));
        }
    }
    uint32_t sum = strview_hash(strview_slice(strbuf_view(out), start, out->len - start));
    strbuf_printf(out, " #%08" PRIx32, sum);
}

/* --- read ----------------------------------------------------------------------- */

typedef struct Journal {
    uint64_t hash, seed;
    uint32_t place;
    StrView actions;
    size_t action_count;
} Journal;

static bool take_hex(StrView text, uint64_t max, uint64_t *value)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        unsigned digit = c >= '0' && c <= '9' ? (unsigned)(c - '0') : c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : 16;
        if (digit == 16 || i == 16) {
            return false;
        }
        sum = sum << 4 | digit;
    }
    *value = sum;
    return text.len > 0 && sum <= max;
}

static bool take_field(StrView *rest, uint64_t max, uint64_t *value)
{
    StrView word;
    return strview_take(rest, ' ', &word) && take_hex(word, max, value);
}

static bool parse_action(StrView word, SessionAction *action)
{
    uint64_t index;
    StrView number;
    *action = (SessionAction){ .is_rewind = strview_equal(word, SV("<")) };
    if (action->is_rewind) {
        return true;
    }
    if (!strview_take(&word, '=', &number) || !take_hex(number, UINT16_MAX, &index)) {
        return false;
    }
    action->index = (uint32_t)index;
    action->id = word;
    return true;
}

static bool parse_journal(StrView text, Journal *journal)
{
    StrView rest = strview_trim(text), word;
    uint64_t place, count, sum;
    size_t mark = rest.len;
    while (mark > 0 && rest.data[mark - 1] != '#') {
        mark--;
    }
    if (mark < 2 || rest.data[mark - 2] != ' ' || !take_hex(strview_slice(rest, mark, rest.len - mark), UINT32_MAX, &sum)) {
        return false;
    }
    rest = strview_slice(rest, 0, mark - 2); /* without " #" */
    if (strview_hash(rest) != sum || !strview_take(&rest, ' ', &word) || !strview_equal(word, SV(JOURNAL_FORMAT)) ||
        !take_field(&rest, UINT64_MAX, &journal->hash) || !take_field(&rest, UINT64_MAX, &journal->seed) ||
        !take_field(&rest, UINT32_MAX, &place) || !take_field(&rest, SESSION_ACTIONS_MAX, &count)) {
        return false;
    }
    journal->place = (uint32_t)place;
    journal->action_count = (size_t)count;
    journal->actions = rest;
    size_t answers = 0, rewinds = 0, found = 0;
    SessionAction action;
    for (; strview_take(&rest, ' ', &word); found++) {
        if (!parse_action(word, &action) || (action.is_rewind && answers == 0)) {
            return false;
        }
        answers = action.is_rewind ? answers - 1 : answers + 1;
        rewinds += action.is_rewind;
    }
    return found == journal->action_count && rewinds <= SESSION_REWINDS_MAX;
}

/* --- restore -------------------------------------------------------------------- */

/* The option an action meant: the one of its line id, and where ids are not kept
 * the one of its number in an unchanged program. */
static bool find_option(const LevelSession *session, const SessionAction *action, bool is_same_program, size_t *index)
{
    for (size_t i = 0; i < session->option_count; i++) {
        if (action->id.len ? strview_equal(session->options[i].line.id, action->id) : is_same_program && i == action->index) {
            *index = i;
            return session->options[i].enabled;
        }
    }
    return false;
}

/* Does again what the journal says. False when an action no longer fits. */
static bool repeat_actions(LevelSession *session, const Journal *journal)
{
    bool is_same = journal->hash == yarn_program_hash(session->program);
    bool is_behind = false;
    StrView rest = journal->actions, word;
    while (strview_take(&rest, ' ', &word)) {
        SessionAction action;
        SessionAnswer back;
        size_t index;
        (void)parse_action(word, &action);
        if (action.is_rewind) {
            if (session->answer_count == 0 || take_back(session, &back) != STATUS_OK) {
                return false;
            }
            session_forget_way(session);
            is_behind = true;
            continue;
        }
        if (is_behind && session_restart(session) != STATUS_OK) {
            return false;
        }
        is_behind = false;
        if (!run_to_options(session) || !find_option(session, &action, is_same, &index) ||
            level_session_choose(session, index) != STATUS_OK) {
            return false;
        }
    }
    return true;
}

static void forget_all(LevelSession *session, uint64_t seed)
{
    session->seed = seed;
    session->action_count = session->answer_count = session->rewind_count = 0;
    session->decision_count = session->taken_count = 0;
    session->earned_deeds = 0;
}

Status level_session_restore(LevelSession *session, StrView text)
{
    Journal journal;
    if (!parse_journal(text, &journal)) {
        return STATUS_INVALID;
    }
    forget_all(session, journal.seed);
    Status status = session_restart(session);
    if (status != STATUS_OK) {
        return status;
    }
    bool has_fitted = repeat_actions(session, &journal);
    if (session->is_out_of_memory) {
        return STATUS_NOMEM;
    }
    status = session_restart(session);
    session->target_place = has_fitted ? journal.place : 0;
    return status;
}
