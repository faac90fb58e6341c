"""The doors without any screen: a table of customers becomes checked drafts, and failures are JSON."""

import os
import re
import shlex
import tempfile
from contextlib import chdir
from pathlib import Path
from typing import Final

from click.testing import CliRunner

from trusthub_tui.cli.command_line import main
from trusthub_tui.cli.fault import NAME

COMMANDS: Final = "commands.txt"
"""The file the transcript is in."""

_TABLE: Final = """\
Firm,Street,City,State,ZIP,Tax ID,Website,Legal form
"Northwind Robotics, Inc.",548 Market St,San Francisco,California,9410,84-1927365,northwind.com,corp
Blue Heron Clinic LLC,PO Box 12,Oakland,CA,94612,84-2031177,blueheronclinic.com,LLC
,,,,,,,
"""

_MAPPED: Final = '--map "Firm=business_information.business_name" --default address.iso_country=US'
_LINES: Final = (
    "import customers.csv --dry-run",
    f"import customers.csv {_MAPPED}",
    "list",
    "check {0} | head -n 12",
    "set {0} address.postal_code=94104 business_information.business_regions_of_operation=usa,europe",
    "get {0} address.postal_code",
    "get {0} address.city address.postal_code --json",
    "set {0} business_information.business_type=guild --json",
    "show ZZZZ --json",
    "list --status lost --json",
    "new --from nothing.json --dry-run",
    "submit {1} --dry-run | head -n 6",
    "fix",
    "schema error",
    "schema answers | head -n 34",
    "keys | head -n 8",
)

_GIVEN: Final = ("7F3K", "2VX6")
"""IDs in the place of those that come by chance."""

_DATE: Final = re.compile(r"\b\d\d? [A-Z][a-z]{2} \d{4} \d\d:\d\d\b")
_THEN: Final = "23 Nov 2026 09:41"


def command_lines() -> str:
    """Run the command lines and return what was typed and printed."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        Path("customers.csv").write_text(_TABLE, encoding="utf-8")
        made: list[str] = []
        parts = [f"$ cat customers.csv\n{_TABLE}"]
        for line in _LINES:
            part = _played(line.format(*made))
            made = re.findall(r", draft (\w+)\.", part) or made
            for chance, given in zip(made, _GIVEN, strict=True):
                part = part.replace(chance, given)
            parts.append(part)
    return _DATE.sub(_THEN, "\n".join(parts))


def _played(line: str) -> str:
    typed, _, head = line.partition(" | head -n ")
    around = {
        "TRUSTHUB_TUI_DB": "profiles.db",
        "XDG_CONFIG_HOME": os.path.abspath("config"),
        "COLUMNS": "100",
    }
    result = CliRunner().invoke(main, shlex.split(typed), env=around)
    printed = result.output.splitlines()[: int(head) if head else None]
    code = [f"(exit code {result.exit_code})"] if result.exit_code else []
    return "\n".join((f"$ {NAME} {line}", *(one.rstrip() for one in printed), *code)) + "\n"
