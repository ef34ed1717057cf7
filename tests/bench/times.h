#ifndef SANGO_BENCH_TIMES_H
#define SANGO_BENCH_TIMES_H

#include <stdbool.h>

/* A sample of durations, and what the bench says of it. */
enum { TIMES_MAX = 20000 };

typedef struct Times {
    double ms[TIMES_MAX]; /* later ones are dropped */
    int count;
} Times;

double times_now_ms(void); /* monotonic */
void times_add(Times *times, double ms);
double times_at(Times *times, double part); /* sorts; 0.5 is the median, 0.99 the 99th percentile; 0 when empty */
void times_print(Times *times, const char *name); /* NAME_median, NAME_p99 and NAME_max in ms, one a line */

#endif
