import re
from pathlib import Path

import pytest

from tests.support.readme_tables import with_tables

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_tables_are_those_of_this_program() -> None:
    made = with_tables(README)
    assert made.splitlines() == README.splitlines(), "run python tests/support/readme_tables.py"


@pytest.mark.parametrize("file", ["README.md", "screenshots/README.md"])
def test_every_link_and_picture_is_there(file: str) -> None:
    page = ROOT / file
    named = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    missing = [name for name in named if "://" not in name and not (page.parent / name).exists()]
    assert named
    assert missing == []


def test_a_table_out_of_date_is_noticed() -> None:
    stale = README.replace("| `phone.too-short` |", "| `phone.much-too-short` |")
    assert stale != README
    assert with_tables(stale) == README
