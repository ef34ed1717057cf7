#ifndef SANGO_GROWNUPS_INTERNAL_H
#define SANGO_GROWNUPS_INTERNAL_H

#include "sango/base/arena.h"
#include "sango/classroom/lesson.h"
#include "sango/player/app.h"
#include "sango/player/papers.h"

/* Pages of the area: lines of text and things to press, as many on a screen as fit, with buttons for the rest. A kind says what stands
 * on a page and what a press does; page.c does everything else.
 *
 *     static void fill_about(GrownPage *page, App *app)
 *     {
 *         page->title = TR(app->parts.catalogue, "about.screen", "About");
 *         grown_text(page, TR(app->parts.catalogue, "about.one", "…"));
 *         grown_row(page, ABOUT_MORE, TR(…), TR(…));
 *     } */
typedef struct GrownPage GrownPage;

typedef struct GrownKind {
    void (*fill)(GrownPage *page, App *app);                 /* title and items; texts live until the next filling, or in page->arena */
    void (*chosen)(GrownPage *page, App *app, uint32_t id);  /* a row or switch; may be NULL. The page is filled again behind it */
    bool is_live; /* files may come that it lists: it is filled with each step */
} GrownKind;

typedef struct GrownItem {
    enum { GROWN_TEXT, GROWN_HEADING, GROWN_ROW, GROWN_SWITCH } kind;
    uint32_t id; /* ROW, SWITCH: GROWN_FIRST_ID .. 999 */
    StrView text, description;
    bool is_on;
} GrownItem;

struct GrownPage {
    Scene base;
    const GrownKind *kind;
    StrView key; /* what the page is about, such as a lesson's id: as given at creation */
    int64_t number;
    Arena keep;  /* as long as the page */
    Arena arena; /* until it is filled again */
    StrView title;
    GrownItem *items;
    size_t count, first, shown; /* items; the first on the screen; how many stood there at the last drawing */
    bool is_whole;              /* all of them stood there */
};

enum { GROWN_MORE = 1, GROWN_BEFORE = 2, GROWN_FIRST_ID = 10 };

Scene *grown_page_create(App *app, const GrownKind *kind, StrView key, int64_t number);
void grown_page_fill(GrownPage *page, App *app);

void grown_text(GrownPage *page, StrView text);
void grown_heading(GrownPage *page, StrView text);
void grown_row(GrownPage *page, uint32_t id, StrView text, StrView description); /* description: may be empty */
void grown_switch(GrownPage *page, uint32_t id, StrView text, bool is_on);
/* "pattern" with values, in the page's arena. */
StrView grown_format(GrownPage *page, StrView pattern, const TextValue *values, size_t count);
StrView grown_number(GrownPage *page, uint64_t number);
/* A path or a number of a telephone, so that a right-to-left page does not turn its parts round. Empty stays empty. */
StrView grown_ltr(GrownPage *page, const Catalogue *texts, StrView text);
void grown_say(GrownPage *page, StrView pattern, const TextValue *values, size_t count); /* formats and adds a text */
void grown_lines(GrownPage *page, StrView text); /* each line of it a text, copied */
void grown_note(void *user, const Diag *diag);   /* of a DiagSink, whose user is a StrBuf: a line for each mistake */

/* A title and a line below it, with a picture before them, as one thing to press. */
typedef struct GrownTile {
    StrView title, line, icon; /* icon: may be empty */
    bool leads;                /* what most come for: in the colour that leads on */
} GrownTile;
void grown_tile(UiFrame *frame, const GrownTile *tile, uint32_t id, Rect rect);

/* Writes a paper, shows it where there is a program for it, and asks for a page that says where the file is or what went wrong.
 * `can_show` is false for files that are taken along, such as CSV. */
void grown_give_paper(App *app, StrView name, StrView content, bool can_show);
void grown_give_page(App *app, Status status, StrView name, const StrBuf *page); /* a filled template; `status` of filling it */
void grown_show_paper(App *app, Status status, StrView path, bool can_show); /* the same when it is written already */

/* A paper about lessons: the report to print, figures for a spreadsheet, or what another computer imports. */
typedef enum GrownAbout { GROWN_REPORT, GROWN_CSV, GROWN_JSON } GrownAbout;
void grown_give_lessons(App *app, const Lesson *const *lessons, size_t count, GrownAbout about, StrView name);

/* The pages. */
Scene *grown_lessons_create(App *app);
Scene *grown_import_create(App *app);
Scene *grown_print_create(App *app);
Scene *grown_packs_create(App *app);
Scene *grown_helplines_create(App *app);
Scene *grown_saved_create(App *app);
Scene *grown_privacy_create(App *app);
Scene *grown_about_create(App *app);
/* How a stand is set up; NULL where this program has none (kiosk_page_none.c). */
extern Scene *(*const grown_kiosk_create)(App *app);

#endif
