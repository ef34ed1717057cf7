/* Starts a program under Xvfb and measures it from outside, as a person would see it: by the
 * pixels of the screen.
 *
 *     probe FRAMEBUFFER STEP... -- PROGRAM ARGUMENT...
 *
 * FRAMEBUFFER is the file that `Xvfb -fbdir` keeps. Steps, in order:
 *
 *     first          start_ms: from exec to the first picture that stays
 *     keys A,B       presses keys (X names), waiting for the page after each
 *     latency A,B N  key_median, key_p99: from a key to changed pixels, N times
 *     turn A,B N     turn_median, turn_p99: from a key to the complete new page, N times
 *     reveal A,B,C N reveal_median, reveal_p99, reveal_max: from A, with B right behind it, to the page that stays; C goes back; N times
 *     idle S         idle_percent, idle_wakeups (a second) over S seconds
 *     memory         rss_mib, pss_mib; peak_mib: the most that was resident
 *     rest S         waits */
#define _DEFAULT_SOURCE
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "times.h"

enum { SNAPS_MAX = 240, SETTLE_MS = 2500, TURN_MS = 700, KEY_PAUSE_MS = 700, KEY_LIMIT_MS = 1000, SAMPLE_STEP = 16 };

typedef struct Probe {
    Display *display;
    const uint8_t *screen; /* the framebuffer file, mapped */
    size_t len;
    pid_t child;
    double started_ms;
} Probe;

static void die(const char *what, const char *detail)
{
    fprintf(stderr, "probe: %s %s\n", what, detail);
    exit(1);
}

/* The program is watched by the clock: there is nothing else to wait for. */
static void pause_ms(double ms)
{
    struct timespec left = { (time_t)(ms / 1000), (long)(ms * 1e6) % 1000000000L };
    (void)nanosleep(&left, NULL);
}

static void map_screen(Probe *probe, const char *path)
{
    struct stat info;
    int fd = open(path, O_RDONLY);
    if (fd < 0 || fstat(fd, &info) != 0) {
        die("cannot open", path);
    }
    probe->len = (size_t)info.st_size;
    probe->screen = mmap(NULL, probe->len, PROT_READ, MAP_SHARED, fd, 0);
    if (probe->screen == MAP_FAILED) {
        die("cannot map", path);
    }
    close(fd);
}

static void start_child(Probe *probe, char **argv)
{
    probe->started_ms = times_now_ms();
    probe->child = fork();
    if (probe->child == 0) {
        execvp(argv[0], argv);
        _exit(127);
    }
}

static uint8_t *snap(const Probe *probe)
{
    uint8_t *copy = malloc(probe->len);
    if (!copy) {
        die("out of", "memory");
    }
    memcpy(copy, probe->screen, probe->len);
    return copy;
}

/* True when at least 95 of 100 samples of two screens are the same. */
static bool agree(const Probe *probe, const uint8_t *a, const uint8_t *b)
{
    size_t same = 0;
    size_t all = 0;
    for (size_t i = 4096; i + 4 <= probe->len; i += 4 * SAMPLE_STEP) {
        same += memcmp(a + i, b + i, 3) == 0;
        all++;
    }
    return same * 100 >= all * 95;
}

/* Keeps each other screen for so long. Gives when the first picture came of those that agree with
 * the last one without a break, in milliseconds after `start`. */
static double watch(const Probe *probe, double start, double length_ms)
{
    static uint8_t *snaps[SNAPS_MAX];
    static double when[SNAPS_MAX];
    int count = 0;
    for (double now = times_now_ms(); now < start + length_ms; now = times_now_ms()) {
        if (count < SNAPS_MAX && (count == 0 || memcmp(snaps[count - 1], probe->screen, probe->len) != 0)) {
            when[count] = now;
            snaps[count++] = snap(probe);
        }
        pause_ms(0.3);
    }
    uint8_t *last = snap(probe);
    int first = count;
    while (first > 0 && agree(probe, snaps[first - 1], last)) {
        first--;
    }
    if (first == count) {
        die("no picture", "stayed");
    }
    for (int i = 0; i < count; i++) {
        free(snaps[i]);
    }
    free(last);
    return when[first] - start;
}

static void press(Probe *probe, const char *name)
{
    KeySym symbol = XStringToKeysym(name);
    KeyCode code = symbol == NoSymbol ? 0 : XKeysymToKeycode(probe->display, symbol);
    if (!code) {
        die("no key", name);
    }
    XTestFakeKeyEvent(probe->display, code, True, CurrentTime);
    XTestFakeKeyEvent(probe->display, code, False, CurrentTime);
    XFlush(probe->display);
}

static void press_all(Probe *probe, char *names)
{
    while (names) {
        char *comma = strchr(names, ',');
        if (comma) {
            *comma = '\0';
        }
        press(probe, names);
        pause_ms(KEY_PAUSE_MS);
        names = comma ? comma + 1 : NULL;
    }
}

static void measure_latency(Probe *probe, char *names, int count)
{
    static Times times;
    char *second = strchr(names, ',');
    if (!second) {
        die("two keys are needed:", names);
    }
    *second++ = '\0';
    times.count = 0;
    for (int i = 0; i < count; i++) {
        pause_ms(150 + i * 7 % 23);
        uint8_t *before = snap(probe);
        double start = times_now_ms();
        press(probe, i % 2 ? second : names);
        while (memcmp(before, probe->screen, probe->len) == 0) {
            if (times_now_ms() - start > KEY_LIMIT_MS) {
                die("no pixel changed after", i % 2 ? second : names);
            }
        }
        times_add(&times, times_now_ms() - start);
        free(before);
    }
    times_print(&times, "key");
}

static void measure_turn(Probe *probe, char *names, int count)
{
    static Times times;
    char *second = strchr(names, ',');
    if (!second) {
        die("two keys are needed:", names);
    }
    *second++ = '\0';
    times.count = 0;
    for (int i = 0; i < count; i++) {
        double start = times_now_ms();
        press(probe, i % 2 ? second : names);
        times_add(&times, watch(probe, start, TURN_MS));
    }
    times_print(&times, "turn");
}

/* What follows two keys at once, such as the last hand of a vote and "show it". */
static void measure_reveal(Probe *probe, char *names, int count)
{
    static Times times;
    char *second = strchr(names, ',');
    char *back = second ? strchr(second + 1, ',') : NULL;
    if (!back) {
        die("three keys are needed:", names);
    }
    *second++ = '\0';
    *back++ = '\0';
    times.count = 0;
    for (int i = 0; i < count; i++) {
        double start = times_now_ms();
        press(probe, names);
        press(probe, second);
        times_add(&times, watch(probe, start, TURN_MS));
        press_all(probe, back);
    }
    times_print(&times, "reveal");
}

/* Clock ticks that the program has used. */
static unsigned long ticks_of(pid_t pid)
{
    char path[64];
    (void)snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
    FILE *file = fopen(path, "r");
    unsigned long user = 0;
    unsigned long system = 0;
    if (!file || fscanf(file, "%*d (%*[^)]) %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) != 2) {
        die("cannot read", path);
    }
    (void)fclose(file);
    return user + system;
}

/* The number behind `key` in a file of /proc; 0 when it is not there. */
static unsigned long proc_number(const char *path, const char *key)
{
    char line[256];
    unsigned long number = 0;
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file)) {
        if (strncmp(line, key, strlen(key)) == 0) {
            number = strtoul(line + strlen(key), NULL, 10);
        }
    }
    if (file) {
        (void)fclose(file);
    }
    return number;
}

static unsigned long wakeups_of(pid_t pid)
{
    char folder[64];
    (void)snprintf(folder, sizeof folder, "/proc/%d/task", (int)pid);
    DIR *tasks = opendir(folder);
    unsigned long sum = 0;
    for (struct dirent *task = tasks ? readdir(tasks) : NULL; task; task = readdir(tasks)) {
        char path[400];
        (void)snprintf(path, sizeof path, "%s/%s/status", folder, task->d_name);
        sum += proc_number(path, "voluntary_ctxt_switches:");
    }
    if (tasks) {
        closedir(tasks);
    }
    return sum;
}

static void measure_idle(const Probe *probe, int seconds)
{
    unsigned long ticks = ticks_of(probe->child);
    unsigned long wakeups = wakeups_of(probe->child);
    pause_ms(seconds * 1000.0);
    printf("idle_percent %.2f\n", (double)(ticks_of(probe->child) - ticks) * 100.0 / (double)sysconf(_SC_CLK_TCK) / seconds);
    printf("idle_wakeups %.2f\n", (double)(wakeups_of(probe->child) - wakeups) / seconds);
}

static void measure_memory(const Probe *probe)
{
    char path[64];
    (void)snprintf(path, sizeof path, "/proc/%d/smaps_rollup", (int)probe->child);
    printf("rss_mib %.1f\npss_mib %.1f\n", (double)proc_number(path, "Rss:") / 1024, (double)proc_number(path, "Pss:") / 1024);
    (void)snprintf(path, sizeof path, "/proc/%d/status", (int)probe->child);
    printf("peak_mib %.1f\n", (double)proc_number(path, "VmHWM:") / 1024);
}

/* How many words of argv the step took. */
static int run_step(Probe *probe, char **argv)
{
    if (strcmp(argv[0], "first") == 0) {
        printf("start_ms %.1f\n", watch(probe, probe->started_ms, SETTLE_MS));
        return 1;
    }
    if (strcmp(argv[0], "memory") == 0) {
        measure_memory(probe);
        return 1;
    }
    if (strcmp(argv[0], "keys") == 0 && argv[1]) {
        press_all(probe, argv[1]);
        return 2;
    }
    if (strcmp(argv[0], "idle") == 0 && argv[1]) {
        measure_idle(probe, (int)strtol(argv[1], NULL, 10));
        return 2;
    }
    if (strcmp(argv[0], "rest") == 0 && argv[1]) {
        pause_ms(strtod(argv[1], NULL) * 1000);
        return 2;
    }
    if (strcmp(argv[0], "latency") == 0 && argv[1] && argv[2]) {
        measure_latency(probe, argv[1], (int)strtol(argv[2], NULL, 10));
        return 3;
    }
    if (strcmp(argv[0], "turn") == 0 && argv[1] && argv[2]) {
        measure_turn(probe, argv[1], (int)strtol(argv[2], NULL, 10));
        return 3;
    }
    if (strcmp(argv[0], "reveal") == 0 && argv[1] && argv[2]) {
        measure_reveal(probe, argv[1], (int)strtol(argv[2], NULL, 10));
        return 3;
    }
    die("no such step:", argv[0]);
    return 1;
}

int main(int argc, char **argv)
{
    int split = 2;
    while (split < argc && strcmp(argv[split], "--") != 0) {
        split++;
    }
    if (split + 1 >= argc) {
        die("usage:", "probe FRAMEBUFFER STEP... -- PROGRAM ARGUMENT...");
    }
    Probe probe = { .display = XOpenDisplay(NULL) };
    if (!probe.display) {
        die("no", "display");
    }
    map_screen(&probe, argv[1]);
    XWarpPointer(probe.display, None, DefaultRootWindow(probe.display), 0, 0, 0, 0, 1279, 0);
    XFlush(probe.display);
    argv[split] = NULL;
    start_child(&probe, &argv[split + 1]);
    for (int i = 2; i < split;) {
        i += run_step(&probe, &argv[i]);
    }
    bool is_alive = waitpid(probe.child, NULL, WNOHANG) == 0;
    if (is_alive) {
        kill(probe.child, SIGKILL);
        (void)waitpid(probe.child, NULL, 0);
    }
    XCloseDisplay(probe.display);
    return is_alive ? 0 : 1;
}
