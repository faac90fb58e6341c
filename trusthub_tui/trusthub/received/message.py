"""Reading an e-mail, or codes typed by hand: anything that is plain text."""

import re
from collections.abc import Iterator
from typing import Final

from trusthub_tui.profile.rejections import NO_CODE
from trusthub_tui.trusthub.received.codes import Code, codes_in
from trusthub_tui.trusthub.received.explanation import explanation
from trusthub_tui.trusthub.received.faults import LONGEST, Fault, reasons_of
from trusthub_tui.trusthub.received.lines import joined
from trusthub_tui.trusthub.received.outcome import NoDecision, ReadDecision
from trusthub_tui.trusthub.received.plain import plain, small
from trusthub_tui.trusthub.received.sentences import Known, sentences_in
from trusthub_tui.trusthub.received.sids import sid_in
from trusthub_tui.trusthub.received.telling import PASTE, contradiction, in_review, too_long
from trusthub_tui.trusthub.received.verdicts import Verdict, verdict_of

_BARE: Final = re.compile(
    r"(?:[0-9]{5}|\b(?:error|reason|rejection|twilio|codes?|errors?|reasons?|and)\b|[\W_])*"
)
_END: Final = re.compile(
    r"-- ?$|(?:thanks|thank you|regards|best|kind|sincerely|cheers|the twilio|twilio team|copyright)\b"
    r"|(?:©|unsubscribe|you (?:are )?receiv|view in|view this|sent from|on .{0,80} wrote:|log ?in to)",
    re.IGNORECASE,
)
_LONGEST: Final = 40_000
"""Characters without the markup; a long exchange of e-mails has half of them."""

_MOST_LINES: Final = 8
_FEW: Final = 2
"""Words that say no more than that it was rejected."""

_FAR: Final = 4000


def read_message(text: str) -> ReadDecision:
    """Return the decision an e-mail or a list of codes tells of; raises :class:`NoDecision`."""
    shown = plain(text)
    if len(shown) > _LONGEST:
        raise too_long(len(shown))
    low = small(shown)
    codes, sentences, verdict = codes_in(shown), sentences_in(low), verdict_of(low)
    sid = sid_in(shown)
    if verdict.approved is not None:
        if verdict.rejected is not None or codes or sentences:
            raise contradiction()
        return ReadDecision(approved=True, sid=sid)
    faults = tuple(_faults(shown, codes, sentences))
    if not faults:
        if verdict.rejected is None:
            raise _nothing(text, verdict)
        faults = tuple(_unexplained(shown, low, verdict.rejected))
    return ReadDecision(approved=False, reasons=reasons_of(faults), sid=sid)


def _nothing(text: str, verdict: Verdict) -> NoDecision:
    if verdict.in_review is not None:
        return in_review()
    if "content-transfer-encoding: base64" in text.lower():
        return NoDecision(
            "This e-mail is packed and cannot be read as it is",
            "Open it in your mail program and copy what you see",
        )
    return NoDecision(
        "This holds no decision: neither an approval nor a code or known sentence of a rejection", PASTE
    )


def _faults(shown: str, codes: tuple[Code, ...], sentences: tuple[Known, ...]) -> Iterator[Fault]:
    starts = sorted({code.start for code in codes} | {known.start for known in sentences})
    places = [(code.start, code.number, code.end) for code in codes]
    places += [(known.start, known.code, known.end) for known in sentences]
    for start, number, end in sorted(places):
        following = next((place for place in starts if place > end), len(shown))
        yield Fault(number, tuple(_words(shown, start, end, following)))


def _unexplained(shown: str, low: str, rejected: int) -> Iterator[Fault]:
    """Yield the words of a rejection that gives no code, if it says more than that it is one."""
    words = explanation(shown, low, rejected)
    if sum(len(line.split()) for line in words) > _FEW:
        yield Fault(NO_CODE, words, ())


def _words(shown: str, start: int, end: int, following: int) -> Iterator[str]:
    """Yield what is said about a code: its line, and those below up to an empty one or the next code."""
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
