"""Asks Twilio again and again how the profiles of this file stand: one request each time, however many."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from textual.message import Message

from trusthub_tui.profile.errors import ExplainedError
from trusthub_tui.store.store import Store
from trusthub_tui.tui.online import Online

if TYPE_CHECKING:
    from trusthub_tui.account.resources import RemoteProfile
    from trusthub_tui.trusthub.remote_results import Followed

_NOBODY_WAITS: Final = 86400.0
"""Seconds of waiting after which Twilio is asked as seldom as it ever is."""


class Heard(Message):
    """Twilio was asked, or what it said is a minute older: sent to the screen in front."""


class Follower:
    """Knows when to ask next, what became of it, and which profiles at Twilio are not in this file.

    Nothing of it is imported, and nobody is asked, while no account is followed.
    """

    def __init__(self, online: Online, store: Store, clock: Callable[[], datetime]) -> None:
        self._online = online
        self._store = store
        self._clock = clock
        self._since = clock()
        """Since when somebody waits."""
        self._failures = 0
        self._under_way = False
        self.asked_at: datetime | None = None
        """When Twilio was asked last, in this window."""
        self.next_at: datetime | None = None
        """When Twilio is asked next by itself; None while nothing is followed."""
        self.every: timedelta | None = None
        """How long it is from one question to the next at present; None before the first answer."""
        self.fault: ExplainedError | None = None
        """Why Twilio was not asked the last time, or following has stopped."""
        self.elsewhere: tuple[RemoteProfile, ...] = ()
        """The profiles at Twilio that none in this file stands for, as they were last told."""
        self.sending = False
        """Whether somebody waits in front of the screen for Twilio to say In Review."""
        self._awaited = False
        """Whether Twilio was reviewing a profile when it was asked last."""
        self._hoping = False
        """Whether somebody was told to press Submit in the Console, and Twilio has said nothing since."""

    @property
    def account_sid(self) -> str:
        """The account that this file is followed with; empty for none."""
        return self._online.followed

    @property
    def stopped(self) -> bool:
        """Whether following has ended because Twilio does not take the credentials, or there are none."""
        return self.next_at is None and self.fault is not None

    def begin(self) -> None:
        """Follow the account that this file is followed with, if there is one; ask at once."""
        self.fault, self._failures, self._since = None, 0, self._clock()
        asks = bool(self._online.followed) and not self._online.offline
        self.next_at, self.elsewhere = self._clock() if asks else None, ()
        self.look()

    def look(self) -> None:
        """Take in which profiles at Twilio are not in this file, as it was told last; asks nobody."""
        if self._online.followed:
            from trusthub_tui.trusthub.remote_known import known_profiles

            self._compare(known_profiles(self._store, self._online.followed)[1])

    def _compare(self, profiles: "Iterable[RemoteProfile]") -> None:
        from trusthub_tui.account.resources import ProfileKind

        words = self._store.linked.words(self._online.followed)
        self._awaited = any(one.awaited for one in words)
        here = {one.sid for one in words}
        self.elsewhere = tuple(
            one for one in profiles if one.sid not in here and one.kind is not ProfileKind.OTHER
        )

    def wait(self, *, sending: bool) -> None:
        """Begin a wait: ask often at first, and more often while somebody has just sent a profile."""
        self.sending, self._hoping, self._since = sending, True, self._clock()
        if self.next_at is not None:
            self.every = timedelta(seconds=5 if sending else 60)
            self.next_at = min(self.next_at, self._clock() + self.every)

    @property
    def due(self) -> bool:
        """Whether it is time to ask: one question at a time, and one after however long a sleep."""
        return self.next_at is not None and not self._under_way and self._clock() >= self.next_at

    @property
    def asked_just_now(self) -> bool:
        """Whether it makes no sense to ask again yet, whoever wants it."""
        from trusthub_tui.account.following import FASTEST

        asked = self.asked_at
        recently = asked is not None and (self._clock() - asked).total_seconds() < FASTEST
        return self._under_way or recently

    async def poll(self) -> "tuple[Followed, ...]":
        """Ask once how all profiles stand, and return what has happened; raises why that cannot be.

        Where Twilio does not answer it is asked later and later; where it refuses, following stops.
        """
        from trusthub_tui.account import faults

        self._under_way, self.asked_at = True, self._clock()
        try:
            found = await self._poll()
        except (
            *(faults.NoCredentials, faults.UnusableCredentials, faults.OtherAccount),
            *(faults.CredentialsRefused, faults.NotPermitted),
        ) as fault:
            self.fault, self.next_at = fault, None
            raise
        except ExplainedError as fault:
            self._failures, self.fault = self._failures + 1, fault
            raise
        finally:
            self._under_way = False
            self._plan()
        return found

    async def _poll(self) -> "tuple[Followed, ...]":
        from trusthub_tui.account.faults import OtherAccount

        twilio, followed = await self._online.connected(), self._online.followed
        given = twilio.account.identity.account_sid
        if followed and followed != given:
            raise OtherAccount("This file", followed, given)
        found = await twilio.poll()
        if self.stopped and followed:
            self.next_at = self._clock()
        self._failures, self.fault = 0, None
        if found:
            self._since, self._hoping = self._clock(), False
        self._compare(twilio.listed)
        return found

    def _plan(self) -> None:
        """Say when to ask next: soon while a decision is awaited, and seldom while none is."""
        if self.next_at is None:
            return
        from trusthub_tui.account.following import interval

        awaited = self.sending or self._hoping or self._awaited
        waited = (self._clock() - self._since).total_seconds() if awaited else _NOBODY_WAITS

        def pause(chance: float) -> timedelta:
            seconds = interval(waited, sending=self.sending, failures=self._failures, chance=chance)
            return timedelta(seconds=seconds)

        self.every = pause(0.5)
        self.next_at = self._clock() + pause(self._online.chance())
