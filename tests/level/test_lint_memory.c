/* Every allocation of the linter fails once: it must then say so and hold nothing. */
#include "meter.h"
#include "sango/level/lint.h"
#include "support.h"

/* All levels of a pack, and what lies between them. The worst status that is not a mistake of the author. */
static Status lint_all(const Allocator *alloc, const LevelPack *pack, StrBuf *diags)
{
    static const StrView actors[] = { { "yoko", 4 }, { "sango", 5 } };
    static const StrView faces[] = { { "yoko/happy", 10 }, { "yoko/thinking", 13 } };
    const LintNames names = {
        .actors = actors, .actor_count = 2, .expressions = faces, .expression_count = 2
    };
    DiagSink sink = { collect_text, diags, 0, 0 };
    for (size_t i = 0; i < pack->level_count; i++) {
        if (lint_level(alloc, pack, &pack->levels[i], &names, &sink, NULL) == STATUS_NOMEM) {
            return STATUS_NOMEM;
        }
    }
    return lint_pack(alloc, pack, &sink) == STATUS_NOMEM ? STATUS_NOMEM : STATUS_OK;
}

/* `stride`: only every so manyth allocation, for levels with very many. */
static void check_case(const char *folder, const char *rule, size_t stride)
{
    LevelPack pack;
    StrBuf diags;
    strbuf_init(&diags, alloc_heap());
    EXPECT_EQ(level_pack_load(alloc_heap(), folder, NULL, &pack), STATUS_OK);
    Meter counting = { .fail_at = 0 };
    Allocator all = { meter_resize, &counting };
    EXPECT_EQ(lint_all(&all, &pack, &diags), STATUS_OK);
    EXPECT_EQ(counting.bytes, 0);
    EXPECT(has_text(strbuf_view(&diags), rule));
    for (size_t n = 1; n <= counting.calls; n += stride) {
        Meter failing = { .fail_at = n };
        Allocator alloc = { meter_resize, &failing };
        strbuf_clear(&diags);
        if (lint_all(&alloc, &pack, &diags) != STATUS_NOMEM || failing.bytes) {
            test_failures++;
            fprintf(stderr, "%s: allocation %zu of %zu: %zu bytes held, %s", folder, n, counting.calls,
                    failing.bytes, diags.len ? diags.data : "nothing said\n");
            break;
        }
    }
    level_pack_release(&pack);
    strbuf_release(&diags);
}

int main(void)
{
    check_case("level/cases/level-chance", "[level-chance]", 1);
    check_case("level/cases/level-stage", "[level-stage]", 1);
    check_case("level/cases/level-speaker", "[level-speaker]", 1);
    check_case("level/cases/level-expression", "[level-expression]", 1);
    check_case("level/cases/level-tag", "[level-tag]", 1);
    check_case("level/cases/level-reading", "[level-reading]", 1);
    check_case("level/cases/level-rights", "[level-rights]", 1);
    check_case("level/cases/level-decisions", "[level-decisions]", 61);
    check_case("level/cases/pack-topics", "[pack-topics]", 401);
    check_case("level/cases/pack-two-levels", "[level-decision]", 1);
    check_case("level/cases/level-walk", "[level-walk]", 401);
    return TEST_MAIN_END();
}
