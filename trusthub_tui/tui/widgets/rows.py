"""One list for everything: move with the arrow keys, Enter chooses."""

from typing import ClassVar

from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.geometry import Offset, Region
from textual.message import Message

from trusthub_tui.tui.widgets import stops
from trusthub_tui.tui.widgets.drawn import Line
from trusthub_tui.tui.widgets.lines_in_view import Fixed, LinesInView, Source

__all__ = ["Fixed", "Rows", "Source"]


class Rows(LinesInView, can_focus=True):
    """The cursor rests on lines that have a key; lines that share one are one item."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--cursor-blurred"}

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

    def __init__(self, source: Source | None = None, *, id: str | None = None) -> None:
        super().__init__(source, id=id)
        self.cursor = 0
        """The line the cursor is on."""
        self._made_for = 0

    @property
    def key(self) -> object:
        """The key of the line with the cursor; None where there is nothing to choose."""
        return self.key_at(self.cursor) if self.cursor < len(self.source) else None

    @property
    def caret(self) -> Offset:
        """The first letter of the line with the cursor."""
        return Offset(0, self.cursor - self.scroll_offset.y)

    def show(self, source: Source, key: object = None) -> None:
        """Show other lines, the cursor on the line with this key, or as near as it was."""
        self.source = source
        self._made_for = self.room
        found = source.find(key) if key is not None else None
        self.cursor = self._stop(min(self.cursor, max(0, len(source) - 1)) if found is None else found)
        self.fit()
        self.refresh(layout=self.styles.auto_dimensions)
        self.post_message(self.Moved())
        self._reveal()

    def move_to(self, key: object) -> None:
        """Put the cursor on the line with this key."""
        found = self.source.find(key)
        if found is not None:
            self._go(self._stop(found))

    def on_mount(self) -> None:
        """Start on a line that can be chosen."""
        self.cursor = self._stop(self.cursor)
        self.fit()
        self.post_message(self.Moved())

    def on_resize(self, _: Resize) -> None:
        """Keep the cursor in view; let lines be made anew for another width."""
        self.fit()
        self._reveal()
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
        return self.get_component_rich_style("rows--cursor" if self.has_focus else "rows--cursor-blurred")

    def action_move(self, step: int) -> None:
        """Move to the next item; where there is none, look further."""
        target = self._next(step)
        if target == self.cursor:
            self.scroll_to(y=self.scroll_offset.y + step, animate=False, immediate=True)
        else:
            self._go(target)

    def action_page(self, step: int) -> None:
        """Move by a screenful."""
        target = self.cursor + step * max(1, self.size.height - 1)
        self._go(self._stop(max(0, min(target, len(self.source) - 1))))

    def action_edge(self, step: int) -> None:
        """Move to the first or the last item."""
        self._go(self._stop(0 if step < 0 else max(0, len(self.source) - 1)))

    def action_choose(self) -> None:
        """Choose the item with the cursor."""
        if self.key is not None:
            self.post_message(self.Chosen(self, self.key))

    def on_click(self, event: Click) -> None:
        """Choose the item under the mouse."""
        index = event.y + self.scroll_offset.y
        if index < len(self.source) and self.key_at(index) is not None:
            self._go(self._stop(index))
            self.action_choose()

    def _stop(self, y: int) -> int:
        return stops.stop_near(self.key_at, len(self.source), y)

    def _next(self, step: int) -> int:
        return stops.next_stop(self.key_at, len(self.source), self.cursor, step)

    def _go(self, y: int) -> None:
        if y != self.cursor:
            self._refresh_item()
            self.cursor = y
            self._refresh_item()
            self.post_message(self.Moved())
        self._reveal()

    def _refresh_item(self) -> None:
        key, y = self.key, self.cursor
        last = y
        while key is not None and last + 1 < len(self.source) and self.key_at(last + 1) == key:
            last += 1
        self.refresh(Region(0, y - self.scroll_offset.y, self.size.width, last - y + 1))

    def _reveal(self) -> None:
        height = self.size.height
        if not height:
            return
        above = self.cursor if self._next(-1) != self.cursor else 0
        top = self.scroll_offset.y
        if above < top:
            self.scroll_to(y=above, animate=False, immediate=True)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False, immediate=True)
        if self.has_focus and self.is_attached:
            self.app.cursor_position = self.content_region.offset + self.caret
