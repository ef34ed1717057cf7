/* What reaches the loudspeaker, recorded by SDL's driver "disk": the music makes room for speech. */
#define _POSIX_C_SOURCE 200809L
#include "log_lines.h"
#include "platform/sdl/sdl_internal.h"
#include "sango/base/file.h"
#include "test.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { RATE = 44100, BLOCK = RATE / 10, VOICE_MS = 1500 };

static const char *const recorded = "sound-recorded.raw";
static LogLines lines;

/* A voice that is silent, so that only the music is heard: a RIFF file of 16-bit samples. */
static void write_voice(const char *path)
{
    static uint8_t wave[44 + RATE * 2 * VOICE_MS / 1000];
    const uint32_t data = (uint32_t)sizeof wave - 44;
    const uint32_t words[] = { 0x46464952, data + 36, 0x45564157, 0x20746D66, 16, 0x00010001, RATE, RATE * 2, 0x00100002, 0x61746164, data };
    memcpy(wave, words, sizeof words);
    EXPECT_EQ(file_write(path, (StrView){ (const char *)wave, sizeof wave }), STATUS_OK);
}

static void wait_ms(Platform *platform, uint32_t ms)
{
    uint64_t end = platform->ops->now_ms(platform) + ms;
    InputEvent event;
    for (uint64_t now = platform->ops->now_ms(platform); now < end; now = platform->ops->now_ms(platform)) {
        (void)platform->ops->wait_event(platform, (int)(end - now), &event);
    }
}

/* Plays the tune for `ms`; somebody speaks after `speak_at_ms`, when that is over 0. */
static StrView record(uint32_t ms, uint32_t speak_at_ms, uint32_t *voice_ms)
{
    SdlOptions options = { .art_folder = TEST_ROOT "/build/assets", .fonts_folder = TEST_ROOT "/assets/fonts",
                           .sound_folder = "sound-folder", .title = "test", .width = 320, .height = 180 };
    Platform *platform = NULL;
    StrView bytes = { 0 };
    EXPECT_EQ(sdl_platform_open(&options, &platform), STATUS_OK);
    platform->ops->set_volumes(platform, &(PlatformVolumes){ 1, 1, 1, false });
    platform->ops->play_music(platform, SV("calm"));
    if (speak_at_ms) {
        wait_ms(platform, speak_at_ms);
        *voice_ms = platform->ops->play_voice(platform, SV("en/line"));
    }
    wait_ms(platform, ms - speak_at_ms);
    sdl_platform_close(platform);
    EXPECT_EQ(file_read(alloc_heap(), recorded, 1 << 24, &bytes), STATUS_OK);
    (void)remove(recorded);
    return bytes;
}

/* Loudness of the n-th tenth of a second after the first sound, dB of full scale. */
static float level(StrView bytes, size_t n)
{
    const int16_t *samples = (const void *)bytes.data;
    size_t count = bytes.len / sizeof *samples;
    size_t first = 0;
    while (first < count && samples[first] == 0) {
        first++;
    }
    double power = 0;
    size_t from = first / 2 * 2 + n * BLOCK * 2;
    for (size_t i = from; i < from + (size_t)BLOCK * 2 && i < count; i++) {
        power += (double)samples[i] * samples[i] / (32768.0 * 32768.0);
    }
    return 10.0f * log10f((float)(power / (BLOCK * 2.0)) + 1e-10f);
}

static size_t block_count(StrView bytes)
{
    return bytes.len / 4 / BLOCK;
}

static void music_makes_room_for_speech(void)
{
    uint32_t voice_ms = 0;
    StrView alone = record(3600, 0, &voice_ms);
    StrView spoken = record(3600, 500, &voice_ms);
    size_t blocks = block_count(alone) < block_count(spoken) ? block_count(alone) : block_count(spoken);
    float softest = 0;
    size_t soft_blocks = 0;
    EXPECT_EQ(voice_ms, VOICE_MS);
    EXPECT(blocks > 28);
    for (size_t i = 0; i + 2 < blocks; i++) {
        float change = level(spoken, i) - level(alone, i);
        softest = change < softest ? change : softest;
        soft_blocks += change < -11.0f;
    }
    EXPECT(fabsf(level(spoken, 2) - level(alone, 2)) < 0.5f); /* as loud as ever before */
    EXPECT(softest > -13.0f);
    EXPECT(soft_blocks >= 8); /* nearly all of its 15 tenths; fewer on a busy machine */
    EXPECT(fabsf(level(spoken, blocks - 4) - level(alone, blocks - 4)) < 0.5f); /* and after */
    file_free(alloc_heap(), &alone);
    file_free(alloc_heap(), &spoken);
}

static void a_line_that_nobody_recorded_is_silence(void)
{
    SdlOptions options = { .art_folder = TEST_ROOT "/build/assets", .fonts_folder = TEST_ROOT "/assets/fonts",
                           .sound_folder = "sound-folder", .title = "test", .width = 320, .height = 180 };
    Platform *platform = NULL;
    EXPECT_EQ(sdl_platform_open(&options, &platform), STATUS_OK);
    EXPECT_EQ(platform->ops->play_voice(platform, SV("en/nobody")), 0);
    EXPECT_EQ(platform->ops->play_voice(platform, SV("en/line")), VOICE_MS);
    EXPECT_EQ(platform->ops->play_voice(platform, SV("en/line")), VOICE_MS); /* the one before ends */
    EXPECT_EQ(platform->ops->play_voice(platform, SV("")), 0);
    platform->ops->set_volumes(platform, &(PlatformVolumes){ 1, 1, 0, false });
    EXPECT_EQ(platform->ops->play_voice(platform, SV("en/line")), 0);
    sdl_platform_close(platform);
    (void)remove(recorded);
}

static void device_event(Platform *platform, Uint32 type, Uint32 which)
{
    SDL_Event raw = { .type = type };
    raw.adevice.which = which;
    EXPECT_EQ(SDL_PushEvent(&raw), 1);
    wait_ms(platform, 20);
}

/* The loudspeaker is pulled out and plugged in again, here and while the game rests: the music goes on, nothing else happens. */
static void a_device_comes_and_goes(void)
{
    SdlOptions options = { .art_folder = TEST_ROOT "/build/assets", .fonts_folder = TEST_ROOT "/assets/fonts",
                           .sound_folder = "sound-folder", .title = "test", .width = 320, .height = 180 };
    Platform *platform = NULL;
    EXPECT_EQ(sdl_platform_open(&options, &platform), STATUS_OK);
    Sound *sound = &((SdlPlatform *)platform)->sound;
    log_set_sink(keep_line, &lines);
    platform->ops->play_music(platform, SV("calm"));
    wait_ms(platform, 100);
    Mix_Music *music = sound->music;
    EXPECT(sound->is_open && Mix_PlayingMusic());
    device_event(platform, SDL_AUDIODEVICEREMOVED, 0); /* one that we do not play on */
    EXPECT(sound->music == music);
    device_event(platform, SDL_AUDIODEVICEREMOVED, 2); /* ours, and another one is there */
    EXPECT(sound->is_open && Mix_PlayingMusic());
    EXPECT_EQ(lines.count, 0);
    (void)setenv("SDL_AUDIODRIVER", "nonexistent", 1);
    device_event(platform, SDL_AUDIODEVICEREMOVED, 2); /* the last one */
    EXPECT(!sound->is_open && sound->is_missing);
    EXPECT(one_line_has(&lines, "no sound on this machine"));
    platform->ops->play_sound(platform, SV("tap"));
    device_event(platform, SDL_AUDIODEVICEADDED, 0); /* not one for us */
    EXPECT(sound->is_missing);
    EXPECT_EQ(lines.count, 0); /* told once */
    (void)setenv("SDL_AUDIODRIVER", "disk", 1);
    device_event(platform, SDL_AUDIODEVICEADDED, 0);
    EXPECT(sound->is_open && !sound->is_missing && Mix_PlayingMusic());
    (void)setenv("SDL_AUDIODRIVER", "nonexistent", 1);
    device_event(platform, SDL_AUDIODEVICEREMOVED, 2);
    platform->ops->rest_sound(platform, true);
    (void)setenv("SDL_AUDIODRIVER", "disk", 1);
    device_event(platform, SDL_AUDIODEVICEADDED, 0);
    EXPECT(!Mix_PlayingMusic()); /* nobody is there to hear it */
    platform->ops->rest_sound(platform, false);
    EXPECT(sound->is_open && Mix_PlayingMusic());
    /* A grown-up's schedule turns the volume off and on while the game rests. */
    platform->ops->rest_sound(platform, true);
    platform->ops->set_volumes(platform, &(PlatformVolumes){ 0, 0, 0, false });
    EXPECT(!sound->is_open);
    platform->ops->set_volumes(platform, &(PlatformVolumes){ 0.5f, 0.5f, 0.5f, false });
    EXPECT(!sound->is_open);
    platform->ops->rest_sound(platform, false);
    EXPECT(sound->is_open && Mix_PlayingMusic());
    sdl_platform_close(platform);
    (void)remove(recorded);
    lines.count = 0;
}

int main(void)
{
    (void)setenv("SDL_VIDEODRIVER", "dummy", 1);
    (void)setenv("SDL_AUDIODRIVER", "disk", 1);
    (void)setenv("SDL_DISKAUDIOFILE", recorded, 1);
    EXPECT_EQ(file_make_folders("sound-folder/voice/en"), STATUS_OK);
    StrView tune;
    EXPECT_EQ(file_read(alloc_heap(), TEST_ROOT "/assets/sound/calm.ogg", 1 << 24, &tune), STATUS_OK);
    EXPECT_EQ(file_write("sound-folder/calm.ogg", tune), STATUS_OK);
    file_free(alloc_heap(), &tune);
    write_voice("sound-folder/voice/en/line.ogg");
    music_makes_room_for_speech();
    a_line_that_nobody_recorded_is_silence();
    a_device_comes_and_goes();
    return TEST_MAIN_END();
}
