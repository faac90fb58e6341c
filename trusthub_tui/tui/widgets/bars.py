"""The lines at the edges of a screen: title with save state and badge, heading, keys, and help."""

from collections.abc import Sequence

from trusthub_tui.cells import wrapped
from trusthub_tui.profile.labels import status_badge
from trusthub_tui.profile.status import Status
from trusthub_tui.tui.command import Command, Where
from trusthub_tui.tui.widgets.drawn import BLANK, Drawn, Line, beside, line

GO_BACK = "Esc or F7 goes back"
"""How every dialog is left: there are terminals where Escape comes late, or only with the next key."""

_BADGE_ROLES = {
    Status.DRAFT: "badge-draft",
    Status.PENDING_REVIEW: "badge-in-review",
    Status.IN_REVIEW: "badge-in-review",
    Status.REJECTED: "badge-rejected",
    Status.APPROVED: "badge-approved",
}


def badge(status: Status) -> tuple[str, str]:
    """Return a status as a piece of a line: mark and words, never one alone."""
    return f" {status_badge(status)} ", _BADGE_ROLES[status]


class TitleBar(Drawn):
    """Whose profile this is, whether it is saved, and where it stands."""

    def __init__(self) -> None:
        super().__init__()
        self._left = ""
        self._right = ""
        self._alarm = False
        self._status: Status | None = None

    def show(self, left: str, right: str, status: Status | None = None, *, alarm: bool = False) -> None:
        """Say something else; only a change costs a repaint."""
        now = (left, right, status, alarm)
        if now == (self._left, self._right, self._status, self._alarm):
            return
        self._left, self._right, self._status, self._alarm = now
        self.redraw()

    def draw(self, width: int) -> list[Line]:
        """One line."""
        right = self._right_end(self._right, "  ")
        if right.width + 2 > width:
            right = self._right_end(" ".join(self._right.split()), " ")
        return [beside(line((f" {self._left}", "title")), right, width)]

    def _right_end(self, text: str, between: str) -> Line:
        shown = line((text, "problem" if self._alarm else "muted"), between)
        return Line((*shown.spans, badge(self._status))) if self._status else shown


class KeyBar(Drawn):
    """The keys of this screen: whole entries only, the least important ones go first."""

    def __init__(self, where: Where) -> None:
        super().__init__()
        self._where = where
        self._entries: list[tuple[str, str]] = []
        self._order: dict[str, int] = {}

    def show(self, commands: Sequence[Command], extra: Sequence[tuple[str, str]] = ()) -> None:
        """Name the keys of these commands, and some more; only a change costs a repaint."""
        without_letters = self._where & Where.STEP
        wanted = [command for command in commands if command.bar and (command.key or not without_letters)]
        wanted.sort(key=lambda command: command.bar)
        entries = [*extra, *((command.shown_on(self._where), command.title) for command in wanted)]
        if entries != self._entries:
            self._entries = entries
            self._order = {command.title: index for index, command in enumerate(commands)}
            self.redraw()

    def draw(self, width: int) -> list[Line]:
        """One line."""
        chosen: list[tuple[str, str]] = []
        room = width - 1
        for key, title in self._entries:
            needed = len(key) + len(title) + (3 if chosen else 1)
            if needed > room:
                break
            room -= needed
            chosen.append((key, title))
        spans: list[tuple[str, str]] = []
        for key, title in sorted(chosen, key=lambda entry: self._order.get(entry[1], -1)):
            spans += [("  " if spans else " ", ""), (key, "key"), (f" {title}", "")]
        return [Line(tuple(spans))]


class HelpArea(Drawn):
    """Hint and reason of the field in focus, always in the same place."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows
        self._texts: tuple[str, ...] = ()

    def show(self, *texts: str, rows: int | None = None) -> None:
        """Say something else, in at most so many rows."""
        if (texts, rows or self._rows) != (self._texts, self._rows):
            self._texts, self._rows = texts, rows or self._rows
            self.redraw()

    def draw(self, width: int) -> list[Line]:
        """Always the same number of lines, so that nothing jumps."""
        lines = [
            line((f" {part}", "muted")) for text in self._texts if text for part in wrapped(text, width - 2)
        ]
        return [*lines, *[BLANK] * self._rows][: self._rows]


class Heading(Drawn):
    """Stands above the fields or the answers."""

    _texts: tuple[str, str] = ("", "")

    def show(self, title: str, intro: str) -> None:
        """Say something else; only a change costs a repaint."""
        if (title, intro) != self._texts:
            self._texts = (title, intro)
            self.redraw()

    def draw(self, width: int) -> list[Line]:
        """Title, then the sentence."""
        title, intro = self._texts
        return [
            line((f" {title}", "title")),
            *(line((f" {part}", "muted")) for part in wrapped(intro, width - 2)),
        ]
