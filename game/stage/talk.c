#include "stage_internal.h"

#include "sango/base/utf8.h"

/* Mouths that follow the words, and eyes that follow who speaks. How long words take is guessed from
 * their letters: a syllable for each group of vowels, a rest at commas and full stops. */
enum { CONSONANT_MS = 38, VOWEL_MS = 125, SIGN_MS = 190, LETTER_MS = 75, BLANK_MS = 30, COMMA_MS = 240, STOP_MS = 420, WORDS_MS_MAX = 20000 };

typedef enum Sound { SOUND_NONE, SOUND_BLANK, SOUND_CONSONANT, SOUND_VOWEL, SOUND_SIGN, SOUND_LETTER, SOUND_COMMA, SOUND_STOP } Sound;

typedef struct SoundRange {
    uint16_t first, last;
    Sound sound;
} SoundRange;

/* The first that holds the character counts. */
static const SoundRange ranges[] = {
    { 'a', 'a', SOUND_VOWEL },       { 'e', 'e', SOUND_VOWEL },       { 'i', 'i', SOUND_VOWEL },       { 'o', 'o', SOUND_VOWEL },
    { 'u', 'u', SOUND_VOWEL },       { 'y', 'y', SOUND_VOWEL },       { 'a', 'z', SOUND_CONSONANT },   { '0', '9', SOUND_SIGN },
    { ' ', ' ', SOUND_BLANK },       { '.', '.', SOUND_STOP },        { '!', '!', SOUND_STOP },        { '?', '?', SOUND_STOP },
    { ',', ',', SOUND_COMMA },       { ':', ';', SOUND_COMMA },       { 0x2013, 0x2014, SOUND_COMMA }, { 0x2026, 0x2026, SOUND_STOP },
    { 0xC0, 0xC6, SOUND_VOWEL },     { 0xC8, 0xCF, SOUND_VOWEL },     { 0xD2, 0xDD, SOUND_VOWEL },     { 0xE0, 0xE6, SOUND_VOWEL },
    { 0xE8, 0xEF, SOUND_VOWEL },     { 0xF2, 0xFD, SOUND_VOWEL },     { 0x100, 0x105, SOUND_VOWEL },   { 0x112, 0x11B, SOUND_VOWEL },
    { 0x128, 0x131, SOUND_VOWEL },   { 0x14C, 0x153, SOUND_VOWEL },   { 0x168, 0x173, SOUND_VOWEL },   { 0xC0, 0x24F, SOUND_CONSONANT },
    { 0x430, 0x430, SOUND_VOWEL },   { 0x435, 0x435, SOUND_VOWEL },   { 0x438, 0x438, SOUND_VOWEL },   { 0x43E, 0x43E, SOUND_VOWEL },
    { 0x443, 0x443, SOUND_VOWEL },   { 0x44B, 0x44B, SOUND_VOWEL },   { 0x44D, 0x44F, SOUND_VOWEL },   { 0x451, 0x451, SOUND_VOWEL },
    { 0x430, 0x45F, SOUND_CONSONANT }, { 0x60C, 0x60C, SOUND_COMMA }, { 0x61B, 0x61B, SOUND_COMMA },   { 0x61F, 0x61F, SOUND_STOP },
    { 0x3001, 0x3001, SOUND_COMMA }, { 0x3002, 0x3002, SOUND_STOP },  { 0xFF01, 0xFF01, SOUND_STOP },  { 0xFF0C, 0xFF0C, SOUND_COMMA },
    { 0xFF1F, 0xFF1F, SOUND_STOP },  { 0x3040, 0x30FF, SOUND_SIGN },  { 0x3400, 0x9FFF, SOUND_SIGN },  { 0xAC00, 0xD7A3, SOUND_SIGN },
    { 0x590, 0x1FFF, SOUND_LETTER },
};

static uint32_t small_letter(uint32_t character)
{
    if ((character >= 'A' && character <= 'Z') || (character >= 0x410 && character <= 0x42F)) {
        return character + 32;
    }
    return character == 0x401 ? 0x451 : character;
}

static Sound sound_of(uint32_t character)
{
    character = small_letter(character);
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
        if (character >= ranges[i].first && character <= ranges[i].last) {
            return ranges[i].sound;
        }
    }
    return SOUND_NONE;
}

static void add_syllable(Mouth *mouth, uint32_t length_ms, uint32_t open_ms)
{
    if (mouth->count < SYLLABLES_MAX && mouth->length_ms + length_ms < WORDS_MS_MAX) {
        mouth->open_ms[mouth->count] = (uint16_t)mouth->length_ms;
        mouth->shut_ms[mouth->count++] = (uint16_t)(mouth->length_ms + open_ms);
        mouth->length_ms += length_ms;
    }
}

/* A pause once, however many signs stand there: "!!!". */
static uint32_t silence_after(Sound sound, Sound before)
{
    switch (sound) {
    case SOUND_BLANK:
        return BLANK_MS;
    case SOUND_CONSONANT:
        return CONSONANT_MS;
    case SOUND_COMMA:
        return before == SOUND_COMMA || before == SOUND_STOP ? 0 : COMMA_MS;
    case SOUND_STOP:
        return before == SOUND_STOP ? 0 : STOP_MS;
    case SOUND_NONE:
    case SOUND_VOWEL:
    case SOUND_SIGN:
    case SOUND_LETTER:
        break;
    }
    return 0;
}

void mouth_read(Mouth *mouth, StrView text)
{
    Sound before = SOUND_NONE;
    size_t letters = 0;
    uint32_t end_ms = 0; /* of the last sound: the mouth does not wait for what is not said */
    *mouth = (Mouth){ 0 };
    uint32_t character;
    while (utf8_take(&text, &character, NULL)) {
        Sound sound = sound_of(character);
        if (sound == SOUND_VOWEL && before != SOUND_VOWEL) {
            add_syllable(mouth, VOWEL_MS, VOWEL_MS - 25);
        } else if (sound == SOUND_SIGN) {
            add_syllable(mouth, SIGN_MS, SIGN_MS - 70);
        } else if (sound == SOUND_LETTER) {
            add_syllable(mouth, LETTER_MS, letters++ % 2 ? 0 : LETTER_MS);
        } else {
            uint32_t silence = silence_after(sound, before);
            mouth->length_ms += mouth->length_ms + silence < WORDS_MS_MAX ? silence : 0;
        }
        end_ms = sound == SOUND_COMMA || sound == SOUND_STOP || sound == SOUND_BLANK ? end_ms : mouth->length_ms;
        before = sound == SOUND_NONE ? before : sound;
    }
    mouth->length_ms = end_ms;
}

bool mouth_is_open(const Mouth *mouth, uint64_t at_ms)
{
    for (size_t i = 0; i < mouth->count && mouth->open_ms[i] <= at_ms; i++) {
        if (at_ms < mouth->shut_ms[i]) {
            return true;
        }
    }
    return false;
}

/* As long as the voice takes. */
static void stretch(Mouth *mouth, uint32_t voice_ms)
{
    if (voice_ms == 0 || voice_ms > UINT16_MAX || mouth->length_ms == 0) {
        return;
    }
    for (size_t i = 0; i < mouth->count; i++) {
        mouth->open_ms[i] = (uint16_t)(mouth->open_ms[i] * (uint64_t)voice_ms / mouth->length_ms);
        mouth->shut_ms[i] = (uint16_t)(mouth->shut_ms[i] * (uint64_t)voice_ms / mouth->length_ms);
    }
    mouth->length_ms = voice_ms;
}

void stage_speaker(Stage *stage, StrView actor, StrView text, uint32_t voice_ms)
{
    stage->speaker = name_of(actor);
    stage->talk_ms = change_shows_ms(stage);
    mouth_read(&stage->mouth, stage_is_still(stage) ? SV("") : text);
    stretch(&stage->mouth, voice_ms);
    stage_wake(stage);
}

/* --- looks ----------------------------------------------------------------------------------- */

/* The nearest of the others; NULL when there is none. */
static const StageActor *in_front_of(const Stage *stage, const StageActor *actor)
{
    const StageActor *nearest = NULL;
    for (size_t i = 0; i < stage->actor_count; i++) {
        const StageActor *other = &stage->actors[i];
        float far = other->x < actor->x ? actor->x - other->x : other->x - actor->x;
        float best = !nearest ? 1e9f : nearest->x < actor->x ? actor->x - nearest->x : nearest->x - actor->x;
        if (other != actor && !other->is_leaving && far < best) {
            nearest = other;
        }
    }
    return nearest;
}

/* Faces whose eyes say more than where they look. */
static bool has_free_eyes(const StageActor *actor)
{
    static const char *const faces[] = { "happy", "talking", "worried", "angry" }; /* the last two have other lids: own eyes */
    size_t count = actor->art->has_own_moments ? 4 : 2;
    for (size_t i = 0; i < count; i++) {
        if (strview_equal(name_view(&actor->expression), strview_from_cstr(faces[i]))) {
            return true;
        }
    }
    return false;
}

/* Who listens looks at who speaks, as long as the line stands. Who speaks looks at the one in front,
 * and towards the end at us. All look at an open phone. */
Gaze actor_gaze(const Stage *stage, const StageActor *actor)
{
    const StageActor *speaker = stage_get(stage, name_view(&stage->speaker));
    const StageActor *seen = speaker == actor ? in_front_of(stage, actor) : speaker;
    uint64_t turns_ms = stage->talk_ms + stage->mouth.length_ms * 3 / 5;
    if (!actor->art->has_looks || !has_free_eyes(actor) || (stage->speaker.len == 0 && !stage->phone_is_open)) {
        return GAZE_AHEAD;
    }
    if (stage->phone_is_open) {
        return actor->x < STAGE_W / 2.0f ? GAZE_RIGHT : GAZE_LEFT;
    }
    if (!seen || (speaker == actor && stage->now_ms >= turns_ms)) {
        return GAZE_AHEAD;
    }
    return seen->x < actor->x ? GAZE_LEFT : GAZE_RIGHT;
}
