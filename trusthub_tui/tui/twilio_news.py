"""What happens to profiles at Twilio: asked when it is time, and told on whatever screen is in front."""

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Protocol

from textual.app import App

from trusthub_tui.profile.errors import ExplainedError, sentences
from trusthub_tui.store.errors import StoreError
from trusthub_tui.tui.doors import Doors
from trusthub_tui.tui.follower import Follower, Heard
from trusthub_tui.tui.notices import Notices
from trusthub_tui.tui.online import GivenUp, Online
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.terminal import attention

if TYPE_CHECKING:
    from trusthub_tui.trusthub.remote_results import Followed


class Listener(Protocol):
    """A full screen that shows what happens to profiles."""

    @property
    def is_mounted(self) -> bool:
        """Whether it can show anything yet."""

    def noticed(self, fault: StoreError | None, *, told: bool = False) -> None:
        """Show how the file stands now; ``told`` where it is said already what happened."""

    def decided(self, profile_id: str) -> None:
        """Show a decision."""


class TwilioNews:
    """Brings what Twilio says to the screens; does nothing where there is no way to an account."""

    def __init__(
        self,
        app: App[Any],
        services: Services,
        notices: Notices,
        pages: Callable[[], Iterable[Listener]],
        doors: Callable[[], Doors],
    ) -> None:
        """``pages`` are told what happens; ``doors`` says what helps against a fault on the one in front."""
        self._app = app
        self._pages = pages
        self._services = services
        self._notices = notices
        self._doors = doors
        self._minute = services.clock().replace(second=0, microsecond=0)
        online = services.online
        self.follower = Follower(online, services.store, services.clock) if online else None
        """Who knows when to ask next; None where there is no way to an account."""

    @property
    def followed(self) -> bool:
        """Whether this file is followed with an account."""
        online = self._services.online
        return online is not None and self._services.guard.read(
            lambda: bool(online.followed), otherwise=False
        )

    def begin(self) -> None:
        """Follow the account that this file is followed with, or none any more."""
        if self.follower is not None:
            self._services.guard.do(self.follower.begin)
            self._show_age()
            self.look()

    def go_on(self) -> None:
        """Follow again where that had ended for want of credentials that Twilio takes."""
        if self.follower is not None and self.follower.stopped:
            self.begin()

    def look(self) -> None:
        """Ask Twilio where it is time to; once a minute what it said is a minute older."""
        if self.follower is None or self.follower.next_at is None:
            return
        if self.follower.due:
            self.ask()
        minute = self._services.clock().replace(second=0, microsecond=0)
        if minute != self._minute:
            self._minute = minute
            self._show_age()

    def ask(self, *, wanted: bool = False) -> None:
        """Ask how all profiles stand at Twilio; where the user wants it, say what stands in the way."""
        follower, online = self.follower, self._services.online
        if follower is not None and online is not None:
            self._app.run_worker(self._ask(follower, online, wanted=wanted), group="follow")

    def tell(self, happened: "Iterable[Followed]") -> None:
        """Tell what has happened to profiles at Twilio, and show it wherever it is to be seen."""
        happened = tuple(happened)
        if self.follower is not None and any(one.word.endswith("-review") for one in happened):
            self.follower.wait(sending=False)
        self._show_age(told=bool(happened))
        for one in happened:
            self._tell(one)

    def _tell(self, one: "Followed") -> None:
        from trusthub_tui.trusthub.remote_words import what_happened

        online = self._services.online
        decision = one.submission.decision if one.submission else None
        words = sentences(f"{one.name} {what_happened(one)}")
        if online is not None and self._services.guard.read(lambda: online.calls, otherwise=False):
            attention.call(self._app, words, os.environ)
        alarm = decision is not None and not decision.approved
        self._notices.show(words, title="Twilio", alarm=alarm, stays=6.0)
        if decision is not None:
            for page in self._pages():
                page.decided(one.profile_id)

    async def _ask(self, follower: Follower, online: Online, *, wanted: bool) -> None:
        try:
            happened = await (online.ask(lambda _: follower.poll()) if wanted else follower.poll())
        except GivenUp:
            self._notices.show("Stopped. Twilio was not asked")
            return
        except ExplainedError as fault:
            if wanted or follower.next_at is None:
                self._notices.show(self._doors().told(fault), title="Twilio", alarm=True, stays=3.0)
            self._show_age()
            return
        self.tell(happened)
        if wanted and not happened:
            self._notices.show("Twilio says nothing new")

    def _show_age(self, *, told: bool = False) -> None:
        for page in self._pages():
            if page.is_mounted:
                page.noticed(None, told=told)
        self._app.screen.post_message(Heard())
