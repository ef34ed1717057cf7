#include "program_internal.h"
#include "sango/yarn/format.h"

static bool same_line(const YarnLineInfo *a, const YarnLineInfo *b)
{
    bool is_same = strview_equal(a->id, b->id) && strview_equal(a->text, b->text) &&
                   strview_equal(a->speaker, b->speaker) && strview_equal(a->node, b->node) &&
                   a->tag_count == b->tag_count && a->has_explicit_id == b->has_explicit_id &&
                   a->is_option == b->is_option && a->value_count == b->value_count;
    for (size_t i = 0; is_same && i < a->tag_count; i++) {
        is_same = strview_equal(a->tags[i], b->tags[i]);
    }
    return is_same;
}

static bool same_node(const YarnProgram *a, const YarnProgram *b, uint32_t index)
{
    const NodeRecord *left = &a->nodes[index], *right = &b->nodes[index];
    bool is_same = strview_equal(left->title, right->title) && left->header_count == right->header_count &&
                   left->tracked == right->tracked && left->is_hidden == right->is_hidden;
    for (uint32_t i = 0; is_same && i < left->header_count; i++) {
        const HeaderRecord *mine = &a->headers[left->first_header + i],
                           *theirs = &b->headers[right->first_header + i];
        is_same = strview_equal(mine->key, theirs->key) && strview_equal(mine->value, theirs->value);
    }
    return is_same;
}

bool yarn_program_same(const YarnProgram *a, const YarnProgram *b)
{
    bool is_same = a->hash == b->hash && a->line_count == b->line_count &&
                   a->command_count == b->command_count && a->node_count == b->node_count &&
                   a->public_count == b->public_count && a->once_count == b->once_count;
    for (uint32_t i = 0; is_same && i < a->line_count; i++) {
        is_same = same_line(&a->lines[i], &b->lines[i]);
    }
    for (uint32_t i = 0; is_same && i < a->command_count; i++) {
        is_same = strview_equal(a->commands[i].text, b->commands[i].text) &&
                  strview_equal(a->commands[i].node, b->commands[i].node);
    }
    for (uint32_t i = 0; is_same && i < a->node_count; i++) {
        is_same = same_node(a, b, i);
    }
    for (uint32_t i = 0; is_same && i < a->once_count; i++) {
        is_same = strview_equal(a->once_keys[i], b->once_keys[i]);
    }
    return is_same;
}
