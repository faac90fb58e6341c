import os
import re
import stat
from pathlib import Path

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place


def names(desk):
    with desk.store() as store:
        return sorted(line.name for line in store.profiles.lines())


@pytest.fixture
def copy(desk, tmp_path):
    """A copy of a file with one profile; another one was made since."""
    desk.profile()
    assert desk.run("backup", str(tmp_path / "copy.db")).exit_code == 0
    desk.draft()
    return tmp_path / "copy.db"


def test_a_backup_says_how_many_profiles_it_holds_and_how_to_put_it_back(desk, tmp_path):
    desk.profile()
    target = tmp_path / "copies" / "monday.db"
    result = desk.run("backup", str(target))
    assert result.exit_code == 0
    told = " ".join(result.stdout.split())
    assert told == f"Copied 1 profile to {target}. To put the copy back: trusthub-tui restore {target}"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_backup_may_be_made_while_a_window_is_open(desk, tmp_path):
    profile_id = desk.draft()
    with desk.store() as window:
        window.profiles.save(profile_id, {paths.CITY: "Bern"}, Place())
        assert desk.run("backup", str(tmp_path / "copy.db")).exit_code == 0
        window.profiles.save(profile_id, {paths.CITY: "Basel"}, Place())
    assert desk.answers(profile_id)[paths.CITY] == "Basel"
    assert desk.run("restore", str(tmp_path / "copy.db"), "--yes").exit_code == 0
    assert desk.answers(profile_id)[paths.CITY] == "Bern"


def test_a_backup_replaces_a_file_only_with_force(desk, tmp_path):
    desk.profile()
    target = tmp_path / "copy.db"
    target.write_text("mine")
    result = desk.run("backup", str(target))
    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert target.read_text() == "mine"
    assert desk.run("backup", str(target), "--force").exit_code == 0


def test_there_is_nothing_to_copy_where_no_file_is(desk, tmp_path):
    result = desk.run("backup", str(tmp_path / "copy.db"))
    assert result.exit_code == 4
    assert "There is no file" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_copy_is_put_back_and_what_was_there_is_named(desk, copy):
    result = desk.run("restore", str(copy), "--yes")
    assert result.exit_code == 0
    assert names(desk) == ["Northwind main"]
    aside = re.search(r"What was there is now (.+)\.", result.stdout.replace("\n", " "))[1]
    desk.db = Path(aside)
    assert names(desk) == ["Half done", "Northwind main"]


def test_nothing_is_put_back_that_nobody_agreed_to(desk, copy):
    result = desk.run("restore", str(copy))
    assert result.exit_code == 2
    assert "--yes" in result.stderr
    assert names(desk) == ["Half done", "Northwind main"]


def test_a_copy_is_put_back_without_asking_where_no_file_is(desk, copy, tmp_path):
    desk.db = tmp_path / "new" / "profiles.db"
    assert desk.run("restore", str(copy)).exit_code == 0
    assert names(desk) == ["Northwind main"]


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"rubbish " * 99, "is damaged"), (b"", "cannot be opened"), (None, "cannot be opened")],
)
def test_what_is_no_copy_is_refused_and_changes_nothing(desk, copy, content, told):
    copy.unlink()
    if content is not None:
        copy.write_bytes(content)
    result = desk.run("restore", str(copy), "--yes")
    assert result.exit_code == 1
    assert told in result.stderr
    assert names(desk) == ["Half done", "Northwind main"]


@pytest.mark.parametrize("end", ["", "-wal", "-shm", "-journal"])
@pytest.mark.parametrize(
    "words",
    [
        ("export", "ID", "--force", "--output"),
        ("export", "ID", "--format", "html", "--force", "--output"),
        ("backup", "--force"),
        ("restore", "--yes"),
    ],
)
@pytest.mark.parametrize("way", ["itself", "link", "detour"])
def test_no_command_writes_over_the_file_with_the_profiles_whatever_force_says(
    desk, tmp_path, words, end, way
):
    profile_id = desk.profile()
    target = f"{desk.db}{end}"
    if way == "link":
        os.symlink(target, tmp_path / "link")
        target = tmp_path / "link"
    elif way == "detour":
        (tmp_path / "folder").mkdir()
        target = tmp_path / "folder" / os.path.relpath(target, tmp_path / "folder")
    with desk.store() as window:
        window.profiles.save(profile_id, {paths.CITY: "Bern"}, Place())
        result = desk.run(*(profile_id if word == "ID" else word for word in words), str(target))
        assert result.exit_code == 2
        assert "holds the profiles" in result.stderr
        window.profiles.save(profile_id, {paths.CITY: "Basel"}, Place())
        window.check()
    assert desk.answers(profile_id)[paths.CITY] == "Basel"
