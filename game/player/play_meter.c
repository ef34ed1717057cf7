#include "play_internal.h"

#include "sango/ui/tween.h"
#include "sango/player/widgets.h"

#include <math.h>

/* The stars at the top: one for each good decision. A new one flies there from where the card said
 * why the answer was good, and the meter gives way a little. */
enum { FLIGHT_MS = 900, BOUNCE_MS = 420, STARS_MAX = 6, TRAIL = 5 };
static const float METER_X = 40, METER_Y = 30, STAR_X = 72, STAR_Y = 43, STAR_SIZE = 64, STAR_STEP = 67.84f, FLIGHT_SIZE = 200;

static unsigned star_total(const PlayScene *play)
{
    return play->decision_total < STARS_MAX ? (unsigned)play->decision_total : STARS_MAX;
}

static unsigned good_decisions(const PlayScene *play)
{
    unsigned good = 0;
    for (size_t i = 0; i < level_session_decision_count(play->session); i++) {
        SessionDecision decision = level_session_decision(play->session, i);
        good += score_try_points(&decision.score.last) >= 2;
    }
    return good < star_total(play) ? good : star_total(play);
}

void play_meter_settle(PlayScene *play)
{
    unsigned good = good_decisions(play);
    play->meter = (PlayMeter){ .shown = good, .told = good };
}

void play_meter_update(PlayScene *play, App *app)
{
    PlayMeter *meter = &play->meter;
    unsigned good = good_decisions(play);
    meter->told = play->mode == PLAY_MODE_REASON ? good : meter->told;
    if (good < meter->shown || (meter->told > meter->shown && app->settings.reduced_motion)) {
        play_meter_settle(play);
    } else if (meter->flown_ms && app->now_ms >= meter->flown_ms + FLIGHT_MS) {
        meter->shown++;
        meter->flown_ms = 0;
        meter->landed_ms = app->now_ms;
        app_sound(app, SV("star"));
    } else if (meter->told > meter->shown && !meter->flown_ms && play->mode != PLAY_MODE_REASON) {
        meter->flown_ms = app->now_ms;
    }
}

int play_meter_deadline_ms(const PlayScene *play, uint64_t now_ms)
{
    const PlayMeter *meter = &play->meter;
    return meter->flown_ms || (meter->landed_ms && now_ms < meter->landed_ms + BOUNCE_MS) ? 0 : -1;
}

/* Where the n-th star stands: its middle. They fill up from the side where reading begins. */
static float star_x(const UiFrame *frame, unsigned n, unsigned total)
{
    float width = STAR_STEP * (float)total;
    float left = ui_mirror_x(frame, STAR_X, width);
    return left + STAR_STEP * (float)(frame->mirrored ? total - 1 - n : n) + STAR_SIZE / 2;
}

void play_draw_meter(const PlayScene *play, UiFrame *frame)
{
    unsigned total = star_total(play);
    unsigned shown = play->meter.shown;
    if (!total) {
        return;
    }
    float bounce = play->meter.landed_ms ? tween_swing(tween_share(frame->now_ms, play->meter.landed_ms, BOUNCE_MS), 1) : 0;
    TextValue values[] = { { SV("got"), frame_number(frame, shown) }, { SV("of"), frame_number(frame, total) } };
    float width = (float)total * 68 + 60;
    draw_nine(frame->draw, SV("ui/meter"), (Rect){ ui_mirror_x(frame, METER_X, width), METER_Y + 9 * bounce, width, 92 }, 0xFFFFFFFFu);
    ui_stars(frame, STAR_X, STAR_Y + 9 * bounce, STAR_SIZE, shown, total,
             frame_format(frame, TR(frame->catalogue, "play.stars", "{got} of {of} stars"), values, 2));
    if (bounce != 0 && shown > 0) {
        float size = STAR_SIZE * (1 + 0.45f * fabsf(bounce));
        float x = star_x(frame, shown - 1, total);
        draw_nine(frame->draw, SV("ui/star_on"), (Rect){ x - size / 2, STAR_Y + 9 * bounce + (STAR_SIZE - size) / 2, size, size }, 0xFFFFFFFFu);
    }
}

/* A point of the arc, t 0..1: from the card up and over to the meter. */
static void arc_at(const PlayScene *play, const UiFrame *frame, float t, float *x, float *y)
{
    float from_x = ui_mirror_x(frame, frame->width * 0.22f, 0);
    float from_y = frame->height * 0.42f;
    float to_x = star_x(frame, play->meter.shown, star_total(play));
    float to_y = STAR_Y + STAR_SIZE / 2;
    float over_x = from_x + (from_x - to_x) * 0.55f; /* swings out first */
    float over_y = from_y * 0.05f;
    float left = 1 - t;
    *x = left * left * from_x + 2 * left * t * over_x + t * t * to_x;
    *y = left * left * from_y + 2 * left * t * over_y + t * t * to_y;
}

void play_draw_star(const PlayScene *play, UiFrame *frame)
{
    float x;
    float y;
    if (!play->meter.flown_ms || play->mode == PLAY_MODE_REASON) {
        return;
    }
    float share = tween_share(frame->now_ms, play->meter.flown_ms, FLIGHT_MS);
    for (int i = TRAIL; i > 0; i--) {
        float behind = share - 0.035f * (float)i;
        if (behind > 0.02f) {
            arc_at(play, frame, ease_in_out(behind), &x, &y);
            float scale = 0.9f - 0.14f * (float)i;
            DrawPose pose = { x - 50, y - 50, scale, scale, 50, 50, 40.0f * (float)i };
            draw_sprite_live(frame->draw, SV("fx/spark"), pose, rgba_with_alpha(0xFFFFFFFFu, 0.9f - 0.15f * (float)i));
        }
    }
    arc_at(play, frame, ease_in_out(share), &x, &y);
    float grown = ease_out_back(share * 3); /* out of the card */
    float size = roundf((STAR_SIZE + (FLIGHT_SIZE - STAR_SIZE) * (1 - ease_in_out(share))) * grown / 4) * 4;
    draw_nine(frame->draw, SV("ui/star_on"), (Rect){ x - size / 2, y - size / 2, size, size }, 0xFFFFFFFFu);
}
