"""The choices of a list that somebody may have meant who wrote one that is not on it."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from trusthub_tui.profile import normalize
from trusthub_tui.profile.choices import Option

_LONGEST: Final = 80
_MOST: Final = 3
_ALIKE: Final = 0.7


def options(text: str, listed: Iterable[Option]) -> tuple[Option, ...]:
    """Return the options nearest to a text, at most three, the nearest first; none where nothing is near."""
    return _nearest(normalize.name(text[:_LONGEST]), tuple(listed))


@lru_cache(maxsize=64)
def _nearest(typed: str, listed: tuple[Option, ...]) -> tuple[Option, ...]:
    if not typed:
        return ()
    known = {spelling: option for option in listed for spelling in _spellings(option)}
    if typed in known:
        return (known[typed],)
    inside = (known[name] for name in known if len(typed) > 1 and f" {typed}" in f" {name}")
    named = (known[name] for name in known if len(name) > 2 and f" {name} " in f" {typed} ")
    alike = (known[name] for name in get_close_matches(typed, known, n=_MOST, cutoff=_ALIKE))
    return tuple({option.value: option for option in (*inside, *named, *alike)}.values())[:_MOST]


def _spellings(option: Option) -> Iterator[str]:
    yield from filter(None, map(normalize.name, (option.value, option.label, option.note)))
    yield from option.aliases
