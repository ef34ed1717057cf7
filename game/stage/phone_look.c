#include "phone_internal.h"

/* The colours of each app. Words are at least 4.5:1 on what is behind them; the colours that the
 * theme has are the theme's. */

Rgba phone_mix(Rgba from, Rgba to, float share)
{
    Rgba mixed = 0xFF;
    for (int shift = 8; shift < 32; shift += 8) {
        float a = (float)(from >> shift & 0xFF);
        float b = (float)(to >> shift & 0xFF);
        mixed |= (Rgba)(a + (b - a) * share + 0.5f) << shift;
    }
    return mixed;
}

static PhoneLook light(const Theme *theme, Rgba bar, Rgba bar_ink)
{
    return (PhoneLook){ .bar = bar,
                        .bar_ink = bar_ink,
                        .wall = phone_mix(theme->white, bar, 0.16f),
                        .card = theme->white,
                        .ink = theme->ink,
                        .soft = theme->ink_soft,
                        .frame = phone_mix(theme->white, theme->plum, 0.14f) };
}

static PhoneLook dark(const Theme *theme, Rgba bar, Rgba bar_ink, Rgba wall)
{
    return (PhoneLook){ .bar = bar,
                        .bar_ink = bar_ink,
                        .wall = wall,
                        .card = phone_mix(wall, theme->plum, 0.38f),
                        .ink = theme->white,
                        .soft = phone_mix(theme->white, theme->plum, 0.22f),
                        .frame = phone_mix(wall, theme->plum, 0.75f) };
}

PhoneLook phone_look(const Theme *theme, PhoneApp app)
{
    const Rgba pink = 0xFF8FB1FF, steel = 0x56689AFF, sky = 0x2466B8FF, mint = 0x8FD9C4FF, night = 0x1D1745FF;
    switch (app) {
    case PHONE_FEED:
        return light(theme, pink, theme->ink);
    case PHONE_GAME:
        return dark(theme, phone_mix(night, theme->plum, 0.25f), theme->white,
                    phone_mix(night, theme->plum, 0.12f));
    case PHONE_CAMERA:
        return dark(theme, night, theme->white, night);
    case PHONE_SETTINGS:
        return light(theme, steel, theme->white);
    case PHONE_MAIL:
        return light(theme, sky, theme->white);
    case PHONE_SEARCH:
        return light(theme, theme->sun, theme->ink);
    case PHONE_MAP:
        return light(theme, theme->leaf, theme->ink);
    case PHONE_VIDEO:
        return dark(theme, theme->coral, theme->ink, night);
    case PHONE_STORE:
        return light(theme, mint, theme->ink);
    case PHONE_CHAT:
    case PHONE_APP_COUNT:
        break;
    }
    return light(theme, theme->plum, theme->white);
}
