#include "sdl_internal.h"
#include "web_page.h"

#include "sango/base/strview.h"

#include <emscripten.h>
#include <unistd.h>

/* A browser: it calls the program (main_web.c), so nothing waits here; the page fetches files, and its buttons are a second
 * set of widgets for screen readers. */

enum { EVENTS_MAX = 32, HOLD_MS = 1200 };

static struct {
    SdlPlatform *sdl; /* the one with the window; exports carry no pointer */
    InputEvent events[EVENTS_MAX]; /* of the page's, in their order */
    size_t event_count;
    uint64_t said; /* what the page shows: a hash */
    bool has_said;
    bool has_files; /* some came since the last look */
    bool is_full;   /* full screen, as the game knows it */
    uint64_t held_ms; /* since when pictures are missing; 0: none are */
} host;

/* Not for the mark that SDL itself puts at the end of its queue at each look: a still page would be drawn for ever. */
static int wake(void *user, SDL_Event *event)
{
    (void)user;
    if (event->type != SDL_POLLSENTINEL) {
        page_wake();
    }
    return 1;
}

void host_open(SdlPlatform *sdl)
{
    host.sdl = sdl;
    SDL_AddEventWatch(wake, NULL);
}

void host_close(SdlPlatform *sdl)
{
    if (host.sdl == sdl) {
        SDL_DelEventWatch(wake, NULL);
        host.sdl = NULL;
    }
}

/* Keys count where the focus is in the game, not anywhere on the page. */
void host_set_hints(void)
{
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#game");
}

/* The page sets the size, see sango_resize(). */
Uint32 host_window_flags(void)
{
    return 0;
}

bool host_wait(SDL_Event *raw, int timeout_ms)
{
    (void)timeout_ms;
    return SDL_PollEvent(raw) != 0;
}

bool host_take_event(SdlPlatform *sdl, InputEvent *event)
{
    if (host.has_files) {
        host.has_files = false;
        shown_forget(&sdl->shown);
        fitted_forget(&sdl->fitted);
        glyphs_files_came(&sdl->glyphs);
        sound_files_came(&sdl->sound);
        *event = (InputEvent){ .kind = INPUT_PICTURES };
        return true;
    }
    if (host.event_count == 0) {
        return false;
    }
    *event = host.events[0];
    SDL_memmove(host.events, host.events + 1, --host.event_count * sizeof host.events[0]);
    return true;
}

void host_fullscreen(SdlPlatform *sdl, bool on)
{
    (void)sdl;
    host.is_full = on;
    page_set_fullscreen(on);
}

bool host_has_sound(void)
{
    return page_has_sound();
}

float host_fetch(StrView group)
{
    return page_fetch(group.data, group.len);
}

static void look_again(void *unused)
{
    (void)unused;
    sango_file_came();
}

/* A place or a face would pop in behind its words: what was shown before stays until they are there, though not for ever. */
bool host_holds(SdlPlatform *sdl, const DrawList *list)
{
    uint64_t now = SDL_GetTicks64();
    if (!reader_awaits(&sdl->art, list)) {
        host.held_ms = 0;
        return false;
    }
    if (host.held_ms == 0) {
        host.held_ms = now;
        emscripten_async_call(look_again, NULL, HOLD_MS);
    }
    return now < host.held_ms + HOLD_MS;
}

bool host_has_file(const char *path)
{
    bool is_there = access(path, R_OK) == 0;
    if (!is_there) {
        page_want_file(path);
    }
    return is_there;
}

/* --- what the screen says ------------------------------------------------------------ */

static uint64_t hash_of(const SpeakList *list)
{
    uint64_t hash = strview_hash_more(0, list->title);
    for (size_t i = 0; i < list->count; i++) {
        const SpeakItem *item = &list->items[i];
        const struct {
            uint32_t id, role, flags;
            Rect rect;
        } fixed = { item->id, item->role, item->flags, item->rect };
        hash = strview_hash_more(hash, (StrView){ (const char *)&fixed, sizeof fixed });
        hash = strview_hash_more(hash, item->label);
        hash = strview_hash_more(hash, item->value);
        hash = strview_hash_more(hash, item->description);
        hash = strview_hash_more(hash, item->line_id);
        hash = strview_hash_more(hash, item->speaker);
    }
    return hash;
}

void host_announce(SdlPlatform *sdl, const SpeakList *list)
{
    uint64_t hash = hash_of(list);
    float width = sdl->canvas.width, height = sdl->canvas.height;
    if (host.has_said && hash == host.said) {
        return;
    }
    host.has_said = true;
    host.said = hash;
    page_say_begin(list->title.data, list->is_untitled ? 0 : list->title.len);
    for (size_t i = 0; i < list->count; i++) {
        const SpeakItem *item = &list->items[i];
        page_say_item(item->id, item->role, item->flags, item->label.data, item->label.len, item->value.data, item->value.len,
                      item->description.data, item->description.len, item->line_id.data, item->line_id.len, item->speaker.data,
                      item->speaker.len, item->rect.x / width, item->rect.y / height, item->rect.w / width, item->rect.h / height);
    }
    page_say_end();
}

/* --- what the page calls --------------------------------------------------------------- */

static void add_event(InputEvent event)
{
    if (host.event_count < EVENTS_MAX) {
        host.events[host.event_count++] = event;
    }
    page_wake();
}

EMSCRIPTEN_KEEPALIVE void sango_resize(int width_px, int height_px)
{
    if (host.sdl && width_px > 0 && height_px > 0) {
        SDL_SetWindowSize(host.sdl->window, width_px, height_px);
        page_wake();
    }
}

/* SDL does not hear of it: the window and its renderer are made anew, and all is painted again. */
EMSCRIPTEN_KEEPALIVE int sango_restored(void)
{
    SdlPlatform *sdl = host.sdl;
    char title[128];
    int width, height;
    if (!sdl) {
        return 0;
    }
    (void)SDL_strlcpy(title, SDL_GetWindowTitle(sdl->window), sizeof title);
    SDL_GetWindowSize(sdl->window, &width, &height);
    painter_lose(sdl);
    SDL_DestroyWindow(sdl->window);
    if (!window_make(sdl, title, width, height, false)) {
        return 0;
    }
    painter_fit(sdl);
    sango_file_came();
    return 1;
}

EMSCRIPTEN_KEEPALIVE void sango_press(int id)
{
    add_event((InputEvent){ .kind = INPUT_ACTIVATE, .value = id });
}

EMSCRIPTEN_KEEPALIVE void sango_focus(int id)
{
    add_event((InputEvent){ .kind = INPUT_FOCUS, .value = id });
}

/* It is moved by the arrows of the widget that has the focus. */
EMSCRIPTEN_KEEPALIVE void sango_adjust(int id, int steps)
{
    sango_focus(id);
    add_event((InputEvent){ .kind = steps < 0 ? INPUT_LEFT : INPUT_RIGHT });
}

EMSCRIPTEN_KEEPALIVE void sango_back(void)
{
    add_event((InputEvent){ .kind = INPUT_BACK });
}

EMSCRIPTEN_KEEPALIVE void sango_visible(int is_visible)
{
    add_event((InputEvent){ .kind = is_visible ? INPUT_FOCUS_GAINED : INPUT_FOCUS_LOST });
}

EMSCRIPTEN_KEEPALIVE void sango_fullscreen(int is_on)
{
    if (host.is_full != (is_on != 0)) {
        host.is_full = is_on != 0;
        add_event((InputEvent){ .kind = INPUT_FULLSCREEN }); /* the setting follows */
    }
}

EMSCRIPTEN_KEEPALIVE void sango_file_came(void)
{
    host.has_files = true;
    page_wake();
}
