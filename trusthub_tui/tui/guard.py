"""The one place where a screen meets a fault of the file: told in a sentence, and the screen goes on."""

from collections.abc import Callable
from typing import TypeVar

from trusthub_tui.store.errors import StoreError

T = TypeVar("T")


class Guard:
    """Reads and writes for the screens.

    Answers of an open profile have a guard of their own: its :class:`~trusthub_tui.draft.draft.Draft`.
    """

    def __init__(self) -> None:
        self._tell: Callable[[str, str], None] | None = None
        self._told = ""

    def tell_with(self, tell: Callable[[str, str], None]) -> None:
        """Tell faults this way from now on: with the sentence to say, and the fault's own words."""
        self._tell = tell

    def read(self, look: Callable[[], T], otherwise: T) -> T:
        """Return what is read for the user to see, or else something to go on with.

        The same fault is told once, until something can be read again: one paint may read many times.
        """
        try:
            found = look()
        except StoreError as fault:
            self.meet_once(fault)
            return otherwise
        self._told = ""
        return found

    def do(self, act: Callable[[], object], *, failed: str = "") -> bool:
        """Do what the user has asked for; where that cannot be, say why, after the sentence ``failed``."""
        try:
            act()
        except StoreError as fault:
            self.meet(fault, failed)
            return False
        return True

    def meet_once(self, fault: StoreError) -> None:
        """Tell a fault, unless it is the one that was told last."""
        if fault.text != self._told:
            self.meet(fault)

    def meet(self, fault: StoreError, failed: str = "") -> None:
        """Tell a fault of the file; ``failed`` says what has not happened because of it."""
        self._told = fault.text
        if self._tell is not None:
            self._tell(f"{failed} {fault.text}".strip(), fault.text)
