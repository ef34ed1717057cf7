#ifndef SANGO_PRINT_CERTIFICATE_H
#define SANGO_PRINT_CERTIFICATE_H

#include "sango/print/template.h"

/* A child's certificate: one page, A4 or Letter, in the child's language. It names the made-up name only; a real
 * one, and the date, are written on the lines by hand. Pure: no file, no clock. */
enum { CERTIFICATE_ROWS_MAX = 16 };

typedef struct CertificatePower {
    StrView title, rank; /* "Privacy", "Explorer" */
    unsigned stars;      /* 1..3 */
} CertificatePower;

typedef struct Certificate {
    StrView language; /* BCP 47: "ar" */
    bool is_rtl;
    StrView nickname;
    /* Words of the page. */
    StrView title, lead, by_hand, powers_title, promises_title, deeds_title, date, thanks, credits;
    CertificatePower powers[CERTIFICATE_ROWS_MAX];
    size_t power_count;
    StrView promises[CERTIFICATE_ROWS_MAX];
    size_t promise_count;
    StrView deeds[CERTIFICATE_ROWS_MAX];
    size_t deed_count;
} Certificate;

/* Appends the page. `folder` is that of the templates, assets/print. Status and fault as of print_fill_file(). */
Status certificate_write(const Allocator *alloc, StrView folder, const Certificate *certificate, StrBuf *out, StrBuf *fault);

#endif
