"""Tries the tests on faults, each in a copy of the tree; the tree one works in is never touched."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from tests.mutants.operators import Mutant, is_made_at_import
from tests.mutants.recording import Coverage, Test, environment_of

COPIED = ("trusthub_tui", "tests", "screenshots", "pyproject.toml", "README.md")

STARTING = 60
"""Seconds a run of tests may take beside three times what the tests took when all was well."""

_NO_TESTS = 5
"""The exit code by which pytest says that nothing was left to run."""


@dataclass(frozen=True)
class Tried:
    """What became of one fault."""

    mutant: Mutant
    killed: bool
    by: str
    """The test that noticed it, or why there was none."""


def try_all(root: Path, mutants: Sequence[Mutant], coverage: Coverage, jobs: int) -> Iterator[Tried]:
    """Yield what became of each fault, in the order given."""
    with _copies(root, jobs) as copies, ThreadPoolExecutor(jobs) as pool:

        def one(mutant: Mutant) -> Tried:
            copy = copies.get()
            try:
                return _tried(copy, mutant, coverage)
            finally:
                copies.put(copy)

        yield from pool.map(one, mutants)


@contextmanager
def _copies(root: Path, jobs: int) -> Iterator[SimpleQueue[Path]]:
    free: SimpleQueue[Path] = SimpleQueue()
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        for number in range(jobs):
            copy = Path(folder) / str(number)
            for name in COPIED:
                if (root / name).is_dir():
                    shutil.copytree(root / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
                else:
                    shutil.copy(root / name, copy / name)
            free.put(copy)
        yield free


def _tried(copy: Path, mutant: Mutant, coverage: Coverage) -> Tried:
    module = copy / mutant.file
    source = module.read_text(encoding="utf-8")
    tests = _concerned(mutant, source, coverage)
    if not tests:
        return Tried(mutant, killed=False, by="no test comes this way")
    module.write_text(mutant.applied_to(source), encoding="utf-8")
    try:
        noticed = _noticed(copy, tests)
    finally:
        module.write_text(source, encoding="utf-8")
    return Tried(mutant, noticed is not None, noticed or f"{len(tests)} tests see nothing")


def _concerned(mutant: Mutant, source: str, coverage: Coverage) -> Sequence[Test]:
    if is_made_at_import(source, mutant.line):
        return coverage.of_module(mutant.file)
    return coverage.of(mutant.file, range(mutant.line, mutant.end_line + 1))


def _noticed(copy: Path, tests: Sequence[Test]) -> str | None:
    """Return what noticed a fault; None when all tests pass."""
    chosen, passed = copy / "chosen.json", copy / "passed.json"
    chosen.write_text(json.dumps([test.name for test in tests]), encoding="utf-8")
    passed.unlink(missing_ok=True)
    environment = environment_of(copy) | {"MUTANTS_CHOSEN": str(chosen), "MUTANTS_PASSED": str(passed)}
    options = ["-x", "-q", "--tb=no", "-p", "tests.mutants.chosen", "-p", "no:cacheprovider", "--timeout=60"]
    command = [sys.executable, "-m", "pytest", *options, *sorted({test.file for test in tests})]
    most = STARTING + 3 * sum(test.seconds for test in tests)
    with subprocess.Popen(
        command,
        cwd=copy,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            code = process.wait(most)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return "the time that all tests may take together"
    if code in (0, _NO_TESTS):
        return None
    well = json.loads(passed.read_text(encoding="utf-8")) if passed.exists() else {}
    return next((test.name for test in tests if test.name not in well), "the import of the module")
