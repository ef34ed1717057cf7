#include "level_internal.h"

#include "sango/activity/activity.h"
#include "sango/phone/phone.h"

#include <assert.h>
#include <string.h>

/* The one table of commands: parser, linter and editors read it. */
static const CommandSpec specs[COMMAND_COUNT] = {
    [COMMAND_PLACE] = { "place", "Shows a background and clears the stage. The light is one that the picture has, such as evening.",
                        { { "place", PARAM_PLACE, false }, { "a light", PARAM_LIGHT, true }, { "change", PARAM_CHANGE, true } }, 3 },
    [COMMAND_ENTER] = { "enter", "An actor comes in and stands at a spot.",
                        { { "actor", PARAM_ACTOR, false },
                          { "spot", PARAM_SPOT, false },
                          { "expression", PARAM_EXPRESSION, true },
                          { "facing", PARAM_FACING, true } }, 4 },
    [COMMAND_POSE] = { "pose", "Changes an actor's expression.",
                       { { "actor", PARAM_ACTOR, false }, { "expression", PARAM_EXPRESSION, false } }, 2 },
    [COMMAND_MOVE] = { "move", "An actor walks to another spot, in so many seconds.",
                       { { "actor", PARAM_ACTOR, false },
                         { "spot", PARAM_SPOT, false },
                         { "seconds", PARAM_SECONDS, true },
                         { "easing", PARAM_EASING, true } }, 4 },
    [COMMAND_LEAVE] = { "leave", "An actor goes out.", { { "actor", PARAM_ACTOR, false } }, 1 },
    [COMMAND_SOUND] = { "sound", "Plays a sound once.", { { "sound", PARAM_SOUND, false } }, 1 },
    [COMMAND_MUSIC] = { "music", "Plays a tune over and over; off ends it.", { { "music", PARAM_MUSIC, false } }, 1 },
    [COMMAND_WAIT] = { "wait", "Waits some seconds (0 to 30); the reader may skip it.",
                       { { "seconds", PARAM_SECONDS, false } }, 1 },
    [COMMAND_PHONE] = { "phone", "Opens an app on the phone screen, with a contact's name for a chat; off closes it.",
                        { { "app", PARAM_APP, false }, { "contact", PARAM_TEXT, true } }, 2 },
    [COMMAND_TOOL] = { "tool", "Sango shows a tool; it is then in the tool belt.", { { "tool", PARAM_TOOL, false } }, 1 },
    [COMMAND_DECISION] = { "decision", "Makes the next options a decision with its power, topic, CRC article and 4C class.",
                           { { "id", PARAM_NAME, false },
                             { "power", PARAM_POWER, false },
                             { "topic", PARAM_TOPIC, false },
                             { "crc", PARAM_CRC, false },
                             { "class", PARAM_CLASS, false } }, 5 },
    [COMMAND_ACTIVITY] = { "activity", "A decision that is played: lines with the hashtags of its kind, then three outcomes.",
                           { { "id", PARAM_NAME, false },
                             { "kind", PARAM_ACTIVITY, false },
                             { "power", PARAM_POWER, false },
                             { "topic", PARAM_TOPIC, false },
                             { "crc", PARAM_CRC, false },
                             { "class", PARAM_CLASS, false } }, 6 },
    [COMMAND_RECOVERY] = { "recovery", "Makes the next options the way back of a decision.",
                           { { "decision", PARAM_NAME, false } }, 1 },
    [COMMAND_TELLING] = { "telling", "Makes the next options practise telling for a decision: whom, and with which words.",
                          { { "decision", PARAM_NAME, false } }, 1 },
    [COMMAND_MEASURE] = { "measure", "Makes the next options an item of the before/after measure.", { { "id", PARAM_NAME, false }, { "figure", PARAM_FIGURE, false } }, 2 },
    [COMMAND_DEED] = { "deed", "Notes a deed for the album.", { { "deed", PARAM_DEED, false } }, 1 },
    [COMMAND_CONFETTI] = { "confetti", "Confetti falls.", { { 0 } }, 0 },
    [COMMAND_SHAKE] = { "shake", "Shakes the phone or the stage for a moment.", { { "what", PARAM_SHAKEN, false } }, 1 },
    [COMMAND_CAMERA] = { "camera", "Goes near an actor or a spot, with every face still seen; wide shows all of the place again.",
                         { { "target", PARAM_TARGET, false }, { "zoom", PARAM_ZOOM, true }, { "seconds", PARAM_SECONDS, true } }, 3 },
    [COMMAND_ACT] = { "act", "An actor moves on the spot.", { { "actor", PARAM_ACTOR, false }, { "act", PARAM_ACT, false } }, 2 },
    [COMMAND_PARTICLES] = { "particles", "Lets something fall or glow in the air; off ends it.", { { "kind", PARAM_PARTICLES, false } }, 1 },
};

static const char *const no_words[] = { NULL };
static const char *const spot_words[] = { "far_left", "left", "centre", "right", "far_right", NULL };
static const char *const facing_words[] = { "left", "right", NULL };
static const char *const app_words[] = {
#define X(name, text) text,
    PHONE_APP_LIST(X)
#undef X
    "off", NULL
};
static const char *const tool_words[] = { "headband", "timer", "nickname", "alert", "standby", "block", "callgrownup", NULL };
static const char *const class_words[] = { "content", "contact", "conduct", "contract", NULL };
static const char *const shaken_words[] = { "phone", "stage", NULL };
static const char *const change_words[] = { "cut", "fade", "slide", "iris", NULL };
static const char *const easing_words[] = { "soft", "quick", "spring", "steady", NULL };
static const char *const target_words[] = { "wide", "far_left", "left", "centre", "right", "far_right", NULL };
static const char *const act_words[] = { "hop", "nod", "shake", "tremble", "joy", "bow", NULL };
static const char *const particle_words[] = { "confetti", "sparkles", "rain", "snow", "petals", "hearts", "fireflies", "off", NULL };
static const char *const activity_words[] = {
#define X(name, text) text,
    ACTIVITY_KIND_LIST(X)
#undef X
    NULL
};
static const char *const power_words[] = {
#define X(name, text) text,
    POWER_LIST(X)
#undef X
    NULL
};
static const char *const deed_words[] = {
#define X(name, text) text,
    STORY_DEED_LIST(X)
#undef X
    NULL
};

static const char *const figure_words[] = { "knowledge", "confidence", "telling", NULL };

/* What each kind of parameter is called, and the words it allows where they are fixed. */
static const ParamInfo params[] = {
    [PARAM_PLACE] = { "a place", "a place that has a picture", no_words },
    [PARAM_LIGHT] = { "light", "a light that the place has", no_words },
    [PARAM_ACTOR] = { "an actor", "an actor that has a picture", no_words },
    [PARAM_SPOT] = { "a spot", "where on the stage", spot_words },
    [PARAM_EXPRESSION] = { "a face", "an expression that the actor has", no_words },
    [PARAM_FACING] = { "a side", "which way the actor looks", facing_words },
    [PARAM_SOUND] = { "a sound", "a sound file's name", no_words },
    [PARAM_MUSIC] = { "a tune", "a tune's name, or off", no_words },
    [PARAM_SECONDS] = { "a number of seconds", "0 to 30", no_words },
    [PARAM_APP] = { "an app", "what the phone shows", app_words },
    [PARAM_TEXT] = { "a text", "a word, or several in quotes", no_words },
    [PARAM_TOOL] = { "a tool", "one of Sango's tools", tool_words },
    [PARAM_NAME] = { "an id", "lower-case letters, digits and '-'", no_words },
    [PARAM_POWER] = { "a power", "the power that is practised", power_words },
    [PARAM_TOPIC] = { "a topic", "1 to 24, a row of the curriculum", no_words },
    [PARAM_CRC] = { "a CRC article", "1 to 54, of the Convention on the Rights of the Child", no_words },
    [PARAM_CLASS] = { "a 4C class", "the kind of risk", class_words },
    [PARAM_DEED] = { "a deed", "a deed that has a badge", deed_words },
    [PARAM_FIGURE] = { "a figure", "what the item is about", figure_words },
    [PARAM_SHAKEN] = { "something to shake", "what shakes", shaken_words },
    [PARAM_CHANGE] = { "a change", "how the old place goes and the new one comes", change_words },
    [PARAM_EASING] = { "an easing", "how the speed changes on the way", easing_words },
    [PARAM_TARGET] = { "something to look at", "an actor, a spot, or wide", target_words },
    [PARAM_ZOOM] = { "a zoom", "1 to 2, how near", no_words },
    [PARAM_ACT] = { "an act", "what the actor does", act_words },
    [PARAM_PARTICLES] = { "a kind of particles", "what is in the air", particle_words },
    [PARAM_ACTIVITY] = { "a kind of activity", "what is played", activity_words },
};

const CommandSpec *command_spec(CommandKind kind)
{
    assert(kind < COMMAND_COUNT);
    return &specs[kind];
}

const ParamInfo *param_info(ParamKind kind)
{
    assert(kind < PARAM_COUNT);
    return &params[kind];
}

const char *command_param_doc(ParamKind kind)
{
    return param_info(kind)->doc;
}

const char *const *command_param_words(ParamKind kind)
{
    return param_info(kind)->words;
}

bool command_is_decision(const Command *command)
{
    return command->kind == COMMAND_DECISION || command->kind == COMMAND_ACTIVITY;
}

/* An activity has its kind behind the id. */
StrView command_power(const Command *decision)
{
    return decision->args[decision->kind == COMMAND_ACTIVITY ? 2 : 1];
}

StrView command_class(const Command *decision)
{
    return decision->args[decision->kind == COMMAND_ACTIVITY ? 5 : 4];
}

bool command_names_actor(const Command *camera)
{
    for (size_t i = 0; target_words[i]; i++) {
        if (strview_equal(camera->args[0], strview_from_cstr(target_words[i]))) {
            return false;
        }
    }
    return true;
}

/* --- the editors' definition file --------------------------------------------------- */

static const char *yarn_type(ParamKind kind)
{
    return kind == PARAM_SECONDS || kind == PARAM_ZOOM || kind == PARAM_TOPIC || kind == PARAM_CRC ? "number" : "string";
}

static void write_param(StrBuf *out, const CommandParam *param)
{
    const ParamInfo *info = param_info(param->kind);
    strbuf_append(out, SV("{ \"name\": "));
    strbuf_json(out, strview_from_cstr(param->name));
    strbuf_printf(out, ", \"type\": \"%s\", \"documentation\": ", yarn_type(param->kind));
    StrBuf doc;
    strbuf_init(&doc, out->alloc);
    strbuf_append(&doc, strview_from_cstr(info->doc));
    for (size_t i = 0; info->words[i]; i++) {
        strbuf_printf(&doc, "%s%s", i ? ", " : ": ", info->words[i]);
    }
    strbuf_json(out, strbuf_view(&doc));
    out->failed |= doc.failed;
    strbuf_release(&doc);
    if (param->is_optional) {
        strbuf_append(out, SV(", \"defaultValue\": \"\""));
    }
    strbuf_append(out, SV(" }"));
}

static void write_command(StrBuf *out, const CommandSpec *spec)
{
    strbuf_append(out, SV("    { \"yarnName\": "));
    strbuf_json(out, strview_from_cstr(spec->name));
    strbuf_append(out, SV(", \"language\": \"c\",\n      \"documentation\": "));
    strbuf_json(out, strview_from_cstr(spec->doc));
    strbuf_append(out, SV(",\n      \"parameters\": ["));
    for (size_t i = 0; i < spec->param_count; i++) {
        strbuf_append(out, i ? SV(",\n        ") : SV("\n        "));
        write_param(out, &spec->params[i]);
    }
    strbuf_append(out, spec->param_count ? SV("\n      ] }") : SV("] }"));
}

static const char *value_type(YarnType type)
{
    switch (type) {
    case YARN_TYPE_NUMBER:
        return "number";
    case YARN_TYPE_STRING:
        return "string";
    case YARN_TYPE_BOOL:
        return "bool";
    case YARN_TYPE_ANY:
        break;
    }
    return "any";
}

static void write_function(StrBuf *out, const YarnFunction *function)
{
    strbuf_append(out, SV("    { \"yarnName\": "));
    strbuf_json(out, strview_from_cstr(function->name));
    strbuf_append(out, SV(", \"language\": \"c\",\n      \"documentation\": "));
    strbuf_json(out, strview_from_cstr(function->doc));
    strbuf_append(out, SV(",\n      \"parameters\": ["));
    for (size_t i = 0; i < function->param_count; i++) {
        strbuf_printf(out, "%s{ \"name\": \"value%zu\", \"type\": \"%s\" }", i ? ", " : " ", i + 1,
                      value_type(function->params[i]));
    }
    strbuf_printf(out, "%s], \"return\": { \"type\": \"%s\" } }", function->param_count ? " " : "",
                  value_type(function->result));
}

void command_write_ysls(StrBuf *out)
{
    strbuf_append(out, SV("{\n  \"version\": 1,\n  \"commands\": [\n"));
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        write_command(out, &specs[i]);
        strbuf_append(out, i + 1 < COMMAND_COUNT ? SV(",\n") : SV("\n"));
    }
    strbuf_append(out, SV("  ],\n  \"functions\": [\n"));
    size_t count;
    const YarnFunction *functions = level_functions(&count);
    for (size_t i = 0; i < count; i++) {
        write_function(out, &functions[i]);
        strbuf_append(out, i + 1 < count ? SV(",\n") : SV("\n"));
    }
    strbuf_append(out, SV("  ]\n}\n"));
}
