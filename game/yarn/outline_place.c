/* Where the cells of a layout stand: first the order in each row (barycentre sweeps),
 * then the places, each as near to its neighbours' mean as the row allows. */
#include "outline_graph_internal.h"

#include <stdlib.h>

enum { ORDER_SWEEPS = 24, PLACE_SWEEPS = 24, CELL_GAP = 18, LAYER_GAP = 24, MARGIN = 24 };

/* Neighbours of each cell in the rows above and below. */
typedef struct Neighbours {
    uint32_t *starts; /* 2 * cell + (is below) -> in `cells` */
    uint32_t *cells;
} Neighbours;

/* Cells that stand side by side because there is no more room between them. */
typedef struct PlaceBlock {
    double sum; /* of the places wanted for its left edge */
    double width;
    uint32_t count, first;
} PlaceBlock;

typedef struct PlaceMaker {
    Layout *layout;
    Neighbours near;
    PlaceBlock *blocks;   /* room for one row */
    double *wanted;       /* of each cell */
    uint32_t *sort_space; /* room for one row */
} PlaceMaker;

static void count_link(const Layout *layout, uint32_t *starts, uint32_t upper, uint32_t lower)
{
    (void)layout;
    starts[2 * upper + 1 + 2]++;
    starts[2 * lower + 2]++;
}

static bool find_neighbours(PlaceMaker *maker)
{
    Layout *layout = maker->layout;
    size_t links = 0, slots = 2 * (size_t)layout->cell_count;
    uint32_t *starts = ARENA_ARRAY(layout->arena, uint32_t, slots + 3);
    if (!starts) {
        return false;
    }
    for (uint32_t i = 0; i < layout->graph->edge_count; i++) {
        const LayoutEdge *edge = &layout->edges[i];
        for (uint32_t j = 1; j < edge->count; j++, links++) {
            count_link(layout, starts, layout->path[edge->first + j - 1], layout->path[edge->first + j]);
        }
    }
    for (size_t i = 2; i < slots + 2; i++) {
        starts[i] += starts[i - 1];
    }
    uint32_t *cells = ARENA_ARRAY(layout->arena, uint32_t, 2 * links + 1);
    for (uint32_t i = 0; cells && i < layout->graph->edge_count; i++) {
        const LayoutEdge *edge = &layout->edges[i];
        for (uint32_t j = 1; j < edge->count; j++) {
            uint32_t upper = layout->path[edge->first + j - 1], lower = layout->path[edge->first + j];
            cells[starts[2 * upper + 1 + 1]++] = lower;
            cells[starts[2 * lower + 1]++] = upper;
        }
    }
    maker->near = (Neighbours){ starts, cells };
    return cells != NULL;
}

/* The mean of a cell's neighbours on the sides asked for; its own place without any. */
static double mean_of(const PlaceMaker *maker, uint32_t cell, bool above, bool below, bool is_order)
{
    const Layout *layout = maker->layout;
    uint32_t from = maker->near.starts[2 * cell + (above ? 0 : 1)];
    uint32_t to = maker->near.starts[2 * cell + (below ? 2 : 1)];
    double sum = 0;
    for (uint32_t i = from; i < to; i++) {
        const LayoutCell *other = &layout->cells[maker->near.cells[i]];
        sum += is_order ? (double)other->order : other->x;
    }
    const LayoutCell *own = &layout->cells[cell];
    return to > from ? sum / (double)(to - from) : is_order ? (double)own->order : own->x;
}

/* Stable merge sort of a row by `wanted`; qsort would differ between C libraries. */
static void sort_row(PlaceMaker *maker, uint32_t *row, uint32_t count)
{
    const double *wanted = maker->wanted;
    uint32_t *from = row, *to = maker->sort_space;
    for (uint32_t step = 1; step < count; step *= 2) {
        for (uint32_t start = 0; start < count; start += 2 * step) {
            uint32_t middle = start + step < count ? start + step : count;
            uint32_t end = start + 2 * step < count ? start + 2 * step : count;
            uint32_t left = start, right = middle;
            for (uint32_t i = start; i < end; i++) {
                bool takes_left =
                    left < middle && (right >= end || wanted[from[left]] <= wanted[from[right]]);
                to[i] = takes_left ? from[left++] : from[right++];
            }
        }
        uint32_t *swapped = from;
        from = to;
        to = swapped;
    }
    for (uint32_t i = 0; from != row && i < count; i++) {
        row[i] = from[i];
    }
}

static void order_row(PlaceMaker *maker, uint32_t layer, bool by_above)
{
    Layout *layout = maker->layout;
    uint32_t *row = layout->layers[layer], count = layout->layer_sizes[layer];
    for (uint32_t i = 0; i < count; i++) {
        maker->wanted[row[i]] = mean_of(maker, row[i], by_above, !by_above, true);
    }
    sort_row(maker, row, count);
    for (uint32_t i = 0; i < count; i++) {
        layout->cells[row[i]].order = i;
    }
}

/* Least squares under "left to right with gaps": blocks that would overlap become one,
 * which stands at the mean of what its cells want (pool adjacent violators). */
static void place_row(PlaceMaker *maker, uint32_t layer, bool above, bool below)
{
    Layout *layout = maker->layout;
    const uint32_t *row = layout->layers[layer];
    uint32_t block_count = 0;
    for (uint32_t i = 0; i < layout->layer_sizes[layer]; i++) {
        const LayoutCell *cell = &layout->cells[row[i]];
        double left = mean_of(maker, row[i], above, below, false) - cell->width / 2;
        PlaceBlock block = { left, cell->width + CELL_GAP, 1, i };
        while (block_count) {
            const PlaceBlock *last = &maker->blocks[block_count - 1];
            if (last->sum / last->count + last->width <= block.sum / block.count) {
                break;
            }
            block = (PlaceBlock){ last->sum + block.sum - last->width * block.count,
                                  last->width + block.width, last->count + block.count, last->first };
            block_count--;
        }
        maker->blocks[block_count++] = block;
    }
    for (uint32_t i = 0; i < block_count; i++) {
        const PlaceBlock *block = &maker->blocks[i];
        double left = block->sum / block->count;
        for (uint32_t j = block->first; j < block->first + block->count; j++) {
            LayoutCell *cell = &layout->cells[row[j]];
            cell->x = left + cell->width / 2;
            left += cell->width + CELL_GAP;
        }
    }
}

/* A first guess: each row packed, and its middle at 0. */
static void pack_rows(Layout *layout)
{
    for (uint32_t layer = 0; layer < layout->layer_count; layer++) {
        double width = 0;
        for (uint32_t i = 0; i < layout->layer_sizes[layer]; i++) {
            width += layout->cells[layout->layers[layer][i]].width + CELL_GAP;
        }
        double left = -width / 2;
        for (uint32_t i = 0; i < layout->layer_sizes[layer]; i++) {
            LayoutCell *cell = &layout->cells[layout->layers[layer][i]];
            cell->x = left + cell->width / 2;
            left += cell->width + CELL_GAP;
        }
    }
}

static void place_rows_down(Layout *layout)
{
    double y = MARGIN;
    for (uint32_t layer = 0; layer < layout->layer_count; layer++) {
        double height = 0;
        for (uint32_t i = 0; i < layout->layer_sizes[layer]; i++) {
            const LayoutCell *cell = &layout->cells[layout->layers[layer][i]];
            height = height < cell->height ? cell->height : height;
        }
        for (uint32_t i = 0; i < layout->layer_sizes[layer]; i++) {
            layout->cells[layout->layers[layer][i]].y = y + height / 2;
        }
        y += height + (layer + 1 < layout->layer_count ? LAYER_GAP : 0);
    }
    layout->height = y + MARGIN;
}

static void move_to_corner(Layout *layout)
{
    double left = 0, right = 0;
    for (uint32_t i = 0; i < layout->cell_count; i++) {
        const LayoutCell *cell = &layout->cells[i];
        double from = cell->x - cell->width / 2, to = cell->x + cell->width / 2;
        left = i == 0 || from < left ? from : left;
        right = i == 0 || to > right ? to : right;
    }
    for (uint32_t i = 0; i < layout->cell_count; i++) {
        layout->cells[i].x += MARGIN - left;
    }
    layout->width = right - left + 2 * MARGIN + 40; /* an edge of a node to itself stands at its right */
}

bool layout_places(Layout *layout)
{
    PlaceMaker maker = { .layout = layout };
    size_t most = (size_t)layout->cell_count + 1;
    maker.blocks = ARENA_ARRAY(layout->arena, PlaceBlock, most);
    maker.wanted = ARENA_ARRAY(layout->arena, double, most);
    maker.sort_space = ARENA_ARRAY(layout->arena, uint32_t, most);
    if (!maker.blocks || !maker.wanted || !maker.sort_space || !find_neighbours(&maker)) {
        return false;
    }
    for (uint32_t sweep = 0; sweep < ORDER_SWEEPS; sweep++) {
        bool is_down = sweep % 2 == 0;
        for (uint32_t i = 0; i < layout->layer_count; i++) {
            order_row(&maker, is_down ? i : layout->layer_count - 1 - i, is_down);
        }
    }
    pack_rows(layout);
    for (uint32_t sweep = 0; sweep < PLACE_SWEEPS; sweep++) {
        bool is_down = sweep % 2 == 0, is_last = sweep + 4 >= PLACE_SWEEPS;
        for (uint32_t i = 0; i < layout->layer_count; i++) {
            place_row(&maker, is_down ? i : layout->layer_count - 1 - i, is_down || is_last,
                      !is_down || is_last);
        }
    }
    place_rows_down(layout);
    move_to_corner(layout);
    return true;
}
