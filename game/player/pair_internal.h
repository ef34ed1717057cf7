#ifndef SANGO_PLAYER_PAIR_INTERNAL_H
#define SANGO_PLAYER_PAIR_INTERNAL_H

#include "sango/player/app.h"

/* Two children at one question, told apart by a star and a moon. Both choose; what they agree on is done. When they do
 * not agree they are asked to talk, and choose again; after that they take turns in whose idea is tried. Nobody wins. */
enum { PAIR_SIZE = 2, PAIR_OPTION = 30, PAIR_STRIDE = 10 }; /* widgets: PAIR_OPTION + child * PAIR_STRIDE + option */

typedef enum PairStep {
    PAIR_CHOOSE,
    PAIR_AGREE, /* for a moment, before it goes on */
    PAIR_TALK,
    PAIR_TURN   /* whose idea it is this time */
} PairStep;

typedef struct PlayPair {
    size_t chosen[PAIR_SIZE]; /* option; SIZE_MAX: none yet */
    size_t at[PAIR_SIZE];     /* where each one's gamepad points; SIZE_MAX: nowhere yet */
    uint32_t pads[PAIR_SIZE]; /* InputEvent.device of each one's gamepad; 0: none */
    unsigned talks;           /* how often they talked about this question */
    unsigned turn;            /* whose idea it is when they do not agree */
    PairStep step;
    uint64_t since_ms;
} PlayPair;

#endif
