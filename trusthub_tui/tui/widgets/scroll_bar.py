"""The bar beside a list as Textual asks for it."""

from typing import Final

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

from trusthub_tui.tui.drawing.scroll_bar import thumb

_GRABBED: Final = {"@mouse.down": "grab"}
_ABOVE: Final = {"@mouse.down": "scroll_up"}
_BELOW: Final = {"@mouse.down": "scroll_down"}


class WholeCells(ScrollBarRender):
    """Draws the upright bar in whole cells; the mouse moves it like Textual's own."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the bar."""
        if not self.vertical:
            yield from super().__rich_console__(console, options)
            return
        size, style = options.height or console.height, console.get_style(self.style)
        start, end = thumb(size, self.virtual_size, self.window_size, self.position)
        back, blank = Style(bgcolor=style.bgcolor), " " * (options.max_width or 1)
        yield Segments(
            [
                *[Segment(blank, back + Style(meta=_ABOVE))] * start,
                *[Segment(blank, Style(bgcolor=style.color, meta=_GRABBED))] * (end - start),
                *[Segment(blank, back + Style(meta=_BELOW))] * (size - end),
            ],
            new_lines=True,
        )
