#ifndef SANGO_TOOLS_SCRIPT_SET_H
#define SANGO_TOOLS_SCRIPT_SET_H

#include "sango/base/arena.h"
#include "sango/base/diag.h"
#include "sango/base/strbuf.h"
#include "sango/yarn/project.h"

/* The scripts that a command line names: packs (folders with pack.json; the files of
 * all their levels), projects (.yarnproject files, or folders with exactly one), other
 * folders (their .yarn files by name) and .yarn files. A file that is named twice is read
 * once. At most one project. */
typedef struct ScriptSet {
    Arena arena; /* holds names; the texts are freed on release */
    YarnSource *sources;
    size_t source_count;
    StrView *entries; /* titles that something outside of the scripts starts: of packs only */
    size_t entry_count;
    const YarnFunction *functions; /* what a level may call, and what the project defines */
    size_t function_count;
    YarnProject project; /* if has_project; paths in it are relative to its folder */
    bool has_project;
    bool is_foreign; /* scripts that are no pack's: functions of their game are not known */
} ScriptSet;

enum { SCRIPT_BYTES_MAX = 8 * 1024 * 1024 };

/* What cannot be read is reported; STATUS_INVALID after any such report, STATUS_NOMEM.
 * Release in any case. */
Status script_set_load(ScriptSet *set, int count, char **paths, DiagSink *diags);

/* The .yarn files that lie in a folder, whatever projects lie there. Results as above. */
Status script_set_load_plain(ScriptSet *set, const char *folder, DiagSink *diags);

/* How the scripts are compiled. What it points to is the set's. */
YarnCompileOptions script_set_options(const ScriptSet *set, DiagSink *diags);

/* Compiles them so, with YARN_ADVICE_ bits. What a project says about its commands is then checked, too:
 * errors of that kind are reported, but the program is given all the same. As yarn_compile(). */
Status script_set_compile(const ScriptSet *set, unsigned advice, DiagSink *diags, YarnProgram **program);
void script_set_release(ScriptSet *set);

/* Adds pages with "tags: notes", which nothing jumps to, and where the story begins to the entries of scripts that
 * are no pack's. STATUS_NOMEM; STATUS_INVALID when the scripts do not compile: nothing is reported or added. */
Status script_set_add_notes(ScriptSet *set);

/* Is there a pack.json in the folder? */
bool script_set_is_pack(const char *folder);
/* Appends the path of the folder's only .yarnproject. False when there is none, or several. */
bool script_set_find_project(const char *folder, StrBuf *path);

#endif
