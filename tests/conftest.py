"""What holds for the whole suite: where files are made, how many examples are tried, how memory is kept."""

import gc
import os
import shutil
from pathlib import Path

from hypothesis import HealthCheck, settings

MEMORY = Path("/dev/shm")  # noqa: S108 -- it is only used where it is a folder with room
ROOM = 2_000_000_000
"""Bytes that have to be free in memory before the files of the tests are made there."""

FEWER_SEARCHES = (20_000, 20, 50)
"""Objects and rounds between two searches; a started program makes more than Python reckons with."""

ANYWHERE = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.register_profile("suite", ANYWHERE, max_examples=40)
settings.register_profile("thorough", ANYWHERE, max_examples=2_000)
settings.load_profile("suite")


def pytest_configure() -> None:
    """Make files in memory where there is room: thousands of small ones wait for no disk."""
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_finish() -> None:
    """Leave out of every search what stays until the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*FEWER_SEARCHES)
