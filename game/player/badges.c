#include "badges_internal.h"

#include "progress_internal.h"
#include "sango/player/widgets.h"

#include <stdio.h>

typedef struct Share {
    unsigned points, maximum;
} Share;

static StrView joined(StrBuf *out, const char *prefix, StrView name)
{
    strbuf_clear(out);
    strbuf_append(out, strview_from_cstr(prefix));
    strbuf_append(out, name);
    return strbuf_view(out);
}

static Power find_power(StrView name)
{
    unsigned power = 0;
    while (power < POWER_COUNT && !strview_equal(name, strview_from_cstr(power_name((Power)power)))) {
        power++;
    }
    return (Power)power;
}

/* "privacy:5/6". False when it is not so. */
static bool read_share(StrView word, Power *power, Share *share)
{
    enum { MOST = 10000 };
    StrView name;
    StrView points;
    int32_t got;
    int32_t of;
    if (!strview_take(&word, ':', &name) || !strview_take(&word, '/', &points) || !strview_to_int(points, &got) ||
        !strview_to_int(word, &of) || got < 0 || of < got || of > MOST) {
        return false;
    }
    *power = find_power(name);
    *share = (Share){ (unsigned)got, (unsigned)of };
    return *power != POWER_COUNT;
}

/* Adds to `shares` what is kept of one story. */
static void read_story(App *app, StrView stored, Share shares[POWER_COUNT])
{
    StrView word;
    while (strview_take(&stored, ' ', &word)) {
        Power power;
        Share share;
        if (!read_share(word, &power, &share)) {
            app_store_notice(app, STATUS_INVALID, "the points of a story are damaged and do not count");
            return;
        }
        shares[power].points += share.points;
        shares[power].maximum += share.maximum;
    }
}

static void read_powers(App *app, Arena *arena, Badges *badges)
{
    Share shares[POWER_COUNT] = { { 0 } };
    StrBuf key;
    strbuf_init(&key, app->parts.alloc);
    for (size_t i = 0; i < progress_pack_count(app); i++) {
        const LevelPack *pack = progress_pack(app, i);
        for (size_t k = 0; k < pack->level_count; k++) {
            read_story(app, app_get(app, arena, joined(&key, "power.", pack->levels[k].key)), shares);
        }
    }
    strbuf_release(&key);
    for (unsigned i = 0; i < POWER_COUNT; i++) {
        badges->powers[i] = (uint8_t)score_rank(shares[i].points, shares[i].maximum);
    }
}

static unsigned read_count(App *app, Arena *arena, StrView key)
{
    StrView stored = app_get(app, arena, key);
    int32_t count = 0;
    if (stored.len && (!strview_to_int(stored, &count) || count < 0)) {
        app_store_notice(app, STATUS_INVALID, "the count of a deed is damaged and is begun anew");
        count = 0;
    }
    return (unsigned)count;
}

static void read_deeds(App *app, Arena *arena, Badges *badges)
{
    Store *store = app_store(app);
    uint32_t done = 0;
    StrBuf key;
    Status status = store->ops->deeds(store, app->player.id, &done);
    if (status != STATUS_OK) {
        app_store_notice(app, status, "the badges could not be read");
    }
    strbuf_init(&key, app->parts.alloc);
    for (unsigned i = 0; i < DEED_WORLD; i++) { /* worlds are counted by the results */
        unsigned times = read_count(app, arena, joined(&key, "deed.", strview_from_cstr(deed_name((Deed)i))));
        bool is_done = done >> i & 1;
        times = is_done && times == 0 ? 1 : times; /* kept before deeds were counted */
        badges->deeds[i] = (uint8_t)(is_done ? score_deed_rank(times) : 0);
    }
    strbuf_release(&key);
    Progress progress;
    progress_read(app, arena, &progress);
    badges->deeds[DEED_WORLD] = (uint8_t)score_deed_rank(progress_worlds_finished(app, &progress));
}

void badges_read(App *app, Badges *badges)
{
    Arena arena;
    arena_init(&arena, app->parts.alloc, 1024);
    *badges = (Badges){ { 0 }, { 0 } };
    read_powers(app, &arena, badges);
    read_deeds(app, &arena, badges);
    arena_release(&arena);
}

/* By shares: 5 of 6 is better than 2 of 3. */
static bool is_better(Share a, Share b)
{
    return b.maximum == 0 || (uint64_t)a.points * b.maximum > (uint64_t)b.points * a.maximum;
}

static void add_powers(App *app, Arena *arena, StrView level, const LevelScore *score)
{
    Share kept[POWER_COUNT] = { { 0 } };
    StrBuf key;
    StrBuf text;
    strbuf_init(&key, app->parts.alloc);
    strbuf_init(&text, app->parts.alloc);
    StrView name = joined(&key, "power.", level);
    read_story(app, app_get(app, arena, name), kept);
    for (unsigned i = 0; i < POWER_COUNT; i++) {
        Share now = { score->power_points[i], score->power_maximum[i] };
        Share best = now.maximum && is_better(now, kept[i]) ? now : kept[i];
        if (best.maximum) {
            strbuf_printf(&text, "%s%s:%u/%u", text.len ? " " : "", power_name((Power)i), best.points, best.maximum);
        }
    }
    if (text.len) {
        app_put(app, name, strbuf_view(&text));
    }
    strbuf_release(&key);
    strbuf_release(&text);
}

static void add_deeds(App *app, Arena *arena, unsigned deeds, uint32_t before)
{
    StrBuf key;
    StrBuf text;
    strbuf_init(&key, app->parts.alloc);
    strbuf_init(&text, app->parts.alloc);
    for (unsigned i = 0; i < DEED_COUNT; i++) {
        if (deeds >> i & 1) {
            StrView name = joined(&key, "deed.", strview_from_cstr(deed_name((Deed)i)));
            unsigned times = read_count(app, arena, name);
            times = times == 0 && before >> i & 1 ? 1 : times;
            strbuf_clear(&text);
            strbuf_printf(&text, "%u", times + 1);
            app_put(app, name, strbuf_view(&text));
        }
    }
    strbuf_release(&key);
    strbuf_release(&text);
}

void badges_add(App *app, StrView level, const LevelScore *score, unsigned deeds)
{
    Store *store = app_store(app);
    Arena arena;
    uint32_t before = 0;
    arena_init(&arena, app->parts.alloc, 512);
    Status status = store->ops->deeds(store, app->player.id, &before);
    add_powers(app, &arena, level, score);
    add_deeds(app, &arena, deeds, before);
    if (status == STATUS_OK) {
        status = store->ops->add_deeds(store, app->player.id, deeds);
    }
    if (status != STATUS_OK) {
        app_store_notice(app, status, "the badges could not be saved");
    }
    arena_release(&arena);
}

StrView badge_picture(UiFrame *frame, const char *name, unsigned rank)
{
    char picture[64];
    int len = snprintf(picture, sizeof picture, "ui/badge_%s_%u", name, rank);
    return arena_copy(frame->arena, (StrView){ picture, (size_t)len });
}

StrView badge_rank_title(const Catalogue *catalogue, unsigned rank)
{
    switch (rank) {
    case 1:
        return TR(catalogue, "rank.1", "Starter");
    case 2:
        return TR(catalogue, "rank.2", "Explorer");
    case 3:
        return TR(catalogue, "rank.3", "Guardian");
    default:
        return SV("");
    }
}
