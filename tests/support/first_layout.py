"""Files as each released layout of the program left them: real ones, made by the code of that layout.

As a script: ``python tests/support/first_layout.py FILE [PROFILES]``.
"""

import shutil
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlite_utils import Database

LAYOUTS = Path(__file__).parents[1] / "store" / "layouts"

NAME, CITY, NUMBER = (
    "business_information.business_name",
    "address.city",
    "business_information.business_registration_number",
)


def make(file: Path, more: int = 0, *, layout: int = 1) -> None:
    """Copy the file of a layout, and put as many further drafts into it as wanted."""
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(LAYOUTS / f"{layout}.db", file)
    with closing(Database(file, execute_plugins=False)) as database:
        database.enable_wal()
        database.table("profile").insert_all(_draft(number) for number in range(more))
        database.table("answer").insert_all(
            {"profile_key": 100 + number, "path": NAME, "text": f"Draft {number}"} for number in range(more)
        )


def _draft(number: int) -> dict[str, Any]:
    at = "2026-11-20T08:00:00.000000+00:00"
    return {
        "key": 100 + number,
        "id": f"X{number:05}",
        "status": "draft",
        "name": f"Draft {number}",
        "folded": f"draft {number}",
        "next": "",
        "rank": 2,
        "version": 1,
        "section": 1,
        "path": "",
        "caret": 0,
        "shown": "[]",
        "created_at": at,
        "changed_at": at,
        "used_at": at,
    }


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
