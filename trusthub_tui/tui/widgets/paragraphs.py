"""Paragraphs and points as lines, wrapped to a width."""

from collections.abc import Iterator, Sequence
from typing import Final

from trusthub_tui.cells import wrapped
from trusthub_tui.tui.drawing.lines import BLANK, Line, line
from trusthub_tui.tui.widgets.drawn import Drawn

_MARGIN: Final = 3
_VERB: Final = 28
_LETTER: Final = 8


def paragraph(
    text: str, width: int, *, indent: int = 1, role: str = "", key: object = None
) -> Iterator[Line]:
    """Yield a text broken into lines."""
    for part in wrapped(text, width - indent - 1):
        yield line(" " * indent, (part, role), key=key)


def point(text: str, width: int, *, indent: int = 1, bullet: str = "-") -> Iterator[Line]:
    """Yield one point of a list."""
    for number, part in enumerate(wrapped(text, width - indent - 4)):
        yield line(" " * indent, (f" {bullet} ", "muted") if number == 0 else "   ", part)


def labelled(
    label: str, text: str, width: int, *, room: int, role: str = "", key: object = None
) -> Iterator[Line]:
    """Yield a label with a text beside it, in a column that begins after so many cells."""
    for number, part in enumerate(wrapped(text, max(10, width - room - 2))):
        shown = f"{label:<{room - 1}.{room - 1}} " if number == 0 else " " * room
        yield line(shown, (part, role), key=key)


def action(verb: str, letter: str, what_for: str, width: int, *, key: object) -> Iterator[Line]:
    """Yield a line that can be chosen: what it does, the key that does the same, and what for."""
    room = _MARGIN + _VERB + _LETTER
    parts = wrapped(what_for, max(12, width - room - 1))
    for number, part in enumerate(parts):
        if number:
            yield line(" " * room, (part, "muted"), key=key, body=True)
        else:
            named = f"{verb:<{_VERB - 1}} "
            yield line(
                (" " * _MARGIN, "margin"), named, (f"{letter:<{_LETTER}}", "key"), (part, "muted"), key=key
            )


class Paragraphs(Drawn):
    """Plain paragraphs, wrapped to the width there is."""

    def __init__(self, paragraphs: Sequence[str] = (), role: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._paragraphs = tuple(paragraphs)
        self._role = role

    def say(self, *paragraphs: str) -> None:
        """Say something else; only a change costs a repaint."""
        if paragraphs != self._paragraphs:
            self._paragraphs = paragraphs
            self.redraw()

    def draw(self, width: int) -> list[Line]:
        """An empty paragraph is an empty line; one that begins with a dash is a point of a list."""
        lines: list[Line] = []
        for paragraph in self._paragraphs:
            if not paragraph:
                lines.append(BLANK)
                continue
            point = paragraph.startswith("- ")
            first, rest = (" -  ", "    ") if point else (" ", " ")
            parts = wrapped(paragraph.removeprefix("- "), width - len(first) - 1)
            lines += [
                line(first if number == 0 else rest, (part, self._role)) for number, part in enumerate(parts)
            ]
        return lines
