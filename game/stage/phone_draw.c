#include "stage_internal.h"

#include "sango/ui/tween.h"

#include <math.h>
#include <string.h>

/* How the phone looks: a frame, a bar with the contact, bubbles. It keeps its size when
 * the speech box comes; the box covers its lower end and the messages stay above it.
 * Rectangles are those of a left-to-right screen; what is drawn here mirrors them. */
enum { BODY_W = 720, BODY_H = 1010, TOP_ROW_H = 150, TALL_TOP = 220, TOP_ROW_W = 1120, HEADS_H = 830 };
enum { RIM = 28, BAR_TOP = 24, BAR_H = 92, CHAT_TOP = 121, CHAT_BOTTOM = 62, GAP = 16, PAD_X = 34, PAD_Y = 16 };
enum { FACE = 84, SMALL_FACE = 68, FACE_CANVAS = 160, CORNER_ROOM = 24 };
enum { MIDDLE_ASIDE = 110 }; /* for those who came to the middle and have stepped left */

typedef struct Chat {
    Rect body;   /* of the whole phone */
    Rect view;   /* where messages are seen */
    float size;  /* of their text, before the reader's scale */
    bool is_group;
    float bubble_w; /* the widest one */
    float heights[MESSAGES_MAX], tops[MESSAGES_MAX]; /* from the first message's top */
    float total;
} Chat;

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

static bool is_group_chat(const Stage *stage)
{
    StrView contact = name_view(&stage->phone_contact);
    for (size_t i = 0; i < stage->message_count; i++) {
        const Message *message = &stage->messages[i];
        if (contact.len && !message->is_mine && message->from.len && !strview_equal(message->from, contact)) {
            return true;
        }
    }
    return false;
}

/* The first of some messages of one sender names who it is. */
static bool begins_turn(const Stage *stage, size_t index)
{
    const Message *message = &stage->messages[index];
    return message->from.len && (index == 0 || !strview_equal(message->from, stage->messages[index - 1].from));
}

static bool shows_name(const Stage *stage, const Chat *chat, size_t index)
{
    return chat->is_group && !stage->messages[index].is_mine && begins_turn(stage, index);
}

static UiText name_text(const UiFrame *frame, const Chat *chat, StrView from)
{
    return (UiText){ .rect = { 0, 0, chat->bubble_w, 0 },
                     .text = from,
                     .face = TEXT_FACE_BOLD,
                     .size = chat->size * 0.7f,
                     .color = frame->theme->ink_soft,
                     .role = SPEAK_TEXT,
                     .max_lines = 1 };
}

static UiText message_text(const Chat *chat, const Message *message)
{
    return (UiText){ .rect = { 0, 0, chat->bubble_w - 2 * PAD_X, 0 },
                     .text = message->text.len ? message->text : SV(" "),
                     .size = chat->size,
                     .line_spacing = 0.98f,
                     .role = SPEAK_TEXT };
}

static float bubble_height(UiFrame *frame, const Chat *chat, const Message *message)
{
    UiText text = message_text(chat, message);
    float height = ui_text_height(frame, &text) + 2 * PAD_Y;
    return height > 92 ? height : 92; /* two corners of the bubble's picture */
}

static void measure_messages(const Stage *stage, UiFrame *frame, Chat *chat)
{
    chat->total = 0;
    for (size_t i = 0; i < stage->message_count; i++) {
        UiText name = name_text(frame, chat, stage->messages[i].from);
        chat->tops[i] = chat->total;
        chat->heights[i] = bubble_height(frame, chat, &stage->messages[i]);
        chat->heights[i] += shows_name(stage, chat, i) ? ui_text_height(frame, &name) + 8 : 0;
        chat->total += chat->heights[i] + GAP;
    }
}

/* The newest message is seen whole: where large letters leave no room, they shrink. */
static void lay_out_chat(const Stage *stage, UiFrame *frame, float quiet_h, Chat *chat)
{
    chat->body = body_rect(stage, frame);
    const Rect *body = &chat->body;
    float bottom = body->y + body->h - CHAT_BOTTOM;
    float covered = frame->height - quiet_h - 56; /* the speaker's pill stands out of the box */
    bottom = bottom < covered ? bottom : covered;
    chat->view = (Rect){ body->x + RIM, body->y + CHAT_TOP, body->w - 2 * RIM, bottom - body->y - CHAT_TOP };
    chat->view.h = chat->view.h > 140 ? chat->view.h : 140;
    chat->is_group = is_group_chat(stage);
    chat->bubble_w = chat->view.w - 2 * CORNER_ROOM - (chat->is_group ? SMALL_FACE + 12 : 56);
    chat->size = frame->theme->text_body * room_scale(frame) * (frame->text_scale > 1.25f ? 1.0f : 1.2f);
    float least = chat->size * 0.5f;
    measure_messages(stage, frame, chat);
    while (stage->message_count && chat->size > least && chat->heights[stage->message_count - 1] + 2 * GAP > chat->view.h) {
        chat->size *= 0.92f;
        measure_messages(stage, frame, chat);
    }
}

/* How far the first `count` messages are scrolled up, so that none is cut at the top. */
static float scroll_of(const Chat *chat, size_t count)
{
    float total = count ? chat->tops[count - 1] + chat->heights[count - 1] + 2 * GAP : 0;
    for (size_t i = 0; i < count; i++) {
        if (total - chat->tops[i] <= chat->view.h || i + 1 == count) {
            return chat->tops[i];
        }
    }
    return 0;
}

/* A contact without a picture of their own has that of somebody: a sprite that is not
 * there draws nothing over it. */
static void draw_face(UiFrame *frame, StrView who, float x, float y, float side, float alpha)
{
    char name[64] = "ui/avatar_";
    size_t len = strlen(name);
    for (size_t i = 0; i < who.len && len < sizeof name; i++) {
        char c = who.data[i];
        if (c != ' ') {
            name[len++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
        }
    }
    float scale = side / FACE_CANVAS;
    DrawPose pose = { .x = ui_mirror_x(frame, x, side), .y = y, .scale_x = scale, .scale_y = scale };
    Rgba tint = rgba_with_alpha(0xFFFFFFFFu, alpha);
    draw_sprite(frame->draw, SV("ui/avatar_somebody"), pose, tint);
    draw_sprite(frame->draw, arena_copy(frame->arena, (StrView){ name, len }), pose, tint);
}

/* What an app is called when the level names no contact. */
static StrView app_title(const UiFrame *frame, StrView app)
{
    static const char *const apps[][3] = {
        { "feed", "phone.feed", "New pictures" }, { "game", "phone.game", "Game" },       { "camera", "phone.camera", "Camera" },
        { "settings", "phone.settings", "Settings" }, { "mail", "phone.mail", "Mail" },   { "search", "phone.search", "Search" },
        { "map", "phone.map", "Map" },            { "video", "phone.video", "Videos" },
    };
    for (size_t i = 0; i < sizeof apps / sizeof apps[0]; i++) {
        if (strview_equal(app, strview_from_cstr(apps[i][0]))) {
            return catalogue_get(frame->catalogue, strview_from_cstr(apps[i][1]), strview_from_cstr(apps[i][2]));
        }
    }
    return TR(frame->catalogue, "phone.chat", "Chat");
}

static void draw_bar(const Stage *stage, UiFrame *frame, Rect body)
{
    StrView contact = name_view(&stage->phone_contact);
    float start = body.x + RIM + 22;
    if (contact.len) {
        draw_face(frame, contact, start, body.y + BAR_TOP + (BAR_H - FACE) / 2.0f, FACE, 1);
        start += FACE + 20;
    }
    StrView title = contact.len ? arena_copy(frame->arena, contact) : app_title(frame, name_view(&stage->phone_app));
    ui_text(frame, &(UiText){ .rect = { start, body.y + BAR_TOP, body.x + body.w - RIM - 24 - start, BAR_H },
                              .text = title,
                              .face = TEXT_FACE_TITLE,
                              .size = 46 * room_scale(frame),
                              .color = frame->theme->white,
                              .role = SPEAK_HEADING,
                              .middle = true,
                              .max_lines = 1,
                              .fit_min = 0.4f });
}

/* Width of the words as they break, for a bubble that is no wider than it must be. */
static float words_width(UiFrame *frame, const UiText *text)
{
    TextStyle style = { .size = text->size * frame->text_scale,
                        .line_spacing = text->line_spacing,
                        .direction = frame->mirrored ? TEXT_DIRECTION_RTL : TEXT_DIRECTION_AUTO };
    TextLayout layout;
    bool is_done = text_layout(frame->arena, frame->measure, text->text, &style, text->rect.w, &layout) == STATUS_OK;
    return is_done && layout.width < text->rect.w ? ceilf(layout.width) + 1 : text->rect.w;
}

/* It swells out of its tail. */
static void draw_bubble(UiFrame *frame, Rect box, bool is_mine, float share)
{
    static const char *const art[2][2] = { { "ui/bubble_in", "ui/bubble_in_rtl" }, { "ui/bubble_out", "ui/bubble_out_rtl" } };
    float scale = 0.7f + 0.3f * ease_out_back(share);
    Rect drawn = { is_mine ? box.x + box.w * (1 - scale) : box.x, box.y + box.h * (1 - scale), box.w * scale, box.h * scale };
    drawn.x = ui_mirror_x(frame, drawn.x, drawn.w);
    Rgba tint = rgba_with_alpha(0xFFFFFFFFu, share * 3 < 1 ? share * 3 : 1);
    draw_nine(frame->draw, strview_from_cstr(art[is_mine][frame->mirrored]), drawn, tint);
}

static void draw_message(const Stage *stage, UiFrame *frame, const Chat *chat, size_t index, float y)
{
    const Message *message = &stage->messages[index];
    float share = phone_share(stage, message->at_ms, MESSAGE_POP_MS);
    float alpha = share * 2 < 1 ? share * 2 : 1;
    bool has_face = chat->is_group && !message->is_mine;
    float x = chat->view.x + CORNER_ROOM + (has_face ? SMALL_FACE + 12.0f : 0);
    float bottom = y + chat->heights[index];
    UiText name = name_text(frame, chat, message->from);
    if (shows_name(stage, chat, index)) {
        name.rect.x = x + 8;
        name.rect.y = y;
        y += ui_text(frame, &name) + 8;
    } else if (begins_turn(stage, index) && (message->is_mine || index > 0)) {
        speak_list_add(frame->speak, &(SpeakItem){ .role = SPEAK_TEXT, .label = message->from, .rect = { x, y, 1, 1 } });
    }
    UiText text = message_text(chat, message);
    text.rect.w = words_width(frame, &text);
    float width = text.rect.w + 2 * PAD_X > 92 ? text.rect.w + 2 * PAD_X : 92;
    if (message->is_mine) {
        x = chat->view.x + chat->view.w - CORNER_ROOM - width;
    }
    draw_bubble(frame, (Rect){ x, y, width, bottom - y }, message->is_mine, share);
    if (has_face) {
        draw_face(frame, message->from, chat->view.x + CORNER_ROOM - 6, bottom - SMALL_FACE, SMALL_FACE, alpha);
    }
    text.color = rgba_with_alpha(frame->theme->ink, alpha);
    text.rect.x = x + PAD_X;
    text.rect.y = y + (bottom - y - ui_text_height(frame, &text)) / 2 - 2;
    (void)ui_text(frame, &text);
}

/* How far it is pushed down: it swings up from below, and falls when it is put away. */
static float below_of(const Stage *stage, const UiFrame *frame)
{
    if (phone_is_leaving(stage)) {
        float share = phone_share(stage, stage->phone_closed_ms, PHONE_FALL_MS);
        return share * share * frame->height;
    }
    return (1 - ease_out_back(phone_share(stage, stage->phone_opened_ms, PHONE_RISE_MS))) * 420;
}

static void draw_phone(const Stage *stage, UiFrame *frame, float quiet_h)
{
    Chat chat;
    size_t count = stage->message_count;
    lay_out_chat(stage, frame, quiet_h, &chat);
    float below = below_of(stage, frame);
    float aside = stage_shift(stage, true) + (stage_is_crowded(stage) ? MIDDLE_ASIDE : 0);
    chat.body.y += below;
    chat.view.y += below;
    aside = frame->mirrored ? -aside : aside; /* actors stand where they stand in every language */
    chat.body.x += aside;
    chat.view.x += aside;
    draw_nine(frame->draw, SV("ui/phone_frame"),
              (Rect){ ui_mirror_x(frame, chat.body.x, chat.body.w), chat.body.y, chat.body.w, chat.body.h }, 0xFFFFFFFFu);
    draw_bar(stage, frame, chat.body);
    if (count == 0) {
        return;
    }
    float share = ease_out_cubic(phone_share(stage, stage->messages[count - 1].at_ms, MESSAGE_POP_MS));
    float before = scroll_of(&chat, count - 1);
    float scroll = before + (scroll_of(&chat, count) - before) * share;
    draw_clip(frame->draw, (Rect){ ui_mirror_x(frame, chat.view.x, chat.view.w), chat.view.y, chat.view.w, chat.body.h - CHAT_TOP - 24 });
    for (size_t i = 0; i < count; i++) {
        float top = chat.tops[i] - scroll;
        if (top + chat.heights[i] > 1) {
            draw_message(stage, frame, &chat, i, chat.view.y + GAP + 4 + top);
        }
    }
    draw_clip_end(frame->draw);
}

void phone_draw(const Stage *stage, UiFrame *frame, float quiet_h)
{
    if (!phone_is_leaving(stage)) {
        draw_phone(stage, frame, quiet_h);
        return;
    }
    SpeakList unheard = { 0 }; /* what goes is not read out again */
    UiFrame going = *frame;
    speak_list_begin(&unheard, frame->arena, SV("going"));
    going.speak = &unheard;
    draw_phone(stage, &going, quiet_h);
}
