"""Send a profile to Twilio: a list that ticks itself, can be left at any point, and goes on where it was."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.address_lines import one_line
from trusthub_tui.profile.copy_sheet import CONSOLE_PAGE
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.findings import Severity
from trusthub_tui.profile.labels import NOT_PROVIDED, counted, without_secret
from trusthub_tui.tui.dialogs.at_twilio import evaluation_lines
from trusthub_tui.tui.dialogs.request import Request
from trusthub_tui.tui.doors import Dialog
from trusthub_tui.tui.drawing.lines import BLANK, LINK, Line, line
from trusthub_tui.tui.follower import Heard
from trusthub_tui.tui.navigator import Navigator
from trusthub_tui.tui.online import Online
from trusthub_tui.tui.widgets.lines_panel import LinesPanel
from trusthub_tui.tui.widgets.paragraphs import labelled, paragraph
from trusthub_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from trusthub_tui.account.planning import Change, Plan, Step
    from trusthub_tui.account.sending import Sent
    from trusthub_tui.trusthub.remote_known import Judged
    from trusthub_tui.trusthub.remote_results import Submitted

PUSH: Final = "push"
EVALUATE: Final = "evaluate"
SUBMIT: Final = "submit"
CONSOLE: Final = "console"

_ROOMY: Final = 70
"""Cells from which on a label has its text beside it."""

_CONSOLE: Final = (
    "The Console asks for a photo ID and a selfie of a representative, which only they can give.",
    "This list ticks the last line by itself. You can leave it, and come back at any time.",
)


class SendDialog(ModalScreen[None]):
    """Shows what would be written before anything is; each further step is one Enter."""

    AUTO_FOCUS = "Rows"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f7", "close", show=False),
        Binding("f5", "look", show=False),
    ]

    def __init__(self, draft: Draft, online: Online, navigator: Navigator) -> None:
        super().__init__()
        self._draft = draft
        self._online = online
        self._navigator = navigator
        self._plan: Plan | None = None
        self._seen = draft.version
        """The version of the profile that the plan is about."""
        self._sent: Sent | None = None
        self._judged: Judged | None = None
        self._in_console = False
        self._panel = LinesPanel(
            "Send to Twilio", self._lines, "Enter does what the line says.  F5 looks again."
        )
        self._request = Request(self._panel, navigator.doors(Dialog.SEND), self._given_up)

    def compose(self) -> ComposeResult:
        """The steps, each with what there is to know about it."""
        yield self._panel

    def on_mount(self) -> None:
        """Look at once what differs; nothing is written."""
        self._draft.check()
        self.call_after_refresh(self.action_look)

    @on(Rows.Chosen)
    def chosen(self, event: Rows.Chosen) -> None:
        """Do what the line says."""
        event.stop()
        match event.key:
            case "push":
                self._request.start("Sending", self._push)
            case "evaluate":
                self._request.start("Asking Twilio to check it", self._evaluate)
            case "submit":
                self._request.start("Submitting", self._submit)
            case "console":
                self.app.open_url(CONSOLE_PAGE)
                self.run_worker(self._navigator.copy(CONSOLE_PAGE), group="copy", exclusive=True)
            case ("copy", str(value)):
                self.run_worker(self._navigator.copy(value), group="copy", exclusive=True)

    @on(Heard)
    def heard(self) -> None:
        """Twilio was asked: it may be in review now."""
        self._draft.reload()
        if self._draft.status.in_review:
            if self.is_current:
                self.dismiss(None)
            self._navigator.open_status(self._draft)
        else:
            self._panel.fill()

    def file_changed(self) -> None:
        """Compare anew; what is under way goes on, and sends nothing that is another now."""
        if not self._request.doing:
            self._draft.check()
            self.action_look()

    def action_look(self) -> None:
        """Compare with what Twilio has now."""
        self._request.start("Comparing with Twilio", self._look)

    def action_close(self) -> None:
        """Stop what is under way, or go back; nothing that was done is lost."""
        if not self._online.give_up():
            self.dismiss(None)

    def _given_up(self) -> None:
        self._navigator.notices.show("Stopped. What Twilio has taken stays; go on whenever you like")

    async def _look(self) -> None:
        self._draft.reload()
        self._seen = self._draft.version
        plan, tree = await self._online.ask(lambda twilio: twilio.plan(self._draft.id))
        self._plan = plan
        if str(tree.profile.get("status")).endswith("-review"):
            await self._submit()
        elif not plan.steps:
            self._judged = self._judged_since()

    def _judged_since(self) -> "Judged | None":
        """Return what Twilio's check said, if nothing was sent since."""
        from trusthub_tui.trusthub.remote_known import at_twilio_as_known

        store = self._navigator.services.store
        known = at_twilio_as_known(store, self._draft.id)
        sent = next((one for one in store.linked.sendings(self._draft.id) if one.corrects), None)
        judged = known.judged if known is not None else None
        return judged if judged is not None and (sent is None or judged.at >= sent.at) else None

    async def _push(self) -> None:
        self._sent = await self._online.ask(
            lambda twilio: twilio.push(self._draft.id, self._told, seen=self._seen)
        )
        self._plan, _ = await self._online.ask(lambda twilio: twilio.plan(self._draft.id))

    async def _evaluate(self) -> None:
        self._judged = await self._online.ask(lambda twilio: twilio.evaluate(self._draft.id))

    async def _submit(self) -> None:
        from trusthub_tui.trusthub.remote_results import SubmitState

        submitted = await self._online.ask(
            lambda twilio: twilio.submit(self._draft.id, self._told, seen=self._seen)
        )
        self._sent, self._judged = submitted.sent or self._sent, submitted.judged or self._judged
        if submitted.state is SubmitState.IN_CONSOLE:
            self._in_console = True
            if self._navigator.follower is not None:
                self._navigator.follower.wait(sending=True)
        elif submitted.state is SubmitState.SUBMITTED:
            self._arrived(submitted)

    def _arrived(self, submitted: "Submitted") -> None:
        """It is in review: say so, and show its page."""
        if self.is_current:
            self.dismiss(None)
        self._draft.reload()
        if submitted.followed is not None:
            self._navigator.twilio.tell([submitted.followed])
        self._navigator.open_status(self._draft)

    def _told(self, step: "Step") -> None:
        from trusthub_tui.trusthub.remote_words import step_line

        self._request.now(step_line(step))

    def _lines(self, width: int) -> Iterator[Line]:
        if self._request.failed:
            yield from self._request.fault_lines(width)
            yield from self._addresses(width)
            yield BLANK
        yield from self._answers(width)
        yield from self._corrections(width)
        yield from self._evaluation(width)
        yield from self._in_the_console(width)
        if self._request.doing:
            yield BLANK
            yield from paragraph(f"{self._request.doing} ... Esc stops it", width, role="muted")

    def _addresses(self, width: int) -> Iterator[Line]:
        """Show both addresses where Twilio knows another that is nearly the same."""
        words = self._request.words_of("AddressOtherwise")
        if words:
            yield from labelled("   yours", one_line(self._draft.answers), width, room=12)
            yield from labelled("   Twilio's", words, width, room=12)

    def _answers(self, width: int) -> Iterator[Line]:
        problems = len(self._draft.evaluation.problems)
        risks = sum(one.severity is Severity.WARNING for one in self._draft.evaluation.findings)
        found = f"{counted(problems, 'problem')}, {counted(risks, 'likely rejection')}"
        yield _step(1, "Answers checked", ticked=not problems)
        yield from paragraph(found, width, indent=5, role="muted")

    def _corrections(self, width: int) -> Iterator[Line]:
        plan = self._plan
        done = plan is not None and not plan.steps
        yield _step(2, "Corrections sent", ticked=done)
        if plan is None:
            return
        for step in plan.steps:
            yield from self._planned(step, width)
        for change in plan.unsent:
            yield from paragraph(f"Not sent, not complete: {change.label}", width, indent=5, role="warning")
        left = self._sent.fields if self._sent else ()
        if left:
            yield from paragraph("Twilio takes these only in its Console. Enter copies:", width, indent=5)
            for change in left:
                yield from self._left(change, width)
        elif plan.steps:
            yield line(("     [ Send them ]", "strong"), key=PUSH)

    def _planned(self, step: "Step", width: int) -> Iterator[Line]:
        from trusthub_tui.trusthub.remote_words import step_line

        yield from paragraph(step_line(step), width, indent=5)
        for change in step.changes:
            theirs, here = (without_secret(change.path, text) or NOT_PROVIDED for text in _sides(change))
            yield from _beside(change.label, f"{theirs} -> {here}", width, role="muted")

    def _left(self, change: "Change", width: int) -> Iterator[Line]:
        value = without_secret(change.path, change.here) or NOT_PROVIDED
        yield from _beside(change.label, value, width, key=("copy", change.here))

    def _evaluation(self, width: int) -> Iterator[Line]:
        judged = self._judged
        yield _step(3, "Twilio's evaluation is compliant", ticked=judged is not None and judged.compliant)
        if judged is not None:
            yield from evaluation_lines(self._draft, self._navigator.services, width)
        if judged is None or not judged.compliant:
            yield line(("     [ Let Twilio check it ]", "strong"), key=EVALUATE)

    def _in_the_console(self, width: int) -> Iterator[Line]:
        if not self._in_console:
            yield _step(4, "Submitted", ticked=False)
            yield line(("     [ Submit for review ]", "strong"), key=SUBMIT)
            return
        yield _step(4, "Now press Submit in the Console", ticked=False)
        yield line("     ", (CONSOLE_PAGE, LINK), key=CONSOLE)
        for words in _CONSOLE:
            yield from paragraph(words, width, indent=5)
        follower = self._navigator.follower
        waits = "F5 asks whether it says In Review"
        if follower is not None and follower.next_at is not None:
            asked, services = follower.asked_at, self._navigator.services
            last = f"Checked {services.ago(asked)}; asked" if asked is not None else "Asked"
            waits = f"{last} again at {services.when(follower.next_at)}; F5 asks at once"
        yield _step(5, "Twilio says In Review", ticked=False)
        yield from paragraph(sentences(waits), width, indent=5, role="muted")


def _beside(label: str, text: str, width: int, *, role: str = "", key: object = None) -> Iterator[Line]:
    """Yield a label and a text beside it, or below it where there is no room."""
    if width >= _ROOMY:
        yield from labelled(f"       {label}", text, width, room=41, role=role, key=key)
        return
    yield from paragraph(label, width, indent=7, key=key)
    yield from paragraph(text, width, indent=9, role=role, key=key)


def _step(number: int, words: str, *, ticked: bool) -> Line:
    mark = "[x]" if ticked else "[ ]"
    return line((f" {mark} {number}  {words}", "reading" if ticked else "strong"))


def _sides(change: "Change") -> tuple[str, str]:
    return change.theirs, change.here
