"""What is written in the place of a sign beyond ASCII, where nothing else can or may be shown."""

import unicodedata
from typing import Final

_ALIKE: Final = dict(zip("–—−‘’‚‹›“”„«»…·•×ßæÆœŒøØđĐðłŁı", '---\'\'\'<>""""".**xsaAoOoOdDdlLi', strict=True))
"""Signs in the place of those that no accent can be taken from."""


def letters_for(sign: str) -> str:
    """Return the letters of a sign without their accents; empty for one without a likeness."""
    letters = unicodedata.normalize("NFKD", _ALIKE.get(sign, sign)).encode("ascii", "ignore").decode()
    return letters if letters.isprintable() else ""


def in_ascii(text: str) -> str:
    """Return text in ASCII: letters without accents, a question mark for what has no likeness."""
    if text.isascii():
        return text
    return "".join(
        sign if sign.isascii() else letters_for(sign) or ("" if unicodedata.combining(sign) else "?")
        for sign in text
    )
