#include "sdl_internal.h"

/* Nobody watches over a page of a browser. */

void notify_open(Notify *notify)
{
    *notify = (Notify){ 0 };
}

void notify_ready(Notify *notify)
{
    (void)notify;
}

void notify_alive(Notify *notify, uint64_t now_ms)
{
    (void)notify;
    (void)now_ms;
}

void notify_close(Notify *notify)
{
    (void)notify;
}

int notify_wait_ms(const Notify *notify, uint64_t now_ms, int timeout_ms)
{
    (void)notify;
    (void)now_ms;
    return timeout_ms;
}
