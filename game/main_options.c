#include "main_options.h"

#include "data_folder.h"
#include "sango/base/file.h"
#include "sango/base/system.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char demo_script[] = "wait 800\nshot 01-title\nchoose Play\nwait 100\nchoose I am new here\nwait 100\n"
                                  "shot 02-nickname\nchoose That is me!\nwait 100\nchoose 7 to 9\nwait 100\nshot 03-map\n"
                                  "press confirm\nwait 1200\nshot 04-level\nauto 600\nwait 100\nshot 05-end\n";

/* What is said with options of which folders are made later. */
typedef struct Raw {
    const char *data, *pack, *packs, *store, *papers, *size, *texts, *seed, *players, *settings;
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
    bool has_own = options->is_kiosk && file_is_there(folder->data);
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

static void resolve_papers(MainOptions *options, const char *papers)
{
    StrBuf *folder = &options->papers_folder;
    if (papers) {
        strbuf_append(folder, strview_from_cstr(papers));
    } else if (options->keeps) {
        system_documents_folder(folder);
        strbuf_append(folder, folder->len ? SV("/sango") : SV(""));
    }
    if (options->keeps && folder->len == 0) {
        system_user_folder(folder);
        strbuf_append(folder, folder->len ? SV("/papers") : SV(""));
    }
}

static void resolve_user_folders(MainOptions *options, const Raw *raw)
{
    if (raw->packs) {
        strbuf_append(&options->packs_folder, strview_from_cstr(raw->packs));
    } else if (options->keeps) { /* what keeps nothing depends on nothing of this computer */
        system_user_folder(&options->packs_folder);
        if (options->packs_folder.len) {
            strbuf_append(&options->packs_folder, SV("/packs"));
        }
    }
    resolve_papers(options, raw->papers);
    if (options->keeps && raw->store) {
        strbuf_append(&options->store_folder, strview_from_cstr(raw->store));
    } else if (options->keeps) {
        system_user_folder(&options->store_folder);
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

/* A word of the command line: with a value, or a flag. */
typedef struct Option {
    const char *name;
    const char *value_name; /* for the help; NULL: a flag */
    const char *help;
    const char **value; /* NULL of a flag */
    bool *flag;         /* set to `set_to`; may be NULL of what has a value */
    bool set_to;
    bool can_be_alone; /* with a value and without */
} Option;

enum { OPTIONS_MAX = 32, NAME_COLUMN = 19 };

/* All there are, in the order of the help; where each is kept. */
static size_t list_options(MainOptions *options, Raw *raw, Option list[OPTIONS_MAX])
{
    const Option all[] = {
        { "--text", NULL, "play in the terminal (screen readers, braille)", NULL, &options->is_text, true, false },
        { "--headless", NULL, "play a script on a virtual clock, without a window", NULL, &options->is_headless, true, false },
        { "--input", "FILE", "the script, headless (without it the first level plays by itself)", &options->input, NULL, false, false },
        { "--shots", "FOLDER", "where a script's pictures go, headless", &options->shots, NULL, false, false },
        { "--seed", "N", "which answers a script takes by itself", &raw->seed, NULL, false, false },
        { "--size", "WxH", "size of the window or the pictures, pixels (1280x720)", &raw->size, NULL, false, false },
        { "--software", NULL, "do not use the graphics card", NULL, &options->is_software, true, false },
        { "--data", "FOLDER", "the folder that holds assets/ and levels/", &raw->data, NULL, false, false },
        { "--pack", "PACK", "another pack of levels, a folder or a zip", &raw->pack, NULL, false, false },
        { "--packs", "FOLDER", "packs that were added on this computer (the folder packs in the user's data)", &raw->packs, NULL, false, false },
        { "--players", "N", "1 or 2 children, in packs of pictures (1)", &raw->players, NULL, false, false },
        { "--set", "SETTINGS", "of who has set nothing, such as text=150,look=calm: text=100..200, look=day|evening|calm|contrast, music=0..10,\n"
          "                     effects=0..10, mono=0|1, reduced_motion=0|1, captions=0|1", &raw->settings, NULL, false, false },
        { "--level", "ID", "open this level at once, as a guest of whom nothing is kept", &options->level, NULL, false, false },
        { "--lesson", NULL, "open the page that begins a lesson on the big screen", NULL, &options->opens_lesson, true, false },
        { "--kiosk", "[FILE]", "for visitors of a stand, as the settings file says (kiosk.json in the user's data, else\n"
          "                     /etc/sango/kiosk.json, else the example)", &options->kiosk_file, &options->is_kiosk, true, true },
        { "--kiosk-check", "FILE", "says what is wrong with such a file", &options->kiosk_check, NULL, false, false },
        { "--kiosk-pin", NULL, "reads a PIN from the terminal and writes its hash for the file", NULL, &options->makes_pin, true, false },
        { "--watch", "FILE", "open the level of this script, and again after each change that is saved", &options->watched, NULL, false, false },
        { "--texts", "FOLDER", "of catalogues (fr.mo, ar.mo, ...) (the folder po of the pack)", &raw->texts, NULL, false, false },
        { "--language", "CODE", "speak the language of this catalogue, such as ar; a stand asks its visitors", &options->language, NULL, false, false },
        { "--store", "FOLDER", "where progress is kept", &raw->store, NULL, false, false },
        { "--no-store", NULL, "keep nothing", NULL, &options->keeps, false, false },
        { "--papers", "FOLDER", "where certificates to print are written (the folder sango in the user's documents)", &raw->papers, NULL, false, false },
        { "--quiet", NULL, "a script does not print what the screens say", NULL, &options->is_quiet, true, false },
    };
    static_assert(sizeof all / sizeof all[0] <= OPTIONS_MAX, "OPTIONS_MAX");
    memcpy(list, all, sizeof all);
    return sizeof all / sizeof all[0];
}

static void print_help(const Option *list, size_t count)
{
    printf("sango: Sango's Story, a game about being safe and having fun online\n\n");
    for (size_t i = 0; i < count; i++) {
        const char *value = list[i].value_name ? list[i].value_name : "";
        int room = NAME_COLUMN - (int)strlen(list[i].name) - 1;
        printf("  %s %-*s%s\n", list[i].name, room > 0 ? room : 0, value, list[i].help);
    }
    printf("  --help\n");
}

static const Option *find_option(const Option *list, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(word, list[i].name) == 0) {
            return &list[i];
        }
    }
    return NULL;
}

/* As main_options_read(). */
static int read_words(MainOptions *options, Raw *raw, int argc, char **argv)
{
    Option list[OPTIONS_MAX];
    size_t count = list_options(options, raw, list);
    for (int i = 1; i < argc; i++) {
        const char *word = argv[i];
        const Option *option = find_option(list, count, word);
        bool has_value = i + 1 < argc && strncmp(argv[i + 1], "--", 2) != 0;
        if (strcmp(word, "--help") == 0) {
            print_help(list, count);
            return 0;
        }
        if (!option) {
            return say_mistake("unknown option", word);
        }
        if (option->value && !has_value && !option->can_be_alone) {
            return say_mistake("a value is missing after", word);
        }
        if (option->value && has_value) {
            *option->value = argv[++i];
        }
        if (option->flag) {
            *option->flag = option->set_to;
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

enum { FOLDER_COUNT = 13 };

static void list_folders(MainOptions *options, StrBuf *folders[FOLDER_COUNT])
{
    StrBuf *const all[FOLDER_COUNT] = { &options->art_folder,   &options->fonts_folder,  &options->sound_folder, &options->themes_folder,  &options->pack_folder,
                                        &options->packs_folder, &options->store_folder,  &options->print_folder, &options->papers_folder,  &options->data_folder,
                                        &options->texts_folder, &options->pictures_folder, &options->helplines_file };
    memcpy(folders, all, sizeof all);
}

int main_options_read(MainOptions *options, int argc, char **argv)
{
    *options = (MainOptions){ .width = 1280, .height = 720, .keeps = true, .settings = settings_default() };
    StrBuf *folders[FOLDER_COUNT];
    list_folders(options, folders);
    for (size_t i = 0; i < FOLDER_COUNT; i++) {
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
    if (raw.settings && settings_read(&options->settings, strview_from_cstr(raw.settings), NULL) != STATUS_OK) {
        return say_mistake("not settings such as text=150,look=contrast:", raw.settings);
    }
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
    StrBuf *folders[FOLDER_COUNT];
    list_folders(options, folders);
    for (size_t i = 0; i < FOLDER_COUNT; i++) {
        strbuf_release(folders[i]);
    }
}

const char *main_options_demo(MainOptions *options)
{
    options->is_headless = true;
    options->keeps = false; /* nobody plays: no player is added to those of this computer */
    options->demo = (StrView){ demo_script, sizeof demo_script - 1 };
    options->shots = options->shots ? options->shots : "sango-shots";
    return options->shots;
}
