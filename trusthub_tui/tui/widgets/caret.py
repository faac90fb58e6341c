"""The terminal's own cursor, put where the user is: screen readers and magnifiers follow it."""

from typing import Any

from textual.geometry import Region
from textual.screen import Screen
from textual.widgets import Input, TextArea

from trusthub_tui.tui.widgets.drawn import Drawn


def place_caret(screen: Screen[Any]) -> None:
    """Put the cursor on the widget with the focus, if the screen is the one in front."""
    focused = screen.focused
    if isinstance(focused, Drawn):
        spot = focused.content_region.offset + focused.caret
    elif isinstance(focused, Input | TextArea):
        spot = focused.cursor_screen_offset
    else:
        return
    if screen.is_current and spot != screen.app.cursor_position:
        screen.app.cursor_position = spot
        focused.refresh(Region(0, 0, 1, 1))  # the cursor moves with the next thing that is painted


def follow_the_caret(dialog: Screen[Any]) -> None:
    """Place the cursor whenever a dialog is laid out; what is in it moves by itself afterwards."""
    dialog.screen_layout_refresh_signal.subscribe(dialog, lambda _: place_caret(dialog))
