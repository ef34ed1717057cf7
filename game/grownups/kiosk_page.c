#include "grownups_internal.h"
#include "kiosk_setup.h"
#include "sango/base/file.h"
#include "sango/kiosk/settings.h"
#include "sango/player/scenes.h"

/* How a stand is set up: where its settings are, what is wrong with them, its PIN. */
enum { KIOSK_MAKE = GROWN_FIRST_ID, KIOSK_PIN };

static void fill_kiosk(GrownPage *page, App *app)
{
    const Catalogue *texts = app->parts.catalogue;
    StrBuf file;
    KioskSettings settings;
    uint64_t bytes;
    strbuf_init(&file, app->parts.alloc);
    kiosk_settings_own_path(&file);
    StrView path = arena_copy(&page->arena, strbuf_view(&file));
    TextValue value = { SV("path"), grown_ltr(page, texts, path) };
    bool is_there = path.len && file_size(path.data, &bytes) == STATUS_OK;
    page->title = TR(texts, "stand.screen", "Kiosk");
    grown_text(page, TR(texts, "stand.what", "For visitors of an event. Sango invites them, somebody plays for about three minutes, and then everything of the visit is deleted. The game only counts, hour by hour, which stories, languages and answers were chosen. It is not an official product of ITU."));
    if (path.len == 0) {
        grown_text(page, TR(texts, "stand.no_home", "There is no place for its settings: this user account has no home folder. Name a file: sango --kiosk FILE"));
    } else if (!is_there) {
        grown_say(page, TR(texts, "stand.no_file", "Its settings are in this file, which is not there yet:\n{path}"), &value, 1);
        grown_row(page, KIOSK_MAKE, TR(texts, "stand.make", "Write the settings file"), TR(texts, "stand.make.line", "With every setting and what it means, to change in a text editor"));
    } else if (kiosk_settings_open(app->parts.alloc, path.data, NULL, &settings) == STATUS_OK) {
        grown_say(page, TR(texts, "stand.file", "Its settings are in this file. Change it in a text editor.\n{path}"), &value, 1);
        grown_lines(page, settings.mistakes);
        if (settings.mistake_count == 0) {
            grown_text(page, TR(texts, "stand.fine", "There is no mistake in it."));
        }
        grown_row(page, KIOSK_PIN, settings.pin.len ? TR(texts, "stand.new_pin", "Set another PIN") : TR(texts, "stand.pin", "Set the PIN"),
                  TR(texts, "stand.pin.line", "It opens the menu of the stand. Only a salted hash of it is kept"));
        kiosk_settings_release(&settings);
    }
    grown_heading(page, TR(texts, "stand.start", "To start it"));
    grown_text(page, TR(texts, "stand.start.text", "Start the game with: sango --kiosk. For a stand that starts by itself and comes back after a power cut, see the README in game/kiosk. To leave: tap the corners in the order of the settings, then the PIN."));
    strbuf_release(&file);
}

static void make_file(App *app)
{
    StrBuf file;
    strbuf_init(&file, app->parts.alloc);
    kiosk_settings_own_path(&file);
    Status status = file.failed ? STATUS_NOMEM : kiosk_setup_make(app, file.data);
    if (status != STATUS_OK) {
        app_notice(app, "%s: could not be written: %s", file.data, status_text(status));
    }
    strbuf_release(&file);
}

static void kiosk_chosen(GrownPage *page, App *app, uint32_t id)
{
    (void)page;
    if (id == KIOSK_MAKE) {
        make_file(app);
    } else {
        scene_stack_push(&app->scenes, kiosk_pin_scene_create(app));
    }
}

static Scene *create(App *app)
{
    static const GrownKind kind = { .fill = fill_kiosk, .chosen = kiosk_chosen };
    return grown_page_create(app, &kind, SV(""), 0);
}

Scene *(*const grown_kiosk_create)(App *app) = create;
