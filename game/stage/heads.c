#include "stage_internal.h"

/* Where faces are, for what must not hide them. */
static const float HEAD_ASIDE = 172, HEAD_ABOVE = 225, HEAD_BELOW = 165; /* of the middle of a face, units: hair and chin */
static const float OWN_ASIDE = 185, OWN_ABOVE = 225, OWN_BELOW = 215;    /* of a figure that is all head, and its antenna */

/* As view_pose() moves a point. */
static float seen_at(float place, float middle, float zoom, float move)
{
    return middle + (place - middle) * (1 + (zoom - 1) * DEPTH_ACTORS) + move * DEPTH_ACTORS;
}

static Rect head_of(const Stage *stage, const StageActor *actor)
{
    const View *view = &stage->camera.to;
    const ArtActor *art = actor->art;
    bool is_own = actor_is_all_head(art);
    float near = 1 + (view->zoom - 1) * DEPTH_ACTORS;
    float aside = (is_own ? OWN_ASIDE : HEAD_ASIDE) * near, above = (is_own ? OWN_ABOVE : HEAD_ABOVE) * near;
    float below = (is_own ? OWN_BELOW : HEAD_BELOW) * near;
    float middle_y = stage->height - STAGE_H + stage_feet(art) - art->baseline + art->head_y - (is_own ? 50 : 140);
    float x = seen_at(stage_actor_share(stage, art->name) * stage->width, stage->width / 2, view->zoom, view->x);
    float y = seen_at(middle_y, stage->height / 2, view->zoom, view->y);
    return (Rect){ x - aside, y - above, 2 * aside, above + below };
}

bool stage_head(const Stage *stage, StrView actor, Rect *head)
{
    const StageActor *found = stage_get(stage, actor);
    if (found) {
        *head = head_of(stage, found);
    }
    return found != NULL;
}

size_t stage_heads(const Stage *stage, Rect *heads, size_t max)
{
    size_t count = 0;
    for (size_t i = 0; i < stage->actor_count && count < max; i++) {
        if (!stage->actors[i].is_leaving) {
            heads[count++] = head_of(stage, &stage->actors[i]);
        }
    }
    return count;
}
