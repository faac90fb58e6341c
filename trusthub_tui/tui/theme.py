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
from trusthub_tui.tui.palette import Depth, colours


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


DARK: Final = _theme(palette.DARK_THEME, dark=True)
LIGHT: Final = _theme(palette.LIGHT_THEME, dark=False)
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
    looks = palette.looks(dark=name != LIGHT.name)
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
    return style + Style.parse(palette.fewer(_written(style.color), _written(style.bgcolor), Depth.INDEXED))


def _plain(style: Style, depth: Depth) -> Style:
    """Return a style without papers: what the ink says, or what the paper says where that says anything."""
    words = palette.fewer(_written(style.color), _written(style.bgcolor), depth)
    return style.without_color + Style.parse(words) + _NOT_DIM


def _written(colour: RichColor | None) -> str:
    return colour.triplet.hex if colour is not None and colour.triplet is not None else ""
