"""Widgets that draw their own lines: no markup, few widgets, few bytes to the terminal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, cast

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.widget import Widget

from trusthub_tui.tui.drawing.lines import LINK, Line, cut
from trusthub_tui.tui.look import Look
from trusthub_tui.tui.theme import role_styles


class Dressed(Protocol):
    """The program, as far as what it draws depends on the terminal."""

    look: Look

    @property
    def not_twilio(self) -> str:
        """The host that stands in for Twilio; empty for Twilio itself."""

    def key_of(self, command: str) -> str:
        """Return the key of a command as sentences name it."""


@dataclass(slots=True)
class _Drawing:
    width: int
    lines: Sequence[Line] = field(default_factory=list)


class Drawn(Widget):
    """A widget that is nothing but lines it draws itself. Subclasses say :meth:`draw`."""

    _drawing: _Drawing | None = None

    def draw(self, width: int) -> Sequence[Line]:
        """Return the lines for so many cells of width."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw again: only lines that changed; lay out again only where there are more or fewer."""
        before = self._drawing
        self._drawing = None
        if before is None or not self.is_attached:
            return
        now = self.drawn(before.width)
        if len(now) != len(before.lines):
            self.refresh(layout=True)
            return
        pairs = enumerate(zip(before.lines, now, strict=True))
        changed = [Region(0, y, before.width, 1) for y, (old, new) in pairs if old != new]
        if changed:
            self.refresh(*changed)

    def drawn(self, width: int) -> Sequence[Line]:
        """Return the lines, drawn once for each width."""
        if self._drawing is None or self._drawing.width != width:
            self._drawing = _Drawing(width, self.draw(width))
        return self._drawing.lines

    @property
    def look(self) -> Look:
        """How things are drawn in this terminal."""
        return cast("Dressed", self.app).look

    @property
    def not_twilio(self) -> str:
        """The host that stands in for Twilio, which no screen leaves unsaid; empty for Twilio itself."""
        return cast("Dressed", self.app).not_twilio

    def key_of(self, command: str) -> str:
        """Return the key of a command as sentences name it."""
        return cast("Dressed", self.app).key_of(command)

    @property
    def caret(self) -> Offset:
        """Where in the content the terminal's cursor stands while this widget has the focus."""
        return Offset(0, 0)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Take all the width there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many lines as are drawn."""
        return len(self.drawn(width))

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.size.width
        lines = self.drawn(width)
        if y >= len(lines):
            return Strip.blank(width, self.rich_style)
        return self.strip(lines[y], width, self.rich_style)

    def strip(self, whole: Line, width: int, base: Style) -> Strip:
        """Turn a line into styled cells on a base style."""
        return Strip(self._segments(cut(whole, width).spans, base)).adjust_cell_length(width, base)

    def _segments(self, spans: Iterable[tuple[str, str]], base: Style) -> list[Segment]:
        roles = role_styles(self.app.theme)
        return [
            Segment(text, base + roles["key"] + Style(link=text.strip()))
            if role == LINK
            else Segment(text, base + roles[role] if role else base)
            for text, role in spans
        ]
