#include "story_host.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *meter_resize(void *user, void *block, size_t old_bytes, size_t new_bytes)
{
    Meter *meter = user;
    size_t old = block ? old_bytes : 0; /* Lua says there what the new block is for */
    void *result = NULL;
    if (new_bytes == 0) {
        free(block);
    } else {
        result = realloc(block, new_bytes);
        if (!result) {
            return NULL;
        }
    }
    meter->held += new_bytes;
    meter->held -= old;
    meter->peak = meter->held > meter->peak ? meter->held : meter->peak;
    return result;
}

void counts_init(Counts *counts, bool sums)
{
    *counts = (Counts){ .checksum = 2166136261u, .sums = sums, .random = 42 };
}

static void add_byte(Counts *counts, char byte)
{
    counts->checksum = (counts->checksum ^ (unsigned char)byte) * 16777619u;
}

void counts_text(Counts *counts, char kind, const char *text, size_t len)
{
    counts->lines += kind == COUNTS_LINE;
    counts->commands += kind == COUNTS_COMMAND;
    counts->bytes += len;
    if (counts->sums) {
        add_byte(counts, kind);
        for (size_t i = 0; i < len; i++) {
            add_byte(counts, text[i]);
        }
    }
}

uint32_t counts_pick(Counts *counts, uint32_t enabled)
{
    counts->options++;
    counts->random = counts->random * 1664525u + 1013904223u;
    return enabled ? (counts->random >> 16) % enabled : 0;
}

void counts_print(const Counts *counts)
{
    printf("lines %" PRIu64 "\noptions %" PRIu64 "\ncommands %" PRIu64 "\nchecksum %" PRIu32 "\n",
           counts->lines, counts->options, counts->commands, counts->checksum);
}

static size_t status_bytes(const char *name)
{
    char line[256];
    size_t bytes = 0;
    FILE *file = fopen("/proc/self/status", "r");
    while (file && fgets(line, sizeof line, file)) {
        if (strncmp(line, name, strlen(name)) == 0) {
            bytes = (size_t)strtoul(line + strlen(name), NULL, 10) * 1024;
        }
    }
    if (file) {
        (void)fclose(file);
    }
    return bytes;
}

size_t host_resident(void)
{
    return status_bytes("VmRSS:");
}

size_t host_resident_peak(void)
{
    return status_bytes("VmHWM:");
}
