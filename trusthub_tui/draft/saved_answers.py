"""The answers of the profile that is open: written through, or kept here until they can be."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from trusthub_tui.draft.undo_stack import UndoStack
from trusthub_tui.profile.answers import NONE, Answers, clean
from trusthub_tui.profile.labels import profile_name
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE, Submission, rehearsal_of, standing_of
from trusthub_tui.store.errors import Locked, StoreError
from trusthub_tui.store.records import Overwritten, Place, StoredProfile
from trusthub_tui.store.store import Store


class SavedAnswers:
    """Every change is committed before the method that makes it returns.

    Where the file cannot be written, nothing is raised: :attr:`fault` says why, the answers stay here, and
    the next change tries to write all that is missing.
    """

    def __init__(self, store: Store, profile: StoredProfile, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._profile = profile
        self._histories: dict[str, UndoStack] = {}
        self._unsaved: dict[str, str] = {}
        self.answers: dict[str, str] = dict(profile.answers)
        self.place: Place = profile.place
        self.saved_at: datetime = profile.changed_at
        self.fault: StoreError | None = None
        self.overwritten: Answers = NONE
        """What the last save found of somebody else's in its place, by question."""
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
    def name(self) -> str:
        """What the title line calls it."""
        return profile_name(self.answers)

    @property
    def last(self) -> Submission | None:
        """The submission its status follows: the newest at Twilio, else the newest of all."""
        return standing_of(self.submissions)

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
    def unsaved(self) -> int:
        """Number of answers that could not be written yet."""
        return len(self._unsaved)

    def reload(self) -> None:
        """Read the profile again, after it changed in the file."""
        before, self._profile = self._profile, self._store.profiles.get(self.id)
        self.answers = {**self._profile.answers, **self._unsaved}
        for path in list(self._histories):
            # Somebody else has typed there, and what he can undo is in the file.
            if path not in self._unsaved and before.answers.get(path) != self._profile.answers.get(path):
                del self._histories[path]
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
            stack = UndoStack.from_text(self.history(lost.path).to_text())
            stack.remember((lost.text, len(lost.text)), caret=self.place.caret, typing=False)
            stacked[lost.path] = stack
            return stack.to_text()

        histories = {path: self.history(path).to_text() for path in self._unsaved}
        try:
            saved = self._store.profiles.save(
                self.id, self._unsaved, self.place, histories, seen=self._profile.answers, stacked=step_back
            )
        except Locked:
            self._unsaved.clear()
            self.reload()
            raise
        except StoreError as fault:
            self.fault = fault
            return True
        alone = saved.version == self._profile.version + 1
        self._profile = replace(self._profile, answers={**self._profile.answers, **self._unsaved})
        self._histories |= stacked
        self.overwritten = saved.overwritten
        self._unsaved.clear()
        self.fault = None
        self.saved_at = saved.at
        if alone:
            self._profile = replace(self._profile, version=saved.version)
        else:
            self.reload()
        return alone

    def save_again(self) -> None:
        """Try to write what could not be written; :attr:`fault` is None where that went well.

        Raises:
            Locked: the profile is being reviewed meanwhile, or approved; what was not written is gone.
        """
        self.fault = None
        if self._unsaved:
            self.save()
        else:
            self.guarded(lambda: self._store.profiles.save_place(self.id, self.place))

    def stop_at(self, place: Place) -> None:
        """Remember where the user is."""
        if place == self.place or not (self.editable or place.section == 0):
            return
        self.place = place
        self.guarded(lambda: self._store.profiles.save_place(self.id, place))

    def history(self, path: str) -> UndoStack:
        """Return what undo and redo of a question work on; it is kept with the answers."""
        if path not in self._histories:
            self._histories[path] = UndoStack.from_text(self._store.profiles.undo_stack(self.id, path))
        return self._histories[path]

    def remember(self, path: str, caret: int, *, typing: bool) -> None:
        """Note what an answer is before it changes; ``caret`` is where it will stand then."""
        before = (self.answers.get(path, ""), self.place.caret if self.place.path == path else 0)
        self.history(path).remember(before, caret=caret, typing=typing)

    def guarded(self, write: Callable[[], object]) -> None:
        """Write what is not an answer; where that fails, the user is told and goes on."""
        try:
            write()
        except StoreError as fault:
            self.fault = fault
