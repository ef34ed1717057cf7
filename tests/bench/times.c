#define _POSIX_C_SOURCE 200809L
#include "times.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

double times_now_ms(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

void times_add(Times *times, double ms)
{
    if (times->count < TIMES_MAX) {
        times->ms[times->count++] = ms;
    }
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

double times_at(Times *times, double part)
{
    if (times->count == 0) {
        return 0;
    }
    qsort(times->ms, (size_t)times->count, sizeof times->ms[0], by_size);
    int index = (int)(part * times->count);
    return times->ms[index < times->count ? index : times->count - 1];
}

void times_print(Times *times, const char *name)
{
    printf("%s_median %.3f\n%s_p99 %.3f\n%s_max %.3f\n%s_count %d\n", name, times_at(times, 0.5), name, times_at(times, 0.99),
           name, times_at(times, 1.0), name, times->count);
}
