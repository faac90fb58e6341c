"""Finding Twilio's codes in plain text: five digits, but only where they stand as a code.

An e-mail is full of numbers, and 18602 is a postal code of Pennsylvania, 22215 one of Virginia; either may be
part of a phone number or number a house. Of other families nothing but the word before it tells a code from a
postal code: it has to be a word for codes, and what follows must not make a number of something else of it.
What counts as standing as a code is our own judgement.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from trusthub_tui.profile.rejections import entries
from trusthub_tui.trusthub.received.explanation import WRAPPED
from trusthub_tui.trusthub.received.outcome import NoDecision
from trusthub_tui.trusthub.received.patterns import Pattern
from trusthub_tui.trusthub.received.plain_text import small
from trusthub_tui.trusthub.received.sentences import Sentence, sentence_at


class Code(NamedTuple):
    """A code and where it stands in the text."""

    number: int
    start: int
    end: int


_FAMILY: Final = Pattern(r"(?<!\w)(?:186|222)[0-9]{2}(?!\w)")
_ONLY_CODES: Final = Pattern(
    r"(?:[0-9]{5}(?![0-9])|\b(?:codes?|errors?|reasons?|rejected|twilio|with|and)\b|[-\s,;:.&+"
    r"|/()\[\]{}<>'\"*#•·–—])+"
)
_BETWEEN: Final = Pattern(r"[\s,;/&+|()]{0,4}(?:(?:and|or)\b)?[\s,;/&+|()]{0,4}")
_LINE_START: Final = Pattern(r"[-\s>*•·#(\['\"]*(?:[0-9]{1,2}[.)]\s)?[-\s*#(\['\"]*")
_TELLS_ON: Final = Pattern(r"\s?(?:$|[\n:,;.)\]|–—-])|\s[A-Z(\"“'‘][^\s]*(?: [^\s]+){2}")
"""What may follow a code at the start of a line: "18602 The number could ...", but not "18609 Binz"."""

_CALLED_BEFORE: Final = Pattern(
    r"""(?:\b\w{0,24}(?:codes?|errors?|warnings?|reasons?|rejections?|rejected|failures?)\b[^\w\n]{0,8}(?:int\()?
        (?:code\b[^\w\n]{0,6})?
        (?:(?:is|are|was|were|with|for|number|code|codes)\b[^\w\n]{0,4})?
    |[(\[]\s?|[:|–—]\s|\s-\s)$""",
    re.VERBOSE,
)
_SAID: Final = Pattern(
    r"\b(?:with|for|of|to|got|get|says|said|is|are|was|and|or|see|returned|received|gave|by)\W{1,3}$"
)
_COUNTS: Final = Pattern(
    r"\s(?!(?:and|or|because|from|by|on|in|which|that|so|but|is|means|was|for|back|again|as|at|to"
    r"|with)\b)[a-z]"
)
_ELSE_BEFORE: Final = Pattern(
    r"""(?:[0-9][-./\s)]{1,2}|[0-9][,:]|[$€£+@]\s?|(?<!\berror\s)(?<!\bcode\s)\#\s?
    |\w(?<!code)(?<!codes)(?<!reason)(?<!reasons)(?<!error)(?<!errors)=|\w(?<!error)(?<!errors)[-/]
    |\b(?:zip|postcode|suite|ste|unit|apt|room|box|floor|ticket|case|request|invoice|order|account|phone|tel|ext
        |extension|fax|mobile|cell|call|ein|duns|length|size|lines?|page|port|pid|rows?|version|build|count|total)\b\W{0,3}(?:(?:number|no|id|is)\b)?\W{0,4})$""",
    re.VERBOSE,
)
"""What tells before a number, in its line, that it is something else."""

_ANOTHER_CODE_BEFORE: Final = Pattern(
    r"""\b(?:(?:zip|postal|post|pin|verification|security|confirmation|access|promo|area|country|dial|login
        |dialing|dialling|calling|city|region|state|industry|sic|naics|nace|tax|sort|bank|branch|product|qr
        |discount|coupon|referral|reference|tracking|authentication|passcode|time|(?:enter|use|type)\s(?:the|this))\b
        (?:[^\w\n]{0,3}|\n)codes?\b|zip\b|postcode\b)
    [^\w\n]{0,4}(?:errors?\b[^\w\n]{0,3})?(?:(?:is|was|of|number|no)\b[^\w\n]{0,3})?$""",
    re.VERBOSE,
)
"""Codes of something else; the line may have been broken before "code"."""

_STATE_BEFORE: Final = Pattern(r"\b(?:pa|va|pennsylvania|virginia)\b\W{1,4}$")
"""The two states whose postal codes look like Twilio's; the state may end the line before."""

_ELSE_AFTER: Final = Pattern(
    r"""[-./][0-9]|[@%]|,[0-9]{3}\b|\s[0-9]{2,4}\b|\s?(?:bytes|kb|mb|kib|ms|lines|px|seconds)\b
    |\s(?:[nsew]\.?\s)?[\w'.]+\s(?:[\w'.]+\s)?
        (?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|blvd|boulevard|way|court|ct|highway|hwy|parkway|pkwy)\b""",
    re.VERBOSE,
)

_NEARBY: Final = 60


def codes_in(text: str, *, supposed: bool = False) -> tuple[Code, ...]:
    """Return each code of a plain text in order, the same one as often as it stands there.

    ``supposed`` also returns those of which only what might be is said, as in "you will see error 30034".
    Raises ``NoDecision`` when there are far too many such numbers for an e-mail.
    """
    low = small(text)
    found: list[Code] = []
    for start, end, named in _candidates(text, low, supposed=supposed):
        if _stands_as_code(text, low, start, end, named=named, last=found[-1].end if found else None):
            found.append(Code(int(low[start:end]), start, end))
    return tuple(found)


def _candidates(text: str, low: str, *, supposed: bool) -> list[tuple[int, int, bool]]:
    """Return the numbers to look at, in order, and whether each is called a code."""
    spans: dict[int, tuple[int, bool]] = {}
    for start, end, named in _numbers(text, low, supposed=supposed):
        spans.setdefault(start, (end, named))
        if len(spans) > MOST:
            raise NoDecision(
                f"This holds more than {MOST} numbers that look like codes",
                "Paste only the part that Twilio wrote",
            )
    return [(start, *spans[start]) for start in sorted(spans)]


def _numbers(text: str, low: str, *, supposed: bool) -> Iterator[tuple[int, int, bool]]:
    for start, end in called_codes(text, low, supposed=supposed):
        yield start, end, True
    for number in _FAMILY.finditer(low):
        if supposed or not _is_supposed(low, number.start()):
            yield *number.span(), False


def _stands_as_code(text: str, low: str, start: int, end: int, *, named: bool, last: int | None) -> bool:
    near = max(0, start - _NEARBY)
    line = max(near, low.rfind("\n", near, start) + 1)
    before, after = low[line:start], low[end : end + _NEARBY]
    if _STATE_BEFORE.search(low[near:start]) or _ANOTHER_CODE_BEFORE.search(low[near:start]):
        return False
    if _ONLY_CODES.fullmatch(low, line, _line_end(low, end)):
        return True
    if _ELSE_AFTER.match(after):
        return False
    if last is not None and _BETWEEN.fullmatch(low, last, start):
        return True
    if _LINE_START.fullmatch(before):
        return _TELLS_ON.match(text, end) is not None
    called = named or _CALLED_BEFORE.search(before) is not None or _is_said(low, start, before, after)
    return called and not _ELSE_BEFORE.search(before)


def _is_said(low: str, start: int, before: str, after: str) -> bool:
    """Whether a sentence speaks of the number as of a code, and it is one of those a profile can meet."""
    known = int(low[start : start + 5]) in entries()
    return known and _SAID.search(before) is not None and not _COUNTS.match(after)


def _line_end(low: str, end: int) -> int:
    found = low.find("\n", end, end + _NEARBY)
    return found if found >= 0 else min(len(low), end + _NEARBY)


_QUALIFIED: Final = r"\b(?:error|reason|rejection|failure|twilio)[\s_-]?codes?\b"
_SPEAKING: Final = "the a this that with by of for and or to is was got gave says new unknown following"
_BEFORE_CODE: Final = "".join(f"|(?<=\\b{word}[ ])" for word in _SPEAKING.split())
_NUMBER: Final = r"([1-9][0-9]{4})(?!\w)"

_CALLED: Final = Pattern(
    rf"""{_QUALIFIED}[^\w\n]{{1,6}}(?:(?:is|was|are|were|number|no)\b[^\w\n]{{1,3}})?{_NUMBER}
    |\bcode['"]?\s?[:=]\s?['"]?{_NUMBER}
    |\berrors/{_NUMBER}
    |{_QUALIFIED}\W{{0,3}}\n\W{{0,3}}{_NUMBER}(?=\W{{0,3}}(?:\n|$))
    |(?:\berrors?|(?:(?<![\w)'"][ -]){_BEFORE_CODE})\bcodes?)\b
        [ #(\[*'"]{{1,4}}(?:(?:is|was|are|were|number|no)\b[ .:#]{{1,3}})?{_NUMBER}""",
    re.VERBOSE,
)
"""A number after a word for codes; the address of Twilio's page about it is such a word. A code of something
else has its noun before "code", as in "dress code 19999"."""

_GIVEN: Final = Pattern(
    rf"(?:\b(?:errors?|codes?)\s?[:=–—-]|\breasons?(?P<told>\s?[:=–—-])?)[ #(\[*'\"]{{0,3}}{_NUMBER}"
)
"""A number given as an error or a reason, which might as well be the beginning of a sentence."""

_NEARLY: Final = Pattern(
    r"(?:error|reason|code)s?\W{1,8}(?:(?:is|was|are|were|number|no)\b\W{1,3})?[1-9][0-9]{4}(?!\w)"
)
"""What every called number looks like; to look for this alone is quick."""

_QUALIFIER: Final = 12
"""Characters of the longest word before "code", and what is between them."""

_AFTER: Final = 8
"""Characters after a number that decide whether it is called a code."""

_ENDS: Final = Pattern(r"\s?(?:$|[\n:;)\]|–—*'\"-]|\.(?:\s|$))")
_GOES_ON: Final = Pattern(
    r"\s(?:[A-Z]|(?:and|or|because|from|by|on|in|which|that|so|but|means|was|for|as|at|to|with)\b)"
)
_NEXT: Final = Pattern(rf"(?:\s?[,;/&+|]\s?(?:and\s|or\s)?|\s(?:and|or)\s){_NUMBER}")
_PLURAL: Final = Pattern(r"(?:codes|errors|reasons)\b")
MOST: Final = 400
"""Numbers that are looked at; no e-mail comes near."""


def called_codes(text: str, low: str, *, supposed: bool = False) -> Iterator[tuple[int, int]]:
    """Yield where numbers stand that are called a code, in a text and the same in small letters."""
    end = 0
    for near in islice(_NEARLY.finditer(low), MOST + 1):
        start, end = max(end, near.start() - _QUALIFIER), near.end()
        called = _CALLED.search(low, start, end + _AFTER) or _given(text, low, near.start())
        if called and (supposed or not _is_supposed(low, called.start())):
            yield from _listed(low, called)


def _given(text: str, low: str, start: int) -> re.Match[str] | None:
    given = _GIVEN.match(low, start)
    return given if given and _stands_alone(text, given) else None


def _listed(low: str, called: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the number that is called so, and those listed after it where the word is a plural."""
    number = called.span(called.lastindex or 0)
    yield number
    if _PLURAL.search(called.group()):
        while following := _NEXT.match(low, number[1]):
            number = following.span(1)
            yield number


def _stands_alone(text: str, given: re.Match[str]) -> bool:
    """Whether no sentence goes on with the number, as in "Reason: 94104 is not in Springfield"."""
    if _ENDS.match(text, given.end()):
        return True
    if _PLURAL.search(given.group()) and _NEXT.match(text, given.end()):
        return True
    bare_reason = given.group().startswith("reason") and given["told"] is None
    return bare_reason and _GOES_ON.match(text, given.end()) is not None


def _is_supposed(low: str, place: int) -> bool:
    """Whether it speaks of what might be, as in "You will see error 30034 until ..."."""
    *above, told = sentence_at(low, place).before.split("\n")
    while above and len(above[-1]) >= WRAPPED and above[-1][-1] not in ":;":
        told = f"{above.pop()} {told}"
    return Sentence(told, len(told)).supposed
