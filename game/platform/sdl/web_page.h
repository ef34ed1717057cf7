#ifndef SANGO_PLATFORM_WEB_PAGE_H
#define SANGO_PLATFORM_WEB_PAGE_H

#include "sango/base/strview.h"

#include <stdint.h>

/* What the page around the program does for it: game/web/library_sango.js, which hands it to the page's own scripts. Texts are UTF-8
 * with their length in bytes, valid during the call. */
void page_wake(void); /* calls sango_turn() with the next picture of the screen */
void page_read_picture(uint32_t slot, const char *path); /* sango_picture(slot, …) comes, never within this call */
void page_want_file(const char *path);                   /* sango_file_came() comes, or never */
float page_fetch(const char *group, size_t len);         /* as PlatformOps.fetch; sango_file_came() comes */
int page_has_sound(void); /* 0: the page has said that there is none */
void page_set_fullscreen(int is_on);
void page_show_file(const char *name, const void *bytes, size_t len);
void page_pick_file(const char *folder); /* asks for one; a copy lies there when sango_file_came() comes, or it never does */

/* One call a screen, one an item, one at the end. */
void page_say_begin(const char *title, size_t len);
void page_say_item(uint32_t id, uint32_t role, uint32_t flags, const char *label, size_t label_len, const char *value, size_t value_len,
                   const char *description, size_t description_len, const char *line_id, size_t line_id_len, const char *speaker,
                   size_t speaker_len, float x, float y, float w, float h); /* shares of the canvas */
void page_say_end(void);

/* What the page calls. */
void sango_resize(int width_px, int height_px); /* the canvas has this size now */
/* The browser took the memory of pictures away and gave it back. 0: nothing can be drawn any more. */
int sango_restored(void);
void sango_press(int id);                       /* its button for the widget was pressed */
void sango_focus(int id);                       /* and has the focus */
void sango_adjust(int id, int steps);           /* a slider's: one step down (negative) or up */
void sango_back(void);                          /* the browser's own button */
void sango_visible(int is_visible);
void sango_fullscreen(int is_on);               /* it is so now, whoever wanted it */
void sango_file_came(void); /* a file or a picture that was asked for is there, or cannot be had */
/* `pixels`: width * height * 4 bytes R, G, B, A, not multiplied, borrowed; NULL when the picture cannot be had. */
void sango_picture(uint32_t slot, const void *pixels, int width, int height);

#endif
