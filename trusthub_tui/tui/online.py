"""The Twilio account of this window: found when somebody needs it, in memory until the program ends.

Nothing of it is imported before; without an account nothing ever is.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Final, TypeVar

from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.followed import follow_nothing, follow_with, followed_account, name_of_account

if TYPE_CHECKING:
    from trusthub_tui.account.credentials import Credentials
    from trusthub_tui.account.secret import Secret
    from trusthub_tui.trusthub.connecting import Connector
    from trusthub_tui.trusthub.remote import Twilio

T = TypeVar("T")

_CALLS: Final = "account.calls"
"""The preference that says whether the terminal itself tells what happens."""


class GivenUp(Exception):
    """The user did not want to wait for Twilio any longer."""


class Online:
    """Connects once, and asks Twilio for whatever a screen wants, one thing at a time."""

    def __init__(
        self,
        store: Store,
        connector: "Callable[[], Connector]",
        environ: Mapping[str, str],
        *,
        name: str = "",
        offline: bool = False,
    ) -> None:
        """``connector`` is called in a thread for the first request; ``name`` names the account to use."""
        self._store = store
        self._make = connector
        self._name = name
        self._connector: Connector | None = None
        self._twilio: Twilio | None = None
        self._task: asyncio.Task[object] | None = None
        self._given_up = False
        self.offline = offline
        """Whether no request may be made, whatever is asked for."""
        self.credentials: Credentials | None = None
        """Those in use; None until somebody needed them."""
        self.not_twilio = _replaced(environ)
        """The host that stands in for Twilio, said on every screen; empty for Twilio itself."""

    @property
    def followed(self) -> str:
        """The account that this file is followed with; empty for none."""
        return followed_account(self._store)

    @property
    def follows(self) -> bool:
        """Whether this file is followed with the credentials in use."""
        return self.credentials is not None and self.credentials.account_sid == self.followed

    def chance(self) -> float:
        """Return a number from 0 to 1, so that many programs do not all ask at once."""
        return self._connector.chances.random() if self._connector is not None else 0.5

    async def connected(self) -> "Twilio":
        """Return the account; raises an AccountError where there is none, or no request may be made."""
        if self._twilio is None:
            if self.offline:
                from trusthub_tui.account.faults import Offline

                raise Offline
            name = self._name or name_of_account(self._store)
            connector = await self._ready()
            await self._use(await asyncio.to_thread(connector.find, name))
        if self._twilio is None:
            raise GivenUp
        return self._twilio

    async def ask(self, act: "Callable[[Twilio], Awaitable[T]]") -> T:
        """Return what an act makes of the account; GivenUp where the user does not want to wait for it.

        Raises what the act raises, and an AccountError where there is no account.
        """
        task = asyncio.create_task(self._act(act))
        self._task, self._given_up = task, False
        try:
            return await task
        except asyncio.CancelledError:
            if self._given_up:
                raise GivenUp from None
            raise
        finally:
            self._task = None

    @property
    def busy(self) -> bool:
        """Whether somebody waits for Twilio."""
        return self._task is not None

    def give_up(self) -> bool:
        """Do not wait any longer for what was asked; False where nothing was."""
        if self._task is None:
            return False
        self._given_up = True
        return self._task.cancel()

    async def type_in(self, account_sid: str, key: str, secret: "Secret") -> None:
        """Use credentials that somebody has typed; raises UnusableCredentials."""
        connector = await self._ready()
        await self._use(connector.asked(account_sid, key, secret))

    def look_again(self) -> None:
        """Look for credentials anew the next time, unless they were typed.

        Connections are not closed: a question that is under way ends as it would have.
        """
        from trusthub_tui.account.credentials import SourceKind

        if self.credentials is not None and self.credentials.kind is not SourceKind.ASKED:
            self._twilio = self.credentials = None

    def begin_following(self) -> None:
        """Follow the profiles of this file with the credentials in use, from now on."""
        if self.credentials is not None:
            follow_with(self._store, self.credentials)

    def stop_following(self) -> None:
        """Follow nothing any more; what was received stays."""
        follow_nothing(self._store, purge=False)

    @property
    def calls(self) -> bool:
        """Whether the terminal itself is to tell what happens, with its bell."""
        return bool(self._store.preferences.get(_CALLS))

    def call_or_not(self) -> None:
        """Let the terminal tell it from now on, or not any more."""
        self._store.preferences.set(_CALLS, "" if self.calls else "yes")

    async def _act(self, act: "Callable[[Twilio], Awaitable[T]]") -> T:
        return await act(await self.connected())

    async def _ready(self) -> "Connector":
        if self._connector is None:
            self._connector = await asyncio.to_thread(self._make)
        return self._connector

    async def _use(self, credentials: "Credentials") -> None:
        connector = await self._ready()
        self.credentials, self._twilio = credentials, connector.connect(credentials)


def _replaced(environ: Mapping[str, str]) -> str:
    """Return the host that the environment names in the place of Twilio, if any."""
    if not any(name.startswith("TWILIO_") and name.endswith("_BASE_URL") for name in environ):
        return ""
    from trusthub_tui.account.credentials import replaced_host

    return replaced_host(environ)
