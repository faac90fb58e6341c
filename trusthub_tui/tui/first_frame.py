"""The first frame: the list as it stands in the file, on the terminal before Textual is imported.

It is drawn from the file at this moment by what draws the list later, so the live screen finds the very cells
that it would paint. What is typed meanwhile waits in the terminal.

It is simply not shown where anything is not as expected: keyboard, screen and errors are not one terminal, or
that is none that places text; the window is too small or its size is set by hand; the file is not there,
damaged, locked, of another layout, or has no profiles.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from trusthub_tui.store.glance import Glance, glance
from trusthub_tui.trusthub.followed import FOLLOWED
from trusthub_tui.tui import palette
from trusthub_tui.tui.command import OwnKeys, Where, bar_entries, with_own_keys
from trusthub_tui.tui.commands.table import commands_of
from trusthub_tui.tui.drawing.cell_style import CellStyle, seen, sequence
from trusthub_tui.tui.drawing.list_screen import CARET, OPENS, ListScreen, Piece, drawn, rows_for
from trusthub_tui.tui.look import SMALLEST, Look
from trusthub_tui.tui.terminal.held import FirstFrame, HeldTerminal

_KEYBOARD, _SCREEN, _ERRORS = 0, 1, 2
"""Numbers of open files; Textual's driver writes to the last."""

_SET_BY_HAND: Final = ("COLUMNS", "LINES")
"""What tells Textual another size than the terminal's."""


class Asked(NamedTuple):
    """What the list is opened with."""

    file: Path
    look: Look
    now: datetime
    keys: OwnKeys
    """The keys the user has chosen for commands."""
    offline: bool = False
    """Whether no request may be made."""


def show(asked: Asked, environment: Mapping[str, str]) -> FirstFrame | None:
    """Put the list on the terminal, and hold that; None where it is not shown."""
    width, height = _size(environment)
    if width < SMALLEST[0] or height < SMALLEST[1]:
        return None
    found = glance(asked.file, rows_for(height))
    if found is None or not found.counts.total:
        return None
    screen, dark = screen_of(found, asked), found.preferences.get("theme") != palette.LIGHT_THEME
    held = HeldTerminal(_KEYBOARD, _ERRORS, ascii_only=asked.look.ascii_only)
    # What a rejection means is looked up in a catalogue: that takes as long as all the rest.
    first = drawn(screen._replace(reasons=()), width, height, asked.look, dark=dark)
    held.begin(painting(first))
    rows = drawn(screen, width, height, asked.look, dark=dark)
    held.write(painting(rows, but=first))
    return FirstFrame(held, width, height, rows)


def painting(rows: Sequence[Sequence[Piece]], but: Sequence[Sequence[Piece]] = ()) -> str:
    """Return what paints some rows, ``but`` those that are there already; empty where all are."""
    shown, looks = list[str](), CellStyle()
    for y, row in enumerate(rows, 1):
        if but and row == but[y - 1]:
            continue
        shown.append(f"\x1b[{y};1H")
        for text, style in (seen(*piece) for piece in row if piece[0]):
            shown += [sequence(style), text] if style != looks else [text]
            looks = style
    column, line = CARET
    return f"\x1b[0m{''.join(shown)}\x1b[0m\x1b[{line + 1};{column + 1}H" if shown else ""


def _size(environment: Mapping[str, str]) -> tuple[int, int]:
    """Return columns and rows of the terminal; none where it is not one that a frame can be shown on."""
    unfit = environment.get("TERM", "") in ("", "dumb", "unknown")
    if unfit or not sys.platform.startswith(("linux", "darwin")) or any(map(environment.get, _SET_BY_HAND)):
        return 0, 0
    try:
        if len({os.ttyname(number) for number in (_KEYBOARD, _SCREEN, _ERRORS)}) != 1:
            return 0, 0
        return os.get_terminal_size(_SCREEN)
    except OSError:
        return 0, 0


def screen_of(seen: Glance, asked: Asked) -> ListScreen:
    """Return what is to be seen."""
    applies = {
        "show_all": False,
        "take_back": seen.undoable,
        "ask_now": bool(seen.preferences.get(FOLLOWED)) and not asked.offline,
    }
    commands = [
        with_own_keys(command, asked.keys)
        for command in commands_of(Where.LIST)
        if applies.get(command.name, True)
    ]
    return ListScreen(
        lines=seen.lines,
        counts=seen.counts,
        checked=seen.checked,
        reasons=seen.reasons,
        keys=[OPENS, *bar_entries(commands, Where.LIST)],
        order={command.title: index for index, command in enumerate(commands)},
        now=asked.now,
    )
