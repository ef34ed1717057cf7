#include "save_internal.h"

#include <string.h>

/* Reads a save. After the first thing that is not as it should be, `failed` is set and
 * all that is read is 0 or empty. */
typedef struct Reader {
    StrView bytes;
    size_t at;
    bool failed;
} Reader;

static uint64_t take(Reader *reader, unsigned bytes)
{
    uint64_t number = 0;
    if (reader->failed || reader->bytes.len - reader->at < bytes) {
        reader->failed = true;
        return 0;
    }
    for (unsigned i = 0; i < bytes; i++) {
        number |= (uint64_t)(unsigned char)reader->bytes.data[reader->at++] << 8 * i;
    }
    return number;
}

static uint32_t take_word(Reader *reader)
{
    return (uint32_t)take(reader, 4);
}

static bool take_flag(Reader *reader)
{
    uint64_t flag = take(reader, 1);
    reader->failed = reader->failed || flag > 1;
    return flag == 1;
}

static StrView take_text(Reader *reader)
{
    uint32_t len = take_word(reader);
    if (reader->failed || reader->bytes.len - reader->at < len || len > YARN_STRING_MAX) {
        reader->failed = true;
        return SV("");
    }
    StrView text = strview_slice(reader->bytes, reader->at, len);
    reader->at += len;
    return text;
}

/* The node of that name in the program of now; NAME_NONE when it is gone. */
static uint32_t take_node(Reader *reader, const YarnProgram *program)
{
    StrView title = take_text(reader);
    uint32_t member = take_word(reader);
    uint32_t node = title.len ? program_find_node(program, title) : NAME_NONE;
    if (member == 0 || node == NAME_NONE) {
        return node;
    }
    for (uint32_t i = 0; i < program->public_count; i++) {
        if (program->nodes[i].is_hidden && program->nodes[i].hub == node && --member == 0) {
            return i;
        }
    }
    return NAME_NONE;
}

static YarnValue take_value(Reader *reader)
{
    YarnValue value = { .type = (YarnType)take(reader, 1) };
    uint32_t bits;
    switch (value.type) {
    case YARN_TYPE_STRING:
        value.as.string = take_text(reader);
        return value;
    case YARN_TYPE_BOOL:
        value.as.boolean = take_flag(reader);
        return value;
    case YARN_TYPE_NUMBER:
        bits = take_word(reader);
        memcpy(&value.as.number, &bits, sizeof bits);
        return value;
    case YARN_TYPE_ANY:
        break;
    }
    reader->failed = true;
    return (YarnValue){ .type = YARN_TYPE_BOOL };
}

/* A line on the screen; views of its values go behind those that are there. */
static uint32_t take_line(Reader *reader, const YarnProgram *program, StrView *values, uint32_t *value_count,
                          uint32_t capacity)
{
    StrView id = take_text(reader);
    uint32_t count = (uint32_t)take(reader, 1);
    uint32_t line = id.len ? names_find(&program->line_ids, id) : NAME_NONE;
    if (line != NAME_NONE && program->lines[line].value_count != count) {
        line = NAME_NONE; /* it says something else now */
    }
    if (count > YARN_VALUES_MAX || count > capacity - *value_count) {
        reader->failed = true;
        return NAME_NONE;
    }
    for (uint32_t i = 0; i < count; i++) {
        values[(*value_count)++] = take_text(reader);
    }
    return line;
}

/* What a save says about the place, before anything is believed. */
typedef struct Place {
    bool is_same_program;
    VmState state;
    uint32_t node, pc, target;
    VmFrame frames[YARN_DEPTH_MAX];
    uint32_t detours[YARN_DEPTH_MAX]; /* number of the detour in its node */
    uint32_t frame_count;
    uint32_t line;   /* of the screen, NAME_NONE: none */
    uint32_t option; /* the first one, when they wait */
} Place;

static void take_place(Reader *reader, const YarnProgram *program, Place *place)
{
    uint64_t state = take(reader, 1);
    place->state = (VmState)state;
    reader->failed = reader->failed || state > VM_LEAVING;
    place->node = take_node(reader, program);
    place->pc = take_word(reader);
    place->target = take_node(reader, program);
    place->frame_count = take_word(reader);
    if (place->frame_count > YARN_DEPTH_MAX) {
        reader->failed = true;
        place->frame_count = 0;
    }
    for (uint32_t i = 0; i < place->frame_count; i++) {
        place->frames[i].node = take_node(reader, program);
        place->frames[i].pc = take_word(reader);
        place->detours[i] = take_word(reader);
    }
}

/* A node that runs may also be a group of which no member was chosen yet. */
static bool is_rest(const YarnProgram *program, const Place *place)
{
    uint32_t node = place->node;
    bool is_group = node != NAME_NONE && node >= program->public_count;
    if (place->state == VM_RUNNING && is_group) {
        return place->pc == program->nodes[node].entry;
    }
    if (place->state == VM_RUNNING || place->state == VM_WAITING) {
        return save_is_rest(program, node, place->pc);
    }
    return !is_group;
}

/* Can the place be taken as it stands? Only in the same program. */
static bool is_exact(const YarnProgram *program, const Place *place)
{
    bool exact = place->is_same_program && is_rest(program, place);
    exact = exact && (place->state != VM_ENTERING || place->target != NAME_NONE);
    for (uint32_t i = 0; exact && i < place->frame_count; i++) {
        exact = save_is_rest(program, place->frames[i].node, place->frames[i].pc);
    }
    return exact;
}

/* Where nodes that wait for a detour go on in another program; false when one is gone. */
static bool move_frames(const YarnProgram *program, Place *place)
{
    for (uint32_t i = 0; i < place->frame_count; i++) {
        uint32_t node = place->frames[i].node;
        uint32_t pc =
            node < program->public_count ? save_behind_detour(program, node, place->detours[i]) : NAME_NONE;
        if (pc == NAME_NONE || !save_is_rest(program, node, pc)) {
            return false;
        }
        place->frames[i].pc = pc;
    }
    return true;
}

/* The place in another program: at the line or the options of before, else at the
 * beginning of the node, else nowhere. */
static YarnRestored move_place(const YarnProgram *program, Place *place)
{
    bool waits = place->state == VM_WAITING;
    bool asks = place->line != NAME_NONE && program->lines[place->line].is_last_before_options;
    uint32_t line = waits && !asks ? place->option : place->line;
    uint32_t node = place->node;
    if (!move_frames(program, place)) {
        node = place->frames[0].node;
        place->frame_count = 0;
        line = NAME_NONE;
    }
    uint32_t pc = line == NAME_NONE ? NAME_NONE : program->line_codes[line];
    uint32_t owner = pc == NAME_NONE ? NAME_NONE : save_node_at(program, pc);
    place->line = NAME_NONE; /* it is delivered anew */
    if (place->state == VM_IDLE) {
        return YARN_RESTORED_STATE;
    }
    if (owner != NAME_NONE && save_is_rest(program, owner, pc)) {
        place->state = VM_RUNNING;
        place->node = owner;
        place->pc = pc;
        return YARN_RESTORED_LINE;
    }
    place->target = node != NAME_NONE ? node : place->target;
    if (place->target == NAME_NONE) {
        place->state = VM_IDLE;
        place->frame_count = 0;
        return YARN_RESTORED_STATE;
    }
    place->state = VM_ENTERING;
    return YARN_RESTORED_NODE;
}

static void take_variables(Reader *reader, YarnVm *vm)
{
    uint32_t count = take_word(reader);
    for (uint32_t i = 0; i < count && !reader->failed; i++) {
        StrView name = take_text(reader);
        YarnValue value = take_value(reader);
        if (!reader->failed && yarn_vm_set_variable(vm, name, value) == STATUS_NOMEM) {
            vm->faulted = true; /* found by yarn_vm_restore() */
        }
    }
}

static void take_counts(Reader *reader, YarnVm *vm)
{
    const YarnProgram *program = vm->program;
    uint32_t count = take_word(reader);
    for (uint32_t i = 0; i < count && !reader->failed; i++) {
        uint32_t node = take_node(reader, program);
        uint32_t visits = take_word(reader);
        if (node != NAME_NONE) {
            vm->visits[node] = visits;
        }
    }
    count = take_word(reader);
    for (uint32_t i = 0; i < count && !reader->failed; i++) {
        uint32_t key = program_find_once(program, take_text(reader));
        uint32_t views = take_word(reader);
        bool seen = take_flag(reader);
        if (key != NAME_NONE) {
            vm->views[key] = views;
            vm->seen[key] = seen;
        }
    }
}

/* The options that wait. Their places are believed only in the same program. */
static bool take_options(Reader *reader, YarnVm *vm, Place *place)
{
    const YarnProgram *program = vm->program;
    uint32_t count = take_word(reader);
    bool known = place->is_same_program && count > 0 && count <= program->options_max;
    StrView *values = vm->values;
    uint32_t capacity = program->option_values_max + YARN_VALUES_MAX;
    for (uint32_t i = 0; i < count && !reader->failed; i++) {
        uint32_t before = vm->value_count;
        uint32_t line = take_line(reader, program, values, &vm->value_count, capacity);
        bool enabled = take_flag(reader);
        uint32_t target = take_word(reader);
        place->option = i == 0 ? line : place->option;
        known = known && line != NAME_NONE && save_is_rest(program, place->node, target);
        if (known) {
            vm->choices[i] = (VmChoice){ .target = target };
            vm->options[i] = (YarnOption){ { SV(""), &program->lines[line], &values[before] }, enabled };
            vm->choice_count = i + 1;
        } else {
            vm->value_count = before;
        }
    }
    return known && !reader->failed;
}

static void begin_restored(YarnVm *vm, const Place *place, bool waits)
{
    vm->state = place->state;
    vm->node = place->state == VM_ENTERING || place->state == VM_IDLE ? NAME_NONE : place->node;
    vm->pc = place->pc;
    vm->target = place->target;
    vm->frame_count = place->frame_count;
    memcpy(vm->frames, place->frames, place->frame_count * sizeof *vm->frames);
    vm->last_line = place->line;
    vm->gives_line_again = place->line != NAME_NONE;
    vm->gives_options_again = waits;
    if (!waits) {
        vm->choice_count = 0;
    }
}

/* Everything behind the program's hash; false when the bytes are damaged. */
static bool take_all(Reader *reader, YarnVm *vm, Place *place, YarnRestored *how)
{
    vm->rng.state = take(reader, 8);
    uint64_t saliency = take(reader, 1);
    reader->failed = reader->failed || saliency > YARN_SALIENCY_RANDOM_BEST_LEAST_RECENTLY_SEEN;
    vm->saliency = (YarnSaliency)saliency;
    take_place(reader, vm->program, place);
    take_variables(reader, vm);
    take_counts(reader, vm);
    StrView values[YARN_VALUES_MAX];
    uint32_t count = 0;
    place->line = take_line(reader, vm->program, values, &count, YARN_VALUES_MAX);
    if (place->line != NAME_NONE && !vm_keep_line(vm, place->line, values)) {
        vm->faulted = true;
    }
    bool waits = take_options(reader, vm, place) && place->state == VM_WAITING;
    bool exact = is_exact(vm->program, place) && (waits || place->state != VM_WAITING);
    *how = exact ? YARN_RESTORED_SAME : move_place(vm->program, place);
    begin_restored(vm, place, exact && waits);
    return !reader->failed && reader->at == reader->bytes.len;
}

Status yarn_vm_restore(YarnVm *vm, StrView bytes, YarnRestored *how)
{
    Reader reader = { .bytes = bytes };
    Place place = { .node = NAME_NONE, .line = NAME_NONE, .option = NAME_NONE };
    YarnRestored ignored;
    size_t magic = sizeof SAVE_MAGIC - 1;
    if (bytes.len < magic + 12 || memcmp(bytes.data, SAVE_MAGIC, magic) != 0) {
        return STATUS_INVALID;
    }
    reader.at = bytes.len - 4;
    if (take_word(&reader) != strview_hash(strview_slice(bytes, 0, bytes.len - 4))) {
        return STATUS_INVALID;
    }
    reader.bytes.len -= 4;
    reader.at = magic;
    place.is_same_program = take(&reader, 8) == vm->program->hash;
    yarn_vm_reset(vm, 0);
    vm_begin_texts(vm);
    bool whole = take_all(&reader, vm, &place, how ? how : &ignored);
    bool nomem = vm->faulted;
    if (!whole || nomem || !vm_keep_options(vm)) {
        yarn_vm_reset(vm, 0);
        return nomem || whole ? STATUS_NOMEM : STATUS_INVALID;
    }
    return STATUS_OK;
}
