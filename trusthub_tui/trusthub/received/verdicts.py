"""Whether a plain text says that a profile was approved, rejected, or is still being reviewed."""

import re
from itertools import islice
from typing import Final, NamedTuple

from trusthub_tui.trusthub.received.patterns import Pattern
from trusthub_tui.trusthub.received.sentences import Sentence, sentence_at


class Verdict(NamedTuple):
    """Where a text says so; ``None`` where it does not."""

    approved: int | None
    rejected: int | None
    in_review: int | None
    settled: bool = False
    """Whether several were told, and the others are earlier stages."""


_WORD: Final = Pattern(
    r"\b(?:(approved)|(rejected|declined|denied|disapproved|unsuccessful)|approve|verif(?:y|ied))\b"
)
"""Words of a verdict; the last ones are none of their own, but "could not be verified" is."""

_IN_REVIEW: Final = Pattern(
    r"\b(?:(?:pending|in)[ _-]review|under review|submitted for review|being reviewed)\b"
)

_TOPIC: Final = Pattern(r"\bprofile\b|\btrust.?hub\b|\bbundle\b")
_IT: Final = Pattern(r"\bit\b")
_ANOTHER_PRODUCT: Final = Pattern(
    r"\b(?:brand|campaign|regulatory|toll.?free|trust product|a2p|10dlc|shaken|cnam|voice integrity"
    r"|whatsapp|sender"
    r"|short code|secondary|starter|sole proprietor|sub-?profile|template|supporting document|end user)\b"
)
_PART_OF_IT: Final = Pattern(r"\b(?:address|e.?mail|number|document|representative|callback)\b")
"""What may be approved without the profile being so."""

_ADVERBS: Final = r"(?:(?:now|just|successfully|officially|already|finally|also|unfortunately)\W{1,3})*"
_IS: Final = Pattern(
    rf"\b(?:(?:has|have)\s{_ADVERBS}been|was|is|(?:we|twilio)(?:\s(?:have|has))?)\W{{1,3}}{_ADVERBS}$"
)
_IS_NOT: Final = Pattern(
    r"\b(?:(?:could\s?not|cannot|can\snot|couldn.t|can.t)(?:\sbe)?|has\s?n[o']t\sbeen|was\s?n[o']t"
    r"|unable\sto)\s$"
)
_STATUS: Final = Pattern(r"(?:\bstatus\W{1,6}(?:is\s|now\s)*(?:twilio[\s_-])?|\btwilio[\s_-])$")
_TITLE: Final = Pattern(
    r"\W*(?:(?:subject|re|fwd?)\W+)*(?:your\s)?(?:twilio\s)?(?:trust.?hub\s)?"
    r"(?:(?:primary|business|customer|compliance)\s)*profile\W{1,4}"
)
_ALONE: Final = Pattern(r"\W*(?:subject\W*)?\w+\W*")
_NOT_SETTLED: Final = Pattern(r"\W{1,3}(?:or|nor)\b|\syet\b")
_ASKED: Final = Pattern(r"[^.!?\n]{0,120}\?(?!\w)")
"""The rest of a question, in one line: what is asked below a heading does not make a question of that."""

_WHY: Final = Pattern(r"\bwhy\b")
"""What makes a question say that it is so."""

_DENIED: Final = Pattern(
    r"\W{1,8}(?:(?:no|nope|false)(?:\s*$|\s?[.,;!)\n])|not\s(?:yet|now|so)\b)|[^\w.!?\n]{1,4}not\b"
)
"""What follows "approved" in "Approved: no", and not in "Approved. No further action is needed"."""

_LINE: Final = 120
"""Characters of a line that are looked at."""

_NEAR: Final = 300
"""Characters in which the profile is named that "it" stands for."""

_MOST: Final = 100
"""Words that are looked at; no e-mail comes near."""


def verdict_of(low: str) -> Verdict:
    """Return what a plain text in small letters says; it may say several things, or none."""
    places: list[tuple[int, bool]] = []
    for word in islice(_WORD.finditer(low), _MOST):
        approved = _approves(low, word)
        if approved is not None:
            places.append((word.start(), approved))
    reviews = (found.start() for found in islice(_IN_REVIEW.finditer(low), _MOST))
    in_review = next((place for place in reviews if not sentence_at(low, place).supposed), None)
    stages = _last_stage(low, places, in_review)
    if stages is not None:
        return stages
    first = {approved: place for place, approved in reversed(places)}
    return Verdict(first.get(True), first.get(False), in_review)


_NO_CODE: Final = Pattern(
    r"\W*(?:status\W+)?(?:it was |twilio[ -])?rejected\b\W{1,4}(?:no"
    r"|without(?: an?y?)?)\b[^.\n]{0,20}\b(?:codes?|reasons?)\b[^.\n]{0,20}\W*"
)
_AGAIN: Final = Pattern(r"\b(?:now|again|resubmi\w+|re-submi\w+|finally|currently|after|since|latest)\b")
_DATE: Final = Pattern(r"\b20[0-9]{2}-[01][0-9]-[0-3][0-9](?:[t ][0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?)?")


def _last_stage(low: str, places: list[tuple[int, bool]], in_review: int | None) -> Verdict | None:
    """Return the last of several stages that a text tells one after the other, if it does."""
    if _NO_CODE.fullmatch(low):
        return Verdict(None, low.index("rejected"), None)
    said: list[tuple[int, bool | None]] = [*places]
    if in_review is not None:
        said.append((in_review, None))
    if len({what for _, what in said}) < _SEVERAL or not places:
        return None
    dated = [(date.group(), place, what) for place, what in said if (date := _DATE.search(_line(low, place)))]
    if len(dated) == len(said):
        _, place, what = max(dated)
        return _only(place, what=what)
    place, what = max(said)
    if what is None and not _AGAIN.search(sentence_at(low, place).before):
        return None
    if len(dict.fromkeys(what for _, what in places)) == _SEVERAL or what is None:
        again = _AGAIN.search(sentence_at(low, place).before) is not None
        return _only(place, what=what) if again else None
    return None


_SEVERAL: Final = 2


def _only(place: int, *, what: bool | None) -> Verdict:
    return Verdict(
        place if what is True else None,
        place if what is False else None,
        place if what is None else None,
        settled=True,
    )


def _line(low: str, place: int) -> str:
    end = low.find("\n", place)
    return low[max(low.rfind("\n", 0, place) + 1, place - _LINE) : end if end >= 0 else len(low)][: 2 * _LINE]


def _approves(low: str, word: re.Match[str]) -> bool | None:
    """Whether an approval is stated here, or a rejection; ``None`` for neither."""
    sentence = sentence_at(low, word.start())
    if sentence.supposed or _is_open(sentence, low, word.end()):
        return None
    said = word.lastindex == 1 if word.lastindex else None
    if said and _DENIED.match(low, word.end()):
        return None
    if said is not None and _is_said_outright(low, word.start()):
        return said
    if not _is_about_a_profile(sentence, low, word.end(), approved=said is True):
        return None
    if said is not False and _IS_NOT.search(sentence.before):
        return False
    return said if _IS.search(sentence.before) else None


def _is_open(sentence: Sentence, low: str, end: int) -> bool:
    """Whether nothing is settled yet, or it is asked instead of said."""
    if _NOT_SETTLED.match(low, end):
        return True
    return _ASKED.match(low, end) is not None and not _WHY.search(sentence.before)


def _is_said_outright(low: str, start: int) -> bool:
    """Whether the word is a status, ends the title of an e-mail, or is all there is."""
    line = low[max(low.rfind("\n", 0, start) + 1, start - _LINE) : start]
    if _ANOTHER_PRODUCT.search(line):
        return False
    return bool(_STATUS.search(line) or _TITLE.fullmatch(line) or _ALONE.fullmatch(low))


def _is_about_a_profile(sentence: Sentence, low: str, end: int, *, approved: bool) -> bool:
    before = sentence.before
    if _ANOTHER_PRODUCT.search(before) or (approved and _PART_OF_IT.search(before)):
        return False
    if _TOPIC.search(before) is not None or _TOPIC.search(low, end, sentence.end) is not None:
        return True
    # "It" is the profile of the sentence before.
    near = low[max(0, end - _NEAR) : end]
    return bool(_IT.search(before) and _TOPIC.search(near) and not _ANOTHER_PRODUCT.search(near))
