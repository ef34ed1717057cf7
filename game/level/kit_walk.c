#include "kit_internal.h"
#include "session_internal.h"

/* The story played to read it: its main line, then at each question a look at what every answer leads to. */

enum {
    LOOKS_MAX = 400,      /* answers that are taken back; a level has far fewer, and the session allows 500 */
    EVENTS_MAX = 400000,  /* of all ways together: a story that circles has no end */
    STEPS_MAX = 8,        /* answers of one look: then it has joined the main line again, or is not followed */
    DEPTH_MAX = 4,        /* looks within looks */
    PLACES_MAX = 64
};

typedef struct Place {
    StrView name, light;
} Place;

typedef struct Walk {
    LevelSession *session;
    LevelKit *kit;
    SessionEvent event; /* the last one */
    StrView everyone, everyone_first; /* in the place of a nickname, within and at the beginning of a sentence */
    StrView question, speaker;
    Command decision;   /* the last one; its words are in the kit's arena */
    bool has_decision, is_main, is_noted, is_out_of_memory;
    unsigned looks, depth;
    size_t events;
    Place places[PLACES_MAX];
    size_t place_count;
} Walk;

static bool copy(Walk *walk, StrView *target, StrView text)
{
    bool is_copied = kit_copy(walk->kit, target, text);
    walk->is_out_of_memory |= !is_copied;
    return is_copied;
}

/* What a command tells about the questions, the tools and the places. */
static void note_command(Walk *walk, const Command *command)
{
    if (command_is_decision(command)) {
        walk->decision = *command;
        walk->has_decision = true;
        for (size_t i = 0; i < command->arg_count; i++) {
            copy(walk, &walk->decision.args[i], command->args[i]);
        }
    } else if (command->kind == COMMAND_PLACE && !walk->is_noted && walk->place_count < PLACES_MAX) {
        Place *place = &walk->places[walk->place_count++];
        copy(walk, &place->name, command->args[0]);
        copy(walk, &place->light, command->args[1].len ? command->args[1] : SV("day"));
    }
}

static bool begins_sentence(StrView text, size_t at)
{
    return at == 0 || (at >= 2 && text.data[at - 1] == ' ' && (text.data[at - 2] == '.' || text.data[at - 2] == '!' || text.data[at - 2] == '?'));
}

/* "everyone, what now?" begins a sentence, with a capital where there are such. */
static void copy_words(Walk *walk, StrView *target, StrView text)
{
    StrBuf whole;
    strbuf_init(&whole, walk->kit->arena.alloc);
    for (size_t i = 0; i < text.len;) {
        bool is_found = walk->everyone.len && begins_sentence(text, i) && strview_starts_with(strview_slice(text, i, text.len), walk->everyone);
        strbuf_append(&whole, is_found ? walk->everyone_first : strview_slice(text, i, 1));
        i += is_found ? walk->everyone.len : 1;
    }
    walk->is_out_of_memory |= whole.failed;
    copy(walk, target, strbuf_view(&whole));
    strbuf_release(&whole);
}

static void note_line(Walk *walk, const SessionEvent *event)
{
    LevelKit *kit = walk->kit;
    if (event->role == LINE_SPEECH || event->role == LINE_BUBBLE) {
        copy_words(walk, &walk->question, event->line.text);
        copy(walk, &walk->speaker, event->line.speaker);
    } else if (event->role == LINE_NEXT && !walk->is_noted && !kit->next.len) {
        copy_words(walk, &kit->next, event->line.text);
    } else if (event->role == LINE_MOMENT && !walk->is_noted && kit->moment_count < KIT_MOMENTS) {
        KitMoment *moment = &kit->moments[kit->moment_count++];
        copy(walk, &moment->actor, event->moment_actor);
        copy(walk, &moment->expression, event->moment_expression);
        copy_words(walk, &moment->text, event->line.text);
    }
}

/* Up to the next question; false at the end, or when it cannot go on. What is said after an answer goes into `said`. */
static bool read_on(Walk *walk, KitOption *said)
{
    while (!walk->is_out_of_memory && walk->events++ < EVENTS_MAX && level_session_next(walk->session, &walk->event)) {
        const SessionEvent *event = &walk->event;
        if (event->kind == SESSION_OPTIONS) {
            return true;
        }
        if (event->kind == SESSION_COMMAND) {
            note_command(walk, &event->command);
        } else if (event->kind == SESSION_LINE && event->role == LINE_REASON && said && !said->reason.len) {
            copy_words(walk, &said->reason, event->line.text);
            copy_words(walk, &said->why, event->why.text);
        } else if (event->kind == SESSION_LINE && !event->replayed) {
            note_line(walk, event);
        }
    }
    bool is_fault = walk->event.kind == SESSION_FAULT;
    walk->is_out_of_memory |= walk->session->is_out_of_memory || (is_fault && strview_contains(walk->event.message, SV("out of memory"))); /* the story machine's */
    return false;
}

static KitDecision *find_decision(const LevelKit *kit, StrView id, bool is_telling)
{
    for (size_t i = 0; i < kit->decision_count; i++) {
        if (strview_equal(kit->decisions[i].id, id) && kit->decisions[i].is_telling == is_telling) {
            return &kit->decisions[i];
        }
    }
    return NULL;
}

static void fill_decision(Walk *walk, KitDecision *decision)
{
    const SessionEvent *event = &walk->event;
    *decision = (KitDecision){ .is_telling = event->options_role == OPTIONS_TELLING, .is_aside = !walk->is_main, .option_count = event->option_count };
    copy(walk, &decision->id, event->decision);
    decision->question = walk->question;
    decision->speaker = walk->speaker;
    decision->is_activity = event->activity != NULL;
    if (event->activity) {
        decision->activity = event->activity->kind;
        copy_words(walk, &decision->question, event->activity->question);
    }
    if (walk->has_decision && strview_equal(walk->decision.args[0], decision->id)) {
        decision->risk = command_class(&walk->decision);
        decision->topic = (unsigned)walk->decision.number;
        decision->crc = (unsigned)walk->decision.number2;
        (void)level_find_power(command_power(&walk->decision), &decision->power);
    }
    for (size_t i = 0; i < event->option_count; i++) {
        const SessionOption *option = &event->options[i];
        KitOption *kept = &decision->options[i];
        copy_words(walk, &kept->text, option->line.text);
        copy(walk, &kept->icon, option->icon);
        kept->grade = option->grade;
        kept->tells = option->tells;
        kept->recovers = option->recovers;
    }
}

/* The answer of the main line. */
static size_t main_answer(const SessionEvent *event)
{
    size_t best = SIZE_MAX;
    unsigned best_rank = 4;
    for (size_t i = 0; i < event->option_count; i++) {
        const SessionOption *option = &event->options[i];
        unsigned rank = (unsigned)option->grade;
        if (event->options_role == OPTIONS_RECOVERY) {
            rank = option->tells || option->recovers ? 0 : 1;
        } else if (event->options_role == OPTIONS_PLAIN) {
            rank = 0;
        }
        if (option->enabled && rank < best_rank) {
            best = i;
            best_rank = rank;
        }
    }
    return best;
}

static bool is_question(const SessionEvent *event)
{
    return event->decision.len && event->options_role != OPTIONS_RECOVERY;
}

static bool is_known(const Walk *walk)
{
    return find_decision(walk->kit, walk->event.decision, walk->event.options_role == OPTIONS_TELLING);
}

static bool choose(Walk *walk, size_t answer)
{
    Status status = answer == SIZE_MAX ? STATUS_INVALID : level_session_choose(walk->session, answer);
    walk->is_out_of_memory |= status == STATUS_NOMEM;
    walk->event = (SessionEvent){ .kind = SESSION_FAULT }; /* until the next one: its options are gone */
    return status == STATUS_OK;
}

static void note_question(Walk *walk);

/* Keeps the way back that waits; once. */
static void note_back(Walk *walk)
{
    LevelKit *kit = walk->kit;
    for (size_t i = 0; i < kit->back_count; i++) {
        if (strview_equal(kit->backs[i].id, walk->event.decision)) {
            return;
        }
    }
    KitDecision *backs = arena_grow(&kit->arena, kit->backs, kit->back_count, sizeof *backs);
    walk->is_out_of_memory |= !backs;
    if (backs) {
        kit->backs = backs;
        fill_decision(walk, &backs[kit->back_count++]);
    }
}

/* Takes an answer, sees what is said to it and what it leads to, and takes everything back. */
static void look(Walk *walk, size_t answer, KitOption *said)
{
    unsigned steps = 1;
    bool is_main = walk->is_main;
    walk->is_main = false;
    walk->depth++;
    bool has_options = choose(walk, answer) && read_on(walk, said);
    while (has_options && steps < STEPS_MAX && !(is_question(&walk->event) && is_known(walk))) {
        if (is_question(&walk->event)) {
            note_question(walk);
        } else if (walk->event.kind == SESSION_OPTIONS && walk->event.options_role == OPTIONS_RECOVERY && walk->event.decision.len) {
            note_back(walk);
        }
        size_t next = walk->event.kind == SESSION_OPTIONS ? main_answer(&walk->event) : SIZE_MAX;
        has_options = choose(walk, next) && ++steps && read_on(walk, NULL);
    }
    for (unsigned i = 0; i < steps; i++) {
        walk->is_out_of_memory |= level_session_rewind(walk->session) == STATUS_NOMEM;
    }
    walk->looks += steps;
    walk->depth--;
    walk->is_main = is_main;
    walk->event = (SessionEvent){ .kind = SESSION_FAULT };
    (void)read_on(walk, NULL);
}

/* What is said to each answer of a question that waits. The same question waits afterwards. */
static void look_at_answers(Walk *walk, size_t at)
{
    LevelKit *kit = walk->kit;
    for (size_t i = 0; i < kit->decisions[at].option_count && walk->event.kind == SESSION_OPTIONS; i++) {
        KitOption said = { 0 };
        if (walk->looks < LOOKS_MAX && walk->depth < DEPTH_MAX && walk->event.options[i].enabled) {
            look(walk, i, &said);
            kit->decisions[at].options[i].reason = said.reason;
            kit->decisions[at].options[i].why = said.why;
        }
    }
}

/* Keeps the question that waits; its index, SIZE_MAX when out of memory. */
static size_t add_question(Walk *walk)
{
    LevelKit *kit = walk->kit;
    KitDecision *decisions = arena_grow(&kit->arena, kit->decisions, kit->decision_count, sizeof *decisions);
    walk->is_out_of_memory |= !decisions;
    if (!decisions) {
        return SIZE_MAX;
    }
    kit->decisions = decisions;
    fill_decision(walk, &decisions[kit->decision_count]);
    return kit->decision_count++;
}

static void note_question(Walk *walk)
{
    size_t at = add_question(walk);
    if (at != SIZE_MAX) {
        look_at_answers(walk, at);
    }
}

static void add_places(const Walk *walk)
{
    LevelKit *kit = walk->kit;
    for (size_t i = 0; i < kit->moment_count && walk->place_count; i++) {
        const Place *place = &walk->places[i * (walk->place_count - 1) / (KIT_MOMENTS - 1)];
        kit->moments[i].place = place->name;
        kit->moments[i].light = place->light;
    }
}

/* From the beginning to the end. First the questions are noted; then their answers are looked at, which finds those
 * that the main line does not lead to: they come behind. */
static Status walk_story(Walk *walk, bool is_looking)
{
    size_t at = 0;
    while (read_on(walk, NULL)) {
        if (is_question(&walk->event) && is_looking) {
            look_at_answers(walk, at++);
        } else if (is_question(&walk->event)) {
            (void)add_question(walk);
        }
        size_t answer = walk->event.kind == SESSION_OPTIONS ? main_answer(&walk->event) : SIZE_MAX;
        if (!choose(walk, answer)) {
            break;
        }
    }
    if (walk->is_out_of_memory) {
        return STATUS_NOMEM;
    }
    return walk->event.kind == SESSION_END ? STATUS_OK : STATUS_INVALID;
}

static Status add_tools(const Walk *walk)
{
    enum { TOOLS = 8 };
    StrView tools[TOOLS];
    size_t count = level_session_tools(walk->session, tools, TOOLS);
    for (size_t i = 0; i < count && i < TOOLS; i++) {
        if (!kit_add(walk->kit, &walk->kit->tools, tools[i])) {
            return STATUS_NOMEM;
        }
    }
    return STATUS_OK;
}

Status kit_walk(const Allocator *alloc, const YarnProgram *program, const LevelEntry *level, const Catalogue *catalogue, LevelKit *kit)
{
    Walk walk = { .kit = kit, .is_main = true };
    SessionOptions options = { .alloc = alloc, .program = program, .level = level, .catalogue = catalogue };
    options.band = level->bands & BAND_YOUNGER ? BAND_YOUNGER : BAND_OLDER;
    walk.everyone = catalogue ? TR(catalogue, "kit.everyone", "everyone") : SV("everyone");
    walk.everyone_first = catalogue ? TR(catalogue, "kit.everyone_first", "Everyone") : SV("Everyone");
    options.nickname = walk.everyone;
    Status status = level_session_create(&options, &walk.session);
    if (status == STATUS_OK) {
        status = walk_story(&walk, false);
        status = status == STATUS_OK ? add_tools(&walk) : status;
        add_places(&walk);
        level_session_destroy(walk.session);
    }
    status = status == STATUS_OK ? level_session_create(&options, &walk.session) : status;
    if (status == STATUS_OK) {
        walk.is_noted = true;
        status = walk_story(&walk, true);
        level_session_destroy(walk.session);
    }
    return status;
}
