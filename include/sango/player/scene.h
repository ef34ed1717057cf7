#ifndef SANGO_PLAYER_SCENE_H
#define SANGO_PLAYER_SCENE_H

#include "sango/ui/ui.h"

/* One screen of the game: a const table of functions and its own struct, on a stack.
 * Only the top one gets input; every one from the topmost opaque one upward is drawn. */
typedef struct App App;
typedef struct Scene Scene;

typedef struct SceneOps {
    const char *name;
    bool opaque;                               /* hides what is below it */
    void (*enter)(Scene *scene, App *app);     /* became the top, also after one above it left; may be NULL */
    void (*destroy)(Scene *scene, App *app);   /* off the stack for good: frees itself */
    /* Before the widgets see it; true = taken. May be NULL. */
    bool (*input)(Scene *scene, App *app, const InputEvent *event);
    void (*activate)(Scene *scene, App *app, uint32_t id); /* a widget was chosen */
    void (*back)(Scene *scene, App *app);                  /* Escape and its like */
    void (*update)(Scene *scene, App *app, uint64_t now_ms); /* may be NULL */
    void (*draw)(Scene *scene, App *app, UiFrame *frame);
    void (*shown)(Scene *scene, App *app); /* right after its picture was shown; may be NULL */
    /* Milliseconds until it moves by itself; -1 or NULL: nothing moves. */
    int (*deadline_ms)(const Scene *scene, const App *app);
} SceneOps;

/* The first member of every scene's own struct. */
struct Scene {
    const SceneOps *ops;
};

enum { SCENE_STACK_MAX = 12 };

typedef struct SceneStack {
    Scene *scenes[SCENE_STACK_MAX];
    uint32_t count;
    Scene *pending; /* asked for during a callback, done by scene_stack_settle() */
    uint32_t pending_pops;
    bool changed; /* the top is another one than at the last settle */
} SceneStack;

/* Ask for a change. It happens in scene_stack_settle(), never inside a callback. The
 * stack owns `scene`; NULL (it could not be made) is ignored. One push a callback. */
void scene_stack_push(SceneStack *stack, Scene *scene);
void scene_stack_pop(SceneStack *stack, uint32_t how_many);
void scene_stack_replace(SceneStack *stack, Scene *scene); /* pop one, then push */

/* Makes the changes asked for. STATUS_LIMIT when the stack is full: the new scene is
 * then destroyed and the old one stays. */
Status scene_stack_settle(SceneStack *stack, App *app);
void scene_stack_clear(SceneStack *stack, App *app);

Scene *scene_stack_top(const SceneStack *stack); /* NULL when empty */

#endif
