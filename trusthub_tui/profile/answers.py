"""Answers: what the user typed or chose, exactly as typed, right or wrong.

An answer is text. A question that takes several choices joins their values with commas, a tick is ``yes``
or empty. Only :func:`clean` ever changes an answer, and only by what no terminal may ever be sent.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType

Answers = Mapping[str, str]
"""Question path to text; a path that is not there was never answered."""

NONE: Answers = MappingProxyType({})

TICKED = "yes"

_LONGEST_QUOTED = 40

_BIDI_CONTROLS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SPACES = frozenset("\t\u00a0\u2007\u202f")
_INVISIBLE = frozenset("\u200b\u2060\ufeff")
_UNSAFE_CATEGORIES = frozenset({"Cc", "Cs", "Zl", "Zp"})

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no terminal may be sent within a text of several lines: all of these but tabs and ends of lines."""


def clean(text: str) -> str:
    """Return text without control characters, bidi overrides and invisible marks, spaces made plain.

    Line breaks become spaces, so a pasted block keeps all its words. Idempotent.
    """
    if text.isascii() and text.isprintable():
        return text
    joined = " ".join(text.splitlines()) if not text.isprintable() else text
    return "".join(" " if char in _SPACES else char for char in joined if _safe(char))


def harmless(text: str) -> str:
    """Return a text of several lines without what no terminal may be sent; everything else stays."""
    return UNSAFE.sub("", text)


def _safe(char: str) -> bool:
    if char in _SPACES:
        return True
    if char in _BIDI_CONTROLS or char in _INVISIBLE:
        return False
    return unicodedata.category(char) not in _UNSAFE_CATEGORIES


def answered(answers: Answers, path: str) -> bool:
    """Whether a question has an answer with anything to see in it."""
    return bool(answers.get(path, "").strip())


def several(text: str) -> tuple[str, ...]:
    """Split the answer to a question that takes several choices."""
    return tuple(value for value in text.split(",") if value)


def joined(values: Iterable[str]) -> str:
    """Join choices into one answer; the opposite of :func:`several`."""
    return ",".join(values)


def quoted(text: str) -> str:
    """Return an answer as a sentence quotes it, on one line and cut where it is long."""
    plain = " ".join(clean(text).split())
    return f'"{plain if len(plain) <= _LONGEST_QUOTED else plain[:_LONGEST_QUOTED] + "..."}"'
