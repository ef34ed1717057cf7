#ifndef SANGO_STAGE_INTERNAL_H
#define SANGO_STAGE_INTERNAL_H

#include "sango/base/rng.h"
#include "sango/stage/stage.h"

/* Between the files of this module: art.c what is known of the drawings, stage.c who
 * stands where, actors.c how an actor is drawn, phone.c what the phone shows and
 * phone_draw.c how. */
enum { LAYERS_MAX = 20, PIVOTS_MAX = 8, ACTORS_MAX = 8, NAME_MAX_BYTES = 24, PHONE_ITEMS_MAX = 24, CONFETTI_MAX = 120 };
enum { ENTRANCE_MS = 600, LEAVE_MS = 400, MOVE_MS = 500, REST_AFTER_MS = 20000, FRAME_MS = 33, SHAKE_MS = 400 };
enum { PHONE_FALL_MS = 260, PHONE_RISE_MS = 360, PHONE_POP_MS = 280, PHONE_COUNT_MS = 900, PHONE_TYPING_MS = 6000 };

typedef struct ArtActor {
    StrView name;
    StrView pill; /* its sprite; empty when the art names none */
    float width, height, baseline;
    float hip_x, hip_y;
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

typedef enum Spot { SPOT_FAR_LEFT, SPOT_LEFT, SPOT_CENTRE, SPOT_RIGHT, SPOT_FAR_RIGHT, SPOT_COUNT } Spot;

typedef struct StageActor {
    const ArtActor *art;
    Name expression, was; /* now and before */
    bool is_facing_left;
    Spot spot;
    float from_x, x;       /* middle of the feet, units of a 1920 wide stage */
    uint64_t moved_ms;     /* when it began to walk, enter or leave */
    uint32_t move_length_ms;
    uint64_t posed_ms;
    bool is_leaving;
    uint32_t seed;         /* of its blinks */
} StageActor;

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

typedef struct Confetto {
    float x, y, fall, swing, phase;
    Rgba color;
} Confetto;

struct Stage {
    const Allocator *alloc;
    const StageArt *art;
    Arena texts; /* of what the phone shows */
    Name place, light;
    StageActor actors[ACTORS_MAX];
    size_t actor_count;
    Name speaker;
    uint64_t talk_until_ms;
    bool phone_is_open;
    bool has_question; /* something else needs the middle */
    uint64_t phone_opened_ms; /* 0: it always stood there */
    uint64_t phone_closed_ms; /* 0: it did not just go */
    PhoneApp phone_app;
    Name phone_contact;
    PhoneItem phone_title; /* what stands in the bar instead of the contact; empty text: nothing */
    PhoneItem phone_items[PHONE_ITEMS_MAX];
    size_t phone_count;
    uint32_t phone_order; /* of the newest item */
    Confetto confetti[CONFETTI_MAX];
    uint64_t confetti_ms; /* when it began; 0: none */
    uint64_t shake_ms; /* when it began; 0: none */
    bool shake_is_phone;
    uint64_t now_ms, woken_ms;
    bool reduced_motion, is_instant;
};

/* How an actor looks at a moment. */
typedef struct ActorLook {
    const ArtActor *art;
    StrView expression;
    StrView was; /* the expression before, from which layers slide; may be empty */
    float x, feet_y, scale;
    bool is_facing_left, is_talking, is_still;
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
void phone_draw(const Stage *stage, UiFrame *frame, float quiet_h);

/* Units to the right that a shake moves the phone or the rest of the stage just now. */
float stage_shift(const Stage *stage, bool is_phone);

/* Lets those who stand move to where all are seen: two on one side stand apart, and the
 * phone hides nobody who came to the middle. */
void stage_arrange(Stage *stage);

#endif
