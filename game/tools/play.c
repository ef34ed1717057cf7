#include "play.h"

#include "diag_list.h"
#include "sango/yarn/markup.h"

#include <stdio.h>
#include <string.h>

enum { EVENTS_MAX = 100000 /* between two choices; a story that only talks would never end */ };

/* --- stand-ins for functions of the game ----------------------------------------------- */

static YarnValue give_number(void *user, const YarnValue *args, size_t arg_count)
{
    (void)user;
    (void)args;
    (void)arg_count;
    return (YarnValue){ .type = YARN_TYPE_NUMBER, .as.number = 1 };
}

static YarnValue give_string(void *user, const YarnValue *args, size_t arg_count)
{
    (void)user;
    (void)args;
    (void)arg_count;
    return (YarnValue){ .type = YARN_TYPE_STRING, .as.string = SV("Star") };
}

static YarnValue give_bool(void *user, const YarnValue *args, size_t arg_count)
{
    (void)user;
    (void)args;
    (void)arg_count;
    return (YarnValue){ .type = YARN_TYPE_BOOL, .as.boolean = true };
}

static void stand_in(YarnFunction *function)
{
    function->call = function->result == YARN_TYPE_NUMBER ? give_number
                     : function->result == YARN_TYPE_BOOL ? give_bool
                                                          : give_string;
}

/* In place of what the set's functions call, which needs a running level. */
static bool replace_functions(ScriptSet *set)
{
    YarnFunction *all = ARENA_ARRAY(&set->arena, YarnFunction, set->function_count + 1);
    for (size_t i = 0; all && i < set->function_count; i++) {
        all[i] = set->functions[i];
        stand_in(&all[i]);
    }
    set->functions = all ? all : set->functions;
    return all != NULL;
}

static bool add_inferred(PlayStory *story)
{
    size_t count = yarn_program_inferred_count(story->program);
    story->inferred = ARENA_ARRAY(&story->set.arena, YarnFunction, count + 1);
    for (size_t i = 0; story->inferred && i < count; i++) {
        YarnInferred inferred = yarn_program_inferred(story->program, i);
        StrView name = arena_copy(&story->set.arena, inferred.name);
        if (!name.data) {
            return false;
        }
        /* Whatever number of arguments it was called with. */
        story->inferred[i] = (YarnFunction){
            .name = name.data, .result = inferred.result, .param_count = 1, .is_variadic = true
        };
        stand_in(&story->inferred[i]);
    }
    return story->inferred != NULL;
}

/* --- life cycle ------------------------------------------------------------------------- */

static void close_story(PlayStory *story)
{
    yarn_vm_destroy(story->vm);
    yarn_program_destroy(story->program);
    script_set_release(&story->set);
}

static Status open_story(PlayStory *story, const PlayOptions *options)
{
    DiagList diags;
    *story = (PlayStory){ 0 };
    diag_list_init(&diags, false);
    Status status = script_set_load(&story->set, options->path_count, options->paths, &diags.sink);
    if (status == STATUS_OK) {
        status = replace_functions(&story->set)
                     ? script_set_compile(&story->set, 0, &diags.sink, &story->program)
                     : STATUS_NOMEM;
    }
    if (status != STATUS_OK && status != STATUS_NOMEM) {
        fputs(diags.text.data, stdout);
    }
    if (status == STATUS_OK) {
        YarnVmOptions vm = { .program = story->program, .seed = options->seed, .functions = NULL };
        status = add_inferred(story) ? STATUS_OK : STATUS_NOMEM;
        vm.functions = story->inferred;
        vm.function_count = yarn_program_inferred_count(story->program);
        status = status == STATUS_OK ? yarn_vm_create(&vm, &story->vm) : status;
    }
    diag_list_release(&diags);
    return status;
}

static StrView first_title(const Play *play)
{
    const PlayStory *story = &play->story;
    if (play->options.start.len) {
        return play->options.start;
    }
    if (story->set.entry_count) {
        return story->set.entries[0];
    }
    bool has_node = yarn_program_node_count(story->program) > 0;
    return yarn_program_has_node(story->program, SV("Start")) || !has_node
               ? SV("Start")
               : yarn_program_node(story->program, 0).title;
}

static Status begin(Play *play)
{
    StrView title = first_title(play);
    yarn_vm_reset(play->story.vm, play->options.seed);
    play->replayed = 0;
    play->events = 0;
    Status status = yarn_vm_start(play->story.vm, title);
    if (status == STATUS_NOT_FOUND) {
        printf("there is no node '%.*s'\n", SV_ARG(title));
        return STATUS_INVALID;
    }
    return status;
}

Status play_open(Play *play, const PlayOptions *options)
{
    *play = (Play){ .options = *options };
    arena_init(&play->kept, alloc_heap(), 1024);
    Status status = open_story(&play->story, options);
    return status == STATUS_OK ? begin(play) : status;
}

void play_close(Play *play)
{
    close_story(&play->story);
    alloc_free(alloc_heap(), play->choices, play->choice_capacity * sizeof *play->choices);
    alloc_free(alloc_heap(), play->asked, play->asked_capacity * sizeof *play->asked);
    arena_release(&play->kept);
}

/* --- printing --------------------------------------------------------------------------- */

static bool is_silent(const Play *play)
{
    return play->replayed < play->choice_count;
}

/* Bold begins (1) or ends (-1) at this byte. */
static int bold_at(const MarkupText *text, size_t byte)
{
    int change = 0;
    for (uint32_t i = 0; i < text->attribute_count; i++) {
        const MarkupAttribute *mark = &text->attributes[i];
        if (strview_equal(mark->name, SV("b")) && mark->length_bytes) {
            change += mark->start_bytes == byte;
            change -= mark->start_bytes + mark->length_bytes == byte;
        }
    }
    return change;
}

/* What would move a terminal's cursor is shown as '?'. */
static void append_shown(StrBuf *out, const MarkupText *text, bool is_terminal)
{
    int bold = 0;
    for (size_t i = 0; i <= text->text.len; i++) {
        int before = bold;
        bold += is_terminal ? bold_at(text, i) : 0;
        if ((before > 0) != (bold > 0)) {
            strbuf_append(out, bold > 0 ? SV("\x1b[1m") : SV("\x1b[0m"));
        }
        if (i < text->text.len) {
            char c = text->text.data[i];
            strbuf_char(out, (unsigned char)c < ' ' || c == 0x7F ? '?' : c);
        }
    }
}

/* `before` and the line without its markup. False when out of memory. */
static bool print_line(const Play *play, const char *before, const YarnLine *line, const char *behind)
{
    Arena arena;
    StrBuf out;
    MarkupText text;
    StrView language = play->story.set.has_project ? play->story.set.project.base_language : SV("en");
    arena_init(&arena, alloc_heap(), 1024);
    strbuf_init(&out, alloc_heap());
    bool is_parsed =
        yarn_markup_parse(&arena, line->text, language, line->info->place, NULL, &text) != STATUS_NOMEM;
    if (is_parsed) {
        append_shown(&out, &text, play->options.is_terminal);
        printf("%s%s%s\n", before, out.data, behind);
    }
    bool is_done = is_parsed && !out.failed;
    strbuf_release(&out);
    arena_release(&arena);
    return is_done;
}

static PlayState print_fault(const YarnEvent *event)
{
    DiagList diags;
    diag_list_init(&diags, false);
    SourcePos pos = { event->place.file, event->place.line, event->place.column };
    diag_report(&diags.sink, DIAG_ERROR, pos, 0, "fault", "%.*s", SV_ARG(event->text));
    fputs(diags.text.data, stdout);
    diag_list_release(&diags);
    return PLAY_FAULTED;
}

void play_print_variables(Play *play)
{
    size_t count = yarn_program_variable_count(play->story.program);
    for (size_t i = 0; i < count; i++) {
        YarnValue value;
        StrView name = yarn_program_variable(play->story.program, i);
        if (!yarn_vm_get_variable(play->story.vm, name, &value)) {
            continue;
        }
        if (value.type == YARN_TYPE_STRING) {
            printf("  %.*s = \"%.*s\"\n", SV_ARG(name), SV_ARG(value.as.string));
        } else if (value.type == YARN_TYPE_NUMBER) {
            printf("  %.*s = %g\n", SV_ARG(name), (double)value.as.number);
        } else {
            printf("  %.*s = %s\n", SV_ARG(name), value.as.boolean ? "true" : "false");
        }
    }
    if (count == 0) {
        printf("  there are no variables\n");
    }
}

/* --- choices ---------------------------------------------------------------------------- */

static bool keep_options(Play *play, const YarnEvent *event)
{
    PlayOption *asked =
        alloc_grow(alloc_heap(), play->asked, &play->asked_capacity, event->option_count, sizeof *asked);
    if (!asked) {
        return false;
    }
    play->asked = asked;
    play->asked_count = event->option_count;
    for (size_t i = 0; i < event->option_count; i++) {
        asked[i] = (PlayOption){ event->options[i].line.info->id, event->options[i].enabled };
    }
    return true;
}

/* A recorded choice among the options of now; SIZE_MAX when it is not there any more. */
static size_t find_recorded(const Play *play, const PlayChoice *choice)
{
    for (size_t i = 0; i < play->asked_count; i++) {
        if (play->asked[i].enabled && strview_equal(play->asked[i].id, choice->id)) {
            return i;
        }
    }
    return choice->index < play->asked_count && play->asked[choice->index].enabled ? choice->index : SIZE_MAX;
}

static PlayState print_options(Play *play, const YarnEvent *event)
{
    bool is_any = false;
    for (size_t i = 0; i < event->option_count; i++) {
        char number[32];
        (void)snprintf(number, sizeof number, "  %zu. ", i + 1);
        is_any |= event->options[i].enabled;
        if (!print_line(play, number, &event->options[i].line,
                        event->options[i].enabled ? "" : " (not now)")) {
            return PLAY_FAILED;
        }
    }
    if (!is_any) {
        printf("  (none of them can be taken)\n");
        return yarn_vm_select(play->story.vm, SIZE_MAX) == STATUS_OK ? PLAY_GOES_ON : PLAY_FAILED;
    }
    return PLAY_ASKS;
}

static PlayState meet_options(Play *play, const YarnEvent *event)
{
    play->events = 0;
    if (!keep_options(play, event)) {
        return PLAY_FAILED;
    }
    bool is_any = false;
    for (size_t i = 0; i < play->asked_count; i++) {
        is_any |= play->asked[i].enabled;
    }
    if (is_silent(play) && is_any) {
        size_t index = find_recorded(play, &play->choices[play->replayed]);
        if (index != SIZE_MAX) {
            play->replayed++;
            return yarn_vm_select(play->story.vm, index) == STATUS_OK ? PLAY_GOES_ON : PLAY_FAILED;
        }
        play->choice_count = play->replayed; /* the files have changed: from here on it is a new story */
    } else if (is_silent(play)) {
        return yarn_vm_select(play->story.vm, SIZE_MAX) == STATUS_OK ? PLAY_GOES_ON : PLAY_FAILED;
    }
    return print_options(play, event);
}

PlayState play_on(Play *play)
{
    YarnEvent event;
    PlayState state = PLAY_GOES_ON;
    while (state == PLAY_GOES_ON && yarn_vm_next(play->story.vm, &event)) {
        if (++play->events > EVENTS_MAX) {
            event.text = SV("100000 lines and commands without a choice: the story is ended here");
            return print_fault(&event);
        }
        switch (event.kind) {
        case YARN_EVENT_LINE:
            state = is_silent(play) || print_line(play, "", &event.line, "") ? PLAY_GOES_ON : PLAY_FAILED;
            break;
        case YARN_EVENT_COMMAND:
            if (!is_silent(play)) {
                printf("[%.*s]\n", SV_ARG(event.text));
            }
            break;
        case YARN_EVENT_OPTIONS:
            state = meet_options(play, &event);
            break;
        case YARN_EVENT_FAULT:
            return print_fault(&event);
        case YARN_EVENT_END:
            printf("(the end)\n");
            return PLAY_ENDED;
        case YARN_EVENT_NODE_START:
        case YARN_EVENT_NODE_END:
            break;
        }
    }
    return state == PLAY_GOES_ON ? PLAY_ENDED : state;
}

bool play_choose(Play *play, size_t index)
{
    if (index >= play->asked_count || !play->asked[index].enabled) {
        return false;
    }
    PlayChoice *choices = alloc_grow(alloc_heap(), play->choices, &play->choice_capacity,
                                     play->choice_count + 1, sizeof *choices);
    StrView id = arena_copy(&play->kept, play->asked[index].id);
    if (!choices || !id.data || yarn_vm_select(play->story.vm, index) != STATUS_OK) {
        play->choices = choices ? choices : play->choices;
        return false;
    }
    play->choices = choices;
    choices[play->choice_count++] = (PlayChoice){ id, index };
    play->replayed = play->choice_count;
    return true;
}

PlayState play_back(Play *play)
{
    if (play->choice_count == 0) {
        printf("this is the first choice\n");
        return PLAY_ASKS;
    }
    play->choice_count--;
    return begin(play) == STATUS_OK ? PLAY_GOES_ON : PLAY_FAILED;
}

PlayState play_reload(Play *play)
{
    PlayStory fresh;
    StrBuf save;
    YarnRestored how = YARN_RESTORED_STATE;
    Status status = open_story(&fresh, &play->options);
    if (status == STATUS_INVALID || status == STATUS_LIMIT) {
        printf("the files have mistakes; the story stays as it was\n");
        close_story(&fresh);
        return PLAY_ASKS;
    }
    strbuf_init(&save, alloc_heap());
    yarn_vm_save(play->story.vm, &save);
    status = save.failed ? STATUS_NOMEM : status;
    status = status == STATUS_OK ? yarn_vm_restore(fresh.vm, strbuf_view(&save), &how) : status;
    strbuf_release(&save);
    if (status != STATUS_OK) {
        close_story(&fresh);
        return PLAY_FAILED;
    }
    close_story(&play->story);
    play->story = fresh;
    play->asked_count = 0; /* ids of the program that is gone */
    play->events = 0;
    if (how == YARN_RESTORED_STATE) {
        play->choice_count = 0;
        printf("the place is gone; from the beginning\n");
        return begin(play) == STATUS_OK ? PLAY_GOES_ON : PLAY_FAILED;
    }
    printf("the files were read again\n");
    return PLAY_GOES_ON;
}
