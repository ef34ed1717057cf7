#include "sango/print/certificate.h"

#include "sango/base/utf8.h"
#include "sango/print/file.h"

enum { POWER_VALUES = 3, MUCH = 520 };

/* Long words of a language get smaller letters: a page has no script that could find out. */
static StrView room_for(const Certificate *certificate)
{
    size_t letters = 2 * (utf8_count(certificate->title) + utf8_count(certificate->nickname)) + utf8_count(certificate->lead);
    for (size_t i = 0; i < certificate->power_count; i++) {
        letters += utf8_count(certificate->powers[i].title) + utf8_count(certificate->powers[i].rank);
    }
    for (size_t i = 0; i < certificate->promise_count; i++) {
        letters += utf8_count(certificate->promises[i]);
    }
    for (size_t i = 0; i < certificate->deed_count; i++) {
        letters += utf8_count(certificate->deeds[i]);
    }
    return letters > MUCH ? SV("much") : SV("plain");
}

Status certificate_write(const Allocator *alloc, StrView folder, const Certificate *certificate, StrBuf *out, StrBuf *fault)
{
    static const char *const stars[] = { "0", "1", "2", "3" };
    const PrintValue values[] = {
        { SV("language"), certificate->language },
        { SV("direction"), certificate->is_rtl ? SV("rtl") : SV("ltr") },
        { SV("room"), room_for(certificate) },
        { SV("nickname"), certificate->nickname },
        { SV("title"), certificate->title },
        { SV("lead"), certificate->lead },
        { SV("by_hand"), certificate->by_hand },
        { SV("powers_title"), certificate->powers_title },
        { SV("promises_title"), certificate->promises_title },
        { SV("deeds_title"), certificate->deeds_title },
        { SV("date"), certificate->date },
        { SV("thanks"), certificate->thanks },
        { SV("credits"), certificate->credits },
    };
    PrintValue power_values[CERTIFICATE_ROWS_MAX][POWER_VALUES], promise_values[CERTIFICATE_ROWS_MAX], deed_values[CERTIFICATE_ROWS_MAX];
    PrintRow powers[CERTIFICATE_ROWS_MAX], promises[CERTIFICATE_ROWS_MAX], deeds[CERTIFICATE_ROWS_MAX];
    for (size_t i = 0; i < certificate->power_count; i++) {
        const CertificatePower *power = &certificate->powers[i];
        power_values[i][0] = (PrintValue){ SV("power"), power->title };
        power_values[i][1] = (PrintValue){ SV("rank"), power->rank };
        power_values[i][2] = (PrintValue){ SV("stars"), strview_from_cstr(stars[power->stars <= 3 ? power->stars : 3]) };
        powers[i] = (PrintRow){ .values = power_values[i], .value_count = POWER_VALUES };
    }
    for (size_t i = 0; i < certificate->promise_count; i++) {
        promise_values[i] = (PrintValue){ SV("promise"), certificate->promises[i] };
        promises[i] = (PrintRow){ .values = &promise_values[i], .value_count = 1 };
    }
    for (size_t i = 0; i < certificate->deed_count; i++) {
        deed_values[i] = (PrintValue){ SV("deed"), certificate->deeds[i] };
        deeds[i] = (PrintRow){ .values = &deed_values[i], .value_count = 1 };
    }
    const PrintRow part = { 0 }; /* what stands around a list, left out with it */
    const PrintList lists[] = { { SV("powers_part"), &part, certificate->power_count > 0 },
                                { SV("promises_part"), &part, certificate->promise_count > 0 },
                                { SV("deeds_part"), &part, certificate->deed_count > 0 },
                                { SV("powers"), powers, certificate->power_count },
                                { SV("promises"), promises, certificate->promise_count },
                                { SV("deeds"), deeds, certificate->deed_count } };
    const PrintPage page = { .values = values,
                             .value_count = sizeof values / sizeof values[0],
                             .lists = lists,
                             .list_count = sizeof lists / sizeof lists[0] };
    return print_fill_file(alloc, folder, SV("certificate.html"), &page, out, fault);
}
