#include "lint_internal.h"

/* Who speaks: names that are nearly another one, and sentences whose colon makes them a name. */

enum { SPEAKERS_MAX = 256, LONG_NAME = 5 };

typedef struct Speaker {
    StrView name;
    YarnPlace place; /* of the first line */
    size_t lines;
} Speaker;

/* Each word begins with a capital and goes on in small letters. */
static bool is_written_well(StrView name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.data[i];
        bool begins = i == 0 || name.data[i - 1] == ' ';
        if (begins ? c >= 'a' && c <= 'z' : c >= 'A' && c <= 'Z') {
            return false;
        }
    }
    return true;
}

/* "Yoko", where the actor is yoko; "Ms Diallo", where the actor is msdiallo. */
static bool is_actors_name(const Lint *lint, StrView name)
{
    char text[64];
    StrView actor = level_actor_of(name, text, sizeof text);
    for (size_t i = 0; i < lint->names->actor_count; i++) {
        if (strview_equal(lint->names->actors[i], actor)) {
            return is_written_well(name);
        }
    }
    return false;
}

/* A name of several words has capitals ("Mister Baako"); a sentence goes on in small letters ("Remember
 * this"). */
static bool is_sentence(StrView name)
{
    for (size_t i = 0; i + 1 < name.len; i++) {
        if (name.data[i] == ' ' && name.data[i + 1] >= 'a' && name.data[i + 1] <= 'z') {
            return true;
        }
    }
    return false;
}

static void check_sentence(Lint *lint, const YarnLineInfo *line)
{
    if (is_sentence(line->speaker)) {
        lint_say(lint, DIAG_WARNING, "level-speaker", lint_place_of(lint, line->place, SV(":")),
                 "this colon makes '%.*s' the name of who speaks; a comma or a full stop does not",
                 SV_ARG(line->speaker));
    }
}

static size_t collect(const Lint *lint, Speaker *speakers)
{
    size_t count = 0;
    for (size_t i = 0; i < yarn_program_line_count(lint->program); i++) {
        YarnLineInfo line = yarn_program_line(lint->program, i);
        size_t at = 0;
        while (at < count && !strview_equal(speakers[at].name, line.speaker)) {
            at++;
        }
        if (line.speaker.len == 0 || at == SPEAKERS_MAX) {
            continue;
        }
        if (at == count) {
            speakers[count++] = (Speaker){ line.speaker, line.place, 0 };
        }
        speakers[at].lines++;
    }
    return count;
}

/* Short names are often alike by nature (Kim and Kiko, Papa and Mama): one letter there, two in longer ones.
 */
static bool is_alike(StrView a, StrView b)
{
    unsigned limit = a.len > LONG_NAME && b.len > LONG_NAME ? 2 : 1;
    return strview_distance(a, b, limit) <= limit;
}

static void say_alike(Lint *lint, const Speaker *speaker, StrView other)
{
    lint_say(lint, DIAG_WARNING, "level-speaker", speaker->place,
             "who speaks is called '%.*s' here; did you mean '%.*s'?", SV_ARG(speaker->name), SV_ARG(other));
}

/* The rarer of two like names is the misspelt one. */
static void check_speaker(Lint *lint, const Speaker *speakers, size_t count, size_t index)
{
    const Speaker *speaker = &speakers[index];
    if (is_actors_name(lint, speaker->name)) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        bool is_better = is_actors_name(lint, speakers[i].name) || speakers[i].lines > speaker->lines;
        if (i != index && is_better && is_alike(speaker->name, speakers[i].name)) {
            say_alike(lint, speaker, speakers[i].name);
            return;
        }
    }
}

void lint_check_speakers(Lint *lint)
{
    Speaker *speakers = alloc_take(lint->alloc, SPEAKERS_MAX, sizeof *speakers);
    if (!speakers) {
        lint->is_out_of_memory = true;
        return;
    }
    size_t count = collect(lint, speakers);
    for (size_t i = 0; i < count; i++) {
        check_speaker(lint, speakers, count, i);
    }
    for (size_t i = 0; i < yarn_program_line_count(lint->program); i++) {
        YarnLineInfo line = yarn_program_line(lint->program, i);
        check_sentence(lint, &line);
    }
    alloc_free(lint->alloc, speakers, SPEAKERS_MAX * sizeof *speakers);
}
