#include "kiosk_internal.h"

#include <errno.h>
#include <qrencode.h>

/* libqrencode makes the code. One home. */
enum { QUIET_MODULES = 4 }; /* ISO/IEC 18004, 9.1 */

Status qr_encode(StrView text, QrPicture *qr)
{
    StrBuf copy;
    qr->width = 0;
    strbuf_init(&copy, alloc_heap());
    strbuf_append(&copy, text);
    QRcode *code = copy.failed ? NULL : QRcode_encodeString8bit(copy.data, 0, QR_ECLEVEL_M);
    Status status = code ? STATUS_OK : errno == ENOMEM || copy.failed ? STATUS_NOMEM : STATUS_LIMIT;
    strbuf_release(&copy);
    if (code) {
        size_t modules = (size_t)code->width * (size_t)code->width;
        qr->width = modules <= sizeof qr->dark ? (unsigned)code->width : 0;
        for (size_t i = 0; i < modules && qr->width; i++) {
            qr->dark[i] = code->data[i] & 1;
        }
        QRcode_free(code);
    }
    return status;
}

static float snap(float units, float scale)
{
    return (float)(int)(units * scale + 0.5f) / scale;
}

/* Modules beside each other are one rectangle. */
static void draw_row(DrawList *draw, const QrPicture *qr, unsigned row, float x, float y, float module)
{
    const unsigned char *dark = qr->dark + (size_t)row * qr->width;
    for (unsigned from = 0; from < qr->width;) {
        unsigned to = from;
        while (to < qr->width && dark[to] == dark[from]) {
            to++;
        }
        if (dark[from]) {
            draw_fill(draw, (Rect){ x + (float)from * module, y, (float)(to - from) * module, module }, 0, 0x000000FFu);
        }
        from = to;
    }
}

float qr_width(const QrPicture *qr, float size, float scale)
{
    int across = (int)qr->width + 2 * QUIET_MODULES;
    int module_px = (int)(size * scale + 0.01f) / across;
    return (float)(module_px > 0 ? module_px : 1) * (float)across / scale;
}

void qr_draw(DrawList *draw, const QrPicture *qr, float x, float y, float width, float scale)
{
    float module = width / (float)(qr->width + 2 * QUIET_MODULES);
    float left = snap(x, scale);
    float top = snap(y, scale);
    draw_fill(draw, (Rect){ left, top, width, width }, 0, 0xFFFFFFFFu);
    for (unsigned row = 0; row < qr->width; row++) {
        draw_row(draw, qr, row, left + QUIET_MODULES * module, top + (float)(row + QUIET_MODULES) * module, module);
    }
}
