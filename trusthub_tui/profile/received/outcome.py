"""What is read from a text that came in, and the sentences for a text that cannot be read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.rejections import NO_CODE, entry
from trusthub_tui.profile.submission import Reason

__all__ = ["NO_CODE", "Fault", "NoDecision", "NotRead", "ReadDecision", "kept_words", "reasons_of"]

LONGEST_WORDS: Final = 600
"""Characters of one sentence that are kept; Twilio's are a third of it."""

_MOST_WORDS: Final = 12


class NotRead(Exception):  # noqa: N818  # what came in is at fault, not the program
    """Something that cannot be read: a sentence, and what to do about it."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class NoDecision(NotRead):
    """A text that holds no decision, or two that contradict each other."""


@dataclass(frozen=True, slots=True)
class ReadDecision:
    """What a text says about one profile."""

    approved: bool
    reasons: tuple[Reason, ...] = ()
    """Why it was rejected, in the order of the text; a rejection may come without any."""
    sid: str = ""
    """The SID of the profile, if the text names it."""


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
        tidy = " ".join(clean(text[:LONGEST_WORDS]).split())
        if any(char.isalpha() for char in tidy) and not any(tidy in longer for longer in kept):
            kept[tidy] = None
    return tuple(_first(kept, _MOST_WORDS))


def _first(words: Iterable[str], count: int) -> Iterator[str]:
    return (word for _, word in zip(range(count), words, strict=False))
