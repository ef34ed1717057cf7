#ifndef TESTS_STAGE_SUPPORT_H
#define TESTS_STAGE_SUPPORT_H

/* A stage with three actors, and a frame to draw it into. */
#include "sango/stage/stage.h"
#include "test.h"

#include <string.h>

static const char three_actors[] =
    "actor name=kofi w=600 h=800 baseline=800 head=300,410 hip=300,800 pill=sun layers=body,head,eyes,mouth headlayers=head,eyes,mouth looks=eyes "
    "expressions=happy,sad,surprised\n"
    "actor name=sango w=600 h=700 baseline=680 head=300,360 hip=300,400 pill=teal layers=shadow,body,eyes,mouth,band,wifi headlayers=wifi "
    "expressions=happy,cover,timer slides=cover/band:10,50 moments=own\n"
    "actor name=luz w=600 h=800 baseline=800 head=300,410 hip=300,800 pill=leaf layers=chair,body,head,eyes,mouth headlayers=head,eyes,mouth gait=wheels "
    "expressions=happy\n";

/* Every letter is half an em wide. */
static float half_em(void *user, const TextRun *run)
{
    (void)user;
    return (float)run->text.len * run->size / 2;
}

static bool has_every_glyph(void *user, uint8_t font, uint32_t codepoint)
{
    (void)user;
    (void)codepoint;
    return font == 0;
}

static void plain_metrics(void *user, uint8_t font, float size, float *ascent, float *descent, float *line_skip)
{
    (void)user;
    (void)font;
    *ascent = size * 0.8f;
    *descent = size * 0.2f;
    *line_skip = size * 1.2f;
}

typedef struct Scenery {
    StageArt *art;
    Stage *stage;
    Arena arena;
    DrawList draw;
    SpeakList speak;
    Ui ui;
    Catalogue catalogue;
    TextMeasure measure;
    UiFrame frame;
    float width, height; /* 0: 1920 x 1080 */
} Scenery;

static inline void scenery_open(Scenery *scenery)
{
    static const uint8_t chain[] = { 0 };
    *scenery = (Scenery){ 0 };
    DiagSink diags = { 0 };
    EXPECT_EQ(stage_art_parse(alloc_heap(), strview_from_cstr(three_actors), &diags, &scenery->art), STATUS_OK);
    EXPECT_EQ(diags.warnings, 0);
    EXPECT_EQ(stage_create(alloc_heap(), scenery->art, &scenery->stage), STATUS_OK);
    arena_init(&scenery->arena, alloc_heap(), 64 * 1024);
    catalogue_init(&scenery->catalogue, alloc_heap(), SV("en"));
    scenery->measure = (TextMeasure){ .width = half_em,
                                      .has_glyph = has_every_glyph,
                                      .metrics = plain_metrics,
                                      .chain = { chain, chain, chain },
                                      .chain_count = { 1, 1, 1 } };
    stage_update(scenery->stage, 1000);
}

static inline void scenery_close(Scenery *scenery)
{
    stage_destroy(scenery->stage);
    stage_art_destroy(scenery->art);
    catalogue_release(&scenery->catalogue);
    arena_release(&scenery->arena);
}

/* A line for the phone; its tags with a blank between, without '#'. */
static inline void send_line(Stage *stage, const char *from, const char *text, const char *tags)
{
    StrView words[8], rest = strview_from_cstr(tags);
    size_t count = 0;
    while (count < 8 && strview_take(&rest, ' ', &words[count])) {
        count++;
    }
    stage_phone_line(stage, &(PhoneLine){ .id = strview_from_cstr(text),
                                          .from = strview_from_cstr(from),
                                          .text = strview_from_cstr(text),
                                          .tags = words,
                                          .tag_count = count });
}

/* Draws the stage as it is at `now_ms`, on a canvas of 1920 x 1080 or what scenery->width says. */
static inline void scenery_draw(Scenery *scenery, uint64_t now_ms, bool mirrored, float quiet_h)
{
    float width = scenery->width > 0 ? scenery->width : 1920;
    float height = scenery->width > 0 ? scenery->height : 1080;
    stage_update(scenery->stage, now_ms);
    stage_fit(scenery->stage, width, height);
    arena_reset(&scenery->arena);
    draw_list_begin(&scenery->draw, &scenery->arena, width, height);
    scenery->frame = (UiFrame){ .ui = &scenery->ui,
                                .draw = &scenery->draw,
                                .speak = &scenery->speak,
                                .arena = &scenery->arena,
                                .measure = &scenery->measure,
                                .catalogue = &scenery->catalogue,
                                .theme = theme_day(),
                                .text_scale = 1,
                                .mirrored = mirrored,
                                .now_ms = now_ms,
                                .width = width,
                                .height = height };
    ui_begin(&scenery->frame, SV("test"), 0);
    stage_draw(scenery->stage, &scenery->frame, quiet_h);
    ui_end(&scenery->frame);
}

/* The `nth` command with that name, counted from 0; NULL when there is none. */
static inline const DrawCmd *find_cmd(const Scenery *scenery, StrView name, size_t nth)
{
    for (size_t i = 0; i < scenery->draw.count; i++) {
        if (strview_equal(scenery->draw.cmds[i].name, name) && nth-- == 0) {
            return &scenery->draw.cmds[i];
        }
    }
    return NULL;
}

/* Where a point of the command's canvas is seen; not for turned ones. */
static inline void seen_at(const DrawCmd *cmd, float *x, float *y)
{
    const DrawPose *pose = &cmd->pose;
    *x = pose->x + pose->pivot_x + (*x - pose->pivot_x) * pose->scale_x;
    *y = pose->y + pose->pivot_y + (*y - pose->pivot_y) * pose->scale_y;
}

static inline bool says(const Scenery *scenery, StrView label)
{
    for (size_t i = 0; i < scenery->speak.count; i++) {
        if (strview_equal(scenery->speak.items[i].label, label)) {
            return true;
        }
    }
    return false;
}

#endif
