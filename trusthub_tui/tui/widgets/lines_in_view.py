"""A long text that draws only the lines in view, whatever their number."""

from collections.abc import Sequence
from typing import Protocol

from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from trusthub_tui.tui.widgets.drawn import Drawn, Line


class Source(Protocol):
    """Where the lines of a list come from; it is asked only for those in view."""

    def __len__(self) -> int:
        """Number of lines."""

    def line(self, y: int, width: int) -> Line:
        """Return one line, for so many cells."""

    def find(self, key: object) -> int | None:
        """Return the first line with this key, if it is worth looking for."""


class Fixed:
    """A source of lines that are all there already."""

    def __init__(self, lines: Sequence[Line] = ()) -> None:
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines)

    def line(self, y: int, width: int) -> Line:
        """Return one line as it is: it was made for its width."""
        return self._lines[y]

    def find(self, key: object) -> int | None:
        """Return the first line with this key."""
        return next((y for y, line in enumerate(self._lines) if line.key == key), None)


class LinesInView(ScrollView, Drawn):
    """Draws a source; what it looks like on a line is for subclasses to say."""

    def __init__(self, source: Source | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.source: Source = source or Fixed()

    @property
    def room(self) -> int:
        """Cells there are for a line, beside the scroll bar."""
        return self.scrollable_content_region.width

    def line_at(self, y: int) -> Line:
        """Return a line of the source."""
        return self.source.line(y, self.room)

    def key_at(self, y: int) -> object:
        """Return the key of a line."""
        return self.line_at(y).key

    def base_style(self, line: Line) -> Style:
        """Return what a line is drawn on."""
        return self.rich_style

    def fit(self) -> None:
        """Take in a new number of lines or cells."""
        self.virtual_size = Size(self.room, len(self.source))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take one row for each line."""
        return len(self.source)

    def render_line(self, y: int) -> Strip:
        """Draw one line in view."""
        index = y + self.scroll_offset.y
        if index >= len(self.source):
            return Strip.blank(self.room, self.rich_style)
        line = self.line_at(index)
        return self.strip(line, self.room, self.base_style(line))
