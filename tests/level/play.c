#include "play.h"

LevelSession *play_open(const PlayLevel *level, uint64_t seed)
{
    LevelSession *session = NULL;
    SessionOptions options = { .alloc = alloc_heap(),
                               .program = level->program,
                               .level = level->entry,
                               .nickname = SV("Noodle Ninja"),
                               .band = level->band,
                               .seed = seed };
    if (level_session_create(&options, &session) != STATUS_OK) {
        fprintf(stderr, "%.*s cannot be opened\n", SV_ARG(level->entry->id));
        exit(1);
    }
    return session;
}

static void print_line(StrBuf *out, const SessionLine *line)
{
    if (line->speaker.len) {
        strbuf_printf(out, "%.*s: ", SV_ARG(line->speaker));
    }
    strbuf_append(out, line->text);
    for (uint32_t i = 0; i < line->attribute_count; i++) {
        const MarkupAttribute *a = &line->attributes[i];
        strbuf_printf(out, " {%.*s %u+%u}", SV_ARG(a->name), (unsigned)a->start_bytes, (unsigned)a->length_bytes);
    }
    strbuf_printf(out, " #%.*s\n", SV_ARG(line->id));
}

static void print_role(StrBuf *out, const SessionEvent *event)
{
    static const char *const roles[] = { "", "bubble ", "reason ", "hint ", "moment ", "next ", "ask ", "words " };
    static const char *const grades[] = { "safe ", "okay ", "risky " };
    strbuf_append(out, strview_from_cstr(roles[event->role]));
    if (event->role == LINE_REASON) {
        strbuf_append(out, strview_from_cstr(grades[event->grade]));
    }
    strbuf_append(out, strview_from_cstr(event->is_mine ? "mine " : ""));
    if (event->role == LINE_MOMENT) {
        strbuf_printf(out, "%.*s/%.*s ", SV_ARG(event->moment_actor), SV_ARG(event->moment_expression));
    }
}

static void print_options(StrBuf *out, const SessionEvent *event)
{
    static const char *const roles[] = { "choice", "decision", "recovery", "telling", "activity" };
    static const char *const grades[] = { "safe", "okay", "risky" };
    strbuf_printf(out, "? %s %.*s\n", roles[event->options_role], SV_ARG(event->decision));
    for (size_t i = 0; i < event->option_count; i++) {
        const SessionOption *option = &event->options[i];
        strbuf_printf(out, "  %zu %s%s%s%s icon=%.*s ", i + 1, grades[option->grade], option->tells ? " tells" : "",
                      option->recovers ? " recovers" : "", option->enabled ? "" : " off", SV_ARG(option->icon));
        print_line(out, &option->line);
    }
}

void play_print(StrBuf *out, const SessionEvent *event)
{
    if (event->answer.len) {
        strbuf_printf(out, "> %.*s\n", SV_ARG(event->answer));
    }
    switch (event->kind) {
    case SESSION_LINE:
        print_role(out, event);
        print_line(out, &event->line);
        if (event->why.text.len) {
            strbuf_append(out, SV("why "));
            print_line(out, &event->why);
        }
        break;
    case SESSION_OPTIONS:
        print_options(out, event);
        break;
    case SESSION_COMMAND:
        strbuf_printf(out, "<<%s", command_spec(event->command.kind)->name);
        for (size_t i = 0; i < event->command.arg_count; i++) {
            strbuf_printf(out, " %.*s", SV_ARG(event->command.args[i]));
        }
        strbuf_append(out, SV(">>\n"));
        break;
    case SESSION_END:
        strbuf_append(out, SV("end\n"));
        break;
    case SESSION_FAULT:
        strbuf_printf(out, "fault %.*s\n", SV_ARG(event->message));
        break;
    }
}

static void print_try(StrBuf *out, const char *name, const ScoreTry *attempt)
{
    strbuf_printf(out, " %s=%d%d%d%d", name, attempt->decided, (int)attempt->first, attempt->recovered, attempt->told);
}

void play_print_score(StrBuf *out, const LevelSession *session)
{
    LevelScore first, last;
    StrView tools[8];
    for (size_t i = 0; i < level_session_decision_count(session); i++) {
        SessionDecision decision = level_session_decision(session, i);
        if (decision.score.tries == 0) {
            continue;
        }
        strbuf_printf(out, "= %.*s %s %.*s %u %u tries=%u", SV_ARG(decision.id), power_name(decision.score.power),
                      SV_ARG(decision.class_4c), decision.topic, decision.crc, (unsigned)decision.score.tries);
        print_try(out, "first", &decision.score.first);
        print_try(out, "last", &decision.score.last);
        strbuf_char(out, '\n');
    }
    level_session_score(session, true, &first);
    level_session_score(session, false, &last);
    strbuf_printf(out, "= first %u last %u of %u, %u stars, deeds %x, tools", first.points, last.points, last.maximum,
                  last.stars, level_session_deeds(session));
    size_t count = level_session_tools(session, tools, 8);
    for (size_t i = 0; i < count && i < 8; i++) {
        strbuf_printf(out, " %.*s", SV_ARG(tools[i]));
    }
    strbuf_char(out, '\n');
}

const char *play_band(unsigned band)
{
    return band == BAND_YOUNGER ? "7-9" : "10-13";
}

void play_levels(void (*check)(const PlayLevel *level, void *user), void *user)
{
    LevelPack pack;
    DiagSink sink = { 0 };
    if (level_pack_load(alloc_heap(), PLAY_PACK, &sink, &pack) != STATUS_OK) {
        fprintf(stderr, "%s cannot be read; a test runs in tests/\n", PLAY_PACK);
        exit(1);
    }
    for (size_t i = 0; i < pack.level_count; i++) {
        PlayLevel level = { &pack.levels[i], NULL, 0 };
        EXPECT_EQ(level_open(alloc_heap(), &pack, level.entry, &sink, &level.program), STATUS_OK);
        for (unsigned band = BAND_YOUNGER; level.program && band <= BAND_OLDER; band <<= 1) {
            if (level.entry->bands & band) {
                level.band = band;
                check(&level, user);
            }
        }
        yarn_program_destroy(level.program);
    }
    level_pack_release(&pack);
}
