"""Who else may look into the file: telling it, and mending it on request."""

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from trusthub_tui.store import open_file, sqlite_errors

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class WideOpen(NamedTuple):
    """A file or folder that others can read or write."""

    path: Path
    mode: int
    """Its permissions now."""

    @property
    def better(self) -> int:
        """The permissions it should have."""
        return self.mode & ~_OTHERS


def wide_open(path: Path) -> tuple[WideOpen, ...]:
    """Return what lets others at the file: itself, what lies beside it, and its folder.

    The folder counts only when it is the program's own, and not one that is shared by nature.
    """
    return tuple(_wide(path))


def close_up(found: tuple[WideOpen, ...]) -> None:
    """Take everybody else's permissions away; Unavailable where that is not allowed."""
    for one in found:
        with sqlite_errors.told(one.path):
            one.path.chmod(one.better)


def _wide(path: Path) -> Iterator[WideOpen]:
    with sqlite_errors.told(path):
        real = path.resolve()
        places = [real, *open_file.companions(real)]
        if real.parent.name == "trusthub-tui":
            places.append(real.parent)
        for place in places:
            if not place.exists():
                continue
            mode = stat.S_IMODE(place.stat().st_mode)
            if mode & _OTHERS:
                yield WideOpen(place, mode)
