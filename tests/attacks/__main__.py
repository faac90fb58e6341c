"""Attack the program and print what came of it.

``python -m tests.attacks [NAME ...] [--minutes N] [--seed N] [--write]``. Exits with 1 on any loss. A
minute for each attack unless told otherwise; ``--write`` puts the lines into the README beside this file.
"""

import argparse
import os
import platform
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Final

from tests.attacks.attack import Attack, Outcome, Surroundings, for_seconds
from tests.attacks.table import ATTACKS

README: Final = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def main(arguments: list[str]) -> int:
    """Run the attacks that are asked for, and tell."""
    options = _options(arguments)
    chosen = [attack for attack in ATTACKS if not options.names or attack.name in options.names]
    done: list[tuple[Attack, Outcome]] = []
    for attack in chosen:
        sys.stderr.write(f"{attack.name}: {attack.says}\n")
        with tempfile.TemporaryDirectory(prefix="trusthub-tui-attack-", ignore_cleanup_errors=True) as folder:
            going = for_seconds(options.minutes * 60)
            outcome = attack.run(Surroundings(Random(options.seed), going, Path(folder)))
        sys.stderr.writelines(f"  LOST  {line}\n" for line in outcome.lost)
        done.append((attack, outcome))
    rows = _rows(done, options.seed)
    sys.stdout.write(_table(rows))
    if options.write:
        _write(rows)
    return int(any(outcome.lost or not outcome.tried for _, outcome in done))


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.attacks", description=__doc__)
    names = [attack.name for attack in ATTACKS]
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"some of: {', '.join(names)}")
    parser.add_argument("--minutes", type=float, default=1.0, help="how long each attack goes on")
    parser.add_argument("--seed", type=int, default=1, help="another seed tries other things")
    parser.add_argument("--write", action="store_true", help="put the table into the README of the attacks")
    options = parser.parse_args(arguments)
    if unknown := set(options.names) - set(names):
        parser.error(f"no attack is called {', '.join(sorted(unknown))}; there are: {', '.join(names)}")
    return options


def _rows(done: list[tuple[Attack, Outcome]], seed: int) -> dict[str, str]:
    """Return a line of the table for each attack, by its name."""
    at = f"{datetime.now(UTC):%Y-%m-%d}, seed {seed}"
    return {
        attack.name: f"| {attack.name} | {attack.says} | {outcome.tried:,} | {outcome.survived:,}"
        f" | {len(outcome.lost):,} | {outcome.told} | {at} |"
        for attack, outcome in done
    }


def _table(rows: dict[str, str]) -> str:
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores,"
    machine += f" Python {platform.python_version()}"
    head = ["| Attack | What is done | Tried | Survived | Lost | | When |", "|---|---|--:|--:|--:|---|---|"]
    return "\n".join([machine, "", *head, *(rows[one.name] for one in ATTACKS if one.name in rows)]) + "\n"


def _write(rows: dict[str, str]) -> None:
    """Put rows into the README; those of attacks that were not run now stay."""
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    old, _, after = rest.partition(END)
    known = {
        line.split(" | ")[0].removeprefix("| "): line for line in old.splitlines() if line.startswith("| ")
    }
    README.write_text(f"{before}{BEGIN}\n\n{_table(known | rows)}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
