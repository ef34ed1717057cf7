/* Layers: each jump leads downwards where it can, and each of its labels has a place of
 * its own between two rows of nodes. What is above what follows from the longest way
 * (Sugiyama, Tagawa and Toda 1981); outline_place.c then orders the rows. */
#include "outline_graph_internal.h"
#include "sango/base/utf8.h"

enum {
    NODE_FONT = 14,
    NOTE_FONT = 11,
    LABEL_FONT = 11,
    NODE_HEIGHT = 34,
    NOTE_HEIGHT = 16,
    LABEL_HEIGHT = 15
};

/* Which edges lead upwards so that the others make no circle. */
typedef struct CycleSearch {
    const Graph *graph;
    uint32_t *starts; /* of each node's edges in `sorted` */
    uint32_t *sorted; /* edges by the node that they leave */
    uint32_t *next;   /* of each node: the edge that is looked at next */
    uint32_t *stack;
    unsigned char *state; /* 0 new, 1 on the stack, 2 done */
} CycleSearch;

double graph_text_width(StrView text, double font_px)
{
    double width = 0;
    uint32_t cp;
    while (utf8_take(&text, &cp, NULL)) {
        width += cp < 0x1100 ? 0.64 : 1.1; /* wider than any usual font has them */
    }
    return width * font_px;
}

static void size_cells(Layout *layout)
{
    for (uint32_t i = 0; i < layout->graph->node_count; i++) {
        const GraphNode *node = &layout->graph->nodes[i];
        double title = graph_text_width(node->title, NODE_FONT),
               note = graph_text_width(node->note, NOTE_FONT);
        layout->cells[i].width = (title > note ? title : note) + 28;
        layout->cells[i].height = NODE_HEIGHT + (node->note.len ? NOTE_HEIGHT : 0);
    }
}

static bool sort_edges(CycleSearch *search, Arena *arena)
{
    const Graph *graph = search->graph;
    uint32_t count = graph->node_count;
    search->starts = ARENA_ARRAY(arena, uint32_t, (size_t)count + 2);
    search->sorted = ARENA_ARRAY(arena, uint32_t, (size_t)graph->edge_count + 1);
    search->next = ARENA_ARRAY(arena, uint32_t, (size_t)count + 1);
    search->stack = ARENA_ARRAY(arena, uint32_t, (size_t)count + 1);
    search->state = arena_take(arena, (size_t)count + 1, 1);
    if (!search->starts || !search->sorted || !search->next || !search->stack || !search->state) {
        return false;
    }
    for (uint32_t i = 0; i < graph->edge_count; i++) {
        search->starts[graph->edges[i].from + 2]++;
    }
    for (uint32_t i = 2; i < count + 2; i++) {
        search->starts[i] += search->starts[i - 1];
    }
    for (uint32_t i = 0; i < graph->edge_count; i++) {
        search->sorted[search->starts[graph->edges[i].from + 1]++] = i;
    }
    return true;
}

/* Everything below `root`; an edge back into the way that led here goes upwards. */
static void search_from(CycleSearch *search, Layout *layout, uint32_t root)
{
    uint32_t depth = 0;
    search->stack[depth++] = root;
    search->state[root] = 1;
    search->next[root] = search->starts[root];
    while (depth) {
        uint32_t at = search->stack[depth - 1];
        if (search->next[at] == search->starts[at + 1]) {
            search->state[at] = 2;
            depth--;
            continue;
        }
        uint32_t edge = search->sorted[search->next[at]++];
        uint32_t to = search->graph->edges[edge].to;
        if (search->state[to] == 1) {
            layout->edges[edge].is_upward = true;
        } else if (search->state[to] == 0) {
            search->state[to] = 1;
            search->next[to] = search->starts[to];
            search->stack[depth++] = to;
        }
    }
}

static uint32_t upper_of(const Layout *layout, uint32_t edge)
{
    const GraphEdge *info = &layout->graph->edges[edge];
    return layout->edges[edge].is_upward ? info->to : info->from;
}

static uint32_t lower_of(const Layout *layout, uint32_t edge)
{
    const GraphEdge *info = &layout->graph->edges[edge];
    return layout->edges[edge].is_upward ? info->from : info->to;
}

static bool find_upward(Layout *layout)
{
    CycleSearch search = { .graph = layout->graph };
    if (!sort_edges(&search, layout->arena)) {
        return false;
    }
    for (uint32_t i = 0; i < layout->graph->node_count; i++) {
        if (layout->graph->nodes[i].is_entry && search.state[i] == 0) {
            search_from(&search, layout, i);
        }
    }
    for (uint32_t i = 0; i < layout->graph->node_count; i++) {
        if (search.state[i] == 0) {
            search_from(&search, layout, i);
        }
    }
    return true;
}

/* A node stands two rows below the lowest one above it; labels are between them. */
static bool rank_nodes(Layout *layout)
{
    const Graph *graph = layout->graph;
    uint32_t *above =
        ARENA_ARRAY(layout->arena, uint32_t, (size_t)graph->node_count + 1); /* not ranked yet */
    uint32_t *queue = ARENA_ARRAY(layout->arena, uint32_t, (size_t)graph->node_count + 1);
    uint32_t *starts = ARENA_ARRAY(layout->arena, uint32_t, (size_t)graph->node_count + 2);
    uint32_t *sorted = ARENA_ARRAY(layout->arena, uint32_t, (size_t)graph->edge_count + 1);
    if (!above || !queue || !starts || !sorted) {
        return false;
    }
    for (uint32_t i = 0; i < graph->edge_count; i++) {
        starts[upper_of(layout, i) + 2]++;
        above[lower_of(layout, i)] += graph->edges[i].from != graph->edges[i].to;
    }
    for (uint32_t i = 2; i < graph->node_count + 2; i++) {
        starts[i] += starts[i - 1];
    }
    for (uint32_t i = 0; i < graph->edge_count; i++) {
        sorted[starts[upper_of(layout, i) + 1]++] = i;
    }
    uint32_t head = 0, tail = 0;
    for (uint32_t i = 0; i < graph->node_count; i++) {
        if (above[i] == 0) {
            queue[tail++] = i;
        }
    }
    while (head < tail) {
        uint32_t at = queue[head++];
        for (uint32_t i = starts[at]; i < starts[at + 1]; i++) {
            uint32_t below = lower_of(layout, sorted[i]);
            LayoutCell *cell = &layout->cells[below];
            uint32_t layer = layout->cells[at].layer + 2;
            if (below == at) {
                continue;
            }
            cell->layer = cell->layer < layer ? layer : cell->layer;
            if (--above[below] == 0) {
                queue[tail++] = below;
            }
        }
    }
    return true;
}

/* Bends: an edge has a cell in each row that it passes, the first of them its label. */
static size_t count_bends(const Layout *layout)
{
    size_t count = 0;
    for (uint32_t i = 0; i < layout->graph->edge_count; i++) {
        uint32_t upper = layout->cells[upper_of(layout, i)].layer,
                 lower = layout->cells[lower_of(layout, i)].layer;
        count += lower > upper ? lower - upper - 1 : 0;
    }
    return count;
}

static void size_label(LayoutCell *cell, const GraphEdge *edge)
{
    for (uint32_t i = 0; i < edge->label_count; i++) {
        double width = graph_text_width(edge->labels[i], LABEL_FONT) + 10;
        cell->width = cell->width < width ? width : cell->width;
    }
    cell->height = LABEL_HEIGHT * edge->label_count + (edge->label_count ? 4 : 0);
}

static void lead_edge(Layout *layout, uint32_t index, uint32_t *path_count, bool has_bends)
{
    const GraphEdge *info = &layout->graph->edges[index];
    LayoutEdge *edge = &layout->edges[index];
    edge->label = YARN_OUTLINE_NONE;
    edge->first = *path_count;
    if (info->from == info->to) {
        return;
    }
    uint32_t upper = upper_of(layout, index), lower = lower_of(layout, index);
    layout->path[(*path_count)++] = upper;
    uint32_t first = layout->cells[upper].layer + 1, last = layout->cells[lower].layer;
    for (uint32_t layer = first; has_bends && layer < last; layer++) {
        LayoutCell *cell = &layout->cells[layout->cell_count];
        *cell = (LayoutCell){ .layer = layer, .width = 8 };
        if (layer == (edge->is_upward ? last - 1 : first)) {
            size_label(cell, info);
            edge->label = layout->cell_count;
        }
        layout->path[(*path_count)++] = layout->cell_count++;
    }
    layout->path[(*path_count)++] = lower;
    edge->count = *path_count - edge->first;
}

static bool sort_layers(Layout *layout)
{
    for (uint32_t i = 0; i < layout->cell_count; i++) {
        uint32_t layer = layout->cells[i].layer;
        layout->layer_count = layout->layer_count > layer ? layout->layer_count : layer + 1;
    }
    layout->layers = ARENA_ARRAY(layout->arena, uint32_t *, (size_t)layout->layer_count + 1);
    layout->layer_sizes = ARENA_ARRAY(layout->arena, uint32_t, (size_t)layout->layer_count + 1);
    uint32_t *all = ARENA_ARRAY(layout->arena, uint32_t, (size_t)layout->cell_count + 1);
    if (!layout->layers || !layout->layer_sizes || !all) {
        return false;
    }
    for (uint32_t i = 0; i < layout->cell_count; i++) {
        layout->layer_sizes[layout->cells[i].layer]++;
    }
    for (uint32_t layer = 0; layer < layout->layer_count; layer++) {
        layout->layers[layer] = all;
        all += layout->layer_sizes[layer];
        layout->layer_sizes[layer] = 0;
    }
    for (uint32_t i = 0; i < layout->cell_count; i++) {
        LayoutCell *cell = &layout->cells[i];
        cell->order = layout->layer_sizes[cell->layer]++;
        layout->layers[cell->layer][cell->order] = i;
    }
    return true;
}

bool layout_layers(Layout *layout)
{
    const Graph *graph = layout->graph;
    layout->cells = ARENA_ARRAY(layout->arena, LayoutCell, (size_t)graph->node_count + 1);
    layout->edges = ARENA_ARRAY(layout->arena, LayoutEdge, (size_t)graph->edge_count + 1);
    if (!layout->cells || !layout->edges || !find_upward(layout) || !rank_nodes(layout)) {
        return false;
    }
    size_t bends = count_bends(layout);
    bool has_bends = bends + graph->node_count <= GRAPH_CELLS_MAX;
    LayoutCell *cells =
        ARENA_ARRAY(layout->arena, LayoutCell, graph->node_count + (has_bends ? bends : 0) + 1);
    layout->path =
        ARENA_ARRAY(layout->arena, uint32_t, (has_bends ? bends : 0) + 2 * (size_t)graph->edge_count + 1);
    if (!cells || !layout->path) {
        return false;
    }
    for (uint32_t i = 0; i < graph->node_count; i++) {
        cells[i] = layout->cells[i];
    }
    layout->cells = cells;
    layout->cell_count = graph->node_count;
    size_cells(layout);
    uint32_t path_count = 0;
    for (uint32_t i = 0; i < graph->edge_count; i++) {
        lead_edge(layout, i, &path_count, has_bends);
    }
    return sort_layers(layout);
}

bool layout_make(Layout *layout, Graph *graph)
{
    *layout = (Layout){ .graph = graph, .arena = &graph->arena };
    return layout_layers(layout) && layout_places(layout);
}
