#include "lsp_internal.h"

#include <inttypes.h>

/* --- messages that go out -------------------------------------------------------------------- */

static void begin_message(LspServer *server)
{
    strbuf_clear(&server->body);
    strbuf_append(&server->body, SV("{\"jsonrpc\":\"2.0\","));
}

/* Puts it behind the others, if all of it could be written. */
static void end_message(LspServer *server)
{
    size_t before = server->out->len;
    strbuf_char(&server->body, '}');
    for (const LspGroup *group = server->groups; group; group = group->next) {
        server->failed |= group->analysis.failed;
    }
    server->failed |= server->body.failed;
    if (!server->failed) {
        strbuf_printf(server->out, "Content-Length: %zu\r\n\r\n", server->body.len);
        strbuf_append(server->out, strbuf_view(&server->body));
        server->failed |= server->out->failed;
    }
    if (server->failed) {
        strbuf_truncate(server->out, before); /* half a message would be worse than none */
    }
}

/* A request's id is a number or a string. */
static void append_id(LspServer *server, const JsonValue *id)
{
    int64_t number;
    strbuf_append(&server->body, SV("\"id\":"));
    if (json_text(id).data) {
        strbuf_json(&server->body, json_text(id));
    } else if (json_whole(id, &number)) {
        strbuf_printf(&server->body, "%" PRId64, number);
    } else {
        strbuf_append(&server->body, SV("null"));
    }
}

void lsp_response_begin(LspServer *server, const JsonValue *id)
{
    begin_message(server);
    append_id(server, id);
    strbuf_append(&server->body, SV(",\"result\":"));
}

void lsp_response_end(LspServer *server)
{
    end_message(server);
}

void lsp_response_error(LspServer *server, const JsonValue *id, int code, const char *message)
{
    begin_message(server);
    append_id(server, id);
    strbuf_printf(&server->body, ",\"error\":{\"code\":%d,\"message\":", code);
    strbuf_json(&server->body, strview_from_cstr(message));
    strbuf_char(&server->body, '}');
    end_message(server);
}

void lsp_notification_begin(LspServer *server, const char *method)
{
    begin_message(server);
    strbuf_printf(&server->body, "\"method\":\"%s\",\"params\":", method);
}

void lsp_notification_end(LspServer *server)
{
    end_message(server);
}

/* --- the life of a session ------------------------------------------------------------------ */

static bool has_word(const JsonValue *array, StrView word)
{
    for (const JsonValue *item = json_items(array); item; item = item->next) {
        if (strview_equal(json_text(item), word)) {
            return true;
        }
    }
    return false;
}

static void initialize(LspServer *server, const JsonValue *params)
{
    const JsonValue *all = json_member(params, "capabilities");
    const JsonValue *text = json_member(all, "textDocument");
    server->state = LSP_READY;
    server->counts_bytes =
        has_word(json_member(json_member(all, "general"), "positionEncodings"), SV("utf-8"));
    server->knows_related =
        json_get_bool(json_member(text, "publishDiagnostics"), "relatedInformation", false);
    server->knows_symbol_tree =
        json_get_bool(json_member(text, "documentSymbol"), "hierarchicalDocumentSymbolSupport", false);
    server->knows_markdown =
        has_word(json_member(json_member(text, "hover"), "contentFormat"), SV("markdown"));
    strbuf_printf(&server->body, "{\"capabilities\":{\"positionEncoding\":\"%s\",",
                  server->counts_bytes ? "utf-8" : "utf-16");
    strbuf_append(
        &server->body,
        SV("\"textDocumentSync\":{\"openClose\":true,\"change\":2,\"save\":{\"includeText\":false}},"
           "\"completionProvider\":{\"triggerCharacters\":[\"<\",\" "
           "\",\"$\",\"#\",\".\",\":\",\"{\",\"\\\"\"]},"
           "\"definitionProvider\":true,\"referencesProvider\":true,\"hoverProvider\":true,"
           "\"documentSymbolProvider\":true,\"documentFormattingProvider\":true},\"serverInfo\":{\"name\":"
           "\"sango-lint\",\"version\":"));
    strbuf_json(&server->body, strview_from_cstr(server->options.version));
    strbuf_append(&server->body, SV("}}"));
}

static void shut_down(LspServer *server, const JsonValue *params)
{
    (void)params;
    server->state = LSP_SHUT_DOWN;
    strbuf_append(&server->body, SV("null"));
}

static void reload(LspServer *server, const JsonValue *params)
{
    (void)params;
    lsp_documents_reload(server);
}

static void leave(LspServer *server)
{
    server->exit_code = server->state == LSP_SHUT_DOWN ? 0 : 1;
    server->state = LSP_OVER;
}

/* --- messages that come in ------------------------------------------------------------------- */

typedef struct LspMethod {
    const char *name;
    LspRequest *run;
} LspMethod;

static const LspMethod requests[] = {
    { "initialize", initialize },
    { "shutdown", shut_down },
    { "textDocument/completion", lsp_complete },
    { "textDocument/definition", lsp_define },
    { "textDocument/references", lsp_refer },
    { "textDocument/hover", lsp_hover },
    { "textDocument/documentSymbol", lsp_list_symbols },
    { "textDocument/formatting", lsp_format },
};

static const LspMethod notifications[] = {
    { "textDocument/didOpen", lsp_document_open }, { "textDocument/didChange", lsp_document_change },
    { "textDocument/didSave", lsp_document_save }, { "textDocument/didClose", lsp_document_close },
    { "workspace/didChangeWatchedFiles", reload },
};

static LspRequest *find_method(const LspMethod *methods, size_t count, StrView name)
{
    for (size_t i = 0; i < count; i++) {
        if (strview_equal(strview_from_cstr(methods[i].name), name)) {
            return methods[i].run;
        }
    }
    return NULL;
}

static void answer(LspServer *server, const JsonValue *id, StrView method, const JsonValue *params)
{
    LspRequest *run = find_method(requests, sizeof requests / sizeof *requests, method);
    int64_t number;
    bool begins = run == initialize;
    if (!json_text(id).data && !json_whole(id, &number)) {
        lsp_response_error(server, NULL, LSP_INVALID_REQUEST, "the id of a request is a number or a string");
    } else if (server->state == LSP_NEW && !begins) {
        lsp_response_error(server, id, LSP_NOT_INITIALIZED, "the first request must be 'initialize'");
    } else if (server->state != LSP_NEW && begins) {
        lsp_response_error(server, id, LSP_INVALID_REQUEST, "'initialize' came before");
    } else if (server->state == LSP_SHUT_DOWN) {
        lsp_response_error(server, id, LSP_INVALID_REQUEST, "'shutdown' came before");
    } else if (!run) {
        lsp_response_error(server, id, LSP_METHOD_NOT_FOUND, "this server does not know the method");
    } else {
        /* Publishing uses the same buffer, so it comes before the answer begins. */
        for (LspGroup *group = server->groups; group; group = group->next) {
            lsp_group_analyse(server, group);
        }
        lsp_response_begin(server, id);
        run(server, params);
        lsp_response_end(server);
    }
}

static void notice(LspServer *server, StrView method, const JsonValue *params)
{
    if (strview_equal(method, SV("exit"))) {
        leave(server);
        return;
    }
    LspRequest *run = find_method(notifications, sizeof notifications / sizeof *notifications, method);
    if (run && server->state == LSP_READY) {
        run(server, params);
    }
}

static void receive(LspServer *server, StrView body)
{
    Arena arena;
    JsonError error;
    const JsonValue *message;
    arena_init(&arena, server->alloc, 4096);
    Status status = json_parse(&arena, body, JSON_STRICT, &message, &error);
    const JsonValue *id = json_member(message, "id");
    StrView method = json_text(json_member(message, "method"));
    if (status == STATUS_NOMEM) {
        server->failed = true;
    } else if (status != STATUS_OK) {
        lsp_response_error(server, NULL, LSP_PARSE_ERROR, error.message);
    } else if (!json_is(message, JSON_OBJECT)) {
        lsp_response_error(server, NULL, LSP_INVALID_REQUEST, "a message is an object");
    } else if (!method.data && (json_member(message, "result") || json_member(message, "error"))) {
        /* An answer, and this server asks nothing. */
    } else if (!method.data) {
        lsp_response_error(server, id, LSP_INVALID_REQUEST, "a message needs a method");
    } else if (id) {
        answer(server, id, method, json_member(message, "params"));
    } else {
        notice(server, method, json_member(message, "params"));
    }
    arena_release(&arena);
}

/* --- life cycle -------------------------------------------------------------------------------- */

Status lsp_server_create(const LspOptions *options, LspServer **server)
{
    *server = alloc_take(options->alloc, 1, sizeof **server);
    if (!*server) {
        return STATUS_NOMEM;
    }
    (*server)->alloc = options->alloc;
    (*server)->options = *options;
    (*server)->exit_code = 1;
    strbuf_init(&(*server)->in, options->alloc);
    strbuf_init(&(*server)->body, options->alloc);
    return STATUS_OK;
}

void lsp_server_destroy(LspServer *server)
{
    if (server) {
        lsp_documents_release(server);
        strbuf_release(&server->in);
        strbuf_release(&server->body);
        alloc_free(server->alloc, server, sizeof *server);
    }
}

Status lsp_server_feed(LspServer *server, StrView bytes, StrBuf *out)
{
    size_t at = 0;
    StrView body;
    server->out = out;
    strbuf_append(&server->in, bytes);
    server->failed |= server->in.failed;
    while (!server->failed && server->state != LSP_OVER) {
        LspFrame frame = lsp_frame_take(server, &at, &body);
        if (frame == LSP_FRAME_NONE) {
            break;
        }
        if (frame == LSP_FRAME_BODY) {
            receive(server, body);
        } else {
            lsp_response_error(server, NULL, LSP_PARSE_ERROR,
                               server->skipping ? "this message is too long"
                                                : "a header with Content-Length must stand here");
        }
    }
    for (LspGroup *group = server->groups; group && !server->failed; group = group->next) {
        lsp_group_analyse(server, group);
    }
    /* What was not a whole message waits for the rest of it. */
    size_t left = server->in.len - at;
    if (at) {
        StrBuf rest;
        strbuf_init(&rest, server->alloc);
        strbuf_append(&rest, (StrView){ server->in.data + at, left });
        server->failed |= rest.failed;
        strbuf_release(&server->in);
        server->in = rest;
    }
    server->out = NULL;
    if (server->failed) {
        server->state = LSP_OVER;
        server->exit_code = 1;
    }
    return server->failed ? STATUS_NOMEM : STATUS_OK;
}

bool lsp_server_is_over(const LspServer *server, int *exit_code)
{
    *exit_code = server->exit_code;
    return server->state == LSP_OVER;
}
