/* Project files: what they name, what is refused and where, patterns, limits. */
#include "project_test.h"

static const char definitions[] =
    "{ \"version\": 1, \"commands\": [ { \"yarnName\": \"wave\", \"parameters\": [] } ],\n"
    "  \"functions\": [ { \"yarnName\": \"age\", \"parameters\": [], \"return\": { \"type\": \"number\" } } "
    "] }";

#define TEXT(literal) { "" literal "", sizeof(literal) - 1 }

static const MemoryFile folder[] = {
    { TEXT("b.yarn"), TEXT("") },
    { TEXT("Ship/One.YARN"), TEXT("") },
    { TEXT("Ship/deep/er/two.yarn"), TEXT("") },
    { TEXT("Ship/notes.txt"), TEXT("") },
    { TEXT("old/x.yarn"), TEXT("") },
    { TEXT(".git/hidden.yarn"), TEXT("") },
    { TEXT("a.yarn"), TEXT("") },
    { TEXT("defs/Game.ysls.json"), { definitions, sizeof definitions - 1 } },
    { TEXT("defs/More.ysls.json"), TEXT("{ \"version\": 1 }") },
};

enum { FOLDER_COUNT = sizeof folder / sizeof folder[0] };

/* "status; sources; languages; definitions" and the diagnostics of one project file. */
static void describe(StrBuf *out, const Allocator *alloc, const char *text, Status *status)
{
    MemoryFile all[FOLDER_COUNT + 1];
    memcpy(all, folder, sizeof folder);
    all[FOLDER_COUNT] = (MemoryFile){ SV("p.yarnproject"), strview_from_cstr(text) };
    MemoryFiles memory = { all, FOLDER_COUNT + 1 };
    YarnFiles files = { memory_read, memory_list, &memory, SV("dir/") };
    DiagSink sink = { append_diag, out, 0, 0 };
    YarnProject project;
    *status = yarn_project_load(alloc, &files, SV("p.yarnproject"), &sink, &project);
    if (*status == STATUS_OK) {
        strbuf_printf(out, "version %u, %.*s%s\n", project.version, SV_ARG(project.base_language),
                      project.requires_declarations ? ", declared" : "");
        for (size_t i = 0; i < project.source_count; i++) {
            strbuf_printf(out, "%.*s ", SV_ARG(project.sources[i]));
        }
        for (size_t i = 0; i < project.language_count; i++) {
            strbuf_printf(out, "[%.*s %.*s %.*s] ", SV_ARG(project.languages[i].language),
                          SV_ARG(project.languages[i].strings), SV_ARG(project.languages[i].assets));
        }
        for (size_t i = 0; i < project.definitions.command_count; i++) {
            strbuf_printf(out, "<<%.*s>> ", SV_ARG(project.definitions.commands[i].name));
        }
        for (size_t i = 0; i < project.definitions.function_count; i++) {
            strbuf_printf(out, "%s() ", project.definitions.functions[i].name);
        }
    }
    yarn_project_release(&project);
}

typedef struct Row {
    const char *text;
    const char *want;
} Row;

#define P(version, rest) "{ \"projectFileVersion\": " version ", \"baseLanguage\": \"en\"" rest " }"

static const Row rows[] = {
    { "{\n  // a comment\n  \"projectFileVersion\": 4, \"sourceFiles\": [\"**/*.yarn\"], \"baseLanguage\": "
      "\"en\",\n"
      "  \"excludeFiles\": [\"old/**\"],\n"
      "  \"localisation\": { \"de\": { \"strings\": \"../German.csv\", \"assets\": \"../voice/de\" }, "
      "\"en\": {} },\n"
      "  \"definitions\": [\"defs/Game.ysls.json\", \"defs/Mo*.ysls.json\"], \"editorOptions\": { \"any\": "
      "[1] },\n"
      "  \"compilerOptions\": { \"requireVariableDeclarations\": true, \"other\": 1 },\n}",
      "version 4, en, declared\nShip/One.YARN Ship/deep/er/two.yarn a.yarn b.yarn "
      "[de ../German.csv ../voice/de] [en  ] <<wave>> age() " },
    { P("2",
        ", \"sourceFiles\": [\"./?.yarn\", \"SHIP\\\\*.yarn\"], \"definitions\": \"defs/game.ysls.json\""),
      "dir/p.yarnproject:1:110: error: 'defs/game.ysls.json' cannot be read: not found [yarn-project]\n" },
    { P("2", ", \"sourceFiles\": [\"./?.yarn\", \"SHIP\\\\*.yarn\"]"),
      "version 2, en\nShip/One.YARN a.yarn b.yarn " },
    { P("3", ", \"sourceFiles\": [\"Ship/\"], \"definitions\": [\"defs/Game.ysls.json\"]"),
      "dir/p.yarnproject:1:91: warning: a list of definitions needs \"projectFileVersion\": 4 "
      "[yarn-project]\n"
      "version 3, en\nShip/One.YARN Ship/deep/er/two.yarn <<wave>> age() " },
    { P("4", ", \"sourceFiles\": [\"a.yarn\"], \"excludeFiles\": [\"*.txt\"], \"sourcFiles\": []"),
      "dir/p.yarnproject:1:118: warning: 'sourcFiles' is not used here; did you mean 'sourceFiles'? "
      "[yarn-project]\n"
      "version 4, en\na.yarn " },
    { P("4", ""), "dir/p.yarnproject:1:1: warning: 'sourceFiles' is missing; it is taken as \"**/*.yarn\" "
                  "[yarn-project]\n"
                  "version 4, en\nShip/One.YARN Ship/deep/er/two.yarn a.yarn b.yarn old/x.yarn " },
    { P("4", ", \"sourceFiles\": [\"c.yarn\", \"a.yarn\"]"),
      "dir/p.yarnproject:1:66: warning: there is no .yarn file 'c.yarn' [yarn-project]\nversion 4, "
      "en\na.yarn " },
    { P("4", ", \"sourceFiles\": [\"Ship/*.txt\"]"),
      "dir/p.yarnproject:1:66: warning: there is no .yarn file 'Ship/*.txt' [yarn-project]\n"
      "dir/p.yarnproject:1:65: error: this project has no scripts [yarn-project]\n" },
    { P("4",
        ", \"sourceFiles\": [\"../*.yarn\", \"/etc/*.yarn\", \"C:/a.yarn\", \"a/../../b.yarn\", \"./\"]"),
      "dir/p.yarnproject:1:66: error: '../*.yarn' does not stay inside the project's folder [yarn-project]\n"
      "dir/p.yarnproject:1:79: error: '/etc/*.yarn' does not stay inside the project's folder "
      "[yarn-project]\n"
      "dir/p.yarnproject:1:94: error: 'C:/a.yarn' does not stay inside the project's folder [yarn-project]\n"
      "dir/p.yarnproject:1:107: error: 'a/../../b.yarn' does not stay inside the project's folder "
      "[yarn-project]\n"
      "dir/p.yarnproject:1:125: error: './' does not stay inside the project's folder [yarn-project]\n"
      "dir/p.yarnproject:1:65: error: this project has no scripts [yarn-project]\n" },
    { P("4", ", \"sourceFiles\": [\"a.yarn\"], \"definitions\": \"../x.ysls.json\""),
      "dir/p.yarnproject:1:92: error: '../x.ysls.json' does not stay inside the project's folder "
      "[yarn-project]\n" },
    { P("1", ", \"sourceFiles\": \"a.yarn\""),
      "dir/p.yarnproject:1:25: error: 'projectFileVersion' is a whole number from 2 to 4 [yarn-project]\n"
      "dir/p.yarnproject:1:65: error: 'sourceFiles' is a list in [brackets] [yarn-project]\n"
      "dir/p.yarnproject:1:65: error: this project has no scripts [yarn-project]\n" },
    { "{ \"sourceFiles\": [7, \"a.yarn\"], \"localisation\": { \"de\": 1, \"fr\": { \"string\": \"x\" } }, "
      "\"compilerOptions\": [] }",
      "dir/p.yarnproject:1:1: error: 'projectFileVersion' is missing [yarn-project]\n"
      "dir/p.yarnproject:1:1: error: 'baseLanguage' is missing [yarn-project]\n"
      "dir/p.yarnproject:1:57: error: a language is an object in {braces} [yarn-project]\n"
      "dir/p.yarnproject:1:78: warning: 'string' is not used here; did you mean 'strings'? [yarn-project]\n"
      "dir/p.yarnproject:1:106: error: 'compilerOptions' is an object in {braces} [yarn-project]\n"
      "dir/p.yarnproject:1:19: error: 'sourceFiles' is a text in \"quotes\" [yarn-project]\n" },
    { "[]", "dir/p.yarnproject:1:1: error: a project is an object in {braces} [yarn-project]\n" },
    { "{ \"a\": /* 1 }", "dir/p.yarnproject:1:8: error: this comment has no end [yarn-project]\n" },
};

static void check_rows(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        StrBuf out;
        Status status;
        strbuf_init(&out, alloc_heap());
        describe(&out, alloc_heap(), rows[i].text, &status);
        EXPECT_STR(out.data, rows[i].want);
        EXPECT_EQ(status, strstr(rows[i].want, "error:") ? STATUS_INVALID : STATUS_OK);
        strbuf_release(&out);
    }
}

static void check_missing(void)
{
    MemoryFiles memory = { folder, FOLDER_COUNT };
    YarnFiles files = { memory_read, memory_list, &memory, SV("") };
    StrBuf out;
    strbuf_init(&out, alloc_heap());
    DiagSink sink = { append_diag, &out, 0, 0 };
    YarnProject project;
    EXPECT_EQ(yarn_project_load(alloc_heap(), &files, SV("none.yarnproject"), &sink, &project),
              STATUS_NOT_FOUND);
    EXPECT_STR(out.data, "none.yarnproject: error: not found [yarn-project]\n");
    yarn_project_release(&project);
    strbuf_release(&out);
}

static void check_globs(void)
{
    static const struct {
        const char *pattern, *path;
        bool matches;
    } globs[] = {
        { "*.yarn", "a.yarn", true },
        { "*.yarn", "d/a.yarn", false },
        { "**/*.yarn", "a.yarn", true },
        { "**/*.yarn", "a/b/c.yarn", true },
        { "**/b/*.yarn", "a/b/c.yarn", true },
        { "**/b/*.yarn", "b/a/b/c.yarn", true },
        { "**/b/*.yarn", "a/b/c/d.yarn", false },
        { "a/**/c.yarn", "a/c.yarn", true },
        { "a/**/c.yarn", "a/x/y/c.yarn", true },
        { "a/**/c.yarn", "b/c.yarn", false },
        { "a/**", "a/b", true },
        { "a/**", "a", false },
        { "a/", "a/b/c", true },
        { "a/", "a", false },
        { "a/", "ab/c", false },
        { "?.yarn", "\xC3\xA4.yarn", true },
        { "??.yarn", "\xC3\xA4.yarn", false },
        { "a*b*c", "abbbc", true },
        { "a*b*c", "abbbd", false },
        { "A.YARN", "a.yarn", true },
        { "./a/./b", "a/b", true },
        { "", "a", false },
        { "*", "", false },
        { "**/**/x", "x", true },
        { "a**c", "abc", true },
        { "a//b", "a/b", false },
    };
    for (size_t i = 0; i < sizeof globs / sizeof globs[0]; i++) {
        bool matches =
            yarn_glob_matches(strview_from_cstr(globs[i].pattern), strview_from_cstr(globs[i].path));
        if (matches != globs[i].matches) {
            test_failures++;
            fprintf(stderr, "'%s' and '%s': %d\n", globs[i].pattern, globs[i].path, matches);
        }
    }
}

/* Many stars and folders end at once: nothing is tried in all combinations. */
static void check_glob_time(void)
{
    StrBuf pattern, path;
    strbuf_init(&pattern, alloc_heap());
    strbuf_init(&path, alloc_heap());
    for (size_t i = 0; i < 150; i++) {
        strbuf_append(&pattern, SV("**/*a*a*/"));
        strbuf_append(&path, SV("aaaaaaaaaaaaaaab/"));
    }
    strbuf_append(&pattern, SV("x"));
    strbuf_append(&path, SV("y"));
    EXPECT(!yarn_glob_matches(strbuf_view(&pattern), strbuf_view(&path)));
    strbuf_release(&pattern);
    strbuf_release(&path);
}

/* A folder with as many files as asked for, or as many folders inside each other. */
typedef struct Endless {
    size_t files, depth;
} Endless;

static Status endless_read(void *user, const Allocator *alloc, StrView path, size_t max_bytes, StrView *text)
{
    const MemoryFile file = { path, SV(P("4", ", \"sourceFiles\": [\"**/*.yarn\"]")) };
    MemoryFiles memory = { &file, 1 };
    (void)user;
    return memory_read(&memory, alloc, path, max_bytes, text);
}

static Status endless_list(void *user, StrView path, void (*visit)(void *, StrView, bool), void *context)
{
    const Endless *endless = user;
    size_t depth = path.len ? 1 : 0;
    for (size_t i = 0; i < path.len; i++) {
        depth += path.data[i] == '/';
    }
    for (size_t i = 0; i < endless->files; i++) {
        char name[32];
        (void)snprintf(name, sizeof name, "%zu.yarn", i);
        visit(context, strview_from_cstr(name), false);
    }
    if (depth < endless->depth) {
        visit(context, SV("d"), true);
    } else if (endless->depth) {
        visit(context, SV("x.yarn"), false);
    }
    return STATUS_OK;
}

static void check_limits(void)
{
    static const struct {
        Endless endless;
        Status status;
        size_t sources;
    } cases[] = {
        { { YARN_PROJECT_FILES_MAX, 0 }, STATUS_OK, YARN_PROJECT_FILES_MAX },
        { { YARN_PROJECT_FILES_MAX + 1, 0 }, STATUS_LIMIT, 0 },
        { { 0, YARN_PROJECT_DEPTH_MAX }, STATUS_OK, 1 },
        { { 0, YARN_PROJECT_DEPTH_MAX + 1 }, STATUS_INVALID, 0 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Endless endless = cases[i].endless;
        YarnFiles files = { endless_read, endless_list, &endless, SV("") };
        DiagSink sink = { 0 };
        YarnProject project;
        EXPECT_EQ(yarn_project_load(alloc_heap(), &files, SV("p.yarnproject"), &sink, &project),
                  cases[i].status);
        EXPECT_EQ(sink.errors, cases[i].status == STATUS_OK ? 0 : 1);
        if (cases[i].status == STATUS_OK) {
            EXPECT_EQ(project.source_count, cases[i].sources);
        }
        yarn_project_release(&project);
    }
}

static void check_out_of_memory(void)
{
    Meter meter = { 0 };
    Allocator alloc = { meter_resize, &meter };
    for (size_t at = 1;; at++) {
        StrBuf out;
        Status status;
        strbuf_init(&out, alloc_heap());
        meter = (Meter){ .fail_at = at };
        describe(&out, &alloc, rows[0].text, &status);
        EXPECT_EQ(meter.bytes, 0);
        strbuf_release(&out);
        if (status == STATUS_OK) {
            EXPECT(at > 20);
            break;
        }
        EXPECT_EQ(status, STATUS_NOMEM);
    }
}

int main(void)
{
    check_rows();
    check_missing();
    check_globs();
    check_glob_time();
    check_limits();
    check_out_of_memory();
    return TEST_MAIN_END();
}
