"""How find compares: without regard to case, accents and width."""

import unicodedata


def folded(text: str) -> str:
    """Return text as find looks at it; idempotent for practical purposes."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()
