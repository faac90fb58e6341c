"""Regular expressions that are compiled when they are first looked for.

There are more than a hundred, to compile them takes longer than to read an e-mail, and a lone code meets only
a few.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from sys import maxsize


class Pattern:
    """A regular expression with the methods of a compiled one."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the first place where it fits."""
        return self._compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return how it fits at the start, if it does."""
        return self._compiled.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return how it fits the whole text, if it does."""
        return self._compiled.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Yield every place where it fits, in order."""
        return self._compiled.finditer(text, start, end)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Return the text with something else in every such place."""
        return self._compiled.sub(by, text)

    def count(self, text: str) -> int:
        """Return in how many places it fits."""
        return sum(1 for _ in self._compiled.finditer(text))
