"""When the file is gone or full: a copy goes elsewhere, and nothing is said to be saved that is not."""

import json
import stat

import pytest

from trusthub_tui.profile import document, paths
from trusthub_tui.store.errors import DiskFull
from trusthub_tui.store.records import Place
from trusthub_tui.store.store import Store


@pytest.fixture
def at_name(desk):
    return desk.profile(place=Place(1, paths.FRIENDLY_NAME, 0))


@pytest.fixture
def full(desk, monkeypatch):
    """The disk of the file is full for answers."""

    def refused(*_, **__):
        raise DiskFull(desk.file)

    monkeypatch.setattr(desk.store.profiles, "save", refused)
    yield
    monkeypatch.undo()


async def give_path(person, path):
    await person.press("ctrl+u")
    await person.paste(str(path))
    await person.press("enter")


@pytest.mark.usefixtures("full")
async def test_leaving_offers_a_copy_that_has_what_could_not_be_saved(desk, at_name, monkeypatch, tmp_path):
    async with desk.at(profile_id=at_name) as person:
        await person.type("My ")
        assert any("Esc i saves a copy elsewhere" in notice for notice in person.notices)
        await person.press("ctrl+q", "right", "enter")
        assert "Save a copy elsewhere" in person.screen
        monkeypatch.undo()
        await give_path(person, tmp_path / "copy.db")
        assert not person.app.is_running
        assert person.app.return_value == at_name
    with Store(tmp_path / "copy.db", desk.clock) as copy:
        assert copy.profiles.get(at_name).answers[paths.FRIENDLY_NAME] == "My Northwind main profile"
        copy.check()
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600


@pytest.mark.usefixtures("full")
async def test_what_is_left_behind_is_not_said_to_be_saved(desk, at_name):
    async with desk.at(profile_id=at_name) as person:
        await person.type("My ")
        await person.press("ctrl+q", "left", "enter")
        assert not person.app.is_running
        assert not person.app.all_saved


async def test_what_others_changed_a_moment_ago_does_not_make_it_unsaved(desk, at_name):
    async with desk.at(profile_id=at_name) as person:
        await person.type("My ")
        with desk.beside() as other:
            other.store.profiles.save(at_name, {paths.CITY: "Oakland"}, Place())
        await person.press("ctrl+q")
        assert person.app.all_saved


async def test_what_was_saved_is_said_to_be_saved(desk, at_name):
    async with desk.at(profile_id=at_name) as person:
        await person.type("My ")
        await person.press("ctrl+q")
        assert person.app.all_saved


@pytest.mark.usefixtures("full")
async def test_the_answers_alone_go_into_a_document_that_import_takes_back(desk, at_name, tmp_path):
    to = tmp_path / "answers.json"
    async with desk.at(profile_id=at_name) as person:
        await person.type("My ")
        await person.press("alt+i")
        await give_path(person, to)
        assert any(str(to) in notice for notice in person.notices)
        assert "Not saved" in person.title
    back = document.read(json.loads(to.read_text()))
    assert back == desk.answers(at_name) | {paths.FRIENDLY_NAME: "My Northwind main profile"}
    assert stat.S_IMODE(to.stat().st_mode) == 0o600


async def test_a_copy_never_replaces_a_file_nor_the_profiles_themselves(desk, at_name, tmp_path):
    taken = tmp_path / "taken.json"
    taken.write_text("mine")
    before = desk.file.stat().st_ino
    async with desk.at(profile_id=at_name) as person:
        await person.press("alt+i")
        for path, said in ((taken, "exists already"), (desk.file, "holds the profiles")):
            await give_path(person, path)
            assert said in person.words
        await give_path(person, tmp_path / "nowhere" / "deep" / "answers.json")
        assert "cannot be opened" in person.words
        await person.press("escape")
        assert "Step 1 of 7" in person.screen
    assert taken.read_text() == "mine"
    assert desk.file.stat().st_ino == before


async def test_a_file_that_was_taken_away_can_still_be_copied(desk, at_name, tmp_path):
    async with desk.at(profile_id=at_name) as person:
        await person.type("My ")
        desk.file.unlink()
        await person.press("ctrl+q")
        assert "Leave without saving?" in person.screen
        assert "What you entered may be lost." in person.words
        await person.press("right", "enter")
        await give_path(person, tmp_path / "copy.db")
        assert not person.app.is_running
        assert not person.app.all_saved
    with Store(tmp_path / "copy.db", desk.clock) as copy:
        assert copy.profiles.get(at_name).answers[paths.FRIENDLY_NAME] == "My Northwind main profile"


async def test_the_list_copies_all_profiles(desk, at_name, tmp_path):
    async with desk.at() as person:
        await person.press("escape", "i")
        await give_path(person, tmp_path / "copy.db")
        assert any("copy.db" in notice for notice in person.notices)
    with Store(tmp_path / "copy.db", desk.clock) as copy:
        assert copy.profiles.count() == 1


async def test_letters_that_come_as_the_profile_locks_are_told_as_lost_with_their_text(desk, at_name):
    async with desk.at(profile_id=at_name) as person:
        desk.filing.submit(at_name)
        await person.type("Q")
        lost = 'Not taken any more: Profile name: "QNorthwind main profile"'
        assert any(lost in notice for notice in person.notices)
        await person.press("right")
        assert any(lost in notice for notice in person.notices), "it stays long enough to be read"
        assert "QNorthwind" not in person.line_with("main profile")


async def test_a_file_that_others_may_read_is_told_and_closed_with_a_command(desk, at_name):
    desk.file.chmod(0o644)
    async with desk.at(profile_id=at_name) as person:
        assert any("Others on this computer may look into your profiles" in one for one in person.notices)
        assert stat.S_IMODE(desk.file.stat().st_mode) == 0o644
        await person.press("alt+j")
        assert any("Nobody else" in notice for notice in person.notices)
    assert stat.S_IMODE(desk.file.stat().st_mode) == 0o600


@pytest.mark.parametrize(("name", "begins"), [("copy.html", "<!DOCTYPE html>"), ("copy.md", "# Northwind")])
async def test_a_copy_to_read_is_written_where_its_name_says_so(desk, at_name, tmp_path, name, begins):
    async with desk.at(profile_id=at_name) as person:
        await person.press("alt+i")
        await give_path(person, tmp_path / name)
        assert any(name in notice for notice in person.notices)
    text = (tmp_path / name).read_text()
    assert text.startswith(begins)
    assert "548 Market St" in text
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


async def test_print_opens_a_private_copy_in_the_browser(desk, at_name, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    opened: list[str] = []
    async with desk.at(profile_id=at_name) as person:
        monkeypatch.setattr(person.app, "open_url", opened.append)
        await person.press("escape", "0")
        (page,) = tmp_path.glob("*.html")
        assert opened == [page.as_uri()]
        assert any("saves it as PDF" in notice for notice in person.notices)
    assert "548 Market St" in page.read_text()
    assert stat.S_IMODE(page.stat().st_mode) == 0o600


@pytest.mark.parametrize("words", ["pdf", "print", "share", "html", "json", "backup", "export", "save"])
async def test_the_help_finds_a_way_to_a_copy_by_any_word_for_it(desk, at_name, words):
    async with desk.at(profile_id=at_name) as person:
        await person.press("f1")
        await person.type(words)
        assert "Print" in person.words or "Save a copy" in person.words


async def test_answers_are_imported_from_the_list(desk, at_name, tmp_path):
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(document.write(desk.answers(at_name))))
    async with desk.at() as person:
        await person.press("escape", "m")
        await give_path(person, tmp_path / "none.json")
        assert "cannot be read" in person.words
        await give_path(person, file)
        assert "2 profiles" in person.title
    assert desk.store.profiles.count() == 2
