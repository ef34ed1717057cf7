#include "sdl_internal.h"

#include "sango/base/log.h"

#include <stdio.h>
#include <string.h>

enum { CHANGE_MS = 250, REST_MS = 1500, TRY_AGAIN_MS = 60 * 1000 };

/* The device is opened when something first sounds: an open one wakes the machine. One that is not there may be plugged in, or a
 * display with loudspeakers may be turned on: it is tried again now and then. */
bool sound_device(Sound *sound)
{
    bool is_too_early = sound->is_missing && SDL_GetTicks64() - sound->missed_ms < TRY_AGAIN_MS;
    if (sound->is_off || sound->is_open || is_too_early) {
        return sound->is_open;
    }
    bool has_audio = SDL_WasInit(SDL_INIT_AUDIO) || SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
    if (!has_audio || Mix_OpenAudio(44100, AUDIO_S16SYS, sound->volumes.mono ? 1 : 2, 2048) != 0) {
        if (!sound->is_missing) {
            log_line(LOG_WARNING, "no sound on this machine: %s", SDL_GetError());
        }
        sound->is_missing = true;
        sound->missed_ms = SDL_GetTicks64();
        return false;
    }
    sound->is_open = true;
    (void)Mix_ReserveChannels(1); /* VOICE_CHANNEL: an effect never takes the voice's place */
    return true;
}

static void close_device(Sound *sound)
{
    if (!sound->is_open) {
        return;
    }
    Mix_HookMusicFinished(NULL);
    Mix_HaltMusic();
    Mix_HaltChannel(-1);
    voice_stop(sound);
    for (size_t i = 0; i < sound->sound_count; i++) {
        Mix_FreeChunk(sound->sounds[i].chunk);
    }
    sound->sound_count = 0;
    Mix_FreeMusic(sound->music);
    sound->music = NULL;
    Mix_CloseAudio();
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    sound->is_open = false;
}

void sound_open(Sound *sound, const char *folder, bool is_off)
{
    *sound = (Sound){ .is_off = is_off, .volumes = { 0.6f, 0.8f, 1.0f, false } };
    (void)snprintf(sound->folder, sizeof sound->folder, "%s", folder);
    sound->faded_event = SDL_RegisterEvents(1);
}

void sound_close(Sound *sound)
{
    close_device(sound);
}

static Mix_Chunk *find_chunk(Sound *sound, StrView name)
{
    for (size_t i = 0; i < sound->sound_count; i++) {
        if (strview_equal(strview_from_cstr(sound->sounds[i].name), name)) {
            return sound->sounds[i].chunk;
        }
    }
    if (sound->sound_count == SOUNDS_MAX || name.len >= SOUND_NAME_MAX) {
        return NULL;
    }
    char path[700];
    (void)snprintf(path, sizeof path, "%s/%.*s.ogg", sound->folder, SV_ARG(name));
    if (!host_has_file(path)) {
        return NULL; /* it comes, too late for this once */
    }
    LoadedSound *loaded = &sound->sounds[sound->sound_count++];
    memcpy(loaded->name, name.data, name.len);
    loaded->name[name.len] = '\0';
    SDL_RWops *file = SDL_RWFromFile(path, "rb"); /* its error says more than the mixer's */
    loaded->chunk = file ? Mix_LoadWAV_RW(file, 1) : NULL;
    if (!loaded->chunk) {
        log_line(LOG_WARNING, "%s: the sound cannot be read: %s", path, Mix_GetError());
    }
    return loaded->chunk;
}

static Uint32 faded_event; /* for the mixer's thread, whose callback carries nothing */

static void tell_faded(void)
{
    SDL_Event event = { .type = faded_event };
    (void)SDL_PushEvent(&event);
}

/* Cutting a tune off clicks. */
static void fade_out(Sound *sound, int length_ms)
{
    faded_event = sound->faded_event;
    Mix_HookMusicFinished(tell_faded);
    (void)Mix_FadeOutMusic(length_ms);
}

static void stop_music(Sound *sound)
{
    if (sound->is_open) {
        Mix_HookMusicFinished(NULL);
        Mix_HaltMusic(); /* freeing would wait for a fade to end */
        Mix_FreeMusic(sound->music);
        sound->music = NULL;
    }
}

/* Plays what is to play from `position_s` on. */
static void start_music(Sound *sound, double position_s)
{
    stop_music(sound);
    if (sound->playing[0] == '\0' || sound->volumes.music <= 0 || !sound_device(sound)) {
        return;
    }
    sound->is_missing = false;
    char path[700];
    (void)snprintf(path, sizeof path, "%s/%s.ogg", sound->folder, sound->playing);
    if (!host_has_file(path)) {
        return; /* sound_files_came() */
    }
    sound->music = Mix_LoadMUS(path);
    if (!sound->music) {
        log_line(LOG_WARNING, "%s: the music cannot be read: %s", path, Mix_GetError());
        return;
    }
    voice_level_music(sound);
    (void)Mix_FadeInMusicPos(sound->music, -1, 400, position_s);
}

void sound_files_came(Sound *sound)
{
    if (sound->is_open && !sound->music && !sound->is_resting) {
        start_music(sound, 0);
    }
}

/* There is a device again. */
static void music_returns(Sound *sound)
{
    sound->is_missing = false;
    if (!sound->is_resting) {
        start_music(sound, sound->position_s);
    }
}

void sound_device_changed(Sound *sound, const SDL_AudioDeviceEvent *event)
{
    if (event->iscapture || sound->is_off) {
        return;
    }
    if (event->type == SDL_AUDIODEVICEREMOVED && event->which != 0 && sound->is_open) {
        double position = sound->music ? Mix_GetMusicPosition(sound->music) : 0;
        sound->position_s = position > 0 ? position : 0;
        close_device(sound); /* another one may be there */
        sound->is_missing = !sound->is_resting && !sound_device(sound);
        if (!sound->is_missing) {
            music_returns(sound);
        }
    } else if (event->type == SDL_AUDIODEVICEADDED && sound->is_missing) {
        sound->missed_ms = SDL_GetTicks64() - TRY_AGAIN_MS;
        if (sound_device(sound)) {
            music_returns(sound);
        }
    }
}

void sound_play(Sound *sound, StrView name)
{
    if (sound->volumes.effects <= 0 || !sound_device(sound)) {
        return;
    }
    if (sound->is_missing) {
        music_returns(sound);
    }
    Mix_Chunk *chunk = find_chunk(sound, name);
    if (chunk) {
        Mix_VolumeChunk(chunk, (int)(sound->volumes.effects * MIX_MAX_VOLUME));
        (void)Mix_PlayChannel(-1, chunk, 0);
    }
}

void sound_music(Sound *sound, StrView name)
{
    size_t len = name.len < SOUND_NAME_MAX - 1 ? name.len : SOUND_NAME_MAX - 1;
    if (len) {
        memcpy(sound->playing, name.data, len);
    }
    sound->playing[len] = '\0';
    if (sound->is_open && sound->music && Mix_PlayingMusic() && !sound->is_resting) {
        fade_out(sound, CHANGE_MS); /* sound_faded() begins the next */
    } else {
        start_music(sound, 0);
    }
}

/* --- rest ---------------------------------------------------------------------------- */

void sound_rest(Sound *sound, bool on)
{
    if (on && !sound->is_resting && (sound->is_open || sound->is_missing)) {
        sound->is_resting = true;
        sound->position_s = 0;
        if (sound->is_open && sound->music && Mix_PlayingMusic()) {
            double position = Mix_GetMusicPosition(sound->music);
            sound->position_s = position > 0 ? position : 0;
            fade_out(sound, REST_MS);
        } else {
            close_device(sound);
        }
    } else if (!on && sound->is_resting) {
        sound->is_resting = false;
        start_music(sound, sound->position_s);
    }
}

void sound_faded(Sound *sound)
{
    if (sound->is_resting) {
        close_device(sound);
    } else {
        start_music(sound, 0);
    }
}

void sound_set_volumes(Sound *sound, const PlatformVolumes *volumes)
{
    bool was_silent = sound->volumes.music <= 0;
    bool other_layout = sound->volumes.mono != volumes->mono;
    sound->volumes = *volumes;
    if (other_layout || (volumes->music <= 0 && volumes->effects <= 0)) {
        close_device(sound);
    }
    if (sound->is_open) {
        voice_level_music(sound);
    }
    if (sound->playing[0] && volumes->music > 0 && (was_silent || other_layout) && !sound->is_resting) {
        start_music(sound, 0);
    } else if (volumes->music <= 0 && sound->is_open) {
        (void)Mix_FadeOutMusic(200);
    }
}
