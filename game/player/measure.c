#include "sango/player/measure.h"

#include "measure_internal.h"
#include "progress_internal.h"

static Status read_marks(Store *store, Arena *arena, int64_t player, StrView world, MeasureTime time, MeasureAnswers *answers)
{
    StoreMark *marks;
    size_t count;
    bool has_any = false;
    measure_answers_init(answers);
    Status status = store->ops->marks(store, player, arena, &marks, &count);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        const StoreMark *mark = &marks[i];
        bool is_whole = mark->figure < MEASURE_FIGURE_COUNT && mark->item < MEASURE_ITEMS_PER_FIGURE && mark->points <= MEASURE_ITEM_MAX;
        if (is_whole && mark->time == (uint32_t)time && strview_equal(mark->world, world)) {
            measure_answer(answers, (MeasureFigure)mark->figure, mark->item, mark->points);
            has_any = true;
        }
    }
    return status == STATUS_OK && !has_any ? STATUS_NOT_FOUND : status;
}

Status measure_read(Store *store, int64_t player, StrView world, MeasureTime time, MeasureAnswers *answers)
{
    Arena arena;
    arena_init(&arena, alloc_heap(), 1024);
    Status status = read_marks(store, &arena, player, world, time, answers);
    arena_release(&arena);
    return status;
}

Status measure_read_class(Store *store, StrView world, MeasureTime time, MeasureClass *group)
{
    Arena arena;
    StorePlayer *players;
    size_t count = 0;
    *group = (MeasureClass){ 0 };
    arena_init(&arena, alloc_heap(), 4096);
    Status status = store->ops->players(store, &arena, &players, &count);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        MeasureAnswers before, after;
        Status was = read_marks(store, &arena, players[i].id, world, MEASURE_BEFORE, &before);
        Status is = read_marks(store, &arena, players[i].id, world, time, &after);
        status = was != STATUS_OK && was != STATUS_NOT_FOUND ? was : is != STATUS_OK && is != STATUS_NOT_FOUND ? is : STATUS_OK;
        if (status == STATUS_OK) {
            measure_add(group, was == STATUS_OK ? &before : NULL, is == STATUS_OK ? &after : NULL);
        }
    }
    arena_release(&arena);
    return status;
}

Status measure_keep(Store *store, int64_t player, StrView world, MeasureTime time, const LevelSession *session)
{
    SessionMark marks[SESSION_MARKS_MAX];
    size_t count = level_session_marks(session, marks, SESSION_MARKS_MAX);
    Status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        StoreMark mark = { world, (uint32_t)time, (uint32_t)marks[i].figure, marks[i].item, marks[i].points };
        status = store->ops->put_mark(store, player, &mark);
    }
    return status;
}

/* --- when it is asked ------------------------------------------------------------------ */

StrView measure_world(Arena *arena, const LevelPack *pack, StrView world)
{
    StrBuf key;
    if (strview_equal(pack->id, SV("sango"))) {
        return world;
    }
    strbuf_init(&key, alloc_heap());
    strbuf_printf(&key, "%.*s/%.*s", SV_ARG(pack->id), SV_ARG(world));
    StrView copy = arena_copy(arena, strbuf_view(&key));
    strbuf_release(&key);
    return copy;
}

/* "measured.<world>" holds the times at which it was offered, as bits. */
static StrView asked_key(StrBuf *key, Arena *arena, const LevelPack *pack, StrView world)
{
    strbuf_clear(key);
    strbuf_append(key, SV("measured."));
    strbuf_append(key, measure_world(arena, pack, world));
    return strbuf_view(key);
}

static unsigned read_asked(App *app, Arena *arena, StrView world)
{
    StrBuf key;
    int32_t bits = 0;
    strbuf_init(&key, app->parts.alloc);
    StrView stored = app_get(app, arena, asked_key(&key, arena, app->parts.pack, world));
    bool is_whole = strview_to_int(stored, &bits) && bits >= 0;
    strbuf_release(&key);
    return is_whole ? (unsigned)bits : 0;
}

void measure_note_asked(App *app, StrView world, MeasureTime time)
{
    Arena arena;
    StrBuf key, value;
    arena_init(&arena, app->parts.alloc, 256);
    strbuf_init(&key, app->parts.alloc);
    strbuf_init(&value, app->parts.alloc);
    strbuf_printf(&value, "%u", read_asked(app, &arena, world) | 1u << time);
    app_put(app, asked_key(&key, &arena, app->parts.pack, world), strbuf_view(&value));
    app->has_measured = true;
    strbuf_release(&key);
    strbuf_release(&value);
    arena_release(&arena);
}

static bool can_ask(const App *app, StrView world)
{
    return app->parts.pack && !app->kept_store && !strview_equal(world, SV("home")) && level_pack_measure(app->parts.pack, app->player.band);
}

bool measure_is_due_before(App *app, StrView world)
{
    Arena arena;
    Progress progress;
    if (!can_ask(app, world)) {
        return false;
    }
    arena_init(&arena, app->parts.alloc, 1024);
    progress_read(app, &arena, &progress);
    bool is_new = progress_world(app, &progress, app->parts.pack, world).done == 0;
    bool is_due = is_new && !(read_asked(app, &arena, world) & 1u << MEASURE_BEFORE);
    arena_release(&arena);
    return is_due;
}

bool measure_is_due_after(App *app, StrView world, MeasureTime *time)
{
    Arena arena;
    Progress progress;
    if (!can_ask(app, world)) {
        return false;
    }
    arena_init(&arena, app->parts.alloc, 1024);
    progress_read(app, &arena, &progress);
    WorldProgress sum = progress_world(app, &progress, app->parts.pack, world);
    unsigned asked = read_asked(app, &arena, world);
    arena_release(&arena);
    *time = asked & 1u << MEASURE_AFTER ? MEASURE_LATER : MEASURE_AFTER;
    bool is_open = !(asked & 1u << *time) && (*time == MEASURE_AFTER || !app->has_measured);
    return sum.levels > 0 && sum.done == sum.levels && is_open;
}
