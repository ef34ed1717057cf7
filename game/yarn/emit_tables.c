#include "emit_internal.h"
#include "speaker_internal.h"

/* CRC-32 (ISO 3309), as upstream uses for lines without an id. */
static uint32_t crc32_of(StrView text)
{
    uint32_t crc = 0xFFFFFFFFu;
    for (size_t i = 0; i < text.len; i++) {
        crc ^= (unsigned char)text.data[i];
        for (int bit = 0; bit < 8; bit++) {
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
        }
    }
    return ~crc;
}

/* An id from file, node and count. It changes when lines are added: the linter asks
 * for explicit ones. */
static StrView make_id(Emitter *emitter, const LineNode *line, uint32_t *count)
{
    Compiler *compiler = emitter->compiler;
    YarnProgram *program = emitter->program;
    for (;;) {
        StrView place =
            compile_format(compiler, "%.*s-%.*s-%u", SV_ARG(compiler->sources[line->pos.file].name),
                           SV_ARG(line->node), (unsigned)(*count)++);
        StrView id = compile_format(compiler, "%08x", (unsigned)crc32_of(place));
        uint32_t found = names_add(&program->line_ids, &program->arena, id, line->index);
        if (found == NAME_NONE) {
            compile_set_nomem(compiler);
        }
        if (found == line->index || compile_is_over(compiler)) {
            return id;
        }
    }
}

static void emit_lines(Emitter *emitter)
{
    Compiler *compiler = emitter->compiler;
    YarnProgram *program = emitter->program;
    program->lines = ARENA_ARRAY(&program->arena, YarnLineInfo, compiler->line_count + 1);
    program->line_codes = ARENA_ARRAY(&program->arena, uint32_t, compiler->line_count + 1);
    if (!program->lines || !program->line_codes) {
        compile_set_nomem(compiler);
        return;
    }
    program->line_count = compiler->line_count;
    /* Nodes of one title count on: their lines have ids of their own. */
    uint32_t *counts = ARENA_ARRAY(&compiler->work, uint32_t, (size_t)compiler->node_count + 1);
    if (!counts) {
        compile_set_nomem(compiler);
        return;
    }
    uint32_t *count = counts;
    const char *node = NULL;
    for (const LineNode *line = compiler->lines; line && !compile_is_over(compiler); line = line->next) {
        if (line->node.data != node) {
            node = line->node.data;
            count = &counts[names_find(&compiler->node_names, line->node)];
        }
        program->lines[line->index] = (YarnLineInfo){
            .id = line->id.len ? line->id : make_id(emitter, line, count),
            .text = line->content.text,
            .speaker = speaker_name(line->content.text),
            .node = line->node,
            .place = compile_place(compiler, line->pos),
            .tags = line->tags,
            .tag_count = (uint16_t)line->tag_count,
            .shadow = line->shadow,
            .has_explicit_id = line->id.len > 0,
            .is_option = line->is_option,
            .is_last_before_options = line->is_last,
            .value_count = (uint8_t)line->content.value_count,
        };
    }
}

static void emit_headers(Emitter *emitter, const StoryNode *node, NodeRecord *record, uint32_t *next)
{
    record->first_header = *next;
    for (const HeaderNode *header = node->headers; header; header = header->next) {
        emitter->program->headers[(*next)++] = (HeaderRecord){ header->key, header->value };
        record->header_count++;
    }
}

/* A member of a group is reached through a hub, which is made at its first member. */
static bool add_to_hub(Emitter *emitter, uint32_t member, StrView title)
{
    YarnProgram *program = emitter->program;
    uint32_t hub = names_add(&program->node_names, &program->arena, title, program->node_count);
    if (hub == NAME_NONE) {
        compile_set_nomem(emitter->compiler);
        return false;
    }
    NodeRecord *record = &program->nodes[member];
    if (hub == program->node_count) {
        program->node_count++;
        program->nodes[hub] = (NodeRecord){ .title = title, .place = record->place, .once_key = NAME_NONE };
    }
    record->is_hidden = true;
    record->hub = hub;
    program->nodes[hub].header_count++; /* members, until emit_hubs() */
    program->nodes[hub].tracked = program->nodes[hub].tracked || record->tracked;
    return true;
}

static void emit_nodes(Emitter *emitter)
{
    Compiler *compiler = emitter->compiler;
    YarnProgram *program = emitter->program;
    uint32_t headers = 0;
    uint32_t index = 0;
    for (const StoryNode *node = compiler->nodes; node; node = node->next) {
        for (const HeaderNode *header = node->headers; header; header = header->next) {
            headers++;
        }
    }
    program->nodes = ARENA_ARRAY(&program->arena, NodeRecord, (size_t)compiler->node_count * 2 + 1);
    program->headers = ARENA_ARRAY(&program->arena, HeaderRecord, (size_t)headers + 1);
    if (!program->nodes || !program->headers) {
        compile_set_nomem(compiler);
        return;
    }
    program->node_count = program->public_count = compiler->node_count;
    headers = 0;
    for (const StoryNode *node = compiler->nodes; node && !compile_is_over(compiler);
         node = node->next, index++) {
        NodeRecord *record = &program->nodes[index];
        *record = (NodeRecord){ .title = node->title,
                                .place = compile_place(compiler, node->pos),
                                .tracked = !node->untracked,
                                .once_key = NAME_NONE };
        emit_headers(emitter, node, record, &headers);
        if (node->whens) {
            (void)add_to_hub(emitter, index, node->title);
        } else if (names_add(&program->node_names, &program->arena, node->title, index) == NAME_NONE) {
            compile_set_nomem(compiler);
        }
        if (node->full_name.len &&
            names_add(&program->node_names, &program->arena, node->full_name, index) == NAME_NONE) {
            compile_set_nomem(compiler);
        }
    }
}

static YarnValue initial_value(Emitter *emitter, const SymbolVariable *variable)
{
    const Compiler *compiler = emitter->compiler;
    if (variable->declaration && !variable->is_smart) {
        return emit_constant(emitter, variable->declaration->value);
    }
    YarnValue value = { .type = types_raw(compiler, variable->type), .as.number = 0 };
    if (value.type == YARN_TYPE_ANY) {
        value.type = YARN_TYPE_BOOL;
    }
    if (value.type == YARN_TYPE_BOOL) {
        value.as.boolean = false;
    }
    if (value.type == YARN_TYPE_STRING) {
        value.as.string = SV("");
    }
    if (types_is_enum(compiler, variable->type)) {
        uint32_t type = types_find(compiler, variable->type);
        const EnumCase *first = compiler->enum_list[type - TYPE_FIRST_ENUM].node->cases;
        return first->raw ? emit_constant(emitter, first->raw) : value;
    }
    return value;
}

static void emit_variables(Emitter *emitter)
{
    Compiler *compiler = emitter->compiler;
    YarnProgram *program = emitter->program;
    program->variables = ARENA_ARRAY(&program->arena, VariableRecord, compiler->variable_count);
    if (!program->variables) {
        compile_set_nomem(compiler);
        return;
    }
    program->variable_count = (uint32_t)compiler->variable_count;
    for (uint32_t i = 0; i < compiler->variable_count; i++) {
        const SymbolVariable *variable = &compiler->variables[i];
        program->variables[i] =
            (VariableRecord){ variable->name, initial_value(emitter, variable), NAME_NONE };
        if (names_add(&program->variable_names, &program->arena, variable->name, i) == NAME_NONE) {
            compile_set_nomem(compiler);
        }
    }
}

void emit_smart_variables(Emitter *emitter)
{
    Compiler *compiler = emitter->compiler;
    for (uint32_t i = 0; i < compiler->variable_count && !compile_is_over(compiler); i++) {
        const SymbolVariable *variable = &compiler->variables[i];
        if (!variable->is_smart) {
            continue;
        }
        emit_at(emitter, variable->pos);
        emitter->program->variables[i].smart_entry = (uint32_t)emitter->code_count;
        emit_expression(emitter, variable->declaration->value);
        (void)emit_op(emitter, OP_SMART_END, 0);
        emit_effect(emitter, -1);
    }
}

static void emit_inferred(Emitter *emitter)
{
    Compiler *compiler = emitter->compiler;
    YarnProgram *program = emitter->program;
    program->inferred = ARENA_ARRAY(&program->arena, InferredRecord, compiler->inferred_count + 1);
    if (!program->inferred) {
        compile_set_nomem(compiler);
        return;
    }
    program->inferred_count = (uint32_t)compiler->inferred_count;
    for (uint32_t i = 0; i < program->inferred_count; i++) {
        const SymbolFunction *function = &compiler->inferred[i];
        program->inferred[i] =
            (InferredRecord){ function->name, types_raw(compiler, function->result), function->param_count };
    }
}

static void emit_file_tags(Emitter *emitter)
{
    Compiler *compiler = emitter->compiler;
    YarnProgram *program = emitter->program;
    uint32_t count = 0;
    for (const FileTag *tag = compiler->file_tags; tag; tag = tag->next) {
        count++;
    }
    program->file_tags = ARENA_ARRAY(&program->arena, YarnFileTag, (size_t)count + 1);
    if (!program->file_tags) {
        compile_set_nomem(compiler);
        return;
    }
    for (const FileTag *tag = compiler->file_tags; tag; tag = tag->next) {
        program->file_tags[program->file_tag_count++] =
            (YarnFileTag){ program->file_names[tag->file], tag->text };
    }
}

void emit_tables(Emitter *emitter)
{
    emit_lines(emitter);
    emit_nodes(emitter);
    emit_inferred(emitter);
    emit_file_tags(emitter);
    if (!compile_is_over(emitter->compiler)) {
        emit_variables(emitter);
    }
}
