#include "lesson_internal.h"

#include "badges_internal.h"
#include "sango/player/widgets.h"

/* The page at the end of a lesson: the powers of the class, and papers to take along. */

static void sum_powers(const Lesson *lesson, unsigned points[POWER_COUNT], unsigned maximum[POWER_COUNT])
{
    for (size_t s = 0; s < lesson->story_count; s++) {
        for (unsigned i = 0; i < POWER_COUNT; i++) {
            points[i] += lesson->stories[s]->points[i];
            maximum[i] += lesson->stories[s]->maximum[i];
        }
    }
}

/* Chips from `y` on; gives the units used. */
static float draw_powers(const unsigned points[POWER_COUNT], const unsigned maximum[POWER_COUNT], UiFrame *frame, float y)
{
    unsigned count = 0, at = 0;
    for (unsigned i = 0; i < POWER_COUNT; i++) {
        count += maximum[i] != 0;
    }
    const float height = 130, gap = 20;
    unsigned columns = screen_is_tall(frame) ? 1 : count > 4 ? 3 : count > 2 ? 2 : 1;
    float width = screen_fit(frame, columns == 1 ? 1000 : 1780) / (float)columns - gap;
    float left = (frame->width - (width + gap) * (float)columns + gap) / 2;
    for (unsigned i = 0; i < POWER_COUNT; i++) {
        if (!maximum[i]) {
            continue;
        }
        unsigned stars = (points[i] * 3 + maximum[i] / 2) / maximum[i];
        Rect chip = { left + (width + gap) * (float)(at % columns), y + (height + gap) * (float)(at / columns), width, height };
        const float star = 56, medal = 116;
        TextValue values[] = { { SV("power"), power_title(frame->catalogue, (Power)i) }, { SV("got"), frame_number(frame, stars) } };
        ui_bar(frame, chip, height / 2);
        draw_nine(frame->draw, badge_picture(frame, power_name((Power)i), score_rank(points[i], maximum[i])),
                  (Rect){ ui_mirror_x(frame, chip.x + 18, medal), chip.y + 2, medal, medal * 1.095f }, 0xFFFFFFFFu);
        ui_text(frame, &(UiText){ .rect = { chip.x + medal + 34, chip.y, width - medal - star * 3.2f - 80, height },
                                  .text = values[0].value,
                                  .face = TEXT_FACE_BOLD,
                                  .size = frame->theme->text_label,
                                  .color = frame->theme->on_bar,
                                  .role = SPEAK_TEXT,
                                  .silent = true,
                                  .middle = true,
                                  .max_lines = 1,
                                  .fit_min = 0.3f });
        ui_stars(frame, chip.x + width - star * 3.2f - 34, chip.y + (height - star) / 2, star, stars, 3,
                 frame_format(frame, TR(frame->catalogue, "debrief.power", "{power}: {got} of 3"), values, 2));
        at++;
    }
    return (float)((at + columns - 1) / columns) * (height + gap);
}

static void draw_end_buttons(UiFrame *frame, float y)
{
    const Catalogue *texts = frame->catalogue;
    const struct {
        uint32_t id;
        StrView label;
    } buttons[] = { { LESSON_END_REPORT, TR(texts, "lesson.report", "Report") },
                    { LESSON_END_HOME, TR(texts, "lesson.home", "Sheet for home") },
                    { LESSON_END_CERTIFICATE, TR(texts, "lesson.certificate", "Certificate") },
                    { LESSON_END_ANOTHER, TR(texts, "lesson.another", "One more story") } };
    const size_t count = sizeof buttons / sizeof buttons[0];
    bool is_tall = screen_is_tall(frame);
    float columns = is_tall ? 1 : (float)count;
    float step = screen_fit(frame, 1840) / columns;
    float left = (frame->width - step * columns) / 2;
    for (size_t i = 0; i < count; i++) {
        float x = left + step * (is_tall ? 0.5f : (float)i + 0.5f);
        screen_button(frame, buttons[i].id, x, y + (is_tall ? 134.0f * (float)i : 0.0f), step - 20, buttons[i].label, UI_BUTTON_PLAIN);
    }
}

void lesson_end_draw(const LessonRun *run, StrView message, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    unsigned points[POWER_COUNT] = { 0 }, maximum[POWER_COUNT] = { 0 };
    bool is_tall = screen_is_tall(frame);
    ui_begin(frame, TR(texts, "lesson.end", "Well done, everyone!"), LESSON_END_DONE);
    screen_heading(frame, TR(texts, "lesson.end", "Well done, everyone!"), false);
    sum_powers(&run->lesson, points, maximum);
    float y = 200 + draw_powers(points, maximum, frame, 200);
    float buttons = frame->height - 150 - (is_tall ? 4 * 134 : 146);
    StrView text = message.len ? message : TR(texts, "lesson.end_text", "You thought about it together. These are the powers of your class.");
    float room = buttons - y - 30;
    ui_panel(frame, (Rect){ 60, y + 6, frame->width - 120, room });
    ui_text(frame, &(UiText){ .rect = { 110, y + 26, frame->width - 220, room - 50 },
                              .text = text,
                              .face = TEXT_FACE_BOLD,
                              .size = 46,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_TEXT,
                              .middle = true,
                              .line_spacing = 1.0f,
                              .fit_min = 0.3f });
    draw_end_buttons(frame, buttons);
    screen_button(frame, LESSON_END_DONE, frame->width / 2, frame->height - 144, 620, TR(texts, "lesson.done", "Done"), UI_BUTTON_PRIMARY);
}
