"""Submitting a profile, and taking in the decisions that are due."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.submission import TWILIO, Decision, Submission
from trusthub_tui.store.errors import ChangedMeanwhile, Locked, ProfileNotFound
from trusthub_tui.store.records import StoredProfile
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.errors import NotUnderReview, WrongSid
from trusthub_tui.trusthub.outcome import standing_after, status_after
from trusthub_tui.trusthub.port import Receipt, TrustHub
from trusthub_tui.trusthub.received.outcome import ReadDecision
from trusthub_tui.trusthub.received.sids import as_sid

_ATTEMPTS: Final = 3
"""How often to submit anew what another window changes at the same moment."""


@dataclass(frozen=True, slots=True)
class News:
    """A decision that has just been taken in."""

    profile_id: str
    name: str
    submission: Submission
    """The submission, with its decision."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a decision that came by hand."""

    submission: Submission
    """The submission, with its decision."""
    new: bool
    """Whether it is news; False for a decision that had been taken in before."""
    learned_sid: str = ""
    """The profile's SID, if this decision was the first to tell it."""


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
        return self._sent(profile_id, self._submit)

    def filed(self, profile_id: str, sid: str = "") -> Submission:
        """Take down that a profile, as it stands, was filed in the Console, and return the submission.

        ``sid`` is the profile's own, where it is known. What only the practice Trust Hub approved may be
        filed too. Locked when the profile is in review, or approved by Twilio; NoProfileSid for text that is
        no SID; ProfileNotFound; any other StoreError.
        """
        checked = as_sid(sid) if sid.strip() else ""
        return self._sent(profile_id, lambda profile: self._filed(profile, checked))

    def decide(self, profile_id: str, read: ReadDecision) -> Decided:
        """Take in the decision on the newest submission of a profile, whoever reviews it.

        The same decision again is no news. A SID that nobody has told before is remembered, but not that of a
        rehearsal. NotUnderReview when there is no submission or it was decided otherwise; WrongSid when the
        decision is about another profile; ProfileNotFound; any other StoreError. Nothing is changed then.
        """
        profile = self._store.profiles.get(profile_id)
        if read.sid and profile.sid and read.sid != profile.sid:
            raise WrongSid(profile.id, profile.sid, read.sid)
        submission = self._newest(profile)
        decided = replace(
            submission,
            decision=Decision(approved=read.approved, decided_at=self._clock(), reasons=read.reasons),
        )
        new = submission.decision is None and self._decided(decided)
        if not new:
            decided = self._newest(profile)
            if decided.decision is None or _gist(decided.decision) != _gist(read):
                raise NotUnderReview(profile.id, status_after(decided.decision), decided.version)
        return Decided(decided, new, self._learned_sid(decided, read.sid))

    def settle(self, at_most: int = -1) -> tuple[News, ...]:
        """Take in the decisions that are due, the longest due first, and return those that are new.

        Each is taken in once, however many processes ask. Nothing happens in a file that cannot be written.
        ``at_most`` limits how many submissions are looked at; all when it is negative.
        """
        if self._store.read_only:
            return ()
        now = self._clock()
        found = (
            self._settled(submission, now)
            for submission in self._store.submissions.due(now, at_most, hub=self._hub.name)
        )
        return tuple(news for news in found if news is not None)

    def next_due(self) -> datetime | None:
        """Return when the next decision can be expected; None when no submission was promised one."""
        return self._store.submissions.next_due(self._hub.name)

    def _sent(self, profile_id: str, send: Callable[[StoredProfile], Submission]) -> Submission:
        for _ in range(_ATTEMPTS - 1):
            try:
                return send(self._store.profiles.get(profile_id))
            except ChangedMeanwhile:
                continue
        return send(self._store.profiles.get(profile_id))

    def _submit(self, profile: StoredProfile) -> Submission:
        if not profile.status.editable:
            raise Locked(profile.id, profile.status)
        submission = self._next(profile, self._hub.name)
        receipt = self._hub.submit(submission)
        return self._add(profile, submission, receipt)

    def _filed(self, profile: StoredProfile, sid: str) -> Submission:
        return self._add(profile, self._next(profile, TWILIO), Receipt(), sid)

    def _next(self, profile: StoredProfile, hub: str) -> Submission:
        earlier = self._store.submissions.of(profile.id)
        return Submission(
            profile_id=profile.id,
            version=earlier[-1].version + 1 if earlier else 1,
            answers=profile.answers,
            submitted_at=self._clock(),
            hub=hub,
        )

    def _add(
        self, profile: StoredProfile, submission: Submission, receipt: Receipt, sid: str = ""
    ) -> Submission:
        sent = replace(submission, due_at=receipt.due_at, decision=receipt.decision)
        self._store.submissions.add(
            sent,
            status_after(receipt.decision),
            standing=standing_after(receipt.decision, submission.hub),
            seen=profile.version,
            sid=sid,
        )
        return sent

    def _newest(self, profile: StoredProfile) -> Submission:
        submissions = self._store.submissions.of(profile.id)
        if not submissions:
            raise NotUnderReview(profile.id, profile.status)
        return submissions[-1]

    def _settled(self, submission: Submission, now: datetime) -> News | None:
        decision = self._hub.decision(submission, now)
        if decision is None:
            return None
        decided = replace(submission, decision=decision)
        try:
            new = self._decided(decided)
            name = self._store.profiles.get(submission.profile_id).name
        except ProfileNotFound:
            # Deleted by another window since we looked; it waits for the deletion to be undone.
            return None
        return News(submission.profile_id, name, decided) if new else None

    def _decided(self, submission: Submission) -> bool:
        """Keep the decision of a submission; False when there is one already."""
        decision = submission.decision
        return decision is not None and self._store.submissions.decide(
            submission.profile_id,
            submission.version,
            decision,
            status_after(decision),
            standing=standing_after(decision, submission.hub),
            registration=_registration(submission) if decision.approved else "",
        )

    def _learned_sid(self, submission: Submission, sid: str) -> str:
        if not sid or submission.hub != TWILIO:
            return ""
        new = self._store.submissions.remember_sid(submission.profile_id, sid, self._clock())
        return sid if new else ""


def _gist(decision: Decision | ReadDecision) -> tuple[bool, frozenset[int]]:
    """Return what makes two decisions the same, however they were told: the outcome and the codes."""
    return decision.approved, frozenset(reason.code for reason in decision.reasons)


def _registration(submission: Submission) -> str:
    # Only here is the number needed in its canonical form; the libraries that know it are slow to import.
    from trusthub_tui.profile.canonical import canonical

    return canonical(paths.ID_NUMBER, submission.answers)
