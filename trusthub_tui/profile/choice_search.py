"""Finding one choice among many by what somebody types: for choosers, documents and commands alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from trusthub_tui.profile import normalize
from trusthub_tui.profile.choices import Option

Finder = Callable[[str], Sequence[Option]]
"""Returns the options that fit some words, the likeliest first; all of them for none."""

_EXACT, _BEGINS, _WORD_BEGINS, _INSIDE, _NO_HIT = range(5)
"""How well an option fits, the best first."""

_SHORTEST_BEGINNING: Final = 3
"""Letters that may be the beginning of another name; fewer fit too many names in too many languages."""


@dataclass(frozen=True, slots=True)
class _Searched:
    """An option with all it is found by."""

    option: Option
    label: str
    names: frozenset[str]
    """Value, note, label and aliases: whoever types one of them means this option."""
    aliases: tuple[str, ...]
    text: str
    """Label, note and value, in which words may stand anywhere."""

    def closeness(self, words: Sequence[str]) -> int:
        """Return how well it fits."""
        phrase = " ".join(words)
        if phrase in self.names:
            return _EXACT
        if self.label.startswith(phrase) or (
            len(phrase) >= _SHORTEST_BEGINNING and any(alias.startswith(phrase) for alias in self.aliases)
        ):
            return _BEGINS
        if not all(map(self._has, words)):
            return _NO_HIT
        return _WORD_BEGINS if f" {words[0]}" in f" {self.label}" else _INSIDE

    def _has(self, word: str) -> bool:
        return word in self.text or any(f" {word}" in f" {alias}" for alias in self.aliases)


def search(options: Sequence[Option], preferred: Sequence[str] = ()) -> Finder:
    """Return a finder among some options.

    ``preferred`` are values in the order in which they go before others that fit as well, and before all
    others while nothing has been typed.
    """
    places = {value: place for place, value in reversed(list(enumerate(preferred)))}
    ordered = sorted(options, key=lambda option: places.get(option.value, len(places)))
    searched: list[_Searched] = []

    def find(words: str) -> Sequence[Option]:
        wanted = normalize.without_article(words).split()
        if not wanted:
            return ordered
        if not searched:
            searched.extend(map(_searched, ordered))
        fits = [(one.closeness(wanted), one.option) for one in searched]
        hits = sorted((fit for fit in fits if fit[0] < _NO_HIT), key=lambda fit: fit[0])
        return [option for _, option in hits]

    return find


def ranked(options: Sequence[Option], words: str, preferred: Sequence[str] = ()) -> Sequence[Option]:
    """Return the options that fit some words, the likeliest first; see :func:`search`."""
    return search(options, preferred)(words)


def meant(options: Sequence[Option], text: str) -> Option | None:
    """Return the option that a text names: its value, its label or one of its aliases, in any case."""
    phrase = normalize.name(text)
    named = [option for option in options if phrase and phrase in _searched(option).names]
    return named[0] if len(named) == 1 else None


@lru_cache(maxsize=2000, typed=True)
def _searched(option: Option) -> _Searched:
    value, label, note = map(normalize.name, (option.value, option.label, option.note))
    names = frozenset((value, label, note, *option.aliases)) - {""}
    return _Searched(option, label, names, option.aliases, f"{label} {note} {value}")
