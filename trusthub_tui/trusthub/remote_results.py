"""What a pull, a push, a submission or a poll brings back, as data."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from trusthub_tui.account.following import Turn
from trusthub_tui.account.resources import ProfileKind, RemoteProfile, Tree
from trusthub_tui.account.sending import Sent
from trusthub_tui.account.taking import Comparison, Taken
from trusthub_tui.profile.differences import Difference
from trusthub_tui.profile.submission import Submission
from trusthub_tui.store.records import StoredProfile
from trusthub_tui.trusthub.remote_known import Judged

SOURCE: Final = "Twilio"
"""Where pulled answers come from, as the history tells it."""


class Side(StrEnum):
    """Whose answer counts where both sides have changed it."""

    HERE = "here"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Check:
    """What an account may do."""

    profiles: tuple[RemoteProfile, ...] = ()
    """All that the account has."""
    reads: bool = True
    """Whether Trust Hub can be read."""
    writes: bool | None = None
    """Whether Twilio took changes of a Primary profile's answers; None where nobody has tried lately."""
    isv: bool | None = None
    """Whether a Primary profile is that of an ISV, reseller or partner; None where that is not known."""

    @property
    def primaries(self) -> tuple[RemoteProfile, ...]:
        """The Primary profiles among all that the account has."""
        return tuple(one for one in self.profiles if one.kind is ProfileKind.PRIMARY)


@dataclass(frozen=True, slots=True)
class BothSides:
    """A profile at Twilio beside the one here that stands for it, before anything is taken over."""

    profile: StoredProfile | None
    """The one here; None where there is none yet."""
    remote: RemoteProfile
    tree: Tree
    taken: Taken
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Pulled:
    """What a pull has done."""

    profile_id: str
    new: bool
    """Whether a draft was made for it."""
    changed: tuple[Difference, ...] = ()
    """What was taken over, and can be taken back."""
    notes: tuple[str, ...] = ()
    """What was odd at Twilio; sentences without a full stop."""
    followed: "Followed | None" = None
    """What its status at Twilio has made of it."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What happened to a profile at Twilio since it was last looked at."""

    profile_id: str
    name: str
    turn: Turn
    word: str
    """The status at Twilio, as received; empty where there is none."""
    submission: Submission | None = None
    """The version it is about, with its decision if there is one."""
    differences: tuple[Difference, ...] = ()
    """What was filed otherwise than it stood here; taken over."""


class SubmitState(StrEnum):
    """How far a submission to Twilio came."""

    NONCOMPLIANT = "noncompliant"
    IN_CONSOLE = "in-console"
    """Twilio takes it only in the Console: what is left there is to press Submit, or to carry fields over."""
    SUBMITTED = "submitted"


@dataclass(frozen=True, slots=True)
class Submitted:
    """What became of a submission to Twilio."""

    state: SubmitState
    sent: Sent | None = None
    """What was corrected before; None where it was in review already."""
    judged: Judged | None = None
    followed: Followed | None = None
