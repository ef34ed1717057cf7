/* Any bytes as files of a project's folder, divided by lines "== name": the first is the project
 * file, the others lie beside it. Loading ends, refusals have places, nothing outside is asked for. */
#include "memory_files.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { FILES_MAX = 32 };

typedef struct Folder {
    MemoryFile files[FILES_MAX];
    MemoryFiles memory;
} Folder;

static void expect(bool is_true)
{
    if (!is_true) {
        abort();
    }
}

static size_t find_mark(StrView rest)
{
    for (size_t i = 0; i + 4 <= rest.len; i++) {
        if (memcmp(rest.data + i, "\n== ", 4) == 0) {
            return i;
        }
    }
    return rest.len;
}

static void divide(Folder *folder, StrView rest)
{
    StrView name = SV("p.yarnproject");
    for (size_t i = 0; i < FILES_MAX; i++) {
        size_t end = find_mark(rest);
        folder->files[i] = (MemoryFile){ name, strview_slice(rest, 0, end) };
        folder->memory.count = i + 1;
        rest = strview_slice(rest, end + 4, rest.len);
        if (!strview_take(&rest, '\n', &name)) {
            break;
        }
    }
    folder->memory.files = folder->files;
}

static void check_path(StrView path)
{
    StrView rest = path, part;
    expect(path.len > 0 && path.data[0] != '/');
    while (strview_take(&rest, '/', &part)) {
        expect(!strview_equal(part, SV("..")));
    }
}

static Status checked_read(void *user, const Allocator *alloc, StrView path, size_t max_bytes, StrView *text)
{
    check_path(path);
    return memory_read(user, alloc, path, max_bytes, text);
}

static void check_diag(void *user, const Diag *diag)
{
    const Folder *folder = user;
    for (size_t i = 0; i < folder->memory.count; i++) {
        if (strview_equal(folder->files[i].path, diag->pos.file)) {
            size_t lines = 1;
            for (size_t at = 0; at < folder->files[i].text.len; at++) {
                lines += folder->files[i].text.data[at] == '\n';
            }
            expect(diag->pos.line <= lines && (diag->pos.line == 0 || diag->pos.column > 0));
            return;
        }
    }
    abort(); /* of no file of the folder */
}

static void compile(const Folder *folder, const YarnProject *project, DiagSink *diags)
{
    YarnSource sources[FILES_MAX];
    YarnProgram *program = NULL;
    size_t count = 0;
    for (size_t i = 0; i < project->source_count; i++) {
        for (size_t f = 0; f < folder->memory.count; f++) {
            if (strview_equal(folder->files[f].path, project->sources[i]) && count < FILES_MAX) {
                sources[count++] = (YarnSource){ folder->files[f].path, folder->files[f].text };
                break;
            }
        }
    }
    expect(count == project->source_count);
    YarnCompileOptions options = { .alloc = alloc_heap(),
                                   .functions = project->definitions.functions,
                                   .function_count = project->definitions.function_count };
    if (yarn_compile(&options, sources, count, &program) == STATUS_OK) {
        yarn_definitions_check(&project->definitions, program, diags);
    }
    yarn_program_destroy(program);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Folder folder;
    divide(&folder, (StrView){ (const char *)data, size });
    YarnFiles files = { checked_read, memory_list, &folder.memory, SV("") };
    DiagSink diags = { .report = check_diag, .user = &folder };
    YarnProject project;
    Status status = yarn_project_load(alloc_heap(), &files, SV("p.yarnproject"), &diags, &project);
    expect((status == STATUS_OK) == (diags.errors == 0));
    for (size_t i = 0; status == STATUS_OK && i < project.source_count; i++) {
        check_path(project.sources[i]);
        expect(i == 0 || strview_compare(project.sources[i - 1], project.sources[i]) <= 0);
    }
    if (status == STATUS_OK) {
        compile(&folder, &project, &diags);
    }
    yarn_project_release(&project);
    return 0;
}
