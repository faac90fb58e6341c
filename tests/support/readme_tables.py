"""The tables in the pages that are made from the program: its commands, exit codes and rules.

``python -m tests.support.readme_tables`` writes them.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from trusthub_tui.cli.command_line import COMMANDS
from trusthub_tui.cli.fault import ExitCode
from trusthub_tui.profile.evaluation import all_rules
from trusthub_tui.profile.findings import Moment, Severity

ROOT = Path(__file__).parents[2]

_KINDS = {
    Severity.PROBLEM: "Problem",
    Severity.WARNING: "Likely rejection",
    Severity.HINT: "Hint",
}
_MOMENTS = {Moment.LEAVING: "leaving the field", Moment.CONTINUING: "Continue"}
_EXITS = {
    ExitCode.DONE: "done",
    ExitCode.FAILED: "failed: a file cannot be read or written",
    ExitCode.WRONG_USE: "wrong use of the command",
    ExitCode.HAS_PROBLEMS: "the profile has problems",
    ExitCode.NOT_FOUND: "no such profile",
    ExitCode.LOCKED: "locked: in review, or approved",
    ExitCode.CREDENTIALS: "Twilio refuses the credentials, or there are none",
    ExitCode.NOT_REACHABLE: "Twilio cannot be reached, or is not to be asked",
    ExitCode.BOTH_CHANGED: "changed here and at Twilio: choose with `pull`",
    ExitCode.ONLY_IN_CONSOLE: "Twilio takes what is left only in its Console",
    ExitCode.STILL_IN_REVIEW: "still in review",
    ExitCode.INTERRUPTED: "interrupted",
}


def commands() -> Iterator[str]:
    """Yield the table of commands."""
    yield "| Command | What it does |"
    yield "|---|---|"
    yield "| `trusthub-tui` | Open the list of profiles. |"
    for name, command in COMMANDS.items():
        yield f"| `trusthub-tui {name}` | {_cell(command.says)} |"


def exits() -> Iterator[str]:
    """Yield the table of exit codes."""
    yield "| Exit code | Meaning |"
    yield "|--:|---|"
    for code in ExitCode:
        yield f"| {code.value} | {_EXITS[code]} |"


def rules() -> Iterator[str]:
    """Yield the table of rules."""
    yield "| Rule | Kind | What it says | Told after | Twilio's reason | Practice rejects | Source |"
    yield "|---|---|---|---|---|---|---|"
    for rule in all_rules():
        cells = (
            f"`{rule.name}`",
            _KINDS[rule.severity],
            _cell(rule.says),
            _MOMENTS[rule.moment],
            str(rule.predicts or ""),
            "yes" if rule.practice_rejects else "",
            _cell(rule.source),
        )
        yield f"| {' | '.join(cells)} |"


PAGES: dict[str, dict[str, Callable[[], Iterator[str]]]] = {
    "README.md": {"commands": commands, "exit codes": exits},
    "trusthub_tui/profile/rules/README.md": {"rules": rules},
}
"""The tables of each page."""


def with_tables(page: str, text: str) -> str:
    """Return the text of a page with every table put between its two marks."""
    for name, made in PAGES[page].items():
        begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
        whole = f"{begin}\n\n" + "\n".join(made()) + f"\n\n{end}"
        pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
        found = pattern.findall(text)
        assert len(found) == 1, f"the marks of the table of {name} are not there once"
        text = text.replace(found[0], whole)
    return text


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


if __name__ == "__main__":
    for page in PAGES:
        file = ROOT / page
        file.write_text(with_tables(page, file.read_text(encoding="utf-8")), encoding="utf-8")
