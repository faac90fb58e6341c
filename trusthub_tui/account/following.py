"""What a status at Twilio means for a profile here, and when to ask again. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from trusthub_tui.account.resources import PROFILE_FIELDS, RemoteProfile, Tree
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Submission

_GONE_FOR: Final = timedelta(hours=1)
"""How long Twilio must have nothing of a SID before that is believed."""

FASTEST: Final = 2.0
"""Seconds between two questions at least, however often somebody asks."""

_SENDING: Final = ((120.0, 5.0), (float("inf"), 15.0))
_WAITING: Final = ((600.0, 60.0), (3600.0, 300.0), (float("inf"), 900.0))
"""How many seconds apart to ask, for how long a wait."""

_SLOWEST: Final = 3600.0


class Turn(StrEnum):
    """What has happened to a profile at Twilio since it was last looked at."""

    NOTHING = "nothing"
    FILED = "filed"
    """Somebody has submitted it: it is in review."""
    DECIDED = "decided"
    """The version that was in review is approved or rejected."""
    FILED_AND_DECIDED = "filed-and-decided"
    """It was submitted and decided on since."""
    BACK_TO_DRAFT = "back-to-draft"
    """It is a draft there, and in review here."""
    CONTRADICTED = "contradicted"
    """It was approved by Twilio, and has another status now."""
    MISSING = "missing"
    """Twilio has nothing of this SID, for the first time."""
    GONE = "gone"
    """Twilio still has nothing of this SID an hour later."""
    UNKNOWN = "unknown"
    """A word that this program does not know; nothing is changed for it."""


@dataclass(frozen=True, slots=True)
class Here:
    """How a profile stands here."""

    standing: Submission | None
    """The newest submission to Twilio; None where it was never filed there."""
    codes: frozenset[int] = frozenset()
    """Those of its rejection, if it is one."""
    missing_at: datetime | None = None


def turn(here: Here, word: str, codes: frozenset[int], *, again: bool = False) -> Turn:
    """Return what a status at Twilio, with the codes of its errors, means for a profile.

    ``again`` says that it was filed and decided on anew, although the status and the codes are the same.
    """
    try:
        status = Status(word)
    except ValueError:
        return Turn.UNKNOWN
    decision = here.standing.decision if here.standing else None
    undecided = here.standing is not None and decision is None
    if decision is not None and decision.approved:
        return Turn.NOTHING if status is Status.APPROVED else Turn.CONTRADICTED
    if status is Status.DRAFT:
        return Turn.BACK_TO_DRAFT if undecided else Turn.NOTHING
    if status.in_review:
        return Turn.NOTHING if undecided else Turn.FILED
    if undecided:
        return Turn.DECIDED
    same = decision is not None and status is Status.REJECTED and (not codes or codes == here.codes)
    return Turn.NOTHING if same and not again else Turn.FILED_AND_DECIDED


def was_touched(word_before: str, updated_before: str, remote: RemoteProfile) -> bool:
    """Whether a profile that was rejected before, and is now, was changed at Twilio meanwhile."""
    return word_before == remote.status == Status.REJECTED and updated_before not in ("", remote.updated)


def was_refiled(before: Tree | None, now: Tree) -> bool:
    """Whether it was its status that changed, there and back: nothing of what can be edited of it did."""
    return before is not None and all(
        (before.profile.get(name) or "") == (now.profile.get(name) or "") for name in PROFILE_FIELDS.values()
    )


def turn_without(here: Here, now: datetime) -> Turn:
    """Return what it means that Twilio has nothing of a profile's SID."""
    if here.missing_at is None:
        return Turn.MISSING
    return Turn.GONE if now - here.missing_at >= _GONE_FOR else Turn.NOTHING


def interval(waited: float, *, sending: bool, failures: int, chance: float) -> float:
    """Return in how many seconds to ask again.

    ``waited`` is how long somebody has waited already, ``failures`` how often in a row there was no answer,
    and ``chance`` a number from 0 to 1, so that many programs do not all ask at once.
    """
    table = _SENDING if sending else _WAITING
    seconds = next(pause for until, pause in table if waited < until)
    doubled = min(seconds * 2.0 ** min(failures, 20), _SLOWEST)
    return float(doubled * (0.9 + 0.2 * chance))
