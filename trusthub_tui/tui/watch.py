"""An open window is never stale: what others do to the file is noticed, and who may write to a draft."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from trusthub_tui.store.database import FileState
from trusthub_tui.store.errors import StoreError
from trusthub_tui.store.windows import BEAT
from trusthub_tui.tui.page import Page
from trusthub_tui.tui.services import Services

if TYPE_CHECKING:
    from trusthub_tui.draft.draft import Draft


@runtime_checkable
class ShowsTheFile(Protocol):
    """A dialog that shows how a profile stands."""

    def file_changed(self) -> None:
        """Show it as it stands now, or say that it is another thing and do nothing any more."""


@contextmanager
def shown_in(dialogs: Iterable[object], page: Page) -> Iterator[None]:
    """Let the dialogs over a page know where what they are about is another thing afterwards."""
    before = page.about()
    yield
    if page.about() != before:
        for dialog in dialogs:
            if isinstance(dialog, ShowsTheFile):
                dialog.file_changed()


class Watch:
    """Looks at the file again and again; some 20 µs each time that nothing has happened."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._state: FileState | None = None
        self._place_at = ""
        """The profile at which this window has a place."""
        self._told_at: datetime = services.clock()
        """When this window last said that it is still there."""

    def begin(self) -> None:
        """Take in how the file stands, before anything in it is read."""
        self._state = self._services.guard.read(self._services.store.state, None)

    def look(self, page: Page) -> None:
        """Let a page show what has become of the file, and of its profile, since the last look."""
        try:
            state = self._services.store.state()
        except StoreError as fault:
            self._state = None
            page.noticed(fault)
            return
        changed, self._state = state != self._state, state
        if self._take_place(page.draft, changed=changed) or changed:
            page.noticed(None)

    def _take_place(self, draft: "Draft | None", *, changed: bool) -> bool:
        """Say which draft is open here; return whether another window may write to it now than before."""
        try:
            if draft is None:
                self._leave()
                return False
            before = draft.holder
            if draft.id != self._place_at or self._services.clock() - self._told_at >= BEAT:
                self._enter(draft)
            elif changed or before is not None:
                draft.holder = self._services.store.windows.writer(draft.id)
                if before is not None and draft.holder is None:
                    self._enter(draft)
        except StoreError:
            # A window that cannot write blocks nobody; what is wrong is told where something is to be saved.
            return False
        return draft.holder != before

    def _enter(self, draft: "Draft") -> None:
        draft.holder = self._services.store.windows.open(draft.id)
        self._place_at, self._told_at = draft.id, self._services.clock()

    def _leave(self) -> None:
        if self._place_at:
            self._place_at = ""
            self._services.store.windows.close()
