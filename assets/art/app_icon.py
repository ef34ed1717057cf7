"""The program's icon: icon.svg of the mascot's folder; without one, the mascot's happy picture."""

from pathlib import Path

from art import cast, drawn

FOLDER = Path(__file__).parent / "actors" / drawn.MASCOT
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def svg(folder=FOLDER):
    """The text of the icon's drawing, square."""
    file = folder / "icon.svg"
    if file.exists():
        return file.read_text(encoding="utf-8")
    actor = cast.actor_of(folder)
    width, height = actor.size
    side = max(width, height)
    picture = drawn.whole(actor, drawn.FIRST)
    return picture.replace(f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"',
                           f'viewBox="{(width - side) / 2:g} {(height - side) / 2:g} {side} {side}" width="256" height="256"')
