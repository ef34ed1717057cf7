#ifndef SANGO_LEVEL_SESSION_H
#define SANGO_LEVEL_SESSION_H

#include "sango/activity/activity.h"
#include "sango/i18n/catalogue.h"
#include "sango/level/command.h"
#include "sango/level/pack.h"
#include "sango/score/measure.h"
#include "sango/score/score.h"
#include "sango/yarn/markup.h"
#include "sango/yarn/vm.h"

/* One child (or pair) playing one level. It turns the script's events into what a
 * screen shows, keeps the score, and can go back: a session is fully described by
 * its seed and the answers given so far (its journal), which is what is saved.
 *
 *     LevelSession *session;
 *     level_session_create(&options, &session);
 *     SessionEvent event;
 *     while (level_session_next(session, &event)) {
 *         … COMMAND: move the stage. LINE: show, wait for the reader, go on.
 *         … OPTIONS: level_session_choose(session, 2);
 *     }
 *
 * While event.replayed is true the event was seen before (after a restore or a
 * rewind, which both begin at the first event again: clear the stage): show its
 * effect at once and go on without waiting. Options that were answered before are
 * answered by the session and not given; `answer` of the event after them says what
 * was taken.
 *
 * An activity: after the command COMMAND_ACTIVITY the lines of its items are collected and not given, except
 * those of a spot that the phone shows: they come as LINE_BUBBLE, and their ids are those of the items. Hints
 * are never given, they belong to their items. Then comes OPTIONS_ACTIVITY; the child plays (activity.h), and
 * level_session_choose(session, level_session_outcome(session, activity_grade(&state))) goes on. */
typedef struct LevelSession LevelSession;

typedef enum LineRole {
    LINE_SPEECH,
    LINE_BUBBLE, /* a message on the phone; is_mine: on the reader's side */
    LINE_REASON, /* why an answer was good or risky; `why` may hold more */
    LINE_HINT,
    LINE_MOMENT, /* debrief: what happened, with actor and expression */
    LINE_NEXT,   /* debrief: practise next */
    LINE_ASK,    /* debrief: a question to talk about */
    LINE_WORDS   /* debrief: words to use when telling */
} LineRole;

/* A line in the child's language, ready to draw. Valid until the next call. */
typedef struct SessionLine {
    StrView id;
    StrView speaker;   /* as written, "Kofi"; empty or "Narrator" for narration */
    StrView text;      /* shown text, without speaker and markup */
    const MarkupAttribute *attributes; /* byte places are within `text`; names such as "b" */
    uint32_t attribute_count;
    const YarnLineInfo *info;
} SessionLine;

typedef struct SessionOption {
    SessionLine line;
    Grade grade;
    bool enabled, tells, recovers;
    StrView icon; /* "house"; may be empty */
    bool was_taken; /* in an earlier try of this decision */
} SessionOption;

/* Limits of a script, whose mistake it is to have more: choices in one group; commands
 * (and lines of the debrief) in a row. */
enum { SESSION_OPTIONS_MAX = 6, SESSION_UNSEEN_MAX = 1000 };

typedef enum OptionsRole {
    OPTIONS_PLAIN,
    OPTIONS_DECISION,
    OPTIONS_RECOVERY,
    OPTIONS_TELLING,
    OPTIONS_ACTIVITY /* a decision that is played: the options are its outcomes, not shown, see `activity` */
} OptionsRole;

typedef enum SessionEventKind {
    SESSION_LINE,
    SESSION_OPTIONS,
    SESSION_COMMAND, /* of the stage; decision, recovery, telling, deed and tool are given too */
    SESSION_END,
    SESSION_FAULT /* the script's mistake; `message` says it with file and line */
} SessionEventKind;

typedef struct SessionEvent {
    SessionEventKind kind;
    bool replayed;
    LineRole role;      /* LINE */
    SessionLine line;   /* LINE */
    SessionLine why;    /* LINE_REASON: the longer text; text is empty when none */
    bool is_mine;       /* LINE_BUBBLE */
    Grade grade;        /* LINE_REASON: of the answer it is about */
    StrView moment_actor, moment_expression; /* LINE_MOMENT */
    const SessionOption *options; /* OPTIONS */
    size_t option_count;
    OptionsRole options_role;
    StrView decision; /* OPTIONS: id; empty for PLAIN */
    const ActivityData *activity; /* OPTIONS_ACTIVITY: what is played, checked; else NULL. Valid until it is answered */
    Command command;  /* COMMAND */
    StrView message;  /* FAULT */
    StrView answer;   /* text of the option just taken, on the first event after it; else empty */
} SessionEvent;

typedef struct SessionOptions {
    const Allocator *alloc;
    const YarnProgram *program; /* borrowed, outlives the session */
    const LevelEntry *level;    /* borrowed */
    const Catalogue *catalogue; /* borrowed; may be NULL: as written */
    StrView nickname;           /* copied */
    unsigned band;              /* BAND_YOUNGER or BAND_OLDER */
    uint64_t seed;
} SessionOptions;

Status level_session_create(const SessionOptions *options, LevelSession **session);
void level_session_destroy(LevelSession *session); /* NULL is allowed */

/* False after END or FAULT and while options wait. */
bool level_session_next(LevelSession *session, SessionEvent *event);

/* Answers the options that wait. STATUS_INVALID as yarn_vm_select. */
Status level_session_choose(LevelSession *session, size_t index);
/* The option of that grade among the outcomes of the activity that waits; SIZE_MAX when none waits. */
size_t level_session_outcome(const LevelSession *session, Grade grade);

/* Back to before the last answer: all is replayed from the first event up to there,
 * then the options are asked again. The tries of the decision go up with the next
 * answer; the first try is kept. STATUS_NOT_FOUND when no answer was given yet,
 * STATUS_LIMIT after 500 rewinds of one level. */
Status level_session_rewind(LevelSession *session);
bool level_session_can_rewind(const LevelSession *session);

/* The journal as text in one line: format, program hash, seed, place (the number of
 * events given since the last answer), all answers and rewinds, checksum. It has no
 * words of the child in it, the nickname neither.
 *
 * Restoring puts a session back to where it was when the journal was written: the
 * events given by then are replayed, the one that follows is new. (So write before
 * asking for the event that will be on screen.) STATUS_INVALID for damaged text; the
 * session is then as it was. When the program has changed, answers are matched by
 * the ids of their lines, in order, up to the first that is no longer offered; the
 * rest is dropped and the story goes on from there (STATUS_OK). STATUS_NOMEM: only
 * destroying is left. */
void level_session_write(const LevelSession *session, StrBuf *out);
Status level_session_restore(LevelSession *session, StrView journal);

/* Decisions met so far, in order, those of ways taken back included (their last try
 * is then not decided). Valid until the next call. */
typedef struct SessionDecision {
    StrView id, class_4c;
    unsigned topic, crc;
    ScoreDecision score;
} SessionDecision;
size_t level_session_decision_count(const LevelSession *session);
SessionDecision level_session_decision(const LevelSession *session, size_t index);
void level_session_score(const LevelSession *session, bool by_first_try, LevelScore *score);
unsigned level_session_deeds(const LevelSession *session); /* bits 1 << Deed; FINISHED only at END */
/* Tools met, in order; up to `max` names; returns how many there are. */
size_t level_session_tools(const LevelSession *session, StrView *tools, size_t max);
/* Answers to the items of a measure on the present way, in order; the last answer to each item. Up to `max`;
 * returns how many there are. */
enum { SESSION_MARKS_MAX = MEASURE_FIGURE_COUNT * MEASURE_ITEMS_PER_FIGURE };
typedef struct SessionMark {
    MeasureFigure figure;
    unsigned item;   /* 0 or 1: which of its figure, in the order of the script */
    unsigned points; /* 0..MEASURE_ITEM_MAX */
} SessionMark;
size_t level_session_marks(const LevelSession *session, SessionMark *marks, size_t max);
/* Promises made on the present way, in order: ids of the choices with #promise that were taken. Further ones
 * than SESSION_PROMISES_MAX are not kept. Up to `max` ids, which live in the program; returns how many there are. */
enum { SESSION_PROMISES_MAX = 6 };
size_t level_session_promises(const LevelSession *session, StrView *ids, size_t max);

#endif
