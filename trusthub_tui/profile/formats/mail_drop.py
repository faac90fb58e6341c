"""Finding post office boxes and mail drops in an address, in the languages they are written in.

No library does this. An abbreviation that also means something else counts only with a number after it, or
only in the countries that use it.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import dropwhile, product
from typing import Final

from trusthub_tui.profile import normalize
from trusthub_tui.profile.formats.mail_drop_words import (
    ALWAYS,
    AT_THE_START_IN,
    BEFORE_NAMES,
    STREET_SIGNS,
    STREET_WORDS,
    WITH_NUMBER,
    WITH_NUMBER_IN,
    WITHOUT_SPACES,
    MailDrop,
)

Phrase = tuple[str, ...]


@lru_cache(maxsize=1024)
def find(text: str, country: str) -> MailDrop | None:
    """Return what kind of mail drop a line of an address names; ``None`` for a building.

    ``country`` is a two-letter code or empty. Only the first characters of a very long text are looked at.
    """
    folded = normalize.words(text)
    if not folded:
        return None
    return (
        behind_a_suite(text, country)
        or next((kind for kind, shape in _shapes(country) if shape.search(folded)), None)
        or _named(_tokens(folded), country)
        or _at_a_start(text, country)
    )


def behind_a_suite(text: str, country: str) -> MailDrop | None:
    """Return a private mailbox that hides behind a suite or a ``#``: ``Ste 400 #52817``, ``#52817``.

    A suite has one number. A second one is the box that a shop keeps there, and so is one of five digits.
    """
    if country not in _SUITES:
        return None
    return MailDrop.PRIVATE_BOX if _BEHIND_A_SUITE.search(text[: normalize.LONGEST]) else None


_SUITES: Final = frozenset({"US", "CA", "PR", "VI", "GU"})
_BEHIND_A_SUITE: Final = re.compile(
    r"\b(?:ste|suite|unit|apt)\b\.?\s*#?\s*(?:[a-z]?-?\d+[a-z]?|[a-z])[\s,;/-]*#\s*[a-z]?-?\d+"
    r"|\b(?:ste|suite|unit)\b\.?\s*#?\s*[a-z]?\d+[a-z]?\s*[/-]\s*\d{5,}"
    r"|#\s*\d{5,}",
    re.IGNORECASE,
)
_PARTS: Final = re.compile(r"[,;\n()]| [-–] ")

_BEFORE_NUMBERS: Final = frozenset("n no o nr num numero number x br bus".split())
_MOST_WORDS: Final = 4
"""Words of the longest phrase in the tables."""

_SHAPES: Final = (
    (MailDrop.RURAL_BOX, r"\b(?:rr|r r|rfd|r f d|hc|h c|hcr|rural (?:route|rte|rt)|star (?:route|rte|rt))"),
    (MailDrop.RURAL_BOX, r"\bhighway contract(?: (?:route|rte|rt))?"),
)
_BOX_BEHIND: Final = r" ?(?:no )?\w{0,4} (?:box|bx) ?(?:no )?[a-z]? ?\d"
_SHAPES_EVERYWHERE: Final = (
    *((kind, shape + _BOX_BEHIND) for kind, shape in _SHAPES),
    (MailDrop.MILITARY, r"\b(?:psc|cmr|omr|umr) ?\d+ (?:box|bx)\b"),
    (MailDrop.MILITARY, r"\b(?:apo|fpo|dpo) (?:ae|ap|aa)\b"),
    (MailDrop.PO_BOX, r"\bp ?[o0] ?b[o0]?x ?(?:n|no|nr|number)? ?[0o\d]"),
    (MailDrop.PO_BOX, r"\bbox ?\d+ p ?o\b"),
    (MailDrop.PO_BOX, r"\b(?:(?:private|priv|p) bag ?(?:[a-z]{1,3} )?|(?:bp|b p) [a-z] ?)\d"),
)
_SHAPES_IN: Final = {
    "US PR VI GU": (
        (MailDrop.RURAL_BOX, r"\b(?:route|rte|rt|rd|sr|scr) ?\d+ ?[a-z]? (?:box|bx) ?(?:no )?[a-z]? ?\d"),
        (MailDrop.MILITARY, r"\b(?:psc|cmr|omr|umr) ?\d|\bunit \d{4,} (?:box|bx) \d"),
        (MailDrop.PRIVATE_BOX, r"^\d.* (?:box|bx) (?:no |number )?\d+[a-z]?$"),
        (MailDrop.PO_BOX, r"^(?:(?:po|p o) )?drawer (?:no )?[a-z]{1,2}$|^lock ?box$"),
    ),
    "CA": (
        (MailDrop.RURAL_BOX, r"\bsite \w{0,3}\d (?:comp|compartment|box) \w{0,3}\d"),
        (
            MailDrop.RURAL_BOX,
            r"\brr ?\d+ .*\b(?:site|comp|box) ?[a-z]? ?\d|\b(?:site|comp|box) ?[a-z]? ?\d\w* .*\brr ?\d",
        ),
        (MailDrop.PRIVATE_BOX, r"^\d.* box (?:no |number )?\d+[a-z]?$"),
    ),
    "AU NZ": ((MailDrop.HELD, r"^c post office$"),),
    "AU": ((MailDrop.RURAL_BOX, r"\b(?:rmb|r m b|cma|cmb|rsd|rms) ?\d"),),
    "FR MC": ((MailDrop.PO_BOX, r"\bcs ?\d{5}\b"),),
    "GB": ((MailDrop.MILITARY, r"\bb ?f ?p ?o\b"),),
}


def _tokens(folded: str) -> Phrase:
    """Return the words and the numbers of a text apart, also where they are written together."""
    return tuple(re.findall(r"\d+|[^\W\d]+", folded))


def _named(tokens: Phrase, country: str) -> MailDrop | None:
    """Return the mail drop that some words call by its name."""
    always, numbered, local = _always(), _numbered(), _numbered_in(country)
    for start, size in product(range(len(tokens)), range(_MOST_WORDS, 0, -1)):
        phrase, rest = tokens[start : start + size], tokens[start + size :]
        if len(phrase) < size:
            continue
        if phrase in always and not (rest and rest[0] in _street_words()):
            return always[phrase]
        kind = numbered.get(phrase) or local.get(phrase)
        if kind and _is_number(rest) and tokens[start - 1 : start] not in _before_names():
            return kind
    return None


def _is_number(rest: Phrase) -> bool:
    words = dropwhile(_BEFORE_NUMBERS.__contains__, rest[:3])
    return next(words, "")[:1].isdigit()


def _at_a_start(text: str, country: str) -> MailDrop | None:
    """Return a box where its word stands first in the line, or first behind a comma."""
    words = _numbered_at_start(country)
    if not words:
        return None
    for part in _PARTS.split(text[: normalize.LONGEST]):
        tokens = _tokens(normalize.words(part))
        if any(tokens[:size] in words and _is_number(tokens[size:]) for size in (1, 2)):
            return MailDrop.PO_BOX
    return None


@cache
def _shapes(country: str) -> tuple[tuple[MailDrop, re.Pattern[str]], ...]:
    local = (shape for countries, of in _SHAPES_IN.items() if _is_in(country, countries) for shape in of)
    together = "|".join(re.escape(normalize.words(word)) for word in WITHOUT_SPACES)
    every = (*_SHAPES_EVERYWHERE, *local, (MailDrop.PO_BOX, rf"(?:{together})(?![{STREET_SIGNS}])"))
    return tuple((kind, re.compile(pattern)) for kind, pattern in every)


@cache
def _always() -> dict[Phrase, MailDrop]:
    return {phrase: kind for kind, text in ALWAYS.items() for phrase in _phrases(text)}


@cache
def _numbered() -> dict[Phrase, MailDrop]:
    return {phrase: kind for kind, text in WITH_NUMBER.items() for phrase in _phrases(text)}


@cache
def _numbered_in(country: str) -> dict[Phrase, MailDrop]:
    return dict.fromkeys(_of_country(WITH_NUMBER_IN, country), MailDrop.PO_BOX)


@cache
def _numbered_at_start(country: str) -> frozenset[Phrase]:
    return frozenset(_of_country(AT_THE_START_IN, country))


@cache
def _street_words() -> frozenset[str]:
    return frozenset(word for phrase in _phrases(STREET_WORDS) for word in phrase)


@cache
def _before_names() -> frozenset[Phrase]:
    return frozenset(_phrases(" | ".join(BEFORE_NAMES.split())))


def _of_country(table: dict[str, str], country: str) -> Iterator[Phrase]:
    for countries, text in table.items():
        yield from _phrases(text) if _is_in(country, countries) else ()


def _is_in(country: str, countries: str) -> bool:
    return bool(country) and country in countries.split()


def _phrases(text: str) -> Iterator[Phrase]:
    phrases = (normalize.words(phrase) for line in text.splitlines() for phrase in line.split("|"))
    return (_tokens(phrase) for phrase in phrases if phrase)
