"""Measure the program beside bare Textual ones: ``python -m tests.bench [--quick | --write] [part ...]``.

Prints a table of ratios and of the budgets they are meant to keep; ``--write`` puts it into the README beside
this file. It is no gate: other work on the machine makes times wobble, so a budget that is missed is to be
looked at and measured again.
"""

import compileall
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import trusthub_tui
from tests.bench import polling, starting, thinking, using
from tests.bench.rows import Row, table
from tests.support.crowd import fill
from tests.support.person import GOOD
from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

EMAIL_1 = paths.of_representative(1, "email")


README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def main(arguments: list[str]) -> None:
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
    figures = f"{_machine()}\n\n{table(rows)}\n"
    sys.stdout.write(figures)
    if "--write" in arguments:
        before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        README.write_text(f"{before}{BEGIN}\n\n{figures}\n{END}{after}", encoding="utf-8")


def _parts(folder: Path, *, few: bool) -> dict[str, Callable[[], Iterator[Row]]]:
    names = ("crowded", "some", "empty", "none")
    crowded, db, empty_file, missing = (folder / name / "profiles.db" for name in names)
    fill(crowded)
    Store(empty_file, lambda: datetime.now(UTC)).close()
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
        "frame": lambda: starting.first_frames(_of_sizes(folder, few=few), rounds),
        "start": lambda: starting.starts(missing, empty_file, crowded, rounds),
        "cli": lambda: starting.answers_without_a_screen(5 if few else 25),
        "typing": lambda: using.typing(db, typed),
        "held": lambda: using.held(db, empty),
        "walking": lambda: using.walking(db, walked, 2 if few else 5),
        "fields": lambda: using.fields(db, tabbed),
        "finding": lambda: using.finding(crowded),
        "idle": lambda: using.idling(db, idle, 3 if few else 10),
        "polling": lambda: polling.polling(folder / "followed" / "profiles.db", 3 if few else 10),
        "pages": lambda: thinking.pages(crowded),
        "checks": thinking.checks,
        "endless": thinking.endless,
        "libraries": lambda: thinking.first_uses(3 if few else 7),
    }


def _of_sizes(folder: Path, *, few: bool) -> dict[int, Path]:
    """Return files with so many profiles; the large one takes a minute to make."""
    files = {count: folder / f"{count}" / "profiles.db" for count in ((1000,) if few else (1000, 100_000))}
    for count, file in files.items():
        fill(file, count, versions=1)
    return files


def _machine() -> str:
    version = ".".join(str(part) for part in sys.version_info[:3])
    return f"Python {version}, {os.cpu_count()} cores, {os.uname().sysname} {os.uname().machine}"


if __name__ == "__main__":
    main(sys.argv[1:])
