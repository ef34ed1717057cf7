"""The cast: every folder of art/actors is an actor. What it is drawn with is its "kind"."""

import functools
import json
from pathlib import Path

from art.errors import ArtError

FOLDER = Path(__file__).parent / "actors"
FACTS = "actor.json"


def facts_of(folder):
    """What an actor's actor.json says."""
    file = folder / FACTS
    try:
        facts = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ArtError(file, error.strerror or "cannot be read") from error
    except ValueError as error:
        raise ArtError(file, f"is not JSON: {error}") from error
    if not isinstance(facts, dict):
        raise ArtError(file, "must be an object: { ... }")
    return facts


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
