#ifndef SANGO_PLAYER_ACTIVITY_INTERNAL_H
#define SANGO_PLAYER_ACTIVITY_INTERNAL_H

#include "sango/player/app.h"
#include "sango/level/session.h"

/* An activity on the screen: a mode of the playing scene. activity_play.c is what the child does,
 * activity_hand.c dragging, activity_board.c the page around it, activity_tile.c one thing of it,
 * activity_said.c its words; one file a kind: sort, order, match, build, plan, say, spot. What is right is decided in
 * game/activity. */
typedef struct PlayScene PlayScene;

enum {
    ACTIVITY_DONE = 20,
    ACTIVITY_HEAR = 21,
    ACTIVITY_BACK = 22, /* spot: what is above is shown */
    ACTIVITY_ON = 23,   /* spot: what is below */
    ACTIVITY_ITEM = 100, /* + index of an item */
    ACTIVITY_LESS = 200, /* plan: + index of a part */
    ACTIVITY_MORE = 300
};
enum { ACTIVITY_FLY_MS = 380, ACTIVITY_WOBBLE_MS = 700, ACTIVITY_RISE_MS = 420, ACTIVITY_SAY_MS = 2600 };

typedef struct PlayActivity {
    const ActivityData *data; /* borrowed from the session until it is answered; NULL: none */
    ActivityState state;
    size_t picked;        /* item in the child's hand; SIZE_MAX: none */
    uint32_t right;       /* bits 1 << item: as the last Done found them; right ones stay */
    uint32_t wrong;
    unsigned right_count, right_of;
    bool is_over;         /* all is right */
    ActivityMove lead;    /* what gets on; item SIZE_MAX: Done does */
    unsigned strength;    /* build */
    uint64_t began_ms, checked_ms, over_ms; /* 0: not yet */
    uint64_t heard_ms;    /* the question is said again until then; 0: it was not asked for */
    Rect before[ACTIVITY_ITEMS_MAX]; /* on the screen: where tiles were when the last move was made */
    uint64_t moved_ms;
    size_t held;          /* item under the pointer; SIZE_MAX: none */
    size_t pressed;       /* the same before it has moved */
    float press_x, press_y;
    size_t scroll, scroll_last; /* spot: blocks of the phone that are above now, and at its end */
    bool turns_up;        /* spot: whoever looks for something goes up again */
} PlayActivity;

/* One thing that can be taken. */
typedef struct ActivityTile {
    size_t item;
    uint32_t id;     /* 0: not to be pressed */
    Rect rect;
    unsigned number; /* on a disc at the start; 0: none */
    StrView pill;    /* sprite of the disc; empty: the usual one */
    float size;      /* em of the words; 0: theme's label */
    float before, behind; /* units at start and end that are the caller's */
    StrView where;   /* said: where it is */
    uint8_t group;
    bool is_upright; /* picture above the words */
    bool is_picked, leads;
    bool is_choice, is_chosen; /* one of a row: a ring at its start, with a tick in it */
} ActivityTile;

/* Tiles that are drawn last: in the hand, or on their way. */
typedef struct ActivityCarried {
    ActivityTile tiles[ACTIVITY_ITEMS_MAX];
    size_t count;
    bool is_drawn;
    size_t scroll_last; /* see PlayActivity */
} ActivityCarried;

/* What drawing needs, for one frame. */
typedef struct ActivityPage {
    const PlayScene *play;
    App *app;
    UiFrame *frame;
    const ActivityData *data;
    const PlayActivity *activity;
    ActivityMove lead;
    bool is_tall;
    ActivityCarried *carried;
} ActivityPage;

/* One kind. Rectangles are those of a left-to-right screen. */
typedef struct ActivityView {
    void (*draw)(const ActivityPage *page, Rect inside); /* NULL: draws the whole page */
    void (*draw_page)(const ActivityPage *page);
    void (*press)(PlayScene *play, App *app, uint32_t id);
    /* An item was let go over a widget. False: it goes back. NULL: nothing can be dragged. */
    bool (*drop)(PlayScene *play, App *app, size_t item, uint32_t onto);
    StrView (*task)(const ActivityPage *page); /* what to do now, in a few words */
} ActivityView;
extern const ActivityView activity_sort_view, activity_order_view, activity_match_view, activity_build_view, activity_plan_view,
    activity_say_view, activity_spot_view;
const ActivityView *activity_view(ActivityKind kind);

/* activity_play.c */
void activity_open(PlayScene *play, App *app, const ActivityData *data);
void activity_close(PlayScene *play, App *app); /* what was half done is forgotten */
bool activity_activate(PlayScene *play, App *app, uint32_t id); /* false: not one of its widgets */
int activity_deadline_ms(const PlayScene *play, uint64_t now_ms); /* -1: it stands */
/* Makes a move with its sound, and keeps it. False when it cannot be made. */
bool activity_put(PlayScene *play, App *app, size_t item, int to);
void activity_pick(PlayScene *play, App *app, size_t item); /* into the hand, or out of it */
void activity_note_places(PlayActivity *activity, const App *app); /* where tiles are seen now: they move from there */
bool activity_is_placed(const PlayActivity *activity, size_t item);
bool activity_is_free(const PlayActivity *activity, size_t item); /* can be moved: not yet found right */
size_t activity_item_of(uint32_t id); /* of an ITEM id; SIZE_MAX for others */
void activity_hear(PlayScene *play, App *app);

/* activity_hand.c: true when the event was taken. */
bool activity_input(PlayScene *play, App *app, const InputEvent *event);

/* activity_board.c */
void activity_draw(PlayScene *play, App *app, UiFrame *frame);
/* Where the caption of a sound stands, units, as on a left-to-right screen. */
float activity_caption_x(const UiFrame *frame, float width);
float activity_caption_y(const UiFrame *frame, float height);
uint32_t activity_first_focus(const PlayScene *play);
/* Words about how it stands, and Done. */
void activity_draw_foot(const ActivityPage *page, Rect rect);
void activity_draw_question(const ActivityPage *page, Rect rect);
float activity_wobble(const ActivityPage *page, size_t item); /* units to the side */

/* activity_tile.c */
/* Draws and says it; one that is carried or flies is drawn by activity_draw_carried(). */
void activity_tile(const ActivityPage *page, const ActivityTile *tile);
void activity_draw_carried(const ActivityPage *page);
/* An empty place; `id` 0 when nothing can be put there. */
void activity_slot(const ActivityPage *page, uint32_t id, Rect rect, StrView label, bool leads);
float activity_picture(const ActivityPage *page, const ActivityItem *item, Rect rect); /* width that it takes; 0: there is none */
/* Tick or lamp on the upper corner at the end of a tile. */
void activity_mark(const ActivityPage *page, size_t item, Rect rect);
/* The largest size of words, at most `size`, with which each of these items fits into a tile. */
float activity_words_size(const ActivityPage *page, ActivityRole role, const ActivityTile *like, float size);

/* activity_said.c */
StrView activity_with(const ActivityPage *page, StrView pattern, const char *name, StrView text);
StrView activity_state_said(const ActivityPage *page, size_t item, StrView where); /* where it is, and whether it is right */
StrView activity_message(const ActivityPage *page); /* of the foot */
StrView activity_hint(const ActivityPage *page, size_t item);

#endif
