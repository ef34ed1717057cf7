#include "sango/level/lint.h"
#include "meter.h"
#include "support.h"

static void check_shipped(void)
{
    LevelPack pack;
    DiagSink sink = { 0 };
    EXPECT_EQ(level_pack_load(alloc_heap(), "../levels/sango", &sink, &pack), STATUS_OK);
    EXPECT_EQ(sink.errors + sink.warnings, 0);
    EXPECT_TEXT(pack.id, "sango");
    EXPECT_EQ(pack.world_count, POWER_COUNT);
    EXPECT(pack.level_count >= 2);
    const LevelEntry *level = level_pack_find(&pack, SV("surprise-present"));
    EXPECT(level != NULL);
    if (level) {
        EXPECT_TEXT(level->world, "privacy");
        EXPECT_EQ(level->bands, BAND_YOUNGER);
        EXPECT(level->powers & 1u << POWER_PRIVACY);
        EXPECT(level->topics & 1u << 3);
        EXPECT(level->line > 1);
        YarnProgram *program = NULL;
        EXPECT_EQ(level_open(alloc_heap(), &pack, level, &sink, &program), STATUS_OK);
        EXPECT(program != NULL);
        yarn_program_destroy(program);
    }
    EXPECT(level_pack_find(&pack, SV("none")) == NULL);
    level_pack_release(&pack);
}

static void check_missing(void)
{
    LevelPack pack;
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    DiagSink sink = { collect_text, &text, 0, 0 };
    EXPECT_EQ(level_pack_load(alloc_heap(), "level/no-such-pack", &sink, &pack), STATUS_NOT_FOUND);
    EXPECT(has_text(strbuf_view(&text), "level/no-such-pack/pack.json: error: not found"));
    strbuf_release(&text);
}

/* Every allocation fails once; nothing leaks and nothing half-made is given back. */
static void check_out_of_memory(void)
{
    for (size_t at = 1;; at++) {
        Meter meter = { .fail_at = at };
        Allocator alloc = { meter_resize, &meter };
        LevelPack pack;
        DiagSink sink = { 0 };
        Status status = level_pack_load(&alloc, "level/cases/good", &sink, &pack);
        if (status == STATUS_OK) {
            YarnProgram *program = NULL;
            status = level_open(&alloc, &pack, &pack.levels[0], &sink, &program);
            EXPECT((status == STATUS_OK) == (program != NULL));
            yarn_program_destroy(program);
            level_pack_release(&pack);
        }
        EXPECT_EQ(meter.bytes, 0);
        if (status == STATUS_OK) {
            break;
        }
        EXPECT_EQ(status, STATUS_NOMEM);
        if (test_failures || at > 100000) {
            break;
        }
    }
}

static void write_pack(const char *folder, size_t title_len, size_t levels)
{
    StrBuf text, path;
    strbuf_init(&text, alloc_heap());
    strbuf_init(&path, alloc_heap());
    strbuf_append(&text, SV("{\"format\":1,\"id\":\"p\",\"version\":\"1\",\"licence\":\"x\",\"language\":\"en\",\"title\":\""));
    for (size_t i = 0; i < title_len; i++) {
        strbuf_char(&text, 'a');
    }
    strbuf_append(&text, SV("\",\n\"worlds\":[{\"id\":\"w\",\"title\":\"W\",\"power\":\"help\"}],\n\"levels\":["));
    for (size_t i = 0; i < levels; i++) {
        strbuf_printf(&text,
                      "%s{\"id\":\"l%zu\",\"files\":[\"a.yarn\"],\"start\":\"S\",\"world\":\"w\",\"band\":[\"10-13\"],\"title\":\"T\"}",
                      i ? ",\n" : "", i);
    }
    strbuf_append(&text, SV("]}"));
    (void)file_make_folders(folder);
    strbuf_printf(&path, "%s/pack.json", folder);
    EXPECT_EQ(file_write(path.data, strbuf_view(&text)), STATUS_OK);
    strbuf_release(&text);
    strbuf_release(&path);
}

/* Limits at N and N + 1, and what is left out. */
static void check_limits(const char *folder)
{
    static const struct {
        size_t title, levels;
        Status status;
    } rows[] = {
        { PACK_TITLE_BYTES_MAX, PACK_LEVELS_MAX, STATUS_OK },
        { PACK_TITLE_BYTES_MAX + 1, 1, STATUS_INVALID },
        { 1, PACK_LEVELS_MAX + 1, STATUS_INVALID },
        { 1, 0, STATUS_INVALID },
        { 0, 1, STATUS_INVALID },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        LevelPack pack;
        DiagSink sink = { 0 };
        write_pack(folder, rows[i].title, rows[i].levels);
        Status status = level_pack_load(alloc_heap(), folder, &sink, &pack);
        EXPECT_EQ(status, rows[i].status);
        if (status == STATUS_OK) {
            EXPECT_EQ(pack.level_count, rows[i].levels);
            EXPECT_EQ(pack.levels[0].minutes, 10);
            EXPECT_EQ(pack.worlds[0].is_open, true);
            EXPECT_EQ(pack.levels[0].notes.len, 0);
            level_pack_release(&pack);
        }
    }
}

static void check_rules_are_explained(void)
{
    for (size_t i = 0; lint_rule(i); i++) {
        EXPECT(lint_explain(strview_from_cstr(lint_rule(i))) != NULL);
    }
    EXPECT(lint_explain(SV("level-nonsense")) == NULL);
}

int main(void)
{
    check_shipped();
    check_missing();
    check_out_of_memory();
    check_limits(TEST_FOLDER "/pack-limits");
    check_rules_are_explained();
    return TEST_MAIN_END();
}
