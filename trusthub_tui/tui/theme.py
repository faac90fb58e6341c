"""The two looks of the program. A colour only ever repeats what a word or a sign already says."""

from collections.abc import Mapping
from functools import lru_cache

from rich.style import Style
from textual.theme import Theme

DARK = Theme(
    name="trusthub-dark",
    primary="#8ab4d8",
    secondary="#9aa7b4",
    accent="#e0b872",
    foreground="#d8dde3",
    background="#14181d",
    surface="#1c2229",
    panel="#242c35",
    success="#8fc28a",
    warning="#e0b872",
    error="#f08a80",
    dark=True,
    variables={
        "muted": "#93a0ad",
        "field": "#27303a",
        "field-focus": "#33414f",
        "rule": "#3a4653",
    },
)

LIGHT = Theme(
    name="trusthub-light",
    primary="#1f5a8a",
    secondary="#52606d",
    accent="#8a5a00",
    foreground="#1c2229",
    background="#fbfaf7",
    surface="#f1efe9",
    panel="#e6e3da",
    success="#1f6b2a",
    warning="#8a5a00",
    error="#a8261c",
    dark=False,
    variables={
        "muted": "#59646f",
        "field": "#e9e6dd",
        "field-focus": "#d9e4ee",
        "rule": "#c9c4b8",
    },
)

THEMES = (DARK, LIGHT)


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
    theme = next((theme for theme in THEMES if theme.name == name), DARK)
    looks = {
        "muted": theme.variables["muted"],
        "strong": "bold",
        "title": f"bold {theme.primary}",
        "problem": f"bold {theme.error}",
        "warning": f"{theme.warning}",
        "reading": f"{theme.success}",
        "key": f"bold {theme.primary}",
        "badge-draft": f"{theme.foreground}",
        "badge-in-review": f"underline {theme.primary}",
        "badge-rejected": f"bold {theme.error}",
        "badge-approved": f"bold {theme.success}",
    }
    return {role: Style.parse(look) for role, look in looks.items()}
