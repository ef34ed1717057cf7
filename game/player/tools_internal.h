#ifndef SANGO_PLAYER_TOOLS_INTERNAL_H
#define SANGO_PLAYER_TOOLS_INTERNAL_H

#include "sango/player/widgets.h"

/* Sango's tools as a player has met them. "tools" holds their names in the order of meeting, "tool.<name>" the key
 * of the level where it was, "chosen.<name>" how often a choice that is the tool was taken. */
typedef struct ToolRecord {
    StrView id;
    bool is_met;
    StrView level; /* key; empty: not known */
    unsigned chosen;
} ToolRecord;

void tools_meet(App *app, StrView tool, StrView level_key);
/* A choice with this icon was taken: some icons are a tool. */
void tools_choose(App *app, StrView icon);
void tools_read(App *app, Arena *arena, ToolRecord records[TOOL_COUNT]);

#endif
