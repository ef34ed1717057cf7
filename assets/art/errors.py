"""What is wrong with a file of the art, in a sentence that names the file."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]      # of the project


class ArtError(Exception):
    """Stops the build; `build.py` prints it without a trace."""

    def __init__(self, file, message):
        file = Path(file).resolve()
        shown = file.relative_to(ROOT) if ROOT in file.parents else file
        super().__init__(f"{shown}: error: {message}")
