"""Everything around the story: boxes, buttons, rewards, the phone, faces and avatars."""

from art.catalogue import Sprite
from art.ui import boxes, buttons, grades, phone, phone_apps, phone_pictures, rewards

NINE_SLICES = boxes.NINE_SLICES + phone.NINE_SLICES + phone_apps.NINE_SLICES


def sprites():
    """Stretching boxes are not trimmed: their shadow margin is part of their measure.

    The sheet "ui" is read before the first picture is shown, so what comes later has its own.
    """
    for name, svg in boxes.boxes().items():
        yield Sprite(f"ui/{name}", svg, sheet="ui", trim=False)
    for name, svg in phone.stretching().items():
        yield Sprite(name, svg, sheet="phone" if name == "ui/phone_frame" else "ui", trim=False)
    for name, svg in {**buttons.buttons(), **rewards.rewards(), **grades.grades()}.items():
        yield Sprite(f"ui/{name}", svg, sheet="badges" if name.startswith("badge_") else "ui")
    for name, svg in phone.pictures().items():
        yield Sprite(name, svg, sheet="avatars")
    for name, svg in phone_apps.stretching().items():
        yield Sprite(name, svg, sheet="phone-signs", trim=False)
    for name, (svg, sheet) in {**phone_apps.pictures(), **phone_pictures.pictures()}.items():
        yield Sprite(name, svg, sheet=sheet)
    yield Sprite("ui/ray", rewards.rays(), sheet="ui-ray")
