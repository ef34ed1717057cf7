#include "ui_internal.h"

/* How each widget looks and what it says. */
enum { BIG_STAR = 84 }; /* units from which on the larger drawing is shown */
enum { PRESSED_SHIFT = 6, CARD_SIDE = 28, DISC = 88, ICON = 84 };

static Rgba tint_of(const UiFrame *frame, uint32_t id, bool disabled, float appear)
{
    Rgba tint = disabled ? frame->theme->disabled : frame->ui->hovered == id ? 0xFFFFFFFFu : 0xFAFAFAFFu;
    return rgba_with_alpha(tint, appear);
}

static void draw_label(UiFrame *frame, const UiButton *button, Rect box, TextAlign align, Rgba color, float size)
{
    ui_write(frame,
             &(UiText){ .text = button->label,
                        .face = TEXT_FACE_BOLD,
                        .size = size,
                        .color = color,
                        .align = align,
                        .line_spacing = 0.95f,
                        .middle = true,
                        .fit_min = frame->text_scale > 1.4f ? 0.3f : 0.4f }, /* of letters that are large: two lines of long words fit, too */
             box);
}

static void draw_wide(UiFrame *frame, const UiButton *button, Rect box, Rgba tint, float appear)
{
    bool is_quiet = button->style == UI_BUTTON_QUIET;
    StrView art = is_quiet ? SV("ui/choice") : button->style == UI_BUTTON_PRIMARY ? SV("ui/button_go") : SV("ui/button");
    const Theme *theme = frame->theme;
    Rgba word = is_quiet ? theme->ink : button->style == UI_BUTTON_PRIMARY ? theme->on_go : theme->on_button;
    Rgba color = rgba_with_alpha(word, button->disabled ? 0.95f : appear);
    draw_nine(frame->draw, art, box, tint);
    Rect words = { box.x + 36, box.y + 10, box.w - 72, box.h - 26 };
    if (button->icon.len) {
        float side = box.h - 40;
        float x = frame->mirrored ? box.x + box.w - side - 24 : box.x + 24;
        draw_nine(frame->draw, button->icon, (Rect){ x, box.y + 16, side, side }, tint);
        words.w -= side + 12;
        words.x += frame->mirrored ? 0 : side + 12;
    }
    if (button->checked) { /* not by its colour alone */
        float side = box.h * 0.42f;
        float x = frame->mirrored ? box.x + 28 : box.x + box.w - side - 28;
        draw_nine(frame->draw, SV("ui/tick"), (Rect){ x, box.y + (box.h - 14 - side) / 2, side, side }, color);
        words.w -= side;
        words.x += frame->mirrored ? side : 0;
    }
    draw_label(frame, button, words, TEXT_ALIGN_CENTRE, color, frame->theme->text_label);
}

static void draw_card(UiFrame *frame, const UiButton *button, Rect box, Rgba tint, float appear)
{
    bool rtl = frame->mirrored;
    float middle = box.y + box.h / 2 - 6;
    float disc_x = rtl ? box.x + box.w - CARD_SIDE - DISC : box.x + CARD_SIDE;
    float icon_x = rtl ? box.x + CARD_SIDE : box.x + box.w - CARD_SIDE - ICON;
    char digit[1] = { (char)('0' + button->number % 10) };
    draw_nine(frame->draw, SV("ui/choice"), box, tint);
    draw_nine(frame->draw, SV("ui/disc"), (Rect){ disc_x, middle - DISC / 2.0f, DISC, DISC }, tint);
    ui_write(frame,
             &(UiText){ .text = arena_copy(frame->arena, (StrView){ digit, 1 }),
                        .face = TEXT_FACE_TITLE,
                        .size = 44,
                        .color = rgba_with_alpha(frame->theme->on_button, appear),
                        .align = TEXT_ALIGN_CENTRE,
                        .middle = true,
                        .fit_min = 0.5f },
             (Rect){ disc_x, middle - DISC / 2.0f, DISC, DISC });
    if (button->icon.len)
        draw_nine(frame->draw, button->icon, (Rect){ icon_x, middle - ICON / 2.0f, ICON, ICON }, tint);
    float start = CARD_SIDE + DISC + 24;
    Rect words = { box.x + (rtl ? CARD_SIDE + ICON + 20 : start), box.y + 12, box.w - start - CARD_SIDE - ICON - 20, box.h - 36 };
    draw_label(frame, button, words, TEXT_ALIGN_START, rgba_with_alpha(frame->theme->ink, appear),
               button->size > 0 ? button->size : frame->theme->text_label);
}

/* The picture above the words, or what stands below them, is the caller's. */
static void draw_picture(UiFrame *frame, const UiButton *button, Rect box, Rgba tint)
{
    bool is_list = button->foot > 0; /* what stands in a list begins at one edge */
    TextAlign align = is_list ? TEXT_ALIGN_START : TEXT_ALIGN_CENTRE;
    float side = is_list ? 56 : 30;
    float bottom = box.y + box.h - (is_list ? button->foot : 36);
    float words = is_list ? (bottom - box.y - 8) / 2 : 82;
    draw_nine(frame->draw, SV("ui/card"), box, tint);
    float first = is_list && words > 90 ? words * 0.84f : words; /* the sentence may need two lines */
    Rect title = { box.x + side + (frame->mirrored ? button->aside : 0), bottom - 2 * words, box.w - 2 * side - button->aside, first };
    draw_label(frame, button, title, align, frame->theme->ink, 46);
    if (button->description.len)
        ui_write(frame,
                 &(UiText){ .text = button->description,
                            .size = frame->theme->text_small,
                            .color = frame->theme->ink_soft,
                            .line_spacing = 0.9f,
                            .align = align,
                            .middle = true,
                            .fit_min = 0.4f },
                 (Rect){ box.x + side, bottom - 2 * words + first, box.w - 2 * side, 2 * words - first });
}

void ui_button(UiFrame *frame, const UiButton *button)
{
    float appear = button->appear > 0 || button->style == UI_BUTTON_CARD ? button->appear : 1.0f;
    Rect box = ui_place(frame, button->rect);
    box.x += (1.0f - appear) * (frame->mirrored ? -140.0f : 140.0f);
    Rect drawn = box;
    drawn.y += frame->ui->pressed == button->id && !button->disabled ? PRESSED_SHIFT : 0;
    Rgba tint = tint_of(frame, button->id, button->disabled, appear);
    UiTarget target = { .id = button->id,
                        .rect = box,
                        .disabled = button->disabled,
                        .group = button->group,
                        .first_cmd = (uint32_t)frame->draw->count };
    switch (button->style) {
    case UI_BUTTON_PRIMARY:
    case UI_BUTTON_PLAIN:
    case UI_BUTTON_QUIET:
        target.focus_art = button->style == UI_BUTTON_QUIET     ? SV("ui/choice_focus")
                           : button->style == UI_BUTTON_PRIMARY ? SV("ui/button_go_focus")
                                                                : SV("ui/button_focus");
        draw_wide(frame, button, drawn, tint, appear);
        break;
    case UI_BUTTON_ROUND:
        target.is_round = true;
        draw_nine(frame->draw, button->icon, drawn, tint);
        break;
    case UI_BUTTON_CARD:
        target.focus_art = SV("ui/choice_focus");
        draw_card(frame, button, drawn, tint, appear);
        break;
    case UI_BUTTON_PICTURE:
        draw_picture(frame, button, drawn, tint);
        break;
    }
    ui_speak(frame, &(SpeakItem){ .id = button->id,
                                  .role = button->role ? button->role : SPEAK_BUTTON,
                                  .flags = (button->disabled ? SPEAK_DISABLED : 0u) | (button->checked ? SPEAK_CHECKED : 0u) | (button->leads ? SPEAK_LEADS : 0u),
                                  .label = button->label,
                                  .value = button->value,
                                  .description = button->description,
                                  .line_id = button->line_id,
                                  .rect = box });
    ui_add_target(frame, &target);
}

void ui_bar(UiFrame *frame, Rect rect, float radius)
{
    Rect box = ui_place(frame, rect);
    float border = frame->theme->border;
    if (border > 0)
        draw_fill(frame->draw, (Rect){ box.x - border, box.y - border, box.w + 2 * border, box.h + 2 * border },
                  radius + border, frame->theme->edge);
    draw_fill(frame->draw, box, radius, frame->theme->bar);
}

void ui_panel(UiFrame *frame, Rect rect)
{
    draw_nine(frame->draw, SV("ui/panel"), ui_place(frame, rect), 0xFFFFFFFFu);
}

float ui_pill_width(UiFrame *frame, StrView text)
{
    return ui_line_width(frame, text, TEXT_FACE_TITLE, frame->theme->text_label) * (0.62f + 0.38f / frame->text_scale) + 84;
}

float ui_pill(UiFrame *frame, StrView sprite, StrView text, float x, float y)
{
    const float plain = 84;
    float height = plain + 24 * (frame->text_scale - 1); /* grows upwards: below it are words */
    float width = ui_pill_width(frame, text);
    Rect box = ui_place(frame, (Rect){ x, y + plain - height, width, height });
    bool is_plum = strview_equal(sprite, SV("ui/pill_plum"));
    draw_nine(frame->draw, sprite, box, 0xFFFFFFFFu);
    UiText name = { .text = text,
                    .face = TEXT_FACE_TITLE,
                    .size = frame->theme->text_label,
                    .color = is_plum ? frame->theme->on_plum : frame->theme->on_pill,
                    .align = TEXT_ALIGN_CENTRE,
                    .middle = true,
                    .fit_min = 0.4f,
                    .max_lines = 1 };
    ui_write(frame, &name, (Rect){ box.x + 12, box.y, box.w - 24, height - 12 });
    ui_speak(frame, &(SpeakItem){ .role = SPEAK_TEXT, .label = text, .rect = box });
    return width;
}

void ui_image(UiFrame *frame, StrView sprite, Rect rect, StrView label)
{
    Rect box = ui_place(frame, rect);
    draw_nine(frame->draw, sprite, box, 0xFFFFFFFFu);
    ui_speak(frame, &(SpeakItem){ .role = SPEAK_IMAGE, .label = label, .rect = box });
}

void ui_stars(UiFrame *frame, float x, float y, float size, unsigned got, unsigned of, StrView label)
{
    Rect all = ui_place(frame, (Rect){ x, y, size * 1.06f * (float)of, size });
    for (unsigned i = 0; i < of; i++) {
        bool is_on = frame->mirrored ? of - 1 - i < got : i < got;
        Rect star = { all.x + (float)i * size * 1.06f, y, size, size };
        StrView big = is_on ? SV("ui/star_big") : SV("ui/star_big_off");
        StrView small = is_on ? SV("ui/star_on") : SV("ui/star_off");
        draw_nine(frame->draw, size > BIG_STAR ? big : small, star, 0xFFFFFFFFu);
    }
    ui_speak(frame, &(SpeakItem){ .role = SPEAK_METER, .label = label, .rect = all });
}

void ui_switch(UiFrame *frame, const UiSwitch *control)
{
    Rect box = ui_place(frame, control->rect);
    const Theme *theme = frame->theme;
    uint32_t first = (uint32_t)frame->draw->count;
    float knob = 64;
    Rect track = { frame->mirrored ? box.x + 30 : box.x + box.w - 190, box.y + box.h / 2 - 40, 160, 80 };
    bool at_end = control->on != frame->mirrored;
    draw_nine(frame->draw, SV("ui/choice"), box, 0xFFFFFFFFu);
    ui_write(frame,
             &(UiText){ .text = control->label, .face = TEXT_FACE_BOLD, .size = theme->text_label, .line_spacing = 0.95f, .middle = true, .fit_min = 0.4f },
             (Rect){ box.x + (frame->mirrored ? 210 : 40), box.y + 2, box.w - 250, box.h - 10 });
    draw_fill(frame->draw, track, 40, control->on ? theme->track_on : theme->track_off);
    draw_fill(frame->draw, (Rect){ at_end ? track.x + 160 - knob - 8 : track.x + 8, track.y + 8, knob, knob }, 32, theme->knob);
    ui_speak(frame, &(SpeakItem){ .id = control->id,
                                  .role = SPEAK_SWITCH,
                                  .flags = control->on ? SPEAK_CHECKED : 0u,
                                  .label = control->label,
                                  .value = control->on ? TR(frame->catalogue, "switch.on", "on") : TR(frame->catalogue, "switch.off", "off"),
                                  .rect = box });
    ui_add_target(frame, &(UiTarget){ .id = control->id, .rect = box, .first_cmd = first, .focus_art = SV("ui/choice_focus") });
}

/* The sign on a step button: a bar, and a second one across it for more. */
static void draw_sign(UiFrame *frame, Rect rect, bool is_plus)
{
    const float length = 44, width = 12;
    Rect box = ui_place(frame, rect);
    float x = box.x + box.w / 2, y = box.y + box.h / 2;
    draw_fill(frame->draw, (Rect){ x - length / 2, y - width / 2, length, width }, width / 2, frame->theme->on_button);
    if (is_plus)
        draw_fill(frame->draw, (Rect){ x - width / 2, y - length / 2, width, length }, width / 2, frame->theme->on_button);
}

void ui_stepper(UiFrame *frame, const UiStepper *control)
{
    Rect rect = control->rect;
    Rect box = ui_place(frame, rect);
    const Theme *theme = frame->theme;
    float side = theme->target + 4;
    StrView less = control->is_round ? TR(frame->catalogue, "stepper.before", "The one before") : TR(frame->catalogue, "stepper.less", "Less");
    StrView more = control->is_round ? TR(frame->catalogue, "stepper.after", "The next one") : TR(frame->catalogue, "stepper.more", "More");
    StrView arrows[2] = { SV("ui/btn_back"), SV("ui/btn_back_rtl") };
    float value_x = rect.x + rect.w - 2 * side - 260;
    ui_speak(frame, &(SpeakItem){ .role = SPEAK_SLIDER, .label = control->label, .value = control->value, .rect = box });
    ui_write(frame,
             &(UiText){ .text = control->label, .face = TEXT_FACE_BOLD, .size = theme->text_label, .line_spacing = 0.95f, .middle = true, .fit_min = 0.4f },
             ui_place(frame, (Rect){ rect.x, rect.y + 5, value_x - rect.x - 20, rect.h - 10 }));
    UiButton step = { .id = control->id,
                      .rect = { value_x, rect.y + (rect.h - side) / 2, side, side },
                      .label = less,
                      .description = control->label,
                      .icon = control->is_round ? arrows[frame->mirrored] : SV("ui/disc"),
                      .style = UI_BUTTON_ROUND,
                      .disabled = control->at_min };
    ui_button(frame, &step);
    if (!control->is_round)
        draw_sign(frame, step.rect, false);
    ui_write(frame,
             &(UiText){ .text = control->value,
                        .face = TEXT_FACE_BOLD,
                        .size = theme->text_label,
                        .align = TEXT_ALIGN_CENTRE,
                        .middle = true,
                        .fit_min = 0.4f },
             ui_place(frame, (Rect){ value_x + side + 10, rect.y, 240, rect.h }));
    step.id = control->id + 1;
    step.rect.x = rect.x + rect.w - side;
    step.label = more;
    step.icon = control->is_round ? arrows[!frame->mirrored] : step.icon;
    step.disabled = control->at_max;
    ui_button(frame, &step);
    if (!control->is_round)
        draw_sign(frame, step.rect, true);
    if (control->at_max != control->at_min)
        ui_hand_focus(frame, control->at_max ? step.id : control->id, control->at_max ? control->id : step.id);
}
