#include "sango/yarn/tag.h"

#include "../names.h"
#include "script_line.h"

#include <inttypes.h>

enum { NUMBER_DIGITS_MAX = 18, NEW_KEY_DIGITS = 3 };

/* "sp" of "sp136". */
typedef struct IdKey {
    StrView name;
    uint64_t highest; /* number of any id of this key */
    size_t digits;    /* of that id: "cat036" continues as "cat037" */
    size_t file;      /* the last one that it was counted in */
    size_t uses;      /* there */
} IdKey;

typedef struct Tagger {
    Arena arena;
    const YarnTagRequest *request;
    NameMap used; /* every id that is written anywhere */
    NameMap key_names;
    IdKey *keys;
    size_t key_count, key_capacity;
    size_t *file_keys; /* by source: index of its key; SIZE_MAX: none yet */
    bool nomem;
} Tagger;

static IdKey *find_key(Tagger *tagger, StrView name)
{
    uint32_t found = names_find(&tagger->key_names, name);
    if (found != NAME_NONE) {
        return &tagger->keys[found];
    }
    IdKey *grown = tagger->keys;
    if (tagger->key_count == tagger->key_capacity) {
        grown = alloc_grow(tagger->arena.alloc, tagger->keys, &tagger->key_capacity, tagger->key_count + 1,
                           sizeof *grown);
    }
    StrView kept = arena_copy(&tagger->arena, name);
    tagger->keys = grown ? grown : tagger->keys;
    if (!grown || !kept.data ||
        names_add(&tagger->key_names, &tagger->arena, kept, (uint32_t)tagger->key_count) == NAME_NONE) {
        tagger->nomem = true;
        return NULL;
    }
    grown[tagger->key_count] = (IdKey){ .name = kept, .digits = NEW_KEY_DIGITS, .file = SIZE_MAX };
    return &grown[tagger->key_count++];
}

/* The number at the end of an id; its digits are *digits. */
static uint64_t end_number(StrView id, size_t *digits)
{
    uint64_t number = 0;
    size_t at = id.len;
    while (at > 0 && id.data[at - 1] >= '0' && id.data[at - 1] <= '9') {
        at--;
    }
    *digits = id.len - at;
    for (; at < id.len && *digits <= NUMBER_DIGITS_MAX; at++) {
        number = number * 10 + (uint64_t)(id.data[at] - '0');
    }
    return number;
}

static void note_id(Tagger *tagger, size_t file, StrView id)
{
    size_t digits;
    uint64_t number = end_number(id, &digits);
    if (names_add(&tagger->used, &tagger->arena, id, 0) == NAME_NONE) {
        tagger->nomem = true;
    }
    if (digits == 0 || digits == id.len || digits > NUMBER_DIGITS_MAX || tagger->nomem) {
        return;
    }
    IdKey *key = find_key(tagger, strview_slice(id, 0, id.len - digits));
    if (!key) {
        return;
    }
    if (number >= key->highest) {
        key->highest = number;
        key->digits = digits;
    }
    key->uses = key->file == file ? key->uses + 1 : 1;
    key->file = file;
    size_t best = tagger->file_keys[file];
    if (best == SIZE_MAX || tagger->keys[best].uses < key->uses) {
        tagger->file_keys[file] = (size_t)(key - tagger->keys);
    }
}

/* Also those in comments: a line that was taken out may come back. */
static void note_ids_of_file(Tagger *tagger, size_t file)
{
    StrView text = tagger->request->sources[file].text;
    for (size_t at = 0; at < text.len && !tagger->nomem; at++) {
        if (text.data[at] != '#') {
            continue;
        }
        StrView tag = script_tag_text(strview_slice(text, at + 1, text.len));
        size_t prefix = strview_starts_with(tag, SV("line:"))     ? 5
                        : strview_starts_with(tag, SV("shadow:")) ? 7
                                                                  : 0;
        if (prefix && tag.len > prefix) {
            note_id(tagger, file, strview_slice(tag, prefix, tag.len));
        }
    }
}

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* "sp" for "levels/surprise_present.yarn", "prologue" for "prologue.yarn": the first
 * letters of several words, or the one word. */
static void append_file_key(StrBuf *out, StrView path)
{
    size_t start = path.len, words = 0;
    while (start > 0 && path.data[start - 1] != '/') {
        start--;
    }
    StrView name = strview_slice(path, start, path.len);
    if (name.len > 5 && strview_equal(strview_slice(name, name.len - 5, 5), SV(".yarn"))) {
        name.len -= 5;
    }
    for (size_t i = 0; i < name.len; i++) {
        words += is_word_byte(name.data[i]) && (i == 0 || !is_word_byte(name.data[i - 1]));
    }
    for (size_t i = 0; i < name.len; i++) {
        bool is_first = i == 0 || !is_word_byte(name.data[i - 1]);
        if (is_word_byte(name.data[i]) && (is_first || words == 1)) {
            char c = name.data[i];
            strbuf_char(out, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c);
        }
    }
    if (words == 0) {
        strbuf_append(out, SV("line"));
    }
}

/* The key of a file that has no ids. */
static IdKey *make_key(Tagger *tagger, size_t file)
{
    StrBuf name;
    strbuf_init(&name, tagger->arena.alloc);
    strbuf_append(&name, tagger->request->prefix);
    if (name.len == 0) {
        append_file_key(&name, tagger->request->sources[file].name);
    }
    char last = name.len ? name.data[name.len - 1] : '\0';
    if (last >= '0' && last <= '9') {
        strbuf_char(&name, '_'); /* else the number could not be told from the key */
    }
    IdKey *key = name.failed ? NULL : find_key(tagger, strbuf_view(&name));
    tagger->nomem = tagger->nomem || !key;
    strbuf_release(&name);
    return key;
}

static StrView next_id(Tagger *tagger, size_t file)
{
    size_t index = tagger->file_keys[file];
    IdKey *key = index == SIZE_MAX ? make_key(tagger, file) : &tagger->keys[index];
    StrView id = SV("");
    if (!key) {
        return id;
    }
    tagger->file_keys[file] = (size_t)(key - tagger->keys);
    StrBuf text;
    strbuf_init(&text, tagger->arena.alloc);
    do {
        strbuf_clear(&text);
        strbuf_printf(&text, "%.*s%0*" PRIu64, SV_ARG(key->name), (int)key->digits, ++key->highest);
    } while (names_find(&tagger->used, strbuf_view(&text)) != NAME_NONE);
    id = arena_copy(&tagger->arena, strbuf_view(&text));
    if (text.failed || !id.data || names_add(&tagger->used, &tagger->arena, id, 0) == NAME_NONE) {
        tagger->nomem = true;
    }
    strbuf_release(&text);
    return id;
}

static void report_untagged(const Tagger *tagger, YarnPlace place)
{
    if (tagger->request->untagged) {
        diag_report(tagger->request->untagged, DIAG_ERROR,
                    (SourcePos){ place.file, place.line, place.column }, 0, "line-tag",
                    "this line has no #line: id");
    }
}

static void report_left(const Tagger *tagger, YarnPlace place)
{
    if (tagger->request->left) {
        diag_report(tagger->request->left, DIAG_WARNING, (SourcePos){ place.file, place.line, place.column },
                    0, "line-tag",
                    "this line gets no id, because a web address cuts it; write :\\/\\/ and tag again");
    }
}

/* The lines of one source, *next being the first of them in the program. */
static void tag_file(Tagger *tagger, size_t file, size_t *next, YarnTagged *tagged)
{
    const YarnSource *source = &tagger->request->sources[file];
    ScriptCursor cursor;
    size_t copied = 0;
    script_cursor_init(&cursor, source->text);
    for (; *next < yarn_program_line_count(tagger->request->program) && !tagger->nomem; (*next)++) {
        YarnLineInfo line = yarn_program_line(tagger->request->program, *next);
        if (!strview_equal(line.place.file, source->name)) {
            break;
        }
        ScriptLine found = script_cursor_find(&cursor, line.place);
        if (line.has_explicit_id || found.is_shadow) {
            continue;
        }
        report_untagged(tagger, line.place);
        if (found.is_cut) {
            report_left(tagger, line.place);
            continue;
        }
        StrView id = next_id(tagger, file);
        strbuf_append(&tagged->text, strview_slice(source->text, copied, found.end - copied));
        strbuf_printf(&tagged->text, " #line:%.*s%s", SV_ARG(id), found.has_comment ? " " : "");
        copied = found.end;
        tagged->added++;
    }
    strbuf_append(&tagged->text, strview_slice(source->text, copied, source->text.len));
    tagger->nomem = tagger->nomem || tagged->text.failed;
}

Status yarn_tag(const Allocator *alloc, const YarnTagRequest *request, YarnTagged *tagged)
{
    Tagger tagger = { .request = request };
    size_t next = 0;
    arena_init(&tagger.arena, alloc, 4096);
    tagger.file_keys = ARENA_ARRAY(&tagger.arena, size_t, request->source_count + 1);
    tagger.nomem = !tagger.file_keys;
    for (size_t i = 0; i < request->source_count; i++) {
        tagged[i] = (YarnTagged){ 0 };
        strbuf_init(&tagged[i].text, alloc);
    }
    for (size_t i = 0; i < request->source_count && !tagger.nomem; i++) {
        tagger.file_keys[i] = SIZE_MAX;
        note_ids_of_file(&tagger, i);
    }
    for (size_t i = 0; i < request->source_count && !tagger.nomem; i++) {
        tag_file(&tagger, i, &next, &tagged[i]);
    }
    alloc_free(alloc, tagger.keys, tagger.key_capacity * sizeof *tagger.keys);
    arena_release(&tagger.arena);
    return tagger.nomem ? STATUS_NOMEM : STATUS_OK;
}

void yarn_tagged_release(YarnTagged *tagged, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        strbuf_release(&tagged[i].text);
    }
}
