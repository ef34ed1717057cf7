#include "program_internal.h"

void yarn_program_destroy(YarnProgram *program)
{
    if (program) {
        arena_release(&program->arena);
        alloc_free(program->alloc, program, sizeof *program);
    }
}

uint64_t yarn_program_hash(const YarnProgram *program)
{
    return program->hash;
}

YarnPlace program_place(const YarnProgram *program, uint32_t code)
{
    uint32_t from = 0;
    uint32_t to = program->mark_count;
    while (to - from > 1) {
        uint32_t middle = from + (to - from) / 2;
        if (program->marks[middle].code <= code) {
            from = middle;
        } else {
            to = middle;
        }
    }
    if (program->mark_count == 0) {
        return (YarnPlace){ SV(""), 0, 0 };
    }
    const PlaceMark *mark = &program->marks[from];
    return (YarnPlace){ program->file_names[mark->file], mark->line, mark->column };
}

uint32_t program_find_node(const YarnProgram *program, StrView title)
{
    return names_find(&program->node_names, title);
}

uint32_t program_find_once(const YarnProgram *program, StrView key)
{
    return names_find(&program->once_names, key);
}

size_t yarn_program_node_count(const YarnProgram *program)
{
    return program->public_count;
}

YarnNodeInfo yarn_program_node(const YarnProgram *program, size_t index)
{
    return (YarnNodeInfo){ program->nodes[index].title, program->nodes[index].place };
}

bool yarn_program_has_node(const YarnProgram *program, StrView title)
{
    return program_find_node(program, title) != NAME_NONE;
}

StrView yarn_program_header(const YarnProgram *program, StrView title, StrView key)
{
    uint32_t index = program_find_node(program, title);
    if (index != NAME_NONE) {
        const NodeRecord *node = &program->nodes[index];
        for (uint32_t i = 0; i < node->header_count; i++) {
            const HeaderRecord *header = &program->headers[node->first_header + i];
            if (strview_equal(header->key, key)) {
                return header->value;
            }
        }
    }
    return SV("");
}

size_t yarn_program_line_count(const YarnProgram *program)
{
    return program->line_count;
}

YarnLineInfo yarn_program_line(const YarnProgram *program, size_t index)
{
    return program->lines[index];
}

bool yarn_program_find_line(const YarnProgram *program, StrView id, YarnLineInfo *line)
{
    uint32_t index = names_find(&program->line_ids, id);
    if (index == NAME_NONE) {
        return false;
    }
    *line = program->lines[index];
    return true;
}

size_t yarn_program_command_count(const YarnProgram *program)
{
    return program->command_count;
}

YarnCommandInfo yarn_program_command(const YarnProgram *program, size_t index)
{
    return program->commands[index];
}

size_t yarn_program_file_tag_count(const YarnProgram *program)
{
    return program->file_tag_count;
}

YarnFileTag yarn_program_file_tag(const YarnProgram *program, size_t index)
{
    return program->file_tags[index];
}

/* The first variable is the emitter's own. */
size_t yarn_program_variable_count(const YarnProgram *program)
{
    return program->variable_count - (program->variable_count > 0);
}

StrView yarn_program_variable(const YarnProgram *program, size_t index)
{
    return program->variables[index + 1].name;
}

size_t yarn_program_inferred_count(const YarnProgram *program)
{
    return program->inferred_count;
}

YarnInferred yarn_program_inferred(const YarnProgram *program, size_t index)
{
    const InferredRecord *inferred = &program->inferred[index];
    return (YarnInferred){ inferred->name, inferred->result, inferred->param_count };
}

bool yarn_line_has_tag(const YarnLineInfo *line, StrView tag)
{
    if (line->is_last_before_options && strview_equal(tag, SV("lastline"))) {
        return true;
    }
    for (uint32_t i = 0; i < line->tag_count; i++) {
        if (strview_equal(line->tags[i], tag)) {
            return true;
        }
    }
    return false;
}

StrView yarn_line_tag_value(const YarnLineInfo *line, StrView prefix)
{
    for (uint32_t i = 0; i < line->tag_count; i++) {
        StrView tag = line->tags[i];
        if (strview_starts_with(tag, prefix) && tag.len > prefix.len && tag.data[prefix.len] == ':') {
            return strview_slice(tag, prefix.len + 1, tag.len);
        }
    }
    return SV("");
}
