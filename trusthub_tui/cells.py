"""How many columns a text takes in a terminal, and texts of just so many.

What is drawn as one sign is measured and cut as one: a letter with its accents, a flag, people joined into a
family. Rich measures, with the tables that Textual lays out its screens with.
"""

import re
from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len, split_graphemes

from trusthub_tui.ascii_letters import letters_for

_CUT: Final = ".."
_FLAG_LETTERS: Final = ("\U0001f1e6", "\U0001f1ff")


_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]+")


def in_ascii(text: str) -> str:
    """Return text without any sign beyond ASCII, in as many columns: letters lose their accents.

    What has no likeness becomes a question mark for each of its columns.
    """
    if text.isascii():
        return text
    return _NOT_ASCII.sub(lambda found: "".join(map(_alike, _signs(found[0]))), text)


def _alike(sign: str) -> str:
    letters, width = letters_for(sign), width_of(sign)
    return letters[:width].ljust(width, " " if letters else "?")


def width_of(text: str) -> int:
    """Return how many columns a text takes."""
    return len(text) if text.isascii() and text.isprintable() else cell_len(text)


def padded(text: str, width: int) -> str:
    """Return text filled with spaces to a width in columns."""
    return text + " " * (width - width_of(text))


def beginning(text: str, width: int) -> str:
    """Return as much of a text, from its start, as fits into so many columns."""
    if width <= 0:
        return ""
    if width_of(text) <= width:
        return text
    used, end = 0, 0
    for sign in _signs(text):
        used += width_of(sign)
        if used > width:
            break
        end += len(sign)
    return text[:end]


def shortened(text: str, width: int) -> str:
    """Return text of at most so many columns, with two dots where something was cut."""
    if width_of(text) <= width:
        return text
    return beginning(text, width - len(_CUT)) + _CUT[: max(0, width)]


def fitted(text: str, width: int) -> str:
    """Return text in exactly so many columns: filled up, or cut with two dots that say so."""
    return padded(shortened(text, width), width)


def wrapped(text: str, width: int, *, first: int | None = None, chop: bool = True) -> list[str]:
    """Break text into lines of at most so many columns, at spaces where there are any.

    ``first`` is the room on the first line, where that is another. A longer word is cut into pieces, or, with
    ``chop`` off, stands whole on a line of its own, so that a link can still be copied.
    """
    room = max(1, width if first is None else first)
    lines: list[str] = []
    current = ""
    for word in text.split():
        candidate = f"{current} {word}" if current else word
        if width_of(candidate) <= room:
            current = candidate
            continue
        if current:
            lines.append(current)
            room = max(1, width)
        *full, current = _pieces(word, room) if chop else (word,)
        lines.extend(full)
    return [*lines, current] if current or not lines else lines


def _pieces(word: str, width: int) -> list[str]:
    pieces, used = [""], 0
    for sign in _signs(word):
        columns = width_of(sign)
        if used + columns > width and pieces[-1]:
            pieces.append("")
            used = 0
        pieces[-1] += sign
        used += columns
    return pieces


def _signs(text: str) -> Iterator[str]:
    """Yield what is drawn as one sign each; the two letters that make a flag stay together."""
    half = ""
    for start, end, _ in split_graphemes(text)[0]:
        sign = text[start:end]
        if half:
            yield half + sign
            half = ""
        elif _FLAG_LETTERS[0] <= sign <= _FLAG_LETTERS[1]:
            half = sign
        else:
            yield sign
    if half:
        yield half
