"""The words of a rejection that gives no code: all that is said after the verdict, up to the signature.

Nobody can tell which of the sentences is the reason, so they are kept as they came for the user to read. What
is a greeting, a signature or the small print of an e-mail is our own judgement; in doubt a line is kept.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from trusthub_tui.trusthub.received.outcome import LONGEST, MOST
from trusthub_tui.trusthub.received.patterns import Pattern
from trusthub_tui.trusthub.received.sentences import sentence_at

_LABEL: Final = Pattern(
    r"(?:possible |error |rejection )?(?:code|description|cause|solution|reason)s?\W*", re.IGNORECASE
)
_IN_FRONT: Final = Pattern(
    r"^(?:error |failure |rejection )?(?:description|message|reason)s? ?: (?=\S)", re.IGNORECASE
)
"""What a mail puts in front of a sentence to say that it is the reason."""

WRAPPED: Final = 55
"""Characters from which on a line may be one that was broken."""


_SIGNATURE: Final = Pattern(
    r"-- ?$|_{3,} ?$"
    r"|(?:(?:many |best |kind |warm ){0,2}(?:thanks|thank you|regards|wishes|best|sincerely|cheers|yours)"
    r"(?: (?:and|again|very much|so much|in advance|you|best|kind|regards|truly|sincerely|faithfully)){0,4}"
    r"(?:[,!. –—-]{1,4}(?:the )?(?:twilio\b.{0,40})?)?$)"
    r"|(?:the )?twilio team,?$|(?-i:(?:[–—-] ?)?(?:The )?(?:[A-Z]\w* ){1,4}Team,?$)"
    r"|(?-i:(?:[–—-] ?)?Twilio(?: [A-Z&]\w*){0,3},?$)"
    r"|-{2,} ?(?:original|forwarded) message|begin forwarded message|from: |on .{0,80} wrote:$"
    r"|(?:©|\(c\) ?(?:19|20)[0-9]{2}|copyright\b|unsubscribe\b|sent from my\b|twilio,? inc\b.{0,80}$)"
    r"|you(?: are|.re)? receiv(?:ing|ed) this\b|view (?:this|in) (?:e-?mail|message|browser|your browser)\b",
    re.IGNORECASE,
)
"""What a line begins with after which nothing more is said about the profile."""

_SMALL_PRINT: Final = Pattern(
    r"(?:hello|hi|hey|dear)(?:(?-i: [A-Z][\w.'’-]*){1,4}| there| all| customer)?[,.!:]?$"
    r"|thank(?:s| you) for\b"
    r"|(?:if you have (?:any )?(?:further |other |more )?questions|(?:have |any )?questions\?|need help\?)"
    r"|(?:please )?do not reply\b"
    r"|this (?:is an automat|(?:e-?mail|message) (?:was|is) (?:sent|automat|intended))",
    re.IGNORECASE,
)
"""What a line begins with that says nothing about the profile, though others may follow."""

_ANOTHER_SENTENCE: Final = Pattern(r"[.!] [A-Z]")

_HEADER: Final = Pattern(
    r"(?:from|to|cc|bcc|date|sent|subject|reply-to|message-id|mime-version|content-[a-z-]+|x-[a-z-]+): ?",
    re.IGNORECASE,
)

_LONGEST: Final = 1500
"""Characters that are kept in all."""

_LONG_LINE: Final = 240
"""Characters before the verdict, in its line, from which on its sentence alone is kept."""


def explanation(shown: str, low: str, verdict: int) -> tuple[str, ...]:
    """Return the words of a plain text from the line of its verdict on, in pieces that can be kept.

    ``low`` is the same text in small letters; ``verdict`` is where the word of the verdict begins.
    """
    first = shown.rfind("\n", 0, verdict) + 1
    if verdict - first > _LONG_LINE:
        first = verdict - len(sentence_at(low, verdict).before)
    told = _told(shown[first : verdict + 4 * _LONGEST])
    lines = tuple(_bounded(line for line in told if not _is_small_print(line)))
    pieces = [piece for line in lines for piece in _pieces(line)]
    return tuple(pieces if len(pieces) <= MOST else _pieces(" ".join(lines)))


def _told(text: str) -> Iterator[str]:
    """Yield the line of the verdict, and the lines of each paragraph up to the signature."""
    head, *rest = text.strip().split("\n")
    while _HEADER.match(head) and rest and _HEADER.match(rest[0]):
        del rest[0]
    paragraph = [head]
    for line in rest:
        if _SIGNATURE.match(line):
            break
        if line:
            paragraph.append(line)
            continue
        yield from joined(paragraph)
        paragraph = []
    yield from joined(paragraph)


def _is_small_print(line: str) -> bool:
    return bool(_SMALL_PRINT.match(line)) and not _ANOTHER_SENTENCE.search(line)


def _bounded(lines: Iterator[str]) -> Iterator[str]:
    """Yield lines up to the most that is kept in all; the last one ends with a whole word."""
    left = _LONGEST
    for line in lines:
        if len(line) > left:
            yield line[: left + 1].rpartition(" ")[0] or line[:left]
            return
        yield line
        left -= len(line)


def _pieces(line: str) -> list[str]:
    """Return a line as it is, or in several where it is longer than one sentence that is kept."""
    if len(line) <= LONGEST:
        return [line.strip()] if line.strip() else []
    from textwrap import wrap  # hardly anybody writes so much

    return wrap(line, LONGEST, break_on_hyphens=False)


def joined(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines with those joined that an e-mail program broke, without labels.

    No line may be empty.
    """
    open_line = ""
    for line in lines:
        if len(open_line) >= WRAPPED and line[0].islower():
            open_line = f"{open_line} {line}"
            continue
        yield from _said(open_line)
        open_line = line
    yield from _said(open_line)


def _said(line: str) -> Iterator[str]:
    """Yield what a line says, without the label in front; a label alone says nothing."""
    if line and not _LABEL.fullmatch(line):
        yield _IN_FRONT.sub("", line)


_BARE: Final = Pattern(
    r"(?:[0-9]{5}|\b(?:error|reason|rejection|twilio|codes?|errors?|reasons?|and)\b|[\W_])*"
)
_END: Final = Pattern(
    r"-- ?$|(?:thanks|thank you|regards|best|kind|sincerely|cheers|the twilio|twilio team|copyright)\b"
    r"|(?:©|unsubscribe|you (?:are )?receiv|view in|view this|sent from|on .{0,80} wrote:|log ?in to)",
    re.IGNORECASE,
)
_MOST_LINES: Final = 8
_FAR: Final = 4000


def words_about(shown: str, start: int, end: int, following: int) -> Iterator[str]:
    """Return what is said about a code: its line, and those below up to an empty one or the next code."""
    first = shown.rfind("\n", 0, start) + 1
    last = shown.find("\n", end)
    until = min(last if last >= 0 else len(shown), first + LONGEST)
    head = " ".join(shown[first:until].split("\n"))
    bare = _BARE.fullmatch(head.lower()) is not None
    lines = [] if bare else [head]
    if last >= 0 and following > last:
        until = shown.rfind("\n", 0, following) if following < len(shown) else following
        lines += _below(shown[last + 1 : min(until, last + _FAR)], skip_gap=bare)
    return joined(lines)


def _below(text: str, *, skip_gap: bool) -> Iterator[str]:
    lines = text.split("\n", _MOST_LINES + 1)[: _MOST_LINES + 1]
    if skip_gap and lines and not lines[0]:
        lines = lines[1:]
    for line in lines:
        if not line or _END.match(line):
            return
        yield line
