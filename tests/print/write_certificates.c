/* write_certificates TEMPLATES FOLDER: certificates as children have them, and as they must never harm. */
#include "sango/base/file.h"
#include "sango/print/certificate.h"

#include <stdio.h>

static Certificate plain(void)
{
    return (Certificate){ .language = SV("en"),
                          .nickname = SV("Sunny Cat 94"),
                          .title = SV("Certificate"),
                          .lead = SV("This certificate is for Sango's adviser"),
                          .by_hand = SV("My name, written by hand"),
                          .powers_title = SV("My powers"),
                          .promises_title = SV("I promise"),
                          .deeds_title = SV("What I did"),
                          .date = SV("Date"),
                          .thanks = SV("Thank you for your help. Stay safe and have fun online!"),
                          .credits = SV("Made with Sango's Story. This is not an official product of ITU.") };
}

static void fill(Certificate *page, StrView power, StrView promise, StrView deed)
{
    for (unsigned i = 0; i < 8; i++) {
        page->powers[page->power_count++] = (CertificatePower){ power, SV("Guardian"), 1 + i % 3 };
    }
    for (unsigned i = 0; i < 3; i++) {
        page->promises[page->promise_count++] = promise;
    }
    for (unsigned i = 0; i < 6; i++) {
        page->deeds[page->deed_count++] = deed;
    }
}

static int write(const char *templates, const char *folder, const char *name, const Certificate *page)
{
    StrBuf out, path, fault;
    strbuf_init(&out, alloc_heap());
    strbuf_init(&path, alloc_heap());
    strbuf_init(&fault, alloc_heap());
    strbuf_printf(&path, "%s/%s.html", folder, name);
    Status status = certificate_write(alloc_heap(), strview_from_cstr(templates), page, &out, &fault);
    if (status != STATUS_OK) {
        fprintf(stderr, "%s\n", fault.data);
    }
    status = status == STATUS_OK ? file_write(path.data, strbuf_view(&out)) : status;
    strbuf_release(&out);
    strbuf_release(&path);
    strbuf_release(&fault);
    return status != STATUS_OK;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        return 2;
    }
    Certificate page = plain();
    int failures = write(argv[1], argv[2], "empty", &page);
    fill(&page, SV("Privacy"), SV("I keep private things private."), SV("Told Someone"));
    failures += write(argv[1], argv[2], "full", &page);

    page = plain();
    page.language = SV("ar");
    page.is_rtl = true;
    page.nickname = SV("قط مشمس 94");
    page.title = SV("شهادة");
    page.promises_title = SV("أعد");
    fill(&page, SV("الخصوصية"), SV("أحافظ على خصوصية ما هو خاص."), SV("أخبرت شخصا أثق به"));
    failures += write(argv[1], argv[2], "arabic", &page);

    page = plain();
    page.nickname = SV("Außergewöhnlich-wissbegieriger Riesenpanda-Forscher 99");
    page.title = SV("Teilnahmebestätigung und Versprechensurkunde");
    fill(&page, SV("Ausgeglichenheitsbewusstsein"),
         SV("Ich sage einem Erwachsenen Bescheid, dem ich vertraue, auch wenn er gerade sehr beschäftigt ist und ich warten muss."),
         SV("Einer Freundin oder einem Freund geholfen"));
    failures += write(argv[1], argv[2], "long", &page);

    page = plain();
    StrView hostile = SV("<script src=\"http://evil.example/x.js\">alert('1')</script>\"' onload=\"x()\" {{who}} \xff\x01 <img src=x>");
    page.nickname = page.title = page.language = page.credits = hostile;
    fill(&page, hostile, hostile, hostile);
    failures += write(argv[1], argv[2], "hostile", &page);
    return failures != 0;
}
