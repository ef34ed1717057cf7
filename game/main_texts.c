#include "main_parts.h"

#include "sango/base/file.h"

#include <stdio.h>

/* English is in the program; another language is a file. */
bool main_open_catalogue(const MainOptions *options, Catalogue *catalogue)
{
    enum { BYTES_MAX = 8 * 1024 * 1024 };
    const char *language = options->language;
    StrView bytes = { NULL, 0 }, code = language ? strview_from_cstr(language) : SV("en");
    StrBuf path;
    bool is_tag = code.len > 0 && code.len < sizeof catalogue->tag;
    catalogue_init(catalogue, alloc_heap(), is_tag ? code : SV("en"));
    if (!language) {
        return true;
    }
    strbuf_init(&path, alloc_heap());
    strbuf_printf(&path, "%s/%s.mo", options->texts_folder.data, language);
    Status status = is_tag ? file_read(alloc_heap(), path.data, BYTES_MAX, &bytes) : STATUS_NOT_FOUND;
    if (status == STATUS_OK && (status = catalogue_load(catalogue, bytes)) != STATUS_OK) {
        file_free(alloc_heap(), &bytes);
    }
    if (status != STATUS_OK) {
        fprintf(stderr, "sango: %s: %s\n", path.data, status == STATUS_INVALID ? "the texts of this language are damaged" : status_text(status));
    }
    strbuf_release(&path);
    return status == STATUS_OK;
}
