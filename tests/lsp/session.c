/* Plays a session between an editor and the server: what is sent, and what must come back.
 *
 *     # a note                       file /p/a.yarn   then its lines, each behind '|'
 *     > {"jsonrpc":…}   sends        open /p/a.yarn [as URI]   sends its text as didOpen
 *     < {"jsonrpc":…}   must come    raw bytes\r\n    sends bytes as they are
 *     over 0            the server has ended with this exit code
 *
 *     lsp_session FILE            compares; then once more for each allocation, which fails
 *     lsp_session --write FILE    prints the file with what came back: read it before you keep it */
#include "memory_files.h"
#include "meter.h"
#include "sango/base/file.h"
#include "sango/lsp/server.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

enum { FILES_MAX = 8, FAILURES_MAX = 5000 };

typedef struct Session {
    const Allocator *alloc; /* the server's */
    StrView names[FILES_MAX];
    StrBuf texts[FILES_MAX];
    size_t file_count, file; /* the one that is written */
    LspServer *server;
    StrBuf out;     /* what came back and was not looked at yet */
    StrBuf written; /* with --write: the session as it went */
    bool is_quiet;  /* nothing is compared: memory fails */
    Status status;
} Session;

static StrView folder_of(StrView path)
{
    while (path.len && path.data[path.len - 1] != '/') {
        path.len--;
    }
    return path;
}

static bool is_project(StrView name)
{
    StrView end = SV(".yarnproject");
    return name.len > end.len && strview_equal(strview_slice(name, name.len - end.len, end.len), end);
}

/* The project file of the session whose folder the path stands in or below. */
static bool find_project(const Session *session, StrView path, StrView *name)
{
    for (size_t i = 0; i < session->file_count; i++) {
        *name = session->names[i];
        if (is_project(*name) && strview_starts_with(path, folder_of(*name))) {
            return true;
        }
    }
    return false;
}

/* What the project lists, and the script itself. */
static Status load_project(Session *session, StrView path, StrView name, LspFolder *folder, LspAddScript add,
                           void *to)
{
    MemoryFile inside[FILES_MAX];
    MemoryFiles all = { inside, 0 };
    StrView root = folder_of(name);
    DiagSink unheard = { 0 };
    for (size_t i = 0; i < session->file_count; i++) {
        if (strview_starts_with(session->names[i], root)) {
            inside[all.count++] =
                (MemoryFile){ strview_slice(session->names[i], root.len, session->names[i].len),
                              strbuf_view(&session->texts[i]) };
        }
    }
    YarnFiles files = { memory_read, memory_list, &all, root };
    strbuf_append(&folder->root, root);
    folder->has_project = true;
    Status status = yarn_project_load(session->alloc, &files, strview_slice(name, root.len, name.len),
                                      &unheard, &folder->project);
    for (size_t i = 0; status == STATUS_OK && i < session->file_count; i++) {
        bool is_meant = strview_equal(session->names[i], path);
        for (size_t j = 0; j < folder->project.source_count; j++) {
            is_meant |= strview_equal(strview_slice(session->names[i], root.len, session->names[i].len),
                                      folder->project.sources[j]);
        }
        if (is_meant) {
            status = add(to, session->names[i], strbuf_view(&session->texts[i]));
        }
    }
    return status;
}

/* The files of the session that stand in the same folder, or in one project; /p/ is a pack. */
static Status load(void *user, StrView path, LspFolder *folder, LspAddScript add, void *to)
{
    Session *session = user;
    Status status = STATUS_OK;
    StrView project;
    if (find_project(session, path, &project)) {
        return load_project(session, path, project, folder, add, to);
    }
    strbuf_append(&folder->root, folder_of(path));
    folder->is_pack = strview_equal(folder_of(path), SV("/p/"));
    for (size_t i = 0; status == STATUS_OK && i < session->file_count; i++) {
        if (strview_equal(folder_of(session->names[i]), folder_of(path))) {
            status = add(to, session->names[i], strbuf_view(&session->texts[i]));
        }
    }
    return status;
}

/* In small pieces, as a pipe may give them. */
static void send(Session *session, StrView bytes)
{
    int code;
    for (size_t at = 0; at < bytes.len && session->status == STATUS_OK; at += 11) {
        if (!lsp_server_is_over(session->server, &code)) {
            session->status = lsp_server_feed(session->server, strview_slice(bytes, at, 11), &session->out);
        }
    }
}

static void send_body(Session *session, StrView body)
{
    StrBuf message;
    strbuf_init(&message, alloc_heap());
    strbuf_printf(&message, "Content-Length: %zu\r\n\r\n%.*s", body.len, SV_ARG(body));
    send(session, strbuf_view(&message));
    strbuf_release(&message);
}

static void send_open(Session *session, StrView words)
{
    StrBuf body;
    StrView path = words;
    const char *as = strstr(words.data, " as file:");
    if (as && (size_t)(as - words.data) < words.len) {
        path.len = (size_t)(as - words.data);
    }
    words = strview_slice(words, path.len + 4, words.len);
    strbuf_init(&body, alloc_heap());
    strbuf_printf(
        &body,
        "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\"");
    strbuf_printf(&body, words.len ? "%.*s" : "file://%.*s", SV_ARG(words.len ? words : path));
    strbuf_append(&body, SV("\",\"languageId\":\"yarn\",\"version\":1,\"text\":"));
    for (size_t i = 0; i < session->file_count; i++) {
        if (strview_equal(session->names[i], path)) {
            strbuf_json(&body, strbuf_view(&session->texts[i]));
        }
    }
    strbuf_append(&body, SV("}}}"));
    send_body(session, strbuf_view(&body));
    strbuf_release(&body);
}

static void send_raw(Session *session, StrView text)
{
    StrBuf bytes;
    strbuf_init(&bytes, alloc_heap());
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c == '\\' && i + 1 < text.len) {
            c = text.data[++i];
            c = c == 'n' ? '\n' : c == 'r' ? '\r' : c == '0' ? '\0' : c;
        }
        strbuf_char(&bytes, c);
    }
    send(session, strbuf_view(&bytes));
    strbuf_release(&bytes);
}

/* The next message that came back; empty when there is none. */
static StrView take_answer(Session *session, StrView *rest)
{
    StrView line, body = SV("");
    int32_t length;
    if (strview_take(rest, '\n', &line)) {
        EXPECT(strview_starts_with(line, SV("Content-Length: ")));
        EXPECT(strview_to_int(strview_trim(strview_slice(line, 16, line.len)), &length));
        body = strview_slice(*rest, 2, (size_t)length);
        *rest = strview_slice(*rest, 2 + (size_t)length, rest->len);
    }
    (void)session;
    return body;
}

/* Everything that came back and that no line of the file was for. */
static void flush(Session *session)
{
    StrView rest = strbuf_view(&session->out);
    while (rest.len) {
        StrView body = take_answer(session, &rest);
        strbuf_printf(&session->written, "< %.*s\n", SV_ARG(body));
        if (!session->is_quiet) {
            test_failures++;
            fprintf(stderr, "nobody expected:\n< %.*s\n", SV_ARG(body));
        }
    }
    strbuf_clear(&session->out);
}

static void expect(Session *session, StrView want)
{
    StrView rest = strbuf_view(&session->out);
    StrView body = take_answer(session, &rest);
    if (session->is_quiet) {
        return;
    }
    if (!strview_equal(body, want)) {
        test_failures++;
        fprintf(stderr, "expected:\n< %.*s\ncame:\n< %.*s\n", SV_ARG(want), SV_ARG(body));
    }
    StrBuf left;
    strbuf_init(&left, alloc_heap());
    strbuf_append(&left, rest);
    strbuf_release(&session->out);
    session->out = left;
}

static void step(Session *session, StrView line, bool is_writing)
{
    StrView rest = line, word;
    (void)strview_take(&rest, ' ', &word);
    if (line.len && line.data[0] == '|') {
        StrBuf *text = &session->texts[session->file];
        strbuf_printf(text, "%.*s\n", SV_ARG(strview_slice(line, 1, line.len)));
    } else if (strview_equal(word, SV("<"))) {
        if (!is_writing) {
            expect(session, rest);
        }
        return;
    } else if (strview_equal(word, SV("file"))) {
        size_t at = 0;
        while (at < session->file_count && !strview_equal(session->names[at], rest)) {
            at++;
        }
        if (at == session->file_count && at < FILES_MAX) {
            strbuf_init(&session->texts[session->file_count++], alloc_heap());
        }
        session->names[at] = rest;
        session->file = at;
        strbuf_clear(&session->texts[at]);
    }
    flush(session);
    strbuf_printf(&session->written, "%.*s\n", SV_ARG(line));
    if (strview_equal(word, SV(">"))) {
        send_body(session, rest);
    } else if (strview_equal(word, SV("open"))) {
        send_open(session, rest);
    } else if (strview_equal(word, SV("raw"))) {
        send_raw(session, rest);
    } else if (strview_equal(word, SV("over")) && !session->is_quiet) {
        int code = -1;
        int32_t want = -2;
        EXPECT(lsp_server_is_over(session->server, &code));
        EXPECT(strview_to_int(rest, &want));
        EXPECT_EQ(code, want);
    }
}

static Status play(StrView text, Meter *meter, bool is_writing)
{
    static const StrView actors[] = { { "kofi", 4 }, { "sango", 5 } };
    static const StrView faces[] = { { "kofi/happy", 10 }, { "kofi/sad", 8 }, { "sango/talking", 13 } };
    static const StrView places[] = { { "bedroom/day", 11 }, { "bedroom/evening", 15 }, { "game/day", 8 } };
    static const StrView sounds[] = { { "pop", 3 } }, icons[] = { { "house", 5 } }, pictures[] = { { "cake", 4 }, { "cat", 3 } };
    const LintNames names = { .actors = actors,
                              .expressions = faces,
                              .places = places,
                              .sounds = sounds,
                              .music = sounds,
                              .icons = icons,
                              .pictures = pictures,
                              .picture_count = 2,
                              .actor_count = 2,
                              .expression_count = 3,
                              .place_count = 3,
                              .sound_count = 1,
                              .music_count = 1,
                              .icon_count = 1 };
    Allocator alloc = { meter_resize, meter };
    Session session = { .alloc = &alloc, .is_quiet = meter->fail_at > 0 || is_writing };
    LspOptions options = { &alloc, { load, &session }, &names, "1.0" };
    StrView line;
    strbuf_init(&session.out, &alloc);
    strbuf_init(&session.written, alloc_heap());
    session.status = lsp_server_create(&options, &session.server);
    while (session.status == STATUS_OK && strview_take(&text, '\n', &line)) {
        step(&session, line, is_writing);
    }
    flush(&session);
    if (is_writing) {
        fputs(session.written.data, stdout);
    }
    int code;
    if (session.server && session.status != STATUS_OK) {
        EXPECT(lsp_server_is_over(session.server, &code));
        EXPECT_EQ(code, 1);
    }
    lsp_server_destroy(session.server);
    for (size_t i = 0; i < session.file_count; i++) {
        strbuf_release(&session.texts[i]);
    }
    strbuf_release(&session.out);
    strbuf_release(&session.written);
    EXPECT_EQ(meter->bytes, 0);
    return session.status;
}

int main(int argc, char **argv)
{
    bool is_writing = argc > 2 && strcmp(argv[1], "--write") == 0;
    StrView text;
    if (argc < 2 || file_read(alloc_heap(), argv[argc - 1], 1 << 20, &text) != STATUS_OK) {
        fprintf(stderr, "usage: lsp_session [--write] FILE\n");
        return 2;
    }
    Meter meter = { 0 };
    EXPECT_EQ(play(text, &meter, is_writing), STATUS_OK);
    size_t calls = meter.calls;
    EXPECT(calls > 10 && calls < FAILURES_MAX);
    for (size_t n = 1; !is_writing && n <= calls && n < FAILURES_MAX; n++) {
        meter = (Meter){ .fail_at = n };
        EXPECT_EQ(play(text, &meter, false), STATUS_NOMEM);
    }
    file_free(alloc_heap(), &text);
    return TEST_MAIN_END();
}
