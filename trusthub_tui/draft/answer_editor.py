"""Writes what fields say: committed before it is painted, refused with a reason where locked."""

from collections.abc import Callable
from typing import Final

from trusthub_tui.draft.draft import Draft
from trusthub_tui.draft.undo_stack import State
from trusthub_tui.profile.answers import NONE, Answers
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.labels import full_label
from trusthub_tui.store.errors import Locked
from trusthub_tui.store.records import Place

_CHANGED_TOO: Final = (
    "This draft was changed in another window too. Your change is kept; the rest is shown anew"
)
_THEIRS_TOO: Final = (
    "Something else was written here in another window. Your text is saved; {undo} brings the other back"
)

Teller = Callable[..., None]
"""Shows a notice; takes the sentence, ``alarm``, and the seconds it ``stays`` at least."""

LOSS_STAYS: Final = 10.0
"""Seconds for which it is told what was lost, whatever is pressed."""


def loss(locked: Locked, draft: Draft) -> str:
    """Say that a profile was locked meanwhile, and what was typed too late."""
    lost, draft.lost = draft.lost, NONE
    words = "; ".join(f'{full_label(path)}: "{text}"' for path, text in lost.items())
    return sentences(locked.message, f"Not taken any more: {words}", locked.remedy)


class AnswerEditor:
    """Writes what the fields of a step say into the draft, and undoes it.

    ``written`` is called after every change with what is different now beside it; ``tell`` shows a notice;
    ``key_of`` names the key of a command.
    """

    def __init__(
        self,
        draft: Draft,
        section: int,
        *,
        written: Callable[[Answers], None],
        tell: Teller,
        key_of: Callable[[str], str],
    ) -> None:
        self._draft = draft
        self._section = section
        self._written = written
        self._tell = tell
        self.key_of = key_of
        self.touched: set[str] = set()
        """The questions whose answers were changed during this visit."""

    @property
    def editable(self) -> bool:
        """Whether anything may be changed now."""
        return self._draft.editable

    def write(self, path: str, text: str, caret: int, *, typing: bool = False) -> None:
        """Keep the new text of a question; letters typed one after the other are undone together."""
        self._draft.remember(path, caret, typing=typing)
        self._draft.noticed.typing_at = path
        self._write({path: text}, Place(self._section, path, caret))

    def write_all(self, changes: Answers) -> None:
        """Keep several answers at once."""
        path = next(iter(changes))
        self._draft.noticed.typing_at = ""
        for changed, text in changes.items():
            self._draft.remember(changed, len(text), typing=False)
        self._write(changes, Place(self._section, path, len(changes[path])))

    def undo(self, path: str) -> State | None:
        """Go one step back in a question; returns what to show, or None at the beginning."""
        return self._travel(path, self._draft.undo_stack(path).undo)

    def redo(self, path: str) -> State | None:
        """Go one step forward again."""
        return self._travel(path, self._draft.undo_stack(path).redo)

    def move(self, path: str, caret: int) -> None:
        """Remember where the caret is."""
        self._draft.stay_at(Place(self._section, path, caret))

    def refuse(self) -> None:
        """Say why nothing can be changed."""
        if self._draft.holder is not None:
            self._tell(
                "This profile is open in another window, so it can only be read here."
                f" {self.key_of('take_over')} takes over"
            )
        elif self._draft.status.in_review:
            self._tell(
                "In Review: this version is being looked at and cannot be changed. Esc c makes a draft copy"
            )
        else:
            self._tell("Twilio Approved: this profile is read-only. Esc c makes a draft copy")

    def _travel(self, path: str, step: Callable[[State], State | None]) -> State | None:
        if not self.editable:
            self.refuse()
            return None
        target = step((self._draft.answers.get(path, ""), self._draft.place.caret))
        if target is not None:
            self._write({path: target[0]}, Place(self._section, path, target[1]))
        return target

    def _write(self, changes: Answers, place: Place) -> None:
        """Write, then tell the screen what is different now beside what was written."""
        self.touched.update(changes)
        try:
            alone = self._draft.write(changes, place)
        except Locked as locked:
            self._tell(loss(locked, self._draft), alarm=True, stays=LOSS_STAYS)
            self._written(self._draft.answers)
            return
        if alone:
            self._written({})
        else:
            self._tell(
                _THEIRS_TOO.format(undo=self.key_of("undo")) if self._draft.overwritten else _CHANGED_TOO
            )
            self._written(
                {other: text for other, text in self._draft.answers.items() if other not in changes}
            )
