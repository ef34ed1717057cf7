#include "diag_list.h"

static void append_json(StrBuf *out, const Diag *diag)
{
    static const char *const levels[] = { "note", "warning", "error" };
    strbuf_append(out, out->len ? SV(",\n    ") : SV("    "));
    strbuf_append(out, SV("{ \"file\": "));
    strbuf_json(out, diag->pos.file);
    strbuf_printf(out, ", \"line\": %u, \"column\": %u, \"length\": %u, \"level\": \"%s\", \"code\": ",
                  (unsigned)diag->pos.line, (unsigned)diag->pos.column, (unsigned)diag->length,
                  levels[diag->level]);
    strbuf_json(out, strview_from_cstr(diag->code));
    strbuf_append(out, SV(", \"message\": "));
    strbuf_json(out, strview_from_cstr(diag->message));
    strbuf_append(out, SV(" }"));
}

static void take_diag(void *user, const Diag *diag)
{
    DiagList *list = user;
    if (list->is_json) {
        append_json(&list->text, diag);
    } else {
        diag_format(&list->text, diag);
    }
}

void diag_list_init(DiagList *list, bool is_json)
{
    *list = (DiagList){ .sink = { take_diag, list, 0, 0 }, .is_json = is_json };
    strbuf_init(&list->text, alloc_heap());
}

void diag_list_release(DiagList *list)
{
    strbuf_release(&list->text);
}
