#include "script_maker.h"

enum { DEPTH_MAX = 4, NODES_MAX = 3 };

typedef struct Maker {
    StrBuf *out;
    Rng *rng;
    const char *line_break;
    unsigned ids; /* given so far */
} Maker;

static bool chance(Maker *maker, uint32_t of)
{
    return rng_below(maker->rng, of) == 0;
}

#define PICK(maker, list) (list)[rng_below((maker)->rng, sizeof(list) / sizeof *(list))]

static void put(Maker *maker, const char *text)
{
    strbuf_append(maker->out, strview_from_cstr(text));
}

static void put_indent(Maker *maker, unsigned depth)
{
    for (unsigned i = 0; i < depth; i++) {
        put(maker, "    ");
    }
}

/* Tags, comment, blanks and the break: everything behind a line's text. */
static void end_line(Maker *maker, bool may_have_id)
{
    static const char *const conditions[] = { " <<if $n > 1>>", "<<once>>", " <<once if $n == 2 and true>>",
                                              " <<if \">>#//\" != \"\\\"\">> " };
    static const char *const tags[] = { " #safe", "\t#icon:heart", " #a#b", " #\xC3\xA9t\xC3\xA9" };
    static const char *const ends[] = { " // note", "// note #line:gone7", "   ", "\t", " //", " // \"{<<" };
    if (chance(maker, 4)) {
        put(maker, PICK(maker, conditions));
    }
    while (chance(maker, 3)) {
        put(maker, PICK(maker, tags));
    }
    if (may_have_id && chance(maker, 3)) {
        strbuf_printf(maker->out, " #line:%s%u", chance(maker, 4) ? "other" : "m", ++maker->ids);
        put(maker, chance(maker, 4) ? " #last" : "");
    }
    if (chance(maker, 3)) {
        put(maker, PICK(maker, ends));
    }
    put(maker, maker->line_break);
}

static void put_text(Maker *maker)
{
    static const char *const parts[] = { "Hello",
                                         "Kofi: Hi!",
                                         "{$n}",
                                         "see http:\\/\\/x.example\\/a",
                                         "\xE6\x97\xA5\xE6\x9C\xAC",
                                         "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
                                         "\xF0\x9F\xA6\x86",
                                         "\\{not a value\\}",
                                         "\\#7 \\\\ \\<\\<",
                                         "[b]bold[/b]",
                                         "{\"}\" + \"{#//\\\"\"}",
                                         "{string($n) + \"<<if\"}",
                                         "half < whole > part / all",
                                         "end \\/",
                                         "{1 + 2}\\:" };
    put(maker, PICK(maker, parts));
    while (chance(maker, 2)) {
        put(maker, chance(maker, 5) ? "\t" : " ");
        put(maker, PICK(maker, parts));
    }
}

static void put_block(Maker *maker, unsigned depth);

static void put_choices(Maker *maker, unsigned depth, const char *arrow)
{
    for (uint32_t left = 1 + rng_below(maker->rng, 3); left > 0; left--) {
        put_indent(maker, depth);
        put(maker, arrow);
        put(maker, chance(maker, 6) ? "" : " ");
        put_text(maker);
        end_line(maker, true);
        if (depth < DEPTH_MAX && chance(maker, 2)) {
            put_block(maker, depth + 1);
        }
    }
    if (depth == 0 && chance(maker, 2)) {
        put(maker, maker->line_break); /* an empty line ends the group, and all that it is in */
    }
}

static void put_statement(Maker *maker, unsigned depth)
{
    static const char *const commands[] = { "<<set $n += 1>>", "<<wait 1>> // c", "<<say {$n} #line:no1>>" };
    static const char *const blocks[][2] = { { "<<if $n < 3>>", "<<endif>>" },
                                             { "<<once>>", "<<endonce>>" } };
    uint32_t kind = rng_below(maker->rng, depth < DEPTH_MAX ? 12 : 8);
    if (kind < 6) {
        put_indent(maker, depth);
        put_text(maker);
        end_line(maker, true);
    } else if (kind == 6) {
        put_indent(maker, depth);
        put(maker, chance(maker, 2) ? PICK(maker, commands) : "// only a note #line:m900");
        put(maker, maker->line_break);
    } else if (kind == 7) {
        put_indent(maker, depth);
        put(maker, "Shared words. #shadow:shared");
        put(maker, chance(maker, 2) ? " // #x" : "");
        put(maker, maker->line_break);
    } else if (kind < 10) {
        put_choices(maker, depth, kind == 8 ? "->" : "=>");
    } else {
        const char *const *block = blocks[kind - 10];
        put_indent(maker, depth);
        put(maker, block[0]);
        put(maker, maker->line_break);
        put_block(maker, depth);
        put_indent(maker, depth);
        put(maker, block[1]);
        put(maker, maker->line_break);
    }
}

static void put_block(Maker *maker, unsigned depth)
{
    for (uint32_t left = 1 + rng_below(maker->rng, 4); left > 0; left--) {
        put_statement(maker, depth);
    }
}

void script_make(StrBuf *out, Rng *rng)
{
    static const char *const breaks[] = { "\n", "\r\n", "\r" };
    Maker maker = { .out = out, .rng = rng };
    maker.line_break = PICK(&maker, breaks);
    put(&maker, chance(&maker, 3) ? "\xEF\xBB\xBF" : "");
    uint32_t nodes = 1 + rng_below(rng, NODES_MAX);
    for (uint32_t i = 0; i < nodes; i++) {
        strbuf_printf(out, "title: %s%u%s---%s", i ? "N" : "Start", (unsigned)i, maker.line_break,
                      maker.line_break);
        if (i == 0) {
            strbuf_printf(out, "<<declare $n = 1>>%sShared words. #line:shared%s", maker.line_break,
                          maker.line_break);
        }
        put_block(&maker, 0);
        if (i + 1 < nodes) {
            strbuf_printf(out, "<<jump N%u>>%s", (unsigned)i + 1, maker.line_break);
        }
        strbuf_printf(out, "===%s", i + 1 < nodes || chance(&maker, 2) ? maker.line_break : "");
    }
}
