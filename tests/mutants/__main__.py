"""Put small faults into screens and drafts, one at a time, and see whether a test notices.

``python -m tests.mutants [--sample N] [--seed N] [--only FILE ...] [--jobs N] [--list]``. Exits with 1 where
fewer than 85 of 100 are noticed.
"""

import argparse
import sys
from pathlib import Path
from random import Random

from tests.mutants.operators import Mutant, mutants_of
from tests.mutants.recording import record
from tests.mutants.running import Tried, try_all

ROOT = Path(__file__).parents[2]
SOURCES = ("trusthub_tui/tui", "trusthub_tui/draft")
ENOUGH = 0.85


def main(arguments: list[str]) -> int:
    """Draw, try, and tell."""
    options = _options(arguments)
    drawn = _drawn(options)
    if options.list:
        for mutant in drawn:
            sys.stdout.write(f"{mutant.place}  {mutant.kind}\n{mutant.diff(_source(mutant))}\n")
        return 0
    coverage = record(ROOT, SOURCES, options.jobs)
    sys.stderr.write(f"{len(drawn)} faults, {len(coverage.tests)} tests\n")
    tried = []
    for one in try_all(ROOT, drawn, coverage, options.jobs):
        tried.append(one)
        sys.stderr.write(f"{'killed  ' if one.killed else 'SURVIVED'}  {one.mutant.place}  {one.by}\n")
    killed = sum(one.killed for one in tried)
    sys.stdout.write(_report(tried, killed))
    return int(killed < ENOUGH * len(tried))


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--sample", type=int, default=80, help="how many faults to try; 0 for all there are")
    parser.add_argument("--seed", type=int, default=1, help="another seed draws other faults")
    parser.add_argument("--only", action="append", default=[], help="a part of the path of a module")
    parser.add_argument("--jobs", type=int, default=2, help="how many to try at the same time")
    parser.add_argument("--list", action="store_true", help="show the faults and try none")
    return parser.parse_args(arguments)


def _drawn(options: argparse.Namespace) -> list[Mutant]:
    files = sorted(file for place in SOURCES for file in (ROOT / place).rglob("*.py"))
    names = [str(file.relative_to(ROOT)) for file in files]
    wanted = [name for name in names if not options.only or any(part in name for part in options.only)]
    everything = [
        mutant for name in wanted for mutant in mutants_of(name, (ROOT / name).read_text(encoding="utf-8"))
    ]
    count = min(options.sample or len(everything), len(everything))
    return sorted(Random(options.seed).sample(everything, count))  # noqa: S311 - to be drawn again


def _source(mutant: Mutant) -> str:
    return (ROOT / mutant.file).read_text(encoding="utf-8")


def _report(tried: list[Tried], killed: int) -> str:
    lines = ["| Fault | Where | Result |", "|---|---|---|"]
    lines += [
        f"| {one.mutant.kind} | {one.mutant.place} | {'killed' if one.killed else '**survived**'} |"
        for one in tried
    ]
    lines += ["", "Survivors:", ""]
    for one in tried:
        if not one.killed:
            lines += [f"{one.mutant.place}  {one.mutant.kind}  ({one.by})"]
            lines += [f"    {text}" for text in one.mutant.diff(_source(one.mutant)).splitlines()]
    share = killed / len(tried) if tried else 1.0
    lines += ["", f"{killed} of {len(tried)} killed: {share:.0%}; at least {ENOUGH:.0%} are wanted"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
