#include "main_options.h"

#include "data_folder.h"
#include "sango/base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
    "  --pack PACK        another pack of levels, a folder or a zip\n"
    "  --packs FOLDER     packs that were added on this computer (the folder packs in the user's data)\n"
    "  --players N        1 or 2 children, in packs of pictures (1)\n"
    "  --level ID         open this level at once, as a guest of whom nothing is kept\n"
    "  --lesson           open the page that begins a lesson on the big screen\n"
    "  --kiosk [FILE]     for visitors of a stand, as the settings file says (kiosk.json in the user's data, else\n"
    "                     /etc/sango/kiosk.json, else the example)\n"
    "  --kiosk-check FILE says what is wrong with such a file\n"
    "  --kiosk-pin        reads a PIN from the terminal and writes its hash for the file\n"
    "  --watch FILE       open the level of this script, and again after each change that is saved\n"
    "  --texts FOLDER     of catalogues (fr.mo, ar.mo, ...) (the folder po of the pack)\n"
    "  --language CODE    speak the language of this catalogue, such as ar; a stand asks its visitors\n"
    "  --store FOLDER     where progress is kept\n"
    "  --no-store         keep nothing\n"
    "  --papers FOLDER    where certificates to print are written (the folder sango in the user's documents)\n"
    "  --quiet            a script does not print what the screens say\n"
    "  --help\n";

/* What is said with options of which folders are made later. */
typedef struct Raw {
    const char *data, *pack, *packs, *store, *papers, *size, *texts, *seed, *players;
} Raw;

/* A stand has a pack of its own, if there is one. */
static void resolve_pack(MainOptions *options, const char *pack, const char *root)
{
    StrBuf *folder = &options->pack_folder;
    if (pack) {
        strbuf_append(folder, strview_from_cstr(pack));
        return;
    }
    strbuf_printf(folder, "%s/levels/kiosk/pack.json", root);
    bool has_own = options->is_kiosk && access(folder->data, R_OK) == 0;
    strbuf_clear(folder);
    strbuf_printf(folder, has_own ? "%s/levels/kiosk" : "%s/levels/sango", root);
}

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
    strbuf_printf(&options->themes_folder, "%s/assets/themes", root.data);
    strbuf_printf(&options->print_folder, "%s/assets/print", root.data);
    strbuf_printf(&options->pictures_folder, "%s/paper", options->art_folder.data);
    resolve_pack(options, pack, root.data);
    strbuf_append(&options->data_folder, strbuf_view(&root));
    strbuf_printf(&options->helplines_file, "%s/assets/helplines/helplines.json", root.data);
    strbuf_release(&root);
}

/* The folder of this program in the user's data; nothing where there is none. */
static void add_user_data(StrBuf *folder)
{
    const char *xdg = getenv("XDG_DATA_HOME");
    const char *home = getenv("HOME");
    if (xdg && xdg[0] == '/') {
        strbuf_printf(folder, "%s/sango", xdg);
    } else if (home && home[0]) {
        strbuf_printf(folder, "%s/.local/share/sango", home);
    }
}

/* The user's documents, as the desktop has noted it: XDG_DOCUMENTS_DIR="$HOME/Documents" in user-dirs.dirs. */
static void add_documents(StrBuf *folder)
{
    enum { BYTES_MAX = 64 * 1024 };
    StrView key = SV("XDG_DOCUMENTS_DIR=\""), from_home = SV("$HOME/");
    const char *config = getenv("XDG_CONFIG_HOME");
    const char *home = getenv("HOME");
    StrBuf path;
    StrView text, line;
    if (!home || !home[0]) {
        return;
    }
    strbuf_init(&path, alloc_heap());
    strbuf_printf(&path, "%s%s/user-dirs.dirs", config && config[0] == '/' ? config : home, config && config[0] == '/' ? "" : "/.config");
    Status status = file_read(alloc_heap(), path.data, BYTES_MAX, &text);
    StrView rest = text;
    while (status == STATUS_OK && folder->len == 0 && strview_take(&rest, '\n', &line)) {
        line = strview_trim(line);
        if (!strview_starts_with(line, key) || line.data[line.len - 1] != '"') {
            continue;
        }
        StrView value = strview_slice(line, key.len, line.len - key.len - 1);
        if (strview_starts_with(value, from_home)) {
            strbuf_printf(folder, "%s/%.*s", home, SV_ARG(strview_slice(value, from_home.len, value.len - from_home.len)));
        } else if (value.len && value.data[0] == '/') {
            strbuf_append(folder, value);
        }
    }
    file_free(alloc_heap(), &text);
    strbuf_release(&path);
}

static void resolve_papers(MainOptions *options, const char *papers)
{
    StrBuf *folder = &options->papers_folder;
    if (papers) {
        strbuf_append(folder, strview_from_cstr(papers));
    } else if (options->keeps) {
        add_documents(folder);
        strbuf_append(folder, folder->len ? SV("/sango") : SV(""));
    }
    if (options->keeps && folder->len == 0) {
        add_user_data(folder);
        strbuf_append(folder, folder->len ? SV("/papers") : SV(""));
    }
}

static void resolve_user_folders(MainOptions *options, const Raw *raw)
{
    if (raw->packs) {
        strbuf_append(&options->packs_folder, strview_from_cstr(raw->packs));
    } else if (options->keeps) { /* what keeps nothing depends on nothing of this computer */
        add_user_data(&options->packs_folder);
        if (options->packs_folder.len) {
            strbuf_append(&options->packs_folder, SV("/packs"));
        }
    }
    resolve_papers(options, raw->papers);
    if (options->keeps && raw->store) {
        strbuf_append(&options->store_folder, strview_from_cstr(raw->store));
    } else if (options->keeps) {
        add_user_data(&options->store_folder);
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

typedef struct Valued {
    const char *name;
    const char **value;
} Valued;

typedef struct Flag {
    const char *name;
    bool *flag;
    bool set_to;
} Flag;

/* True when `word` is one of the flags, which is then set. */
static bool take_flag(const Flag *flags, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(word, flags[i].name) == 0) {
            *flags[i].flag = flags[i].set_to;
            return true;
        }
    }
    return false;
}

static const Valued *find_valued(const Valued *values, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(word, values[i].name) == 0) {
            return &values[i];
        }
    }
    return NULL;
}

/* As main_options_read(). */
static int read_words(MainOptions *options, Raw *raw, int argc, char **argv)
{
    const Valued values[] = { { "--input", &options->input }, { "--shots", &options->shots }, { "--data", &raw->data },
                              { "--pack", &raw->pack },       { "--packs", &raw->packs },     { "--store", &raw->store },
                              { "--papers", &raw->papers },     { "--size", &raw->size },
                              { "--seed", &raw->seed },       { "--players", &raw->players }, { "--level", &options->level },
                              { "--watch", &options->watched },  { "--texts", &raw->texts },  { "--language", &options->language },
                              { "--kiosk-check", &options->kiosk_check } };
    const Flag flags[] = { { "--text", &options->is_text, true },         { "--headless", &options->is_headless, true },
                           { "--software", &options->is_software, true }, { "--quiet", &options->is_quiet, true },
                           { "--no-store", &options->keeps, false },      { "--kiosk", &options->is_kiosk, true },
                           { "--kiosk-pin", &options->makes_pin, true },          { "--lesson", &options->opens_lesson, true } };
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--help") == 0) {
            (void)fputs(help, stdout);
            return 0;
        }
        const Valued *valued = find_valued(values, sizeof values / sizeof values[0], argv[i]);
        if (valued && (i + 1 == argc || strncmp(argv[i + 1], "--", 2) == 0)) {
            return say_mistake("a value is missing after", argv[i]);
        }
        bool has_file = strcmp(argv[i], "--kiosk") == 0 && i + 1 < argc && strncmp(argv[i + 1], "--", 2) != 0;
        if (valued) {
            *valued->value = argv[++i];
        } else if (has_file) {
            options->is_kiosk = true;
            options->kiosk_file = argv[++i];
        } else if (!take_flag(flags, sizeof flags / sizeof flags[0], argv[i])) {
            return say_mistake("unknown option", argv[i]);
        }
    }
    return -1;
}

/* A stand is its own game on a display; the name of an option that would make it another one, or NULL. */
static const char *find_contrary(const MainOptions *options)
{
    const struct {
        bool is_set;
        const char *name;
    } others[] = { { options->is_text, "--text" }, { options->opens_lesson, "--lesson" }, { options->level, "--level" }, { options->watched, "--watch" } };
    for (size_t i = 0; options->is_kiosk && i < sizeof others / sizeof others[0]; i++) {
        if (others[i].is_set) {
            return others[i].name;
        }
    }
    return NULL;
}

int main_options_read(MainOptions *options, int argc, char **argv)
{
    *options = (MainOptions){ .width = 1280, .height = 720, .keeps = true };
    StrBuf *folders[] = { &options->art_folder, &options->fonts_folder, &options->sound_folder, &options->themes_folder, &options->pack_folder,
                          &options->packs_folder, &options->store_folder, &options->print_folder, &options->papers_folder, &options->data_folder,
                          &options->texts_folder, &options->pictures_folder, &options->helplines_file };
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        strbuf_init(folders[i], alloc_heap());
    }
    Raw raw = { .data = getenv("SANGO_DATA") };
    int code = read_words(options, &raw, argc, argv);
    if (code >= 0) {
        return code;
    }
    if (find_contrary(options)) {
        return say_mistake("a stand (--kiosk) cannot have", find_contrary(options));
    }
    int32_t number = 0;
    if (raw.size && !read_size(raw.size, &options->width, &options->height)) {
        return say_mistake("not a size such as 1280x720:", raw.size);
    }
    if (raw.seed && (!strview_to_int(strview_from_cstr(raw.seed), &number) || number < 0)) {
        return say_mistake("not a number from 0 to 2147483647:", raw.seed);
    }
    options->seed = (uint64_t)number;
    if (raw.players && (!strview_to_int(strview_from_cstr(raw.players), &number) || number < 1 || number > 2)) {
        return say_mistake("not 1 or 2 children:", raw.players);
    }
    options->players = raw.players ? (unsigned)number : 1;
    resolve_folders(options, raw.data, raw.pack);
    strbuf_printf(&options->texts_folder, raw.texts ? "%s" : "%s/po", raw.texts ? raw.texts : options->pack_folder.data);
    resolve_user_folders(options, &raw);
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
    strbuf_release(&options->themes_folder);
    strbuf_release(&options->pack_folder);
    strbuf_release(&options->packs_folder);
    strbuf_release(&options->store_folder);
    strbuf_release(&options->print_folder);
    strbuf_release(&options->pictures_folder);
    strbuf_release(&options->helplines_file);
    strbuf_release(&options->papers_folder);
    strbuf_release(&options->data_folder);
    strbuf_release(&options->texts_folder);
}

const char *main_options_demo(MainOptions *options)
{
    options->is_headless = true;
    options->keeps = false; /* nobody plays: no player is added to those of this computer */
    options->demo = (StrView){ demo_script, sizeof demo_script - 1 };
    options->shots = options->shots ? options->shots : "sango-shots";
    return options->shots;
}
