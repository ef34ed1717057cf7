#include "lsp_internal.h"
#include "sango/base/utf8.h"

/* A mistake of unknown length is marked up to the end of its line. */
static YarnSpan marked_span(LspAnalysis *analysis, YarnSpan span)
{
    if (span.length == 0 && span.line > 0) {
        StrView line = lsp_line_text(analysis, span.source, span.line);
        size_t count = utf8_count(line);
        while (line.len && (line.data[line.len - 1] == ' ' || line.data[line.len - 1] == '\t')) {
            line.len--;
            count--;
        }
        span.length = count >= span.column ? (uint32_t)count - span.column + 1 : 0;
    }
    return span;
}

/* A note about the same line is part of the message; others are related places where the
 * editor knows these. */
static bool is_related(const LspServer *server, const LspDiag *diag, const LspDiag *note)
{
    return server->knows_related &&
           (note->span.source != diag->span.source || note->span.line != diag->span.line);
}

static void append_message(LspServer *server, const LspAnalysis *analysis, const LspDiag *diag)
{
    StrBuf message;
    strbuf_init(&message, server->alloc);
    strbuf_append(&message, diag->message);
    for (const LspDiag *note = diag->notes; note; note = note->next) {
        if (is_related(server, diag, note)) {
            continue;
        }
        strbuf_printf(&message, "\n%.*s", SV_ARG(note->message));
        if (note->span.source != diag->span.source || note->span.line != diag->span.line) {
            strbuf_printf(&message, " (%.*s:%u)", SV_ARG(analysis->sources[note->span.source].name),
                          (unsigned)note->span.line);
        }
    }
    strbuf_json(&server->body, strbuf_view(&message));
    server->failed |= message.failed;
    strbuf_release(&message);
}

static void append_related(LspServer *server, LspAnalysis *analysis, const LspDiag *diag)
{
    bool is_first = true;
    for (const LspDiag *note = diag->notes; note; note = note->next) {
        if (!is_related(server, diag, note)) {
            continue;
        }
        strbuf_append(&server->body,
                      is_first ? SV(",\"relatedInformation\":[{\"location\":") : SV(",{\"location\":"));
        lsp_append_location(server, analysis, marked_span(analysis, note->span));
        strbuf_append(&server->body, SV(",\"message\":"));
        strbuf_json(&server->body, note->message);
        strbuf_char(&server->body, '}');
        is_first = false;
    }
    strbuf_append(&server->body, is_first ? SV("") : SV("]"));
}

static void append_diag(LspServer *server, LspAnalysis *analysis, const LspDiag *diag)
{
    static const int severities[] = { 3, 2, 1 }; /* note, warning, error */
    strbuf_append(&server->body, SV("{\"range\":"));
    lsp_append_range(server, analysis, marked_span(analysis, diag->span));
    strbuf_printf(&server->body, ",\"severity\":%d,\"source\":\"sango\",", severities[diag->level]);
    if (diag->code[0]) {
        strbuf_printf(&server->body, "\"code\":\"%s\",", diag->code);
    }
    strbuf_append(&server->body, SV("\"message\":"));
    append_message(server, analysis, diag);
    append_related(server, analysis, diag);
    strbuf_char(&server->body, '}');
}

static void begin_publishing(LspServer *server)
{
    lsp_notification_begin(server, "textDocument/publishDiagnostics");
    strbuf_append(&server->body, SV("{\"uri\":"));
}

/* What was published about the path; made when it is the first time. */
static LspPublished *find_published(LspServer *server, LspGroup *group, StrView path)
{
    LspPublished **link = &group->published;
    while (*link) {
        if (strview_equal((*link)->path, path)) {
            return *link;
        }
        link = &(*link)->next;
    }
    LspPublished *made = ARENA_NEW(&group->memory, LspPublished);
    StrView kept = arena_copy(&group->memory, path);
    if (!made || !kept.data) {
        server->failed = true;
        return NULL;
    }
    made->path = kept;
    *link = made;
    return made;
}

static void publish_source(LspServer *server, LspGroup *group, uint32_t source)
{
    LspAnalysis *analysis = &group->analysis;
    const LspDocument *document = analysis->documents[source];
    LspPublished *published = find_published(server, group, analysis->sources[source].name);
    if (!published) {
        return;
    }
    begin_publishing(server);
    lsp_append_uri(server, analysis, source);
    if (document) {
        strbuf_printf(&server->body, ",\"version\":%lld", (long long)document->version);
    }
    strbuf_append(&server->body, SV(",\"diagnostics\":["));
    for (const LspDiag *diag = analysis->diags[source]; diag; diag = diag->next) {
        append_diag(server, analysis, diag);
        strbuf_append(&server->body, diag->next ? SV(",") : SV(""));
    }
    strbuf_append(&server->body, SV("]}"));
    uint64_t hash = strview_hash_more(STRVIEW_HASH_BEGIN, strbuf_view(&server->body));
    bool is_news = document || published->has_diags || analysis->diags[source];
    if (is_news && hash != published->hash) {
        lsp_notification_end(server);
        published->hash = hash;
        published->has_diags = analysis->diags[source] != NULL;
    }
}

static bool is_source(const LspAnalysis *analysis, StrView path)
{
    for (size_t i = 0; i < analysis->source_count; i++) {
        if (strview_equal(analysis->sources[i].name, path)) {
            return true;
        }
    }
    return false;
}

static void publish_nothing(LspServer *server, StrView uri, LspPublished *published)
{
    begin_publishing(server);
    strbuf_json(&server->body, uri);
    strbuf_append(&server->body, SV(",\"diagnostics\":[]}"));
    lsp_notification_end(server);
    published->has_diags = false;
    published->hash = 0;
}

static void take_back(LspServer *server, LspPublished *published)
{
    StrBuf uri;
    strbuf_init(&uri, server->alloc);
    if (published->has_diags) {
        lsp_uri_append(&uri, published->path);
        server->failed |= uri.failed;
        publish_nothing(server, strbuf_view(&uri), published);
    }
    strbuf_release(&uri);
}

void lsp_document_unpublish(LspServer *server, const LspDocument *document)
{
    LspPublished *published = document->group ? document->group->published : NULL;
    for (; published; published = published->next) {
        if (published->has_diags && strview_equal(published->path, strbuf_view(&document->path))) {
            publish_nothing(server, strbuf_view(&document->uri), published);
        }
    }
}

void lsp_group_publish(LspServer *server, LspGroup *group)
{
    for (LspPublished *published = group->published; published; published = published->next) {
        if (!is_source(&group->analysis, published->path)) {
            take_back(server, published); /* the file is gone */
        }
    }
    for (uint32_t i = 0; i < group->analysis.source_count && !server->failed; i++) {
        publish_source(server, group, i);
    }
}

void lsp_group_unpublish(LspServer *server, LspGroup *group)
{
    for (LspPublished *published = group->published; published && !server->failed;
         published = published->next) {
        take_back(server, published);
    }
}
