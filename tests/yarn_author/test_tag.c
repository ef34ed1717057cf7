#include "author_test.h"
#include "sango/base/file.h"
#include "sango/level/command.h"
#include "sango/yarn/vm.h"
#include "script_maker.h"

/* One script tagged. */
static YarnTagged tag_text(StrView name, StrView text, const char *prefix, Heard *heard)
{
    YarnSource source = { name, text };
    YarnProgram *program = compile_text(alloc_heap(), source);
    YarnTagged tagged = { 0 };
    EXPECT(program != NULL);
    strbuf_init(&tagged.text, alloc_heap());
    if (program) {
        YarnTagRequest request = { program,
                                   &source,
                                   1,
                                   strview_from_cstr(prefix),
                                   heard ? &heard->sink : NULL,
                                   heard ? &heard->sink : NULL };
        EXPECT_EQ(yarn_tag(alloc_heap(), &request, &tagged), STATUS_OK);
    }
    yarn_program_destroy(program);
    return tagged;
}

static void expect_tagged(const char *name, const char *text, const char *prefix, const char *want)
{
    YarnTagged tagged = tag_text(strview_from_cstr(name), strview_from_cstr(text), prefix, NULL);
    EXPECT_SAME(strbuf_view(&tagged.text), strview_from_cstr(want));
    yarn_tagged_release(&tagged, 1);
}

static void test_places(void)
{
    expect_tagged(
        "cat_key.yarn",
        "title: A\n---\nYoko: Hi\n  two  \t\nthree // note\nfour// note\n-> a#tag\n-> go <<if true>> #a\n"
        "    see http:\\/\\/x {\"}//#\"} // c\n=>x\n===\n",
        NULL,
        "title: A\n---\nYoko: Hi #line:ck001\n  two #line:ck002  \t\nthree #line:ck003 // note\n"
        "four #line:ck004 // note\n-> a#tag #line:ck005\n-> go <<if true>> #a #line:ck006\n"
        "    see http:\\/\\/x {\"}//#\"} #line:ck007 // c\n=>x #line:ck008\n===\n");
    expect_tagged("a.yarn", "\xEF\xBB\xBFtitle: A\r\n---\r\none\r\ntwo \r\n===", NULL,
                  "\xEF\xBB\xBFtitle: A\r\n---\r\none #line:a001\r\ntwo #line:a002 \r\n===");
    expect_tagged("a.yarn", "title: A\r---\rone\r===\r", "k", "title: A\r---\rone #line:k001\r===\r");
    expect_tagged("a.yarn", "title: A\n---\n<<enum E>>\n<<case X>>\n<<endenum>>\n<<say x>>\n===\n", NULL,
                  "title: A\n---\n<<enum E>>\n<<case X>>\n<<endenum>>\n<<say x>>\n===\n");
}

static void test_ids(void)
{
    /* the key that most ids have; the highest number of it, wherever it stands */
    expect_tagged(
        "x.yarn",
        "title: A\n---\na #line:sp7\nb #line:zz900\nc #line:sp012 // was #line:sp136\nd\ne #shadow:zz900x\n"
        "e #line:zz900x\n===\n",
        "unused",
        "title: A\n---\na #line:sp7\nb #line:zz900\nc #line:sp012 // was #line:sp136\nd #line:sp137\n"
        "e #shadow:zz900x\ne #line:zz900x\n===\n");
    expect_tagged("x.yarn", "title: A\n---\na #line:cat099\nb\nc\n===\n", NULL,
                  "title: A\n---\na #line:cat099\nb #line:cat100\nc #line:cat101\n===\n");
    expect_tagged("dir/Level2.yarn", "title: A\n---\na\n===\n", NULL,
                  "title: A\n---\na #line:level2_001\n===\n");
    expect_tagged("\xC3\xA9.yarn", "title: A\n---\na\n===\n", NULL, "title: A\n---\na #line:line001\n===\n");
    /* numbers that are too long to count are still not used again */
    expect_tagged("x.yarn",
                  "title: A\n---\na #line:k999999999999999999\nb // #line:k1000000000000000000\n===\n", NULL,
                  "title: A\n---\na #line:k999999999999999999\nb #line:k1000000000000000001 // "
                  "#line:k1000000000000000000\n===\n");
}

/* Ids of one file are not used in another. */
static void test_files(void)
{
    YarnSource sources[] = { { SV("b.yarn"), SV("title: B\n---\nx\n===\n") },
                             { SV("a.yarn"), SV("title: A\n---\ny #line:b005\nz\n===\n") } };
    YarnProgram *program = NULL;
    YarnTagged tagged[2];
    EXPECT_EQ(yarn_compile(&(YarnCompileOptions){ .alloc = alloc_heap() }, sources, 2, &program), STATUS_OK);
    EXPECT_EQ(yarn_tag(alloc_heap(), &(YarnTagRequest){ program, sources, 2, SV(""), NULL, NULL }, tagged),
              STATUS_OK);
    EXPECT_SAME(strbuf_view(&tagged[0].text), SV("title: B\n---\nx #line:b006\n===\n"));
    EXPECT_SAME(strbuf_view(&tagged[1].text), SV("title: A\n---\ny #line:b005\nz #line:b007\n===\n"));
    EXPECT_EQ(tagged[0].added, 1);
    yarn_tagged_release(tagged, 2);
    yarn_program_destroy(program);
}

static void test_report(void)
{
    Heard heard;
    heard_init(&heard);
    YarnTagged tagged =
        tag_text(SV("r.yarn"), SV("title: A\n---\nx #line:a1\n  y\n-> z\nx #shadow:a1\n===\n"), NULL, &heard);
    EXPECT_SAME(strbuf_view(&heard.text), SV("r.yarn:4:3: error: this line has no #line: id [line-tag]\n"
                                             "r.yarn:5:4: error: this line has no #line: id [line-tag]\n"));
    yarn_tagged_release(&tagged, 1);
    strbuf_release(&heard.text);
}

/* An id would stand in the middle of the address. */
static void test_web_address(void)
{
    Heard heard;
    heard_init(&heard);
    YarnTagged tagged = tag_text(
        SV("w.yarn"),
        SV("title: A\n---\nSee https://x.org now\n-> http://a\nb: // c\nhttp:\\/\\/d\ne://f #line:w9\n===\n"),
        NULL, &heard);
    EXPECT_SAME(strbuf_view(&tagged.text),
                SV("title: A\n---\nSee https://x.org now\n-> http://a\nb: #line:w10 // c\nhttp:\\/\\/d "
                   "#line:w11\ne://f #line:w9\n===\n"));
    EXPECT_EQ(tagged.added, 2);
    EXPECT(strstr(heard.text.data,
                  "w.yarn:3:1: warning: this line gets no id, because a web address cuts it; "
                  "write :\\/\\/ and tag again [line-tag]\nw.yarn:4:4: error:"));
    EXPECT_EQ(heard.sink.warnings, 3);
    yarn_tagged_release(&tagged, 1);
    strbuf_release(&heard.text);
}

/* --- properties ----------------------------------------------------------------- */

/* `tagged` is `original` with " #line:id" put in, and a blank more before "//" only. */
static bool is_only_tagged(StrView original, StrView tagged, size_t added)
{
    size_t at = 0;
    for (size_t i = 0; i < tagged.len;) {
        StrView rest = strview_slice(tagged, i, tagged.len);
        StrView here = strview_slice(original, at, rest.len);
        bool is_new = strview_starts_with(rest, SV(" #line:")) && !strview_starts_with(here, SV(" #line:")) &&
                      added > 0;
        if (!is_new) {
            if (at >= original.len || original.data[at++] != tagged.data[i++]) {
                return false;
            }
            continue;
        }
        added--;
        i += 7;
        while (i < tagged.len && !strchr(" \t\r\n/", tagged.data[i])) {
            i++;
        }
        StrView behind = strview_slice(original, at, original.len);
        i += strview_starts_with(behind, SV("//"));
        bool is_end = behind.len == 0 || strchr(" \t\r\n/", behind.data[0]);
        if (!is_end) {
            return false;
        }
    }
    return at == original.len && added == 0;
}

static bool same_line(const YarnLineInfo *a, const YarnLineInfo *b)
{
    bool same = strview_equal(a->text, b->text) && strview_equal(a->speaker, b->speaker) &&
                strview_equal(a->node, b->node) && a->place.line == b->place.line &&
                a->place.column == b->place.column && a->tag_count == b->tag_count &&
                a->is_option == b->is_option && a->value_count == b->value_count &&
                (!a->has_explicit_id || strview_equal(a->id, b->id));
    for (uint16_t i = 0; same && i < a->tag_count; i++) {
        same = strview_equal(a->tags[i], b->tags[i]);
    }
    return same;
}

static void expect_same_program(const YarnProgram *a, const YarnProgram *b)
{
    EXPECT_EQ(yarn_program_node_count(b), yarn_program_node_count(a));
    EXPECT_EQ(yarn_program_line_count(b), yarn_program_line_count(a));
    EXPECT_EQ(yarn_program_command_count(b), yarn_program_command_count(a));
    for (size_t i = 0; i < yarn_program_node_count(a); i++) {
        EXPECT(strview_equal(yarn_program_node(a, i).title, yarn_program_node(b, i).title));
    }
    for (size_t i = 0; i < yarn_program_line_count(a); i++) {
        YarnLineInfo one = yarn_program_line(a, i), two = yarn_program_line(b, i);
        EXPECT(same_line(&one, &two));
    }
    for (size_t i = 0; i < yarn_program_command_count(a); i++) {
        EXPECT(strview_equal(yarn_program_command(a, i).text, yarn_program_command(b, i).text));
    }
}

/* Everything that a player sees on one way through. */
static void play(const YarnProgram *program, StrBuf *seen)
{
    YarnVm *vm = NULL;
    YarnEvent event;
    Rng rng;
    rng_seed(&rng, 5);
    EXPECT_EQ(yarn_vm_create(&(YarnVmOptions){ .program = program, .seed = 3 }, &vm), STATUS_OK);
    EXPECT_EQ(yarn_vm_start(vm, yarn_program_node(program, 0).title), STATUS_OK);
    for (size_t step = 0; step < 500 && yarn_vm_next(vm, &event); step++) {
        strbuf_printf(seen, "%d:", (int)event.kind);
        if (event.kind == YARN_EVENT_LINE) {
            strbuf_append(seen, event.line.text);
        } else if (event.kind == YARN_EVENT_OPTIONS) {
            size_t from = rng_below(&rng, (uint32_t)event.option_count), taken = SIZE_MAX;
            for (size_t i = 0; i < event.option_count; i++) {
                size_t at = (from + i) % event.option_count;
                strbuf_append(seen, event.options[i].line.text);
                taken = event.options[at].enabled ? at : taken;
            }
            (void)yarn_vm_select(vm, taken);
        } else if (event.text.len) {
            strbuf_append(seen, event.text);
        }
        strbuf_char(seen, '\n');
    }
    yarn_vm_destroy(vm);
}

static void expect_same_play(const YarnProgram *a, const YarnProgram *b)
{
    StrBuf one, two;
    strbuf_init(&one, alloc_heap());
    strbuf_init(&two, alloc_heap());
    play(a, &one);
    play(b, &two);
    EXPECT_SAME(strbuf_view(&two), strbuf_view(&one));
    strbuf_release(&one);
    strbuf_release(&two);
}

/* Ids are one each, and no new one is written anywhere in the original. */
static void expect_new_ids(const YarnProgram *before, const YarnProgram *after, StrView original)
{
    for (size_t i = 0; i < yarn_program_line_count(after); i++) {
        YarnLineInfo old = yarn_program_line(before, i), line = yarn_program_line(after, i);
        if (old.has_explicit_id || !line.has_explicit_id) {
            continue;
        }
        for (size_t at = 0; at + line.id.len <= original.len; at++) {
            StrView here = strview_slice(original, at, line.id.len + 1);
            bool is_whole =
                here.len == line.id.len || here.data[line.id.len] < '0' || here.data[line.id.len] > '9';
            EXPECT(!(strview_starts_with(here, line.id) && is_whole && at && original.data[at - 1] == ':'));
        }
    }
}

static size_t check_properties(StrView name, StrView original, bool plays)
{
    const YarnFunction *functions;
    size_t count;
    functions = level_functions(&count);
    YarnSource source = { name, original };
    YarnCompileOptions options = {
        .alloc = alloc_heap(), .diags = NULL, .functions = functions, .function_count = count
    };
    YarnProgram *before = NULL, *after = NULL;
    YarnTagged once, twice;
    EXPECT_EQ(yarn_compile(&options, &source, 1, &before), STATUS_OK);
    if (!before) {
        (void)compile_text(alloc_heap(), source);
        return 0;
    }
    EXPECT_EQ(yarn_tag(alloc_heap(), &(YarnTagRequest){ before, &source, 1, SV(""), NULL, NULL }, &once),
              STATUS_OK);
    EXPECT(is_only_tagged(original, strbuf_view(&once.text), once.added));
    source.text = strbuf_view(&once.text);
    EXPECT_EQ(yarn_compile(&options, &source, 1, &after), STATUS_OK);
    if (after) {
        expect_same_program(before, after);
        expect_new_ids(before, after, original);
        if (plays) {
            expect_same_play(before, after);
        }
        EXPECT_EQ(
            yarn_tag(alloc_heap(), &(YarnTagRequest){ after, &source, 1, SV("other"), NULL, NULL }, &twice),
            STATUS_OK);
        EXPECT_EQ(twice.added, 0);
        EXPECT(strview_equal(strbuf_view(&twice.text), source.text));
        yarn_tagged_release(&twice, 1);
    }
    size_t added = once.added;
    yarn_tagged_release(&once, 1);
    yarn_program_destroy(before);
    yarn_program_destroy(after);
    return added;
}

static void test_made_scripts(void)
{
    size_t added = 0;
    for (uint64_t seed = 1; seed <= 400 && test_failures < 5; seed++) {
        Rng rng;
        StrBuf text;
        rng_seed(&rng, seed);
        strbuf_init(&text, alloc_heap());
        script_make(&text, &rng);
        added += check_properties(SV("made_up.yarn"), strbuf_view(&text), true);
        if (test_failures) {
            fprintf(stderr, "seed %u\n", (unsigned)seed);
        }
        strbuf_release(&text);
    }
    EXPECT(added > 2000);
}

/* A shipped level without its ids. */
static void test_shipped(const char *path, size_t lines)
{
    StrView text;
    StrBuf bare;
    strbuf_init(&bare, alloc_heap());
    EXPECT_EQ(file_read(alloc_heap(), path, 1 << 20, &text), STATUS_OK);
    for (size_t i = 0; i < text.len;) {
        if (strview_starts_with(strview_slice(text, i, 7), SV(" #line:"))) {
            i += 7;
            while (i < text.len && !strchr(" \r\n", text.data[i])) {
                i++;
            }
        } else {
            strbuf_char(&bare, text.data[i++]);
        }
    }
    EXPECT_EQ(check_properties(strview_from_cstr(path), strbuf_view(&bare), false), lines);
    strbuf_release(&bare);
    file_free(alloc_heap(), &text);
}

int main(void)
{
    test_places();
    test_ids();
    test_files();
    test_report();
    test_web_address();
    test_made_scripts();
    test_shipped("../levels/sango/prologue.yarn", 312);
    test_shipped("../levels/sango/younger/surprise_present.yarn", 327);
    return TEST_MAIN_END();
}
