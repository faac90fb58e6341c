"""The lines at the edges of a screen: title with save state and badge, heading, keys, and help."""

from collections.abc import Sequence

from trusthub_tui.cells import wrapped
from trusthub_tui.tui.command import Command, Where, bar_entries
from trusthub_tui.tui.drawing.bars import Title, keys_line, plain_rule, title_line
from trusthub_tui.tui.drawing.lines import BLANK, Line, beside, line
from trusthub_tui.tui.widgets.drawn import Drawn
from trusthub_tui.tui.widgets.step_line import step_line

GO_BACK = "Esc or F7 goes back"
"""How every dialog is left: there are terminals where Escape comes late, or only with the next key."""


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
        return [title_line(self._title, width, self.look.glyphs, self.not_twilio), self._line(width)]

    def _line(self, width: int) -> Line:
        title, glyphs = self._title, self.look.glyphs
        if title.current:
            return step_line(title.steps, title.current, width, glyphs)
        return plain_rule(width, glyphs, title.part)


class KeyBar(Drawn):
    """The keys of this screen: whole entries only, the least important ones go first."""

    def __init__(self, where: Where) -> None:
        super().__init__()
        self._where = where
        self._entries: list[tuple[str, str]] = []
        self._order: dict[str, int] = {}

    def show(self, commands: Sequence[Command], extra: Sequence[tuple[str, str]] = ()) -> None:
        """Name the keys of these commands, and some more; only a change costs a repaint."""
        entries = [*extra, *bar_entries(commands, self._where)]
        if entries != self._entries:
            self._entries = entries
            self._order = {command.title: index for index, command in enumerate(commands)}
            self.redraw()

    def draw(self, width: int) -> list[Line]:
        """One line."""
        return [keys_line(self._entries, self._order, width)]


class HelpArea(Drawn):
    """Hint and reason of the field in focus, always in the same place."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows
        self._texts: tuple[str, ...] = ()

    def show(self, *texts: str, rows: int | None = None) -> None:
        """Say something else, in at least so many rows."""
        if (texts, rows or self._rows) != (self._texts, self._rows):
            self._texts, self._rows = texts, rows or self._rows
            self.redraw()

    def draw(self, width: int) -> list[Line]:
        """At least so many lines, so that nothing jumps; more where a text needs them."""
        lines = [
            line((f" {part}", "muted")) for text in self._texts if text for part in wrapped(text, width - 2)
        ]
        return [*lines, *[BLANK] * (self._rows - len(lines))]


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
        end = line(state, (f"   {self.key_of('steps')} Steps ", "muted")) if state[0] else line(" ")
        if named.width + end.width + 1 > width:
            end = line(state, " ")
        told = [line((f" {part}", "muted")) for part in wrapped(intro, width - 2)] if intro else []
        return [beside(named, end, width), *told]
