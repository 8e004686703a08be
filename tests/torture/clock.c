/* Preloaded: a clock that is wrong by as many seconds as the file CLOCK_FILE says. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static long wrong(void) {
    long seconds = 0;
    FILE *file = fopen(getenv("CLOCK_FILE"), "r");
    if (file) {
        if (fscanf(file, "%ld", &seconds) != 1) seconds = 0;
        fclose(file);
    }
    return seconds;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    int (*right)(clockid_t, struct timespec *) = dlsym(RTLD_NEXT, "clock_gettime");
    int failed = right(clock, now);
    if (clock == CLOCK_REALTIME) now->tv_sec += wrong();
    return failed;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    int (*right)(struct timeval *, void *) = dlsym(RTLD_NEXT, "gettimeofday");
    int failed = right(now, zone);
    now->tv_sec += wrong();
    return failed;
}

time_t time(time_t *where) {
    time_t (*right)(time_t *) = dlsym(RTLD_NEXT, "time");
    time_t now = right(NULL) + wrong();
    if (where) *where = now;
    return now;
}
