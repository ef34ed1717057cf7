#include "main_kiosk.h"

#include "main_notices.h"
#include "sango/kiosk/kiosk.h"
#include "sango/player/scenes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct MainKiosk {
    KioskSettings settings;
    Kiosk *kiosk;
};

Status main_kiosk_open(const MainOptions *options, const Catalogue *catalogue, const LevelLibrary *library, MainKiosk **out)
{
    DiagSink diags = notices_diags();
    *out = NULL;
    if (!options->is_kiosk) {
        return STATUS_OK;
    }
    MainKiosk *stand = calloc(1, sizeof *stand);
    if (!stand) {
        return STATUS_NOMEM;
    }
    StrBuf file;
    strbuf_init(&file, alloc_heap());
    if (options->kiosk_file) {
        strbuf_append(&file, strview_from_cstr(options->kiosk_file));
    } else {
        kiosk_settings_find_path(strbuf_view(&options->data_folder), &file);
    }
    Status status = file.failed ? STATUS_NOMEM : kiosk_settings_open(alloc_heap(), file.data, &diags, &stand->settings);
    strbuf_release(&file);
    KioskParts parts = { .alloc = alloc_heap(),
                         .settings = &stand->settings,
                         .pack = library->count ? &library->packs[0] : NULL,
                         .catalogue = catalogue,
                         .texts_folder = strbuf_view(&options->texts_folder),
                         .version = SV(SANGO_VERSION) };
    if (status == STATUS_OK && (status = kiosk_create(&parts, &stand->kiosk)) != STATUS_OK) {
        kiosk_settings_release(&stand->settings);
    }
    if (status == STATUS_OK) {
        *out = stand;
    } else {
        free(stand);
    }
    return status;
}

void main_kiosk_close(MainKiosk *kiosk)
{
    if (kiosk) {
        kiosk_destroy(kiosk->kiosk);
        kiosk_settings_release(&kiosk->settings);
        free(kiosk);
    }
}

AppOver *main_kiosk_over(const MainKiosk *kiosk)
{
    return kiosk ? kiosk_over(kiosk->kiosk) : NULL;
}

Scene *main_kiosk_first_scene(const MainKiosk *kiosk, App *app)
{
    return kiosk ? kiosk_first_scene(kiosk->kiosk, app) : title_scene_create(app);
}

static void print_mistake(void *user, const Diag *diag)
{
    StrBuf text;
    (void)user;
    strbuf_init(&text, alloc_heap());
    diag_format(&text, diag);
    printf("%s", text.data);
    strbuf_release(&text);
}

static int check(const char *path)
{
    KioskSettings settings;
    DiagSink diags = { print_mistake, NULL, 0, 0 };
    if (kiosk_settings_open(alloc_heap(), path, &diags, &settings) != STATUS_OK) {
        return 1;
    }
    printf(settings.mistake_count == 1 ? "%s: %u mistake\n" : "%s: %u mistakes\n", path, settings.mistake_count);
    kiosk_settings_release(&settings);
    return diags.errors ? 1 : 0;
}

static int make_pin(void)
{
    char line[64];
    StrBuf hash;
    fprintf(stderr, "PIN of %d to %d digits: ", KIOSK_PIN_MIN, KIOSK_PIN_MAX);
    if (!fgets(line, sizeof line, stdin)) {
        return 2;
    }
    strbuf_init(&hash, alloc_heap());
    Status status = kiosk_pin_hash(strview_trim(strview_from_cstr(line)), &hash);
    if (status == STATUS_OK) {
        printf("\"pin\": \"%s\"\n", hash.data);
    } else {
        fprintf(stderr, "sango: that is no PIN: %s\n", status == STATUS_INVALID ? "only digits" : status_text(status));
    }
    memset(line, 0, sizeof line);
    strbuf_release(&hash);
    return status == STATUS_OK ? 0 : 2;
}

int main_kiosk_tool(const MainOptions *options)
{
    return options->makes_pin ? make_pin() : options->kiosk_check ? check(options->kiosk_check) : -1;
}
