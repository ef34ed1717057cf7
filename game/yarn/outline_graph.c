#include "outline_graph_internal.h"
#include "sango/base/utf8.h"

#include <stdio.h>

typedef struct GraphMaker {
    Graph *graph;
    const YarnOutline *outline;
    uint32_t *node_of; /* outline's node -> graph's */
    bool failed;
} GraphMaker;

/* At most `most` code points, cut behind a word where there is one. */
static StrView cut_text(GraphMaker *maker, StrView text, size_t most)
{
    size_t count = 0, end = 0, word_end = 0;
    StrView rest = strview_trim(text);
    text = rest;
    uint32_t cp;
    while (count < most && utf8_take(&rest, &cp, NULL)) {
        count++;
        end = text.len - rest.len;
        if (rest.len && (rest.data[0] == ' ' || rest.data[0] == '\t')) {
            word_end = end;
        }
    }
    if (rest.len == 0) {
        return text;
    }
    StrBuf cut;
    strbuf_init(&cut, maker->graph->arena.alloc);
    strbuf_append(&cut, strview_slice(text, 0, word_end ? word_end : end));
    strbuf_append(&cut, SV("…"));
    StrView kept = arena_copy(&maker->graph->arena, strbuf_view(&cut));
    maker->failed |= cut.failed || !kept.data;
    strbuf_release(&cut);
    return kept.data ? kept : SV("");
}

static StrView make_note(GraphMaker *maker, const YarnOutlineNode *node, uint32_t members)
{
    StrBuf note;
    strbuf_init(&note, maker->graph->arena.alloc);
    if (node->when_count) {
        strbuf_printf(&note, "group of %u", (unsigned)members);
    }
    for (size_t i = 0; i < node->tag_count; i++) {
        strbuf_printf(&note, "%s#%.*s", note.len ? " " : "", SV_ARG(node->tags[i]));
    }
    StrView kept = arena_copy(&maker->graph->arena, strbuf_view(&note));
    maker->failed |= note.failed || !kept.data;
    strbuf_release(&note);
    return kept.data ? cut_text(maker, kept, GRAPH_TITLE_CHARS) : SV("");
}

static void add_nodes(GraphMaker *maker)
{
    const YarnOutline *outline = maker->outline;
    Graph *graph = maker->graph;
    uint32_t *members = ARENA_ARRAY(&graph->arena, uint32_t, outline->node_count + 1);
    if (!members) {
        maker->failed = true;
        return;
    }
    for (uint32_t i = 0; i < outline->node_count; i++) {
        members[outline->nodes[i].first]++;
    }
    for (uint32_t i = 0; i < outline->node_count && !maker->failed; i++) {
        const YarnOutlineNode *node = &outline->nodes[i];
        if (node->first != i) {
            maker->node_of[i] = maker->node_of[node->first];
            continue;
        }
        maker->node_of[i] = graph->node_count;
        graph->nodes[graph->node_count++] =
            (GraphNode){ .title = cut_text(maker, node->title, GRAPH_TITLE_CHARS),
                         .note = make_note(maker, node, members[i]) };
    }
}

static void add_label(GraphMaker *maker, GraphEdge *edge, StrView option)
{
    StrView label = cut_text(maker, option, GRAPH_LABEL_CHARS);
    for (uint32_t i = 0; i < edge->label_count; i++) {
        if (strview_equal(edge->labels[i], label)) {
            return;
        }
    }
    if (edge->option_count++ < GRAPH_LABELS_MAX) {
        edge->labels[edge->label_count++] = label;
        return;
    }
    char more[32];
    int len = snprintf(more, sizeof more, "… %u more", (unsigned)(edge->option_count - GRAPH_LABELS_MAX));
    edge->labels[GRAPH_LABELS_MAX] = arena_copy(&maker->graph->arena, (StrView){ more, (size_t)len });
    maker->failed |= !edge->labels[GRAPH_LABELS_MAX].data;
    edge->label_count = GRAPH_LABELS_MAX + 1;
}

static uint32_t any_node(GraphMaker *maker)
{
    Graph *graph = maker->graph;
    if (graph->node_count == 0 || !graph->nodes[graph->node_count - 1].is_any) {
        graph->nodes[graph->node_count++] = (GraphNode){ .title = SV("?"), .note = SV(""), .is_any = true };
    }
    return graph->node_count - 1;
}

/* Jumps that differ only in their option are one edge with several labels. */
static void add_edges(GraphMaker *maker)
{
    Graph *graph = maker->graph;
    NameMap known = { 0 };
    for (size_t i = 0; i < maker->outline->jump_count && !maker->failed; i++) {
        const YarnOutlineJump *jump = &maker->outline->jumps[i];
        if (!jump->is_computed && jump->to == YARN_OUTLINE_NONE) {
            continue;
        }
        GraphEdge made = { .from = maker->node_of[jump->from],
                           .to = jump->is_computed ? any_node(maker) : maker->node_of[jump->to],
                           .kind = jump->is_computed ? GRAPH_COMPUTED
                                   : jump->is_detour ? GRAPH_DETOUR
                                                     : GRAPH_JUMP };
        uint32_t words[3] = { made.from, made.to, (uint32_t)made.kind };
        StrView key = arena_copy(&graph->arena, (StrView){ (const char *)words, sizeof words });
        uint32_t at = key.data ? names_add(&known, &graph->arena, key, graph->edge_count) : NAME_NONE;
        if (at == NAME_NONE) {
            maker->failed = true;
            return;
        }
        if (at == graph->edge_count) {
            graph->edges[graph->edge_count++] = made;
        }
        if (jump->option.len) {
            add_label(maker, &graph->edges[at], jump->option);
        }
    }
}

static void mark_entries(GraphMaker *maker, const StrView *entries, size_t entry_count)
{
    const YarnOutline *outline = maker->outline;
    GraphNode *nodes = maker->graph->nodes;
    bool is_marked = false;
    for (size_t i = 0; i < entry_count; i++) {
        uint32_t index = yarn_outline_find_node(outline, entries[i]);
        if (index != YARN_OUTLINE_NONE) {
            nodes[maker->node_of[index]].is_entry = is_marked = true;
        }
    }
    uint32_t start = yarn_outline_find_node(outline, SV("Start"));
    if (!is_marked && start != YARN_OUTLINE_NONE) {
        nodes[maker->node_of[start]].is_entry = is_marked = true;
    }
    for (uint32_t i = 0; !is_marked && i < outline->node_count; i++) {
        if (i == 0 || outline->nodes[i].span.source != outline->nodes[i - 1].span.source) {
            nodes[maker->node_of[i]].is_entry = true;
        }
    }
}

/* What a jump can lead to from an entry. A computed one may lead anywhere. */
static void mark_reached(GraphMaker *maker)
{
    Graph *graph = maker->graph;
    size_t count = graph->node_count;
    uint32_t *starts =
        ARENA_ARRAY(&graph->arena, uint32_t, count + 2); /* of each node's edges in `targets` */
    uint32_t *targets = ARENA_ARRAY(&graph->arena, uint32_t, graph->edge_count + 1);
    uint32_t *stack = ARENA_ARRAY(&graph->arena, uint32_t, count + 1);
    if (!starts || !targets || !stack) {
        maker->failed = true;
        return;
    }
    for (uint32_t i = 0; i < graph->edge_count; i++) {
        starts[graph->edges[i].from + 2]++;
    }
    for (size_t i = 2; i < count + 2; i++) {
        starts[i] += starts[i - 1];
    }
    for (uint32_t i = 0; i < graph->edge_count; i++) {
        targets[starts[graph->edges[i].from + 1]++] = graph->edges[i].to;
    }
    size_t depth = 0;
    bool is_any_reached = false;
    for (uint32_t i = 0; i < count; i++) {
        if (graph->nodes[i].is_entry) {
            graph->nodes[i].is_reached = true;
            stack[depth++] = i;
        }
    }
    while (depth) {
        uint32_t at = stack[--depth];
        is_any_reached |= graph->nodes[at].is_any;
        for (uint32_t i = starts[at]; i < starts[at + 1]; i++) {
            GraphNode *node = &graph->nodes[targets[i]];
            if (!node->is_reached) {
                node->is_reached = true;
                stack[depth++] = targets[i];
            }
        }
    }
    for (uint32_t i = 0; is_any_reached && i < count; i++) {
        graph->nodes[i].is_reached = true;
    }
}

bool graph_init(Graph *graph, const Allocator *alloc, const YarnOutline *outline, const StrView *entries,
                size_t entry_count)
{
    *graph = (Graph){ 0 };
    arena_init(&graph->arena, alloc, 16 * 1024);
    GraphMaker maker = { .graph = graph, .outline = outline };
    graph->nodes = ARENA_ARRAY(&graph->arena, GraphNode, outline->node_count + 1);
    graph->edges = ARENA_ARRAY(&graph->arena, GraphEdge, outline->jump_count + 1);
    maker.node_of = ARENA_ARRAY(&graph->arena, uint32_t, outline->node_count + 1);
    maker.failed = !graph->nodes || !graph->edges || !maker.node_of;
    if (!maker.failed) {
        add_nodes(&maker);
    }
    if (!maker.failed) {
        add_edges(&maker);
        mark_entries(&maker, entries, entry_count);
        mark_reached(&maker);
    }
    return !maker.failed;
}

void graph_release(Graph *graph)
{
    arena_release(&graph->arena);
}
