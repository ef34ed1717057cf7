#include "lint_internal.h"
#include "sango/level/show.h"

/* Picture speech: that its names are there, and in a pack that is understood without words that everything has pictures. */

/* Looks for the name among those of one kind; keeps the nearest. */
static bool is_among(const StrView *list, size_t count, StrView name, unsigned *limit, StrView *nearest)
{
    for (size_t i = 0; i < count; i++) {
        unsigned distance = strview_distance(name, list[i], *limit);
        if (strview_equal(name, list[i])) {
            return true;
        }
        if (distance <= *limit) {
            *limit = distance > 0 ? distance - 1 : 0;
            *nearest = list[i];
        }
    }
    return false;
}

/* "mama" or "mama-worried"; expressions are known as "mama/worried". */
static bool is_face(const LintNames *names, StrView name)
{
    StrView actor, expression;
    level_show_face(name, &actor, &expression);
    for (size_t i = 0; i < names->expression_count; i++) {
        StrView rest = names->expressions[i], first;
        if (strview_take(&rest, '/', &first) && strview_equal(first, actor) && strview_equal(rest, expression)) {
            return true;
        }
    }
    return false;
}

static void check_name(Lint *lint, YarnPlace place, StrView name)
{
    const LintNames *names = lint->names;
    unsigned limit = name.len > 5 ? 3 : name.len > 2 ? 2 : 1;
    StrView nearest = SV("");
    bool is_known = names->icon_count == 0 || is_among(names->icons, names->icon_count, name, &limit, &nearest) ||
                    is_among(names->pictures, names->picture_count, name, &limit, &nearest) || is_face(names, name) ||
                    is_among(names->actors, names->actor_count, name, &limit, &nearest);
    if (is_known) {
        return;
    }
    lint_say(lint, DIAG_ERROR, "level-show", place, "there is no icon, picture or face '%.*s'", SV_ARG(name));
    if (nearest.len) {
        lint_note(lint, "level-show", place, "did you mean '%.*s'?", SV_ARG(nearest));
    }
}

static void check_show(Lint *lint, const YarnLineInfo *line)
{
    StrView shown[SHOW_MAX];
    size_t count = level_show(line, shown), most = line->is_option ? SHOW_CHOICE_MAX : SHOW_MAX;
    if (count > most) {
        lint_say(lint, DIAG_ERROR, "level-show", lint_place_of(lint, line->place, SV("show")), "%zu pictures; %s has at most %zu", count,
                 line->is_option ? "a choice" : "a line", most);
    }
    for (size_t i = 0; i < count && i < SHOW_MAX; i++) {
        check_name(lint, lint_place_of(lint, line->place, shown[i].len ? shown[i] : SV("show")), shown[i]);
    }
    if (count == 0 && yarn_line_has_tag(line, SV("think"))) {
        lint_say(lint, DIAG_ERROR, "level-show", lint_place_of(lint, line->place, SV("think")), "#think is how #show: is drawn, and there is none here");
    }
}

/* Read on request, or said on pages that such a pack does not show; #along comes with the next line. */
static bool needs_none(const YarnLineInfo *line)
{
    static const char *const free[] = { "why", "hint", "next", "ask", "words", "along", "title", "note" };
    for (size_t i = 0; i < sizeof free / sizeof free[0]; i++) {
        if (yarn_line_has_tag(line, strview_from_cstr(free[i]))) {
            return true;
        }
    }
    return false;
}

/* What pack.json shows on the level's card. */
static void check_card(Lint *lint)
{
    StrView shown[SHOW_MAX];
    YarnPlace start = lint_node_place(lint, lint->level->start);
    size_t count = level_show_names(lint->level->show, shown);
    if (count > SHOW_CHOICE_MAX) {
        lint_say(lint, DIAG_ERROR, "level-show", start, "%zu pictures in pack.json; a card has at most %d", count, SHOW_CHOICE_MAX);
    }
    for (size_t i = 0; i < count && i < SHOW_MAX; i++) {
        check_name(lint, start, shown[i]);
    }
}

void lint_check_show(Lint *lint)
{
    check_card(lint);
    for (size_t i = 0; i < yarn_program_line_count(lint->program); i++) {
        YarnLineInfo line = yarn_program_line(lint->program, i);
        StrView shown[SHOW_MAX];
        check_show(lint, &line);
        bool has_picture = level_show(&line, shown) > 0 || line.is_option; /* a choice without any: level-icon */
        if (lint->pack->has_pictures && !has_picture && !needs_none(&line) && !lint_is_in_node_tagged(lint, &line, SV("notes"))) {
            lint_say(lint, DIAG_ERROR, "level-pictures", line.place, "this line has no pictures: #show: and one to three names");
        }
    }
}
