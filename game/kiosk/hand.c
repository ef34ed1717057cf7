#include "kiosk_internal.h"

/* A pointing hand of a few round shapes: the sign that everybody knows, whatever they read. */
static Rect part(float x, float y, float size, float px, float py, float w, float h)
{
    return (Rect){ x + px * size, y + py * size, w * size, h * size };
}

void kiosk_draw_hand(UiFrame *frame, float x, float y, float size, float press)
{
    const Theme *theme = frame->theme;
    float down = 0.05f * (1 - press) * size;
    float ring = size * (0.16f + 0.16f * press);
    float tip_x = x + 0.42f * size;
    float tip_y = y + 0.16f * size;
    draw_fill(frame->draw, (Rect){ tip_x - ring, tip_y - ring, 2 * ring, 2 * ring }, ring, rgba_with_alpha(theme->sun, 0.25f + 0.5f * press));
    const Rect shapes[] = { part(x, y + down, size, 0.335f, 0.08f, 0.17f, 0.60f),   /* the finger */
                            part(x, y + down, size, 0.505f, 0.34f, 0.145f, 0.34f),  /* the folded ones */
                            part(x, y + down, size, 0.65f, 0.38f, 0.135f, 0.32f),
                            part(x, y + down, size, 0.785f, 0.43f, 0.115f, 0.28f),
                            part(x, y + down, size, 0.13f, 0.47f, 0.24f, 0.17f),    /* the thumb */
                            part(x, y + down, size, 0.335f, 0.52f, 0.565f, 0.40f) };
    const float edge = size * 0.028f;
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
        Rect s = shapes[i];
        float radius = (s.w < s.h ? s.w : s.h) * 0.5f;
        draw_fill(frame->draw, (Rect){ s.x - edge, s.y - edge, s.w + 2 * edge, s.h + 2 * edge }, radius + edge, 0x2A2257FFu);
    }
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
        Rect s = shapes[i];
        float radius = (s.w < s.h ? s.w : s.h) * 0.5f;
        draw_fill(frame->draw, s, radius, 0xFFF6E6FFu);
    }
    for (unsigned i = 0; i < 3; i++) { /* lines between the folded fingers */
        Rect line = part(x, y + down, size, 0.492f + 0.143f * (float)i, 0.46f + 0.03f * (float)i, 0.02f, 0.17f);
        draw_fill(frame->draw, line, line.w / 2, 0xD9BFA0FFu);
    }
}
