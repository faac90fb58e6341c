"""Start the full-screen program and leave the terminal as it was, however the program ends."""

import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any

from trusthub_tui.store.store import Store
from trusthub_tui.trusthub.filing import Filing
from trusthub_tui.tui.app import TrustHubApp
from trusthub_tui.tui.look import Look
from trusthub_tui.tui.online import Online
from trusthub_tui.tui.opening import Left, Opening
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.terminal import signals
from trusthub_tui.tui.terminal.clipboard import LocalClipboard
from trusthub_tui.tui.terminal.driver import TerminalDriver


def _in_a_terminal(app: TrustHubApp) -> None:
    """Close like a normal exit when the terminal goes away or somebody ends the process."""
    signals.listen(app.end)
    app.call_after_refresh(_collect_from_here)


def _collect_from_here() -> None:
    """Collect garbage from now on, but never search what the start has made: modules stay."""
    gc.freeze()
    gc.enable()


def _say(words: str) -> None:
    """Say something on the terminal that was given back, if it is still there."""
    if words:
        with suppress(OSError):
            sys.stderr.write(f"{words}\n")
            sys.stderr.flush()


def launch(
    store: Store,
    filing: Filing,
    clock: Callable[[], datetime],
    opening: Opening,
    look: Look | None = None,
    online: Online | None = None,
) -> Left:
    """Run until the user leaves; return how that was.

    ``online`` is the way to a Twilio account, if there is to be one.

    A caller may switch the garbage collector off before importing this; the first paint switches it on again.

    Raises:
        StoreError: the profile to open is not there, or a new one cannot be made.
        SystemExit: the program was ended by a signal or an unexpected error; the code says which.
    """
    options: dict[str, Any] = {
        "driver_class": partial(
            TerminalDriver,
            held=opening.frame.held if opening.frame else None,
            ascii_only=look is not None and look.ascii_only,
        )
    }
    services = Services(store, filing, clock, LocalClipboard(os.environ), online=online, keys=opening.keys)
    app = TrustHubApp(services, opening, look=look, started=_in_a_terminal, **options)
    with signals.handlers_restored():
        last = app.run()
    _say(app.last_words)
    gc.freeze()  # the process ends: searching everything for garbage once more would take as long as the rest
    if app.return_code or app.broken:
        sys.exit(app.return_code or 1)
    return Left(last or "", app.all_saved)
