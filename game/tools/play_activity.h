#ifndef SANGO_TOOLS_PLAY_ACTIVITY_H
#define SANGO_TOOLS_PLAY_ACTIVITY_H

#include "sango/activity/activity.h"
#include "sango/base/arena.h"
#include "sango/yarn/vm.h"

/* An activity that is played by typing numbers, for `sango-lint run`. */
typedef struct PlayActivity {
    Arena texts;        /* of the items */
    bool is_collecting; /* between the command and the options */
    bool is_asked;      /* the options wait, and it is being played */
    ActivityData data;
    ActivityState state;
    StrView outcomes[3]; /* words, by grade */
    size_t picked; /* the item whose place is typed next; SIZE_MAX: none */
} PlayActivity;

void play_activity_init(PlayActivity *play);
void play_activity_release(PlayActivity *play);
void play_activity_forget(PlayActivity *play); /* keeps the memory */

/* Begins when the command is one of ours. False when out of memory. */
bool play_activity_take_command(PlayActivity *play, StrView text, YarnPlace place);
/* *is_kept: it is part of an activity and not printed as a line. `words` are without markup and speaker. */
bool play_activity_take_line(PlayActivity *play, const YarnLineInfo *info, StrView words, bool *is_kept);
/* What is said of an outcome. False when out of memory. */
bool play_activity_add_outcome(PlayActivity *play, Grade grade, StrView words);
/* At options: true when they are the outcomes of one that can be played. Prints it unless `is_silent`. */
bool play_activity_ask(PlayActivity *play, bool is_silent);

/* A number, or "h". False when it makes no sense here (that was said). *is_done: it is all right and
 * *grade says which outcome comes. */
bool play_activity_type(PlayActivity *play, StrView word, bool *is_done, Grade *grade);

#endif
