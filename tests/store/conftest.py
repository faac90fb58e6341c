import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType

import pytest
import sqlite_utils  # noqa: F401 - nobody else may look where Python's own libraries lie, so it comes before

from tests.support import crowd as crowd_module
from tests.support import first_layout as first_layout_module
from trusthub_tui.store.store import Store

NOBODY = 65534


class Clock:
    """Starts at a round time and moves only when told, or by itself with every look when ``step`` is set."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)
        self.step = timedelta(seconds=1)

    def __call__(self) -> datetime:
        self.now += self.step
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "profiles.db"


@pytest.fixture
def opened(clock: Clock) -> Iterator[Callable[..., Store]]:
    """Open files that are closed when the test ends."""
    with ExitStack() as stack:
        yield lambda path, **options: stack.enter_context(Store(path, clock, **options))


@pytest.fixture
def store(opened: Callable[..., Store], file: Path) -> Store:
    return opened(file)


@pytest.fixture
def child() -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Start real processes that run a piece of Python; none outlives the test."""
    started: list[subprocess.Popen[str]] = []

    def start(code: str, *arguments: object) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-c", code, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


@contextmanager
def _without_privileges() -> Iterator[None]:
    if os.getuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def without_privileges() -> Callable[[], "contextmanager[None]"]:
    """A block in which file modes count, even for root."""
    return _without_privileges


@pytest.fixture
def open_ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder that may also be used without privileges; pytest's own is closed to others."""

    folder = Path(tempfile.mkdtemp(prefix="trusthub-tui-test-"))
    if os.getuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def crowd() -> ModuleType:
    """The module that makes files with many profiles."""
    return crowd_module


@pytest.fixture(scope="session")
def first_layout() -> ModuleType:
    """The module that makes files of the first layout."""
    return first_layout_module


@pytest.fixture(scope="session")
def crowded_file(crowd: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with 10,000 profiles, most of five versions, for tests that do not change it."""
    file = tmp_path_factory.mktemp("crowd") / "profiles.db"
    crowd.fill(file)
    return file
