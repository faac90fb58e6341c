"""The store: one file with everything the user ever entered."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from trusthub_tui.store import backup, privacy
from trusthub_tui.store.addresses import AddressBook
from trusthub_tui.store.database import PATIENCE, Database, FileState
from trusthub_tui.store.errors import StoreError
from trusthub_tui.store.events import Events
from trusthub_tui.store.linked import Linked
from trusthub_tui.store.preferences import Preferences
from trusthub_tui.store.profiles import Profiles
from trusthub_tui.store.submissions import Submissions
from trusthub_tui.store.undo import Undo, empty_bin
from trusthub_tui.store.windows import Windows


class Store:
    """An open file; to be used from the thread that opened it, and closed.

    What a method has returned from is on the disk: a crash or a pulled plug right after takes nothing back.

    ``clock`` gives the time, with its offset. ``read_only`` never writes nor creates the file; a file that
    turns out not to be writable is opened that way by itself, so look at the attribute of that name.
    ``entropy`` gives random bytes for profile IDs; ``patience`` is how many seconds to wait for other
    processes.

    Raises a StoreError when the file cannot be opened; it is then left as it was.
    """

    def __init__(
        self,
        path: Path,
        clock: Callable[[], datetime],
        *,
        read_only: bool = False,
        entropy: Callable[[int], bytes] = os.urandom,
        patience: float = PATIENCE,
    ) -> None:
        self._database = Database(path, read_only=read_only, patience=patience)
        self.profiles = Profiles(self._database, clock, entropy)
        self.addresses = AddressBook(self._database, clock)
        self.submissions = Submissions(self._database)
        self.events = Events(self._database)
        self.undo = Undo(self._database, clock)
        self.preferences = Preferences(self._database)
        self.linked = Linked(self._database, clock)
        self.windows = Windows(self._database, clock, os.urandom)
        if not self.read_only:
            # Where that is not possible just now, it is next time; damage is told where somebody meets it.
            with suppress(StoreError):
                empty_bin(self._database, clock())

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._database.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved: every change then raises ReadOnlyFile."""
        return self._database.read_only

    def state(self) -> FileState:
        """Return how the file stands: another value once somebody else has changed it. Cheap to ask.

        What this store saves itself is no change. MovedFile when the file is gone or another stands in its
        place; DamagedFile when it was cut or overwritten; any other StoreError.
        """
        return self._database.state()

    def rehearsal(self) -> AbstractContextManager[None]:
        """Let everything within be done and read, and none of it have happened afterwards.

        Others cannot write meanwhile. Raises a StoreError where the file cannot be written.
        """
        return self._database.rehearsal()

    def backup(self, to: Path, *, replace: bool = False) -> None:
        """Copy the whole file, as it stands now, into one that needs nothing beside it.

        Others may go on working meanwhile. Raises a StoreError; the target is then as it was before.
        """
        backup.write(self._database, to, replace=replace)

    def wide_open(self) -> bool:
        """Whether others on this computer may look into the file."""
        return bool(privacy.wide_open(self.path))

    def close_up(self) -> None:
        """Take everybody else's permissions away; Unavailable where that is not allowed."""
        privacy.close_up(privacy.wide_open(self.path))

    def check(self) -> None:
        """Look at every page of the file (about 2 ms per MiB); DamagedFile when one is not sound.

        Small files are looked at whenever they are opened, larger ones when they were not closed properly.
        """
        self._database.check()

    def close(self) -> None:
        """Close the file; may be called twice."""
        # A window that could not say so is noticed to be gone by its process.
        with suppress(StoreError):
            self.windows.close()
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
