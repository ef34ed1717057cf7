#ifndef SANGO_BASE_SYSTEM_H
#define SANGO_BASE_SYSTEM_H

#include "sango/base/strbuf.h"

#include <stdint.h>

/* What the operating system knows and the C library does not ask for. Folders are UTF-8 with '/', without one at the end;
 * each is appended, and nothing is where there is none. */

/* Of this game in what belongs to the user: $XDG_DATA_HOME/sango, ~/.local/share/sango; %APPDATA%\sango-story. */
void system_user_folder(StrBuf *folder);

/* The user's documents, as the desktop has noted it. */
void system_documents_folder(StrBuf *folder);

/* Of settings for all users of this computer: /etc/sango; %ProgramData%\sango-story. */
void system_settings_folder(StrBuf *folder);

/* Of the running program. */
void system_program_folder(StrBuf *folder);

/* Random bytes that nobody can guess, at most 256. False where the system gives none. */
bool system_random(void *bytes, size_t len);

/* Free on the disk on which a file or folder is, for this user. */
bool system_free_bytes(const char *path, uint64_t *bytes);

/* Wipes what must not stay in memory; the compiler does not leave it out. */
void system_wipe(void *bytes, size_t len);

#endif
