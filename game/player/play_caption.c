#include "play_internal.h"

#include "sango/player/widgets.h"

/* Sounds in words, for those who do not hear them and for classrooms without sound.
 * The English ones come from assets/sound/captions.txt at build time. */
enum { CAPTION_MS = 2200, CAPTION_H = 68 };

typedef struct SoundCaption {
    const char *id; /* in the catalogue; the sound's name is behind the dot */
    const char *english;
} SoundCaption;

static const SoundCaption captions[] = {
#include "captions.inc"
};

static size_t find_caption(StrView sound)
{
    for (size_t i = 0; i < sizeof captions / sizeof captions[0]; i++) {
        StrView id = strview_from_cstr(captions[i].id);
        StrView prefix;
        if (strview_take(&id, '.', &prefix) && strview_equal(id, sound)) {
            return i;
        }
    }
    return SIZE_MAX;
}

void play_sound(PlayScene *play, App *app, StrView sound)
{
    size_t found = find_caption(sound);
    app_sound(app, sound);
    if (found != SIZE_MAX && app->settings.captions) {
        play->caption = found;
        play->caption_until_ms = app->now_ms + CAPTION_MS;
    }
}

int play_caption_deadline_ms(const PlayScene *play, uint64_t now_ms)
{
    return play->caption_until_ms > now_ms ? (int)(play->caption_until_ms - now_ms) : -1;
}

void play_draw_caption(const PlayScene *play, UiFrame *frame, float y)
{
    if (frame->now_ms >= play->caption_until_ms) {
        return;
    }
    const SoundCaption *caption = &captions[play->caption];
    UiText text = { .text = catalogue_get(frame->catalogue, strview_from_cstr(caption->id), strview_from_cstr(caption->english)),
                    .face = TEXT_FACE_BOLD,
                    .size = frame->theme->text_small,
                    .color = frame->theme->on_bar,
                    .silent = true,
                    .middle = true,
                    .max_lines = 1,
                    .fit_min = 0.4f };
    float scale = frame->text_scale < 1.4f ? frame->text_scale : 1.4f; /* beside the story's words it stays small */
    text.size *= scale / frame->text_scale;
    TextStyle style = { .face = text.face, .size = frame->theme->text_small * scale, .max_lines = 1 };
    TextLayout layout;
    if (text_layout(frame->arena, frame->measure, text.text, &style, 0, &layout) != STATUS_OK) {
        return;
    }
    float most = frame->width - 160;
    float width = layout.width + 2 < most ? layout.width + 2 : most;
    float height = CAPTION_H * scale;
    float x = screen_is_tall(frame) ? frame->width - 40 - width - 56 : 40; /* on one that stands upright the place shows below the meter */
    if (play->mode == PLAY_MODE_ACTIVITY && play->activity.data->kind != ACTIVITY_SPOT) { /* where no face is */
        x = activity_caption_x(frame, width + 56);
        y = activity_caption_y(frame, height);
    }
    ui_bar(frame, (Rect){ x, y, width + 56, height }, height / 2);
    text.rect = (Rect){ x + 28, y, width, height };
    (void)ui_text(frame, &text);
    speak_list_add(frame->speak, &(SpeakItem){ .role = SPEAK_TEXT, .flags = SPEAK_CAPTION, .label = text.text, .rect = { ui_mirror_x(frame, x + 28, width), y, width, height } });
}
