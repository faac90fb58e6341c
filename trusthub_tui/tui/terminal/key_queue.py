"""Keys in turn: each goes where it would have gone, had the user waited for the one before it to take effect.

A slow line delivers keys in bursts. Textual hands a key to whatever has the focus at that moment, also while
the Tab before it is still on its way up to the binding that answers it: the rest of a burst would end up in
the field that is being left.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual.app import App
from textual.events import Event, Key, Paste
from textual.message_pump import MessagePump
from textual.widgets import Input

_PATIENCE = 5.0
"""Seconds after which keys are passed on although the one before them has not come to rest."""

_MOST_MOVES = 6
"""A key may move the focus more than once: out of a list, back to its field, and on to the next one."""


class KeyQueue:
    """Keeps keys back while the last one may still move the focus, and until the first screen is there."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._held: deque[Event] = deque()
        self._resting: asyncio.Task[None] | None = None
        self._begun = False

    def begin(self, ready: Callable[[], None]) -> None:
        """Pass on what was typed ahead: the first page is there now, and is about to get the focus.

        ``ready`` is called once it has come to rest.
        """
        self._begun = True
        self._resting = asyncio.create_task(self._rest(ready))

    def hold(self, event: Event) -> bool:
        """Keep an event until its turn; False when that is now. A letter after a letter never waits."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            return False
        if self._resting is not None or not self._begun:
            self._held.append(event)
            return True
        if not self._only_types(event):
            self._resting = asyncio.create_task(self._rest())
        return False

    def _only_types(self, event: Event) -> bool:
        letters = isinstance(event, Paste) or (isinstance(event, Key) and event.is_printable)
        return letters and isinstance(self._app.focused, Input)

    async def _rest(self, then: Callable[[], None] | None = None) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                await self._everything_handled()
        if then is not None:
            self._app.call_later(then)
        self._app.call_later(self._release)

    async def _release(self) -> None:
        self._resting = None
        while self._held and self._resting is None:
            await self._app.on_event(self._held.popleft())

    async def _everything_handled(self) -> None:
        before: object = None
        for _ in range(_MOST_MOVES):
            for pump in self._way_up():
                # A second time for what it has sent itself meanwhile.
                await _caught_up(pump)
                await _caught_up(pump)
            if before == (before := (self._app.screen, self._app.focused)):
                return

    def _way_up(self) -> list[MessagePump]:
        lowest = self._app.focused or self._app.screen
        return list(lowest.ancestors_with_self)


async def _caught_up(pump: MessagePump) -> None:
    """Wait until everything in a queue has been handled."""
    done = asyncio.Event()
    if pump.call_later(done.set):
        await done.wait()
