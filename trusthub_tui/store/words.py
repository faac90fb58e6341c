"""How find compares: without regard to case, accents and width."""

import unicodedata


def folded(text: str) -> str:
    """Return text as find looks at it; idempotent for practical purposes."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


def wanted(find: str) -> tuple[str, ...]:
    """Split what was typed into words, each of which must occur somewhere."""
    # A terminal can deliver half a character; nothing stored contains one, so it finds nothing.
    return tuple(dict.fromkeys(folded(find.encode("utf-8", "replace").decode()).split()))
