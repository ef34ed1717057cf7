#ifndef SANGO_BASE_STATUS_H
#define SANGO_BASE_STATUS_H

/* Why an operation did not finish. The list is the only place a code is named;
 * the enum and status_text() are both made from it. */
#define STATUS_LIST(X)                                                                                       \
    X(OK, "ok")                                                                                              \
    X(NOMEM, "out of memory")                                                                                \
    X(NOT_FOUND, "not found")                                                                                \
    X(IO, "file could not be read or written")                                                               \
    X(INVALID, "data is not valid")                                                                          \
    X(BUSY, "another program is using it")                                                                   \
    X(UNSUPPORTED, "not available on this machine")                                                          \
    X(LIMIT, "a fixed limit was reached")

typedef enum Status {
#define X(name, text) STATUS_##name,
    STATUS_LIST(X)
#undef X
} Status;

/* A short English phrase for logs; never shown to a child. Never NULL. */
const char *status_text(Status status);

#endif
