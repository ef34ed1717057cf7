#include "kiosk_internal.h"

#include "sango/base/file.h"
#include "sango/base/log.h"

/* What a stand is made of: its languages and its stories. */
enum { CATALOGUE_BYTES_MAX = 8 * 1024 * 1024 };

static void add_mistake(Kiosk *kiosk, StrView what, const char *sentence)
{
    StrBuf *text = &kiosk->mistakes;
    size_t before = text->len;
    strbuf_append(text, before ? SV("\n") : SV(""));
    size_t from = text->len;
    strbuf_printf(text, "%.*s%s", SV_ARG(what), sentence);
    kiosk->mistake_count++;
    log_line(LOG_WARNING, "%s", text->data + from);
}

/* English is in the game; others are files. One that is not there is not shown. */
static Status read_language(Kiosk *kiosk, StrView code)
{
    KioskLanguage *language = &kiosk->languages[kiosk->language_count];
    const Allocator *alloc = kiosk->parts.alloc;
    StrBuf path;
    StrView bytes = { NULL, 0 };
    *language = (KioskLanguage){ .code = code };
    catalogue_init(&language->own, alloc, code);
    strbuf_init(&path, alloc);
    strbuf_printf(&path, "%.*s/%.*s.mo", SV_ARG(kiosk->parts.texts_folder), SV_ARG(code));
    Status status = path.failed ? STATUS_NOMEM : file_read(alloc, path.data, CATALOGUE_BYTES_MAX, &bytes);
    if (status == STATUS_OK) {
        status = catalogue_load(&language->own, bytes);
        if (status != STATUS_OK) {
            file_free(alloc, &bytes);
            add_mistake(kiosk, strbuf_view(&path), ": the texts of this language are damaged; it is not offered");
        }
    }
    strbuf_release(&path);
    bool is_english = strview_equal(code, SV("en"));
    if (status == STATUS_OK || is_english) {
        language->catalogue = status == STATUS_OK ? &language->own : kiosk->parts.catalogue;
        kiosk->language_count++;
    } else {
        catalogue_release(&language->own);
    }
    return status == STATUS_NOMEM ? STATUS_NOMEM : STATUS_OK;
}

static Status read_languages(Kiosk *kiosk)
{
    Status status = STATUS_OK;
    for (size_t i = 0; i < kiosk->settings->language_count && status == STATUS_OK; i++) {
        status = read_language(kiosk, kiosk->settings->languages[i]);
    }
    if (status == STATUS_OK && kiosk->language_count == 0) {
        status = read_language(kiosk, SV("en"));
    }
    for (size_t i = kiosk->language_count; i-- > 0 && status == STATUS_OK;) {
        bool is_english = strview_equal(kiosk->languages[i].code, SV("en"));
        kiosk->catalogue = is_english || i == 0 ? kiosk->languages[i].catalogue : kiosk->catalogue;
        if (is_english) {
            break;
        }
    }
    return status;
}

/* Never a story that needs a grown-up. In a pack that is not made for a stand: those for the younger ones. */
static bool can_be_episode(const Kiosk *kiosk, const LevelEntry *level)
{
    bool is_chosen = kiosk->settings->episode_count > 0;
    bool is_stands = strview_equal(kiosk->parts.pack->id, SV("kiosk"));
    return !level->is_restricted && (is_chosen || is_stands || level->bands & BAND_YOUNGER);
}

static void add_episode(Kiosk *kiosk, const LevelEntry *level)
{
    if (kiosk->episode_count < KIOSK_EPISODES_MAX && can_be_episode(kiosk, level)) {
        kiosk->episodes[kiosk->episode_count++] = level;
    }
}

static void find_episodes(Kiosk *kiosk)
{
    const KioskSettings *settings = kiosk->settings;
    const LevelPack *pack = kiosk->parts.pack;
    for (size_t i = 0; pack && i < settings->episode_count; i++) {
        const LevelEntry *level = level_pack_find(pack, settings->episodes[i]);
        if (!level) {
            add_mistake(kiosk, settings->episodes[i], ", in 'episodes', is no story of the pack");
        } else if (level->is_restricted) {
            add_mistake(kiosk, settings->episodes[i], ", in 'episodes', needs a grown-up beside the child and is never on a stand");
        } else {
            add_episode(kiosk, level);
        }
    }
    bool has_own = kiosk->episode_count > 0;
    for (size_t i = 0; pack && !has_own && i < pack->level_count; i++) {
        add_episode(kiosk, &pack->levels[i]);
    }
    if (kiosk->episode_count == 0) {
        add_mistake(kiosk, SV(""), "there is no story to play");
    }
}

Status kiosk_create(const KioskParts *parts, Kiosk **out)
{
    Kiosk *kiosk = alloc_take(parts->alloc, 1, sizeof *kiosk);
    *out = kiosk;
    if (!kiosk) {
        return STATUS_NOMEM;
    }
    *kiosk = (Kiosk){ .over = *kiosk_functions(), .parts = *parts, .settings = parts->settings, .is_open = true, .staff_percent = 100 };
    kiosk->ghost = (Ghost){ .taps_per_second = parts->settings->ghost_taps, .held_seconds = parts->settings->ghost_seconds };
    kiosk->cap_percent = parts->settings->volume;
    kiosk->catalogue = parts->catalogue;
    figures_init(&kiosk->figures, parts->alloc);
    strbuf_init(&kiosk->mistakes, parts->alloc);
    strbuf_append(&kiosk->mistakes, parts->settings->mistakes);
    kiosk->mistake_count = parts->settings->mistake_count;
    Status status = read_languages(kiosk);
    find_episodes(kiosk);
    if (status != STATUS_OK || kiosk->mistakes.failed) {
        kiosk_destroy(kiosk);
        *out = NULL;
        return STATUS_NOMEM;
    }
    return STATUS_OK;
}

void kiosk_destroy(Kiosk *kiosk)
{
    if (!kiosk) {
        return;
    }
    for (size_t i = 0; i < kiosk->language_count; i++) {
        catalogue_release(&kiosk->languages[i].own);
    }
    figures_release(&kiosk->figures);
    strbuf_release(&kiosk->mistakes);
    alloc_free(kiosk->parts.alloc, kiosk, sizeof *kiosk);
}

AppOver *kiosk_over(Kiosk *kiosk)
{
    return &kiosk->over;
}

Scene *kiosk_first_scene(Kiosk *kiosk, App *app)
{
    return attract_scene_create(kiosk, app);
}
