"""The account at Twilio itself."""

from collections.abc import Mapping

from trusthub_tui.account import pages
from trusthub_tui.account.call import Caller
from trusthub_tui.account.credentials import Credentials
from trusthub_tui.account.port import Host, Identity, Object, Where


class OnlineAccount:
    """Reads and writes one account over the network."""

    def __init__(self, credentials: Credentials, caller: Caller) -> None:
        self._bases = {Host.TRUSTHUB: credentials.hosts.trusthub, Host.API: credentials.hosts.api}
        self._caller = caller
        self.identity = Identity(
            credentials.account_sid,
            credentials.source,
            credentials.name,
            credentials.hosts.replaced,
            credentials.parent,
            credentials.warnings,
        )

    async def fetch(self, where: Where) -> Object:
        """Return the object at an address, as Twilio sends it."""
        return await self._caller.get(self._url(where))

    async def list(self, where: Where) -> tuple[Object, ...]:
        """Return all objects of a list."""
        return await pages.objects(self._caller.get, self._url(where))

    async def write(self, where: Where, form: Mapping[str, str]) -> Object:
        """Send a form and return what it made."""
        return await self._caller.post(self._url(where), form)

    async def close(self) -> None:
        """Let go of the connections."""
        await self._caller.close()

    def _url(self, where: Where) -> str:
        return f"{self._bases[where.host]}{where.relative}"
