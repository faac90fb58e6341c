"""``doctor`` says what is wrong with a file, changes nothing, and saves what can be read into a new one."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from random import Random

import pytest

from tests.support import crowd, first_layout
from trusthub_tui.profile import paths
from trusthub_tui.store.store import Store

PAGE = 4096


def same():
    """The same damage in every test."""
    return Random(1)  # noqa: S311 - damage is no secret


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The bytes of a file with twenty profiles of all statuses."""
    file = tmp_path_factory.mktemp("whole") / "profiles.db"
    crowd.fill(file, 20)
    return file.read_bytes()


def cut(whole, random):
    return whole[: random.randrange(PAGE, len(whole))]


def flipped(whole, random):
    content = bytearray(whole)
    for _ in range(50):
        content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    return bytes(content)


def overwritten(whole, random):
    content = bytearray(whole)
    for _ in range(3):
        at = random.randrange(len(content) // PAGE) * PAGE
        content[at : at + PAGE] = random.randbytes(PAGE)
    return bytes(content)


def without_front(whole, random):
    return random.randbytes(PAGE) + whole[PAGE:]


def without_header(whole, random):
    return bytes(100) + whole[100:]


def garbage(whole, random):
    return random.randbytes(50_000)


def text(whole, random):
    return b"This is no database. " * 1000


def beside(desk):
    """Everything in the folder of the file, byte for byte."""
    return {path.name: path.read_bytes() for path in desk.db.parent.iterdir() if path.is_file()}


def document(result):
    return json.loads(result.stdout)


@pytest.mark.parametrize(
    "damage",
    [cut, flipped, overwritten, without_front, without_header, garbage, text],
    ids=lambda f: f.__name__,
)
def test_a_damaged_file_is_told_and_not_a_byte_is_changed(desk, whole, damage):
    desk.db.write_bytes(damage(whole, same()))
    before = beside(desk)
    for words in ((), ("--json", "--recover", desk.db.with_name("new.db"), "--dry-run")):
        result = desk.run("doctor", *words)
        assert isinstance(result.exception, SystemExit), result.exception
        assert result.exit_code == 3
        assert "damaged" in result.stdout
    refused = desk.run("doctor", "--recover", desk.db.with_name("new.db"))
    assert refused.exit_code in (1, 2)
    assert "Nothing" in refused.stderr
    assert beside(desk) == before


@pytest.mark.parametrize(
    "damage", [cut, flipped, overwritten, without_front, without_header], ids=lambda f: f.__name__
)
def test_what_the_doctor_can_read_is_in_the_new_file_and_the_damaged_one_is_whole(desk, whole, damage):
    desk.db.write_bytes(damage(whole, same()))
    before = desk.db.read_bytes()
    told = document(desk.run("doctor", "--json"))
    new = desk.db.with_name("new.db")
    result = desk.run("doctor", "--recover", new, "--yes", "--json")
    if not told["recoverable"]:
        assert (result.exit_code, new.exists()) == (1, False)
        return
    assert result.exit_code == 0
    (aside,) = [path for path in desk.db.parent.iterdir() if ".replaced-" in path.name]
    assert str(aside) == document(result)["set_aside"]
    assert aside.read_bytes() == before
    assert not desk.db.exists()
    with Store(new, desk.clock) as store:
        store.check()
        for profile in told["profiles"]:
            assert len(store.profiles.get(profile["id"]).answers) == profile["answers"]
            assert len(store.submissions.of(profile["id"])) == profile["submissions"]
            store.events.of(profile["id"])
    with closing(sqlite3.connect(new)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert new.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("damage", [without_front, without_header], ids=lambda f: f.__name__)
def test_behind_a_front_that_is_gone_nothing_is_lost(desk, whole, damage):
    desk.db.write_bytes(whole)
    with desk.store() as store:
        before = {line.id: store.profiles.get(line.id) for line in store.profiles.lines(limit=99)}
        versions = {profile_id: store.submissions.of(profile_id) for profile_id in before}
    assert len(before) == 20
    desk.db.write_bytes(damage(desk.db.read_bytes(), same()))
    new = desk.db.with_name("new.db")
    assert desk.run("doctor", "--recover", new, "--yes").exit_code == 0
    with Store(new, desk.clock) as store:
        assert {profile_id: store.profiles.get(profile_id) for profile_id in before} == before
        assert {profile_id: store.submissions.of(profile_id) for profile_id in before} == versions


def test_what_only_stands_in_the_log_is_recovered_too(desk):
    """The front is gone while another window has saved, and the log was not yet moved into the file."""
    code = (
        "import os, sys; from pathlib import Path; from datetime import UTC, datetime\n"
        "from trusthub_tui.store.store import Store\n"
        "store = Store(Path(sys.argv[1]), lambda: datetime.now(UTC))\n"
        "store.profiles.create({'friendly_name': 'Only in the log'}); os.kill(os.getpid(), 9)"
    )
    desk.draft()
    subprocess.run([sys.executable, "-c", code, str(desk.db)], check=False)
    log = desk.db.with_name(desk.db.name + "-wal")
    assert log.stat().st_size > 0
    desk.db.write_bytes(bytes(PAGE) + desk.db.read_bytes()[PAGE:])
    before = beside(desk)
    told = document(desk.run("doctor", "--json"))
    assert [profile["name"] for profile in told["profiles"]] == ["Half done", "Only in the log"]
    assert beside(desk) == before


def test_what_cannot_be_read_is_named_profile_by_profile(desk):
    profile_id = desk.profile(but={paths.CITY: "Zürich"})
    other = desk.draft()
    with closing(sqlite3.connect(desk.db, isolation_level=None)) as file:
        file.execute("UPDATE answer SET text = ? WHERE path = ? AND profile_key = 1", (b"\xff", paths.CITY))
        file.execute("UPDATE profile SET status = 'no such' WHERE id = ?", (other,))
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    result = desk.run("doctor")
    assert result.exit_code == 3
    told = " ".join(result.stdout.split())
    assert f"{profile_id} Northwind main: Draft, 27 answers; not readable: City" in told
    assert f"{other} Half done: Draft, 1 answer; not readable: its status and where you stopped" in told


@pytest.mark.parametrize(
    ("decided_before", "told", "status"),
    [
        (True, "version 2, what is in review, so it is rejected as before", "twilio-rejected"),
        (False, "version 1, what was submitted, so it is a draft again", "draft"),
    ],
)
def test_what_nobody_could_decide_any_more_stands_as_it_did_before(desk, decided_before, told, status):
    profile_id = desk.profile()
    if decided_before:
        desk.run("filed", profile_id, "--yes")
        desk.run("decide", profile_id, "--yes", "--code", "18602")
    desk.run("filed", profile_id, "--yes")
    with closing(sqlite3.connect(desk.db, isolation_level=None)) as file:
        file.execute("PRAGMA ignore_check_constraints = ON")
        file.execute("UPDATE submission SET submitted_at = 'no such' WHERE decided_at IS NULL")
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    result = desk.run("doctor", "--recover", desk.db.with_name("new.db"), "--yes")
    assert f"not readable: {told}" in " ".join(result.stdout.split())
    with Store(desk.db.with_name("new.db"), desk.clock) as store:
        assert store.profiles.get(profile_id).status.value == status


def test_a_sound_file_is_called_sound_and_is_not_recovered(desk):
    desk.profile(submit=True)
    desk.draft()
    told = desk.run("doctor")
    assert (told.exit_code, told.stdout) == (
        0,
        f"Nothing is wrong with {desk.db}: 2 profiles, all readable.\n",
    )
    refused = desk.run("doctor", "--recover", desk.db.with_name("new.db"), "--yes")
    assert refused.exit_code == 2
    assert "nothing to recover" in refused.stderr
    assert not desk.db.with_name("new.db").exists()


@pytest.mark.parametrize("layout", [1, 2, 3])
def test_a_sound_file_of_an_earlier_layout_is_sound_and_stays_as_it_is(desk, layout):
    first_layout.make(desk.db, layout=layout)
    before = beside(desk)
    assert document(desk.run("doctor", "--json"))["sound"]
    assert beside(desk) == before


def test_a_damaged_file_of_an_earlier_layout_is_recovered_too(desk):
    first_layout.make(desk.db, layout=2)
    names = {profile["id"] for profile in document(desk.run("doctor", "--json"))["profiles"]}
    desk.db.write_bytes(desk.db.read_bytes()[:-PAGE])
    new = desk.db.with_name("new.db")
    assert desk.run("doctor", "--recover", new, "--yes").exit_code == 0
    with Store(new, desk.clock) as store:
        assert {line.id for line in store.profiles.lines()} <= names
        assert store.profiles.get("DRFT").acknowledged


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("PRAGMA application_id = 7", "belongs to another program"),
        ("PRAGMA user_version = 99", "newer version"),
    ],
)
def test_a_file_of_somebody_else_is_told_and_never_recovered(desk, statement, says):
    desk.draft()
    with closing(sqlite3.connect(desk.db)) as file:
        file.execute(statement)
    before = beside(desk)
    assert says in desk.run("doctor").stdout
    refused = desk.run("doctor", "--recover", desk.db.with_name("new.db"), "--yes")
    assert refused.exit_code == 1
    assert beside(desk) == before


def test_a_file_that_was_emptied_is_told(desk):
    desk.draft()
    os.truncate(desk.db, 0)
    desk.db.with_name(desk.db.name + "-wal").write_bytes(b"left over")
    assert "is empty, and there were profiles in it" in desk.run("doctor").stdout


@pytest.mark.parametrize("name", ["profiles.db", "profiles.db-wal", "there.db"])
def test_nothing_that_is_there_is_written_over(desk, whole, name):
    desk.db.write_bytes(without_header(whole, same()))
    desk.db.with_name("there.db").write_bytes(b"mine")
    before = beside(desk)
    refused = desk.run("doctor", "--recover", desk.db.with_name(name), "--yes")
    assert refused.exit_code in (1, 2)
    assert beside(desk) == before


def test_without_a_file_there_is_nothing_to_examine(desk):
    assert desk.run("doctor").exit_code == 4
