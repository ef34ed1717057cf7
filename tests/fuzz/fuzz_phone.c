/* Lines of an open phone, one a line of the input: "from|words|tags with blanks between"; a line "app NAME CONTACT" opens an app.
 * Numbers that are read lie in the range that the table names, and whatever stands on the screen can be drawn. */
#include "sango/phone/phone.h"
#include "stage/support.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds) {
        abort();
    }
}

static void check_facts(const PhoneFacts *facts)
{
    check(facts->likes >= -1 && facts->likes <= 99999 && facts->price >= -1 && facts->price <= 999);
    check(facts->age >= -1 && facts->age <= 18 && facts->minutes >= -1 && facts->minutes <= 999);
    check(facts->stars >= -1 && facts->stars <= 5 && facts->progress >= -1 && facts->progress <= 100);
    check(facts->x >= -1 && facts->x <= 100 && facts->y >= -1 && facts->y <= 100 && (facts->x < 0) == (facts->y < 0));
    check(facts->state < PHONE_STATE_COUNT && facts->part <= PHONE_BUTTON);
}

static void take_line(Stage *stage, StrView line)
{
    enum { TAGS_MAX = 16 };
    StrView from = SV(""), words = SV(""), tags[TAGS_MAX];
    size_t count = 0;
    if (strview_starts_with(line, SV("app "))) {
        line = strview_slice(line, 4, line.len);
        (void)strview_take(&line, ' ', &words);
        stage_phone(stage, words, line);
        return;
    }
    (void)strview_take(&line, '|', &from);
    (void)strview_take(&line, '|', &words);
    while (count < TAGS_MAX && strview_take(&line, ' ', &tags[count])) {
        count++;
    }
    PhoneFacts facts = phone_facts_read(tags, count);
    check_facts(&facts);
    stage_phone_line(stage, &(PhoneLine){ .id = SV("line:1"), .from = from, .text = words, .tags = tags, .tag_count = count });
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Scenery scenery;
    StrView rest = { (const char *)data, size }, line;
    uint64_t now_ms = 1000;
    scenery_open(&scenery);
    for (unsigned i = 0; i < 64 && strview_take(&rest, '\n', &line); i++) {
        take_line(scenery.stage, line);
        now_ms += 90;
        if (i % 8 == 7) {
            scenery_draw(&scenery, now_ms, i % 16 == 7, 0);
        }
    }
    scenery_draw(&scenery, now_ms + 5000, false, 300);
    scenery_close(&scenery);
    return 0;
}
