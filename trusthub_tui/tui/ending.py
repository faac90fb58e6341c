"""End when somebody ends the process or the terminal goes away, also when the program cannot go on.

What goes to the terminal waits in a queue of fixed length. On a terminal that has gone away nothing takes
from it any more: the event loop stands still as soon as the queue is full, and whatever asks the loop to end
the program is never heard. A signal handler of Python's own runs all the same: it interrupts the waiting.
"""

import asyncio
import contextvars
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from types import FrameType

_ENDING = (signal.SIGTERM, signal.SIGHUP)

_PATIENCE = 1.5
"""Seconds in which the program may restore the terminal and end by itself."""


def listen(ended: Callable[[int], None]) -> None:
    """Have the running loop call ``ended`` with the number of a signal; end the process if that ends nothing.

    To be called in the main thread. Nothing is lost by ending hard: whatever was typed is saved already.
    """
    loop = asyncio.get_running_loop()
    context = contextvars.copy_context()
    heard: SimpleQueue[int] = SimpleQueue()

    def hear(number: int, _frame: FrameType | None) -> None:
        # This may interrupt anything: starting a thread here, or taking a lock, could wait for itself.
        heard.put(number)
        loop.call_soon_threadsafe(ended, number, context=context)

    threading.Thread(target=_end_hard, args=(heard,), name="ending", daemon=True).start()
    for number in _ENDING:
        signal.signal(number, hear)


def _end_hard(heard: "SimpleQueue[int]") -> None:
    number = heard.get()
    time.sleep(_PATIENCE)
    os._exit(128 + number)


@contextmanager
def handlers_kept() -> Iterator[None]:
    """Put the signals' handlers back that were there before."""
    before = {number: signal.getsignal(number) for number in _ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
