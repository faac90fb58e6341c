"""Which tests run through which lines: recorded once for each file of tests, and kept for the next time."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

TESTED_FROM = ("tests/tui", "tests/draft", "tests/cli", "tests/trusthub", "tests")
"""Folders of tests that know screens and drafts. Those in the last one compare pictures."""


@dataclass(frozen=True)
class Test:
    """One test that passes."""

    name: str
    """As pytest names it, with its file."""
    seconds: float
    lines: Mapping[str, frozenset[int]]
    """Lines it runs through, by file."""

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.name.partition("::")[0]


@dataclass
class Coverage:
    """All tests, and the lines they run through."""

    tests: Sequence[Test]
    _anywhere: dict[str, list[Test]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for test in sorted(self.tests, key=lambda one: one.seconds):
            for file in test.lines:
                self._anywhere[file].append(test)

    def of(self, file: str, lines: Iterable[int]) -> list[Test]:
        """Return the tests that run through some lines of functions, the fastest first."""
        wanted = set(lines)
        return [test for test in self._anywhere[file] if wanted & test.lines[file]]

    def of_module(self, file: str) -> list[Test]:
        """Return the tests that run through any line: what is made at import concerns all of them."""
        return self._anywhere[file]


def record(root: Path, sources: Sequence[str], jobs: int) -> Coverage:
    """Return the coverage of a tree; only files of tests that changed are run."""
    state = _digest(root, ["trusthub_tui", "tests/support", "screenshots"])
    files = sorted(
        str(file.relative_to(root)) for place in TESTED_FROM for file in (root / place).glob("test_*.py")
    )
    kept = Path(tempfile.gettempdir()) / "trusthub-tui-mutants"
    kept.mkdir(exist_ok=True)

    def one(file: str) -> list[Test]:
        conftest = str(Path(file).with_name("conftest.py"))
        answer = (
            kept
            / f"{hashlib.sha256((state + _digest(root, [file, conftest])).encode()).hexdigest()[:24]}.json"
        )
        if not answer.exists():
            sys.stderr.write(f"recording {file}\n")
            _run(root, file, sources, answer)
        return _read(answer)

    with ThreadPoolExecutor(jobs) as pool:
        return Coverage([test for tests in pool.map(one, files) for test in tests])


def _digest(root: Path, places: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for place in places:
        where = root / place
        for file in sorted(where.rglob("*")) if where.is_dir() else [where]:
            if file.suffix in {".py", ".tcss", ".json", ".svg"} and file.is_file():
                digest.update(str(file.relative_to(root)).encode() + file.read_bytes())
    return digest.hexdigest()


def _run(root: Path, file: str, sources: Sequence[str], answer: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        tracing = Path(__file__).with_name("tracing.py").read_text(encoding="utf-8")
        (Path(folder) / "sitecustomize.py").write_text(tracing, encoding="utf-8")
        spoken = Path(folder) / "seen"
        spoken.mkdir()
        environment = environment_of(root) | {
            "MUTANTS_SEEN": str(spoken),
            "MUTANTS_ROOT": str(root),
            "MUTANTS_SOURCES": os.pathsep.join(sources),
        }
        environment["PYTHONPATH"] = os.pathsep.join((folder, environment["PYTHONPATH"]))
        passed = Path(folder) / "passed.json"
        environment["MUTANTS_PASSED"] = str(passed)
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "tests.mutants.chosen",
            "-p",
            "no:cacheprovider",
            file,
        ]
        subprocess.run(command, cwd=root, env=environment, capture_output=True, check=False)
        seen = _merged(spoken)
        seconds: dict[str, float] = json.loads(passed.read_text(encoding="utf-8")) if passed.exists() else {}
        found = [
            {"name": name, "seconds": took, "lines": seen.get(name, {})} for name, took in seconds.items()
        ]
        part = answer.with_suffix(f".{os.getpid()}")
        part.write_text(json.dumps(found), encoding="utf-8")
        part.replace(answer)


def _merged(folder: Path) -> dict[str, dict[str, list[int]]]:
    merged: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for file in folder.glob("*.json"):
        for name, lines in json.loads(file.read_text(encoding="utf-8")).items():
            for source, numbers in lines.items():
                merged[name][source].update(numbers)
    return {
        name: {file: sorted(numbers) for file, numbers in lines.items()} for name, lines in merged.items()
    }


def _read(answer: Path) -> list[Test]:
    return [
        Test(
            one["name"],
            one["seconds"],
            {file: frozenset(lines) for file, lines in one["lines"].items()},
        )
        for one in json.loads(answer.read_text(encoding="utf-8"))
    ]


def environment_of(root: Path) -> dict[str, str]:
    """Return an environment in which the program of a tree is the one that is imported."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("PYTEST_", "PYTHON"))}
    return kept | {"PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
