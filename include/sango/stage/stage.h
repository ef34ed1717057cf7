#ifndef SANGO_STAGE_STAGE_H
#define SANGO_STAGE_STAGE_H

#include "sango/base/diag.h"
#include "sango/phone/phone.h"
#include "sango/ui/ui.h"

/* The picture behind the words: a place, actors made of parts, the phone screen,
 * particles. Told what happens by the play scene, it moves on by itself with the
 * time it is given, and adds itself to a frame. No clock, no I/O. */
typedef struct StageArt StageArt;

/* What the stage must know of the art: actors.txt of the asset build (see
 * assets/README.md). Unknown lines are reported and left out. */
Status stage_art_parse(const Allocator *alloc, StrView actors_txt, DiagSink *diags, StageArt **art);
void stage_art_destroy(StageArt *art);
/* True when there is this actor with this expression (empty: any), and when actors.txt
 * was not whole, so that nobody can tell. */
bool stage_art_has(const StageArt *art, StrView actor, StrView expression);
/* Name of the pill sprite for a speaker, "ui/pill_plum" for an unknown one. */
StrView stage_art_pill(const StageArt *art, StrView actor);

typedef struct Stage Stage;
Status stage_create(const Allocator *alloc, const StageArt *art, Stage **stage);
void stage_destroy(Stage *stage);

/* Empty: no place, no actors, no phone. */
void stage_clear(Stage *stage);
void stage_set_reduced_motion(Stage *stage, bool on);
/* True: what follows is shown at once, without entrances (a restore or rewind). */
void stage_set_instant(Stage *stage, bool on);

/* The canvas that it is drawn on, units; 1920 x 1080 until it is told. */
void stage_fit(Stage *stage, float width, float height);

/* Nobody is there any more. `light` may be empty: "day"; `change` too: a soft fade. Else
 * cut, fade, slide or iris. */
void stage_place(Stage *stage, StrView name, StrView light, StrView change);
void stage_enter(Stage *stage, StrView actor, StrView spot, StrView expression, StrView facing);
void stage_pose(Stage *stage, StrView actor, StrView expression);
/* Sango, when on the stage, takes the pose of a tool ("timer"; "cover" for the headband) if
 * the art has it. */
void stage_show_tool(Stage *stage, StrView tool);
/* `seconds` below 0: as long as it takes; `easing` may be empty, else one of ui/tween.h. */
void stage_move(Stage *stage, StrView actor, StrView spot, float seconds, StrView easing);
void stage_act(Stage *stage, StrView actor, StrView act); /* hop nod shake tremble joy bow */
/* Goes near an actor or a spot, or back to "wide". `zoom` 0 and `seconds` below 0: as usual. It goes
 * no nearer than lets every face be seen, and is wide while a phone or a question is there. */
void stage_camera(Stage *stage, StrView target, float zoom, float seconds);
void stage_leave(Stage *stage, StrView actor);
/* True: a question needs the middle of the stage. Who stands there steps to the left, as
 * they do beside the phone. */
void stage_make_room(Stage *stage, bool on);
/* True when somebody stands in the middle, so that less than usual is free there: from
 * 700 of 1920 units on, else from 560 on. */
bool stage_is_crowded(const Stage *stage);
/* Who says these words: mouth and looks follow them. Empty: nobody talks. `voice_ms`: how long the voice
 * takes; 0: there is none, and their length is guessed. */
void stage_speaker(Stage *stage, StrView actor, StrView text, uint32_t voice_ms);
void stage_confetti(Stage *stage);
/* In the air until it is "off" or another place comes: sparkles rain snow petals hearts fireflies;
 * "confetti" falls once. */
void stage_particles(Stage *stage, StrView kind);
void stage_shake(Stage *stage, StrView what);
void stage_phone(Stage *stage, StrView app, StrView contact); /* app "off" closes */
/* A line of the level that the phone shows. What it is, its tags say. */
typedef struct PhoneLine {
    StrView id, from, text; /* `from` may be empty */
    const StrView *tags;    /* without '#' */
    size_t tag_count;
} PhoneLine;
/* Adds it to the app that is open; all is copied. One whose words and sender are those of an
 * item that stands there changes that one: a switch flips, a number counts up. */
void stage_phone_line(Stage *stage, const PhoneLine *line);
bool stage_phone_is_open(const Stage *stage);
bool stage_has_actor(const Stage *stage, StrView actor);
/* Where an actor's feet stand, or will when the walk is over: 0..1 of the canvas' width, the
 * same in every language; -1 when there is none. */
float stage_actor_share(const Stage *stage, StrView actor);
/* True for somebody who holds something up, such as a picture board, at the left of where they stand. */
bool stage_actor_is_holding(const Stage *stage, StrView actor);

/* Where a face is seen when all walks and the camera have come to rest, on the canvas; the same in every language. False when
 * nobody of that name is there. */
bool stage_head(const Stage *stage, StrView actor, Rect *head);
/* Those of everybody; up to `max` are written. Returns how many. */
size_t stage_heads(const Stage *stage, Rect *heads, size_t max);
/* Where the phone is; false when it is closed. */
bool stage_phone_body(const Stage *stage, const UiFrame *frame, Rect *body);

/* Moves on to `now_ms`. */
void stage_update(Stage *stage, uint64_t now_ms);
/* When it next changes by itself: milliseconds from now (0 = the next frame), -1 never. */
int stage_deadline_ms(const Stage *stage);
/* A place alone, covering the canvas; `shift` moves it sideways, units. A place without a
 * picture is a plain colour. */
void stage_draw_place(UiFrame *frame, StrView place, StrView light, float shift);

/* Adds place, actors and phone; `quiet_h`: units at the bottom that the speech box covers. */
void stage_draw(const Stage *stage, UiFrame *frame, float quiet_h);
/* The same, with items of the phone that can be marked. */
typedef struct PhonePick {
    StrView id;      /* of the item's line */
    uint32_t widget; /* its id; 0: it cannot be pressed now */
    bool is_marked, is_right, is_wrong;
    bool leads;      /* SPEAK_LEADS */
    StrView value, description; /* said */
} PhonePick;
typedef struct PhonePicks {
    const PhonePick *list; /* borrowed */
    size_t count;
    size_t first;          /* block of items that is uppermost; too far shows the last page */
    size_t last;           /* written: what `first` is there */
    Rect body;             /* written: where the phone is, as on a left-to-right screen */
    Rect view;             /* written: where its items are */
    bool has_more_above, has_more_below; /* written */
} PhonePicks;
void stage_draw_picks(const Stage *stage, UiFrame *frame, float quiet_h, PhonePicks *picks);
/* The place as it is now without anybody: for what is played before it. */
void stage_draw_empty(const Stage *stage, UiFrame *frame);
/* Who is there, in the order in which they came; up to `max` are written, with views that live until the stage is told
 * something else. Returns how many. */
typedef struct StageFace {
    StrView actor, expression;
} StageFace;
size_t stage_faces(const Stage *stage, StageFace *faces, size_t max);
/* Confetti, drawn over everything else. */
void stage_draw_over(const Stage *stage, UiFrame *frame);

/* One actor by itself, for title, map, album, debrief: feet at (x, y), `scale` 1 = as on stage. */
void stage_draw_actor(const StageArt *art, UiFrame *frame, StrView actor, StrView expression, float x, float y,
                      float scale, uint64_t now_ms);

#endif
