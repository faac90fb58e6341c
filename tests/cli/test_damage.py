"""No command ends in a traceback, whatever is wrong with the file or with the output."""

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from trusthub_tui.profile import paths

HOSTILE = [
    (column, value)
    for column in (
        *("profile.status", "profile.created_at", "profile.shown", "profile.name", "profile.version"),
        *("submission.reasons", "submission.answers", "submission.decided_at", "submission.version"),
        *("event.kind", "event.at", "event.detail", "event.version", "answer.text", "answer.path"),
        *("undoable.detail", "undoable.kind"),
    )
    for value in (float("inf"), b"\xff\xfe", "[1]", "[" * 3000)
]


@pytest.fixture
def full(desk):
    """A file with some of everything in it, in one piece."""
    profile_id = desk.profile(but={paths.WEBSITE: ""})
    for words in (
        ("filed", profile_id, "--yes"),
        ("decide", profile_id, "--yes", "--code", "18602"),
        ("submit", profile_id, "--yes", "--anyway"),
        ("delete", desk.draft(), "--yes"),
    ):
        assert desk.run(*words).exit_code == 0
    with closing(sqlite3.connect(desk.db)) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return profile_id


def commands(profile_id):
    return (
        ("list",),
        ("show", profile_id, "--json"),
        ("fix", profile_id),
        ("export", profile_id, "--format", "html"),
        ("filed", profile_id, "--yes"),
        ("undo",),
    )


def all_end_well(desk, profile_id):
    """Run every command on the file as it is; none may raise, and a failure is one sentence."""
    before = desk.db.read_bytes()
    for words in commands(profile_id):
        for end in ("-wal", "-shm"):
            desk.db.with_name(desk.db.name + end).unlink(missing_ok=True)
        desk.db.write_bytes(before)
        result = desk.run(*words)
        assert isinstance(result.exception, SystemExit | None), words
        assert result.exit_code in (0, 1, 3, 4, 5), words
        if result.exit_code in (1, 4, 5):
            assert result.stderr.strip(), words


@pytest.mark.parametrize(("column", "value"), HOSTILE, ids=lambda given: str(given)[:24])
def test_a_hostile_value_in_a_column_is_told_in_a_sentence(desk, full, column, value):
    table, name = column.split(".")
    with closing(sqlite3.connect(desk.db, isolation_level=None)) as file:
        file.execute("PRAGMA ignore_check_constraints = ON")
        change = f"UPDATE OR IGNORE {table} SET {name} = ?"  # noqa: S608 (both are written above)
        file.execute(change, (value,))
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    all_end_well(desk, full)


@pytest.mark.parametrize("kept", [0.0, 0.01, 0.3, 0.6, 0.95])
@pytest.mark.parametrize("filled", [False, True])
def test_a_file_that_was_cut_is_told_in_a_sentence(desk, full, kept, filled):
    whole = desk.db.read_bytes()
    left = whole[: int(len(whole) * kept)]
    desk.db.write_bytes(left + bytes(len(whole) - len(left)) if filled else left)
    all_end_well(desk, full)


def test_a_schema_that_is_no_text_is_told_in_a_sentence(desk, full):
    whole = desk.db.read_bytes()
    assert whole.count(b"CREATE TABLE") > 3
    desk.db.write_bytes(whole.replace(b"CREATE TABLE", b"CREATE \xbdABLE"))
    all_end_well(desk, full)


def in_shell(desk, words, redirection):
    """Run a command with its output somewhere; returns exit code and what came on standard error."""
    line = f'"$0" -m trusthub_tui --db "$1" {words} {redirection}'
    ended = subprocess.run(
        [shutil.which("sh"), "-c", line, sys.executable, str(desk.db)],
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    return ended.returncode, ended.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
@pytest.mark.parametrize("words", ["--help", "--version", "list", "list --json", "show --help"])
def test_output_to_a_full_disk_is_told(desk, words):
    desk.draft()
    code, told = in_shell(desk, words, ">/dev/full")
    assert code == 1
    assert "The output could not be written: No space left on device." in told
    assert "Traceback" not in told


@pytest.mark.parametrize("words", ["list", "list --json"])
def test_output_that_is_closed_is_told(desk, words):
    desk.draft()
    code, told = in_shell(desk, words, ">&-")
    assert code == 1
    assert "The output could not be written: it is closed." in told


@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-", ">/dev/full 2>/dev/full", ">&- 2>&-"])
@pytest.mark.parametrize("words", ["show ZZZZ", "show ZZZZ --json"])
def test_where_nobody_can_be_told_the_exit_code_still_says_what_happened(desk, words, redirection):
    desk.draft()
    assert in_shell(desk, words, redirection) == (4, "")


def test_from_a_folder_that_is_gone_a_relative_path_is_told(desk, tmp_path):
    (tmp_path / "gone").mkdir()
    line = f'cd "{tmp_path}/gone" && rmdir "{tmp_path}/gone" && "$0" -P -m trusthub_tui --db x.db list --json'
    project = Path(__file__).parents[2]
    ended = subprocess.run(
        [shutil.which("sh"), "-c", line, sys.executable],
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
        env={"PYTHONPATH": str(project), "PATH": "/usr/bin:/bin"},
    )
    assert ended.returncode == 2
    assert json.loads(ended.stderr)["error"]["message"] == "The folder you are in is no longer there."
