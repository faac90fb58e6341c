"""One list for everything: it draws only the lines in view, whatever their number."""

from collections.abc import Sequence
from typing import ClassVar, Protocol

from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from trusthub_tui.tui.widgets.drawn import Drawn, Line


class Source(Protocol):
    """Where the lines of a list come from; it is asked only for those in view."""

    def __len__(self) -> int:
        """Number of lines."""

    def line(self, y: int, width: int) -> Line:
        """Return one line, for so many cells."""


class Fixed:
    """A source of lines that are all there already."""

    def __init__(self, lines: Sequence[Line] = ()) -> None:
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines)

    def line(self, y: int, width: int) -> Line:
        """Return one line as it is."""
        return self._lines[y]


class Rows(ScrollView, Drawn, can_focus=True):
    """A list to move in with the arrow keys; Enter chooses."""

    COMPONENT_CLASSES: ClassVar[set[str]] = Drawn.COMPONENT_CLASSES | {"rows--cursor", "rows--cursor-blurred"}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Chosen(Message):
        """Enter was pressed on a line, or it was clicked."""

        def __init__(self, rows: "Rows", key: object) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

        @property
        def control(self) -> "Rows":
            """The list."""
            return self.rows

    class Moved(Message):
        """Another line has the cursor."""

        def __init__(self, rows: "Rows", key: object) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

        @property
        def control(self) -> "Rows":
            """The list."""
            return self.rows

    def __init__(
        self, source: Source | None = None, *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.source: Source = source or Fixed()
        self.cursor = 0
        """The line the cursor is on."""

    def show(self, source: Source, key: object = None) -> None:
        """Show other lines, the cursor on the line with this key, or as near as it was."""
        self.source = source
        if key is not None:
            self.cursor = self._find(key)
        self.cursor = self._stop_near(min(self.cursor, max(0, len(source) - 1)))
        self._resize_virtual()
        self.refresh(layout=self.styles.auto_dimensions)
        self._reveal()
        self.post_message(self.Moved(self, self.key))

    @property
    def room(self) -> int:
        """Cells there are for a line, beside the scroll bar."""
        return self.scrollable_content_region.width

    @property
    def key(self) -> object:
        """The key of the line with the cursor; None where there is nothing to choose."""
        return self._line(self.cursor).key if self.cursor < len(self.source) else None

    @property
    def caret(self) -> Offset:
        """The first letter of the line with the cursor."""
        return Offset(0, self.cursor - self.scroll_offset.y)

    def move_to(self, key: object) -> None:
        """Put the cursor on the line with this key."""
        self._go(self._find(key))

    def on_mount(self) -> None:
        """Start on a line that can be chosen."""
        self.cursor = self._stop_near(self.cursor)
        self._resize_virtual()

    def on_resize(self, _: Resize) -> None:
        """Keep the cursor in view."""
        self._resize_virtual()
        self._reveal()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take one row for each line."""
        return len(self.source)

    def render_line(self, y: int) -> Strip:
        """Draw one line in view."""
        width = self.room
        index = y + self.scroll_offset.y
        if index >= len(self.source):
            return Strip.blank(width, self.rich_style)
        current = self.source.line(index, width)
        base = self.rich_style
        if current.key is not None and current.key == self.key:
            name = "rows--cursor" if self.has_focus else "rows--cursor-blurred"
            base = self.get_component_rich_style(name)
        return self.strip(current, width, base)

    def action_move(self, step: int) -> None:
        """Move to the next line that can be chosen; where there is none, look further."""
        target = self._next_stop(self.cursor, step)
        if target == self.cursor:
            self.scroll_to(y=self.scroll_offset.y + step, animate=False, immediate=True)
        else:
            self._go(target)

    def action_page(self, step: int) -> None:
        """Move by a screenful."""
        target = self.cursor + step * max(1, self.size.height - 1)
        self._go(self._stop_near(max(0, min(target, len(self.source) - 1))))

    def action_edge(self, step: int) -> None:
        """Move to the first or the last line."""
        self._go(self._stop_near(0 if step < 0 else len(self.source) - 1))

    def action_choose(self) -> None:
        """Choose the line with the cursor."""
        if self.key is not None:
            self.post_message(self.Chosen(self, self.key))

    def on_click(self, event: Click) -> None:
        """Choose the line under the mouse."""
        index = event.y + self.scroll_offset.y
        if index < len(self.source) and self._line(index).key is not None:
            self._go(index)
            self.action_choose()

    def _line(self, y: int) -> Line:
        return self.source.line(y, self.room)

    def _find(self, key: object) -> int:
        return next((y for y in range(len(self.source)) if self._line(y).key == key), self.cursor)

    def _next_stop(self, y: int, step: int) -> int:
        here = self._line(y).key if y < len(self.source) else None
        target = y + step
        while 0 <= target < len(self.source):
            key = self._line(target).key
            if key is not None and key != here:
                return self._first_of(target) if step < 0 else target
            target += step
        return y

    def _first_of(self, y: int) -> int:
        key = self._line(y).key
        while y > 0 and self._line(y - 1).key == key:
            y -= 1
        return y

    def _stop_near(self, y: int) -> int:
        if not len(self.source) or self._line(y).key is not None:
            return self._first_of(y) if len(self.source) else 0
        below = self._next_stop(y, 1)
        return below if below != y else self._next_stop(y, -1)

    def _go(self, y: int) -> None:
        if y == self.cursor:
            self._reveal()
            return
        self._refresh_item(self.cursor)
        self.cursor = y
        self._refresh_item(y)
        self._reveal()
        self.post_message(self.Moved(self, self.key))

    def _refresh_item(self, y: int) -> None:
        if y >= len(self.source):
            return
        key, last = self._line(y).key, y
        while last + 1 < len(self.source) and self._line(last + 1).key == key and key is not None:
            last += 1
        self.refresh(Region(0, y - self.scroll_offset.y, self.size.width, last - y + 1))

    def _reveal(self) -> None:
        height = self.size.height
        if not height:
            return
        above = self.cursor if self.cursor and self._next_stop(self.cursor, -1) != self.cursor else 0
        top = self.scroll_offset.y
        if above < top:
            self.scroll_to(y=above, animate=False, immediate=True)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False, immediate=True)

    def _resize_virtual(self) -> None:
        self.virtual_size = Size(self.room, len(self.source))
