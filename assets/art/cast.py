"""The cast: every folder of art/actors is an actor. What it is drawn with is its "kind"."""

import functools
from pathlib import Path

from art.errors import ArtError, json_of

FOLDER = Path(__file__).parent / "actors"
FACTS = "actor.json"


def facts_of(folder):
    """What an actor's actor.json says."""
    return json_of(folder / FACTS)


def _person(folder, facts):
    from art import rig
    return rig.load(folder, facts)


def _drawn(folder, facts):
    from art import drawn
    return drawn.load(folder, facts)


KINDS = {"person": _person, "drawn": _drawn}


def actor_of(folder):
    """The Actor of one folder."""
    facts = facts_of(folder)
    kind = facts.pop("kind", None)
    if kind not in KINDS:
        raise ArtError(folder / FACTS, f'"kind" must be one of {", ".join(sorted(KINDS))}')
    facts.pop("about", None)                    # for the reader of the file
    return KINDS[kind](folder, facts)


@functools.lru_cache(maxsize=None)
def everybody():
    """All actors, sorted by name."""
    folders = [entry for entry in FOLDER.iterdir() if entry.is_dir() and not entry.name.startswith(("_", "."))]
    actors = [actor_of(folder) for folder in folders]
    return sorted(actors, key=lambda actor: actor.name)
