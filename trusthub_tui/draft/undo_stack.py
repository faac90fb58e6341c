"""Undo and redo of one answer: what it was before, and what it was before that was undone."""

import json
from dataclasses import dataclass, field

MOST_STEPS = 100
"""Steps back that are kept for an answer; the oldest are forgotten first."""

MOST_LETTERS = 10_000
"""Letters kept for an answer in all, so that a pasted book does not make every key slow."""

State = tuple[str, int]
"""An answer and the caret in it."""


@dataclass(slots=True)
class UndoStack:
    """Both stacks, the newest step last."""

    done: list[State] = field(default_factory=list)
    undone: list[State] = field(default_factory=list)
    typing_at: int = -1
    """Where the caret stands while letters follow each other; they are undone together."""

    def remember(self, before: State, *, caret: int, typing: bool) -> None:
        """Note what an answer was before a change; letters that follow each other are one step."""
        self.undone.clear()
        if not (typing and self.typing_at == before[1]):
            self.done.append(before)
            self._shorten()
        self.typing_at = caret if typing else -1

    def undo(self, now: State) -> State | None:
        """Return what to go back to; None at the beginning."""
        return self._travel(self.done, self.undone, now)

    def redo(self, now: State) -> State | None:
        """Return what to go forward to; None at the end."""
        return self._travel(self.undone, self.done, now)

    def to_text(self) -> str:
        """Return both stacks as the text that is kept in the file."""
        return json.dumps([self.done, self.undone], ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_text(cls, text: str) -> "UndoStack":
        """Read both stacks; what cannot be read is an empty history."""
        try:
            done, undone = json.loads(text or "[[],[]]")
            return cls(
                [(str(value), int(caret)) for value, caret in done], [(str(v), int(c)) for v, c in undone]
            )
        except (ValueError, TypeError):
            return cls()

    def _travel(self, source: list[State], target: list[State], now: State) -> State | None:
        if not source:
            return None
        self.typing_at = -1
        target.append(now)
        return source.pop()

    def _shorten(self) -> None:
        while len(self.done) > MOST_STEPS or sum(len(text) for text, _ in self.done) > MOST_LETTERS > 0:
            if len(self.done) == 1:
                return
            self.done.pop(0)
