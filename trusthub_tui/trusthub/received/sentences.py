"""Sentences that are known: of Twilio's codes, of an approval, of a rejection, and of a review still running.

Source: the titles Twilio gave its codes in the changelog of 29 April 2024 and in its error dictionary, our
own titles, and wordings close to them. A space in a pattern stands for whatever separates words; ``~`` for up
to five words more.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from trusthub_tui.profile.rejections import entries

_APART: Final = r"[^\w.!?]{1,8}"
_WORDS: Final = rf"(?:{_APART}\w{{1,30}}){{0,5}}?{_APART}"
_NOT: Final = r"(?:could|can|was|were|is|has|have)(?: ?not|n?.?t)"
_UNVERIFIED: Final = rf"{_NOT} (?:be |been )?(?:verified|validated|confirmed)"
_UNABLE: Final = r"(?:unable to|could ?not|couldn.?t|can ?not|can.?t) (?:verify|validate|confirm)"
_REPRESENTATIVE: Final = r"(?:authori[sz]ed )?representative(?: number| no)?"
_ID: Final = (
    r"(?:business (?:registration )?(?:id|identifier|number)|registration (?:id|number)|tax id"
    r"|business identification number|employer identification number|ein)\b"
)

_WORDINGS: Final[tuple[tuple[int, str], ...]] = (
    (18601, rf"business name and (?:the |your )?(?:business )?website {_NOT} (?:be )?\w"),
    (18601, rf"{_UNABLE}~business name and (?:the |your )?website"),
    (18601, rf"name and (?:the |your )?website {_NOT} be (?:linked|associated|matched|connected)"),
    (18601, r"name does(?: ?not|n.?t) match (?:the |your )?(?:business )?website\b(?! domain)"),
    (18602, rf"{_ID}~{_UNVERIFIED}"),
    (18602, rf"{_UNABLE}~{_ID}"),
    (18603, rf"(?<!mail)(?<!ip) address(?: you provided)? {_UNVERIFIED}"),
    (18603, rf"{_UNABLE} (?:the |your )?(?:physical |business |registered )*address\b"),
    (18604, rf"{_UNABLE}~{_REPRESENTATIVE} (?:1|one)\b"),
    (18604, rf"(?:{_REPRESENTATIVE} (?:1|one)|first {_REPRESENTATIVE}) {_UNVERIFIED}"),
    (18605, rf"{_UNABLE}~{_REPRESENTATIVE} (?:2|two)\b"),
    (18605, rf"(?:{_REPRESENTATIVE} (?:2|two)|second {_REPRESENTATIVE}) {_UNVERIFIED}"),
    (18606, r"e.?mail(?: address)? domain does(?: ?not|n.?t) match"),
    (18606, r"domain of (?:the |your )e.?mail~does(?: ?not|n.?t) match"),
    (18606, r"e.?mail(?: address)? does(?: ?not|n.?t) match (?:the |your )?(?:business )?website"),
    (18607, r"(?:profile|product) is not eligible (?:to be copied|for copying)"),
    (18608, r"(?:profile|product) (?:is|was|has been) already copied"),
    (18609, r"ineligible business registration authority"),
    (18609, r"registration authority is not eligible"),
)

_SUPPOSED: Final = re.compile(
    r"\b(?:if|whether|when|whenever|once|until|unless|in case|should|example|such as|will|would|may|might)\b"
)
_SENTENCE_END: Final = re.compile(r"(?<!\binc)(?<!\bltd)(?<!\bco)(?<!\bcorp)[.!?]\s|\n\n")
_FAR: Final = 240


class Sentence(NamedTuple):
    """What stands around a place in a text, as far as the same sentence goes."""

    before: str
    end: int

    @property
    def supposed(self) -> bool:
        """Whether it speaks of what might be, as in "if the address could not be verified"."""
        return _SUPPOSED.search(self.before) is not None


def sentence_at(low: str, place: int) -> Sentence:
    """Return the sentence around a place in a plain text in small letters."""
    start = max(0, place - _FAR)
    for end in _SENTENCE_END.finditer(low, start, place):
        start = end.end()
    after = _SENTENCE_END.search(low, place, place + _FAR)
    return Sentence(low[start:place], after.start() if after else min(len(low), place + _FAR))


class Known(NamedTuple):
    """A known sentence and where it stands in the text."""

    code: int
    start: int
    end: int


def sentences_in(low: str) -> tuple[Known, ...]:
    """Return the known sentences about codes in a plain text in small letters, in order.

    What is said of another case, as in "if the address could not be verified", does not count.
    """
    found = (
        Known(code, match.start(), match.end())
        for code, pattern in _patterns()
        for match in pattern.finditer(low)
        if not sentence_at(low, match.start()).supposed
    )
    return tuple(sorted(found, key=lambda known: known.start))


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[int, re.Pattern[str]], ...]:
    titles = ((code, " ".join(re.findall(r"\w+", one.title.lower()))) for code, one in entries().items())
    return tuple((code, compiled(wording)) for code, wording in (*_WORDINGS, *titles))


def compiled(wording: str) -> re.Pattern[str]:
    """Return the pattern of a wording, as the top of this module says."""
    return re.compile(wording.replace("~", _WORDS).replace(" ", _APART))
