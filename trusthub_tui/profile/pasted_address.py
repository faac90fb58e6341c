"""Reads an address of several lines, as it stands in an e-mail or on a letterhead, into its parts."""

import re
from collections.abc import Iterator
from typing import Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.countries import FREQUENT, named
from trusthub_tui.profile.formats import address, postal_code, regions

_MOST_WORDS: Final = 4
"""Words that the name of a region, or a postal code, has at most."""

_SUITE: Final = re.compile(
    r"""(suite|ste|apt|apartment|unit|floor|fl|level|room|rm|building|bldg|block|tower|stock|etage|étage|piso)\b
    |\#
    |\d+(st|nd|rd|th|\.)?\s+(floor|fl|og|stock|etage|étage|piso)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_LETTERS_IN_CODES: Final = frozenset({"CA", "GB", "IE", "NL"})
"""Countries whose postal codes cannot be taken for those of another country."""


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that say anything, without commas at their ends."""
    cleaned = (clean(line).strip(" ,;\t") for line in text.splitlines())
    return [line for line in cleaned if line]


def read_address(text: str, country: str = "") -> dict[str, str]:
    """Return the parts of an address, by the path of their question; nothing where a text is none.

    ``country`` is the one it is in unless the text names another.
    """
    lines = lines_of(text)
    stated = named(lines[-1]) if lines else ""
    if stated:
        lines, country = lines[:-1], stated
    country = country if stated else _told_by(lines) or country
    if len(lines) < 2 or not country:
        return {}
    code, lines = _without_code(country, lines)
    region, lines = _without_region(country, lines)
    if len(lines) < 2:
        return {}
    street, further = _street(lines[:-1])
    found = {
        paths.COUNTRY: country,
        paths.STREET: street,
        paths.STREET_SECONDARY: further,
        paths.CITY: lines[-1],
        paths.REGION: region,
        paths.POSTAL_CODE: code,
    }
    return found if code or region else {}


def _told_by(lines: list[str]) -> str:
    """Return the country that a region or a postal code gives away; empty for none."""
    for country in FREQUENT:
        code, rest = _without_code(country, lines)
        if not code:
            continue
        region, _ = _without_region(country, rest)
        if country in _LETTERS_IN_CODES or (region and address.form(country).region.needed):
            return country
    return ""


def _without_code(country: str, lines: list[str]) -> tuple[str, list[str]]:
    """Take the postal code out of the last lines."""
    for at in range(len(lines) - 1, max(0, len(lines) - 3), -1):
        for start, end, words in _pieces(lines[at]):
            code = postal_code.read(country, " ".join(words[start:end]))
            if not isinstance(code, str) or not any(char.isdigit() for char in code):
                continue
            rest = " ".join(words[:start] + words[end:]).strip(" ,-")
            return code, [*lines[:at], *([rest] if rest else []), *lines[at + 1 :]]
    return "", lines


def _without_region(country: str, lines: list[str]) -> tuple[str, list[str]]:
    """Take the region out of the last line, where the country has a list of them."""
    if len(lines) < 2:
        return "", lines
    *before, last = lines
    head, comma, tail = last.rpartition(",")
    if comma and (region := regions.find_region(country, tail)):
        return region.value, [*before, head.strip()]
    words = last.split()
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        region = regions.find_region(country, " ".join(words[-count:]).strip(" ,"))
        if region is not None and address.form(country).region.needed:
            return region.value, [*before, " ".join(words[:-count]).strip(" ,")]
    whole = regions.find_region(country, last)
    if whole is not None and len(before) > 1:
        return whole.value, before
    return "", lines


def _pieces(line: str) -> Iterator[tuple[int, int, list[str]]]:
    """Yield the pieces of a line that may be a postal code: at its end first, longer ones first."""
    words = line.replace(",", " , ").split()
    count = len(words)
    for size in range(min(_MOST_WORDS, count), 0, -1):
        yield count - size, count, words
    for size in range(min(_MOST_WORDS, count), 0, -1):
        yield 0, size, words


def _street(lines: list[str]) -> tuple[str, str]:
    """Return the street and what stands beside it; a name above them is left out."""
    numbered = [line for line in lines if any(char.isdigit() for char in line)]
    streets = [line for line in numbered if not _SUITE.match(line)]
    street = (streets or numbered or lines[-1:])[0]
    further = [line for line in lines if line != street and (_SUITE.match(line) or line in streets[1:])]
    head, comma, tail = street.partition(",")
    if comma and _SUITE.match(tail.strip()):
        street, further = head.strip(), [tail.strip(), *further]
    return street, ", ".join(further)
