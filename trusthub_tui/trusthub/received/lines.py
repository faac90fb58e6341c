"""Putting lines together again that an e-mail program broke."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

_LABEL: Final = re.compile(
    r"(?:possible |error |rejection )?(?:code|description|cause|solution|reason)s?\W*", re.IGNORECASE
)
WRAPPED: Final = 55
"""Characters from which on a line may be one that was broken."""


def joined(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines with those joined that an e-mail program broke; labels alone say nothing.

    No line may be empty.
    """
    open_line = ""
    for line in lines:
        if len(open_line) >= WRAPPED and line[0].islower():
            open_line = f"{open_line} {line}"
            continue
        if open_line and not _LABEL.fullmatch(open_line):
            yield open_line
        open_line = line
    if open_line and not _LABEL.fullmatch(open_line):
        yield open_line
