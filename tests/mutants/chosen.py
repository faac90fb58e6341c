"""A plug-in of pytest: runs the tests that were chosen, in their order, and tells which ones passed.

Both are said in the environment: ``MUTANTS_CHOSEN`` names a file with the names of the tests, and
``MUTANTS_PASSED`` one to write to.
"""

import json
import os
from pathlib import Path

import pytest

_seconds: dict[str, float] = {}
_failed: set[str] = set()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what was not chosen."""
    if chosen := os.environ.get("MUTANTS_CHOSEN"):
        order = {name: place for place, name in enumerate(json.loads(Path(chosen).read_text()))}
        items[:] = sorted(
            (item for item in items if item.nodeid in order), key=lambda item: order[item.nodeid]
        )


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note how a test went."""
    _seconds[report.nodeid] = _seconds.get(report.nodeid, 0.0) + report.duration
    if not report.passed:
        _failed.add(report.nodeid)


def pytest_sessionfinish() -> None:
    """Tell which tests passed."""
    if told := os.environ.get("MUTANTS_PASSED"):
        passed = {name: taken for name, taken in _seconds.items() if name not in _failed}
        Path(told).write_text(json.dumps(passed))
