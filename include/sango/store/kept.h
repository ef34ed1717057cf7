#ifndef SANGO_STORE_KEPT_H
#define SANGO_STORE_KEPT_H

#include "sango/store/store.h"

/* A store that somebody else keeps as one text, for where there are no files: a browser.
 *
 *     StoreKeep keep = { .user = page, .write = page_write };
 *     status = store_kept_open(alloc, saved, &keep, &store, &was_broken);
 *
 * The text is compact JSON in UTF-8, a table for each kind of thing, its first row the names of its columns:
 *
 *     {"format":"sango-progress","version":1,"counts":[["hour","name","count"]],…
 *      "players":[["id","nickname","avatar","band"],[1,"brave/otter/7","otter",1]],…,"last_id":1}
 *
 * A text that JSON cannot hold (bytes that are not UTF-8, or a NUL) is {"hex":"ff00"} there, a whole number beyond 2^53 a
 * text of digits: every text and number comes back as it was. */
typedef struct StoreKeep {
    void *user;
    /* Keeps the whole text in place of the one before, which is then gone. Borrowed during the call. Called before the
     * call that changed something returns; its status is that call's. Never called again while it runs. */
    Status (*write)(void *user, StrView text);
    /* May be NULL. Everything is being deleted: a damaged text that was kept beside is to go, too. */
    Status (*forget)(void *user);
} StoreKeep;

enum { STORE_KEPT_BYTES_MAX = 16 * 1024 * 1024 };

/* What is in `saved`, which is read before this returns; empty: a new store. Nothing is written before the first change.
 *
 * A damaged or foreign text: *was_broken is true, and a new store is begun. The first change will write over the old
 * text, so the caller keeps it in another place first. A text of a newer version: STATUS_UNSUPPORTED, no store, and
 * the caller leaves that text alone. STATUS_NOMEM.
 *
 * When a write fails, or the text would be longer than STORE_KEPT_BYTES_MAX (STATUS_LIMIT), the change stays in memory and
 * goes with the next write, also one by scrub() or close(). Two changes are undone, because who asked for them asks
 * again: add_player() and count_up(). Not written at all is a change that changes nothing (put() of what is there).
 * `keep` is copied. End it with store->ops->close(). One thread. */
Status store_kept_open(const Allocator *alloc, StrView saved, const StoreKeep *keep, Store **store, bool *was_broken);

#endif
