#include "phone_internal.h"

#include "sango/ui/tween.h"

/* Where the phone stands and how its content scrolls. It keeps its size when the speech box comes;
 * the box covers its lower end and the newest item stays above it. */
enum { BODY_W = 720, BODY_H = 1010, TOP_ROW_H = 150, TALL_TOP = 220, TOP_ROW_W = 1120, HEADS_H = 830 };
enum { RIM = 28, CONTENT_TOP = 121, CONTENT_BOTTOM = 62, GAP = 16, SIDE = 24, PILL_H = 56, LEAST_H = 140 };
enum { MIDDLE_ASIDE = 110 }; /* for those who came to the middle and have stepped left */

static const PhoneAppView *app_view(PhoneApp app)
{
    static const PhoneAppView views[PHONE_APP_COUNT] = {
        [PHONE_CHAT] = { phone_chat_block, NULL, 0 },
        [PHONE_FEED] = { phone_feed_block, NULL, 0 },
        [PHONE_GAME] = { phone_game_block, NULL, 0 },
        [PHONE_CAMERA] = { phone_camera_block, phone_camera_scene, 0.8f },
        [PHONE_SETTINGS] = { phone_settings_block, NULL, 0 },
        [PHONE_MAIL] = { phone_mail_block, NULL, 0 },
        [PHONE_SEARCH] = { phone_search_block, NULL, 0 },
        [PHONE_MAP] = { phone_map_block, phone_map_scene, 0.55f },
        [PHONE_VIDEO] = { phone_video_block, phone_video_scene, 0.46f },
        [PHONE_STORE] = { phone_store_block, NULL, 0 },
    };
    return &views[app];
}

/* --- place and size ---------------------------------------------------------------------- */

/* How much taller the canvas is than a wide one, as far as there is room beside the edges
 * and above the heads. */
static float room_scale(const UiFrame *frame)
{
    float room = frame->height / 1080.0f;
    float most = frame->height > frame->width ? (frame->height - HEADS_H - TALL_TOP) / BODY_H : 1.9f;
    float across = (frame->width - 80) / BODY_W;
    most = most < across ? most : across;
    most = most > 1.0f ? most : 1.0f;
    return room < most ? room : most;
}

/* Larger where there is room and where the reader wants large letters. Narrow enough,
 * it stands between the meter and the buttons of the play screen. */
static Rect body_rect(const Stage *stage, const UiFrame *frame)
{
    float letters = 1.0f + (frame->text_scale > 1.25f ? (frame->text_scale - 1.25f) * 0.55f : 0);
    bool is_beside = stage_is_crowded(stage) && frame->height < frame->width;
    float k = is_beside ? 1.0f : room_scale(frame);
    k = k > letters ? k : letters;
    Rect body = { 0, 0, BODY_W * k, BODY_H * k };
    float top = frame->height > frame->width ? TALL_TOP : body.w > frame->width - TOP_ROW_W ? TOP_ROW_H : 34;
    float most = frame->height - top - 56;
    body.h = body.h < most ? body.h : most;
    float free_h = frame->height - HEADS_H - top - body.h;
    body.x = (frame->width - body.w) / 2;
    body.y = top + (free_h > 0 ? free_h / 2 : 0);
    return body;
}

bool stage_phone_body(const Stage *stage, const UiFrame *frame, Rect *body)
{
    if (stage->phone_is_open) {
        *body = body_rect(stage, frame);
    }
    return stage->phone_is_open;
}

static bool is_group_chat(const Stage *stage)
{
    StrView contact = contact_view(&stage->phone_contact);
    bool is_titled = stage->phone_title.text.len > 0;
    for (size_t i = 0; i < stage->phone_count; i++) {
        const PhoneItem *item = &stage->phone_items[i];
        bool is_other = !item->facts.is_mine && item->from.len && item->facts.part == PHONE_ITEM;
        if (is_other && (is_titled || (contact.len && !strview_equal(item->from, contact)))) {
            return true;
        }
    }
    return false;
}

/* --- blocks ------------------------------------------------------------------------------ */

static bool joins_block(const PhoneScreen *screen, const PhoneBlock *block, const PhoneItem *item)
{
    PhonePart part = item->facts.part;
    PhonePart first = phone_item(screen, block->first)->facts.part;
    bool is_chat = screen->stage->phone_app == PHONE_CHAT;
    return (part == PHONE_BUTTON && first == PHONE_BUTTON) ||
           (part == PHONE_NOTE && first != PHONE_BUTTON && !is_chat);
}

static void make_blocks(PhoneScreen *screen)
{
    screen->block_count = 0;
    for (size_t i = 0; i < screen->stage->phone_count; i++) {
        PhoneBlock *last = screen->block_count ? &screen->blocks[screen->block_count - 1] : NULL;
        if (phone_scene_takes(screen, i)) {
            continue;
        }
        if (last && last->first + last->count == i && joins_block(screen, last, phone_item(screen, i))) {
            last->count++;
        } else {
            screen->blocks[screen->block_count++] = (PhoneBlock){ .first = i, .count = 1 };
        }
    }
}

static void run_block(const PhoneScreen *screen, UiFrame *frame, const PhoneBlock *block, PhonePen *pen)
{
    pen->frame = frame;
    pen->screen = screen;
    pen->x = screen->list.x + SIDE;
    pen->w = screen->list.w - 2 * SIDE;
    app_view(screen->stage->phone_app)->block(pen, block);
}

static void measure_blocks(PhoneScreen *screen, UiFrame *frame)
{
    screen->total = 0;
    for (size_t i = 0; i < screen->block_count; i++) {
        PhonePen pen = { .alpha = 1, .picture = screen->blocks[i].picture };
        screen->blocks[i].top = screen->total;
        run_block(screen, frame, &screen->blocks[i], &pen);
        screen->blocks[i].height = pen.y;
        screen->total += pen.y + GAP;
    }
}

/* The block that is to be seen: the one that came or changed last. */
static size_t newest_block(const PhoneScreen *screen)
{
    size_t newest = screen->block_count;
    uint64_t when = 0;
    for (size_t i = 0; i < screen->block_count; i++) {
        const PhoneBlock *block = &screen->blocks[i];
        for (size_t k = block->first; k < block->first + block->count; k++) {
            uint32_t order = phone_item(screen, k)->order;
            newest = order >= when ? i : newest;
            when = order >= when ? order : when;
        }
    }
    return newest;
}

static void split_view(PhoneScreen *screen)
{
    const PhoneAppView *app = app_view(screen->stage->phone_app);
    screen->list = screen->view;
    float share = screen->block_count ? app->scene_share : app->scene ? 1 : 0;
    float most = screen->view.w * (screen->stage->phone_app == PHONE_VIDEO ? 0.67f : 1.2f);
    float scene = screen->view.h * share;
    scene = scene < most || screen->block_count == 0 ? scene : most;
    screen->list.y += scene;
    screen->list.h -= scene;
}

/* A picture above is as high as what stands below it leaves. */
static void give_room(PhoneScreen *screen)
{
    const PhoneAppView *app = app_view(screen->stage->phone_app);
    size_t newest = newest_block(screen);
    if (!app->scene || newest == screen->block_count) {
        return;
    }
    float least = screen->view.h * 0.36f;
    float wanted = screen->blocks[newest].height + 2 * GAP;
    float scene = screen->view.h - screen->list.h;
    float free_h = screen->view.h - (screen->total + GAP);
    if (screen->stage->phone_app == PHONE_CAMERA && free_h > scene) {
        scene = free_h; /* a finder is as large as can be */
    } else if (wanted > screen->list.h) {
        scene = screen->view.h - wanted > least ? screen->view.h - wanted : least;
    }
    screen->list.y = screen->view.y + scene;
    screen->list.h = screen->view.h - scene;
}

/* The newest item is seen whole: where there is no room its picture shrinks, then the letters do. */
static void fit_newest(PhoneScreen *screen, UiFrame *frame)
{
    float least = screen->letters * 0.5f;
    float least_picture = screen->list.h * 0.26f;
    size_t newest = newest_block(screen);
    while (newest < screen->block_count && screen->letters > least &&
           screen->blocks[newest].height + 2 * GAP > screen->list.h) {
        bool has_picture = screen->blocks[newest].picture[1] > 0 && screen->picture_most > least_picture;
        screen->picture_most *= has_picture ? 0.85f : 1.0f;
        screen->letters *= has_picture ? 1.0f : 0.92f;
        screen->unit *= has_picture ? 1.0f : 0.96f;
        measure_blocks(screen, frame);
    }
}

/* Where a block is cut that is too high by `over`: through its picture, of which enough is left; 0: nowhere.
 */
static float cut_of(const PhoneBlock *block, float over)
{
    float first = block->picture[0] + 4;
    float last = block->picture[0] + (block->picture[1] - block->picture[0]) * 0.86f;
    float cut = over > first ? over : first;
    return over > 0 && cut < last ? cut : 0;
}

/* How far the first `count` blocks are scrolled up, so that no words are cut at the top. */
static float scroll_of(const PhoneScreen *screen, size_t count)
{
    float total = count ? screen->blocks[count - 1].top + screen->blocks[count - 1].height + 2 * GAP : 0;
    for (size_t i = 0; i < count; i++) {
        const PhoneBlock *block = &screen->blocks[i];
        float cut = i + 1 < count ? cut_of(block, total - screen->list.h - block->top) : 0;
        if (cut > 0) {
            return block->top + cut;
        }
        if (total - block->top <= screen->list.h || i + 1 == count) {
            return block->top;
        }
    }
    return 0;
}

/* What is left below the items goes to a map, a finder or, until all of it is seen, a video. */
static void fill_scene(PhoneScreen *screen)
{
    bool is_video = screen->stage->phone_app == PHONE_VIDEO;
    bool grows = is_video || screen->stage->phone_app == PHONE_MAP || screen->stage->phone_app == PHONE_CAMERA;
    if (!grows || screen->block_count == 0) {
        return;
    }
    float used = screen->total - scroll_of(screen, screen->block_count) + GAP;
    float scene = screen->view.h - used;
    float most = screen->view.h * 0.84f;
    most = is_video && most > screen->view.w * 0.67f ? screen->view.w * 0.67f : most;
    scene = scene < most ? scene : most;
    if (scene > screen->list.y - screen->view.y) {
        screen->list.y = screen->view.y + scene;
        screen->list.h = screen->view.h - scene;
    }
}

static void lay_out(PhoneScreen *screen, UiFrame *frame, float quiet_h)
{
    const Stage *stage = screen->stage;
    screen->body = body_rect(stage, frame);
    const Rect *body = &screen->body;
    float bottom = body->y + body->h - CONTENT_BOTTOM;
    float covered = frame->height - quiet_h - PILL_H; /* the speaker's pill stands out of the box */
    bottom = bottom < covered ? bottom : covered;
    screen->view =
        (Rect){ body->x + RIM, body->y + CONTENT_TOP, body->w - 2 * RIM, bottom - body->y - CONTENT_TOP };
    screen->view.h = screen->view.h > LEAST_H ? screen->view.h : LEAST_H;
    screen->is_group = is_group_chat(stage);
    screen->unit = body->w / BODY_W;
    screen->letters = room_scale(frame);
    screen->bar_letters = screen->letters;
    make_blocks(screen);
    split_view(screen);
    screen->picture_most = screen->list.h * 0.5f;
    measure_blocks(screen, frame);
    give_room(screen);
    fit_newest(screen, frame);
    fill_scene(screen);
}

/* --- scrolling --------------------------------------------------------------------------- */

/* One that changed further up is brought into view, and what is below it goes out. */
static float scroll_now(const PhoneScreen *screen)
{
    size_t count = screen->block_count;
    size_t newest = newest_block(screen);
    if (newest + 1 < count) {
        float all = scroll_of(screen, count);
        return all < screen->blocks[newest].top ? all : screen->blocks[newest].top;
    }
    const PhoneItem *item = phone_item(screen, screen->blocks[count - 1].first);
    float share = ease_out_cubic(phone_share(screen->stage, item->at_ms, PHONE_POP_MS));
    float before = scroll_of(screen, count - 1);
    return before + (scroll_of(screen, count) - before) * share;
}

/* A small sign where there is more than is seen. */
static void draw_more(const PhoneScreen *screen, UiFrame *frame, bool is_above)
{
    float side = 56;
    float edge = is_above ? screen->list.y : screen->list.y + screen->list.h;
    Rect box = { screen->list.x + (screen->list.w - side) * (is_above ? 0.5f : 0.98f),
                 edge - side * (is_above ? 0.36f : 0.9f), side, side };
    phone_sign(frame, "phone/sign/", is_above ? SV("more_up") : SV("more_down"), box, SIGN_CANVAS, 1);
}

static void draw_block(const PhoneScreen *screen, UiFrame *frame, const PhoneBlock *block, float y)
{
    float share = phone_share(screen->stage, phone_item(screen, block->first)->at_ms, PHONE_POP_MS);
    bool is_chat = screen->stage->phone_app == PHONE_CHAT; /* whose bubbles swell */
    PhonePen pen = { .y = y + (is_chat ? 0 : (1 - ease_out_back(share)) * 40),
                     .draws = true,
                     .alpha = share * 2 < 1 ? share * 2 : 1 };
    run_block(screen, frame, block, &pen);
    phone_pick_block(screen, frame, block, pen.hit.w > 0 ? pen.hit : (Rect){ screen->list.x + SIDE, y, screen->list.w - 2 * SIDE, block->height });
}

static void draw_list_of(const PhoneScreen *screen, UiFrame *frame)
{
    const Rect *list = &screen->list;
    if (screen->block_count == 0) {
        return;
    }
    float scroll = screen->picks ? phone_pick_scroll(screen, GAP) : scroll_now(screen);
    bool is_more_below = false;
    float end = screen->body.y + screen->body.h - 30;
    draw_clip(frame->draw, (Rect){ ui_mirror_x(frame, list->x, list->w), list->y, list->w, end - list->y });
    for (size_t i = 0; i < screen->block_count; i++) {
        const PhoneBlock *block = &screen->blocks[i];
        float top = block->top - scroll;
        is_more_below = is_more_below || top + block->height > list->h + GAP;
        if (top + block->height > 1 && top < list->h) {
            draw_block(screen, frame, block, list->y + GAP + 4 + top);
        }
    }
    draw_clip_end(frame->draw);
    if (scroll > 1) {
        draw_more(screen, frame, true);
    }
    if (is_more_below) {
        draw_more(screen, frame, false);
    }
}

/* --- the phone --------------------------------------------------------------------------- */

/* How far it is pushed down: it swings up from below, and falls when it is put away. */
static float below_of(const Stage *stage, const UiFrame *frame)
{
    if (phone_is_leaving(stage)) {
        float share = phone_share(stage, stage->phone_closed_ms, PHONE_FALL_MS);
        return share * share * frame->height;
    }
    return (1 - ease_out_back(phone_share(stage, stage->phone_opened_ms, PHONE_RISE_MS))) * 420;
}

static void move_by(PhoneScreen *screen, float x, float y)
{
    Rect *rects[] = { &screen->body, &screen->view, &screen->list };
    for (size_t i = 0; i < sizeof rects / sizeof rects[0]; i++) {
        rects[i]->x += x;
        rects[i]->y += y;
    }
}

/* Behind the items; the frame itself has that of the chat. */
static void draw_wall(const PhoneScreen *screen, UiFrame *frame)
{
    const Rect *body = &screen->body;
    PhoneApp app = screen->stage->phone_app;
    if (app == PHONE_CHAT) {
        return;
    }
    float wide = body->w - 2 * RIM;
    float deco = wide * 0.5f;
    float home = 180;
    Rect low = { body->x + RIM, body->y + body->h - 16 - deco, wide, deco };
    phone_nine(frame, "phone/wall",
               (Rect){ body->x + RIM - 3, body->y + CONTENT_TOP - 6, wide + 6, body->h - CONTENT_TOP - 8 },
               screen->look.wall);
    phone_sign(frame, "phone/deco/", strview_from_cstr(phone_app_name(app)), low, 600, 1);
    phone_nine(frame, "phone/pill", (Rect){ body->x + (body->w - home) / 2, body->y + body->h - 36, home, 9 },
               rgba_with_alpha(screen->look.ink, 0.35f));
}

static void draw_phone(const Stage *stage, UiFrame *frame, float quiet_h, PhonePicks *picks)
{
    PhoneScreen *screen = arena_take(frame->arena, 1, sizeof *screen);
    if (!screen) {
        return;
    }
    *screen = (PhoneScreen){ .stage = stage, .picks = picks, .look = phone_look(frame->theme, stage->phone_app) };
    lay_out(screen, frame, quiet_h);
    float aside = stage_shift(stage, true) + (stage_is_crowded(stage) && frame->width >= frame->height ? MIDDLE_ASIDE : 0);
    aside = frame->mirrored ? -aside : aside; /* actors stand where they stand in every language */
    move_by(screen, aside, below_of(stage, frame));
    const Rect *body = &screen->body;
    if (picks) {
        picks->body = screen->body;
        picks->view = screen->list;
    }
    const PhoneAppView *app = app_view(stage->phone_app);
    phone_nine(frame, "ui/phone_frame", *body, 0xFFFFFFFFu);
    draw_wall(screen, frame);
    phone_draw_bar(screen, frame);
    if (app->scene) {
        float height = screen->list.y - screen->view.y;
        app->scene(screen, frame, (Rect){ screen->view.x, screen->view.y, screen->view.w, height });
    }
    draw_list_of(screen, frame);
}

void phone_draw(const Stage *stage, UiFrame *frame, float quiet_h, PhonePicks *picks)
{
    Theme theme = theme_on_screen(frame->theme);
    UiFrame screen = *frame;
    screen.theme = &theme;
    SpeakList unheard = { 0 };
    if (phone_is_leaving(stage)) { /* what goes is not read out again */
        speak_list_begin(&unheard, frame->arena, SV("going"));
        screen.speak = &unheard;
    }
    draw_phone(stage, &screen, quiet_h, picks);
}
