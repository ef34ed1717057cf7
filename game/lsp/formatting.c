#include "lsp_internal.h"
#include "sango/yarn/format.h"

/* Line ends are the editor's own affair: it keeps those that the file has. */
static bool is_same_text(StrView text, StrView formatted)
{
    size_t at = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '\r' && i + 1 < text.len && text.data[i + 1] == '\n') {
            continue;
        }
        if (at >= formatted.len || text.data[i] != formatted.data[at++]) {
            return false;
        }
    }
    return at == formatted.len;
}

static bool has_mistakes(const LspAnalysis *analysis, uint32_t source)
{
    for (const LspDiag *diag = analysis->diags[source]; diag; diag = diag->next) {
        if (diag->level == DIAG_ERROR) {
            return true;
        }
    }
    return false;
}

/* One edit for all of the text; none when it has its shape, or mistakes: what is meant for a
 * script that compiles could move what the author is still writing. */
void lsp_format(LspServer *server, const JsonValue *params)
{
    StrView uri = json_text(json_member(json_member(params, "textDocument"), "uri"));
    LspDocument *document = lsp_document_find(server, uri);
    LspAnalysis *analysis = document ? &document->group->analysis : NULL;
    uint32_t source;
    StrBuf text;
    strbuf_init(&text, server->alloc);
    strbuf_char(&server->body, '[');
    if (document && lsp_source_find(document, &source) && !has_mistakes(analysis, source)) {
        StrView before = analysis->sources[source].text;
        Status status = yarn_format(server->alloc, before, &text);
        server->failed |= status == STATUS_NOMEM;
        if (status == STATUS_OK && !is_same_text(before, strbuf_view(&text))) {
            strbuf_append(&server->body, SV("{\"range\":"));
            lsp_append_whole_range(server, analysis, source);
            strbuf_append(&server->body, SV(",\"newText\":"));
            strbuf_json(&server->body, strbuf_view(&text));
            strbuf_char(&server->body, '}');
        }
    }
    strbuf_char(&server->body, ']');
    strbuf_release(&text);
}
