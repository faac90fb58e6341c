"""Legal forms as they stand in the names of businesses, and the business types that go with them.

Twilio offers six business types to the whole world. A limited company (Ltd, GmbH, S.r.l.) may call itself a
corporation or a limited liability corporation: both are right. An LLC of the United States is no corporation,
and a corporation there is no LLC. The forms themselves are in :mod:`legal_form_lists`.
"""

import unicodedata
from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from trusthub_tui.profile import normalize
from trusthub_tui.profile.choices import BusinessType
from trusthub_tui.profile.legal_form_lists import (
    BEGINNINGS,
    ENDINGS,
    EXAMPLES,
    IN_COUNTRIES,
    OTHER_SCRIPTS,
    TELLING,
    Fit,
)

_LONGEST: Final = 300
_MOST_WORDS: Final = 7
_AROUND: Final = " ,;«»\"'„“”‚‘’"


@dataclass(frozen=True, slots=True)
class LegalForm:
    """A legal form that was found in a name."""

    text: str
    """As it stands in the name."""
    fit: Fit
    """The business types that go with it."""


def _apart(form: str) -> str:
    """Return a folded form with the letters of its words apart, as L.L.C. folds; long ones as they are."""
    words = form.split()
    if any(len(word) > 5 for word in words):
        return form
    return " ".join(word if word == "de" else " ".join(word) for word in words)


def _table(forms: tuple[tuple[Fit, str], ...]) -> dict[str, Fit]:
    """Return the types by form; a form that is listed with its letters apart means just that."""
    listed: dict[str, Fit] = {}
    apart: dict[str, Fit] = {}
    for fit, several in forms:
        for form in map(normalize.words, several.split("|")):
            for table, spelling in ((listed, form), (apart, _apart(form))):
                table[spelling] = table[spelling] | fit if spelling in table else fit
    return {**apart, **listed}


@cache
def _by_ending() -> dict[str, Fit]:
    return _table(ENDINGS)


@cache
def _by_beginning() -> dict[str, Fit]:
    return _table(BEGINNINGS)


@cache
def _by_telling() -> dict[str, Fit]:
    return {form: _by_ending()[form] for telling in TELLING for form in (telling, _apart(telling))}


@cache
def _by_country(country: str) -> dict[str, Fit]:
    return _table(tuple((fit, forms) for code, fit, forms in IN_COUNTRIES if code == country))


_BY_SIGN: Final = {sign: fit for fit, signs in OTHER_SCRIPTS for sign in signs.split("|")}


def types_of(name: str, country: str = "") -> frozenset[BusinessType]:
    """Return the business types that go with the legal form in a name; none when no form is found in it."""
    found = find(name, country)
    return found.fit.types if found else frozenset()


@lru_cache(maxsize=256)
def find(name: str, country: str = "") -> LegalForm | None:
    """Return the legal form in a name, as the law of the country of the address understands it."""
    typed = name[:_LONGEST]
    words = normalize.words(typed).split()
    own = _by_country(country)
    endings, beginnings = ChainMap(own, _by_ending()), ChainMap(own, _by_beginning())
    ending = _ending(words, endings)
    if ending:
        return LegalForm(_typed(typed.split()[::-1], ending, -1), endings[" ".join(words[-ending:])])
    beginning = _beginning(words, beginnings)
    if beginning:
        return LegalForm(_typed(typed.split(), beginning, 1), beginnings[" ".join(words[:beginning])])
    composed = unicodedata.normalize("NFKC", typed)
    sign = next((sign for sign in _BY_SIGN if sign in composed), "")
    return LegalForm(sign, _BY_SIGN[sign]) if sign else _within(words)


def _typed(tokens: list[str], count: int, step: int) -> str:
    """Return as many words, from the first token on, as make up ``count`` folded ones, in their order."""
    taken: list[str] = []
    while tokens and len(normalize.words(" ".join(taken)).split()) < count:
        taken.append(tokens.pop(0))
    text = " ".join(taken[::step]).strip(_AROUND)
    return text if text.count("(") == text.count(")") else text.strip("()")


def _within(words: list[str]) -> LegalForm | None:
    """Return a telling form in the middle of a name, after the first word of it."""
    joined = f" {' '.join(words[1:])} "
    form = next((form for form in _by_telling() if f" {form} " in joined), "")
    return LegalForm(form.upper(), _by_telling()[form]) if form else None


def examples(country: str) -> str:
    """Return what the legal forms of a country look like, to follow "such as"."""
    return EXAMPLES.get(country, "Inc., LLC or Ltd." if country else "Inc., LLC or GmbH")


@lru_cache(maxsize=256)
def core_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in small letters, without its legal forms."""
    words = normalize.words(name[:_LONGEST]).split()
    while ending := _ending(words, _by_ending()):
        del words[-ending:]
    return tuple(words[_beginning(words, _by_beginning()) :])


def _ending(words: list[str], forms: Mapping[str, Fit]) -> int:
    """Return how many words at the end are a legal form; a name is never a form alone."""
    longest = min(_MOST_WORDS, len(words) - 1)
    return next((count for count in range(longest, 0, -1) if " ".join(words[-count:]) in forms), 0)


def _beginning(words: list[str], forms: Mapping[str, Fit]) -> int:
    """Return how many words at the beginning are a legal form."""
    longest = min(_MOST_WORDS, len(words) - 1)
    return next((count for count in range(longest, 0, -1) if " ".join(words[:count]) in forms), 0)
