"""The table of what came of the attacks, in the README beside this file and in that of the project."""

import os
import platform
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from tests.attacks.attack import Attack, Outcome
from tests.attacks.table import ATTACKS

README: Final = Path(__file__).with_name("README.md")
PROJECT: Final = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
SUMMED_BEGIN, SUMMED_END = "<!-- attacks: begin -->", "<!-- attacks: end -->"

_HEAD: Final = (
    "| Attack | What is done | Tried | Survived | Lost | | When |",
    "|---|---|--:|--:|--:|---|---|",
)


def rows(done: Iterable[tuple[Attack, Outcome]], seed: int) -> dict[str, str]:
    """Return a line of the table for each attack, by its name."""
    at = f"{datetime.now(UTC):%Y-%m-%d}, seed {seed}"
    return {
        attack.name: f"| {attack.name} | {attack.says} | {outcome.tried:,} | {outcome.survived:,}"
        f" | {len(outcome.lost):,} | {_told(attack, outcome)} | {at} |"
        for attack, outcome in done
    }


def _told(attack: Attack, outcome: Outcome) -> str:
    """Return the figures of an attack; a kind that had no turn has told none."""
    try:
        return attack.told.format(**outcome.figures)
    except KeyError:
        return ", ".join(f"{name.replace('_', ' ')} {value:,.1f}" for name, value in outcome.figures.items())


def table(rows: dict[str, str]) -> str:
    """Return the table of some lines, with what machine it was."""
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores,"
    machine += f" Python {platform.python_version()}"
    return "\n".join([machine, "", *_HEAD, *(rows[one.name] for one in ATTACKS if one.name in rows)]) + "\n"


def write(rows: dict[str, str]) -> None:
    """Put lines into the README; those of attacks that were not run now stay."""
    known = written() | rows
    _put(README, BEGIN, END, table(known))
    _put(PROJECT, SUMMED_BEGIN, SUMMED_END, summed(known))


def summed(rows: dict[str, str]) -> str:
    """Return the table in three lines: what was killed and failed, what was hostile, and everything."""
    counts = {name: _counts(row) for name, row in rows.items()}
    return "".join(
        f"- {says}: {sum(tried for tried, _ in chosen):,} tried, {sum(lost for _, lost in chosen):,} lost\n"
        for says, names in _SUMS
        if (chosen := [counts[name] for name in names if name in counts])
    )


_SUMS: Final = (
    ("Killed, failing disks, crowds, damaged files", ("kill", "disk", "crowd", "damage")),
    ("Hostile texts, replies and terminals", ("hostile", "terminals")),
    ("Long and large, privacy, what is packed", ("long", "privacy", "supply")),
)


def _counts(row: str) -> tuple[int, int]:
    cells = [cell.strip() for cell in row.split("|")]
    return int(cells[3].replace(",", "")), int(cells[5].replace(",", ""))


def written() -> dict[str, str]:
    """Return the lines that stand in the README, by the names of their attacks."""
    lines = README.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0].splitlines()
    known = {line.split(" | ")[0].removeprefix("| "): line for line in lines if line.startswith("| ")}
    return {name: line for name, line in known.items() if name in {one.name for one in ATTACKS}}


def _put(file: Path, begin: str, end: str, text: str) -> None:
    before, _, rest = file.read_text(encoding="utf-8").partition(begin)
    after = rest.partition(end)[2]
    file.write_text(f"{before}{begin}\n\n{text}\n{end}{after}", encoding="utf-8")
