"""After a submission: in review, rejected with reasons and advice, or approved."""

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import Resize

from trusthub_tui.profile import paths
from trusthub_tui.profile.questionnaire import full_label
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Decision, Reason, Submission
from trusthub_tui.store.records import Place
from trusthub_tui.tui.commands import Where, bindings_of
from trusthub_tui.tui.draft import Draft
from trusthub_tui.tui.screens.profile_page import ProfilePage
from trusthub_tui.tui.services import Program, Services
from trusthub_tui.tui.widgets.bars import HelpArea, badge
from trusthub_tui.tui.widgets.drawn import BLANK, Line, line, wrapped
from trusthub_tui.tui.widgets.rows import Fixed, Rows

READ = "read"
COPY = "copy"
REVIEW = "review"


def told(submission: Submission) -> str:
    """Say whom Twilio would tell about a decision, and how."""
    answers = submission.answers
    email = answers.get(paths.NOTIFICATION_EMAIL, "").strip()
    callback = answers.get(paths.STATUS_CALLBACK, "").strip()
    if not email:
        email = answers.get(paths.of_representative(1, "email"), "").strip()
    parts = [f"an e-mail to {email}"] if email else []
    if callback:
        parts.append(f"a call of {callback}")
    return " and ".join(parts) or "nobody: no address was given"


class StatusLines:
    """Makes the lines of a status page, for a width."""

    def __init__(self, draft: Draft, services: Services, width: int) -> None:
        self._draft = draft
        self._services = services
        self._width = width

    def __iter__(self) -> Iterator[Line]:
        last = self._draft.last
        if last is None:
            return
        yield line(" ", badge(self._draft.status), f"  {self._headline(last)}")
        yield BLANK
        match self._draft.status:
            case Status.REJECTED:
                yield from self._rejected(last)
            case Status.APPROVED:
                yield from self._approved()
            case _:
                yield from self._in_review(last)
        yield BLANK
        yield from self._history()

    def _headline(self, last: Submission) -> str:
        if last.decision is None:
            return (
                f"submitted {self._when(last.submitted_at)}, version {last.version}.  {self._reviewer(last)}"
            )
        return (
            f"decided {self._when(last.decision.decided_at)}, version {last.version}.  {self._reviewer(last)}"
        )

    def _in_review(self, last: Submission) -> Iterator[Line]:
        yield line((" What happens now", "strong"))
        due = f" The decision is due at {self._when(last.due_at)}." if last.due_at else ""
        yield from self._point(
            f"The practice Trust Hub checks the business, the address and both representatives.{due}"
        )
        yield from self._point(f"Twilio would tell you by {told(last)}.")
        yield from self._point("You do not need to keep this program open.")
        yield BLANK
        yield from self._text(
            "You cannot edit the profile now: this version is being looked at. A copy can be edited."
        )
        yield BLANK
        yield line(("   [ Read the answers ]", "strong"), key=READ)
        yield line(("   [ Make a draft copy ]", "strong"), key=COPY)

    def _approved(self) -> Iterator[Line]:
        yield from self._text(
            "Nothing more to do here. An approved profile is read-only, as it is at Twilio."
        )
        yield BLANK
        yield line((" What you can do now", "strong"))
        yield from self._point(
            "File the same answers in Twilio's Console: this approval is practice, by its rules."
        )
        yield from self._point("If the business changes, make a draft copy and submit that.")
        yield BLANK
        yield line(("   [ Read the answers ]", "strong"), key=READ)
        yield line(("   [ Make a draft copy ]", "strong"), key=COPY)

    def _rejected(self, last: Submission) -> Iterator[Line]:
        reasons = self._draft.reasons
        count = len(reasons)
        yield line(
            (f" {count} reason{'' if count == 1 else 's'}", "strong"), ("   Enter goes to the field", "muted")
        )
        for number, reason in enumerate(reasons, 1):
            yield from self._reason(number, reason, last)
        yield BLANK
        yield line(("   [ Check all answers and resubmit ]", "strong"), key=REVIEW)

    def _reason(self, number: int, reason: Reason, last: Submission) -> Iterator[Line]:
        known = entry(reason.code)
        key = ("reason", number)
        changed = any(
            self._draft.answers.get(path, "") != last.answers.get(path, "") for path in reason.paths
        )
        state = ("changed", "reading") if changed else ("to fix", "problem")
        yield BLANK
        first, *rest = wrapped(f"{known.title} ({reason.code})", self._width - 18)
        yield line(f" {number}  ", (first, "strong"), "   ", state, key=key)
        for part in rest:
            yield line(f"    {part}", key=key)
        for word in reason.words or (known.meaning,):
            yield from self._text(word, indent=4)
        for advice in known.advice:
            yield from self._point(advice, indent=4)
        if reason.paths:
            yield from self._text(
                "Look at: " + ", ".join(full_label(path) for path in reason.paths), indent=4, role="muted"
            )

    def _history(self) -> Iterator[Line]:
        yield line((" History", "strong"))
        for sent in reversed(self._draft.submissions):
            if sent.decision is not None:
                codes = ", ".join(str(reason.code) for reason in sent.decision.reasons)
                outcome = "Approved" if sent.decision.approved else f"Rejected: {codes}"
                yield self._event(
                    sent.decision.decided_at, f"{outcome}   version {sent.version}   ({sent.hub})"
                )
            yield self._event(sent.submitted_at, f"Submitted   version {sent.version}   ({sent.hub})")

    def _event(self, moment: datetime, text: str) -> Line:
        return line(f"   {self._services.when(moment):<20}", text)

    def _text(self, text: str, *, indent: int = 1, role: str = "") -> Iterator[Line]:
        for part in wrapped(text, self._width - indent - 1):
            yield line(" " * indent, (part, role))

    def _point(self, text: str, *, indent: int = 1) -> Iterator[Line]:
        for number, part in enumerate(wrapped(text, self._width - indent - 4)):
            yield line(" " * indent, " - " if number == 0 else "   ", part)

    def _when(self, moment: datetime) -> str:
        return self._services.when(moment)

    def _reviewer(self, sent: Submission) -> str:
        return "Practice review: nothing was sent to Twilio." if sent.hub == "practice" else ""


class StatusScreen(ProfilePage):
    """What became of the newest submission, and what to do now."""

    WHERE = Where.STATUS
    BINDINGS: ClassVar = bindings_of(Where.STATUS)

    def __init__(self, program: Program, draft: Draft) -> None:
        super().__init__(program, draft)
        self._rows = Rows(id="status")
        self._help_area = HelpArea(1)

    def content(self) -> ComposeResult:
        """One list."""
        yield self._rows
        yield self._help_area

    def own_keys(self) -> tuple[tuple[str, str], ...]:
        """Enter does what the line says."""
        return (("Enter", "Choose"),)

    def on_mount(self) -> None:
        """Show what is known; a rejection needs the rules soon."""
        self._draft.stop_at(Place(0))
        self._rows.focus()
        self.call_after_refresh(self._fill)

    def on_resize(self, event: Resize) -> None:
        """Wrap the lines anew."""
        super().on_resize(event)
        self.call_after_refresh(self._fill)

    def decided(self, profile_id: str, decision: Decision) -> None:
        """Show the decision as soon as it is there, the cursor on the first thing to do."""
        super().decided(profile_id, decision)
        self._fill(afresh=profile_id == self._draft.id)

    @on(Rows.Chosen)
    def chosen(self, event: Rows.Chosen) -> None:
        """Do what the line says."""
        match event.key:
            case ("reason", int(number)):
                reason = self._draft.reasons[number - 1]
                if reason.paths:
                    self.go_to(reason.paths[0])
                else:
                    self.tell("This reason concerns no answer of yours")
            case "copy":
                self.action_duplicate()
            case _:
                self.action_review()

    def action_back(self) -> None:
        """Go to the list of profiles."""
        self.action_profiles()

    def _fill(self, *, afresh: bool = False) -> None:
        lines = list(StatusLines(self._draft, self.services, max(40, self._rows.room)))
        if afresh:
            self._rows.cursor = 0
        self._rows.show(Fixed(lines), None if afresh else self._rows.key)
        offline = "The reasons and the advice are stored on this computer." if self._draft.reasons else ""
        self._help_area.show(offline)
        self.show_state()
