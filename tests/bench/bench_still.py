"""What pages cost when nobody does anything: title, map, a page of a level and an activity, in each look.

Figures breathe for 20 s, and so long music plays; what comes after that is measured.
All pages stand at the same time, each on its own screen: they should do nothing.
"""
import pathlib
import tempfile
from concurrent.futures import ThreadPoolExecutor

from screen import NEW_PLAYER, Screen, play, probe

LOOKS = ("day", "evening", "high contrast", "calm")     # in the order of the settings
BEFORE_S = 24
ACTIVITIES = pathlib.Path(__file__).parents[1] / "replay" / "activities"
# Keys from the title on: somebody has played before.
PAGES = {"title": (), "map": ("keys", "Return,Return"), "level": ("keys", "Return,Return,Return"),
         "activity": ("keys", "Return,Return,Return,Return,Return")}
PACKS = {"activity": ("--pack", ACTIVITIES)}            # others: the game's own


def _prepare(build, store, look):
    turns = "choose The next one\n" * look
    play(build, store, f"wait 300\nchoose Settings\n{turns}press back\n{NEW_PLAYER}")


def _measure(build, look, page, seconds):
    with tempfile.TemporaryDirectory() as store, Screen() as screen:
        _prepare(build, store, look)
        steps = ["first", *PAGES[page], "rest", BEFORE_S, "idle", seconds]
        return probe(screen, build, steps, [build / "game" / "sango", "--software", "--store", store, *PACKS.get(page, ())])


def still_pages(build, seconds):
    """Yields (page, most %, most wake-ups a second, look of the most) for each page."""
    build = pathlib.Path(build)
    with ThreadPoolExecutor(len(LOOKS) * len(PAGES)) as workers:
        asked = {(page, look): workers.submit(_measure, build, look, page, seconds)
                 for page in PAGES for look in range(len(LOOKS))}
    for page in PAGES:
        got = {LOOKS[look]: asked[page, look].result() for look in range(len(LOOKS))}
        worst = max(got, key=lambda look: got[look]["idle_percent"])
        yield page, got[worst]["idle_percent"], max(each["idle_wakeups"] for each in got.values()), worst
