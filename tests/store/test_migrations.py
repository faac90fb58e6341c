import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from trusthub_tui.profile.status import Status
from trusthub_tui.store import migrations, open_file, safe_copy
from trusthub_tui.store.errors import DiskFull, NothingToUndo
from trusthub_tui.store.migrations import NEWEST
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store

Row = dict[str, Any]


@pytest.fixture
def old(first_layout: ModuleType, file: Path) -> Path:
    first_layout.make(file)
    return file


def content(file: Path) -> dict[str, list[Row]]:
    """Return all rows of the tables of the first layout."""
    with closing(sqlite3.connect(file)) as connection:
        connection.row_factory = sqlite3.Row
        return {
            table: [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]  # noqa: S608
            for table in ("profile", "answer", "address", "submission")
        }


def schema(file: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA user_version").fetchone() == (NEWEST,)
        return sorted(connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema"))


def print_of(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


EVERY = range(1, NEWEST)


@pytest.mark.parametrize("number", EVERY)
def test_a_file_of_any_layout_ends_with_exactly_the_layout_of_a_new_one(
    opened: Callable[..., Store], first_layout: ModuleType, file: Path, tmp_path: Path, number: int
) -> None:
    first_layout.make(file, layout=number)
    opened(file).close()
    opened(tmp_path / "new.db").close()
    assert schema(file) == schema(tmp_path / "new.db")


@pytest.mark.parametrize("number", EVERY)
def test_a_file_of_any_layout_loses_nothing_by_the_upgrade(
    opened: Callable[..., Store], first_layout: ModuleType, file: Path, number: int
) -> None:
    first_layout.make(file, layout=number)
    before = content(file)
    opened(file).close()
    after = content(file)
    for table, rows in before.items():
        assert rows
        assert [{name: row[name] for name in rows[0]} for row in after[table]] == rows


def test_what_was_in_a_file_of_the_second_layout_is_there_in_the_new_one(
    opened: Callable[..., Store], first_layout: ModuleType, file: Path
) -> None:
    first_layout.make(file, layout=2)
    store = opened(file)
    draft = store.profiles.get("DRFT")
    assert (draft.status, draft.sid) == (Status.IN_REVIEW, "BU" + "0" * 32)
    assert [(said.rule, said.answer, said.note) for said in draft.acknowledged] == [
        ("address.odd", "Bern", "We moved.")
    ]
    assert draft.carried == {first_layout.CITY}
    assert store.profiles.undo_stack("DRFT", first_layout.CITY) == '[[["Zürich",6]],[]]'
    assert store.preferences.get("theme") == "nord"
    assert [event.kind.value for event in store.events.of("DRFT")] == ["created", "acknowledged", "filed"]
    assert [event.text for event in store.events.of("REJD")][
        -1
    ] == "Answers imported from answers.json: 2 changed"
    assert store.undo.last().what == "Took back the import into Northwind Ltd (Twilio Rejected)"
    assert store.undo.last().what.startswith("Removed the copy")
    with pytest.raises(NothingToUndo, match="It is right about City of Zürich Café cannot be taken back"):
        store.undo.last()


def test_what_was_in_a_file_of_the_third_layout_is_there_in_the_new_one(
    opened: Callable[..., Store], first_layout: ModuleType, file: Path
) -> None:
    first_layout.make(file, layout=3)
    store = opened(file)
    third = store.profiles.get("FJY7")
    assert (third.name, third.answers["address.city"]) == ("Third Wave", "Dallas")
    assert third.carried == {first_layout.CITY}
    assert store.profiles.undo_stack("FJY7", first_layout.CITY) == '[[["Austin",6]],[]]'
    assert store.profiles.get("DRFT").sid == "BU" + "0" * 32
    assert store.linked.all() == ()


def test_an_ordinary_start_never_pays_for_the_library_that_makes_the_layout(
    opened: Callable[..., Store], child: Callable[..., Any], file: Path
) -> None:
    opened(file).profiles.create()
    said, _ = child(OPEN_AND_LIST, file).communicate()
    assert said == "1 False\n"
    said, _ = child(OPEN_AND_LIST, file.with_name("new.db")).communicate()
    assert said == "0 True\n"


OPEN_AND_LIST = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from trusthub_tui.store.store import Store
with Store(Path(sys.argv[1]), lambda: datetime(2026, 11, 22, tzinfo=UTC)) as store:
    print(store.profiles.count(), "sqlite_utils" in sys.modules)
"""


def test_what_was_in_a_file_of_the_first_layout_is_there_in_the_new_one(
    opened: Callable[..., Store], old: Path, first_layout: ModuleType
) -> None:
    store = opened(old)
    assert [(line.id, line.name, line.next) for line in store.profiles.lines()] == [
        ("REJD", "Northwind", "Fix 1 reason"),
        ("DRFT", "Zürich Café", "2 to fix in Business address"),
        ("REVW", "Blue Heron", "Nothing to do"),
        ("APPR", "Delta", "Nothing to do"),
    ]
    draft = store.profiles.get("DRFT")
    assert (draft.status, draft.version, draft.address_id) == (Status.DRAFT, 7, 1)
    assert draft.answers == {first_layout.NAME: "Zürich Café", first_layout.NUMBER: "84-1927361"}
    assert draft.place == Place(2, first_layout.CITY, 3)
    assert draft.shown == {first_layout.CITY}
    assert (draft.acknowledged, draft.carried, draft.sid) == ((), frozenset(), "")
    first, second = store.submissions.of("REJD")
    assert first.decision
    assert [(reason.code, reason.words) for reason in first.decision.reasons] == [(18602, ("as received",))]
    assert second.decision
    assert [reason.code for reason in second.decision.reasons] == [22215, 22219]
    assert [one.profile_id for one in store.submissions.due(first.submitted_at, hub="practice")] == []
    (waiting,) = store.submissions.of("REVW")
    assert waiting.due_at
    assert store.submissions.due(waiting.due_at, hub="practice") == (waiting,)
    assert store.submissions.approved_numbers() == {"84-1927365": "APPR"}


def test_the_timeline_of_an_old_profile_tells_what_its_file_knows(
    opened: Callable[..., Store], old: Path
) -> None:
    told = [f"{event.at:%H:%M} {event.text}" for event in opened(old).events.of("REJD")]
    assert told == [
        "08:02 Created",
        "08:10 Version 1 submitted to the practice Trust Hub",
        "08:11 Version 1 rejected by the practice Trust Hub: 18602",
        "08:20 Version 2 submitted to the practice Trust Hub",
        "08:20 Version 2 rejected by the practice Trust Hub: 22215, 22219",
    ]


def test_what_was_deleted_before_the_upgrade_can_be_brought_back_after_it(
    opened: Callable[..., Store], old: Path
) -> None:
    store = opened(old)
    assert store.undo.last().what == "Brought back Elm (Draft)"
    assert store.profiles.get("G0NE").name == "Elm"
    assert [event.text for event in store.events.of("G0NE")] == ["Created", "Deleted", "Brought back"]


@pytest.mark.parametrize(
    ("number", "statement"),
    [
        *(
            (number, made)
            for number in (1, 2, 3)
            for made in ('CREATE TABLE "linked"', 'CREATE TABLE "account"')
        ),
        *((number, made) for number in EVERY for made in ("ALTER TABLE", "PRAGMA user_version =")),
    ],
)
def test_an_upgrade_that_does_not_get_through_leaves_the_file_as_it_was(
    opened: Callable[..., Store],
    first_layout: ModuleType,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    statement: str,
) -> None:
    first_layout.make(file, layout=number)
    before, full, met = dump(file), sqlite3.OperationalError(), []
    full.sqlite_errorcode = sqlite3.SQLITE_FULL

    class Halfway(sqlite3.Connection):
        def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
            if sql.startswith(statement):
                met.append(sql)
                raise full
            return super().execute(sql, *values)

    with monkeypatch.context() as patched:
        real = sqlite3.connect
        patched.setattr(
            open_file.sqlite3, "connect", lambda *given, **options: real(*given, factory=Halfway, **options)
        )
        with pytest.raises(DiskFull):
            opened(file)
    assert met
    assert dump(file) == before
    assert opened(file).profiles.count() == 3 + min(number, 3)


def dump(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() < (NEWEST,)
        return list(connection.iterdump())


def test_a_file_of_the_first_layout_can_be_read_without_being_touched(
    opened: Callable[..., Store], old: Path
) -> None:
    before = print_of(old)
    store = opened(old, read_only=True)
    assert store.read_only
    assert [line.id for line in store.profiles.lines()] == ["REJD", "DRFT", "REVW", "APPR"]
    assert len(store.events.of("REJD")) == 5
    store.check()
    store.close()
    assert print_of(old) == before


def test_a_file_of_the_first_layout_in_a_folder_that_cannot_be_written_can_be_read(
    opened: Callable[..., Store], open_ground: Path, without_privileges: Any, first_layout: ModuleType
) -> None:
    file = open_ground / "profiles.db"
    with without_privileges():
        first_layout.make(file)
        open_ground.chmod(0o500)
        store = opened(file)
        assert store.read_only
        assert store.profiles.get("REJD").name == "Northwind"
        store.close()
        open_ground.chmod(0o700)
    assert [path.name for path in open_ground.iterdir()] == ["profiles.db"]


OPEN_AND_CREATE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from trusthub_tui.store.store import Store
print("ready", flush=True)
sys.stdin.readline()
for path in sys.argv[1:]:
    with Store(Path(path), lambda: datetime(2026, 11, 22, tzinfo=UTC)) as store:
        store.profiles.create()
print("done", flush=True)
"""


def test_processes_that_race_to_upgrade_a_file_do_it_once(
    child: Callable[..., Any], opened: Callable[..., Store], tmp_path: Path, first_layout: ModuleType
) -> None:
    files = [tmp_path / f"{number}" / "profiles.db" for number in range(6)]
    for file in files:
        first_layout.make(file, more=300)
    racers = [child(OPEN_AND_CREATE, *files) for _ in range(3)]
    assert [racer.stdout.readline() for racer in racers] == ["ready\n"] * 3
    for racer in racers:
        racer.stdin.write("go\n")
        racer.stdin.flush()
    assert [racer.stdout.readline() for racer in racers] == ["done\n"] * 3
    for file in files:
        store = opened(file)
        assert store.profiles.count() == 4 + 300 + 3
        assert len(store.events.of("REJD")) == 5
        assert [event.text for event in store.events.of("X00299")] == ["Created"]
        store.check()
        store.close()
        schema(file)


@pytest.mark.parametrize("number", [1, 2])
def test_a_rejection_by_twilio_that_a_rehearsal_had_replaced_stands_again(
    opened: Callable[..., Store], first_layout: ModuleType, file: Path, number: int
) -> None:
    first_layout.make(file, layout=number)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        key, profile_id = connection.execute(
            "SELECT key, id FROM profile WHERE deleted_at IS NULL"
        ).fetchone()
        connection.execute("DELETE FROM submission WHERE profile_key = ?", (key,))
        for version, hub, approved in ((1, "twilio", 0), (2, "practice", 1)):
            connection.execute(
                "INSERT INTO submission (profile_key, version, answers, hub, submitted_at, approved,"
                " decided_at, reasons) VALUES (?, ?, '{}', ?, ?, ?, ?, '[]')",
                (key, version, hub, "2026-01-01T00:00:00+00:00", approved, "2026-01-02T00:00:00+00:00"),
            )
        connection.execute(
            "UPDATE profile SET status = 'twilio-approved', registration = '84-1927365' WHERE key = ?", (key,)
        )
    store = opened(file)
    assert store.profiles.get(profile_id).status is Status.REJECTED
    assert profile_id not in store.submissions.approved_numbers().values()
    [line] = [line for line in store.profiles.lines() if line.id == profile_id]
    assert (line.hub, line.next) == ("twilio", "Open it to check")


@pytest.mark.parametrize("number", EVERY)
def test_a_copy_is_made_before_a_layout_changes_and_removed_when_that_has_succeeded(
    opened: Callable[..., Store],
    first_layout: ModuleType,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
) -> None:
    first_layout.make(file, layout=number)
    before = dump(file)
    copy = safe_copy.name_of(file, number)

    def killed(connection: sqlite3.Connection, version: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(migrations, "apply", killed)
        with pytest.raises(KeyboardInterrupt):
            opened(file)
    assert dump(copy) == before
    assert copy.stat().st_mode & 0o777 == 0o600
    opened(file).close()
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_copy_that_a_killed_change_of_the_layout_left_is_removed_at_the_next_opening(
    opened: Callable[..., Store], first_layout: ModuleType, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first_layout.make(file, layout=3)
    with monkeypatch.context() as patched:
        patched.setattr(safe_copy, "remove", lambda *_: None)
        killed = opened(file)
        assert safe_copy.name_of(file, 3).exists()
        opened(file).close()  # the log stays, as after a kill
    killed.close()
    open_file.log_of(file).write_bytes(b"left over")
    opened(file).close()
    assert [path.name for path in file.parent.iterdir()] == [file.name]
