"""Writes what fields say: committed before it is painted, refused with a reason where locked."""

from collections.abc import Callable

from trusthub_tui.profile.answers import Answers
from trusthub_tui.store.errors import Locked
from trusthub_tui.store.records import Place
from trusthub_tui.tui.draft import Draft
from trusthub_tui.tui.widgets.line_input import History

Teller = Callable[[str], None]


class Pen:
    """Between the fields and the draft."""

    def __init__(
        self, draft: Draft, section: int, *, written: Callable[[Answers], None], tell: Teller
    ) -> None:
        self._draft = draft
        self._section = section
        self._written = written
        self._tell = tell
        self.touched: set[str] = set()
        """The questions whose answers were changed during this visit."""

    @property
    def editable(self) -> bool:
        """Whether anything may be changed now."""
        return self._draft.editable

    def write(self, path: str, text: str, caret: int) -> None:
        """Keep the new text of a question."""
        self.write_all({path: text}, Place(self._section, path, caret))

    def write_all(self, changes: Answers, place: Place | None = None) -> None:
        """Keep several answers at once; the screen hears of all that is different now."""
        path = next(iter(changes))
        self.touched.update(changes)
        try:
            alone = self._draft.write(changes, place or Place(self._section, path, len(changes[path])))
        except Locked as locked:
            self._tell(f"{locked.message} {locked.remedy}")
            self._written(self._draft.answers)
            return
        if alone:
            self._written({})
        else:
            self._tell("This draft was changed in another window too. The latest answers are shown")
            self._written(
                {other: text for other, text in self._draft.answers.items() if other not in changes}
            )

    def move(self, path: str, caret: int) -> None:
        """Remember where the caret is."""
        self._draft.stop_at(Place(self._section, path, caret))

    def refuse(self) -> None:
        """Say why nothing can be changed."""
        if self._draft.status.in_review:
            self._tell(
                "In Review: this version is being looked at and cannot be changed. Esc c makes a draft copy"
            )
        else:
            self._tell("Twilio Approved: this profile is read-only. Esc c makes a draft copy")

    def history(self, path: str) -> History:
        """Return what undo and redo of a question work on."""
        return self._draft.history(path)
