"""What is wrong with a file of the art, in a sentence that names the file."""

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]      # of the project


class ArtError(Exception):
    """Stops the build; `build.py` prints it without a trace. `place`: "line" or "line:column"."""

    def __init__(self, file, message, place=""):
        file = Path(file).resolve()
        shown = file.relative_to(ROOT) if ROOT in file.parents else file
        super().__init__(f"{shown}:{place + ':' if place else ''} error: {message}")


def json_of(file):
    """The object that a JSON file holds."""
    try:
        facts = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ArtError(file, "is missing" if isinstance(error, FileNotFoundError) else error.strerror) from error
    except UnicodeDecodeError as error:
        raise ArtError(file, "is not JSON in UTF-8; save it with that encoding") from error
    except json.JSONDecodeError as error:
        hint = "a comma stands between two entries, none after the last one, and a name is in double quotes"
        raise ArtError(file, f"is not JSON: {error.msg}; {hint}", f"{error.lineno}:{error.colno}") from error
    if not isinstance(facts, dict):
        raise ArtError(file, "must be an object: { ... }")
    return facts
