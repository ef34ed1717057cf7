#ifndef SANGO_LEVEL_COMMAND_H
#define SANGO_LEVEL_COMMAND_H

#include "sango/base/diag.h"
#include "sango/base/strbuf.h"
#include "sango/yarn/program.h"

/* The commands that a level may use. One table holds names, parameters and their
 * documentation; the parser, the linter and the editors' .ysls.json come from it. */
typedef enum CommandKind {
    COMMAND_PLACE,    /* place, light, change */
    COMMAND_ENTER,    /* actor, spot, expression, facing */
    COMMAND_POSE,     /* actor, expression */
    COMMAND_MOVE,     /* actor, spot, seconds, easing */
    COMMAND_LEAVE,    /* actor */
    COMMAND_SOUND,    /* sound */
    COMMAND_MUSIC,    /* music or "off" */
    COMMAND_WAIT,     /* seconds */
    COMMAND_PHONE,    /* app or "off", contact */
    COMMAND_TOOL,     /* tool */
    COMMAND_DECISION, /* id, power, topic, crc, class */
    COMMAND_ACTIVITY, /* id, kind, power, topic, crc, class */
    COMMAND_RECOVERY, /* decision id */
    COMMAND_TELLING,  /* decision id */
    COMMAND_DEED,     /* deed */
    COMMAND_CONFETTI,
    COMMAND_SHAKE,    /* what: phone, stage */
    COMMAND_CAMERA,   /* target, zoom, seconds */
    COMMAND_ACT,      /* actor, act */
    COMMAND_PARTICLES, /* kind or "off" */
    COMMAND_MEASURE,  /* id, figure */
    COMMAND_COUNT
} CommandKind;

typedef enum ParamKind {
    PARAM_PLACE, PARAM_LIGHT, PARAM_ACTOR, PARAM_SPOT, PARAM_EXPRESSION, PARAM_FACING, PARAM_SOUND, PARAM_MUSIC,
    PARAM_SECONDS, PARAM_APP, PARAM_TEXT, PARAM_TOOL, PARAM_NAME, PARAM_POWER, PARAM_TOPIC, PARAM_CRC,
    PARAM_CLASS, PARAM_DEED, PARAM_SHAKEN, PARAM_CHANGE, PARAM_EASING, PARAM_TARGET, PARAM_ZOOM, PARAM_ACT,
    PARAM_PARTICLES, PARAM_ACTIVITY, PARAM_FIGURE, PARAM_COUNT
} ParamKind;

enum { COMMAND_ARGS_MAX = 6 };

typedef struct CommandParam {
    const char *name;
    ParamKind kind;
    bool is_optional;
} CommandParam;

typedef struct CommandSpec {
    const char *name;
    const char *doc;
    CommandParam params[COMMAND_ARGS_MAX];
    uint8_t param_count;
} CommandSpec;

const CommandSpec *command_spec(CommandKind kind);

/* What a kind of parameter is, in a few words, and the words that it allows where these
 * are fixed: ends in NULL, and begins with it when any word may stand there. */
const char *command_param_doc(ParamKind kind);
const char *const *command_param_words(ParamKind kind);

typedef struct Command {
    CommandKind kind;
    StrView args[COMMAND_ARGS_MAX]; /* views into the text; empty where left out */
    uint8_t arg_count;
    float number; /* WAIT, MOVE, CAMERA: seconds, 0..30. DECISION, ACTIVITY: topic 1..24 */
    float number2; /* DECISION, ACTIVITY: CRC article 1..54. CAMERA: zoom 1..2 */
    YarnPlace place;
} Command;

/* Splits by blanks ("quotes" hold several words) and checks number and form of the
 * arguments. False after reporting what is wrong, with "did you mean". Names of
 * actors, places and sounds are checked by the linter, which knows the art. */
bool command_parse(StrView text, YarnPlace place, DiagSink *diags, Command *command);

/* True for what makes the next options a decision of its own: DECISION, and ACTIVITY, one that is played. */
bool command_is_decision(const Command *command);
/* Their power and class by name. */
StrView command_power(const Command *decision);
StrView command_class(const Command *decision);

/* The actor who has a speaker's name: "Ms Diallo" speaks for msdiallo. Capitals become small letters, blanks and
 * full stops go. Written to `out`, at most `size` bytes; the view is of it. */
StrView level_actor_of(StrView speaker, char *out, size_t size);

/* True when a CAMERA's target is an actor and not a spot or "wide". */
bool command_names_actor(const Command *camera);

/* The functions that a level may call beside the language's own: nickname(), band(). */
const YarnFunction *level_functions(size_t *count);

/* Appends the table as a command definition file (.ysls.json) for editors. */
void command_write_ysls(StrBuf *out);

#endif
