"""The profile that is open: its answers, what is known about them, and what was said about them."""

from collections.abc import Callable, Iterable
from datetime import datetime
from types import MappingProxyType

from trusthub_tui.draft.last_used import LastUsed
from trusthub_tui.draft.noticed import Noticed
from trusthub_tui.draft.undo_stack import UndoStack
from trusthub_tui.profile.acknowledgements import (
    Acknowledgement,
    acknowledge_finding,
    acknowledge_reason,
    acknowledgement_of,
    reason_state,
)
from trusthub_tui.profile.answers import NONE, Answers, clean
from trusthub_tui.profile.findings import Evaluation, Finding, Moment, Severity
from trusthub_tui.profile.labels import profile_name
from trusthub_tui.profile.progress import (
    NO_REASONS,
    SectionProgress,
    letters,
    progress,
    rank,
    reasons_by_step,
    whats_next,
)
from trusthub_tui.profile.rules.rule import Context
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE, Reason, Submission, rehearsal_of, standing_of
from trusthub_tui.store.errors import DeletedMeanwhile, Locked, ProfileNotFound, StoreError
from trusthub_tui.store.records import Overwritten, Place, Standing, StoredProfile
from trusthub_tui.store.store import Store
from trusthub_tui.store.windows import Holder


class Draft:
    """One open profile, whatever its status.

    Every change is committed before the method that makes it returns. Where the file cannot be written,
    nothing is raised: :attr:`fault` says why, the answers stay here, and the next change tries to write all
    that is missing.
    """

    def __init__(self, store: Store, profile: StoredProfile, clock: Callable[[], datetime]) -> None:
        self._store = store
        self.last_used = LastUsed(store.preferences)
        self._clock = clock
        self._profile = profile
        self._undo_stacks: dict[str, UndoStack] = {}
        self._unsaved: dict[str, str] = {}
        self.answers: dict[str, str] = dict(profile.answers)
        self.place: Place = profile.place
        self.saved_at: datetime = profile.changed_at
        self.fault: StoreError | None = None
        """Why the file does not play along, as long as it does not."""
        self.holder: Holder | None = None
        """The other window that may write to this draft; then this one can only read it."""
        self.lost: Answers = NONE
        """What could not be taken because the profile was locked meanwhile, by question."""
        self.overwritten: Answers = NONE
        """What the last save found of somebody else's in its place, by question."""
        self.submissions: tuple[Submission, ...] = store.submissions.of(profile.id)
        self._known = Context(store.submissions.approved_numbers(but=profile.id), clock().year)
        self._standing: Standing | None = None
        self.shown: frozenset[str] = profile.shown
        self.evaluation = Evaluation()
        self.checked = False
        self.noticed = Noticed()

    @property
    def id(self) -> str:
        """The ID of the profile."""
        return self._profile.id

    @property
    def sid(self) -> str:
        """Its SID at Twilio, where that is known."""
        return self._profile.sid

    @property
    def status(self) -> Status:
        """How far the profile is on its way to approval."""
        return self._profile.status

    @property
    def editable(self) -> bool:
        """Whether answers may be changed in this window."""
        return self._profile.status.editable and self.holder is None

    @property
    def name(self) -> str:
        """What the title line calls it."""
        return profile_name(self.answers)

    @property
    def last(self) -> Submission | None:
        """The submission its status follows: the newest at Twilio, else the newest of all."""
        return standing_of(self.submissions)

    @property
    def next_version(self) -> int:
        """The number that the next submission would have."""
        return max((sent.version for sent in self.submissions), default=0) + 1

    @property
    def rehearsal(self) -> Submission | None:
        """The newest practice submission, where Twilio's word stands beside it."""
        return rehearsal_of(self.submissions)

    @property
    def in_practice(self) -> bool:
        """Whether its status comes from the practice Trust Hub, not from Twilio."""
        practised = self.last is not None and self.last.hub == PRACTICE
        return practised and self.status is not Status.DRAFT

    @property
    def unsaved(self) -> Answers:
        """The answers that could not be written yet."""
        return MappingProxyType(self._unsaved)

    def reload(self) -> bool:
        """Read the profile again, after it changed in the file; return whether anything is different now.

        Where it cannot be read, what is known of it stays, and :attr:`fault` says why.
        """
        before = self._gist
        self.guarded(self._read)
        return self._gist != before

    @property
    def version(self) -> int:
        """Counts changes of answers and status, as far as they are known here."""
        return self._profile.version

    @property
    def stand(self) -> tuple[object, ...]:
        """All that a dialog can show of it, to be compared with how it stands later."""
        return *self._gist, self.carried, type(self.fault)

    @property
    def _gist(self) -> tuple[object, ...]:
        return self.answers, self.status, self.version, self.submissions, self.acknowledged, self.sid

    def _read(self) -> None:
        before, self._profile = self._profile, self._store.profiles.get(self.id)
        self.answers = {**self._profile.answers, **self._unsaved}
        for path in list(self._undo_stacks):
            # Somebody else has typed there, and what he can undo is in the file.
            if path not in self._unsaved and before.answers.get(path) != self._profile.answers.get(path):
                del self._undo_stacks[path]
        self.submissions = self._store.submissions.of(self.id)

    def write(self, changes: Answers, place: Place) -> bool:
        """Keep new answers; False when somebody else had changed the profile meanwhile.

        Raises:
            Locked: the profile is being reviewed, or approved; nothing was changed.
        """
        cleaned = {path: clean(text) for path, text in changes.items()}
        self.answers.update(cleaned)
        self._unsaved.update(cleaned)
        self.place = place
        return self.save()

    def save(self) -> bool:
        """Write what is not written yet; False when somebody else had changed the profile meanwhile.

        Where somebody else has typed into the same field, his text is one step back in its undo stack.
        """
        stacked: dict[str, UndoStack] = {}

        def step_back(lost: Overwritten) -> str:
            stack = UndoStack.from_text(self.undo_stack(lost.path).to_text())
            stack.remember((lost.text, len(lost.text)), caret=self.place.caret, typing=False)
            stacked[lost.path] = stack
            return stack.to_text()

        stacks = self._undo_stacks
        histories = {path: stacks[path].to_text() for path in self._unsaved if path in stacks}
        try:
            saved = self._store.profiles.save(
                self.id, self._unsaved, self.place, histories, seen=self._profile.answers, stacked=step_back
            )
        except Locked:
            self.lost = dict(self._unsaved)
            self._unsaved.clear()
            self.reload()
            raise
        except StoreError as fault:
            self.meet(fault)
            return True
        alone = saved.version == self._profile.version + 1
        self._profile = self._profile._replace(answers={**self._profile.answers, **self._unsaved})
        self._undo_stacks |= stacked
        self.overwritten = saved.overwritten
        self._unsaved.clear()
        self.fault = None
        self.saved_at = saved.at
        if alone:
            self._profile = self._profile._replace(version=saved.version)
        else:
            self.reload()
        return alone

    def save_again(self) -> None:
        """Try to write what could not be written; :attr:`fault` is None where that went well.

        Raises:
            Locked: the profile is being reviewed meanwhile, or approved; what was not written is gone.
        """
        if self.holder is not None:
            return
        self.fault = None
        if self._unsaved:
            self.save()
        else:
            self.guarded(lambda: self._store.profiles.save_place(self.id, self.place))

    def stay_at(self, place: Place) -> None:
        """Remember where the user is."""
        if place == self.place or not (self.editable or place.section == 0):
            return
        self.place = place
        self.guarded(lambda: self._store.profiles.save_place(self.id, place))

    def undo_stack(self, path: str) -> UndoStack:
        """Return what undo and redo of a question work on; it is kept with the answers."""
        if path not in self._undo_stacks:
            try:
                text = self._store.profiles.undo_stack(self.id, path)
            except StoreError as fault:
                self.meet(fault)
                return UndoStack()  # the one in the file is not to be written over
            self._undo_stacks[path] = UndoStack.from_text(text)
        return self._undo_stacks[path]

    def remember(self, path: str, caret: int, *, typing: bool) -> None:
        """Note what an answer is before it changes; ``caret`` is where it will stand then."""
        before = (self.answers.get(path, ""), self.place.caret if self.place.path == path else 0)
        self.undo_stack(path).remember(before, caret=caret, typing=typing)

    def guarded(self, act: Callable[[], object]) -> None:
        """Read, or write what is not an answer; where that fails, the user is told and goes on."""
        try:
            act()
        except StoreError as fault:
            self.meet(fault)

    def meet(self, fault: StoreError) -> None:
        """Take down why the file does not play along."""
        self.fault = DeletedMeanwhile(self.id) if isinstance(fault, ProfileNotFound) else fault

    @property
    def progress(self) -> tuple[SectionProgress, ...]:
        """How far each section is; nothing before the first check."""
        if not self.checked:
            return ()
        reasons = NO_REASONS
        if self.last is not None and self.reasons:
            reasons = reasons_by_step(self.reasons, self.last, self.answers, self.acknowledged)
        # A problem always counts, a risk unless it came while the user types or is said to be right.
        counted = Evaluation(
            tuple(
                found
                for found in self.evaluation.findings
                if found.severity is Severity.PROBLEM
                or (self.noticed.has(found) and self.acknowledged_finding(found) is None)
            )
        )
        return progress(self.answers, counted, self.shown, reasons)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the newest submission was rejected; none in any other status."""
        if self.status is not Status.REJECTED or self.last is None or self.last.decision is None:
            return ()
        return self.last.decision.reasons

    @property
    def acknowledged(self) -> tuple[Acknowledgement, ...]:
        """What the user said is right."""
        return self._profile.acknowledged

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
        if not (self.checked and self.noticed.typing_at):
            self.noticed.take(self.evaluation.findings)
        self.checked = True
        wrong = frozenset(finding.path for finding in self.evaluation.findings)
        self._show(self.shown & wrong)
        self._save_standing()

    def pause(self) -> None:
        """Take notice of all that is found now: nobody is in the middle of typing an answer any more."""
        self.noticed.take(self.evaluation.findings)
        self._save_standing()

    def stop_typing(self) -> None:
        """See what the answers mean, where somebody goes elsewhere in the middle of typing one."""
        if self.noticed.typing_at and self.editable:
            self.noticed.typing_at = ""
            self.check()

    def reveal(self, paths: Iterable[str]) -> None:
        """From now on show what is wrong with these questions."""
        self.noticed.take(self.evaluation.findings)
        wrong = frozenset(finding.path for finding in self.evaluation.within(paths))
        self._show(self.shown | wrong)
        self._save_standing()

    def reveal_on_leaving(self, path: str) -> None:
        """Show what the text of one field alone tells, once the user has left it."""
        self.pause()
        if any(finding.moment is Moment.LEAVING for finding in self.evaluation.at(path)):
            self.reveal((path,))

    def shown_findings(self, path: str) -> tuple[Finding, ...]:
        """Return the findings of a question that may be shown."""
        if path not in self.shown:
            return ()
        found = filter(self.noticed.has, self.evaluation.at(path))
        return tuple(one for one in found if self.acknowledged_finding(one) is None)

    def reason_about(self, path: str) -> Reason | None:
        """Return the first reason of the rejection that concerns a question."""
        return next((reason for reason in self.reasons if path in reason.paths), None)

    def acknowledged_finding(self, finding: Finding) -> Acknowledgement | None:
        """Return what the user said about a finding, while the answer is the same."""
        return acknowledgement_of(finding, self.acknowledged, self.answers)

    def acknowledge_finding(self, finding: Finding, note: str) -> None:
        """Say that an answer is right although there is a finding."""
        self._acknowledge(acknowledge_finding(finding, self.answers, note, self._clock()))

    def acknowledge_reason(self, reason: Reason, note: str) -> None:
        """Say that the answers are right although a reason concerns them."""
        if self.last is not None:
            self._acknowledge(acknowledge_reason(reason, self.last, note, self._clock()))

    def carry(self, path: str, *, ticked: bool) -> None:
        """Tick a field as carried over, or take the tick away."""
        self.guarded(lambda: self._store.profiles.carry(self.id, path, ticked=ticked))
        self.reload()

    def use_address(self, find: Callable[[], int]) -> None:
        """Use a saved address from now on; ``find`` returns its number, and may save it first."""

        def use() -> None:
            address_id = find()
            self._store.profiles.save_address_id(self.id, address_id)
            self._profile = self._profile._replace(address_id=address_id)

        self.guarded(use)

    def _acknowledge(self, said: Acknowledgement) -> None:
        self.guarded(lambda: self._store.profiles.acknowledge(self.id, said))
        self.reload()
        if self.checked:
            self._save_standing()

    def _show(self, shown: frozenset[str]) -> None:
        if shown == self.shown:
            return
        self.shown = shown
        if self.holder is None:
            self.guarded(lambda: self._store.profiles.save_shown(self.id, shown))

    def _save_standing(self) -> None:
        if not self.editable:
            return
        steps = self.progress
        last = self.last
        said = self.acknowledged
        states = [reason_state(reason, last, self.answers, said) for reason in self.reasons] if last else []
        still_open = sum(not state.dealt_with for state in states)
        following = whats_next(self.status, steps, still_open)
        standing = Standing(following, rank(self.status, steps), letters(steps))
        if standing == self._standing:
            return
        self._standing = standing
        self.guarded(lambda: self._store.profiles.save_standing(self.id, standing))
