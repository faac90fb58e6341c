"""Finding Twilio's codes in plain text: five digits, but only where they stand as a code.

An e-mail is full of numbers, and 18602 is a postal code of Pennsylvania, 22215 one of Virginia; either may be
part of a phone number or number a house. What counts as standing as a code is our own judgement.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from trusthub_tui.profile.rejections import entries
from trusthub_tui.trusthub.received.called import MOST, called_codes
from trusthub_tui.trusthub.received.outcome import NoDecision
from trusthub_tui.trusthub.received.plain import small


class Code(NamedTuple):
    """A code and where it stands in the text."""

    number: int
    start: int
    end: int


_FAMILY: Final = re.compile(r"(?<!\w)(?:186|222)[0-9]{2}(?!\w)")
_ONLY_CODES: Final = re.compile(
    r"(?:[0-9]{5}(?![0-9])|\b(?:codes?|errors?|reasons?|rejected|twilio|with|and)\b|[-\s,;:.&+|/()\[\]{}<>'\"*#•·–—])+"
)
_BETWEEN: Final = re.compile(r"[\s,;/&+|()]{0,4}(?:(?:and|or)\b)?[\s,;/&+|()]{0,4}")
_LINE_START: Final = re.compile(r"[-\s>*•·#(\['\"]*(?:[0-9]{1,2}[.)]\s)?[-\s*#(\['\"]*")
_GOES_ON: Final = re.compile(r"\s?(?:$|[\n:,;.)\]|–—-])|\s[A-Z(\"“'‘][^\s]*(?: [^\s]+){2}")
"""What may follow a code at the start of a line: "18602 The number could ...", but not "18609 Binz"."""

_CALLED: Final = re.compile(
    r"""(?:\b(?:codes?|errors?|reasons?|rejections?|rejected|failures?)\b[^\w\n]{0,4}
        (?:(?:is|are|was|were|with|for|number|code|codes)\b[^\w\n]{0,4})?
    |[(\[]\s?|[:|–—]\s|\s-\s)$""",
    re.VERBOSE,
)
_SAID: Final = re.compile(
    r"\b(?:with|for|of|to|got|get|says|said|is|are|was|and|or|see|returned|received|gave|by)\W{1,3}$"
)
_COUNTS: Final = re.compile(
    r"\s(?!(?:and|or|because|from|by|on|in|which|that|so|but|is|means|was|for|back|again|as|at|to|with)\b)[a-z]"
)
_ELSE_BEFORE: Final = re.compile(
    r"""(?:[0-9][-./\s)]{1,2}|[0-9][,:]|[$€£+@]\s?|(?<!\berror\s)(?<!\bcode\s)\#\s?
    |\w(?<!code)=|\w(?<!error)(?<!errors)[-/]
    |\b(?:zip|postcode|suite|ste|unit|apt|room|box|floor|ticket|case|request|invoice|order|account|phone|tel|ext
        |extension|fax|mobile|cell|call|ein|duns)\b\W{0,3}(?:(?:number|no|id|is)\b)?\W{0,4})$""",
    re.VERBOSE,
)
"""What tells before a number, in its line, that it is something else."""

_ANOTHER_CODE_BEFORE: Final = re.compile(
    r"""\b(?:(?:zip|postal|post|pin|verification|security|confirmation|access|promo|area|country|dial|login
        |dialing|dialling|calling|city|region|state|industry|sic|naics|nace|tax|sort|bank|branch|product|qr
        |discount|coupon|referral|reference|tracking|authentication|passcode|time|(?:enter|use|type)\s(?:the|this))\b
        (?:[^\w\n]{0,3}|\n)codes?\b|zip\b|postcode\b)
    [^\w\n]{0,4}(?:errors?\b[^\w\n]{0,3})?(?:(?:is|was|of|number|no)\b[^\w\n]{0,3})?$""",
    re.VERBOSE,
)
"""Codes of something else; the line may have been broken before "code"."""

_STATE_BEFORE: Final = re.compile(r"\b(?:pa|va|pennsylvania|virginia)\b\W{1,4}$")
"""The two states whose postal codes look like Twilio's; the state may end the line before."""

_ELSE_AFTER: Final = re.compile(
    r"""[-./][0-9]|[@%]|,[0-9]{3}\b|\s[0-9]{2,4}\b
    |\s(?:[nsew]\.?\s)?[\w'.]+\s(?:[\w'.]+\s)?
        (?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|blvd|boulevard|way|court|ct|highway|hwy|parkway|pkwy)\b""",
    re.VERBOSE,
)

_NEAR: Final = 60


def codes_in(text: str) -> tuple[Code, ...]:
    """Return each code of a plain text in order, the same one as often as it stands there.

    Raises ``NoDecision`` when there are far too many such numbers for an e-mail.
    """
    low = small(text)
    found: list[Code] = []
    for start, end, named in _candidates(text, low):
        if _stands_as_code(text, low, start, end, named=named, last=found[-1].end if found else None):
            found.append(Code(int(low[start:end]), start, end))
    return tuple(found)


def _candidates(text: str, low: str) -> list[tuple[int, int, bool]]:
    """Return the numbers to look at, in order, and whether each is called a code."""
    spans: dict[int, tuple[int, bool]] = {}
    for start, end, named in _numbers(text, low):
        spans.setdefault(start, (end, named))
        if len(spans) > MOST:
            raise NoDecision(
                f"This holds more than {MOST} numbers that look like codes",
                "Paste only the part that Twilio wrote",
            )
    return [(start, *spans[start]) for start in sorted(spans)]


def _numbers(text: str, low: str) -> Iterator[tuple[int, int, bool]]:
    for start, end in called_codes(text, low):
        yield start, end, True
    for number in _FAMILY.finditer(low):
        yield *number.span(), False


def _stands_as_code(text: str, low: str, start: int, end: int, *, named: bool, last: int | None) -> bool:
    near = max(0, start - _NEAR)
    line = max(near, low.rfind("\n", near, start) + 1)
    before, after = low[line:start], low[end : end + _NEAR]
    if _STATE_BEFORE.search(low[near:start]) or _ANOTHER_CODE_BEFORE.search(low[near:start]):
        return False
    if _ONLY_CODES.fullmatch(low, line, _line_end(low, end)):
        return True
    if _ELSE_AFTER.match(after):
        return False
    if last is not None and _BETWEEN.fullmatch(low, last, start):
        return True
    if _LINE_START.fullmatch(before):
        return _GOES_ON.match(text, end) is not None
    called = named or _CALLED.search(before) is not None or _is_said(low, start, before, after)
    return called and not _ELSE_BEFORE.search(before)


def _is_said(low: str, start: int, before: str, after: str) -> bool:
    """Whether a sentence speaks of the number as of a code, and it is one of those a profile can meet."""
    known = int(low[start : start + 5]) in entries()
    return known and _SAID.search(before) is not None and not _COUNTS.match(after)


def _line_end(low: str, end: int) -> int:
    found = low.find("\n", end, end + _NEAR)
    return found if found >= 0 else min(len(low), end + _NEAR)
