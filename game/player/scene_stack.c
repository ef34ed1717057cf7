#include "sango/player/scene.h"

#include <assert.h>
#include <stddef.h>

void scene_stack_push(SceneStack *stack, Scene *scene)
{
    assert(!stack->pending && "one push a callback");
    stack->pending = scene;
}

void scene_stack_pop(SceneStack *stack, uint32_t how_many)
{
    stack->pending_pops += how_many;
}

void scene_stack_replace(SceneStack *stack, Scene *scene)
{
    if (scene) {
        scene_stack_pop(stack, 1);
        scene_stack_push(stack, scene);
    }
}

Scene *scene_stack_top(const SceneStack *stack)
{
    return stack->count ? stack->scenes[stack->count - 1] : NULL;
}

static void pop_one(SceneStack *stack, App *app)
{
    Scene *gone = stack->scenes[--stack->count];
    gone->ops->destroy(gone, app);
}

Status scene_stack_settle(SceneStack *stack, App *app)
{
    Status status = STATUS_OK;
    /* Entering may ask for the next change, so it goes on until nothing is asked. */
    while (stack->pending_pops > 0 || stack->pending) {
        uint32_t pops = stack->pending_pops;
        Scene *next = stack->pending;
        stack->pending_pops = 0;
        stack->pending = NULL;
        stack->changed = true;
        for (; pops > 0 && stack->count > 0; pops--) {
            pop_one(stack, app);
        }
        if (next && stack->count == SCENE_STACK_MAX) {
            next->ops->destroy(next, app);
            status = STATUS_LIMIT;
        } else if (next) {
            stack->scenes[stack->count++] = next;
        }
        Scene *top = scene_stack_top(stack);
        if (top && top->ops->enter) {
            top->ops->enter(top, app);
        }
    }
    return status;
}

void scene_stack_clear(SceneStack *stack, App *app)
{
    if (stack->pending) {
        stack->pending->ops->destroy(stack->pending, app);
        stack->pending = NULL;
    }
    stack->pending_pops = 0;
    while (stack->count > 0) {
        pop_one(stack, app);
    }
}
