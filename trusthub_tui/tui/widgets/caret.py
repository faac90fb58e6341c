"""The terminal's own cursor, put where the user is: screen readers and magnifiers follow it."""

from typing import Any

from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.widget import Widget

from trusthub_tui.tui.widgets.drawn import Drawn


def place_caret(screen: Screen[Any], at: Widget | None = None) -> None:
    """Put the cursor on the widget with the focus, or on another, if the screen is the one in front."""
    focused = at or screen.focused
    if focused is None or not screen.is_current:
        return
    spot = _caret_of(focused)
    if spot is not None and spot != screen.app.cursor_position:
        screen.app.cursor_position = spot
        focused.refresh(Region(0, 0, 1, 1))  # the cursor moves with the next thing that is painted


def follow_the_caret(dialog: Screen[Any], at: Widget | None = None) -> None:
    """Place the cursor whenever a dialog is laid out; what is in it moves by itself afterwards.

    ``at`` is where it stands in a dialog in which nothing has the focus.
    """
    dialog.screen_layout_refresh_signal.subscribe(dialog, lambda _: place_caret(dialog, at))


def _caret_of(widget: Widget) -> Offset | None:
    if isinstance(widget, Drawn):
        return widget.content_region.offset + widget.caret
    # Asked by name: to import Textual's widget for many lines takes longer than the list needs to open.
    spot: Offset | None = getattr(widget, "cursor_screen_offset", None)
    return spot
