"""What stands in the way of a submission or of its decision."""

from collections.abc import Sequence
from typing import Final

from trusthub_tui.profile.status import Status
from trusthub_tui.store.errors import StoreError

_TOLD: Final = 4
"""How many questions are named."""


class WrongSid(StoreError):
    """The decision is about another profile at Twilio."""

    def __init__(self, profile_id: str, known: str, told: str) -> None:
        super().__init__(
            f"This decision is about {told}, but profile {profile_id} is {known} at Twilio.",
            "Choose the profile it is about, or look for the decision about this one.",
        )
        self.profile_id = profile_id
        self.known = known
        """The profile's own SID."""
        self.told = told
        """The SID in the decision."""


class NotUnderReview(StoreError):
    """Nobody is reviewing the profile, so there is nothing to decide."""

    def __init__(self, profile_id: str, status: Status, version: int = 0) -> None:
        """``version`` is that of the last submission, which has another decision already; 0 without any."""
        if version:
            super().__init__(
                f"Version {version} of profile {profile_id} was already decided: {status.label}.",
                "Submit the profile again, or tell that it was filed again, before the next decision.",
            )
        else:
            super().__init__(
                f"Profile {profile_id} was not submitted yet.",
                "Submit it, or tell that it was filed in the Console, before its decision.",
            )
        self.profile_id = profile_id
        self.status = status
        self.version = version


class NoRehearsal(StoreError):
    """The newest submission was filed at Twilio, or there is none: nothing is rehearsed."""

    def __init__(self, profile_id: str) -> None:
        super().__init__(
            f"Profile {profile_id} has no rehearsal that could be thrown away.",
            f"See its submissions with: trusthub-tui show {profile_id}",
        )
        self.profile_id = profile_id


class NotLinked(StoreError):
    """A profile stands for none at Twilio."""

    def __init__(self, profile_id: str) -> None:
        super().__init__(
            f"Profile {profile_id} stands for none at Twilio yet.",
            "Build the draft in the Console, then link it with: trusthub-tui pull BU…",
        )
        self.profile_id = profile_id


class NotTouched(StoreError):
    """A profile at Twilio is of a kind that this program does not handle."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is neither a Primary nor a Secondary profile of type Business.",
            "Work on it in the Console.",
        )


class BothChanged(StoreError):
    """Answers were changed at Twilio that were not pulled yet, or on both sides."""

    def __init__(self, profile_id: str, labels: Sequence[str]) -> None:
        listed = ", ".join(labels[:_TOLD]) + (
            f" and {len(labels) - _TOLD} more" if len(labels) > _TOLD else ""
        )
        super().__init__(
            f"Twilio has other answers than profile {profile_id}: {listed}.",
            f"Choose whose count with: trusthub-tui pull {profile_id} --theirs",
        )
        self.profile_id = profile_id
        self.labels = tuple(labels)
        """The questions it is about."""
