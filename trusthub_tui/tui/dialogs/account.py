"""The Twilio account: whose it is, where its credentials are from, what works, and whether it is followed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from trusthub_tui.profile.errors import ExplainedError
from trusthub_tui.tui.dialogs.ask_text import AskSecret, AskText
from trusthub_tui.tui.dialogs.request import Request
from trusthub_tui.tui.doors import Doors
from trusthub_tui.tui.drawing.lines import BLANK, Line, line
from trusthub_tui.tui.online import Online
from trusthub_tui.tui.twilio_news import TwilioNews
from trusthub_tui.tui.widgets.lines_panel import LinesPanel
from trusthub_tui.tui.widgets.paragraphs import paragraph, point
from trusthub_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from trusthub_tui.account.credentials import Credentials
    from trusthub_tui.trusthub.remote_results import Check

FOLLOW: Final = "follow"
STOP: Final = "stop"
CALL: Final = "call"
TYPE: Final = "type"
AGAIN: Final = "again"

_NEVER: Final = (
    "Only what you ask for is read or written. A key or token is stored nowhere.",
    "To follow means: this program asks Twilio by itself how your profiles stand, and tells you.",
)


class AccountDialog(ModalScreen[None]):
    """Asks Twilio what works as soon as it is opened; ``news`` are told when it is followed, or not."""

    AUTO_FOCUS = "Rows"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f7", "close", show=False),
        Binding("f5", "check", show=False),
    ]

    def __init__(self, online: Online, news: TwilioNews, doors: Doors) -> None:
        super().__init__()
        self._online = online
        self._news = news
        self._check: Check | None = None
        self._panel = LinesPanel(
            "Twilio account", self._lines, "Enter does what the line says.  F5 checks again."
        )
        self._request = Request(self._panel, doors)

    def compose(self) -> ComposeResult:
        """What is known, and what can be done."""
        yield self._panel

    def on_mount(self) -> None:
        """Ask at once: whoever opens this wants to know."""
        self.call_after_refresh(self.action_check)

    @on(Rows.Chosen)
    def chosen(self, event: Rows.Chosen) -> None:
        """Do what the line says."""
        event.stop()
        match event.key:
            case "follow":
                self._online.begin_following()
                self._news.begin()
                self._panel.fill()
            case "stop":
                self._online.stop_following()
                self._news.begin()
                self._panel.fill()
            case "call":
                self._online.call_or_not()
                self._panel.fill()
            case "type":
                self.run_worker(self._type_in(), group="command", exclusive=True)
            case _:
                self.action_check()

    def action_check(self) -> None:
        """Ask what works."""
        self._request.start("Asking", self._ask, instead=True)

    def action_close(self) -> None:
        """Go back; what was asked is not waited for."""
        self.dismiss(None)

    async def _ask(self) -> None:
        self._check = None
        self._online.look_again()
        self._check = await self._online.ask(lambda twilio: twilio.check())
        if self._online.follows:
            self._news.go_on()

    async def _type_in(self) -> None:
        """Ask for credentials, and use them until the program ends."""
        sid = await self.app.push_screen_wait(AskText("Account SID", ("It begins with AC.",)))
        if not sid:
            return
        key = await self.app.push_screen_wait(
            AskText("API key SID", ("It begins with SK. Leave it empty to use the account's auth token.",))
        )
        if key is None:
            return
        secret = await self.app.push_screen_wait(
            AskSecret(
                "Secret of the key" if key else "Auth token",
                ("It is not shown, and stored nowhere: it is forgotten when this program ends.",),
            )
        )
        if secret is None:
            return
        try:
            await self._online.type_in(sid, key, secret)
        except ExplainedError as fault:
            self._request.fail(fault)
            return
        self.action_check()

    def _lines(self, width: int) -> Iterator[Line]:
        credentials = self._online.credentials
        yield from self._request.fault_lines(width)
        if credentials is not None:
            yield from self._account(credentials, width)
        if self._request.doing:
            yield from paragraph(f"{self._request.doing} ...", width, role="muted")
        yield BLANK
        if self._online.follows:
            yield from paragraph("This file follows it: its profiles that stand for one at Twilio", width)
            yield line(("   [ Do not follow it any more ]", "strong"), key=STOP)
        elif credentials is not None and self._check is not None and self._check.reads:
            yield line(("   [ Follow the profiles of this file with it ]", "strong"), key=FOLLOW)
        elif self._online.followed and not self._request.doing:
            yield line(("   [ Do not follow anything any more ]", "strong"), key=STOP)
        if self._online.followed:
            mark = "x" if self._online.calls else " "
            words = f"   [{mark}] Tell decisions by the bell and the terminal"
            yield line((words, "strong"), key=CALL)
        if not self._online.offline:
            yield line(("   [ Type credentials... ]", "strong"), key=TYPE)
        yield line(("   [ Check again ]", "strong"), ("   F5", "muted"), key=AGAIN)
        yield BLANK
        for words in _NEVER:
            yield from point(words, width)

    def _account(self, credentials: "Credentials", width: int) -> Iterator[Line]:
        from trusthub_tui.trusthub.remote_words import account_lines, whose_lines

        found = account_lines(credentials, self._check) if self._check else whose_lines(credentials)
        for number, words in enumerate(found):
            alarm = words.startswith("NOT TWILIO")
            yield from paragraph(words, width, role="problem" if alarm else "" if number else "strong")
        for warning in credentials.warnings:
            yield from paragraph(warning, width, role="warning")
