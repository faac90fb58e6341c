"""One list for everything: move with the arrow keys, Enter chooses; only the lines in view are drawn."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Protocol

from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from trusthub_tui.tui.drawing.lines import Line, pointed
from trusthub_tui.tui.widgets.drawn import Drawn


class RowSource(Protocol):
    """Where the lines of a list come from; it is asked only for those in view."""

    def __len__(self) -> int:
        """How many lines there are."""

    def line(self, y: int, width: int) -> Line:
        """Return one line, for so many cells."""

    def key(self, y: int) -> object:
        """Return the key of a line, without drawing it; None where there is nothing to choose."""

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

    def key(self, y: int) -> object:
        """Return the key of a line."""
        return self._lines[y].key

    def find(self, key: object) -> int | None:
        """Return the first line with this key."""
        return next((y for y, line in enumerate(self._lines) if line.key == key), None)


class Rows(ScrollView, Drawn, can_focus=True):
    """The cursor rests on lines that have a key; lines that share one are one item."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--cursor-blurred", "rows--body"}

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
        """The cursor is on another item, or the items are others."""

    class Refitted(Message):
        """There are more or fewer cells for a line than when the lines were made."""

    def __init__(self, source: RowSource | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.source: RowSource = source or Fixed()
        self.cursor = 0
        """The line the cursor is on."""
        self._made_for = 0
        self._is_as_opened = True
        """Whether nobody has moved here yet: then only the size decides which lines are in view."""

    @property
    def room(self) -> int:
        """Cells there are for a line, beside the scroll bar."""
        return self.scrollable_content_region.width

    def line_at(self, y: int) -> Line:
        """Return a line of the source."""
        return self.source.line(y, self.room)

    def item_at(self, y: int) -> object:
        """Return the key of a line."""
        return self.source.key(y)

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
        shown = pointed(line, self.look.glyphs) if line.key is not None and line.key == self.key else line
        return self.strip(shown, self.room, self.base_style(line))

    @property
    def key(self) -> object:
        """The key of the line with the cursor; None where there is nothing to choose."""
        return self.item_at(self.cursor) if self.cursor < len(self.source) else None

    @property
    def caret(self) -> Offset:
        """The first letter of the line with the cursor."""
        return Offset(0, self.cursor - self.scroll_offset.y)

    @property
    def spot(self) -> Offset:
        """Where that is on the screen."""
        return self.content_region.offset + self.caret

    def show(self, source: RowSource, key: object = None) -> None:
        """Show other lines, the cursor on the line with this key, or as near as it was."""
        self.source = source
        self._made_for = self.room
        found = source.find(key) if key is not None else None
        self.cursor = self._line_near(min(self.cursor, max(0, len(source) - 1)) if found is None else found)
        self.fit()
        self.refresh(layout=self.styles.auto_dimensions)
        self.post_message(self.Moved())
        self._reveal()

    def move_to(self, key: object) -> None:
        """Put the cursor on the line with this key."""
        found = self.source.find(key)
        if found is not None:
            self._go(self._line_near(found))

    def on_mount(self) -> None:
        """Start on a line that can be chosen."""
        self.cursor = self._line_near(self.cursor)
        self.fit()
        self.post_message(self.Moved())

    def on_resize(self, _: Resize) -> None:
        """Keep the cursor in view; let lines be made anew for another width."""
        self.fit()
        self._reveal(anew=self._is_as_opened)
        if self.room != self._made_for:
            self.post_message(self.Refitted())

    def watch_show_vertical_scrollbar(self) -> None:
        """The scroll bar takes cells from the lines, or gives them back."""
        if self.is_attached and self.room != self._made_for:
            self.post_message(self.Refitted())

    def base_style(self, line: Line) -> Style:
        """Mark the lines of the item with the cursor."""
        if line.key is None or line.key != self.key:
            return self.rich_style
        if line.body:
            return self.get_component_rich_style("rows--body")
        return self.get_component_rich_style("rows--cursor" if self.has_focus else "rows--cursor-blurred")

    def action_move(self, step: int) -> None:
        """Move to the next item; where there is none, or this one goes on out of view, look further."""
        self._is_as_opened = False
        target = self._next(step)
        if target == self.cursor or self._goes_on(step):
            self.scroll_to(y=self.scroll_offset.y + step, animate=False, immediate=True)
        else:
            self._go(target)

    def action_page(self, step: int) -> None:
        """Move by a screenful; through an item that is higher than that, too."""
        self._is_as_opened = False
        rows = max(1, self.size.height - 1)
        if self._goes_on(step):
            self.scroll_to(y=self.scroll_offset.y + step * rows, animate=False, immediate=True)
            return
        target = self.cursor + step * rows
        self._go(self._line_near(max(0, min(target, len(self.source) - 1))))

    def action_edge(self, step: int) -> None:
        """Move to the first or the last item."""
        self._is_as_opened = False
        self._go(self._line_near(0 if step < 0 else max(0, len(self.source) - 1)))

    def action_choose(self) -> None:
        """Choose the item with the cursor."""
        if self.key is not None:
            self.post_message(self.Chosen(self, self.key))

    def on_click(self, event: Click) -> None:
        """Choose the item under the mouse."""
        index = event.y + self.scroll_offset.y
        if index < len(self.source) and self.item_at(index) is not None:
            self._go(self._line_near(index))
            self.action_choose()

    def _line_near(self, y: int) -> int:
        return line_near(self.item_at, len(self.source), y)

    def _next(self, step: int) -> int:
        return next_line(self.item_at, len(self.source), self.cursor, step)

    def _go(self, y: int) -> None:
        if y != self.cursor:
            self._refresh_item()
            self.cursor = y
            self._refresh_item()
            self.post_message(self.Moved())
        self._reveal()

    @property
    def _last(self) -> int:
        """The last line of the item with the cursor."""
        key, last = self.key, self.cursor
        while key is not None and last + 1 < len(self.source) and self.item_at(last + 1) == key:
            last += 1
        return last

    def _goes_on(self, step: int) -> bool:
        """Whether the item with the cursor has lines out of view in a direction."""
        top = self.scroll_offset.y
        return self._last >= top + self.size.height if step > 0 else self.cursor < top

    def _refresh_item(self) -> None:
        y = self.cursor
        self.refresh(Region(0, y - self.scroll_offset.y, self.size.width, self._last - y + 1))

    def _reveal(self, *, anew: bool = False) -> None:
        """Scroll as little as it takes until the cursor is in view, or as far as it takes from the top."""
        height = self.size.height
        if not height:
            return
        above = self.cursor if self._next(-1) != self.cursor else 0
        top = 0 if anew else self.scroll_offset.y
        if above < top:
            top = above
        elif self._last >= top + height:
            top = min(self.cursor, self._last - height + 1)
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True)
        if self.has_focus and self.is_attached:
            self.app.cursor_position = self.spot


Keys = Callable[[int], object]
"""The key of a line; None where the cursor may not rest."""


def first_of(keys: Keys, y: int) -> int:
    """Return the first of the lines that belong together with this one."""
    key = keys(y)
    while y > 0 and keys(y - 1) == key:
        y -= 1
    return y


def next_line(keys: Keys, count: int, y: int, step: int) -> int:
    """Return the next line to rest on in a direction, or this one where there is none."""
    here = keys(y) if y < count else None
    target = y + step
    while 0 <= target < count:
        key = keys(target)
        if key is not None and key != here:
            return first_of(keys, target) if step < 0 else target
        target += step
    return y


def line_near(keys: Keys, count: int, y: int) -> int:
    """Return this line, or the nearest one to rest on, below first."""
    if not count:
        return 0
    if keys(y) is not None:
        return first_of(keys, y)
    below = next_line(keys, count, y, 1)
    return below if below != y else next_line(keys, count, y, -1)
