#include "outline_graph_internal.h"
#include "sango/base/utf8.h"

#include <math.h>

enum { CORNER = 9, LINE_STEP = 15 };

static void append_xml(StrBuf *out, StrView text)
{
    uint32_t cp;
    while (utf8_take(&text, &cp, NULL)) {
        switch (cp) {
        case '&':
            strbuf_append(out, SV("&amp;"));
            break;
        case '<':
            strbuf_append(out, SV("&lt;"));
            break;
        case '>':
            strbuf_append(out, SV("&gt;"));
            break;
        case '"':
            strbuf_append(out, SV("&quot;"));
            break;
        default: /* XML allows no control characters */
            strbuf_codepoint(out,
                             cp < 0x20 || cp == 0x7F || cp == 0xFFFE || cp == 0xFFFF ? UTF8_REPLACEMENT : cp);
        }
    }
}

/* A number with one decimal place, whatever the locale's decimal point is. */
static void append_px(StrBuf *out, double px)
{
    long tenths = lround(px * 10);
    unsigned long size = tenths < 0 ? (unsigned long)-tenths : (unsigned long)tenths;
    strbuf_printf(out, "%s%lu", tenths < 0 ? "-" : "", size / 10);
    if (size % 10) {
        strbuf_printf(out, ".%lu", size % 10);
    }
}

static void append_pair(StrBuf *out, const char *before, double x, double y)
{
    strbuf_append(out, strview_from_cstr(before));
    append_px(out, x);
    strbuf_char(out, ' ');
    append_px(out, y);
}

static void append_rect(StrBuf *out, const char *kind, const LayoutCell *cell)
{
    strbuf_printf(out, "<rect class=\"%s\" x=\"", kind);
    append_px(out, cell->x - cell->width / 2);
    strbuf_append(out, SV("\" y=\""));
    append_px(out, cell->y - cell->height / 2);
    strbuf_append(out, SV("\" width=\""));
    append_px(out, cell->width);
    strbuf_append(out, SV("\" height=\""));
    append_px(out, cell->height);
    strbuf_printf(out, "\" rx=\"%d\"/>", CORNER);
}

static void append_text(StrBuf *out, const char *kind, double x, double y, StrView text)
{
    strbuf_printf(out, "<text class=\"%s\" x=\"", kind);
    append_px(out, x);
    strbuf_append(out, SV("\" y=\""));
    append_px(out, y);
    strbuf_append(out, SV("\">"));
    append_xml(out, text);
    strbuf_append(out, SV("</text>"));
}

static void write_node(StrBuf *out, const GraphNode *node, const LayoutCell *cell)
{
    const char *kind = node->is_any       ? "node any"
                       : node->is_entry   ? "node entry"
                       : node->is_reached ? "node"
                                          : "node lost";
    strbuf_append(out, node->is_reached ? SV("<g>") : SV("<g class=\"lost\">"));
    append_rect(out, kind, cell);
    append_text(out, "title", cell->x, cell->y + (node->note.len ? -3 : 5), node->title);
    if (node->note.len) {
        append_text(out, "note", cell->x, cell->y + 15, node->note);
    }
    strbuf_append(out, SV("</g>\n"));
}

/* From the lower side of one cell to the upper side of the next, upright at both ends. */
static void append_curve(StrBuf *out, double x0, double y0, double x1, double y1)
{
    double middle = (y0 + y1) / 2;
    append_pair(out, " C", x0, middle);
    append_pair(out, " ", x1, middle);
    append_pair(out, " ", x1, y1);
}

static void append_path(StrBuf *out, const Layout *layout, const LayoutEdge *edge)
{
    const uint32_t *path = layout->path + edge->first;
    double x = 0, y = 0;
    for (uint32_t i = 0; i < edge->count; i++) {
        const LayoutCell *cell = &layout->cells[path[edge->is_upward ? edge->count - 1 - i : i]];
        double half = edge->is_upward ? -cell->height / 2 : cell->height / 2;
        bool is_last = i + 1 == edge->count;
        double gap = is_last ? (edge->is_upward ? 8 : -8) : 0; /* the head of the arrow */
        if (i == 0) {
            append_pair(out, "M", cell->x, cell->y + half);
        } else {
            append_curve(out, x, y, cell->x, cell->y - half + gap);
            if (!is_last && cell->height > 0) {
                append_pair(out, " L", cell->x, cell->y + half);
            }
        }
        x = cell->x;
        y = cell->y + half;
    }
}

/* A loop at the right side of a node. */
static void append_loop(StrBuf *out, const LayoutCell *cell)
{
    double right = cell->x + cell->width / 2;
    append_pair(out, "M", right, cell->y - 8);
    append_pair(out, " C", right + 34, cell->y - 18);
    append_pair(out, " ", right + 34, cell->y + 18);
    append_pair(out, " ", right + 8, cell->y + 8);
}

static void write_edge(StrBuf *out, const Layout *layout, uint32_t index)
{
    static const char *const kinds[] = { "jump", "detour", "computed" };
    const GraphEdge *edge = &layout->graph->edges[index];
    bool is_lost = !layout->graph->nodes[edge->from].is_reached;
    strbuf_printf(out, "<path class=\"edge %s\" marker-end=\"url(#%s)\" d=\"",
                  is_lost ? "far" : kinds[edge->kind], is_lost ? "far" : kinds[edge->kind]);
    if (edge->from == edge->to) {
        append_loop(out, &layout->cells[edge->from]);
    } else {
        append_path(out, layout, &layout->edges[index]);
    }
    strbuf_append(out, SV("\"/>\n"));
}

static void write_label(StrBuf *out, const Layout *layout, uint32_t index)
{
    const GraphEdge *edge = &layout->graph->edges[index];
    uint32_t place = layout->edges[index].label;
    if (edge->label_count == 0 || place == YARN_OUTLINE_NONE) {
        return;
    }
    const LayoutCell *cell = &layout->cells[place];
    append_rect(out, "label", cell);
    for (uint32_t i = 0; i < edge->label_count; i++) {
        append_text(out, "option", cell->x, cell->y - cell->height / 2 + 13 + i * LINE_STEP, edge->labels[i]);
    }
    strbuf_char(out, '\n');
}

static void write_head(StrBuf *out, const Layout *layout)
{
    static const char *const heads[][2] = {
        { "jump", "#4A3F86" }, { "detour", "#2C7BD6" }, { "computed", "#DD4A50" }, { "far", "#AAAAAA" }
    };
    strbuf_append(out, SV("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""));
    append_px(out, layout->width);
    strbuf_append(out, SV("\" height=\""));
    append_px(out, layout->height);
    append_pair(out, "\" viewBox=\"0 0 ", layout->width, layout->height);
    strbuf_append(out, SV("\">\n<style>\n"
                          "text { font-family: sans-serif; fill: #2A2257; text-anchor: middle }\n"
                          ".title { font-size: 14px; font-weight: bold }\n"
                          ".note, .option { font-size: 11px }\n"
                          ".node { fill: #FFF6E6; stroke: #5A3FB0; stroke-width: 1.5 }\n"
                          ".entry { fill: #FFC83D; stroke: #2A2257; stroke-width: 3 }\n"
                          ".any { fill: #FFFFFF; stroke: #DD4A50; stroke-dasharray: 2 3 }\n"
                          ".lost { fill: #EEEEEE; stroke: #AAAAAA }\n"
                          ".lost text { fill: #6B6B6B; stroke: none }\n"
                          ".label { fill: #FFFFFF; stroke: #D9BFA0 }\n"
                          ".edge { fill: none; stroke-width: 1.5 }\n"
                          ".jump { stroke: #4A3F86 }\n"
                          ".detour { stroke: #2C7BD6; stroke-dasharray: 6 4 }\n"
                          ".computed { stroke: #DD4A50; stroke-dasharray: 2 3 }\n"
                          ".far { stroke: #AAAAAA }\n"
                          "</style>\n<defs>\n"));
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        strbuf_printf(
            out,
            "<marker id=\"%s\" viewBox=\"0 0 10 10\" refX=\"1\" refY=\"5\" markerWidth=\"6\" "
            "markerHeight=\"6\" orient=\"auto\"><path d=\"M0 0 L10 5 L0 10 z\" fill=\"%s\"/></marker>\n",
            heads[i][0], heads[i][1]);
    }
    strbuf_append(out, SV("</defs>\n<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n"));
}

void yarn_outline_write_svg(const YarnOutline *outline, const StrView *entries, size_t entry_count,
                            StrBuf *out)
{
    Graph graph;
    Layout layout;
    if (graph_init(&graph, out->alloc, outline, entries, entry_count) && layout_make(&layout, &graph)) {
        write_head(out, &layout);
        for (uint32_t i = 0; i < graph.edge_count; i++) {
            write_edge(out, &layout, i);
        }
        for (uint32_t i = 0; i < graph.edge_count; i++) {
            write_label(out, &layout, i);
        }
        for (uint32_t i = 0; i < graph.node_count; i++) {
            write_node(out, &graph.nodes[i], &layout.cells[i]);
        }
        strbuf_append(out, SV("</svg>\n"));
    } else {
        out->failed = true;
    }
    graph_release(&graph);
}
