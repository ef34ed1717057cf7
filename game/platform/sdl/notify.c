#define _POSIX_C_SOURCE 200809L
#include "sdl_internal.h"

#include "sango/base/log.h"

#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* The protocol of sd_notify(3): one datagram a word to the socket that $NOTIFY_SOCKET names. WATCHDOG_PID is not looked at: what
 * the service manager started may be the compositor (cage), and we its child. */
enum { WORDS_A_TIMEOUT = 3 };

static void say(const Notify *notify, const char *word)
{
    if (notify->is_heard) {
        /* Whoever does not read must not hold us up; a word that is lost has two more behind it. */
        (void)send(notify->socket, word, strlen(word), MSG_DONTWAIT | MSG_NOSIGNAL);
    }
}

/* "/run/…", or "@…" for a name that is no file. */
static bool connect_to(int file, const char *name)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    size_t len = strlen(name);
    if (len < 2 || len >= sizeof address.sun_path || (name[0] != '/' && name[0] != '@')) {
        return false;
    }
    memcpy(address.sun_path, name, len);
    if (name[0] == '@') {
        address.sun_path[0] = '\0';
    }
    return connect(file, (const struct sockaddr *)&address, (socklen_t)(offsetof(struct sockaddr_un, sun_path) + len)) == 0;
}

static uint64_t interval_of(const char *timeout_us)
{
    char *end = NULL;
    unsigned long long us = timeout_us && *timeout_us >= '0' && *timeout_us <= '9' ? strtoull(timeout_us, &end, 10) : 0;
    uint64_t interval_ms = us / 1000 / WORDS_A_TIMEOUT;
    return us == 0 || *end ? 0 : interval_ms ? interval_ms : 1;
}

void notify_open(Notify *notify)
{
    const char *name = getenv("NOTIFY_SOCKET");
    *notify = (Notify){ 0 };
    if (!name || !*name) {
        return;
    }
    notify->socket = socket(AF_UNIX, SOCK_DGRAM, 0);
    if (notify->socket < 0) {
        return;
    }
    (void)fcntl(notify->socket, F_SETFD, FD_CLOEXEC);
    if (connect_to(notify->socket, name)) {
        notify->is_heard = true;
        notify->interval_ms = interval_of(getenv("WATCHDOG_USEC"));
    } else {
        log_line(LOG_INFO, "%s: nobody listens at NOTIFY_SOCKET", name);
        (void)close(notify->socket);
    }
}

void notify_ready(Notify *notify)
{
    if (!notify->is_ready) {
        notify->is_ready = true;
        say(notify, "READY=1");
    }
}

void notify_alive(Notify *notify, uint64_t now_ms)
{
    if (notify->is_heard && notify->interval_ms && (!notify->told_ms || now_ms - notify->told_ms >= notify->interval_ms)) {
        notify->told_ms = now_ms;
        say(notify, "WATCHDOG=1");
    }
}

int notify_wait_ms(const Notify *notify, uint64_t now_ms, int timeout_ms)
{
    if (!notify->is_heard || !notify->interval_ms) {
        return timeout_ms;
    }
    uint64_t due_ms = notify->told_ms + notify->interval_ms;
    uint64_t left_ms = due_ms > now_ms ? due_ms - now_ms : 0;
    return timeout_ms < 0 || left_ms < (uint64_t)timeout_ms ? (int)left_ms : timeout_ms;
}

void notify_close(Notify *notify)
{
    if (notify->is_heard) {
        if (notify->is_ready) {
            say(notify, "STOPPING=1");
        }
        (void)close(notify->socket);
    }
    *notify = (Notify){ 0 };
}
