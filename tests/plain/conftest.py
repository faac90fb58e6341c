"""Somebody who answers plain questions, line by line, and reads back what was said."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import ModuleType

import pytest

from tests.support import answering, person
from tests.support import terminal as terminal_module


@pytest.fixture(scope="session")
def support() -> ModuleType:
    """The module with good answers."""
    return person


@pytest.fixture(scope="session")
def terminals() -> Callable[..., AbstractContextManager[terminal_module.Terminal]]:
    """Start the program in a real terminal."""
    return terminal_module.terminal


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[person.Desk]:
    """A new file, the practice review, and a clock that stands still."""
    with person.opened(tmp_path / "data" / "profiles.db") as desk:
        yield desk


@pytest.fixture
def answer(desk: person.Desk) -> Callable[..., answering.Heard]:
    """Go through a conversation with some lines; returns what was said."""
    return lambda *lines, **opening: answering.answered(desk, lines, **opening)
