"""Everything around the story: boxes, buttons, rewards, the phone, faces and avatars."""

from art.catalogue import Sprite
from art.looks import DAY, LOOKS
from art.ui import activities, badges, boxes, buttons, grades, marks, phone, phone_apps, phone_pictures, rewards

NINE_SLICES = boxes.NINE_SLICES + activities.NINE_SLICES + phone.NINE_SLICES + phone_apps.NINE_SLICES


def of_look(look):
    """What is drawn in the colours of a look: (name, document, is trimmed).

    Stretching boxes are not trimmed: their shadow margin is part of their measure.
    """
    for name, svg in {**boxes.boxes(look), **phone.stretching(look)}.items():
        yield name, svg, False
    for name, svg in {**buttons.buttons(look), **rewards.places_for_stars(look)}.items():
        yield name, svg, True
    for name, (svg, trim) in activities.of_look(look).items():
        yield name, svg, trim


def _sheet(name):
    """Only what the first screens show is read before the first picture."""
    return "phone" if name == "phone_frame" else "activity" if name in activities.of_look(DAY) else "ui"


def _looks():
    """Day's pictures are ui/<name>; of another look look/<look>/ui/<name>, where it differs from day."""
    day = {name: svg for name, svg, _ in of_look(DAY)}
    for look in LOOKS:
        for name, svg, trim in of_look(look):
            if look is DAY:
                yield Sprite(f"ui/{name}", svg, sheet=_sheet(name), trim=trim)
            elif svg != day[name]:
                yield Sprite(f"look/{look.name}/ui/{name}", svg, sheet=f"look-{look.name}", trim=trim)


def sprites():
    """The sheet "ui" is read before the first picture is shown, so what comes later has its own."""
    yield from _looks()
    for name, svg in {**rewards.rewards(), **grades.grades()}.items():
        yield Sprite(f"ui/{name}", svg, sheet="ui")
    yield Sprite("ui/window", boxes.window(), sheet="ui", trim=False)
    yield Sprite("ui/talk_tail", boxes.talk_tail(), sheet="ui", trim=False)
    for name, svg in badges.badges().items():       # a file each: few are shown at a time
        yield Sprite(f"ui/{name}", svg, trim=False)
    for name, svg in phone.pictures().items():
        yield Sprite(name, svg, sheet="avatars")
    for name, svg in phone_apps.stretching().items():
        yield Sprite(name, svg, sheet="phone-signs", trim=False)
    for name, (svg, sheet) in {**phone_apps.pictures(), **phone_pictures.pictures()}.items():
        yield Sprite(name, svg, sheet=sheet)
    for name, svg in {**activities.pictures(), **activities.pieces()}.items():
        yield Sprite(f"ui/{name}", svg, sheet="activity")
    for name, svg in marks.marks().items():
        yield Sprite(f"ui/{name}", svg, sheet="marks", trim=False)
    yield Sprite("ui/ray", rewards.rays(), sheet="ui-ray")
