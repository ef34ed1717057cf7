#include "sango/files/files.h"

#include "sango/base/file.h"
#include "sango/base/strbuf.h"
#include "zip.h"

struct FileTree {
    const Allocator *alloc;
    StrBuf path; /* of the folder or zip */
    bool is_zip;
    Zip zip;
};

bool file_tree_is_inside(StrView name)
{
    size_t part = 0; /* where the present part begins */
    if (name.len == 0 || name.len > FILE_TREE_NAME_BYTES_MAX) {
        return false;
    }
    for (size_t i = 0; i <= name.len; i++) {
        if (i == name.len || name.data[i] == '/') {
            StrView word = strview_slice(name, part, i - part);
            if (word.len == 0 || strview_equal(word, SV(".")) || strview_equal(word, SV(".."))) {
                return false;
            }
            part = i + 1;
        } else if (name.data[i] == '\\' || name.data[i] == ':' || (unsigned char)name.data[i] < 0x20) {
            return false;
        }
    }
    return true;
}

static Status open_kind(FileTree *tree, DiagSink *diags)
{
    uint64_t bytes;
    tree->is_zip = !file_is_folder(tree->path.data);
    Status status = tree->is_zip ? file_size(tree->path.data, &bytes) : STATUS_OK;
    return tree->is_zip && status == STATUS_OK ? zip_open(tree->path.data, diags, &tree->zip) : status;
}

Status file_tree_open(const Allocator *alloc, const char *path, DiagSink *diags, FileTree **result)
{
    *result = NULL;
    FileTree *tree = alloc_take(alloc, 1, sizeof *tree);
    if (!tree) {
        return STATUS_NOMEM;
    }
    tree->alloc = alloc;
    strbuf_init(&tree->path, alloc);
    strbuf_append(&tree->path, strview_from_cstr(path));
    Status status = tree->path.failed ? STATUS_NOMEM : open_kind(tree, diags);
    if (status != STATUS_OK) {
        strbuf_release(&tree->path);
        alloc_free(alloc, tree, sizeof *tree);
        return status;
    }
    *result = tree;
    return STATUS_OK;
}

void file_tree_close(FileTree *tree)
{
    if (!tree) {
        return;
    }
    if (tree->is_zip) {
        zip_close(&tree->zip, tree->path.data);
    }
    strbuf_release(&tree->path);
    alloc_free(tree->alloc, tree, sizeof *tree);
}

bool file_tree_is_zip(const FileTree *tree)
{
    return tree->is_zip;
}

Status file_tree_read(const FileTree *tree, const Allocator *alloc, StrView name, size_t max_bytes, StrView *text)
{
    *text = (StrView){ NULL, 0 };
    if (!file_tree_is_inside(name)) {
        return STATUS_INVALID;
    }
    if (tree->is_zip) {
        return zip_read(&tree->zip, alloc, name, max_bytes, text);
    }
    StrBuf path;
    strbuf_init(&path, alloc);
    strbuf_printf(&path, "%s/%.*s", tree->path.data, SV_ARG(name));
    Status status = path.failed ? STATUS_NOMEM : file_read(alloc, path.data, max_bytes, text);
    strbuf_release(&path);
    return status;
}
