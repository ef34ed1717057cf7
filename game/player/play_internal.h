#ifndef SANGO_PLAYER_PLAY_INTERNAL_H
#define SANGO_PLAYER_PLAY_INTERNAL_H

#include "activity_internal.h"
#include "debrief_internal.h"
#include "pair_internal.h"
#include "pictures_internal.h"
#include "sango/player/scenes.h"

/* The scene that plays a level: play_scene.c takes the inputs, play_open.c begins a level,
 * play_story.c does what its events say, play_store.c keeps what must last, play_draw.c
 * is how it looks (play_pictures.c in a pack with pictures, with play_bubble.c; play_pair.c two children at one
 * question), play_meter.c the stars, play_caption.c says sounds in words,
 * play_ahead.c lets pictures be read in time; history_scene.c shows the lines
 * so far. */
enum {
    PLAY_NEXT = 1,    /* go on */
    PLAY_WHY = 2,     /* the longer reason */
    PLAY_ANOTHER = 3, /* try another way */
    PLAY_REWIND = 4,
    PLAY_HISTORY = 5,
    PLAY_OPTION = 10 /* + index */
};
enum { PLAY_SPANS_MAX = 8, PLAY_HISTORY_MAX = 200 };

typedef enum PlayMode {
    PLAY_MODE_LINE,    /* a line stands; waits for the reader */
    PLAY_MODE_OPTIONS, /* a question stands */
    PLAY_MODE_ACTIVITY, /* one that is played; see activity_internal.h */
    PLAY_MODE_REASON,  /* a card says why */
    PLAY_MODE_WAIT,    /* the script asked for a moment */
    PLAY_MODE_OVER     /* the debrief is on its way */
} PlayMode;

/* A copy of a line that outlives the session's event. */
typedef struct PlayLine {
    StrView id, speaker, text;
    TextSpan spans[PLAY_SPANS_MAX]; /* bold words */
    size_t span_count;
    PictureRow pictures;
} PlayLine;

typedef struct PlayOption {
    StrView id, text, icon;
    PictureRow pictures;
    Grade grade;
    bool enabled, was_taken, tells, recovers;
} PlayOption;

/* One line of the history. */
typedef struct PlayPast {
    StrView speaker, text;
} PlayPast;

/* The stars at the top. */
typedef struct PlayMeter {
    unsigned shown;
    unsigned told; /* how many were good as far as the cards have said; a star waits for its card */
    uint64_t flown_ms;  /* a new one is on its way since then; 0: none */
    uint64_t landed_ms; /* the last one came; 0: none */
} PlayMeter;

struct PlayScene {
    Scene base;
    const LevelEntry *level; /* borrowed from the pack */
    YarnProgram *program;
    LevelSession *session;
    Stage *stage;
    PlayMode mode;

    Arena line_arena, option_arena, past_arena;
    PlayLine line;
    PlayLine reason, why;
    bool is_bubble; /* the line is on the phone, not in the box */
    bool why_is_open;
    Grade grade;
    PlayOption options[SESSION_OPTIONS_MAX];
    size_t option_count;
    OptionsRole options_role;
    StrView decision; /* id; in option_arena */
    PlayPast past[PLAY_HISTORY_MAX];
    size_t past_count;

    uint64_t shown_ms; /* when the present line, question or card came */
    uint64_t page_ms;    /* the same, or when the reader came back to it */
    uint32_t voice_ms;   /* how long its recording takes; 0: there is none */
    bool asks;           /* the next line is the question of the choices that come */
    bool has_pictures;   /* the pack is understood without words */
    PlayPair pair;
    uint64_t wait_until_ms;
    size_t caption; /* of the last sound; see play_caption.c */
    uint64_t caption_until_ms;
    StrBuf journal; /* to come back to just before the present line */
    bool journal_is_stored, has_begun;
    unsigned run;            /* which playthrough this is */
    size_t decision_total;   /* decisions in the script, for the meter */
    PlayMeter meter;
    bool is_measure;         /* six questions, not a level: no save, no result, no debrief */
    StrView measure_world;
    MeasureTime measure_time;
    const LevelEntry *measure_next; /* the level that comes after them; NULL: none */
    DebriefContent *debrief; /* collected while the story runs */
    PlayActivity activity;
    char asker[32]; /* the actor who spoke last, not on the phone */
    size_t asker_len;
    bool was_played; /* the reason is about an activity */
    struct LessonPlay *lesson; /* a class plays, see lesson_internal.h; NULL: a child */
};

/* The measure of the player's band, as MeasureTime of a world of the pack; then `next` is played, if not NULL. */
Scene *play_measure_create(App *app, StrView world, MeasureTime time, const LevelEntry *next);

/* The scene around a level; it is not open yet. NULL: out of memory. */
PlayScene *play_make(App *app, const LevelEntry *level);
/* Asks for the files of a level, see app_fetch(). */
float play_fetch(App *app, const LevelEntry *level);
/* Opens it; the page that says why it cannot be played when that fails. */
Scene *play_open_scene(PlayScene *play, App *app);

/* Program, session and stage of play->level, from a save when there is one. After a
 * failure `text` says what is wrong and play_scene.c frees what there is. */
Status play_open(PlayScene *play, App *app, StrBuf *text);

/* Lets the platform read the pictures that the level begins with, and who is in it. */
void play_read_ahead(const PlayScene *play, const App *app);
/* Those of the place that comes after `place`, a command of the level. */
void play_read_next_place(const PlayScene *play, const App *app, const Command *place);

/* Pulls events until one waits for the reader. */
void play_go_on(PlayScene *play, App *app);
void play_choose(PlayScene *play, App *app, size_t index);
void play_rewind(PlayScene *play, App *app);
void play_remember(PlayScene *play, StrView speaker, StrView text); /* for the history; copied */

/* "save." + id of a level, in `key`. */
StrView play_key(StrBuf *key, const char *prefix, StrView level);
void play_save(PlayScene *play, App *app); /* the journal, once a line */
void play_note_decision(PlayScene *play, App *app);
void play_finish(PlayScene *play, App *app); /* keeps the result, goes to the debrief */

/* Plays a sound, and shows its caption for a while where that is wanted. */
void play_sound(PlayScene *play, App *app, StrView sound);
int play_caption_deadline_ms(const PlayScene *play, uint64_t now_ms); /* until it goes; -1: none */
void play_draw_caption(const PlayScene *play, UiFrame *frame, float y);

void play_meter_settle(PlayScene *play); /* shows what was earned at once: after a restore or rewind */
void play_meter_update(PlayScene *play, App *app);
int play_meter_deadline_ms(const PlayScene *play, uint64_t now_ms); /* -1: it rests */
void play_draw_meter(const PlayScene *play, UiFrame *frame);
void play_draw_star(const PlayScene *play, UiFrame *frame); /* on its way */

/* The words of the speech box in the size that lets it grow no further than leaves room for
 * faces, or for the answers; its height is not set. */
UiText play_box_text(PlayScene *play, UiFrame *frame);
/* Size of the words on the cards, all alike so that none looks more important; `width` of a
 * card, `room` for all of them, units. */
float play_card_size(const PlayScene *play, UiFrame *frame, float width, float room);

/* Say what a level names and the art has not. */
void play_check_command(const App *app, const Command *command);
void play_check_face(const App *app, YarnPlace place, StrView actor, StrView expression);
void play_check_icon(const App *app, YarnPlace place, StrView icon);

/* Of a pack with pictures. A page turns by itself after a while, so that a story goes on in front of a child who only looks. */
bool play_page_is_over(const PlayScene *play, const App *app);
int play_page_deadline_ms(const PlayScene *play, const App *app); /* -1: it waits */
void play_draw_told(PlayScene *play, App *app, UiFrame *frame);
enum { TOP_OF_CARDS = 272 }; /* above it the question stands in its bubble */
/* The pictures of the line over who says it, `size` units high or smaller, above `bottom`. Nothing when it has none. */
void play_draw_bubble(const PlayScene *play, const App *app, UiFrame *frame, float size, float bottom);
/* Where cards of that height begin, right above the faces; on a canvas that stands upright. */
float play_cards_above(const PlayScene *play, const UiFrame *frame, float height);
/* A choice as a card: `button` says id, place, label and state; `label` units at its lower end are for its words. */
void play_draw_picture_card(const PlayScene *play, const App *app, UiFrame *frame, size_t index, const UiButton *button, float label);

/* Two children at a question of such a pack; off when one plays. True: taken. */
bool play_pair_is_on(const PlayScene *play, const App *app);
void play_pair_ask(PlayScene *play);
bool play_pair_input(PlayScene *play, App *app, const InputEvent *event);
bool play_pair_activate(PlayScene *play, App *app, uint32_t id);
void play_pair_update(PlayScene *play, App *app);
int play_pair_deadline_ms(const PlayScene *play, const App *app); /* -1: it waits */
void play_draw_pair(const PlayScene *play, App *app, UiFrame *frame);

/* Parts of every kind of page. */
void play_draw_top(const PlayScene *play, UiFrame *frame);
void play_draw_speaker(const PlayScene *play, App *app, UiFrame *frame, float y);
void play_draw_above(const PlayScene *play, App *app, UiFrame *frame, float caption_y); /* what lies over it */
StrView play_grade_word(const PlayScene *play, const Catalogue *texts);
void play_draw(Scene *scene, App *app, UiFrame *frame);
Scene *history_scene_create(App *app, const PlayScene *play);

#endif
