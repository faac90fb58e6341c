import importlib.util
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest


def _support(name: str) -> ModuleType:
    place = Path(__file__).parents[1] / "support" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"tests_support_{name}", place)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where dataclasses look for it
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def support() -> ModuleType:
    """The module with the person at the keyboard, good answers, and a clock."""
    return _support("person")


@pytest.fixture(scope="session")
def crowd() -> ModuleType:
    """The module that makes files with many profiles."""
    return _support("crowd")


@pytest.fixture(scope="session")
def terminals() -> Callable[..., object]:
    """Start the program in a real terminal."""
    starter: Callable[..., object] = _support("terminal").terminal
    return starter


@pytest.fixture
def desk(support: ModuleType, tmp_path: Path) -> Iterator[object]:
    """A new file, the practice review, and a clock that stands still."""
    with support.opened(tmp_path / "data" / "profiles.db") as desk:
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
