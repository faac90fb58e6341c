"""The lines at the edges of a screen: title with save state and badge, heading, keys, and help."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from trusthub_tui.cells import shortened, wrapped
from trusthub_tui.profile.progress import SectionProgress
from trusthub_tui.profile.status import Status
from trusthub_tui.tui.command import Command, Where
from trusthub_tui.tui.glyphs import Glyphs
from trusthub_tui.tui.widgets.drawn import BLANK, Drawn, Line, beside, line
from trusthub_tui.tui.widgets.step_line import step_line

GO_BACK = "Esc or F7 goes back"
"""How every dialog is left: there are terminals where Escape comes late, or only with the next key."""

_NAMES: Final = {
    Status.DRAFT: "draft",
    Status.PENDING_REVIEW: "in-review",
    Status.IN_REVIEW: "in-review",
    Status.REJECTED: "rejected",
    Status.APPROVED: "approved",
}


def chip(status: Status, glyphs: Glyphs) -> tuple[str, str]:
    """Return a status as a chip of a line: mark and words, never one alone."""
    return f" {glyphs.status(status)} {status.label} ", f"chip-{_NAMES[status]}"


def marked(status: Status, glyphs: Glyphs) -> tuple[str, str]:
    """Return a status as a piece of a row: mark and words, without paper."""
    return f"{glyphs.status(status)} {status.label}", f"status-{_NAMES[status]}"


@dataclass(frozen=True, slots=True)
class Title:
    """What the two rows at the top say."""

    name: str = ""
    error: bool = False
    """Whether there is something wrong that the user was told of."""
    profile_id: str = ""
    """Where it stands nowhere else."""
    said: str = ""
    """At the right, before the chip."""
    alarm: bool = False
    """Whether that must not be overlooked."""
    practice: bool = False
    status: Status | None = None
    steps: tuple[SectionProgress, ...] = ()
    current: int = 0
    """The number of the step shown; none draws a plain rule."""


class TitleBar(Drawn):
    """Whose profile this is, whether it is saved, and where it stands; below it the line of its steps."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Title()

    def show(self, left: str, right: str = "") -> None:
        """Say something else, without a profile."""
        self.tell(Title(left, said=right))

    def tell(self, title: Title) -> None:
        """Say something else; only a change costs a repaint."""
        if title != self._title:
            self._title = title
            self.redraw()

    def draw(self, width: int) -> list[Line]:
        """The title, then the line."""
        right = self._right_end("   ")
        if right.width + 2 > width:
            right = self._right_end(" ")
        return [beside(self._left_end(width - right.width - 1), right, width), self._line(width)]

    def _left_end(self, width: int) -> Line:
        title = self._title
        error = (" Error:", "problem") if title.error else ""
        named = f"  {title.profile_id}" if title.profile_id else ""
        room = width - 1 - (len(" Error:") if error else 0) - len(named)
        return line(error, (f" {shortened(title.name, room)}", "title"), (named, "muted"))

    def _right_end(self, between: str) -> Line:
        title = self._title
        instead = f"NOT TWILIO: {self.not_twilio}" if self.not_twilio else ""
        shown = line(
            (instead, "problem"),
            between if instead else "",
            (title.said.strip(), "problem" if title.alarm else "muted"),
            between if title.said.strip() else "",
            ("Practice " if title.practice else "", "muted"),
        )
        if title.status is None:
            return Line((*shown.spans, (" ", "")))
        return Line((*shown.spans, chip(title.status, self.look.glyphs), (" ", "")))

    def _line(self, width: int) -> Line:
        glyphs = self.look.glyphs
        title = self._title
        if title.current:
            return step_line(title.steps, title.current, width, glyphs)
        return line(" ", (glyphs.rule * (width - 2), "rule"))


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

    _said: tuple[str, str, str, tuple[str, str]] = ("", "", "", ("", ""))

    def show(self, before: str, title: str, intro: str, state: tuple[str, str] = ("", "")) -> None:
        """Say something else; only a change costs a repaint.

        ``before`` stands before the title; ``state`` at its right end, where nothing else says it.
        """
        if (before, title, intro, state) != self._said:
            self._said = (before, title, intro, state)
            self.redraw()

    def draw(self, width: int) -> list[Line]:
        """Title and state, then the sentence."""
        before, title, intro, state = self._said
        named = line((f" {before}", "muted"), (title, "title"))
        end = line(state, ("   F2 Steps ", "muted")) if state[0] else line(" ")
        told = [line((f" {part}", "muted")) for part in wrapped(intro, width - 2)] if intro else []
        return [beside(named, end, width), *told]
