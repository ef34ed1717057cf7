#ifndef SANGO_YARN_PROJECT_H
#define SANGO_YARN_PROJECT_H

#include "sango/base/arena.h"
#include "sango/yarn/outline.h"
#include "sango/yarn/program.h"

/* Project files (.yarnproject, versions 2 to 4) and definitions of a game's commands and
 * functions (.ysls.json), as the editors of the Yarn language read them.
 *
 *     YarnProject project;
 *     if (yarn_project_load(alloc, &files, SV("Space.yarnproject"), &sink, &project) == STATUS_OK) {
 *         … read project.sources[i] through the same `files`, compile them with
 *           project.definitions.functions …
 *         yarn_definitions_check(&project.definitions, program, &sink);
 *     }
 *     yarn_project_release(&project);
 *
 * It does no I/O of its own: files are read and folders listed through YarnFiles. */

/* The project's folder as something else sees it. Paths are relative to it, with '/' between
 * names, and never hold "." or "..": nothing outside can be asked for. An implementation must
 * not follow links that lead out of the folder. */
typedef struct YarnFiles {
    /* As file_read(); freed with file_free() and the same allocator. */
    Status (*read)(void *user, const Allocator *alloc, StrView path, size_t max_bytes, StrView *text);
    /* Calls `visit` for each file and folder in `folder` ("" is the project's own), in any order.
     * Names are borrowed during the call. STATUS_IO, STATUS_NOT_FOUND. */
    Status (*list)(void *user, StrView folder, void (*visit)(void *context, StrView name, bool is_folder),
                   void *context);
    void *user;
    StrView shown; /* stands before paths in diagnostics and names of sources: "levels/space/", or "" */
} YarnFiles;

enum {
    YARN_PROJECT_BYTES_MAX = 1024 * 1024,         /* of a project file */
    YARN_DEFINITIONS_BYTES_MAX = 4 * 1024 * 1024, /* of a definitions file */
    YARN_PROJECT_PATTERNS_MAX = 256,              /* patterns of one kind */
    YARN_PROJECT_LANGUAGES_MAX = 256,
    YARN_PROJECT_FILES_MAX = 65536, /* files and folders below the project's folder */
    YARN_PROJECT_DEPTH_MAX = 32,    /* folders inside each other */
    YARN_DEFINITIONS_MAX = 4096,    /* commands, and functions */
    YARN_COMMAND_PARAMS_MAX = 64    /* of a function: YARN_FUNCTION_PARAMS_MAX */
};

/* What a parameter or result may be. INSTANCE is a name of something in the game. */
typedef enum YarnParamKind {
    YARN_PARAM_ANY,
    YARN_PARAM_NUMBER,
    YARN_PARAM_STRING,
    YARN_PARAM_BOOL,
    YARN_PARAM_NODE,
    YARN_PARAM_ENUM,
    YARN_PARAM_INSTANCE
} YarnParamKind;

typedef struct YarnParam {
    StrView name;
    StrView subtype; /* of an ENUM or INSTANCE; may be empty */
    StrView doc;     /* may be empty */
    YarnParamKind kind;
    bool is_optional; /* has a default value */
    bool is_variadic; /* the last one: stands for none or any number of arguments */
} YarnParam;

/* A command or a function as a definitions file has it. */
typedef struct YarnDefinition {
    StrView name;
    StrView doc; /* may be empty */
    YarnParam *params;
    size_t param_count;
    size_t least; /* arguments that must be given */
    bool is_variadic;
    YarnParamKind result; /* of a function */
    SourcePos pos;        /* in the definitions file */
} YarnDefinition;

typedef struct YarnDefinitions {
    YarnDefinition *commands;
    size_t command_count;
    YarnDefinition *function_docs; /* one for each of `functions` */
    YarnFunction *functions;       /* for YarnCompileOptions; `call` is NULL */
    size_t function_count;
    bool has_commands; /* a "commands" list was read: names can be checked */
} YarnDefinitions;

typedef struct YarnProjectLanguage {
    StrView language;        /* as written: "de", "zh-Hans" */
    StrView strings, assets; /* paths as written, which may lead out of the folder; may be empty */
} YarnProjectLanguage;

typedef struct YarnProject {
    Arena arena;   /* holds everything below */
    StrView shown; /* the project file, as diagnostics print it */
    unsigned version;
    StrView base_language;
    StrView *sources; /* paths relative to the folder, in the order of their bytes, each once */
    size_t source_count;
    YarnProjectLanguage *languages;
    size_t language_count;
    YarnDefinitions definitions;
    bool requires_declarations; /* compilerOptions.requireVariableDeclarations */
} YarnProject;

/* Reads a project file and its definitions, and finds its scripts; does not read those.
 * `path` is the project file relative to its folder. Mistakes are reported with their
 * places; after an error the result is STATUS_INVALID. STATUS_NOT_FOUND, STATUS_IO (reported),
 * STATUS_LIMIT (reported), STATUS_NOMEM. Release in any case. */
Status yarn_project_load(const Allocator *alloc, const YarnFiles *files, StrView path, DiagSink *diags,
                         YarnProject *project);
void yarn_project_release(YarnProject *project);

/* Adds what a definitions file has. Views live in `arena`. A name that is there already is a
 * warning and stays as it was. STATUS_INVALID after errors, STATUS_LIMIT, STATUS_NOMEM; what was
 * right in the file is then added all the same. */
Status yarn_definitions_add(YarnDefinitions *definitions, Arena *arena, StrView shown, StrView text,
                            DiagSink *diags);
const YarnDefinition *yarn_definitions_find_command(const YarnDefinitions *definitions, StrView name);

/* Reports the commands of a program that are not among the definitions (warnings, with the
 * nearest) or have too few, too many or wrong arguments (errors). Without a list of commands
 * nothing is reported. */
void yarn_definitions_check(const YarnDefinitions *definitions, const YarnProgram *program, DiagSink *diags);
/* The same for scripts that may have mistakes. */
void yarn_definitions_check_outline(const YarnDefinitions *definitions, const YarnOutline *outline,
                                    DiagSink *diags);

/* `own` and, behind these, the functions of the definitions whose names are not among them: what
 * a compiler may be given. Lives in `arena` and borrows from both. NULL when out of memory. */
const YarnFunction *yarn_definitions_merge(const YarnDefinitions *definitions, const YarnFunction *own,
                                           size_t own_count, Arena *arena, size_t *count);

/* True when a path matches a pattern: '*' and '?' within a name, "**" for any folders, a '/' at the
 * end for all below it. ASCII letters match in either case, as in the editors. */
bool yarn_glob_matches(StrView pattern, StrView path);

#endif
