"""Reading whatever text came in: what it is, and the decision where it tells of one.

What it is comes first. JSON has marks of its own; an e-mail is opened; of plain text it is asked, in this
order, whether it is plainly something else (a receipt, source code), a request that failed, about something
else than a Primary profile, and whether anybody says in it that a profile was decided.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from trusthub_tui.profile.rejections import NO_CODE
from trusthub_tui.trusthub.received import kinds, subjects
from trusthub_tui.trusthub.received.codes import Code, codes_in
from trusthub_tui.trusthub.received.explanation import explanation, words_about
from trusthub_tui.trusthub.received.outcome import (
    PASTE,
    CodedReason,
    Kind,
    NoDecision,
    ReadDecision,
    Reading,
    Subject,
    about,
    contradiction,
    failed_request,
    in_review,
    reasons_of,
    too_long,
)
from trusthub_tui.trusthub.received.patterns import Pattern
from trusthub_tui.trusthub.received.plain_text import opened, plain, small
from trusthub_tui.trusthub.received.sentences import KnownSentence, sentence_at, sentences_in
from trusthub_tui.trusthub.received.sids import about_sid, sid_in, sids_in
from trusthub_tui.trusthub.received.subjects import is_of_a_profile
from trusthub_tui.trusthub.received.verdicts import Verdict, verdict_of

LONGEST: Final = 150_000
"""Characters of a text that is read, markup included; the e-mail of a decision is a fraction of it."""

LONGEST_SOURCE: Final = 5_000_000
"""Characters of the source of an e-mail, with all its pictures."""

_LONGEST_SHOWN: Final = 40_000
"""Characters without the markup; a long exchange of e-mails has half of them."""

_FORM: Final = Pattern(r"\s*\w{1,40}=[^\s&]*(?:&\w{1,40}=[^\s&]*)+\s*")
_JSON: Final = Pattern(
    r'(?:\A[\ufeff\s]{0,99}|\n[ \t]{0,99})(?=(?:\[\s{0,99})?\{\s{0,99}"'
    r'|\[\s{0,99}"(?![^"\n]{0,60}"\]\s?=>)|\{\}\s{0,99}\Z)'
)
"""Where JSON begins. A footnote such as [1] is none; Python's single quotes are read as text."""

_WHOLE: Final = "Copy it from the first brace to the last"
_CONTROLS: Final = Pattern(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_FEW_CONTROLS: Final = 8
_SHORT: Final = 200
"""Characters of a note, which is about the profile in question even if it does not say so."""

_FEW: Final = 2
"""Words that say no more than that it was rejected."""

_SAYS_NO_MORE: Final = Pattern(
    r"(?:\W*\b(?:the|customer|profile|status|it|was|is|twilio|rejected|no|without|any|a|reasons?|codes?|given)\b)+\W*"
    r"|(?=.*\bbu[0-9a-f]{32}\b)(?!.*\b(?:your|not|because|was|has|could)\b).*"
)
"""A line that only says that it was rejected, or a row of a table with the status in it."""

_REVIEWED: Final = Pattern(
    r"\b(?:reject|declin|fail|verif|unable|denied|profile|review|twilio|returned|gave|said)"
)
_MANY_WORDS: Final = 4
"""Words before a code in its line from which on it is mentioned, not given."""

_LINK: Final = Pattern(r"(?:https?://|\bwww\.)[^\s<>\"')\]]{1,2000}")
_PAGE: Final = Pattern(r"\berrors?/([1-9][0-9]{4})(?![0-9])")
_ANY_CODE: Final = Pattern(r"(?<![\w.-])[1-9][0-9]{4}(?![\w-])")
_CODES_ONLY: Final = Pattern(r"(?:[1-9][0-9]{4}|[\W_]|\b(?:and|twilio|errors?|codes?|reasons?)\b){1,400}")
_STATED: Final = Pattern(
    r"\b(?:approved|rejected|declined|denied|fail(?:ed|ure)|suspended|submitted|verification|codes?"
    r"|errors?|review)\b"
)
_BEGINS: Final = Pattern(r"\W{0,9}(?:it was |they )?(?:rejected|declined)\b")
"""How a note about a rejection begins; it is one if it goes on with a reason that is known."""

_PROFILE: Final = Pattern(r"\bprofile\b|\btrust.?hub\b")
_IN_ITS_OWN_RIGHT: Final = (
    Subject.SECONDARY,
    Subject.STARTER,
    Subject.BUNDLE,
)
_YOUR: Final = Pattern(r"\byours?\b|\bthe\b|\bstatus\b|\bsubject\b|\bwe\b")


def read(text: str, known_sid: str = "") -> Reading:
    """Return what a text is; never fails.

    ``known_sid`` is the SID of the profile in question, for which a text about several is searched.
    """
    try:
        decision = _decision(text, known_sid)
    except NoDecision as none:
        return Reading(
            none.kind,
            none.message,
            none.remedy,
            subject=none.subject,
            sids=sids_in(text[:LONGEST]),
            codes=_all_codes(text[:LONGEST]),
        )
    outcome = "approved" if decision.approved else "rejected"
    return Reading(
        Kind.DECISION,
        f"This says that the profile was {outcome}",
        decision=decision,
        sids=(decision.sid,) if decision.sid else sids_in(text[:LONGEST]),
        codes=tuple(dict.fromkeys(one.code for one in decision.reasons if one.code)),
    )


def _decision(text: str, known_sid: str) -> ReadDecision:
    _refuse_unreadable(text[:LONGEST])
    if len(text) > LONGEST_SOURCE:
        raise too_long(len(text))
    text = opened(text)
    if len(text) > LONGEST:
        raise too_long(len(text))
    _refuse_unreadable(text)
    json_starts = _JSON.search(text)
    if json_starts:
        return _of_json(text[json_starts.end() :], known_sid)
    if _FORM.fullmatch(text):
        from urllib.parse import unquote_plus  # forms are rare

        text = unquote_plus(text.replace("&", "\n"), errors="replace")
    return read_message(text, known_sid)


def _refuse_unreadable(text: str) -> None:
    if not text.strip():
        raise NoDecision("There is nothing to read", PASTE)
    if "\0" in text or _CONTROLS.count(text) > max(_FEW_CONTROLS, len(text) // 50):
        raise NoDecision("This is not text", PASTE)


def _of_json(text: str, known_sid: str) -> ReadDecision:
    """Read the JSON that stands in a text; what stands before and after it must not be JSON too."""
    from trusthub_tui.trusthub.received.api import read_document  # most texts are no JSON

    try:
        document, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        raise NoDecision("This looks like the API's JSON, but it is not complete", _WHOLE) from None
    if '"' in text[end:]:
        raise NoDecision("There is more than the JSON of one profile", _WHOLE)
    return read_document(document, known_sid)


def _all_codes(text: str) -> tuple[int, ...]:
    """Return every number that may be a code, for those who look it up; links to Twilio's pages count."""
    shown = plain(opened(text))[:_LONGEST_SHOWN]
    found = [int(page[1]) for page in _PAGE.finditer(small(shown))]
    if _CODES_ONLY.fullmatch(small(shown)):
        found += [int(number.group()) for number in _ANY_CODE.finditer(shown)]
    try:
        found += [code.number for code in codes_in(_LINK.sub(_blank, shown), supposed=True)]
    except NoDecision:
        return ()
    return tuple(dict.fromkeys(found))


def _blank(link: re.Match[str]) -> str:
    return "x" * len(link.group())


@dataclass(frozen=True, slots=True)
class _Found:
    """What stands in a plain text: the text as shown and in small letters, and what was found in it."""

    shown: str
    low: str
    codes: tuple[Code, ...]
    sentences: tuple[KnownSentence, ...]
    verdict: Verdict

    @property
    def place(self) -> int:
        """Where the first verdict stands; the end of the text where there is none."""
        places = (self.verdict.approved, self.verdict.rejected)
        return min((place for place in places if place is not None), default=len(self.low))

    @property
    def decided(self) -> bool:
        """Whether somebody says that a profile was approved or rejected."""
        return self.place < len(self.low)


def read_message(text: str, known_sid: str = "") -> ReadDecision:
    """Return the decision an e-mail or a list of codes tells of; raises :class:`NoDecision`."""
    shown = plain(text)
    if len(shown) > _LONGEST_SHOWN:
        raise too_long(len(shown))
    shown = about_sid(shown, known_sid)
    low = small(shown)
    if (refused := kinds.outspoken(shown, low)) is not None:
        raise refused
    found = _found(shown, low)
    _refuse_others(found, known_sid)
    return _told(found, sid_in(shown))


def _found(shown: str, low: str) -> _Found:
    verdict = verdict_of(low)
    codes = codes_in(_LINK.sub(_blank, shown))
    rejected = verdict.rejected is not None or _BEGINS.match(low) is not None
    if rejected and not codes:
        pages = (Code(int(page[1]), *page.span(1)) for page in _PAGE.finditer(low))
        codes = tuple(code for code in pages if is_of_a_profile(code.number))
    return _Found(shown, low, codes, sentences_in(low, rejected=rejected), verdict)


def _refuse_others(found: _Found, known_sid: str) -> None:
    """Raise ``NoDecision`` for a failed request, for another thing, and for what only speaks of decisions."""
    of_profiles = [code for code in found.codes if is_of_a_profile(code.number)]
    if not of_profiles:
        if any(subjects.of_a_request(code.number) for code in found.codes):
            raise failed_request()
        if kinds.is_failed_request(found.low):
            raise failed_request()
        if not found.decided and not found.codes and _pages_of_requests(found.low):
            raise failed_request()
    elif kinds.is_failed_request(found.low) and not found.decided:
        raise failed_request()
    if not (known_sid and known_sid.lower() in found.low):
        _refuse_subjects(found)
    own = found.decided and _YOUR.search(sentence_at(found.low, found.place).before) is not None
    alone = _CODES_ONLY.fullmatch(found.low) is not None
    count = 0 if alone else len({code.number for code in found.codes})
    told = found.decided or bool(found.codes)
    own = own or (found.decided and len(found.low) < _SHORT)
    refused = kinds.unspoken(found.low, told=told, own=own, codes=count)
    if refused is not None:
        raise refused


def _pages_of_requests(low: str) -> bool:
    """Whether a link to the page of such a code is there, or nothing but such codes."""
    codes = [int(page[1]) for page in _PAGE.finditer(low)]
    if _CODES_ONLY.fullmatch(low):
        codes += [int(number.group()) for number in _ANY_CODE.finditer(low)]
    return any(subjects.of_a_request(code) for code in codes)


def _refuse_subjects(found: _Found) -> None:
    mentioned = subjects.mentioned(found.low)
    first_code = found.codes[0].start if found.codes else len(found.low)
    if mentioned is not None:
        place, subject = mentioned
        if found.decided:
            own = subject not in _IN_ITS_OWN_RIGHT and _PROFILE.search(found.low, 0, found.place + 120)
            primary = "primary" in found.low[: found.place] and "regulatory" not in found.low
            if place < found.place and not own and not primary:
                raise about(subject)
        elif place < first_code and _STATED.search(found.low):
            raise about(subject)
    of_codes = [subjects.of_code(code.number) for code in found.codes]
    if of_codes and all(of_codes) and of_codes[0] is not None:
        raise about(of_codes[0])


def _told(found: _Found, sid: str) -> ReadDecision:
    verdict, low = found.verdict, found.low
    if verdict.approved is not None:
        starts = [code.start for code in found.codes] + [known.start for known in found.sentences]
        told = min(starts, default=-1)
        against = told >= 0 and not (verdict.settled or kinds.is_help_before(low, told))
        if verdict.rejected is not None or against:
            raise contradiction()
        return ReadDecision(approved=True, sid=sid)
    if verdict.in_review is not None and verdict.rejected is None and verdict.settled:
        raise in_review()
    coded = tuple(_coded(found))
    if not coded or _is_by_the_way(found):
        if verdict.rejected is None:
            raise _nothing(verdict)
        coded = tuple(_unexplained(found, verdict.rejected))
    return ReadDecision(approved=False, reasons=reasons_of(coded), sid=sid)


def _is_by_the_way(found: _Found) -> bool:
    """Whether a code is only mentioned in running text that speaks of no review."""
    if found.decided or found.sentences or _REVIEWED.search(found.low):
        return False
    leads = (found.low[max(found.low.rfind("\n", 0, code.start), 0) : code.start] for code in found.codes)
    return all(len(lead.split()) > _MANY_WORDS for lead in leads)


def _nothing(verdict: Verdict) -> NoDecision:
    if verdict.in_review is not None:
        return in_review()
    return NoDecision(
        "This holds no decision: neither an approval nor a code or known sentence of a rejection", PASTE
    )


def _coded(found: _Found) -> Iterator[CodedReason]:
    places: list[tuple[int, int, int, tuple[str, ...] | None]] = [
        (code.start, code.number, code.end, None) for code in found.codes
    ]
    places += [(known.start, known.code, known.end, known.paths) for known in found.sentences]
    starts = sorted({place[0] for place in places})
    for start, number, end, paths in sorted(places, key=lambda place: place[:3]):
        following = next((place for place in starts if place > end), len(found.shown))
        yield CodedReason(number, _telling(words_about(found.shown, start, end, following)), paths)


def _telling(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the lines that say why; a row of a table, or that it was rejected, is no reason."""
    return tuple(line for line in lines if not _SAYS_NO_MORE.fullmatch(small(line)))


def _unexplained(found: _Found, rejected: int) -> Iterator[CodedReason]:
    """Yield the words of a rejection that gives no code, if it says more than that it is one."""
    words = _telling(explanation(found.shown, found.low, rejected))
    if sum(len(line.split()) for line in words) > _FEW:
        yield CodedReason(NO_CODE, words, ())
