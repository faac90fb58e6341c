"""Explaining whatever came from Twilio: what it is, what it means, what is next, and whose it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from trusthub_tui.profile.labels import full_label, status_label
from trusthub_tui.profile.other_codes import other_code
from trusthub_tui.profile.rejections import entries, entry
from trusthub_tui.profile.submission import TWILIO, Reason, Submission, status_after
from trusthub_tui.trusthub.received.outcome import Kind, Reading

_LONGEST: Final = 20_000
"""Characters in which the name of a profile is looked for."""


@dataclass(frozen=True, slots=True)
class KnownProfile:
    """A profile that a text can be about."""

    id: str
    name: str
    sid: str = ""
    """Its own SID at Twilio; empty where nobody has told it."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one code means, in our own words."""

    code: int
    """0 for a reason that came in words alone."""
    title: str
    says: str
    advice: tuple[str, ...]
    source: str
    """Where that is known from."""
    words: tuple[str, ...] = ()
    """Twilio's own sentences beside it."""
    paths: tuple[str, ...] = ()
    """The questions of a profile that it concerns."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a text from Twilio is, and what to do about it."""

    reading: Reading
    meanings: tuple[Meaning, ...]
    next: tuple[str, ...]
    """Full sentences."""
    profile: KnownProfile | None
    """The profile it is about, where that is certain."""


def explained(text: str, profiles: Iterable[KnownProfile] = ()) -> Explanation:
    """Return what a text is, means, and asks for; never fails.

    ``profiles`` are those it can be about: by its SID, else by its name where only one has it.
    """
    from trusthub_tui.trusthub.decisions import read  # the readers come with the first text

    known = tuple(profiles)
    reading = read(text)
    ours = next((one for one in known if one.sid and one.sid in text), None)
    if reading.decision is None and ours is not None:
        reading = read(text, ours.sid)
    profile = _profile(reading, text, known)
    return Explanation(reading, _meanings(reading, text), _next(reading, text, profile), profile)


@dataclass(frozen=True, slots=True)
class Preview:
    """What a decision makes of a submission, before it counts."""

    outcome: str
    """The status it would have; without a full stop."""
    reasons: tuple[tuple[str, ...], ...] = ()
    """Why: for each reason its title and code, then the questions it concerns, then the words received."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The outcome, then all lines of all reasons."""
        return (self.outcome, *(line for reason in self.reasons for line in reason))


def preview(decided: Submission) -> Preview:
    """Return what the decision of a submission makes of it; ``decided`` is the submission as it would be."""
    decision = decided.decision
    outcome = f"Version {decided.version} would be {status_label(status_after(decision), decided.hub)}"
    if decision is None:
        return Preview(outcome)
    if decision.approved:
        return Preview(f"{outcome}: read-only from then on" if decided.hub == TWILIO else outcome)
    if not decision.reasons:
        return Preview(f"{outcome}; no code was given")
    return Preview(outcome, tuple(_reason(reason, decided) for reason in decision.reasons))


def _reason(reason: Reason, decided: Submission) -> tuple[str, ...]:
    asked = ", ".join(full_label(path, decided.answers) for path in reason.paths)
    concerns = (f"Concerns: {asked}",) if asked else ()
    said_by = "Twilio" if decided.hub == TWILIO else "Practice"
    return (entry(reason.code).named, *concerns, *(f"{said_by}: {words}" for words in reason.words))


def _profile(reading: Reading, text: str, known: tuple[KnownProfile, ...]) -> KnownProfile | None:
    if reading.kind is Kind.ANOTHER_THING:
        return None
    if reading.sids:
        found = [one for one in known if one.sid in reading.sids]
        return found[0] if len(found) == 1 else None
    low = text[:_LONGEST].casefold()
    named = [one for one in known if one.name and one.name.casefold() in low]
    return named[0] if len(named) == 1 else None


def _meanings(reading: Reading, text: str) -> tuple[Meaning, ...]:
    if reading.decision is not None:
        return tuple(_of_reason(reason) for reason in reading.decision.reasons)
    if not reading.codes and other_code(400, text) and reading.kind is Kind.FAILED_REQUEST:
        return (_of_code(400, text),)
    return tuple(_of_code(code, text) for code in reading.codes)


def _of_reason(reason: Reason) -> Meaning:
    known = entry(reason.code)
    return Meaning(
        reason.code, known.title, known.meaning, known.advice, known.page, reason.words, reason.paths
    )


def _of_code(code: int, text: str) -> Meaning:
    other = other_code(code, text)
    if other is not None and code not in entries():
        return Meaning(code, other.title, other.meaning, other.advice, other.source)
    return _of_reason(Reason(code, entry(code).paths))


def _next(reading: Reading, text: str, profile: KnownProfile | None) -> tuple[str, ...]:
    target = profile.id if profile else "ID"
    match reading.kind:
        case Kind.DECISION:
            return (f"To take it in: trusthub-tui decide {target} --from FILE",)
        case Kind.FAILED_REQUEST if _waits(reading, text):
            return ("The profile has to be approved first; to see how yours stands: trusthub-tui list",)
        case Kind.FAILED_REQUEST:
            return ("It decides nothing about a profile; mend the request and send it again",)
        case Kind.ANOTHER_THING:
            return (f"Look at {reading.subject} in the Twilio Console; no profile here is touched by it",)
        case _:
            return (reading.remedy,)


def _waits(reading: Reading, text: str) -> bool:
    return any(other.waits for code in reading.codes if (other := other_code(code, text)) is not None)
