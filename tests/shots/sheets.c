#include "sango/base/file.h"
#include "sango/platform/sdl.h"
#include "sango/stage/stage.h"
#include "tools/asset_names.h"

#include "sheets.h"

#include <stdio.h>
#include <stdlib.h>

enum { PAGE_W = 1920, PAGE_H = 1080, LABEL_H = 44, CELLS_MAX = 64, INDEX_BYTES_MAX = 4 * 1024 * 1024 };

/* One kind of sheet: so many cells across and down. */
typedef struct Sheet {
    const char *name;
    int columns, rows;
    Rgba ground;
} Sheet;

typedef struct Book {
    Platform *platform;
    StageArt *art;
    StrView index; /* art.txt */
    const char *out;
    Arena arena;
    DrawList list;
    const Sheet *sheet;
    int cell, page;
    bool failed;
} Book;

static void begin_page(Book *book)
{
    arena_reset(&book->arena);
    draw_list_begin(&book->list, &book->arena, PAGE_W, PAGE_H);
    draw_fill(&book->list, (Rect){ 0, 0, PAGE_W, PAGE_H }, 0, book->sheet->ground);
    book->cell = 0;
}

static void end_page(Book *book)
{
    char path[700];
    if (book->cell == 0) {
        return;
    }
    book->page++;
    (void)snprintf(path, sizeof path, "%s/%s-%d.png", book->out, book->sheet->name, book->page);
    book->platform->ops->present(book->platform, &book->list);
    Status status = book->list.failed ? STATUS_NOMEM : book->platform->ops->screenshot(book->platform, path);
    if (status != STATUS_OK) {
        (void)fprintf(stderr, "%s: %s\n", path, status_text(status));
        book->failed = true;
    }
    begin_page(book);
}

static void begin_sheet(Book *book, const Sheet *sheet)
{
    book->sheet = sheet;
    book->page = 0;
    begin_page(book);
}

/* The next cell's place, with its label written below. */
static Rect next_cell(Book *book, StrView label)
{
    const Sheet *sheet = book->sheet;
    if (book->cell == sheet->columns * sheet->rows) {
        end_page(book);
    }
    float w = (float)PAGE_W / (float)sheet->columns;
    float h = (float)PAGE_H / (float)sheet->rows;
    Rect cell = { (float)(book->cell % sheet->columns) * w, (float)(book->cell / sheet->columns) * h, w, h - LABEL_H };
    book->cell++;
    draw_glyphs(&book->list, &(DrawGlyphs){ .text = arena_copy(&book->arena, label), .x = cell.x + 16,
                                            .baseline = cell.y + h - 14, .size = 22, .script = "Latn" }, 0x2A2257FFu);
    return cell;
}

static void draw_faces(Book *book, const LintNames *names)
{
    static const Sheet faces = { "actors", 5, 2, 0xE9E4F8FFu };
    StrView last = { NULL, 0 };
    begin_sheet(book, &faces);
    for (size_t i = 0; i < names->expression_count; i++) {
        StrView face = names->expressions[i];
        StrView actor;
        (void)strview_take(&face, '/', &actor);
        if (last.len && !strview_equal(actor, last)) {
            end_page(book); /* each actor begins a page */
        }
        last = actor;
        Rect cell = next_cell(book, names->expressions[i]);
        UiFrame frame = { .draw = &book->list, .arena = &book->arena };
        draw_clip(&book->list, cell);
        stage_draw_actor(book->art, &frame, actor, face, cell.x + cell.w / 2, cell.y + cell.h, 0.56f, 0);
        draw_clip_end(&book->list);
    }
    end_page(book);
}

static void draw_places(Book *book, const LintNames *names)
{
    static const Sheet places = { "places", 3, 3, 0xFFFFFFFFu };
    begin_sheet(book, &places);
    for (size_t i = 0; i < names->place_count; i++) {
        static const char *const layers[] = { "0back", "1front" };
        Rect cell = next_cell(book, names->places[i]);
        float scale = cell.h / PAGE_H;
        draw_clip(&book->list, (Rect){ cell.x + 4, cell.y, PAGE_W * scale, cell.h });
        for (size_t k = 0; k < sizeof layers / sizeof layers[0]; k++) {
            char name[128];
            int len = snprintf(name, sizeof name, "place/%.*s/%s", SV_ARG(names->places[i]), layers[k]);
            draw_sprite(&book->list, arena_copy(&book->arena, (StrView){ name, (size_t)len }),
                        (DrawPose){ .x = cell.x + 4, .y = cell.y, .scale_x = scale, .scale_y = scale }, 0xFFFFFFFFu);
        }
        draw_clip_end(&book->list);
    }
    end_page(book);
}

/* Fitted into the cell, never larger than it is. */
static void draw_fitted(Book *book, StrView name, const float place[4])
{
    Rect cell = next_cell(book, name);
    float across = (cell.w - 16) / place[2];
    float down = (cell.h - 8) / place[3];
    float scale = across < down ? across : down;
    scale = scale < 1 ? scale : 1;
    DrawPose pose = { .x = cell.x + cell.w / 2 - (place[0] + place[2] / 2) * scale,
                      .y = cell.y + cell.h / 2 - (place[1] + place[3] / 2) * scale,
                      .scale_x = scale,
                      .scale_y = scale };
    draw_sprite(&book->list, arena_copy(&book->arena, name), pose, 0xFFFFFFFFu);
}

/* Every sprite whose name begins so. */
static void draw_kind(Book *book, const Sheet *sheet, StrView prefix)
{
    StrView rest = book->index;
    StrView line;
    begin_sheet(book, sheet);
    while (strview_take(&rest, '\n', &line)) {
        StrView name;
        StrView word;
        float place[4] = { 0 };
        bool is_whole = strview_take(&line, ' ', &name) && strview_take(&line, ' ', &word);
        for (int i = 0; is_whole && i < 4; i++) {
            is_whole = strview_take(&line, ' ', &word) && strview_to_float(word, &place[i]);
        }
        if (is_whole && place[2] > 0 && place[3] > 0 && strview_starts_with(name, prefix)) {
            draw_fitted(book, name, place);
        }
    }
    end_page(book);
}

static void draw_all(Book *book, const LintNames *names)
{
    static const Sheet badges = { "badges", 8, 4, 0xE9E4F8FFu };
    static const Sheet icons = { "icons", 8, 6, 0xFFFFFFFFu };
    static const Sheet islands = { "islands", 4, 3, 0xBFE6F2FFu };
    static const Sheet avatars = { "avatars", 8, 4, 0xFFF6E6FFu };
    static const Sheet pictures = { "pictures", 5, 3, 0xFFF6E6FFu };
    draw_faces(book, names);
    draw_places(book, names);
    draw_kind(book, &badges, SV("ui/badge_"));
    draw_kind(book, &icons, SV("icon/"));
    draw_kind(book, &islands, SV("map/"));
    draw_kind(book, &avatars, SV("ui/avatar_"));
    draw_kind(book, &pictures, SV("picture/"));
}

static bool open_book(Book *book, const char *art_folder, const char *root, StrView actors)
{
    char fonts[600];
    char sounds[600];
    DiagSink diags = { 0 };
    (void)snprintf(fonts, sizeof fonts, "%s/assets/fonts", root);
    (void)snprintf(sounds, sizeof sounds, "%s/assets/sound", root);
    const SdlOptions options = { .art_folder = art_folder, .fonts_folder = fonts, .sound_folder = sounds, .title = "sheets",
                                 .width = 1920, .height = 1080, .is_offscreen = true };
    return sdl_platform_open(&options, &book->platform) == STATUS_OK &&
           stage_art_parse(alloc_heap(), actors, &diags, &book->art) == STATUS_OK;
}

bool sheets_of_art(const char *root, const char *out)
{
    char folder[600];
    char path[700];
    StrView actors = { NULL, 0 };
    AssetNames names;
    Book book = { .out = out };
    (void)snprintf(folder, sizeof folder, "%s/build/assets", root);
    arena_init(&book.arena, alloc_heap(), 256 * 1024);
    bool is_done = asset_names_load(&names, folder, root) && names.has_art && file_make_folders(out) == STATUS_OK;
    (void)snprintf(path, sizeof path, "%s/1080/art.txt", folder);
    is_done = is_done && file_read(alloc_heap(), path, INDEX_BYTES_MAX, &book.index) == STATUS_OK;
    (void)snprintf(path, sizeof path, "%s/1080/actors.txt", folder);
    is_done = is_done && file_read(alloc_heap(), path, INDEX_BYTES_MAX, &actors) == STATUS_OK;
    is_done = is_done && open_book(&book, folder, root, actors);
    if (is_done) {
        draw_all(&book, &names.names);
    } else {
        (void)fprintf(stderr, "%s: the built art cannot be read, or %s cannot be written\n", folder, out);
    }
    stage_art_destroy(book.art);
    sdl_platform_close(book.platform);
    file_free(alloc_heap(), &actors);
    file_free(alloc_heap(), &book.index);
    asset_names_release(&names);
    arena_release(&book.arena);
    return is_done && !book.failed;
}
