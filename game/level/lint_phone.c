#include "lint_state.h"

#include "sango/phone/phone.h"

/* The hashtags of lines that the phone shows: their values, and on each way the app that is open. */

static void say_words(Lint *lint, const PhoneTag *entry, YarnPlace place, StrView value)
{
    const char *nearest = strview_nearest(value, entry->words);
    StrBuf all;
    strbuf_init(&all, lint->alloc);
    for (size_t i = 0; entry->words[i]; i++) {
        strbuf_printf(&all, i ? ", %s" : "%s", entry->words[i]);
    }
    lint->is_out_of_memory |= all.failed;
    if (nearest) {
        lint_note(lint, "level-phone-tag", place, "did you mean '#%s%s'?", entry->name, nearest);
    } else {
        lint_note(lint, "level-phone-tag", place, "what there is: %s", all.failed ? "" : all.data);
    }
    strbuf_release(&all);
}

static void say_value(Lint *lint, const PhoneTag *entry, YarnPlace place, StrView value)
{
    lint_say(lint, DIAG_ERROR, "level-phone-tag", place, "'%.*s' is nothing that '#%s' can say",
             SV_ARG(value), entry->name);
    if (entry->value == PHONE_VALUE_WORD) {
        say_words(lint, entry, place, value);
    } else if (entry->value == PHONE_VALUE_NUMBER) {
        lint_note(lint, "level-phone-tag", place, "a whole number from %d to %d, such as %s", entry->low,
                  entry->high, entry->example);
    } else {
        lint_note(lint, "level-phone-tag", place, "two whole numbers from 0 to 100, such as %s",
                  entry->example);
    }
}

static void check_picture(Lint *lint, YarnPlace place, StrView picture)
{
    const LintNames *names = lint->names;
    StrView nearest = SV("");
    unsigned limit = picture.len > 5 ? 3 : picture.len > 2 ? 2 : 1;
    for (size_t i = 0; i < names->picture_count; i++) {
        unsigned distance = strview_distance(picture, names->pictures[i], limit);
        if (strview_equal(picture, names->pictures[i])) {
            return;
        }
        nearest = distance <= limit ? names->pictures[i] : nearest;
        limit = distance < limit ? distance : limit;
    }
    if (names->picture_count == 0) {
        return;
    }
    lint_say(lint, DIAG_ERROR, "level-phone-picture", place, "there is no picture '%.*s' for the phone",
             SV_ARG(picture));
    if (nearest.len) {
        lint_note(lint, "level-phone-picture", place, "did you mean '%.*s'?", SV_ARG(nearest));
        return;
    }
    StrBuf all;
    strbuf_init(&all, lint->alloc);
    for (size_t i = 0; i < names->picture_count; i++) {
        strbuf_printf(&all, i ? ", %.*s" : "%.*s", SV_ARG(names->pictures[i]));
    }
    lint->is_out_of_memory |= all.failed;
    lint_note(lint, "level-phone-picture", place, "what there is: %s", all.failed ? "" : all.data);
    strbuf_release(&all);
}

/* "kofi", "kofi-happy", "park", "park-evening" against names such as "kofi/happy". */
static bool is_pair(const StrView *list, size_t count, StrView sight)
{
    StrView rest = sight, first = sight;
    (void)strview_take(&rest, '-', &first);
    for (size_t i = 0; i < count; i++) {
        StrView second = list[i], begin;
        bool is_first = strview_take(&second, '/', &begin) && strview_equal(begin, first);
        if (is_first && (rest.len == 0 || strview_equal(second, rest))) {
            return true;
        }
    }
    return false;
}

static void check_sight(Lint *lint, YarnPlace place, StrView sight)
{
    const LintNames *names = lint->names;
    if (names->expression_count == 0 || names->place_count == 0 ||
        is_pair(names->expressions, names->expression_count, sight) ||
        is_pair(names->places, names->place_count, sight)) {
        return;
    }
    lint_say(lint, DIAG_ERROR, "level-phone-picture", place,
             "there is nothing called '%.*s' that a camera can see", SV_ARG(sight));
    lint_note(
        lint, "level-phone-picture", place,
        "an actor with a face or a place with a light, such as #sees:kofi-happy or #sees:bedroom-evening");
}

static void check_tag(Lint *lint, const YarnLineInfo *line, StrView tag)
{
    const PhoneTag *entry = phone_tag_find(tag);
    if (!entry) {
        return;
    }
    YarnPlace place = lint_place_of(lint, line->place, tag);
    StrView value = phone_tag_value(entry, tag);
    bool is_card = entry->value == PHONE_VALUE_PICTURE && activity_role(line->tags, line->tag_count) != ACTIVITY_NOTHING;
    if (!yarn_line_has_tag(line, SV("bubble")) && !is_card) {
        lint_say(lint, DIAG_ERROR, "level-phone-tag", place,
                 "'#%.*s' is for lines that the phone shows: this one has no #bubble", SV_ARG(tag));
    }
    if (value.len == 0 && entry->value != PHONE_VALUE_NONE) {
        return; /* lint_tags.c says it */
    }
    if (!phone_value_is_valid(entry, value)) {
        say_value(lint, entry, place, value);
    } else if (entry->value == PHONE_VALUE_PICTURE) {
        check_picture(lint, place, value);
    } else if (entry->value == PHONE_VALUE_SIGHT) {
        check_sight(lint, place, value);
    }
}

/* Of two values the last is shown; the author can mean only one. */
static void check_twice(Lint *lint, const YarnLineInfo *line, size_t at)
{
    const PhoneTag *entry = phone_tag_find(line->tags[at]);
    for (size_t i = 0; entry && i < at; i++) {
        if (phone_tag_find(line->tags[i]) == entry) {
            lint_say(lint, DIAG_ERROR, "level-phone-tag", lint_place_of(lint, line->place, line->tags[at]),
                     "'#%.*s' stands here, but '#%.*s' stands before: one of them", SV_ARG(line->tags[at]), SV_ARG(line->tags[i]));
            return;
        }
    }
}

void lint_check_phone(Lint *lint)
{
    for (size_t i = 0; i < yarn_program_line_count(lint->program); i++) {
        YarnLineInfo line = yarn_program_line(lint->program, i);
        for (size_t j = 0; j < line.tag_count; j++) {
            check_tag(lint, &line, line.tags[j]);
            check_twice(lint, &line, j);
        }
    }
}

/* --- on each way -------------------------------------------------------------------------- */

void way_take_app(WayState *state, const Command *command)
{
    PhoneApp app;
    state->phone_app = phone_app_find(command->args[0], &app) ? (uint8_t)(app + 1) : 0;
}

static StrView first_app(unsigned apps)
{
    unsigned app = 0;
    while (!(apps & 1u << app)) {
        app++;
    }
    return strview_from_cstr(phone_app_name((PhoneApp)app));
}

void way_check_bubble(Walk *walk, const WayState *state, const YarnLineInfo *line)
{
    PhoneApp open = state->phone_app ? (PhoneApp)(state->phone_app - 1) : PHONE_CHAT; /* a message opens it */
    if (!yarn_line_has_tag(line, SV("bubble"))) {
        return;
    }
    for (size_t i = 0; i < line->tag_count; i++) {
        const PhoneTag *entry = phone_tag_find(line->tags[i]);
        unsigned apps = entry ? phone_value_apps(entry, phone_tag_value(entry, line->tags[i])) : 0;
        if (apps && !(apps & 1u << open)) {
            lint_say(walk->lint, DIAG_WARNING, "level-phone-app",
                     lint_place_of(walk->lint, line->place, line->tags[i]),
                     "the app '%s' does not show '#%.*s'; '%.*s' does", phone_app_name(open),
                     SV_ARG(line->tags[i]), SV_ARG(first_app(apps)));
        }
    }
}
