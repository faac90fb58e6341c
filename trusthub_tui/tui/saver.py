"""What is not saved: told once, tried again every few seconds, and asked about before it would be lost."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from textual.screen import Screen

from trusthub_tui.draft.answer_editor import LOSS_STAYS, loss
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.labels import counted, full_label
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.status import Status
from trusthub_tui.store.errors import DamagedFile, FileError, Locked, MovedFile, StoreError
from trusthub_tui.store.windows import Holder
from trusthub_tui.tui.services import Services

if TYPE_CHECKING:
    from trusthub_tui.tui.dialogs.confirm import Confirm

NOT_SAVED: Final = "Not saved"

ELSEWHERE: Final = "Esc i saves a copy elsewhere"

READ_ONLY: Final = "Read only"

_MOST_NAMED: Final = 3
"""Questions changed by others that are named; the rest is counted."""

RETRY_SECONDS: Final = 5.0
"""How long to wait before trying again to save what could not be saved."""

Tell = Callable[..., None]
"""Shows a short notice; takes the sentence, and ``alarm`` for one that must not be overlooked."""


class Saver:
    """Looks after the saving of an open profile for the page that shows it.

    ``changed`` is called when the profile turned out to be another than the page shows, with the answers that
    are others.
    """

    def __init__(
        self, draft: Draft, services: Services, tell: Tell, changed: Callable[[Answers], None]
    ) -> None:
        self._draft = draft
        self._services = services
        self._tell = tell
        self._changed = changed
        self._told = ""
        self._holder = draft.holder

    @property
    def failing(self) -> bool:
        """Whether something could not be written."""
        return self._draft.fault is not None

    @property
    def words(self) -> str:
        """When the answers were saved, or that they are not."""
        if self.failing:
            return f"{NOT_SAVED}: {self._services.key_of('saved')} says why"
        takes_over = f"{READ_ONLY}: {self._services.key_of('take_over')} takes over"
        return takes_over if self.held else f"Saved {self._services.when(self._draft.saved_at)}"

    @property
    def held(self) -> str:
        """Where and since when the profile is open, if it can only be read here therefore; else empty."""
        return held(self._draft, self._services)

    def take_over(self) -> None:
        """Let this window write to the profile, and the other one only read."""
        if self._services.guard.do(lambda: self._services.store.windows.take_over(self._draft.id)):
            self._draft.holder = None
            self.notice(None)

    def notice(self, fault: StoreError | None, *, told: bool = False) -> None:
        """Take in what others did to the profile, or that the file does not play along any more.

        ``told`` where it is said already what has happened.
        """
        draft = self._draft
        answers, status, known = draft.answers, draft.status, draft.fault
        holder, self._holder = self._holder, draft.holder
        different = fault is None and draft.reload()
        if fault is not None and known is None:
            draft.meet(fault)
        if not (different or draft.fault is not known or holder != draft.holder):
            return
        if draft.checked:
            draft.check()
        others = _differing(answers, draft.answers)
        news = "" if told else self._news(tuple(others), status, holder)
        if news:
            self._tell(news)
        self._changed(others)

    def _news(self, paths: Sequence[str], status: Status, holder: Holder | None) -> str:
        """Say what is different now."""
        draft = self._draft
        if draft.status is not status:
            return f"Changed in another window: the profile is {draft.status.label} now"
        if (holder is None) != (draft.holder is None) and status.editable:
            return self.held if draft.holder is not None else "Only this window can change the profile now"
        if not paths or draft.holder is not None:
            return ""
        named = [full_label(path) for path in paths[:_MOST_NAMED]]
        more = [f"{len(paths) - _MOST_NAMED} more"] if len(paths) > _MOST_NAMED else []
        return f"Changed in another window: {', '.join([*named, *more])}"

    def say_saved(self) -> None:
        """Say that saving needs no key; where it failed, try again and say why."""
        if self.failing:
            self.try_again()
            self.tell_fault()
        else:
            self._tell(f"{self.words}. Saving is automatic")

    def tell_new_fault(self) -> None:
        """Tell of a fault nobody was told of."""
        fault = self._draft.fault
        if fault is not None and fault.text != self._told:
            self.tell_fault()
        self._told = fault.text if fault is not None else ""

    def tell_fault(self) -> None:
        """Say what is not saved, why, and what to do."""
        if self._draft.fault is not None:
            fault = self._draft.fault
            elsewhere = ELSEWHERE if isinstance(fault, FileError) else ""
            self._tell(sentences("Not saved", fault.text, elsewhere), alarm=True, about=fault.text)

    def try_again(self) -> None:
        """Try to write what could not be written."""
        if not self.failing:
            return
        answers = self._draft.answers
        try:
            self._draft.save_again()
        except Locked as locked:
            self._tell(loss(locked, self._draft), alarm=True, stays=LOSS_STAYS)
        self._changed(_differing(answers, self._draft.answers))

    async def may_leave(self, ask: Callable[[Screen[Any]], Awaitable[Any]]) -> bool:
        """Return whether nothing would be lost; where something is not saved, whether the user agreed."""
        self._draft.guarded(self._services.store.state)
        self.try_again()
        gone = isinstance(self._draft.fault, (MovedFile, DamagedFile))
        return not (self._draft.unsaved or gone) or await self._may_lose(ask)

    async def _may_lose(self, ask: Callable[[Screen[Any]], Awaitable[Any]]) -> bool:
        from trusthub_tui.tui.copying import save_elsewhere
        from trusthub_tui.tui.dialogs.confirm import Third

        while (answer := await ask(self._warning())) is Third.PRESSED:
            if await save_elsewhere(ask, self._draft, self._services):
                return True
        return bool(answer)

    def _warning(self) -> "Confirm":
        from trusthub_tui.tui.dialogs.confirm import Confirm

        count, fault = len(self._draft.unsaved), self._draft.fault
        lines = [
            f"{counted(count, 'answer')} {'is' if count == 1 else 'are'} not saved."
            if count
            else "What you entered may be lost.",
            *((fault.message, fault.remedy) if fault else ()),
            "",
        ]
        return Confirm("Leave without saving?", lines, "Stay", "Leave and lose them", "Save a copy elsewhere")


def held(draft: Draft, services: Services) -> str:
    """Return where and since when a profile is open, if it can only be read here therefore; else nothing."""
    holder = draft.holder
    if holder is None or not draft.status.editable:
        return ""
    where = f"on this computer (process {holder.pid})" if holder.here else f"on {holder.host}"
    since = services.when(holder.since)
    takes_over = f"{services.key_of('take_over')} takes over"
    return f"Open in another window {where} since {since}. Here you can only read. {takes_over}."


def _differing(before: Answers, now: Answers) -> Answers:
    """Return the answers that are others now."""
    return {path: now.get(path, "") for path in QUESTIONS if now.get(path, "") != before.get(path, "")}
