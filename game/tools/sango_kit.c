/* sango-kit: writes the lesson kit of a pack, to be printed. */
#include "data_folder.h"
#include "kit_write.h"
#include "sango/base/file.h"

#include <stdio.h>
#include <string.h>

enum { CATALOGUE_BYTES_MAX = 16 * 1024 * 1024, EXIT_CLEAN = 0, EXIT_MISTAKES = 1, EXIT_USAGE = 2 };

static const char usage[] =
    "usage: sango-kit [options] FOLDER\n"
    "Writes a lesson plan, a sheet for home and a certificate of each level, vote cards, a poster and a guide as HTML.\n"
    "  --pack FOLDER        the pack (levels/sango)\n"
    "  --language TAG       such as ar (en); without a catalogue only its direction counts\n"
    "  --catalogue FILE.mo  the translation\n"
    "  --data FOLDER        with levels/ and assets/ (found from this program's place)\n";

typedef struct Words {
    const char *pack, *language, *catalogue, *data, *out;
} Words;

/* False for what it does not know. */
static bool read_words(int count, char **words, Words *said)
{
    struct {
        const char *name, **value;
    } options[] = { { "--pack", &said->pack }, { "--language", &said->language }, { "--catalogue", &said->catalogue }, { "--data", &said->data } };
    for (int i = 1; i < count; i++) {
        const char **value = NULL;
        for (size_t k = 0; k < sizeof options / sizeof options[0]; k++) {
            value = strcmp(words[i], options[k].name) == 0 ? options[k].value : value;
        }
        if (value && i + 1 < count) {
            *value = words[++i];
        } else if (value || words[i][0] == '-' || said->out) {
            return false;
        } else {
            said->out = words[i];
        }
    }
    return said->out && strlen(said->language) < 16;
}

static bool load_catalogue(Catalogue *catalogue, const char *path)
{
    StrView bytes;
    Status status = file_read(alloc_heap(), path, CATALOGUE_BYTES_MAX, &bytes);
    if (status == STATUS_OK) {
        status = catalogue_load(catalogue, bytes);
        if (status != STATUS_OK) {
            file_free(alloc_heap(), &bytes);
        }
    }
    if (status != STATUS_OK) {
        fprintf(stderr, "sango-kit: %s: %s\n", path, status_text(status));
    }
    return status == STATUS_OK;
}

static void say_diag(void *user, const Diag *diag)
{
    (void)user;
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    diag_format(&text, diag);
    fputs(text.data, stderr);
    strbuf_release(&text);
}

static bool write_pack(const KitPaper *paper, const char *folder, const char *out)
{
    LevelPack pack;
    DiagSink diags = { .report = say_diag };
    Status status = level_pack_load(alloc_heap(), folder, &diags, &pack);
    if (status != STATUS_OK) {
        fprintf(stderr, "sango-kit: %s: %s\n", folder, status_text(status));
        return false;
    }
    bool is_written = kit_write(paper, &pack, out);
    level_pack_release(&pack);
    return is_written;
}

int main(int count, char **words)
{
    Words said = { .language = "en" };
    if (!read_words(count, words, &said)) {
        fputs(usage, stderr);
        return EXIT_USAGE;
    }
    StrBuf root, pack, print, pictures;
    StrBuf *all[] = { &root, &pack, &print, &pictures };
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        strbuf_init(all[i], alloc_heap());
    }
    if (said.data) {
        strbuf_append(&root, strview_from_cstr(said.data));
    } else {
        data_folder_find(&root);
    }
    strbuf_printf(&pack, "%s%s", said.pack ? said.pack : root.data, said.pack ? "" : "/levels/sango");
    strbuf_printf(&print, "%s/assets/print", root.data);
    data_folder_art(&pictures, strbuf_view(&root));
    strbuf_append(&pictures, SV("/paper"));
    Catalogue catalogue;
    catalogue_init(&catalogue, alloc_heap(), strview_from_cstr(said.language));
    KitPaper paper = { .alloc = alloc_heap(), .print_folder = strbuf_view(&print), .pictures_folder = strbuf_view(&pictures), .catalogue = &catalogue };
    bool is_written = (!said.catalogue || load_catalogue(&catalogue, said.catalogue)) && write_pack(&paper, pack.data, said.out);
    catalogue_release(&catalogue);
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        strbuf_release(all[i]);
    }
    return is_written ? EXIT_CLEAN : EXIT_MISTAKES;
}
