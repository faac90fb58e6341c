"""What the terminal can show: how many colours, and which marks."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from trusthub_tui.tui.glyphs import ASCII, UNICODE, Glyphs
from trusthub_tui.tui.palette import Depth

SMALLEST: Final = (50, 15)
"""Columns and rows of a window below which only a plain message is shown."""

_WIDE_LANGUAGES: Final = ("ja", "ko", "zh")
"""Where lines and dots may take two cells each."""

_TRUE: Final = ("truecolor", "24bit")


class Look(NamedTuple):
    """How the screens are drawn in this terminal."""

    depth: Depth = Depth.TRUE
    ascii: bool = False
    """Whether marks and lines are drawn in ASCII."""

    ascii_only: bool = False
    """Whether nothing beyond ASCII is sent at all, whatever somebody has typed."""

    @property
    def glyphs(self) -> Glyphs:
        """The marks that this terminal can show."""
        return ASCII if self.ascii else UNICODE

    @property
    def brackets(self) -> bool:
        """Whether fields and buttons stand in brackets, because paper would not show or not suffice."""
        return self.ascii or not self.depth.papers


def look_for(environment: Mapping[str, str], *, ascii_only: bool = False) -> Look:
    """Return the look for a terminal, as its environment describes it; ``ascii_only`` is the user's wish."""
    ascii_only = ascii_only or not _knows_utf_8(environment)
    return Look(_depth(environment), ascii_only or _needs_ascii(environment), ascii_only)


def _depth(environment: Mapping[str, str]) -> Depth:
    """Return how many colours there are.

    GNU screen hands the promise of true colours on from the terminal around it, and does not keep it.
    """
    term = environment.get("TERM", "").lower()
    in_screen = "STY" in environment and "TMUX" not in environment
    if environment.get("NO_COLOR"):
        return Depth.NONE
    if environment.get("COLORTERM", "").strip().lower() in _TRUE and term != "linux" and not in_screen:
        return Depth.TRUE
    return Depth.INDEXED if term.endswith(("-256color", "-kitty")) else Depth.SIXTEEN


def _locale(environment: Mapping[str, str]) -> str:
    named = (environment.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    return next((name for name in named if name), "")


def _knows_utf_8(environment: Mapping[str, str]) -> bool:
    locale = _locale(environment)
    return not locale or locale.lower().replace("-", "").partition(".")[2][:4] == "utf8"


def _needs_ascii(environment: Mapping[str, str]) -> bool:
    return environment.get("TERM") == "linux" or _locale(environment).startswith(_WIDE_LANGUAGES)
