"""Making two spellings of the same word equal, for comparing only; never for keeping or sending."""

import re
import unicodedata
from typing import Final

LONGEST: Final = 300
"""Characters that are looked at; a longer answer cannot be a name or a number, and is told elsewhere."""

_UNDECOMPOSED: Final = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"}
)
_BETWEEN_WORDS: Final = re.compile(r"[\W_]+")
_DASHES: Final = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc\ufe58\ufe63\uff0d", "-")
)


_LATIN: Final = str.maketrans("АВЕЅІЈКМНОРСТУХЁΑΒΕΖΗΙΚΜΝΟΡΤΥΧΛ", "ABESIJKMHOPCTYXEABEZHIKMNOPTYXL")
"""Cyrillic and Greek capitals that look like Latin ones, and the Λ in the letters of Greek numbers (ΕΛ)."""


def words(text: str) -> str:
    """Return the words of a text in small letters without accents, one space between them.

    Only the first :data:`LONGEST` characters count.
    """
    if text.isascii():
        return _BETWEEN_WORDS.sub(" ", text[:LONGEST].lower()).strip()
    decomposed = unicodedata.normalize("NFKD", text[:LONGEST])[: 4 * LONGEST]  # a sign may become 18
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _BETWEEN_WORDS.sub(" ", bare.casefold().translate(_UNDECOMPOSED)).strip()


def name(text: str) -> str:
    """Return :func:`words` with letters that stand apart, as in U.S. or N.Y., as one word."""
    found = words(text)
    apart = found.split(" ")
    return found if len(apart) == 1 or max(map(len, apart)) > 1 else "".join(apart)


def without_article(text: str) -> str:
    """Return :func:`name` without the English article in front, as in The Netherlands and the U.S."""
    return name(name(text).removeprefix("the "))


def code(text: str) -> str:
    """Return a code in capitals, with plain digits, letters, dashes and single spaces.

    Full-width and other compatibility forms, and digits of other scripts, become plain ones; only
    :data:`LONGEST` characters count.
    """
    plain = unicodedata.normalize("NFKC", text[:LONGEST]).translate(_DASHES)
    return " ".join(digits(plain).upper().split())


def digits(text: str) -> str:
    """Return a text with the digits of other scripts, such as ٣ or ३, as plain ones."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def latin(code_read: str) -> str:
    """Return a code with its Cyrillic and Greek letters as the Latin ones that look like them."""
    return code_read if code_read.isascii() else code_read.translate(_LATIN)
