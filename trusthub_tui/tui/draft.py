"""The profile that is open: its answers, what is known about them, and whether all of it is kept."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from trusthub_tui.profile.answers import Answers, clean
from trusthub_tui.profile.findings import Evaluation, Finding, Moment
from trusthub_tui.profile.progress import SectionProgress, progress, rank, whats_next
from trusthub_tui.profile.rules.rule import Known
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Reason, Submission
from trusthub_tui.store.errors import Locked, StoreError
from trusthub_tui.store.records import Place, Standing, StoredProfile
from trusthub_tui.store.store import Store
from trusthub_tui.tui.history import History


class Draft:
    """One open profile. Every change is committed before the method that makes it returns.

    Where the file cannot be written, nothing is raised: :attr:`fault` says why, the answers stay here, and
    the next change tries to write all that is missing.
    """

    def __init__(self, store: Store, profile: StoredProfile) -> None:
        self._store = store
        self._profile = profile
        self._histories: dict[str, History] = {}
        self._unsaved: dict[str, str] = {}
        self._standing: Standing | None = None
        self._known = Known(store.profiles.approved_numbers())
        self.answers: dict[str, str] = dict(profile.answers)
        self.place: Place = profile.place
        self.shown: frozenset[str] = profile.shown
        self.evaluation = Evaluation()
        self.checked = False
        self.saved_at: datetime = profile.changed_at
        self.fault: StoreError | None = None
        self.submissions: tuple[Submission, ...] = store.submissions.of(profile.id)

    @property
    def id(self) -> str:
        """The profile's ID."""
        return self._profile.id

    @property
    def status(self) -> Status:
        """Where it stands."""
        return self._profile.status

    @property
    def editable(self) -> bool:
        """Whether answers may change."""
        return self._profile.status.editable

    @property
    def address_id(self) -> int | None:
        """The saved address it uses, if it is one of those."""
        return self._profile.address_id

    @property
    def name(self) -> str:
        """What the title line calls it."""
        named = (
            self.answers.get(path, "").strip()
            for path in ("friendly_name", "business_information.business_name")
        )
        return next((name for name in named if name), "New profile")

    @property
    def last(self) -> Submission | None:
        """The newest submission."""
        return self.submissions[-1] if self.submissions else None

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the newest submission was rejected; none in any other status."""
        if self.status is not Status.REJECTED or self.last is None or self.last.decision is None:
            return ()
        return self.last.decision.reasons

    def reason_about(self, path: str) -> Reason | None:
        """Return the first reason of the rejection that concerns a question."""
        return next((reason for reason in self.reasons if path in reason.paths), None)

    @property
    def progress(self) -> tuple[SectionProgress, ...]:
        """How far each section is; nothing before the first check."""
        return progress(self.answers, self.evaluation, self.shown) if self.checked else ()

    def reload(self) -> None:
        """Read the profile again, after somebody else changed it."""
        self._profile = self._store.profiles.get(self.id)
        self.answers = {**self._profile.answers, **self._unsaved}
        self.shown = self._profile.shown
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
        """Write what is not written yet; False when somebody else had changed the profile meanwhile."""
        try:
            saved = self._store.profiles.save(self.id, self._unsaved, self.place)
        except Locked:
            self._unsaved.clear()
            self.reload()
            raise
        except StoreError as fault:
            self.fault = fault
            return True
        alone = saved.version == self._profile.version + 1
        self._unsaved.clear()
        self.fault = None
        self.saved_at = saved.at
        if alone:
            self._profile = replace(self._profile, version=saved.version)
        else:
            self.reload()
        return alone

    @property
    def unsaved(self) -> int:
        """Number of answers that could not be written yet."""
        return len(self._unsaved)

    def stop_at(self, place: Place) -> None:
        """Remember where the user is."""
        if place == self.place:
            return
        self.place = place
        self._guarded(lambda: self._store.profiles.save_place(self.id, place))

    def check(self) -> None:
        """Evaluate the answers again; an error that has been put right is no longer a shown one."""
        from trusthub_tui.profile.evaluation import (
            evaluate,
        )  # the rules load libraries; the first paint needs none

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
        return self.evaluation.at(path) if path in self.shown else ()

    def use_address(self, address_id: int) -> None:
        """Remember which saved address this profile uses."""
        self._guarded(lambda: self._link(address_id))

    def keep_address(self, parts: Answers, *, instead: bool) -> None:
        """Keep an address in the address book and use it: a new one, or instead of the one used so far."""
        book, number = self._store.addresses, self.address_id
        if instead and number is not None:
            self._guarded(lambda: self._link(book.change(number, parts)))
        else:
            self._guarded(lambda: self._link(book.keep(parts)))

    def history(self, path: str) -> History:
        """Return what undo and redo of a question work on; it was kept with the answers."""
        if path not in self._histories:
            self._histories[path] = History()
        return self._histories[path]

    def remember(self, path: str, caret: int, *, typing: bool) -> None:
        """Note what an answer is before it changes; ``caret`` is where it will stand then."""
        before = (self.answers.get(path, ""), self.place.caret if self.place.path == path else 0)
        self.history(path).remember(before, caret=caret, typing=typing)

    def _link(self, address_id: int) -> None:
        self._store.addresses.touch(address_id)
        self._store.profiles.save_address_id(self.id, address_id)
        self._profile = replace(self._profile, address_id=address_id)

    def _show(self, shown: frozenset[str]) -> None:
        if shown == self.shown:
            return
        self.shown = shown
        self._guarded(lambda: self._store.profiles.save_shown(self.id, shown))

    def _keep_standing(self) -> None:
        steps = self.progress
        standing = Standing(whats_next(self.status, steps, len(self.reasons)), rank(self.status, steps))
        if standing == self._standing:
            return
        self._standing = standing
        self._guarded(lambda: self._store.profiles.save_standing(self.id, standing))

    def _guarded(self, write: Callable[[], None]) -> None:
        """Write what is not an answer; where that fails, the user is told and goes on."""
        try:
            write()
        except StoreError as fault:
            self.fault = fault
