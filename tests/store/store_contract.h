#ifndef STORE_CONTRACT_H
#define STORE_CONTRACT_H

/* What every store must do, run against each of them. */
#include "sango/store/store.h"
#include "test.h"

static inline bool view_is(StrView got, const char *want)
{
    return strview_equal(got, strview_from_cstr(want));
}

static inline void check_pairs(Store *store, Arena *arena, int64_t otter)
{
    StrView value;
    EXPECT_EQ(store->ops->get(store, otter, SV("text_size"), arena, &value), STATUS_NOT_FOUND);
    EXPECT_EQ(store->ops->put(store, otter, SV("text_size"), SV("150")), STATUS_OK);
    EXPECT_EQ(store->ops->put(store, STORE_EVERYBODY, SV("text_size"), SV("100")), STATUS_OK);
    EXPECT_EQ(store->ops->put(store, otter, SV("text_size"), SV("200")), STATUS_OK);
    EXPECT_EQ(store->ops->get(store, otter, SV("text_size"), arena, &value), STATUS_OK);
    EXPECT(view_is(value, "200"));
    EXPECT_EQ(store->ops->get(store, STORE_EVERYBODY, SV("text_size"), arena, &value), STATUS_OK);
    EXPECT(view_is(value, "100"));
    EXPECT_EQ(store->ops->remove(store, otter, SV("text_size")), STATUS_OK);
    EXPECT_EQ(store->ops->get(store, otter, SV("text_size"), arena, &value), STATUS_NOT_FOUND);
}

static inline void check_results(Store *store, Arena *arena, int64_t otter)
{
    StoreResult run = { .level = SV("present"), .best_stars = 2, .first_points = 8, .last_points = 8, .maximum = 15 };
    EXPECT_EQ(store->ops->finish_level(store, otter, &run), STATUS_OK);
    run.best_stars = 3;
    run.first_points = 1; /* the first run's points stay */
    run.last_points = 15;
    EXPECT_EQ(store->ops->finish_level(store, otter, &run), STATUS_OK);
    run.best_stars = 1; /* the best stars stay */
    EXPECT_EQ(store->ops->finish_level(store, otter, &run), STATUS_OK);
    StoreResult *results;
    size_t count = 0;
    EXPECT_EQ(store->ops->results(store, otter, arena, &results, &count), STATUS_OK);
    EXPECT_EQ(count, 1);
    EXPECT_EQ(results[0].runs, 3);
    EXPECT_EQ(results[0].best_stars, 3);
    EXPECT_EQ(results[0].first_points, 8);
    EXPECT_EQ(results[0].last_points, 15);
}

static inline void check_decisions(Store *store, Arena *arena, int64_t otter, int64_t owl)
{
    StoreDecision answer = { .level = SV("present"), .decision = SV("address"), .run = 1, .attempt = 1, .grade = 2 };
    for (uint32_t i = 1; i <= 40; i++) {
        answer.attempt = i;
        answer.tells = i % 2;
        EXPECT_EQ(store->ops->add_decision(store, i == 40 ? owl : otter, &answer), STATUS_OK);
    }
    StoreDecision *decisions;
    size_t count = 0;
    EXPECT_EQ(store->ops->decisions(store, otter, arena, &decisions, &count), STATUS_OK);
    EXPECT_EQ(count, 39);
    EXPECT_EQ(decisions[38].attempt, 39);
    EXPECT_EQ(decisions[38].tells, 1);
    EXPECT(view_is(decisions[20].decision, "address"));
}

static inline void check_marks(Store *store, Arena *arena, int64_t otter, int64_t owl)
{
    StoreMark mark = { .world = SV("privacy"), .time = 1, .figure = 2, .item = 1, .points = 0 };
    EXPECT_EQ(store->ops->put_mark(store, otter, &mark), STATUS_OK);
    mark.points = 2; /* the newer answer stays */
    EXPECT_EQ(store->ops->put_mark(store, otter, &mark), STATUS_OK);
    mark.time = 0;
    EXPECT_EQ(store->ops->put_mark(store, otter, &mark), STATUS_OK);
    mark.world = SV("ducks/pond");
    EXPECT_EQ(store->ops->put_mark(store, otter, &mark), STATUS_OK);
    EXPECT_EQ(store->ops->put_mark(store, owl, &mark), STATUS_OK);
    StoreMark *marks;
    size_t count = 0, found = 0;
    EXPECT_EQ(store->ops->marks(store, otter, arena, &marks, &count), STATUS_OK);
    EXPECT_EQ(count, 3);
    for (size_t i = 0; i < count; i++) {
        found += view_is(marks[i].world, "privacy") && marks[i].time == 1 && marks[i].figure == 2 && marks[i].item == 1 && marks[i].points == 2;
    }
    EXPECT_EQ(found, 1);
    EXPECT_EQ(store->ops->marks(store, owl, arena, &marks, &count), STATUS_OK);
    EXPECT_EQ(count, 1);
}

/* Keys by the bytes of their beginning: what SQL or a shell would take for a wildcard is a letter like others. */
static inline void check_keys(Store *store, Arena *arena, int64_t otter)
{
    static const char *const names[] = { "lesson.b", "lesson.a", "lesson%", "lesson_x", "LESSON.c", "less", "l*", "lesson.\xC3\xA4" };
    StrView *keys;
    size_t count = 9;
    EXPECT_EQ(store->ops->keys(store, otter, SV("lesson"), arena, &keys, &count), STATUS_OK);
    EXPECT_EQ(count, 0);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        EXPECT_EQ(store->ops->put(store, otter, strview_from_cstr(names[i]), SV("1")), STATUS_OK);
    }
    EXPECT_EQ(store->ops->put(store, STORE_EVERYBODY, SV("lesson.of-all"), SV("1")), STATUS_OK);
    EXPECT_EQ(store->ops->keys(store, otter, SV("lesson."), arena, &keys, &count), STATUS_OK);
    EXPECT_EQ(count, 3);
    EXPECT(count == 3 && view_is(keys[0], "lesson.a") && view_is(keys[1], "lesson.b") && view_is(keys[2], "lesson.\xC3\xA4"));
    EXPECT_EQ(store->ops->keys(store, otter, SV("lesson%"), arena, &keys, &count), STATUS_OK);
    EXPECT(count == 1 && view_is(keys[0], "lesson%"));
    EXPECT_EQ(store->ops->keys(store, otter, SV("lesson_"), arena, &keys, &count), STATUS_OK);
    EXPECT(count == 1 && view_is(keys[0], "lesson_x"));
    EXPECT_EQ(store->ops->keys(store, otter, SV("l*"), arena, &keys, &count), STATUS_OK);
    EXPECT_EQ(count, 1);
    EXPECT_EQ(store->ops->keys(store, otter, SV("lesson.abc"), arena, &keys, &count), STATUS_OK);
    EXPECT_EQ(count, 0);
    EXPECT_EQ(store->ops->keys(store, otter, SV(""), arena, &keys, &count), STATUS_OK);
    EXPECT_EQ(count, sizeof names / sizeof names[0]);
    EXPECT_EQ(store->ops->keys(store, STORE_EVERYBODY, SV("lesson"), arena, &keys, &count), STATUS_OK);
    EXPECT(count == 1 && view_is(keys[0], "lesson.of-all"));
    EXPECT_EQ(store->ops->remove(store, STORE_EVERYBODY, SV("lesson.of-all")), STATUS_OK);
    EXPECT_EQ(store->ops->scrub(store), STATUS_OK); /* changes nothing that can be seen here */
    EXPECT_EQ(store->ops->keys(store, otter, SV("lesson"), arena, &keys, &count), STATUS_OK);
    EXPECT_EQ(count, 5);
}

static inline bool count_is(const StoreCount *count, const char *hour, const char *name, uint64_t number)
{
    return view_is(count->hour, hour) && view_is(count->name, name) && count->count == number;
}

static inline void check_counts(Store *store, Arena *arena)
{
    static const StoreCount some[] = {
        { { "2026-11-26T10", 13 }, { "play", 4 }, 2 }, { { "2026-11-26T09", 13 }, { "play", 4 }, 1 },
        { { "2026-11-26T10", 13 }, { "choice/trick/present/2", 22 }, 1 }, { { "", 0 }, { "play", 4 }, 7 },
        { { "2026-11-26T10", 13 }, { "play", 4 }, 3 }, /* twice at once */
    };
    StoreCount *counts;
    size_t count = 9;
    EXPECT_EQ(store->ops->counts(store, arena, &counts, &count), STATUS_OK);
    EXPECT_EQ(count, 0);
    EXPECT_EQ(store->ops->count_up(store, some, 5), STATUS_OK);
    EXPECT_EQ(store->ops->count_up(store, some, 1), STATUS_OK);
    EXPECT_EQ(store->ops->count_up(store, some, 0), STATUS_OK);
    EXPECT_EQ(store->ops->counts(store, arena, &counts, &count), STATUS_OK);
    EXPECT_EQ(count, 4);
    EXPECT(count == 4 && count_is(&counts[0], "", "play", 7) && count_is(&counts[1], "2026-11-26T09", "play", 1) &&
           count_is(&counts[2], "2026-11-26T10", "choice/trick/present/2", 1) && count_is(&counts[3], "2026-11-26T10", "play", 7));
    EXPECT_EQ(store->ops->remove_counts(store), STATUS_OK);
    EXPECT_EQ(store->ops->remove_counts(store), STATUS_OK);
    EXPECT_EQ(store->ops->counts(store, arena, &counts, &count), STATUS_OK);
    EXPECT_EQ(count, 0);
    EXPECT_EQ(store->ops->count_up(store, some, 1), STATUS_OK); /* from nothing again */
    EXPECT_EQ(store->ops->counts(store, arena, &counts, &count), STATUS_OK);
    EXPECT(count == 1 && counts[0].count == 2);
}

static inline void check_store(Store *store)
{
    Arena arena;
    arena_init(&arena, alloc_heap(), 4096);
    int64_t otter = 0;
    int64_t owl = 0;
    StorePlayer player = { .nickname = SV("brave/otter/7"), .avatar = SV("otter"), .band = 1 };
    EXPECT_EQ(store->ops->add_player(store, &player, &otter), STATUS_OK);
    player = (StorePlayer){ .nickname = SV("calm/owl/3"), .avatar = SV("owl"), .band = 2 };
    EXPECT_EQ(store->ops->add_player(store, &player, &owl), STATUS_OK);
    EXPECT(otter > 0 && owl > 0 && otter != owl);

    player.id = owl;
    player.avatar = SV("fox");
    EXPECT_EQ(store->ops->set_player(store, &player), STATUS_OK);
    player.id = 999;
    EXPECT_EQ(store->ops->set_player(store, &player), STATUS_NOT_FOUND);

    check_pairs(store, &arena, otter);
    check_results(store, &arena, otter);
    check_decisions(store, &arena, otter, owl);
    check_marks(store, &arena, otter, owl);
    check_keys(store, &arena, otter);
    check_counts(store, &arena);

    uint32_t deeds = 99;
    EXPECT_EQ(store->ops->deeds(store, otter, &deeds), STATUS_OK);
    EXPECT_EQ(deeds, 0);
    EXPECT_EQ(store->ops->add_deeds(store, otter, 5), STATUS_OK);
    EXPECT_EQ(store->ops->add_deeds(store, otter, 2), STATUS_OK);
    EXPECT_EQ(store->ops->deeds(store, otter, &deeds), STATUS_OK);
    EXPECT_EQ(deeds, 7);

    StorePlayer *players;
    size_t count = 0;
    EXPECT_EQ(store->ops->delete_player(store, otter), STATUS_OK);
    EXPECT_EQ(store->ops->players(store, &arena, &players, &count), STATUS_OK);
    EXPECT_EQ(count, 1);
    EXPECT(view_is(players[0].avatar, "fox"));
    StoreDecision *decisions;
    EXPECT_EQ(store->ops->decisions(store, otter, &arena, &decisions, &count), STATUS_OK);
    EXPECT_EQ(count, 0);
    StoreMark *marks;
    EXPECT_EQ(store->ops->marks(store, otter, &arena, &marks, &count), STATUS_OK);
    EXPECT_EQ(count, 0);
    EXPECT_EQ(store->ops->marks(store, owl, &arena, &marks, &count), STATUS_OK);
    EXPECT_EQ(count, 1);
    StrView *keys;
    EXPECT_EQ(store->ops->keys(store, otter, SV(""), &arena, &keys, &count), STATUS_OK);
    EXPECT_EQ(count, 0);
    EXPECT_EQ(store->ops->delete_everything(store), STATUS_OK);
    StoreCount *counts;
    EXPECT_EQ(store->ops->counts(store, &arena, &counts, &count), STATUS_OK);
    EXPECT_EQ(count, 0);
    EXPECT_EQ(store->ops->marks(store, owl, &arena, &marks, &count), STATUS_OK);
    EXPECT_EQ(count, 0);
    EXPECT_EQ(store->ops->players(store, &arena, &players, &count), STATUS_OK);
    EXPECT_EQ(count, 0);
    arena_release(&arena);
}

#endif
