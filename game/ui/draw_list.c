#include "sango/ui/draw_list.h"

void draw_list_begin(DrawList *list, Arena *arena, float width, float height)
{
    *list = (DrawList){ .arena = arena, .width = width, .height = height };
}

/* The next command, zeroed; NULL (and failed is set) when out of memory. */
static DrawCmd *add(DrawList *list, DrawKind kind, Rgba color)
{
    DrawCmd *cmds = arena_grow(list->arena, list->cmds, list->count, sizeof *cmds);
    if (!cmds) {
        list->failed = true;
        return NULL;
    }
    list->cmds = cmds;
    DrawCmd *cmd = &list->cmds[list->count++];
    *cmd = (DrawCmd){ .kind = kind, .color = color };
    return cmd;
}

void draw_fill(DrawList *list, Rect rect, float radius, Rgba color)
{
    DrawCmd *cmd = add(list, DRAW_FILL, color);
    if (cmd) {
        cmd->rect = rect;
        cmd->radius = radius;
    }
}

void draw_sprite(DrawList *list, StrView name, DrawPose pose, Rgba color)
{
    DrawCmd *cmd = add(list, DRAW_SPRITE, color);
    if (cmd) {
        cmd->name = name;
        cmd->pose = pose;
    }
}

void draw_sprite_live(DrawList *list, StrView name, DrawPose pose, Rgba color)
{
    DrawCmd *cmd = add(list, DRAW_SPRITE, color);
    if (cmd) {
        cmd->name = name;
        cmd->pose = pose;
        cmd->is_live = true;
    }
}

void draw_sprite_at(DrawList *list, StrView name, float x, float y, Rgba color)
{
    draw_sprite(list, name, (DrawPose){ .x = x, .y = y, .scale_x = 1, .scale_y = 1 }, color);
}

void draw_nine(DrawList *list, StrView name, Rect rect, Rgba color)
{
    DrawCmd *cmd = add(list, DRAW_NINE, color);
    if (cmd) {
        cmd->name = name;
        cmd->rect = rect;
    }
}

void draw_glyphs(DrawList *list, const DrawGlyphs *glyphs, Rgba color)
{
    DrawCmd *cmd = add(list, DRAW_GLYPHS, color);
    if (cmd) {
        cmd->glyphs = *glyphs;
    }
}

void draw_iris(DrawList *list, float x, float y, float radius, Rgba color)
{
    DrawCmd *cmd = add(list, DRAW_IRIS, color);
    if (cmd) {
        cmd->rect = (Rect){ x, y, 0, 0 };
        cmd->radius = radius;
    }
}

void draw_clip(DrawList *list, Rect rect)
{
    DrawCmd *cmd = add(list, DRAW_CLIP, 0);
    if (cmd) {
        cmd->rect = rect;
    }
}

void draw_clip_end(DrawList *list)
{
    draw_clip(list, (Rect){ 0 });
}

static void print_rect(StrBuf *out, const char *kind, Rect rect)
{
    strbuf_printf(out, "%s %.1f %.1f %.1f %.1f", kind, (double)rect.x, (double)rect.y, (double)rect.w,
                  (double)rect.h);
}

static void print_command(const DrawCmd *cmd, StrBuf *out)
{
    const DrawPose *pose = &cmd->pose;
    const DrawGlyphs *glyphs = &cmd->glyphs;
    switch (cmd->kind) {
    case DRAW_FILL:
        print_rect(out, "fill", cmd->rect);
        strbuf_printf(out, " r%.1f", (double)cmd->radius);
        break;
    case DRAW_SPRITE:
        strbuf_printf(out, "sprite %.*s %.1f %.1f", SV_ARG(cmd->name), (double)pose->x, (double)pose->y);
        if (pose->scale_x != 1.0f || pose->scale_y != 1.0f) {
            strbuf_printf(out, " *%.3f,%.3f", (double)pose->scale_x, (double)pose->scale_y);
        }
        if (pose->turn_deg != 0.0f) {
            strbuf_printf(out, " @%.1f", (double)pose->turn_deg);
        }
        if (cmd->is_live) {
            strbuf_append(out, SV(" live"));
        }
        break;
    case DRAW_NINE:
        print_rect(out, "nine", cmd->rect);
        strbuf_printf(out, " %.*s", SV_ARG(cmd->name));
        break;
    case DRAW_GLYPHS:
        strbuf_printf(out, "glyphs %.1f %.1f %.1f f%u%s '%.*s'", (double)glyphs->x, (double)glyphs->baseline,
                      (double)glyphs->size, (unsigned)glyphs->font, glyphs->rtl ? " rtl" : "",
                      SV_ARG(glyphs->text));
        break;
    case DRAW_IRIS:
        strbuf_printf(out, "iris %.1f %.1f r%.1f", (double)cmd->rect.x, (double)cmd->rect.y, (double)cmd->radius);
        break;
    case DRAW_CLIP:
        print_rect(out, "clip", cmd->rect);
        break;
    }
    strbuf_printf(out, " #%08X\n", (unsigned)cmd->color);
}

void draw_list_print(const DrawList *list, StrBuf *out)
{
    for (size_t i = 0; i < list->count; i++) {
        print_command(&list->cmds[i], out);
    }
}

bool rect_contains(Rect rect, float x, float y)
{
    return x >= rect.x && y >= rect.y && x < rect.x + rect.w && y < rect.y + rect.h;
}

Rgba rgba_with_alpha(Rgba color, float alpha)
{
    float kept = alpha < 0.0f ? 0.0f : alpha > 1.0f ? 1.0f : alpha;
    return (color & 0xFFFFFF00u) | (Rgba)((float)(color & 0xFFu) * kept + 0.5f);
}
