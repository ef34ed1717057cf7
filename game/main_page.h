#ifndef SANGO_MAIN_PAGE_H
#define SANGO_MAIN_PAGE_H

#include <stddef.h>

/* What the page does for main_web.c, as web_page.h for the platform: game/web/library_sango.js. */
void page_write_files(void);  /* what the start needs, into the program's files */
void page_begun(void);        /* the loop begins: sango_turn() is called from now on */
void page_ended(int code);    /* 0: somebody has chosen to quit */
void page_set_language(const char *tag, int is_rtl);

/* What the page calls. Takes what has happened, draws when something changed; how many ms until it wants to be called again, -1: only
 * after an event. */
int sango_turn(void);

/* What is kept, see main_store_web.c. */
size_t page_saved_bytes(void);            /* of what was kept; 0: nothing */
void page_take_saved(void *bytes);        /* as many */
void page_keep(const void *bytes, size_t len); /* written when this returns or a little later; the last one stays */
void page_keep_damaged(const void *bytes, size_t len); /* beside it, in the place of one that was put there before */
void page_forget_damaged(void);
int page_can_keep(void);                  /* 1: yes; 0: this browser keeps nothing; 2: another page with the game keeps now */

#endif
