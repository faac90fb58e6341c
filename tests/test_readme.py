import re
from pathlib import Path

import pytest

from tests.support.readme_tables import PAGES, with_tables

ROOT = Path(__file__).parents[1]
LINKED = [
    "README.md",
    "screenshots/README.md",
    "trusthub_tui/README.md",
]


@pytest.mark.parametrize("page", PAGES)
def test_the_tables_are_those_of_this_program(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert with_tables(page, text).splitlines() == text.splitlines(), "python -m tests.support.readme_tables"


@pytest.mark.parametrize("file", LINKED)
def test_every_link_and_picture_is_there(file: str) -> None:
    page = ROOT / file
    named = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    missing = [name for name in named if "://" not in name and not (page.parent / name).exists()]
    assert named
    assert missing == []


def test_the_tour_of_the_program_names_only_what_is_there() -> None:
    tour = ROOT / "trusthub_tui" / "README.md"
    marked = re.findall(r"`([^`\n]+)`", tour.read_text(encoding="utf-8"))
    paths = [name for name in marked if "/" in name or name.endswith((".py", ".toml"))]
    assert len(paths) > 40
    assert [name for name in paths if not ((tour.parent / name).exists() or (ROOT / name).exists())] == []
    source = "".join(file.read_text(encoding="utf-8") for file in tour.parent.rglob("*.py"))
    words = [name for name in marked if name not in paths and re.fullmatch(r"[\w.]+", name)]
    names = [part for name in words for part in name.split(".")]
    assert [name for name in names if not re.search(rf"\b{name}\b", source)] == []


def test_a_table_out_of_date_is_noticed() -> None:
    page = "trusthub_tui/profile/rules/README.md"
    text = (ROOT / page).read_text(encoding="utf-8")
    stale = text.replace("| `phone.too-short` |", "| `phone.much-too-short` |")
    assert stale != text
    assert with_tables(page, stale) == text
