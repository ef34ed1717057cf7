#include "stage_internal.h"

#include <math.h>

/* What of the stage is seen. The camera goes near somebody, but never so that a face leaves the
 * picture or goes behind the speech box: it stays farther away instead. */
enum { CAMERA_MS = 1000, FOLLOW_MS = 700, FACE_RIM = 12 };
static const float USUAL_ZOOM = 1.22f, ZOOM_STEP = 0.02f;
static const float FACE_WIDE = 120, FACE_TALL = 190; /* half of a face, units; its hair may be cut at the sides */
static const float TOP_FREE = 90;                    /* meter and buttons stand there */
static const float BOX_TOP = 0.72f, BOX_TALL = 340;  /* the speech box begins here, of the canvas, or lower on a tall one */
static const float EYE_LEVEL = 0.42f;                /* where the face of whom it goes near comes */

typedef struct Face {
    float x, y; /* its middle on the canvas, wide */
} Face;

/* From low to high; none when low is the larger. */
typedef struct Span {
    float low, high;
} Span;

static Face face_of(const Stage *stage, const StageActor *actor)
{
    const ArtActor *art = actor->art;
    float up = actor_is_all_head(art) ? 50 : 140; /* the middle is above the neck */
    float feet = stage->height - STAGE_H + stage_feet(art);
    return (Face){ actor->x * stage->width / STAGE_W, feet - art->baseline + art->head_y - up };
}

static Face target_of(const Stage *stage)
{
    StrView name = name_view(&stage->camera.target);
    const StageActor *actor = stage_get(stage, name);
    Spot spot = SPOT_CENTRE;
    if (actor) {
        return face_of(stage, actor);
    }
    (void)spot_find(name, &spot);
    return (Face){ stage_spot_x(stage, spot) * stage->width / STAGE_W, stage->height - STAGE_H + 560 };
}

static void narrow(Span *span, float low, float high)
{
    span->low = fmaxf(span->low, low);
    span->high = fminf(span->high, high);
}

static float within(float value, const Span *span)
{
    return fminf(fmaxf(value, span->low), span->high);
}

/* One direction: where the middle of the canvas is, what is wanted and where it should be seen, half of
 * a face, and between what faces stay. */
typedef struct Axis {
    float middle, wanted, at, size, first, last;
    bool is_across;
} Axis;

/* A face stays where it is seen, or at least where it is seen when the camera is wide. */
static void keep_face(Span *span, const Axis *axis, float place, float near)
{
    float first = fminf(axis->first, place - axis->size);
    float last = fmaxf(axis->last, place + axis->size);
    float seen = axis->middle + (place - axis->middle) * near;
    narrow(span, (first + axis->size * near - seen) / DEPTH_ACTORS, (last - axis->size * near - seen) / DEPTH_ACTORS);
}

/* *move: how far the view goes so that `wanted` is seen at `at`, as far as place and faces allow, and
 * never farther out than it stands. False when no move does. */
static bool solve(const Stage *stage, float zoom, const Axis *axis, float *move)
{
    float near = 1 + (zoom - 1) * DEPTH_ACTORS;
    float aside = axis->wanted - axis->middle;
    Span span = { -(zoom - 1) * axis->middle, (zoom - 1) * axis->middle }; /* no edge of the place shows */
    if (axis->is_across) {
        narrow(&span, (-fabsf(aside) - aside * near) / DEPTH_ACTORS, (fabsf(aside) - aside * near) / DEPTH_ACTORS);
    }
    for (size_t i = 0; i < stage->actor_count; i++) {
        if (!stage->actors[i].is_leaving) {
            Face face = face_of(stage, &stage->actors[i]);
            keep_face(&span, axis, axis->is_across ? face.x : face.y, near);
        }
    }
    *move = within((axis->at - axis->middle - aside * near) / DEPTH_ACTORS, &span);
    return span.low <= span.high;
}

/* The nearest view of the target, at most as near as it was asked for. */
static View find_goal(const Stage *stage)
{
    View wide = { 1, 0, 0 };
    if (stage->camera.target.len == 0 || stage->phone_is_open || stage->has_question) {
        return wide;
    }
    Face target = target_of(stage);
    float bottom = fmaxf(stage->height * BOX_TOP, stage->height - BOX_TALL);
    Axis across = { stage->width / 2, target.x, stage->width / 2, FACE_WIDE, FACE_RIM, stage->width - FACE_RIM, true };
    Axis down = { stage->height / 2, target.y, fmaxf(stage->height * EYE_LEVEL, bottom - 600), FACE_TALL, TOP_FREE, bottom, false };
    for (float zoom = stage->camera.zoom; zoom > 1.01f; zoom -= ZOOM_STEP) {
        View view = { zoom, 0, 0 };
        if (solve(stage, zoom, &across, &view.x) && solve(stage, zoom, &down, &view.y)) {
            return view;
        }
    }
    return wide;
}

View camera_view(const Stage *stage)
{
    const Camera *camera = &stage->camera;
    float share = ease_in_out(tween_share(stage->now_ms, camera->moved_ms, camera->length_ms));
    if (share >= 1) {
        return camera->to;
    }
    return (View){ camera->from.zoom + (camera->to.zoom - camera->from.zoom) * share,
                   camera->from.x + (camera->to.x - camera->from.x) * share, camera->from.y + (camera->to.y - camera->from.y) * share };
}

bool camera_is_moving(const Stage *stage)
{
    return stage->now_ms < stage->camera.moved_ms + stage->camera.length_ms;
}

bool view_is_wide(const View *view)
{
    return view->zoom <= 1.0005f && fabsf(view->x) < 0.5f && fabsf(view->y) < 0.5f;
}

static void go(Stage *stage, uint32_t length_ms)
{
    View goal = find_goal(stage);
    Camera *camera = &stage->camera;
    if (goal.zoom == camera->to.zoom && goal.x == camera->to.x && goal.y == camera->to.y) {
        return;
    }
    uint64_t start = change_shows_ms(stage);
    camera->from = camera_view(stage);
    camera->to = goal;
    camera->moved_ms = start;
    camera->length_ms = stage_is_still(stage) ? 0 : length_ms;
    stage_wake(stage);
}

void camera_follow(Stage *stage)
{
    go(stage, FOLLOW_MS);
}

void camera_reset(Stage *stage)
{
    stage->camera = (Camera){ .from = { 1, 0, 0 }, .to = { 1, 0, 0 } };
}

void stage_camera(Stage *stage, StrView target, float zoom, float seconds)
{
    bool is_wide = strview_equal(target, SV("wide"));
    stage->camera.target = name_of(is_wide ? SV("") : target);
    stage->camera.zoom = zoom > 0 ? zoom : USUAL_ZOOM;
    go(stage, seconds < 0 ? CAMERA_MS : (uint32_t)(seconds * 1000));
}

void stage_fit(Stage *stage, float width, float height)
{
    if (width > 0 && height > 0 && (stage->width != width || stage->height != height)) {
        stage->width = width;
        stage->height = height;
        stage->camera.to = stage->camera.from = find_goal(stage);
        stage->camera.length_ms = 0;
        stage_arrange(stage); /* an upright one has its phone elsewhere */
    }
}

DrawPose view_pose(const UiFrame *frame, const View *view, float depth, DrawPose pose)
{
    float near = 1 + (view->zoom - 1) * depth;
    float x = pose.x + pose.pivot_x - frame->width / 2;
    float y = pose.y + pose.pivot_y - frame->height / 2;
    pose.x = frame->width / 2 + x * near + view->x * depth - pose.pivot_x;
    pose.y = frame->height / 2 + y * near + view->y * depth - pose.pivot_y;
    pose.scale_x *= near;
    pose.scale_y *= near;
    return pose;
}
