#ifndef SANGO_PLAYER_CERTIFICATE_INTERNAL_H
#define SANGO_PLAYER_CERTIFICATE_INTERNAL_H

#include "sango/player/app.h"
#include "sango/print/certificate.h"

/* What a player's certificate says now, in the language that is on. Texts from the arena, the catalogue and the
 * source; valid as long as the arena and the catalogue. */
void certificate_read(App *app, Arena *arena, Certificate *certificate);

/* Writes it into app->parts.papers_folder; *path is where (from the arena), also after a failure. STATUS_UNSUPPORTED
 * when there is no folder for it, STATUS_IO (a full disk, no right to write), what kept the template from being read. */
Status certificate_save(App *app, Arena *arena, const Certificate *certificate, StrView *path);

#endif
