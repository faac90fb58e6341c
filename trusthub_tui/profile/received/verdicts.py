"""Whether a plain text says that a profile was approved, rejected, or is still being reviewed."""

import re
from typing import Final, NamedTuple

from trusthub_tui.profile.received.sentences import stated

_APART: Final = r"(?:(?<=\binc)\.|(?<=\bltd)\.|(?<=\bcorp)\.|(?<=\bco)\.)?[^\w.!?]{1,8}"
_NAME: Final = rf"(?:{_APART}\w{{1,40}}){{0,12}}?{_APART}"
_ADVERB: Final = rf"(?:(?:now|successfully|officially|already|finally|also|unfortunately){_APART})*"
_HAS_BEEN: Final = rf"(?:has{_APART}{_ADVERB}been|was|is|were)"
_PROFILE: Final = r"\b(?:profile|trust.?hub)"


class Verdict(NamedTuple):
    """Where a text says so; ``None`` where it does not."""

    approved: int | None
    rejected: int | None
    in_review: int | None


def _patterns(*wordings: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(wording) for wording in wordings)


_APPROVED: Final = _patterns(
    rf"{_PROFILE}{_NAME}{_HAS_BEEN}{_APART}{_ADVERB}(?:approved|verified)\b",
    rf"\b(?:we|twilio)(?:{_APART}(?:have|has|just))?{_APART}{_ADVERB}approved{_NAME}{_PROFILE[2:]}\b",
    r"\bstatus\W{1,6}(?:is\W|now\W|twilio[ _-])*approved\b",
    r"\btwilio[ _-]approved\b",
    r"^\W*(?:subject:\W*)?approved\W*$",
)
_REJECTED: Final = _patterns(
    rf"{_PROFILE}{_NAME}{_HAS_BEEN}{_APART}{_ADVERB}(?:rejected|declined|denied|disapproved)\b",
    rf"{_PROFILE}{_NAME}(?:could{_APART}not|cannot|couldn.t){_APART}be{_APART}(?:approved|verified)\b",
    rf"{_PROFILE}{_NAME}(?:has{_APART}not{_APART}been|was{_APART}not){_APART}(?:approved)\b(?!{_APART}yet)",
    rf"\b(?:we|twilio)(?:{_APART}(?:have|has|had{_APART}to))?{_APART}{_ADVERB}reject(?:ed)?{_NAME}{_PROFILE[2:]}\b",
    rf"\bunable{_APART}to{_APART}(?:approve|verify){_NAME}{_PROFILE[2:]}\b",
    r"\bstatus\W{1,6}(?:is\W|now\W|twilio[ _-])*rejected\b",
    r"\btwilio[ _-]rejected\b",
    r"^\W*(?:subject:\W*)?rejected\W*$",
)
_IN_REVIEW: Final = _patterns(
    r"\b(?:pending|in)[ _-]review\b",
    r"\bunder review\b",
    r"\bsubmitted for review\b",
    r"\bbeing reviewed\b",
)


def verdict_of(low: str) -> Verdict:
    """Return what a plain text in small letters says; it may say several things, or none."""
    return Verdict(_first(_APPROVED, low), _first(_REJECTED, low), _first(_IN_REVIEW, low))


def _first(patterns: tuple[re.Pattern[str], ...], low: str) -> int | None:
    places = (
        next((found.start() for found in pattern.finditer(low) if stated(low, found.end())), None)
        for pattern in patterns
    )
    return min((place for place in places if place is not None), default=None)
