#ifndef SANGO_YARN_AST_H
#define SANGO_YARN_AST_H

#include "sango/base/strview.h"

/* The tree that the parser makes, the checker completes and the emitter reads.
 * Everything lives in the compiler's work arena; text views point into the
 * program's copy of the source. */

/* Where something stands: file number, line from 1, byte offset in the file. */
typedef struct Pos {
    uint32_t file;
    uint32_t line;
    uint32_t offset;
    uint32_t length; /* bytes; 0 when unknown */
} Pos;

typedef enum Operator {
    OPERATOR_AND,
    OPERATOR_OR,
    OPERATOR_XOR,
    OPERATOR_EQUAL,
    OPERATOR_NOT_EQUAL,
    OPERATOR_LESS,
    OPERATOR_LESS_EQUAL,
    OPERATOR_GREATER,
    OPERATOR_GREATER_EQUAL,
    OPERATOR_ADD,
    OPERATOR_SUBTRACT,
    OPERATOR_MULTIPLY,
    OPERATOR_DIVIDE,
    OPERATOR_MODULO
} Operator;

typedef enum ExprKind {
    EXPR_NUMBER,
    EXPR_STRING,
    EXPR_BOOL,
    EXPR_VARIABLE,
    EXPR_CALL,
    EXPR_MEMBER, /* Enum.Case or .Case */
    EXPR_NEGATE,
    EXPR_NOT,
    EXPR_CHAIN /* operands of one precedence level, from left to right */
} ExprKind;

typedef struct Expr Expr;

/* One "operator operand" of a chain. A chain is a list and not a tree, so that a
 * sum of ten thousand terms is no deeper than a sum of two. */
typedef struct ChainLink {
    Operator operator;
    Expr *operand;
    struct ChainLink *next;
} ChainLink;

struct Expr {
    ExprKind kind;
    Pos pos;
    uint32_t type; /* type variable, set by the checker */
    Expr *next;    /* the next argument or text value */
    union {
        float number;
        bool boolean;
        StrView string;
        struct {
            StrView name;
            uint32_t index; /* set by the checker */
        } variable;
        struct {
            StrView name;
            Expr *args;
            uint32_t arg_count;
            uint32_t index; /* of the function, set by the checker */
        } call;
        struct {
            StrView type_name; /* empty for ".Case" */
            StrView name;
            Pos name_pos;
        } member;
        Expr *operand; /* EXPR_NEGATE, EXPR_NOT */
        struct {
            Expr *first;
            ChainLink *links;
        } chain;
    } as;
};

/* Text with {0}, {1}… where its values stand. */
typedef struct TextTemplate {
    StrView text;
    Expr *values;
    uint32_t value_count;
} TextTemplate;

typedef struct Stmt Stmt;

typedef struct LineNode {
    TextTemplate content;
    StrView id; /* without "line:"; empty when it has none */
    StrView shadow;
    Pos id_pos; /* of either, without its prefix */
    StrView *tags;
    uint32_t tag_count;
    Expr *condition; /* NULL when none */
    bool once;
    bool is_option;
    bool is_last;   /* options follow directly */
    uint32_t index; /* in the program's line table, set by the emitter */
    Pos pos;
    struct LineNode *next; /* in script order, over all files */
    StrView node;          /* title of the node that it stands in */
} LineNode;

/* An option, or an item of a line group. */
typedef struct Choice {
    LineNode *line;
    Stmt *body;
    struct Choice *next;
} Choice;

/* A branch of <<if>> or <<once>>; condition NULL: always. */
typedef struct Branch {
    Expr *condition;
    Stmt *body;
    struct Branch *next;
} Branch;

typedef struct EnumCase {
    StrView name;
    Expr *raw; /* NULL when none is written */
    Pos pos;
    struct EnumCase *next;
} EnumCase;

typedef struct EnumNode {
    StrView name;
    Pos pos;
    EnumCase *cases;
    struct EnumNode *next;
} EnumNode;

typedef struct Declaration {
    StrView name;
    Pos pos;
    Expr *value;
    StrView type_name; /* empty when there is no "as" */
    Pos type_pos;
    Pos value_pos; /* all of the value */
    struct Declaration *next;
} Declaration;

typedef enum StmtKind {
    STMT_LINE,
    STMT_OPTIONS,
    STMT_LINE_GROUP,
    STMT_IF,
    STMT_ONCE,
    STMT_SET,
    STMT_CALL,
    STMT_COMMAND,
    STMT_JUMP,
    STMT_DETOUR,
    STMT_RETURN,
    STMT_STOP
} StmtKind;

struct Stmt {
    StmtKind kind;
    Pos pos;
    Stmt *next;
    union {
        LineNode *line;
        Choice *choices;  /* STMT_OPTIONS, STMT_LINE_GROUP */
        Branch *branches; /* STMT_IF; STMT_ONCE: the second one is its <<else>> */
        TextTemplate command;
        Expr *call;
        struct {
            Expr *variable;
            Expr *value; /* for += and the like already "$v + value" */
        } set;
        struct {
            StrView node; /* empty: the value of `target` */
            Expr *target;
        } jump;
    } as;
};

/* "#tag" above the nodes of a file. */
typedef struct FileTag {
    StrView text; /* without '#' */
    uint32_t file;
    struct FileTag *next;
} FileTag;

typedef struct HeaderNode {
    StrView key;
    StrView value;
    Pos pos; /* of the value */
    struct HeaderNode *next;
} HeaderNode;

/* A when: header. */
typedef struct WhenNode {
    Expr *condition; /* NULL: none (always, or once) */
    bool once;
    Pos pos;
    struct WhenNode *next;
} WhenNode;

typedef struct StoryNode {
    StrView title;
    StrView subtitle;
    Pos pos;
    HeaderNode *headers;
    WhenNode *whens;
    Stmt *body;
    StrView full_name;     /* "Title.Subtitle" of a node of a group, else empty */
    bool untracked;        /* tracking: never */
    bool is_reported;      /* as lacking its when: header */
    bool has_content; /* also declarations, which are not in the body, and mistakes */
    uint32_t first_line, last_line; /* from its first header to "===" */
    struct StoryNode *next;
} StoryNode;

#endif
