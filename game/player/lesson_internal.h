#ifndef SANGO_PLAYER_LESSON_INTERNAL_H
#define SANGO_PLAYER_LESSON_INTERNAL_H

#include "debrief_internal.h"
#include "lesson_vote.h"
#include "sango/kit/kit.h"
#include "sango/level/marks.h"
#include "sango/level/session.h"
#include "sango/player/scenes.h"

/* A lesson in front of one screen: lesson_setup_scene.c begins one, lesson_plan.c suggests stories, lesson_scene.c goes from step to
 * step and owns the run (lesson_run.c: what is known of it, and that it is kept), lesson_play.c lets the playing screen stop at each
 * question (lesson_look.c: what would happen if), lesson_ask.c is such a question (talk, vote, result) and lesson_ask_draw.c how it looks, lesson_items.c the measure by
 * show of hands, lesson_notes.c the teacher's page, lesson_menu_scene.c the pause, lesson_end.c the last page, lesson_papers.c what is
 * printed. */
typedef struct PlayScene PlayScene;

/* A class reads from eight metres. Its words are at least 60 units high, of 1080: capital letters, which are 0.72 of that, are then
 * 6 cm high on a picture of 1.5 m, a 132nd of eight metres. The rule of thumb for signs asks for a 150th; it is 26 minutes of arc,
 * where ISO 9241-303 prefers 20 to 22 and asks for 16. */
enum { LESSON_EM_LEAST = 60, LESSON_BAR_MS = 280 };
#define LESSON_TEXT_SCALE 1.5f /* of the theme's sizes, the least of which that a child reads is 42 */

enum { /* widgets; further than those of play_internal.h and activity_internal.h */
    LESSON_GO = 400,    /* what leads on */
    LESSON_SIDE = 401,  /* the other way */
    LESSON_NOTES = 402,
    LESSON_WHAT_IF = 403,
    LESSON_CARD = 410,  /* + option */
    LESSON_LESS = 420,  /* + option */
    LESSON_MORE = 430   /* + option */
};

/* --- a question to a class ------------------------------------------------------------------------ */

typedef enum LessonPhase {
    LESSON_RECAP,  /* of a shortened story: what was said just before */
    LESSON_TALK,
    LESSON_VOTE,
    LESSON_RESULT,
    LESSON_LOOK /* which other answer shall be looked at? `picked` is the one that was taken */
} LessonPhase;

typedef enum LessonAskKind {
    LESSON_ASK_STORY, /* talk, vote, result; one answer is taken */
    LESSON_ASK_DEAL,  /* the same, about how the class wants to work; nothing of it is kept */
    LESSON_ASK_HANDS  /* hands are counted; what is right is not said */
} LessonAskKind;

typedef struct LessonAskOption {
    StrView id, text;
    bool enabled;
} LessonAskOption;

typedef struct LessonAsk { /* texts are borrowed and live as long as the question is asked */
    LessonAskKind kind;
    LessonPhase phase;
    StrView key; /* of the question: another one is another screen */
    StrView question, question_id, prompt, recap;
    LessonAskOption options[LESSON_OPTIONS_MAX];
    size_t option_count;
    LessonVote vote;
    size_t picked;       /* SIZE_MAX: none yet */
    uint64_t result_ms;  /* since when the result is shown */
} LessonAsk;

void lesson_ask_begin(LessonAsk *ask, LessonAskKind kind); /* with its texts; talk comes first, or the recap */
/* True when the question is answered: ask->picked is taken (of hands: they are counted). */
bool lesson_ask_activate(LessonAsk *ask, App *app, uint32_t id);
/* True: taken. *is_done: as above. */
bool lesson_ask_input(LessonAsk *ask, App *app, const InputEvent *event, bool *is_done);
int lesson_ask_deadline_ms(const LessonAsk *ask, const App *app); /* -1: it stands */
/* The next card that can be pressed has the focus: for a presenter's remote, which has two keys. */
void lesson_ask_step_card(const LessonAsk *ask, App *app);
uint32_t lesson_ask_focus(const LessonAsk *ask);
StrView lesson_ask_title(const LessonAsk *ask, UiFrame *frame); /* of its screen */
void lesson_ask_draw(const LessonAsk *ask, UiFrame *frame);
StrView lesson_mark_picture(UiFrame *frame, size_t option); /* the sign of an answer, without its letter */

/* --- the measure by show of hands ------------------------------------------------------------------ */

enum { LESSON_ITEMS_MAX = MEASURE_FIGURE_COUNT * MEASURE_ITEMS_PER_FIGURE };

typedef struct LessonItem {
    StrView id, question;
    StrView options[LESSON_OPTIONS_MAX];
    unsigned points[LESSON_OPTIONS_MAX];
    size_t option_count;
    MeasureFigure figure;
    unsigned item;
} LessonItem;

/* The items of a band's measure, from the arena; 0 when the pack has none. */
size_t lesson_items_read(App *app, Arena *arena, unsigned band, LessonItem items[LESSON_ITEMS_MAX]);

/* --- the teacher's notes ----------------------------------------------------------------------------- */

typedef enum LessonNoteKind {
    LESSON_NOTE_AIM, LESSON_NOTE_BEFORE, LESSON_NOTE_DURING, LESSON_NOTE_ASK, LESSON_NOTE_DISCLOSURE, LESSON_NOTE_HOME, LESSON_NOTE_CRC,
    LESSON_NOTE_KINDS
} LessonNoteKind;
enum { LESSON_NOTES_MAX = 8 };

typedef struct LessonNotes {
    StrView lines[LESSON_NOTE_KINDS][LESSON_NOTES_MAX];
    size_t counts[LESSON_NOTE_KINDS];
} LessonNotes;

/* Those of the level's page of notes, in the game's language; texts from the arena. */
void lesson_notes_read(const YarnProgram *program, const LevelEntry *level, const Catalogue *catalogue, Arena *arena, LessonNotes *notes);

/* --- the run --------------------------------------------------------------------------------------------- */

typedef enum LessonStep {
    LESSON_STEP_DEAL,
    LESSON_STEP_BEFORE,
    LESSON_STEP_STORY,
    LESSON_STEP_DEBRIEF,
    LESSON_STEP_AFTER,
    LESSON_STEP_END
} LessonStep;

typedef enum LessonWish { /* asked for in the pause */
    LESSON_WISH_NONE,
    LESSON_WISH_SKIP_QUESTION,
    LESSON_WISH_SKIP_STORY, /* to what comes after it */
    LESSON_WISH_END,
    LESSON_WISH_STOP        /* goes on another day */
} LessonWish;

typedef struct LessonRun {
    Lesson lesson;
    Arena texts; /* of the story that is on, and of the items */
    LessonStep step;
    LessonWish wish;
    const LevelEntry *level; /* the story that is on; NULL: none */
    LessonStory *story;      /* its record */
    LessonNotes notes;
    const PlayScene *play;   /* the screen that plays it; NULL: none */
    DebriefContent *debrief; /* of the story that was just finished; owned */
    LessonAsk ask;           /* what the class is asked now, if anything */
    bool is_asking;
    LessonItem items[LESSON_ITEMS_MAX];
    size_t item_count, item;
    LessonMeasure measure;   /* as it is counted */
    bool had_second;         /* a second display was there */
    uint64_t second_state;   /* of what it shows */
    bool is_lost_told;       /* that it could not be kept */
} LessonRun;

typedef struct LessonPlan {
    unsigned band, minutes;
    uint32_t worlds; /* bits of the pack's worlds; 0: all */
    const LevelEntry *levels[LESSON_STORIES_MAX];
    size_t level_count;
} LessonPlan;

enum { LESSON_MINUTES_SHORT = 10, LESSON_MINUTES_STORY = 20, LESSON_MINUTES_LONG = 40 };

/* Fills in the stories: those of the band and worlds that fit into the time, first what no lesson on the shelf has finished.
 * `skip`: so many suggestions are passed over, round and round. */
void lesson_plan_suggest(App *app, LessonPlan *plan, unsigned skip);
/* The newest lesson on the shelf that is not over; its id and day from the arena. False: there is none. */
bool lesson_plan_unfinished(App *app, Arena *arena, StrView *id, StrView *day);
/* What the last lesson had: band and minutes; 7-9 and 20 when there was none. */
void lesson_plan_usual(App *app, LessonPlan *plan);

LessonRun *lesson_run_create(App *app, const LessonPlan *plan); /* NULL: out of memory */
LessonRun *lesson_run_resume(App *app, StrView id);             /* NULL after a notice */
void lesson_run_destroy(App *app, LessonRun *run);              /* NULL is allowed */
/* Finds the level of the story that is next; false when there is none left (or its pack is gone, after a notice). */
bool lesson_run_open_story(LessonRun *run, App *app);
bool lesson_run_is_short(const LessonRun *run);
bool lesson_run_measures(const LessonRun *run); /* before and after */
/* On the shelf; a failure is told once, and the lesson goes on. */
void lesson_run_keep(LessonRun *run, App *app);
/* Keys of every page of a lesson: notes (unless they are on the second display), pause, displays that come and go. True: taken. */
bool lesson_run_input(LessonRun *run, App *app, const InputEvent *event);
/* INPUT_DISPLAYS: says so when the second display has gone. */
void lesson_run_displays(LessonRun *run, App *app);
/* The teacher's page on the second display, if there is one. Call it at the end of a draw. */
void lesson_run_second(LessonRun *run, App *app, const UiFrame *frame);
void lesson_run_end_second(LessonRun *run, App *app);

/* Draws the teacher's page. Shared: on the only display, where the class sees it, too. */
void lesson_notes_draw(const LessonRun *run, bool is_shared, UiFrame *frame);
uint64_t lesson_notes_state(const LessonRun *run); /* another number when it would look otherwise */

/* The page at the end; `message` is about a paper that was written. */
enum { LESSON_END_REPORT = 1, LESSON_END_HOME, LESSON_END_CERTIFICATE, LESSON_END_ANOTHER, LESSON_END_DONE };
void lesson_end_draw(const LessonRun *run, StrView message, UiFrame *frame);
/* lesson_papers.c: *message says where it is, or in one sentence why not. */
void lesson_write_report(const LessonRun *run, App *app, StrBuf *message);
void lesson_write_kit(const LessonRun *run, App *app, KitPage kind, StrBuf *message);

Scene *lesson_scene_create(App *app, LessonRun *run); /* owns it, also when NULL is given back */
Scene *lesson_notes_scene_create(App *app, LessonRun *run);
Scene *lesson_menu_scene_create(App *app, LessonRun *run);

/* --- the playing screen, lesson_play.c -------------------------------------------------------------------------- */

typedef struct LessonPlay {
    LessonRun *run;
    size_t page_from, page_len; /* bytes of the line that are on screen */
    StrBuf main_line;  /* journal to come back to after a look at another answer */
    bool is_what_if, is_choosing; /* looking at another answer; choosing which */
    LessonAsk look;               /* the page for it */
    size_t taken;                 /* option */
    LessonDecision decision;  /* the one that was taken last; texts live as long as play->options */
    bool has_decision;
    bool is_skipping;         /* a shortened story: lines up to the next question pass */
    StrBuf recap;             /* the last of them; the summary of the story before its first question */
    bool has_summary;
} LessonPlay;

Scene *lesson_play_create(App *app, LessonRun *run); /* plays run->level */
void lesson_play_destroy(App *app, LessonPlay *lesson);
void lesson_play_enter(PlayScene *play, App *app);
bool lesson_play_activate(PlayScene *play, App *app, uint32_t id);
bool lesson_play_input(PlayScene *play, App *app, const InputEvent *event);
/* A question came: the class is asked. */
void lesson_play_ask(PlayScene *play, App *app);
/* It was answered. */
void lesson_play_note(PlayScene *play, size_t index);
/* True when a line passes unseen. */
bool lesson_play_passes(PlayScene *play, const SessionEvent *event);
void lesson_play_save(PlayScene *play, App *app);
void lesson_play_finish(PlayScene *play, App *app);
int lesson_play_deadline_ms(const PlayScene *play, const App *app);
/* lesson_play_draw.c. True: it has drawn the whole page. */
bool lesson_play_draw(PlayScene *play, App *app, UiFrame *frame);
void lesson_play_draw_top(const PlayScene *play, UiFrame *frame);
void lesson_play_draw_reason_buttons(const PlayScene *play, UiFrame *frame, float y);
/* What of the line stands on this page: in letters of at least LESSON_EM_LEAST, no higher than `most`. */
void lesson_play_page(PlayScene *play, UiFrame *frame, UiText *text, float most);

/* lesson_record.c */
void lesson_record_fill(PlayScene *play, LessonDecision *decision); /* the question that stands; texts live as long as play->options */
void lesson_play_record(PlayScene *play);                           /* the last decision, into the record of the lesson */
void lesson_record_points(LessonStory *story);                      /* powers, of what the class decided itself */

/* lesson_look.c: what would happen if */
bool lesson_look_is_there(const PlayScene *play); /* there is another answer to what was decided last */
void lesson_look_choose(PlayScene *play, App *app); /* the answers are shown again */
void lesson_look_begin(PlayScene *play, App *app, size_t option);
void lesson_look_end(PlayScene *play, App *app); /* back to the main line, as it was */

#endif
