"""What every test of the screens is given: a person at the keyboard, a new file, one machine everywhere."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import ModuleType

import pytest

from tests.support import crowd as crowd_module
from tests.support import person, terminal
from tests.support.person import Desk


@pytest.fixture(scope="session")
def support() -> ModuleType:
    """The module with the person at the keyboard, good answers, and a clock."""
    return person


@pytest.fixture(scope="session")
def crowd() -> ModuleType:
    """The module that makes files with many profiles."""
    return crowd_module


@pytest.fixture(scope="session")
def terminals() -> Callable[..., AbstractContextManager[terminal.Terminal]]:
    """Start the program in a real terminal."""
    return terminal.terminal


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A new file, the practice review, and a clock that stands still."""
    with person.opened(tmp_path / "data" / "profiles.db") as desk:
        yield desk


@pytest.fixture(autouse=True)
def _same_everywhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The same time zone and the same colours on every machine."""
    for name in ("NO_COLOR", "TEXTUAL", "TEXTUAL_ANIMATIONS", "TEXTUAL_COLOR_SYSTEM", "TRUSTHUB_TUI_DB"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()
