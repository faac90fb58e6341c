"""Finding numbers that a plain text calls a code, of whatever family they are: "Error 19999: something".

Nothing but the word before it tells such a number from a postal code, so it has to be a word for codes, and
what follows must not make a number of something else of it. Where to draw the line is our own judgement.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from trusthub_tui.trusthub.received.lines import WRAPPED
from trusthub_tui.trusthub.received.sentences import Sentence, sentence_at

_QUALIFIED: Final = r"\b(?:error|reason|rejection|failure|twilio)[\s_-]?codes?\b"
_SPEAKING: Final = "the a this that with by of for and or to is was got gave says new unknown following"
_BEFORE_CODE: Final = "".join(f"|(?<=\\b{word}[ ])" for word in _SPEAKING.split())
_NUMBER: Final = r"([1-9][0-9]{4})(?!\w)"

_CALLED: Final = re.compile(
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

_GIVEN: Final = re.compile(
    rf"(?:\b(?:errors?|codes?)\s?[:=–—-]|\breasons?(?P<told>\s?[:=–—-])?)[ #(\[*'\"]{{0,3}}{_NUMBER}"
)
"""A number given as an error or a reason, which might as well be the beginning of a sentence."""

_NEARLY: Final = re.compile(
    r"(?:error|reason|code)s?\W{1,8}(?:(?:is|was|are|were|number|no)\b\W{1,3})?[1-9][0-9]{4}(?!\w)"
)
"""What every called number looks like; to look for this alone is quick."""

_QUALIFIER: Final = 12
"""Characters of the longest word before "code", and what is between them."""

_AFTER: Final = 8
"""Characters after a number that decide whether it is called a code."""

_ENDS: Final = re.compile(r"\s?(?:$|[\n:;)\]|–—*'\"-]|\.(?:\s|$))")
_GOES_ON: Final = re.compile(
    r"\s(?:[A-Z]|(?:and|or|because|from|by|on|in|which|that|so|but|means|was|for|as|at|to|with)\b)"
)
_NEXT: Final = re.compile(rf"(?:\s?[,;/&+|]\s?(?:and\s|or\s)?|\s(?:and|or)\s){_NUMBER}")
_PLURAL: Final = re.compile(r"(?:codes|errors|reasons)\b")
MOST: Final = 400
"""Numbers that are looked at; no e-mail comes near."""


def called_codes(text: str, low: str) -> Iterator[tuple[int, int]]:
    """Yield where numbers stand that are called a code, in a text and the same in small letters."""
    end = 0
    for near in islice(_NEARLY.finditer(low), MOST + 1):
        start, end = max(end, near.start() - _QUALIFIER), near.end()
        called = _CALLED.search(low, start, end + _AFTER) or _given(text, low, near.start())
        if called and not _is_supposed(low, called):
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


def _is_supposed(low: str, called: re.Match[str]) -> bool:
    """Whether it speaks of what might be, as in "You will see error 30034 until ..."."""
    *above, told = sentence_at(low, called.start()).before.split("\n")
    while above and len(above[-1]) >= WRAPPED and above[-1][-1] not in ":;":
        told = f"{above.pop()} {told}"
    return Sentence(told, len(told)).supposed
