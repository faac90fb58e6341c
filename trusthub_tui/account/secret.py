"""A secret that shows itself nowhere."""

from collections.abc import Mapping
from typing import NoReturn

_NAMES = ("secret", "token", "password")


class Secret:
    """A password or token; whatever prints it, prints ``…``."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return "…"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not written anywhere")

    def reveal(self) -> str:
        """Return the text; only for the header of a request."""
        return self._text


def shrouded(read: Mapping[str, object]) -> dict[str, object]:
    """Return an object of a JSON file with its secrets made such before anybody else sees it."""
    return {
        name: Secret(value.strip())
        if isinstance(value, str) and any(word in name.lower() for word in _NAMES)
        else value
        for name, value in read.items()
    }


def only_object(read: object) -> dict[str, object] | None:
    """Return what was read where it is an object; a bare text may be a secret, and goes no further."""
    return read if isinstance(read, dict) else None
