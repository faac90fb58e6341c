"""What every test of the screens is given: a person at the keyboard, a new file, one machine everywhere."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from textual.css import stylesheet
from textual.css.model import RuleSet

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


@pytest.fixture(scope="session", autouse=True)
def _style_sheets_are_read_once() -> Iterator[None]:
    """Every start reads the same style sheets; reading them is a tenth of what a test takes."""
    read, known = stylesheet.parse, dict[object, list[RuleSet]]()
    colours: list[Any] = []
    latest: list[Any] = [None, 0]

    def number(tokens: Any) -> int:
        """Return which of the themes met so far it is; the one met last is mostly the same object."""
        if latest[0] is not tokens:
            if tokens not in colours:
                colours.append(tokens)
            latest[:] = tokens, colours.index(tokens)
        return int(latest[1])

    def parse(scope: str, css: str, read_from: Any, **how: Any) -> list[RuleSet]:
        theme = number(how.pop("variable_tokens"))
        key = (scope, css, read_from, theme, *sorted(how.items()))
        if key not in known:
            known[key] = list(read(scope, css, read_from, variable_tokens=colours[theme], **how))
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stylesheet, "parse", parse)
        yield
