#ifndef SANGO_YARN_SAVE_INTERNAL_H
#define SANGO_YARN_SAVE_INTERNAL_H

#include "vm_internal.h"

#define SAVE_MAGIC "yarnvm1\n"

/* A program's code seen from outside, for saves: nothing that a save says about it is
 * believed. */

/* The story can stand before this instruction of the node: an instruction begins there,
 * the stack is empty and no options are half collected. */
bool save_is_rest(const YarnProgram *program, uint32_t node, uint32_t pc);

/* The node (as written, no hub) whose code this is; NAME_NONE for any other code. */
uint32_t save_node_at(const YarnProgram *program, uint32_t pc);

/* How many detours the node has before `pc`, and the place behind the detour of that
 * number (from 1); NAME_NONE when there is none. */
uint32_t save_detour_number(const YarnProgram *program, uint32_t node, uint32_t pc);
uint32_t save_behind_detour(const YarnProgram *program, uint32_t node, uint32_t number);

#endif
