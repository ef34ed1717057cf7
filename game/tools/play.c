#include "play.h"

#include "diag_list.h"
#include "sango/yarn/markup.h"

#include <stdio.h>
#include <string.h>

enum { EVENTS_MAX = 100000 /* between two choices; a story that only talks would never end */ };

/* --- life cycle ------------------------------------------------------------------------- */

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
    play_activity_forget(&play->activity);
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
    play_activity_init(&play->activity);
    Status status = play_story_open(&play->story, options);
    return status == STATUS_OK ? begin(play) : status;
}

void play_close(Play *play)
{
    play_story_close(&play->story);
    alloc_free(alloc_heap(), play->choices, play->choice_capacity * sizeof *play->choices);
    alloc_free(alloc_heap(), play->asked, play->asked_capacity * sizeof *play->asked);
    arena_release(&play->kept);
    play_activity_release(&play->activity);
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

static bool parse_line(const Play *play, Arena *arena, const YarnLine *line, MarkupText *text)
{
    StrView language = play->story.set.has_project ? play->story.set.project.base_language : SV("en");
    return yarn_markup_parse(arena, line->text, language, line->info->place, NULL, text) != STATUS_NOMEM;
}

/* `before` and the line without its markup. False when out of memory. */
static bool print_line(const Play *play, const char *before, const YarnLine *line, const char *behind)
{
    Arena arena;
    StrBuf out;
    MarkupText text;
    arena_init(&arena, alloc_heap(), 1024);
    strbuf_init(&out, alloc_heap());
    bool is_parsed = parse_line(play, &arena, line, &text);
    if (is_parsed) {
        append_shown(&out, &text, play->options.is_terminal);
        printf("%s%s%s\n", before, out.data, behind);
    }
    bool is_done = is_parsed && !out.failed;
    strbuf_release(&out);
    arena_release(&arena);
    return is_done;
}

/* A line is printed, or kept for the activity that it is an item of. */
static PlayState take_line(Play *play, const YarnLine *line)
{
    bool is_kept = false, is_done = true;
    if (play->activity.is_collecting) {
        Arena arena;
        MarkupText text;
        arena_init(&arena, alloc_heap(), 1024);
        is_done = parse_line(play, &arena, line, &text) &&
                  play_activity_take_line(&play->activity, line->info, markup_without_speaker(&text), &is_kept);
        arena_release(&arena);
    }
    return is_done && (is_kept || is_silent(play) || print_line(play, "", line, "")) ? PLAY_GOES_ON : PLAY_FAILED;
}

static PlayState take_command(Play *play, const YarnEvent *event)
{
    if (!is_silent(play)) {
        printf("[%.*s]\n", SV_ARG(event->text));
    }
    return play_activity_take_command(&play->activity, event->text, event->place) ? PLAY_GOES_ON : PLAY_FAILED;
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

/* --- choices ---------------------------------------------------------------------------- */

static Grade grade_of(const YarnLineInfo *info)
{
    return yarn_line_has_tag(info, SV("risky")) ? GRADE_RISKY : yarn_line_has_tag(info, SV("safe")) ? GRADE_SAFE : GRADE_OKAY;
}

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
        const YarnLineInfo *info = event->options[i].line.info;
        asked[i] = (PlayOption){ info->id, event->options[i].enabled, grade_of(info) };
    }
    return true;
}

/* The outcome of that grade; SIZE_MAX when there is none. */
static size_t find_outcome(const Play *play, Grade grade)
{
    for (size_t i = 0; i < play->asked_count; i++) {
        if (play->asked[i].enabled && play->asked[i].grade == grade) {
            return i;
        }
    }
    return SIZE_MAX;
}

static bool add_outcomes(Play *play, const YarnEvent *event)
{
    Arena arena;
    bool is_done = true;
    arena_init(&arena, alloc_heap(), 1024);
    for (size_t i = 0; i < event->option_count; i++) {
        MarkupText text;
        is_done &= parse_line(play, &arena, &event->options[i].line, &text) &&
                   play_activity_add_outcome(&play->activity, play->asked[i].grade, text.text);
    }
    arena_release(&arena);
    return is_done;
}

/* An activity with an outcome for each grade is played; the outcomes are not shown before. */
static bool ask_activity(Play *play, const YarnEvent *event)
{
    bool has_all = find_outcome(play, GRADE_SAFE) != SIZE_MAX && find_outcome(play, GRADE_OKAY) != SIZE_MAX &&
                   find_outcome(play, GRADE_RISKY) != SIZE_MAX;
    if (!has_all || !play->activity.is_collecting || !add_outcomes(play, event)) {
        play_activity_forget(&play->activity);
        return false;
    }
    return play_activity_ask(&play->activity, is_silent(play));
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
    bool is_activity = !is_silent(play) && ask_activity(play, event);
    if (is_silent(play) && is_any) {
        size_t index = find_recorded(play, &play->choices[play->replayed]);
        if (index != SIZE_MAX) {
            play->replayed++;
            play_activity_forget(&play->activity);
            return yarn_vm_select(play->story.vm, index) == STATUS_OK ? PLAY_GOES_ON : PLAY_FAILED;
        }
        play->choice_count = play->replayed; /* the files have changed: from here on it is a new story */
        is_activity = ask_activity(play, event);
    } else if (is_silent(play)) {
        return yarn_vm_select(play->story.vm, SIZE_MAX) == STATUS_OK ? PLAY_GOES_ON : PLAY_FAILED;
    }
    return is_activity ? PLAY_ASKS : print_options(play, event);
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
            state = take_line(play, &event.line);
            break;
        case YARN_EVENT_COMMAND:
            state = take_command(play, &event);
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
    play_activity_forget(&play->activity);
    return true;
}

bool play_type(Play *play, StrView word, PlayState *state)
{
    bool is_done;
    Grade grade;
    if (!play_activity_type(&play->activity, word, &is_done, &grade)) {
        return false;
    }
    if (is_done) {
        *state = play_choose(play, find_outcome(play, grade)) ? PLAY_GOES_ON : PLAY_FAILED;
    }
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
    Status status = play_story_open(&fresh, &play->options);
    if (status == STATUS_INVALID || status == STATUS_LIMIT) {
        printf("the files have mistakes; the story stays as it was\n");
        play_story_close(&fresh);
        return PLAY_ASKS;
    }
    strbuf_init(&save, alloc_heap());
    yarn_vm_save(play->story.vm, &save);
    status = save.failed ? STATUS_NOMEM : status;
    status = status == STATUS_OK ? yarn_vm_restore(fresh.vm, strbuf_view(&save), &how) : status;
    strbuf_release(&save);
    if (status != STATUS_OK) {
        play_story_close(&fresh);
        return PLAY_FAILED;
    }
    play_story_close(&play->story);
    play->story = fresh;
    play->asked_count = 0; /* ids of the program that is gone */
    play->events = 0;
    if (play->activity.is_asked) { /* its items came before the place: they are met again on the way there */
        printf("the files were read again\n");
        return begin(play) == STATUS_OK ? PLAY_GOES_ON : PLAY_FAILED;
    }
    if (how == YARN_RESTORED_STATE) {
        play->choice_count = 0;
        printf("the place is gone; from the beginning\n");
        return begin(play) == STATUS_OK ? PLAY_GOES_ON : PLAY_FAILED;
    }
    printf("the files were read again\n");
    return PLAY_GOES_ON;
}
