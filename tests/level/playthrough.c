/* playthrough LEVEL: every way through a shipped level, played on the session as a screen
 * would, depth first (of a level with more than WAYS_MAX ways that many, by lot). Each line
 * and option must be met on some way; ways, endings and points must be those that the linter
 * counts by another road (copied VMs, places met before are skipped); and all that a child
 * could see must hash to what playthrough.expect says.
 *
 * After a story was changed on purpose: read the transcript that the test wrote, then run
 * "playthrough --write" in tests/ and keep the file. */
#include "play.h"
#include "sango/base/rng.h"
#include "sango/level/lint.h"

enum { CHOICES_MAX = 64, WAYS_MAX = 5000, ENDINGS_MAX = 64, LINES_MAX = 8192, GOLDEN_BYTES_MAX = 65536 };
#ifndef GOLDEN
#define GOLDEN "level/playthrough.expect"
#endif

typedef struct Way {
    size_t answers[CHOICES_MAX];
    uint32_t enabled[CHOICES_MAX]; /* bits: the options that could be taken there */
    size_t count, given;           /* choices met; answers that are prescribed */
    Rng *lots;                     /* for the other answers; NULL: the first that can be taken */
} Way;

/* Ids of the lines met, by hash; at most half full. */
typedef struct Seen {
    StrView ids[LINES_MAX * 2];
    size_t count;
} Seen;

typedef struct Tour {
    const PlayLevel *level;
    Seen *seen;
    bool is_new;   /* this way showed something that no way before it did */
    uint64_t hash;
    uint64_t ending, endings[ENDINGS_MAX]; /* an ending: the lines of the debrief, in order */
    size_t ways, ending_count;
    unsigned best, worst, maximum;
} Tour;

typedef struct Results {
    const char *only; /* id of a level; NULL: all */
    StrBuf golden;    /* what playthrough.expect should say */
    const YarnProgram *program; /* of the level at hand */
    Seen seen;                  /* over its bands */
} Results;

static StrView *seen_slot(Seen *seen, StrView id)
{
    size_t at = strview_hash(id) % (LINES_MAX * 2);
    while (seen->ids[at].len && !strview_equal(seen->ids[at], id)) {
        at = (at + 1) % (LINES_MAX * 2);
    }
    return &seen->ids[at];
}

/* `id` lives in the program. */
static void see_id(Tour *tour, StrView id)
{
    StrView *slot = seen_slot(tour->seen, id);
    if (slot->len == 0 && tour->seen->count < LINES_MAX) {
        *slot = id;
        tour->seen->count++;
        tour->is_new = true;
    }
}

static void see(Tour *tour, const SessionLine *line)
{
    see_id(tour, line->info->id);
}

/* Its items, and the hints that stand behind them. */
static void see_activity(Tour *tour, const ActivityData *activity)
{
    for (size_t i = 0; i < activity->item_count; i++) {
        see_id(tour, activity->items[i].id);
        if (activity->items[i].hint_id.len) {
            see_id(tour, activity->items[i].hint_id);
        }
    }
}

static size_t answer(Way *way, const SessionEvent *event)
{
    uint32_t enabled = 0;
    size_t at = way->count++;
    EXPECT(event->option_count <= 32 && at < CHOICES_MAX);
    for (size_t i = 0; i < event->option_count; i++) {
        enabled |= (uint32_t)event->options[i].enabled << i;
    }
    way->enabled[at] = enabled;
    if (at >= way->given) {
        way->answers[at] = way->lots ? rng_below(way->lots, (uint32_t)event->option_count) : 0;
        while (!(enabled >> way->answers[at] & 1)) {
            way->answers[at] = (way->answers[at] + 1) % event->option_count;
        }
    }
    return way->answers[at];
}

static void see_event(Tour *tour, const SessionEvent *event)
{
    if (event->kind == SESSION_LINE) {
        see(tour, &event->line);
        if (event->why.info) {
            see(tour, &event->why);
        }
        if (strview_equal(event->line.info->node, tour->level->entry->debrief)) {
            tour->ending = strview_hash_more(tour->ending, event->line.id);
        }
    }
    for (size_t i = 0; event->kind == SESSION_OPTIONS && i < event->option_count; i++) {
        see(tour, &event->options[i].line);
    }
    if (event->kind == SESSION_OPTIONS && event->activity) {
        see_activity(tour, event->activity);
    }
    if (event->kind == SESSION_FAULT) {
        test_failures++;
        fprintf(stderr, "%.*s\n", SV_ARG(event->message));
    }
}

static void note_way(Tour *tour, const LevelSession *session)
{
    LevelScore score;
    size_t i = 0;
    level_session_score(session, false, &score);
    tour->best = score.points > tour->best ? score.points : tour->best;
    tour->worst = tour->ways == 0 || score.points < tour->worst ? score.points : tour->worst;
    tour->maximum = score.maximum > tour->maximum ? score.maximum : tour->maximum;
    tour->ways++;
    while (i < tour->ending_count && tour->endings[i] != tour->ending) {
        i++;
    }
    if (i == tour->ending_count && i < ENDINGS_MAX) {
        tour->endings[tour->ending_count++] = tour->ending;
        tour->is_new = true;
    }
}

/* Plays one way to its end and writes it to `text`. */
static void play_way(Tour *tour, Way *way, StrBuf *text)
{
    LevelSession *session = play_open(tour->level, 1);
    SessionEvent event = { .kind = SESSION_FAULT };
    way->count = 0;
    tour->is_new = false;
    tour->ending = STRVIEW_HASH_BEGIN;
    strbuf_clear(text);
    while (level_session_next(session, &event)) {
        EXPECT(!event.replayed);
        play_print(text, &event);
        see_event(tour, &event);
        if (event.kind == SESSION_OPTIONS) {
            EXPECT_EQ(level_session_choose(session, answer(way, &event)), STATUS_OK);
        }
    }
    EXPECT_EQ(event.kind, SESSION_END);
    play_print_score(text, session);
    note_way(tour, session);
    tour->hash = strview_hash_more(tour->hash, strbuf_view(text));
    level_session_destroy(session);
}

/* The next way in the order of the options; false after the last. */
static bool next_way(Way *way)
{
    if (way->lots) {
        return true;
    }
    for (size_t at = way->count; at-- > 0;) {
        for (size_t i = way->answers[at] + 1; i < 32; i++) {
            if (way->enabled[at] >> i & 1) {
                way->answers[at] = i;
                way->given = at + 1;
                return true;
            }
        }
    }
    return false;
}

/* The transcript holds the ways that first showed something; the hash is of all. */
static void play_all(Tour *tour, bool is_by_lot)
{
    StrBuf text, transcript, path;
    Rng lots;
    Way way = { .lots = is_by_lot ? &lots : NULL };
    rng_seed(&lots, 1);
    strbuf_init(&text, alloc_heap());
    strbuf_init(&transcript, alloc_heap());
    strbuf_init(&path, alloc_heap());
    do {
        play_way(tour, &way, &text);
        if (tour->is_new) {
            strbuf_printf(&transcript, "--- way %zu ---\n", tour->ways);
            strbuf_append(&transcript, strbuf_view(&text));
        }
    } while (next_way(&way) && tour->ways < WAYS_MAX);
    strbuf_printf(&path, TEST_FOLDER "/%.*s-%s.txt", SV_ARG(tour->level->entry->id), play_band(tour->level->band));
    EXPECT(!text.failed && !transcript.failed);
    EXPECT_EQ(file_write(path.data, strbuf_view(&transcript)), STATUS_OK);
    strbuf_release(&text);
    strbuf_release(&transcript);
    strbuf_release(&path);
}

static LintWalk ask_linter(const PlayLevel *level)
{
    LevelPack pack;
    DiagSink sink = { 0 };
    LintWalk walk = { 0 };
    LintNames names = { 0 };
    LevelEntry entry = *level->entry;
    entry.bands = level->band;
    EXPECT_EQ(level_pack_load(alloc_heap(), PLAY_PACK, &sink, &pack), STATUS_OK);
    EXPECT_EQ(lint_level(alloc_heap(), &pack, &entry, &names, &sink, &walk), STATUS_OK);
    level_pack_release(&pack);
    return walk;
}

static void check_linter(const Tour *tour, const LintWalk *walk, bool is_by_lot)
{
    EXPECT_EQ(tour->ending_count, walk->endings);
    EXPECT_EQ(tour->maximum, walk->maximum);
    if (!is_by_lot) {
        EXPECT_EQ(tour->ways, walk->paths);
        EXPECT_EQ(tour->best, walk->best_points);
        EXPECT_EQ(tour->worst, walk->worst_points);
    }
}

static void report_unseen(const YarnProgram *program, Seen *seen, StrView notes)
{
    for (size_t i = 0; i < yarn_program_line_count(program); i++) {
        YarnLineInfo line = yarn_program_line(program, i);
        if (seen_slot(seen, line.id)->len == 0 && !strview_equal(line.node, notes)) {
            test_failures++;
            fprintf(stderr, "%.*s:%u:%u: on no way is this %s met: %.*s\n", SV_ARG(line.place.file),
                    (unsigned)line.place.line, (unsigned)line.place.column, line.is_option ? "option" : "line",
                    SV_ARG(line.text));
        }
    }
}

static void check_level(const PlayLevel *level, void *user)
{
    Results *results = user;
    if (results->only && !strview_equal(level->entry->id, strview_from_cstr(results->only))) {
        return;
    }
    if (results->program != level->program) {
        results->program = level->program;
        results->seen = (Seen){ .count = 0 };
    }
    Tour tour = { .level = level, .seen = &results->seen, .hash = STRVIEW_HASH_BEGIN };
    LintWalk walk = ask_linter(level);
    bool is_by_lot = walk.paths > WAYS_MAX;
    play_all(&tour, is_by_lot);
    check_linter(&tour, &walk, is_by_lot);
    if (level->band == BAND_OLDER || !(level->entry->bands & BAND_OLDER)) {
        report_unseen(level->program, &results->seen, level->entry->notes);
    }
    strbuf_printf(&results->golden, "%.*s %s: %zu ways, %zu endings, %zu lines, ", SV_ARG(level->entry->id),
                  play_band(level->band), tour.ways, tour.ending_count, results->seen.count);
    strbuf_printf(&results->golden, "%u to %u of %u points, %016" PRIx64 "\n", tour.worst, tour.best, tour.maximum,
                  tour.hash);
}

static void check_golden(StrView now)
{
    StrView kept;
    EXPECT_EQ(file_read(alloc_heap(), GOLDEN, GOLDEN_BYTES_MAX, &kept), STATUS_OK);
    EXPECT(now.len > 0); /* there is such a level */
    if (kept.data && !has_text(kept, now.data)) {
        test_failures++;
        fprintf(stderr,
                "the level plays otherwise than " GOLDEN " says:\n%.*s--- now\n%.*s"
                "If that is meant, read the transcript in " TEST_FOLDER
                "\nand renew the file: run \"" TEST_FOLDER "/level_playthrough --write\" in tests/\n",
                SV_ARG(kept), SV_ARG(now));
    }
    file_free(alloc_heap(), &kept);
}

int main(int argc, char **argv)
{
    static Results results; /* too large for the stack */
    if (argc != 2) {
        fprintf(stderr, "usage: level_playthrough LEVEL | --write\n");
        return 2;
    }
    bool is_write = strcmp(argv[1], "--write") == 0;
    results.only = is_write ? NULL : argv[1];
    strbuf_init(&results.golden, alloc_heap());
    play_levels(check_level, &results);
    if (is_write) {
        EXPECT_EQ(file_write(GOLDEN, strbuf_view(&results.golden)), STATUS_OK);
    } else {
        check_golden(strbuf_view(&results.golden));
    }
    strbuf_release(&results.golden);
    return TEST_MAIN_END();
}
