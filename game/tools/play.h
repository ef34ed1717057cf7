#ifndef SANGO_TOOLS_PLAY_H
#define SANGO_TOOLS_PLAY_H

#include "play_activity.h"
#include "sango/yarn/vm.h"
#include "script_set.h"

/* A story that is played as text on stdout, for `sango-lint run`.
 *
 *     Play play;
 *     if (play_open(&play, &options) == STATUS_OK) {
 *         while (play_on(&play) == PLAY_ASKS && … play_choose(&play, index)) …
 *     }
 *     play_close(&play);
 *
 * Functions of the game are not there: values stand in for what they give. */
typedef enum PlayState {
    PLAY_GOES_ON, /* call play_on() */
    PLAY_ASKS,    /* options were printed */
    PLAY_ENDED,
    PLAY_FAULTED, /* a mistake of the story; it was printed */
    PLAY_FAILED   /* out of memory */
} PlayState;

typedef struct PlayOptions {
    char **paths; /* borrowed, as for script_set_load() */
    int path_count;
    StrView start; /* title, borrowed; empty: "Start", or the first that a pack names, or the first of all */
    uint64_t seed;
    bool is_terminal; /* bold text may be shown so */
} PlayOptions;

/* An answer that was given: found again by the line's id, else by its number. */
typedef struct PlayChoice {
    StrView id;
    size_t index;
} PlayChoice;

typedef struct PlayOption {
    StrView id;
    bool enabled;
    Grade grade;
} PlayOption;

/* The scripts as they were read, compiled, with a VM. */
typedef struct PlayStory {
    ScriptSet set;
    YarnProgram *program;
    YarnFunction *inferred; /* stand-ins; in the set's arena */
    YarnVm *vm;
} PlayStory;

/* Reads and compiles; what is wrong is printed: STATUS_INVALID. Close in any case. */
Status play_story_open(PlayStory *story, const PlayOptions *options);
void play_story_close(PlayStory *story);

typedef struct Play {
    PlayOptions options;
    PlayStory story;
    Arena kept; /* ids of choices */
    PlayChoice *choices;
    size_t choice_count, choice_capacity;
    size_t replayed; /* choices that were given again; the others print nothing */
    PlayOption *asked;
    size_t asked_count, asked_capacity;
    unsigned events; /* since the last choice */
    PlayActivity activity;
} Play;

/* Reads, compiles and begins. What is wrong is printed: STATUS_INVALID. STATUS_NOMEM. Close in any case. */
Status play_open(Play *play, const PlayOptions *options);
void play_close(Play *play);

/* Prints what comes up to the next options, or the end. */
PlayState play_on(Play *play);
/* False when there is no such option, or it cannot be taken. */
bool play_choose(Play *play, size_t index);
/* What is typed while play->activity.is_asked: a move, or Done, after which the outcome may be chosen.
 * False when it makes no sense (that was said). */
bool play_type(Play *play, StrView word, PlayState *state);
/* Takes the last choice back: plays again from the start, printing what comes behind the one before. */
PlayState play_back(Play *play);
/* Reads the files again and goes on at the same line. Scripts with errors change nothing. */
PlayState play_reload(Play *play);
void play_print_variables(Play *play);

#endif
