#include "report_internal.h"

StrView report_power_title(const Catalogue *catalogue, Power power)
{
    switch (power) {
    case POWER_RIGHTS:
        return TR(catalogue, "power.rights.title", "Rights");
    case POWER_PRIVACY:
        return TR(catalogue, "power.privacy.title", "Privacy");
    case POWER_TRUTH:
        return TR(catalogue, "power.truth.title", "Truth");
    case POWER_KINDNESS:
        return TR(catalogue, "power.kindness.title", "Kindness");
    case POWER_HELP:
        return TR(catalogue, "power.help.title", "Help");
    case POWER_CAUTION:
        return TR(catalogue, "power.caution.title", "Caution");
    case POWER_SHIELD:
        return TR(catalogue, "power.shield.title", "Shield");
    case POWER_BALANCE:
        return TR(catalogue, "power.balance.title", "Balance");
    case POWER_COUNT:
        break;
    }
    return SV("");
}

StrView report_topic_title(const Catalogue *catalogue, unsigned topic)
{
    StrView titles[] = {
        SV(""),
        TR(catalogue, "report.topic.telling", "telling a grown-up"),
        TR(catalogue, "report.topic.rights", "my rights"),
        TR(catalogue, "report.topic.personal", "personal information"),
        TR(catalogue, "report.topic.passwords", "passwords"),
        TR(catalogue, "report.topic.strangers", "strangers in games"),
        TR(catalogue, "report.topic.tricks", "tricks and meeting up"),
        TR(catalogue, "report.topic.photos", "photos and asking first"),
        TR(catalogue, "report.topic.threats", "body pictures and threats"),
        TR(catalogue, "report.topic.bullied", "being bullied"),
        TR(catalogue, "report.topic.bystanders", "standing by others"),
        TR(catalogue, "report.topic.upsetting", "upsetting things"),
        TR(catalogue, "report.topic.ages", "age limits"),
        TR(catalogue, "report.topic.scams", "prizes and scams"),
        TR(catalogue, "report.topic.adverts", "advertising"),
        TR(catalogue, "report.topic.spending", "spending in games"),
        TR(catalogue, "report.topic.truth", "is it true?"),
        TR(catalogue, "report.topic.chatbots", "chatbots and fakes"),
        TR(catalogue, "report.topic.time", "screen time and sleep"),
        TR(catalogue, "report.topic.toys", "smart toys and cameras"),
        TR(catalogue, "report.topic.downloads", "downloads and updates"),
        TR(catalogue, "report.topic.dares", "dares"),
        TR(catalogue, "report.topic.difference", "disability and difference"),
        TR(catalogue, "report.topic.copyright", "who made it"),
        TR(catalogue, "report.topic.part", "taking part"),
    };
    return topic < sizeof titles / sizeof titles[0] ? titles[topic] : SV("");
}

StrView report_figure_title(const Catalogue *catalogue, MeasureFigure figure)
{
    switch (figure) {
    case MEASURE_KNOWLEDGE:
        return TR(catalogue, "report.knowledge", "Knows what is right");
    case MEASURE_CONFIDENCE:
        return TR(catalogue, "report.confidence", "Feels able to do it");
    case MEASURE_TELLING:
        return TR(catalogue, "report.telling", "Would tell somebody");
    case MEASURE_FIGURE_COUNT:
        break;
    }
    return SV("");
}

StrView report_grade_title(const Catalogue *catalogue, Grade grade)
{
    switch (grade) {
    case GRADE_SAFE:
        return TR(catalogue, "report.safe", "safe");
    case GRADE_OKAY:
        return TR(catalogue, "report.okay", "half safe");
    case GRADE_RISKY:
        return TR(catalogue, "report.risky", "risky");
    }
    return SV("");
}

StrView report_ages(const Catalogue *catalogue, unsigned bands)
{
    return bands == BAND_YOUNGER ? TR(catalogue, "report.ages_younger", "ages 7–9")
           : bands == BAND_OLDER ? TR(catalogue, "report.ages_older", "ages 10–13")
                                 : TR(catalogue, "report.ages_both", "ages 7–13");
}

/* "<before><id><after>" in the catalogue, else `otherwise`; data NULL without memory. */
static StrView translate(Arena *arena, const Catalogue *catalogue, const char *before, StrView id, const char *after, StrView otherwise)
{
    StrBuf key;
    strbuf_init(&key, arena->alloc);
    strbuf_printf(&key, "%s%.*s%s", before, SV_ARG(id), after);
    StrView text = key.failed ? (StrView){ NULL, 0 } : arena_copy(arena, catalogue_get(catalogue, strbuf_view(&key), otherwise));
    strbuf_release(&key);
    return text;
}

/* "privacy", in another pack than "sango" with the pack's id before it: "ducks/pond". */
StrView report_world_title(Arena *arena, const ReportWords *words, StrView world)
{
    StrView id = world, english = world;
    for (size_t i = 0; i < world.len; i++) {
        id = world.data[i] == '/' ? strview_slice(world, i + 1, world.len) : id;
    }
    for (size_t i = 0; words->pack && i < words->pack->world_count; i++) {
        if (strview_equal(words->pack->worlds[i].id, id)) {
            english = words->pack->worlds[i].title;
        }
    }
    return translate(arena, words->catalogue, "world.", id, "", english);
}

StrView report_level_title(Arena *arena, const Catalogue *catalogue, const LevelEntry *level)
{
    return translate(arena, catalogue, "level.", level->key, ".title", level->title);
}
