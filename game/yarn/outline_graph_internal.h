#ifndef SANGO_YARN_OUTLINE_GRAPH_INTERNAL_H
#define SANGO_YARN_OUTLINE_GRAPH_INTERNAL_H

#include "names.h"
#include "sango/yarn/outline.h"

enum {
    GRAPH_LABELS_MAX = 4,   /* options shown at one edge */
    GRAPH_LABEL_CHARS = 28, /* code points of each */
    GRAPH_TITLE_CHARS = 40,
    GRAPH_CELLS_MAX = 50000 /* boxes and bends that edges are led around; above it edges go straight */
};

typedef enum GraphEdgeKind { GRAPH_JUMP, GRAPH_DETOUR, GRAPH_COMPUTED } GraphEdgeKind;

typedef struct GraphNode {
    StrView title; /* cut where it is too long */
    StrView note;  /* "group of 3", tags; may be empty */
    bool is_entry, is_reached;
    bool is_any; /* "?", where computed jumps lead */
} GraphNode;

/* All jumps of one kind from one node to another. */
typedef struct GraphEdge {
    uint32_t from, to;
    GraphEdgeKind kind;
    StrView labels[GRAPH_LABELS_MAX + 1]; /* the last one may be "… 3 more" */
    uint32_t label_count;
    uint32_t option_count;
} GraphEdge;

typedef struct Graph {
    Arena arena;
    GraphNode *nodes;
    uint32_t node_count;
    GraphEdge *edges;
    uint32_t edge_count;
} Graph;

/* False when out of memory. Release in any case. */
bool graph_init(Graph *graph, const Allocator *alloc, const YarnOutline *outline, const StrView *entries,
                size_t entry_count);
void graph_release(Graph *graph);

/* --- layout: layers from top to bottom ---------------------------------------------- */

/* A box of the picture: a node, or a bend or label of an edge. In pixels. */
typedef struct LayoutCell {
    double x, y; /* centre */
    double width, height;
    uint32_t layer;
    uint32_t order; /* in its layer */
} LayoutCell;

typedef struct LayoutEdge {
    uint32_t first,
        count;      /* in `path`: the cells from the upper node to the lower; 0 for an edge to itself */
    bool is_upward; /* leads from the lower to the upper */
    uint32_t label; /* cell of its label, or YARN_OUTLINE_NONE */
} LayoutEdge;

typedef struct Layout {
    const Graph *graph;
    Arena *arena;      /* the graph's */
    LayoutCell *cells; /* those of the nodes first, by node */
    uint32_t cell_count;
    LayoutEdge *edges; /* as graph->edges */
    uint32_t *path;
    uint32_t **layers; /* cells of each layer, from left to right */
    uint32_t *layer_sizes;
    uint32_t layer_count;
    double width, height;
} Layout;

/* Sizes of the node cells and of labels come from these, in pixels. */
double graph_text_width(StrView text, double font_px);

bool layout_make(Layout *layout, Graph *graph); /* false when out of memory */
/* Steps of layout_make(): who stands above whom, then where in the layer. */
bool layout_layers(Layout *layout);
bool layout_places(Layout *layout);

#endif
