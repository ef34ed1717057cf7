/* Any bytes from an editor. The first byte says how the rest is sent: bit 0, each line as a
 * message with a right header, after a session has begun; else as it is. What comes back must
 * be whole messages. */
#include "sango/lsp/server.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char script[] =
    "title: Start\n---\n<<declare $n = 1>>\n<<enum E>>\n<<case A>>\n<<endenum>>\n"
    "Kofi: Hi {$n} #line:a1\n-> \xF0\x9F\x98\x80 go #line:a2\n    <<jump Start>>\n<<pose kofi>>\n===\n";

static const char definitions[] =
    "{\"version\":2,\"commands\":[{\"yarnName\":\"pose\",\"parameters\":[{\"name\":\"n\",\"type\":\"node\"},"
    "{\"name\":\"rest\",\"type\":\"number\",\"isParamsArray\":true}]}],\"functions\":[]}";

/* How long the path is says what it belongs to. */
static Status load(void *user, StrView path, LspFolder *folder, LspAddScript add, void *to)
{
    (void)user;
    strbuf_append(&folder->root, SV("/p"));
    folder->is_pack = path.len % 2 == 0;
    Status status = STATUS_OK;
    if (path.len % 3 == 1) {
        DiagSink unheard = { 0 };
        folder->has_project = true;
        arena_init(&folder->project.arena, alloc_heap(), 1024);
        status = yarn_definitions_add(&folder->project.definitions, &folder->project.arena, SV("d"),
                                      strview_from_cstr(definitions), &unheard);
    }
    if (status != STATUS_OK) {
        abort(); /* the definitions above have no mistake */
    }
    status = add(to, SV("/p/a.yarn"), strview_from_cstr(script));
    return status == STATUS_OK ? add(to, SV("/p/b.yarn"), SV("title: B\n---\n<<jump Start>>\n===\n"))
                               : status;
}

static void check_output(StrBuf *out)
{
    StrView rest = strbuf_view(out), line;
    while (strview_take(&rest, '\n', &line)) {
        int32_t length = 0;
        if (!strview_starts_with(line, SV("Content-Length: ")) ||
            !strview_to_int(strview_trim(strview_slice(line, 16, line.len)), &length) ||
            (size_t)length + 2 > rest.len || rest.data[2] != '{' || rest.data[(size_t)length + 1] != '}') {
            abort();
        }
        rest = strview_slice(rest, 2 + (size_t)length, rest.len);
    }
    strbuf_clear(out);
}

static void feed(LspServer *server, StrView bytes, StrBuf *out)
{
    int code;
    if (!lsp_server_is_over(server, &code) && lsp_server_feed(server, bytes, out) != STATUS_OK) {
        abort();
    }
    check_output(out);
}

static void feed_body(LspServer *server, StrView body, StrBuf *out)
{
    StrBuf message;
    strbuf_init(&message, alloc_heap());
    strbuf_printf(&message, "Content-Length: %zu\r\n\r\n", body.len);
    strbuf_append(&message, body);
    feed(server, strbuf_view(&message), out);
    strbuf_release(&message);
}

static void begin_session(LspServer *server, StrBuf *out)
{
    StrBuf body;
    strbuf_init(&body, alloc_heap());
    feed_body(server, SV("{\"id\":0,\"method\":\"initialize\",\"params\":{}}"), out);
    strbuf_append(
        &body,
        SV("{\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\"file:///p/a.yarn\","
           "\"version\":1,\"text\":"));
    strbuf_json(&body, strview_from_cstr(script));
    strbuf_append(&body, SV("}}}"));
    feed_body(server, strbuf_view(&body), out);
    strbuf_release(&body);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    LspServer *server = NULL;
    StrBuf out;
    LspOptions options = { alloc_heap(), { load, NULL }, NULL, "1" };
    if (size == 0 || lsp_server_create(&options, &server) != STATUS_OK) {
        return 0;
    }
    strbuf_init(&out, alloc_heap());
    StrView rest = { (const char *)data + 1, size - 1 }, line;
    if (data[0] & 1) {
        begin_session(server, &out);
        while (strview_take(&rest, '\n', &line)) {
            feed_body(server, line, &out);
        }
    } else {
        feed(server, strview_slice(rest, 0, rest.len / 2), &out);
        feed(server, strview_slice(rest, rest.len / 2, rest.len), &out);
    }
    lsp_server_destroy(server);
    strbuf_release(&out);
    return 0;
}
