/* What each widget draws and says, in both directions and at each size of text. */
#include "support.h"

static void draw_all(Page *page)
{
    UiFrame *frame = page_begin(page, SV("all"), 1);
    ui_text(frame, &(UiText){ .rect = { 100, 40, 800, 100 }, .text = SV("Title"), .role = SPEAK_HEADING, .fit_min = 0.3f });
    ui_button(frame, &(UiButton){ .id = 1, .rect = { 100, 200, 500, 112 }, .label = SV("Play"), .description = SV("Begins") });
    ui_button(frame, &(UiButton){ .id = 2, .rect = { 100, 350, 880, 116 }, .label = SV("Say no"), .style = UI_BUTTON_CARD,
                                  .role = SPEAK_OPTION, .number = 2, .icon = SV("icon/house"), .group = 1, .appear = 1, .checked = true });
    ui_button(frame, &(UiButton){ .id = 3, .rect = { 1700, 40, 104, 104 }, .label = SV("Back"), .icon = SV("ui/btn_back"),
                                  .style = UI_BUTTON_ROUND, .disabled = true });
    ui_button(frame, &(UiButton){ .id = 4, .rect = { 1000, 200, 600, 400 }, .label = SV("A story"), .description = SV("What it tells"),
                                  .style = UI_BUTTON_PICTURE });
    ui_switch(frame, &(UiSwitch){ 5, { 100, 500, 800, 112 }, SV("Less movement"), true });
    ui_stepper(frame, &(UiStepper){ .id = 6, .rect = { 100, 650, 900, 112 }, .label = SV("Music"), .value = SV("60 %"), .at_max = true });
    ui_image(frame, SV("icon/house"), (Rect){ 1000, 650, 96, 96 }, SV("A house"));
    ui_stars(frame, 1200, 650, 60, 2, 3, SV("2 of 3 stars"));
    (void)ui_pill(frame, SV("ui/pill_sun"), SV("Kofi"), 100, 800);
    ui_end(frame);
}

static void test_words(void)
{
    static const struct {
        const char *label;
        SpeakRole role;
        unsigned flags;
    } wanted[] = {
        { "Title", SPEAK_HEADING, 0 },
        { "Play", SPEAK_BUTTON, SPEAK_FOCUSABLE | SPEAK_FOCUSED },
        { "Say no", SPEAK_OPTION, SPEAK_FOCUSABLE | SPEAK_CHECKED },
        { "Back", SPEAK_BUTTON, SPEAK_FOCUSABLE | SPEAK_DISABLED },
        { "A story", SPEAK_BUTTON, SPEAK_FOCUSABLE },
        { "Less movement", SPEAK_SWITCH, SPEAK_FOCUSABLE | SPEAK_CHECKED },
        { "Music", SPEAK_SLIDER, 0 },
        { "Less", SPEAK_BUTTON, SPEAK_FOCUSABLE },
        { "More", SPEAK_BUTTON, SPEAK_FOCUSABLE | SPEAK_DISABLED },
        { "A house", SPEAK_IMAGE, 0 },
        { "2 of 3 stars", SPEAK_METER, 0 },
        { "Kofi", SPEAK_TEXT, 0 },
    };
    Page page;
    page_open(&page);
    draw_all(&page);
    EXPECT_EQ(page.speak.count, sizeof wanted / sizeof wanted[0]);
    for (size_t i = 0; i < page.speak.count && i < sizeof wanted / sizeof wanted[0]; i++) {
        const SpeakItem *item = &page.speak.items[i];
        EXPECT(strview_equal(item->label, strview_from_cstr(wanted[i].label)));
        EXPECT_EQ(item->role, wanted[i].role);
        EXPECT_EQ(item->flags, wanted[i].flags);
    }
    EXPECT(strview_equal(page_says(&page, SV("Less movement"))->value, SV("on")));
    EXPECT(strview_equal(page_says(&page, SV("Music"))->value, SV("60 %")));
    EXPECT(strview_equal(page_says(&page, SV("Play"))->description, SV("Begins")));
    EXPECT(speak_list_focused(&page.speak) && speak_list_focused(&page.speak)->id == 1);
    page_close(&page);
}

static void test_targets(void)
{
    Page page;
    page_open(&page);
    draw_all(&page);
    EXPECT_EQ(page.ui.target_count, 7);
    for (size_t i = 0; i < page.ui.target_count; i++) {
        const UiTarget *target = &page.ui.targets[i];
        EXPECT(target->rect.w >= theme_day()->target - 0.5f && target->rect.h >= theme_day()->target - 0.5f);
        EXPECT(target->rect.x >= 0 && target->rect.x + target->rect.w <= 1920);
    }
    /* Each can be focused and shows it. */
    size_t plain = page.draw.count;
    page.ui.focus_visible = true;
    for (uint32_t id = 1; id <= 7; id++) {
        if (id == 3 || id == 7) {
            continue; /* disabled */
        }
        page.ui.focus = id;
        draw_all(&page);
        EXPECT_EQ(page.ui.focus, id);
        bool has_art = false;
        for (size_t i = 0; i < page.draw.count; i++) {
            StrView name = page.draw.cmds[i].name;
            has_art = has_art || (name.len > 6 && strview_equal(strview_slice(name, name.len - 6, name.len), SV("_focus")));
        }
        EXPECT(has_art || page.draw.count > plain);
    }
    page_close(&page);
}

/* What stands at x from the left stands as far from the right in the other direction. */
static void test_mirror(void)
{
    Page page;
    Rect places[32];
    page_open(&page);
    draw_all(&page);
    size_t count = page.speak.count;
    for (size_t i = 0; i < count; i++) {
        places[i] = page.speak.items[i].rect;
    }
    float icon = page_cmd(&page, DRAW_NINE, SV("icon/house"), 0)->rect.x;
    page.mirrored = true;
    draw_all(&page);
    EXPECT_EQ(page.speak.count, count);
    for (size_t i = 0; i < count; i++) {
        const Rect *now = &page.speak.items[i].rect;
        float wanted = 1920 - places[i].x - places[i].w;
        EXPECT(now->x > wanted - 0.5f && now->x < wanted + 0.5f);
        EXPECT(now->y == places[i].y);
    }
    float mirrored = page_cmd(&page, DRAW_NINE, SV("icon/house"), 0)->rect.x;
    EXPECT(mirrored > 1920 - icon - 84 - 0.5f && mirrored < 1920 - icon - 84 + 0.5f);
    page_close(&page);
}

/* What is chosen has a tick at its end, and its words leave room for that. */
static void test_tick(void)
{
    Page page;
    page_open(&page);
    for (unsigned i = 0; i < 4; i++) {
        page.mirrored = i >= 2;
        UiFrame *frame = page_begin(&page, SV("tick"), 0);
        ui_button(frame, &(UiButton){ .id = 1, .rect = { 100, 100, 400, 112 }, .label = SV("Powers"), .style = UI_BUTTON_PRIMARY, .checked = i % 2 != 0 });
        ui_end(frame);
        const DrawCmd *tick = page_cmd(&page, DRAW_NINE, SV("ui/tick"), 0);
        EXPECT_EQ(tick != NULL, i % 2 != 0);
        if (tick) {
            Rect box = page.ui.targets[0].rect;
            float glyphs = page_cmd(&page, DRAW_GLYPHS, SV(""), 0)->glyphs.x;
            EXPECT(tick->rect.x >= box.x && tick->rect.x + tick->rect.w <= box.x + box.w);
            EXPECT((tick->rect.x < box.x + box.w / 2) == page.mirrored && (glyphs > tick->rect.x) == page.mirrored);
        }
    }
    page_close(&page);
}

/* A pill is higher with large letters, and its foot stays where it was. */
static void test_large_pill(void)
{
    Page page;
    page_open(&page);
    float high[2];
    for (unsigned i = 0; i < 2; i++) {
        page.text_scale = 1.0f + (float)i;
        UiFrame *frame = page_begin(&page, SV("pill"), 0);
        EXPECT(ui_pill(frame, SV("ui/pill_sun"), SV("Kofi"), 100, 800) == ui_pill_width(frame, SV("Kofi")));
        ui_end(frame);
        Rect pill = page_cmd(&page, DRAW_NINE, SV("ui/pill_sun"), 0)->rect;
        high[i] = pill.h;
        EXPECT(pill.y + pill.h > 883.5f && pill.y + pill.h < 884.5f);
    }
    EXPECT(high[1] > high[0] + 20);
    page_close(&page);
}

/* Words stay inside their boxes from 100 to 200 %, in two scripts and both directions. */
static void test_large_text(void)
{
    static const char *const samples[] = {
        "A rather long answer that somebody wrote for a card",
        "\xD9\x84\xD8\xA7 \xD8\xAA\xD9\x82\xD9\x84 \xD8\xB9\xD9\x86\xD9\x88\xD8\xA7\xD9\x86\xD9\x83 \xD9\x84\xD8\xA3\xD8\xAD\xD8\xAF",
        "\xE4\xB8\x8D\xE8\xA6\x81\xE5\x91\x8A\xE8\xAF\x89\xE5\x88\xAB\xE4\xBA\xBA\xE4\xBD\xA0\xE4\xBD\x8F\xE5\x93\xAA\xE9\x87\x8C\xE3\x80\x82",
    };
    Page page;
    page_open(&page);
    for (unsigned i = 0; i < 3 * 5 * 2; i++) {
        page.text_scale = 1.0f + 0.25f * (float)(i % 5);
        page.mirrored = i >= 15;
        UiFrame *frame = page_begin(&page, SV("large"), 1);
        Rect box = { 300, 300, 900, 130 };
        ui_button(frame, &(UiButton){ .id = 1, .rect = box, .label = strview_from_cstr(samples[i / 5 % 3]), .style = UI_BUTTON_PLAIN });
        ui_end(frame);
        Rect drawn = page.ui.targets[0].rect;
        EXPECT(page_cmd(&page, DRAW_GLYPHS, SV(""), 0) != NULL);
        for (size_t n = 0; page_cmd(&page, DRAW_GLYPHS, SV(""), n); n++) {
            const DrawGlyphs *glyphs = &page_cmd(&page, DRAW_GLYPHS, SV(""), n)->glyphs;
            TextRun run = { .text = glyphs->text, .font = glyphs->font, .size = glyphs->size };
            EXPECT(glyphs->x >= drawn.x && glyphs->x + usual_width(&page.grid, &run) <= drawn.x + drawn.w);
            EXPECT(glyphs->baseline > drawn.y && glyphs->baseline <= drawn.y + drawn.h);
        }
    }
    page_close(&page);
}

/* Arabic words go from the right, in the font that has them; a sign of the Chinese end does not begin a line. */
static void test_scripts(void)
{
    Page page;
    page_open(&page);
    UiFrame *frame = page_begin(&page, SV("scripts"), 0);
    ui_text(frame, &(UiText){ .rect = { 100, 100, 1400, 0 }, .role = SPEAK_TEXT,
                              .text = SV("\xD9\x84\xD8\xA7 \xD8\xAA\xD9\x82\xD9\x84") });
    ui_end(frame);
    const DrawCmd *first = page_cmd(&page, DRAW_GLYPHS, SV(""), 0);
    EXPECT(first && first->glyphs.rtl && first->glyphs.font == 1 && strcmp(first->glyphs.script, "Arab") == 0);

    /* So narrow that the full stop would be alone on a line. */
    frame = page_begin(&page, SV("scripts"), 0);
    float em = theme_day()->text_body;
    ui_text(frame, &(UiText){ .rect = { 100, 100, em * 3.2f, 0 }, .role = SPEAK_TEXT,
                              .text = SV("\xE4\xB8\x8D\xE8\xA6\x81\xE5\x91\x8A\xE3\x80\x82") });
    ui_end(frame);
    for (size_t n = 0; page_cmd(&page, DRAW_GLYPHS, SV(""), n); n++) {
        const DrawGlyphs *glyphs = &page_cmd(&page, DRAW_GLYPHS, SV(""), n)->glyphs;
        EXPECT(!glyphs->rtl && glyphs->font == 1);
        EXPECT(!strview_starts_with(glyphs->text, SV("\xE3\x80\x82")));
    }
    page_close(&page);
}

/* The screen tells of the first text that is cut or larger than its place. */
static void test_unfit(void)
{
    Page page;
    page_open(&page);
    UiFrame *frame = page_begin(&page, SV("fit"), 0);
    UiText text = { .rect = { 100, 100, 400, 70 }, .text = SV("Two words"), .size = 50, .role = SPEAK_TEXT };
    ui_text(frame, &text);
    EXPECT_EQ(page.speak.unfit.len, 0);
    text.text = SV("So many words that they need several lines");
    text.fit_min = 0.2f;
    ui_text(frame, &text);
    EXPECT_EQ(page.speak.unfit.len, 0); /* it shrank */
    text.fit_min = 0.9f;
    ui_text(frame, &text);
    EXPECT(strview_equal(page.speak.unfit, text.text));
    text.rect.h = 0; /* as high as needed */
    text.max_lines = 1;
    text.text = SV("And another one that is cut at the end of its line");
    ui_text(frame, &text);
    EXPECT(strview_starts_with(page.speak.unfit, SV("So many")));
    frame = page_begin(&page, SV("fit"), 0);
    ui_text(frame, &text);
    EXPECT(strview_equal(page.speak.unfit, text.text));
    page_close(&page);
}

/* Names go round with arrows, and what they do is said. */
static void test_round_stepper(void)
{
    Page page;
    page_open(&page);
    for (unsigned mirrored = 0; mirrored < 2; mirrored++) {
        page.mirrored = mirrored;
        UiFrame *frame = page_begin(&page, SV("round"), 0);
        ui_stepper(frame, &(UiStepper){ .id = 1, .rect = { 100, 100, 900, 120 }, .label = SV("Animal"), .value = SV("Cat"), .is_round = true });
        ui_end(frame);
        EXPECT(page_says(&page, SV("The one before")) && page_says(&page, SV("The next one")));
        const DrawCmd *left = page_cmd(&page, DRAW_NINE, SV("ui/btn_back"), 0), *right = page_cmd(&page, DRAW_NINE, SV("ui/btn_back_rtl"), 0);
        EXPECT(left && right && left->rect.x < right->rect.x); /* each points outwards */
    }
    page_close(&page);
}

/* At the end of the way the other button gets the focus. */
static void test_stepper_focus(void)
{
    Page page;
    page_open(&page);
    for (unsigned at_max = 0; at_max < 2; at_max++) {
        for (unsigned turn = 0; turn < 2; turn++) {
            UiFrame *frame = page_begin(&page, SV("ends"), 9);
            ui_button(frame, &(UiButton){ .id = 9, .rect = { 100, 350, 880, 116 }, .label = SV("Back") });
            ui_stepper(frame, &(UiStepper){ .id = 1, .rect = { 100, 100, 900, 120 }, .label = SV("Music"), .value = SV("60 %"),
                                            .at_max = turn && at_max, .at_min = turn && !at_max });
            ui_end(frame);
            if (turn == 0) {
                (void)ui_input(frame->ui, &(InputEvent){ .kind = INPUT_FOCUS, .value = at_max ? 2 : 1 }, NULL);
            }
        }
        EXPECT_EQ(page.ui.focus, at_max ? 1 : 2);
    }
    page_close(&page);
}

/* The words of a text that somebody says, and a screen without a name. */
static void test_speaker(void)
{
    Page page;
    page_open(&page);
    UiFrame *frame = page_begin(&page, SV("key of a screen"), 0);
    frame->speak->is_untitled = true;
    ui_text(frame, &(UiText){ .rect = { 100, 40, 800, 100 }, .text = SV("Hello!"), .role = SPEAK_TEXT, .speaker = SV("Kofi"), .line_id = SV("a1") });
    ui_end(frame);
    EXPECT_EQ(page.speak.count, 1);
    EXPECT(strview_equal(page.speak.items[0].speaker, SV("Kofi")) && strview_equal(page.speak.items[0].line_id, SV("a1")));
    page_begin(&page, SV("a name"), 0);
    EXPECT(!page.speak.is_untitled);
    ui_end(frame);
    page_close(&page);
}

/* What stands in a list keeps its foot free of words. */
static void test_card_foot(void)
{
    Page page;
    page_open(&page);
    UiFrame *frame = page_begin(&page, SV("foot"), 0);
    ui_button(frame, &(UiButton){ .id = 1, .rect = { 100, 100, 900, 222 }, .label = SV("A story"), .description = SV("What it is about"),
                                  .style = UI_BUTTON_PICTURE, .foot = 84 });
    ui_end(frame);
    for (size_t n = 0; page_cmd(&page, DRAW_GLYPHS, SV(""), n); n++) {
        const DrawGlyphs *glyphs = &page_cmd(&page, DRAW_GLYPHS, SV(""), n)->glyphs;
        EXPECT(glyphs->baseline > 100 && glyphs->baseline < 100 + 222 - 84);
    }
    EXPECT_EQ(page.speak.unfit.len, 0);
    page_close(&page);
}

static void test_tween(void)
{
    EXPECT(tween_share(99, 100, 50) == 0.0f && tween_share(125, 100, 50) == 0.5f && tween_share(150, 100, 50) == 1.0f);
    EXPECT(tween_share(100, 100, 0) == 1.0f && tween_share(UINT64_MAX, 100, 50) == 1.0f);
    float (*const eases[])(float) = { ease_out_cubic, ease_in_out, ease_out_back };
    for (size_t i = 0; i < 3; i++) {
        float begin = eases[i](-1.0f), end = eases[i](2.0f);
        EXPECT(begin > -0.001f && begin < 0.001f && end > 0.999f && end < 1.001f);
    }
    EXPECT(ease_out_back(0.6f) > 1.0f);
}

/* A text laid out once is not measured again until it changes. */
/* What a scene draws by itself: said always, pressed when it has an id. */
static void test_area(void)
{
    Page page;
    page_open(&page);
    page.mirrored = true;
    for (uint32_t id = 0; id < 2; id++) {
        (void)page_begin(&page, id ? SV("one") : SV("none"), 0);
        uint32_t first = (uint32_t)page.draw.count;
        draw_nine(&page.draw, SV("ui/choice"), (Rect){ 1500, 100, 300, 120 }, 0xFFFFFFFFu);
        page.ui.focus_visible = true;
        ui_area(&page.frame, &(UiArea){ .id = id, .rect = { 120, 100, 300, 120 }, .role = SPEAK_OPTION, .flags = SPEAK_CHECKED | SPEAK_LEADS,
                                        .label = SV("Cake"), .value = SV("On the table."), .first_cmd = first, .focus_art = SV("ui/choice_focus") });
        ui_end(&page.frame);
        EXPECT_EQ(page.ui.target_count, id);
        EXPECT_EQ(page.speak.count, 1);
        EXPECT(page.speak.items[0].flags & SPEAK_CHECKED && page.speak.items[0].flags & SPEAK_LEADS);
        EXPECT_EQ((page.speak.items[0].flags & SPEAK_FOCUSABLE) != 0, id == 1);
        EXPECT(page.speak.items[0].rect.x == 1500);
        EXPECT(strview_equal(page.draw.cmds[first].name, id ? SV("ui/choice_focus") : SV("ui/choice")));
    }
    page_close(&page);
}

static void test_layouts(void)
{
    Page page;
    page_open(&page);
    EXPECT_EQ(ui_layouts_create(alloc_heap(), &page.ui.layouts), STATUS_OK);
    draw_all(&page);
    draw_all(&page);
    unsigned calls = page.grid.calls;
    draw_all(&page);
    unsigned kept = page.grid.calls - calls;
    page.text_scale = 1.5f;
    calls = page.grid.calls;
    draw_all(&page);
    EXPECT(page.grid.calls - calls > kept);
    page.text_scale = 1.0f;
    ui_layouts_clear(page.ui.layouts);
    calls = page.grid.calls;
    draw_all(&page);
    EXPECT(page.grid.calls - calls > kept);
    ui_layouts_destroy(page.ui.layouts);
    page_close(&page);
}

int main(void)
{
    test_words();
    test_targets();
    test_mirror();
    test_tick();
    test_large_pill();
    test_large_text();
    test_scripts();
    test_unfit();
    test_round_stepper();
    test_stepper_focus();
    test_speaker();
    test_card_foot();
    test_tween();
    test_area();
    test_layouts();
    return TEST_MAIN_END();
}
