#include "sdl_internal.h"

#include "sango/base/log.h"

#include <math.h>
#include <stdio.h>

/* Recorded speech, and the music that makes room for it: it goes down by 12 dB within a fifth of
 * a second, and comes back more slowly when the voice has ended. A timer takes the steps, and
 * only while there are some to take. */
enum { STEP_MS = 16, STEPS_DOWN = 1, STEPS_UP_EVERY = 3, VOICE_BYTES_MAX = 4 * 1024 * 1024 };

static Sound *speaking; /* for the mixer's callback, which carries nothing; one device, one voice */

static int softened(int volume, int step)
{
    return (int)lroundf((float)volume * powf(10.0f, -(float)step / 20.0f)); /* a step is 1 dB */
}

void voice_level_music(Sound *sound)
{
    int volume = (int)(sound->volumes.music * MIX_MAX_VOLUME);
    SDL_AtomicSet(&sound->voice.music_volume, volume);
    Mix_VolumeMusic(softened(volume, SDL_AtomicGet(&sound->voice.gain_step)));
}

/* One step towards where the music should be; 0 ends the timer. */
static Uint32 take_step(Uint32 interval, void *of_sound)
{
    (void)interval;
    Sound *sound = of_sound;
    Voice *voice = &sound->voice;
    bool is_speaking = SDL_AtomicGet(&voice->is_speaking) != 0;
    int step = SDL_AtomicGet(&voice->gain_step);
    step += is_speaking ? STEPS_DOWN : -STEPS_DOWN;
    step = step < 0 ? 0 : step > VOICE_GAIN_STEPS ? VOICE_GAIN_STEPS : step;
    SDL_AtomicSet(&voice->gain_step, step);
    Mix_VolumeMusic(softened(SDL_AtomicGet(&voice->music_volume), step));
    if (step == 0 && !is_speaking) {
        return 0;
    }
    return is_speaking ? (step < VOICE_GAIN_STEPS ? STEP_MS : 4 * STEP_MS) : STEP_MS * STEPS_UP_EVERY;
}

static void has_ended(int channel)
{
    if (channel == VOICE_CHANNEL && speaking) {
        SDL_AtomicSet(&speaking->voice.is_speaking, 0); /* the timer is running and sees it */
    }
}

/* In the opened device's samples. */
static uint32_t length_ms(const Mix_Chunk *chunk)
{
    int rate;
    Uint16 format;
    int channels;
    if (!Mix_QuerySpec(&rate, &format, &channels)) {
        return 0;
    }
    uint32_t frame = (uint32_t)channels * SDL_AUDIO_BITSIZE(format) / 8;
    return (uint32_t)((uint64_t)chunk->alen / frame * 1000 / (uint32_t)rate);
}

static void fall_silent(Sound *sound)
{
    if (sound->voice.chunk) {
        (void)Mix_HaltChannel(VOICE_CHANNEL); /* has_ended() is called */
        Mix_FreeChunk(sound->voice.chunk);
        sound->voice.chunk = NULL;
    }
}

void voice_stop(Sound *sound)
{
    fall_silent(sound);
    (void)SDL_RemoveTimer(sound->voice.timer);
    sound->voice.timer = 0;
    SDL_AtomicSet(&sound->voice.gain_step, 0);
    Mix_ChannelFinished(NULL);
    speaking = NULL;
}

/* A line without a recording is no fault: most languages have none. The device is opened only
 * for one that is there; a file that cannot be read is named. */
static Mix_Chunk *read_line(Sound *sound, StrView name)
{
    char path[700];
    int len = snprintf(path, sizeof path, "%s/voice/%.*s.ogg", sound->folder, SV_ARG(name));
    SDL_RWops *file = len > 0 && (size_t)len < sizeof path ? SDL_RWFromFile(path, "rb") : NULL;
    if (!file) {
        return NULL;
    }
    if (SDL_RWsize(file) > VOICE_BYTES_MAX) { /* all of it would be unpacked into memory */
        log_line(LOG_WARNING, "%s: the voice is not played: a line is at most %d MiB", path, VOICE_BYTES_MAX / (1024 * 1024));
        (void)SDL_RWclose(file);
        return NULL;
    }
    if (!sound_device(sound)) {
        (void)SDL_RWclose(file);
        return NULL;
    }
    Mix_Chunk *chunk = Mix_LoadWAV_RW(file, 1);
    if (!chunk) {
        log_line(LOG_WARNING, "%s: the voice cannot be read: %s", path, Mix_GetError());
    }
    return chunk;
}

uint32_t voice_speak(Sound *sound, StrView name)
{
    if (sound->is_open) {
        fall_silent(sound);
    }
    if (name.len == 0 || sound->is_off || sound->volumes.voice <= 0) {
        return 0;
    }
    Mix_Chunk *chunk = read_line(sound, name);
    if (!chunk) {
        return 0;
    }
    Voice *voice = &sound->voice;
    voice->chunk = chunk;
    speaking = sound;
    Mix_ChannelFinished(has_ended);
    Mix_VolumeChunk(chunk, (int)(sound->volumes.voice * MIX_MAX_VOLUME));
    SDL_AtomicSet(&voice->is_speaking, 1); /* before it begins: a very short one may have ended at once */
    if (Mix_PlayChannel(VOICE_CHANNEL, chunk, 0) < 0) {
        log_line(LOG_WARNING, "a recorded line cannot be played: %s", Mix_GetError());
        SDL_AtomicSet(&voice->is_speaking, 0); /* nothing would end it, and the music would stay soft */
        return 0;
    }
    (void)SDL_RemoveTimer(voice->timer);
    voice->timer = SDL_AddTimer(STEP_MS, take_step, sound);
    return length_ms(chunk);
}
