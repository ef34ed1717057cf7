#include "map_internal.h"

/* How the page is put together: the chosen place large, with its stories beside it as the next steps; the
 * others as islands behind it. */
enum { ISLAND_W = 640, ISLAND_H = 623, ISLAND_MOST_H = 680, TOOL = 58, TOOL_GAP = 8, BELT_PAD = 12 };

bool map_is_large(const UiFrame *frame)
{
    return frame->text_scale > 1.3f;
}

static void place_island(MapLayout *layout, float x, float top, float bottom, float plate)
{
    float height = bottom - plate + 44 - top; /* the plate lies on its beach */
    height = height < ISLAND_MOST_H ? height : ISLAND_MOST_H;
    top += (bottom - plate + 44 - top - height) / 2;
    layout->island = (Rect){ x, top, height * ISLAND_W / ISLAND_H, height };
    layout->plate = (Rect){ x + layout->island.w / 2 - 265, top + height - 44, 530, plate };
}

static MapLayout place_all(const MapScene *map, const UiFrame *frame)
{
    float w = frame->width, h = frame->height;
    MapLayout layout = { .is_tall = h > w, .buttons_y = h - 132 };
    size_t others = map->place_count > 0 ? map->place_count - 1 : 0;
    float plate = map_is_large(frame) ? 190 : 160;
    layout.shown = others > MAP_OTHERS_PAGE ? MAP_OTHERS_PAGE : others > 0 ? others : 1;
    if (layout.is_tall) {
        layout.columns = 4;
        layout.others = (Rect){ 30, 190, w - 60, (float)((layout.shown + 3) / 4) * h * 0.15f };
        float top = layout.others.y + layout.others.h + 10;
        float bottom = top + (layout.buttons_y - top) * 0.44f;
        place_island(&layout, 0, top, bottom, plate);
        layout.island.x = w / 2 - layout.island.w / 2;
        layout.plate.x = w / 2 - layout.plate.w / 2;
        layout.cards = (Rect){ 230, bottom + 20, w - 290, layout.buttons_y - 30 - bottom - 20 };
        layout.tools = (Rect){ 40, top + 20, TOOL + 2 * BELT_PAD, 0 };
    } else {
        layout.columns = layout.shown;
        layout.others = (Rect){ 16, 170, w - 32, 260 + (h - 1080) * 0.35f };
        float top = layout.others.y + layout.others.h + 14;
        place_island(&layout, 122, top, h - 24, plate);
        layout.cards = (Rect){ layout.island.x + layout.island.w + 190, top, 0, layout.buttons_y - 24 - top };
        layout.cards.w = w - layout.cards.x - 50;
        layout.tools = (Rect){ 24, top + 10, TOOL + 2 * BELT_PAD, 0 };
    }
    return layout;
}

/* The tools that the child has met, as a belt. */
static void draw_tools(const MapScene *map, UiFrame *frame, const MapLayout *layout)
{
    StrView rest = map->tools, tool;
    StrBuf names;
    unsigned count = 0;
    Rect belt = layout->tools;
    strbuf_init(&names, alloc_heap());
    while (strview_take(&rest, ' ', &tool)) {
        StrView title = tool_title(frame->catalogue, tool);
        if (title.len && count < TOOL_COUNT) {
            strbuf_append(&names, count++ ? SV(", ") : SV(""));
            strbuf_append(&names, title);
        }
    }
    if (count == 0) {
        return;
    }
    belt.h = (float)count * (TOOL + TOOL_GAP) - TOOL_GAP + 2 * BELT_PAD;
    ui_bar(frame, belt, belt.w / 2);
    rest = map->tools;
    for (unsigned i = 0; i < count && strview_take(&rest, ' ', &tool);) {
        if (tool_title(frame->catalogue, tool).len) {
            Rect place = { belt.x + BELT_PAD, belt.y + BELT_PAD + (float)i * (TOOL + TOOL_GAP), TOOL, TOOL };
            place.x = ui_mirror_x(frame, place.x, place.w);
            draw_nine(frame->draw, frame_join(frame, "icon/", tool), place, 0xFFFFFFFFu);
            i++;
        }
    }
    belt.x = ui_mirror_x(frame, belt.x, belt.w);
    TextValue value = { SV("tools"), strbuf_view(&names) };
    speak_list_add(frame->speak, &(SpeakItem){ .role = SPEAK_IMAGE,
                                               .label = frame_format(frame, TR(frame->catalogue, "map.tools", "Sango's tools: {tools}"), &value, 1),
                                               .rect = belt });
    strbuf_release(&names);
}

static void draw_buttons(App *app, UiFrame *frame, const MapLayout *layout)
{
    const Catalogue *texts = frame->catalogue;
    bool has_packs = progress_pack_count(app) > 1;
    float left = layout->is_tall ? 60 : layout->plate.x + layout->plate.w + 40;
    float room = frame->width - 50 - left;
    unsigned count = has_packs ? 3 : 2;
    float width = (room - 30 * (float)(count - 1)) / (float)count;
    width = width < 470 ? width : 470;
    float x = left + (room - (width + 30) * (float)count + 30) / 2 + width / 2;
    screen_button(frame, MAP_ALBUM, x, layout->buttons_y, width, TR(texts, "map.album", "My album"), UI_BUTTON_PLAIN);
    x += width + 30;
    if (has_packs) {
        screen_button(frame, MAP_PACKS, x, layout->buttons_y, width, TR(texts, "map.packs", "More stories"), UI_BUTTON_QUIET);
        x += width + 30;
    }
    screen_button(frame, MAP_CHANGE_BAND, x, layout->buttons_y, width, TR(texts, "map.band", "Change age"), UI_BUTTON_QUIET);
    ui_button(frame, &(UiButton){ .id = WIDGET_MENU,
                                  .rect = { frame->width - 180, 42, 120, 120 },
                                  .label = TR(texts, "title.settings", "Settings"),
                                  .icon = SV("ui/btn_gear"),
                                  .style = UI_BUTTON_ROUND });
}

/* The level that Enter plays. */
static uint32_t first_focus(const MapScene *map)
{
    for (size_t i = 0; i < map->level_count; i++) {
        if (map->levels[i] == map->suggested) {
            return MAP_LEVEL + (uint32_t)i;
        }
    }
    return MAP_LEVEL + (uint32_t)map->first_level;
}

void map_draw(Scene *scene, App *app, UiFrame *frame)
{
    MapScene *map = (MapScene *)scene;
    const Catalogue *texts = frame->catalogue;
    TextValue name = { SV("name"), app_nickname(app, frame->arena) };
    MapLayout layout = place_all(map, frame);
    screen_background(frame, SV("map"), screen_light(app));
    ui_begin(frame, TR(texts, "map.screen", "Map of worlds"), first_focus(map));
    screen_heading(frame, frame_format(frame, TR(texts, "map.hello", "Hello, {name}! Who needs you today?"), &name, 1), true);
    if (app->parts.pack) {
        map_draw_others(map, frame, &layout);
        map_draw_island(map, app, frame, &layout);
        map_draw_levels(map, app, frame, &layout);
        draw_tools(map, frame, &layout);
    }
    draw_buttons(app, frame, &layout);
    screen_notice(app, frame);
    ui_end(frame);
}
