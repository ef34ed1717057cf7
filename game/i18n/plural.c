#include "plural_internal.h"

#include <string.h>

/* C's conditional expressions over n: ?: || && == != < > <= >= % + - * / ! ( ). One
 * reader both checks and evaluates; depth is bounded. */
enum { DEPTH_MAX = 48, COUNT_MAX = 8 };

typedef struct Reader {
    const char *at;
    uint32_t n;
    unsigned depth;
    bool failed;
} Reader;

typedef struct Operator {
    const char *text;
    unsigned level; /* binds more tightly the higher */
} Operator;

/* Longer ones first, so that "<=" is not read as "<". */
static const Operator operators[] = {
    { "||", 1 }, { "&&", 2 }, { "==", 3 }, { "!=", 3 }, { "<=", 4 }, { ">=", 4 }, { "<", 4 },
    { ">", 4 },  { "+", 5 },  { "-", 5 },  { "*", 6 },  { "/", 6 },  { "%", 6 },
};

static uint32_t read_condition(Reader *reader);

static void skip_blanks(Reader *reader)
{
    while (*reader->at == ' ' || *reader->at == '\t') {
        reader->at++;
    }
}

static bool take(Reader *reader, const char *text)
{
    skip_blanks(reader);
    size_t len = strlen(text);
    if (strncmp(reader->at, text, len) != 0) {
        return false;
    }
    reader->at += len;
    return true;
}

static uint32_t read_operand(Reader *reader)
{
    uint32_t value = 0;
    if (++reader->depth > DEPTH_MAX) {
        reader->failed = true;
    }
    skip_blanks(reader);
    if (reader->failed) {
        value = 0;
    } else if (take(reader, "!")) {
        value = !read_operand(reader);
    } else if (take(reader, "(")) {
        value = read_condition(reader);
        reader->failed = reader->failed || !take(reader, ")");
    } else if (take(reader, "n")) {
        value = reader->n;
    } else if (*reader->at >= '0' && *reader->at <= '9') {
        while (*reader->at >= '0' && *reader->at <= '9' && value < 100000000u) {
            value = value * 10 + (uint32_t)(*reader->at++ - '0');
        }
    } else {
        reader->failed = true;
    }
    reader->depth--;
    return value;
}

static uint32_t apply(Reader *reader, const Operator *op, uint32_t a, uint32_t b)
{
    bool divides = op->text[0] == '/' || op->text[0] == '%';
    if (divides && b == 0) {
        /* n itself may be the divisor: only a failure when it is evaluated for real. */
        return 0;
    }
    (void)reader;
    switch (op->text[0]) {
    case '|':
        return a || b;
    case '&':
        return a && b;
    case '=':
        return a == b;
    case '!':
        return a != b;
    case '<':
        return op->text[1] ? a <= b : a < b;
    case '>':
        return op->text[1] ? a >= b : a > b;
    case '+':
        return a + b;
    case '-':
        return a - b;
    case '*':
        return a * b;
    case '/':
        return a / b;
    default:
        return a % b;
    }
}

static const Operator *peek_operator(Reader *reader)
{
    skip_blanks(reader);
    for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++) {
        if (strncmp(reader->at, operators[i].text, strlen(operators[i].text)) == 0) {
            return &operators[i];
        }
    }
    return NULL;
}

static uint32_t read_binary(Reader *reader, unsigned level)
{
    uint32_t left = read_operand(reader);
    const Operator *op;
    while (!reader->failed && (op = peek_operator(reader)) != NULL && op->level >= level) {
        reader->at += strlen(op->text);
        uint32_t right = read_binary(reader, op->level + 1);
        left = apply(reader, op, left, right);
    }
    return left;
}

static uint32_t read_condition(Reader *reader)
{
    if (++reader->depth > DEPTH_MAX) {
        reader->failed = true;
        return 0;
    }
    uint32_t value = read_binary(reader, 1);
    if (!reader->failed && take(reader, "?")) {
        uint32_t yes = read_condition(reader);
        reader->failed = reader->failed || !take(reader, ":");
        uint32_t no = reader->failed ? 0 : read_condition(reader);
        value = value ? yes : no;
    }
    reader->depth--;
    return value;
}

static bool find_field(StrView text, StrView name, StrView *value)
{
    StrView field;
    while (strview_take(&text, ';', &field)) {
        field = strview_trim(field);
        if (strview_starts_with(field, name)) {
            *value = strview_trim(strview_slice(field, name.len, field.len));
            return true;
        }
    }
    return false;
}

bool plural_header_read(StrView text, uint32_t *count, char *rule, size_t rule_size)
{
    StrView number;
    StrView expression;
    int32_t forms;
    if (!find_field(text, SV("nplurals="), &number) || !find_field(text, SV("plural="), &expression) ||
        !strview_to_int(number, &forms) || forms < 1 || forms > COUNT_MAX || expression.len >= rule_size ||
        expression.len == 0) {
        return false;
    }
    memcpy(rule, expression.data, expression.len);
    rule[expression.len] = '\0';
    for (uint32_t n = 0; n < 1200; n++) {
        Reader reader = { rule, n, 0, false };
        uint32_t form = read_condition(&reader);
        skip_blanks(&reader);
        if (reader.failed || *reader.at != '\0' || form >= (uint32_t)forms) {
            return false;
        }
    }
    *count = (uint32_t)forms;
    return true;
}

uint32_t plural_rule_evaluate(const char *rule, uint32_t n)
{
    if (rule[0] == '\0') {
        return n != 1;
    }
    Reader reader = { rule, n, 0, false };
    return read_condition(&reader);
}
