#include "phone_internal.h"

#include <stdio.h>

/* Words of the phone that no level writes. The tables are known to i18n/extract.py. */

static StrView phone_word(const UiFrame *frame, const char *before, StrView name, const char *english)
{
    char id[64];
    int len = snprintf(id, sizeof id, "%s%.*s", before, SV_ARG(name));
    if (len <= 0 || (size_t)len >= sizeof id) {
        return strview_from_cstr(english);
    }
    return catalogue_get(frame->catalogue, arena_copy(frame->arena, (StrView){ id, (size_t)len }),
                         strview_from_cstr(english));
}

StrView phone_app_title(const UiFrame *frame, PhoneApp app)
{
    static const char *const phone_apps[PHONE_APP_COUNT][2] = {
        { "chat", "Chat" },      { "feed", "New pictures" }, { "game", "Game" },
        { "camera", "Camera" },  { "settings", "Settings" }, { "mail", "Mail" },
        { "search", "Search" },  { "map", "Map" },           { "video", "Videos" },
        { "store", "App shop" },
    };
    return phone_word(frame, "phone.", strview_from_cstr(phone_apps[app][0]), phone_apps[app][1]);
}

StrView phone_badge_word(const UiFrame *frame, StrView badge)
{
    static const char *const phone_badges[][2] = {
        { "ad", "Advert" },
        { "unknown", "Not known" },
        { "friend", "Friend" },
        { "new", "New" },
        { "checked", "Checked" },
        { "place", "Place" },
        { "school", "School" },
        { "face", "Face" },
        { "name", "Name" },
        { "camera", "Camera" },
        { "microphone", "Microphone" },
        { "contacts", "Contacts" },
        { "file", "File" },
        { "link", "Link" },
        { "lock", "Locked" },
        { "gift", "Gift" },
    };
    for (size_t i = 0; i < sizeof phone_badges / sizeof phone_badges[0]; i++) {
        if (strview_equal(badge, strview_from_cstr(phone_badges[i][0]))) {
            return phone_word(frame, "phone.badge.", badge, phone_badges[i][1]);
        }
    }
    return SV("");
}

StrView phone_state_word(const UiFrame *frame, PhoneState state)
{
    const Catalogue *texts = frame->catalogue;
    switch (state) {
    case PHONE_ON:
        return TR(texts, "switch.on", "on");
    case PHONE_OFF:
        return TR(texts, "switch.off", "off");
    case PHONE_TYPING:
        return TR(texts, "phone.state.typing", "is writing");
    case PHONE_BLOCKED:
        return TR(texts, "phone.state.blocked", "Blocked");
    case PHONE_READY:
        return TR(texts, "phone.state.ready", "Ready");
    case PHONE_WAITING:
        return TR(texts, "phone.state.waiting", "Waiting");
    case PHONE_UNKNOWN:
        return TR(texts, "phone.state.unknown", "Unknown player");
    case PHONE_COVERED:
        return TR(texts, "phone.state.covered", "The camera is covered");
    case PHONE_NEW:
        return TR(texts, "phone.badge.new", "New");
    case PHONE_PLAYING:
        return TR(texts, "phone.state.playing", "Playing");
    case PHONE_PAUSED:
        return TR(texts, "phone.state.paused", "Paused");
    case PHONE_INSTALLED:
        return TR(texts, "phone.state.installed", "Installed");
    case PHONE_STATE_NONE:
    case PHONE_OPEN:
    case PHONE_READ:
    case PHONE_STATE_COUNT:
        break;
    }
    return SV("");
}

StrView phone_picture_word(const UiFrame *frame, StrView picture)
{
    static const char *const phone_pictures[][2] = {
        { "cake", "a birthday cake" },
        { "cat", "a cat on a robot" },
        { "tower", "a tower of blocks" },
        { "park", "a park with a pond" },
        { "selfie", "Sango's headband on a selfie" },
        { "parcel", "a parcel" },
        { "prize", "a golden cup" },
        { "puppy", "a puppy" },
        { "beach", "a day at the beach" },
        { "volcano", "a volcano" },
        { "dance", "a dancing robot" },
        { "racer", "a racing game" },
        { "torch", "a torch" },
        { "drawing", "a child's drawing" },
        { "planet", "a planet with rings" },
        { "class", "a school class" },
        { "duck", "a duck in a bathtub" },
        { "trumpet", "a duck with a trumpet" },
        { "monster", "a big monster" },
        { "dragon", "a dragon that cooks soup" },
        { "poster", "a rocket poster and a school bag" },
        { "singer", "a girl who sings" },
        { "shell", "a shell on a beach" },
        { "whale", "a whale with a small hat" },
        { "shark", "a shark with cut-out edges on the stairs of an underground station" },
        { "toyshark", "a blow-up toy shark on the roof of a school" },
        { "bridge", "a footbridge with a hole in it" },
        { "bread", "a long loaf in the shape of a worm" },
        { "flour", "a bag of flour with a cloud on it" },
        { "worms", "happy worms in a box of earth" },
        { "bear", "a toy bear with a light on its tummy" },
        { "soup", "a bowl of noodle soup" },
        { "nap", "a grandmother asleep in an armchair, a noodle on her chin" },
        { "tail", "a kite with a long tail of small pictures" },
        { "trick", "a football and two feet, a plaster on one knee" },
        { "mud", "a goalkeeper in a puddle, covered in mud" },
        { "noodles", "a pot of noodles that boils over" },
        { "fish", "a fish on four legs, in red boots" },
        { "hummingbird", "a hummingbird in front of a red flower" },
        { "mirrorbird", "a child's drawing of a bird with a helmet and a car mirror" },
        { "comet", "two wheels that draw circles of light in the dark" },
        { "hen", "a small knitted hen on a pillow" },
        { "loading", "a microphone on a stage, and the ring of something that loads" },
        { "oud", "two hands that play an oud" },
        { "roof", "white sheets on a flat roof in the evening" },
        { "penguin", "a penguin in a football shirt, slipping beside a ball" },
        { "egg", "a dragon's egg with two eyes looking out" },
        { "squareegg", "a square egg with a bow" },
        { "toast", "a slice of toast with a bit of egg shell" },
        { "gecko", "a baby gecko that climbs out of an egg" },
        { "parrot", "a green and red parrot on a curtain rail" },
        { "boots", "golden football boots with wings" },
        { "box", "a treasure box with a question mark" },
        { "goldwings", "big golden wings between the clouds" },
        { "skyworm", "a worm of paper bags that flies in the sky" },
        { "sunglasses", "funny sunglasses with fish on the frame" },
        { "keys", "a very big ring with very many keys" },
        { "notes", "a computer screen covered with yellow notes" },
        { "oldboots", "worn football boots with drawn wings, in a shoe box" },
        { "paperdragon", "a child's drawing of a very long dragon" },
        { "dragontail", "the tail of a paper dragon, held up by many hands" },
        { "elephant", "somebody under a grey blanket with big ears, and a shower hose as a trunk" },
    };
    for (size_t i = 0; i < sizeof phone_pictures / sizeof phone_pictures[0]; i++) {
        if (strview_equal(picture, strview_from_cstr(phone_pictures[i][0]))) {
            return phone_word(frame, "phone.picture.", picture, phone_pictures[i][1]);
        }
    }
    return TR(frame->catalogue, "phone.picture", "a picture");
}

static StrView fill(const UiFrame *frame, StrView pattern, const TextValue *value)
{
    StrBuf out;
    strbuf_init(&out, frame->arena->alloc);
    text_format(&out, pattern, value, 1);
    StrView filled = out.failed ? pattern : arena_copy(frame->arena, strbuf_view(&out));
    strbuf_release(&out);
    return filled;
}

StrView phone_with_number(const UiFrame *frame, StrView pattern, int number)
{
    char digits[16];
    int len = snprintf(digits, sizeof digits, "%d", number);
    return fill(frame, pattern, &(TextValue){ SV("n"), { digits, (size_t)len } });
}

StrView phone_with_text(const UiFrame *frame, StrView pattern, StrView text)
{
    return fill(frame, pattern, &(TextValue){ SV("what"), text });
}
