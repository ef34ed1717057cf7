#include "sango/level/words.h"

#include <stdio.h>

typedef struct Named {
    const char *id;
    const char *title;
    const char *text;
} Named;

static StrView named_text(const Catalogue *catalogue, const char *kind, const char *part, const Named *named,
                          const char *english)
{
    char id[64];
    int len = snprintf(id, sizeof id, "%s.%s.%s", kind, named->id, part);
    return catalogue_get(catalogue, (StrView){ id, (size_t)len }, strview_from_cstr(english));
}

static const Named powers[POWER_COUNT] = {
    { "rights", "Rights", "Your rights count online." },
    { "privacy", "Privacy", "You think before you share." },
    { "truth", "Truth", "You check what is true." },
    { "kindness", "Kindness", "You are kind online too." },
    { "help", "Help", "You ask, and you help." },
    { "caution", "Caution", "You stop when it feels odd." },
    { "shield", "Shield", "You keep your phone safe." },
    { "balance", "Balance", "You know when to stop." },
};

StrView power_title(const Catalogue *catalogue, Power power)
{
    return named_text(catalogue, "power", "title", &powers[power], powers[power].title);
}

StrView power_text(const Catalogue *catalogue, Power power)
{
    return named_text(catalogue, "power", "text", &powers[power], powers[power].text);
}

static const Named deeds[DEED_COUNT] = {
    { "told", "Told Someone", "You practised telling a grown-up you trust." },
    { "changed_mind", "Changed My Mind", "You stopped and chose a safer way." },
    { "helped", "Helped a Friend", "You stood by somebody who needed you." },
    { "finished", "First Rescue", "You finished a whole story with Sango." },
    { "another_way", "Tried Another Way", "You went back and tried a different answer." },
    { "world", "Finished a World", "You played every story of a world." },
};

StrView deed_title(const Catalogue *catalogue, Deed deed)
{
    return named_text(catalogue, "deed", "title", &deeds[deed], deeds[deed].title);
}

StrView deed_text(const Catalogue *catalogue, Deed deed)
{
    return named_text(catalogue, "deed", "text", &deeds[deed], deeds[deed].text);
}

static const Named tools[TOOL_COUNT] = {
    { "headband", "@ headband", "Covers the camera. Private stays private." },
    { "timer", "Timer", "Time for a break for eyes and legs." },
    { "nickname", "Nickname maker", "A fun name that tells nobody who you are." },
    { "alert", "Alert", "A player may not be who they say." },
    { "standby", "Standby", "Stop the screen. Go and play." },
    { "block", "Block and keep proof", "Stop the messages, keep a picture of them." },
    { "callgrownup", "Call a grown-up", "Whom, when, and which words." },
};

static const Named *find_tool(StrView tool)
{
    for (size_t i = 0; i < sizeof tools / sizeof tools[0]; i++) {
        if (strview_equal(tool, strview_from_cstr(tools[i].id))) {
            return &tools[i];
        }
    }
    return NULL;
}

StrView tool_id(size_t index)
{
    return strview_from_cstr(tools[index].id);
}

StrView tool_title(const Catalogue *catalogue, StrView tool)
{
    const Named *named = find_tool(tool);
    return named ? named_text(catalogue, "tool", "title", named, named->title) : SV("");
}

StrView tool_text(const Catalogue *catalogue, StrView tool)
{
    const Named *named = find_tool(tool);
    return named ? named_text(catalogue, "tool", "text", named, named->text) : SV("");
}

static const Named topics[TOPIC_COUNT] = {
    { "1", "Telling and asking for help", "" },
    { "2", "My rights", "" },
    { "3", "Personal information", "" },
    { "4", "Passwords", "" },
    { "5", "Unknown players", "" },
    { "6", "Tricks, and meeting up", "" },
    { "7", "Photos, and asking first", "" },
    { "8", "Body pictures and threats", "" },
    { "9", "Being bullied", "" },
    { "10", "Standing by others", "" },
    { "11", "Upsetting things", "" },
    { "12", "Age limits", "" },
    { "13", "Scams", "" },
    { "14", "Adverts and data", "" },
    { "15", "Spending in games", "" },
    { "16", "True or not", "" },
    { "17", "Chatbots and fakes", "" },
    { "18", "Screen time and sleep", "" },
    { "19", "Camera, voice, place, smart toys", "" },
    { "20", "Downloads and updates", "" },
    { "21", "Dares", "" },
    { "22", "Disability and difference", "" },
    { "23", "Credit and own work", "" },
    { "24", "Taking part", "" },
};

StrView topic_title(const Catalogue *catalogue, unsigned topic)
{
    const Named *named = topic >= 1 && topic <= TOPIC_COUNT ? &topics[topic - 1] : NULL;
    return named ? named_text(catalogue, "topic", "title", named, named->title) : SV("");
}

StrView risk_title(const Catalogue *catalogue, StrView risk)
{
    if (strview_equal(risk, SV("content"))) {
        return TR(catalogue, "risk.content", "Content: what you see");
    }
    if (strview_equal(risk, SV("contact"))) {
        return TR(catalogue, "risk.contact", "Contact: who writes to you");
    }
    if (strview_equal(risk, SV("conduct"))) {
        return TR(catalogue, "risk.conduct", "Conduct: what we do to each other");
    }
    if (strview_equal(risk, SV("contract"))) {
        return TR(catalogue, "risk.contract", "Contract: what firms and scams want");
    }
    return SV("");
}

/* --- a level's own ----------------------------------------------------------------- */

static StrView level_text(const Catalogue *catalogue, const LevelEntry *level, const char *part, StrView english)
{
    StrBuf id;
    strbuf_init(&id, alloc_heap());
    strbuf_printf(&id, "level.%.*s.%s", SV_ARG(level->key), part);
    StrView text = catalogue_get(catalogue, strbuf_view(&id), english);
    strbuf_release(&id);
    return text;
}

StrView level_entry_title(const Catalogue *catalogue, const LevelEntry *level)
{
    return level_text(catalogue, level, "title", level->title);
}

StrView level_entry_summary(const Catalogue *catalogue, const LevelEntry *level)
{
    return level_text(catalogue, level, "summary", level->summary);
}
