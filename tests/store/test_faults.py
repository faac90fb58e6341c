import os
import resource
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.profile.acknowledgements import Acknowledgement
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Decision, Reason, Submission
from trusthub_tui.store import sqlite_errors
from trusthub_tui.store.errors import (
    DamagedFile,
    DiskFull,
    FileBusy,
    MovedFile,
    ReadOnlyFile,
    StoreError,
    Unavailable,
)
from trusthub_tui.store.linked import Link, SendingState, StoredEvaluation
from trusthub_tui.store.records import Place, Standing
from trusthub_tui.store.store import Store

NAME = paths.BUSINESS_NAME
NUMBER = "84-1927365"


def fill(store: Store, profiles: int = 30) -> str:
    """Put a few hundred rows into a file and return one ID."""
    text = {path: f"{NUMBER} {path}" * 5 for path in (NAME, paths.WEBSITE, paths.ID_NUMBER, paths.STREET)}
    return {store.profiles.create(text).id for _ in range(profiles)}.pop()


@pytest.fixture
def filled(opened: Callable[..., Store], file: Path) -> Path:
    store = opened(file)
    fill(store)
    store.close()
    return file


def rubbish(file: Path) -> None:
    file.write_bytes(b"This is no database. " * 500)


def five_bytes(file: Path) -> None:
    file.write_bytes(b"SQLit")


def truncated(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def pages_overwritten(file: Path) -> None:
    size = file.stat().st_size
    with file.open("r+b") as raw:
        for offset in range(8192, size, 8192):
            raw.seek(offset)
            raw.write(b"\xa5" * 4096)


def header_only(file: Path) -> None:
    os.truncate(file, 100)


def table_gone(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TABLE profile")
        connection.commit()


def unknown_status(file: Path) -> None:
    _change(file, "UPDATE profile SET status = ?", NUMBER)


def no_time(file: Path) -> None:
    _change(file, "UPDATE profile SET changed_at = ?", NUMBER)


def bytes_for_text(file: Path) -> None:
    _change(file, "UPDATE profile SET changed_at = ?", NUMBER.encode())


def no_json(file: Path) -> None:
    _change(file, "UPDATE profile SET shown = ?", f'["{NUMBER}')


def _change(file: Path, statement: str, value: object) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement, (value,))
        connection.commit()


def _use(store: Store) -> None:
    for line in store.profiles.lines(limit=1000):
        store.profiles.get(line.id)


@pytest.mark.parametrize(
    "damage",
    [
        rubbish,
        five_bytes,
        truncated,
        pages_overwritten,
        header_only,
        table_gone,
        unknown_status,
        no_time,
        bytes_for_text,
        no_json,
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_damaged_file_is_told_and_left_alone(
    filled: Path, opened: Callable[..., Store], damage: Callable[[Path], None], read_only: bool
) -> None:
    damage(filled)
    before = filled.read_bytes()
    with pytest.raises(DamagedFile) as told:
        _use(opened(filled, read_only=read_only))
    assert str(filled) in told.value.message
    assert "backup" in told.value.remedy
    assert filled.read_bytes() == before
    assert NUMBER not in _everything_said(told.value)


def _everything_said(error: BaseException | None) -> str:
    """Return what a traceback would print of an error and those behind it."""
    said = []
    while error is not None:
        said.append(f"{error!r} {error}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\n".join(said)


def test_damage_in_a_large_file_is_told_when_it_is_met(opened: Callable[..., Store], file: Path) -> None:
    store = opened(file)
    last = fill(store, 1)
    long = "x" * 100_000
    for _ in range(15):
        last = store.profiles.create({paths.SOCIAL: long}).id
    store.close()
    assert file.stat().st_size > 1 << 20
    with file.open("r+b") as raw:
        raw.seek(-40 * 4096, os.SEEK_END)
        raw.write(b"\xff" * 4096 * 40)
    store = opened(file)
    with pytest.raises(DamagedFile):
        store.profiles.get(last)
    with pytest.raises(DamagedFile):
        store.check()


def test_a_small_file_with_damage_anywhere_is_not_even_opened(
    opened: Callable[..., Store], filled: Path
) -> None:
    pages_overwritten(filled)
    with pytest.raises(DamagedFile):
        opened(filled)


def test_a_sound_file_passes_the_check(opened: Callable[..., Store], filled: Path) -> None:
    opened(filled).check()


def test_text_that_was_tampered_with_is_cleaned_on_loading(
    opened: Callable[..., Store], filled: Path
) -> None:
    evil = "\x1b]0;title\x07\u202eevil"
    for statement in (
        "UPDATE answer SET text = ?",
        "UPDATE profile SET name = ?",
        "UPDATE profile SET next = ?",
        "UPDATE profile SET path = ?",
    ):
        _change(filled, statement, evil)
    _change(filled, "UPDATE profile SET shown = ?", '["\\u001b[2J"]')
    _change(filled, "UPDATE profile SET section = ?", 99)
    _change(filled, "UPDATE profile SET caret = ?", -3)
    _change(filled, "INSERT INTO answer VALUES (1, ?, 'x')", evil)
    store = opened(filled)
    line = store.profiles.lines()[-1]
    profile = store.profiles.get(line.id)
    assert line.name == line.next == "]0;titleevil"
    assert set(profile.answers.values()) == {"]0;titleevil"}
    assert profile.shown == {"[2J"}
    assert profile.place == Place(7, "", 0)


COLUMNS = [
    (table, column)
    for table, columns in {
        "profile": "id status name folded next rank version section path caret shown address_key registration"
        " created_at changed_at used_at deleted_at sid",
        "answer": "path text",
        "address": "parts folded used_at deleted_at",
        "submission": "version answers hub submitted_at due_at approved decided_at reasons",
        "acknowledgement": "path rule answer note at",
        "carried": "path answer",
        "undo_stack": "path text",
        "event": "at kind version detail",
        "undoable": "at kind detail",
        "preference": "name text",
        "window": "id profile_key pid host opened_at seen_at writes",
        "linked": "account_sid sid policy_sid kind status updated fetched_at remote missing_at sender",
        "evaluation": "sid at compliant results",
        "sending": "at step body_hash state sid words",
        "ability": "account_sid operation kind taken at words",
        "account": "account_sid at profiles",
    }.items()
    for column in columns.split()
]

HOSTILE = [
    "",
    NUMBER,
    b"\xff\x00",
    -1.5,
    (1 << 63) - 1,
    "9999-12-31T23:59:59-14:00",
    "[" * 100_000,
    '{"a": 1}',
    '[{"code": null}]',
    "[1]",
]


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_whatever_stands_in_a_row_the_store_answers_or_tells_of_damage(
    opened: Callable[..., Store], file: Path, table: str, column: str
) -> None:
    store = opened(file)
    profile_id = store.profiles.create({NAME: "Northwind"}).id
    address_id = store.addresses.save({paths.CITY: "Bern"})
    store.profiles.save_address_id(profile_id, address_id)
    at = datetime(2026, 11, 22, tzinfo=UTC)
    decision = Decision(approved=False, decided_at=at, reasons=(Reason(18601),))
    sent = Submission(profile_id, 1, {NAME: "Northwind"}, at, "practice", decision=decision)
    store.submissions.add(sent, Status.REJECTED)
    store.profiles.save(profile_id, {paths.CITY: "Bern"}, Place(), {paths.CITY: "[]"})
    store.profiles.carry(profile_id, paths.CITY, ticked=True)
    store.preferences.set("theme", "dark")
    opened(file).windows.open(profile_id)
    _link(store, profile_id)
    with closing(sqlite3.connect(file)) as raw:
        for value in HOSTILE:
            with suppress(StoreError):
                _do_what_can_be_undone(store, profile_id)
            with suppress(sqlite3.IntegrityError):
                raw.execute(f"UPDATE {table} SET {column} = ?", (value,))  # noqa: S608 - names from above
            raw.commit()
            _use_all(store, profile_id, address_id)


def _link(store: Store, profile_id: str) -> None:
    at = datetime(2026, 11, 22, tzinfo=UTC)
    linked = store.linked
    linked.link(Link(profile_id, "AC1", "BU1", "RN1", "primary", "draft", "then", at, "{}"))
    linked.evaluated(profile_id, [StoredEvaluation("EL1", at, compliant=True, results="[]")])
    linked.end(linked.begin(profile_id, "update:IT1", "abc"), SendingState.DONE, "IT1", "words")
    linked.remember_ability("AC1", "end-user", "primary", taken=True)
    linked.listed("AC1", "[]")


def doors(store: Store, profile_id: str, address_id: int) -> dict[str, Callable[[], object]]:
    """Return a way to use each public method of the store, by its name."""
    at, future = datetime(2026, 11, 22, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC)
    profiles, addresses, sent, linked = store.profiles, store.addresses, store.submissions, store.linked
    said = Acknowledgement(paths.CITY, "email.free", "Basel", "note", at)
    no = Decision(approved=False, decided_at=at, reasons=(Reason(18601),))

    def sending(decision: Decision | None = None) -> Submission:
        newest = sent.next_version(profile_id) - (decision is not None)
        return Submission(profile_id, newest, {}, at, "practice", decision=decision)

    return {
        "submissions.add": lambda: sent.add(sending(), Status.IN_REVIEW),
        "submissions.decide": lambda: sent.decide(sending(no), Status.REJECTED, by_hand=True, sid="BU2"),
        "profiles.lines": lambda: profiles.lines("n"),
        "profiles.count": lambda: profiles.count("n"),
        "profiles.get": lambda: profiles.get(profile_id),
        "profiles.last": profiles.last,
        "profiles.undo_stack": lambda: profiles.undo_stack(profile_id, paths.CITY),
        "profiles.save": lambda: profiles.save(
            profile_id, {paths.CITY: "Bern"}, Place(), seen={}, stacked=lambda lost: lost.text
        ),
        "profiles.save_place": lambda: profiles.save_place(profile_id, Place(2)),
        "profiles.save_shown": lambda: profiles.save_shown(profile_id, [paths.CITY]),
        "profiles.save_standing": lambda: profiles.save_standing(profile_id, Standing("next", 1)),
        "profiles.save_address_id": lambda: profiles.save_address_id(profile_id, address_id),
        "profiles.carry": lambda: profiles.carry(profile_id, paths.CITY, ticked=True),
        "profiles.acknowledge": lambda: profiles.acknowledge(profile_id, said),
        "profiles.import_over": lambda: profiles.import_over(profile_id, {paths.CITY: "Basel"}),
        "profiles.import_all": lambda: profiles.import_all([{paths.CITY: "Basel"}], "a.json"),
        "profiles.create": profiles.create,
        "profiles.duplicate": lambda: profiles.duplicate(profile_id),
        "addresses.find": lambda: addresses.find("b"),
        "addresses.count": lambda: addresses.count("b"),
        "addresses.get": lambda: addresses.get(address_id),
        "addresses.touch": lambda: addresses.touch(address_id),
        "addresses.change": lambda: addresses.change(address_id, {paths.CITY: "Chur"}),
        "addresses.save": lambda: addresses.save({paths.CITY: "Bern"}),
        "addresses.delete": lambda: addresses.delete(address_id),
        "submissions.of": lambda: sent.of(profile_id),
        "submissions.filed": sent.filed,
        "submissions.due": lambda: sent.due(future, hub="practice"),
        "submissions.next_due": lambda: sent.next_due("practice"),
        "submissions.approved_numbers": sent.approved_numbers,
        "submissions.remember_sid": lambda: sent.remember_sid(profile_id, "BU1", at),
        "submissions.discard": lambda: sent.discard(profile_id, 2, at, (Status.DRAFT, Standing("next", 1))),
        "submissions.reopen": lambda: sent.reopen(profile_id, at),
        "submissions.next_version": lambda: sent.next_version(profile_id),
        "events.of": lambda: store.events.of(profile_id),
        "preferences.get": lambda: store.preferences.get("theme"),
        "preferences.set": lambda: store.preferences.set("theme", "light"),
        "linked.link": lambda: _link(store, profile_id),
        "linked.of": lambda: linked.of(profile_id),
        "linked.by_sid": lambda: linked.by_sid("BU1"),
        "linked.all": linked.all,
        "linked.named": lambda: linked.named("BU1"),
        "linked.words": lambda: linked.words("AC1"),
        "linked.checked": linked.checked,
        "linked.received": lambda: linked.received(profile_id, "{}"),
        "linked.said": lambda: linked.said(profile_id, "draft", "then"),
        "linked.missing": lambda: linked.missing(profile_id, at),
        "linked.listing": lambda: linked.listing("AC1"),
        "linked.listed": lambda: linked.listed("AC1", "[1]"),
        "linked.evaluated": lambda: linked.evaluated(profile_id, []),
        "linked.evaluations": lambda: linked.evaluations(profile_id),
        "linked.claim": lambda: linked.claim(profile_id),
        "linked.release": lambda: linked.release(profile_id),
        "linked.begin": lambda: linked.begin(profile_id, "create:x", "abc"),
        "linked.end": lambda: linked.end(1, SendingState.UNCLEAR),
        "linked.sendings": lambda: linked.sendings(profile_id),
        "linked.ability": lambda: linked.ability("AC1", "end-user", "primary"),
        "linked.remember_ability": lambda: linked.remember_ability("AC1", "end-user", "primary", taken=True),
        "linked.unlink": lambda: linked.unlink(profile_id),
        "linked.policies": lambda: linked.policies("AC1"),
        "linked.remember_policies": lambda: linked.remember_policies("AC1", {"RN1": "primary"}),
        "linked.purge": linked.purge,
        "windows.open": lambda: store.windows.open(profile_id),
        "windows.writer": lambda: store.windows.writer(profile_id),
        "windows.take_over": lambda: store.windows.take_over(profile_id),
        "windows.close": store.windows.close,
        "profiles.counts": profiles.counts,
        "profiles.each_line": lambda: list(profiles.each_line()),
        "profiles.delete": lambda: profiles.delete(profile_id),
        "undo.any_left": store.undo.any_left,
        "undo.last": store.undo.last,
        "state": store.state,
        "backup": lambda: store.backup(store.path.with_name("copy.db"), replace=True),
        "check": store.check,
        "undo.concerns": lambda: store.undo.concerns(profile_id),
        "wide_open": store.wide_open,
        "close_up": store.close_up,
        "rehearsal": lambda: _rehearsed(store),
    }


def _rehearsed(store: Store) -> None:
    with store.rehearsal():
        store.profiles.count()


def test_the_table_of_doors_names_every_public_method_of_the_store(store: Store) -> None:
    parts = ("profiles", "addresses", "submissions", "events", "linked", "preferences", "windows", "undo")
    public = {
        f"{part}.{name}" for part in parts for name in dir(getattr(store, part)) if not name.startswith("_")
    }
    own = {name for name in dir(store) if not name.startswith("_")} - {*parts, "path", "read_only", "close"}
    assert set(doors(store, "", 1)) == public | own


@pytest.mark.parametrize("harm", ["cut", "pages", "header", "empty", "gone", "schema", "closed"])
def test_no_door_lets_anything_but_our_own_errors_out_of_a_file_that_is_harmed_while_open(
    opened: Callable[..., Store], filled: Path, harm: str
) -> None:
    store = opened(filled)
    profile_id = store.profiles.last() or ""
    address_id = store.addresses.save({paths.CITY: "Bern"})
    _harm(store, filled, harm)
    told = []
    for door in doors(store, profile_id, address_id).values():
        try:
            door()
        except StoreError as error:
            told.append(error)
    assert told
    assert all(error.remedy for error in told)
    assert not [error for error in told if NUMBER in _everything_said(error)]


def _harm(store: Store, file: Path, harm: str) -> None:
    before = file.stat()
    match harm:
        case "cut":
            truncated(file)
        case "pages":
            pages_overwritten(file)
        case "header":
            rubbish(file)
        case "empty":
            os.truncate(file, 0)
        case "gone":
            file.unlink()
        case "schema":
            _damage_schema(file)
        case "closed":
            store.close()
    if harm in ("cut", "pages", "header"):
        # As if nobody had noticed: the disk says the file is as it was.
        if harm == "cut":
            os.truncate(file, before.st_size)
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def _damage_schema(file: Path) -> None:
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("UPDATE sqlite_schema SET sql = 'CREATE TABLE answer (path)' WHERE name = 'answer'")
        raw.execute("UPDATE sqlite_schema SET sql = 'rubbish' WHERE name = 'event'")
        raw.execute("PRAGMA schema_version = 4711")
        raw.commit()


def _do_what_can_be_undone(store: Store, profile_id: str) -> None:
    at = datetime(2026, 11, 22, tzinfo=UTC)
    store.profiles.import_over(profile_id, {paths.CITY: "Basel"})
    store.profiles.acknowledge(profile_id, Acknowledgement(paths.CITY, "email.free", "Basel", "note", at))


def _use_all(store: Store, profile_id: str, address_id: int) -> None:
    for name, act in doors(store, profile_id, address_id).items():
        if name not in ("check", "backup"):  # these look at pages, not at what stands in a row
            with suppress(StoreError):
                act()


def test_text_that_is_not_utf_8_neither_stops_nor_is_quoted(
    opened: Callable[..., Store], filled: Path
) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("UPDATE answer SET text = CAST(x'41ff42' AS TEXT)")
        connection.commit()
    store = opened(filled)
    profile = store.profiles.get(store.profiles.lines()[0].id)
    assert profile.answers[NAME] == "A\ufffdB"


def test_a_folder_in_the_way_is_told(opened: Callable[..., Store], tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as told:
        opened(tmp_path)
    assert str(tmp_path) in told.value.message
    assert "--db" in told.value.remedy


def test_a_file_where_a_folder_should_be_is_told(opened: Callable[..., Store], tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(Unavailable):
        opened(tmp_path / "taken" / "profiles.db")
    assert (tmp_path / "taken").read_text() == "mine"


def test_a_file_that_may_not_be_opened_is_told(
    opened: Callable[..., Store], open_ground: Path, without_privileges: Any
) -> None:
    file = open_ground / "profiles.db"
    with without_privileges():
        opened(file).close()
        file.chmod(0o000)
        with pytest.raises(Unavailable):
            opened(file)
        file.chmod(0o600)
        open_ground.chmod(0o000)
        with pytest.raises(Unavailable):
            opened(file)
        open_ground.chmod(0o700)


def test_a_folder_that_may_not_be_made_is_told(
    opened: Callable[..., Store], open_ground: Path, without_privileges: Any
) -> None:
    with without_privileges():
        open_ground.chmod(0o500)
        with pytest.raises(Unavailable):
            opened(open_ground / "deeper" / "profiles.db")


def test_reading_only_neither_creates_a_file_nor_writes_to_one(
    opened: Callable[..., Store], file: Path
) -> None:
    with pytest.raises(Unavailable):
        opened(file, read_only=True)
    assert not file.parent.exists()
    profile_id = fill(opened(file), 1)
    store = opened(file, read_only=True)
    assert store.read_only
    assert store.profiles.get(profile_id).answers[NAME].startswith(NUMBER)
    assert_refuses_to_write(store, profile_id)


def assert_refuses_to_write(store: Store, profile_id: str) -> None:
    before = store.profiles.get(profile_id)
    for act in (
        store.profiles.create,
        lambda: store.profiles.save(profile_id, {NAME: "changed"}, Place()),
        lambda: store.profiles.save_place(profile_id, Place(2)),
        lambda: store.profiles.delete(profile_id),
        lambda: store.addresses.save({paths.CITY: "Bern"}),
    ):
        with pytest.raises(ReadOnlyFile) as told:
            act()
        assert "read" in told.value.message
    assert store.profiles.get(profile_id) == before


@pytest.mark.parametrize("folder_mode", [0o700, 0o500])
@pytest.mark.parametrize("file_mode", [0o600, 0o400])
@pytest.mark.parametrize("state", ["closed", "killed", "killed, index lost"])
def test_a_file_that_cannot_be_written_can_be_read(  # noqa: PLR0917 - three of them are the table's
    opened: Callable[..., Store],
    child: Callable[..., Any],
    open_ground: Path,
    without_privileges: Any,
    state: str,
    file_mode: int,
    folder_mode: int,
) -> None:
    if file_mode == 0o600 and folder_mode == 0o700:
        pytest.skip("can be written")
    file = open_ground / "profiles.db"
    profile_id = _left_behind(child, file, state)
    for path in open_ground.iterdir():
        shutil.chown(path, open_ground.stat().st_uid)
    with without_privileges():
        for path in open_ground.iterdir():
            path.chmod(file_mode)
        before = {path.name: path.read_bytes() for path in open_ground.iterdir() if path.suffix != ".db-shm"}
        open_ground.chmod(folder_mode)
        store = opened(file)
        assert store.read_only
        assert [line.name for line in store.profiles.lines()] == ["Northwind"]
        assert store.profiles.get(profile_id).answers == {NAME: "Northwind"}
        assert_refuses_to_write(store, profile_id)
        store.close()
    for name, content in before.items():
        assert (open_ground / name).read_bytes() == content


CREATE_AND_LEAVE = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store
store = Store(Path(sys.argv[1]), lambda: datetime.now(UTC))
profile_id = store.profiles.create().id
store.profiles.save(profile_id, {"business_information.business_name": "Northwind"}, Place())
if sys.argv[2] == "closed":
    store.close()
print(profile_id, flush=True)
sys.stdin.readline()
"""


def _left_behind(child: Callable[..., Any], file: Path, state: str) -> str:
    process = child(CREATE_AND_LEAVE, file, state)
    profile_id: str = process.stdout.readline().strip()
    process.kill()
    process.wait()
    assert file.with_name("profiles.db-wal").exists() == (state != "closed")
    if state == "killed, index lost":
        file.with_name("profiles.db-shm").unlink()
    return profile_id


LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode = DELETE" if sys.argv[2] == "wholly" else "SELECT 1")
connection.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.readline()
"""


def test_a_file_another_program_writes_to_for_too_long_is_told_and_nothing_is_lost(
    opened: Callable[..., Store], child: Callable[..., Any], file: Path
) -> None:
    store = opened(file, patience=0.05)
    profile_id = fill(store, 1)
    before = store.profiles.get(profile_id)
    other = child(LOCK, file, "for writing")
    assert other.stdout.readline() == "locked\n"
    with pytest.raises(FileBusy) as told:
        store.profiles.save(profile_id, {NAME: "changed"}, Place())
    assert "Close the other program" in told.value.remedy
    assert store.profiles.get(profile_id) == before
    other.kill()
    other.wait()
    store.profiles.save(profile_id, {NAME: "changed"}, Place())
    assert store.profiles.get(profile_id).answers[NAME] == "changed"


def test_a_file_another_program_holds_wholly_cannot_be_opened_and_that_is_told(
    opened: Callable[..., Store], child: Callable[..., Any], filled: Path
) -> None:
    other = child(LOCK, filled, "wholly")
    assert other.stdout.readline() == "locked\n"
    for read_only in (False, True):
        with pytest.raises(FileBusy):
            opened(filled, patience=0.05, read_only=read_only)
    other.kill()
    other.wait()
    assert opened(filled).profiles.count() == 30


@contextmanager
def _files_at_most(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_file_that_may_not_grow_is_told_and_nothing_saved_is_lost(store: Store) -> None:
    profile_id = fill(store, 1)
    before = store.profiles.get(profile_id)
    log = store.path.with_name("profiles.db-wal")
    with _files_at_most(log.stat().st_size + 512):
        with pytest.raises(DiskFull) as told:
            store.profiles.save(profile_id, {NAME: NUMBER * 9}, Place())
        assert store.profiles.get(profile_id) == before
    assert "Free some space" in told.value.remedy
    assert NUMBER not in _everything_said(told.value)
    saved = store.profiles.save(profile_id, {NAME: "changed"}, Place())
    assert store.profiles.get(profile_id).version == saved.version
    store.check()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    made = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=384k", "tmpfs", disk], capture_output=True, check=False
    )
    if not made or made.returncode:
        pytest.skip("no small disk can be made here")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


def test_a_full_disk_is_told_and_nothing_saved_is_lost(
    opened: Callable[..., Store], small_disk: Path
) -> None:
    store = opened(small_disk / "profiles.db")
    profile_id = store.profiles.create().id
    acknowledged: list[str] = []
    with pytest.raises(DiskFull):
        _save_without_end(store, profile_id, acknowledged)
    assert store.profiles.get(profile_id).answers[NAME] == acknowledged[-1]
    store.close()
    store = opened(small_disk / "profiles.db")
    store.check()
    assert store.profiles.get(profile_id).answers[NAME] == acknowledged[-1]


def _save_without_end(store: Store, profile_id: str, acknowledged: list[str]) -> None:
    for number in count(1):
        store.profiles.save(profile_id, {NAME: f"{number}"}, Place())
        acknowledged.append(f"{number}")


def test_a_full_disk_at_the_first_opening_is_told(opened: Callable[..., Store], small_disk: Path) -> None:
    with suppress(OSError):
        (small_disk / "filler").write_bytes(b"x" * 500 * 1024)
    with pytest.raises(DiskFull):
        opened(small_disk / "profiles.db")


@pytest.mark.parametrize("way", ["deleted", "moved", "replaced"])
def test_a_file_that_goes_away_while_it_is_open_is_not_written_into_the_void(
    store: Store, tmp_path: Path, way: str
) -> None:
    profile_id = fill(store, 1)
    store.path.rename(tmp_path / "kept.db")
    if way == "deleted":
        (tmp_path / "kept.db").unlink()
    elif way == "replaced":
        store.path.write_bytes(b"")
    with pytest.raises(MovedFile) as told:
        store.profiles.save(profile_id, {NAME: "changed"}, Place())
    assert "moved, deleted or replaced" in told.value.message


def test_a_closed_store_says_so_in_its_own_way(store: Store) -> None:
    profile_id = fill(store, 1)
    store.close()
    for act in (
        lambda: store.profiles.get(profile_id),
        lambda: store.profiles.save(profile_id, {NAME: "changed"}, Place()),
        store.profiles.lines,
        lambda: store.addresses.find("x"),
        lambda: store.submissions.of(profile_id),
        store.check,
    ):
        with pytest.raises(StoreError):
            act()


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_CORRUPT, DamagedFile),
        (sqlite3.SQLITE_CORRUPT_INDEX, DamagedFile),
        (sqlite3.SQLITE_NOTADB, DamagedFile),
        (sqlite3.SQLITE_IOERR_SHORT_READ, DamagedFile),
        (sqlite3.SQLITE_BUSY, FileBusy),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, FileBusy),
        (sqlite3.SQLITE_BUSY_RECOVERY, FileBusy),
        (sqlite3.SQLITE_LOCKED, FileBusy),
        (sqlite3.SQLITE_PROTOCOL, FileBusy),
        (sqlite3.SQLITE_READONLY, ReadOnlyFile),
        (sqlite3.SQLITE_READONLY_DIRECTORY, ReadOnlyFile),
        (sqlite3.SQLITE_READONLY_DBMOVED, MovedFile),
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_IOERR_WRITE, DiskFull),
        (sqlite3.SQLITE_IOERR_FSYNC, DiskFull),
        (sqlite3.SQLITE_IOERR_SHMSIZE, DiskFull),
        (sqlite3.SQLITE_IOERR_READ, Unavailable),
        (sqlite3.SQLITE_CANTOPEN, Unavailable),
        (sqlite3.SQLITE_NOMEM, Unavailable),
        (sqlite3.SQLITE_CONSTRAINT_UNIQUE, Unavailable),
    ],
)
def test_every_code_of_sqlite_becomes_one_of_our_errors(code: int, kind: type[StoreError]) -> None:
    error = sqlite3.OperationalError(f"near {NUMBER}")
    error.sqlite_errorcode = code
    ours = sqlite_errors.of_sqlite(error, Path("/data/pro\x1b[2Jfiles.db"))
    assert type(ours) is kind
    assert ours.message.endswith(".")
    assert ours.remedy.endswith((".", "trusthub-tui doctor")), "nothing behind a command to type"
    assert NUMBER not in ours.message + ours.remedy
    assert "\x1b" not in ours.message
