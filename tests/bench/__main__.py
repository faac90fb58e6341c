"""Measure the program beside bare Textual ones: ``python -m tests.bench [--quick] [part ...]``.

Prints a table; exits with 1 when a budget is missed. Other work on the machine makes times wobble: compare
ratios, and measure again before believing a miss.
"""

import compileall
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import trusthub_tui
from tests.bench import starting, thinking, using
from tests.bench.rows import Row, table
from tests.support.crowd import fill
from tests.support.person import GOOD
from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

EMAIL_1 = paths.of_representative(1, "email")


def main(arguments: list[str]) -> int:
    """Measure the named parts, or all."""
    few = "--quick" in arguments
    wanted = [argument for argument in arguments if not argument.startswith("-")]
    compileall.compile_dir(str(Path(trusthub_tui.__file__).parent), quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        parts = _parts(Path(folder), few=few)
        rows: list[Row] = []
        for name, measure in parts.items():
            if not wanted or name in wanted:
                sys.stderr.write(f"{name} ...\n")
                rows += measure()
    sys.stdout.write(f"{_machine()}\n\n{table(rows)}\n")
    return int(any(row.kept is False for row in rows))


def _parts(folder: Path, *, few: bool) -> dict[str, Callable[[], Iterator[Row]]]:
    crowded, db, missing = (folder / name / "profiles.db" for name in ("crowded", "some", "none"))
    fill(crowded)
    rounds = 3 if few else 15
    with Store(db, lambda: datetime.now(UTC)) as store:

        def profile(answers: dict[str, str], place: Place) -> str:
            made = store.profiles.create(answers).id
            store.profiles.save_place(made, place)
            return made

        without = {path: text for path, text in GOOD.items() if path != EMAIL_1}
        empty = [profile({}, Place(1)) for _ in range(1 if few else 3)]
        walked, tabbed, idle = (profile(dict(GOOD), Place(step)) for step in (1, 3, 1))
        typed = [(profile({}, Place(1)), profile(without, Place(4, EMAIL_1))) for _ in range(1 if few else 3)]

    return {
        "start": lambda: starting.starts(missing, crowded, rounds),
        "cli": lambda: starting.answers_without_a_screen(5 if few else 25),
        "typing": lambda: using.typing(db, typed),
        "held": lambda: using.held(db, empty),
        "walking": lambda: using.walking(db, walked, 2 if few else 5),
        "fields": lambda: using.fields(db, tabbed),
        "finding": lambda: using.finding(crowded),
        "idle": lambda: using.idling(db, idle, 3 if few else 10),
        "pages": lambda: thinking.pages(crowded),
        "checks": thinking.checks,
        "libraries": lambda: thinking.first_uses(3 if few else 7),
    }


def _machine() -> str:
    version = ".".join(str(part) for part in sys.version_info[:3])
    return f"Python {version}, {os.cpu_count()} cores, {os.uname().sysname} {os.uname().machine}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
