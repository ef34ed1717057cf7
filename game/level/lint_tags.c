#include "lint_internal.h"

#include "sango/phone/phone.h"

/* The tags that mean something to the game, beside those of the phone; a name with ':' takes a value. */
static const char *const known[] = {
    "safe",  "okay",  "risky",   "tell",    "recover",  "reason",     "why", "bubble",   "mine",
    "next",  "ask",   "words",   "aim",     "before",   "during",     "crc", "askclass", "home",
    "icon:", "line:", "moment:", "shadow:", "lastline", "disclosure", "promise", "mark:",
    "basket:", "card:", "or:",   "hint",    "clue",     "fine",       "step", "word",  "known",
    "show:", "think", "part:", "start:", "slot:",  "piece:",  "clear",    "left:",      "right:", NULL
};

static bool is_known(StrView tag)
{
    for (size_t i = 0; known[i]; i++) {
        StrView name = strview_from_cstr(known[i]);
        bool has_value = name.data[name.len - 1] == ':';
        if (has_value ? tag.len > name.len && strview_starts_with(tag, name) : strview_equal(tag, name)) {
            return true;
        }
    }
    const PhoneTag *phone = phone_tag_find(tag);
    return phone && (phone->value == PHONE_VALUE_NONE || phone_tag_value(phone, tag).len);
}

/* Up to and with the ':' of "icon:house". */
static StrView name_of(StrView tag)
{
    for (size_t i = 0; i < tag.len; i++) {
        if (tag.data[i] == ':') {
            return strview_slice(tag, 0, i + 1);
        }
    }
    return tag;
}

enum { WORDS_MAX = 96 };

/* The nearest of all tags, those of the phone too; NULL when none is near. */
static const char *nearest_tag(StrView name)
{
    const char *words[WORDS_MAX] = { NULL };
    size_t count = 0, phone_count;
    const PhoneTag *phone = phone_tags(&phone_count);
    for (size_t i = 0; known[i] && count < WORDS_MAX - 1; i++) {
        words[count++] = known[i];
    }
    for (size_t i = 0; i < phone_count && count < WORDS_MAX - 1; i++) {
        words[count++] = phone[i].name;
    }
    return strview_nearest(name, words);
}

static void check_tag(Lint *lint, const YarnLineInfo *line, StrView tag)
{
    StrView name = name_of(tag);
    const char *nearest = nearest_tag(name);
    YarnPlace place = lint_place_of(lint, line->place, tag);
    if (nearest && strview_equal(name, strview_from_cstr(nearest))) {
        const PhoneTag *phone = phone_tag_find(tag);
        bool has_example = phone && phone->value != PHONE_VALUE_NONE;
        lint_say(lint, DIAG_ERROR, "level-tag", place, "the tag '#%s' needs %s behind it%s%s", nearest, has_example ? "a value" : "a name",
                 has_example ? ", such as " : "", has_example ? phone->example : "");
        return;
    }
    lint_say(lint, DIAG_ERROR, "level-tag", place, "there is no tag '#%.*s'%s%s%s", SV_ARG(tag),
             nearest ? "; did you mean '#" : "", nearest ? nearest : "", nearest ? "'?" : "");
}

void lint_check_tags(Lint *lint)
{
    for (size_t i = 0; i < yarn_program_line_count(lint->program); i++) {
        YarnLineInfo line = yarn_program_line(lint->program, i);
        for (size_t j = 0; j < line.tag_count; j++) {
            if (!is_known(line.tags[j])) {
                check_tag(lint, &line, line.tags[j]);
            }
        }
    }
}
