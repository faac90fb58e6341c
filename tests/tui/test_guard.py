"""When reading fails while the program runs: it goes on, and says why in a sentence."""

import sqlite3
from contextlib import closing

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.store.database import Database
from trusthub_tui.store.errors import DamagedFile, ProfileNotFound, Unavailable
from trusthub_tui.store.records import Place
from trusthub_tui.tui.commands.table import COMMANDS

LEAVING = {"leave", "help_quit"}


@pytest.fixture
def broken(monkeypatch, desk):
    """Let every read and write of the file fail from now on, in the way that is given."""

    def fail_from_now_on(fault):
        def failing(*_):
            raise fault(desk.file)

        for name in ("all", "one", "run"):
            monkeypatch.setattr(Database, name, failing)

    yield fail_from_now_on
    monkeypatch.undo()


def opened_at(desk, where):
    match where:
        case "list":
            return ""
        case "step":
            return desk.profile(place=Place(2, paths.CITY, 0))
        case "review":
            return desk.profile(place=Place(7))
        case _:
            return desk.profile(submitted=True)


@pytest.mark.parametrize("fault", [Unavailable, DamagedFile])
@pytest.mark.parametrize("where", ["list", "step", "review", "status"])
async def test_no_command_ends_the_program_when_nothing_can_be_read_any_more(desk, broken, where, fault):
    desk.profile()
    async with desk.at(profile_id=opened_at(desk, where)) as person:
        broken(fault)
        told = 0
        for command in COMMANDS:
            page = person.app.page
            if command.where & page.WHERE and command.name not in LEAVING:
                await page.action_command(command.name)
                await person.settled()
                told += any(str(desk.file) in notice for notice in person.notices)
                if person.app.screen.is_modal:
                    await person.press("escape")
                assert person.app.is_running
        assert told
        assert person.app.last_words == ""


async def test_a_list_that_cannot_be_read_does_not_say_that_there_is_nothing(desk, broken, monkeypatch):
    desk.profile()
    broken(Unavailable)
    async with desk.at() as person:
        assert "cannot be read" in person.screen
        assert "You have no customer profiles" not in person.screen
        monkeypatch.undo()
        await person.press("enter")
        assert "Northwind main profile" in person.screen


async def test_a_line_of_the_list_that_cannot_be_read_does_not_end_the_program(desk, broken):
    for _ in range(200):
        desk.profile()
    async with desk.at() as person:
        broken(DamagedFile)
        await person.press("end", "pageup", "home", "enter")
        assert any("damaged" in notice for notice in person.notices)


async def test_typing_goes_on_when_nothing_can_be_read_any_more(desk, broken):
    draft = desk.profile(place=Place(1, paths.FRIENDLY_NAME, 0))
    async with desk.at(profile_id=draft) as person:
        broken(Unavailable)
        await person.type("My ")
        assert "My Northwind main profile" in person.screen
        assert "Not saved" in person.title
        assert "Saved 14" not in person.title


async def test_the_same_fault_is_told_once_not_with_every_attempt_to_save(desk, monkeypatch):
    draft = desk.profile(place=Place(1, paths.FRIENDLY_NAME, 0))

    def failing(*_, **__):
        raise Unavailable(desk.file)

    async with desk.at(profile_id=draft) as person:
        monkeypatch.setattr(desk.store.profiles, "save", failing)
        await person.type("M")
        assert len(person.notices) == 1
        desk.clock.forward(10)
        await person.press("right")
        assert person.notices == []
        person.app.page.saver.try_again()
        await person.settled()
        assert person.notices == []
        assert "Not saved" in person.title


async def test_a_profile_deleted_elsewhere_is_told_with_the_way_back(desk):
    draft = desk.profile(place=Place(1, paths.FRIENDLY_NAME, 0))
    async with desk.at(profile_id=draft) as person:
        desk.store.profiles.delete(draft)
        await person.type("My ")
        assert any(f"Profile {draft} was deleted in another window" in notice for notice in person.notices)
        assert any("trusthub-tui undo" in notice for notice in person.notices)
        with pytest.raises(ProfileNotFound):
            desk.of(draft)
        desk.store.undo.last()
        await person.press("ctrl+s")
        assert "Saved 14:03:22" in person.title
    assert desk.answers(draft)[paths.FRIENDLY_NAME] == "My Northwind main profile"


@pytest.mark.parametrize(
    "spoilt",
    ["UPDATE profile SET shown = 'no JSON'", "UPDATE profile SET caret = x'00ff'", "DROP TABLE answer"],
)
async def test_a_bad_value_or_schema_that_is_met_while_running_is_told(desk, spoilt):
    desk.profile()
    async with desk.at() as person:
        with closing(sqlite3.connect(desk.file, isolation_level=None)) as somebody:
            somebody.execute("PRAGMA foreign_keys = OFF")
            somebody.execute(spoilt)
        await person.press("enter")
        assert any("damaged" in notice for notice in person.notices)
        assert "Customer Profiles" in person.title


async def test_a_bad_value_that_comes_into_an_open_profile_is_told_and_typing_goes_on(desk):
    draft = desk.profile(place=Place(1, paths.FRIENDLY_NAME, 0))
    async with desk.at(profile_id=draft) as person:
        with closing(sqlite3.connect(desk.file, isolation_level=None)) as somebody:
            somebody.execute("UPDATE profile SET changed_at = 'yesterday'")
        await person.look()
        assert any("damaged" in notice for notice in person.notices)
        await person.type("My ")
        assert "My Northwind main profile" in person.screen


@pytest.mark.parametrize("start", range(0, 100, 25))
async def test_a_disk_that_fails_for_a_while_ends_no_screen(desk, monkeypatch, start):
    draft = desk.profile(place=Place(2, paths.CITY, 0))
    asked = iter(range(100_000))

    def flaky(real):
        def ask(database, sql, *values):
            if start <= next(asked) < start + 25 and sql != "COMMIT":
                raise Unavailable(desk.file)
            return real(database, sql, *values)

        return ask

    for name in ("all", "one", "run"):
        monkeypatch.setattr(Database, name, flaky(getattr(Database, name)))
    async with desk.at(profile_id=draft) as person:
        await person.type("X")
        await person.look()
        await person.press("f9", "f7", "alt+r", "end", "enter", "escape", "alt+t", "escape", "alt+d", "enter")
        await person.look()
        assert person.app.is_running
        assert not person.app.broken
        assert next(asked) > start, "nothing failed"
