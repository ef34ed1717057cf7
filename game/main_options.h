#ifndef SANGO_MAIN_OPTIONS_H
#define SANGO_MAIN_OPTIONS_H

#include "sango/base/strbuf.h"
#include "sango/player/settings.h"

/* What the command line and the environment say, with every folder resolved. */
typedef struct MainOptions {
    bool is_text, is_headless, is_software, is_quiet;
    bool is_kiosk;
    bool makes_pin;          /* only writes the hash of a PIN */
    const char *kiosk_file;  /* settings of the stand; NULL: they are looked for */
    const char *kiosk_check; /* only checks this settings file; NULL: plays */
    bool keeps; /* false: --no-store */
    const char *input; /* script of a headless run; NULL: demo */
    const char *language; /* whose catalogue in texts_folder the game speaks; NULL: English */
    const char *level; /* opens at once, for a guest; NULL: the title comes */
    bool opens_lesson; /* see AppParts */
    const char *watched; /* script of a level, see AppParts; NULL: none */
    const char *shots; /* folder for its pictures; NULL: none */
    StrView demo;
    uint64_t seed;
    unsigned players; /* 1 or 2 */
    Settings settings; /* of who has set nothing */
    int width, height; /* pixels */
    StrBuf art_folder, fonts_folder, sound_folder, themes_folder, pack_folder, packs_folder;
    StrBuf helplines_file;
    StrBuf print_folder;  /* templates of pages to print */
    StrBuf pictures_folder; /* drawings for them */
    StrBuf papers_folder; /* where pages to print are written; empty: nowhere */
    StrBuf data_folder;  /* holds assets/ and levels/ */
    StrBuf texts_folder; /* of catalogues in other languages */
    StrBuf store_folder; /* empty: there is no place to keep anything */
} MainOptions;

/* -1: go on; else the status to end with (help was given, or a mistake was said). */
int main_options_read(MainOptions *options, int argc, char **argv);
void main_options_release(MainOptions *options);

/* Sets the run that plays the first level by itself; gives the folder of its pictures. */
const char *main_options_demo(MainOptions *options);

#endif
