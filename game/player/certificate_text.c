#include "certificate_internal.h"

#include "badges_internal.h"
#include "promises_internal.h"
#include "sango/base/log.h"
#include "sango/player/papers.h"
#include "sango/player/widgets.h"

static void add_badges(App *app, Certificate *certificate)
{
    const Catalogue *texts = app->parts.catalogue;
    Badges badges;
    badges_read(app, &badges);
    _Static_assert((int)POWER_COUNT <= (int)CERTIFICATE_ROWS_MAX && (int)DEED_COUNT <= (int)CERTIFICATE_ROWS_MAX, "all have a row");
    for (unsigned i = 0; i < POWER_COUNT; i++) {
        if (badges.powers[i]) {
            certificate->powers[certificate->power_count++] =
                (CertificatePower){ power_title(texts, (Power)i), badge_rank_title(texts, badges.powers[i]), badges.powers[i] };
        }
    }
    for (unsigned i = 0; i < DEED_COUNT; i++) {
        if (badges.deeds[i]) {
            certificate->deeds[certificate->deed_count++] = deed_title(texts, (Deed)i);
        }
    }
}

void certificate_read(App *app, Arena *arena, Certificate *certificate)
{
    const Catalogue *texts = app->parts.catalogue;
    _Static_assert((int)SESSION_PROMISES_MAX <= (int)CERTIFICATE_ROWS_MAX, "all have a row");
    *certificate = (Certificate){
        .language = texts->language,
        .is_rtl = texts->rtl,
        .nickname = app_nickname(app, arena),
        .title = TR(texts, "certificate.title", "Certificate"),
        .lead = TR(texts, "certificate.lead", "for Sango's clever adviser"),
        .by_hand = TR(texts, "certificate.by_hand", "My name, written by hand"),
        .powers_title = TR(texts, "certificate.powers", "My powers"),
        .promises_title = TR(texts, "certificate.promises", "My promises"),
        .deeds_title = TR(texts, "certificate.deeds", "What I did"),
        .date = TR(texts, "certificate.date", "Date"),
        .thanks = TR(texts, "certificate.thanks", "Thank you for your help! Stay safe and have fun online."),
        .credits = TR(texts, "certificate.credits", "Made with Sango's Story. This is not an official product of ITU."),
    };
    add_badges(app, certificate);
    certificate->promise_count = promises_read(app, arena, certificate->promises);
}

static Status fill(App *app, const Certificate *certificate, StrBuf *page)
{
    StrBuf fault;
    strbuf_init(&fault, app->parts.alloc);
    Status status = certificate_write(app->parts.alloc, app->parts.print_folder, certificate, page, &fault);
    if (status != STATUS_OK) {
        log_line(LOG_ERROR, "%s", fault.data);
    }
    strbuf_release(&fault);
    return status;
}

/* "certificate-sunny-cat-94.html": made of the made-up name; a new one takes the place of the old one. */
static void add_file(App *app, StrBuf *path)
{
    strbuf_append(path, SV("certificate-"));
    for (size_t i = 0; i < app->player.nickname.len; i++) {
        char c = app->player.nickname.data[i];
        bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        strbuf_char(path, is_plain ? c : '-');
    }
    strbuf_append(path, SV(".html"));
}

Status certificate_save(App *app, Arena *arena, const Certificate *certificate, StrView *path)
{
    StrBuf page, name;
    *path = app->parts.papers_folder;
    if (path->len == 0) {
        return STATUS_UNSUPPORTED;
    }
    strbuf_init(&page, app->parts.alloc);
    strbuf_init(&name, app->parts.alloc);
    add_file(app, &name);
    Status status = fill(app, certificate, &page);
    status = status == STATUS_OK && name.failed ? STATUS_NOMEM : status;
    if (status == STATUS_OK) {
        status = papers_write(app, arena, strbuf_view(&name), strbuf_view(&page), path);
    }
    strbuf_release(&page);
    strbuf_release(&name);
    return status;
}
