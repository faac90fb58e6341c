"""End when somebody ends the process or the terminal goes away, also when the program cannot go on.

What goes to the terminal waits in a queue of fixed length. On a terminal that takes nothing any more the
main thread stands still as soon as the queue is full, and the event loop with it: whatever asks the loop to
end the program is not heard. A pipe takes the number of a signal to a thread that does not depend on it.
"""

import asyncio
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import copy_context
from types import FrameType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)

_PATIENCE = 1.5
"""Seconds in which the program may restore the terminal and end by itself."""


def listen(ended: Callable[[int], None]) -> None:
    """Have the running loop call ``ended`` with the number of a signal; end the process if that ends nothing.

    To be called in the main thread. Nothing is lost by ending hard: whatever was typed is saved already.
    """
    loop, context = asyncio.get_running_loop(), copy_context()

    def end(number: int) -> None:
        loop.call_soon_threadsafe(ended, number, context=context)

    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    for number in _ENDING:
        signal.signal(number, _heard_by_the_thread)
    threading.Thread(target=_watch, args=(reading, end), name="ending", daemon=True).start()


def end_without_traceback(app: "App[Any]") -> None:
    """Let an error end an app through its own ``panic`` alone: Textual's traceback would show answers."""
    vars(app)["_fatal_error"] = app.panic


@contextmanager
def handlers_restored() -> Iterator[None]:
    """Put the signals' handlers back that were there before."""
    before = {number: signal.getsignal(number) for number in (*_ENDING, signal.SIGINT)}
    if callable(before[signal.SIGINT]):
        # The loop takes the place of Python's own handler, and of no other.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.set_wakeup_fd(-1)
        for number, handler in before.items():
            signal.signal(number, handler)


def _heard_by_the_thread(_number: int, _frame: FrameType | None) -> None:
    """Only signals with a handler of Python's own are written to the pipe."""


def _watch(reading: int, end: Callable[[int], None]) -> None:
    number = 0
    while number not in _ENDING:
        number = os.read(reading, 1)[0]
    with suppress(RuntimeError):  # the loop is closed: the program has ended but for the process
        end(number)
    time.sleep(_PATIENCE)
    os._exit(128 + number)
