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
from trusthub_tui.trusthub.received.patterns import Pattern

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


class _Wording(NamedTuple):
    """How a code is said in words."""

    code: int
    needs: tuple[tuple[str, ...], ...]
    """Parts of words, one of each group of which the text must hold: to look for these is quick."""
    pattern: Pattern
    paths: tuple[str, ...] | None = None
    """The questions it names, where they are fewer than the code concerns."""

    def may_be_in(self, low: str) -> bool:
        """Whether it is worth looking for it in a text in small letters."""
        return all(any(part in low for part in group) for group in self.needs)


def _wording(code: int, needs: str, wording: str, named: tuple[str, ...] | None = None) -> _Wording:
    """Return a wording written as the top of this module says; what it needs as ``one|another and|more``."""
    groups = tuple(tuple(group.split("|")) for group in needs.split())
    return _Wording(code, groups, Pattern(wording.replace("~", _WORDS).replace(" ", _APART)), named)


_VERIFIED: Final = "verif|valid|confirm"
_BOTH: Final = (paths.ID_NUMBER, paths.BUSINESS_NAME)
_ID_WORDS: Final = "ein|tax|registration|business|employer"

_WORDINGS: Final = (
    _wording(18601, "website", rf"business name and (?:the |your )?(?:business )?website {_NOT} (?:be )?\w"),
    _wording(18601, f"website {_VERIFIED}", rf"{_UNABLE}~business name and (?:the |your )?website"),
    _wording(
        18601,
        "website",
        rf"name and (?:the |your )?website {_NOT} be (?:linked|associated|matched|connected)",
    ),
    _wording(
        18601,
        "website match",
        r"name does(?: ?not|n.?t) match (?:the |your )?(?:business )?website\b(?! domain)",
    ),
    _wording(18602, f"{_ID_WORDS} {_VERIFIED}", rf"{_ID}~{_UNVERIFIED}"),
    _wording(18602, f"{_ID_WORDS} {_VERIFIED}", rf"{_UNABLE}~{_ID}"),
    _wording(18603, f"address {_VERIFIED}", rf"(?<!mail)(?<!ip) address(?: you provided)? {_UNVERIFIED}"),
    _wording(
        18603,
        f"address {_VERIFIED}",
        rf"{_UNABLE} (?:the |your )?(?:physical |business |registered )*address\b",
    ),
    _wording(18604, f"representative {_VERIFIED}", rf"{_UNABLE}~{_REPRESENTATIVE} (?:1|one)\b"),
    _wording(
        18604,
        f"representative {_VERIFIED}",
        rf"(?:{_REPRESENTATIVE} (?:1|one)|first {_REPRESENTATIVE}) {_UNVERIFIED}",
    ),
    _wording(18605, f"representative {_VERIFIED}", rf"{_UNABLE}~{_REPRESENTATIVE} (?:2|two)\b"),
    _wording(
        18605,
        f"representative {_VERIFIED}",
        rf"(?:{_REPRESENTATIVE} (?:2|two)|second {_REPRESENTATIVE}) {_UNVERIFIED}",
    ),
    _wording(18606, "mail domain match", r"e.?mail(?: address)? domain does(?: ?not|n.?t) match"),
    _wording(18606, "mail domain match", r"domain of (?:the |your )e.?mail~does(?: ?not|n.?t) match"),
    _wording(
        18606,
        "mail website match",
        r"e.?mail(?: address)? does(?: ?not|n.?t) match (?:the |your )?(?:business )?website",
    ),
    _wording(18607, "eligible cop", r"(?:profile|product) is not eligible (?:to be copied|for copying)"),
    _wording(18608, "already copied", r"(?:profile|product) (?:is|was|has been) already copied"),
    _wording(18609, "ineligible authority", r"ineligible business registration authority"),
    _wording(18609, "eligible authority", r"registration authority is not eligible"),
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
_NUMBER_WORDS: Final = f"{_ID_WORDS}|company"
_DIFFER_WORDS: Final = "match|agree|correspond|belong|differ|found|located|valid|incorrect|wrong|inconsistent"
_NO_ANSWER: Final = rf"(?:{_NOT} be \w|did not|didn.?t|never|unreachable|no answer)"
_CANNOT: Final = r"(?:could not|couldn.?t|cannot|can.?t|unable to)"

_FREE_WORDINGS: Final = (
    _wording(18602, f"{_NUMBER_WORDS} name {_DIFFER_WORDS}", rf"{_REGISTERED}~{_NAME}~{_DIFFERS}", _BOTH),
    _wording(18602, f"{_NUMBER_WORDS} name {_DIFFER_WORDS}", rf"{_NAME}~{_REGISTERED}~{_DIFFERS}", _BOTH),
    _wording(18602, f"{_NUMBER_WORDS} name {_DIFFER_WORDS}", rf"{_NAME}~{_DIFFERS}~{_REGISTERED}", _BOTH),
    _wording(18602, f"{_NUMBER_WORDS} name {_DIFFER_WORDS}", rf"{_REGISTERED}~{_DIFFERS}~{_NAME}", _BOTH),
    _wording(18602, "mismatch name", rf"mismatch between~{_REGISTERED}~{_NAME}", _BOTH),
    _wording(18602, "mismatch name", rf"mismatch between~{_NAME}~{_REGISTERED}", _BOTH),
    _wording(18602, f"{_NUMBER_WORDS} {_DIFFER_WORDS}", rf"{_REGISTERED}~{_DIFFERS}"),
    _wording(
        18602,
        f"{_NUMBER_WORDS} find|locate|match",
        rf"(?:{_CANNOT}|did not|didn.?t) (?:find|locate|match)~{_REGISTERED}",
    ),
    _wording(
        18601,
        "web",
        rf"\bweb\s?(?:site|page)~(?:{_DIFFERS}|{_NOT} (?:be )?(?:reached|reachable|accessible|available"
        rf"|opened|live|load\w*))",
    ),
    _wording(
        18601,
        "web",
        r"\bweb\s?(?:site|page)~(?:unreachable|under construction|parked|down|offline|inaccessible"
        r"|no longer exists)\b",
    ),
    _wording(
        18601,
        "web",
        r"\bweb\s?(?:site|page)~(?:does(?: ?not|n.?t)|do not) (?:show|mention|display|contain|name|list"
        r"|load|work|open)",
    ),
    _wording(18601, "web", rf"{_CANNOT} (?:open|reach|access|load|visit)~\bweb\s?site"),
    _wording(18601, "web between", r"\b(?:relationship|connection|link) between~\bweb\s?site"),
    _wording(
        18606,
        "mail free|public|personal|generic",
        r"\be.?mail~(?:free|public|personal|generic) (?:e.?mail |mail )?(?:domain|provider|service"
        r"|address)",
    ),
    _wording(
        18606,
        f"mail domain|web {_DIFFER_WORDS}",
        rf"\be.?mails?(?: address(?:es)?)?~{_DIFFERS}~(?:domain|web\s?site)",
    ),
    _wording(
        18606,
        "gmail|yahoo|outlook|hotmail|free|personal",
        r"\b(?:gmail|yahoo|outlook|hotmail|free e.?mail|personal e.?mail)~\b(?:not|instead|cannot|isn.t"
        r"|aren.t)\b",
    ),
    _wording(
        18604,
        "representative",
        rf"(?:{_REPRESENTATIVE} (?:1|one)|first {_REPRESENTATIVE})~{_NO_ANSWER}",
    ),
    _wording(
        18605,
        "representative",
        rf"(?:{_REPRESENTATIVE} (?:2|two)|second {_REPRESENTATIVE})~{_NO_ANSWER}",
    ),
    _wording(18603, f"address {_DIFFER_WORDS}", rf"(?<!mail)(?<!ip) address~{_DIFFERS}"),
    _wording(
        18603,
        "address box|drop|virtual|physical|undeliverable",
        r"(?<!mail)(?<!ip) address~\b(?:po box|p.o. box|post office box|mail drop|virtual office"
        r"|not a physical|undeliverable)\b",
    ),
    _wording(18603, "address find|locate", rf"\b{_CANNOT} (?:find|locate)(?: \w+){{0,4}} address"),
)
"""How a rejection says it in other words, which mean nothing without the rejection: our own reading."""

_SUPPOSED: Final = Pattern(
    r"\b(?:if|whether|when|whenever|once|until|unless|in case|should|example|such as|will|would|may"
    r"|might)\b"
)
_SENTENCE_END: Final = Pattern(r"(?<!\binc)(?<!\bltd)(?<!\bco)(?<!\bcorp)[.!?]\s|\n\n")
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
        KnownSentence(one.code, match.start(), match.end())
        for one in (*_WORDINGS, *_titles())
        if one.may_be_in(low)
        for match in one.pattern.finditer(low)
        if not sentence_at(low, match.start()).supposed
    ]
    if rejected:
        found += _free_sentences(low, {known.code for known in found})
    return tuple(sorted(found, key=lambda known: known.start))


def _free_sentences(low: str, codes: set[int]) -> Iterator[KnownSentence]:
    """Yield what a rejection says in its own words, one for each code that is not there already."""
    for one in _FREE_WORDINGS:
        match = one.pattern.search(low) if one.code not in codes and one.may_be_in(low) else None
        if match and not sentence_at(low, match.start()).supposed:
            codes.add(one.code)
            yield KnownSentence(one.code, match.start(), match.end(), one.paths)


@lru_cache(maxsize=1)
def _titles() -> tuple[_Wording, ...]:
    worded = ((code, " ".join(re.findall(r"\w+", one.title.lower()))) for code, one in entries().items())
    return tuple(_wording(code, words, words) for code, words in worded)
