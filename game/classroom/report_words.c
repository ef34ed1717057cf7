#include "report_internal.h"

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

static StrView world_title(Arena *arena, const Catalogue *catalogue, StrView id, StrView english)
{
    StrBuf key;
    strbuf_init(&key, arena->alloc);
    strbuf_printf(&key, "world.%.*s", SV_ARG(id));
    StrView title = key.failed ? (StrView){ NULL, 0 } : arena_copy(arena, catalogue_get(catalogue, strbuf_view(&key), english));
    strbuf_release(&key);
    return title;
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
    return world_title(arena, words->catalogue, id, english);
}
