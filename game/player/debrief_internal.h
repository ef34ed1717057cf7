#ifndef SANGO_PLAYER_DEBRIEF_INTERNAL_H
#define SANGO_PLAYER_DEBRIEF_INTERNAL_H

#include "badges_internal.h"
#include "pictures_internal.h"
#include "sango/score/measure.h"
#include "sango/player/scenes.h"

/* What the page after a level shows. Collected by the play scene, then owned by the
 * debrief scene. */
enum { DEBRIEF_MOMENTS = 3, DEBRIEF_WORDS_MAX = 3, DEBRIEF_PLACES_MAX = 12 };

typedef struct DebriefMoment {
    StrView actor, expression, text;
    PictureRow pictures;
} DebriefMoment;

typedef struct DebriefPlace {
    StrView name, light;
} DebriefPlace;

typedef struct DebriefContent {
    Arena texts; /* holds the texts and this struct's strings */
    DebriefMoment moments[DEBRIEF_MOMENTS];
    size_t moment_count;
    DebriefPlace places[DEBRIEF_PLACES_MAX]; /* where the story was, in order; only the first of too many, and the last */
    size_t place_count;
    StrView next, ask;
    StrView words[DEBRIEF_WORDS_MAX];
    size_t word_count;
    const LevelEntry *level;
    LevelScore score;
    Badges badges;
    struct LessonRun *lesson; /* in front of a class: large, and it goes back to the lesson; borrowed. NULL: a child */
    bool has_promises;  /* the child made some: the certificate is offered */
    bool has_measure;   /* six questions come before the map */
    MeasureTime measure_time;
    unsigned new_deeds; /* bits: badges of a new rank */
} DebriefContent;

DebriefContent *debrief_content_create(App *app);
void debrief_content_reset(DebriefContent *content);
void debrief_content_add_place(DebriefContent *content, StrView name, StrView light);
void debrief_content_destroy(App *app, DebriefContent *content); /* NULL is allowed */

/* Owns `content` on success. */
Scene *debrief_scene_create(App *app, DebriefContent *content);

#endif
