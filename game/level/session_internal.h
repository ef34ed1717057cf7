#ifndef SANGO_LEVEL_SESSION_INTERNAL_H
#define SANGO_LEVEL_SESSION_INTERNAL_H

#include "level_internal.h"
#include "sango/level/session.h"

enum {
    SESSION_TOOLS_MAX = 8,
    SESSION_REWINDS_MAX = 500,  /* keeps putting a session back quick */
    SESSION_ACTIONS_MAX = 20000 /* answers and rewinds */
};

/* All that was ever done, in order: the journal. */
typedef struct SessionAction {
    bool is_rewind;
    uint32_t index;
    StrView id; /* of the option's line; lives in the program */
} SessionAction;

/* The answers of the way that is being played: actions with rewinds applied. */
typedef struct SessionAnswer {
    uint32_t index;
    uint32_t place;   /* events given between the answer before and this one */
    int32_t decision; /* index, or -1 */
} SessionAnswer;

typedef struct SessionDecisionState {
    StrView id, class_4c;
    unsigned topic, crc;
    ScoreTry before; /* the try before the present one */
    bool is_first_kept; /* first no longer follows last */
    bool is_reopened;   /* an answer was taken back: the next one begins a try */
} SessionDecisionState;

struct LevelSession {
    const Allocator *alloc;
    const YarnProgram *program;
    const LevelEntry *level;
    const Catalogue *catalogue;
    LevelUser user;
    uint64_t seed;
    YarnVm *vm;
    Arena kept;     /* nickname and decisions: as long as the session */
    Arena of_event; /* what the last event points at */
    Arena of_activity; /* the texts of its items */
    ActivityData activity; /* being collected, or asked, while frame_role is OPTIONS_ACTIVITY */
    StrBuf answer;  /* text of the last answer until the next event is given */
    bool has_answer;

    YarnEvent pending; /* looked at ahead of its turn */
    bool has_pending, is_waiting, is_over, has_finished, is_out_of_memory;
    OptionsRole frame_role;
    int32_t frame_decision;
    Grade last_grade;
    const SessionOption *options; /* those that wait */
    size_t option_count;

    SessionAction *actions;
    size_t action_count, action_capacity, rewind_count;
    SessionAnswer *answers;
    size_t answer_count, answer_capacity;
    size_t cursor;                /* answers given again so far */
    unsigned unseen_count;        /* events since a line or a choice that the reader waits at */
    uint32_t place, target_place; /* events since the last answer: given, and given before */

    SessionDecisionState *decisions;
    ScoreDecision *scores; /* of the decisions, one by one */
    size_t decision_count, decision_capacity, score_capacity;
    StrView *taken; /* ids of the options ever taken */
    size_t taken_count, taken_capacity;
    unsigned earned_deeds; /* by answers; kept */
    unsigned story_deeds;  /* by the script, on this way */
    const char *tools[SESSION_TOOLS_MAX];
    size_t tool_count;
    SessionMark marks[SESSION_MARKS_MAX]; /* of this way */
    size_t mark_count;
    unsigned measure_items[MEASURE_FIGURE_COUNT]; /* met on this way */
    MeasureFigure measure_figure; /* of the item that is asked */
    bool is_measuring;            /* the next answer is to it */
    StrView promises[SESSION_PROMISES_MAX]; /* ids of lines, on this way; they live in the program */
    size_t promise_count;
};

/* session.c: back to the first event; what is kept of earlier tries stays. */
Status session_restart(LevelSession *session);

/* session_line.c. False when out of memory. */
bool session_make_line(LevelSession *session, const YarnLine *line, SessionLine *shown);
void session_set_role(SessionEvent *event);

/* session_activity.c: what comes between the command and the outcomes. */
bool session_begin_activity(LevelSession *session, const Command *command);
/* Notes a line that has been made. *is_kept: it is an item or a hint, and not given. False when out of memory. */
bool session_collect(LevelSession *session, const SessionLine *line, bool *is_kept);
/* Why the activity cannot be played, and where; NULL when it can. The text lives as long as the event. */
const char *session_find_activity_mistake(LevelSession *session, YarnPlace *place);

/* session_score.c */
bool session_note_command(LevelSession *session, const Command *command);
bool session_was_taken(const LevelSession *session, StrView id);
/* `is_new`: not given again after a rewind or restore. False when out of memory. */
bool session_note_answer(LevelSession *session, const YarnLineInfo *option, bool is_new);
void session_note_rewind(LevelSession *session, int32_t decision);
void session_forget_way(LevelSession *session);

#endif
