"""Others may not look into the profiles; where they may, it is said, and mended on request."""

import stat

import pytest


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def wide(desk):
    """A file that others may read, with a profile in it."""
    desk.draft()
    desk.db.chmod(0o664)
    return desk


def test_a_file_that_others_may_read_is_told_and_closed_on_request(wide):
    told = wide.run("list")
    assert told.exit_code == 0
    assert f"Others on this computer may look into {wide.db}" in told.stderr
    assert told.stderr.rstrip().endswith("trusthub-tui protect")
    assert mode(wide.db) == 0o664, "only on request"
    mended = wide.run("protect")
    assert mended.exit_code == 0
    assert f"{wide.db}: 0664 is 0600 now." in mended.stdout
    assert mode(wide.db) == 0o600
    assert wide.run("list").stderr == ""
    assert "Nobody else may read or change" in wide.run("protect").stdout


def test_json_is_not_disturbed_by_it(wide):
    assert wide.run("list", "--json").stderr == ""


def test_the_programs_own_folder_is_closed_too(desk, tmp_path):
    folder = tmp_path / "trusthub-tui"
    folder.mkdir()
    desk.db = folder / "profiles.db"
    desk.draft()
    folder.chmod(0o755)
    assert f"{folder}: 0755 is 0700 now." in desk.run("protect").stdout
    assert mode(folder) == 0o700


def test_folders_that_are_made_are_closed_from_the_start(desk, tmp_path):
    desk.db = tmp_path / "new" / "deep" / "profiles.db"
    desk.draft()
    assert [mode(place) for place in (desk.db, desk.db.parent, desk.db.parent.parent)] == [
        0o600,
        0o700,
        0o700,
    ]


def test_without_a_file_there_is_nothing_to_protect(desk):
    assert desk.run("protect").exit_code == 4
