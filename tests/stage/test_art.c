#include "stage/stage_internal.h"

#include "meter.h"
#include "test.h"

#include <string.h>

#define GOOD(name) "actor name=" name " w=10 h=20 baseline=20 hip=5,20 pill=sun layers=body,head expressions=happy\n"

static void collect(void *user, const Diag *diag)
{
    diag_format(user, diag);
}

/* What is reported for `text`, in `report`; how many actors there are then. */
static size_t parse(StrView text, StrBuf *report)
{
    StageArt *art = NULL;
    DiagSink diags = { collect, report, 0, 0 };
    strbuf_clear(report);
    EXPECT_EQ(stage_art_parse(alloc_heap(), text, &diags, &art), STATUS_OK);
    size_t count = art ? art->actor_count : 0;
    stage_art_destroy(art);
    return count;
}

static void expect_report(const char *text, size_t actors, const char *wanted)
{
    StrBuf report;
    strbuf_init(&report, alloc_heap());
    EXPECT_EQ(parse(strview_from_cstr(text), &report), actors);
    if (!strview_starts_with(strbuf_view(&report), strview_from_cstr(wanted)) || (wanted[0] == 0 && report.len)) {
        test_failures++;
        fprintf(stderr, "reported '%s', expected '%s'\n", report.len ? report.data : "", wanted);
    }
    strbuf_release(&report);
}

static void test_mistakes(void)
{
    expect_report("", 0, "");
    expect_report(GOOD("kofi") "\n" GOOD("luz"), 2, "");
    expect_report(GOOD("kofi") "rubbish\n" GOOD("luz"), 2, "actors.txt:2:1: warning: this line describes no actor");
    expect_report(GOOD("a") GOOD("b") "actor name=c w=wide h=2 layers=x\n" GOOD("d"), 3,
                  "actors.txt:3:16: warning: 'w' cannot be 'wide'");
    expect_report("actor name=c w=1 h=2 hip=7 layers=x\n" GOOD("d"), 1, "actors.txt:1:26: warning: 'hip' cannot be '7'");
    expect_report("actor w=1 h=2 layers=x\n" GOOD("d"), 1, "actors.txt:1:1: warning: an actor needs a name");
    expect_report("actor name=c w=0 h=2 layers=x\n", 0, "actors.txt:1:1: warning: an actor needs a name, w and h over 0");
    expect_report("actor name=c w=1 h=2\n", 0, "actors.txt:1:1: warning: an actor needs");
    expect_report("actor name=c w=1 h=2 layers=x colour=red\n", 1, ""); /* keys of tomorrow */
}

/* Values that no drawing could use, or that would do nothing: said, with their place. */
static void test_hostile_values(void)
{
#define BEFORE "actor name=c w=1 h=2 layers=x "
    static const struct {
        const char *value;
        const char *said;
    } cases[] = {
        { "gait=rocket", "'gait' cannot be 'rocket'" },
        { "looks=ears", "'looks' cannot be 'ears'" },
        { "closed=eyes", "'closed' cannot be 'eyes'" },
        { "moments=mine", "'moments' cannot be 'mine'" },
        { "baseline=32769", "'baseline' cannot be '32769'" },
        { "head=1,-99999999999999999999999999999999999999", "'head' cannot be" },
        { "pivots=tails:1", "'pivots' cannot be 'tails:1'" },
        { "pivots=tails:nan,1", "'pivots' cannot be" },
        { "pivots=:1,2", "'pivots' cannot be" },
        { "slides=cover/band:oops", "'slides' cannot be" },
        { "slides=band:1,2", "'slides' cannot be" },
        { "slides=/band:1,2", "'slides' cannot be" },
        { "expressions=happy,aaaaaaaaaaaaaaaaaaaaaaaaa", "'expressions' cannot be" },
        { "layers=aaaaaaaaaaaaaaaaaaaaaaaaa", "'layers' cannot be" },
        { "name=aaaaaaaaaaaaaaaaaaaaaaaaa", "'name' cannot be" },
        { "name=aaaaaaaaaaaaa,aaaaaaaaaaaaa", "'name' cannot be" },
        { "pill=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
          "'pill' cannot be 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' and so on" },
    };
    char line[300];
    char said[300];
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t key = strcspn(cases[i].value, "=");
        (void)snprintf(line, sizeof line, BEFORE "%s\n", cases[i].value);
        (void)snprintf(said, sizeof said, "actors.txt:1:%zu: warning: %s", sizeof BEFORE + key + 1, cases[i].said);
        expect_report(line, 0, said);
    }
#undef BEFORE
}

static void test_slides(void)
{
    StageArt *art = NULL;
    DiagSink diags = { 0 };
    float x = 0;
    float y = 0;
    EXPECT_EQ(stage_art_parse(alloc_heap(), SV("actor name=a w=1 h=1 layers=band,tails slides=cover/band:1.5,82;cover/b:2,2\n"),
                              &diags, &art), STATUS_OK);
    const ArtActor *actor = art_actor(art, SV("a"));
    EXPECT(actor && art_slide(actor, SV("cover"), SV("band"), &x, &y));
    EXPECT(x == 1.5f && y == 82.0f);
    EXPECT(actor && !art_slide(actor, SV("cover"), SV("tails"), &x, &y));
    EXPECT(actor && !art_slide(actor, SV("happy"), SV("band"), &x, &y));
    EXPECT(actor && !art_slide(actor, SV("b"), SV("band"), &x, &y));
    EXPECT(actor && !actor->has_own_moments);
    stage_art_destroy(art);
}

/* What is held up at the left has room at the left edge of the stage, and nowhere else; looking left, it is at the right. */
static void test_held(void)
{
    StageArt *art = NULL;
    Stage *stage = NULL;
    DiagSink diags = { 0 };
    EXPECT_EQ(stage_art_parse(alloc_heap(), SV(GOOD("kofi") "actor name=mina w=10 h=20 baseline=20 hip=5,20 layers=body expressions=happy holds=under\n"),
                              &diags, &art), STATUS_OK);
    EXPECT_EQ(stage_create(alloc_heap(), art, &stage), STATUS_OK);
    static const struct {
        const char *spot, *facing;
        bool has_room;
    } cases[] = { { "far_left", "", true }, { "far_left", "left", false }, { "left", "", false }, { "far_right", "", false } };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        float share[2];
        for (int who = 0; who < 2; who++) {
            StrView name = who ? SV("mina") : SV("kofi");
            stage_clear(stage);
            stage_enter(stage, name, strview_from_cstr(cases[i].spot), SV("happy"), strview_from_cstr(cases[i].facing));
            share[who] = stage_actor_share(stage, name);
            EXPECT_EQ(stage_actor_is_holding(stage, name), who && strview_equal(strview_from_cstr(cases[i].facing), SV("")));
        }
        EXPECT_EQ(share[1] > share[0], cases[i].has_room);
        EXPECT(share[1] >= share[0]);
    }
    EXPECT(!stage_actor_is_holding(stage, SV("nobody")));
    stage_destroy(stage);
    stage_art_destroy(art);
}

static void test_layer_limit(void)
{
    StrBuf line;
    StrBuf report;
    strbuf_init(&line, alloc_heap());
    strbuf_init(&report, alloc_heap());
    for (int layers = LAYERS_MAX; layers <= LAYERS_MAX + 1; layers++) {
        strbuf_clear(&line);
        strbuf_append(&line, SV("actor name=many w=1 h=1 layers=x"));
        for (int i = 1; i < layers; i++) {
            strbuf_append(&line, SV(",x"));
        }
        EXPECT_EQ(parse(strbuf_view(&line), &report), layers == LAYERS_MAX ? 1 : 0);
        EXPECT((report.len > 0) == (layers > LAYERS_MAX));
    }
    strbuf_release(&line);
    strbuf_release(&report);
}

/* Every allocation fails once: an answer, not a crash. */
static void test_memory(void)
{
    bool was_ok = false;
    for (size_t at = 1; at < 20 && !was_ok; at++) {
        Meter meter = { .fail_at = at };
        Allocator alloc = { meter_resize, &meter };
        DiagSink diags = { 0 };
        StageArt *art = NULL;
        Status status = stage_art_parse(&alloc, strview_from_cstr(GOOD("a") GOOD("b")), &diags, &art);
        EXPECT(status == STATUS_OK || status == STATUS_NOMEM);
        EXPECT((status == STATUS_OK) == (art != NULL));
        EXPECT(!art || art->actor_count == 2);
        was_ok = status == STATUS_OK;
        stage_art_destroy(art);
        EXPECT_EQ(meter.bytes, 0);
    }
    EXPECT(was_ok);
}

static void test_pill(void)
{
    StageArt *art = NULL;
    DiagSink diags = { 0 };
    StrView actors = SV(GOOD("kofi") "actor name=ann w=10 h=20 pill=sage layers=body expressions=happy\n"
                                     "actor name=bo w=10 h=20 layers=body expressions=happy\n");
    EXPECT_EQ(stage_art_parse(alloc_heap(), actors, &diags, &art), STATUS_OK);
    EXPECT(strview_equal(stage_art_pill(art, SV("kofi")), SV("ui/pill_sun")));
    EXPECT(strview_equal(stage_art_pill(art, SV("ann")), SV("ui/pill_sage")));
    EXPECT(strview_equal(stage_art_pill(art, SV("bo")), SV("ui/pill_plum")));
    EXPECT(strview_equal(stage_art_pill(art, SV("nobody")), SV("ui/pill_plum")));
    stage_art_destroy(art);
}

int main(void)
{
    test_mistakes();
    test_hostile_values();
    test_slides();
    test_held();
    test_layer_limit();
    test_memory();
    test_pill();
    return TEST_MAIN_END();
}
