#include "sango/ui/speak_list.h"

#include <assert.h>

void speak_list_begin(SpeakList *list, Arena *arena, StrView title)
{
    *list = (SpeakList){ .arena = arena };
    list->title = arena_copy(arena, title);
    list->failed = list->title.data == NULL;
}

void speak_list_add(SpeakList *list, const SpeakItem *item)
{
    assert(item->label.len > 0 && "what is on a screen has a name");
    SpeakItem *items = arena_grow(list->arena, list->items, list->count, sizeof *items);
    if (!items) {
        list->failed = true;
        return;
    }
    list->items = items;
    SpeakItem *kept = &items[list->count++];
    *kept = *item;
    StrView *texts[] = { &kept->label, &kept->value, &kept->description, &kept->line_id, &kept->speaker };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        *texts[i] = arena_copy(list->arena, *texts[i]);
        list->failed = list->failed || !texts[i]->data;
    }
}

void speak_list_add_unfit(SpeakList *list, StrView text)
{
    if (list->unfit.len == 0) {
        list->unfit = arena_copy(list->arena, text);
    }
}

const SpeakItem *speak_list_focused(const SpeakList *list)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].flags & SPEAK_FOCUSED) {
            return &list->items[i];
        }
    }
    return NULL;
}

const char *speak_role_name(SpeakRole role)
{
    static const char *const names[] = { "heading", "text", "image", "button", "option", "switch", "slider", "meter" };
    return names[role];
}

void speak_list_print(const SpeakList *list, StrBuf *out)
{
    for (size_t i = 0; i < list->count; i++) {
        const SpeakItem *item = &list->items[i];
        strbuf_printf(out, "%s: %.*s", speak_role_name(item->role), SV_ARG(item->label));
        if (item->value.len) {
            strbuf_printf(out, " = %.*s", SV_ARG(item->value));
        }
        if (item->description.len) {
            strbuf_printf(out, " - %.*s", SV_ARG(item->description));
        }
        static const char *const states[] = { " (focused)", " (disabled)", " (checked)" };
        for (unsigned bit = 0; bit < 3; bit++) {
            if (item->flags & 1u << bit) {
                strbuf_append(out, strview_from_cstr(states[bit]));
            }
        }
        strbuf_char(out, '\n');
    }
}
