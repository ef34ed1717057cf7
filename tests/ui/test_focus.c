/* Where keys, pads, pointers and fingers lead. */
#include "support.h"

enum { LEFT = 1, MIDDLE, RIGHT, BELOW, CARD_ONE, CARD_TWO };

typedef struct Shape {
    bool middle_is_off, has_no_right;
} Shape;

static void draw_page(Page *page, StrView title, Shape shape)
{
    UiFrame *frame = page_begin(page, title, MIDDLE);
    static const struct {
        uint32_t id;
        float x, y;
        uint8_t group;
    } buttons[] = { { LEFT, 100, 100, 0 }, { MIDDLE, 600, 100, 0 }, { RIGHT, 1100, 100, 0 },
                    { BELOW, 600, 400, 0 }, { CARD_ONE, 600, 600, 1 }, { CARD_TWO, 600, 800, 1 } };
    for (size_t i = 0; i < sizeof buttons / sizeof buttons[0]; i++) {
        if (buttons[i].id == RIGHT && shape.has_no_right) {
            continue;
        }
        char name = (char)('0' + buttons[i].id);
        ui_button(frame, &(UiButton){ .id = buttons[i].id, .rect = { buttons[i].x, buttons[i].y, 300, 112 }, .group = buttons[i].group,
                                      .label = arena_copy(frame->arena, (StrView){ &name, 1 }),
                                      .disabled = buttons[i].id == MIDDLE && shape.middle_is_off });
    }
    ui_end(frame);
}

static void test_keys(void)
{
    Page page;
    page_open(&page);
    draw_page(&page, SV("one"), (Shape){ 0 });
    EXPECT_EQ(page.ui.focus, MIDDLE); /* where the screen wants it to begin */
    EXPECT(page_cmd(&page, DRAW_NINE, SV("ui/button_go_focus"), 0) == NULL);
    EXPECT_EQ(page_event(&page, INPUT_NEXT, 0, 0, 0), 0); /* the first key only shows it */
    EXPECT_EQ(page.ui.focus, MIDDLE);
    draw_page(&page, SV("one"), (Shape){ 0 });
    EXPECT(page_cmd(&page, DRAW_NINE, SV("ui/button_go_focus"), 0) != NULL);
    EXPECT_EQ(page_says(&page, SV("2"))->flags & SPEAK_FOCUSED, SPEAK_FOCUSED);
    static const struct {
        InputKind kind;
        uint32_t to;
    } steps[] = { { INPUT_NEXT, RIGHT }, { INPUT_PREV, MIDDLE }, { INPUT_LEFT, LEFT }, { INPUT_LEFT, LEFT }, { INPUT_PREV, CARD_TWO },
                  { INPUT_NEXT, LEFT }, { INPUT_RIGHT, MIDDLE }, { INPUT_DOWN, BELOW }, { INPUT_DOWN, CARD_ONE }, { INPUT_DOWN, CARD_TWO },
                  { INPUT_UP, CARD_ONE }, { INPUT_UP, BELOW } };
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        EXPECT_EQ(page_event(&page, steps[i].kind, 0, 0, 0), 0);
        EXPECT_EQ(page.ui.focus, steps[i].to);
    }
    EXPECT_EQ(page_event(&page, INPUT_CONFIRM, 0, 0, 0), BELOW);
    EXPECT_EQ(page_event(&page, INPUT_DIGIT, 0, 0, 2), CARD_TWO); /* cards have numbers */
    EXPECT_EQ(page_event(&page, INPUT_DIGIT, 0, 0, 3), 0);
    EXPECT_EQ(page_event(&page, INPUT_ACTIVATE, 0, 0, LEFT), LEFT);
    EXPECT_EQ(page_event(&page, INPUT_ACTIVATE, 0, 0, 99), 0);
    page.ui.focus_visible = false;
    EXPECT_EQ(page_event(&page, INPUT_FOCUS, 0, 0, CARD_ONE), 0); /* moves, and chooses nothing */
    EXPECT(page.ui.focus == CARD_ONE && page.ui.focus_visible);
    EXPECT_EQ(page_event(&page, INPUT_FOCUS, 0, 0, 99), 0);
    EXPECT_EQ(page.ui.focus, CARD_ONE);
    page_close(&page);
}

static void test_what_vanishes(void)
{
    Page page;
    page_open(&page);
    draw_page(&page, SV("one"), (Shape){ 0 });
    (void)page_event(&page, INPUT_ACTIVATE, 0, 0, RIGHT);
    draw_page(&page, SV("one"), (Shape){ 0 });
    EXPECT_EQ(page.ui.focus, RIGHT); /* stays from frame to frame */
    draw_page(&page, SV("one"), (Shape){ .has_no_right = true });
    EXPECT_EQ(page.ui.focus, MIDDLE);
    draw_page(&page, SV("one"), (Shape){ .middle_is_off = true });
    EXPECT_EQ(page.ui.focus, LEFT); /* not on what is disabled */
    page.ui.focus_visible = true;
    (void)page_event(&page, INPUT_NEXT, 0, 0, 0);
    EXPECT_EQ(page.ui.focus, RIGHT); /* past it */
    (void)page_event(&page, INPUT_LEFT, 0, 0, 0);
    EXPECT_EQ(page.ui.focus, LEFT);
    EXPECT_EQ(page_event(&page, INPUT_ACTIVATE, 0, 0, MIDDLE), 0);
    draw_page(&page, SV("two"), (Shape){ 0 });
    EXPECT_EQ(page.ui.focus, MIDDLE); /* a new screen begins anew */
    page_close(&page);
}

static void test_pointer(void)
{
    Page page;
    page_open(&page);
    draw_page(&page, SV("one"), (Shape){ 0 });
    EXPECT_EQ(page_event(&page, INPUT_POINT_DOWN, 150, 150, 0), 0);
    EXPECT_EQ(page.ui.pressed, LEFT);
    EXPECT_EQ(page_event(&page, INPUT_POINT_UP, 399, 211, 0), LEFT); /* inside until the last pixel */
    (void)page_event(&page, INPUT_POINT_DOWN, 150, 150, 0);
    EXPECT_EQ(page_event(&page, INPUT_POINT_UP, 700, 150, 0), 0); /* let go elsewhere: nothing */
    (void)page_event(&page, INPUT_POINT_DOWN, 20, 20, 0);
    EXPECT_EQ(page_event(&page, INPUT_POINT_UP, 150, 150, 0), 0); /* slid in from nowhere: nothing */
    (void)page_event(&page, INPUT_POINT_DOWN, 150, 150, 0);
    (void)page_event(&page, INPUT_FOCUS_LOST, 0, 0, 0);
    EXPECT_EQ(page_event(&page, INPUT_POINT_UP, 150, 150, 0), 0);
    draw_page(&page, SV("one"), (Shape){ .middle_is_off = true });
    (void)page_event(&page, INPUT_POINT_DOWN, 700, 150, 0);
    EXPECT_EQ(page_event(&page, INPUT_POINT_UP, 700, 150, 0), 0);
    bool changed = false;
    (void)ui_input(&page.ui, &(InputEvent){ .kind = INPUT_POINT_MOVE, .x = 20, .y = 20 }, &changed);
    EXPECT(!changed);
    (void)ui_input(&page.ui, &(InputEvent){ .kind = INPUT_POINT_MOVE, .x = 150, .y = 150 }, &changed);
    EXPECT(changed);
    page_close(&page);
}

int main(void)
{
    test_keys();
    test_what_vanishes();
    test_pointer();
    return TEST_MAIN_END();
}
