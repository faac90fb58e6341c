"""Copies of the whole file: making one while others go on working, and putting one back."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from trusthub_tui.store import open_file, part_file, sqlite_errors
from trusthub_tui.store.errors import DamagedFile, OpenFile, TargetExists

if TYPE_CHECKING:
    from trusthub_tui.store.database import Database


def belongs_to(path: Path, database: Path) -> bool:
    """Whether a path is that of a file with profiles, or of what SQLite puts beside it.

    Links and other ways to write the same path are seen through. Nothing else may ever be written there.
    """
    return any(
        _are_one(path, other)
        for one in (database, database.resolve())
        for other in (one, *open_file.companions(one))
    )


def write(database: "Database", to: Path, *, replace: bool = False) -> None:
    """Copy a file into one that needs nothing beside it; whole, or not at all.

    TargetExists when there is a file already that is not to be replaced; OpenFile when it is the one that is
    copied; any other StoreError when it cannot be written. The target is then as it was before.
    """
    if belongs_to(to, database.path):
        raise OpenFile(to)
    _write(database.copy_to, to, replace=replace)


def write_copy(copy: Callable[[sqlite3.Connection], None], to: Path) -> None:
    """Write what is copied into a new file; whole, or not at all. TargetExists when there is one already."""
    _write(copy, to, replace=False)


def rename_aside(path: Path, at: datetime) -> Path:
    """Give a file and what lies beside it another name, without a look inside, and return that."""
    aside = _free(path, at)
    with sqlite_errors.told(path):
        for end in (*part_file.COMPANIONS, ""):
            part = path.with_name(path.name + end)
            if part.exists():
                part.rename(aside.with_name(aside.name + end))
        _flush(path.parent)
    return aside


def restore(path: Path, source: Path, clock: Callable[[], datetime], patience: float) -> Path | None:
    """Put a copy in the place of a file, and return where that is now; None when there was none.

    The one that was there is set aside with everything beside it, so that nothing of it can come back by
    itself. Nothing happens, and a StoreError tells why, when the copy is no sound file of this program, or
    another window is just saving. A window that has the file open notices it and saves nothing any more.
    """
    path = path.resolve()
    if belongs_to(source, path):
        raise OpenFile(source)
    with (
        sqlite_errors.told(source),
        closing(open_file.for_reading(source.resolve(), patience)) as copy,
        sqlite_errors.told(path),
    ):
        open_file.check(source, copy)
        open_file.make_folder(path.parent)
        with part_file.fresh(path) as fresh:
            _fill(fresh, copy.backup)
            aside = _set_aside(path, clock(), patience)
            fresh.replace(path)
            _flush(path.parent)
    return aside


def _write(copy: Callable[[sqlite3.Connection], None], to: Path, *, replace: bool) -> None:
    with sqlite_errors.told(to):
        open_file.make_folder(to.parent)
        if to.exists() and not replace:
            raise TargetExists(to)
        with part_file.fresh(to) as fresh:
            _fill(fresh, copy)
            if replace:
                fresh.replace(to)
            else:
                _put(fresh, to)
            _flush(to.parent)


def _fill(fresh: Path, copy: Callable[[sqlite3.Connection], None]) -> None:
    with closing(sqlite3.connect(fresh, isolation_level=None)) as target:
        copy(target)
        # Copied with the pages is that the file has a log; the copy is to be one file.
        target.execute("PRAGMA journal_mode = DELETE").fetchone()
        open_file.check(fresh, target)
    open_file.mark(fresh)
    with fresh.open("rb") as raw:
        os.fsync(raw.fileno())


def _put(fresh: Path, to: Path) -> None:
    try:
        to.hardlink_to(fresh)
    except FileExistsError:
        raise TargetExists(to) from None
    except OSError:
        # A disk that knows no second name for a file; the moment in which somebody else could is short.
        fresh.replace(to)


def _set_aside(path: Path, at: datetime, patience: float) -> Path | None:
    """Give a file and what lies beside it another name, and return that; None when there is no file."""
    if not path.exists():
        for companion in open_file.companions(path):
            if companion.exists():
                companion.rename(_free(companion, at))
        return None
    aside = _free(path, at)
    with ExitStack() as stack:
        with suppress(DamagedFile):
            connection = stack.enter_context(closing(open_file.for_writing(path, patience)))
            # One file is easier to find again than three; where that cannot be, they stay together.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            # Nobody else may be in the middle of a save.
            connection.execute("BEGIN IMMEDIATE")
        for end in part_file.COMPANIONS:
            companion = path.with_name(path.name + end)
            if companion.exists():
                companion.rename(aside.with_name(aside.name + end))
        path.rename(aside)
    log = open_file.log_of(aside)
    if log.exists() and log.stat().st_size == 0:
        for companion in open_file.companions(aside):
            companion.unlink(missing_ok=True)
    return aside


def _free(path: Path, at: datetime) -> Path:
    """Return a name that tells when and why a file was set aside, and is not taken."""
    stem = f"{path.name}.replaced-{at:%Y%m%d-%H%M%S}"
    names = (f"{stem}{'' if number == 1 else f'-{number}'}" for number in range(1, 1000))
    return next(place for name in names if not (place := path.with_name(name)).exists())


def _flush(folder: Path) -> None:
    """See to it that names in a folder survive a pulled plug, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _are_one(path: Path, other: Path) -> bool:
    try:
        return path.resolve() == other.resolve() or path.samefile(other)
    except (OSError, RuntimeError):
        return False
