#ifndef SANGO_STAGE_PHONE_INTERNAL_H
#define SANGO_STAGE_PHONE_INTERNAL_H

#include "stage_internal.h"

/* How the phone is drawn. phone_draw.c places the body and lets blocks of items scroll in it;
 * phone_bar.c is the upper bar; phone_look.c has the colours and phone_words.c the words of each
 * app; phone_pen.c writes and draws downwards, phone_parts.c and phone_controls.c what several apps share;
 * the apps are phone_chat.c, phone_feed.c (feed, comments), phone_rows.c (game, settings, store),
 * phone_pages.c (mail, search) and phone_scenes.c (camera, map, video), which have a picture above their
 * items.
 *
 * Rectangles are those of a left-to-right screen; what draws mirrors them. */
enum { SIGN_CANVAS = 48 };

typedef struct PhoneLook {
    Rgba bar, bar_ink;    /* the upper bar and what is written on it */
    Rgba wall;            /* behind everything */
    Rgba card, ink, soft; /* an item's box, its words and its small words */
    Rgba frame;           /* lines and empty places on a card */
} PhoneLook;

/* An item with its notes, or buttons in a row: what scrolls as one. */
typedef struct PhoneBlock {
    size_t first, count; /* of the stage's items */
    float top, height;   /* from the first block's top */
    float picture[2];    /* where a large picture begins and ends, from its own top */
} PhoneBlock;

typedef struct PhoneScreen {
    const Stage *stage;
    PhoneLook look;
    Rect body;          /* of the whole phone */
    Rect view;          /* where its content is seen */
    Rect list;          /* the part of the view where blocks scroll */
    float unit;         /* of measures: 1 for a body 720 wide */
    float letters;      /* of text sizes: 1 as the theme has them */
    float bar_letters;  /* the same in the bar, where they do not shrink */
    float picture_most; /* height of a picture between words */
    bool is_group;
    PhoneBlock blocks[PHONE_ITEMS_MAX];
    size_t block_count;
    float total;
    PhonePicks *picks; /* NULL: nothing can be marked */
} PhoneScreen;

/* Goes down a column; measures the same way as it draws. */
typedef struct PhonePen {
    UiFrame *frame;
    const PhoneScreen *screen;
    float x, y, w;
    bool draws;
    float *picture; /* of the block; NULL when not asked for */
    float alpha;    /* of an item that comes in */
    Rect hit;       /* written where an item is smaller than its block; else w is 0 */
} PhonePen;

/* One app. `scene`, where there is one, is the share of the view above the blocks, 0..1. */
typedef struct PhoneAppView {
    void (*block)(PhonePen *pen, const PhoneBlock *block);
    void (*scene)(const PhoneScreen *screen, UiFrame *frame, Rect box);
    float scene_share;
} PhoneAppView;

/* phone_look.c */
PhoneLook phone_look(const Theme *theme, PhoneApp app);
Rgba phone_mix(Rgba from, Rgba to, float share); /* opaque */

/* phone_words.c: words of the game's own, in the child's language. */
StrView phone_app_title(const UiFrame *frame, PhoneApp app);
StrView phone_badge_word(const UiFrame *frame, StrView badge);
StrView phone_state_word(const UiFrame *frame, PhoneState state); /* empty for those that are only drawn */
StrView phone_picture_word(const UiFrame *frame, StrView picture);
StrView phone_with_number(const UiFrame *frame, StrView pattern, int number); /* for {n} */
StrView phone_with_text(const UiFrame *frame, StrView pattern, StrView text); /* for {what} */

/* phone_bar.c: whoever writes has a picture, else that of somebody. */
void phone_draw_bar(const PhoneScreen *screen, UiFrame *frame);
void phone_face(UiFrame *frame, StrView who, float x, float y, float side, float alpha);

/* phone_pen.c */
const PhoneItem *phone_item(const PhoneScreen *screen, size_t index);
void phone_nine(UiFrame *frame, const char *name, Rect rect, Rgba tint);
/* A sprite of `canvas` units that stands in a square. */
void phone_sign(UiFrame *frame, const char *folder, StrView name, Rect rect, float canvas, float alpha);
void phone_tell(UiFrame *frame, SpeakRole role, StrView label, StrView value, Rect rect);
float pen_size(const PhonePen *pen, float size); /* em of a theme's size here */
float pen_unit(const PhonePen *pen, float units);
/* A paragraph over the whole width; steps below it. */
void pen_text(PhonePen *pen, StrView text, TextFace face, float size, Rgba color, StrView line_id);
void pen_heading(PhonePen *pen, StrView text, float size, Rgba color, StrView line_id);
float phone_line_height(const PhonePen *pen, float size);
/* One line that shrinks to fit; steps below it. */
void pen_name(PhonePen *pen, StrView text, float size, Rgba color);
void pen_gap(PhonePen *pen, float units);
/* The same pen on a part of its width. */
PhonePen pen_part(const PhonePen *pen, float from, float width);
/* A box behind what comes, `height` of it; the pen goes inside. Ended by pen_card_end(). */
PhonePen pen_card(PhonePen *pen, const PhoneBlock *block, Rgba color);
void pen_card_end(PhonePen *pen, const PhonePen *inside);

/* phone_parts.c */
void pen_picture(PhonePen *pen, StrView picture, float most);
void phone_picture(UiFrame *frame, StrView picture, Rect box, float alpha);
void pen_note_picture(PhonePen *pen, float top, float height);
/* Face, name and words beside it. */
void pen_who(PhonePen *pen, const PhoneItem *item, float face);
/* Signs in a row: badge, state, age, price, length. */
void pen_signs(PhonePen *pen, const PhoneItem *item);
void phone_chip(PhonePen *pen, StrView sign, StrView word, Rect box, Rgba tint);
float phone_chip_width(const PhonePen *pen, StrView sign, StrView word);
float phone_chip_height(const PhonePen *pen);
void pen_stars(PhonePen *pen, int stars);
void pen_likes(PhonePen *pen, const PhoneItem *item);

/* phone_controls.c: words with a switch at their end. */
void pen_switch_row(PhonePen *pen, const PhoneItem *item);
bool phone_is_switch(const PhoneItem *item);
void pen_notes(PhonePen *pen, const PhoneBlock *block);
void pen_buttons(PhonePen *pen, const PhoneBlock *block);
/* Buttons and switches, which look the same in every app. True when the block is one of them. */
bool pen_controls(PhonePen *pen, const PhoneBlock *block);

/* phone_picks.c: lets an item, or those of a block, be pressed where they are seen. */
void phone_pick(const PhoneScreen *screen, UiFrame *frame, const PhoneItem *item, Rect rect);
void phone_pick_block(const PhoneScreen *screen, UiFrame *frame, const PhoneBlock *block, Rect rect);
/* Where marks are made the child turns the page: how far the list is scrolled then, `gap` units below its end. */
float phone_pick_scroll(const PhoneScreen *screen, float gap);

/* The apps. */
void phone_chat_block(PhonePen *pen, const PhoneBlock *block);
void phone_feed_block(PhonePen *pen, const PhoneBlock *block);
void phone_comment(PhonePen *pen, const PhoneBlock *block);
void phone_game_block(PhonePen *pen, const PhoneBlock *block);
void phone_settings_block(PhonePen *pen, const PhoneBlock *block);
void phone_store_block(PhonePen *pen, const PhoneBlock *block);
void phone_mail_block(PhonePen *pen, const PhoneBlock *block);
void phone_search_block(PhonePen *pen, const PhoneBlock *block);
void phone_camera_block(PhonePen *pen, const PhoneBlock *block);
void phone_camera_scene(const PhoneScreen *screen, UiFrame *frame, Rect box);
void phone_map_block(PhonePen *pen, const PhoneBlock *block);
void phone_map_scene(const PhoneScreen *screen, UiFrame *frame, Rect box);
void phone_video_block(PhonePen *pen, const PhoneBlock *block);
void phone_video_scene(const PhoneScreen *screen, UiFrame *frame, Rect box);
/* True when the scene shows the item, so that it is no block. */
bool phone_scene_takes(const PhoneScreen *screen, size_t index);
bool phone_is_current_video(const PhoneScreen *screen, size_t index);

#endif
