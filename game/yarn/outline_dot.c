#include "outline_graph_internal.h"
#include "sango/base/utf8.h"

/* Inside "quotes": Graphviz reads \escapes and &entities; in the end it must be XML. */
static void append_escaped(StrBuf *out, StrView text)
{
    uint32_t cp;
    while (utf8_take(&text, &cp, NULL)) {
        if (cp == '"' || cp == '\\') {
            strbuf_char(out, '\\');
        }
        if (cp == '&') {
            strbuf_append(out, SV("&amp;"));
        } else {
            strbuf_codepoint(out,
                             cp < 0x20 || cp == 0x7F || cp == 0xFFFE || cp == 0xFFFF ? UTF8_REPLACEMENT : cp);
        }
    }
}

static void write_node(StrBuf *out, uint32_t index, const GraphNode *node)
{
    strbuf_printf(out, "    n%u [label=\"", (unsigned)index);
    append_escaped(out, node->title);
    if (node->note.len) {
        strbuf_append(out, SV("\\n"));
        append_escaped(out, node->note);
    }
    strbuf_append(out, SV("\""));
    if (node->is_any) {
        strbuf_append(out, SV(", shape=circle, style=dotted"));
    } else if (node->is_entry) {
        strbuf_append(out, SV(", fillcolor=\"#FFC83D\", penwidth=3"));
    } else if (!node->is_reached) {
        strbuf_append(out, SV(", fillcolor=\"#EEEEEE\", color=\"#AAAAAA\", fontcolor=\"#6B6B6B\""));
    }
    strbuf_append(out, SV("];\n"));
}

static void write_edge(StrBuf *out, const Graph *graph, const GraphEdge *edge)
{
    static const char *const styles[] = { "solid", "dashed", "dotted" };
    strbuf_printf(out, "    n%u -> n%u [style=%s", (unsigned)edge->from, (unsigned)edge->to,
                  styles[edge->kind]);
    if (edge->label_count) {
        strbuf_append(out, SV(", label=\""));
        for (uint32_t i = 0; i < edge->label_count; i++) {
            strbuf_append(out, i ? SV("\\n") : SV(""));
            append_escaped(out, edge->labels[i]);
        }
        strbuf_char(out, '"');
    }
    if (!graph->nodes[edge->from].is_reached) {
        strbuf_append(out, SV(", color=\"#AAAAAA\", fontcolor=\"#6B6B6B\""));
    }
    strbuf_append(out, SV("];\n"));
}

void yarn_outline_write_dot(const YarnOutline *outline, const StrView *entries, size_t entry_count,
                            StrBuf *out)
{
    Graph graph;
    if (graph_init(&graph, out->alloc, outline, entries, entry_count)) {
        strbuf_append(out, SV("digraph story {\n"
                              "    node [shape=box, style=\"rounded,filled\", fillcolor=\"#FFF6E6\", "
                              "color=\"#5A3FB0\", fontcolor=\"#2A2257\", fontname=\"sans-serif\"];\n"
                              "    edge [color=\"#4A3F86\", fontcolor=\"#2A2257\", fontname=\"sans-serif\", "
                              "fontsize=10];\n"));
        for (uint32_t i = 0; i < graph.node_count; i++) {
            write_node(out, i, &graph.nodes[i]);
        }
        for (uint32_t i = 0; i < graph.edge_count; i++) {
            write_edge(out, &graph, &graph.edges[i]);
        }
        strbuf_append(out, SV("}\n"));
    } else {
        out->failed = true;
    }
    graph_release(&graph);
}
