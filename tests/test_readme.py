import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _tables() -> ModuleType:
    place = ROOT / "tests" / "support" / "readme_tables.py"
    spec = importlib.util.spec_from_file_location("tests_support_readme_tables", place)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_tables_are_those_of_this_program() -> None:
    made = _tables().with_tables(README)
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
    assert _tables().with_tables(stale) == README
