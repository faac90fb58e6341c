"""The colours of the program, role by role, for every kind of terminal; known without Textual.

A colour only ever repeats what a word or a mark already says.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

DARK_THEME: Final = "trusthub-dark"
LIGHT_THEME: Final = "trusthub-light"
"""The names of the two, as a user's choice is written down; any other name stands for the dark one."""


class Depth(StrEnum):
    """How many colours a terminal has."""

    TRUE = "truecolor"
    INDEXED = "256"
    SIXTEEN = "16"
    NONE = "none"

    @property
    def papers(self) -> bool:
        """Whether a field can be told by the colour of its paper."""
        return self in (Depth.TRUE, Depth.INDEXED)


class Shade(NamedTuple):
    """One role in every palette."""

    dark: str
    light: str
    dark_256: int
    light_256: int
    ink_16: str = ""
    """As ink among 16 colours: a style in Rich's words, nothing for the terminal's own ink."""
    paper_16: str = ""
    """As paper among 16 colours."""
    ink_none: str = ""
    """As ink without any colour."""
    paper_none: str = ""
    """As paper without any colour."""


BACKGROUND: Final = "background"
SURFACE: Final = "surface"
FIELD: Final = "field"
FOCUS: Final = "focus"
TEXT: Final = "text"
MUTED: Final = "muted"
ACCENT: Final = "accent"
GOOD: Final = "good"
WARNING: Final = "warning"
PROBLEM: Final = "problem"
EDGE: Final = "edge"
RULE: Final = "rule"
CHIP: Final = "chip"

SHADES: Final[Mapping[str, Shade]] = {
    BACKGROUND: Shade("#11141b", "#fbfaf7", 233, 231),
    SURFACE: Shade("#191e28", "#f1efe8", 234, 255),
    FIELD: Shade("#242b39", "#e8e5dc", 235, 254),
    FOCUS: Shade("#303b59", "#d9e0fb", 237, 189, paper_16="reverse", paper_none="reverse"),
    TEXT: Shade("#e4e8f0", "#1b2029", 254, 235, paper_16="reverse", paper_none="reverse"),
    MUTED: Shade("#9ca8bb", "#565f6c", 248, 240),
    ACCENT: Shade("#a9b8ff", "#3a49b5", 147, 25, "cyan", "cyan reverse", "", "reverse"),
    GOOD: Shade("#8ad6a0", "#1d6a35", 114, 22, "green", "green reverse", "", "bold"),
    WARNING: Shade("#ecc071", "#7d5200", 179, 58, "yellow", "yellow reverse", "", "reverse"),
    PROBLEM: Shade("#ff958c", "#ab2318", 210, 124, "bold red", "bold red reverse", "bold", "bold reverse"),
    EDGE: Shade("#69758c", "#87816f", 243, 243, paper_16="reverse", paper_none="reverse"),
    RULE: Shade("#3a4358", "#cdc8ba", 238, 250, paper_16="reverse", paper_none="reverse"),
    CHIP: Shade("#333c4f", "#dad6c9", 238, 252),
}
"""Muted is for hints and dates; edge for marks and edges, never for text; rule for ornament alone."""

ROLES: Final[Mapping[str, str]] = {
    colour: role for role, shade in SHADES.items() for colour in (shade.dark, shade.light)
}
"""The role of a colour of the dark or the light palette."""


def colours(*, dark: bool) -> dict[str, str]:
    """Return the colour of every role in one of the two palettes."""
    return {role: shade.dark if dark else shade.light for role, shade in SHADES.items()}


def looks(*, dark: bool) -> Mapping[str, str]:
    """Return what each role of a piece of text looks like in one of the two palettes, in Rich's words."""
    shade = colours(dark=dark)
    ink = shade[BACKGROUND]
    return {
        "muted": shade[MUTED],
        "strong": "bold",
        "title": "bold",
        "problem": f"bold {shade[PROBLEM]}",
        "warning": shade[WARNING],
        "reading": shade[GOOD],
        "accent": shade[ACCENT],
        "key": f"bold {shade[ACCENT]}",
        "edge": shade[EDGE],
        "rule": shade[RULE],
        "match": "underline",
        "margin": "",
        "status-draft": "",
        "status-in-review": shade[ACCENT],
        "status-rejected": f"bold {shade[PROBLEM]}",
        "status-approved": f"bold {shade[GOOD]}",
        "chip-draft": f"on {shade[CHIP]}",
        "chip-in-review": f"{ink} on {shade[ACCENT]}",
        "chip-rejected": f"bold {ink} on {shade[PROBLEM]}",
        "chip-approved": f"bold {ink} on {shade[GOOD]}",
        "button": f"on {shade[CHIP]}",
        "button-focused": f"bold {ink} on {shade[ACCENT]}",
    }


def fewer(ink: str, paper: str, depth: Depth) -> str:
    """Return in Rich's words what stands for two colours of ours where there are not all colours.

    Among 256 both have a number. With fewer there is no paper: what the ink says, or what the paper says
    where that says anything. A colour that is none of ours, or empty, says nothing.
    """
    inked, papered = (_shade(colour) for colour in (ink, paper))
    if depth is Depth.INDEXED:
        numbers = (_numbered(inked, ink), _numbered(papered, paper))
        return " ".join(
            f"{on}color({number})" for on, number in zip(("", "on "), numbers, strict=True) if number
        )
    few = depth is Depth.SIXTEEN
    of_paper = (papered.paper_16 if few else papered.paper_none) if papered else ""
    return of_paper or ((inked.ink_16 if few else inked.ink_none) if inked else "")


def index_of(colour: str) -> int | None:
    """Return the number that stands for a colour of ours among 256; None for one that is not ours."""
    return _numbered(_shade(colour), colour)


def _shade(colour: str) -> Shade | None:
    role = ROLES.get(colour)
    return SHADES[role] if role else None


def _numbered(shade: Shade | None, colour: str) -> int | None:
    if shade is None:
        return None
    return shade.dark_256 if colour == shade.dark else shade.light_256
