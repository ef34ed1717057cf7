#ifndef SANGO_LSP_SERVER_H
#define SANGO_LSP_SERVER_H

#include "sango/base/status.h"
#include "sango/base/strbuf.h"
#include "sango/level/lint.h"
#include "sango/yarn/project.h"

/* A language server for editors (Language Server Protocol 3.17 over JSON-RPC 2.0):
 * diagnostics, completion, definition, references, hover, the symbols of a script and formatting.
 * Bytes in, bytes out: whoever has the two ends of the pipe gives what was read and
 * writes what comes out.
 *
 *     LspServer *server = NULL;
 *     if (lsp_server_create(&options, &server) == STATUS_OK) {
 *         while (!lsp_server_is_over(server, &exit_code) && ... read bytes ...) {
 *             status = lsp_server_feed(server, bytes, &out);
 *             ... write out, then strbuf_clear(&out) ...
 *         }
 *     }
 *     lsp_server_destroy(server);
 *
 * One server, one thread. */
typedef struct LspServer LspServer;

/* Takes one script; both texts are copied. Gives STATUS_OK, or what ends the loading. */
typedef Status (*LspAddScript)(void *to, StrView path, StrView text);

/* What belongs together with a script. */
typedef struct LspFolder {
    StrBuf root;         /* path of the common folder; begins empty */
    bool is_pack;        /* of ours: what is no command or function of the game is then a mistake */
    bool has_project;    /* a .yarnproject stands there */
    YarnProject project; /* if has_project: what it says; the server releases it */
} LspFolder;

/* The scripts on the disk. The server opens no file itself. */
typedef struct LspFiles {
    /* Finds what belongs together with the script at `path` (absolute, '/' between its
     * parts; it may not exist yet): fills `folder`, and gives each script, its path beginning
     * with that folder, to `add`. What cannot be read is left out. STATUS_NOMEM, or what `add`
     * said. */
    Status (*load)(void *user, StrView path, LspFolder *folder, LspAddScript add, void *to);
    void *user;
} LspFiles;

typedef struct LspOptions {
    const Allocator *alloc; /* borrowed, outlives the server */
    LspFiles files;         /* load may be NULL: then only open scripts are known */
    const LintNames *names; /* borrowed; for completion; may be NULL */
    const char *version;    /* of the program; borrowed */
} LspOptions;

enum {
    LSP_BODY_MAX = 16 * 1024 * 1024, /* bytes of one message */
    LSP_HEADER_MAX = 4096,           /* bytes of its header */
    LSP_DOCUMENTS_MAX = 256          /* scripts open at once; further ones are not looked at */
};

/* STATUS_NOMEM. */
Status lsp_server_create(const LspOptions *options, LspServer **server);
void lsp_server_destroy(LspServer *server); /* NULL is allowed */

/* Takes bytes from the editor, any number of them, and appends the answers to `out`.
 * Whatever is no message is answered with an error and skipped. STATUS_NOMEM: the
 * server is then over, as it no longer knows what the editor shows. */
Status lsp_server_feed(LspServer *server, StrView bytes, StrBuf *out);

/* True after "exit" or STATUS_NOMEM. *exit_code is 0 when "shutdown" came before, as the
 * protocol asks, else 1. */
bool lsp_server_is_over(const LspServer *server, int *exit_code);

#endif
