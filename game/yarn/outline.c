#include "outline_internal.h"
#include "sango/base/utf8.h"
#include "speaker_internal.h"
#include "types.h"

#include <string.h>

YarnSpan outline_span(OutlineBuilder *builder, Pos pos)
{
    const Compiler *compiler = builder->compiler;
    StrView text = compiler->texts[pos.file];
    YarnSpan *last = &builder->last_span;
    uint32_t column;
    if (last->line == pos.line && last->source == pos.file && pos.offset >= builder->last_offset) {
        /* Most places come in order: then a long line is not counted from its beginning again. */
        StrView between = strview_slice(text, builder->last_offset, pos.offset - builder->last_offset);
        column = last->column + (uint32_t)utf8_count(between);
    } else {
        column = compile_place(compiler, pos).column;
    }
    builder->last_offset = pos.offset;
    *last = (YarnSpan){ pos.file, pos.line, column,
                        (uint32_t)utf8_count(strview_slice(text, pos.offset, pos.length)) };
    return *last;
}

void *outline_add(OutlineBuilder *builder, OutlineList *list, size_t size)
{
    Compiler *compiler = builder->compiler;
    void *grown = alloc_grow(compiler->alloc_scratch, list->items, &list->capacity, list->count + 1, size);
    if (!grown) {
        compile_set_nomem(compiler);
        return NULL;
    }
    list->items = grown;
    return memset((char *)grown + list->count++ * size, 0, size);
}

bool outline_is_over(const OutlineBuilder *builder)
{
    return builder->compiler->status == STATUS_NOMEM;
}

/* The list's items for good. */
static const void *keep(OutlineBuilder *builder, OutlineList *list, size_t size, size_t *count)
{
    void *kept = arena_take(&builder->outline->program->arena, list->count + 1, size);
    if (!kept) {
        compile_set_nomem(builder->compiler);
    } else if (list->count) {
        memcpy(kept, list->items, list->count * size);
    }
    alloc_free(builder->compiler->alloc_scratch, list->items, list->capacity * size);
    *count = kept ? list->count : 0;
    return kept;
}

static void *take(OutlineBuilder *builder, size_t count, size_t size)
{
    void *taken = arena_take(&builder->outline->program->arena, count + 1, size);
    if (!taken) {
        compile_set_nomem(builder->compiler);
    }
    return taken;
}

/* Index of `name`; the one given when it is new. */
static uint32_t add_name(OutlineBuilder *builder, NameMap *map, StrView name, uint32_t index)
{
    uint32_t found = names_add(map, &builder->compiler->work, name.data ? name : SV(""), index);
    if (found == NAME_NONE) {
        compile_set_nomem(builder->compiler);
        return index;
    }
    return found;
}

/* --- documentation comments ------------------------------------------------------- */

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static StrView line_at(StrView text, size_t start)
{
    size_t end = start;
    while (end < text.len && !is_line_end(text.data[end])) {
        end++;
    }
    return strview_slice(text, start, end - start);
}

/* Where the line before the one that begins at `start` begins. */
static size_t step_back(StrView text, size_t start)
{
    size_t at = start - 1;
    at -= at > 0 && text.data[at] == '\n' && text.data[at - 1] == '\r';
    while (at > 0 && !is_line_end(text.data[at - 1])) {
        at--;
    }
    return at;
}

static bool is_doc(StrView line)
{
    return strview_starts_with(strview_trim(line), SV("///"));
}

static void append_doc(StrBuf *doc, StrView line)
{
    line = strview_trim(line);
    strbuf_append(doc, doc->len ? SV("\n") : SV(""));
    strbuf_append(doc, strview_trim(strview_slice(line, 3, line.len)));
}

/* "///" at the end of the line itself. */
static void append_doc_behind(StrBuf *doc, StrView rest)
{
    for (size_t i = 0; i + 1 < rest.len; i++) {
        if (rest.data[i] == '>' && rest.data[i + 1] == '>') {
            StrView behind = strview_slice(rest, i + 2, rest.len);
            if (is_doc(behind)) {
                append_doc(doc, behind);
            }
            return;
        }
    }
}

/* The lines "/// text" right above the line of `pos`, else such a comment behind it. */
static StrView find_doc(OutlineBuilder *builder, Pos pos)
{
    Compiler *compiler = builder->compiler;
    StrView text = compiler->texts[pos.file];
    size_t own = pos.offset, first = pos.offset;
    StrBuf doc;
    strbuf_init(&doc, compiler->alloc_scratch);
    while (own > 0 && !is_line_end(text.data[own - 1])) {
        own--;
    }
    for (first = own; first > 0 && is_doc(line_at(text, step_back(text, first)));) {
        first = step_back(text, first);
    }
    while (first < own) {
        StrView line = line_at(text, first);
        append_doc(&doc, line);
        first += line.len + 1;
        first += first < own && text.data[first - 1] == '\r' && text.data[first] == '\n';
    }
    if (doc.len == 0) {
        append_doc_behind(&doc, line_at(text, pos.offset));
    }
    StrView kept = arena_copy(&compiler->program->arena, strbuf_view(&doc));
    if (doc.failed || !kept.data) {
        compile_set_nomem(compiler);
        kept = SV("");
    }
    strbuf_release(&doc);
    return kept;
}

/* --- what the scripts define --------------------------------------------------------- */

static size_t count_words(StrView text)
{
    StrView word;
    size_t count = 0;
    while (strview_take(&text, ' ', &word)) {
        count += word.len > 0;
    }
    return count;
}

static void add_tags(OutlineBuilder *builder, YarnOutlineNode *info, StrView value)
{
    StrView *tags = take(builder, count_words(value), sizeof *tags);
    StrView word;
    info->tags = tags;
    info->tag_count = 0;
    while (tags && strview_take(&value, ' ', &word)) {
        if (word.len) {
            tags[info->tag_count++] = word;
        }
    }
}

static void add_headers(OutlineBuilder *builder, YarnOutlineNode *info, const StoryNode *node)
{
    size_t count = 0;
    for (const HeaderNode *header = node->headers; header; header = header->next) {
        count++;
    }
    YarnOutlineHeader *headers = take(builder, count, sizeof *headers);
    info->headers = headers;
    for (const HeaderNode *header = node->headers; headers && header; header = header->next) {
        headers[info->header_count++] =
            (YarnOutlineHeader){ header->key, header->value, outline_span(builder, header->pos) };
        if (strview_equal(header->key, SV("tags"))) {
            add_tags(builder, info, header->value);
        }
    }
}

static void add_nodes(OutlineBuilder *builder)
{
    Compiler *compiler = builder->compiler;
    YarnOutline *outline = builder->outline;
    YarnOutlineNode *nodes = take(builder, compiler->node_count, sizeof *nodes);
    outline->nodes = nodes;
    for (const StoryNode *node = compiler->nodes; nodes && node; node = node->next) {
        uint32_t index = (uint32_t)outline->node_count++;
        YarnOutlineNode *info = &nodes[index];
        *info = (YarnOutlineNode){ .title = node->title,
                                   .subtitle = node->subtitle,
                                   .span = outline_span(builder, node->pos),
                                   .first_line = node->first_line,
                                   .last_line = node->last_line };
        for (const WhenNode *when = node->whens; when; when = when->next) {
            info->when_count++;
        }
        info->first = add_name(builder, &builder->node_names, node->title, index);
        add_headers(builder, info, node);
    }
}

static void add_enums(OutlineBuilder *builder)
{
    Compiler *compiler = builder->compiler;
    YarnOutline *outline = builder->outline;
    size_t case_count = 0;
    for (const EnumNode *node = compiler->enums; node; node = node->next) {
        for (const EnumCase *entry = node->cases; entry; entry = entry->next) {
            case_count++;
        }
    }
    YarnOutlineEnum *enums = take(builder, compiler->enum_count, sizeof *enums);
    YarnOutlineCase *cases = take(builder, case_count, sizeof *cases);
    outline->enums = enums;
    outline->cases = cases;
    for (const EnumNode *node = compiler->enums; enums && cases && node; node = node->next) {
        uint32_t index = (uint32_t)outline->enum_count++;
        enums[index] = (YarnOutlineEnum){ .name = node->name,
                                          .doc = find_doc(builder, node->pos),
                                          .span = outline_span(builder, node->pos),
                                          .first_case = (uint32_t)outline->case_count };
        (void)add_name(builder, &builder->enum_names, node->name, index);
        for (const EnumCase *entry = node->cases; entry; entry = entry->next) {
            StrView value = SV("");
            if (entry->raw) {
                value = strview_slice(compiler->texts[entry->pos.file], entry->raw->pos.offset,
                                      entry->raw->pos.length);
            }
            cases[outline->case_count++] = (YarnOutlineCase){ .name = entry->name,
                                                              .value = value,
                                                              .doc = find_doc(builder, entry->pos),
                                                              .span = outline_span(builder, entry->pos),
                                                              .enum_index = index };
            enums[index].case_count++;
        }
    }
}

static YarnOutlineFunction builtin_function(uint32_t id)
{
    const Builtin *builtin = library_builtin(id);
    return (YarnOutlineFunction){ .name = strview_from_cstr(builtin->name),
                                  .doc = SV(""),
                                  .result = builtin->result,
                                  .least = builtin->least,
                                  .most = builtin->most,
                                  .params = { builtin->params[0], builtin->params[1] },
                                  .param_count = builtin->most < 2 ? builtin->most : 2 };
}

static YarnOutlineFunction game_function(const YarnFunction *function)
{
    YarnOutlineFunction info = { .name = strview_from_cstr(function->name),
                                 .doc = strview_from_cstr(function->doc),
                                 .result = function->result,
                                 .least = (uint8_t)library_least(function),
                                 .most = (uint8_t)library_most(function),
                                 .param_count = function->param_count };
    memcpy(info.params, function->params, sizeof info.params);
    return info;
}

/* A function that is known only by how it is used. */
static YarnOutlineFunction inferred_function(const Compiler *compiler, const SymbolFunction *function)
{
    uint32_t count = function->param_count;
    uint32_t shown = count < YARN_FUNCTION_PARAMS_MAX ? count : YARN_FUNCTION_PARAMS_MAX;
    YarnOutlineFunction info = { .name = function->name,
                                 .doc = SV(""),
                                 .result = types_raw(compiler, function->result),
                                 .least = (uint8_t)count,
                                 .most = (uint8_t)count,
                                 .param_count = (uint8_t)shown };
    for (uint32_t i = 0; i < shown; i++) {
        info.params[i] = types_raw(compiler, function->params[i]);
    }
    return info;
}

static void add_functions(OutlineBuilder *builder)
{
    const Compiler *compiler = builder->compiler;
    const YarnCompileOptions *options = compiler->options;
    YarnOutline *outline = builder->outline;
    size_t known = BUILTIN_COUNT + options->function_count, count = known + compiler->inferred_count;
    YarnOutlineFunction *functions = take(builder, count, sizeof *functions);
    outline->functions = functions;
    for (size_t i = 0; functions && i < count; i++) {
        functions[i] = i < BUILTIN_COUNT ? builtin_function((uint32_t)i)
                       : i < known       ? game_function(&options->functions[i - BUILTIN_COUNT])
                                         : inferred_function(compiler, &compiler->inferred[i - known]);
        outline->function_count++;
    }
}

static bool is_in_node(const YarnOutlineNode *node, Pos pos)
{
    return node->span.source == pos.file && node->first_line <= pos.line && pos.line <= node->last_line;
}

static void add_lines(OutlineBuilder *builder)
{
    uint32_t node = 0;
    Compiler *compiler = builder->compiler;
    YarnOutline *outline = builder->outline;
    YarnOutlineLine *lines = take(builder, compiler->line_count, sizeof *lines);
    outline->lines = lines;
    for (const LineNode *line = compiler->lines; lines && line; line = line->next) {
        uint32_t index = (uint32_t)outline->line_count++;
        lines[index] = (YarnOutlineLine){ .id = line->id,
                                          .shadow = line->shadow,
                                          .text = line->content.text,
                                          .speaker = speaker_name(line->content.text),
                                          .span = outline_span(builder, line->pos),
                                          .id_span = outline_span(builder, line->id_pos),
                                          .tags = line->tags,
                                          .tag_count = line->tag_count,
                                          .is_option = line->is_option };
        while (node < outline->node_count && !is_in_node(&outline->nodes[node], line->pos)) {
            node++; /* both are in the order of the scripts */
        }
        lines[index].node = node < outline->node_count ? node : YARN_OUTLINE_NONE;
        if (line->id.len) {
            (void)add_name(builder, &builder->line_ids, line->id, index);
        }
    }
}

/* --- variables ------------------------------------------------------------------------ */

/* What the checker found out about it, if it came so far. */
static const SymbolVariable *find_symbol(const Compiler *compiler, StrView name)
{
    uint32_t index = names_find(&compiler->variable_names, name);
    return index == NAME_NONE ? NULL : &compiler->variables[index];
}

uint32_t outline_variable(OutlineBuilder *builder, StrView name, Pos pos)
{
    OutlineList *list = &builder->variables;
    uint32_t index = add_name(builder, &builder->variable_names, name, (uint32_t)list->count);
    if (index < list->count || outline_is_over(builder)) {
        return index;
    }
    YarnOutlineVariable *info = outline_add(builder, list, sizeof *info);
    if (info) {
        const SymbolVariable *symbol = find_symbol(builder->compiler, name);
        *info = (YarnOutlineVariable){ .name = name,
                                       .type_name = SV("unknown"),
                                       .span = outline_span(builder, pos) };
        info->initial = info->doc = SV("");
        if (symbol) {
            info->type_name = types_name(builder->compiler, symbol->type);
            info->is_smart = symbol->is_smart;
        }
    }
    return index;
}

static void add_declarations(OutlineBuilder *builder)
{
    const Compiler *compiler = builder->compiler;
    for (const Declaration *d = compiler->declarations; d && !outline_is_over(builder); d = d->next) {
        uint32_t index = outline_variable(builder, d->name, d->pos);
        if (outline_is_over(builder)) {
            return;
        }
        YarnOutlineVariable *info = (YarnOutlineVariable *)builder->variables.items + index;
        if (info->is_declared) {
            outline_use(builder, YARN_SYMBOL_VARIABLE, index, d->pos); /* a second one is a mistake */
            continue;
        }
        info->is_declared = true;
        info->initial = strview_trim(
            strview_slice(compiler->texts[d->pos.file], d->value_pos.offset, d->value_pos.length));
        info->doc = find_doc(builder, d->pos);
    }
}

void outline_use(OutlineBuilder *builder, YarnSymbolKind kind, uint32_t index, Pos pos)
{
    YarnOutlineUse *use = outline_add(builder, &builder->uses, sizeof *use);
    if (use) {
        *use = (YarnOutlineUse){ kind, index, outline_span(builder, pos), builder->node, false, false };
    }
}

/* --- life cycle ----------------------------------------------------------------------- */

static void build(OutlineBuilder *builder)
{
    YarnOutline *outline = builder->outline;
    outline->files = outline->program->file_names;
    outline->file_count = builder->compiler->source_count;
    add_nodes(builder);
    if (!outline_is_over(builder)) {
        add_enums(builder);
        add_functions(builder);
        add_lines(builder);
    }
    if (!outline_is_over(builder)) {
        builder->node = YARN_OUTLINE_NONE;
        add_declarations(builder);
        outline_walk(builder);
    }
    outline->jumps = keep(builder, &builder->jumps, sizeof(YarnOutlineJump), &outline->jump_count);
    outline->variables =
        keep(builder, &builder->variables, sizeof(YarnOutlineVariable), &outline->variable_count);
    outline->uses = keep(builder, &builder->uses, sizeof(YarnOutlineUse), &outline->use_count);
    outline->commands =
        keep(builder, &builder->commands, sizeof(YarnOutlineCommand), &outline->command_count);
}

Status yarn_outline_create(const YarnCompileOptions *options, const YarnSource *sources, size_t source_count,
                           YarnOutline **outline)
{
    Compiler *compiler;
    *outline = NULL;
    Status status = compile_open(options, sources, source_count, &compiler);
    if (status != STATUS_OK) {
        return status;
    }
    YarnOutline *made = alloc_take(options->alloc, 1, sizeof *made);
    if (!made) {
        yarn_program_destroy(compiler->program);
        compile_close(compiler);
        return STATUS_NOMEM;
    }
    made->program = compiler->program;
    compile_read(compiler);
    if (compiler->status != STATUS_NOMEM) {
        OutlineBuilder builder = { .compiler = compiler, .outline = made };
        build(&builder);
    }
    status = compiler->status == STATUS_NOMEM ? STATUS_NOMEM : STATUS_OK;
    compile_close(compiler);
    if (status == STATUS_OK) {
        *outline = made;
    } else {
        yarn_outline_destroy(made);
    }
    return status;
}

void yarn_outline_destroy(YarnOutline *outline)
{
    if (outline) {
        YarnProgram *program = outline->program;
        alloc_free(program->alloc, outline, sizeof *outline);
        yarn_program_destroy(program);
    }
}

uint32_t yarn_outline_find_node(const YarnOutline *outline, StrView title)
{
    for (uint32_t i = 0; i < outline->node_count; i++) {
        if (strview_equal(outline->nodes[i].title, title)) {
            return i;
        }
    }
    return YARN_OUTLINE_NONE;
}
