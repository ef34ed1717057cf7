"""Everything around the story: boxes, buttons, rewards, the phone, faces and avatars."""

from art.catalogue import Sprite
from art.ui import boxes, buttons, rewards

NINE_SLICES = list(boxes.NINE_SLICES)


def sprites():
    """Stretching boxes are not trimmed: their shadow margin is part of their measure."""
    for name, svg in boxes.boxes().items():
        yield Sprite(f"ui/{name}", svg, sheet="ui", trim=False)
    for name, svg in {**buttons.buttons(), **rewards.rewards()}.items():
        yield Sprite(f"ui/{name}", svg, sheet="ui")
    yield Sprite("ui/rays", rewards.rays(), sheet="ui-rays")
