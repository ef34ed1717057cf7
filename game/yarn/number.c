#include "vm_internal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t write_integer(int32_t number, char *out)
{
    char digits[12];
    size_t count = 0;
    size_t len = 0;
    uint32_t rest = number < 0 ? (uint32_t)-number : (uint32_t)number;
    do {
        digits[count++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (number < 0) {
        out[len++] = '-';
    }
    while (count) {
        out[len++] = digits[--count];
    }
    return len;
}

/* Digits d.ddd times ten to the `exponent`, written without an exponent. */
static size_t write_plain(const char *digits, size_t count, int exponent, char *out)
{
    size_t len = 0;
    if (exponent < 0) {
        out[len++] = '0';
        out[len++] = '.';
        for (int i = -1; i > exponent; i--) {
            out[len++] = '0';
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (exponent >= 0 && (int)i == exponent + 1) {
            out[len++] = '.';
        }
        out[len++] = digits[i];
    }
    for (int i = (int)count; i <= exponent; i++) {
        out[len++] = '0';
    }
    return len;
}

size_t number_write(float number, char out[NUMBER_TEXT_MAX])
{
    if (number == 0) {
        out[0] = '0';
        return 1;
    }
    if (fabsf(number) < 1e9f && floorf(number) == number) {
        return write_integer((int32_t)number, out);
    }
    if (!isfinite(number)) {
        const char *name = isnan(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        memcpy(out, name, strlen(name));
        return strlen(name);
    }
    char text[32];
    int precision = 5;
    do {
        (void)snprintf(text, sizeof text, "%.*e", precision, (double)fabsf(number));
    } while (strtof(text, NULL) != fabsf(number) && ++precision < 9);
    char digits[16];
    size_t count = 0;
    const char *at = text;
    for (; *at && *at != 'e'; at++) {
        if (*at >= '0' && *at <= '9') {
            digits[count++] = *at;
        }
    }
    while (count > 1 && digits[count - 1] == '0') {
        count--;
    }
    int exponent = *at ? (int)strtol(at + 1, NULL, 10) : 0;
    size_t len = 0;
    if (number < 0) {
        out[len++] = '-';
    }
    if (exponent < 15) {
        return len + write_plain(digits, count, exponent, out + len);
    }
    len += write_plain(digits, count, 0, out + len);
    out[len++] = 'E';
    out[len++] = '+';
    return len + write_integer(exponent, out + len);
}
