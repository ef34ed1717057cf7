#include "ui_internal.h"

/* Texts of widgets: laid out (from the cache), fitted, drawn run by run. */

static TextStyle style_of(const UiFrame *frame, const UiText *text, float size)
{
    return (TextStyle){ .face = text->face,
                        .size = size,
                        .line_spacing = text->line_spacing > 0 ? text->line_spacing : 1.1f,
                        .align = text->align,
                        .direction = frame->mirrored ? TEXT_DIRECTION_RTL : TEXT_DIRECTION_AUTO,
                        .spans = text->spans,
                        .span_count = text->span_count,
                        .max_lines = text->max_lines };
}

/* Shrinks in steps until the text fits the box, down to fit_min of its size. */
static bool lay_out_fitted(UiFrame *frame, const UiText *text, Rect box, TextLayout *layout)
{
    float full = (text->size > 0 ? text->size : frame->theme->text_body) * frame->text_scale;
    float least = text->fit_min > 0 && box.h > 0 ? full * text->fit_min : full;
    for (float size = full;; size *= 0.9f) {
        size = size < least ? least : size;
        TextStyle style = style_of(frame, text, size);
        if (!ui_layout(frame, text->text, &style, box.w, layout))
            return false;
        bool fits = layout->height <= box.h && layout->width <= box.w && !layout->truncated;
        if (fits || size <= least)
            return true;
    }
}

float ui_write(UiFrame *frame, const UiText *text, Rect box)
{
    TextLayout layout;
    if (!lay_out_fitted(frame, text, box, &layout))
        return 0;
    bool is_high = box.h > 0 && layout.height > box.h + 1;
    if (layout.truncated || is_high || layout.width > box.w + 1)
        speak_list_add_unfit(frame->speak, text->text);
    float top = text->middle && box.h > layout.height ? box.y + (box.h - layout.height) / 2 : box.y;
    Rgba color = text->color ? text->color : frame->theme->ink;
    for (size_t i = 0; i < layout.atom_count; i++) {
        const TextAtom *atom = &layout.atoms[i];
        DrawGlyphs glyphs = { .text = atom->run.text,
                              .font = atom->run.font,
                              .rtl = atom->run.rtl,
                              .size = atom->run.size,
                              .x = box.x + atom->x,
                              .baseline = top + atom->baseline,
                              .spacing = atom->run.spacing };
        for (size_t k = 0; k < sizeof glyphs.script; k++)
            glyphs.script[k] = atom->run.script[k];
        draw_glyphs(frame->draw, &glyphs, color);
    }
    return layout.height;
}

float ui_line_width(UiFrame *frame, StrView text, TextFace face, float size)
{
    TextStyle style = { .face = face, .size = size * frame->text_scale, .max_lines = 1 };
    TextLayout layout;
    return ui_layout(frame, text, &style, 0, &layout) ? layout.width : 0;
}

float ui_text_height(UiFrame *frame, const UiText *text)
{
    TextLayout layout;
    Rect box = { .w = text->rect.w };
    return lay_out_fitted(frame, text, box, &layout) ? layout.height : 0;
}

float ui_fitted_height(UiFrame *frame, const UiText *text)
{
    TextLayout layout;
    return text->text.len && lay_out_fitted(frame, text, text->rect, &layout) ? layout.height : 0;
}

float ui_text(UiFrame *frame, const UiText *text)
{
    if (text->text.len == 0)
        return 0;
    Rect box = ui_place(frame, text->rect);
    float height = ui_write(frame, text, box);
    if (!text->silent)
        ui_speak(frame, &(SpeakItem){ .role = text->role,
                                      .label = text->text,
                                      .line_id = text->line_id,
                                      .speaker = text->speaker,
                                      .rect = { box.x, box.y, box.w, box.h > 0 ? box.h : height } });
    return height;
}
