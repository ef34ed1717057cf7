#include "ui_internal.h"

/* A generation is an arena and the layouts in it. When the newer one is full it
 * becomes the older, and the old one is emptied: bounded, and no entry moves. */
enum { GENERATION_BYTES = 256 * 1024 };

typedef struct LaidText {
    uint32_t hash;
    const TextMeasure *measure;
    StrView text;    /* copied */
    TextStyle style; /* its spans are copied */
    float width;
    TextLayout layout;
} LaidText;

typedef struct Generation {
    Arena arena;
    LaidText texts[UI_LAYOUTS_MAX];
    size_t count;
} Generation;

struct UiLayouts {
    const Allocator *alloc;
    Generation generations[2];
    unsigned newer;
};

static void empty_generation(Generation *generation)
{
    generation->count = 0;
    arena_reset(&generation->arena);
}

Status ui_layouts_create(const Allocator *alloc, UiLayouts **layouts)
{
    *layouts = alloc_take(alloc, 1, sizeof **layouts);
    if (!*layouts)
        return STATUS_NOMEM;
    (*layouts)->alloc = alloc;
    for (unsigned i = 0; i < 2; i++)
        arena_init(&(*layouts)->generations[i].arena, alloc, 16 * 1024);
    return STATUS_OK;
}

void ui_layouts_destroy(UiLayouts *layouts)
{
    if (!layouts)
        return;
    for (unsigned i = 0; i < 2; i++)
        arena_release(&layouts->generations[i].arena);
    alloc_free(layouts->alloc, layouts, sizeof *layouts);
}

void ui_layouts_clear(UiLayouts *layouts)
{
    for (unsigned i = 0; i < 2; i++)
        empty_generation(&layouts->generations[i]);
}

void ui_layouts_turn(UiLayouts *layouts)
{
    Generation *newer = &layouts->generations[layouts->newer];
    /* Kept a quarter free, so that a page does not overflow while it is drawn. */
    if (newer->count < UI_LAYOUTS_MAX * 3 / 4 && newer->arena.total_bytes < GENERATION_BYTES)
        return;
    layouts->newer ^= 1U;
    empty_generation(&layouts->generations[layouts->newer]);
}

static bool same_spans(const TextStyle *a, const TextStyle *b)
{
    if (a->span_count != b->span_count)
        return false;
    for (size_t i = 0; i < a->span_count; i++)
        if (a->spans[i].start != b->spans[i].start || a->spans[i].length != b->spans[i].length ||
            a->spans[i].face != b->spans[i].face)
            return false;
    return true;
}

static bool same_style(const TextStyle *a, const TextStyle *b)
{
    return a->face == b->face && a->size == b->size && a->line_spacing == b->line_spacing &&
           a->letter_spacing == b->letter_spacing && a->align == b->align && a->direction == b->direction &&
           a->max_lines == b->max_lines && same_spans(a, b);
}

static const LaidText *find_laid(const Generation *generation, const LaidText *want)
{
    for (size_t i = 0; i < generation->count; i++) {
        const LaidText *laid = &generation->texts[i];
        if (laid->hash == want->hash && laid->measure == want->measure && laid->width == want->width &&
            strview_equal(laid->text, want->text) && same_style(&laid->style, &want->style))
            return laid;
    }
    return NULL;
}

/* Lays `laid` out in the generation's own memory, with copies of all it points to. */
static bool lay_out_kept(Generation *generation, LaidText *laid)
{
    Arena *arena = &generation->arena;
    laid->text = arena_copy(arena, laid->text);
    if (!laid->text.data)
        return false;
    if (laid->style.span_count > 0) {
        TextSpan *spans = ARENA_ARRAY(arena, TextSpan, laid->style.span_count);
        if (!spans)
            return false;
        for (size_t i = 0; i < laid->style.span_count; i++)
            spans[i] = laid->style.spans[i];
        laid->style.spans = spans;
    }
    if (text_layout(arena, laid->measure, laid->text, &laid->style, laid->width, &laid->layout) != STATUS_OK)
        return false;
    generation->texts[generation->count++] = *laid;
    return true;
}

bool ui_layout(UiFrame *frame, StrView text, const TextStyle *style, float width, TextLayout *layout)
{
    UiLayouts *layouts = frame->ui->layouts;
    if (layouts) {
        LaidText want = { .hash = strview_hash(text),
                          .measure = frame->measure,
                          .text = text,
                          .style = *style,
                          .width = width };
        Generation *newer = &layouts->generations[layouts->newer];
        const LaidText *laid = find_laid(newer, &want);
        if (!laid)
            laid = find_laid(&layouts->generations[layouts->newer ^ 1U], &want);
        if (laid) {
            *layout = laid->layout;
            return true;
        }
        if (newer->count < UI_LAYOUTS_MAX && lay_out_kept(newer, &want)) {
            *layout = want.layout;
            return true;
        }
    }
    return text_layout(frame->arena, frame->measure, text, style, width, layout) == STATUS_OK;
}
