#ifndef SANGO_LEVEL_INTERNAL_H
#define SANGO_LEVEL_INTERNAL_H

#include "sango/level/command.h"
#include "sango/level/pack.h"

/* What one kind of parameter is, in words. */
typedef struct ParamInfo {
    const char *name;         /* for messages: "a spot" */
    const char *doc;          /* for editors */
    const char *const *words; /* the words it allows, NULL at the end; none: any */
} ParamInfo;

const ParamInfo *param_info(ParamKind kind);

/* What level_functions() read: the `user` of a level's VM. */
typedef struct LevelUser {
    StrView nickname;
    unsigned band; /* BAND_YOUNGER or BAND_OLDER */
} LevelUser;

bool level_find_power(StrView name, Power *power);
bool level_find_deed(StrView name, Deed *deed);

/* What an option's tags say. */
typedef struct AnswerTags {
    Grade grade;          /* the last of its grades; OKAY when it has none */
    unsigned grade_count; /* 1 when all is well */
    bool tells, recovers;
} AnswerTags;
AnswerTags answer_tags(const YarnLineInfo *info);

/* level_open() with YARN_ADVICE_ bits. */
Status level_open_advised(const Allocator *alloc, const LevelPack *pack, const LevelEntry *level, unsigned advice,
                          DiagSink *diags, YarnProgram **program);

/* The files of a level, as the compiler wants them. */
typedef struct LevelScripts {
    const Allocator *alloc;
    StrBuf names[PACK_LEVEL_FILES_MAX];
    YarnSource sources[PACK_LEVEL_FILES_MAX];
    size_t count;
} LevelScripts;

/* What cannot be read is reported and ends it. Release in any case. */
Status level_scripts_read(LevelScripts *scripts, const Allocator *alloc, const LevelPack *pack, const LevelEntry *level,
                          DiagSink *diags);
void level_scripts_release(LevelScripts *scripts);

/* Where a word of a command's text stands. A command stands in one line and its place is that of "<<". */
SourcePos command_word_pos(const YarnCommandInfo *command, StrView word);

static inline SourcePos source_pos(YarnPlace place)
{
    return (SourcePos){ place.file, place.line, place.column };
}

#endif
