#include "lesson_internal.h"

#include "play_internal.h"

/* What a class has decided, as the record of the lesson has it. */

/* The id in the record: what mends a decision is another question than the decision itself. */
static StrView record_id(PlayScene *play)
{
    static const char *const ends[] = { [OPTIONS_RECOVERY] = "/back", [OPTIONS_TELLING] = "/tell" };
    bool is_later = play->options_role == OPTIONS_RECOVERY || play->options_role == OPTIONS_TELLING;
    StrBuf id;
    strbuf_init(&id, alloc_heap());
    strbuf_append(&id, play->decision);
    strbuf_append(&id, is_later ? strview_from_cstr(ends[play->options_role]) : SV(""));
    StrView copy = arena_copy(&play->option_arena, strbuf_view(&id));
    strbuf_release(&id);
    return copy;
}

void lesson_record_fill(PlayScene *play, LessonDecision *decision)
{
    const LessonAsk *ask = &play->lesson->run->ask;
    bool is_voted = play->lesson->run->is_asking;
    *decision = (LessonDecision){ .id = record_id(play), .option_count = play->option_count, .has_spread = is_voted && lesson_vote_has_spread(&ask->vote) };
    decision->question = is_voted ? arena_copy(&play->option_arena, ask->question) : SV("");
    for (size_t i = 0; i < play->option_count; i++) {
        const PlayOption *option = &play->options[i];
        decision->options[i] = (LessonOption){ .text = option->text,
                                               .grade = option->grade,
                                               .tells = option->tells,
                                               .recovers = option->recovers,
                                               .votes = decision->has_spread ? ask->vote.counts[i] : 0 };
    }
    for (size_t i = 0; i < level_session_decision_count(play->session); i++) {
        SessionDecision known = level_session_decision(play->session, i);
        if (strview_equal(known.id, play->decision)) {
            decision->topic = known.topic;
            decision->power = known.score.power;
        }
    }
}

void lesson_play_record(PlayScene *play)
{
    LessonPlay *lesson = play->lesson;
    (void)lesson_note_decision(&lesson->run->lesson, lesson->run->story, &lesson->decision); /* a full or failing record ends no lesson */
}

/* The decision that another one of the record mends: "sp-address" of "sp-address/back"; NULL: it is one itself. */
static const LessonDecision *find_mended(const LessonStory *story, StrView id)
{
    StrView rest = id, head;
    if (!strview_take(&rest, '/', &head) || rest.len == 0) {
        return NULL;
    }
    for (size_t i = 0; i < story->decision_count; i++) {
        if (strview_equal(story->decisions[i].id, head)) {
            return &story->decisions[i];
        }
    }
    return NULL;
}

/* Points of what the class decided itself: a question that was passed over is in none. */
void lesson_record_points(LessonStory *story)
{
    ScoreTry tries[LESSON_DECISIONS_MAX] = { { 0 } };
    for (size_t i = 0; i < story->decision_count; i++) {
        const LessonDecision *decision = &story->decisions[i];
        const LessonOption *option = &decision->options[decision->picked];
        const LessonDecision *mended = find_mended(story, decision->id);
        ScoreTry *attempt = &tries[mended ? (size_t)(mended - story->decisions) : i];
        if (!mended) {
            attempt->decided = true;
            attempt->first = option->grade;
        } else if (attempt->first != GRADE_RISKY && option->recovers) {
            continue; /* of a way that the class has taken back */
        }
        attempt->told = attempt->told || option->tells;
        attempt->recovered = attempt->recovered || option->recovers;
    }
    for (unsigned i = 0; i < POWER_COUNT; i++) {
        story->points[i] = story->maximum[i] = 0;
    }
    for (size_t i = 0; i < story->decision_count; i++) {
        if (tries[i].decided) {
            story->points[story->decisions[i].power] += score_try_points(&tries[i]);
            story->maximum[story->decisions[i].power] += SCORE_DECISION_MAX;
        }
    }
}
