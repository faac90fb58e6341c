"""What holds for the whole suite: where files are made, and how often memory is searched for garbage."""

import gc
import os
import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 -- it is only used where it is a folder with room
ROOM = 2_000_000_000
"""Bytes that have to be free in memory before the files of the tests are made there."""

FEWER_SEARCHES = (20_000, 20, 50)
"""Objects and rounds between two searches; a started program makes more than Python reckons with."""


def pytest_configure() -> None:
    """Make files in memory where there is room: thousands of small ones wait for no disk."""
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_finish() -> None:
    """Leave out of every search what stays until the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*FEWER_SEARCHES)
