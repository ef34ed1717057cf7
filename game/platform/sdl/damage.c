#include "sdl_internal.h"

#include <string.h>

/* What of the last picture is no longer right. Lists are compared command by command:
 * where they differ, what was there and what comes there is to be painted again. */

void shown_init(Shown *shown)
{
    *shown = (Shown){ 0 };
    arena_init(&shown->arena, alloc_heap(), 64 * 1024);
}

void shown_release(Shown *shown)
{
    arena_release(&shown->arena);
    *shown = (Shown){ 0 };
}

void shown_forget(Shown *shown)
{
    arena_reset(&shown->arena);
    shown->count = 0;
    shown->is_known = false;
}

void shown_keep(Shown *shown, const DrawList *list, const SDL_Rect *boxes)
{
    shown_forget(shown);
    shown->cmds = ARENA_ARRAY(&shown->arena, DrawCmd, list->count + 1);
    shown->boxes = ARENA_ARRAY(&shown->arena, SDL_Rect, list->count + 1);
    if (!shown->cmds || !shown->boxes) {
        return;
    }
    for (size_t i = 0; i < list->count; i++) {
        DrawCmd *cmd = &shown->cmds[i];
        *cmd = list->cmds[i];
        shown->boxes[i] = boxes[i];
        cmd->name = arena_copy(&shown->arena, cmd->name);
        cmd->glyphs.text = arena_copy(&shown->arena, cmd->glyphs.text);
        if (!cmd->name.data || !cmd->glyphs.text.data) {
            return;
        }
    }
    shown->count = list->count;
    shown->is_known = !list->failed;
}

static bool same_glyphs(const DrawGlyphs *a, const DrawGlyphs *b)
{
    const float places[2][4] = { { a->size, a->x, a->baseline, a->spacing }, { b->size, b->x, b->baseline, b->spacing } };
    return a->font == b->font && a->rtl == b->rtl && strcmp(a->script, b->script) == 0 &&
           memcmp(places[0], places[1], sizeof places[0]) == 0 && strview_equal(a->text, b->text);
}

static bool same_command(const DrawCmd *a, const DrawCmd *b)
{
    return a->kind == b->kind && a->color == b->color && a->is_live == b->is_live && memcmp(&a->rect, &b->rect, sizeof a->rect) == 0 &&
           memcmp(&a->radius, &b->radius, sizeof a->radius) == 0 && memcmp(&a->pose, &b->pose, sizeof a->pose) == 0 &&
           strview_equal(a->name, b->name) && same_glyphs(&a->glyphs, &b->glyphs);
}

static int area(const SDL_Rect *rect)
{
    return rect->w * rect->h;
}

/* How many pixels more are painted when both are painted as one. */
static int cost_of_union(const SDL_Rect *a, const SDL_Rect *b)
{
    SDL_Rect both;
    SDL_UnionRect(a, b, &both);
    return area(&both) - area(a) - area(b);
}

void damage_add(Damage *damage, const SDL_Rect *rect)
{
    enum { JOIN_PIXELS = 4096 }; /* a part of its own costs about so much */
    SDL_Rect added = *rect;
    if (SDL_RectEmpty(&added)) {
        return;
    }
    /* Joining may make it meet others, so it goes round until it stands alone. */
    for (size_t i = 0; i < damage->count;) {
        if (cost_of_union(&damage->rects[i], &added) <= JOIN_PIXELS) {
            SDL_UnionRect(&damage->rects[i], &added, &added);
            damage->rects[i] = damage->rects[--damage->count];
            i = 0;
        } else {
            i++;
        }
    }
    if (damage->count == DAMAGE_MAX) {
        size_t best = 0;
        for (size_t i = 1; i < damage->count; i++) {
            best = cost_of_union(&damage->rects[i], &added) < cost_of_union(&damage->rects[best], &added) ? i : best;
        }
        SDL_UnionRect(&damage->rects[best], &added, &added);
        damage->rects[best] = damage->rects[--damage->count];
        damage_add(damage, &added);
        return;
    }
    damage->rects[damage->count++] = added;
}

static bool is_unchanged(const Shown *shown, size_t before, const DrawList *list, const SDL_Rect *boxes, size_t now)
{
    return SDL_RectEquals(&shown->boxes[before], &boxes[now]) && same_command(&shown->cmds[before], &list->cmds[now]);
}

void damage_find(const Shown *shown, const DrawList *list, const SDL_Rect *boxes, Damage *damage)
{
    size_t old_end = shown->count;
    size_t new_end = list->count;
    size_t start = 0;
    damage->count = 0;
    while (start < old_end && start < new_end && is_unchanged(shown, start, list, boxes, start)) {
        start++;
    }
    while (old_end > start && new_end > start && is_unchanged(shown, old_end - 1, list, boxes, new_end - 1)) {
        old_end--;
        new_end--;
    }
    bool is_paired = old_end == new_end;
    for (size_t i = start; i < old_end || i < new_end; i++) {
        if (is_paired && is_unchanged(shown, i, list, boxes, i)) {
            continue;
        }
        if (i < old_end) {
            damage_add(damage, &shown->boxes[i]);
        }
        if (i < new_end) {
            damage_add(damage, &boxes[i]);
        }
    }
}
