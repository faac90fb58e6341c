"""Profile IDs: short, easy to read out and to type, like ``7F3K``."""

from collections.abc import Callable
from typing import Final

from trusthub_tui.profile.answers import clean

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: without I, L, O and U, which are taken for others or make words."""

_MISTAKEN: Final = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None})

_LENGTH: Final = 4
_ATTEMPTS: Final = 16
"""IDs of one length to try before taking a longer one: all of them are in use only in a crowded file."""


def as_id(text: str) -> str:
    """Return an ID as it is stored, from what a person typed: any case, O for 0, I or L for 1."""
    return clean(text).upper().translate(_MISTAKEN)


def unused(is_used: Callable[[str], bool], entropy: Callable[[int], bytes]) -> str:
    """Return an ID that is not in use, made from random bytes."""
    length = _LENGTH
    while True:
        for _ in range(_ATTEMPTS):
            made = "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in entropy(length))
            if not is_used(made):
                return made
        length += 1
