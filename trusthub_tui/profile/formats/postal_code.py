"""Postal codes: the shape each country gives them, and the one they are sent in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from trusthub_tui.profile import normalize
from trusthub_tui.profile.formats.address_data import CountryData, country_data

_LONGEST: Final = 24
_BESIDE_DIGITS: Final = re.compile(r"[ .\-]+")
_NOT_DIGITS: Final = re.compile(r"\D*")

_CAR_LETTERS: Final = {
    "AT": "A",
    "BE": "B",
    "CH": "CH",
    "CZ": "CZ",
    "DE": "D",
    "DK": "DK",
    "ES": "E",
    "FI": "FIN",
    "FR": "F",
    "GR": "GR",
    "HU": "H",
    "IT": "I",
    "LU": "L",
    "NL": "NL",
    "NO": "N",
    "PL": "PL",
    "PT": "P",
    "SE": "S",
    "SI": "SLO",
}
"""Letters once written before the codes of a country (D-10115); source: the international car plates."""


@dataclass(frozen=True, slots=True)
class NoPostalCode:
    """The text is no postal code of the country."""

    expected: str
    """What one must do, to follow "must": ``have 5 digits``, ``look like SW1A 1AA``."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a country writes its postal codes."""

    pattern: re.Pattern[str]
    breaks: tuple[tuple[str, int], ...]
    """Separators and how many characters follow each of them, as in the country's examples."""
    start: str
    """What every code starts with, such as ``LV-``, which people leave out."""
    outside: tuple[str, ...]
    """What people put before a code that is no part of it."""
    digits: tuple[int, ...]
    """The lengths of a code that is only digits; empty for others."""
    example: str


@lru_cache(maxsize=2048)
def read(country: str, text: str) -> str | NoPostalCode:
    """Return a postal code the way it is sent: in capitals, with the country's own separator.

    A country without postal codes takes any text. Raises ``UnknownCountryError``.
    """
    shape = _shape(country)
    folded = normalize.code(text).removeprefix("〒").strip()
    if shape is None:
        return folded
    if len(folded) <= _LONGEST:
        for candidate in _candidates(shape, folded):
            if shape.pattern.fullmatch(candidate):
                return candidate
    return NoPostalCode(_expected(shape, folded))


def example(country: str) -> str:
    """Return a postal code of the country; empty where it has none."""
    shape = _shape(country)
    return shape.example if shape else ""


def _candidates(shape: _Shape, folded: str) -> Iterator[str]:
    """Yield the ways a text may be meant, the most proper one first."""
    for base in (folded, *_without_outside(shape, folded)):
        for compact in dict.fromkeys(
            (_BESIDE_DIGITS.sub("", base), shape.start + _BESIDE_DIGITS.sub("", base))
        ):
            for separator, tail in shape.breaks:
                yield f"{compact[:-tail]}{separator}{compact[-tail:]}"
            yield compact
        yield base


def _without_outside(shape: _Shape, folded: str) -> Iterator[str]:
    for prefix in shape.outside:
        if folded.startswith(prefix):
            yield folded[len(prefix) :].lstrip(" -")


def _expected(shape: _Shape, folded: str) -> str:
    lengths = shape.digits
    if not lengths or (folded.isdecimal() and len(folded) in lengths):
        return f"look like {shape.example}"
    if "(\\d{4})" in shape.pattern.pattern and lengths == (5,):
        return "have 5 digits, or 5+4"
    return f"have {' or '.join(map(str, lengths))} digits, like {shape.example}"


@cache
def _shape(country: str) -> _Shape | None:
    data = country_data(country)
    if data.postal_pattern is None:
        return None
    return _Shape(
        pattern=data.postal_pattern,
        breaks=tuple(dict.fromkeys(_breaks(data))),
        start=_start(data),
        outside=_outside(data),
        digits=_digits(data.postal_examples),
        example=data.postal_examples[0],
    )


def _breaks(data: CountryData) -> Iterator[tuple[str, int]]:
    for sample in data.postal_examples:
        found = re.search(r"[ \-]", sample)
        if found:
            yield found.group(), len(sample) - found.end()


def _start(data: CountryData) -> str:
    starts = {_NOT_DIGITS.match(sample) for sample in data.postal_examples}
    texts = {found.group() for found in starts if found}
    only = texts.pop() if len(texts) == 1 else ""
    return only if only and data.postal_source.startswith(only) else ""


def _outside(data: CountryData) -> tuple[str, ...]:
    letters = (data.postal_prefix.strip(" -"), data.code, _CAR_LETTERS.get(data.code, ""))
    return tuple(dict.fromkeys(each for each in letters if each))


def _digits(samples: tuple[str, ...]) -> tuple[int, ...]:
    """Return the lengths of codes made of digits; the +4 of a ZIP code is not counted."""
    heads = [sample.partition("-")[0] if len(sample) == 10 else sample for sample in samples]
    return tuple(sorted({len(head) for head in heads})) if all(map(str.isdecimal, heads)) else ()
