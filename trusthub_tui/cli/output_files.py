"""Writing a file whole or not at all, readable by its owner alone, and never over another by accident."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from trusthub_tui.cli.fault import ExitCode, Fault
from trusthub_tui.store.backup import belongs_to
from trusthub_tui.store.errors import OpenFile

_WITHOUT_LINKS: Final = frozenset(
    {errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EMLINK, errno.EACCES}
)
"""How file systems that know no second name for a file refuse one."""


def write_whole(path: Path, content: bytes, *, database: Path, force: bool) -> None:
    """Write a file of mode 0600; over one that is there only with ``force``, over the profiles never.

    Whoever looks finds the old state or the new one, never a part, also after a power cut. Raises a Fault
    when it cannot be written; nothing is left behind then.
    """
    must_be_free(path, database=database, force=True)
    try:
        if force:
            target = _replaceable(path)
            with _beside(target, content) as temporary:
                temporary.replace(target)
        else:
            with _beside(path, content) as temporary:
                _name(temporary, path)
        _settle(path.parent)
    except FileExistsError:
        raise _taken(path) from None
    except OSError as error:
        raise Fault(
            f"{path} cannot be written: {error.strerror}", "Check the path and the room on that disk"
        ) from None


def must_be_free(path: Path, *, database: Path, force: bool) -> None:
    """Raise a Fault where nothing may be written: over the profiles, or without ``force`` over any file."""
    if belongs_to(path, database):
        fault = OpenFile(path)
        raise Fault(fault.message, fault.remedy, ExitCode.WRONG_USE)
    if not force and os.path.lexists(path):
        raise _taken(path)


def _taken(path: Path) -> Fault:
    return Fault(
        f"{path} is there already", "Give another name, or replace it with --force", ExitCode.WRONG_USE
    )


def _replaceable(path: Path) -> Path:
    """Return the file to put in place; behind a link its target, so that the link stays one."""
    target = path.resolve()
    if target.exists() and not target.is_file():
        raise Fault(f"{path} is no file that could be replaced", "Give another name", ExitCode.WRONG_USE)
    return target


@contextmanager
def _beside(path: Path, content: bytes) -> Iterator[Path]:
    """Write the content under another name in the same folder, safely on the disk, and clean up after."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".trusthub-tui-", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _name(temporary: Path, path: Path) -> None:
    """Give the file its name; FileExistsError when something has that name, even since a moment ago."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _WITHOUT_LINKS:
            raise
        # Here the name is taken by an empty file first: nobody else can have it then.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        temporary.replace(path)


def _settle(folder: Path) -> None:
    """Have the folder's own entry on the disk too, where the system can do that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
