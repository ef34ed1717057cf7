#ifndef SANGO_STAGE_INTERNAL_H
#define SANGO_STAGE_INTERNAL_H

#include "sango/stage/stage.h"
#include "sango/ui/tween.h"

/* Between the files of this module: art.c what is known of the drawings, stage.c who
 * stands where, stage_draw.c how it is put together, change.c from one place to the next,
 * camera.c what of it is seen, actors.c how an actor is drawn, motion.c how one moves,
 * talk.c mouths and looks, particles.c rain and confetti, phone.c what the phone shows and
 * phone_draw.c how. */
enum { LAYERS_MAX = 20, PIVOTS_MAX = 8, ACTORS_MAX = 8, NAME_MAX_BYTES = 24, PHONE_ITEMS_MAX = 24 };
enum { STAGE_W = 1920, STAGE_H = 1080 };
enum { ENTRANCE_MS = 720, LEAVE_MS = 520, MOVE_MS = 560, SETTLE_MS = 200, REST_AFTER_MS = 20000, FRAME_MS = 33, MOVING_MS = 16, SHAKE_MS = 400 };
enum { PHONE_FALL_MS = 260, PHONE_RISE_MS = 360, PHONE_POP_MS = 280, PHONE_COUNT_MS = 900, PHONE_TYPING_MS = 6000 };

typedef struct ArtActor {
    StrView name;
    StrView pill; /* its sprite; empty when the art names none */
    float width, height, baseline;
    float hip_x, hip_y;
    float head_x, head_y; /* where the head turns: the neck, or the middle of a figure that is all head */
    bool has_looks;       /* eyes that look to a side: look_left/eyes and look_right/eyes */
    bool has_closed_mouth; /* own moments only: talk-happy/closed, between words */
    bool is_on_wheels;    /* rolls instead of stepping */
    bool is_holding;      /* something is held up at the left of the drawing */
    StrView layers[LAYERS_MAX];
    size_t layer_count;
    StrView head_layers; /* words, a comma between */
    StrView expressions;
    StrView pivots; /* of layers that move by themselves: "layer:x,y;layer:x,y" */
    StrView slides; /* what a pose moves: "expression/layer:x,y;..." */
    bool has_own_moments; /* an own blink and talk for each expression: "blink-happy" */
} ArtActor;

struct StageArt {
    const Allocator *alloc;
    Arena arena;
    ArtActor *actors;
    size_t actor_count, capacity;
    bool is_partial; /* some lines could not be read */
};

/* The fixed point of a layer that moves by itself, units of the actor's canvas; false for others. */
bool art_pivot(const ArtActor *actor, StrView layer, float *x, float *y);
/* How far a layer slides when this expression is taken, units; false for others. */
bool art_slide(const ArtActor *actor, StrView expression, StrView layer, float *x, float *y);
const ArtActor *art_actor(const StageArt *art, StrView name); /* NULL when there is none */
bool list_has(StrView list, StrView word); /* words with a comma between */

/* A short name kept by value. */
typedef struct Name {
    char text[NAME_MAX_BYTES];
    uint8_t len;
} Name;

static inline StrView name_view(const Name *name)
{
    return (StrView){ name->text, name->len };
}
Name name_of(StrView text);

enum { CONTACT_MAX_BYTES = 120 };

/* Whose chat it is, or what an app is about: words of a level, by value. A longer one is cut between letters. */
typedef struct Contact {
    char text[CONTACT_MAX_BYTES];
    uint8_t len;
} Contact;

static inline StrView contact_view(const Contact *contact)
{
    return (StrView){ contact->text, contact->len };
}

typedef enum Spot { SPOT_FAR_LEFT, SPOT_LEFT, SPOT_CENTRE, SPOT_RIGHT, SPOT_FAR_RIGHT, SPOT_COUNT } Spot;

/* Small movements on the spot. */
typedef enum Act { ACT_NONE, ACT_HOP, ACT_NOD, ACT_SHAKE, ACT_TREMBLE, ACT_JOY, ACT_BOW, ACT_COUNT } Act;
extern const char *const act_names[ACT_COUNT + 1]; /* "" is none; ends with NULL */

typedef struct StageActor {
    const ArtActor *art;
    Name expression, was; /* now and before */
    bool is_facing_left;
    Spot spot;
    float from_x, x;       /* middle of the feet, units of a 1920 wide stage */
    uint64_t moved_ms;     /* when it begins or began to walk, enter or leave */
    uint32_t move_length_ms;
    Ease ease;
    bool is_entering, is_leaving; /* what the walk is */
    uint64_t posed_ms;
    Act act;
    uint64_t act_ms; /* when it began */
    uint32_t seed;         /* of its blinks */
} StageActor;

/* --- the camera ----------------------------------------------------------------------- */

/* What is seen: enlarged about the middle of the canvas, then moved. Nearer things move more. */
typedef struct View {
    float zoom; /* 1: all of the place */
    float x, y; /* units, for the place */
} View;

typedef struct Camera {
    Name target; /* an actor or a spot; empty: wide */
    float zoom;  /* that was asked for */
    View from, to;
    uint64_t moved_ms;
    uint32_t length_ms;
} Camera;

static const float DEPTH_PLACE = 1.0f, DEPTH_ACTORS = 1.12f, DEPTH_FRONT = 1.35f, DEPTH_AIR = 1.25f;

View camera_view(const Stage *stage);
bool camera_is_moving(const Stage *stage);
void camera_reset(Stage *stage); /* wide, at once */
/* After somebody came or went, the phone opened or a question came: goes to where all faces are seen. */
void camera_follow(Stage *stage);
bool view_is_wide(const View *view);
/* The pose as it is seen at that depth. */
DrawPose view_pose(const UiFrame *frame, const View *view, float depth, DrawPose pose);

/* --- from one place to the next ----------------------------------------------------------- */

typedef enum Change { CHANGE_CUT, CHANGE_FADE, CHANGE_SLIDE, CHANGE_IRIS, CHANGE_COUNT } Change;
extern const char *const change_names[CHANGE_COUNT + 1];

/* What was on the stage before, while it still goes. */
typedef struct Past {
    Name place, light;
    StageActor actors[ACTORS_MAX];
    size_t actor_count;
    View view;
    Change change;
    uint64_t began_ms;
} Past;

void change_begin(Stage *stage, StrView name);
bool change_is_on(const Stage *stage);
uint64_t change_shows_ms(const Stage *stage); /* when the new place is seen; now when there is no change */
float change_share(const Stage *stage);       /* 0..1; 1 without a change */

/* --- talking ------------------------------------------------------------------------------- */

enum { SYLLABLES_MAX = 120 };

/* When a mouth opens while words are said, ms from their beginning. */
typedef struct Mouth {
    uint16_t open_ms[SYLLABLES_MAX], shut_ms[SYLLABLES_MAX];
    size_t count;
    uint32_t length_ms;
} Mouth;

void mouth_read(Mouth *mouth, StrView text);
bool mouth_is_open(const Mouth *mouth, uint64_t at_ms);
typedef enum Gaze { GAZE_AHEAD, GAZE_LEFT, GAZE_RIGHT } Gaze; /* as the picture is seen */
Gaze actor_gaze(const Stage *stage, const StageActor *actor);

/* --- particles ----------------------------------------------------------------------------- */

typedef enum ParticleKind {
    PARTICLES_OFF, PARTICLES_CONFETTI, PARTICLES_SPARKLES, PARTICLES_RAIN, PARTICLES_SNOW, PARTICLES_PETALS,
    PARTICLES_HEARTS, PARTICLES_FIREFLIES, PARTICLES_COUNT
} ParticleKind;
extern const char *const particle_names[PARTICLES_COUNT + 1];

enum { CONFETTI_MAX = 120, CONFETTI_MS = 6000 };

/* Where each one is follows from the time alone: nothing is kept for it. */
typedef struct Particles {
    ParticleKind kind;   /* in the air until they are told off */
    uint64_t began_ms;   /* 0: always there */
    uint64_t shown_ms;   /* they come back after a rest from here on */
    ParticleKind old;    /* those that fade away */
    uint64_t ended_ms;
    uint64_t confetti_ms; /* when it was thrown; 0: none */
} Particles;

void particles_wake(Stage *stage);
bool particles_are_moving(const Stage *stage);
void particles_draw(const Stage *stage, UiFrame *frame, const View *view); /* those in the air */

/* One line on the phone: an item of the app that is open, or what belongs to the one above. */
typedef struct PhoneItem {
    StrView id, from, text; /* in the stage's arena, like the views of the facts */
    PhoneFacts facts;
    uint64_t at_ms;      /* when it came; 0: it always stood there */
    uint64_t changed_ms; /* when its state or likes began to change; 0: they always were so */
    PhoneState state_before;
    int likes_before;
    uint32_t order;      /* the highest came or changed last */
} PhoneItem;

struct Stage {
    const Allocator *alloc;
    const StageArt *art;
    Arena texts; /* of what the phone shows */
    Name place, light;
    StageActor actors[ACTORS_MAX];
    size_t actor_count;
    Name speaker;
    Mouth mouth;
    uint64_t talk_ms; /* when the words begin */
    Camera camera;
    Past past;
    Particles particles;
    float width, height; /* of the canvas, units */
    bool phone_is_open;
    bool has_question; /* something else needs the middle */
    uint64_t phone_opened_ms; /* 0: it always stood there */
    uint64_t phone_closed_ms; /* 0: it did not just go */
    PhoneApp phone_app;
    Contact phone_contact;
    PhoneItem phone_title; /* what stands in the bar instead of the contact; empty text: nothing */
    PhoneItem phone_items[PHONE_ITEMS_MAX];
    size_t phone_count;
    uint32_t phone_order; /* of the newest item */
    size_t phone_lines;   /* since the arena was swept */
    uint64_t shake_ms; /* when it began; 0: none */
    bool shake_is_phone;
    uint64_t now_ms, woken_ms;
    bool reduced_motion, is_instant;
};

/* How somebody is bent and moved just now: units, degrees. */
typedef struct Motion {
    float x, y;           /* all of it */
    float head_x, head_y; /* the head more than that */
    float wide, tall;     /* 1: as drawn */
    float turn_deg;
} Motion;
Motion actor_motion(const Stage *stage, const StageActor *actor);
bool actor_is_moving(const Stage *stage, const StageActor *actor);
bool actor_is_all_head(const ArtActor *art);
float actor_x(const Stage *stage, const StageActor *actor); /* of the feet just now, as StageActor.x */

/* How an actor looks at a moment. */
typedef struct ActorLook {
    const ArtActor *art;
    StrView expression;
    StrView was; /* the expression before, from which layers slide; may be empty */
    float x, feet_y, scale;
    const View *view; /* NULL: as if the camera were wide */
    Motion motion;
    Gaze gaze;
    bool is_facing_left, is_talking, is_still;
    bool is_mouth_open; /* while it talks */
    uint32_t seed;
    uint64_t now_ms;
    uint64_t since_ms; /* since it came or took this expression */
    float alpha;
} ActorLook;
void actor_draw(UiFrame *frame, const ActorLook *look);

/* How far a movement of the phone is that began at `began_ms`: 0..1. */
float phone_share(const Stage *stage, uint64_t began_ms, uint32_t length_ms);
bool phone_is_moving(const Stage *stage);
bool phone_is_leaving(const Stage *stage); /* closed, but still seen going down */
void phone_draw(const Stage *stage, UiFrame *frame, float quiet_h, PhonePicks *picks); /* `picks` may be NULL */

/* Units to the right that a shake moves the phone or the rest of the stage just now. */
float stage_shift(const Stage *stage, bool is_phone);

float stage_feet(const ArtActor *art); /* where the feet stand, units of a stage 1080 high */
float stage_spot_x(const Stage *stage, Spot spot);
bool spot_find(StrView word, Spot *spot); /* false when it is none */
StageActor *stage_find(Stage *stage, StrView name);
const StageActor *stage_get(const Stage *stage, StrView name); /* NULL when there is none */
void stage_wake(Stage *stage);
bool stage_is_still(const Stage *stage); /* what comes is there at once */

/* Lets those who stand move to where all are seen: two on one side stand apart, and the
 * phone hides nobody who came to the middle. */
void stage_arrange(Stage *stage);

#endif
