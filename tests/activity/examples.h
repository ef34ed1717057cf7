#ifndef TEST_ACTIVITY_EXAMPLES_H
#define TEST_ACTIVITY_EXAMPLES_H

#include "sango/activity/activity.h"

/* Activities as lines "words #tag #tag", one below the other; NULL at the end. Ids of lines are their numbers. */
typedef struct Example {
    ActivityKind kind;
    const char *lines[ACTIVITY_ITEMS_MAX + 6];
} Example;

static const Example examples[] = {
    { ACTIVITY_SORT,
      { "Show everyone #basket:share #icon:star", "Ask first #basket:ask", "Keep it private #basket:private #icon:lock",
        "My dinosaur #card:share #picture:duck", "My street #card:private", "A street leads to a door. #hint",
        "A photo of my class #card:ask #or:private", "A joke #card:share", NULL } },
    { ACTIVITY_SPOT,
      { "You have won! #bubble #clue", "Did you play? #hint", "Hello #bubble #fine", "Send your address #bubble #clue",
        "Delete #bubble #fine", "Hurry up! #clue", NULL } },
    { ACTIVITY_ORDER, { "Stop #step", "Keep a picture #step", "Block #step", "Tell #step", "Play #step", NULL } },
    { ACTIVITY_ORDER, { "Stop #step", "Think #step", "Tell #step", NULL } },
    { ACTIVITY_BUILD,
      { "Bello #word #known", "Everybody knows the dog. #hint", "pickle #word", "rocket #word", "teapot #word", "Friday #word #known",
        "noodle #word", "volcano #word", NULL } },
    { ACTIVITY_PLAN,
      { "Sleep #part:9-11 #start:6", "School #part:7-7 #start:7", "Outside #part:2-6 #start:2", "Screens #part:0-3 #start:9", NULL } },
    { ACTIVITY_SAY,
      { "What happened? #slot:what", "Somebody asked for my address. #piece:what #clear", "It was nothing. #piece:what",
        "What do you need? #slot:need", "Never mind. #piece:need", "Please help me. #piece:need #clear", "Stay with me. #piece:need #clear",
        NULL } },
    { ACTIVITY_MATCH,
      { "My opinion #left:say", "Time to play #left:play", "A home #left:home", "You may say it #right:say", "You may rest #right:play",
        "You are looked after #right:home", NULL } },
    { ACTIVITY_MATCH,
      { "A robot #left:want", "Water #left:right", "A school #left:right", "Sweets #left:want", "Needed #right:right", "Wished for #right:want",
        NULL } },
};

enum { EXAMPLE_COUNT = sizeof examples / sizeof examples[0], EXAMPLE_TAGS_MAX = 8 };

/* Tags in `tags`; the words before the first one. */
static inline StrView split_line(StrView line, StrView *tags, size_t *tag_count)
{
    StrView words, tag;
    (void)strview_take(&line, '#', &words);
    *tag_count = 0;
    while (*tag_count < EXAMPLE_TAGS_MAX && strview_take(&line, '#', &tag)) {
        tags[(*tag_count)++] = strview_trim(tag);
    }
    return strview_trim(words);
}

/* `text` is changed for each line; false when a line had no place. */
static inline bool fill(ActivityData *data, ActivityKind kind, const char *const *lines, uint64_t seed)
{
    static const char *const ids[] = { "i0",  "i1",  "i2",  "i3",  "i4",  "i5",  "i6",  "i7",  "i8",  "i9",  "i10",
                                       "i11", "i12", "i13", "i14", "i15", "i16", "i17", "i18", "i19", "i20", "i21" };
    bool is_done = true;
    activity_data_begin(data, kind, SV("example"), seed);
    for (size_t i = 0; lines[i]; i++) {
        StrView tags[EXAMPLE_TAGS_MAX];
        ActivityLine line = { .id = strview_from_cstr(ids[i]), .tags = tags };
        line.text = split_line(strview_from_cstr(lines[i]), tags, &line.tag_count);
        is_done &= activity_data_add(data, &line);
    }
    return is_done;
}

static inline void fill_example(ActivityData *data, size_t index, uint64_t seed)
{
    (void)fill(data, examples[index].kind, examples[index].lines, seed);
}

#endif
