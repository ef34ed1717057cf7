/* Any bytes as actors.txt: each line is an actor or a report with its place, and whoever is read can be drawn. */
#include "stage/support.h"

#include <math.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_place(void *user, const Diag *diag)
{
    (void)user;
    if (diag->pos.line == 0 || diag->pos.column == 0) {
        abort();
    }
}

static void check_list(const DrawList *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const DrawPose *pose = &list->cmds[i].pose;
        if (!isfinite(pose->x) || !isfinite(pose->y) || !isfinite(pose->scale_x) || !isfinite(pose->scale_y) || !isfinite(pose->turn_deg)) {
            abort();
        }
    }
}

static void play(Scenery *scenery, StrView name, StrView face)
{
    Stage *stage = scenery->stage;
    stage_place(stage, SV("park"), SV("day"), SV("iris"));
    stage_enter(stage, name, SV("left"), SV("happy"), SV("left"));
    stage_enter(stage, SV("kofi"), SV("right"), SV("sad"), SV(""));
    scenery_draw(scenery, 1100, false, 0);
    check_list(&scenery->draw);
    stage_pose(stage, name, face);
    stage_act(stage, name, SV("joy"));
    stage_camera(stage, name, 2, 1);
    stage_speaker(stage, name, SV("Hello there"), 0);
    for (uint64_t now_ms = 1700; now_ms < 4000; now_ms += 370) {
        scenery_draw(scenery, now_ms, false, 0);
        check_list(&scenery->draw);
    }
    stage_leave(stage, name);
    scenery_draw(scenery, 4200, true, 0);
    check_list(&scenery->draw);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Scenery scenery;
    DiagSink sink = { .report = check_place };
    StrView text = { (const char *)data, size };
    StrView line = SV(""), key, name = SV("kofi"), face = SV("happy");
    scenery_open(&scenery);
    stage_destroy(scenery.stage);
    stage_art_destroy(scenery.art);
    if (stage_art_parse(alloc_heap(), text, &sink, &scenery.art) != STATUS_OK ||
        stage_create(alloc_heap(), scenery.art, &scenery.stage) != STATUS_OK) {
        abort();
    }
    (void)strview_take(&text, '\n', &line);
    while (strview_take(&line, ' ', &key)) {
        name = strview_starts_with(key, SV("name=")) ? strview_slice(key, 5, key.len) : name;
        face = strview_starts_with(key, SV("expressions=")) ? strview_slice(key, 12, key.len) : face;
    }
    StrView last = face;
    while (strview_take(&face, ',', &last)) {
    }
    play(&scenery, name, last);
    scenery_close(&scenery);
    return 0;
}
