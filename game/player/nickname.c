#include "sango/player/nickname.h"

#include <stdio.h>

typedef struct NamePart {
    const char *id;
    const char *english;
} NamePart;

/* Kind words only; the animals are those of assets/art/avatars. */
static const NamePart traits[NICKNAME_TRAITS] = {
    { "brave", "Brave" }, { "calm", "Calm" },       { "clever", "Clever" }, { "kind", "Kind" },
    { "funny", "Funny" }, { "curious", "Curious" }, { "gentle", "Gentle" }, { "sunny", "Sunny" },
};
static const NamePart animals[NICKNAME_ANIMALS] = {
    { "fox", "Fox" },       { "panda", "Panda" },   { "otter", "Otter" }, { "owl", "Owl" },
    { "turtle", "Turtle" }, { "rabbit", "Rabbit" }, { "cat", "Cat" },     { "whale", "Whale" },
};

Nickname nickname_random(Rng *rng)
{
    Nickname nickname;
    nickname.trait = rng_below(rng, NICKNAME_TRAITS);
    nickname.animal = rng_below(rng, NICKNAME_ANIMALS);
    nickname.number = 1 + rng_below(rng, NICKNAME_NUMBER_MAX);
    return nickname;
}

void nickname_write(const Nickname *nickname, StrBuf *out)
{
    strbuf_printf(out, "%s/%s/%u", traits[nickname->trait].id, animals[nickname->animal].id, nickname->number);
}

static bool find_part(const NamePart *parts, unsigned count, StrView id, unsigned *index)
{
    for (unsigned i = 0; i < count; i++) {
        if (strview_equal(id, strview_from_cstr(parts[i].id))) {
            *index = i;
            return true;
        }
    }
    return false;
}

bool nickname_parse(StrView stored, Nickname *nickname)
{
    StrView trait;
    StrView animal;
    Nickname parsed;
    int32_t number;
    if (!strview_take(&stored, '/', &trait) || !strview_take(&stored, '/', &animal) ||
        !find_part(traits, NICKNAME_TRAITS, trait, &parsed.trait) ||
        !find_part(animals, NICKNAME_ANIMALS, animal, &parsed.animal) || !strview_to_int(stored, &number) ||
        number < 1 || number > NICKNAME_NUMBER_MAX) {
        return false;
    }
    parsed.number = (unsigned)number;
    *nickname = parsed;
    return true;
}

static StrView part_name(const Catalogue *catalogue, const char *kind, const NamePart *part)
{
    char id[48];
    int len = snprintf(id, sizeof id, "nickname.%s.%s", kind, part->id);
    return catalogue_get(catalogue, (StrView){ id, (size_t)len }, strview_from_cstr(part->english));
}

StrView nickname_trait_name(const Catalogue *catalogue, unsigned trait)
{
    return part_name(catalogue, "trait", &traits[trait]);
}

StrView nickname_animal_name(const Catalogue *catalogue, unsigned animal)
{
    return part_name(catalogue, "animal", &animals[animal]);
}

StrView nickname_animal_id(unsigned animal)
{
    return strview_from_cstr(animals[animal].id);
}

void nickname_show(const Nickname *nickname, const Catalogue *catalogue, StrBuf *out)
{
    char number[8];
    int len = snprintf(number, sizeof number, "%u", nickname->number);
    TextValue values[] = {
        { SV("trait"), nickname_trait_name(catalogue, nickname->trait) },
        { SV("animal"), nickname_animal_name(catalogue, nickname->animal) },
        { SV("number"), { number, (size_t)len } },
    };
    text_format(out, TR(catalogue, "nickname.pattern", "{trait} {animal} {number}"), values, 3);
}
