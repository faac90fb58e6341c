"""The profile that is open: its answers, what is known about them, and what was said about them."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from trusthub_tui.draft.saved_answers import SavedAnswers
from trusthub_tui.profile.acknowledgements import (
    Acknowledgement,
    acknowledge_finding,
    acknowledge_reason,
    acknowledgement_of,
    reason_state,
)
from trusthub_tui.profile.findings import Evaluation, Finding, Moment
from trusthub_tui.profile.progress import SectionProgress, progress, rank, whats_next
from trusthub_tui.profile.rules.rule import Context
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Reason
from trusthub_tui.store.records import Standing, StoredProfile
from trusthub_tui.store.store import Store


class Draft(SavedAnswers):
    """One open profile, whatever its status."""

    def __init__(self, store: Store, profile: StoredProfile, clock: Callable[[], datetime]) -> None:
        super().__init__(store, profile, clock)
        approved = store.submissions.approved_numbers()
        self._known = Context({number: other for number, other in approved.items() if other != profile.id})
        self._standing: Standing | None = None
        self.shown: frozenset[str] = profile.shown
        self.evaluation = Evaluation()
        self.checked = False

    @property
    def progress(self) -> tuple[SectionProgress, ...]:
        """How far each section is; nothing before the first check."""
        return progress(self.answers, self.evaluation, self.shown) if self.checked else ()

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the newest submission was rejected; none in any other status."""
        if self.status is not Status.REJECTED or self.last is None or self.last.decision is None:
            return ()
        return self.last.decision.reasons

    @property
    def kept(self) -> tuple[Acknowledgement, ...]:
        """What the user said is right."""
        return self._profile.kept

    @property
    def carried(self) -> frozenset[str]:
        """The fields that were carried over to the Console."""
        return self._profile.carried

    @property
    def address_id(self) -> int | None:
        """The saved address it uses, if it is one of those."""
        return self._profile.address_id

    def check(self) -> None:
        """Evaluate the answers again; an error that has been put right is no longer a shown one."""
        from trusthub_tui.profile.evaluation import evaluate

        self.evaluation = evaluate(self.answers, self._known)
        self.checked = True
        wrong = frozenset(finding.path for finding in self.evaluation.findings)
        self._show(self.shown & wrong)
        self._keep_standing()

    def reveal(self, paths: Iterable[str]) -> None:
        """From now on show what is wrong with these questions."""
        wrong = frozenset(finding.path for finding in self.evaluation.within(paths))
        self._show(self.shown | wrong)
        self._keep_standing()

    def reveal_on_leaving(self, path: str) -> None:
        """Show what the text of one field alone tells, once the user has left it."""
        if any(finding.moment is Moment.LEAVING for finding in self.evaluation.at(path)):
            self.reveal((path,))

    def shown_findings(self, path: str) -> tuple[Finding, ...]:
        """Return the findings of a question that may be shown."""
        if path not in self.shown:
            return ()
        return tuple(found for found in self.evaluation.at(path) if self.kept_finding(found) is None)

    def reason_about(self, path: str) -> Reason | None:
        """Return the first reason of the rejection that concerns a question."""
        return next((reason for reason in self.reasons if path in reason.paths), None)

    def kept_finding(self, finding: Finding) -> Acknowledgement | None:
        """Return what the user said about a finding, while the answer is the same."""
        return acknowledgement_of(finding, self.kept, self.answers)

    def acknowledge_finding(self, finding: Finding, note: str) -> None:
        """Say that an answer is right although there is a finding."""
        self._keep(acknowledge_finding(finding, self.answers, note, self._clock()))

    def acknowledge_reason(self, reason: Reason, note: str) -> None:
        """Say that the answers are right although a reason concerns them."""
        if self.last is not None:
            self._keep(acknowledge_reason(reason, self.last, note, self._clock()))

    def carry(self, path: str, *, ticked: bool) -> None:
        """Tick a field as carried over, or take the tick away."""
        self.guarded(lambda: self._store.profiles.carry(self.id, path, ticked=ticked))
        self._profile = self._store.profiles.get(self.id)

    def use_address(self, find: Callable[[], int]) -> None:
        """Use a saved address from now on; ``find`` returns its number, and may save it first."""
        self.guarded(lambda: self._link(find()))

    def _link(self, address_id: int) -> None:
        self._store.profiles.save_address_id(self.id, address_id)
        self._profile = replace(self._profile, address_id=address_id)

    def _keep(self, kept: Acknowledgement) -> None:
        self.guarded(lambda: self._store.profiles.acknowledge(self.id, kept))
        self._profile = self._store.profiles.get(self.id)

    def _show(self, shown: frozenset[str]) -> None:
        if shown == self.shown:
            return
        self.shown = shown
        self.guarded(lambda: self._store.profiles.save_shown(self.id, shown))

    def _keep_standing(self) -> None:
        if not self.editable:
            return
        steps = self.progress
        last = self.last
        states = (
            [reason_state(reason, last, self.answers, self.kept) for reason in self.reasons] if last else []
        )
        still_open = sum(not state.dealt_with for state in states)
        standing = Standing(whats_next(self.status, steps, still_open), rank(self.status, steps))
        if standing == self._standing:
            return
        self._standing = standing
        self.guarded(lambda: self._store.profiles.save_standing(self.id, standing))
