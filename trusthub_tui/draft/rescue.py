"""A copy of an open profile's answers as a document, for when the file itself does not take them."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.document import write as document
from trusthub_tui.store.open_file import make_folder

_NAME: Final = "trusthub-tui"


def write(answers: Answers, to: Path) -> None:
    """Write answers into a new file that only its owner can read; OSError when that cannot be.

    ``trusthub-tui import`` takes it back. Nothing is left behind where it could not be written whole.
    """
    write_new(json.dumps(document(answers), ensure_ascii=False, indent=2).encode(), to)


def write_new(content: bytes, to: Path) -> None:
    """Write a new file that only its owner can read; OSError, and nothing left, where not."""
    handle = os.open(to, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        to.unlink(missing_ok=True)
        raise


def somewhere(answers: Answers, profile_id: str, database: Path, at: datetime) -> Path | None:
    """Write answers beside the file they belong into, else in the user's own folder; return where.

    None when there is room for them nowhere.
    """
    for folder in _folders(database):
        with suppress(OSError):
            if not folder.exists():
                make_folder(folder)
            place = _free(folder / f"{database.name}.rescued-{profile_id}-{at:%Y%m%d-%H%M%S}.json")
            write(answers, place)
            return place
    return None


def _folders(database: Path) -> Iterator[Path]:
    from platformdirs import user_state_dir

    if database.parent.is_dir():
        yield database.parent
    yield Path(user_state_dir(_NAME, appauthor=False))


def _free(place: Path) -> Path:
    others = (place.with_stem(f"{place.stem}-{number}") for number in range(2, 1000))
    return next(one for one in (place, *others) if not one.exists())
