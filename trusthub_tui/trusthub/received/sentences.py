"""Sentences that are known: of Twilio's codes, of an approval, of a rejection, and of a review still running.

Source: the titles Twilio gave its codes in the changelog of 29 April 2024 and in its error dictionary, our
own titles, and wordings close to them. A space in a pattern stands for whatever separates words; ``~`` for up
to five words more.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from trusthub_tui.profile import paths
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

_REGISTERED: Final = (
    r"(?:\bein|\btax (?:id|number)|\bregistration (?:id|number)|\bbusiness (?:id|number)"
    r"|\bemployer identification number|\bcompany number)s?\b"
)
_NAME: Final = r"(?:legal|business|company|registered)(?: legal| business| company)? names?\b"
_DIFFERS: Final = (
    r"(?:(?:do|does|did)(?: ?not|n.?t) (?:match|agree|correspond|belong)|mismatch(?:e[sd])?|differs?\b"
    rf"|{_NOT} (?:be )?(?:matched|found|located)|(?:is|are|was) (?:invalid|incorrect|wrong|not valid)"
    rf"|inconsistent)"
)
_FREE_WORDINGS: Final[tuple[tuple[int, tuple[str, ...], str], ...]] = (
    (18602, (paths.ID_NUMBER, paths.BUSINESS_NAME), rf"{_REGISTERED}~{_NAME}~{_DIFFERS}"),
    (18602, (paths.ID_NUMBER, paths.BUSINESS_NAME), rf"{_NAME}~{_REGISTERED}~{_DIFFERS}"),
    (18602, (paths.ID_NUMBER, paths.BUSINESS_NAME), rf"{_NAME}~{_DIFFERS}~{_REGISTERED}"),
    (18602, (paths.ID_NUMBER, paths.BUSINESS_NAME), rf"{_REGISTERED}~{_DIFFERS}~{_NAME}"),
    (18602, (paths.ID_NUMBER, paths.BUSINESS_NAME), rf"mismatch between~{_REGISTERED}~{_NAME}"),
    (18602, (paths.ID_NUMBER, paths.BUSINESS_NAME), rf"mismatch between~{_NAME}~{_REGISTERED}"),
    (18602, (), rf"{_REGISTERED}~{_DIFFERS}"),
    (
        18602,
        (),
        rf"(?:could not|couldn.?t|cannot|can.?t|unable to|did not|didn.?t) (?:find|locate"
        rf"|match)~{_REGISTERED}",
    ),
    (
        18601,
        (),
        rf"\bweb\s?(?:site|page)~(?:{_DIFFERS}|{_NOT} (?:be )?(?:reached|reachable|accessible|available"
        rf"|opened|live|load\w*))",
    ),
    (
        18601,
        (),
        r"\bweb\s?(?:site|page)~(?:unreachable|under construction|parked|down|offline|inaccessible"
        r"|no longer exists)\b",
    ),
    (
        18601,
        (),
        r"\bweb\s?(?:site|page)~(?:does(?: ?not|n.?t)|do not) (?:show|mention|display|contain|name|list"
        r"|load|work|open)",
    ),
    (
        18601,
        (),
        r"(?:could not|couldn.?t|cannot|can.?t|unable to) (?:open|reach|access|load|visit)~\bweb\s?site",
    ),
    (18601, (), r"\b(?:relationship|connection|link) between~\bweb\s?site"),
    (
        18606,
        (),
        r"\be.?mail~(?:free|public|personal|generic) (?:e.?mail |mail )?(?:domain|provider|service"
        r"|address)",
    ),
    (18606, (), rf"\be.?mails?(?: address(?:es)?)?~{_DIFFERS}~(?:domain|web\s?site)"),
    (
        18606,
        (),
        r"\b(?:gmail|yahoo|outlook|hotmail|free e.?mail|personal e.?mail)~\b(?:not|instead|cannot|isn.t"
        r"|aren.t)\b",
    ),
    (
        18604,
        (),
        rf"(?:{_REPRESENTATIVE} (?:1|one)|first {_REPRESENTATIVE})~(?:{_NOT} be \w|did not|didn.?t"
        rf"|never|unreachable|no answer)",
    ),
    (
        18605,
        (),
        rf"(?:{_REPRESENTATIVE} (?:2|two)|second {_REPRESENTATIVE})~(?:{_NOT} be \w|did not|didn.?t"
        rf"|never|unreachable|no answer)",
    ),
    (18603, (), rf"(?<!mail)(?<!ip) address~{_DIFFERS}"),
    (
        18603,
        (),
        r"(?<!mail)(?<!ip) address~\b(?:po box|p.o. box|post office box|mail drop|virtual office"
        r"|not a physical|undeliverable)\b",
    ),
    (
        18603,
        (),
        r"\b(?:could not|couldn.?t|cannot|can.?t|unable to) (?:find|locate)(?: \w+){0,4} address",
    ),
)
"""How a rejection says it in other words, which mean nothing without the rejection: our own reading."""

_SUPPOSED: Final = re.compile(
    r"\b(?:if|whether|when|whenever|once|until|unless|in case|should|example|such as|will|would|may"
    r"|might)\b"
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


class KnownSentence(NamedTuple):
    """A known sentence and where it stands in the text."""

    code: int
    start: int
    end: int
    paths: tuple[str, ...] | None = None
    """The questions it names, where they are fewer than the code concerns."""


def sentences_in(low: str, *, rejected: bool = False) -> tuple[KnownSentence, ...]:
    """Return the known sentences about codes in a plain text in small letters, in order.

    What is said of another case, as in "if the address could not be verified", does not count. Where it is
    known that the text tells of a rejection, freer wordings count too.
    """
    found = [
        KnownSentence(code, match.start(), match.end())
        for code, pattern in _patterns()
        for match in pattern.finditer(low)
        if not sentence_at(low, match.start()).supposed
    ]
    if rejected:
        found += _free_sentences(low, {known.code for known in found})
    return tuple(sorted(found, key=lambda known: known.start))


def _free_sentences(low: str, codes: set[int]) -> Iterator[KnownSentence]:
    """Yield what a rejection says in its own words, one for each code that is not there already."""
    for code, named, pattern in _free_patterns():
        match = pattern.search(low)
        if match and code not in codes and not sentence_at(low, match.start()).supposed:
            codes.add(code)
            yield KnownSentence(code, match.start(), match.end(), named or None)


@lru_cache(maxsize=1)
def _free_patterns() -> tuple[tuple[int, tuple[str, ...], re.Pattern[str]], ...]:
    return tuple((code, named, compiled(wording)) for code, named, wording in _FREE_WORDINGS)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[int, re.Pattern[str]], ...]:
    titles = ((code, " ".join(re.findall(r"\w+", one.title.lower()))) for code, one in entries().items())
    return tuple((code, compiled(wording)) for code, wording in (*_WORDINGS, *titles))


def compiled(wording: str) -> re.Pattern[str]:
    """Return the pattern of a wording, as the top of this module says."""
    return re.compile(wording.replace("~", _WORDS).replace(" ", _APART))
