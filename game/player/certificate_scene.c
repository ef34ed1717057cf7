#include "certificate_internal.h"
#include "sango/base/log.h"
#include "sango/player/loading.h"
#include "sango/player/scenes.h"
#include "sango/player/widgets.h"

/* The certificate before it is printed, and where the file is. */
enum { CERTIFICATE_MAKE = 1, CERTIFICATE_OPEN = 2 };

typedef struct CertificateScene {
    Scene base;
    Arena texts;
    Certificate shown;
    bool is_asked; /* the child wants it: `status` says how that went */
    Status status;
    StrView path;
} CertificateScene;

static void certificate_enter(Scene *scene, App *app)
{
    CertificateScene *certificate = (CertificateScene *)scene;
    if (!certificate->is_asked) { /* else the path is in the arena */
        arena_reset(&certificate->texts);
        certificate_read(app, &certificate->texts, &certificate->shown);
    }
}

static void certificate_destroy(Scene *scene, App *app)
{
    CertificateScene *certificate = (CertificateScene *)scene;
    arena_release(&certificate->texts);
    scene_free(app, certificate, sizeof *certificate);
}

static void open_file(App *app, int64_t argument)
{
    const CertificateScene *certificate = (const CertificateScene *)(intptr_t)argument;
    Status status = app->parts.platform->ops->open_file(app->parts.platform, certificate->path.data);
    if (status != STATUS_OK) {
        log_line(LOG_WARNING, "%s: no program could be found that opens it; a web browser can", certificate->path.data);
    }
}

static void certificate_activate(Scene *scene, App *app, uint32_t id)
{
    CertificateScene *certificate = (CertificateScene *)scene;
    if (id == CERTIFICATE_MAKE) {
        certificate->status = certificate_save(app, &certificate->texts, &certificate->shown, &certificate->path);
        certificate->is_asked = true;
        app_sound(app, certificate->status == STATUS_OK ? SV("badge") : SV("page"));
    } else if (id == CERTIFICATE_OPEN) {
        StrView what = TR(app->parts.catalogue, "certificate.gate", "This opens the certificate in the web browser of this computer, to print it. Nothing is sent anywhere.");
        scene_stack_push(&app->scenes, gate_scene_create(app, what, open_file, (int64_t)(intptr_t)certificate));
    } else if (id == WIDGET_NOTICE_OK) {
        strbuf_clear(&app->notice);
    } else {
        scene_stack_pop(&app->scenes, 1);
    }
}

static void certificate_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

/* Everything that stands on it, one thing a line. */
static StrView list_all(const Certificate *shown, UiFrame *frame)
{
    StrBuf text;
    strbuf_init(&text, alloc_heap());
    for (size_t i = 0; i < shown->promise_count; i++) {
        strbuf_printf(&text, "%s%.*s", text.len ? "\n" : "", SV_ARG(shown->promises[i]));
    }
    for (size_t i = 0; i < shown->power_count; i++) {
        TextValue values[] = { { SV("power"), shown->powers[i].title }, { SV("rank"), shown->powers[i].rank } };
        StrView power = frame_format(frame, TR(frame->catalogue, "map.rank", "{power}: {rank}"), values, 2);
        strbuf_printf(&text, "%s%.*s", i ? ", " : text.len ? "\n" : "", SV_ARG(power));
    }
    for (size_t i = 0; i < shown->deed_count; i++) {
        strbuf_printf(&text, "%s%.*s", i ? ", " : text.len ? "\n" : "", SV_ARG(shown->deeds[i]));
    }
    StrView copy = arena_copy(frame->arena, strbuf_view(&text));
    strbuf_release(&text);
    return copy;
}

static void draw_page(const CertificateScene *certificate, UiFrame *frame, Rect page)
{
    const Certificate *shown = &certificate->shown;
    StrView all = list_all(shown, frame);
    StrView none = TR(frame->catalogue, "certificate.none", "Play a story with Sango. Then your powers stand here.");
    ui_panel(frame, page);
    ui_text(frame, &(UiText){ .rect = { page.x + 50, page.y + 26, page.w - 100, 110 },
                              .text = shown->nickname,
                              .face = TEXT_FACE_TITLE,
                              .size = frame->theme->text_title,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_HEADING,
                              .middle = true,
                              .fit_min = 0.4f,
                              .max_lines = 1 });
    ui_text(frame, &(UiText){ .rect = { page.x + 60, page.y + 146, page.w - 120, page.h - 190 },
                              .text = all.len ? all : none,
                              .size = frame->theme->text_body,
                              .line_spacing = 1.15f,
                              .role = SPEAK_TEXT,
                              .middle = true,
                              .fit_min = 0.4f });
}

static StrView say_where(const CertificateScene *certificate, bool in_browser, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    TextValue values[] = { { SV("path"), certificate->path }, { SV("why"), strview_from_cstr(status_text(certificate->status)) } };
    if (certificate->status == STATUS_OK && in_browser) {
        return TR(texts, "certificate.ready", "For a grown-up: the certificate is ready. Open it here, and print it on A4 or Letter.");
    }
    if (certificate->status == STATUS_OK) {
        return frame_format(frame, TR(texts, "certificate.where", "For a grown-up: the certificate is in this file. Open it in a web browser and print it, on A4 or Letter.\n{path}"), values, 2);
    }
    if (certificate->status == STATUS_UNSUPPORTED) {
        return TR(texts, "certificate.nowhere", "For a grown-up: this game keeps nothing on this computer now, so there is no file to print.");
    }
    return frame_format(frame, TR(texts, "certificate.failed", "For a grown-up: the certificate could not be written ({why}). Is the disk full? Everything that was played is still there.\n{path}"), values, 2);
}

static void draw_where(const CertificateScene *certificate, App *app, UiFrame *frame, Rect page)
{
    const Catalogue *texts = frame->catalogue;
    bool can_open = certificate->status == STATUS_OK && app->parts.platform->ops->open_file;
    ui_panel(frame, page);
    ui_text(frame, &(UiText){ .rect = { page.x + 50, page.y + 26, page.w - 100, 110 },
                              .text = TR(texts, "certificate.where_is_it", "Where is it?"),
                              .face = TEXT_FACE_TITLE,
                              .size = frame->theme->text_title,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_HEADING,
                              .middle = true,
                              .fit_min = 0.4f,
                              .max_lines = 1 });
    ui_text(frame, &(UiText){ .rect = { page.x + 60, page.y + 146, page.w - 120, page.h - (can_open ? 330 : 190) },
                              .text = say_where(certificate, app->parts.in_browser, frame),
                              .size = frame->theme->text_body,
                              .line_spacing = 1.15f,
                              .role = SPEAK_TEXT,
                              .middle = true,
                              .fit_min = 0.35f });
    if (can_open) {
        float width = page.w - 160 < 760 ? page.w - 160 : 760;
        screen_button(frame, CERTIFICATE_OPEN, page.x + page.w / 2, page.y + page.h - 160, width, TR(texts, "certificate.open", "Open it (for grown-ups)"), UI_BUTTON_PLAIN);
    }
}

static void certificate_draw(Scene *scene, App *app, UiFrame *frame)
{
    const CertificateScene *certificate = (const CertificateScene *)scene;
    StrView title = TR(frame->catalogue, "certificate.screen", "My certificate");
    screen_background(frame, SV("title"), SV("dawn"));
    ui_begin(frame, certificate->is_asked ? frame_join(frame, "made ", title) : title, certificate->is_asked ? WIDGET_BACK : CERTIFICATE_MAKE);
    frame->speak->is_untitled = certificate->is_asked;
    screen_heading(frame, title, true);
    float room = screen_sango(app, frame, SV("cheering"));
    float width = room - 140 < 1240 ? room - 140 : 1240;
    float height = screen_is_tall(frame) ? 900 : frame->height - 200 - 170;
    Rect page = { (room - width) / 2, 196, width, height };
    if (certificate->is_asked) {
        draw_where(certificate, app, frame, page);
    } else {
        draw_page(certificate, frame, page);
    }
    screen_button(frame, CERTIFICATE_MAKE, room / 2, page.y + page.h + 24, width < 700 ? width : 700,
                  certificate->is_asked ? TR(frame->catalogue, "certificate.again", "Make it again") : TR(frame->catalogue, "certificate.make", "Make it for printing"),
                  certificate->is_asked ? UI_BUTTON_QUIET : UI_BUTTON_PRIMARY);
    screen_sango_below(app, frame, SV("cheering"), page.y + page.h + 150);
    screen_notice(app, frame);
    ui_end(frame);
}

static Scene *make_certificate(App *app, StrView name)
{
    (void)name;
    static const SceneOps ops = {
        .name = "certificate",
        .opaque = true,
        .enter = certificate_enter,
        .destroy = certificate_destroy,
        .activate = certificate_activate,
        .back = certificate_back,
        .draw = certificate_draw,
    };
    CertificateScene *certificate = scene_new(app, sizeof *certificate);
    if (!certificate) {
        return NULL;
    }
    certificate->base.ops = &ops;
    arena_init(&certificate->texts, app->parts.alloc, 2048);
    return &certificate->base;
}

/* The promises on it stand in the scripts of levels. */
Scene *certificate_scene_create(App *app)
{
    return scene_when_fetched(app, SV("more"), make_certificate, SV(""));
}
