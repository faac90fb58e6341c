"""The two themes of the program, what each role of a text looks like in them, and fewer colours."""

from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Final

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

from trusthub_tui.tui import palette
from trusthub_tui.tui.palette import ROLES, SHADES, Depth, colours, index_of


def _theme(name: str, *, dark: bool) -> Theme:
    shade = colours(dark=dark)
    return Theme(
        name=name,
        primary=shade[palette.ACCENT],
        secondary=shade[palette.MUTED],
        accent=shade[palette.ACCENT],
        foreground=shade[palette.TEXT],
        background=shade[palette.BACKGROUND],
        surface=shade[palette.SURFACE],
        panel=shade[palette.SURFACE],
        success=shade[palette.GOOD],
        warning=shade[palette.WARNING],
        error=shade[palette.PROBLEM],
        dark=dark,
        variables={
            "muted": shade[palette.MUTED],
            "field": shade[palette.FIELD],
            "focus": shade[palette.FOCUS],
            "rule": shade[palette.RULE],
            "edge": shade[palette.EDGE],
            "chip": shade[palette.CHIP],
        },
    )


DARK: Final = _theme("trusthub-dark", dark=True)
LIGHT: Final = _theme("trusthub-light", dark=False)
THEMES: Final = (DARK, LIGHT)


_NOT_DIM: Final = Style(dim=False)


def theme_named(name: str) -> str:
    """Return the name of one of our themes; the dark one for a name that is none of ours."""
    return name if name in {theme.name for theme in THEMES} else DARK.name


def other_theme(name: str) -> str:
    """Return the name of the other look."""
    return DARK.name if name == LIGHT.name else LIGHT.name


@lru_cache
def role_styles(name: str) -> Mapping[str, Style]:
    """Return what each role of a piece of text looks like in a theme.

    Not component classes of a style sheet: those are worked out anew for every widget whenever its focus or
    its place in the tree changes, which costs more than all the rest of a step together.
    """
    shade = colours(dark=name != LIGHT.name)
    ink = shade[palette.BACKGROUND]
    looks = {
        "muted": shade[palette.MUTED],
        "strong": "bold",
        "title": "bold",
        "problem": f"bold {shade[palette.PROBLEM]}",
        "warning": shade[palette.WARNING],
        "reading": shade[palette.GOOD],
        "accent": shade[palette.ACCENT],
        "key": f"bold {shade[palette.ACCENT]}",
        "edge": shade[palette.EDGE],
        "rule": shade[palette.RULE],
        "match": "underline",
        "margin": "",
        "status-draft": "",
        "status-in-review": shade[palette.ACCENT],
        "status-rejected": f"bold {shade[palette.PROBLEM]}",
        "status-approved": f"bold {shade[palette.GOOD]}",
        "chip-draft": f"on {shade[palette.CHIP]}",
        "chip-in-review": f"{ink} on {shade[palette.ACCENT]}",
        "chip-rejected": f"bold {ink} on {shade[palette.PROBLEM]}",
        "chip-approved": f"bold {ink} on {shade[palette.GOOD]}",
        "button": f"on {shade[palette.CHIP]}",
        "button-focused": f"bold {ink} on {shade[palette.ACCENT]}",
    }
    return {role: Style.parse(look) for role, look in looks.items()}


class FewerColours(LineFilter):
    """Puts what a terminal with fewer colours has in the place of every colour, role by role.

    The nearest colours that a library picks are wrong: fields would be louder than the focus.
    """

    def __init__(self, depth: Depth) -> None:
        super().__init__()
        translated = _indexed if depth is Depth.INDEXED else partial(_plain, depth=depth)
        self._translated = lru_cache(1024)(translated)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the same text in other colours."""
        return [
            Segment(text, None if style is None else self._translated(style), control)
            for text, style, control in segments
        ]


def _indexed(style: Style) -> Style:
    return style + Style.from_color(_number(style.color), _number(style.bgcolor))


def _number(colour: RichColor | None) -> RichColor | None:
    index = index_of(_written(colour))
    return colour if index is None else RichColor.from_ansi(index)


def _written(colour: RichColor | None) -> str:
    return colour.triplet.hex if colour is not None and colour.triplet is not None else ""


def _plain(style: Style, depth: Depth) -> Style:
    """Return a style without papers: what the ink says, or what the paper says where that says anything."""
    ink, paper = (_shade(colour) for colour in (style.color, style.bgcolor))
    few = depth is Depth.SIXTEEN
    of_paper = (paper.paper_16 if few else paper.paper_none) if paper else ""
    of_ink = (ink.ink_16 if few else ink.ink_none) if ink else ""
    return style.without_color + Style.parse(of_paper or of_ink) + _NOT_DIM


def _shade(colour: RichColor | None) -> palette.Shade | None:
    role = ROLES.get(_written(colour))
    return SHADES[role] if role else None
