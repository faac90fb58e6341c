"""Putting together what a text says is wrong: one reason for each code, with all the words about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.submission import Reason

LONGEST: Final = 600
"""Characters of one sentence that are kept; Twilio's are a third of it."""

MOST: Final = 12
"""Sentences that are kept about one code."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing a text says is wrong, before all that is said of the same code is put together."""

    code: int
    words: tuple[str, ...] = ()
    paths: tuple[str, ...] | None = None
    """The questions the text names; ``None`` where it names none and the catalogue has to."""


def reasons_of(faults: Iterable[Fault]) -> tuple[Reason, ...]:
    """Return one reason for each code and set of questions, with all the words about it."""
    gathered: dict[tuple[int, tuple[str, ...]], list[str]] = {}
    for fault in faults:
        paths = entry(fault.code).paths if fault.paths is None else fault.paths
        gathered.setdefault((fault.code, paths), []).extend(fault.words)
    return tuple(Reason(code, paths, kept_words(words)) for (code, paths), words in gathered.items())


def kept_words(words: Iterable[str]) -> tuple[str, ...]:
    """Return words as received, without control characters; what repeats or says nothing is left out."""
    kept: dict[str, None] = {}
    for text in words:
        tidy = " ".join(clean(text[:LONGEST]).split())
        if any(char.isalpha() for char in tidy) and not any(tidy in longer for longer in kept):
            kept[tidy] = None
        if len(kept) == MOST:
            break
    return tuple(kept)
