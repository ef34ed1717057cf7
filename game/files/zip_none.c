#include "zip.h"

/* A build without PhysicsFS: packs are folders. */
Status zip_open(const char *path, DiagSink *diags, Zip *zip)
{
    DiagSink unheard = { 0 };
    *zip = (Zip){ { 0 }, { 0 } };
    diag_report(diags ? diags : &unheard, DIAG_ERROR, (SourcePos){ .file = strview_from_cstr(path) }, 0, "pack-zip",
                "this build of the game cannot read zip files: unpack it into a folder");
    return STATUS_UNSUPPORTED;
}

void zip_close(Zip *zip, const char *path)
{
    (void)zip;
    (void)path;
}

Status zip_read(const Zip *zip, const Allocator *alloc, StrView name, size_t max_bytes, StrView *text)
{
    (void)zip, (void)alloc, (void)name, (void)max_bytes;
    *text = (StrView){ NULL, 0 };
    return STATUS_UNSUPPORTED;
}
