/* The word to a service manager: what it hears, and how often. */
#define _POSIX_C_SOURCE 200809L
#include "log_lines.h"
#include "platform/sdl/sdl_internal.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static LogLines lines;
static char heard[64];

/* Binds a socket to a name that has no file, and names it to the program. */
static int listen_at(const char *name)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    char variable[sizeof address.sun_path + 1];
    size_t len = strlen(name);
    int file = socket(AF_UNIX, SOCK_DGRAM, 0);
    memcpy(address.sun_path + 1, name, len);
    EXPECT_EQ(bind(file, (const struct sockaddr *)&address, (socklen_t)(sizeof(sa_family_t) + 1 + len)), 0);
    (void)snprintf(variable, sizeof variable, "@%s", name);
    (void)setenv("NOTIFY_SOCKET", variable, 1);
    return file;
}

/* The next word, or "" when there is none. */
static const char *hear(int file)
{
    ssize_t len = recv(file, heard, sizeof heard - 1, MSG_DONTWAIT);
    heard[len > 0 ? len : 0] = '\0';
    return heard;
}

static bool hears(int file, const char *word)
{
    return strcmp(hear(file), word) == 0;
}

static void it_is_ready_alive_and_ends(void)
{
    Notify notify;
    int file = listen_at("sango-test-notify");
    (void)setenv("WATCHDOG_USEC", "30000000", 1); /* 30 s: a word each 10 s */
    (void)setenv("WATCHDOG_PID", "1", 1);         /* the compositor's: not looked at */
    notify_open(&notify);
    EXPECT(hears(file, ""));
    notify_ready(&notify);
    EXPECT(hears(file, "READY=1"));
    notify_ready(&notify); /* each picture says so */
    EXPECT(hears(file, ""));
    EXPECT_EQ(notify_wait_ms(&notify, 1000, -1), 9000); /* not longer than it may be silent since it began */
    unsigned words = 0;
    for (uint64_t now_ms = 5000; now_ms < 65000; now_ms += 16) {
        notify_alive(&notify, now_ms);
        words += hears(file, "WATCHDOG=1");
    }
    EXPECT_EQ(words, 6);
    notify_alive(&notify, 100000);
    EXPECT(hears(file, "WATCHDOG=1"));
    EXPECT_EQ(notify_wait_ms(&notify, 100000, -1), 10000); /* a page that stands wakes for it */
    EXPECT_EQ(notify_wait_ms(&notify, 104000, -1), 6000);
    EXPECT_EQ(notify_wait_ms(&notify, 104000, 16), 16);
    EXPECT_EQ(notify_wait_ms(&notify, 150000, 16), 0);
    notify_close(&notify);
    EXPECT(hears(file, "STOPPING=1"));
    notify_alive(&notify, 200000);
    EXPECT(hears(file, ""));
    (void)close(file);
}

static void without_a_watchdog_it_waits_for_ever(void)
{
    Notify notify;
    int file = listen_at("sango-test-notify-2");
    static const char *const none[] = { NULL, "", "0", "-5", "soon", "5s" };
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        if (none[i]) {
            (void)setenv("WATCHDOG_USEC", none[i], 1);
        } else {
            (void)unsetenv("WATCHDOG_USEC");
        }
        notify_open(&notify);
        notify_ready(&notify);
        EXPECT(hears(file, "READY=1"));
        notify_alive(&notify, 50000);
        EXPECT(hears(file, ""));
        EXPECT_EQ(notify_wait_ms(&notify, 50000, -1), -1);
        notify_close(&notify);
        EXPECT(hears(file, "STOPPING=1"));
    }
    (void)close(file);
}

/* A service manager that does not read must not hold the game up. */
static void a_full_socket_does_not_block(void)
{
    Notify notify;
    int file = listen_at("sango-test-notify-3");
    (void)setenv("WATCHDOG_USEC", "3000", 1);
    notify_open(&notify);
    for (uint64_t now_ms = 1; now_ms < 5000; now_ms++) {
        notify_alive(&notify, now_ms);
    }
    notify_close(&notify);
    EXPECT(hears(file, "WATCHDOG=1"));
    (void)close(file);
}

static void where_nobody_listens_it_is_silent(void)
{
    Notify notify;
    (void)unsetenv("NOTIFY_SOCKET");
    (void)setenv("WATCHDOG_USEC", "3000000", 1);
    notify_open(&notify);
    EXPECT(!notify.is_heard);
    notify_ready(&notify);
    notify_alive(&notify, 10);
    EXPECT_EQ(notify_wait_ms(&notify, 10, -1), -1);
    notify_close(&notify);
    EXPECT_EQ(lines.count, 0);
    static const char *const wrong[] = { "relative/socket", "/no/such/socket", "@", "@nobody-binds-this" };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        (void)setenv("NOTIFY_SOCKET", wrong[i], 1);
        notify_open(&notify);
        EXPECT(!notify.is_heard);
        EXPECT(one_line_has(&lines, wrong[i]));
    }
    char *name = malloc(400); /* longer than an address */
    memset(name, 'x', 399);
    name[0] = '/';
    name[399] = '\0';
    (void)setenv("NOTIFY_SOCKET", name, 1);
    notify_open(&notify);
    EXPECT(!notify.is_heard);
    free(name);
    lines.count = 0;
}

int main(void)
{
    log_set_sink(keep_line, &lines);
    it_is_ready_alive_and_ends();
    without_a_watchdog_it_waits_for_ever();
    a_full_socket_does_not_block();
    where_nobody_listens_it_is_silent();
    return TEST_MAIN_END();
}
