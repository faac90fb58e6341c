"""Attack the program and print what came of it.

``python -m tests.attacks [NAME ...] [--minutes N] [--seed N] [--write]``. Without ``--minutes`` every attack
has as many trials as a full run asks for, which takes hours. Exits with 1 on any loss; each is printed with
the command that tries it again, and what it left behind stays where that says. ``--write`` puts the lines
into the README beside this file, and the sums into that of the project.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.attacks import figures
from tests.attacks.attack import Attack, Outcome, first, for_ever, for_seconds, run
from tests.attacks.table import ATTACKS


def main(arguments: list[str]) -> int:
    """Run the attacks that are asked for, and tell."""
    options = _options(arguments)
    chosen = [attack for attack in ATTACKS if not options.names or attack.name in options.names]
    done = [(attack, _run(attack, options)) for attack in chosen if _is_possible(attack)]
    rows = figures.rows(done, options.seed)
    sys.stdout.write(figures.table(rows))
    if options.write:
        figures.write(rows)
    return int(any(outcome.lost or not outcome.tried for _, outcome in done))


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.attacks", description=__doc__)
    names = [attack.name for attack in ATTACKS]
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"some of: {', '.join(names)}")
    parser.add_argument("--minutes", type=float, help="begin no trial of an attack after so many minutes")
    parser.add_argument("--seed", type=int, default=1, help="another seed tries other things")
    parser.add_argument("--trial", type=int, help="only the trial of this number, as a loss names it")
    parser.add_argument("--short", action="store_true", help="each trial as small as among the tests")
    parser.add_argument("--write", action="store_true", help="put the table into the README of the attacks")
    options = parser.parse_args(arguments)
    if unknown := set(options.names) - set(names):
        parser.error(f"no attack is called {', '.join(sorted(unknown))}; there are: {', '.join(names)}")
    return options


def _is_possible(attack: Attack) -> bool:
    if attack.possible():
        return True
    sys.stderr.write(f"{attack.name}: this machine has not what it takes\n")
    return False


def _run(attack: Attack, options: argparse.Namespace) -> Outcome:
    sys.stderr.write(f"{attack.name}: {attack.says}\n")
    numbers = (
        [options.trial] if options.trial is not None else first(None if options.minutes else attack.full)
    )
    going = for_seconds(options.minutes * 60) if options.minutes else for_ever
    with tempfile.TemporaryDirectory(prefix="trusthub-tui-attack-", ignore_cleanup_errors=True) as folder:
        outcome = run(attack, options.seed, Path(folder), numbers, going, short=options.short)
    sys.stderr.writelines(f"  LOST  {line}\n" for line in outcome.lost)
    return outcome


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
