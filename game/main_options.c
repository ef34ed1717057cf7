#include "main_options.h"

#include "data_folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char demo_script[] = "wait 800\nshot 01-title\nchoose Play\nwait 100\nchoose I am new here\nwait 100\n"
                                  "shot 02-nickname\nchoose That is me!\nwait 100\nchoose 7 to 9\nwait 100\nshot 03-map\n"
                                  "press confirm\nwait 1200\nshot 04-level\nauto 600\nwait 100\nshot 05-end\n";

static const char help[] =
    "sango: Sango's Story, a game about being safe and having fun online\n\n"
    "  --text             play in the terminal (screen readers, braille)\n"
    "  --headless         play a script on a virtual clock, without a window\n"
    "  --input FILE       the script, headless (without it the first level plays by itself)\n"
    "  --shots FOLDER     where a script's pictures go, headless\n"
    "  --seed N           which answers a script takes by itself\n"
    "  --size WxH         size of the window or the pictures, pixels (1280x720)\n"
    "  --software         do not use the graphics card\n"
    "  --data FOLDER      the folder that holds assets/ and levels/\n"
    "  --pack FOLDER      another pack of levels\n"
    "  --store FOLDER     where progress is kept\n"
    "  --no-store         keep nothing\n"
    "  --quiet            a script does not print what the screens say\n"
    "  --help\n";

static void resolve_folders(MainOptions *options, const char *data, const char *pack)
{
    StrBuf root;
    strbuf_init(&root, alloc_heap());
    if (data) {
        strbuf_append(&root, strview_from_cstr(data));
    } else {
        data_folder_find(&root);
    }
    const char *art = getenv("SANGO_ART");
    if (art) {
        strbuf_append(&options->art_folder, strview_from_cstr(art));
    } else {
        data_folder_art(&options->art_folder, strbuf_view(&root));
    }
    strbuf_printf(&options->fonts_folder, "%s/assets/fonts", root.data);
    strbuf_printf(&options->sound_folder, "%s/assets/sound", root.data);
    strbuf_printf(&options->pack_folder, pack ? "%s" : "%s/levels/sango", pack ? pack : root.data);
    strbuf_release(&root);
}

static void resolve_store(MainOptions *options, const char *store)
{
    const char *xdg = getenv("XDG_DATA_HOME");
    const char *home = getenv("HOME");
    if (store) {
        strbuf_append(&options->store_folder, strview_from_cstr(store));
    } else if (xdg && xdg[0] == '/') {
        strbuf_printf(&options->store_folder, "%s/sango", xdg);
    } else if (home && home[0]) {
        strbuf_printf(&options->store_folder, "%s/.local/share/sango", home);
    }
}

static bool read_size(const char *text, int *width, int *height)
{
    StrView rest = strview_from_cstr(text);
    StrView first;
    int32_t w;
    int32_t h;
    if (!strview_take(&rest, 'x', &first) || !strview_to_int(first, &w) || !strview_to_int(rest, &h) || w < 64 || h < 64 ||
        w > 8192 || h > 8192) {
        return false;
    }
    *width = w;
    *height = h;
    return true;
}

static int say_mistake(const char *what, const char *detail)
{
    fprintf(stderr, "sango: %s '%s'; --help lists what there is\n", what, detail);
    return 2;
}

int main_options_read(MainOptions *options, int argc, char **argv)
{
    *options = (MainOptions){ .width = 1280, .height = 720 };
    StrBuf *folders[] = { &options->art_folder, &options->fonts_folder, &options->sound_folder, &options->pack_folder,
                          &options->store_folder };
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        strbuf_init(folders[i], alloc_heap());
    }
    const char *data = getenv("SANGO_DATA");
    const char *pack = NULL;
    const char *store = NULL;
    const char *size = NULL;
    const char *seed = NULL;
    bool keeps = true;
    const struct {
        const char *name;
        const char **value;
    } values[] = { { "--input", &options->input }, { "--shots", &options->shots }, { "--data", &data }, { "--pack", &pack },
                   { "--store", &store },          { "--size", &size },            { "--seed", &seed } };
    const struct {
        const char *name;
        bool *flag;
        bool set_to;
    } flags[] = { { "--text", &options->is_text, true },         { "--headless", &options->is_headless, true },
                  { "--software", &options->is_software, true }, { "--quiet", &options->is_quiet, true },
                  { "--no-store", &keeps, false } };
    for (int i = 1; i < argc; i++) {
        bool known = false;
        if (strcmp(argv[i], "--help") == 0) {
            (void)fputs(help, stdout);
            return 0;
        }
        for (size_t k = 0; k < sizeof flags / sizeof flags[0]; k++) {
            if (strcmp(argv[i], flags[k].name) == 0) {
                *flags[k].flag = flags[k].set_to;
                known = true;
            }
        }
        for (size_t k = 0; !known && k < sizeof values / sizeof values[0]; k++) {
            if (strcmp(argv[i], values[k].name) == 0) {
                if (i + 1 == argc) {
                    return say_mistake("a value is missing after", argv[i]);
                }
                *values[k].value = argv[++i];
                known = true;
            }
        }
        if (!known) {
            return say_mistake("unknown option", argv[i]);
        }
    }
    int32_t number = 0;
    if (size && !read_size(size, &options->width, &options->height)) {
        return say_mistake("not a size such as 1280x720:", size);
    }
    if (seed && (!strview_to_int(strview_from_cstr(seed), &number) || number < 0)) {
        return say_mistake("not a number:", seed);
    }
    options->seed = (uint64_t)number;
    resolve_folders(options, data, pack);
    if (keeps) {
        resolve_store(options, store);
    }
    options->is_headless = options->is_headless || options->input || options->shots;
    if (options->is_headless && !options->input) {
        (void)main_options_demo(options);
    }
    return -1;
}

void main_options_release(MainOptions *options)
{
    strbuf_release(&options->art_folder);
    strbuf_release(&options->fonts_folder);
    strbuf_release(&options->sound_folder);
    strbuf_release(&options->pack_folder);
    strbuf_release(&options->store_folder);
}

const char *main_options_demo(MainOptions *options)
{
    options->is_headless = true;
    options->demo = (StrView){ demo_script, sizeof demo_script - 1 };
    options->shots = options->shots ? options->shots : "sango-shots";
    return options->shots;
}
