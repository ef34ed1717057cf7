#include "sango/ui/theme.h"

/* Pairs that carry words are at least 4.5:1 (WCAG 1.4.3): ink on paper, white, sun,
 * coral, teal and leaf; white on plum. */
static const Theme day = {
    .ink = 0x2A2257FF,
    .ink_soft = 0x4A3F86FF,
    .paper = 0xFFF6E6FF,
    .paper_lip = 0xD9BFA0FF,
    .white = 0xFFFFFFFF,
    .sun = 0xFFC83DFF,
    .plum = 0x7B5CD6FF,
    .coral = 0xFF6F61FF,
    .teal = 0x1FC8C0FF,
    .leaf = 0x5CC96BFF,
    .shade = 0x1C1448C8,
    .text_story = 52.0f,
    .text_body = 42.0f,
    .text_label = 42.0f,
    .text_title = 64.0f,
    .text_small = 34.0f,
    .target = 96.0f,
    .gap = 18.0f,
    .corner = 36.0f,
};

const Theme *theme_day(void)
{
    return &day;
}
