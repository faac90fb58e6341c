"""Submitting a profile, and taking in the decisions that are due."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from trusthub_tui.profile import paths
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import (
    TWILIO,
    Decision,
    Submission,
    rehearsal_of,
    standing_of,
    status_after,
)
from trusthub_tui.store.errors import ChangedMeanwhile, Locked, ProfileNotFound
from trusthub_tui.store.records import Standing, StoredProfile
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.errors import NoRehearsal, NotUnderReview, WrongSid
from trusthub_tui.trusthub.outcome import standing_after
from trusthub_tui.trusthub.port import Receipt, TrustHub
from trusthub_tui.trusthub.received.outcome import ReadDecision
from trusthub_tui.trusthub.received.sids import as_sid

_ATTEMPTS: Final = 3
"""How often to submit anew what another window changes at the same moment."""


class News(NamedTuple):
    """A decision that has just been taken in."""

    profile_id: str
    name: str
    submission: Submission
    """The submission, with its decision."""


class Decided(NamedTuple):
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

    def submit(self, profile_id: str, *, seen: int | None = None) -> Submission:
        """Submit a profile as it stands and return the submission, with its decision if it came at once.

        ``seen`` is the profile's version the user has looked at; ChangedMeanwhile when it is not the newest.
        Once it was filed at Twilio, that is a rehearsal: Twilio's word stands, and nothing is locked.
        Locked when the profile is in review or approved; ProfileNotFound; any other StoreError.
        """
        return self._sent(profile_id, self._submit, seen)

    def filed(self, profile_id: str, sid: str = "", *, seen: int | None = None) -> Submission:
        """Take down that a profile, as it stands, was filed in the Console, and return the submission.

        ``sid`` is the profile's own, where it is known; ``seen`` the version the user has looked at:
        ChangedMeanwhile when it is not the newest. It is a fact: neither findings nor what the practice
        Trust Hub makes of the profile stand in its way. Locked when it is in review at Twilio, or approved
        there; NoProfileSid for text that is no SID; ProfileNotFound; any other StoreError.
        """
        checked = as_sid(sid) if sid.strip() else ""
        return self._sent(profile_id, lambda profile: self._filed(profile, checked), seen)

    def preview(self, profile_id: str, read: ReadDecision) -> Decided:
        """Return what a decision that comes by hand would make of a profile; nothing is changed.

        It is about the newest filing, or about a rehearsal where Twilio has decided or nothing was filed.
        The reasons of a rejection that came without any may come later. NotUnderReview when there is no
        submission or it was decided otherwise; WrongSid when the decision is
        about another profile; ProfileNotFound; any other StoreError.
        """
        profile = self._store.profiles.get(profile_id)
        if read.sid and profile.sid and read.sid != profile.sid:
            raise WrongSid(profile.id, profile.sid, read.sid)
        submission = _meant(self._store.submissions.of(profile.id), read)
        if submission is None:
            raise NotUnderReview(profile.id, profile.status)
        known = submission.decision
        explains = known is not None and _explains(known, read)
        if known is not None and not explains and _gist(known) != _gist(read):
            raise NotUnderReview(profile.id, status_after(known), submission.version)
        learned = read.sid if not profile.sid and submission.hub == TWILIO else ""
        if known is not None and not explains:
            return Decided(submission, new=False, learned_sid=learned)
        decided_at = known.decided_at if known is not None else self._clock()
        decision = Decision(approved=read.approved, decided_at=decided_at, reasons=read.reasons)
        return Decided(submission._replace(decision=decision), new=True, learned_sid=learned)

    def decide(self, profile_id: str, read: ReadDecision) -> Decided:
        """Take in a decision that comes by hand, as :meth:`preview` tells it; it can be taken back.

        The same decision again is no news. A SID that nobody has told before is remembered, but not that of a
        rehearsal. Raises what the preview raises; nothing is changed then.
        """
        seen = self.preview(profile_id, read)
        if seen.new:
            if self._decided(seen.submission, sid=seen.learned_sid, by_hand=True):
                return seen
            # Decided by another window since: then it must be the same decision.
            seen = self.preview(profile_id, read)
        learned = seen.learned_sid
        if learned and not self._store.submissions.remember_sid(profile_id, learned, self._clock()):
            learned = ""
        return seen._replace(new=False, learned_sid=learned)

    def reopen(self, profile_id: str) -> None:
        """Make what only the practice Trust Hub approved a draft again.

        Locked where it is in review, or approved by Twilio; ProfileNotFound; any other StoreError.
        """
        self._store.submissions.reopen(profile_id, self._clock())

    def discard_rehearsal(self, profile_id: str) -> Submission:
        """Throw away the newest submission to the practice Trust Hub, and return it.

        Where Twilio has no word on the profile, it stands as it did before. NoRehearsal when the newest
        submission is none; ProfileNotFound; any other StoreError.
        """
        profile = self._store.profiles.get(profile_id)
        submissions = self._store.submissions.of(profile.id)
        if not submissions or submissions[-1].hub == TWILIO:
            raise NoRehearsal(profile.id)
        *earlier, rehearsal = submissions
        if not self._store.submissions.discard(
            profile.id, rehearsal.version, self._clock(), _left_with(standing_of(earlier))
        ):
            raise ChangedMeanwhile(profile.id)
        return rehearsal

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

    def _sent(
        self, profile_id: str, send: Callable[[StoredProfile], Submission], seen: int | None
    ) -> Submission:
        if seen is not None:
            profile = self._store.profiles.get(profile_id)
            if profile.version != seen:
                raise ChangedMeanwhile(profile.id)
            return send(profile)
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
        return Submission(
            profile_id=profile.id,
            version=self._store.submissions.next_version(profile.id),
            answers=profile.answers,
            submitted_at=self._clock(),
            hub=hub,
        )

    def _add(
        self, profile: StoredProfile, submission: Submission, receipt: Receipt, sid: str = ""
    ) -> Submission:
        sent = submission._replace(due_at=receipt.due_at, decision=receipt.decision)
        self._store.submissions.add(
            sent,
            status_after(receipt.decision),
            standing=standing_after(receipt.decision, submission.hub),
            seen=profile.version,
            sid=sid,
        )
        return sent

    def _settled(self, submission: Submission, now: datetime) -> News | None:
        decision = self._hub.decision(submission, now)
        if decision is None:
            return None
        decided = submission._replace(decision=decision)
        try:
            new = self._decided(decided)
            name = self._store.profiles.get(submission.profile_id).name
        except ProfileNotFound:
            # Deleted by another window since we looked; it waits for the deletion to be undone.
            return None
        return News(submission.profile_id, name, decided) if new else None

    def _decided(self, submission: Submission, *, sid: str = "", by_hand: bool = False) -> bool:
        """Keep the decision of a submission; False when there is one already."""
        decision = submission.decision
        return decision is not None and self._store.submissions.decide(
            submission,
            status_after(decision),
            standing=standing_after(decision, submission.hub),
            registration=_registration(submission) if decision.approved else "",
            sid=sid,
            by_hand=by_hand,
        )


def _meant(submissions: Sequence[Submission], read: ReadDecision) -> Submission | None:
    """Return the submission a decision is about: what Twilio reviews, then what is rehearsed."""
    standing, rehearsal = standing_of(submissions), rehearsal_of(submissions)
    if standing is None or standing.decision is None or rehearsal is None or rehearsal.decision is not None:
        return standing
    repeated = read.sid or _gist(standing.decision) == _gist(read) or _explains(standing.decision, read)
    return standing if repeated else rehearsal


def _left_with(submission: Submission | None) -> tuple[Status, Standing] | None:
    """Return how a profile stands that is left with a submission; None for a draft, left with none."""
    if submission is None:
        return None
    return status_after(submission.decision), standing_after(submission.decision, submission.hub)


def _explains(known: Decision, read: ReadDecision) -> bool:
    """Whether these are the reasons of a rejection that came without any."""
    return not (known.approved or known.reasons or read.approved) and bool(read.reasons)


def _gist(decision: Decision | ReadDecision) -> tuple[bool, frozenset[int]]:
    """Return what makes two decisions the same, however they were told: the outcome and the codes."""
    return decision.approved, frozenset(reason.code for reason in decision.reasons)


def _registration(submission: Submission) -> str:
    # Only here is the number needed in its canonical form; the libraries that know it are slow to import.
    from trusthub_tui.profile.canonical import canonical

    return canonical(paths.ID_NUMBER, submission.answers)
