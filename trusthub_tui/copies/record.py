"""A profile with all that belongs to it in the file, for whatever prints it."""

from dataclasses import dataclass

from trusthub_tui.profile.labels import status_badge
from trusthub_tui.profile.submission import TWILIO, Reason, Submission, rehearsal_of, standing_of
from trusthub_tui.store.records import Event, StoredProfile


@dataclass(frozen=True, slots=True)
class Record:
    """A profile with all that belongs to it in the file."""

    profile: StoredProfile
    submissions: tuple[Submission, ...]
    """The first one first."""
    events: tuple[Event, ...]
    """The first one first."""

    @property
    def title(self) -> str:
        """Name and ID, as the first line of what is printed."""
        return f"{self.profile.name}  ({self.profile.id})"

    @property
    def badge(self) -> str:
        """The status with its mark, and whether it is practice."""
        return status_badge(self.profile.status, self.hub)

    @property
    def standing(self) -> Submission | None:
        """The submission its status follows."""
        return standing_of(self.submissions)

    @property
    def rehearsal(self) -> Submission | None:
        """The newest practice submission, where Twilio's word stands beside it."""
        return rehearsal_of(self.submissions)

    @property
    def hub(self) -> str:
        """Whose word the status is; empty for nobody's."""
        return self.standing.hub if self.standing else ""

    @property
    def decided_by_twilio(self) -> bool:
        """Whether Twilio itself has decided on a version of it."""
        return any(one.hub == TWILIO and one.decision is not None for one in self.submissions)

    @property
    def may_be_filed(self) -> bool:
        """Whether it can be taken down as filed: not while Twilio reviews it or has approved it."""
        return self.profile.status.editable or self.hub != TWILIO

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why it was rejected; none where it was not."""
        decision = self.standing.decision if self.standing else None
        return decision.reasons if decision else ()
