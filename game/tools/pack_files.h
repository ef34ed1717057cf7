#ifndef SANGO_TOOLS_PACK_FILES_H
#define SANGO_TOOLS_PACK_FILES_H

#include "sango/level/pack.h"

/* Warns of every .yarn file in the pack's folder and below that no level of its pack.json lists. Links are not
 * followed; what cannot be read is passed over. STATUS_NOMEM. */
Status pack_files_check(const LevelPack *pack, DiagSink *diags);

#endif
