"""One line of a screen: pieces of text in roles, and how lines are put together, side by side, and cut."""

from typing import Final, NamedTuple

from trusthub_tui.cells import fitted, width_of
from trusthub_tui.tui.glyphs import Glyphs

LINK: Final = "link"
"""The role of an address in the web, which the terminal itself can open."""


class Line(NamedTuple):
    """One line of text in pieces of ``(text, role)``; the role may be empty."""

    spans: tuple[tuple[str, str], ...] = ()
    key: object = None
    """What choosing this line means; lines that belong together share it. None cannot be chosen."""
    body: bool = False
    """Whether it stands on quiet paper while its item has the cursor, below a first line that does not."""

    @property
    def plain(self) -> str:
        """Its text, without roles."""
        return "".join(text for text, _ in self.spans)

    @property
    def width(self) -> int:
        """How many cells it takes."""
        return width_of(self.plain)


BLANK = Line()


def line(*pieces: str | tuple[str, str], key: object = None, body: bool = False) -> Line:
    """Make a line from plain strings and ``(text, role)`` pairs."""
    spans = tuple((piece, "") if isinstance(piece, str) else piece for piece in pieces if piece)
    return Line(spans, key, body)


def beside(left: Line, right: Line, width: int) -> Line:
    """Put two lines into one, the second at the right edge; the first gives way."""
    room = max(0, width - right.width)
    return Line(
        (
            *cut(left, max(0, room - 1)).spans,
            (" " * (room - min(left.width, max(0, room - 1))), ""),
            *right.spans,
        )
    )


def cut(whole: Line, width: int) -> Line:
    """Return a line of at most so many cells; two dots where something is missing."""
    if whole.width <= width:
        return whole
    spans: list[tuple[str, str]] = []
    room = width
    for text, role in whole.spans:
        if width_of(text) > room - 2:
            spans.append((fitted(f"{text}   ", room).rstrip(), role))
            break
        spans.append((text, role))
        room -= width_of(text)
    return Line(tuple(spans), whole.key, whole.body)


def pointed(line: Line, glyphs: Glyphs) -> Line:
    """Return a line with the cursor: its margin or its edge says so, without colour too."""
    spans = list(line.spans)
    for at, (text, role) in enumerate(spans[:2]):
        if role == "edge":
            spans[at] = (text.replace(glyphs.edge, glyphs.thick_edge), "key")
        elif role == "margin":
            spans[at] = (f"{glyphs.focus} ".ljust(len(text)), "key")
    return Line(tuple(spans), line.key)
