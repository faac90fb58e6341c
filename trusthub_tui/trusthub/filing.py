"""Submitting a profile, and taking in the decisions that are due."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.submission import Submission
from trusthub_tui.store.errors import ChangedMeanwhile, Locked, ProfileNotFound
from trusthub_tui.store.records import StoredProfile
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.outcome import standing_after, status_after
from trusthub_tui.trusthub.port import TrustHub

_ATTEMPTS: Final = 3
"""How often to submit anew what another window changes at the same moment."""


@dataclass(frozen=True, slots=True)
class News:
    """A decision that has just been taken in."""

    profile_id: str
    name: str
    submission: Submission
    """The submission, with its decision."""


class Filing:
    """Carries profiles to a reviewer and its decisions back into the store."""

    def __init__(self, store: Store, hub: TrustHub, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._hub = hub
        self._clock = clock

    def submit(self, profile_id: str) -> Submission:
        """Submit a profile as it stands and return the submission, with its decision if it came at once.

        Locked when the profile is in review or approved; ProfileNotFound; any other StoreError.
        """
        for _ in range(_ATTEMPTS - 1):
            try:
                return self._submit(self._store.profiles.get(profile_id))
            except ChangedMeanwhile:
                continue
        return self._submit(self._store.profiles.get(profile_id))

    def settle(self, at_most: int = -1) -> tuple[News, ...]:
        """Take in the decisions that are due, the longest due first, and return those that are new.

        Each is taken in once, however many processes ask. Nothing happens in a file that cannot be written.
        ``at_most`` limits how many submissions are looked at; all when it is negative.
        """
        if self._store.read_only:
            return ()
        now = self._clock()
        found = (self._settled(submission, now) for submission in self._store.submissions.due(now, at_most))
        return tuple(news for news in found if news is not None)

    def next_due(self) -> datetime | None:
        """Return when the next decision can be expected; None when no submission was promised one."""
        return self._store.submissions.next_due(self._hub.name)

    def _submit(self, profile: StoredProfile) -> Submission:
        if not profile.status.editable:
            raise Locked(profile.id, profile.status)
        earlier = self._store.submissions.of(profile.id)
        submission = Submission(
            profile_id=profile.id,
            version=earlier[-1].version + 1 if earlier else 1,
            answers=profile.answers,
            submitted_at=self._clock(),
            hub=self._hub.name,
        )
        receipt = self._hub.submit(submission)
        sent = replace(submission, due_at=receipt.due_at, decision=receipt.decision)
        self._store.submissions.add(
            sent,
            status_after(receipt.decision),
            standing=standing_after(receipt.decision),
            seen=profile.version,
        )
        return sent

    def _settled(self, submission: Submission, now: datetime) -> News | None:
        if submission.hub != self._hub.name:
            return None
        decision = self._hub.decision(submission, now)
        if decision is None:
            return None
        try:
            new = self._store.submissions.decide(
                submission.profile_id,
                submission.version,
                decision,
                status_after(decision),
                standing=standing_after(decision),
                registration=_registration(submission) if decision.approved else "",
            )
            name = self._store.profiles.get(submission.profile_id).name
        except ProfileNotFound:
            # Deleted by another window since we looked; it waits for the deletion to be undone.
            return None
        return News(submission.profile_id, name, replace(submission, decision=decision)) if new else None


def _registration(submission: Submission) -> str:
    # Only here is the number needed in its canonical form; the libraries that know it are slow to import.
    from trusthub_tui.profile.readings import canonical

    return canonical(paths.ID_NUMBER, submission.answers)
