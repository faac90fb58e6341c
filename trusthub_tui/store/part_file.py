"""A private file that becomes another in one go: what a kill leaves of it is cleared away the next time."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_END: Final = ".part"
COMPANIONS: Final = ("-wal", "-shm", "-journal")
"""What the names of the files end with that SQLite may put beside one."""


@contextmanager
def fresh(beside: Path) -> Iterator[Path]:
    """Give an empty private file in the folder of another; what is left of it at the end is cleared away."""
    sweep(beside)
    handle, name = tempfile.mkstemp(dir=beside.parent, prefix=f"{_start(beside)}{os.getpid()}-", suffix=_END)
    os.close(handle)
    part = Path(name)
    try:
        yield part
    finally:
        for end in ("", *COMPANIONS):
            part.with_name(part.name + end).unlink(missing_ok=True)


def sweep(beside: Path) -> None:
    """Clear away what a process left that was killed while it copied."""
    start = _start(beside)
    ends = tuple(_END + end for end in ("", *COMPANIONS))
    for part in beside.parent.iterdir():
        if part.name.startswith(start) and part.name.endswith(ends):
            pid = part.name.removeprefix(start).partition("-")[0]
            if pid.isdecimal() and not is_running(int(pid)):
                part.unlink(missing_ok=True)


def is_running(pid: int) -> bool:
    """Whether a process of this number runs on this machine."""
    if pid <= 0:
        return False
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True  # somebody else's
    return True


def _start(beside: Path) -> str:
    return f".{beside.name}."
