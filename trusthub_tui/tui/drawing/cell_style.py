"""What a cell looks like, and how a terminal is told."""

from functools import lru_cache
from typing import Final, NamedTuple

from trusthub_tui.tui import palette
from trusthub_tui.tui.palette import Depth

_NAMED: Final = {"red": "1", "green": "2", "yellow": "3", "cyan": "6"}
"""Those of the 16 colours that the palette uses."""

_ATTRIBUTES: Final = ("bold", "underline", "reverse")


class CellStyle(NamedTuple):
    """The look of a cell. A colour is one of the palette, or of fewer ones in Rich's words."""

    ink: str = ""
    paper: str = ""
    bold: bool = False
    underline: bool = False
    reverse: bool = False
    other: str = ""
    """What else there is to it, of which our own lines have nothing."""


class Cell(NamedTuple):
    """What is in one cell, or in some that look alike."""

    text: str
    style: CellStyle


def seen(text: str, style: CellStyle) -> Cell:
    """Return text as it is compared: the ink of blank cells cannot be seen."""
    shows = style.underline or style.reverse or style.other or text.strip(" ")
    return Cell(text, style if shows else CellStyle(paper=style.paper))


@lru_cache(256)
def style_of(look: str) -> CellStyle:
    """Return the style that some of Rich's words stand for."""
    words = look.split()
    paper = words[words.index("on") + 1] if "on" in words else ""
    inks = [word for word in words if word not in (*_ATTRIBUTES, "on", paper)]
    bold, underline, reverse = (word in words for word in _ATTRIBUTES)
    return CellStyle(inks[0] if inks else "", paper, bold, underline, reverse)


def over(base: CellStyle, top: CellStyle) -> CellStyle:
    """Return a style on top of another one."""
    return CellStyle(
        top.ink or base.ink,
        top.paper or base.paper,
        base.bold or top.bold,
        base.underline or top.underline,
        base.reverse or top.reverse,
    )


@lru_cache(1024)
def in_depth(style: CellStyle, depth: Depth) -> CellStyle:
    """Return a style in the colours that a terminal has."""
    if depth is Depth.TRUE:
        return style
    return over(style._replace(ink="", paper=""), style_of(palette.fewer(style.ink, style.paper, depth)))


@lru_cache(1024)
def sequence(style: CellStyle) -> str:
    """Return what makes a terminal write in this style, whatever it wrote in before."""
    codes = [code for code, on in (("1", style.bold), ("4", style.underline), ("7", style.reverse)) if on]
    codes += [*_colour("3", style.ink), *_colour("4", style.paper)]
    return f"\x1b[{';'.join(['0', *codes])}m"


def _colour(kind: str, colour: str) -> list[str]:
    if colour.startswith("#"):
        return [f"{kind}8;2", *(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))]
    if colour.startswith("color("):
        return [f"{kind}8;5", colour[6:-1]]
    return [kind + _NAMED[colour]] if colour else []
