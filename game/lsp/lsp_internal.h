#ifndef SANGO_LSP_INTERNAL_H
#define SANGO_LSP_INTERNAL_H

#include "sango/json/json.h"
#include "sango/level/command.h"
#include "sango/lsp/server.h"
#include "sango/yarn/outline.h"

/* --- what is open, and what belongs together ---------------------------------------------- */

typedef struct LspGroup LspGroup;

typedef struct LspDocument {
    StrBuf uri;  /* as the editor writes it */
    StrBuf path; /* of the file, or the whole uri when it is none */
    StrBuf text;
    int64_t version;
    LspGroup *group;
    struct LspDocument *next;
} LspDocument;

/* One mistake, in `source` of the analysis. */
typedef struct LspDiag {
    YarnSpan span; /* line 0: all of the file; length 0: not known */
    DiagLevel level;
    const char *code;
    StrView message;
    struct LspDiag *notes; /* what belongs to it */
    struct LspDiag *next;
} LspDiag;

/* Where the lines of a text begin; made when first asked for. */
typedef struct LspLines {
    size_t *starts;
    size_t count;
} LspLines;

/* What the compiler says about a group. Texts are those of its documents and files. */
typedef struct LspAnalysis {
    Arena arena;
    YarnSource *sources;
    LspDocument **documents; /* of each source; NULL when it is not open */
    LspLines *lines;
    size_t source_count;
    LspDiag **diags; /* of each source */
    YarnOutline *outline;
    const YarnDefinitions *commands; /* of a project's game; NULL: commands are our game's */
    bool failed;                     /* out of memory since it was made */
} LspAnalysis;

/* What was last published for a file. */
typedef struct LspPublished {
    StrView path;
    uint64_t hash;  /* of the message */
    bool has_diags; /* the editor shows some */
    struct LspPublished *next;
} LspPublished;

/* The scripts of one folder or pack. */
struct LspGroup {
    StrBuf root;
    Arena files; /* holds the next two, and their texts */
    YarnSource *disk;
    size_t disk_count;
    YarnProject project; /* empty when there is none */
    bool has_project;    /* its scripts are for another game */
    LspAnalysis analysis;
    bool is_pack;  /* its scripts are for our game only */
    bool is_stale; /* something changed since the analysis */
    Arena memory;  /* of `published` */
    LspPublished *published;
    size_t document_count;
    struct LspGroup *next;
};

typedef enum LspState { LSP_NEW, LSP_READY, LSP_SHUT_DOWN, LSP_OVER } LspState;

struct LspServer {
    const Allocator *alloc;
    LspOptions options;
    LspState state;
    int exit_code;
    StrBuf in;       /* read, but not a whole message yet */
    size_t skipping; /* bytes of a message that is too long, still to come */
    bool is_lost;    /* no header was found where one should be: looks for the next one */
    bool failed;     /* out of memory */
    StrBuf body;     /* of the message that is written */
    StrBuf *out;
    bool counts_bytes;  /* columns are UTF-8 bytes, else UTF-16 units */
    bool knows_related; /* what the editor can show */
    bool knows_symbol_tree;
    bool knows_markdown;
    LspDocument *documents;
    size_t document_count;
    LspGroup *groups;
};

/* --- messages -------------------------------------------------------------------------------- */

typedef enum LspFrame { LSP_FRAME_NONE, LSP_FRAME_BODY, LSP_FRAME_BAD } LspFrame;

/* Takes the next message off server->in from *at on. BAD: skipped something that is no
 * message; it is to be answered once. */
LspFrame lsp_frame_take(LspServer *server, size_t *at, StrView *body);

enum {
    LSP_PARSE_ERROR = -32700,
    LSP_INVALID_REQUEST = -32600,
    LSP_METHOD_NOT_FOUND = -32601,
    LSP_INVALID_PARAMS = -32602,
    LSP_NOT_INITIALIZED = -32002
};

/* Begins server->body; lsp_message_end() frames it and appends it to the output. */
void lsp_response_begin(LspServer *server, const JsonValue *id); /* `{…,"result":` */
void lsp_response_end(LspServer *server);
void lsp_response_error(LspServer *server, const JsonValue *id, int code, const char *message);
void lsp_notification_begin(LspServer *server, const char *method); /* `{…,"params":` */
void lsp_notification_end(LspServer *server);

/* --- documents.c -------------------------------------------------------------------------- */

LspDocument *lsp_document_find(const LspServer *server, StrView uri); /* NULL when it is not open */
void lsp_document_open(LspServer *server, const JsonValue *params);
void lsp_document_change(LspServer *server, const JsonValue *params);
void lsp_document_save(LspServer *server, const JsonValue *params);
void lsp_document_close(LspServer *server, const JsonValue *params);
void lsp_documents_reload(LspServer *server); /* reads all groups from the disk again */
void lsp_documents_release(LspServer *server);
/* Appends the uri of a path: "file://" and the path with %XX where it needs them. */
void lsp_uri_append(StrBuf *out, StrView path);

/* --- analysis.c, publish.c ------------------------------------------------------------------ */

/* Brings the analysis up to date, and publishes what is new. */
void lsp_group_analyse(LspServer *server, LspGroup *group);
void lsp_analysis_release(LspAnalysis *analysis);
void lsp_group_publish(LspServer *server, LspGroup *group);
/* Takes back what was published about a script that is closed, under its own uri. */
void lsp_document_unpublish(LspServer *server, const LspDocument *document);
/* Takes back what was published about files of a group that is given up. */
void lsp_group_unpublish(LspServer *server, LspGroup *group);

/* --- position.c: lines from 0; characters are bytes or UTF-16 units -------------------------- */

typedef struct LspPlace {
    uint32_t source; /* of the analysis */
    uint32_t line;   /* from 1, as spans */
    uint32_t column; /* from 1, code points */
    StrView text;    /* the line */
    size_t offset;   /* bytes before the place in it */
} LspPlace;

/* The number of a document in the analysis of its group. False when it has none. */
bool lsp_source_find(const LspDocument *document, uint32_t *source);
/* Byte offset of a position in a text, clamped to the line and the text. */
size_t lsp_offset_of(const LspServer *server, StrView text, int64_t line, int64_t character);
/* Reads `{ "line": …, "character": … }`. False when it is no position. */
bool lsp_position_read(const JsonValue *json, int64_t *line, int64_t *character);
/* The document and place that a request's params name. False when there is none. */
bool lsp_place_read(LspServer *server, const JsonValue *params, LspDocument **document, LspPlace *place);
/* Text of a line from 1; empty behind the last. */
uint32_t lsp_line_count(LspAnalysis *analysis, uint32_t source);
StrView lsp_line_text(LspAnalysis *analysis, uint32_t source, uint32_t line);
void lsp_append_range(LspServer *server, LspAnalysis *analysis, YarnSpan span);
void lsp_append_whole_range(LspServer *server, LspAnalysis *analysis, uint32_t source);
size_t lsp_units_of_text(const LspServer *server, StrView text);
/* `{"uri":…,"range":…}` */
void lsp_append_location(LspServer *server, LspAnalysis *analysis, YarnSpan span);
/* The part of `place`'s line from byte `from` to byte `to`, as a range. */
void lsp_append_part(LspServer *server, LspAnalysis *analysis, const LspPlace *place, size_t from, size_t to);
/* `"uri"` of a source. */
void lsp_append_uri(LspServer *server, const LspAnalysis *analysis, uint32_t source);

/* --- requests --------------------------------------------------------------------------------- */

typedef struct LspWord {
    const char *name;
    const char *usage; /* how it is written */
    const char *doc;
} LspWord;

/* Lists that end in a row with name NULL. */
extern const LspWord lsp_keywords[];                              /* behind "<<" */
extern const LspWord lsp_headers[];                               /* of a node */
extern const LspWord lsp_tags[];                                  /* of lines; "icon:" when a value follows */
extern const LspWord lsp_functions[];                             /* the language's own */
const LspWord *lsp_word_find(const LspWord *words, StrView name); /* NULL when there is none */

typedef enum LspContextKind {
    LSP_IN_TEXT,
    LSP_IN_HEADER_KEY,
    LSP_IN_LINE_START,
    LSP_IN_TAG,
    LSP_IN_COMMAND_WORD,
    LSP_IN_COMMAND_PARAM,
    LSP_IN_NODE_TITLE,
    LSP_IN_EXPRESSION,
    LSP_IN_MEMBER,   /* behind the dot of Enum.Case or .Case */
    LSP_IN_TYPE_NAME /* behind "as" */
} LspContextKind;

/* What stands before the cursor. */
typedef struct LspContext {
    LspContextKind kind;
    size_t start;                   /* byte of the line where the word at the cursor begins */
    StrView word;                   /* from there to the cursor */
    const CommandSpec *spec;        /* COMMAND_PARAM */
    unsigned param;                 /* its number */
    StrView args[COMMAND_ARGS_MAX]; /* those before it */
    StrView type_name;              /* MEMBER: before the dot; may be empty */
} LspContext;

/* What stands before byte `end` of a place's line. */
void lsp_context_find(LspAnalysis *analysis, const LspPlace *place, size_t end, LspContext *context);
bool lsp_is_in_body(LspAnalysis *analysis, uint32_t source, uint32_t line);
/* A command of our game; NULL when there is none. */
const CommandSpec *lsp_command_find(StrView name);
void lsp_append_signature(StrBuf *out, const YarnOutlineFunction *function);
void lsp_append_command(StrBuf *out, const YarnDefinition *command); /* "wave who [times]" */

/* Each appends its result to server->body. */
typedef void LspRequest(LspServer *server, const JsonValue *params);
LspRequest lsp_complete, lsp_define, lsp_refer, lsp_hover, lsp_list_symbols, lsp_format;

#endif
