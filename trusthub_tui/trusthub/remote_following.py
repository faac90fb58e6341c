"""Letting the profiles of the file stand here as they stand at Twilio.

Whatever comes in enters the file through :class:`Filing`, like a decision that somebody pastes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from trusthub_tui.account import following, taking
from trusthub_tui.account.faults import Gone
from trusthub_tui.account.following import Here, Turn
from trusthub_tui.account.port import Account
from trusthub_tui.account.resources import (
    Policies,
    RemoteProfile,
    Tree,
    read_evaluations,
    read_profile,
    read_tree,
)
from trusthub_tui.account.taking import KNOWN
from trusthub_tui.profile.canonical import canonical
from trusthub_tui.profile.differences import Difference, differences
from trusthub_tui.profile.progress import rank
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import TWILIO, Submission, standing_of
from trusthub_tui.store.linked import Link
from trusthub_tui.store.records import Standing, StoredProfile
from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.trusthub.received.outcome import ReadDecision
from trusthub_tui.trusthub.remote_known import reasons_of, rejection_of
from trusthub_tui.trusthub.remote_links import Links, received_last
from trusthub_tui.trusthub.remote_results import SOURCE, Followed

_FILED: Final = (Turn.FILED, Turn.FILED_AND_DECIDED)
_DECIDED: Final = (Turn.DECIDED, Turn.FILED_AND_DECIDED)

_WAITING: Final = Standing("Twilio is reviewing it", rank(Status.IN_REVIEW, ()))
"""What the list says of a profile whose decision comes by itself."""


@dataclass(frozen=True, slots=True)
class Following:
    """Takes in what happened at Twilio: who filed a profile, and how it was decided."""

    store: Store
    filing: Filing
    account: Account
    policies: Policies
    links: Links
    clock: Callable[[], datetime]

    async def follow(
        self, profile_id: str, remote: RemoteProfile, before: Link | None = None
    ) -> Followed | None:
        """Let a profile stand here as it stands at Twilio; None where nothing has happened.

        ``before`` is what was last known of it there, where the file has something newer by now.
        """
        before = before or self.store.linked.of(profile_id)
        turn = self._turn(profile_id, remote)
        again = turn is Turn.NOTHING and self._touched(before, remote)
        tree = await read_tree(self.account, remote.sid) if again or turn in _FILED else None
        if again and tree is not None and following.was_refiled(received_last(before), tree):
            turn = Turn.FILED_AND_DECIDED
        read = await self._decision(remote) if turn in _DECIDED else None
        # Meanwhile another window may have taken the same in.
        again = again and turn in _DECIDED and self._touched(self.store.linked.of(profile_id), remote)
        turn = self._turn(profile_id, remote, again=again)
        profile = self.store.profiles.get(profile_id)
        submission, changed = self._here(profile).standing, differences({}, {})
        if turn in _FILED and tree is not None:
            submission, changed = self._filed(profile, remote, tree)
        if turn in _DECIDED and read is not None:
            submission = self.filing.decide(profile_id, read).submission
        self.store.linked.said(profile_id, remote.status, remote.updated)
        if turn is Turn.NOTHING:
            return None
        return Followed(profile_id, profile.name, turn, remote.status, submission, changed)

    def _turn(self, profile_id: str, remote: RemoteProfile, *, again: bool = False) -> Turn:
        here = self._here(self.store.profiles.get(profile_id))
        return following.turn(here, remote.status, frozenset(remote.codes), again=again)

    def _touched(self, known: Link | None, remote: RemoteProfile) -> bool:
        return known is not None and following.was_touched(known.status, known.updated, remote)

    def _filed(
        self, profile: StoredProfile, remote: RemoteProfile, tree: Tree
    ) -> tuple[Submission, tuple[Difference, ...]]:
        """Take down that somebody has filed a profile, with the answers that were filed."""
        merged = dict(profile.answers)
        theirs = taking.take(tree).answers
        merged |= {
            path: theirs.get(path, "")
            for path in KNOWN
            if canonical(path, profile.answers) != canonical(path, theirs)
        }
        merged = {path: text for path, text in merged.items() if text}
        # What practice has locked keeps its answers.
        changed = differences(profile.answers, merged) if profile.status.editable else ()
        if changed:
            self.store.profiles.import_over(profile.id, merged, imported_from=SOURCE, seen=profile.version)
        self.links.compared(profile.id, remote, tree)
        filed = self.filing.filed(profile.id, remote.sid)
        self.store.profiles.save_standing(profile.id, _WAITING)
        return filed, changed

    async def _decision(self, remote: RemoteProfile) -> ReadDecision:
        """Read a decision; where the profile gives no reason, the newest evaluation may."""
        if remote.status == Status.APPROVED:
            # Errors of an earlier version may still be there.
            return ReadDecision(approved=True, sid=remote.sid)
        read = ReadDecision(approved=False, reasons=rejection_of(remote), sid=remote.sid)
        if read.reasons:
            return read
        newest = next(iter(await read_evaluations(self.account, remote.sid)), None)
        if newest is None or newest.compliant:
            return read
        return read._replace(reasons=reasons_of(newest))

    async def missing(self, profile_id: str) -> Followed | None:
        """Find out what became of a profile that is not in the list."""
        link = self.store.linked.of(profile_id)
        if link is None:
            return None
        try:
            return await self.follow(
                link.profile_id, await read_profile(self.account, link.sid, self.policies)
            )
        except Gone:
            now = self.clock()
        profile = self.store.profiles.get(link.profile_id)
        turn = following.turn_without(Here(None, missing_at=link.missing_at), now)
        if turn is Turn.MISSING:
            self.store.linked.missing(link.profile_id, now)
        if turn is Turn.GONE:
            self.store.linked.unlink(link.profile_id)
        return None if turn is Turn.NOTHING else Followed(profile.id, profile.name, turn, "")

    def _here(self, profile: StoredProfile) -> Here:
        standing = standing_of([one for one in self.store.submissions.of(profile.id) if one.hub == TWILIO])
        decision = standing.decision if standing else None
        codes = frozenset(reason.code for reason in decision.reasons) if decision else frozenset()
        return Here(standing, codes)
